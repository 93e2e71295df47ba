/*
 * What is told to lie in what, and places inside other names.
 * Input: candidates in text order. Output: the container of each that has one; candidates for places that stand inside
 * the names of organisations and facilities ("Damascus University").
 */

#include "mention/places_resolving.h"

/* "Azaz, Aleppo province", "Kobani in Syria": the place behind `number` that holds it, or TD_NONE. */
static td_index container_of(const td_naming *naming, td_index number) {
    const td_candidate *inner = &naming->candidates.items[number];
    for (td_index k = number + 1; k < naming->candidates.count && k <= number + 2; k++) {
        const td_candidate *outer = &naming->candidates.items[k];
        if (outer->sentence != inner->sentence || outer->first > inner->end + 3) return TD_NONE;
        if (outer->first <= inner->end) continue;
        if (inner->row && outer->row) return TD_NONE; /* beside each other, not one in the other */
        bool place = outer->kind == TD_ENTITY_PLACE && outer->form == TD_FORM_NAME;
        bool comma = outer->first == inner->end + 1 && td_token_is(naming, inner->end, ",");
        bool in = td_token_is(naming, outer->first - 1, "in") ||
                  (td_token_is(naming, outer->first - 1, "the") && td_token_is(naming, outer->first - 2, "in"));
        bool close = outer->first - inner->end <= 2;
        return place && (comma || (in && close)) ? k : TD_NONE;
    }
    return TD_NONE;
}

/* A container must be able to hold something. */
static bool may_contain(const td_naming *naming, td_index number) {
    const td_candidate *candidate = &naming->candidates.items[number];
    for (uint32_t i = 0; i < candidate->phrase_count; i++) {
        if (candidate->phrases[i].kind != TD_PHRASE_PLACE) continue;
        td_gazetteer_place place = td_places_get(naming->places, candidate->phrases[i].id);
        if (place.precision == TD_PRECISION_COUNTRY || place.precision == TD_PRECISION_REGION ||
            (place.precision == TD_PRECISION_DISTRICT && place.parent != TD_PLACE_NO_PARENT))
            return true;
    }
    return candidate->place_noun;
}

void td_containers_find(td_naming *naming) {
    for (td_index i = 0; i < naming->candidates.count; i++) {
        td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form != TD_FORM_NAME || candidate->kind == TD_ENTITY_PERSON) continue;
        td_index outer = container_of(naming, i);
        if (outer != TD_NONE && may_contain(naming, outer)) candidate->container = outer;
    }
}

/*
 * "Damascus University", "Hall County Sheriff's Office": the place at token `i` of a name that as a whole the lexicon
 * lacks. A small place needs more than one word.
 */
static uint32_t inner_place(const td_naming *naming, td_index i, td_index end, td_phrase_match *match) {
    *match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    td_phrase_match town = td_phrases_match(naming->towns, td_naming_token(naming, i), end - i);
    if (town.tokens > 1 && town.tokens > match->tokens) *match = town;
    const td_phrase *place = td_reading_of(match->phrases, match->count, TD_PHRASE_PLACE);
    bool capital = td_naming_token(naming, i)->features & TD_FEATURE_CAPITAL;
    if (!place || !capital || (place->flags & TD_PHRASE_AMBIGUOUS)) return 0;
    bool given =
        match->tokens == 1 && td_names_match(naming->names, td_naming_token(naming, i), 1, 1U << TD_NAME_GIVEN);
    return given ? 0 : match->tokens;
}

void td_inner_places_find(td_naming *naming) {
    uint32_t count = naming->candidates.count;
    for (td_index n = 0; n < count; n++) {
        td_candidate outer = naming->candidates.items[n];
        bool kind = outer.kind == TD_ENTITY_ORGANISATION || outer.kind == TD_ENTITY_FACILITY;
        if (!kind || outer.form != TD_FORM_NAME || outer.phrase_count || outer.entity == TD_NONE) continue;
        for (td_index i = outer.first; i < outer.end; i++) {
            td_phrase_match match;
            uint32_t length = inner_place(naming, i, outer.end, &match);
            if (length == 0 || length == outer.end - outer.first) continue;
            td_candidate inner = td_candidate_over(outer.sentence, i, i + length);
            inner.kind = TD_ENTITY_PLACE;
            inner.certainty = TD_LIKELY;
            inner.phrases = match.phrases;
            inner.phrase_count = inner.known_count = match.count;
            *td_push(naming->arena, &naming->candidates) = inner;
            i += length - 1;
        }
    }
    td_candidates_sort(naming);
}
