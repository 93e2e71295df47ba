#ifndef TD_TESTS_TOKENS_OF_H
#define TD_TESTS_TOKENS_OF_H

/* Tokens for the tests of matching: cut at spaces and, apart, at hyphens, commas and genitives. */

#include "model/report.h"

#define TOKENS_MOST 64

/* Tokens of `text` with key, features and span; returns how many. */
uint32_t tokens_of(const char *text, td_token tokens[TOKENS_MOST]);

#endif
