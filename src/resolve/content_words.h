#ifndef TD_RESOLVE_CONTENT_WORDS_H
#define TD_RESOLVE_CONTENT_WORDS_H

/* Which words carry what a sentence is about: nouns, names, verbs, adjectives, numbers, but for the commonest. */

#include <stdbool.h>

#include "model/report.h"

bool td_is_content_word(const td_token *token);

#endif
