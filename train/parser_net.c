/* The parser's network. Input: a parser's state. Output: scores; on the way back, moved parameters. */

#include "parser_net.h"

#include <string.h>

#include "cut.h"
#include "text/encoder.h"

/* Rarer features of the state have no row. */
#define STATE_USES_MINIMUM 5
#define WORD_START 0.15f
#define STATE_START 0.02f

static void classifier_init(td_classifier_net *classifier, uint32_t outputs, uint64_t *random) {
    outputs = (outputs + 3) / 4 * 4;
    td_table_init(&classifier->features, TD_HIDDEN, STATE_USES_MINIMUM);
    td_dense_init(&classifier->bias, 1, TD_HIDDEN, true, random);
    td_dense_init(&classifier->out, TD_HIDDEN, outputs, false, random);
    td_dense_init(&classifier->out_bias, 1, outputs, true, random);
}

static void classifier_release(td_classifier_net *classifier) {
    td_table_release(&classifier->features);
    td_dense_release(&classifier->bias);
    td_dense_release(&classifier->out);
    td_dense_release(&classifier->out_bias);
}

static void classifier_update(td_classifier_net *classifier, const td_adam *adam) {
    td_table_update(&classifier->features, adam);
    td_dense_update(&classifier->bias, adam);
    td_dense_update(&classifier->out, adam);
    td_dense_update(&classifier->out_bias, adam);
}

void td_parser_net_init(td_parser_net *net, uint32_t labels, float dropout, uint64_t seed) {
    *net = (td_parser_net){.adam = TD_ADAM_INIT};
    td_encoder_net_init(&net->encoder, TD_PARSER_LAYERS, dropout, seed);
    uint64_t *random = &net->encoder.random;
    td_dense_init(&net->slots, TD_BOTH, TD_ENCODED, false, random);
    td_dense_init(&net->none, 1, TD_ENCODED, true, random);
    classifier_init(&net->actions, TD_ACTION_COUNT, random);
    classifier_init(&net->labels, labels, random);
}

void td_parser_net_release(td_parser_net *net) {
    td_encoder_net_release(&net->encoder);
    td_dense_release(&net->slots);
    td_dense_release(&net->none);
    classifier_release(&net->actions);
    classifier_release(&net->labels);
}

void td_parser_net_fill(td_parser_net *net) {
    td_table_fill(&net->encoder.words, WORD_START, &net->encoder.random);
    td_table_fill(&net->actions.features, STATE_START, &net->encoder.random);
    td_table_fill(&net->labels.features, STATE_START, &net->encoder.random);
}

void td_parser_net_encode(td_parser_net *net, const td_parser_state *state, td_arena *scratch, td_parser_sentence *s) {
    uint32_t length = state->count + 1;
    uint64_t *features = TD_NEW_ARRAY(scratch, (size_t)length * TD_ENCODER_FEATURES, uint64_t);
    for (uint32_t t = 0; t < length; t++) {
        td_encoder_features(&state->nodes[t], features + (size_t)t * TD_ENCODER_FEATURES);
    }
    td_encoder_net_forward(&net->encoder,
                           (td_word_features){features, length, TD_ENCODER_FEATURES, TD_ENCODER_LEXICAL_FEATURES},
                           scratch, &s->encoding);
    s->out = TD_NEW_ARRAY(scratch, (size_t)(length + 1) * TD_ENCODED, float);
    s->out_gradient = TD_NEW_ARRAY(scratch, (size_t)(length + 1) * TD_ENCODED, float);
    td_multiply_add(length, TD_BOTH, TD_ENCODED, s->encoding.x[TD_PARSER_LAYERS], net->slots.value, s->out);
    memcpy(s->out + (size_t)length * TD_ENCODED, net->none.value, TD_ENCODED * sizeof(float));
}

void td_parser_net_encode_back(td_parser_net *net, td_parser_sentence *s, td_arena *scratch) {
    uint32_t length = s->encoding.length;
    for (uint32_t i = 0; i < TD_ENCODED; i++) net->none.gradient[i] += s->out_gradient[(size_t)length * TD_ENCODED + i];
    td_gradient_add(length, TD_BOTH, TD_ENCODED, s->encoding.x[TD_PARSER_LAYERS], s->out_gradient, net->slots.gradient);
    td_multiply_add(length, TD_ENCODED, TD_BOTH, s->out_gradient, net->slots.turned, s->encoding.dx[TD_PARSER_LAYERS]);
    td_encoder_net_back(&net->encoder, &s->encoding, scratch);
}

static size_t place_of(const td_classification *use, uint32_t k) {
    return (size_t)use->nodes[k] * TD_ENCODED + (size_t)use->slots[k] * TD_HIDDEN;
}

