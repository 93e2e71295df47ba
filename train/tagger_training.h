#ifndef TD_TRAIN_TAGGER_TRAINING_H
#define TD_TRAIN_TAGGER_TRAINING_H

/* Training the tagger of text/tagger.h. */

#include "base/buffer.h"
#include "treebank.h"

typedef struct td_tagger_options {
    uint32_t epochs, batch; /* sentences before each step */
    float rate, dropout;
    uint64_t seed;
    uint32_t held_out_parts; /* 0, or leave out each sentence whose number is
                                held_out modulo this */
    uint32_t held_out;
} td_tagger_options;

/* Train on `bank` and append the model to `out`. */
void td_tagger_train(const td_treebank *bank, td_tagger_options options, td_buffer *out);

#endif
