#ifndef TD_TRAIN_PARSER_TRAINING_H
#define TD_TRAIN_PARSER_TRAINING_H

/* Training the parser of text/parser.h. */

#include "base/buffer.h"
#include "treebank.h"

#define TD_CASING_CHANGES 3

/* One treebank, tagged: as it is written, in capitals and as headlines. */
typedef struct td_tagged_banks {
    td_treebank changes[TD_CASING_CHANGES];
} td_tagged_banks;

typedef struct td_parser_options {
    uint32_t epochs;
    uint32_t action_rows, label_rows; /* most to keep */
    uint64_t seed;
} td_parser_options;

/* Train on `banks`, whose tokens carry tags as the tagger gives them to unseen text; append the model to `out`. */
void td_parser_train(const td_tagged_banks *banks, td_parser_options options, td_buffer *out);

#endif
