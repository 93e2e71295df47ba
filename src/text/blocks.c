/*
 * Cutting text into blocks.
 * Input: the text and its boilerplate. Output: blocks in text order, that together hold every character but spaces.
 * Whether the text is wrapped by hand is told from its lines: in wrapped text nearly every line that is followed by
 * another is so long that the other's first word had no room on it (the rule by which text is wrapped).
 */

#include "text/blocks.h"

#include "text/signs.h"

#define WIDEST_WRAP 140   /* columns; longer lines are paragraphs */
#define NARROWEST_WRAP 35 /* shorter lines are verse, lists, tables */
#define FEWEST_BREAKS 2   /* full lines that it takes to call a text wrapped */

typedef struct td_line {
    uint32_t start, end; /* without the line break and white space at the ends; equal for an empty line */
    uint32_t width;      /* in code points, from the line's true start */
    uint32_t first_word; /* columns of its first word */
} td_line;
typedef TD_ARRAY(td_line) td_line_array;

static bool is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static uint32_t columns(td_view text, uint32_t start, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t i = start; i < end; i++) count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    return count;
}

static void add_line(td_view text, uint32_t start, uint32_t end, td_arena *arena, td_line_array *lines) {
    td_line *line = td_push(arena, lines);
    uint32_t first = start, last = end;
    while (last > first && is_blank(text.bytes[last - 1])) last--;
    while (first < last && is_blank(text.bytes[first])) first++;
    uint32_t word = first;
    while (word < last && !is_blank(text.bytes[word])) word++;
    *line = (td_line){
        .start = first, .end = last, .width = columns(text, start, last), .first_word = columns(text, first, word)};
}

static void cut_lines(td_view text, td_arena *arena, td_line_array *lines) {
    uint32_t start = 0;
    while (start < text.size) {
        const char *found = memchr(text.bytes + start, '\n', text.size - start);
        uint32_t end = found ? (uint32_t)(found - text.bytes) : (uint32_t)text.size;
        add_line(text, start, end, arena, lines);
        start = end + 1;
    }
}

static bool is_full(const td_line *line, const td_line *next, uint32_t width) {
    return line->width + 1 + next->first_word > width;
}

/* The width that the text is wrapped to, 0 where it is not. */
static uint32_t wrap_width(const td_line_array *lines) {
    uint32_t width = 0, breaks = 0, full = 0;
    for (td_each(line, lines)) {
        if (line->width > WIDEST_WRAP) return 0;
        if (line->width > width) width = line->width;
    }
    if (width < NARROWEST_WRAP) return 0;
    for (uint32_t i = 0; i + 1 < lines->count; i++) {
        const td_line *this = &lines->items[i], *next = this + 1;
        if (this->end == this->start || next->end == next->start) continue;
        breaks++;
        full += is_full(this, next, width);
    }
    return full >= FEWEST_BREAKS && full * 4 >= breaks * 3 ? width : 0;
}

/* A comma, or no mark at all, at the end, and a lower-case letter at the start of the next line. */
static bool runs_on(td_view text, const td_line *line, const td_line *next) {
    char last = text.bytes[line->end - 1];
    bool open = last == ',' || last == ';' || last == '-' || td_is_lower(last) || td_is_digit(last) ||
                td_is_upper(last) || (unsigned char)last >= 0x80;
    return open && td_is_lower(text.bytes[next->start]);
}

/* Whether the break between two lines ends a paragraph. */
static bool ends_paragraph(td_view text, const td_line *line, const td_line *next, uint32_t width) {
    if (next->end == next->start) return true;
    if (width && is_full(line, next, width)) return false;
    return !runs_on(text, line, next);
}

typedef struct td_block_cursor {
    const td_report *report;
    td_arena *arena;
    td_block_array *blocks;
    uint32_t boilerplate; /* the next one that may matter */
} td_block_cursor;

static void add_block(td_block_cursor *cursor, uint32_t start, uint32_t end, bool body, uint32_t paragraph) {
    const char *bytes = cursor->report->text.bytes;
    while (end > start && is_blank(bytes[end - 1])) end--;
    while (start < end && is_blank(bytes[start])) start++;
    if (start == end) return;
    *td_push(cursor->arena, cursor->blocks) = (td_block){{start, end}, body, paragraph};
}

/* One paragraph, cut where boilerplate begins and ends; spans of boilerplate are in text order. */
static void add_paragraph(td_block_cursor *cursor, uint32_t start, uint32_t end, uint32_t paragraph) {
    const td_report *report = cursor->report;
    uint32_t at = start;
    for (uint32_t i = cursor->boilerplate; i < report->boilerplate.count && at < end; i++) {
        td_span part = report->boilerplate.items[i].span;
        if (part.start >= end) break;
        if (part.end <= at) {
            if (part.end <= start && i == cursor->boilerplate) cursor->boilerplate++;
            continue;
        }
        uint32_t from = part.start > at ? part.start : at, to = part.end < end ? part.end : end;
        add_block(cursor, at, from, true, paragraph);
        add_block(cursor, from, to, false, paragraph);
        at = to;
    }
    add_block(cursor, at, end, true, paragraph);
}

void td_blocks_cut(const td_report *report, td_arena *arena, td_block_array *blocks) {
    td_line_array lines = {0};
    td_block_cursor cursor = {.report = report, .arena = arena, .blocks = blocks};
    cut_lines(report->text, arena, &lines);
    uint32_t width = wrap_width(&lines), start = 0, paragraph = 0;
    bool inside = false;
    for (uint32_t i = 0; i < lines.count; i++) {
        const td_line *line = &lines.items[i];
        if (line->end == line->start) continue;
        if (!inside) start = line->start;
        inside = true;
        if (i + 1 < lines.count && !ends_paragraph(report->text, line, line + 1, width)) continue;
        add_paragraph(&cursor, start, line->end, paragraph++);
        inside = false;
    }
}
