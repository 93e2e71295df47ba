#ifndef TD_MENTION_QUOTES_GRAMMAR_H
#define TD_MENTION_QUOTES_GRAMMAR_H

/*
 * Grammar of one parsed sentence, as those who read cues from it share it. Words are numbered within the sentence,
 * tokens within the report.
 */

#include "mention/quotes.h"

#define MOST_STEPS_UP 3 /* from a cue to the verb whose subject it shares */

/* The phrase of `word`; absent for TD_NONE. */
td_token_range td_quote_phrase(const td_phrase_extents *extents, td_index word);
bool td_quote_related(const td_quoting *quoting, td_index word, const char *label);
/* The head of `word` within its sentence, TD_NONE for the root. */
td_index td_quote_head(const td_quoting *quoting, td_index word);

enum td_stance td_cue_stance(const td_name_word *cue);
/* The subject of the cue or of the verb that it hangs on; of a clause on a noun, that noun; TD_NONE. */
td_index td_quote_subject(const td_quoting *quoting, td_index word);
/* The speaker's words when `subject` is the cue's. */
td_token_range td_quote_speaker_words(const td_quoting *quoting, td_index cue, td_index subject);
/* The cue with its auxiliaries, adverbs and particle. */
td_token_range td_quote_cue_words(const td_quoting *quoting, td_index cue, const td_name_word *word);
void td_quote_add(td_quoting *quoting, td_attribution made);

/* What the cue says, into made->content. */
void td_quote_take_content(const td_quoting *quoting, td_index cue, const td_name_word *word, td_attribution *made);
/* From a thing that is spoken of to the end of what the cue governs, up to a comma. */
td_token_range td_quote_thing(const td_quoting *quoting, td_index cue, td_index from, td_index through);

/* "was condemned by ...", "is expected to ...": the cue is passive. Adds what it tells. */
void td_quote_read_passive(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue);
/* "the claim that ...", "its promise to ...": the cue is a noun. Adds what it tells. */
void td_quote_read_noun(td_quoting *quoting, td_index sentence, td_index word);

#endif
