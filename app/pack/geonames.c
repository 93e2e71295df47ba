/*
 * GeoNames' files as Debian packages them.
 * Input: countryInfo.txt, admin1Codes.txt, cities15000.txt. Output: countries with neighbours and capitals, first-level
 * divisions, cities, each with its names.
 */

#include "base/hash.h"
#include "gazetteer.h"
#include "latin_names.h"

#define GEONAMES TD_VIEW("geonames")
#define MOST_COLUMNS 20
#define WELL_KNOWN 150000U  /* people: places whose names in other languages are kept too */
#define CAPITAL_TIMES 8     /* a capital is meant as often as a place of so many times its people */
#define ALTERNATIVE_SHARE 4 /* an alternative name weighs this part of the name */

/* Lines of tab-separated cells without a line of column names. */
typedef struct plain_rows {
    td_named_text source;
    td_view rest;
    int line;
} plain_rows;

static int next_row(plain_rows *rows, td_view *cells, uint32_t wanted, td_error *error) {
    td_view line;
    while (td_view_split(&rows->rest, '\n', &line)) {
        rows->line++;
        if (line.size == 0 || line.bytes[0] == '#') continue;
        uint32_t count = 0;
        while (count < MOST_COLUMNS && td_view_split(&line, '\t', &cells[count])) count++;
        if (count >= wanted) return TD_OK;
        return td_error_set(error, TD_ERROR_INPUT, "%.*s, line %d: %u cells where %u are expected",
                            TD_VIEW_ARGUMENTS(rows->source.name), rows->line, count, wanted);
    }
    return TD_END;
}

static int row_error(const plain_rows *rows, td_view cell, const char *problem, td_error *error) {
    return td_error_set(error, TD_ERROR_INPUT, "%.*s, line %d: '%.*s' %s", TD_VIEW_ARGUMENTS(rows->source.name),
                        rows->line, TD_VIEW_ARGUMENTS(cell), problem);
}

static uint32_t population_of(td_view cell) {
    int64_t people;
    return td_view_to_integer(cell, &people) && people > 0 && people < UINT32_MAX ? (uint32_t)people : 0;
}

static uint32_t add_area(td_gazetteer *gazetteer, td_view code, const td_place_draft *draft) {
    uint32_t id = td_gazetteer_add(gazetteer, draft);
    td_map_put(&gazetteer->areas, td_hash(code), id, NULL);
    *td_push(gazetteer->arena, &gazetteer->sums) = (td_area_sum){0};
    return id;
}

static void add_neighbours(td_gazetteer *gazetteer, td_view code, td_view list) {
    td_view other;
    while (td_view_split(&list, ',', &other)) {
        if (other.size != 2) continue;
        uint32_t a = td_country_number(code.bytes);
        uint32_t b = td_country_number(other.bytes);
        *td_push(gazetteer->arena, &gazetteer->neighbours) = a < b ? a << 16 | b : b << 16 | a;
    }
}

int td_read_country_info(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    enum { CODE, NAME = 4, CAPITAL = 5, POPULATION = 7, IDENTIFIER = 16, NEIGHBOURS = 17, WANTED = 18 };
    plain_rows rows = {source, source.text, 0};
    td_view cells[MOST_COLUMNS];
    int status;
    while ((status = next_row(&rows, cells, WANTED, error)) == TD_OK) {
        if (cells[CODE].size != 2) return row_error(&rows, cells[CODE], "is no country code", error);
        /* States that are no more: their codes have no borders today. */
        if (td_view_equal(cells[CODE], TD_VIEW("AN")) || td_view_equal(cells[CODE], TD_VIEW("CS"))) continue;
        td_place_draft draft = {
            .name = cells[NAME],
            .gazetteer = GEONAMES,
            .identifier = cells[IDENTIFIER],
            .country = {cells[CODE].bytes[0], cells[CODE].bytes[1], 0},
            .latitude = TD_PLACE_NOWHERE,
            .population = population_of(cells[POPULATION]),
            .precision = TD_PRECISION_COUNTRY,
            .kind = TD_ENTITY_PLACE,
        };
        uint32_t id = add_area(gazetteer, cells[CODE], &draft);
        add_neighbours(gazetteer, cells[CODE], cells[NEIGHBOURS]);
        td_phrase_builder_add(gazetteer->phrases, cells[NAME], TD_PHRASE_PLACE, id, TD_PHRASE_SURE, TD_WEIGHT_COUNTRY);
        if (cells[CAPITAL].size == 0) continue;
        *td_push(gazetteer->arena, &gazetteer->capitals) = cells[CODE];
        *td_push(gazetteer->arena, &gazetteer->capitals) = cells[CAPITAL];
    }
    return status;
}

int td_read_divisions(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    enum { CODE, NAME, ASCII, IDENTIFIER, WANTED };
    plain_rows rows = {source, source.text, 0};
    td_view cells[MOST_COLUMNS];
    int status;
    while ((status = next_row(&rows, cells, WANTED, error)) == TD_OK) {
        if (cells[CODE].size < 4) return row_error(&rows, cells[CODE], "is no code of a division", error);
        if (cells[NAME].size == 0) continue;
        td_place_draft draft = {
            .name = td_latin_name_shown(cells[NAME], cells[ASCII]),
            .gazetteer = GEONAMES,
            .identifier = cells[IDENTIFIER],
            .country = {cells[CODE].bytes[0], cells[CODE].bytes[1], 0},
            .latitude = TD_PLACE_NOWHERE,
            .precision = TD_PRECISION_REGION,
            .kind = TD_ENTITY_PLACE,
        };
        add_area(gazetteer, cells[CODE], &draft);
    }
    return status;
}

