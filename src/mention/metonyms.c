/*
 * Capitals and seats that stand for a government: "Moscow said", "talks with Ankara".
 * Input: candidates with readings. Output: their form and kind.
 *
 * A city acts as a government where it speaks or is spoken to; everywhere else it is a place (Markert and Nissim
 * 2007 on place-for-people metonymy: the grammatical role is what tells).
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
