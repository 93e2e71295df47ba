/* Tokens for the tests of matching. */

#include "tokens_of.h"

#include <ctype.h>

#include "lexicon/word_key.h"

static size_t length_of_token(const char *text) {
    if (strncmp(text, "'s", 2) == 0) return 2;
    if (*text == '-' || *text == ',') return 1;
    size_t length = 0;
    while (text[length] && !strchr(" -,", text[length]) && strncmp(text + length, "'s", 2) != 0) length++;
    return length;
}

uint32_t tokens_of(const char *text, td_token tokens[TOKENS_MOST]) {
    uint32_t count = 0;
    bool space = true;
    for (size_t at = 0; text[at] && count < TOKENS_MOST;) {
        if (text[at] == ' ') {
            space = true;
            at++;
            continue;
        }
        size_t length = length_of_token(text + at);
        uint32_t upper = 0;
        bool lower = false;
        for (size_t i = 0; i < length; i++) {
            upper += isupper((unsigned char)text[at + i]) != 0;
            lower |= islower((unsigned char)text[at + i]) != 0;
        }
        tokens[count] = (td_token){.span = {(uint32_t)at, (uint32_t)(at + length)},
                                   .key = td_word_key((td_view){text + at, length})};
        if (isupper((unsigned char)text[at])) tokens[count].features |= TD_FEATURE_CAPITAL;
        if (upper > 1 && !lower) tokens[count].features |= TD_FEATURE_ALL_CAPITALS;
        if (space) tokens[count].features |= TD_FEATURE_SPACE_BEFORE;
        count++;
        space = false;
        at += length;
    }
    return count;
}
