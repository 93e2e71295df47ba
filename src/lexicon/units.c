/*
 * Words of number, time and quantity.
 * Input: the text of data/units/units.tsv. Output: a map from the folded form to its readings.
 */

#include "lexicon/units.h"

#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"

#define LONGEST_FORM 24

static const char *const class_labels[TD_UNIT_COUNT] = {
#define TD_X(name, label) [TD_UNIT_##name] = label,
    TD_UNIT_CLASSES(TD_X)
#undef TD_X
};

struct td_units {
    td_map by_form;
    TD_ARRAY(td_unit_word) words;
};

enum { COLUMN_FORM, COLUMN_CLASS, COLUMN_UNIT, COLUMN_NUMBER, COLUMN_CATEGORY, COLUMN_COUNT };

static bool class_of(td_view label, enum td_unit_class *kind) {
    for (int i = 0; i < TD_UNIT_COUNT; i++) {
        if (!td_view_equal(label, td_view_of(class_labels[i]))) continue;
        *kind = (enum td_unit_class)i;
        return true;
    }
    return false;
}

static int load_line(td_units *units, td_arena *arena, const td_view columns[COLUMN_COUNT], int line, td_error *error) {
    enum td_unit_class kind;
    if (columns[COLUMN_FORM].size == 0 || columns[COLUMN_FORM].size > LONGEST_FORM)
        return td_error_set(error, TD_ERROR_INPUT, "units, line %d: the form is empty or too long", line);
    if (!class_of(columns[COLUMN_CLASS], &kind))
        return td_error_set(error, TD_ERROR_INPUT, "units, line %d: unknown class '%.*s'", line,
                            TD_VIEW_ARGUMENTS(columns[COLUMN_CLASS]));
    td_unit_reading *reading = TD_NEW(arena, td_unit_reading);
    if (columns[COLUMN_UNIT].size) reading->unit = columns[COLUMN_UNIT];
    if (columns[COLUMN_NUMBER].size && !td_view_to_number(columns[COLUMN_NUMBER], &reading->number))
        return td_error_set(error, TD_ERROR_INPUT, "units, line %d: '%.*s' is no number", line,
                            TD_VIEW_ARGUMENTS(columns[COLUMN_NUMBER]));
    if (columns[COLUMN_CATEGORY].size && !td_figure_category_from_label(columns[COLUMN_CATEGORY], &reading->category))
        return td_error_set(error, TD_ERROR_INPUT, "units, line %d: unknown category '%.*s'", line,
                            TD_VIEW_ARGUMENTS(columns[COLUMN_CATEGORY]));
    bool added;
    uint32_t *index = td_map_put(&units->by_form, td_hash(columns[COLUMN_FORM]), units->words.count, &added);
    if (added) td_push(arena, &units->words)->form = columns[COLUMN_FORM];
    td_unit_word *word = &units->words.items[*index];
    word->classes |= 1U << kind;
    word->readings[kind] = reading;
    return TD_OK;
}

int td_units_load(td_view table, td_arena *arena, td_units **out, td_error *error) {
    td_units *units = TD_NEW(arena, td_units);
    td_map_init(&units->by_form, arena);
    td_view line;
    for (int number = 1; td_view_split(&table, '\n', &line); number++) {
        if (line.size && line.bytes[line.size - 1] == '\r') line.size--;
        if (line.size == 0 || line.bytes[0] == '#' || td_view_starts_with(line, TD_VIEW("form\t"))) continue;
        td_view columns[COLUMN_COUNT] = {0};
        for (int i = 0; i < COLUMN_COUNT && td_view_split(&line, '\t', &columns[i]);) i++;
        int status = load_line(units, arena, columns, number, error);
        if (status < 0) return status;
    }
    *out = units;
    return TD_OK;
}

const td_unit_word *td_units_find(const td_units *units, td_view form) {
    char folded[LONGEST_FORM];
    if (form.size == 0 || form.size > LONGEST_FORM) return NULL;
    for (size_t i = 0; i < form.size; i++) {
        char c = form.bytes[i];
        folded[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    td_view key = {folded, form.size};
    const uint32_t *index = td_map_get(&units->by_form, td_hash(key));
    if (!index) return NULL;
    const td_unit_word *word = &units->words.items[*index];
    return td_view_equal(word->form, key) ? word : NULL;
}
