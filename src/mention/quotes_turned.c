/*
 * Cues that are turned: passives, and words that a third party carries.
 * Input: a cue of a parsed sentence. Output: attributions.
 *
 * "The raid was condemned by Oslo" has its speaker behind "by" and what is spoken of as its subject. "The talks are
 * expected to resume", "the town is known as a haven" have no speaker; what is said is the subject with the infinitive
 * or predicate, in two parts. "Tass quoted her as saying that ..." has its speaker as object, and a relay.
 */

#include "mention/quotes_grammar.h"

#define LONGEST_REACH 48 /* tokens around a cue in which its agent, owner or clause is looked for */

/* The words behind "by" that hang on the cue. */
static td_token_range agent_of(const td_quoting *quoting, td_index cue) {
    static const char *const agents[] = {"obl:agent", NULL};
    td_token_range range = td_quote_phrase(&quoting->extents, td_quote_dependent_behind(quoting, cue, agents));
    if (!td_range_present(range) || !td_quoting_is(quoting, range.first, "by")) return TD_RANGE_NONE;
    if (range.end - range.first > LONGEST_REACH) return TD_RANGE_NONE;
    range.first++;
    return td_quote_speaker_core(quoting, range);
}

/* "known as the lion", "considered a haven": the predicate of a passive that names; absent where there is none. */
static td_token_range predicate_of(const td_quoting *quoting, td_index cue) {
    static const char *const labels[] = {"xcomp", "obj", "obl", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index word = td_quote_dependent_behind(quoting, cue, labels);
    if (word == TD_NONE || extents->first[word] != cue + 1) return TD_RANGE_NONE;
    bool as = td_quoting_is(quoting, extents->token_start + cue + 1, "as");
    if (td_quote_related(quoting, word, "obl") && !as) return TD_RANGE_NONE;
    return td_quote_thing(quoting, cue, extents->first[word], extents->last[word]);
}

void td_quote_read_passive(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index subject = td_quote_dependent_before(quoting, word, "nsubj:pass");
    if (subject == TD_NONE) return;
    td_token_range agent = agent_of(quoting, word);
    td_attribution made = {.cue = extents->token_start + word,
                           .sentence = sentence,
                           .words = td_quote_cue_words(quoting, word, cue->words),
                           .stance = td_cue_stance(cue),
                           .speaker = agent,
                           .hearer = TD_RANGE_NONE,
                           .content = {td_range_trim(quoting, td_quote_phrase(extents, subject)), TD_RANGE_NONE},
                           .entity = TD_NONE,
                           .minor = true};
    td_index clause = extents->clause[word], open = extents->open_clause[word];
    if (td_cue_has(cue, "tell") && clause != TD_NONE && clause > word) { /* "they were told that ..." */
        made.hearer = made.content[0];
        made.content[0] = td_quote_thing(quoting, word, extents->first[clause], extents->last[clause]);
    } else if (td_cue_has(cue, "hearsay") && open != TD_NONE && extents->first[open] > word) {
        made.content[1] = td_quote_thing(quoting, word, extents->first[open], extents->last[open]);
    } else if (td_cue_has(cue, "call") && td_range_present(predicate_of(quoting, word))) {
        made.content[1] = predicate_of(quoting, word);
        if (td_quoting_is(quoting, made.content[1].first, "as")) { /* "known as" */
            made.content[1].first++;
            made.words.end = made.content[1].first;
        }
    } else if (!td_range_present(agent) || !(td_cue_has(cue, "act") || td_cue_has(cue, "call"))) {
        return;
    }
    td_quote_add(quoting, made);
}

/* The verb behind "as": "reported her as saying", "was quoted as saying"; TD_NONE. */
static td_index verb_as(const td_quoting *quoting, td_index cue) {
    static const char *const labels[] = {"advcl", "xcomp", "ccomp", "obl", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index verb = td_quote_dependent_behind(quoting, cue, labels);
    if (verb == TD_NONE || verb == 0 || !td_quoting_is(quoting, extents->token_start + verb - 1, "as")) return TD_NONE;
    return td_quoting_token(quoting, extents->token_start + verb)->features & TD_FEATURE_GERUND ? verb : TD_NONE;
}

bool td_quote_read_relayed(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index verb = td_stance_spoken(td_cue_stance(cue)) ? verb_as(quoting, word) : TD_NONE;
    if (verb == TD_NONE) return false;
    td_index at = extents->token_start + verb, passive = td_quote_dependent_before(quoting, word, "nsubj:pass");
    const td_name_word *said = td_cue_at(quoting, at, extents->token_end);
    td_index speaker = passive != TD_NONE ? passive : extents->object[word];
    if (!said || !td_cue_has(said, "clause") || speaker == TD_NONE) return false;
    td_index subject = passive != TD_NONE ? TD_NONE : td_quote_subject(quoting, word);
    td_token_range words = td_quote_cue_words(quoting, word, 1);
    td_attribution made = {.cue = at,
                           .sentence = sentence,
                           .words = {passive != TD_NONE ? words.first : at, at + said->words},
                           .stance = td_cue_stance(said),
                           .speaker = td_quote_speaker_words(quoting, word, speaker),
                           .hearer = TD_RANGE_NONE,
                           .relay = subject == TD_NONE ? agent_of(quoting, word)
                                                       : td_quote_speaker_words(quoting, word, subject),
                           .content = {TD_RANGE_NONE, TD_RANGE_NONE},
                           .entity = TD_NONE};
    td_quote_take_content(quoting, verb, said, &made);
    if (!td_range_present(made.content[0])) td_quote_guess_content(quoting, &made, false);
    td_quote_add(quoting, made);
    return true;
}
