/*
 * Cues of speech that are turned: passives and nouns.
 * Input: a cue of a parsed sentence. Output: attributions.
 *
 * "The raid was condemned by Oslo" has its speaker behind "by" and what is spoken of as its subject. "The talks are
 * expected to resume" has no speaker; what is said is the subject with the infinitive, in two parts. "Oslo's claim that
 * ..." is a noun with its clause; whose it is stands before it, or is the subject of the verb that the noun is the
 * object of ("Oslo repeated its claim that ...").
 */

#include "mention/quotes_grammar.h"

#define LONGEST_REACH 48 /* tokens around a cue in which its agent, owner or clause is looked for */

/* The first dependent of `head` behind it with one of these relations, TD_NONE. */
static td_index dependent_behind(const td_quoting *quoting, td_index head, const char *const *labels) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index last = extents->last[head] < head + LONGEST_REACH ? extents->last[head] : head + LONGEST_REACH;
    for (td_index i = head + 1; i <= last; i++) {
        if (td_quote_head(quoting, i) != head) continue;
        for (const char *const *label = labels; *label; label++)
            if (td_quote_related(quoting, i, *label)) return i;
    }
    return TD_NONE;
}

/* The last dependent of `head` before it with this relation, TD_NONE. */
static td_index dependent_before(const td_quoting *quoting, td_index head, const char *label) {
    td_index first = quoting->extents.first[head];
    if (head - first > LONGEST_REACH) first = head - LONGEST_REACH;
    for (td_index i = head; i-- > first;)
        if (td_quote_head(quoting, i) == head && td_quote_related(quoting, i, label)) return i;
    return TD_NONE;
}

/* The words behind "by" that hang on the cue. */
static td_token_range agent_of(const td_quoting *quoting, td_index cue) {
    static const char *const agents[] = {"obl:agent", NULL};
    td_token_range range = td_quote_phrase(&quoting->extents, dependent_behind(quoting, cue, agents));
    if (!td_range_present(range) || !td_quoting_is(quoting, range.first, "by")) return TD_RANGE_NONE;
    if (range.end - range.first > LONGEST_REACH) return TD_RANGE_NONE;
    range.first++;
    return td_quote_speaker_core(quoting, range);
}

void td_quote_read_passive(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index subject = dependent_before(quoting, word, "nsubj:pass");
    if (subject == TD_NONE) return;
    td_token_range agent = agent_of(quoting, word);
    td_attribution made = {.cue = extents->token_start + word,
                           .sentence = sentence,
                           .words = td_quote_cue_words(quoting, word, cue),
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
    } else if (!td_range_present(agent) || !(td_cue_has(cue, "act") || td_cue_has(cue, "call"))) {
        return;
    }
    td_quote_add(quoting, made);
}

/* Whose noun it is: its owner before it, or the subject of the verb that it is the object of. */
static td_token_range owner_of(const td_quoting *quoting, td_index noun) {
    td_token_range range = td_quote_phrase(&quoting->extents, dependent_before(quoting, noun, "nmod:poss"));
    if (td_range_present(range)) {
        bool marked = td_quoting_token(quoting, range.end - 1)->part_of_speech == TD_POS_PARTICLE;
        if (marked && range.end - range.first > 1) range.end--;
        return td_quote_speaker_core(quoting, range);
    }
    td_index verb = td_quote_head(quoting, noun);
    if (verb == TD_NONE || !td_quote_related(quoting, noun, "obj")) return TD_RANGE_NONE;
    td_index subject = td_quote_subject(quoting, verb);
    return subject == TD_NONE ? TD_RANGE_NONE : td_quote_speaker_words(quoting, verb, subject);
}

void td_quote_read_noun(td_quoting *quoting, td_index sentence, td_index word) {
    static const char *const clauses[] = {"acl", "ccomp", "acl:relcl", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_NOUN || at + 1 >= extents->token_end) return;
    const td_name_word *cue = td_cue_at(quoting, at, extents->token_end);
    if (!cue || !td_cue_has(cue, "noun")) return;
    td_index clause = dependent_behind(quoting, word, clauses);
    if (clause == TD_NONE) return;
    td_index mark = extents->first[clause];
    bool that = mark > word && td_quoting_is(quoting, extents->token_start + mark, "that");
    bool to = mark == word + 1 && td_quoting_is(quoting, at + 1, "to");
    if (!that && !to) return;
    if (extents->subject[clause] == mark || extents->object[clause] == mark) return; /* "claims that hurt" */
    td_attribution made = {.cue = at,
                           .sentence = sentence,
                           .words = {at, at + 1},
                           .stance = td_cue_stance(cue),
                           .speaker = owner_of(quoting, word),
                           .hearer = TD_RANGE_NONE,
                           .content = {td_quote_thing(quoting, word, mark, extents->last[clause]), TD_RANGE_NONE},
                           .entity = TD_NONE,
                           .minor = true};
    td_quote_add(quoting, made);
}
