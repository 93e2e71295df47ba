/*
 * The code lists of the package iso-codes.
 * Input: iso_3166-1.json (countries) and iso_3166-2.json (divisions). Output: names of countries; for each country the
 * nouns that its divisions go by ("province", "oblast"), entered behind the divisions' names.
 */

#include <cjson/cJSON.h>
#include <stdlib.h>

#include "base/hash.h"
#include "gazetteer.h"

#define REGION_SHARE 8     /* a city of the same name is more often meant */
#define FEWEST_DIVISIONS 2 /* a noun of fewer divisions of a country is an exception to it */

/* The list `name` of a JSON file; the caller frees `*root`. */
static int parse_list(td_named_text source, const char *name, cJSON **root, cJSON **list, td_error *error) {
    *root = cJSON_ParseWithLength(source.text.bytes, source.text.size);
    if (!*root) {
        const char *at = cJSON_GetErrorPtr();
        int line = 1;
        for (const char *c = source.text.bytes; at && c < at; c++) line += *c == '\n';
        return td_error_set(error, TD_ERROR_INPUT, "%.*s, line %d: this is no JSON", TD_VIEW_ARGUMENTS(source.name),
                            line);
    }
    *list = cJSON_GetObjectItemCaseSensitive(*root, name);
    if (cJSON_IsArray(*list)) return TD_OK;
    return td_error_set(error, TD_ERROR_INPUT, "%.*s: the list '%s' is missing", TD_VIEW_ARGUMENTS(source.name), name);
}

/* A text field copied into the arena, absent where the object has none. */
static td_view field_of(td_arena *arena, const cJSON *object, const char *name) {
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    return td_arena_copy(arena, td_view_of(value));
}

int td_read_iso_countries(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    static const char *const name_fields[] = {"name", "common_name", "official_name"};
    cJSON *root = NULL;
    cJSON *list = NULL;
    const cJSON *country = NULL;
    int status = parse_list(source, "3166-1", &root, &list, error);
    if (status == TD_OK) cJSON_ArrayForEach(country, list) {
            uint32_t id;
            td_view code = field_of(gazetteer->arena, country, "alpha_2");
            if (!td_view_present(code) || !td_gazetteer_area(gazetteer, code, &id)) continue;
            for (size_t i = 0; i < 3; i++) {
                td_view name = field_of(gazetteer->arena, country, name_fields[i]);
                /* "Iran, Islamic Republic of" is for sorting. */
                if (!td_view_present(name) || td_view_find(name, TD_VIEW(","), 0) != SIZE_MAX) continue;
                td_phrase_builder_add(gazetteer->phrases, name, TD_PHRASE_PLACE, id, TD_PHRASE_ALTERNATIVE,
                                      TD_WEIGHT_COUNTRY);
            }
        }
    cJSON_Delete(root);
    return status;
}

/* ---- divisions ---- */

/* Nouns for divisions that English puts behind their names. A kind of ISO 3166-2 counts by its last word. */
static const char *const division_nouns[] = {
    "province",   "governorate", "region", "oblast",    "state",   "district", "department", "county",
    "prefecture", "republic",    "canton", "territory", "emirate", "division", "zone",       "municipality",
};
#define NOUN_COUNT (sizeof division_nouns / sizeof division_nouns[0])

/* Nouns that reports use for divisions of any country, whatever its own law calls them. */
static const uint32_t common_nouns = 1U << 0 | 1U << 1 | 1U << 2;

static size_t noun_of(td_view kind) {
    for (size_t i = 0; i < NOUN_COUNT; i++) {
        td_view noun = td_view_of(division_nouns[i]);
        if (kind.size < noun.size) continue;
        if (td_view_equal_ascii_fold(td_view_slice(kind, kind.size - noun.size, kind.size), noun)) return i;
    }
    return NOUN_COUNT;
}

/* A name without the noun that it may end in: "Aleppo Governorate". */
static td_view stem_of(td_view name) {
    size_t noun = noun_of(name);
    if (noun == NOUN_COUNT) return name;
    size_t size = name.size - strlen(division_nouns[noun]);
    return size > 1 && name.bytes[size - 1] == ' ' ? td_view_slice(name, 0, size - 1) : name;
}

static void add_division(td_gazetteer *gazetteer, uint32_t id, uint32_t nouns) {
    const td_place_draft *place = &gazetteer->places.items[id];
    uint32_t weight = place->population / REGION_SHARE;
    td_view stem = stem_of(place->name);
    td_phrase_builder_add(gazetteer->phrases, place->name, TD_PHRASE_PLACE, id, 0, weight);
    td_phrase_builder_add(gazetteer->phrases, stem, TD_PHRASE_PLACE, id, 0, weight);
    for (size_t i = 0; i < NOUN_COUNT; i++) {
        if (!(nouns >> i & 1)) continue;
        td_view name = td_arena_format(gazetteer->arena, "%.*s %s", TD_VIEW_ARGUMENTS(stem), division_nouns[i]);
        td_phrase_builder_add(gazetteer->phrases, name, TD_PHRASE_PLACE, id, 0, weight);
    }
}

/* How many divisions of each country go by each noun: `counts` maps country and noun to a number. */
static void count_nouns(td_arena *arena, const cJSON *list, td_map *counts) {
    const cJSON *division = NULL;
    cJSON_ArrayForEach(division, list) {
        td_view code = field_of(arena, division, "code");
        size_t noun = noun_of(field_of(arena, division, "type"));
        if (code.size < 2 || noun == NOUN_COUNT) continue;
        ++*td_map_put(counts, td_hash_mix(td_country_number(code.bytes), noun), 0, NULL);
    }
}

int td_read_iso_divisions(td_gazetteer *gazetteer, td_named_text source, td_error *error) {
    cJSON *root = NULL;
    cJSON *list = NULL;
    td_map counts;
    td_map_init(&counts, gazetteer->arena);
    int status = parse_list(source, "3166-2", &root, &list, error);
    if (status == TD_OK) count_nouns(gazetteer->arena, list, &counts);
    for (uint32_t i = 0; status == TD_OK && i < gazetteer->sums.count; i++) {
        const td_place_draft *place = &gazetteer->places.items[i];
        uint32_t nouns = common_nouns;
        if (place->precision != TD_PRECISION_REGION) continue;
        for (uint32_t noun = 0; noun < NOUN_COUNT; noun++) {
            const uint32_t *count = td_map_get(&counts, td_hash_mix(td_country_number(place->country), noun));
            if (count && *count >= FEWEST_DIVISIONS) nouns |= 1U << noun;
        }
        add_division(gazetteer, i, nouns);
    }
    cJSON_Delete(root);
    return status;
}
