/*
 * Where entities lie.
 * Input: the places that outlines give their entities. Output: one for each of
 * the record's entities, and how two lie to each other.
 */

#include "resolve/entity_facts.h"

#include "lexicon/places.h"

#define SETTLEMENT_KILOMETRES 25.0 /* a base and its town, a suburb and its city */
#define REGION_KILOMETRES 150.0

void td_entity_facts_collect(td_comparison *comparison) {
    comparison->entity_facts = TD_NEW_ARRAY(comparison->scratch, comparison->record->entities.count, td_entity_fact);
    for (td_index report = 0; report < comparison->count; report++) {
        for (td_each(entity, &comparison->outlines[report].entities)) {
            const uint32_t *at = td_map_get(&comparison->entity_at, entity->key);
            if (!at || !entity->has_place) continue;
            td_entity_fact *fact = &comparison->entity_facts[*at];
            if (fact->has_place && fact->precision <= entity->precision) continue;
            *fact = (td_entity_fact){entity->latitude, entity->longitude, entity->precision, true};
        }
    }
}

/* A country or a region holds what lies in it; how large the others are does not matter. */
static double reach(const td_entity_fact *fact) {
    switch (fact->precision) {
    case TD_PRECISION_POINT:
    case TD_PRECISION_SETTLEMENT:
    case TD_PRECISION_DISTRICT:
        return SETTLEMENT_KILOMETRES;
    default:
        return REGION_KILOMETRES;
    }
}

enum td_nearness td_places_compare(const td_comparison *comparison, uint64_t a, uint64_t b) {
    const td_store_entity *one = td_comparison_entity_of(comparison, a),
                          *other = td_comparison_entity_of(comparison, b);
    if (!one || !other) return TD_PLACES_UNKNOWN;
    const td_entity_fact *at_one = &comparison->entity_facts[one - comparison->record->entities.items];
    const td_entity_fact *at_other = &comparison->entity_facts[other - comparison->record->entities.items];
    bool countries = one->country[0] && other->country[0];
    bool same_country = countries && strcmp(one->country, other->country) == 0;
    bool is_country = at_one->precision == TD_PRECISION_COUNTRY || at_other->precision == TD_PRECISION_COUNTRY;
    if (countries && !same_country) return TD_PLACES_APART;
    if (same_country && is_country) return TD_PLACES_NEAR;
    if (!at_one->has_place || !at_other->has_place) return TD_PLACES_UNKNOWN;
    if (at_one->precision == TD_PRECISION_SEA || at_other->precision == TD_PRECISION_SEA) return TD_PLACES_UNKNOWN;
    double apart = td_places_distance(at_one->latitude, at_one->longitude, at_other->latitude, at_other->longitude);
    double most = reach(at_one) > reach(at_other) ? reach(at_one) : reach(at_other);
    return apart <= most ? TD_PLACES_NEAR : TD_PLACES_APART;
}
