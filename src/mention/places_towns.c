/*
 * Small places.
 * Input: names that the text has shown to be places. Output: their readings as settlements and parts of divisions of
 * any size, behind those that the lexicon knows by their name alone.
 *
 * Most names of small places are also surnames or common words, so that their name alone shows nothing.
 */

#include "mention/places_resolving.h"

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

void td_towns_read(td_naming *naming) {
    for (td_each(candidate, &naming->candidates)) {
        candidate->known_count = candidate->phrase_count;
        if (candidate->kind == TD_ENTITY_PLACE && candidate->form == TD_FORM_NAME) add_towns(naming, candidate);
    }
}
