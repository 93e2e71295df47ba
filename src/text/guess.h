#ifndef TD_TEXT_GUESS_H
#define TD_TEXT_GUESS_H

/* Part of speech without a trained tagger: for a lexicon that ships without one, and for tests of other stages. */

#include "lexicon/words.h"
#include "model/report.h"

/* Fill part_of_speech and morphology of the tokens of a sentence by table, ending, capital and the word before. */
void td_guess_sentence(const td_words *words, td_view text, td_token *tokens, uint32_t count);

#endif
