/*
 * Short lists in columns.
 * Input: items, or a column. Output: the other one.
 */

#include "store/lists.h"

td_json td_list_begin(td_store *store) {
    td_json list;
    td_buffer_clear(&store->scratch);
    td_json_init(&list, &store->scratch);
    td_json_array_open(&list);
    return list;
}

void td_list_bind(td_statement *statement, td_json *list) {
    td_json_array_close(list);
    if (list->out->status < 0 && statement->status == SQLITE_OK) statement->status = SQLITE_NOMEM;
    td_bind_copy(statement, td_buffer_view(list->out));
}

void td_list_day(td_json *list, td_day day) {
    char text[11];
    if (day != TD_DAY_UNKNOWN) td_day_format(day, text);
    td_json_string(list, day == TD_DAY_UNKNOWN ? NULL : text);
}

void td_list_index(td_json *list, td_index index) {
    if (index == TD_NONE)
        td_json_null(list);
    else
        td_json_integer(list, index);
}

void td_list_span(td_json *list, td_span span) {
    td_list_index(list, span.start);
    td_list_index(list, span.end);
}

void td_list_bind_indices(td_statement *statement, const td_index_array *indices) {
    td_json list = td_list_begin(statement->store);
    for (td_each(index, indices)) td_list_index(&list, *index);
    td_list_bind(statement, &list);
}

void td_list_bind_texts(td_statement *statement, const td_view_array *texts) {
    td_json list = td_list_begin(statement->store);
    for (td_each(text, texts)) td_json_text(&list, *text);
    td_list_bind(statement, &list);
}

int td_list_read(td_statement *statement, td_arena *memory, const td_json_value **list, td_error *error) {
    td_error inner = TD_ERROR_INIT;
    int status = td_json_parse(td_column_peek(statement), memory, list, &inner);
    if (status < 0 || (*list)->type != TD_JSON_ARRAY)
        return td_error_set(error, TD_ERROR_STORE, "store %s: a list in it is damaged; run `tidings rebuild`",
                            statement->store->path);
    return 0;
}

static const td_json_value *take(const td_json_value **value) {
    const td_json_value *taken = *value;
    if (taken) *value = taken->next;
    return taken;
}

td_view td_take_text(const td_json_value **value, td_arena *arena) {
    return td_arena_copy(arena, td_json_string_of(take(value)));
}

td_view td_take_label(const td_json_value **value) {
    return td_json_string_of(take(value));
}

int64_t td_take_integer(const td_json_value **value) {
    int64_t number = 0;
    return td_json_integer_of(take(value), &number) ? number : 0;
}

td_index td_take_index(const td_json_value **value) {
    int64_t number = 0;
    return td_json_integer_of(take(value), &number) && number >= 0 && number < TD_NONE ? (td_index)number : TD_NONE;
}

td_day td_take_day(const td_json_value **value) {
    td_day day = TD_DAY_UNKNOWN;
    td_view text = td_json_string_of(take(value));
    return td_view_present(text) && td_day_parse(text, &day) ? day : TD_DAY_UNKNOWN;
}

td_span td_take_span(const td_json_value **value) {
    td_span span;
    span.start = td_take_index(value);
    span.end = td_take_index(value);
    return span;
}

int td_list_read_indices(td_statement *statement, td_arena *memory, td_arena *arena, td_index_array *indices,
                         td_error *error) {
    const td_json_value *list;
    int status = td_list_read(statement, memory, &list, error);
    if (status < 0) return status;
    TD_RESERVE(arena, indices, list->count);
    for (const td_json_value *at = list->first; at;) *td_push(arena, indices) = td_take_index(&at);
    return 0;
}

int td_list_read_texts(td_statement *statement, td_arena *memory, td_arena *arena, td_view_array *texts,
                       td_error *error) {
    const td_json_value *list;
    int status = td_list_read(statement, memory, &list, error);
    if (status < 0) return status;
    TD_RESERVE(arena, texts, list->count);
    for (const td_json_value *at = list->first; at;) *td_push(arena, texts) = td_take_text(&at, arena);
    return 0;
}
