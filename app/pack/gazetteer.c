/*
 * The gazetteer while it is built.
 * Input: places. Output: the block that lexicon/places_block.h describes.
 */

#include "gazetteer.h"

#include <stdlib.h>

#include "base/hash.h"
#include "parts.h"

void td_gazetteer_init(td_gazetteer *gazetteer, td_arena *arena, td_phrase_builder *phrases) {
    *gazetteer = (td_gazetteer){.arena = arena, .phrases = phrases};
    td_phrase_builder_init(&gazetteer->towns, arena);
    td_map_init(&gazetteer->areas, arena);
    td_map_init(&gazetteer->cities, arena);
}

uint32_t td_gazetteer_add(td_gazetteer *gazetteer, const td_place_draft *draft) {
    *td_push(gazetteer->arena, &gazetteer->places) = *draft;
    return gazetteer->places.count - 1;
}

bool td_gazetteer_area(const td_gazetteer *gazetteer, td_view code, uint32_t *id) {
    const uint32_t *found = td_map_get(&gazetteer->areas, td_hash(code));
    if (found) *id = *found;
    return found != NULL;
}

bool td_gazetteer_degrees(td_view cell, int32_t most, int32_t *scaled) {
    double degrees;
    if (!td_view_to_number(cell, &degrees) || degrees < -most || degrees > most) return false;
    degrees *= TD_PLACE_SCALE;
    *scaled = (int32_t)(degrees < 0 ? degrees - 0.5 : degrees + 0.5);
    return true;
}

static int compare_numbers(const void *first, const void *second) {
    uint32_t a = *(const uint32_t *)first;
    uint32_t b = *(const uint32_t *)second;
    return a < b ? -1 : a > b;
}

static int compare_countries(const void *first, const void *second) {
    return compare_numbers(&((const td_country_record *)first)->number, &((const td_country_record *)second)->number);
}

/* Sort, and drop what stands twice; returns how many remain. */
static uint32_t sort_unique(uint32_t *numbers, uint32_t count) {
    uint32_t kept = 0;
    if (count) qsort(numbers, count, sizeof *numbers, compare_numbers);
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || numbers[kept - 1] != numbers[i]) numbers[kept++] = numbers[i];
    return kept;
}

static td_place_record record_of(td_text_pool *pool, const td_place_draft *draft) {
    return (td_place_record){
        .name = td_text_pool_add(pool, draft->name),
        .region = td_text_pool_add(pool, draft->region),
        .gazetteer = td_text_pool_add(pool, draft->gazetteer),
        .identifier = td_text_pool_add(pool, draft->identifier),
        .latitude = draft->latitude,
        .longitude = draft->longitude,
        .population = draft->population,
        .parent = draft->parent,
        .country = {draft->country[0], draft->country[1]},
        .precision = (uint8_t)draft->precision,
        .kind = (uint8_t)draft->kind,
        .capital = draft->capital,
        .renown = draft->renown,
    };
}

td_view td_gazetteer_finish(td_gazetteer *gazetteer) {
    td_arena *arena = gazetteer->arena;
    uint32_t count = gazetteer->places.count;
    td_text_pool pool;
    td_text_pool_init(&pool, arena);
    td_place_record *records = TD_NEW_ARRAY(arena, count, td_place_record);
    td_country_record *countries = TD_NEW_ARRAY(arena, count, td_country_record);
    uint32_t country_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const td_place_draft *draft = &gazetteer->places.items[i];
        records[i] = record_of(&pool, draft);
        uint32_t id;
        if (draft->precision == TD_PRECISION_COUNTRY &&
            td_gazetteer_area(gazetteer, (td_view){draft->country, 2}, &id) && id == i)
            countries[country_count++] = (td_country_record){td_country_number(draft->country), i};
    }
    qsort(countries, country_count, sizeof *countries, compare_countries);
    uint32_t neighbours = sort_unique(gazetteer->neighbours.items, gazetteer->neighbours.count);
    td_places_header header = {TD_PLACES_MAGIC, count, country_count, neighbours, pool.bytes.count, {0}};
    const td_view parts[] = {
        {(const char *)&header, sizeof header},
        {(const char *)records, count * sizeof *records},
        {(const char *)countries, country_count * sizeof *countries},
        {(const char *)gazetteer->neighbours.items, neighbours * sizeof(uint32_t)},
        {pool.bytes.items, pool.bytes.count},
    };
    return td_join(arena, parts, sizeof parts / sizeof parts[0]);
}
