/*
 * UTF-8.
 * Input: bytes, or well-formed text. Output: code points, repaired copies, offsets in bytes and in code points.
 * What is ill-formed, and how much of it one U+FFFD stands for, follows the Unicode Standard 15, section 3.9,
 * table 3-7 and "U+FFFD Substitution of Maximal Subparts".
 */

#include "base/utf8.h"

#define BLOCK 64u /* bytes between stored counts, and code points between stored blocks */

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Whether all eight bytes at `bytes` are ASCII. */
static bool is_ascii_word(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080u) == 0;
}

/* Table 3-7: what a first byte says of its sequence. `length` is 0 where none may begin. */
typedef struct td_utf8_lead {
    size_t length;
    unsigned char second_low, second_high; /* the range of the second byte; all later ones are 80..BF */
} td_utf8_lead;

static td_utf8_lead lead_of(unsigned char byte) {
    if (byte < 0x80) return (td_utf8_lead){1, 0, 0};
    if (byte < 0xC2 || byte > 0xF4) return (td_utf8_lead){0, 0, 0};
    if (byte < 0xE0) return (td_utf8_lead){2, 0x80, 0xBF};
    if (byte < 0xF0) return (td_utf8_lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    return (td_utf8_lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
}

/* As td_utf8_decode(), and whether the sequence was well-formed. */
static bool decode(td_view text, size_t offset, uint32_t *point, size_t *length) {
    const unsigned char *bytes = (const unsigned char *)text.bytes + offset;
    size_t left = text.size - offset;
    td_utf8_lead lead = lead_of(bytes[0]);
    *point = bytes[0];
    *length = 1;
    if (lead.length == 1) return true;
    if (lead.length > 1) {
        *point = bytes[0] & (0x7Fu >> lead.length);
        if (left > 1 && bytes[1] >= lead.second_low && bytes[1] <= lead.second_high) {
            *point = *point << 6 | (bytes[1] & 0x3Fu);
            *length = 2;
            while (*length < lead.length && *length < left && (bytes[*length] & 0xC0) == 0x80)
                *point = *point << 6 | (bytes[(*length)++] & 0x3Fu);
        }
        if (*length == lead.length) return true;
    }
    *point = TD_UTF8_REPLACEMENT;
    return false;
}

uint32_t td_utf8_decode(td_view text, size_t offset, size_t *length) {
    uint32_t point;
    decode(text, offset, &point, length);
    return point;
}

size_t td_utf8_encode(uint32_t point, char bytes[4]) {
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = TD_UTF8_REPLACEMENT;
    if (point < 0x80) {
        bytes[0] = (char)point;
        return 1;
    }
    size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, point >>= 6) bytes[i] = (char)(0x80 | (point & 0x3F));
    bytes[0] = (char)((0xF00u >> length & 0xFFu) | point);
    return length;
}

/* The first ill-formed byte at or after `from`, which is on a code-point border; the size when there is none. */
static size_t find_invalid(td_view text, size_t from) {
    size_t at = from;
    while (at < text.size) {
        if (text.size - at >= 8 && is_ascii_word(text.bytes + at)) {
            at += 8;
            continue;
        }
        uint32_t point;
        size_t length;
        if (!decode(text, at, &point, &length)) return at;
        at += length;
    }
    return at;
}

size_t td_utf8_first_invalid(td_view text) {
    size_t at = find_invalid(text, 0);
    return at < text.size ? at : SIZE_MAX;
}

/* Run over `text`; write the repaired bytes to `out` unless it is NULL; return their number. */
static size_t repair_into(td_view text, char *out) {
    size_t written = 0;
    for (size_t at = 0; at < text.size;) {
        size_t bad = find_invalid(text, at);
        if (out) memcpy(out + written, text.bytes + at, bad - at);
        written += bad - at;
        if (bad == text.size) break;
        if (out) td_utf8_encode(TD_UTF8_REPLACEMENT, out + written);
        written += 3;
        size_t length;
        td_utf8_decode(text, bad, &length);
        at = bad + length;
    }
    return written;
}

td_view td_utf8_repair(td_arena *arena, td_view text) {
    if (!td_view_present(text)) return TD_VIEW_ABSENT;
    size_t size = repair_into(text, NULL);
    char *bytes = td_arena_alloc(arena, size + 1);
    repair_into(text, bytes);
    return (td_view){bytes, size};
}

static uint32_t count_points(const char *bytes, size_t size) {
    uint32_t count = 0;
    for (size_t i = 0; i < size; i++) count += !is_continuation(bytes[i]);
    return count;
}

size_t td_utf8_count(td_view text) {
    size_t count = 0;
    for (size_t at = 0; at < text.size; at += BLOCK) {
        size_t left = text.size - at;
        count += count_points(text.bytes + at, left < BLOCK ? left : BLOCK);
    }
    return count;
}

static bool is_ascii(td_view text) {
    size_t at = 0;
    while (text.size - at >= 8 && is_ascii_word(text.bytes + at)) at += 8;
    while (at < text.size && (unsigned char)text.bytes[at] < 0x80) at++;
    return at == text.size;
}

/*
 * Two tables, one behind the other: the code points before each block of 64 bytes, then for every 64th code
 * point the block in which it begins. 64 code points take at most 256 bytes, so a look-up passes at most five
 * blocks.
 */
void td_utf8_index_init(td_utf8_index *index, td_arena *arena, td_view text) {
    *index = (td_utf8_index){.text = text, .ascii = is_ascii(text)};
    if (index->ascii) return;
    size_t blocks = text.size / BLOCK + 1, points = td_utf8_count(text);
    uint32_t *table = TD_NEW_ARRAY(arena, blocks + points / BLOCK + 1, uint32_t);
    uint32_t *starts = table + blocks;
    uint32_t before = 0;
    size_t next = 0; /* of `starts` */
    for (uint32_t block = 0; block < blocks; block++) {
        size_t at = (size_t)block * BLOCK, left = text.size - at;
        table[block] = before;
        before += count_points(text.bytes + at, left < BLOCK ? left : BLOCK);
        for (; next <= points / BLOCK && next * BLOCK < before; next++) starts[next] = block;
    }
    for (; next <= points / BLOCK; next++) starts[next] = (uint32_t)(blocks - 1);
    index->points_before = table;
}

uint32_t td_utf8_points_before(const td_utf8_index *index, size_t offset) {
    if (offset > index->text.size) offset = index->text.size;
    if (index->ascii) return (uint32_t)offset;
    size_t block = offset / BLOCK;
    return index->points_before[block] + count_points(index->text.bytes + block * BLOCK, offset - block * BLOCK);
}

size_t td_utf8_offset_of(const td_utf8_index *index, uint32_t point) {
    td_view text = index->text;
    if (index->ascii) return point < text.size ? point : text.size;
    size_t blocks = text.size / BLOCK + 1;
    if (point >= td_utf8_points_before(index, text.size)) return text.size;
    size_t block = index->points_before[blocks + point / BLOCK];
    while (block + 1 < blocks && index->points_before[block + 1] <= point) block++;
    size_t at = block * BLOCK;
    uint32_t seen = index->points_before[block];
    for (;; at++) {
        if (is_continuation(text.bytes[at])) continue;
        if (seen == point) return at;
        seen++;
    }
}
