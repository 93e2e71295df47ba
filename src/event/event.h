#ifndef TD_EVENT_EVENT_H
#define TD_EVENT_EVENT_H

/*
 * Who did what to whom, where, when and how sure.
 * Input: everything the text and mention stages found. Output: report->events,
 * in text order, one a predicate, each tied to its clause.
 */

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "model/report.h"

void td_event_code(const td_lexicon *lexicon, td_report *report, td_arena *arena);

#endif
