#ifndef TD_TEXT_RECURRENT_H
#define TD_TEXT_RECURRENT_H

/*
 * Layers of small networks in whole numbers, so that a sentence is read alike on every machine.
 *
 * Values between layers have TD_VALUE_BITS binary places in 16 bits, weights TD_WEIGHT_BITS, gates TD_GATE_BITS.
 * Products are summed in 32 bits, which td_weights_fit() and td_biases_fit() prove to be wide enough for a model.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "text/feature_rows.h"

#define TD_WIDTH 64 /* numbers for a word, and for one direction of a layer */
#define TD_BOTH (2 * TD_WIDTH)
#define TD_GATES (3 * TD_WIDTH)

#define TD_VALUE_BITS 10
#define TD_VALUE_MAXIMUM 8191 /* just under 8 */
#define TD_WEIGHT_BITS 11
#define TD_GATE_BITS 14
#define TD_SCALE_BITS 8
#define TD_SIGMOID_STEPS 1024 /* from -8 to 8 */

/*
 * Layers of simple recurrent units as they lie in a model. Each has two directions, with the reading and against it,
 * and for each a new value, a forget gate and a pass gate. The lowest layer reads words, those above the one below.
 */
typedef struct td_lowest_layer {
    int16_t weights[2][TD_GATES][TD_WIDTH];
    int32_t bias[2][TD_GATES];
} td_lowest_layer;

typedef struct td_upper_layer {
    int16_t weights[2][TD_GATES][TD_BOTH];
    int32_t bias[2][TD_GATES];
} td_upper_layer;

typedef struct td_layers {
    const int16_t *sigmoid; /* TD_SIGMOID_STEPS */
    const td_lowest_layer *lowest;
    const td_upper_layer *upper;
    uint32_t upper_count;
} td_layers;

/*
 * Of `length` words, TD_WIDTH values each in `x`, what the topmost layer says: TD_BOTH values each, of what was read
 * before and of what comes after. The result lives in `scratch`.
 */
const int16_t *td_layers_run(td_layers layers, uint32_t length, const int16_t *x, td_arena *scratch);

/* For each of `length` inputs of TD_BOTH values, `outputs` (a multiple of 64) sums of products, as values. */
void td_project(const int16_t *weights, uint32_t outputs, uint32_t length, const int16_t *x, int16_t *y);

/* Classes `first` to before `end`, each with a row of weights for `inputs` values and a bias. */
typedef struct td_output {
    const int16_t *weights;
    const int32_t *bias;
    uint32_t inputs; /* TD_WIDTH or TD_BOTH */
    uint32_t first, end;
} td_output;

/* The class with the largest sum, the first of equals. */
uint32_t td_output_best(const td_output *output, const int16_t *x);

/* The value of a sum of 8-bit rows. */
static inline int32_t td_scaled(int16_t sum, int32_t scale) {
    return ((int32_t)sum * scale) >> TD_SCALE_BITS;
}

static inline int16_t td_saturate(int32_t value) {
    return (int16_t)(value > TD_VALUE_MAXIMUM    ? TD_VALUE_MAXIMUM
                     : value < -TD_VALUE_MAXIMUM ? -TD_VALUE_MAXIMUM
                                                 : value);
}

/* The inner product of `count` (a multiple of 16) numbers. */
static inline int32_t td_inner_product(const int16_t *a, const int16_t *b, uint32_t count) {
    int32_t sum = 0;
    for (uint32_t i = 0; i < count; i++) sum += (int32_t)a[i] * b[i];
    return sum;
}

/* Whether sums with these numbers stay within 32 bits, whatever the values. */
bool td_weights_fit(const int16_t *weights, uint32_t outputs, uint32_t inputs);
bool td_biases_fit(const int32_t *biases, uint32_t count);
bool td_layers_fit(td_layers layers);
bool td_scale_fits(int32_t scale);

#endif
