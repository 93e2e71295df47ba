/*
 * Rows of weights, read in place. Input: a block of a model file and features as hashes. Output: sums of rows.
 *
 * Hashed features after Shi et al., "Hash Kernels", 2009; rows cut to eight bits, as linear taggers and parsers lose
 * nothing by it.
 */

#include "text/feature_rows.h"

#include <string.h>

#include "text/wide.h"

static int damaged(td_error *error, const char *what) {
    return td_error_set(error, TD_ERROR_INPUT, "the trained model is damaged: %s; build the pack again", what);
}

static bool known_stride(uint32_t columns, uint32_t stride) {
    return columns > 0 && columns <= stride && (stride == 4 || stride == 16 || stride == 32 || stride == 64);
}

/* Every slot must name a row that exists, so that looking up need not check. */
static bool slots_in_range(const td_feature_rows *rows, size_t slot_count) {
    const uint32_t mask = (1U << TD_FEATURE_ROW_BITS) - 1;
    uint32_t largest = 0;
    for (size_t i = 0; i < slot_count; i++) {
        uint32_t row = rows->slots[i] & mask;
        largest = row > largest ? row : largest;
    }
    return largest < rows->row_count;
}

int td_feature_rows_open(td_view block, td_feature_rows *rows, size_t *size, td_error *error) {
    td_feature_rows_header header;
    if (block.size < sizeof header) return damaged(error, "it ends within its header");
    if ((uintptr_t)block.bytes % 64 != 0) return damaged(error, "it is not aligned to 64 bytes");
    memcpy(&header, block.bytes, sizeof header);
    if (memcmp(header.magic, "tdrows\0", sizeof header.magic) != 0) return damaged(error, "its first bytes are wrong");
    if (header.version != TD_FEATURE_ROWS_VERSION) {
        return td_error_set(error, TD_ERROR_INPUT, "the trained model is of version %u, this program reads %u",
                            header.version, (unsigned)TD_FEATURE_ROWS_VERSION);
    }
    if (!known_stride(header.columns, header.stride)) return damaged(error, "its rows have an impossible width");
    if (header.bucket_bits < 1 || header.bucket_bits > 20 || header.row_count < 1 ||
        header.row_count > 1U << TD_FEATURE_ROW_BITS) {
        return damaged(error, "it has an impossible number of rows");
    }
    size_t slot_count = (size_t)TD_FEATURE_BUCKET << header.bucket_bits;
    size_t row_bytes = ((size_t)header.row_count * header.stride + 63) / 64 * 64;
    *size = sizeof header + slot_count * sizeof(uint32_t) + row_bytes;
    if (block.size < *size) return damaged(error, "it ends within its rows");
    *rows = (td_feature_rows){
        .slots = (const uint32_t *)(const void *)(block.bytes + sizeof header),
        .rows = (const int8_t *)block.bytes + sizeof header + slot_count * sizeof(uint32_t),
        .columns = header.columns,
        .stride = header.stride,
        .bucket_shift = 64 - header.bucket_bits,
        .row_count = header.row_count,
    };
    return slots_in_range(rows, slot_count) ? TD_OK : damaged(error, "its index points past its rows");
}

/* The row of a feature, 0 when it has none. No branch: compilers make vector code of it. */
INLINE uint32_t row_of(const td_feature_rows *rows, uint64_t hash) {
    const uint32_t mask = (1U << TD_FEATURE_ROW_BITS) - 1;
    const uint32_t *slot = td_feature_bucket(rows, hash);
    uint32_t check = td_feature_check(hash);
    uint32_t row = 0;
    /* An unknown feature may look like two of a bucket: one of them is taken, never a mixture of their numbers. */
    for (uint32_t i = 0; i < TD_FEATURE_BUCKET; i++) {
        uint32_t found = ((slot[i] ^ check) & ~mask) == 0 ? slot[i] & mask : 0;
        row = found > row ? found : row;
    }
    return row;
}

/* `width` is a constant where this is called. */
INLINE void add_rows(int16_t *sums, const int8_t *const *found, uint32_t count, uint32_t width) {
    int16_t total[TD_FEATURE_COLUMNS_MAXIMUM];
    memcpy(total, sums, width * sizeof *total);
    for (uint32_t k = 0; k < count; k++) {
        const int8_t *row = found[k];
        for (uint32_t i = 0; i < width; i++) total[i] = (int16_t)(total[i] + row[i]);
    }
    memcpy(sums, total, width * sizeof *total);
}

#define TD_FEATURE_BATCH 64

INLINE void add_batch(const td_feature_rows *rows, const uint64_t *features, uint32_t count, int16_t *sums) {
    const int8_t *found[TD_FEATURE_BATCH];
    uint32_t known = 0;
    for (uint32_t i = 0; i < count; i++) __builtin_prefetch(td_feature_bucket(rows, features[i]));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = row_of(rows, features[i]);
        found[known] = rows->rows + (size_t)row * rows->stride;
        __builtin_prefetch(found[known]);
        known += row != 0;
    }
    switch (rows->stride) {
    case 4:
        add_rows(sums, found, known, 4);
        break;
    case 16:
        add_rows(sums, found, known, 16);
        break;
    case 32:
        add_rows(sums, found, known, 32);
        break;
    default:
        add_rows(sums, found, known, 64);
    }
}

static WIDE void add_batch_wide(const td_feature_rows *rows, const uint64_t *features, uint32_t count, int16_t *sums) {
    add_batch(rows, features, count, sums);
}

static void add_batch_plain(const td_feature_rows *rows, const uint64_t *features, uint32_t count, int16_t *sums) {
    add_batch(rows, features, count, sums);
}

void td_feature_rows_add(const td_feature_rows *rows, const uint64_t *features, uint32_t count, int16_t *sums) {
    while (count > 0) {
        uint32_t batch = count < TD_FEATURE_BATCH ? count : TD_FEATURE_BATCH;
        if (HAS_WIDE)
            add_batch_wide(rows, features, batch, sums);
        else
            add_batch_plain(rows, features, batch, sums);
        features += batch;
        count -= batch;
    }
}
