/*
 * Places that the gazetteer lacks or knows without coordinates.
 * Input: the report's resolved places. Output: the others told by what holds them, with its precision: by a place
 * inside their name, by their container, or, for counties, by the division that the report is about.
 */

#include "mention/places_resolving.h"

#define TOLD_OF (2 * TD_WHOLE_SHARE) /* names in a division that the report is about */

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

/* "Aleppo airport": the place named inside the facility's name, as an entity; TD_NONE where there is none. */
static td_index place_inside(td_resolving *resolving, const td_candidate *candidate) {
    td_naming *naming = resolving->naming;
    td_phrase_match match =
        td_phrases_match(naming->phrases, td_naming_token(naming, candidate->first), candidate->end - candidate->first);
    if (!td_reading_of(match.phrases, match.count, TD_PHRASE_PLACE)) return TD_NONE;
    td_toponym inside = {.candidate = (td_index)(candidate - naming->candidates.items),
                         .container = candidate->container,
                         .held = TD_NONE,
                         .evidence = true};
    td_readings_begin(resolving, &inside, match.phrases, match.count, match.count);
    td_readings_weigh(resolving, &inside, true);
    /* a county or river need not lie where a town of its name does, unless the report is about that division */
    bool facility = candidate->kind == TD_ENTITY_FACILITY;
    bool at_home = td_region_support(resolving, &inside.readings[0]) >= TOLD_OF;
    return facility || at_home ? td_entity_of_place(naming, inside.readings[0].id) : TD_NONE;
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
        uint32_t share = td_region_share(resolving, entity->country, entity->name);
        if (share < most) continue;
        even = share == most && best != TD_NONE;
        best = e;
        most = share;
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
        uint32_t share = td_region_share(resolving, entity->country, entity->place.region);
        if (share < most) continue;
        bool same =
            best != TD_NONE && td_view_equal(naming->report->entities.items[best].place.region, entity->place.region);
        if (same && share == most) continue;
        even = share == most && best != TD_NONE;
        best = e;
        most = share;
    }
    return even ? TD_NONE : best;
}

void td_places_unknown(td_resolving *resolving) {
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
