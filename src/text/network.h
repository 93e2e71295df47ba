#ifndef TD_TEXT_NETWORK_H
#define TD_TEXT_NETWORK_H

/* The parser's network as it lies in the model file. Behind the block follow three blocks of rows. */

#include "base/error.h"
#include "base/view.h"
#include "text/recurrent.h"

#define TD_HIDDEN 64
#define TD_LABELS_MAXIMUM 64

/* The roles that a word can have before a hidden layer. */
enum td_network_input {
    TD_INPUT_STACK_2,
    TD_INPUT_STACK_1,
    TD_INPUT_STACK_0,
    TD_INPUT_QUEUE_0,
    TD_INPUT_HEAD,
    TD_INPUT_CHILD,
    TD_INPUT_COUNT
};
#define TD_ENCODED (TD_INPUT_COUNT * TD_HIDDEN)

#define TD_NETWORK_VERSION 2
#define TD_PARSER_LAYERS 3

typedef struct td_network_block {
    char magic[8]; /* "tdparse" */
    uint32_t version;
    uint32_t labels;
    int32_t word_scale, action_scale, label_scale; /* of the rows behind, see td_scaled() */
    uint32_t reserved[9];
    int16_t sigmoid[TD_SIGMOID_STEPS];
    td_lowest_layer lowest;
    td_upper_layer upper[TD_PARSER_LAYERS - 1];
    int16_t slots[TD_ENCODED][TD_BOTH];
    int16_t none[TD_ENCODED]; /* what a slot without a word gives */
    int16_t action_bias[TD_HIDDEN], label_bias[TD_HIDDEN];
    int16_t action_out[4][TD_HIDDEN];
    int16_t label_out[TD_LABELS_MAXIMUM][TD_HIDDEN];
    int32_t action_out_bias[16], label_out_bias[TD_LABELS_MAXIMUM];
} td_network_block;
_Static_assert(sizeof(td_network_block) % 64 == 0, "the rows behind the block must stay aligned");

static inline td_layers td_network_layers(const td_network_block *network) {
    return (td_layers){network->sigmoid, &network->lowest, network->upper, TD_PARSER_LAYERS - 1};
}

/* Check the block at the front of `model`: TD_ERROR_INPUT when it is none of ours or its sums could overflow. */
int td_network_open(td_view model, const td_network_block **network, td_error *error);

#endif
