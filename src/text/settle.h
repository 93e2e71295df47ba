#ifndef TD_TEXT_SETTLE_H
#define TD_TEXT_SETTLE_H

/* Tags that English or the custom of newsrooms settles, whatever a model learned from other texts says. */

#include "base/view.h"
#include "model/report.h"

/* After tagging, before parsing: the tokens of one sentence. */
void td_settle_dateline(td_view text, td_token *tokens, uint32_t count);
void td_settle_names(td_token *tokens, uint32_t count);

/* After parsing. */
void td_settle_gerunds(td_token *tokens, uint32_t count);

#endif
