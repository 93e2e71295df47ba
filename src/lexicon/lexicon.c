/*
 * The shipped knowledge.
 * Input: the path of tidings.pack. Output: its parts, read in place or indexed in one arena.
 */

#include "lexicon/lexicon.h"

#include <stdlib.h>

#include "base/arena.h"
#include "lexicon/actors_table.h"
#include "lexicon/pack.h"
#include "lexicon/phrases_block.h"
#include "lexicon/places_block.h"

#define ARENA_LIMIT ((size_t)256 << 20)

struct td_lexicon {
    td_pack pack;
    td_arena arena;
    td_phrases *phrases, *towns;
    td_places *places;
    td_actors *actors;
    td_words *words;
    td_units *units;
    td_frames *frames;
    td_names *names;
};

/* What td_arena_run() is handed. */
typedef struct opening {
    td_lexicon *lexicon;
    td_error *error;
} opening;

static int require(const td_lexicon *lexicon, td_view name, td_view *block, td_error *error) {
    *block = td_pack_block(&lexicon->pack, name);
    if (td_view_present(*block)) return TD_OK;
    return td_error_set(error, TD_ERROR_INPUT, "the lexicon has no block '%.*s'", TD_VIEW_ARGUMENTS(name));
}

static int open_phrases(td_lexicon *lexicon, td_error *error) {
    td_view block;
    int status = require(lexicon, TD_VIEW("phrases"), &block, error);
    return status < 0 ? status : td_phrases_attach(block, &lexicon->arena, &lexicon->phrases, error);
}

static int open_towns(td_lexicon *lexicon, td_error *error) {
    td_view block;
    int status = require(lexicon, TD_VIEW("towns"), &block, error);
    return status < 0 ? status : td_phrases_attach(block, &lexicon->arena, &lexicon->towns, error);
}

static int open_places(td_lexicon *lexicon, td_error *error) {
    td_view block;
    int status = require(lexicon, TD_VIEW("places"), &block, error);
    return status < 0 ? status : td_places_attach(block, &lexicon->arena, &lexicon->places, error);
}

static int open_units(td_lexicon *lexicon, td_error *error) {
    td_view block;
    int status = require(lexicon, TD_VIEW("units.tsv"), &block, error);
    return status < 0 ? status : td_units_load(block, &lexicon->arena, &lexicon->units, error);
}

static int open_words(td_lexicon *lexicon, td_error *error) {
    td_words_tables tables;
    const struct {
        td_view name;
        td_named_text *table;
    } blocks[] = {
        {TD_VIEW("words/lemmas.tsv"), &tables.lemmas},
        {TD_VIEW("words/abbreviations.tsv"), &tables.abbreviations},
        {TD_VIEW("words/contractions.tsv"), &tables.contractions},
        {TD_VIEW("words/closed.tsv"), &tables.closed},
        {TD_VIEW("words/prefixes.tsv"), &tables.prefixes},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        blocks[i].table->name = blocks[i].name;
        int status = require(lexicon, blocks[i].name, &blocks[i].table->text, error);
        if (status < 0) return status;
    }
    return td_words_load(&tables, &lexicon->arena, &lexicon->words, error);
}

td_named_text_array td_lexicon_tables(const td_lexicon *lexicon, td_view folder, td_arena *arena) {
    td_named_text_array tables = {0};
    for (uint32_t i = 0; i < lexicon->pack.header->block_count; i++) {
        td_view name = td_pack_block_name(&lexicon->pack, i);
        if (td_view_starts_with(name, folder))
            *td_push(arena, &tables) = (td_named_text){name, td_pack_block_at(&lexicon->pack, i)};
    }
    return tables;
}

static int open_actors(td_lexicon *lexicon, td_error *error) {
    td_named_text_array tables = td_lexicon_tables(lexicon, TD_VIEW(TD_ACTORS_FOLDER), &lexicon->arena);
    return td_actors_load(&tables, &lexicon->arena, &lexicon->actors, error);
}

static int open_frames(td_lexicon *lexicon, td_error *error) {
    td_named_text_array tables = td_lexicon_tables(lexicon, TD_VIEW("frames/"), &lexicon->arena);
    return td_frames_load(tables.items, tables.count, &lexicon->arena, &lexicon->frames, error);
}

static int open_names(td_lexicon *lexicon, td_error *error) {
    td_named_text_array tables = td_lexicon_tables(lexicon, TD_VIEW("names/"), &lexicon->arena);
    return td_names_load(tables.items, tables.count, &lexicon->arena, &lexicon->names, error);
}

/* One line a part. */
static int (*const parts[])(td_lexicon *lexicon, td_error *error) = {
    open_phrases, open_towns, open_places, open_actors, open_units, open_words, open_frames, open_names,
};

static int open_parts(void *context) {
    opening *work = context;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        int status = parts[i](work->lexicon, work->error);
        if (status < 0) return status;
    }
    return TD_OK;
}

int td_lexicon_open(const char *path, td_lexicon **out, td_error *error) {
    td_lexicon *lexicon = calloc(1, sizeof *lexicon);
    if (!lexicon) return td_error_set(error, TD_ERROR_MEMORY, "%s: no memory left to open the lexicon", path);
    td_arena_init(&lexicon->arena, ARENA_LIMIT);
    int status = td_pack_open(&lexicon->pack, path, error);
    if (status == TD_OK) {
        status = td_arena_run(&lexicon->arena, open_parts, &(opening){lexicon, error}, error);
        if (status < 0) td_error_prefix(error, "%s", path);
    }
    if (status < 0) {
        td_lexicon_free(lexicon);
        return status;
    }
    *out = lexicon;
    return TD_OK;
}

void td_lexicon_free(td_lexicon *lexicon) {
    if (!lexicon) return;
    td_arena_release(&lexicon->arena);
    td_pack_release(&lexicon->pack);
    free(lexicon);
}

td_view td_lexicon_digest(const td_lexicon *lexicon) {
    return (td_view){lexicon->pack.header->digest, sizeof lexicon->pack.header->digest};
}

td_view td_lexicon_block(const td_lexicon *lexicon, td_view name) {
    return td_pack_block(&lexicon->pack, name);
}

const td_phrases *td_lexicon_phrases(const td_lexicon *lexicon) {
    return lexicon->phrases;
}

const td_phrases *td_lexicon_towns(const td_lexicon *lexicon) {
    return lexicon->towns;
}

const td_places *td_lexicon_places(const td_lexicon *lexicon) {
    return lexicon->places;
}

const td_actors *td_lexicon_actors(const td_lexicon *lexicon) {
    return lexicon->actors;
}

const td_words *td_lexicon_words(const td_lexicon *lexicon) {
    return lexicon->words;
}

const td_units *td_lexicon_units(const td_lexicon *lexicon) {
    return lexicon->units;
}

const td_frames *td_lexicon_frames(const td_lexicon *lexicon) {
    return lexicon->frames;
}

const td_names *td_lexicon_names(const td_lexicon *lexicon) {
    return lexicon->names;
}
