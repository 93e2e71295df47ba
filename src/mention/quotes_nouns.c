/*
 * Cues that are nouns.
 * Input: a noun of a parsed sentence. Output: attributions.
 *
 * "Oslo's claim that ...", "his criticism of the deal": whose it is stands before the noun, or is the subject of the
 * verb that the noun is the object of ("Oslo repeated its claim that ..."). A verb that adds little but tense is part
 * of the cue: "voiced concern about", "made a promise to" (light verbs: Jespersen 1942, part VI).
 */

#include "mention/quotes_grammar.h"

#define LONGEST_OWNER 40 /* tokens; a longer owner is a misreading */

/* What the noun governs. */
typedef struct td_noun_content {
    td_token_range words;
    bool prepositional; /* its preposition belongs to the cue */
} td_noun_content;

bool td_quote_governs_by_preposition(const td_quoting *quoting, td_index at) {
    static const char *const words[] = {"about", "of", "for", "on",     "against", "over", "to",
                                        "with",  "at", "in",  "toward", "towards", NULL};
    td_index behind = at + 1;
    if (behind >= quoting->extents.token_end) return false;
    if (td_quoting_token(quoting, behind)->part_of_speech != TD_POS_ADPOSITION) return false;
    for (int k = 0; words[k]; k++)
        if (td_quoting_is(quoting, behind, words[k])) return true;
    return false;
}

/* "claim that ...", "promise to ..."; not "claims that hurt". */
static bool take_clause(const td_quoting *quoting, td_index word, td_noun_content *content) {
    static const char *const clauses[] = {"acl", "ccomp", "acl:relcl", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index clause = td_quote_dependent_behind(quoting, word, clauses);
    if (clause == TD_NONE) return false;
    td_index mark = extents->first[clause];
    bool that = mark > word && td_quoting_is(quoting, extents->token_start + mark, "that");
    bool to = mark == word + 1 && td_quoting_is(quoting, extents->token_start + mark, "to");
    if (!that && !to) return false;
    if (extents->subject[clause] == mark || extents->object[clause] == mark) return false;
    content->words = td_quote_thing(quoting, word, mark, extents->last[clause]);
    content->prepositional = false;
    return true;
}

/* "criticism of the deal". */
static bool take_prepositional(const td_quoting *quoting, td_index word, td_noun_content *content) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    if (!td_quote_governs_by_preposition(quoting, at)) return false;
    td_index noun = td_quote_head(quoting, word + 1);
    if (noun == TD_NONE || noun <= word + 1) return false;
    content->words = td_range_trim(quoting, (td_token_range){at + 2, extents->token_start + extents->last[noun] + 1});
    content->prepositional = true;
    return td_range_present(content->words);
}

/* The noun's owner before it: "Oslo's", "their". */
static td_token_range owner_of(const td_quoting *quoting, td_index noun) {
    td_token_range range = td_quote_phrase(&quoting->extents, td_quote_dependent_before(quoting, noun, "nmod:poss"));
    bool names = td_range_present(range) && range.end - range.first <= LONGEST_OWNER;
    return names ? td_quote_speaker_core(quoting, range) : TD_RANGE_NONE;
}

/* The verb that the noun is the object of, TD_NONE. */
static td_index verb_of(const td_quoting *quoting, td_index noun) {
    td_index verb = td_quote_head(quoting, noun);
    return verb != TD_NONE && verb < noun && td_quote_related(quoting, noun, "obj") ? verb : TD_NONE;
}

static bool is_light(const td_quoting *quoting, td_index verb) {
    const td_token *token = td_quoting_token(quoting, quoting->extents.token_start + verb);
    return td_name_is(td_names_find(quoting->names, token->lemma_key), TD_NAME_LIGHT);
}

void td_quote_read_noun(td_quoting *quoting, td_index sentence, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_NOUN || at + 1 >= extents->token_end) return;
    const td_name_word *cue = td_cue_at(quoting, at, at + 1);
    td_noun_content content;
    if (!cue || !td_cue_has(cue, "noun") || extents->subject[word] != TD_NONE) return;
    bool clause = take_clause(quoting, word, &content);
    if (!clause && !take_prepositional(quoting, word, &content)) return;
    td_index verb = verb_of(quoting, word);
    bool light = verb != TD_NONE && is_light(quoting, verb);
    td_attribution made = {.cue = at,
                           .sentence = sentence,
                           .words = {at, at + 1 + content.prepositional},
                           .stance = td_cue_stance(cue),
                           .speaker = owner_of(quoting, word),
                           .hearer = TD_RANGE_NONE,
                           .content = {content.words, TD_RANGE_NONE},
                           .entity = TD_NONE,
                           .minor = true};
    bool owned = td_range_present(made.speaker);
    if (!owned && verb != TD_NONE && (light || clause)) {
        td_index subject = td_quote_subject(quoting, verb);
        if (subject != TD_NONE) made.speaker = td_quote_speaker_words(quoting, verb, subject);
    }
    if (light) {
        made.words.first = td_quote_cue_words(quoting, verb, 1).first;
        td_quote_void(quoting, extents->token_start + verb);
    }
    if (clause || td_range_present(made.speaker)) td_quote_add(quoting, made);
}
