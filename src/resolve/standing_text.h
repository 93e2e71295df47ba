#ifndef TD_RESOLVE_STANDING_TEXT_H
#define TD_RESOLVE_STANDING_TEXT_H

/* Shared words that nobody took over from a report. */

#include "resolve/sharing.h"

/*
 * Drop from what two reports share the passages that prove no common origin: what a page puts around every report
 * (invitations to subscribe, log-in text, links to other news), and words that were only heard by both (one direct
 * quotation in each). Origins must be known. Scratch memory of the comparison is used.
 */
void td_standing_text_drop(const td_comparison *comparison, const td_shingle_index *index, td_sharing *shared);

#endif
