/*
 * Small places.
 * Input: names that the text has shown to be places. Output: their readings as settlements and parts of divisions of
 * any size, behind those that the lexicon knows by their name alone.
 *
 * Most names of small places are also surnames or common words, so that their name alone shows nothing.
 */

#include "mention/places_resolving.h"

#define LONGEST_ROW 16 /* tokens from a name to the noun that it shares */
#define LONGEST_NAME 4 /* tokens */

static bool is_among(const td_phrase *phrases, uint32_t count, const td_phrase *phrase) {
    for (uint32_t i = 0; i < count; i++)
        if (phrases[i].kind == phrase->kind && phrases[i].id == phrase->id) return true;
    return false;
}

td_phrase_match td_towns_match(const td_naming *naming, const td_candidate *candidate) {
    uint32_t length = candidate->end - candidate->first;
    td_phrase_match match = td_phrases_match(naming->towns, td_naming_token(naming, candidate->first), length);
    return match.tokens == length ? match : (td_phrase_match){0};
}

static void add_towns(td_naming *naming, td_candidate *candidate) {
    td_phrase_match match = td_towns_match(naming, candidate);
    if (match.count == 0) return;
    td_phrase *phrases = TD_NEW_ARRAY(naming->arena, candidate->phrase_count + match.count, td_phrase);
    uint32_t count = candidate->phrase_count;
    if (count) memcpy(phrases, candidate->phrases, count * sizeof *phrases);
    for (uint32_t i = 0; i < match.count; i++)
        if (!is_among(candidate->phrases, candidate->phrase_count, &match.phrases[i]))
            phrases[count++] = match.phrases[i];
    candidate->phrases = phrases;
    candidate->phrase_count = count;
}

/* "Barrow, Jackson and Madison counties": the noun in the plural that names in a row share; TD_NONE. */
static td_index shared_noun(const td_naming *naming, const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    td_index end =
        candidate->end + LONGEST_ROW < sentence->token_end ? candidate->end + LONGEST_ROW : sentence->token_end;
    for (td_index i = candidate->end; i < end; i++) {
        const td_token *token = td_naming_token(naming, i);
        bool plural = token->features & TD_FEATURE_PLURAL && !(token->features & TD_FEATURE_CAPITAL);
        if (plural) return td_name_is(td_names_find(naming->names, token->lemma_key), TD_NAME_PLACE) ? i : TD_NONE;
        bool within = td_token_noted(naming, i, TD_TOKEN_NAMELIKE) || td_token_is(naming, i, ",") ||
                      td_token_is(naming, i, "and") || td_token_is(naming, i, "or");
        if (!within) return TD_NONE;
    }
    return TD_NONE;
}

/* Readings of a name with the noun that it shares with others: "Barrow County". */
static td_phrase_match match_with_noun(const td_naming *naming, const td_candidate *candidate, td_index noun) {
    td_token tokens[LONGEST_NAME + 1];
    uint32_t length = candidate->end - candidate->first;
    if (length > LONGEST_NAME) return (td_phrase_match){0};
    memcpy(tokens, td_naming_token(naming, candidate->first), length * sizeof *tokens);
    tokens[length] = *td_naming_token(naming, noun);
    tokens[length].key = tokens[length].lemma_key;
    tokens[length].features |= TD_FEATURE_CAPITAL | TD_FEATURE_SPACE_BEFORE;
    td_phrase_match match = td_phrases_match(naming->towns, tokens, length + 1);
    return match.tokens == length + 1 ? match : (td_phrase_match){0};
}

static bool read_shared_noun(const td_naming *naming, td_candidate *candidate) {
    td_index noun = candidate->form == TD_FORM_NAME ? shared_noun(naming, candidate) : TD_NONE;
    td_phrase_match match = noun == TD_NONE ? (td_phrase_match){0} : match_with_noun(naming, candidate, noun);
    if (match.count == 0) return false;
    candidate->kind = TD_ENTITY_PLACE;
    candidate->certainty = TD_SURE;
    candidate->place_noun = candidate->division_noun = candidate->row = true;
    candidate->phrases = match.phrases;
    candidate->phrase_count = match.count;
    return true;
}

void td_towns_read(td_naming *naming) {
    for (td_each(candidate, &naming->candidates)) {
        bool division = read_shared_noun(naming, candidate);
        candidate->known_count = candidate->phrase_count;
        if (!division && candidate->kind == TD_ENTITY_PLACE && candidate->form == TD_FORM_NAME)
            add_towns(naming, candidate);
    }
}
