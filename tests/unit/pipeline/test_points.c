/* Bytes to code points without the text. */

#include "harness.h"
#include "pipeline/points.h"

static td_points points_of(td_arena *arena, const char *text) {
    td_points points = {0};
    td_points_init(&points, arena, td_view_of(text));
    return points;
}

static void check_span(const td_points *points, uint32_t start, uint32_t end, uint32_t expected_start,
                       uint32_t expected_end) {
    td_span span = td_points_of(points, (td_span){start, end});
    CHECK_INTEGER(span.start, expected_start);
    CHECK_INTEGER(span.end, expected_end);
}

int main(void) {
    td_arena arena;
    td_arena_init(&arena, 1 << 20);
    td_points plain = points_of(&arena, "no wide characters");
    CHECK_INTEGER(plain.wide.count, 0);
    check_span(&plain, 3, 7, 3, 7);
    check_span(&plain, 0, 18, 0, 18);

    /* n a ï v e   – 東 x: characters of 1, 2, 3, 3 and 1 bytes */
    td_points wide = points_of(&arena, "na\xC3\xAFve \xE2\x80\x93\xE6\x9D\xB1x");
    CHECK_INTEGER(wide.wide.count, 3);
    check_span(&wide, 0, 2, 0, 2);
    check_span(&wide, 2, 4, 2, 3);
    check_span(&wide, 4, 7, 3, 6);
    check_span(&wide, 7, 10, 6, 7);
    check_span(&wide, 10, 13, 7, 8);
    check_span(&wide, 13, 14, 8, 9);

    td_points four = points_of(&arena, "\xF0\x9F\x98\x80.");
    check_span(&four, 0, 4, 0, 1);
    check_span(&four, 4, 5, 1, 2);
    CHECK(!td_span_present(td_points_of(&four, TD_SPAN_NONE)));
    td_arena_release(&arena);
    return td_test_finish();
}
