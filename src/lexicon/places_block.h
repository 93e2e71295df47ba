#ifndef TD_LEXICON_PLACES_BLOCK_H
#define TD_LEXICON_PLACES_BLOCK_H

/*
 * The block "places" of the pack: countries, then divisions of first and second level, settlements and our own places;
 * read where it is mapped.
 */

#include "base/arena.h"
#include "base/error.h"
#include "lexicon/places.h"

#define TD_PLACES_MAGIC 0x706C6164U
#define TD_PLACE_SCALE 100000      /* units of a degree */
#define TD_PLACE_NOWHERE INT32_MIN /* latitude of a place whose coordinates are not known */

typedef struct td_places_header {
    uint32_t magic;
    uint32_t place_count;
    uint32_t country_count;
    uint32_t neighbour_count;
    uint32_t text_size;
    uint32_t reserved[11];
} td_places_header;

typedef struct td_place_record {
    uint32_t name, region, gazetteer, identifier; /* offsets of text that ends in a zero byte; 0 is "" */
    int32_t latitude, longitude;                  /* 1/TD_PLACE_SCALE degrees */
    uint32_t population;
    uint32_t parent; /* record of the smallest area known that holds it, TD_PLACE_NO_PARENT */
    char country[2]; /* zero bytes for none */
    uint8_t precision;
    uint8_t kind;
    uint8_t capital; /* of a country: 1 */
    uint8_t renown;
    uint8_t reserved[2];
} td_place_record;

/* Two letters as a number, 0 for none: the id of a demonym's phrase, and what countries are sorted by. */
static inline uint32_t td_country_number(const char *country) {
    return country[0] ? (uint32_t)(unsigned char)country[0] << 8 | (uint32_t)(unsigned char)country[1] : 0;
}

typedef struct td_country_record {
    uint32_t number;
    uint32_t place;
} td_country_record;

/* Behind the header, in this order: records, countries by number, pairs of neighbours (smaller number << 16 | larger),
 * text. */
struct td_places {
    const td_places_header *header;
    const td_place_record *records;
    const td_country_record *countries;
    const uint32_t *neighbours;
    const char *text;
};

/* Read the block in place. TD_ERROR_INPUT when its sizes do not agree. */
int td_places_attach(td_view block, td_arena *arena, td_places **out, td_error *error);

#endif
