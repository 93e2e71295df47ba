#ifndef TD_TRAIN_PARSER_NET_H
#define TD_TRAIN_PARSER_NET_H

/* The parser's network in training: the encoder, and two small classifiers over encoded words. */

#include "base/buffer.h"
#include "encoder_net.h"
#include "text/network.h"
#include "text/parser_state.h"

/* A hidden layer and the scores behind it. */
typedef struct td_classifier_net {
    td_table features;
    td_dense bias, out, out_bias;
} td_classifier_net;

typedef struct td_parser_net {
    td_encoder_net encoder;
    td_dense slots, none; /* encoded words to hidden layers; what a slot without a
                             word gives */
    td_classifier_net actions, labels;
    td_adam adam;
} td_parser_net;

/* An encoded sentence: for each node TD_ENCODED values, and their gradients. */
typedef struct td_parser_sentence {
    td_encoding encoding;
    float *out, *out_gradient;
} td_parser_sentence;

#define TD_INPUTS_MAXIMUM 4

/* One use of a classifier, for the way back. */
typedef struct td_classification {
    uint32_t slot_count;
    enum td_network_input slots[TD_INPUTS_MAXIMUM];
    uint32_t nodes[TD_INPUTS_MAXIMUM];
    uint32_t rows[16], row_count;
    float hidden[TD_HIDDEN], mask[TD_HIDDEN];
    float scores[TD_LABELS_MAXIMUM];
} td_classification;

void td_parser_net_init(td_parser_net *net, uint32_t labels, float dropout, uint64_t seed);
void td_parser_net_release(td_parser_net *net);
/* After the features' uses were counted. */
void td_parser_net_fill(td_parser_net *net);

void td_parser_net_encode(td_parser_net *net, const td_parser_state *state, td_arena *scratch,
                          td_parser_sentence *sentence);
/* `use` names slots and nodes; it gets the scores. */
void td_parser_net_classify(td_parser_net *net, td_classifier_net *classifier, const td_parser_sentence *sentence,
                            const uint64_t *features, uint32_t feature_count, td_classification *use);
void td_parser_net_classify_back(td_classifier_net *classifier, td_parser_sentence *sentence,
                                 const td_classification *use, const float *gradient);
void td_parser_net_encode_back(td_parser_net *net, td_parser_sentence *sentence, td_arena *scratch);
void td_parser_net_update(td_parser_net *net, float rate);

/* Append the model as text/parser.h reads it. */
void td_parser_net_write(const td_parser_net *net, uint32_t labels, td_buffer *out);

#endif
