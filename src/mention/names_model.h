#ifndef TD_MENTION_NAMES_MODEL_H
#define TD_MENTION_NAMES_MODEL_H

/*
 * The trained model that chooses names, as it lies in the block "names.model": a header, then rows of four small
 * integers, a weight for each choice. A feature, a 64-bit hash, has the row that its topmost bits name; features may
 * share a row (Weinberger et al., "Feature hashing for large scale multitask learning", 2009).
 */

#include <stdint.h>

#include "mention/naming.h"

/* What a span may be; "none", for single tokens, is no name of a person, organisation or place. */
enum td_name_choice { TD_CHOICE_PERSON, TD_CHOICE_ORGANISATION, TD_CHOICE_PLACE, TD_CHOICE_NONE, TD_CHOICE_COUNT };

#define TD_NAMES_MODEL_VERSION 2

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

/* Continue a feature's hash with one more part; made for speed, its topmost bits are its best. */
static inline uint64_t td_name_feature_mix(uint64_t state, uint64_t part) {
    state = (state << 27 | state >> 37) ^ part;
    state *= 0x9E3779B97F4A7C15U;
    state ^= state >> 32;
    return state * 0xD6E8FEB86659FD93U;
}

#define TD_NAME_FEATURES 256

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

/* A stretch of tokens that may be a name. */
typedef struct td_name_span {
    td_candidate candidate;
    td_index rule; /* candidate of the rules over the same tokens, TD_NONE where they found none */
} td_name_span;

/* All such stretches of a report, by first token and then by end; and the candidates of the rules by their tokens. */
typedef struct td_name_lattice {
    TD_ARRAY(td_name_span) spans;
    td_index *rule_at;   /* the first that begins at a token, TD_NONE */
    td_index *rule_to;   /* one that ends before a token, TD_NONE */
    td_index *rule_over; /* the longest that holds a token, TD_NONE */
} td_name_lattice;

td_name_lattice td_name_lattice_of(td_naming *naming);
td_name_company td_name_company_of(const td_naming *naming);
void td_name_features_of(const td_naming *naming, const td_name_company *company, const td_name_lattice *lattice,
                         uint32_t span, td_name_features *features);

/* How often spans were taken for each choice. */
typedef struct td_name_counts {
    uint32_t of[TD_CHOICE_COUNT];
} td_name_counts;

/* What a first choice of spans says of the words of a report. */
typedef struct td_name_echoes {
    td_arena *arena;
    const td_name_lattice *lattice;
    const uint8_t *chosen;
    td_map slot_of; /* sort and key to its counts */
    TD_ARRAY(td_name_counts) counts;
    uint8_t *from, *to; /* the choice of the name that begins at a token, or ends before it; TD_CHOICE_COUNT */
} td_name_echoes;

td_name_echoes td_name_echoes_of(const td_naming *naming, const td_name_lattice *lattice, const uint8_t *chosen);
/* Append what echoes of one span. */
void td_name_echoes_add(const td_name_echoes *echoes, const td_naming *naming, uint32_t span,
                        td_name_features *features);

typedef int32_t td_name_scores[TD_CHOICE_COUNT];

/* Add the weights of `features`. */
void td_names_model_score(const td_names_model *model, const td_name_features *features, td_name_scores scores);
/*
 * The best sequence of names and other tokens; a choice for each span, TD_CHOICE_COUNT for those not taken. Memory from
 * the report's arena.
 */
uint8_t *td_name_spans_choose(const td_naming *naming, const td_name_lattice *lattice, const td_name_scores *scores);

#endif
