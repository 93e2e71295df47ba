/* Byte offsets to code points by bisection over the characters that take more than one byte. */

#include "pipeline/points.h"

void td_points_init(td_points *points, td_arena *arena, td_view text) {
    *points = (td_points){0};
    uint32_t surplus = 0;
    for (uint32_t at = 0; at < text.size; at++) {
        if (((unsigned char)text.bytes[at] & 0xC0) != 0x80) continue;
        surplus++;
        bool first = ((unsigned char)text.bytes[at - 1] & 0xC0) != 0x80;
        if (first) *td_push(arena, &points->wide) = (td_wide_point){.offset = at - 1};
        points->wide.items[points->wide.count - 1].surplus = surplus;
    }
}

/* Continuation bytes before `offset`, which lies between characters. */
static uint32_t surplus_before(const td_points *points, uint32_t offset) {
    uint32_t low = 0, high = points->wide.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (points->wide.items[middle].offset < offset) low = middle + 1;
        else high = middle;
    }
    return low ? points->wide.items[low - 1].surplus : 0;
}

td_span td_points_of(const td_points *points, td_span span) {
    if (!td_span_present(span)) return span;
    return (td_span){span.start - surplus_before(points, span.start), span.end - surplus_before(points, span.end)};
}
