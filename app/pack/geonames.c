/*
 * What GeoNames knows.
 * Input: countryInfo.txt as Debian packages it, the tables of data/gazetteer. Output: countries with neighbours and
 * capitals, their divisions of first and second level, settlements, each with its names.
 */

#include "base/hash.h"
#include "gazetteer.h"
#include "latin_names.h"

#define GEONAMES TD_VIEW("geonames")
#define MOST_COLUMNS 20
#define WELL_KNOWN 150000U      /* people: places whose names in other languages are kept too */
#define CAPITAL_TIMES 8         /* a capital is meant as often as a place of so many times its people */
#define ALTERNATIVE_SHARE 4     /* an alternative name weighs this part of the name */
#define NOTABLE 15000U          /* people: settlements whose name alone shows that a place is meant */
#define NOTABLE_SECTION 100000U /* the same for sections of settlements */

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

static uint8_t renown_of(td_view cell) {
    int64_t names;
    if (!td_view_to_integer(cell, &names) || names < 0) return 0;
    return names < UINT8_MAX ? (uint8_t)names : UINT8_MAX;
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
            .parent = TD_PLACE_NO_PARENT,
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

/* The place that the code of a division lies in: "RU.10.2" in "RU.10", that in "RU"; TD_PLACE_NO_PARENT for none. */
static uint32_t holder_of(const td_gazetteer *gazetteer, td_view code) {
    uint32_t id;
    while (code.size && code.bytes[code.size - 1] != '.') code.size--;
    if (code.size == 0) return TD_PLACE_NO_PARENT;
    code.size--;
    return td_gazetteer_area(gazetteer, code, &id) ? id : holder_of(gazetteer, code);
}

static uint32_t add_division(td_gazetteer *gazetteer, td_view code, td_view name, td_view identifier,
                             enum td_precision precision) {
    td_place_draft draft = {
        .name = name,
        .gazetteer = GEONAMES,
        .identifier = identifier.size ? identifier : code,
        .country = {code.bytes[0], code.bytes[1], 0},
        .latitude = TD_PLACE_NOWHERE,
        .precision = precision,
        .kind = TD_ENTITY_PLACE,
        .parent = holder_of(gazetteer, code),
    };
    if (precision == TD_PRECISION_DISTRICT && draft.parent != TD_PLACE_NO_PARENT)
        draft.region = gazetteer->places.items[draft.parent].name;
    return add_area(gazetteer, code, &draft);
}

int td_read_divisions(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    static const char *const columns[] = {"division", "name", "identifier"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 3, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        if (cells[0].size < 4) return td_table_fail(&table, cells[0], "is no code of a division", error);
        add_division(gazetteer, cells[0], cells[1], cells[2], TD_PRECISION_REGION);
    }
    return status;
}

int td_read_subdivisions(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    static const char *const columns[] = {"subdivision", "name"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 2, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        if (cells[0].size < 6) return td_table_fail(&table, cells[0], "is no code of a division's part", error);
        add_division(gazetteer, cells[0], cells[1], TD_VIEW_ABSENT, TD_PRECISION_DISTRICT);
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

/* A settlement with what its row says besides. */
typedef struct settlement {
    td_place_draft place;
    td_view others; /* names, separated by '|' */
    bool notable;
} settlement;

/* Enter the names by which the text alone may show the settlement `id`; English usage goes before GeoNames. */
static void add_names(td_gazetteer *gazetteer, uint32_t id, const settlement *row) {
    td_place_draft *city = &gazetteer->places.items[id];
    td_phrase_builder *phrases = gazetteer->phrases;
    td_view others = row->others, other;
    uint32_t weight = row->place.capital && city->population < UINT32_MAX / CAPITAL_TIMES
                          ? city->population * CAPITAL_TIMES
                          : city->population;
    uint16_t sure = row->place.capital ? TD_PHRASE_SURE : 0;
    const uint32_t *better = td_map_get(&gazetteer->cities, td_hash(city->identifier));
    if (better) {
        const td_city_names *english = &gazetteer->city_names.items[*better];
        city->name = english->name;
        td_phrase_builder_add(phrases, english->name, TD_PHRASE_PLACE, id, sure, weight);
        td_phrase_builder_add_list(phrases, english->names, TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE, weight);
    }
    td_phrase_builder_add(phrases, row->place.name, TD_PHRASE_PLACE, id, better ? TD_PHRASE_ALTERNATIVE : sure, weight);
    bool well_known = row->place.capital || city->population >= WELL_KNOWN;
    while (td_view_split(&others, '|', &other))
        if (td_latin_name_keeps(row->place.name, other, well_known))
            td_phrase_builder_add(phrases, other, TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE,
                                  weight / ALTERNATIVE_SHARE);
}

/* Every name of a settlement, for what the text has shown to be a place. */
static void add_town_names(td_gazetteer *gazetteer, uint32_t id, const settlement *row) {
    uint32_t people = row->place.population;
    td_phrase_builder_add(&gazetteer->towns, row->place.name, TD_PHRASE_PLACE, id, 0, people);
    td_phrase_builder_add_list(&gazetteer->towns, row->others, TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE,
                               people / ALTERNATIVE_SHARE);
}

/*
 * Each division lies in the middle of what its settlements span: nearer to the middle of its land than their mean,
 * which the crowded corner draws. Across the date line the western edge stands. A division without settlements has no
 * coordinates, and one of the second level no name then.
 */
static void place_divisions(td_gazetteer *gazetteer) {
    for (uint32_t i = 0; i < gazetteer->sums.count; i++) {
        const td_area_sum *sum = &gazetteer->sums.items[i];
        td_place_draft *area = &gazetteer->places.items[i];
        if (sum->cities == 0 || area->precision == TD_PRECISION_COUNTRY) continue;
        bool wraps = sum->east - sum->west > 180 * TD_PLACE_SCALE;
        if (area->latitude == TD_PLACE_NOWHERE) { /* the table of divisions knows no better */
            area->latitude = sum->south + (sum->north - sum->south) / 2;
            area->longitude = wraps ? sum->west : sum->west + (sum->east - sum->west) / 2;
        }
        area->population = sum->population < UINT32_MAX ? (uint32_t)sum->population : UINT32_MAX;
        if (area->precision == TD_PRECISION_DISTRICT)
            td_phrase_builder_add(&gazetteer->towns, area->name, TD_PHRASE_PLACE, i, 0, area->population);
    }
}

/* The division and its part that a settlement lies in, as far as the gazetteer has them. */
static void place_within(td_gazetteer *gazetteer, td_place_draft *city, td_view division, td_view subdivision) {
    td_view code = td_arena_format(gazetteer->arena, "%s.%.*s", city->country, TD_VIEW_ARGUMENTS(division));
    uint32_t area;
    city->parent = td_gazetteer_area(gazetteer, (td_view){city->country, 2}, &area) ? area : TD_PLACE_NO_PARENT;
    if (!td_gazetteer_area(gazetteer, code, &area)) return;
    city->parent = area;
    city->region = gazetteer->places.items[area].name;
    add_to_sum(gazetteer, area, city);
    code = td_arena_format(gazetteer->arena, "%.*s.%.*s", TD_VIEW_ARGUMENTS(code), TD_VIEW_ARGUMENTS(subdivision));
    if (!td_gazetteer_area(gazetteer, code, &area)) return;
    city->parent = area;
    add_to_sum(gazetteer, area, city);
}

int td_read_settlements(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    enum { IDENTIFIER, NAME, NAMES, CLASS, COUNTRY, DIVISION, PART, POPULATION, RENOWN, LATITUDE, LONGITUDE, COLUMNS };
    static const char *const columns[] = {"settlement",  "name",       "names",  "class",    "country",  "division",
                                          "subdivision", "population", "renown", "latitude", "longitude"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, COLUMNS, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        bool section = td_view_equal(cells[CLASS], TD_VIEW("section"));
        settlement row = {
            .place = {.name = cells[NAME],
                      .gazetteer = GEONAMES,
                      .identifier = cells[IDENTIFIER],
                      .population = population_of(cells[POPULATION]),
                      .renown = renown_of(cells[RENOWN]),
                      .precision = section ? TD_PRECISION_DISTRICT : TD_PRECISION_SETTLEMENT,
                      .kind = TD_ENTITY_PLACE,
                      .capital = td_view_equal(cells[CLASS], TD_VIEW("capital"))},
            .others = cells[NAMES],
        };
        if (cells[COUNTRY].size != 2) return td_table_fail(&table, cells[COUNTRY], "is no country code", error);
        memcpy(row.place.country, cells[COUNTRY].bytes, 2);
        if (!td_gazetteer_degrees(cells[LATITUDE], 90, &row.place.latitude))
            return td_table_fail(&table, cells[LATITUDE], "is no latitude", error);
        if (!td_gazetteer_degrees(cells[LONGITUDE], 180, &row.place.longitude))
            return td_table_fail(&table, cells[LONGITUDE], "is no longitude", error);
        bool listed = td_map_get(&gazetteer->cities, td_hash(cells[IDENTIFIER])) != NULL;
        bool seat = row.place.capital || td_view_equal(cells[CLASS], TD_VIEW("seat"));
        row.notable = listed || seat || row.place.population >= (section ? NOTABLE_SECTION : NOTABLE);
        place_within(gazetteer, &row.place, cells[DIVISION], cells[PART]);
        uint32_t id = td_gazetteer_add(gazetteer, &row.place);
        if (row.notable) add_names(gazetteer, id, &row);
        add_town_names(gazetteer, id, &row);
    }
    place_divisions(gazetteer);
    return status;
}
