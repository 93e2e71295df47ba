#ifndef TD_PIPELINE_POINTS_H
#define TD_PIPELINE_POINTS_H

/*
 * Byte offsets to code points without keeping the text: only its characters
 * of more than one byte are remembered, which in English news are one in a
 * hundred. What an export needs to speak of any report at any time.
 */

#include "base/arena.h"
#include "base/array.h"
#include "base/span.h"
#include "base/view.h"

typedef struct td_wide_point {
    uint32_t offset; /* of the character's first byte */
    uint32_t surplus; /* continuation bytes up to its end */
} td_wide_point;

typedef struct td_points {
    TD_ARRAY(td_wide_point) wide; /* in text order */
} td_points;

/* Remember `text`, which must be well-formed; memory from `arena`. */
void td_points_init(td_points *points, td_arena *arena, td_view text);
/* A span of bytes as a span of code points; an absent one stays absent. */
td_span td_points_of(const td_points *points, td_span span);

#endif
