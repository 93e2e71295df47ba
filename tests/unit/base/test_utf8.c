/* UTF-8: what is ill-formed, repair, and offsets in both directions. */

#include "base/utf8.h"
#include "harness.h"

static td_arena arena;

static void test_round_trip(void) {
    bool agree = true;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        char bytes[4];
        size_t size = td_utf8_encode(point, bytes), length;
        if (td_utf8_decode((td_view){bytes, size}, 0, &length) != point || length != size) agree = false;
        if (td_utf8_first_invalid((td_view){bytes, size}) != SIZE_MAX) agree = false;
    }
    CHECK(agree);
    char bytes[4];
    CHECK_INTEGER(td_utf8_encode(0xD800, bytes), 3); /* a surrogate is no character */
    CHECK(memcmp(bytes, "\xEF\xBF\xBD", 3) == 0);
    CHECK_INTEGER(td_utf8_encode(0x110000, bytes), 3);
}

/* Each row: bytes, offset of the first fault, and the repair with '?' for U+FFFD. */
static void test_repair(void) {
    static const struct {
        const char *bytes;
        size_t first;
        const char *repaired;
    } cases[] = {
        {"plain", SIZE_MAX, "plain"},
        {"\xC3\xA9t\xC3\xA9", SIZE_MAX, "\xC3\xA9t\xC3\xA9"},
        {"\x80", 0, "?"},
        {"a\xC0\xAF", 1, "a??"},         /* overlong: neither byte may begin anything */
        {"\xE0\x80\x80z", 0, "???z"},    /* overlong in three */
        {"\xE0\xA0z", 0, "?z"},          /* cut short: one part of two bytes */
        {"\xED\xA0\x80", 0, "???"},      /* a surrogate */
        {"\xF0\x80\x80\x80", 0, "????"}, /* overlong in four */
        {"\xF0\x90\x80z", 0, "?z"},
        {"\xF4\x90\x80\x80", 0, "????"}, /* above U+10FFFF */
        {"\xF5\xFE\xFF", 0, "???"},
        {"\xE2\x82", 0, "?"},
        {"ok \xE2\x82\xAC \xE2\x82", 7, "ok \xE2\x82\xAC ?"},
        {"a\xF1\x80\x80\xE1\x80\xC2"
         "b\x80"
         "c\x80\xBF"
         "d",
         1, "a???b?c??d"}, /* the standard's example */
        {"12345678\xFF"
         "12345678",
         8, "12345678?12345678"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_view text = td_view_of(cases[i].bytes);
        CHECK_INTEGER(td_utf8_first_invalid(text), cases[i].first);
        td_view repaired = td_utf8_repair(&arena, text), expected = td_view_of(cases[i].repaired);
        char shown[64];
        size_t size = 0;
        for (size_t at = 0, length; at < repaired.size; at += length) {
            if (td_utf8_decode(repaired, at, &length) == TD_UTF8_REPLACEMENT)
                shown[size++] = '?';
            else
                for (size_t j = 0; j < length; j++) shown[size++] = repaired.bytes[at + j];
        }
        CHECK(td_view_equal((td_view){shown, size}, expected));
        CHECK_INTEGER(td_utf8_first_invalid(repaired), SIZE_MAX);
    }
    CHECK(!td_view_present(td_utf8_repair(&arena, TD_VIEW_ABSENT)));
    CHECK_TEXT(td_utf8_repair(&arena, TD_VIEW("")), "");
}

/* Compare the index with plain counting at every byte and every code point. */
static void check_index(td_view text) {
    td_utf8_index index;
    td_utf8_index_init(&index, &arena, text);
    uint32_t points = 0;
    bool forward = true, backward = true;
    for (size_t at = 0; at < text.size;) {
        size_t length;
        td_utf8_decode(text, at, &length);
        if (td_utf8_points_before(&index, at) != points) forward = false;
        if (td_utf8_offset_of(&index, points) != at) backward = false;
        points++;
        at += length;
    }
    CHECK(forward);
    CHECK(backward);
    CHECK_INTEGER(td_utf8_points_before(&index, text.size), points);
    CHECK_INTEGER(td_utf8_points_before(&index, text.size + 9), points);
    CHECK_INTEGER(td_utf8_offset_of(&index, points), text.size);
    CHECK_INTEGER(td_utf8_offset_of(&index, points + 1), text.size);
    CHECK_INTEGER(td_utf8_offset_of(&index, UINT32_MAX), text.size);
    CHECK_INTEGER(td_utf8_count(text), points);
}

static void test_index(void) {
    static const uint32_t alphabets[][4] = {{'a', 'b', 'c', 'd'},
                                            {'a', 0xE9, 'b', 0x20AC},
                                            {0x1F54A, 0x1F54A, 0x1F54A, 0x1F54A},
                                            {0x661, 'x', 0x10FFFF, 0x2019}};
    static const size_t lengths[] = {0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 1000, 4096};
    for (size_t a = 0; a < sizeof alphabets / sizeof *alphabets; a++)
        for (size_t l = 0; l < sizeof lengths / sizeof *lengths; l++) {
            char *bytes = td_arena_alloc(&arena, lengths[l] * 4);
            size_t size = 0;
            for (size_t i = 0; i < lengths[l]; i++) size += td_utf8_encode(alphabets[a][i * i % 4], bytes + size);
            check_index((td_view){bytes, size});
        }
    /* All the wide ones at one end, so that the block of a code point is far from its average. */
    char *bytes = td_arena_alloc(&arena, 5000);
    size_t size = 0;
    for (int i = 0; i < 600; i++) size += td_utf8_encode('n', bytes + size);
    for (int i = 0; i < 600; i++) size += td_utf8_encode(0x1F54A, bytes + size);
    for (int i = 0; i < 600; i++) size += td_utf8_encode('n', bytes + size);
    check_index((td_view){bytes, size});
}

int main(void) {
    td_arena_init(&arena, 64 << 20);
    test_round_trip();
    test_repair();
    test_index();
    td_arena_release(&arena);
    return td_test_finish();
}
