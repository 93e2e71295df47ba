#ifndef TD_TEXT_PARSER_FEATURES_H
#define TD_TEXT_PARSER_FEATURES_H

/* What the parser looks at besides the encoded words, one list for its training and its use. */

#include "text/parser_state.h"

#define TD_ACTION_FEATURES 15
#define TD_LABEL_FEATURES 14

/* Features for the choice of the next action. */
void td_parser_action_features(const td_parser_state *state, uint64_t features[TD_ACTION_FEATURES]);

/* Features for the relation of the arc from node `head` to node `child`, whose dependents are all known. */
void td_parser_label_features(const td_parser_state *state, uint32_t head, uint32_t child,
                              uint64_t features[TD_LABEL_FEATURES]);

#endif
