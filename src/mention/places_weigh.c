/*
 * How well each reading of a name fits the report.
 * Input: a name with its readings, what the report has settled so far. Output: the readings with points, heaviest first.
 */

#include "base/hash.h"
#include "mention/places_resolving.h"

#define FARTHEST 1000.0 /* kilometres at which nearness counts */
#define KILOMETRES_OF_DEGREE 111.0

/* Points of evidence; a doubling of the population is worth POINTS_DOUBLING. */
enum {
    POINTS_DOUBLING = 4,
    POINTS_DOUBLING_REGION = 3, /* a town is meant rather than the division of its name */
    POINTS_COUNTRY = 45,
    POINTS_SEA = 40,
    POINTS_REGION = 30, /* where a noun says so: "Aleppo province" */
    POINTS_OWN_TABLE = 20,
    POINTS_VOTE = 8,
    POINTS_SPOKEN = 1,
    MOST_SPOKEN = 8,     /* a country that is only an actor of the report says little of where its towns are */
    LOCATED_COUNTRY = 3, /* votes of "in Syria" for Syrian towns */
    MOST_VOTES = 7,
    POINTS_REGION_VOTE = 12,
    MOST_REGION_VOTES = 5,
    POINTS_SAME_COUNTRY = 80,
    POINTS_SAME_REGION = 130,
    POINTS_HOLDS = 60, /* a place of the name told before it lies in it: "Athens, Georgia" */
    POINTS_NEAR = 18,
    POINTS_AROUND = 10,
    POINTS_FAR = 4,
    POINTS_OTHER_NAME = 6,
};

uint64_t td_region_key(const char country[3], td_view region) {
    return td_hash_mix(td_hash(region), (uint64_t)(unsigned)td_country_slot(country));
}

td_view td_region_of(const td_gazetteer_place *place) {
    return place->precision == TD_PRECISION_REGION ? place->name : place->region;
}

uint32_t td_region_votes(const td_resolving *resolving, const td_gazetteer_place *place) {
    td_view region = td_region_of(place);
    const uint32_t *votes =
        region.size ? td_map_get(&resolving->region_votes, td_region_key(place->country, region)) : NULL;
    return votes ? *votes : 0;
}

static int doublings(uint32_t population) {
    int count = 0;
    while (population) population >>= 1, count++;
    return count;
}

static int points_of_nearness(const td_resolving *resolving, const td_gazetteer_place *place) {
    double nearest = FARTHEST;
    if (place->latitude != place->latitude) return 0;
    for (uint32_t i = 0; i < resolving->anchor_count; i++) {
        double south = (place->latitude - resolving->anchors[i].latitude) * KILOMETRES_OF_DEGREE;
        if (south > nearest || -south > nearest) continue;
        double distance = td_places_distance(place->latitude, place->longitude, resolving->anchors[i].latitude,
                                             resolving->anchors[i].longitude);
        if (distance < nearest) nearest = distance;
    }
    return nearest < 120 ? POINTS_NEAR : nearest < 400 ? POINTS_AROUND : nearest < FARTHEST ? POINTS_FAR : 0;
}

static int points_of_container(const td_resolving *resolving, const td_toponym *toponym,
                               const td_gazetteer_place *place) {
    if (toponym->container == TD_NONE) return 0;
    const td_naming *naming = resolving->naming;
    td_index entity = naming->candidates.items[toponym->container].entity;
    td_index number = resolving->numbers[toponym->container];
    if (number != TD_NONE) entity = resolving->toponyms.items[number].entity;
    if (entity == TD_NONE) return 0;
    const td_entity *outer = &naming->report->entities.items[entity];
    uint32_t area = naming->notes.items[entity].place;
    bool held = area != TD_NONE && place->parent != TD_PLACE_NO_PARENT &&
                td_places_holds(naming->places, area, place->parent);
    if (held) return outer->place.precision == TD_PRECISION_COUNTRY ? POINTS_SAME_COUNTRY : POINTS_SAME_REGION;
    if (!outer->country[0] || memcmp(outer->country, place->country, 2) != 0) return 0;
    if (outer->place.precision == TD_PRECISION_COUNTRY) return POINTS_SAME_COUNTRY;
    return td_view_equal_ascii_fold(outer->name, place->region) ? POINTS_SAME_REGION : POINTS_SAME_COUNTRY / 2;
}

