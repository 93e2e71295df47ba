#ifndef TD_TRAIN_ENCODER_NET_H
#define TD_TRAIN_ENCODER_NET_H

/* The recurrent encoder of text/recurrent.h in training, in floating point. */

#include "base/arena.h"
#include "parameters.h"
#include "text/recurrent.h"

#define TD_LAYERS_MAXIMUM 3

typedef struct td_encoder_net {
    td_table words; /* rows of word features */
    uint32_t layers;
    td_dense gates[TD_LAYERS_MAXIMUM][2], bias[TD_LAYERS_MAXIMUM][2]; /* layer, direction */
    uint64_t random;
    float dropout; /* share of values that are left out in training (Srivastava
                      and others, 2014) */
} td_encoder_net;

/* A sentence's features: `width` for each of `length` words, of which the first `lexical` name the word itself. */
typedef struct td_word_features {
    const uint64_t *items;
    uint32_t length, width, lexical;
} td_word_features;

/* One sentence's way through the encoder, for the way back. */
typedef struct td_encoding {
    uint32_t length, width;
    float *x[TD_LAYERS_MAXIMUM + 1];  /* inputs of the layers; behind them the
                                         output, TD_BOTH a word */
    float *dx[TD_LAYERS_MAXIMUM + 1]; /* their gradients */
    float *mask[TD_LAYERS_MAXIMUM + 1];
    float *gates[TD_LAYERS_MAXIMUM][2];
    float *states[TD_LAYERS_MAXIMUM][2];
    uint32_t *rows, *row_count; /* of word features */
} td_encoding;

void td_encoder_net_init(td_encoder_net *net, uint32_t layers, float dropout, uint64_t seed);
void td_encoder_net_release(td_encoder_net *net);
void td_encoder_net_forward(td_encoder_net *net, td_word_features features, td_arena *scratch, td_encoding *encoding);
/* From the gradient of the output, dx[layers]. */
void td_encoder_net_back(td_encoder_net *net, td_encoding *encoding, td_arena *scratch);
void td_encoder_net_update(td_encoder_net *net, const td_adam *adam);

/* Leave out a share of the values, the others made larger to match; `mask` gets the factors. */
void td_drop(float share, uint64_t *random, float *x, float *mask, size_t count);
/* Softmax over the items with `allowed` (NULL: all); the others become 0. */
void td_softmax(float *scores, uint32_t count, const bool *allowed);

#endif
