#ifndef TD_EVENT_EVENT_H
#define TD_EVENT_EVENT_H

/*
 * Who did what to whom, where, when and how sure.
 * Input: everything the text and mention stages found. Output: report->events,
 * in text order, one a predicate, each tied to its clause, and report->happenings,
 * what takes place besides.
 */

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "model/report.h"

/*
 * Which happenings that no frame knows are kept: those of the sentences that open the report, but for what is said not
 * to happen; or all.
 */
enum td_happenings { TD_HAPPENINGS_OF_LEAD, TD_HAPPENINGS_ALL };

void td_event_code(const td_lexicon *lexicon, enum td_happenings happenings, td_report *report, td_arena *arena);
/* The same with other frames than the lexicon's. */
void td_event_code_frames(const td_frames *frames, enum td_happenings happenings, td_report *report, td_arena *arena);

#endif