/* Does what the report tells as lying in `place` have a reading in it? */
static int points_of_holding(const td_resolving *resolving, const td_toponym *toponym, const td_gazetteer_place *place,
                             uint32_t id) {
    bool area = place->precision == TD_PRECISION_REGION || place->precision == TD_PRECISION_DISTRICT ||
                place->precision == TD_PRECISION_COUNTRY;
    if (toponym->held == TD_NONE || !area) return 0;
    const td_candidate *inner = &resolving->naming->candidates.items[toponym->held];
    for (uint32_t i = 0; i < inner->phrase_count && i < TD_MOST_READINGS; i++) {
        if (inner->phrases[i].kind != TD_PHRASE_PLACE) continue;
        td_gazetteer_place within = td_places_get(resolving->naming->places, inner->phrases[i].id);
        bool held = within.parent != TD_PLACE_NO_PARENT && td_places_holds(resolving->naming->places, id, within.parent);
        bool named = within.region.size && memcmp(within.country, place->country, 2) == 0 &&
                     td_view_equal_ascii_fold(within.region, place->name);
        if (held || named) return POINTS_HOLDS;
    }
    return 0;
}

static int points_of_precision(enum td_precision precision) {
    switch (precision) {
    case TD_PRECISION_COUNTRY:
        return POINTS_COUNTRY;
    case TD_PRECISION_SEA:
        return POINTS_SEA;
    case TD_PRECISION_POINT:
    case TD_PRECISION_DISTRICT:
        return POINTS_OWN_TABLE;
    default:
        return 0;
    }
}

static int weigh(const td_resolving *resolving, const td_toponym *toponym, const td_phrase *phrase,
                 const td_gazetteer_place *place) {
    const td_candidate *candidate = &resolving->naming->candidates.items[toponym->candidate];
    int doubling = place->precision == TD_PRECISION_REGION ? POINTS_DOUBLING_REGION : POINTS_DOUBLING;
    int points = doublings(place->population) * doubling + points_of_precision(place->precision);
    int slot = td_country_slot(place->country);
    int spoken = slot < 0 ? 0 : resolving->naming->country_votes[slot], inside = slot < 0 ? 0 : resolving->inside[slot];
    points += (spoken < MOST_SPOKEN ? spoken : MOST_SPOKEN) * POINTS_SPOKEN;
    points += (inside < MOST_VOTES ? inside : MOST_VOTES) * POINTS_VOTE;
    uint32_t votes = td_region_votes(resolving, place);
    uint32_t others = votes > 1 ? votes - 1 : 0;
    points += (int)(others < MOST_REGION_VOTES ? others : MOST_REGION_VOTES) * POINTS_REGION_VOTE;
    points += points_of_container(resolving, toponym, place) + points_of_holding(resolving, toponym, place, phrase->id);
    points += points_of_nearness(resolving, place);
    if (phrase->flags & TD_PHRASE_ALTERNATIVE) points -= POINTS_OTHER_NAME;
    if (candidate->division_noun && place->precision == TD_PRECISION_REGION) points += POINTS_REGION;
    return points;
}

uint32_t td_readings_weigh(const td_resolving *resolving, const td_toponym *toponym,
                           td_weighed weighed[TD_MOST_READINGS]) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < toponym->phrase_count && count < TD_MOST_READINGS; i++) {
        const td_phrase *phrase = &toponym->phrases[i];
        if (phrase->kind != TD_PHRASE_PLACE) continue;
        td_weighed entry = {.place = td_places_get(resolving->naming->places, phrase->id), .id = phrase->id};
        entry.points = weigh(resolving, toponym, phrase, &entry.place);
        uint32_t at = count++;
        for (; at > 0 && weighed[at - 1].points < entry.points; at--) weighed[at] = weighed[at - 1];
        weighed[at] = entry;
    }
    return count;
}
