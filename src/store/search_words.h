#ifndef TD_STORE_SEARCH_WORDS_H
#define TD_STORE_SEARCH_WORDS_H

/* What a person types, as an FTS5 expression that means it and nothing else. */

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"

/* Most words and phrases that one search may hold. */
#define TD_SEARCH_WORDS 64

/*
 * Every word a string of its own, so that no operator is read into it; what
 * stands in quotation marks is one string, a phrase. TD_ERROR_USAGE when
 * nothing is left to search for, or too much.
 */
int td_search_expression(td_view words, td_arena *arena, td_view *expression, td_error *error);

#endif
