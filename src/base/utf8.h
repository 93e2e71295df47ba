#ifndef TD_BASE_UTF8_H
#define TD_BASE_UTF8_H

/* UTF-8: decoding, checking, replacing, and byte offsets against code points. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/view.h"

#define TD_UTF8_REPLACEMENT 0xFFFDU

/*
 * Decode the code point at `offset` (< size) and say in `*length` how many
 * bytes it takes. An ill-formed sequence gives U+FFFD and the length of its
 * maximal ill-formed part (Unicode 15, section 3.9), at least 1.
 */
uint32_t td_utf8_decode(td_view text, size_t offset, size_t *length);
/* Write `point` as UTF-8 (1 to 4 bytes) and return how many. */
size_t td_utf8_encode(uint32_t point, char bytes[4]);
/* Offset of the first ill-formed byte, or SIZE_MAX when there is none. */
size_t td_utf8_first_invalid(td_view text);
/* A copy with every ill-formed part replaced by U+FFFD. */
td_view td_utf8_repair(td_arena *arena, td_view text);
/* Number of code points in well-formed text. */
size_t td_utf8_count(td_view text);

/* Offsets of code points, looked up in constant time in both directions. */
typedef struct td_utf8_index {
    td_view text;
    const uint32_t *points_before; /* code points before each block of 64 bytes */
    bool ascii;
} td_utf8_index;

/* `text` must be well-formed, at most 4 GiB, and outlive the index. */
void td_utf8_index_init(td_utf8_index *index, td_arena *arena, td_view text);
/* Code points before byte `offset` (0 to size inclusive). */
uint32_t td_utf8_points_before(const td_utf8_index *index, size_t offset);
/* Byte offset of code point number `point`; the size when it is past the end. */
size_t td_utf8_offset_of(const td_utf8_index *index, uint32_t point);

#endif
