#ifndef TD_TRAIN_PARAMETERS_H
#define TD_TRAIN_PARAMETERS_H

/*
 * The numbers of a small neural network in training: dense matrices, and tables of rows named by hashed features. Both
 * learn by Adam (Kingma and Ba, 2015); of a table only the rows that a batch touched move.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `rows` inputs, `columns` outputs: y[column] += x[row] * value[row][column].
 */
typedef struct td_dense {
    uint32_t rows, columns;
    float *value, *gradient, *mean, *square;
    float *turned; /* value with rows and columns exchanged */
} td_dense;

typedef struct td_table {
    uint32_t columns, count, capacity;
    uint64_t *features;
    uint32_t *uses;        /* in the training data */
    uint32_t uses_minimum; /* rarer features have no row */
    float *value, *gradient, *mean, *square;
    uint32_t *slots, slot_mask;
    uint32_t *touched, touched_count;
    bool *is_touched;
} td_table;

typedef struct td_adam {
    float rate;
    double mean_left, square_left; /* what the averages still lack, having begun at zero */
} td_adam;

#define TD_ADAM_INIT \
    { .rate = 0, .mean_left = 1, .square_left = 1 }

/* Begin the next step, at a rate. */
void td_adam_step(td_adam *adam, float rate);

/* Every function here ends the program when memory is short. */
void td_dense_init(td_dense *dense, uint32_t rows, uint32_t columns, bool zero, uint64_t *random);
void td_dense_release(td_dense *dense);
void td_dense_turn(td_dense *dense);
void td_dense_update(td_dense *dense, const td_adam *adam);

void td_table_init(td_table *table, uint32_t columns, uint32_t uses_minimum);
void td_table_release(td_table *table);
/* Count one use; before training. */
void td_table_count(td_table *table, uint64_t feature);
/* Small random numbers into all rows. */
void td_table_fill(td_table *table, float size, uint64_t *random);
/* The row's number, or UINT32_MAX. */
uint32_t td_table_find(const td_table *table, uint64_t feature);
static inline float *td_table_value(const td_table *table, uint32_t row) {
    return table->value + (size_t)row * table->columns;
}
/* Add to the gradient of a row. */
void td_table_add_gradient(td_table *table, uint32_t row, const float *gradient);
void td_table_update(td_table *table, const td_adam *adam);

/* y[t] += x[t] * matrix for `count` rows of x (`inputs` wide) and y (`outputs`
 * wide). */
void td_multiply_add(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *matrix, float *y);
/* gradient += transposed x times dy. */
void td_gradient_add(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *dy,
                     float *gradient);

/* Our own, so that training is the same on every machine. */
float td_exponential(float x);
/* 1 / (1 + exp(-x)), in place. */
void td_sigmoid(float *x, size_t count);

#endif
