/*
 * Which place of the gazetteer a name means.
 * Input: candidates with readings as places, peoples, and what is known of the report's other entities. Output: place
 * entities with coordinates, precision and the readings passed over.
 *
 * One name has one meaning in one report (Leidner 2007), unless it is told with another container ("Tripoli,
 * Lebanon"). A reading is weighed by what contains it, the countries the report speaks of, how near the places already
 * settled are, and how many live there; what leaves no doubt is settled first and weighs on the rest.
 */

#include "base/hash.h"
#include "mention/places_resolving.h"

#define MOST_ALTERNATIVES 5
#define MOST_NAMESAKES 1 /* readings of a country's name that leave it settled at once */

static bool is_toponym(const td_candidate *candidate) {
    bool kind = candidate->kind == TD_ENTITY_PLACE || candidate->kind == TD_ENTITY_FACILITY;
    return kind && candidate->form == TD_FORM_NAME && candidate->entity == TD_NONE &&
           td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
}

/* ---- the names ---- */

static bool is_plain(const td_naming *naming, const td_candidate *candidate) {
    uint32_t places = 0;
    bool country = false; /* a country whose name no division and no town abroad bears */
    for (uint32_t i = 0; i < candidate->known_count; i++) { /* villages of its name cast no doubt */
        if (candidate->phrases[i].kind != TD_PHRASE_PLACE) continue;
        td_gazetteer_place place = td_places_get(naming->places, candidate->phrases[i].id);
        country |= places == 0 && place.precision == TD_PRECISION_COUNTRY;
        places++;
    }
    return places == 1 || (country && places <= MOST_NAMESAKES);
}

static td_index toponym_of(td_resolving *resolving, td_index number, uint64_t key) {
    const td_candidate *candidate = &resolving->naming->candidates.items[number];
    bool added;
    td_index *slot = td_map_put(&resolving->by_key, key, resolving->toponyms.count, &added);
    if (added) {
        td_toponym *toponym = td_push(resolving->naming->arena, &resolving->toponyms);
        *toponym = (td_toponym){.key = key,
                                .candidate = number,
                                .container = candidate->container,
                                .held = TD_NONE,
                                .plain = is_plain(resolving->naming, candidate),
                                .entity = TD_NONE};
        return resolving->toponyms.count - 1;
    }
    return *slot;
}

static void note_evidence(td_resolving *resolving, td_index toponym, const td_candidate *candidate) {
    bool shown = candidate->certainty != TD_GUESS || candidate->located || candidate->place_noun ||
                 candidate->container != TD_NONE;
    resolving->toponyms.items[toponym].evidence |= shown;
    resolving->toponyms.items[toponym].located |= candidate->located;
}

/* Each candidate's group is left as the number of its toponym in `toponym_of_candidate`. */
static td_index *gather_toponyms(td_resolving *resolving) {
    td_naming *naming = resolving->naming;
    td_index *numbers = TD_NEW_ARRAY(naming->arena, naming->candidates.count + 1, td_index);
    for (td_index i = 0; i < naming->candidates.count; i++) numbers[i] = TD_NONE;
    for (int contained = 1; contained >= 0; contained--) {
        for (td_index i = 0; i < naming->candidates.count; i++) {
            const td_candidate *candidate = &naming->candidates.items[i];
            if (!is_toponym(candidate) || (candidate->container != TD_NONE) != (contained == 1)) continue;
            uint64_t key = td_candidate_key(naming, candidate);
            if (contained) {
                uint64_t outer = td_candidate_key(naming, &naming->candidates.items[candidate->container]);
                numbers[i] = toponym_of(resolving, i, td_hash_mix(key, outer));
                td_map_put(&resolving->by_key, key, numbers[i], NULL); /* the bare name means the same */
            } else {
                numbers[i] = toponym_of(resolving, i, key);
            }
            note_evidence(resolving, numbers[i], candidate);
        }
    }
    return numbers;
}

/* Each name that another is told to lie in knows the first that does. */
static void note_held(td_resolving *resolving) {
    const td_naming *naming = resolving->naming;
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *inner = &naming->candidates.items[i];
        td_index outer = inner->container == TD_NONE ? TD_NONE : resolving->numbers[inner->container];
        if (outer != TD_NONE && resolving->toponyms.items[outer].held == TD_NONE && inner->phrase_count)
            resolving->toponyms.items[outer].held = i;
    }
}

/* ---- votes ---- */

static void vote(td_naming *naming, const char country[3]) {
    int slot = td_country_slot(country);
    if (slot >= 0 && naming->country_votes[slot] < UINT16_MAX) naming->country_votes[slot]++;
}

static void settle_peoples(td_naming *naming) {
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form == TD_FORM_DEMONYM && candidate->entity == TD_NONE) {
            const td_phrase *demonym = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_DEMONYM);
            char country[3] = "";
            uint32_t place;
            if (demonym) td_country_of_id(demonym->id, country);
            if (!td_places_country(naming->places, country, &place)) continue;
            td_entity_mention(naming, i, td_entity_of_place(naming, place));
        }
        candidate = &naming->candidates.items[i];
        if (candidate->entity != TD_NONE) vote(naming, naming->report->entities.items[candidate->entity].country);
    }
}

/* ---- choosing ---- */

