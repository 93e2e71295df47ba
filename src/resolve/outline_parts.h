#ifndef TD_RESOLVE_OUTLINE_PARTS_H
#define TD_RESOLVE_OUTLINE_PARTS_H

/* The parts of an outline, one function a list; td_outline_make() calls them in this order. */

#include "base/arena.h"
#include "model/outline.h"
#include "model/report.h"

/* An outline in the making: its strings grow, so they are kept apart until the end. */
typedef struct td_outline_work {
    const td_report *report;
    td_arena *arena;
    td_outline *outline;
    TD_ARRAY(char) strings;
    uint64_t *entity_keys; /* of each of the report's entities */
} td_outline_work;

/* Keep a string; texts longer than `most` bytes are cut at a word. */
td_outline_text td_outline_keep(td_outline_work *work, td_view text, uint32_t most);
/* The key of an entity of the report, 0 for TD_NONE. */
uint64_t td_outline_entity_key(const td_outline_work *work, td_index entity);

/* The key of a lemma without the ending that makes a noun of a verb; the "e" of verbs falls too. */
uint64_t td_outline_act(td_view lemma);

void td_outline_entities(td_outline_work *work);
void td_outline_sentences(td_outline_work *work);
void td_outline_title(td_outline_work *work);
void td_outline_quotes(td_outline_work *work);
void td_outline_events(td_outline_work *work);
void td_outline_happenings(td_outline_work *work);
void td_outline_figures(td_outline_work *work);

#endif
