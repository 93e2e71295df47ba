#ifndef TD_STORE_LISTS_H
#define TD_STORE_LISTS_H

/*
 * Columns that hold a short list, as JSON: [[0,"why"],[2,null]]. One list is
 * written, or read, at a time.
 */

#include "model/json.h"
#include "model/json_read.h"
#include "store/statement.h"

/* Begin a list; write its items with td_json_...(), then bind it as the next parameter. */
td_json td_list_begin(td_store *store);
void td_list_bind(td_statement *statement, td_json *list);

/* "YYYY-MM-DD" or null. */
void td_list_day(td_json *list, td_day day);
/* A number or null for TD_NONE. */
void td_list_index(td_json *list, td_index index);
/* Start and end, null twice where absent. */
void td_list_span(td_json *list, td_span span);
/* A list that is a column of its own. */
void td_list_bind_indices(td_statement *statement, const td_index_array *indices);
void td_list_bind_texts(td_statement *statement, const td_view_array *texts);

/*
 * The list in the next column. It lives in `memory`, its characters in the row. TD_ERROR_STORE when the column holds
 * no list.
 */
int td_list_read(td_statement *statement, td_arena *memory, const td_json_value **list, td_error *error);
/* Room for exactly so many items in an empty array. */
#define TD_RESERVE(arena, array, most) \
    ((array)->items = td_arena_alloc_array((arena), (most), sizeof *(array)->items), (array)->capacity = (most))

/* Take the value at hand and go to the next one; a missing or wrong one gives absent, TD_NONE, open or 0. */
td_view td_take_text(const td_json_value **value, td_arena *arena);
td_view td_take_label(const td_json_value **value); /* lives as long as the row */
int64_t td_take_integer(const td_json_value **value);
td_index td_take_index(const td_json_value **value);
td_day td_take_day(const td_json_value **value);
td_span td_take_span(const td_json_value **value);

/* Whole columns. */
int td_list_read_indices(td_statement *statement, td_arena *memory, td_arena *arena, td_index_array *indices,
                         td_error *error);
int td_list_read_texts(td_statement *statement, td_arena *memory, td_arena *arena, td_view_array *texts,
                       td_error *error);

#endif
