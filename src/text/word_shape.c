/*
 * Shapes of words. Input: the text and spans of a sentence's tokens. Output: hashes that stand for the form in lower
 * case, its first and last letters, and its outline of capitals, digits and signs.
 */

#include "text/word_shape.h"

#include "base/utf8.h"

enum letter_kind { KIND_SMALL, KIND_CAPITAL, KIND_DIGIT, KIND_HYPHEN, KIND_POINT, KIND_QUOTE, KIND_SIGN };

/* Longer tokens (addresses, rubbish) are seen by their first and last letters. */
#define LETTERS_MAXIMUM 48

typedef struct letter {
    uint32_t lower;
    enum letter_kind kind;
} letter;

static letter ascii_letter(uint32_t point) {
    if (point >= 'a' && point <= 'z') return (letter){point, KIND_SMALL};
    if (point >= 'A' && point <= 'Z') return (letter){point + 32, KIND_CAPITAL};
    if (point >= '0' && point <= '9') return (letter){point, KIND_DIGIT};
    if (point == '-') return (letter){point, KIND_HYPHEN};
    if (point == '.') return (letter){point, KIND_POINT};
    if (point == '"' || point == '\'' || point == '`') return (letter){point == '`' ? '\'' : point, KIND_QUOTE};
    return (letter){point, KIND_SIGN};
}

/* What stands beyond ASCII, by ranges of code points; the first that holds a point counts. */
typedef struct letter_range {
    uint32_t first, last;
    enum letter_kind kind;
    uint32_t plain;    /* read as this letter; 0: as itself */
    uint32_t distance; /* from a capital to its small letter */
    bool alternates;   /* capitals are even, the small letter follows */
} letter_range;

/* Capitals of Latin, Greek and Cyrillic where the small letter follows by rule; others count as small. */
static const letter_range letter_ranges[] = {
    {0xC0, 0xD6, KIND_CAPITAL, 0, 32, false},     {0xD8, 0xDE, KIND_CAPITAL, 0, 32, false},
    {0x100, 0x137, KIND_SMALL, 0, 0, true},       {0x14A, 0x177, KIND_SMALL, 0, 0, true},
    {0x391, 0x3A9, KIND_CAPITAL, 0, 32, false},   {0x400, 0x40F, KIND_CAPITAL, 0, 80, false},
    {0x410, 0x42F, KIND_CAPITAL, 0, 32, false},   {0x2018, 0x2019, KIND_QUOTE, '\'', 0, false},
    {0x201B, 0x201B, KIND_QUOTE, '\'', 0, false}, {0x2BC, 0x2BC, KIND_QUOTE, '\'', 0, false},
    {0x201C, 0x201E, KIND_QUOTE, '"', 0, false},  {0xAB, 0xAB, KIND_QUOTE, '"', 0, false},
    {0xBB, 0xBB, KIND_QUOTE, '"', 0, false},      {0x2010, 0x2012, KIND_HYPHEN, '-', 0, false},
    {0x80, 0xBF, KIND_SIGN, 0, 0, false},         {0x2000, 0x2BFF, KIND_SIGN, 0, 0, false},
};

static letter foreign_letter(uint32_t point) {
    for (size_t i = 0; i < sizeof letter_ranges / sizeof *letter_ranges; i++) {
        const letter_range *range = &letter_ranges[i];
        if (point < range->first || point > range->last) continue;
        if (range->alternates) return (letter){point | 1, point & 1 ? KIND_SMALL : KIND_CAPITAL};
        return (letter){range->plain ? range->plain : point + range->distance, range->kind};
    }
    return (letter){point, KIND_SMALL};
}

/* Up to LETTERS_MAXIMUM letters of `word`; of a longer one the first and the last. */
static uint32_t read_letters(td_view word, letter letters[LETTERS_MAXIMUM]) {
    uint32_t count = 0;
    for (size_t at = 0, length = 1; at < word.size; at += length) {
        unsigned char first = (unsigned char)word.bytes[at];
        length = 1;
        if (count == LETTERS_MAXIMUM - 8 && word.size - at > 32) {
            at = word.size - 24;
            while (at < word.size - 1 && ((unsigned char)word.bytes[at] & 0xC0) == 0x80) at++;
            first = (unsigned char)word.bytes[at];
        }
        if (count == LETTERS_MAXIMUM) {
            memmove(letters + LETTERS_MAXIMUM - 8, letters + LETTERS_MAXIMUM - 7, 7 * sizeof *letters);
            count--;
        }
        letters[count++] = first < 0x80 ? ascii_letter(first) : foreign_letter(td_utf8_decode(word, at, &length));
    }
    return count;
}

