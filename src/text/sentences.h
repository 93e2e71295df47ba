#ifndef TD_TEXT_SENTENCES_H
#define TD_TEXT_SENTENCES_H

/* Where sentences end, and which full stops belong to abbreviations. */

#include "lexicon/words.h"
#include "model/report.h"
#include "text/blocks.h"

/*
 * Group the tokens from `first` to the end of report->tokens, all of `block`, into sentences, which are appended to
 * report->sentences. Joins the stops of abbreviations to their words, so that there may be fewer tokens after; marks
 * opening and closing quotation marks. Linear.
 */
void td_sentences_cut(const td_words *words, td_report *report, const td_block *block, uint32_t first, td_arena *arena);

#endif