static void add_to_sum(td_gazetteer *gazetteer, uint32_t area, const td_place_draft *city) {
    td_area_sum *sum = &gazetteer->sums.items[area];
    bool first = sum->cities == 0;
    if (first || city->latitude < sum->south) sum->south = city->latitude;
    if (first || city->latitude > sum->north) sum->north = city->latitude;
    if (first || city->longitude < sum->west) sum->west = city->longitude;
    if (first || city->longitude > sum->east) sum->east = city->longitude;
    sum->population += city->population;
    sum->cities++;
}

/* The names of one row of cities15000.txt. */
typedef struct city_names {
    td_view name, ascii, others;
    bool capital;
} city_names;

/* Enter the names of the city `id`; what English calls it goes before what GeoNames does. */
static void add_city_names(td_gazetteer *gazetteer, uint32_t id, const city_names *names) {
    td_place_draft *city = &gazetteer->places.items[id];
    td_phrase_builder *phrases = gazetteer->phrases;
    td_view others = names->others;
    td_view other;
    uint32_t weight = names->capital && city->population < UINT32_MAX / CAPITAL_TIMES ? city->population * CAPITAL_TIMES
                                                                                      : city->population;
    uint16_t sure = names->capital ? TD_PHRASE_SURE : 0;
    const uint32_t *better = td_map_get(&gazetteer->cities, td_hash(city->identifier));
    if (better) {
        const td_city_names *english = &gazetteer->city_names.items[*better];
        city->name = english->name;
        td_phrase_builder_add(phrases, english->name, TD_PHRASE_PLACE, id, sure, weight);
        td_phrase_builder_add_list(phrases, english->names, TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE, weight);
    }
    td_phrase_builder_add(phrases, names->name, TD_PHRASE_PLACE, id, better ? TD_PHRASE_ALTERNATIVE : sure, weight);
    td_phrase_builder_add(phrases, names->ascii, TD_PHRASE_PLACE, id, better ? TD_PHRASE_ALTERNATIVE : sure, weight);
    bool well_known = names->capital || city->population >= WELL_KNOWN;
    while (td_view_split(&others, ',', &other))
        if (td_latin_name_keeps(names->ascii, other, well_known))
            td_phrase_builder_add(phrases, other, TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE,
                                  weight / ALTERNATIVE_SHARE);
}

/*
 * Each division lies in the middle of what its cities span: nearer to the middle of its land than their mean, which
 * the crowded corner draws. Across the date line the western edge stands.
 */
static void place_divisions(td_gazetteer *gazetteer) {
    for (uint32_t i = 0; i < gazetteer->sums.count; i++) {
        const td_area_sum *sum = &gazetteer->sums.items[i];
        td_place_draft *area = &gazetteer->places.items[i];
        if (sum->cities == 0 || area->precision != TD_PRECISION_REGION) continue;
        bool wraps = sum->east - sum->west > 180 * TD_PLACE_SCALE;
        if (area->latitude == TD_PLACE_NOWHERE) { /* the table of divisions knows no better */
            area->latitude = sum->south + (sum->north - sum->south) / 2;
            area->longitude = wraps ? sum->west : sum->west + (sum->east - sum->west) / 2;
        }
        area->population = sum->population < UINT32_MAX ? (uint32_t)sum->population : UINT32_MAX;
    }
}

int td_read_cities(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    enum {
        IDENTIFIER,
        NAME,
        ASCII,
        OTHERS,
        LATITUDE,
        LONGITUDE,
        FEATURE = 7,
        COUNTRY,
        DIVISION = 10,
        POPULATION = 14,
        WANTED
    };
    plain_rows rows = {source, source.text, 0};
    td_view cells[MOST_COLUMNS];
    int status;
    while ((status = next_row(&rows, cells, WANTED, error)) == TD_OK) {
        td_place_draft city = {
            .name = td_latin_name_shown(cells[NAME], cells[ASCII]),
            .gazetteer = GEONAMES,
            .identifier = cells[IDENTIFIER],
            .population = population_of(cells[POPULATION]),
            .precision = TD_PRECISION_SETTLEMENT,
            .kind = TD_ENTITY_PLACE,
        };
        if (!td_gazetteer_degrees(cells[LATITUDE], 90, &city.latitude))
            return row_error(&rows, cells[LATITUDE], "is no latitude", error);
        if (!td_gazetteer_degrees(cells[LONGITUDE], 180, &city.longitude))
            return row_error(&rows, cells[LONGITUDE], "is no longitude", error);
        if (cells[COUNTRY].size == 2) memcpy(city.country, cells[COUNTRY].bytes, 2);
        td_view code = td_arena_format(gazetteer->arena, "%.*s.%.*s", TD_VIEW_ARGUMENTS(cells[COUNTRY]),
                                       TD_VIEW_ARGUMENTS(cells[DIVISION]));
        uint32_t division;
        if (td_gazetteer_area(gazetteer, code, &division)) {
            city.region = gazetteer->places.items[division].name;
            add_to_sum(gazetteer, division, &city);
        }
        city_names names = {cells[NAME], cells[ASCII], cells[OTHERS], td_view_equal(cells[FEATURE], TD_VIEW("PPLC"))};
        add_city_names(gazetteer, td_gazetteer_add(gazetteer, &city), &names);
    }
    place_divisions(gazetteer);
    return status;
}
