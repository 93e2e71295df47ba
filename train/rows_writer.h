#ifndef TD_TRAIN_ROWS_WRITER_H
#define TD_TRAIN_ROWS_WRITER_H

/* Trained rows of numbers as the block that text/feature_rows.h reads, cut to eight bits. */

#include <stdint.h>

#include "base/buffer.h"

typedef struct td_named_rows {
    uint32_t columns, count;
    const uint64_t *features; /* the name of each row */
    const float *values;      /* `columns` of each */
} td_named_rows;

/*
 * Append the block to `out`, padded to 64 bytes, with the `row_maximum` heaviest rows. Returns what one unit of its
 * numbers stands for.
 */
float td_rows_write(td_named_rows rows, uint32_t row_maximum, td_buffer *out);

#endif
