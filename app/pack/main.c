/*
 * tidings-pack: builds the lexicon.
 * Input: the tables of data/, GeoNames and ISO files. Output: tidings.pack.
 *
 *   tidings-pack --out FILE --geonames FOLDER --iso FOLDER NAME=PATH ...
 *   tidings-pack --out FILE --from PACK NAME=PATH ...
 *
 * Each NAME=PATH is a file of data/. What NAME begins with decides what becomes of it: "gazetteer/", "names/" and
 * "theatre/" are compiled into places and phrases, "actors/" is kept as it is and compiled into phrases too, anything
 * else is kept.
 * With --from, everything is taken from another pack but the blocks named: so a model is tried without building anew.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "actor_phrases.h"
#include "base/file.h"
#include "gazetteer.h"
#include "lexicon/pack.h"
#include "pack_writer.h"

#define LARGEST_FILE ((size_t)64 << 20)
#define ARENA_LIMIT ((size_t)2 << 30)

/* Tables of data/names that are compiled; others there are kept as they are. */
#define CITIES "names/cities.tsv"
#define COMMON_WORDS "names/common_words.tsv"
#define COUNTRIES "names/countries.tsv"
#define DEMONYMS "names/demonyms.tsv"
#define GIVEN_NAMES "names/given_names.tsv" /* kept too */
#define DIVISION_NAMES "names/divisions.tsv"
#define GAZETTEER "gazetteer/"
#define DIVISIONS GAZETTEER "divisions.tsv"
#define SUBDIVISIONS GAZETTEER "subdivisions.tsv"
#define SETTLEMENTS GAZETTEER "settlements.tsv"
#define TOWN_WORDS GAZETTEER "words.tsv"
#define THEATRE "theatre/"

typedef struct td_packing {
    const char *out, *geonames, *iso, *from;
    td_pack other; /* the pack at `from` */
    td_arena arena;
    td_named_text_array files; /* sorted by name */
    td_error error;
} td_packing;

static int read_file(td_packing *packing, const char *path, td_view *text) {
    td_buffer buffer;
    td_buffer_init(&buffer, LARGEST_FILE);
    int status = td_file_read(path, &buffer, &packing->error);
    if (status == TD_OK) *text = td_arena_copy(&packing->arena, td_buffer_view(&buffer));
    if (status == TD_OK && !td_view_present(*text)) *text = TD_VIEW("");
    td_buffer_release(&buffer);
    return status;
}

/* A file that messages call by its whole path. */
static int read_source(td_packing *packing, const char *folder, const char *name, td_named_text *source) {
    source->name = td_arena_format(&packing->arena, "%s/%s", folder, name);
    return read_file(packing, source->name.bytes, &source->text);
}

static td_named_text find_file(const td_packing *packing, const char *name) {
    for (td_each(file, &packing->files))
        if (td_view_equal(file->name, td_view_of(name))) return *file;
    return (td_named_text){TD_VIEW_ABSENT, TD_VIEW_ABSENT};
}

/* ---- places ---- */

/* A table of ours that the gazetteer needs, or a file from elsewhere (`folder` not NULL). */
static int read_part(td_packing *packing, td_gazetteer *gazetteer, const char *folder, const char *name,
                     int (*read)(td_gazetteer *gazetteer, td_named_text source, td_error *error)) {
    td_named_text source = find_file(packing, name);
    int status = folder ? read_source(packing, folder, name, &source) : TD_OK;
    if (status < 0) return status;
    if (!td_view_present(source.text))
        return td_error_set(&packing->error, TD_ERROR_USAGE, "the table %s is not among the files given", name);
    status = read(gazetteer, source, &packing->error);
    return status == TD_END ? TD_OK : status;
}

/* What names of places are besides; of small places more words are. */
static int read_words(td_packing *packing, td_gazetteer *gazetteer) {
    td_phrase_builder *const builders[] = {gazetteer->phrases, &gazetteer->towns, &gazetteer->towns};
    static const char *const tables[] = {COMMON_WORDS, COMMON_WORDS, TOWN_WORDS};
    int status = TD_OK;
    for (size_t i = 0; i < 3 && status >= 0; i++)
        status = td_read_common_words(builders[i], find_file(packing, tables[i]), &packing->error);
    td_named_text given_names = find_file(packing, GIVEN_NAMES);
    for (size_t i = 0; i < 2 && status >= 0 && td_view_present(given_names.text); i++)
        status = td_read_given_names(builders[i], given_names, &packing->error);
    return status;
}

static int build_places(td_packing *packing, td_gazetteer *gazetteer) {
    const struct {
        const char *folder, *name;
        int (*read)(td_gazetteer *gazetteer, td_named_text source, td_error *error);
    } parts[] = {
        {packing->geonames, "countryInfo.txt", td_read_country_info},
        {packing->iso, "iso_3166-1.json", td_read_iso_countries},
        {NULL, COUNTRIES, td_read_countries},
        {NULL, DEMONYMS, td_read_demonyms},
        {NULL, DIVISIONS, td_read_divisions},
        {NULL, SUBDIVISIONS, td_read_subdivisions},
        {NULL, DIVISION_NAMES, td_read_division_names},
        {NULL, CITIES, td_read_city_names},
        {NULL, SETTLEMENTS, td_read_settlements},
        {packing->iso, "iso_3166-2.json", td_read_iso_divisions},
    };
    int status = read_words(packing, gazetteer);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && status >= 0; i++)
        status = read_part(packing, gazetteer, parts[i].folder, parts[i].name, parts[i].read);
    for (uint32_t i = 0; i < packing->files.count && status >= 0; i++)
        if (td_view_starts_with(packing->files.items[i].name, TD_VIEW(THEATRE)))
            status = td_read_theatre(gazetteer, packing->files.items[i], &packing->error);
    return status < 0 ? status : TD_OK;
}

