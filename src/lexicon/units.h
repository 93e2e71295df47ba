#ifndef TD_LEXICON_UNITS_H
#define TD_LEXICON_UNITS_H

/* Units and counted nouns, from data/. */

typedef struct td_units td_units;

#endif
