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

/* What somebody "asked whether ..." or "asked to ..." is told, up to the next comma; false where there is nothing. */
static bool question_of(const td_quoting *quoting, td_index word, const td_name_word *cue, td_token_range *content) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index behind = extents->token_start + word + cue->words;
    td_index mark = td_quote_mark_behind(quoting, behind, extents->token_end);
    if (mark == TD_NONE && behind < extents->token_end && td_quoting_is(quoting, behind, "to")) mark = behind;
    if (mark == TD_NONE) return false;
    td_index at = mark - extents->token_start;
    *content = td_quote_thing(quoting, word, at, at);
    return td_range_present(*content);
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

/* "they were told that ...", "he was asked whether ...": what the hearer is told, into content. */
static bool take_told(const td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index clause = extents->clause[word];
    td_token_range told;
    if (!td_cue_has(cue, "tell")) return false;
    if (clause != TD_NONE && clause > word)
        told = td_quote_thing(quoting, word, extents->first[clause], extents->last[clause]);
    else if (!question_of(quoting, word, cue, &told))
        return false;
    made->hearer = made->content[0];
    made->content[0] = told;
    return true;
}

/* "is expected to resume", "is known as a haven": what is told of the subject, as the second part of the content. */
static bool take_predicate(const td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index open = extents->open_clause[word];
    td_token_range predicate = TD_RANGE_NONE;
    if (td_cue_has(cue, "hearsay") && open != TD_NONE && extents->first[open] > word)
        predicate = td_quote_thing(quoting, word, extents->first[open], extents->last[open]);
    else if (td_cue_has(cue, "call"))
        predicate = predicate_of(quoting, word);
    if (!td_range_present(predicate)) return false;
    if (td_quoting_is(quoting, predicate.first, "as")) made->words.end = ++predicate.first;
    made->content[1] = predicate;
    return true;
}

void td_quote_read_passive(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    td_index subject = td_quote_dependent_before(quoting, word, "nsubj:pass");
    if (subject == TD_NONE) return;
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.words = td_quote_cue_words(quoting, word, cue->words);
    made.speaker = agent_of(quoting, word);
    made.content[0] = td_range_trim(quoting, td_quote_phrase(&quoting->extents, subject));
    made.minor = true;
    bool acted = td_range_present(made.speaker) && (td_cue_has(cue, "act") || td_cue_has(cue, "call"));
    if (take_told(quoting, word, cue, &made) || take_predicate(quoting, word, cue, &made) || acted)
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
    td_attribution made = td_quote_begin(quoting, sentence, verb, said);
    if (passive != TD_NONE) made.words.first = td_quote_cue_words(quoting, word, 1).first;
    made.speaker = td_quote_speaker_words(quoting, word, speaker);
    made.relay = subject == TD_NONE ? agent_of(quoting, word) : td_quote_speaker_words(quoting, word, subject);
    td_quote_take_content(quoting, verb, said, &made);
    if (!td_range_present(made.content[0])) td_quote_guess_content(quoting, &made, false);
    td_quote_add(quoting, made);
    return true;
}

/* "an island claimed by China": a participle behind its noun, which it acts on. */
static bool read_behind_noun(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    td_index at = quoting->extents.token_start + word + cue->words;
    td_index noun =
        td_quote_related(quoting, word, "acl") ? td_quote_head(quoting, word) : quoting->extents.subject[word];
    if (noun == TD_NONE || noun > word || at >= quoting->extents.token_end || !td_quoting_is(quoting, at, "by"))
        return false;
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.speaker = agent_of(quoting, word);
    if (!td_range_present(made.speaker)) return false;
    td_index first = quoting->extents.token_start + quoting->extents.first[noun];
    made.content[0] = td_range_trim(quoting, (td_token_range){first, made.cue});
    made.minor = true;
    if (td_cue_has(cue, "act") || td_cue_has(cue, "call")) td_quote_add(quoting, made);
    return true;
}

bool td_quote_read_reduced(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    static const char *const openers[] = {",", "when", "as", "if", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    if (read_behind_noun(quoting, sentence, word, cue)) return true;
    bool opens = word == 0 || td_quoting_is_any(quoting, at - 1, openers);
    uint32_t forms = TD_FEATURE_PARTICIPLE | (word == 0 ? TD_FEATURE_PAST : 0); /* "Asked ..." is tagged as either */
    bool participle = td_quoting_token(quoting, at)->features & forms;
    if (!opens || !participle || extents->subject[word] != TD_NONE || !td_stance_spoken(td_cue_stance(cue)))
        return false;
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.speaker = agent_of(quoting, word);
    made.minor = true;
    bool as = word > 0 && td_quoting_is(quoting, at - 1, "as"), agent = td_range_present(made.speaker);
    if (as && agent && td_cue_has(cue, "clause"))
        td_quote_take_outer_clause(quoting, word, &made);
    else if (!as && td_cue_has(cue, "tell"))
        question_of(quoting, word, cue, &made.content[0]);
    if (!td_range_present(made.content[0])) return false;
    td_quote_add(quoting, made);
    return true;
}