void td_parser_net_classify(td_parser_net *net, td_classifier_net *classifier, const td_parser_sentence *s,
                            const uint64_t *features, uint32_t feature_count, td_classification *use) {
    float *hidden = use->hidden;
    memcpy(hidden, classifier->bias.value, sizeof use->hidden);
    for (uint32_t k = 0; k < use->slot_count; k++) {
        const float *from = s->out + place_of(use, k);
        for (uint32_t i = 0; i < TD_HIDDEN; i++) hidden[i] += from[i];
    }
    use->row_count = 0;
    for (uint32_t k = 0; k < feature_count; k++) {
        uint32_t row = td_table_find(&classifier->features, features[k]);
        if (row == UINT32_MAX) continue;
        use->rows[use->row_count++] = row;
        const float *from = td_table_value(&classifier->features, row);
        for (uint32_t i = 0; i < TD_HIDDEN; i++) hidden[i] += from[i];
    }
    td_drop(net->encoder.dropout, &net->encoder.random, hidden, use->mask, TD_HIDDEN);
    for (uint32_t i = 0; i < TD_HIDDEN; i++) {
        if (hidden[i] < 0) hidden[i] = use->mask[i] = 0;
    }
    memcpy(use->scores, classifier->out_bias.value, classifier->out.columns * sizeof(float));
    td_multiply_add(1, TD_HIDDEN, classifier->out.columns, hidden, classifier->out.value, use->scores);
}

void td_parser_net_classify_back(td_classifier_net *classifier, td_parser_sentence *s, const td_classification *use,
                                 const float *gradient) {
    float dhidden[TD_HIDDEN] = {0};
    uint32_t outputs = classifier->out.columns;
    for (uint32_t i = 0; i < outputs; i++) classifier->out_bias.gradient[i] += gradient[i];
    td_gradient_add(1, TD_HIDDEN, outputs, use->hidden, gradient, classifier->out.gradient);
    td_multiply_add(1, outputs, TD_HIDDEN, gradient, classifier->out.turned, dhidden);
    for (uint32_t i = 0; i < TD_HIDDEN; i++) dhidden[i] *= use->mask[i];
    for (uint32_t i = 0; i < TD_HIDDEN; i++) classifier->bias.gradient[i] += dhidden[i];
    for (uint32_t k = 0; k < use->slot_count; k++) {
        float *to = s->out_gradient + place_of(use, k);
        for (uint32_t i = 0; i < TD_HIDDEN; i++) to[i] += dhidden[i];
    }
    for (uint32_t k = 0; k < use->row_count; k++) td_table_add_gradient(&classifier->features, use->rows[k], dhidden);
}

void td_parser_net_update(td_parser_net *net, float rate) {
    td_adam_step(&net->adam, rate);
    td_encoder_net_update(&net->encoder, &net->adam);
    td_dense_update(&net->slots, &net->adam);
    td_dense_update(&net->none, &net->adam);
    classifier_update(&net->actions, &net->adam);
    classifier_update(&net->labels, &net->adam);
}

void td_parser_net_write(const td_parser_net *net, uint32_t labels, td_buffer *out) {
    static td_network_block block; /* larger than a stack likes */
    block = (td_network_block){.magic = "tdparse", .version = TD_NETWORK_VERSION, .labels = labels};
    const td_encoder_net *encoder = &net->encoder;
    td_cut_sigmoid(block.sigmoid);
    td_cut_layers(encoder, &block.lowest, block.upper);
    td_cut_weights(&net->slots, TD_ENCODED, block.slots[0]);
    td_cut_values(&net->none, TD_ENCODED, block.none);
    td_cut_values(&net->actions.bias, TD_HIDDEN, block.action_bias);
    td_cut_values(&net->labels.bias, TD_HIDDEN, block.label_bias);
    td_cut_weights(&net->actions.out, TD_ACTION_COUNT, block.action_out[0]);
    td_cut_weights(&net->labels.out, labels, block.label_out[0]);
    td_cut_bias(&net->actions.out_bias, TD_ACTION_COUNT, block.action_out_bias);
    td_cut_bias(&net->labels.out_bias, labels, block.label_out_bias);
    td_buffer rows;
    td_buffer_init(&rows, out->maximum);
    block.word_scale = td_cut_table(&encoder->words, &rows);
    block.action_scale = td_cut_table(&net->actions.features, &rows);
    block.label_scale = td_cut_table(&net->labels.features, &rows);
    td_buffer_add(out, (td_view){(const char *)&block, sizeof block});
    td_buffer_add(out, td_buffer_view(&rows));
    td_buffer_release(&rows);
}
