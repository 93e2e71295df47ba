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
    return td_quoting_is_any(quoting, behind, words);
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
    if (noun == TD_NONE || noun <= word + 1 || td_quote_head(quoting, noun) != word) return false;
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

/* The noun of attribution at `word`, NULL where it is none or is itself a predicate. */
static const td_name_word *noun_at(const td_quoting *quoting, td_index word) {
    td_index at = quoting->extents.token_start + word;
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_NOUN || at + 1 >= quoting->extents.token_end)
        return NULL;
    const td_name_word *cue = td_cue_at(quoting, at, at + 1);
    return cue && td_cue_has(cue, "noun") && quoting->extents.subject[word] == TD_NONE ? cue : NULL;
}

/* Whose it is: its owner, or the subject of the verb that it is the object of. */
static td_token_range bearer_of(const td_quoting *quoting, td_index word, td_index verb) {
    td_token_range owner = owner_of(quoting, word);
    td_index subject = !td_range_present(owner) && verb != TD_NONE ? td_quote_subject(quoting, verb) : TD_NONE;
    return subject == TD_NONE ? owner : td_quote_speaker_words(quoting, verb, subject);
}

/* "said in a statement that ...": the noun is part of the cue that it hangs on. */
static bool is_part_of_cue(const td_quoting *quoting, td_index word) {
    td_index head = td_quote_head(quoting, word), at = quoting->extents.token_start + word;
    const uint32_t *number = head == TD_NONE ? NULL : td_map_get(&quoting->cue_at, quoting->extents.token_start + head);
    if (!number) return false;
    td_token_range words = quoting->attributions.items[*number].words;
    return words.first <= at && at < words.end;
}

void td_quote_read_noun(td_quoting *quoting, td_index sentence, td_index word) {
    const td_name_word *cue = noun_at(quoting, word);
    td_noun_content content;
    if (!cue || is_part_of_cue(quoting, word)) return;
    td_index verb = verb_of(quoting, word);
    bool light = verb != TD_NONE && is_light(quoting, verb), clause = take_clause(quoting, word, &content);
    if (!clause && ((verb != TD_NONE && !light) || !take_prepositional(quoting, word, &content))) return;
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.words.end += content.prepositional;
    made.speaker = bearer_of(quoting, word, verb);
    made.content[0] = content.words;
    made.minor = true;
    if (light) {
        made.words.first = td_quote_cue_words(quoting, verb, 1).first;
        td_quote_void(quoting, quoting->extents.token_start + verb);
    }
    if (clause || td_range_present(made.speaker)) td_quote_add(quoting, made);
}
