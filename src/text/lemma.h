#ifndef TD_TEXT_LEMMA_H
#define TD_TEXT_LEMMA_H

/* The form under which a dictionary lists a word. */

#include "lexicon/words.h"
#include "model/report.h"

/*
 * Set lemma and lemma_key of a token whose span, key, part of speech and features are set. The lemma of a name keeps
 * its case. Most lemmas are borrowed from `text` or the words and cost nothing.
 */
void td_lemma_set(const td_words *words, td_view text, td_token *token, td_arena *arena);

#endif
