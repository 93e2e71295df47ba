#ifndef TD_RESOLVE_ENTITY_FACTS_H
#define TD_RESOLVE_ENTITY_FACTS_H

/* Where the record's entities lie, as far as their reports say. */

#include "resolve/comparison.h"

enum td_nearness {
    TD_PLACES_UNKNOWN, /* nothing is known that would tell them apart */
    TD_PLACES_NEAR,    /* one holds the other, or they lie side by side */
    TD_PLACES_APART,
};

typedef struct td_entity_fact {
    double latitude, longitude;
    uint8_t precision; /* td_precision */
    bool has_place;
} td_entity_fact;

/* Fill comparison->entity_facts. */
void td_entity_facts_collect(td_comparison *comparison);
/* How two different places lie to each other. */
enum td_nearness td_places_compare(const td_comparison *comparison, uint64_t a, uint64_t b);

#endif
