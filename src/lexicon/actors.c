/*
 * Known actors.
 * Input: the tables of data/actors as text. Output: actors by number and identifier, offices with their days, roles,
 * bodies of the state.
 */

#include "lexicon/actors.h"

#include "base/hash.h"
#include "lexicon/actors_table.h"

#define KNOWLEDGE_GOVERNMENT "government-"

static bool country_code(td_view cell, char country[3]) {
    if (cell.size == 0) return true;
    if (cell.size != 2) return false;
    for (int i = 0; i < 2; i++) {
        if (cell.bytes[i] < 'A' || cell.bytes[i] > 'Z') return false;
        country[i] = cell.bytes[i];
    }
    return true;
}

/* ---- one function a sort of table ---- */

static int load_actors(td_actors *actors, td_arena *arena, td_named_text source, td_error *error) {
    static const char *const columns[] = {"knowledge", "name", "kind", "country", "category", "names"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 6, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        td_actor actor = {.knowledge = cells[0], .name = cells[1], .category = cells[4]};
        bool added;
        if (cells[0].size == 0 || cells[1].size == 0)
            return td_table_fail(&table, cells[0], "an actor needs an identifier and a name", error);
        if (!td_entity_kind_from_label(cells[2], &actor.kind))
            return td_table_fail(&table, cells[2], "is no kind of entity", error);
        if (!country_code(cells[3], actor.country))
            return td_table_fail(&table, cells[3], "is no country code of two capitals", error);
        td_map_put(&actors->by_knowledge, td_hash(cells[0]), actors->actors.count, &added);
        if (!added) return td_table_fail(&table, cells[0], "stands twice among the actors", error);
        *td_push(arena, &actors->actors) = (td_actor_row){actor, cells[5]};
    }
    return status;
}

static int load_roles(td_actors *actors, td_arena *arena, td_named_text source, td_error *error) {
    static const char *const columns[] = {"role", "kind", "forms"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 3, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK)
        *td_push(arena, &actors->roles) = (td_role_row){cells[0], cells[1], cells[2]};
    return status;
}

static int load_bodies(td_actors *actors, td_arena *arena, td_named_text source, td_error *error) {
    static const char *const columns[] = {"body", "name", "category", "forms"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 4, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK)
        *td_push(arena, &actors->bodies) = (td_body_row){{cells[0], cells[1], cells[2]}, cells[3]};
    return status;
}

static int load_metonyms(td_actors *actors, td_arena *arena, td_named_text source, td_error *error) {
    static const char *const columns[] = {"actor", "forms"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 2, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        uint32_t actor;
        if (!td_actors_find(actors, cells[0], &actor))
            return td_table_fail(&table, cells[0], "is no known actor", error);
        *td_push(arena, &actors->metonyms) = (td_metonym_row){actor, cells[1]};
    }
    return status;
}

/* A day, month ("2014-07") or year; of the latter two the first day, or the last where `end`. Empty is unknown. */
static bool day_of_cell(td_view cell, bool end, td_day *day) {
    int64_t year;
    int64_t month = end ? 12 : 1;
    *day = TD_DAY_UNKNOWN;
    if (cell.size == 0 || td_day_parse(cell, day)) return true;
    if (cell.size != 4 && cell.size != 7) return false;
    if (!td_view_to_integer(td_view_slice(cell, 0, 4), &year) || year < 1) return false;
    if (cell.size == 7 && (cell.bytes[4] != '-' || !td_view_to_integer(td_view_slice(cell, 5, 7), &month)))
        return false;
    if (month < 1 || month > 12) return false;
    *day = td_day_of((int32_t)year, (int32_t)month, end ? td_days_in_month((int32_t)year, (int32_t)month) : 1);
    return true;
}

