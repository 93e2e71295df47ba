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
#include "mention/naming.h"

#define MOST_READINGS 40 /* of one name that are weighed */
#define MOST_ANCHORS 48  /* settled places whose nearness counts */
#define MOST_ALTERNATIVES 5
#define FARTHEST 1000.0 /* kilometres at which nearness counts */
#define KILOMETRES_OF_DEGREE 111.0
#define TOLD_OF 4        /* votes for a division that the report is about */
#define MOST_NAMESAKES 1 /* readings of a country's name that leave it settled at once */

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

/* One name as it is used in the report. */
typedef struct td_toponym {
    uint64_t key;
    td_index candidate; /* the first of its mentions */
    td_index container; /* candidate, TD_NONE */
    td_index held;      /* candidate that names this as its container, TD_NONE */
    const td_phrase *phrases;
    uint32_t phrase_count;
    bool located;  /* things happen in it */
    bool evidence; /* some mention shows that a place is meant */
    bool plain;    /* one reading, or a country */
    bool settled;
    td_index entity;
} td_toponym;

typedef struct td_resolving {
    td_naming *naming;
    TD_ARRAY(td_toponym) toponyms;
    td_map by_key;            /* name, or name with container, to toponym */
    td_map region_votes;      /* first-level division to the names that may lie in it */
    uint16_t inside[26 * 26]; /* countries by the places told of that lie, or may lie, in them */
    struct {
        double latitude, longitude;
    } anchors[MOST_ANCHORS];
    uint32_t anchor_count;
    td_index *numbers; /* of each candidate its toponym, TD_NONE */
} td_resolving;

static bool is_toponym(const td_candidate *candidate) {
    bool kind = candidate->kind == TD_ENTITY_PLACE || candidate->kind == TD_ENTITY_FACILITY;
    return kind && candidate->form == TD_FORM_NAME && candidate->entity == TD_NONE &&
           td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
}

/* ---- what contains what ---- */

/* "Azaz, Aleppo province", "Kobani in Syria": the place behind `number` that holds it, or TD_NONE. */
static td_index container_of(const td_naming *naming, td_index number) {
    const td_candidate *inner = &naming->candidates.items[number];
    for (td_index k = number + 1; k < naming->candidates.count && k <= number + 2; k++) {
        const td_candidate *outer = &naming->candidates.items[k];
        if (outer->sentence != inner->sentence || outer->first > inner->end + 3) return TD_NONE;
        if (outer->first <= inner->end) continue;
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
        if (place.precision == TD_PRECISION_COUNTRY || place.precision == TD_PRECISION_REGION) return true;
    }
    return candidate->place_noun;
}

static void find_containers(td_naming *naming) {
    for (td_index i = 0; i < naming->candidates.count; i++) {
        td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form != TD_FORM_NAME || candidate->kind == TD_ENTITY_PERSON) continue;
        td_index outer = container_of(naming, i);
        if (outer != TD_NONE && may_contain(naming, outer)) candidate->container = outer;
    }
}

/* ---- places inside other names ---- */

/* "Damascus University", "the Bank of Ghana": the place at token `i` of a name that as a whole the lexicon lacks. */
static uint32_t inner_place(const td_naming *naming, td_index i, td_index end, td_phrase_match *match) {
    *match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    const td_phrase *place = td_reading_of(match->phrases, match->count, TD_PHRASE_PLACE);
    bool capital = td_naming_token(naming, i)->features & TD_FEATURE_CAPITAL;
    if (!place || !capital || (place->flags & TD_PHRASE_AMBIGUOUS)) return 0;
    bool given =
        match->tokens == 1 && td_names_match(naming->names, td_naming_token(naming, i), 1, 1U << TD_NAME_GIVEN);
    return given ? 0 : match->tokens;
}

static void find_inner_places(td_naming *naming) {
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
            inner.phrase_count = match.count;
            *td_push(naming->arena, &naming->candidates) = inner;
            i += length - 1;
        }
    }
    td_candidates_sort(naming);
}

/* ---- the names ---- */

