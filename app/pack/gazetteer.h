#ifndef TD_PACK_GAZETTEER_H
#define TD_PACK_GAZETTEER_H

/* The gazetteer while it is built: places from several sources, with their names entered among the phrases. */

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"
#include "lexicon/places_block.h"
#include "lexicon/table.h"
#include "phrase_builder.h"

/* Weights of phrases that have no population of their own. */
#define TD_WEIGHT_COUNTRY 4000000000U
#define TD_WEIGHT_REGION 500000U
#define TD_WEIGHT_POINT 50000U

typedef struct td_place_draft {
    td_view name, region, gazetteer, identifier;
    char country[3];
    int32_t latitude, longitude; /* as in td_place_record */
    uint32_t population;
    enum td_precision precision;
    enum td_entity_kind kind;
    uint32_t parent; /* place, TD_PLACE_NO_PARENT */
    bool capital;
    uint8_t renown;
} td_place_draft;

/* What is known of a country or division before all its places are read. */
typedef struct td_area_sum {
    int32_t south, north, west, east; /* what its cities span */
    uint32_t cities;
    uint64_t population;
} td_area_sum;

/* What English calls a city that GeoNames has under another name. */
typedef struct td_city_names {
    td_view name, names;
} td_city_names;

typedef struct td_gazetteer {
    td_arena *arena;
    td_phrase_builder *phrases; /* what a name alone shows */
    td_phrase_builder towns; /* every settlement and part of a division, for names that the text shows to be places */
    TD_ARRAY(td_place_draft) places;
    TD_ARRAY(td_area_sum) sums;    /* one for each place so far that is an area */
    TD_ARRAY(uint32_t) neighbours; /* as in the block, unsorted */
    TD_ARRAY(td_view) capitals;    /* pairs: country code, name of its capital */
    td_map areas;                  /* hash of "RU" or "RU.10" -> place */
    TD_ARRAY(td_city_names) city_names;
    td_map cities; /* hash of an identifier of GeoNames -> city_names */
} td_gazetteer;

void td_gazetteer_init(td_gazetteer *gazetteer, td_arena *arena, td_phrase_builder *phrases);
/* Add a place without names; returns its id. */
uint32_t td_gazetteer_add(td_gazetteer *gazetteer, const td_place_draft *draft);
/* The place of a country ("RU") or division ("RU.10"), false when there is none. */
bool td_gazetteer_area(const td_gazetteer *gazetteer, td_view code, uint32_t *id);
/* Degrees as written to TD_PLACE_SCALE; false where it is no number within +-`most`. */
bool td_gazetteer_degrees(td_view cell, int32_t most, int32_t *scaled);
/* Lay out the block, in the arena. */
td_view td_gazetteer_finish(td_gazetteer *gazetteer);

/*
 * The sources, in the order in which they are to be read. Each enters places and names; TD_ERROR_INPUT names file
 * and line. countryInfo.txt has no line of column names, see geonames.org/export.
 */
int td_read_common_words(td_phrase_builder *phrases, td_named_text source, td_error *error);
int td_read_given_names(td_phrase_builder *phrases, td_named_text source, td_error *error);
int td_read_country_info(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_iso_countries(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_countries(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_demonyms(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_divisions(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_subdivisions(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_city_names(td_gazetteer *gazetteer, td_named_text source, td_error *error);
int td_read_settlements(td_gazetteer *gazetteer, td_named_text source, td_error *error);
/* The kinds of divisions of each country ("province", "oblast"), from ISO 3166-2, added to the divisions' names. */
int td_read_iso_divisions(td_gazetteer *gazetteer, td_named_text source, td_error *error);
/* Better names for divisions. */
int td_read_division_names(td_gazetteer *gazetteer, td_named_text source, td_error *error);
/* A table of data/theatre; its name is part of the places' identifiers. */
int td_read_theatre(td_gazetteer *gazetteer, td_named_text source, td_error *error);

#endif