static inline uint32_t hash_step(uint32_t hash, uint32_t part) {
    return (hash ^ part) * 0x01000193u;
}
/* Never 0, which stands for "none". */
static inline uint32_t hash_end(uint32_t hash) {
    hash = (hash ^ (hash >> 15)) * 0x85EBCA6Bu;
    hash ^= hash >> 13;
    return hash ? hash : 1;
}

static void add_affixes(td_word_shape *shape, const letter *letters, uint32_t count) {
    uint32_t front = 0x811C9DC5u, back = 0x811C9DC5u;
    for (uint32_t i = 0; i < TD_SHAPE_AFFIXES && i < count; i++) {
        front = hash_step(front, letters[i].lower);
        back = hash_step(back, letters[count - 1 - i].lower);
        shape->prefix[i] = hash_end(front);
        shape->suffix[i] = hash_end(back);
    }
}

/* Runs count once, so that "Aleppo" and "Homs" are alike, "MiG-29" and "Su-33" nearly so. */
static uint32_t outline_of(const letter *letters, uint32_t count, bool capitals_mean) {
    uint32_t hash = 0x811C9DC5u + capitals_mean;
    uint32_t last = UINT32_MAX, run = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t kind = letters[i].kind;
        if (!capitals_mean && kind == KIND_CAPITAL) kind = KIND_SMALL;
        run = kind == last ? run + 1 : 0;
        uint32_t longest = kind == KIND_DIGIT ? 4 : kind == KIND_CAPITAL ? 2 : 1;
        if (run < longest) hash = hash_step(hash, kind == KIND_SIGN ? letters[i].lower + 16 : kind);
        last = kind;
    }
    return hash_end(hash);
}

static void shape_word(td_word_shape *shape, const letter *letters, uint32_t count) {
    uint32_t capitals = 0, small = 0, digits = 0, hash = 0x811C9DC5u;
    for (uint32_t i = 0; i < count; i++) {
        capitals += letters[i].kind == KIND_CAPITAL;
        small += letters[i].kind == KIND_SMALL;
        digits += letters[i].kind == KIND_DIGIT;
    }
    for (uint32_t i = 0; i < count; i++) {
        hash = hash_step(hash, letters[i].kind == KIND_DIGIT ? '0' : letters[i].lower);
    }
    shape->lower = hash_end(hash);
    if (count && letters[0].kind == KIND_CAPITAL) shape->features |= TD_FEATURE_CAPITAL;
    if (capitals && !small) shape->features |= TD_FEATURE_ALL_CAPITALS;
    if (digits) shape->features |= TD_FEATURE_DIGITS;
    add_affixes(shape, letters, count);
}

/* Words that a headline in title case capitalises: those of four letters and more. */
typedef struct casing_counts {
    uint32_t words, long_words, capital_long_words, all_capitals, long_all_capitals;
} casing_counts;

static void count_casing(casing_counts *counts, const td_word_shape *shape, const letter *letters, uint32_t count) {
    if (!count || letters[0].kind > KIND_CAPITAL) return;
    counts->words++;
    if (shape->features & TD_FEATURE_ALL_CAPITALS) counts->all_capitals++;
    if (count < 4) return;
    counts->long_words++;
    if (shape->features & TD_FEATURE_CAPITAL) counts->capital_long_words++;
    if (shape->features & TD_FEATURE_ALL_CAPITALS) counts->long_all_capitals++;
}

static enum td_casing casing_of(const casing_counts *counts) {
    if (counts->words >= 3 && counts->long_words > 0 && counts->all_capitals * 10 >= counts->words * 9) {
        return TD_CASING_CAPITALS;
    }
    if (counts->long_words >= 4 && counts->capital_long_words * 10 >= counts->long_words * 9) return TD_CASING_TITLE;
    return TD_CASING_SENTENCE;
}

td_word_shape *td_word_shapes(td_view text, const td_token *tokens, uint32_t count, td_arena *scratch,
                              enum td_casing *casing) {
    td_word_shape *shapes = TD_NEW_ARRAY(scratch, (size_t)count + 2 * TD_SHAPE_MARGIN, td_word_shape) + TD_SHAPE_MARGIN;
    letter letters[LETTERS_MAXIMUM];
    casing_counts counts = {0};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t length = read_letters(td_span_text(text, tokens[i].span), letters);
        shape_word(&shapes[i], letters, length);
        count_casing(&counts, &shapes[i], letters, length);
        shapes[i].outline = outline_of(letters, length, true);
    }
    *casing = casing_of(&counts);
    if (*casing == TD_CASING_SENTENCE) return shapes;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t length = read_letters(td_span_text(text, tokens[i].span), letters);
        shapes[i].outline = outline_of(letters, length, *casing == TD_CASING_TITLE);
        shapes[i].outline += *casing;
    }
    return shapes;
}
