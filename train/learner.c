/*
 * The averaged perceptron (Freund and Schapire, "Large margin classification using the perceptron algorithm", 1999).
 * Input: features and mistakes. Output: a block of rows.
 */

#include "learner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/feature_rows.h"

uint64_t td_random_next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void td_random_shuffle(uint32_t *items, uint32_t count, uint64_t *state) {
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = (uint32_t)(td_random_next(state) % i);
        uint32_t held = items[i - 1];
        items[i - 1] = items[j];
        items[j] = held;
    }
}

static void *resize(void *memory, size_t count, size_t size) {
    void *larger = realloc(memory, count * size);
    if (!larger) {
        fprintf(stderr, "train: no memory for %zu bytes\n", count * size);
        exit(1);
    }
    return larger;
}

void td_learner_init(td_learner *learner, uint32_t columns) {
    *learner = (struct td_learner){.columns = columns};
}

void td_learner_release(td_learner *learner) {
    free(learner->rows);
    free(learner->weights);
    free(learner->totals);
    free(learner->slots);
    *learner = (struct td_learner){0};
}

static void grow(td_learner *learner) {
    uint32_t capacity = learner->capacity ? learner->capacity * 2 : 1U << 16;
    size_t columns = learner->columns, old = learner->capacity;
    learner->rows = resize(learner->rows, capacity, sizeof *learner->rows);
    learner->weights = resize(learner->weights, capacity * columns, sizeof *learner->weights);
    learner->totals = resize(learner->totals, capacity * columns, sizeof *learner->totals);
    memset(learner->weights + old * columns, 0, (capacity - old) * columns * sizeof *learner->weights);
    memset(learner->totals + old * columns, 0, (capacity - old) * columns * sizeof *learner->totals);
    free(learner->slots);
    learner->slots = calloc((size_t)capacity * 2, sizeof *learner->slots);
    if (!learner->slots) resize(NULL, SIZE_MAX / 2, 1);
    learner->slot_mask = capacity * 2 - 1;
    for (uint32_t row = 0; row < learner->count; row++) {
        uint32_t slot = (uint32_t)(learner->rows[row].feature >> 20) & learner->slot_mask;
        while (learner->slots[slot]) slot = (slot + 1) & learner->slot_mask;
        learner->slots[slot] = row + 1;
    }
    learner->capacity = capacity;
}

/* The feature's row, or UINT32_MAX. */
static uint32_t find_row(const td_learner *learner, uint64_t feature) {
    if (!learner->slots) return UINT32_MAX;
    uint32_t slot = (uint32_t)(feature >> 20) & learner->slot_mask;
    for (; learner->slots[slot]; slot = (slot + 1) & learner->slot_mask) {
        uint32_t row = learner->slots[slot] - 1;
        if (learner->rows[row].feature == feature) return row;
    }
    return UINT32_MAX;
}

static uint32_t make_row(td_learner *learner, uint64_t feature) {
    uint32_t row = find_row(learner, feature);
    if (row != UINT32_MAX) return row;
    if (learner->count == learner->capacity) grow(learner);
    row = learner->count++;
    learner->rows[row] = (td_learner_row){.feature = feature};
    uint32_t slot = (uint32_t)(feature >> 20) & learner->slot_mask;
    while (learner->slots[slot]) slot = (slot + 1) & learner->slot_mask;
    learner->slots[slot] = row + 1;
    return row;
}

void td_learner_score(const td_learner *learner, const uint64_t *features, uint32_t count, int32_t *sums) {
    uint32_t rows[128];
    memset(sums, 0, learner->columns * sizeof *sums);
    if (!learner->slots) return;
    for (uint32_t i = 0; i < count; i++) {
        __builtin_prefetch(&learner->slots[(uint32_t)(features[i] >> 20) & learner->slot_mask]);
    }
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = find_row(learner, features[i]);
        if (rows[i] != UINT32_MAX) __builtin_prefetch(learner->weights + (size_t)rows[i] * learner->columns);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i] == UINT32_MAX) continue;
        const int32_t *weights = learner->weights + (size_t)rows[i] * learner->columns;
        for (uint32_t c = 0; c < learner->columns; c++) sums[c] += weights[c];
    }
}

void td_learner_update(td_learner *learner, const uint64_t *features, uint32_t count, uint32_t good, uint32_t bad) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = make_row(learner, features[i]);
        size_t at = (size_t)row * learner->columns;
        learner->rows[row].updates++;
        learner->weights[at + good]++;
        learner->totals[at + good] += learner->clock;
        learner->weights[at + bad]--;
        learner->totals[at + bad] -= learner->clock;
    }
}

static double average(const td_learner *learner, uint32_t row, uint32_t column) {
    size_t at = (size_t)row * learner->columns + column;
    return (double)learner->weights[at] - (double)learner->totals[at] / (double)(learner->clock + 1);
}

typedef struct kept_row {
    double weight; /* sum of the absolute averages */
    uint32_t row;
} kept_row;

static int heavier_first(const void *left, const void *right) {
    const kept_row *a = left, *b = right;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

/* The factor that takes the largest weight to 127: cutting off even the largest few costs accuracy. */
static double scale_for(const td_learner *learner, const kept_row *kept, uint32_t count) {
    double largest = 0;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t c = 0; c < learner->columns; c++) {
            double value = average(learner, kept[i].row, c);
            if (value < 0) value = -value;
            if (value > largest) largest = value;
        }
    }
    return largest > 0 ? 127 / largest : 1;
}

