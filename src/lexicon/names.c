/*
 * Words that shape names and references.
 * Input: the text of the tables under data/names. Output: a map from the keys of a form's words to what is said of it.
 */

#include "lexicon/names.h"

#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"
#include "lexicon/word_key.h"

static const char *const class_labels[TD_NAME_COUNT] = {
#define TD_X(name, label) [TD_NAME_##name] = label,
    TD_NAME_CLASSES(TD_X)
#undef TD_X
};

struct td_names {
    td_map by_form; /* mixed keys of the words to an index of `words` */
    td_map starts;  /* key of a first word to the most words of a form that begins so */
    td_map ends;    /* the same for last words */
    TD_ARRAY(td_name_word) words;
};

enum { COLUMN_FORM, COLUMN_CLASS, COLUMN_VALUE, COLUMN_COUNT };

static bool class_of(td_view label, enum td_name_class *kind) {
    for (int i = 0; i < TD_NAME_COUNT; i++) {
        if (!td_view_equal(label, td_view_of(class_labels[i]))) continue;
        *kind = (enum td_name_class)i;
        return true;
    }
    return false;
}

/* The keys of the words of `form`; how many, or 0 where there are too many. */
static uint32_t word_keys(td_view form, uint64_t keys[TD_NAME_LONGEST]) {
    uint32_t count = 0;
    td_view word;
    while (td_view_split(&form, ' ', &word)) {
        if (count == TD_NAME_LONGEST || word.size == 0) return 0;
        keys[count++] = td_word_key(word);
    }
    return count;
}

static uint64_t mix_keys(const uint64_t *keys, uint32_t count) {
    uint64_t mixed = keys[0];
    for (uint32_t i = 1; i < count; i++) mixed = td_hash_mix(mixed, keys[i]);
    return mixed;
}

static void note_most(td_map *map, uint64_t key, uint32_t words) {
    uint32_t *most = td_map_put(map, key, words, NULL);
    if (*most < words) *most = words;
}

static int load_row(td_names *names, td_arena *arena, const td_table *table, const td_view cells[COLUMN_COUNT],
                    td_error *error) {
    enum td_name_class kind;
    uint64_t keys[TD_NAME_LONGEST];
    uint32_t count = word_keys(cells[COLUMN_FORM], keys);
    if (count == 0)
        return td_table_fail(table, cells[COLUMN_FORM], "the form is empty or has more than four words", error);
    if (!class_of(cells[COLUMN_CLASS], &kind)) return td_table_fail(table, cells[COLUMN_CLASS], "no such class", error);
    bool added;
    uint32_t *index = td_map_put(&names->by_form, mix_keys(keys, count), names->words.count, &added);
    if (added) *td_push(arena, &names->words) = (td_name_word){.form = cells[COLUMN_FORM], .words = count};
    td_name_word *word = &names->words.items[*index];
    word->classes |= 1U << kind;
    if (cells[COLUMN_VALUE].size) word->values[kind] = cells[COLUMN_VALUE];
    note_most(&names->starts, keys[0], count);
    note_most(&names->ends, keys[count - 1], count);
    return TD_OK;
}

static int load_table(td_names *names, td_named_text text, td_arena *arena, td_error *error) {
    static const char *const columns[COLUMN_COUNT] = {"form", "class", "value"};
    td_table table;
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_open(&table, text, columns, COLUMN_COUNT, error);
    while (status >= 0 && (status = td_table_next(&table, cells, error)) == TD_OK)
        status = load_row(names, arena, &table, cells, error);
    return status == TD_END ? TD_OK : status;
}

int td_names_load(const td_named_text *tables, uint32_t count, td_arena *arena, td_names **out, td_error *error) {
    td_names *names = TD_NEW(arena, td_names);
    td_map_init(&names->by_form, arena);
    td_map_init(&names->starts, arena);
    td_map_init(&names->ends, arena);
    for (uint32_t t = 0; t < count; t++) {
        int status = load_table(names, tables[t], arena, error);
        if (status < 0) return status;
    }
    *out = names;
    return TD_OK;
}

static const td_name_word *word_of(const td_names *names, uint64_t mixed, uint32_t words, uint32_t classes) {
    const uint32_t *index = td_map_get(&names->by_form, mixed);
    if (!index) return NULL;
    const td_name_word *word = &names->words.items[*index];
    return word->words == words && (word->classes & classes) ? word : NULL;
}

const td_name_word *td_names_find(const td_names *names, uint64_t key) {
    return word_of(names, key, 1, UINT32_MAX);
}

const td_name_word *td_names_match(const td_names *names, const td_token *tokens, uint32_t count, uint32_t classes) {
    if (count == 0) return NULL;
    const uint32_t *most = td_map_get(&names->starts, tokens[0].key);
    if (!most) return NULL;
    uint64_t mixed[TD_NAME_LONGEST];
    uint32_t longest = *most < count ? *most : count;
    for (uint32_t i = 0; i < longest; i++) mixed[i] = i ? td_hash_mix(mixed[i - 1], tokens[i].key) : tokens[0].key;
    for (uint32_t words = longest; words > 0; words--) {
        const td_name_word *word = word_of(names, mixed[words - 1], words, classes);
        if (word) return word;
    }
    return NULL;
}

const td_name_word *td_names_match_back(const td_names *names, const td_token *tokens, uint32_t first, uint32_t end,
                                        uint32_t classes) {
    if (end <= first) return NULL;
    const uint32_t *most = td_map_get(&names->ends, tokens[end - 1].key);
    if (!most) return NULL;
    uint32_t longest = *most < end - first ? *most : end - first;
    for (uint32_t words = longest; words > 0; words--) {
        uint64_t keys[TD_NAME_LONGEST];
        for (uint32_t i = 0; i < words; i++) keys[i] = tokens[end - words + i].key;
        const td_name_word *word = word_of(names, mix_keys(keys, words), words, classes);
        if (word) return word;
    }
    return NULL;
}
