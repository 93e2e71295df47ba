/* Parameters of a network. Input: gradients. Output: moved parameters; and the products that training is made of. */

#include "parameters.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "text/wide.h"

#define BETA_MEAN 0.9f
#define BETA_SQUARE 0.98f
#define TINY 1e-8f

static void *zeroed(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (!memory) {
        fprintf(stderr, "train: no memory for %zu bytes\n", count * size);
        exit(1);
    }
    return memory;
}

INLINE float exponential(float x) {
    if (x < -80) x = -80;
    if (x > 80) x = 80;
    float scaled = x * 1.44269504f;
    int32_t whole = (int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
    float rest = (scaled - (float)whole) * 0.69314718f;
    float power = 1 + rest * (1 + rest * (0.5f + rest * (1.0f / 6 + rest * (1.0f / 24 + rest * (1.0f / 120)))));
    uint32_t bits = (uint32_t)(whole + 127) << 23;
    float two;
    memcpy(&two, &bits, sizeof two);
    return power * two;
}

float td_exponential(float x) {
    return exponential(x);
}

static WIDE void sigmoid_wide(float *x, size_t count) {
    for (size_t i = 0; i < count; i++) x[i] = 1 / (1 + exponential(-x[i]));
}

static void sigmoid_plain(float *x, size_t count) {
    for (size_t i = 0; i < count; i++) x[i] = 1 / (1 + exponential(-x[i]));
}

void td_sigmoid(float *x, size_t count) {
    if (HAS_WIDE)
        sigmoid_wide(x, count);
    else
        sigmoid_plain(x, count);
}

void td_dense_init(td_dense *dense, uint32_t rows, uint32_t columns, bool zero, uint64_t *random) {
    size_t size = (size_t)rows * columns;
    *dense =
        (td_dense){rows, columns, zeroed(size, 4), zeroed(size, 4), zeroed(size, 4), zeroed(size, 4), zeroed(size, 4)};
    float limit = sqrtf(6.0f / (float)(rows + columns));
    for (size_t i = 0; i < size && !zero; i++) dense->value[i] = (2 * td_random_share(random) - 1) * limit;
    td_dense_turn(dense);
}

void td_dense_release(td_dense *dense) {
    free(dense->value), free(dense->gradient), free(dense->mean), free(dense->square), free(dense->turned);
}

void td_dense_turn(td_dense *dense) {
    for (uint32_t r = 0; r < dense->rows; r++) {
        for (uint32_t c = 0; c < dense->columns; c++) {
            dense->turned[(size_t)c * dense->rows + r] = dense->value[(size_t)r * dense->columns + c];
        }
    }
}

void td_adam_step(td_adam *adam, float rate) {
    adam->mean_left *= BETA_MEAN;
    adam->square_left *= BETA_SQUARE;
    adam->rate = rate * sqrtf((float)(1 - adam->square_left)) / (float)(1 - adam->mean_left);
}

static void adam_move(float *value, float *gradient, float *mean, float *square, size_t count, const td_adam *adam) {
    for (size_t i = 0; i < count; i++) {
        mean[i] = BETA_MEAN * mean[i] + (1 - BETA_MEAN) * gradient[i];
        square[i] = BETA_SQUARE * square[i] + (1 - BETA_SQUARE) * gradient[i] * gradient[i];
        value[i] -= adam->rate * mean[i] / (sqrtf(square[i]) + TINY);
        gradient[i] = 0;
    }
}

void td_dense_update(td_dense *dense, const td_adam *adam) {
    adam_move(dense->value, dense->gradient, dense->mean, dense->square, (size_t)dense->rows * dense->columns, adam);
    td_dense_turn(dense);
}

void td_table_init(td_table *table, uint32_t columns, uint32_t uses_minimum) {
    *table = (td_table){.columns = columns, .uses_minimum = uses_minimum};
}

void td_table_release(td_table *table) {
    free(table->features), free(table->uses), free(table->value), free(table->gradient), free(table->mean);
    free(table->square), free(table->slots), free(table->touched), free(table->is_touched);
}

static uint32_t slot_of(const td_table *table, uint64_t feature) {
    uint32_t slot = (uint32_t)(feature >> 20) & table->slot_mask;
    while (table->slots[slot] && table->features[table->slots[slot] - 1] != feature) {
        slot = (slot + 1) & table->slot_mask;
    }
    return slot;
}

static void table_grow(td_table *table) {
    uint32_t capacity = table->capacity ? table->capacity * 2 : 1024;
    uint64_t *features = zeroed(capacity, sizeof *features);
    uint32_t *uses = zeroed(capacity, sizeof *uses);
    if (table->count) {
        memcpy(features, table->features, table->count * sizeof *features);
        memcpy(uses, table->uses, table->count * sizeof *uses);
    }
    free(table->features), free(table->uses), free(table->slots);
    table->features = features, table->uses = uses, table->capacity = capacity;
    table->slots = zeroed((size_t)capacity * 2, sizeof *table->slots);
    table->slot_mask = capacity * 2 - 1;
    for (uint32_t row = 0; row < table->count; row++) table->slots[slot_of(table, features[row])] = row + 1;
}

void td_table_count(td_table *table, uint64_t feature) {
    if (table->count == table->capacity) table_grow(table);
    uint32_t slot = slot_of(table, feature);
    if (!table->slots[slot]) {
        table->features[table->count] = feature;
        table->slots[slot] = ++table->count;
    }
    table->uses[table->slots[slot] - 1]++;
}

/* Rare features go first, so that no memory is spent on them. */
void td_table_fill(td_table *table, float size, uint64_t *random) {
    uint32_t kept = 0;
    for (uint32_t row = 0; row < table->count; row++) {
        if (table->uses[row] < table->uses_minimum) continue;
        table->features[kept] = table->features[row];
        table->uses[kept++] = table->uses[row];
    }
    table->count = kept;
    memset(table->slots, 0, ((size_t)table->slot_mask + 1) * sizeof *table->slots);
    for (uint32_t row = 0; row < kept; row++) table->slots[slot_of(table, table->features[row])] = row + 1;
    size_t numbers = (size_t)kept * table->columns;
    table->value = zeroed(numbers, 4), table->gradient = zeroed(numbers, 4);
    table->mean = zeroed(numbers, 4), table->square = zeroed(numbers, 4);
    table->touched = zeroed(kept, sizeof *table->touched);
    table->is_touched = zeroed(kept, sizeof *table->is_touched);
    for (size_t i = 0; i < numbers && size > 0; i++) table->value[i] = (2 * td_random_share(random) - 1) * size;
}

uint32_t td_table_find(const td_table *table, uint64_t feature) {
    return table->slots[slot_of(table, feature)] - 1;
}

void td_table_add_gradient(td_table *table, uint32_t row, const float *gradient) {
    if (!table->is_touched[row]) {
        table->is_touched[row] = true;
        table->touched[table->touched_count++] = row;
    }
    float *sum = table->gradient + (size_t)row * table->columns;
    for (uint32_t i = 0; i < table->columns; i++) sum[i] += gradient[i];
}

void td_table_update(td_table *table, const td_adam *adam) {
    for (uint32_t i = 0; i < table->touched_count; i++) {
        size_t at = (size_t)table->touched[i] * table->columns;
        adam_move(table->value + at, table->gradient + at, table->mean + at, table->square + at, table->columns, adam);
        table->is_touched[table->touched[i]] = false;
    }
    table->touched_count = 0;
}

/*
 * In the loops below the rows of `matrix` or `gradient` are gone through outside, the words inside, so that what is
 * read again and again stays in the nearest cache. Indices are as wide as pointers: else no compiler makes vector code.
 */

INLINE void multiply_add(uint32_t count, uint32_t inputs, size_t outputs, const float *x, const float *matrix,
                         float *y) {
    for (uint32_t d = 0; d < inputs; d += 4) {
        const float *m0 = matrix + (size_t)d * outputs, *m1 = m0 + outputs, *m2 = m1 + outputs, *m3 = m2 + outputs;
        for (uint32_t t = 0; t < count; t++) {
            const float *in = x + (size_t)t * inputs + d;
            float *restrict out = y + (size_t)t * outputs;
            float a = in[0], b = in[1], c = in[2], e = in[3];
            for (size_t o = 0; o < outputs; o++) out[o] += (a * m0[o] + b * m1[o]) + (c * m2[o] + e * m3[o]);
        }
    }
}

static WIDE void multiply_add_wide(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x,
                                   const float *matrix, float *y) {
    multiply_add(count, inputs, outputs, x, matrix, y);
}

static void multiply_add_plain(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *matrix,
                               float *y) {
    multiply_add(count, inputs, outputs, x, matrix, y);
}

void td_multiply_add(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *matrix, float *y) {
    if (HAS_WIDE)
        multiply_add_wide(count, inputs, outputs, x, matrix, y);
    else
        multiply_add_plain(count, inputs, outputs, x, matrix, y);
}

INLINE void gradient_add(uint32_t count, uint32_t inputs, size_t outputs, const float *x, const float *dy,
                         float *gradient) {
    uint32_t t = 0;
    for (; t + 4 <= count; t += 4) {
        const float *g0 = dy + (size_t)t * outputs, *g1 = g0 + outputs, *g2 = g1 + outputs, *g3 = g2 + outputs;
        const float *in = x + (size_t)t * inputs;
        for (size_t d = 0; d < inputs; d++) {
            float *restrict out = gradient + d * outputs;
            float a = in[d], b = in[d + inputs], c = in[d + (size_t)2 * inputs], e = in[d + (size_t)3 * inputs];
            for (size_t o = 0; o < outputs; o++) out[o] += (a * g0[o] + b * g1[o]) + (c * g2[o] + e * g3[o]);
        }
    }
    for (; t < count; t++) {
        const float *g = dy + (size_t)t * outputs, *in = x + (size_t)t * inputs;
        for (size_t d = 0; d < inputs; d++) {
            float *restrict out = gradient + d * outputs;
            for (size_t o = 0; o < outputs; o++) out[o] += in[d] * g[o];
        }
    }
}

static WIDE void gradient_add_wide(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *dy,
                                   float *gradient) {
    gradient_add(count, inputs, outputs, x, dy, gradient);
}

static void gradient_add_plain(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *dy,
                               float *gradient) {
    gradient_add(count, inputs, outputs, x, dy, gradient);
}

void td_gradient_add(uint32_t count, uint32_t inputs, uint32_t outputs, const float *x, const float *dy,
                     float *gradient) {
    if (HAS_WIDE)
        gradient_add_wide(count, inputs, outputs, x, dy, gradient);
    else
        gradient_add_plain(count, inputs, outputs, x, dy, gradient);
}