static int8_t cut(double value, double scale) {
    double scaled = value * scale;
    if (scaled > 127) return 127;
    if (scaled < -127) return -127;
    return (int8_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

/* Rows that are equal once cut to eight bits are kept once. */
typedef struct row_pool {
    int8_t *rows;
    uint32_t stride, count;
    uint32_t *slots; /* row numbers + 1 */
    uint32_t slot_mask;
} row_pool;

static uint32_t pool_row(row_pool *pool, const int8_t *row) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (uint32_t i = 0; i < pool->stride; i++) hash = (hash ^ (uint8_t)row[i]) * 0x100000001B3u;
    uint32_t slot = (uint32_t)(hash >> 24) & pool->slot_mask;
    for (; pool->slots[slot]; slot = (slot + 1) & pool->slot_mask) {
        uint32_t known = pool->slots[slot] - 1;
        if (memcmp(pool->rows + (size_t)known * pool->stride, row, pool->stride) == 0) return known;
    }
    memcpy(pool->rows + (size_t)pool->count * pool->stride, row, pool->stride);
    pool->slots[slot] = pool->count + 1;
    return pool->count++;
}

static void write_block(const td_learner *learner, const row_pool *pool, const uint32_t *slots, uint32_t bucket_bits,
                        td_buffer *out) {
    td_feature_rows_header header = {.magic = "tdrows",
                                     .version = TD_FEATURE_ROWS_VERSION,
                                     .columns = learner->columns,
                                     .stride = pool->stride,
                                     .bucket_bits = bucket_bits,
                                     .row_count = pool->count};
    td_buffer_add(out, (td_view){(const char *)&header, sizeof header});
    td_buffer_add(out, (td_view){(const char *)slots, (sizeof *slots * TD_FEATURE_BUCKET) << bucket_bits});
    td_buffer_add(out, (td_view){(const char *)pool->rows, (size_t)pool->count * pool->stride});
    while (out->size % 64 != 0 && out->status == TD_OK) td_buffer_add_byte(out, 0);
}

static uint32_t choose_rows(const td_learner *learner, td_learner_cut cut, kept_row **kept) {
    *kept = resize(NULL, (size_t)learner->count + 1, sizeof **kept);
    uint32_t count = 0;
    for (uint32_t row = 0; row < learner->count; row++) {
        if (learner->rows[row].updates < cut.updates_minimum) continue;
        double weight = 0;
        for (uint32_t c = 0; c < learner->columns; c++) {
            double value = average(learner, row, c);
            weight += value < 0 ? -value : value;
        }
        (*kept)[count++] = (kept_row){.weight = weight, .row = row};
    }
    qsort(*kept, count, sizeof **kept, heavier_first);
    return count < cut.row_maximum ? count : cut.row_maximum;
}

void td_learner_write(const td_learner *learner, td_learner_cut limits, td_buffer *out) {
    kept_row *kept;
    uint32_t count = choose_rows(learner, limits, &kept);
    double scale = scale_for(learner, kept, count);
    uint32_t bucket_bits = 1;
    while (count > (uint32_t)(10U << bucket_bits)) bucket_bits++;
    uint32_t *slots = calloc((size_t)TD_FEATURE_BUCKET << bucket_bits, sizeof *slots);
    row_pool pool = {.stride = learner->columns <= 4    ? 4
                               : learner->columns <= 16 ? 16
                               : learner->columns <= 32 ? 32
                                                        : 64};
    pool.rows = resize(NULL, (size_t)count + 1, pool.stride);
    pool.slot_mask = 1;
    while (pool.slot_mask < count * 2) pool.slot_mask = pool.slot_mask * 2 + 1;
    pool.slots = calloc((size_t)pool.slot_mask + 1, sizeof *pool.slots);
    if (!slots || !pool.slots) resize(NULL, SIZE_MAX / 2, 1);
    int8_t zero[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    pool_row(&pool, zero);
    uint32_t dropped = 0, used = 0;
    for (uint32_t i = 0; i < count; i++) {
        int8_t row[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
        for (uint32_t c = 0; c < learner->columns; c++) row[c] = cut(average(learner, kept[i].row, c), scale);
        if (memcmp(row, zero, sizeof row) == 0) continue;
        uint64_t feature = learner->rows[kept[i].row].feature;
        uint32_t *bucket = slots + (feature >> (64 - bucket_bits)) * TD_FEATURE_BUCKET;
        uint32_t free_slot = 0;
        while (free_slot < TD_FEATURE_BUCKET && bucket[free_slot]) free_slot++;
        dropped += free_slot == TD_FEATURE_BUCKET;
        if (free_slot == TD_FEATURE_BUCKET) continue;
        bucket[free_slot] = td_feature_check(feature) | pool_row(&pool, row);
        used++;
    }
    fprintf(stderr, "  %u features learned, %u kept in %u different rows, %u without room\n", learner->count, used,
            pool.count, dropped);
    write_block(learner, &pool, slots, bucket_bits, out);
    free(kept);
    free(slots);
    free(pool.rows);
    free(pool.slots);
}
