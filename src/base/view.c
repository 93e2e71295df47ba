/*
 * Borrowed runs of bytes: cutting, comparing, searching, reading numbers.
 * Input: views. Output: views into them, offsets, numbers.
 */

#include "base/view.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

#define LONGEST_NUMBER 512 /* characters of a decimal number that are read at all */

td_view td_view_slice(td_view view, size_t start, size_t end) {
    if (!view.bytes) return TD_VIEW_ABSENT;
    if (end > view.size) end = view.size;
    if (start > end) start = end;
    return (td_view){view.bytes + start, end - start};
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

td_view td_view_trim(td_view view) {
    size_t start = 0, end = view.size;
    while (start < end && is_space(view.bytes[start])) start++;
    while (end > start && is_space(view.bytes[end - 1])) end--;
    return td_view_slice(view, start, end);
}

bool td_view_starts_with(td_view view, td_view prefix) {
    return view.size >= prefix.size && td_view_equal(td_view_slice(view, 0, prefix.size), prefix);
}

bool td_view_ends_with(td_view view, td_view suffix) {
    return view.size >= suffix.size && td_view_equal(td_view_slice(view, view.size - suffix.size, view.size), suffix);
}

static char fold(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool td_view_equal_ascii_fold(td_view a, td_view b) {
    if (a.size != b.size) return false;
    for (size_t i = 0; i < a.size; i++)
        if (fold(a.bytes[i]) != fold(b.bytes[i])) return false;
    return true;
}

size_t td_view_find(td_view view, td_view needle, size_t from) {
    if (from > view.size || needle.size > view.size - from) return SIZE_MAX;
    if (needle.size == 0) return from;
    const char *found = memmem(view.bytes + from, view.size - from, needle.bytes, needle.size);
    return found ? (size_t)(found - view.bytes) : SIZE_MAX;
}

int td_view_compare(td_view a, td_view b) {
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common == 0 ? 0 : memcmp(a.bytes, b.bytes, common);
    if (order != 0) return order;
    return (a.size > b.size) - (a.size < b.size);
}

bool td_view_split(td_view *rest, char separator, td_view *part) {
    if (!td_view_present(*rest)) return false;
    const char *found = rest->size == 0 ? NULL : memchr(rest->bytes, separator, rest->size);
    if (!found) {
        *part = *rest;
        *rest = TD_VIEW_ABSENT;
        return true;
    }
    size_t at = (size_t)(found - rest->bytes);
    *part = td_view_slice(*rest, 0, at);
    *rest = td_view_slice(*rest, at + 1, rest->size);
    return true;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool td_view_to_integer(td_view view, int64_t *value) {
    size_t at = 0;
    bool negative = view.size > 0 && view.bytes[0] == '-';
    if (view.size > 0 && (view.bytes[0] == '-' || view.bytes[0] == '+')) at++;
    if (at == view.size) return false;
    int64_t read = 0; /* kept negative, where one more number fits */
    for (; at < view.size; at++) {
        if (!is_digit(view.bytes[at])) return false;
        if (__builtin_mul_overflow(read, 10, &read) || __builtin_sub_overflow(read, view.bytes[at] - '0', &read))
            return false;
    }
    if (!negative && read == INT64_MIN) return false;
    *value = negative ? read : -read;
    return true;
}

static bool is_at(td_view view, size_t at, const char *bytes) {
    return at < view.size && view.bytes[at] && strchr(bytes, view.bytes[at]);
}

/* Behind the digits at `at`; false where there are none. */
static bool pass_digits(td_view view, size_t *at) {
    size_t start = *at;
    while (*at < view.size && is_digit(view.bytes[*at])) ++*at;
    return *at > start;
}

/* The grammar of RFC 8259, section 6. */
static bool is_json_number(td_view view) {
    size_t at = is_at(view, 0, "-") ? 1 : 0, whole = at;
    if (!pass_digits(view, &at) || (view.bytes[whole] == '0' && at > whole + 1)) return false;
    if (is_at(view, at, ".") && (at++, !pass_digits(view, &at))) return false;
    if (is_at(view, at, "eE")) {
        at++;
        if (is_at(view, at, "+-")) at++;
        if (!pass_digits(view, &at)) return false;
    }
    return at == view.size;
}

bool td_view_to_number(td_view view, double *value) {
    char text[LONGEST_NUMBER + 1];
    if (view.size > LONGEST_NUMBER || !is_json_number(view)) return false;
    memcpy(text, view.bytes, view.size);
    text[view.size] = 0;
    /* The decimal point of strtod() follows the program's locale, which is not ours to know. */
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (plain == (locale_t)0) return false;
    double read = strtod_l(text, NULL, plain);
    freelocale(plain);
    if (!isfinite(read)) return false;
    *value = read;
    return true;
}