/* ---- everything ---- */

static bool is_compiled(td_view name) {
    static const char *const compiled[] = {CITIES, COMMON_WORDS, COUNTRIES, DEMONYMS, DIVISION_NAMES};
    for (size_t i = 0; i < sizeof compiled / sizeof compiled[0]; i++)
        if (td_view_equal(name, td_view_of(compiled[i]))) return true;
    return td_view_starts_with(name, TD_VIEW(THEATRE)) || td_view_starts_with(name, TD_VIEW(GAZETTEER));
}

static int compare_files(const void *a, const void *b) {
    return td_view_compare(((const td_named_text *)a)->name, ((const td_named_text *)b)->name);
}

static int read_arguments(td_packing *packing, int count, char **arguments) {
    for (int i = 1; i < count; i++) {
        const char **option = strcmp(arguments[i], "--out") == 0        ? &packing->out
                              : strcmp(arguments[i], "--geonames") == 0 ? &packing->geonames
                              : strcmp(arguments[i], "--iso") == 0      ? &packing->iso
                              : strcmp(arguments[i], "--from") == 0     ? &packing->from
                                                                        : NULL;
        const char *equals = strchr(arguments[i], '=');
        if (option && i + 1 < count) {
            *option = arguments[++i];
        } else if (equals) {
            td_named_text file = {{arguments[i], (size_t)(equals - arguments[i])}, TD_VIEW_ABSENT};
            int status = read_file(packing, equals + 1, &file.text);
            if (status < 0) return status;
            *td_push(&packing->arena, &packing->files) = file;
        } else {
            return td_error_set(&packing->error, TD_ERROR_USAGE, "'%s' is neither an option nor NAME=PATH",
                                arguments[i]);
        }
    }
    if (!packing->out || (!packing->from && (!packing->geonames || !packing->iso)))
        return td_error_set(&packing->error, TD_ERROR_USAGE, "--out, and --from or --geonames and --iso, are needed");
    qsort(packing->files.items, packing->files.count, sizeof *packing->files.items, compare_files);
    return TD_OK;
}

/* The blocks of the other pack, but those given. */
static int pack_again(void *context) {
    td_packing *packing = context;
    td_pack_writer writer;
    td_view bytes;
    int status = td_pack_open(&packing->other, packing->from, &packing->error);
    if (status < 0) return status;
    td_pack_writer_init(&writer, &packing->arena);
    for (uint32_t i = 0; i < packing->other.header->block_count && status == TD_OK; i++) {
        td_named_text given = find_file(packing, td_pack_block_name(&packing->other, i).bytes);
        td_view block = td_view_present(given.name) ? given.text : td_pack_block_at(&packing->other, i);
        status = td_pack_writer_add(&writer, td_pack_block_name(&packing->other, i), block, &packing->error);
    }
    if (status < 0) return status;
    td_pack_writer_finish(&writer, &bytes);
    return td_pack_write_file(packing->out, bytes, &packing->error);
}

static int write_pack(td_packing *packing, td_view places, td_view phrases, td_view towns) {
    td_pack_writer writer;
    td_view bytes;
    td_pack_writer_init(&writer, &packing->arena);
    int status = td_pack_writer_add(&writer, TD_VIEW("places"), places, &packing->error);
    if (status == TD_OK) status = td_pack_writer_add(&writer, TD_VIEW("phrases"), phrases, &packing->error);
    if (status == TD_OK) status = td_pack_writer_add(&writer, TD_VIEW("towns"), towns, &packing->error);
    for (uint32_t i = 0; i < packing->files.count && status == TD_OK; i++)
        if (!is_compiled(packing->files.items[i].name))
            status = td_pack_writer_add(&writer, packing->files.items[i].name, packing->files.items[i].text,
                                        &packing->error);
    if (status < 0) return status;
    td_pack_writer_finish(&writer, &bytes);
    return td_pack_write_file(packing->out, bytes, &packing->error);
}

static int pack(void *context) {
    td_packing *packing = context;
    td_arena *arena = &packing->arena;
    td_phrase_builder phrases;
    td_gazetteer gazetteer;
    td_actors *actors = NULL;
    td_phrase_builder_init(&phrases, arena);
    td_gazetteer_init(&gazetteer, arena, &phrases);
    int status = build_places(packing, &gazetteer);
    if (status < 0) return status;

    td_view governments = td_governments_table(&gazetteer, find_file(packing, DEMONYMS));
    *td_push(arena, &packing->files) = (td_named_text){TD_VIEW("actors/governments.tsv"), governments};
    qsort(packing->files.items, packing->files.count, sizeof *packing->files.items, compare_files);
    status = td_actors_load(&packing->files, arena, &actors, &packing->error);
    if (status < 0) return status;
    td_add_actor_phrases(&phrases, actors);
    td_add_capitals(&gazetteer, actors);
    return write_pack(packing, td_gazetteer_finish(&gazetteer), td_phrase_builder_finish(&phrases),
                      td_phrase_builder_finish(&gazetteer.towns));
}

int main(int argument_count, char **arguments) {
    static td_packing packing;
    td_arena_init(&packing.arena, ARENA_LIMIT);
    int status = read_arguments(&packing, argument_count, arguments);
    int (*work)(void *) = packing.from ? pack_again : pack;
    if (status == TD_OK) status = td_arena_run(&packing.arena, work, &packing, &packing.error);
    if (status < 0) fprintf(stderr, "tidings-pack: %s\n", packing.error.message);
    td_pack_release(&packing.other);
    td_arena_release(&packing.arena);
    return status < 0 ? 1 : 0;
}
