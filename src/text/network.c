/* Checking a network. Input: bytes of a model file. Output: the block in place, or what is wrong with it. */

#include "text/network.h"

#include <string.h>

static bool numbers_fit(const td_network_block *n) {
    return td_scale_fits(n->word_scale) && td_scale_fits(n->action_scale) && td_scale_fits(n->label_scale) &&
           td_layers_fit(td_network_layers(n)) && td_weights_fit(&n->slots[0][0], TD_ENCODED, TD_BOTH) &&
           td_weights_fit(&n->action_out[0][0], 4, TD_HIDDEN) &&
           td_weights_fit(&n->label_out[0][0], TD_LABELS_MAXIMUM, TD_HIDDEN) && td_biases_fit(n->action_out_bias, 4) &&
           td_biases_fit(n->label_out_bias, TD_LABELS_MAXIMUM);
}

int td_network_open(td_view model, const td_network_block **network, td_error *error) {
    if (!td_view_present(model)) {
        return td_error_set(error, TD_ERROR_INPUT, "the pack holds no parser model; build the pack again");
    }
    if (model.size < sizeof(td_network_block) || (uintptr_t)model.bytes % 64 != 0) {
        return td_error_set(error, TD_ERROR_INPUT,
                            "the parser model is cut short or not aligned; build the pack again");
    }
    const td_network_block *block = (const td_network_block *)(const void *)model.bytes;
    if (memcmp(block->magic, "tdparse", sizeof block->magic) != 0) {
        return td_error_set(error, TD_ERROR_INPUT, "the parser model is none: its first bytes are wrong");
    }
    if (block->version != TD_NETWORK_VERSION) {
        return td_error_set(error, TD_ERROR_INPUT, "the parser model is of version %u, this program reads %u",
                            block->version, (unsigned)TD_NETWORK_VERSION);
    }
    if (block->labels < 2 || block->labels > TD_LABELS_MAXIMUM || !numbers_fit(block)) {
        return td_error_set(error, TD_ERROR_INPUT, "the parser model is damaged: numbers out of range");
    }
    *network = block;
    return TD_OK;
}
