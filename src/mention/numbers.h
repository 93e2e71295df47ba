#ifndef TD_MENTION_NUMBERS_H
#define TD_MENTION_NUMBERS_H

/* Numbers as English writes them: digits, words, and both together. */

#include "mention/pieces.h"

typedef struct td_number {
    double value; /* of a vague plural the smallest number that the word allows */
    bool vague;   /* "dozens", "tens of thousands" */
    bool rounded; /* in words that round by themselves: "a dozen", "half a million" */
    bool words;   /* no digit in it */
} td_number;

/* The longest number that begins at piece `i`: how many pieces it takes, 0 when none begins there. */
uint32_t td_number_read(const td_pieces *pieces, int64_t i, td_number *number);
/* The exact words of a share: "half", "two thirds", "a quarter"; 0 when none begins there. */
uint32_t td_fraction_read(const td_pieces *pieces, int64_t i, td_number *number);

#endif
