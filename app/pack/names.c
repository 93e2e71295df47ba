/*
 * The tables of data/names that the gazetteer is built from.
 * Input: names of countries with their coordinates, demonyms, names of divisions, words that are names of places too.
 * Output: names and readings among the phrases; coordinates of countries.
 */

#include "base/hash.h"
#include "gazetteer.h"

int td_read_common_words(td_phrase_builder *phrases, td_named_text source, td_error *error) {
    static const char *const columns[] = {"phrase", "is"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 2, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        enum td_common_sort sort = td_view_equal(cells[1], TD_VIEW("never"))  ? TD_COMMON_NEVER
                                   : td_view_equal(cells[1], TD_VIEW("word")) ? TD_COMMON_WORD
                                   : td_view_equal(cells[1], TD_VIEW("name")) ? TD_COMMON_NAME
                                                                              : TD_COMMON_NOT;
        if (sort == TD_COMMON_NOT) return td_table_fail(&table, cells[1], "is none of word, name, never", error);
        td_phrase_builder_common(phrases, cells[0], sort);
    }
    return status;
}

int td_read_given_names(td_phrase_builder *phrases, td_named_text source, td_error *error) {
    static const char *const columns[] = {"form", "class", "value"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 3, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK)
        if (td_view_equal(cells[1], TD_VIEW("given"))) td_phrase_builder_common(phrases, cells[0], TD_COMMON_NAME);
    return status;
}

/* The place of a code in a table's cell. */
static int area_of_cell(const td_gazetteer *gazetteer, const td_table *table, td_view cell, uint32_t *id,
                        td_error *error) {
    if (td_gazetteer_area(gazetteer, cell, id)) return TD_OK;
    return td_table_fail(table, cell, "is not the code of a country or division of GeoNames", error);
}

/* One row of a table of areas: its better name and where it lies, as far as they are given. */
static int read_area_row(td_gazetteer *gazetteer, const td_table *table, const td_view *cells, uint32_t weight,
                         td_error *error) {
    uint32_t id;
    int status = area_of_cell(gazetteer, table, cells[0], &id, error);
    if (status < 0) return status;
    if (cells[1].size == 0) return td_table_fail(table, cells[1], "is no name", error);
    td_place_draft *place = &gazetteer->places.items[id];
    place->name = cells[1];
    if (cells[3].size && !td_gazetteer_degrees(cells[3], 90, &place->latitude))
        return td_table_fail(table, cells[3], "is no latitude", error);
    if (cells[3].size && !td_gazetteer_degrees(cells[4], 180, &place->longitude))
        return td_table_fail(table, cells[4], "is no longitude", error);
    if (place->precision == TD_PRECISION_COUNTRY)
        td_phrase_builder_add(gazetteer->phrases, cells[1], TD_PHRASE_PLACE, id, TD_PHRASE_SURE, weight);
    td_phrase_builder_add_list(gazetteer->phrases, cells[2], TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE, weight);
    return TD_OK;
}

/* A table of areas, whose first column is called `area`. */
static int read_areas(td_gazetteer *gazetteer, td_named_text source, const char *area, uint32_t weight,
                      td_error *error) {
    const char *const columns[] = {area, "name", "names", "latitude", "longitude"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 5, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK)
        status = read_area_row(gazetteer, &table, cells, weight, error);
    return status;
}

int td_read_countries(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    return read_areas(gazetteer, source, "country", TD_WEIGHT_COUNTRY, error);
}

int td_read_division_names(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    return read_areas(gazetteer, source, "division", TD_WEIGHT_REGION, error);
}

int td_read_demonyms(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    static const char *const columns[] = {"country", "demonyms"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 2, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        uint32_t id;
        status = area_of_cell(gazetteer, &table, cells[0], &id, error);
        if (status < 0) return status;
        if (cells[0].size != 2) return td_table_fail(&table, cells[0], "is no country code", error);
        td_phrase_builder_add_list(gazetteer->phrases, cells[1], TD_PHRASE_DEMONYM, td_country_number(cells[0].bytes),
                                   0, gazetteer->places.items[id].population);
    }
    return status;
}

int td_read_city_names(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    static const char *const columns[] = {"city", "name", "names"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 3, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        bool added;
        if (cells[1].size == 0) return td_table_fail(&table, cells[1], "is no name", error);
        td_map_put(&gazetteer->cities, td_hash(cells[0]), gazetteer->city_names.count, &added);
        if (!added) return td_table_fail(&table, cells[0], "stands twice", error);
        *td_push(gazetteer->arena, &gazetteer->city_names) = (td_city_names){cells[1], cells[2]};
    }
    return status;
}
