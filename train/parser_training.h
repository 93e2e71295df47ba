#ifndef TD_TRAIN_PARSER_TRAINING_H
#define TD_TRAIN_PARSER_TRAINING_H

/* Training the parser of text/parser.h. */

#include "base/buffer.h"
#include "treebank.h"

typedef struct td_parser_options {
    uint32_t epochs, batch; /* sentences before each step */
    float rate, dropout;
    uint64_t seed;
} td_parser_options;

/* Train on `banks`, whose tokens carry tags as the tagger gives them to unseen text; append the model to `out`. */
void td_parser_train(const td_tagged_banks *banks, td_parser_options options, td_buffer *out);

#endif
