/*
 * Word keys: what a word is looked up by.
 * Input: a word as written. Output: its folded form or the hash of it.
 *
 * Folding is Unicode case folding and removal of marks after compatibility
 * decomposition (Unicode Standard Annex 15, by utf8proc). Letters whose stroke
 * or dot is no separate mark to Unicode (o with stroke, dotless i) are folded
 * to the letter that English writes for them. Most words are ASCII and take a
 * path of their own: a key is made for every token of every report.
 */

#include "lexicon/word_key.h"

#include <utf8proc.h>

#include "base/array.h"
#include "base/hash.h"
#include "base/utf8.h"

#define SHORT_WORD 64       /* longest ASCII word that is folded on the stack */
#define POINTS_PER_POINT 32 /* more than the longest decomposition of Unicode (18) */
#define HIGH_BITS 0x8080808080808080ULL

typedef TD_ARRAY(char) folded_bytes;

typedef struct plain_letter {
    uint32_t point;
    char plain[3]; /* "" drops the character */
} plain_letter;

/* Sorted by code point. */
static const plain_letter plain_letters[] = {
    {0x0060, "'"},  {0x00AD, ""},  {0x00B4, "'"}, {0x00C6, "ae"}, {0x00D0, "d"},  {0x00D8, "o"},  {0x00DE, "th"},
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0110, "d"},  {0x0111, "d"},  {0x0126, "h"},
    {0x0127, "h"},  {0x0131, "i"}, {0x0141, "l"}, {0x0142, "l"},  {0x0152, "oe"}, {0x0153, "oe"}, {0x0166, "t"},
    {0x0167, "t"},  {0x018F, "a"}, {0x0259, "a"}, {0x02B9, "'"},  {0x02BB, "'"},  {0x02BC, "'"},  {0x02BE, "'"},
    {0x02BF, "'"},  {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"},  {0x2013, "-"},  {0x2018, "'"},  {0x2019, "'"},
    {0x201B, "'"},  {0x2032, "'"}, {0x2212, "-"}, {0xFF07, "'"},
};

static const char *plain_letter_of(uint32_t point) {
    size_t low = 0;
    size_t high = sizeof plain_letters / sizeof plain_letters[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (plain_letters[middle].point == point) return plain_letters[middle].plain;
        if (plain_letters[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static char lower_of(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Lower-case `word` into `folded` (room for word.size bytes); false where it is not plain ASCII. */
static bool fold_ascii(td_view word, char *folded) {
    uint64_t high = 0;
    size_t i = 0;
    for (; i + 8 <= word.size; i += 8) {
        uint64_t eight;
        memcpy(&eight, word.bytes + i, 8);
        high |= eight;
    }
    for (; i < word.size; i++) high |= (uint64_t)(unsigned char)word.bytes[i];
    if (high & HIGH_BITS) return false;
    for (i = 0; i < word.size; i++) folded[i] = word.bytes[i] == '`' ? '\'' : lower_of(word.bytes[i]);
    return true;
}

/* Append the folded form of one code point to `bytes` (room for 4 * POINTS_PER_POINT); returns how many. */
static size_t fold_point(uint32_t point, char *bytes) {
    if (point < 0x60) {
        bytes[0] = lower_of((char)point);
        return 1;
    }
    const char *plain = plain_letter_of(point);
    if (plain) {
        size_t size = strlen(plain);
        memcpy(bytes, plain, size);
        return size;
    }
    utf8proc_int32_t points[POINTS_PER_POINT];
    int last_class = 0;
    utf8proc_option_t options = (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                    UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)point, points, POINTS_PER_POINT, options, &last_class);
    if (count < 0 || count > POINTS_PER_POINT) return td_utf8_encode(point, bytes);
    size_t size = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++) size += td_utf8_encode((uint32_t)points[i], bytes + size);
    return size;
}

td_view td_word_fold(td_arena *arena, td_view word) {
    if (!td_view_present(word)) return TD_VIEW_ABSENT;
    char *ascii = td_arena_alloc(arena, word.size + 1);
    if (fold_ascii(word, ascii)) return (td_view){ascii, word.size};
    folded_bytes folded = {0};
    for (size_t offset = 0; offset < word.size;) {
        size_t length;
        char bytes[4 * POINTS_PER_POINT];
        size_t size = fold_point(td_utf8_decode(word, offset, &length), bytes);
        for (size_t i = 0; i < size; i++) *td_push(arena, &folded) = bytes[i];
        offset += length;
    }
    return (td_view){folded.items ? folded.items : "", folded.count};
}

size_t td_word_fold_into(td_view word, char *folded, size_t room) {
    if (word.size <= room && fold_ascii(word, folded)) return word.size;
    size_t size = 0;
    for (size_t offset = 0; offset < word.size;) {
        size_t length;
        char bytes[4 * POINTS_PER_POINT];
        size_t more = fold_point(td_utf8_decode(word, offset, &length), bytes);
        if (more > room - size) break;
        memcpy(folded + size, bytes, more);
        size += more;
        offset += length;
    }
    return size;
}

/* The key of a word that is long or not ASCII, hashed a piece at a time without memory of its own. */
static uint64_t key_of_pieces(td_view word) {
    char bytes[SHORT_WORD + 4 * POINTS_PER_POINT];
    size_t filled = 0;
    uint64_t key = 0;
    bool whole = true;
    for (size_t offset = 0; offset < word.size;) {
        size_t length;
        filled += fold_point(td_utf8_decode(word, offset, &length), bytes + filled);
        offset += length;
        if (filled <= SHORT_WORD) continue;
        key = td_hash_mix(key, td_hash((td_view){bytes, SHORT_WORD}));
        filled -= SHORT_WORD;
        memmove(bytes, bytes + SHORT_WORD, filled);
        whole = false;
    }
    uint64_t last = td_hash((td_view){bytes, filled});
    return whole ? last : td_hash_mix(key, last);
}

uint64_t td_word_key(td_view word) {
    char folded[SHORT_WORD];
    if (word.size <= SHORT_WORD && fold_ascii(word, folded)) return td_hash((td_view){folded, word.size});
    return key_of_pieces(word);
}
