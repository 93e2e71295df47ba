#ifndef TD_LEXICON_PLACES_H
#define TD_LEXICON_PLACES_H

/*
 * The gazetteer. Settlements over 500 people, divisions of first and second
 * level and countries from GeoNames (CC BY 4.0); bases, crossings, districts,
 * seas from data/theatre.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "model/kinds.h"

#define TD_PLACE_NO_PARENT UINT32_MAX

typedef struct td_places td_places;

typedef struct td_gazetteer_place {
    td_view name;
    td_view region; /* name of the first-level division, or absent */
    td_view gazetteer, gazetteer_id;
    char country[3];            /* ISO 3166-1 alpha-2, "" for seas */
    double latitude, longitude; /* degrees; NAN where only containment is known */
    uint32_t population;        /* 0 unknown */
    uint32_t parent;            /* the smallest area known that holds it; TD_PLACE_NO_PARENT */
    enum td_precision precision;
    enum td_entity_kind kind; /* place or facility */
    bool capital;             /* of a country */
    uint8_t renown;           /* how many names it has in other languages, 255 for more: who speaks of it */
} td_gazetteer_place;

uint32_t td_places_count(const td_places *places);
td_gazetteer_place td_places_get(const td_places *places, uint32_t id);
/* Does `area` hold the place `id`, as its parent or a parent's parent, or is it that place? */
bool td_places_holds(const td_places *places, uint32_t area, uint32_t id);
/* The record of a country, false when the code is unknown. */
bool td_places_country(const td_places *places, const char *country, uint32_t *id);
/* True where two countries share a border, or are the same. */
bool td_places_neighbours(const td_places *places, const char *a, const char *b);
/* Kilometres on the sphere. */
double td_places_distance(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

#endif
