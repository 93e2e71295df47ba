#ifndef TD_MENTION_NAMES_MODEL_H
#define TD_MENTION_NAMES_MODEL_H

/*
 * The trained model that decides over candidates of form name, as it lies in the block "names.model": a header, then
 * rows of four small integers, a weight for each choice. A feature, a 64-bit hash, has the row that its topmost bits
 * name; features may share a row (Weinberger et al., "Feature hashing for large scale multitask learning", 2009).
 */

#include <stdint.h>

#include "mention/naming.h"

/* What a candidate may be; "none" is no name of a person, organisation or place. */
enum td_name_choice { TD_CHOICE_PERSON, TD_CHOICE_ORGANISATION, TD_CHOICE_PLACE, TD_CHOICE_NONE, TD_CHOICE_COUNT };

#define TD_NAMES_MODEL_VERSION 1

typedef struct td_names_model_header {
    char magic[8]; /* "tdnames" */
    uint32_t version;
    uint32_t row_bits; /* 1 << row_bits rows */
    uint32_t reserved[12];
} td_names_model_header;

typedef struct td_names_model {
    const int8_t (*rows)[TD_CHOICE_COUNT];
    uint32_t row_shift;
} td_names_model;

/* Point `model` into `block`; false when it is absent or none of ours: the rules stand alone then. */
bool td_names_model_open(td_view block, td_names_model *model);

static inline uint32_t td_names_model_row(uint64_t feature, uint32_t row_bits) {
    return (uint32_t)(feature >> (64 - row_bits));
}

#define TD_NAME_FEATURES 192

/* What a candidate looks like, as hashes. */
typedef struct td_name_features {
    uint64_t items[TD_NAME_FEATURES];
    uint32_t count;
} td_name_features;

/* What the whole report says of its candidates. */
typedef struct td_name_company {
    td_map whole;   /* key of a name to how often it stands */
    td_map part_of; /* key of a word to the first longer candidate that ends in it */
    td_map begins;  /* and that begins with it */
} td_name_company;

td_name_company td_name_company_of(const td_naming *naming);
void td_name_features_of(const td_naming *naming, const td_name_company *company, td_index candidate,
                         td_name_features *features);
/* Is the candidate one that the model may decide over? Not where the lexicon is sure. */
bool td_name_is_open(const td_naming *naming, const td_candidate *candidate);

#endif