static bool is_plain(const td_naming *naming, const td_candidate *candidate) {
    uint32_t places = 0;
    bool country = false; /* a country whose name no division and no town abroad bears */
    for (uint32_t i = 0; i < candidate->phrase_count; i++) {
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
                                .phrases = candidate->phrases,
                                .phrase_count = candidate->phrase_count,
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

/* ---- what the unsettled names have in common ---- */

static uint64_t region_key(const char country[3], td_view region) {
    return td_hash_mix(td_hash(region), (uint64_t)(unsigned)td_country_slot(country));
}

/* The division that a place is, or lies in; absent where none is known. */
static td_view region_of(const td_gazetteer_place *place) {
    return place->precision == TD_PRECISION_REGION ? place->name : place->region;
}

static void vote_region(td_resolving *resolving, const td_gazetteer_place *place, uint32_t weight) {
    td_view region = region_of(place);
    if (region.size && place->country[0])
        *td_map_put(&resolving->region_votes, region_key(place->country, region), 0, NULL) += weight;
}

/* Each unsettled name speaks once for each country and division in which it might lie: what explains most wins. */
static void gather_hints(td_resolving *resolving) {
    uint32_t hints[26 * 26] = {0};
    for (td_index t = 0; t < resolving->toponyms.count; t++) {
        const td_toponym *toponym = &resolving->toponyms.items[t];
        char seen[MOST_READINGS][3];
        uint32_t seen_count = 0;
        for (uint32_t i = 0; !toponym->settled && i < toponym->phrase_count && i < MOST_READINGS; i++) {
            if (toponym->phrases[i].kind != TD_PHRASE_PLACE) continue;
            td_gazetteer_place place = td_places_get(resolving->naming->places, toponym->phrases[i].id);
            vote_region(resolving, &place, 1);
            uint32_t k = 0;
            while (k < seen_count && memcmp(seen[k], place.country, 2) != 0) k++;
            if (k < seen_count) continue;
            memcpy(seen[seen_count++], place.country, 3);
            int slot = td_country_slot(place.country);
            if (slot >= 0) hints[slot]++;
        }
    }
    for (int slot = 0; slot < 26 * 26; slot++) {
        uint32_t sum = resolving->inside[slot] + hints[slot] / 2;
        resolving->inside[slot] = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
    }
}

/* ---- weighing ---- */

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
    if (!outer->country[0] || memcmp(outer->country, place->country, 2) != 0) return 0;
    if (outer->place.precision == TD_PRECISION_COUNTRY) return POINTS_SAME_COUNTRY;
    return td_view_equal_ascii_fold(outer->name, place->region) ? POINTS_SAME_REGION : POINTS_SAME_COUNTRY / 2;
}

/* Does what the report tells as lying in `place` have a reading in it? */
static int points_of_holding(const td_resolving *resolving, const td_toponym *toponym,
                             const td_gazetteer_place *place) {
    bool division = place->precision == TD_PRECISION_REGION;
    if (toponym->held == TD_NONE || (!division && place->precision != TD_PRECISION_COUNTRY)) return 0;
    const td_candidate *inner = &resolving->naming->candidates.items[toponym->held];
    for (uint32_t i = 0; i < inner->phrase_count && i < MOST_READINGS; i++) {
        if (inner->phrases[i].kind != TD_PHRASE_PLACE) continue;
        td_gazetteer_place within = td_places_get(resolving->naming->places, inner->phrases[i].id);
        if (memcmp(within.country, place->country, 2) != 0) continue;
        if (!division || td_view_equal_ascii_fold(within.region, place->name)) return POINTS_HOLDS;
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
    td_view region = region_of(place);
    const uint32_t *region_votes =
        region.size ? td_map_get(&resolving->region_votes, region_key(place->country, region)) : NULL;
    if (region_votes && *region_votes > 1)
        points +=
            (int)(*region_votes - 1 < MOST_REGION_VOTES ? *region_votes - 1 : MOST_REGION_VOTES) * POINTS_REGION_VOTE;
    points += points_of_container(resolving, toponym, place) + points_of_holding(resolving, toponym, place);
    points += points_of_nearness(resolving, place);
    if (phrase->flags & TD_PHRASE_ALTERNATIVE) points -= POINTS_OTHER_NAME;
    if (candidate->division_noun && place->precision == TD_PRECISION_REGION) points += POINTS_REGION;
    return points;
}

typedef struct td_weighed {
    td_gazetteer_place place;
    uint32_t id;
    int points;
} td_weighed;

/* The readings of `toponym`, heaviest first; how many. */
static uint32_t weigh_all(const td_resolving *resolving, const td_toponym *toponym, td_weighed weighed[MOST_READINGS]) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < toponym->phrase_count && count < MOST_READINGS; i++) {
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

static void note_alternatives(td_naming *naming, td_index entity, const td_weighed *weighed, uint32_t count) {
    td_place *place = &naming->report->entities.items[entity].place;
    if (place->alternatives.count) return;
    for (uint32_t i = 1; i < count && i <= MOST_ALTERNATIVES; i++) {
        const td_gazetteer_place *other = &weighed[i].place;
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

/* With `outermost`, what contains the place is settled before it. */
static void settle(td_resolving *resolving, td_toponym *toponym, bool outermost) {
    td_naming *naming = resolving->naming;
    td_index outer = toponym->container == TD_NONE ? TD_NONE : resolving->numbers[toponym->container];
    if (outermost && outer != TD_NONE && !resolving->toponyms.items[outer].settled)
        settle(resolving, &resolving->toponyms.items[outer], false);
    td_weighed weighed[MOST_READINGS];
    uint32_t count = weigh_all(resolving, toponym, weighed);
    toponym->settled = true;
    if (count == 0) return;
    int slot = td_country_slot(weighed[0].place.country);
    bool spoken_of = slot >= 0 && (naming->country_votes[slot] > 0 || resolving->inside[slot] > 1);
    if (!toponym->evidence && !spoken_of) return; /* a common word, and nothing says that a place is meant */
    toponym->entity = td_entity_of_place(naming, weighed[0].id);
    note_alternatives(naming, toponym->entity, weighed, count);
    bool country = weighed[0].place.precision == TD_PRECISION_COUNTRY;
    if (country)
        vote(naming, weighed[0].place.country);
    else if (slot >= 0 && resolving->inside[slot] < UINT16_MAX)
        resolving->inside[slot]++;
    vote_region(resolving, &weighed[0].place, 2);
    bool exact =
        weighed[0].place.latitude == weighed[0].place.latitude && weighed[0].place.precision != TD_PRECISION_COUNTRY;
    if (!exact || resolving->anchor_count == MOST_ANCHORS) return;
    resolving->anchors[resolving->anchor_count].latitude = weighed[0].place.latitude;
    resolving->anchors[resolving->anchor_count++].longitude = weighed[0].place.longitude;
}

/* ---- what the gazetteer lacks ---- */

/* A place without coordinates of its own lies in its container, told with the container's precision. */
static void place_within(td_naming *naming, td_index entity, td_index outer) {
    td_entity *inner = &naming->report->entities.items[entity];
    const td_entity *holder = &naming->report->entities.items[outer];
    if (inner->place.known || !holder->place.known || entity == outer) return;
    inner->place = holder->place;
    inner->place.alternatives.count = 0;
    inner->place.alternatives.items = NULL;
    inner->place.alternatives.capacity = 0;
    inner->place.gazetteer = inner->place.gazetteer_id = TD_VIEW_ABSENT;
    if (holder->place.precision == TD_PRECISION_REGION) inner->place.region = holder->name;
    if (!inner->country[0]) memcpy(inner->country, holder->country, sizeof inner->country);
}

/* A county without coordinates of its own that lies near a town: told with the precision of the town's division. */
static void place_near(td_naming *naming, td_index entity, td_index town) {
    if (naming->report->entities.items[entity].place.known) return;
    place_within(naming, entity, town);
    naming->report->entities.items[entity].place.precision = TD_PRECISION_REGION;
}

/* Does the report tell of other places in the division of `place`? */
static bool is_told_of(const td_resolving *resolving, const td_gazetteer_place *place) {
    td_view region = region_of(place);
    const uint32_t *votes =
        region.size ? td_map_get(&resolving->region_votes, region_key(place->country, region)) : NULL;
    return votes && *votes >= TOLD_OF;
}

/* "Aleppo airport": the place named inside the facility's name, as an entity; TD_NONE where there is none. */
static td_index place_inside(td_resolving *resolving, const td_candidate *candidate) {
    td_naming *naming = resolving->naming;
    td_phrase_match match =
        td_phrases_match(naming->phrases, td_naming_token(naming, candidate->first), candidate->end - candidate->first);
    if (!td_reading_of(match.phrases, match.count, TD_PHRASE_PLACE)) return TD_NONE;
    td_toponym inside = {.candidate = (td_index)(candidate - naming->candidates.items),
                         .container = candidate->container,
                         .held = TD_NONE,
                         .phrases = match.phrases,
                         .phrase_count = match.count,
                         .evidence = true};
    td_weighed weighed[MOST_READINGS];
    uint32_t count = weigh_all(resolving, &inside, weighed);
    if (count == 0) return TD_NONE;
    /* a county or river need not lie where a town of its name does, unless the report is about that division */
    bool facility = candidate->kind == TD_ENTITY_FACILITY, at_home = is_told_of(resolving, &weighed[0].place);
    return facility || at_home ? td_entity_of_place(naming, weighed[0].id) : TD_NONE;
}

/* The one division that the report is about, as an entity named in it; TD_NONE where none stands out. */
static td_index home_of(const td_resolving *resolving) {
    const td_naming *naming = resolving->naming;
    td_index best = TD_NONE;
    uint32_t most = TOLD_OF - 1;
    bool even = false;
    for (td_index e = 0; e < naming->report->entities.count; e++) {
        const td_entity *entity = &naming->report->entities.items[e];
        if (entity->place.precision != TD_PRECISION_REGION || !naming->notes.items[e].mentions) continue;
        const uint32_t *votes = td_map_get(&resolving->region_votes, region_key(entity->country, entity->name));
        if (!votes || *votes < most) continue;
        even = *votes == most && best != TD_NONE;
        best = e;
        most = *votes;
    }
    return even ? TD_NONE : best;
}

/* A town of the one division in which most settled towns lie: an unknown county is near it. TD_NONE where none leads.
 */
static td_index neighbour_of(const td_resolving *resolving) {
    const td_naming *naming = resolving->naming;
    td_index best = TD_NONE;
    uint32_t most = TOLD_OF;
    bool even = false;
    for (td_index t = 0; t < resolving->toponyms.count; t++) {
        td_index e = resolving->toponyms.items[t].entity;
        if (e == TD_NONE) continue;
        const td_entity *entity = &naming->report->entities.items[e];
        bool town =
            entity->place.known && entity->place.precision == TD_PRECISION_SETTLEMENT && entity->place.region.size;
        if (!town) continue;
        const uint32_t *votes = td_map_get(&resolving->region_votes, region_key(entity->country, entity->place.region));
        if (!votes || *votes < most) continue;
        bool same =
            best != TD_NONE && td_view_equal(naming->report->entities.items[best].place.region, entity->place.region);
        if (same && *votes == most) continue;
        even = *votes == most && best != TD_NONE;
        best = e;
        most = *votes;
    }
    return even ? TD_NONE : best;
}

static void place_the_rest(td_resolving *resolving) {
    td_naming *naming = resolving->naming;
    td_index home = home_of(resolving), neighbour = neighbour_of(resolving);
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->entity == TD_NONE || candidate->form != TD_FORM_NAME) continue;
        enum td_entity_kind kind = naming->report->entities.items[candidate->entity].kind;
        if (kind != TD_ENTITY_PLACE && kind != TD_ENTITY_FACILITY) continue;
        if (naming->report->entities.items[candidate->entity].place.known) continue;
        td_index inside = candidate->end - candidate->first > 1 ? place_inside(resolving, candidate) : TD_NONE;
        if (inside != TD_NONE) place_within(naming, candidate->entity, inside);
        td_index outer =
            candidate->container == TD_NONE ? TD_NONE : naming->candidates.items[candidate->container].entity;
        if (outer != TD_NONE) place_within(naming, candidate->entity, outer);
        /* an unknown county lies in the division that the report is about */
        bool division =
            kind == TD_ENTITY_PLACE && candidate->certainty == TD_SURE && candidate->end - candidate->first > 1;
        if (division && neighbour != TD_NONE) place_near(naming, candidate->entity, neighbour);
        if (division && home != TD_NONE) place_within(naming, candidate->entity, home);
    }
}

static void hand_out(td_resolving *resolving, const td_index *numbers) {
    td_naming *naming = resolving->naming;
    for (td_index i = 0; i < naming->candidates.count; i++) {
        if (numbers[i] == TD_NONE || naming->candidates.items[i].entity != TD_NONE) continue;
        td_index entity = resolving->toponyms.items[numbers[i]].entity;
        if (entity != TD_NONE) td_entity_mention(naming, i, entity);
    }
}

void td_places_resolve(td_naming *naming) {
    td_resolving resolving = {.naming = naming};
    td_map_init(&resolving.by_key, naming->arena);
    td_map_init(&resolving.region_votes, naming->arena);
    find_inner_places(naming);
    find_containers(naming);
    settle_peoples(naming);
    td_index *numbers = resolving.numbers = gather_toponyms(&resolving);
    note_held(&resolving);
    for (int round = 0; round < 3; round++) { /* what is plain, what has a container, the rest */
        if (round == 2) gather_hints(&resolving);
        for (td_index t = 0; t < resolving.toponyms.count; t++) {
            td_toponym *toponym = &resolving.toponyms.items[t];
            bool turn = round == 2 || (round == 0 ? toponym->plain : toponym->container != TD_NONE);
            if (!toponym->settled && turn) settle(&resolving, toponym, true);
        }
        hand_out(&resolving, numbers);
    }
    place_the_rest(&resolving);
}
