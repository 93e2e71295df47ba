#ifndef TD_TESTS_RESOLVE_SMALL_REPORT_H
#define TD_TESTS_RESOLVE_SMALL_REPORT_H

/*
 * Reports for tests of the comparison: plain sentences, and what the earlier
 * stages would have found in them, pointed at by the words themselves.
 */

#include "base/arena.h"
#include "model/outline.h"
#include "model/record.h"
#include "model/report.h"

/*
 * Sentences end at a line's end. Words that begin upper case inside a sentence
 * are names, runs of digits numbers, a few short words carry nothing, the rest
 * are nouns. `day` is YYYY-MM-DD or NULL.
 */
td_report small_report(td_arena *arena, const char *id, const char *day, const char *text);
td_day small_day(const char *day);
/* The first place of `words` in the text. */
td_span small_span(const td_report *report, const char *words);

td_index small_entity(td_report *report, td_arena *arena, enum td_entity_kind kind, const char *name,
                      const char *country);
/* An event at `trigger`, of `type` and `mode` ("" for none), on `day` (NULL: the report gives none). */
td_event *small_event(td_report *report, td_arena *arena, const char *trigger, enum td_event_type type,
                      const char *mode, const char *day);
void small_actor(td_event *event, td_arena *arena, td_index entity);
void small_target(td_event *event, td_arena *arena, td_index entity);
/* A figure that counts people, with an exact value; its phrase is `words`, which begin with the number. */
td_figure *small_figure(td_report *report, td_arena *arena, const char *words, double value,
                        enum td_figure_category category);
td_quote *small_quote(td_report *report, td_arena *arena, const char *content, td_index speaker);

/* Outline all reports, sort and compare them; `*outlines` may be NULL. */
td_record *small_record(td_arena *arena, const td_report *reports, uint32_t count, td_outline **outlines);
/* The story of the report with this identifier. */
td_index small_story_of(const td_record *record, const td_outline *outlines, uint32_t count, const char *id);

#endif
