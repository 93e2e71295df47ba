#ifndef TD_TEXT_TEXT_H
#define TD_TEXT_TEXT_H

/*
 * Sentences and tokens, with lemma, part of speech and morphology.
 * Input: report->text and boilerplate. Output: the two lists, in text order.
 */

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "model/report.h"

typedef struct td_text td_text;

/* Break iterators and the like; one for each thread. The caller's, to td_text_free(). */
int td_text_new(const td_lexicon *lexicon, td_text **out, td_error *error);
void td_text_free(td_text *text);

/* Fill report->sentences and report->tokens; memory from `arena`. */
int td_text_read(td_text *text, td_report *report, td_arena *arena, td_error *error);

#endif
