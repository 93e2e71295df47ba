/* Views, spans, errors and hashes. */

#include "base/error.h"
#include "base/hash.h"
#include "base/span.h"
#include "base/view.h"
#include "harness.h"

static void test_cutting(void) {
    td_view view = TD_VIEW("ceasefire");
    CHECK_TEXT(td_view_slice(view, 5, 9), "fire");
    CHECK_TEXT(td_view_slice(view, 5, 99), "fire");
    CHECK_TEXT(td_view_slice(view, 7, 2), "");
    CHECK(!td_view_present(td_view_slice(TD_VIEW_ABSENT, 0, 3)));
    CHECK_TEXT(td_view_trim(TD_VIEW(" \t\r\n two words \n")), "two words");
    CHECK_TEXT(td_view_trim(TD_VIEW(" \n ")), "");
    CHECK(td_view_starts_with(view, TD_VIEW("cease")) && !td_view_starts_with(view, TD_VIEW("ceasefires")));
    CHECK(td_view_ends_with(view, TD_VIEW("fire")) && !td_view_ends_with(view, TD_VIEW("cease")));
    CHECK(td_view_starts_with(view, TD_VIEW("")) && td_view_ends_with(TD_VIEW(""), TD_VIEW("")));
}

static void test_comparing(void) {
    CHECK(td_view_equal_ascii_fold(TD_VIEW("Share ON"), TD_VIEW("share on")));
    CHECK(!td_view_equal_ascii_fold(TD_VIEW("share"), TD_VIEW("shared")));
    CHECK(!td_view_equal_ascii_fold(TD_VIEW("a[c"), TD_VIEW("a{c")));
    CHECK(td_view_compare(TD_VIEW("a"), TD_VIEW("ab")) < 0);
    CHECK(td_view_compare(TD_VIEW("b"), TD_VIEW("ab")) > 0);
    CHECK(td_view_compare(TD_VIEW("\xC3"), TD_VIEW("z")) > 0); /* bytes, not signed characters */
    CHECK_INTEGER(td_view_compare(TD_VIEW_ABSENT, TD_VIEW("")), 0);
}

static void test_finding(void) {
    td_view view = TD_VIEW("one two one");
    CHECK_INTEGER(td_view_find(view, TD_VIEW("one"), 0), 0);
    CHECK_INTEGER(td_view_find(view, TD_VIEW("one"), 1), 8);
    CHECK_INTEGER(td_view_find(view, TD_VIEW("one"), 9), SIZE_MAX);
    CHECK_INTEGER(td_view_find(view, TD_VIEW("one"), 99), SIZE_MAX);
    CHECK_INTEGER(td_view_find(view, TD_VIEW(""), 4), 4);
    CHECK_INTEGER(td_view_find(TD_VIEW("a\0b"), TD_VIEW("\0b"), 0), 1);
}

static void test_splitting(void) {
    td_view rest = TD_VIEW("a\t\tb\t"), part = TD_VIEW_ABSENT;
    const char *expected[] = {"a", "", "b", ""};
    for (size_t i = 0; i < 4; i++) {
        CHECK(td_view_split(&rest, '\t', &part));
        CHECK_TEXT(part, expected[i]);
    }
    CHECK(!td_view_split(&rest, '\t', &part));
    CHECK_TEXT(part, "");
    rest = TD_VIEW("");
    CHECK(td_view_split(&rest, ',', &part)); /* an empty text is one empty part */
    CHECK(!td_view_split(&rest, ',', &part));
}

static void test_integers(void) {
    int64_t value = 5;
    CHECK(td_view_to_integer(TD_VIEW("-42"), &value) && value == -42);
    CHECK(td_view_to_integer(TD_VIEW("+007"), &value) && value == 7);
    CHECK(td_view_to_integer(TD_VIEW("9223372036854775807"), &value) && value == INT64_MAX);
    CHECK(td_view_to_integer(TD_VIEW("-9223372036854775808"), &value) && value == INT64_MIN);
    value = 5;
    const char *wrong[] = {
        "", "-", "1 ", "1.0", "9223372036854775808", "-9223372036854775809", "99999999999999999999", "0x10"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) CHECK(!td_view_to_integer(td_view_of(wrong[i]), &value));
    CHECK_INTEGER(value, 5);
}

