/*
 * English words by form.
 * Input: the text of the tables of data/words/. Output: one map from a key to what a table says.
 */

#include "lexicon/words.h"

#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"
#include "lexicon/table.h"
#include "lexicon/word_key.h"

#define MOST_COLUMNS 3
#define NEEDS_CAPITAL 0x100u /* beside the kind of an abbreviation */

struct td_words {
    td_map lemmas; /* of key and part of speech, to an index of `lemma_texts` */
    td_map abbreviations, contractions, closed, prefixes;
    TD_ARRAY(td_view) lemma_texts;
};

/* One table on its way into the words. */
typedef struct td_words_reader {
    td_words *words;
    td_arena *arena;
    td_table table;
    td_error *error;
} td_words_reader;

static const char *const abbreviation_labels[TD_ABBREVIATION_COUNT] = {
    [TD_ABBREVIATION_NONE] = "none",   [TD_ABBREVIATION_TITLE] = "title", [TD_ABBREVIATION_COUNTED] = "counted",
    [TD_ABBREVIATION_INNER] = "inner", [TD_ABBREVIATION_ANY] = "any",     [TD_ABBREVIATION_LAST] = "last",
};

static int part_of_speech_of(td_words_reader *reader, td_view label, enum td_part_of_speech *out) {
    if (td_part_of_speech_from_label(label, out)) return TD_OK;
    return td_table_fail(&reader->table, label, "is no part of speech", reader->error);
}

static uint64_t lemma_slot(uint64_t key, enum td_part_of_speech part_of_speech) {
    return td_hash_mix(key, (uint64_t)part_of_speech);
}

static int read_lemma(td_words_reader *reader, const td_view *cells) {
    enum td_part_of_speech part_of_speech;
    int status = part_of_speech_of(reader, cells[1], &part_of_speech);
    if (status < 0) return status;
    if (cells[2].size == 0) return td_table_fail(&reader->table, cells[0], "has no lemma", reader->error);
    td_words *words = reader->words;
    bool added;
    td_map_put(&words->lemmas, lemma_slot(td_word_key(cells[0]), part_of_speech), words->lemma_texts.count, &added);
    if (added) *td_push(reader->arena, &words->lemma_texts) = cells[2];
    return TD_OK;
}

static int read_abbreviation(td_words_reader *reader, const td_view *cells) {
    for (uint32_t i = 1; i < TD_ABBREVIATION_COUNT && cells[0].size; i++) {
        if (!td_view_equal(cells[1], td_view_of(abbreviation_labels[i]))) continue;
        bool capital = cells[0].bytes[0] >= 'A' && cells[0].bytes[0] <= 'Z';
        td_map_put(&reader->words->abbreviations, td_word_key(cells[0]), capital ? i | NEEDS_CAPITAL : i, NULL);
        return TD_OK;
    }
    return td_table_fail(&reader->table, cells[1], "is no kind of abbreviation", reader->error);
}

static int read_contraction(td_words_reader *reader, const td_view *cells) {
    size_t cut = td_view_find(cells[1], TD_VIEW("+"), 0);
    if (cut == SIZE_MAX || cut == 0 || cells[1].size != cells[0].size + 1)
        return td_table_fail(&reader->table, cells[1], "does not spell the form in two parts", reader->error);
    td_map_put(&reader->words->contractions, td_word_key(cells[0]), (uint32_t)cut, NULL);
    return TD_OK;
}

static int read_closed(td_words_reader *reader, const td_view *cells) {
    enum td_part_of_speech part_of_speech;
    int status = part_of_speech_of(reader, cells[1], &part_of_speech);
    if (status < 0) return status;
    td_map_put(&reader->words->closed, td_word_key(cells[0]), (uint32_t)part_of_speech, NULL);
    return TD_OK;
}

static int read_prefix(td_words_reader *reader, const td_view *cells) {
    td_map_put(&reader->words->prefixes, td_word_key(cells[0]), 1, NULL);
    return TD_OK;
}

typedef struct td_words_step {
    td_named_text source;
    td_map *map;
    int (*read)(td_words_reader *reader, const td_view *cells);
    uint32_t columns;
    const char *names[MOST_COLUMNS];
} td_words_step;

static int run_step(td_words_reader *reader, const td_words_step *step) {
    td_view cells[TD_TABLE_COLUMNS];
    td_map_init(step->map, reader->arena);
    int status = td_table_open(&reader->table, step->source, step->names, step->columns, reader->error);
    while (status == TD_OK) {
        status = td_table_next(&reader->table, cells, reader->error);
        if (status == TD_OK) status = step->read(reader, cells);
    }
    return status == TD_END ? TD_OK : status;
}

int td_words_load(const td_words_tables *tables, td_arena *arena, td_words **out, td_error *error) {
    td_words *words = TD_NEW(arena, td_words);
    const td_words_step steps[] = {
        {tables->lemmas, &words->lemmas, read_lemma, 3, {"form", "part_of_speech", "lemma"}},
        {tables->abbreviations, &words->abbreviations, read_abbreviation, 2, {"form", "kind"}},
        {tables->contractions, &words->contractions, read_contraction, 2, {"form", "parts"}},
        {tables->closed, &words->closed, read_closed, 2, {"form", "part_of_speech"}},
        {tables->prefixes, &words->prefixes, read_prefix, 1, {"form"}},
    };
    td_words_reader reader = {.words = words, .arena = arena, .error = error};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        int status = run_step(&reader, &steps[i]);
        if (status < 0) return status;
    }
    *out = words;
    return TD_OK;
}

bool td_words_lemma(const td_words *words, uint64_t key, enum td_part_of_speech part_of_speech, td_view *lemma) {
    const uint32_t *index = td_map_get(&words->lemmas, lemma_slot(key, part_of_speech));
    if (index) *lemma = words->lemma_texts.items[*index];
    return index != NULL;
}

enum td_abbreviation td_words_abbreviation(const td_words *words, uint64_t key, bool capital) {
    const uint32_t *kind = td_map_get(&words->abbreviations, key);
    if (!kind || ((*kind & NEEDS_CAPITAL) && !capital)) return TD_ABBREVIATION_NONE;
    return (enum td_abbreviation)(*kind & ~NEEDS_CAPITAL);
}

uint32_t td_words_contraction(const td_words *words, uint64_t key) {
    const uint32_t *cut = td_map_get(&words->contractions, key);
    return cut ? *cut : 0;
}

bool td_words_closed(const td_words *words, uint64_t key, enum td_part_of_speech *part_of_speech) {
    const uint32_t *found = td_map_get(&words->closed, key);
    if (found) *part_of_speech = (enum td_part_of_speech) * found;
    return found != NULL;
}

bool td_words_prefix(const td_words *words, uint64_t key) {
    return td_map_get(&words->prefixes, key) != NULL;
}
