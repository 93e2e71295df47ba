#ifndef TD_RESOLVE_MIXED_LIKENESS_H
#define TD_RESOLVE_MIXED_LIKENESS_H

/* Where a story says nearly what a sentence says. */

#include "resolve/comparison.h"

/* The sentence of `story` most like this one, and how much, 0 to 1; the report `except` is passed over. */
double td_story_likest(const td_comparison *comparison, td_index story, td_index except, td_index report,
                       uint32_t sentence, td_evidence *where);

#endif