static void test_numbers(void) {
    double value = 5;
    CHECK(td_view_to_number(TD_VIEW("-0.125"), &value) && value == -0.125);
    CHECK(td_view_to_number(TD_VIEW("12e2"), &value) && value == 1200);
    CHECK(td_view_to_number(TD_VIEW("1E-3"), &value) && value == 0.001);
    CHECK(td_view_to_number(TD_VIEW("0"), &value) && value == 0);
    value = 5;
    const char *wrong[] = {"",    "-",   ".5",    "5.",  "01", "1e", "1e+", "1e999",
                           "nan", "inf", "0x1p3", "1,5", " 1", "1 ", "+1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) CHECK(!td_view_to_number(td_view_of(wrong[i]), &value));
    CHECK(value == 5);
    char longest[600];
    memset(longest, '1', sizeof longest);
    CHECK(!td_view_to_number((td_view){longest, sizeof longest}, &value));
}

static void test_spans(void) {
    td_span a = {2, 5}, b = {4, 9};
    CHECK(td_span_overlaps(a, b) && !td_span_overlaps(a, (td_span){5, 6}));
    CHECK(td_span_contains((td_span){0, 9}, a) && !td_span_contains(a, b));
    CHECK_INTEGER(td_span_join(a, b).end, 9);
    CHECK_INTEGER(td_span_join(TD_SPAN_NONE, b).start, 4);
    CHECK_INTEGER(td_span_join(a, TD_SPAN_NONE).end, 5);
    CHECK_TEXT(td_span_text(TD_VIEW("0123456"), a), "234");
    CHECK(!td_view_present(td_span_text(TD_VIEW("0123"), TD_SPAN_NONE)));
}

static void test_errors(void) {
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_error_set(&error, TD_ERROR_INPUT, "line %d is bad", 3), TD_ERROR_INPUT);
    CHECK_INTEGER(td_error_set(&error, TD_ERROR_FILE, "later"), TD_ERROR_FILE);
    CHECK_INTEGER(error.code, TD_ERROR_INPUT); /* the first is kept */
    td_error_prefix(&error, "file %s", "x.txt");
    CHECK_TEXT(td_view_of(error.message), "file x.txt: line 3 is bad");
    CHECK_INTEGER(td_error_set(NULL, TD_ERROR_INPUT, "nobody listens"), TD_ERROR_INPUT);
    char name[3000];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = 0;
    td_error_prefix(&error, "%s", name);
    CHECK_INTEGER(strlen(error.message), sizeof error.message - 1);
}

static void test_hashes(void) {
    char hex[33];
    td_digest(TD_VIEW(""), hex); /* from the specification's reference program */
    CHECK_TEXT(td_view_of(hex), "99aa06d3014798d86001c324468d497f");
    CHECK(td_hash(TD_VIEW("")) == 0x2D06800538D394C2u);
    CHECK(td_hash(TD_VIEW("a")) != td_hash(TD_VIEW("b")));
    CHECK(td_hash_mix(td_hash_mix(0, 1), 2) != td_hash_mix(td_hash_mix(0, 2), 1));
    CHECK(td_hash_mix(0, 0) != 0);
    td_hash_hex(0x0123456789ABCDEFu, hex);
    CHECK_TEXT(td_view_of(hex), "0123456789abcdef");
}

int main(void) {
    test_cutting();
    test_comparing();
    test_finding();
    test_splitting();
    test_integers();
    test_numbers();
    test_spans();
    test_errors();
    test_hashes();
    return td_test_finish();
}
