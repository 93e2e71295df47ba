/*
 * Cutting plain text into paragraphs.
 * Input: text. Output: its paragraphs in order, with the counts that rules on page furniture look at.
 */

#include "intake/paragraphs.h"

#include "base/utf8.h"

static bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word_byte(char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Bytes of white space at `at`: ASCII, no-break space, zero-width space and byte-order mark; 0 for none. */
static uint32_t space_at(td_view text, size_t at) {
    unsigned char c = (unsigned char)text.bytes[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    if (c == 0xC2 && at + 1 < text.size && (unsigned char)text.bytes[at + 1] == 0xA0) return 2;
    if (at + 2 >= text.size) return 0;
    bool zero_width =
        c == 0xE2 && (unsigned char)text.bytes[at + 1] == 0x80 && (unsigned char)text.bytes[at + 2] == 0x8B;
    bool mark = c == 0xEF && (unsigned char)text.bytes[at + 1] == 0xBB && (unsigned char)text.bytes[at + 2] == 0xBF;
    return zero_width || mark ? 3 : 0;
}

static td_span trim(td_view text, td_span span) {
    uint32_t width;
    while (span.start < span.end && (width = space_at(text, span.start)) > 0) span.start += width;
    for (;;) {
        uint32_t cut = 0;
        for (uint32_t back = 1; back <= 3 && back <= span.end - span.start; back++)
            if (space_at(text, span.end - back) == back) cut = back;
        if (cut == 0) return span;
        span.end -= cut;
    }
}

/* Whether the letter at `at` is upper case; letters beyond Latin-1 and Cyrillic count as neither. */
static bool is_upper(td_view text, size_t at) {
    unsigned char c = (unsigned char)text.bytes[at];
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    unsigned char next = at + 1 < text.size ? (unsigned char)text.bytes[at + 1] : 0;
    if (c == 0xC3) return next >= 0x80 && next <= 0x9E;
    return c == 0xD0 && next >= 0x81 && next <= 0xAF;
}

static bool is_double_quote(td_view text, size_t at) {
    td_view mark = td_view_slice(text, at, at + 3);
    return text.bytes[at] == '"' || td_view_equal(mark, TD_VIEW("\xE2\x80\x9C")) ||
           td_view_equal(mark, TD_VIEW("\xE2\x80\x9D"));
}

static void count_words(td_paragraph *paragraph) {
    td_view text = paragraph->text;
    bool counted = false; /* the word at hand */
    for (size_t at = 0; at < text.size; at++) {
        char c = text.bytes[at];
        uint32_t width = space_at(text, at);
        if (width > 0) {
            counted = false;
            at += width - 1;
            continue;
        }
        if (is_double_quote(text, at)) paragraph->quoted = true;
        if ((unsigned char)c == 0xE2)
            at += at + 2 < text.size ? 2 : 0; /* dashes, curly quotes, dots */
        else if (!counted && is_word_byte(c)) {
            counted = true;
            paragraph->words++;
            paragraph->capitals += is_upper(text, at);
            paragraph->small += c >= 'a' && c <= 'z';
            paragraph->numbers += c >= '0' && c <= '9';
        }
    }
}

static bool ends_with_any(td_view text, const td_view *list, size_t count, size_t *size) {
    for (size_t i = 0; i < count; i++)
        if (td_view_ends_with(text, list[i])) return *size = list[i].size, true;
    return false;
}

/* The mark that a paragraph ends on, behind closing quotes and brackets. */
static bool ends_in_stop(td_view text) {
    static const td_view closing[] = {
        TD_VIEW("\""),           TD_VIEW("'"),       TD_VIEW(")"), TD_VIEW("]"), TD_VIEW("\xE2\x80\x99"),
        TD_VIEW("\xE2\x80\x9D"), TD_VIEW("\xC2\xBB")};
    static const td_view stops[] = {TD_VIEW("."),
                                    TD_VIEW("!"),
                                    TD_VIEW("?"),
                                    TD_VIEW(":"),
                                    TD_VIEW(";"),
                                    TD_VIEW(","),
                                    TD_VIEW("\xE2\x80\xA6"), /* ellipsis */
                                    TD_VIEW("\xE3\x80\x82"), /* ideographic full stop */
                                    TD_VIEW("\xD8\x9F"),     /* Arabic question mark */
                                    TD_VIEW("\xDB\x94")};    /* Urdu full stop */
    size_t size;
    while (ends_with_any(text, closing, sizeof closing / sizeof *closing, &size)) text.size -= size;
    return ends_with_any(text, stops, sizeof stops / sizeof *stops, &size);
}

/* What stands for U+2010..U+201F in plain form; 0 for other characters. */
static char plain_mark(td_view text, size_t at) {
    if (text.bytes[at] != '\xE2' || at + 2 >= text.size || text.bytes[at + 1] != '\x80') return 0;
    unsigned char last = (unsigned char)text.bytes[at + 2];
    if (last >= 0x90 && last <= 0x95) return '-';
    if (last >= 0x98 && last <= 0x9B) return '\'';
    return last >= 0x9C && last <= 0x9F ? '"' : 0;
}

static td_view make_plain(td_arena *arena, td_view text) {
    char *out = td_arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < text.size; at++) {
        uint32_t width = space_at(text, at);
        char mark = plain_mark(text, at), c = text.bytes[at];
        if (width > 0) {
            if (size > 0 && out[size - 1] != ' ') out[size++] = ' ';
            at += width - 1;
        } else if (mark) {
            out[size++] = mark;
            at += 2;
        } else {
            out[size++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        }
    }
    size_t start = 0;
    while (start < size && !is_word_byte(out[start]) && !strchr("([@#", out[start])) start++;
    while (size > start && !is_word_byte(out[size - 1])) size--;
    return (td_view){out + start, size - start};
}

static void add_paragraph(td_arena *arena, td_view text, td_span span, td_paragraph_array *paragraphs) {
    span = trim(text, span);
    if (span.start == span.end) return;
    td_paragraph *paragraph = td_push(arena, paragraphs);
    paragraph->span = span;
    paragraph->text = td_span_text(text, span);
    paragraph->stopped = ends_in_stop(paragraph->text);
    if (paragraph->text.size <= TD_FURNITURE_LIMIT) {
        count_words(paragraph);
        paragraph->plain = make_plain(arena, paragraph->text);
    } else {
        paragraph->words = paragraph->small = UINT32_MAX / 2; /* too many for any rule */
    }
}

/* The end of the line that begins at `at`, before its newline. */
static uint32_t line_end(td_view text, uint32_t at) {
    while (at < text.size && text.bytes[at] != '\n' && text.bytes[at] != '\r') at++;
    return at;
}

/* Behind the newline at `at`. */
static uint32_t next_line(td_view text, uint32_t at) {
    if (at + 1 < text.size && text.bytes[at] == '\r' && text.bytes[at + 1] == '\n') return at + 2;
    return at < text.size ? at + 1 : at;
}

/* Mail and old wire copy break lines at a column: many lines go on in lower case on the next. */
static bool is_wrapped(td_view text) {
    uint32_t pairs = 0, going_on = 0;
    bool before = false;
    for (uint32_t at = 0; at < text.size;) {
        uint32_t end = line_end(text, at);
        td_span line = trim(text, (td_span){at, end});
        bool blank = line.start == line.end;
        if (before && !blank) {
            pairs++;
            going_on += text.bytes[line.start] >= 'a' && text.bytes[line.start] <= 'z';
        }
        before = !blank && line.end - line.start <= 120;
        at = next_line(text, end);
    }
    return going_on >= 3 && going_on >= pairs / 3;
}

void td_paragraphs_cut(td_arena *arena, td_view text, td_paragraph_array *paragraphs) {
    bool wrapped = is_wrapped(text);
    uint32_t start = 0;
    for (uint32_t at = 0; at < text.size;) {
        uint32_t end = line_end(text, at);
        td_span line = trim(text, (td_span){at, end});
        bool blank = line.start == line.end;
        if (!wrapped || blank) {
            add_paragraph(arena, text, (td_span){start, end}, paragraphs);
            start = next_line(text, end);
        }
        at = next_line(text, end);
    }
    if (start < text.size) add_paragraph(arena, text, (td_span){start, (uint32_t)text.size}, paragraphs);
}

bool td_phrase_begins(td_view plain, td_view phrase) {
    return td_view_starts_with(plain, phrase) &&
           (plain.size == phrase.size || !is_word_byte(plain.bytes[phrase.size]) ||
            !is_word_byte(phrase.bytes[phrase.size - 1]));
}

bool td_phrase_within(td_view plain, td_view phrase) {
    for (size_t at = td_view_find(plain, phrase, 0); at != SIZE_MAX; at = td_view_find(plain, phrase, at + 1))
        if ((at == 0 || !is_word_byte(plain.bytes[at - 1]) || !is_word_byte(phrase.bytes[0])) &&
            td_phrase_begins(td_view_slice(plain, at, plain.size), phrase))
            return true;
    return false;
}
