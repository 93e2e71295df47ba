/*
 * The encoder. Input: the words and tags of a sentence. Output: for each word what it says to the parser's choices.
 *
 * Recurrent layers in both directions: most of what bidirectional LSTMs give a greedy parser (Kiperwasser and
 * Goldberg, "Simple and accurate dependency parsing using bidirectional LSTM feature representations", 2016) at a
 * fraction of the work.
 */

#include "text/encoder.h"

#include "text/word_shape.h"

void td_encoder_features(const td_node *node, uint64_t f[TD_ENCODER_FEATURES]) {
    f[0] = td_feature_hash(700, node->word, 0);
    f[1] = td_feature_hash(701, node->word, node->tag);
    f[2] = td_feature_hash(702, node->tag, 0);
    f[3] = td_feature_hash(703, node->suffix[2], 0);
    f[4] = td_feature_hash(704, node->suffix[1], 0);
    f[5] = td_feature_hash(705, node->outline, 0);
    f[6] = td_feature_hash(706, node->prefix, 0);
    f[7] = td_feature_hash(707, node->suffix[1], node->tag);
}

static void embed(const td_network_block *network, const td_feature_rows *words, const td_node *node, int16_t *x) {
    uint64_t features[TD_ENCODER_FEATURES];
    int16_t sums[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    td_encoder_features(node, features);
    td_feature_rows_add(words, features, TD_ENCODER_FEATURES, sums);
    for (uint32_t i = 0; i < TD_WIDTH; i++) x[i] = td_saturate(td_scaled(sums[i], network->word_scale));
}

const int16_t *td_encode(const td_network_block *network, const td_feature_rows *words, const td_parser_state *state,
                         td_arena *scratch) {
    uint32_t length = state->count + 1; /* the root is read as a word behind the last */
    int16_t *x = TD_NEW_ARRAY(scratch, (size_t)length * TD_WIDTH, int16_t);
    int16_t *out = TD_NEW_ARRAY(scratch, ((size_t)length + 1) * TD_ENCODED, int16_t);
    for (uint32_t t = 0; t < length; t++) embed(network, words, &state->nodes[t], x + (size_t)t * TD_WIDTH);
    const int16_t *encoded = td_layers_run(td_network_layers(network), length, x, scratch);
    td_project(&network->slots[0][0], TD_ENCODED, length, encoded, out);
    memcpy(out + (size_t)length * TD_ENCODED, network->none, sizeof network->none);
    return out;
}
