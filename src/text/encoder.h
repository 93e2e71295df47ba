#ifndef TD_TEXT_ENCODER_H
#define TD_TEXT_ENCODER_H

/* Each word of a sentence as numbers that tell of it and of the words around it. */

#include "text/network.h"
#include "text/parser_state.h"

#define TD_ENCODER_FEATURES 8
#define TD_ENCODER_LEXICAL_FEATURES 2 /* the first ones, which hold the word itself */

/* Features of one node (a word or the root). */
void td_encoder_features(const td_node *node, uint64_t features[TD_ENCODER_FEATURES]);

/*
 * For each node of the sentence, root and "none" included, TD_ENCODED values: what it adds to a hidden layer in each
 * slot. `words` are the rows of word features. Time and memory are linear in the words.
 */
const int16_t *td_encode(const td_network_block *network, const td_feature_rows *words, const td_parser_state *state,
                         td_arena *scratch);

#endif
