#ifndef TD_TESTS_WORD_TABLES_H
#define TD_TESTS_WORD_TABLES_H

/* The tables of data/words/ for tests of the text stage, and texts read with them. */

#include "lexicon/words.h"
#include "model/report.h"

/* The words of the tables in `folder`, or the program ends. Memory from `arena`. */
const td_words *load_words(const char *folder, td_arena *arena);

/* A report with this text, cut into blocks, tokens and sentences, guessed and lemmatised. */
td_report read_text(const td_words *words, const char *text, td_arena *arena);
/* Its tokens with " " between them and " / " between sentences. */
td_view shown_tokens(const td_report *report, td_arena *arena);
/* Its sentences with " / " between them, line breaks as spaces. */
td_view shown_sentences(const td_report *report, td_arena *arena);

#endif
