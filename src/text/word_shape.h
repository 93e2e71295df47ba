#ifndef TD_TEXT_WORD_SHAPE_H
#define TD_TEXT_WORD_SHAPE_H

/* What the trained classifiers see of a word: hashes of its form, ends and outline. */

#include <stdint.h>

#include "base/arena.h"
#include "base/view.h"
#include "model/report.h"

#define TD_SHAPE_AFFIXES 4

/* How a sentence is written, as far as capitals go. */
enum td_casing {
    TD_CASING_SENTENCE, /* the usual: capitals mean something */
    TD_CASING_TITLE,    /* Every Long Word Has One, As in Headlines */
    TD_CASING_CAPITALS, /* ALL LETTERS */
};

typedef struct td_word_shape {
    uint32_t lower;                    /* lower case; plain quotes and dashes; each digit as 0 in words with one */
    uint32_t prefix[TD_SHAPE_AFFIXES]; /* the first 1 to 4 letters, in lower case; 0 where the word is no longer */
    uint32_t suffix[TD_SHAPE_AFFIXES]; /* the last 1 to 4 */
    uint32_t outline;                  /* runs of capitals, small letters, digits and signs, with the casing */
    uint32_t features;                 /* TD_FEATURE_CAPITAL, _ALL_CAPITALS, _DIGITS as the letters show */
} td_word_shape;

#define TD_SHAPE_MARGIN 2

/*
 * The shapes of the tokens of one sentence, in `scratch`, with TD_SHAPE_MARGIN empty ones before the first and after
 * the last. `*casing` gets the sentence's casing; outlines in headlines are other than those in running text, and
 * where all letters are capitals the outlines do not show them.
 */
td_word_shape *td_word_shapes(td_view text, const td_token *tokens, uint32_t count, td_arena *scratch,
                              enum td_casing *casing);

/* A 64-bit feature from its template's number and up to two parts; a third may be mixed into `b` beforehand. */
static inline uint64_t td_feature_hash(uint32_t template, uint64_t a, uint64_t b) {
    uint64_t hash = a * 0x9E3779B97F4A7C15u ^ (b + 0x632BE59BD9B4E019u) * 0xD6E8FEB86659FD93u;
    hash = (hash ^ (hash >> 32) ^ (uint64_t) template * 0xA0761D6478BD642Fu) * 0xE7037ED1A0B428DBu;
    return hash ^ (hash >> 29);
}

#endif
