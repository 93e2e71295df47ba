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
/* The first dependent of `head` behind it with one of these relations, TD_NONE. */
td_index td_quote_dependent_behind(const td_quoting *quoting, td_index head, const char *const *labels);
/* The last dependent of `head` before it with this relation, TD_NONE. */
td_index td_quote_dependent_before(const td_quoting *quoting, td_index head, const char *label);

enum td_stance td_cue_stance(const td_name_word *cue);
/* The subject of the cue or of the verb that it hangs on; of a clause on a noun, that noun; TD_NONE. */
td_index td_quote_subject(const td_quoting *quoting, td_index word);
/* The speaker's words when `subject` is the cue's. */
td_token_range td_quote_speaker_words(const td_quoting *quoting, td_index cue, td_index subject);
/* The words behind the dash of a dateline that begins the range; the range where none does. */
td_token_range td_quote_without_dateline(const td_quoting *quoting, td_token_range range);
/* Moves a speaker that is the sentence's dateline to the words behind it. */
void td_quote_leave_dateline(const td_quoting *quoting, td_attribution *made);
/* Moves a speaker that is a relative pronoun to the nouns between it and the cue. */
void td_quote_leave_relative(const td_quoting *quoting, td_attribution *made);
/* Widens the speaker by an apposition between commas before the cue. */
void td_quote_add_apposition(const td_quoting *quoting, td_attribution *made);
/* The cue of `words` words with its auxiliaries, adverbs and particle. */
td_token_range td_quote_cue_words(const td_quoting *quoting, td_index cue, uint32_t words);
/* Does it tell that something is said or thought? Joins a governing verb to the cue: "refused to confirm". */
bool td_quote_is_told(td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made);
/* An attribution of the cue `word` alone, with nothing yet that belongs to it. */
td_attribution td_quote_begin(const td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue);
void td_quote_add(td_quoting *quoting, td_attribution made);

/* The clause that the cue hangs on, less the cue's own phrase, into made->content. */
void td_quote_take_outer_clause(const td_quoting *quoting, td_index cue, td_attribution *made);
/* What the cue says, into made->content. */
void td_quote_take_content(const td_quoting *quoting, td_index cue, const td_name_word *word, td_attribution *made);
/* From a thing that is spoken of to the end of what the cue governs, up to a comma. */
td_token_range td_quote_thing(const td_quoting *quoting, td_index cue, td_index from, td_index through);

/* "was condemned by ...", "is expected to ...": the cue is passive. Adds what it tells. */
void td_quote_read_passive(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue);
/* "Tass quoted him as saying ...", "he was quoted as saying ...": adds what it tells; false where it is no such cue. */
bool td_quote_read_relayed(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue);
/* "Asked whether ...", "as reported by ...": a participle without its auxiliary; false where it is no such cue. */
bool td_quote_read_reduced(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue);
/* "the claim that ...", "its criticism of ...", "voiced hope that ...": the cue is a noun. Adds what it tells. */
void td_quote_read_noun(td_quoting *quoting, td_index sentence, td_index word);
/* "was confident that ...", "officials wary of ...": the cue is an adjective. Adds what it tells. */
void td_quote_read_adjective(td_quoting *quoting, td_index sentence, td_index word);
/* "has reportedly left": the cue is an adverb. Adds what it tells. */
void td_quote_read_adverb(td_quoting *quoting, td_index sentence, td_index word);
/* The preposition just behind token `at` by which a noun or adjective governs what it is about; false where none. */
bool td_quote_governs_by_preposition(const td_quoting *quoting, td_index at);
/* What the attribution of this cue tells is part of another's. */
void td_quote_void(td_quoting *quoting, td_index token);

#endif
