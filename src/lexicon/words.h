#ifndef TD_LEXICON_WORDS_H
#define TD_LEXICON_WORDS_H

/* English words: lemma, part of speech and morphology by form, from data/. */

typedef struct td_words td_words;

#endif
