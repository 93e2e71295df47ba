#ifndef TD_TEXT_TOKENS_H
#define TD_TEXT_TOKENS_H

/*
 * Words in the manner of Universal Dependencies English: punctuation apart, "ca" "n't", "Ankara" "'s", "long" "-"
 * "range", addresses and numbers whole. The full stop of an abbreviation is left apart here; whether it belongs to
 * the word is settled with the end of the sentence (sentences.h).
 */

#include "lexicon/words.h"
#include "model/report.h"

/*
 * Append the tokens of `span` to report->tokens, with span, key and the features that the writing shows. Time is
 * linear in the span, whatever it holds.
 */
void td_tokens_cut(const td_words *words, td_report *report, td_span span, td_arena *arena);

#endif
