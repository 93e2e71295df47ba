/*
 * The words of a search.
 * Input: what a person typed. Output: an expression of FTS5 strings, which
 * are joined by AND where they stand side by side.
 */

#include "store/search_words.h"

#include <string.h>

#include "base/utf8.h"

static bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == 0;
}

/* The bytes of the straight or curly quotation mark at `at`, or 0. */
static size_t quotation_mark(td_view words, size_t at) {
    td_view rest = td_view_slice(words, at, words.size);
    if (td_view_starts_with(rest, TD_VIEW("\""))) return 1;
    return td_view_starts_with(rest, TD_VIEW("\xE2\x80\x9C")) || td_view_starts_with(rest, TD_VIEW("\xE2\x80\x9D")) ? 3
                                                                                                                    : 0;
}

/* Does the tokenizer find a word in it? General punctuation and symbols alone are none. */
static bool holds_word(td_view part) {
    for (size_t at = 0, length; at < part.size; at += length) {
        uint32_t point = td_utf8_decode(part, at, &length);
        bool letter = (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
        bool digit = point >= '0' && point <= '9';
        bool beyond = point >= 0xC0 && !(point >= 0x2000 && point <= 0x2BFF) && !(point >= 0x3000 && point <= 0x3004) &&
                      point != TD_UTF8_REPLACEMENT;
        if (letter || digit || beyond) return true;
    }
    return false;
}

/* A quotation mark inside a string is written twice; a zero byte would end the expression. */
static char *add_string(char *to, td_view part) {
    *to++ = '"';
    for (size_t at = 0; at < part.size; at++) {
        if (part.bytes[at] == '"') *to++ = '"';
        *to++ = part.bytes[at] ? part.bytes[at] : ' ';
    }
    *to++ = '"';
    *to++ = ' ';
    return to;
}

/* The next word or phrase; false after the last. An opening quotation mark without an end reaches to the last word. */
static bool next_part(td_view words, size_t *at, td_view *part) {
    while (*at < words.size && is_space(words.bytes[*at])) (*at)++;
    if (*at >= words.size) return false;
    size_t mark = quotation_mark(words, *at), start = *at + mark, end = start;
    while (end < words.size && !quotation_mark(words, end) && (mark || !is_space(words.bytes[end]))) end++;
    *part = td_view_slice(words, start, end);
    *at = mark && end < words.size ? end + quotation_mark(words, end) : end;
    return true;
}

int td_search_expression(td_view words, td_arena *arena, td_view *expression, td_error *error) {
    words = td_utf8_repair(arena, words);
    /* Each byte becomes two at most, each part is given three more. */
    char *text = td_arena_alloc(arena, words.size * 2 + TD_SEARCH_WORDS * 4), *to = text;
    unsigned count = 0;
    size_t at = 0;
    td_view part;
    while (next_part(words, &at, &part)) {
        if (!holds_word(part)) continue;
        if (++count > TD_SEARCH_WORDS)
            return td_error_set(error, TD_ERROR_USAGE, "more than %d words to search for; leave some out",
                                TD_SEARCH_WORDS);
        to = add_string(to, part);
    }
    if (count == 0) return td_error_set(error, TD_ERROR_USAGE, "nothing to search for; give a word, or a \"phrase\"");
    *expression = (td_view){text, (size_t)(to - text)};
    return 0;
}