static int load_offices(td_actors *actors, td_arena *arena, td_named_text source, td_error *error) {
    static const char *const columns[] = {"person", "role", "of", "from", "to"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, source, columns, 5, error);
    while (status == TD_OK && (status = td_table_next(&table, cells, error)) == TD_OK) {
        td_office office = {.role = cells[1], .country = cells[2]};
        if (!td_actors_find(actors, cells[0], &office.actor))
            return td_table_fail(&table, cells[0], "is no known actor", error);
        if (!day_of_cell(cells[3], false, &office.held.from))
            return td_table_fail(&table, cells[3], "is no day", error);
        if (!day_of_cell(cells[4], true, &office.held.to)) return td_table_fail(&table, cells[4], "is no day", error);
        *td_push(arena, &actors->offices) = office;
    }
    return status;
}

/* ---- all tables ---- */

typedef struct table_loader {
    const char *name; /* NULL: any other table */
    int (*load)(td_actors *actors, td_arena *arena, td_named_text source, td_error *error);
} table_loader;

/* The tables that refer to actors come after those. */
static const table_loader loaders[] = {
    {NULL, load_actors},
    {TD_ACTORS_FOLDER "roles.tsv", load_roles},
    {TD_ACTORS_FOLDER "ministries.tsv", load_bodies},
    {TD_ACTORS_FOLDER "metonyms.tsv", load_metonyms},
    {TD_ACTORS_FOLDER "offices.tsv", load_offices},
};
#define LOADER_COUNT (sizeof loaders / sizeof loaders[0])

static size_t loader_of(td_view name) {
    for (size_t i = 1; i < LOADER_COUNT; i++)
        if (td_view_equal(name, td_view_of(loaders[i].name))) return i;
    return 0;
}

int td_actors_load(const td_named_text_array *tables, td_arena *arena, td_actors **out, td_error *error) {
    td_actors *actors = TD_NEW(arena, td_actors);
    td_map_init(&actors->by_knowledge, arena);
    for (size_t i = 0; i < LOADER_COUNT; i++)
        for (td_each(table, tables)) {
            if (!td_view_starts_with(table->name, TD_VIEW(TD_ACTORS_FOLDER)) || loader_of(table->name) != i) continue;
            int status = loaders[i].load(actors, arena, *table, error);
            if (status < 0) return status;
        }
    *out = actors;
    return TD_OK;
}

/* ---- questions ---- */

uint32_t td_actors_count(const td_actors *actors) {
    return actors->actors.count;
}

td_actor td_actors_get(const td_actors *actors, uint32_t id) {
    return actors->actors.items[id].actor;
}

bool td_actors_find(const td_actors *actors, td_view knowledge, uint32_t *id) {
    const uint32_t *found = td_map_get(&actors->by_knowledge, td_hash(knowledge));
    if (!found || !td_view_equal(actors->actors.items[*found].actor.knowledge, knowledge)) return false;
    *id = *found;
    return true;
}

bool td_actors_government(const td_actors *actors, const char *country, uint32_t *id) {
    char knowledge[sizeof KNOWLEDGE_GOVERNMENT + 2] = KNOWLEDGE_GOVERNMENT;
    size_t size = sizeof KNOWLEDGE_GOVERNMENT - 1;
    if (!country[0] || !country[1]) return false;
    for (int i = 0; i < 2; i++)
        knowledge[size++] = (char)(country[i] >= 'A' && country[i] <= 'Z' ? country[i] + 32 : country[i]);
    return td_actors_find(actors, (td_view){knowledge, size}, id);
}

uint32_t td_actors_office_count(const td_actors *actors) {
    return actors->offices.count;
}

td_office td_actors_office(const td_actors *actors, uint32_t number) {
    return actors->offices.items[number];
}

td_view td_actors_role(const td_actors *actors, uint32_t id) {
    return actors->roles.items[id].role;
}

td_view td_actors_role_kind(const td_actors *actors, uint32_t id) {
    return actors->roles.items[id].kind;
}

td_state_body td_actors_body(const td_actors *actors, uint32_t id) {
    return actors->bodies.items[id].body;
}
