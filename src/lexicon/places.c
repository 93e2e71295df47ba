/*
 * The gazetteer.
 * Input: the pack's block "places". Output: places by number, countries by code, neighbours, distances.
 */

#include "lexicon/places.h"

#include <math.h>

#include "lexicon/places_block.h"

#define EARTH_RADIUS 6371.0088 /* kilometres, the mean radius of the IUGG */
#define DEEPEST 4U             /* settlement, part of a division, division, country */
#define DEGREE (3.14159265358979323846 / 180)

static size_t block_size_of(const td_places_header *header) {
    return sizeof *header + (size_t)header->place_count * sizeof(td_place_record) +
           (size_t)header->country_count * sizeof(td_country_record) +
           (size_t)header->neighbour_count * sizeof(uint32_t) + header->text_size;
}

int td_places_attach(td_view block, td_arena *arena, td_places **out, td_error *error) {
    td_places *places = TD_NEW(arena, td_places);
    const td_places_header *header = (const td_places_header *)(const void *)block.bytes;
    if (block.size < sizeof *header || header->magic != TD_PLACES_MAGIC || block_size_of(header) != block.size ||
        header->text_size == 0 || block.bytes[block.size - 1] != 0)
        return td_error_set(error, TD_ERROR_INPUT, "the lexicon's places are not what they should be");
    places->header = header;
    places->records = (const td_place_record *)(const void *)(header + 1);
    places->countries = (const td_country_record *)(const void *)(places->records + header->place_count);
    places->neighbours = (const uint32_t *)(const void *)(places->countries + header->country_count);
    places->text = (const char *)(places->neighbours + header->neighbour_count);
    *out = places;
    return TD_OK;
}

uint32_t td_places_count(const td_places *places) {
    return places->header->place_count;
}

/* Text at an offset of the pool, absent where it is empty. */
static td_view text_at(const td_places *places, uint32_t offset) {
    return offset == 0 ? TD_VIEW_ABSENT : td_view_of(places->text + offset);
}

td_gazetteer_place td_places_get(const td_places *places, uint32_t id) {
    const td_place_record *record = &places->records[id];
    bool somewhere = record->latitude != TD_PLACE_NOWHERE;
    return (td_gazetteer_place){
        .name = text_at(places, record->name),
        .region = text_at(places, record->region),
        .gazetteer = text_at(places, record->gazetteer),
        .gazetteer_id = text_at(places, record->identifier),
        .country = {record->country[0], record->country[1], 0},
        .latitude = somewhere ? (double)record->latitude / TD_PLACE_SCALE : NAN,
        .longitude = somewhere ? (double)record->longitude / TD_PLACE_SCALE : NAN,
        .population = record->population,
        .parent = record->parent,
        .precision = (enum td_precision)record->precision,
        .kind = (enum td_entity_kind)record->kind,
        .capital = record->capital,
        .renown = record->renown,
    };
}

bool td_places_holds(const td_places *places, uint32_t area, uint32_t id) {
    for (uint32_t level = 0; level < DEEPEST && id < places->header->place_count; level++) {
        if (id == area) return true;
        id = places->records[id].parent;
    }
    return false;
}

bool td_places_country(const td_places *places, const char *country, uint32_t *id) {
    uint32_t number = td_country_number(country);
    uint32_t low = 0;
    uint32_t high = places->header->country_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (places->countries[middle].number == number) {
            *id = places->countries[middle].place;
            return true;
        }
        if (places->countries[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool td_places_neighbours(const td_places *places, const char *a, const char *b) {
    uint32_t first = td_country_number(a);
    uint32_t second = td_country_number(b);
    if (first == second) return first != 0;
    uint32_t pair = first < second ? first << 16 | second : second << 16 | first;
    uint32_t low = 0;
    uint32_t high = places->header->neighbour_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (places->neighbours[middle] == pair) return true;
        if (places->neighbours[middle] < pair)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* The haversine formula (Sinnott, "Virtues of the haversine", 1984). */
double td_places_distance(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
    double up = sin((latitude_b - latitude_a) * DEGREE / 2);
    double across = sin((longitude_b - longitude_a) * DEGREE / 2);
    double h = up * up + cos(latitude_a * DEGREE) * cos(latitude_b * DEGREE) * across * across;
    return 2 * EARTH_RADIUS * asin(sqrt(h < 1 ? h : 1));
}
