#ifndef TD_TEXT_FEATURE_ROWS_H
#define TD_TEXT_FEATURE_ROWS_H

/*
 * The weights of a linear classifier as they lie in a model file: for each feature, named by a 64-bit hash, one row of
 * small integers, a weight for each class. Features that training left without weight have no row.
 *
 * A feature is found through an index of 32-bit slots in buckets of one cache line; a slot holds the number of the row
 * and some bits of the hash, so that a feature never seen is taken for a known one about once in a thousand. Sums are
 * 16-bit integers: the same on every machine, in whatever order they are made.
 */

#include <stdint.h>

#include "base/error.h"
#include "base/view.h"

#define TD_FEATURE_COLUMNS_MAXIMUM 64
#define TD_FEATURE_BUCKET 16 /* slots of 4 bytes: 64 bytes */
#define TD_FEATURE_ROW_BITS                          \
    18 /* of a slot; the rest holds bits of the hash \
        */
#define TD_FEATURE_ROWS_VERSION 1

/* How a block begins; the index follows at once, then the rows, each part a multiple of 64 bytes. */
typedef struct td_feature_rows_header {
    char magic[8]; /* "tdrows" */
    uint32_t version;
    uint32_t columns;     /* classes */
    uint32_t stride;      /* bytes of a row: columns rounded up to 4, 16, 32 or 64 */
    uint32_t bucket_bits; /* 1 << bucket_bits buckets */
    uint32_t row_count;   /* row 0 is all zero: what an unknown feature gets */
    uint32_t reserved[9];
} td_feature_rows_header;

typedef struct td_feature_rows {
    const uint32_t *slots;
    const int8_t *rows;
    uint32_t columns;
    uint32_t stride;
    uint32_t bucket_shift; /* the bucket is the topmost bits of the hash */
    uint32_t row_count;
} td_feature_rows;

/*
 * Check the block at the front of `block` and point `rows` into it; `*size` says how long it is. TD_ERROR_INPUT when it
 * is none of ours or damaged.
 */
int td_feature_rows_open(td_view block, td_feature_rows *rows, size_t *size, td_error *error);

static inline const uint32_t *td_feature_bucket(const td_feature_rows *rows, uint64_t hash) {
    return rows->slots + (hash >> rows->bucket_shift) * TD_FEATURE_BUCKET;
}
/* The bits of a slot that tell features of a bucket apart. */
static inline uint32_t td_feature_check(uint64_t hash) {
    return (uint32_t)hash & ~((1U << TD_FEATURE_ROW_BITS) - 1);
}

/*
 * Add to `sums` (stride of them) the rows of `count` features. Sums wrap at 16 bits, which the writer of a model rules
 * out by the range of its weights.
 */
void td_feature_rows_add(const td_feature_rows *rows, const uint64_t *features, uint32_t count, int16_t *sums);

#endif
