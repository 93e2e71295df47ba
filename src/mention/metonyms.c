/*
 * Capitals, seats and countries that stand for those who govern them: "Moscow said", "talks with Ankara", "Egypt's
 * troops".
 * Input: candidates with readings and, for countries, their entities. Output: their form, and of seats their kind.
 *
 * A city acts as a government where it speaks or is spoken to; everywhere else it is a place. A country acts where it
 * is the subject of what one does, or its agent, partner, owner (Markert and Nissim 2007 on place-for-people metonymy:
 * the grammatical role is what tells). A country that acts is the same entity as the country, its mention a metonym.
 */

#include "mention/naming.h"

static const td_name_word *cue_at(const td_naming *naming, td_index i) {
    const td_token *token = td_naming_token(naming, i);
    const td_name_word *cue = td_names_find(naming->names, token->lemma_key);
    if (!td_name_is(cue, TD_NAME_CUE) || token->part_of_speech != TD_POS_VERB) return NULL;
    return cue;
}

/* The verb behind the candidate, past auxiliaries and adverbs, is one of speech and not passive. */
static bool speaks(const td_naming *naming, const td_candidate *candidate, td_index sentence_end) {
    bool was = false;
    for (td_index i = candidate->end; i < sentence_end && i < candidate->end + 4; i++) {
        const td_token *token = td_naming_token(naming, i);
        if (token->part_of_speech == TD_POS_AUXILIARY) {
            was = td_token_is(naming, i, "was") || td_token_is(naming, i, "is") || td_token_is(naming, i, "were") ||
                  td_token_is(naming, i, "been");
            continue;
        }
        if (token->part_of_speech == TD_POS_ADVERB || token->part_of_speech == TD_POS_PARTICLE) continue;
        bool passive = was && token->features & TD_FEATURE_PARTICIPLE;
        return cue_at(naming, i) && !passive;
    }
    return false;
}

/* "between Moscow and Ankara", "urged Damascus to", "agreed with Tehran". */
static bool is_addressed(const td_naming *naming, const td_candidate *candidate, td_index sentence_start) {
    static const char *const words[] = {"with", "between", "against", "by", NULL};
    if (candidate->first == sentence_start) return false;
    for (int k = 0; words[k]; k++)
        if (td_token_is(naming, candidate->first - 1, words[k])) return true;
    const td_name_word *cue = cue_at(naming, candidate->first - 1);
    return cue && !td_view_starts_with(cue->values[TD_NAME_CUE], TD_VIEW("state"));
}

void td_metonyms_tell(td_naming *naming) {
    for (td_index i = 0; i < naming->candidates.count; i++) {
        td_candidate *candidate = &naming->candidates.items[i];
        const td_phrase *metonym = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_METONYM);
        if (!metonym || candidate->entity != TD_NONE || candidate->kind == TD_ENTITY_PERSON) continue;
        bool place = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE) != NULL;
        const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
        bool acts =
            speaks(naming, candidate, sentence->token_end) || is_addressed(naming, candidate, sentence->token_start);
        if (place && (candidate->located || !acts)) continue;
        candidate->form = TD_FORM_METONYM;
        candidate->kind = TD_ENTITY_ORGANISATION;
        td_entity_mention(naming, i, td_entity_of_actor(naming, metonym->id));
    }
}

/* ---- countries ---- */

#define LONGEST_LIST 24 /* members of "France, Britain and the United States": each leans on the one before */

static bool has_relation(const td_token *token, const char *relation) {
    return td_view_equal(token->relation, td_view_of(relation));
}

/* The token that heads the words of a candidate, TD_NONE without a parse. */
static td_index head_word(const td_naming *naming, const td_candidate *candidate, td_index start) {
    for (td_index i = candidate->first; i < candidate->end; i++) {
        const td_token *token = td_naming_token(naming, i);
        if (token->head == TD_NONE) return TD_NONE;
        td_index head = start + token->head - 1;
        if (token->head == 0 || head < candidate->first || head >= candidate->end) return i;
    }
    return TD_NONE;
}

/* The preposition of a noun: the word that hangs on it as its case; TD_NONE. */
static td_index case_of(const td_naming *naming, const td_candidate *candidate, td_index word, td_index start) {
    for (td_index i = candidate->first; i-- > start && i + 4 > candidate->first;) {
        const td_token *token = td_naming_token(naming, i);
        if (has_relation(token, "case") && token->head && start + token->head - 1 == word) return i;
    }
    return TD_NONE;
}

static bool is_word_of(const td_naming *naming, td_index i, enum td_name_class class, const char *value) {
    const td_token *token = td_naming_token(naming, i);
    const td_name_word *word = td_names_find(naming->names, token->lemma_key ? token->lemma_key : token->key);
    return td_name_is(word, class) && (!value || td_view_equal(word->values[class], td_view_of(value)));
}

/* What the word does there where it is no member of a list. */
static bool acts_as(const td_naming *naming, const td_candidate *candidate, td_index word, td_index start) {
    const td_token *token = td_naming_token(naming, word);
    if (token->head == 0) return false;
    td_index head = start + token->head - 1;
    bool verb = td_naming_token(naming, head)->part_of_speech == TD_POS_VERB;
    if (has_relation(token, "nsubj")) return verb && !is_word_of(naming, head, TD_NAME_STATE_ACT, "no");
    if (has_relation(token, "obj") || has_relation(token, "iobj"))
        return verb && (cue_at(naming, head) || is_word_of(naming, head, TD_NAME_STATE_ACT, "on"));
    if (has_relation(token, "nmod:poss") || has_relation(token, "compound"))
        return is_word_of(naming, head, TD_NAME_STATE_ACT, "own");
    td_index preposition = case_of(naming, candidate, word, start);
    return preposition != TD_NONE && is_word_of(naming, preposition, TD_NAME_STATE_ACT, "with");
}

static bool state_acts(const td_naming *naming, const td_candidate *candidate) {
    td_index start = naming->report->sentences.items[candidate->sentence].token_start;
    td_index word = head_word(naming, candidate, start);
    for (int k = 0; word != TD_NONE && k < LONGEST_LIST; k++) {
        const td_token *token = td_naming_token(naming, word);
        if (!has_relation(token, "conj") || token->head == 0) return acts_as(naming, candidate, word, start);
        word = start + token->head - 1;
    }
    return false;
}

void td_states_tell(td_naming *naming) {
    for (td_each(candidate, &naming->candidates)) {
        if (candidate->form != TD_FORM_NAME || candidate->kind != TD_ENTITY_PLACE || candidate->entity == TD_NONE ||
            candidate->located)
            continue;
        const td_entity *entity = &naming->report->entities.items[candidate->entity];
        if (entity->place.precision == TD_PRECISION_COUNTRY && state_acts(naming, candidate))
            candidate->form = TD_FORM_METONYM;
    }
}
