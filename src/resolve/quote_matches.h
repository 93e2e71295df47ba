#ifndef TD_RESOLVE_QUOTE_MATCHES_H
#define TD_RESOLVE_QUOTE_MATCHES_H

/* Quotations of different reports that are one: word for word, shortened, or translated twice. */

#include "resolve/comparison.h"

/* Fill comparison->quote_matches. */
void td_quote_matches_find(td_comparison *comparison);

#endif
