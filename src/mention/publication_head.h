#ifndef TD_MENTION_PUBLICATION_HEAD_H
#define TD_MENTION_PUBLICATION_HEAD_H

/* The day that a report prints at its head as its own. */

#include "mention/times.h"

/*
 * True with the day and the words that say it; false where no full date stands at the head outside of a sentence, or its
 * numbers leave open which of them is the month.
 */
bool td_publication_head(const td_moment_array *moments, const td_report *report, td_day *day, td_span *span);

#endif
