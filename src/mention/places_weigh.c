/*
 * How well each reading of a name fits the report.
 * Input: a name with its readings, what the report has settled so far. Output: the readings with points, heaviest
 * first.
 */

#include "base/hash.h"
#include "mention/places_resolving.h"

#define FARTHEST 1000.0 /* kilometres at which nearness counts */
#define KILOMETRES_OF_DEGREE 111.0
#define VAST 42000000U /* people of a division */

/* Points of evidence; a doubling of the population is worth POINTS_DOUBLING. */
enum {
    POINTS_DOUBLING = 4,
    POINTS_DIVISION = 0,          /* a town is meant rather than the division of its name */
    POINTS_DOUBLING_DISTRICT = 2, /* much more so where the division is a part of one */
    POINTS_CAPITAL = 12,
    POINTS_RENOWN = 4, /* for each doubling of its names in other languages */
    POINTS_COUNTRY = 60,
    POINTS_OWN_AREA = 95, /* seas, rivers, regions of our own tables, whose people nobody has counted */
    POINTS_OWN_POINT = 72,
    POINTS_REGION = 30,          /* where a noun says so: "Aleppo province" */
    POINTS_COUNTRY_SUPPORT = 14, /* for each doubling of the names in the country */
    MOST_COUNTRY_SUPPORT = 28,
    POINTS_REGION_SUPPORT = 20,
    MOST_REGION_SUPPORT = 48,
    MOST_SPOKEN = 4, /* mentions of a country, its people and bodies that count like one name in it */
    POINTS_SAME_COUNTRY = 80,
    POINTS_SAME_REGION = 130,
    POINTS_HOLDS = 90, /* a place of the name told before it lies in it: "Athens, Georgia" */
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

/* ---- by itself ---- */

static int doublings(uint32_t population) {
    int count = 0;
    while (population) population >>= 1, count++;
    return count;
}

static bool is_own(const td_gazetteer_place *place) {
    return td_view_equal(place->gazetteer, TD_VIEW("tidings"));
}

static int points_of_size(const td_gazetteer_place *place) {
    int people = doublings(place->population);
    if (is_own(place)) {
        bool area = place->precision == TD_PRECISION_REGION || place->precision == TD_PRECISION_SEA;
        return area ? POINTS_OWN_AREA : POINTS_OWN_POINT;
    }
    switch (place->precision) {
    case TD_PRECISION_COUNTRY:
        return POINTS_COUNTRY + people * POINTS_DOUBLING;
    case TD_PRECISION_REGION:
        return people * POINTS_DOUBLING + (people ? POINTS_DIVISION : 0);
    case TD_PRECISION_DISTRICT:
        return people * POINTS_DOUBLING_DISTRICT;
    default:
        return people * POINTS_DOUBLING + doublings(place->renown) * POINTS_RENOWN +
               (place->capital ? POINTS_CAPITAL : 0);
    }
}

/* Does what the report tells as lying in the reading have a reading in it? */
static int points_of_holding(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading) {
    const td_gazetteer_place *place = &reading->place;
    bool area = place->precision == TD_PRECISION_REGION || place->precision == TD_PRECISION_DISTRICT ||
                place->precision == TD_PRECISION_COUNTRY;
    if (toponym->held == TD_NONE || !area) return 0;
    const td_candidate *inner = &resolving->naming->candidates.items[toponym->held];
    for (uint32_t i = 0; i < inner->phrase_count && i < TD_MOST_READINGS; i++) {
        if (inner->phrases[i].kind != TD_PHRASE_PLACE) continue;
        td_gazetteer_place within = td_places_get(resolving->naming->places, inner->phrases[i].id);
        bool held = within.parent != TD_PLACE_NO_PARENT &&
                    td_places_holds(resolving->naming->places, reading->id, within.parent);
        bool named = within.region.size && memcmp(within.country, place->country, 2) == 0 &&
                     td_view_equal_ascii_fold(within.region, place->name);
        if (held || named) return POINTS_HOLDS;
    }
    return 0;
}

/* A division as large as a great country (England, Uttar Pradesh) says little of which town in it is meant. */
static bool is_vast(const td_places *places, const td_gazetteer_place *place) {
    td_gazetteer_place area = *place;
    while (area.precision != TD_PRECISION_REGION && area.parent != TD_PLACE_NO_PARENT)
        area = td_places_get(places, area.parent);
    return area.precision == TD_PRECISION_REGION && area.population > VAST;
}

void td_readings_begin(const td_resolving *resolving, td_toponym *toponym, const td_phrase *phrases, uint32_t count,
                       uint32_t known) {
    const td_naming *naming = resolving->naming;
    const td_candidate *candidate = &naming->candidates.items[toponym->candidate];
    uint32_t most = count < TD_MOST_READINGS ? count : TD_MOST_READINGS;
    toponym->readings = TD_NEW_ARRAY(naming->arena, most, td_reading);
    toponym->reading_count = 0;
    for (uint32_t i = 0; i < count && toponym->reading_count < most; i++) {
        if (phrases[i].kind != TD_PHRASE_PLACE) continue;
        td_reading *reading = &toponym->readings[toponym->reading_count++];
        *reading = (td_reading){.place = td_places_get(naming->places, phrases[i].id),
                                .id = phrases[i].id,
                                .alternative = phrases[i].flags & TD_PHRASE_ALTERNATIVE,
                                .ambiguous = phrases[i].flags & TD_PHRASE_AMBIGUOUS,
                                .town = i >= known};
        td_view region = td_region_of(&reading->place);
        reading->country = td_country_slot(reading->place.country);
        bool telling = region.size && reading->country >= 0 && !is_vast(naming->places, &reading->place);
        reading->region = telling ? td_region_key(reading->place.country, region) : 0;
        reading->own = points_of_size(&reading->place) - (reading->alternative ? POINTS_OTHER_NAME : 0);
        if (candidate->division_noun && reading->place.precision == TD_PRECISION_REGION) reading->own += POINTS_REGION;
    }
}

/* ---- in the report ---- */

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

/* The entity that is told to hold the name; TD_NONE. */
static td_index holder_of(const td_resolving *resolving, const td_toponym *toponym) {
    if (toponym->container == TD_NONE) return TD_NONE;
    td_index number = resolving->numbers[toponym->container];
    return number != TD_NONE ? resolving->toponyms.items[number].entity
                             : resolving->naming->candidates.items[toponym->container].entity;
}

bool td_reading_is_held(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading) {
    td_index entity = holder_of(resolving, toponym);
    if (entity == TD_NONE) return false;
    const td_entity *outer = &resolving->naming->report->entities.items[entity];
    uint32_t area = resolving->naming->notes.items[entity].place;
    if (area != TD_NONE && reading->place.parent != TD_PLACE_NO_PARENT &&
        td_places_holds(resolving->naming->places, area, reading->place.parent))
        return true;
    bool country = outer->country[0] && memcmp(outer->country, reading->place.country, 2) == 0;
    return country && (outer->place.precision == TD_PRECISION_COUNTRY ||
                       td_view_equal_ascii_fold(outer->name, reading->place.region));
}

static int points_of_container(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading) {
    td_index entity = holder_of(resolving, toponym);
    if (entity == TD_NONE) return 0;
    const td_entity *outer = &resolving->naming->report->entities.items[entity];
    if (td_reading_is_held(resolving, toponym, reading))
        return outer->place.precision == TD_PRECISION_COUNTRY ? POINTS_SAME_COUNTRY : POINTS_SAME_REGION;
    bool country = outer->country[0] && memcmp(outer->country, reading->place.country, 2) == 0;
    return country ? POINTS_SAME_COUNTRY / 2 : 0;
}

/* `worth` points for each doubling of one name and the shares of others, fractions of a doubling along a line. */
static int points_of_support(uint32_t shares, int worth, int most) {
    uint32_t names = shares + TD_WHOLE_SHARE;
    int points = 0;
    while (names >= 2 * TD_WHOLE_SHARE) names /= 2, points += worth;
    points += (int)(names - TD_WHOLE_SHARE) * worth / TD_WHOLE_SHARE;
    return points < most ? points : most;
}

static int weigh(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading) {
    uint32_t spoken = reading->country < 0 ? 0 : resolving->naming->country_votes[reading->country];
    uint32_t country = td_country_support(resolving, reading);
    country += (spoken < MOST_SPOKEN ? spoken : MOST_SPOKEN) * (TD_WHOLE_SHARE / MOST_SPOKEN);
    return reading->own + points_of_support(country, POINTS_COUNTRY_SUPPORT, MOST_COUNTRY_SUPPORT) +
           points_of_support(td_region_support(resolving, reading), POINTS_REGION_SUPPORT, MOST_REGION_SUPPORT) +
           points_of_container(resolving, toponym, reading) + points_of_holding(resolving, toponym, reading);
}

void td_readings_weigh(const td_resolving *resolving, td_toponym *toponym, bool near) {
    td_reading *readings = toponym->readings;
    for (uint32_t i = 0; i < toponym->reading_count; i++) {
        readings[i].points = weigh(resolving, toponym, &readings[i]);
        if (near) readings[i].points += points_of_nearness(resolving, &readings[i].place);
    }
    for (uint32_t i = 1; i < toponym->reading_count; i++) { /* mostly in order already */
        td_reading moved = readings[i];
        uint32_t at = i;
        for (; at > 0 && (readings[at - 1].points < moved.points ||
                          (readings[at - 1].points == moved.points && readings[at - 1].id > moved.id));
             at--)
            readings[at] = readings[at - 1];
        readings[at] = moved;
    }
}
