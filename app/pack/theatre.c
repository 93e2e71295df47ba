/*
 * The places of data/theatre that gazetteers miss.
 * Input: a table. Output: places with their names.
 */

#include "base/hash.h"
#include "gazetteer.h"
#include "lexicon/word_key.h"

#define LONGEST_SLUG 64

typedef struct theatre_kind {
    const char *label;
    enum td_precision precision;
    enum td_entity_kind kind;
    uint32_t weight;
} theatre_kind;

static const theatre_kind theatre_kinds[] = {
    {"air_base", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"airport", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"base", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"camp", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"canal", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"crossing", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"dam", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"desert", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"district", TD_PRECISION_DISTRICT, TD_ENTITY_PLACE, TD_WEIGHT_REGION / 5},
    {"facility", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"island", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"lake", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"mountains", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"naval_base", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"neighbourhood", TD_PRECISION_DISTRICT, TD_ENTITY_PLACE, TD_WEIGHT_POINT},
    {"port", TD_PRECISION_POINT, TD_ENTITY_FACILITY, TD_WEIGHT_POINT},
    {"region", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"river", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"sea", TD_PRECISION_SEA, TD_ENTITY_PLACE, TD_WEIGHT_REGION},
    {"town", TD_PRECISION_SETTLEMENT, TD_ENTITY_PLACE, TD_WEIGHT_POINT},
    {"world_region", TD_PRECISION_REGION, TD_ENTITY_PLACE, TD_WEIGHT_COUNTRY / 2},
};

static const theatre_kind *kind_of(td_view label) {
    for (size_t i = 0; i < sizeof theatre_kinds / sizeof theatre_kinds[0]; i++)
        if (td_view_equal(label, td_view_of(theatre_kinds[i].label))) return &theatre_kinds[i];
    return NULL;
}

/* "theatre/syria.tsv" and "Bab al-Hawa" give "syria/bab-al-hawa". */
static td_view identifier_of(td_arena *arena, td_view table_name, td_view name) {
    char slug[LONGEST_SLUG];
    size_t size = td_word_fold_into(name, slug, sizeof slug);
    for (size_t i = 0; i < size; i++)
        if (!((slug[i] >= 'a' && slug[i] <= 'z') || (slug[i] >= '0' && slug[i] <= '9'))) slug[i] = '-';
    size_t start = td_view_find(table_name, TD_VIEW("/"), 0);
    td_view stem = td_view_slice(table_name, start == SIZE_MAX ? 0 : start + 1, table_name.size);
    if (td_view_ends_with(stem, TD_VIEW(".tsv"))) stem.size -= 4;
    return td_arena_format(arena, "%.*s/%.*s", TD_VIEW_ARGUMENTS(stem), (int)size, slug);
}

static int coordinates_of(const td_table *table, const td_view cells[2], td_place_draft *draft, td_error *error) {
    if (cells[0].size == 0 && cells[1].size == 0) {
        draft->latitude = TD_PLACE_NOWHERE;
        return TD_OK;
    }
    if (!td_gazetteer_degrees(cells[0], 90, &draft->latitude))
        return td_table_fail(table, cells[0], "is no latitude", error);
    if (!td_gazetteer_degrees(cells[1], 180, &draft->longitude))
        return td_table_fail(table, cells[1], "is no longitude", error);
    return TD_OK;
}

int td_read_theatre(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    enum { NAME, NAMES, KIND, COUNTRY, REGION, LATITUDE, LONGITUDE, COLUMN_COUNT };
    static const char *const columns[] = {"name", "names", "kind", "country", "region", "latitude", "longitude"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, COLUMN_COUNT, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        uint32_t country;
        const theatre_kind *kind = kind_of(cells[KIND]);
        if (!kind) return td_table_fail(&table, cells[KIND], "is no kind of place", error);
        if (cells[NAME].size == 0) return td_table_fail(&table, cells[NAME], "is no name", error);
        if (cells[COUNTRY].size &&
            (cells[COUNTRY].size != 2 || !td_gazetteer_area(gazetteer, cells[COUNTRY], &country)))
            return td_table_fail(&table, cells[COUNTRY], "is no country code", error);
        td_place_draft draft = {
            .name = cells[NAME],
            .region = cells[REGION].size ? cells[REGION] : TD_VIEW_ABSENT,
            .gazetteer = TD_VIEW("tidings"),
            .identifier = identifier_of(gazetteer->arena, source.name, cells[NAME]),
            .precision = kind->precision,
            .kind = kind->kind,
            .parent = cells[COUNTRY].size ? country : TD_PLACE_NO_PARENT,
        };
        if (cells[COUNTRY].size) memcpy(draft.country, cells[COUNTRY].bytes, 2);
        status = coordinates_of(&table, &cells[LATITUDE], &draft, error);
        if (status < 0) return status;
        uint32_t id = td_gazetteer_add(gazetteer, &draft);
        td_phrase_builder_add(gazetteer->phrases, cells[NAME], TD_PHRASE_PLACE, id, 0, kind->weight);
        td_phrase_builder_add_list(gazetteer->phrases, cells[NAMES], TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE,
                                   kind->weight);
    }
    return status;
}