static void note_alternatives(td_naming *naming, const td_toponym *toponym) {
    td_place *place = &naming->report->entities.items[toponym->entity].place;
    if (place->alternatives.count) return;
    for (uint32_t i = 1; i < toponym->reading_count && i <= MOST_ALTERNATIVES; i++) {
        const td_gazetteer_place *other = &toponym->readings[i].place;
        if (other->latitude != other->latitude) continue;
        td_place_candidate *entry = td_push(naming->arena, &place->alternatives);
        entry->name = other->region.size
                          ? td_arena_format(naming->arena, "%.*s, %.*s, %s", TD_VIEW_ARGUMENTS(other->name),
                                            TD_VIEW_ARGUMENTS(other->region), other->country)
                          : td_arena_format(naming->arena, "%.*s, %s", TD_VIEW_ARGUMENTS(other->name), other->country);
        entry->latitude = other->latitude;
        entry->longitude = other->longitude;
        entry->gazetteer_id = other->gazetteer_id;
    }
}

static void note_anchor(td_resolving *resolving, const td_gazetteer_place *place) {
    bool exact = place->latitude == place->latitude && place->precision != TD_PRECISION_COUNTRY;
    if (!exact || resolving->anchor_count == TD_MOST_ANCHORS) return;
    resolving->anchors[resolving->anchor_count].latitude = place->latitude;
    resolving->anchors[resolving->anchor_count++].longitude = place->longitude;
}

/*
 * Does enough speak for the heaviest reading? Of a common word something must show that a place is meant; and that it
 * is this place, where a small one is the best that is known of the name.
 */
static bool is_believed(const td_resolving *resolving, const td_toponym *toponym) {
    const td_reading *best = &toponym->readings[0];
    uint32_t country = td_country_support(resolving, best);
    bool spoken_of = best->country >= 0 && (resolving->naming->country_votes[best->country] > 0 || country > 0);
    if (!toponym->evidence && !spoken_of) return false;
    if (!best->town) return true;
    bool near = td_region_support(resolving, best) >= TD_WHOLE_SHARE / 2;
    bool in_country = spoken_of && country >= TD_WHOLE_SHARE;
    return td_reading_is_held(resolving, toponym, best) || (near && (toponym->located || !best->ambiguous)) ||
           (in_country && toponym->located && !best->ambiguous);
}

/* A place of which nothing tells where it is. */
static td_index unknown_place(td_naming *naming, const td_toponym *toponym) {
    const td_candidate *candidate = &naming->candidates.items[toponym->candidate];
    bool known = td_reading_of(candidate->phrases, candidate->known_count, TD_PHRASE_PLACE) != NULL;
    return known ? TD_NONE : td_entity_add(naming, candidate->kind, td_candidate_text(naming, candidate));
}

/* With `outermost`, what contains the place is settled before it. */
static void settle(td_resolving *resolving, td_toponym *toponym, bool outermost) {
    td_naming *naming = resolving->naming;
    td_index outer = toponym->container == TD_NONE ? TD_NONE : resolving->numbers[toponym->container];
    if (outermost && outer != TD_NONE && !resolving->toponyms.items[outer].settled)
        settle(resolving, &resolving->toponyms.items[outer], false);
    td_support_withdraw(resolving, toponym);
    td_readings_weigh(resolving, toponym, true);
    toponym->settled = true;
    if (toponym->reading_count == 0) return;
    if (!is_believed(resolving, toponym)) {
        toponym->entity = unknown_place(naming, toponym);
        return;
    }
    const td_reading *best = &toponym->readings[0];
    toponym->entity = td_entity_of_place(naming, best->id);
    note_alternatives(naming, toponym);
    if (best->place.precision == TD_PRECISION_COUNTRY) vote(naming, best->place.country);
    td_support_settle(resolving, toponym);
    note_anchor(resolving, &best->place);
}

static void hand_out(td_resolving *resolving, const td_index *numbers) {
    td_naming *naming = resolving->naming;
    for (td_index i = 0; i < naming->candidates.count; i++) {
        if (numbers[i] == TD_NONE || naming->candidates.items[i].entity != TD_NONE) continue;
        td_index entity = resolving->toponyms.items[numbers[i]].entity;
        if (entity != TD_NONE) td_entity_mention(naming, i, entity);
    }
}

/* Settle the names that `chosen` picks, all where it is NULL. */
static void settle_all(td_resolving *resolving, bool (*chosen)(const td_toponym *toponym)) {
    for (td_index t = 0; t < resolving->toponyms.count; t++) {
        td_toponym *toponym = &resolving->toponyms.items[t];
        if (!toponym->settled && (!chosen || chosen(toponym))) settle(resolving, toponym, true);
    }
    hand_out(resolving, resolving->numbers);
}

static bool has_container(const td_toponym *toponym) {
    return toponym->container != TD_NONE;
}

static bool needs_no_other(const td_toponym *toponym) {
    return toponym->plain;
}

void td_places_resolve(td_naming *naming) {
    td_resolving resolving = {.naming = naming};
    td_map_init(&resolving.by_key, naming->arena);
    td_map_init(&resolving.region_shares, naming->arena);
    td_inner_places_find(naming);
    td_containers_find(naming);
    settle_peoples(naming);
    resolving.numbers = gather_toponyms(&resolving);
    note_held(&resolving);
    for (td_each(toponym, &resolving.toponyms)) {
        const td_candidate *candidate = &naming->candidates.items[toponym->candidate];
        td_readings_begin(&resolving, toponym, candidate->phrases, candidate->phrase_count, candidate->known_count);
    }
    settle_all(&resolving, needs_no_other);
    settle_all(&resolving, has_container);
    td_support_share(&resolving);
    settle_all(&resolving, NULL);
    td_places_unknown(&resolving);
}
