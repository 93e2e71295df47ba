#ifndef TD_TRAIN_LEARNER_H
#define TD_TRAIN_LEARNER_H

/*
 * A linear classifier in training: an averaged perceptron over hashed features. Rows are made when a feature first
 * takes part in a mistake. At the end the averages are cut to eight bits and written as text/feature_rows.h reads.
 */

#include <stdint.h>

#include "base/buffer.h"

typedef struct td_learner_row {
    uint64_t feature;
    uint32_t updates; /* mistakes it took part in */
} td_learner_row;

typedef struct td_learner {
    uint32_t columns;
    uint32_t count, capacity;
    td_learner_row *rows;
    int32_t *weights; /* columns of each row */
    int64_t *totals;  /* for the average: weight changes times the clock */
    uint32_t *slots;  /* hash table of row numbers + 1 */
    uint32_t slot_mask;
    int64_t clock;
} td_learner;

void td_learner_init(td_learner *learner, uint32_t columns);
void td_learner_release(td_learner *learner);

/* Sums of the rows of the features, one a column. */
void td_learner_score(const td_learner *learner, const uint64_t *features, uint32_t count, int32_t *sums);
/* Move weight from the column `bad` to `good`. */
void td_learner_update(td_learner *learner, const uint64_t *features, uint32_t count, uint32_t good, uint32_t bad);

typedef struct td_learner_cut {
    uint32_t row_maximum;     /* keep the heaviest */
    uint32_t updates_minimum; /* drop features of fewer mistakes */
} td_learner_cut;

/* Append the block to `out`, padded to 64 bytes. */
void td_learner_write(const td_learner *learner, td_learner_cut cut, td_buffer *out);

/* A generator of our own, so that training is the same everywhere: splitmix64. */
uint64_t td_random_next(uint64_t *state);
/* Put `count` numbers into a random order. */
void td_random_shuffle(uint32_t *items, uint32_t count, uint64_t *state);

#endif
