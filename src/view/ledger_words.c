/*
 * Entries of ledgers in words.
 * Input: an entry. Output: its fields, its figure with the bounds that reports give.
 */

#include "view/lines.h"
#include "view/source.h"

td_view td_ledger_text(const td_ledger_entry *entry, const char *name) {
    for (td_each(field, &entry->fields))
        if (field->type == TD_FIELD_TEXT && strcmp(field->name, name) == 0) return field->text;
    return TD_VIEW_ABSENT;
}

td_view td_ledger_words(const td_ledger_entry *entry, td_arena *arena) {
    static const char *const apart[] = {"bound", "unit", "category", "value", "low", "high"};
    td_view words = TD_VIEW("");
    for (td_each(field, &entry->fields)) {
        bool skip = field->type != TD_FIELD_TEXT || field->text.size == 0;
        for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) skip |= strcmp(field->name, apart[i]) == 0;
        if (skip) continue;
        bool bare = strcmp(field->name, "what") == 0 || strcmp(field->name, "content") == 0;
        words = td_arena_format(arena, "%.*s%s%s%s%.*s", TD_VIEW_ARGUMENTS(words), words.size ? "; " : "",
                                bare ? "" : field->name, bare ? "" : " ", TD_VIEW_ARGUMENTS(field->text));
    }
    return td_passage_text(words, (td_span){0, (uint32_t)words.size}, arena);
}

static const td_field *number_field(const td_ledger_entry *entry, const char *name) {
    for (td_each(field, &entry->fields))
        if (field->type == TD_FIELD_NUMBER && strcmp(field->name, name) == 0) return field;
    return NULL;
}

/* "250,000", "3.5". */
static td_view plain_words(double number, td_arena *arena) {
    td_view plain = td_arena_format(arena, "%.15g", number);
    size_t digits = 0;
    while (digits < plain.size && plain.bytes[digits] >= '0' && plain.bytes[digits] <= '9') digits++;
    if (digits <= 4) return plain;
    char *words = td_arena_alloc(arena, plain.size + digits / 3 + 1);
    size_t size = 0;
    for (size_t i = 0; i < plain.size; i++) {
        if (i > 0 && i < digits && (digits - i) % 3 == 0) words[size++] = ',';
        words[size++] = plain.bytes[i];
    }
    return (td_view){words, size};
}

bool td_ledger_is_share(const td_ledger_entry *entry) {
    return td_view_equal(td_ledger_text(entry, "unit"), TD_VIEW("percent"));
}

/* The number of an entry, a share with its sign: "250,000", "50%". */
static td_view number_words(const td_ledger_entry *entry, double number, td_arena *arena) {
    td_view words = plain_words(number, arena);
    return td_ledger_is_share(entry) ? td_arena_format(arena, "%.*s%%", TD_VIEW_ARGUMENTS(words)) : words;
}

td_view td_ledger_bounds(const td_ledger_entry *entry, td_arena *arena) {
    const td_field *value = number_field(entry, "value"), *low = number_field(entry, "low");
    const td_field *high = number_field(entry, "high");
    if (low && high && low->number != high->number)
        return td_arena_format(arena, "%.*s to %.*s", TD_VIEW_ARGUMENTS(number_words(entry, low->number, arena)),
                               TD_VIEW_ARGUMENTS(number_words(entry, high->number, arena)));
    td_view bound = td_ledger_text(entry, "bound");
    const td_field *shown = value ? value : low ? low : high;
    if (!shown) return TD_VIEW("an undisclosed number");
    static const char *const words[][2] = {{"at_least", "at least "},    {"more_than", "more than "},
                                           {"at_most", "at most "},      {"less_than", "fewer than "},
                                           {"almost", "almost "},        {"approx", "about "},
                                           {"vague_plural", "at least "}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (td_view_equal(bound, td_view_of(words[i][0])))
            return td_arena_format(arena, "%s%.*s", words[i][1], TD_VIEW_ARGUMENTS(number_words(entry, shown->number, arena)));
    return number_words(entry, shown->number, arena);
}

td_view td_ledger_figure(const td_ledger_entry *entry, td_arena *arena) {
    bool known = number_field(entry, "value") || number_field(entry, "low") || number_field(entry, "high");
    if (!known) return TD_VIEW("");
    td_view unit = td_ledger_text(entry, "unit"), bounds = td_ledger_bounds(entry, arena);
    if (td_ledger_is_share(entry)) return bounds;
    return td_arena_format(arena, "%.*s%s%.*s", TD_VIEW_ARGUMENTS(bounds), unit.size ? " " : "",
                           TD_VIEW_ARGUMENTS(unit));
}
