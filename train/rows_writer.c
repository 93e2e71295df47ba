/*
 * Writing rows. Input: features with their numbers. Output: a block for text/feature_rows.h.
 *
 * The largest number becomes 127: cutting off even the largest few costs accuracy.
 */

#include "rows_writer.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/feature_rows.h"

static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count + 1, size);
    if (!memory) {
        fprintf(stderr, "train: no memory for %zu bytes\n", count * size);
        exit(1);
    }
    return memory;
}

typedef struct kept_row {
    float weight; /* sum of its absolute numbers */
    uint32_t row;
} kept_row;

static int heavier_first(const void *left, const void *right) {
    const kept_row *a = left, *b = right;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static float absolute(float value) {
    return value < 0 ? -value : value;
}

/* The rows from the heaviest on; `*largest` gets the largest number. */
static kept_row *order_rows(const td_named_rows *rows, float *largest) {
    kept_row *kept = allocate(rows->count, sizeof *kept);
    *largest = 0;
    for (uint32_t row = 0; row < rows->count; row++) {
        kept[row].row = row;
        for (uint32_t c = 0; c < rows->columns; c++) {
            float value = absolute(rows->values[(size_t)row * rows->columns + c]);
            kept[row].weight += value;
            if (value > *largest) *largest = value;
        }
    }
    qsort(kept, rows->count, sizeof *kept, heavier_first);
    return kept;
}

static int8_t cut(float value, float unit) {
    float scaled = value / unit;
    if (scaled > 127) return 127;
    if (scaled < -127) return -127;
    return (int8_t)(scaled < 0 ? scaled - 0.5f : scaled + 0.5f);
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

static void write_block(uint32_t columns, const row_pool *pool, const uint32_t *slots, uint32_t bucket_bits,
                        td_buffer *out) {
    td_feature_rows_header header = {.magic = "tdrows",
                                     .version = TD_FEATURE_ROWS_VERSION,
                                     .columns = columns,
                                     .stride = pool->stride,
                                     .bucket_bits = bucket_bits,
                                     .row_count = pool->count};
    td_buffer_add(out, (td_view){(const char *)&header, sizeof header});
    td_buffer_add(out, (td_view){(const char *)slots, (sizeof *slots * TD_FEATURE_BUCKET) << bucket_bits});
    td_buffer_add(out, (td_view){(const char *)pool->rows, (size_t)pool->count * pool->stride});
    while (out->size % 64 != 0 && out->status == TD_OK) td_buffer_add_byte(out, 0);
}

static uint32_t stride_for(uint32_t columns) {
    return columns <= 4 ? 4 : columns <= 16 ? 16 : columns <= 32 ? 32 : 64;
}

static row_pool make_pool(uint32_t columns, uint32_t count) {
    row_pool pool = {.stride = stride_for(columns), .slot_mask = 1};
    while (pool.slot_mask < count * 2) pool.slot_mask = pool.slot_mask * 2 + 1;
    pool.rows = allocate((size_t)count + 1, pool.stride);
    pool.slots = allocate((size_t)pool.slot_mask + 1, sizeof *pool.slots);
    int8_t zero[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    pool_row(&pool, zero);
    return pool;
}

/* Put a row's number into the index; false when its bucket is full. */
static bool index_row(uint32_t *slots, uint32_t bucket_bits, uint64_t feature, uint32_t row) {
    uint32_t *bucket = slots + (feature >> (64 - bucket_bits)) * TD_FEATURE_BUCKET;
    for (uint32_t i = 0; i < TD_FEATURE_BUCKET; i++) {
        if (bucket[i]) continue;
        bucket[i] = td_feature_check(feature) | row;
        return true;
    }
    return false;
}

float td_rows_write(td_named_rows rows, uint32_t row_maximum, td_buffer *out) {
    float largest;
    kept_row *kept = order_rows(&rows, &largest);
    float unit = largest > 0 ? largest / 127 : 1;
    uint32_t count = rows.count < row_maximum ? rows.count : row_maximum, bucket_bits = 1, used = 0;
    while (count > (uint32_t)(10U << bucket_bits)) bucket_bits++;
    uint32_t *slots = allocate((size_t)TD_FEATURE_BUCKET << bucket_bits, sizeof *slots);
    row_pool pool = make_pool(rows.columns, count);
    for (uint32_t i = 0; i < count; i++) {
        int8_t row[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
        const float *values = rows.values + (size_t)kept[i].row * rows.columns;
        for (uint32_t c = 0; c < rows.columns; c++) row[c] = cut(values[c], unit);
        uint32_t number = pool_row(&pool, row);
        if (number != 0) used += index_row(slots, bucket_bits, rows.features[kept[i].row], number);
    }
    fprintf(stderr, "  %u features, %u kept in %u different rows\n", rows.count, used, pool.count);
    write_block(rows.columns, &pool, slots, bucket_bits, out);
    free(kept);
    free(slots);
    free(pool.rows);
    free(pool.slots);
    return unit;
}
