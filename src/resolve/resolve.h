#ifndef TD_RESOLVE_RESOLVE_H
#define TD_RESOLVE_RESOLVE_H

/*
 * One report to an outline; many outlines to the record of what they say
 * together: entities, origins and copies, stories, events, mixed reports,
 * recycled statements, conflicts. The result depends on the set of outlines
 * alone, not on their order of arrival.
 */

#include "base/arena.h"
#include "model/outline.h"
#include "model/record.h"
#include "model/report.h"

/*
 * The key of an entity wherever it is met: that of its lexicon identifier, else
 * of its kind and folded name.
 */
uint64_t td_entity_key(const td_entity *entity);

/* Everything the comparison needs of one report; memory from `arena`. */
void td_outline_make(const td_report *report, td_arena *arena, td_outline *outline);

/* Sort into the order that td_record's report indices mean: first possible day, then identifier. */
void td_outlines_sort(td_outline *outlines, uint32_t count);

/*
 * Compare sorted outlines and fill all of `record` but its ledgers. Memory
 * from `arena`; scratch memory is given back. Cost n log n in the reports.
 */
void td_resolve(const td_outline *outlines, uint32_t count, td_arena *arena, td_record *record);

#endif
