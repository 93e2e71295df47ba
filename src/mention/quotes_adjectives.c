/*
 * Cues that are adjectives or adverbs.
 * Input: a word of a parsed sentence. Output: attributions.
 *
 * "Oslo was confident that ...", "officials wary of the deal": what an adjective tells is its clause or what its
 * preposition governs; whose it is, its subject or the noun that it stands behind. "The army has reportedly left" tells
 * the clause around the adverb and names nobody.
 */

#include "mention/quotes_grammar.h"

/* An adjective, or a participle that stands like one: "was worried that". By form, as participles have verbs' lemmas.
 */
static const td_name_word *adjective_at(const td_quoting *quoting, td_index at) {
    const td_token *token = td_quoting_token(quoting, at);
    bool participle = token->part_of_speech == TD_POS_VERB && (token->features & TD_FEATURE_PARTICIPLE);
    if (token->part_of_speech != TD_POS_ADJECTIVE && !participle) return NULL;
    const td_name_word *word = td_names_find(quoting->names, token->key);
    return td_name_is(word, TD_NAME_CUE) && td_cue_has(word, "adjective") ? word : NULL;
}

/* Where "that ...", "to ..." or a clause without its mark begins behind the adjective, TD_NONE. */
static td_index clause_of(const td_quoting *quoting, td_index word) {
    static const char *const clauses[] = {"ccomp", "xcomp", "advcl", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index clause = td_quote_dependent_behind(quoting, word, clauses), at = extents->token_start + word + 1;
    if (clause == TD_NONE || extents->first[clause] != word + 1) return TD_NONE;
    bool marked = td_quoting_is(quoting, at, "that") || td_quoting_is(quoting, at, "to");
    return marked || td_quote_related(quoting, clause, "ccomp") ? clause : TD_NONE;
}

static td_token_range content_of(const td_quoting *quoting, td_index word, bool *prepositional) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index clause = clause_of(quoting, word), at = extents->token_start + word;
    *prepositional = false;
    if (clause != TD_NONE) return td_quote_thing(quoting, word, word + 1, extents->last[clause]);
    if (!td_quote_governs_by_preposition(quoting, at)) return TD_RANGE_NONE;
    td_index governed = td_quote_head(quoting, word + 1);
    if (governed == TD_NONE || governed <= word + 1) return TD_RANGE_NONE;
    *prepositional = true;
    return td_range_trim(quoting, (td_token_range){at + 2, extents->token_start + extents->last[governed] + 1});
}

/* Its subject, the noun that it stands behind, or what it shares with the verb before. */
static td_index bearer_of(const td_quoting *quoting, td_index word) {
    td_index head = td_quote_head(quoting, word);
    if (quoting->extents.subject[word] != TD_NONE) return quoting->extents.subject[word];
    td_index passive = td_quote_dependent_before(quoting, word, "nsubj:pass");
    if (passive != TD_NONE) return passive;
    bool behind = head != TD_NONE && head < word &&
                  (td_quote_related(quoting, word, "amod") || td_quote_related(quoting, word, "acl"));
    return behind ? head : td_quote_subject(quoting, word);
}

void td_quote_read_adjective(td_quoting *quoting, td_index sentence, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    const td_name_word *cue = at + 1 < extents->token_end ? adjective_at(quoting, at) : NULL;
    td_index bearer = cue ? bearer_of(quoting, word) : TD_NONE;
    if (bearer == TD_NONE || bearer > word) return;
    bool prepositional;
    td_token_range content = content_of(quoting, word, &prepositional);
    if (!td_range_present(content)) return;
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.words = td_quote_cue_words(quoting, word, 1);
    made.words.end += prepositional;
    made.speaker = td_quote_speaker_words(quoting, word, bearer);
    made.content[0] = content;
    made.minor = true;
    if (td_range_present(made.speaker)) td_quote_add(quoting, made);
}

void td_quote_read_adverb(td_quoting *quoting, td_index sentence, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word, verb = td_quote_head(quoting, word);
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_ADVERB || verb == TD_NONE) return;
    const td_name_word *cue = td_cue_at(quoting, at, at + 1);
    if (!cue || !td_cue_has(cue, "adverb")) return;
    td_token_range clause = td_quote_phrase(extents, verb);
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.minor = true;
    if (clause.first < at) made.content[0] = td_range_trim(quoting, (td_token_range){clause.first, at});
    if (at + 1 < clause.end)
        made.content[td_range_present(made.content[0])] = td_range_trim(quoting, (td_token_range){at + 1, clause.end});
    td_quote_add(quoting, made);
}
