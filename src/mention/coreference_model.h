#ifndef TD_MENTION_COREFERENCE_MODEL_H
#define TD_MENTION_COREFERENCE_MODEL_H

/*
 * The trained model that links phrases, as it lies in the block "coreference.model": a header, then one small integer
 * a row. A feature has the row that its hash names; features may share a row (Weinberger et al., "Feature hashing for
 * large scale multitask learning", 2009).
 */

#include "mention/coreference.h"

#define TD_COREFERENCE_MODEL_VERSION 1
#define TD_COREFERENCE_ROW_BITS 18u

typedef struct td_coreference_model_header {
    char magic[8]; /* "tdcoref" */
    uint32_t version;
    uint32_t row_bits;
    uint32_t reserved[12];
} td_coreference_model_header;

typedef struct td_coreference_model {
    const int8_t *rows;
} td_coreference_model;

/* Point `model` into `block`; false when it is absent or none of ours. */
bool td_coreference_model_open(td_view block, td_coreference_model *model);

#define TD_COREFERENCE_FEATURES 64

/* What a choice looks like: rows of the model. */
typedef struct td_coreference_features {
    uint32_t rows[TD_COREFERENCE_FEATURES];
    uint32_t count;
} td_coreference_features;

/* What speaks for the phrase standing for something not told of before. */
void td_coreference_features_alone(const td_coreference *coreference, td_index phrase,
                                   td_coreference_features *features);
/* What speaks for it standing for what `antecedent` stands for. */
void td_coreference_features_pair(const td_coreference *coreference, td_index phrase, const td_antecedent *antecedent,
                                  td_coreference_features *features);

#endif
