/*
 * What was read from reports.
 * Input: a report's JSON and outline. Output: their row, and rows for search.
 * The text is kept once, with the report: in the JSON kept here it is null,
 * and it is put back when the JSON is loaded.
 */

#include "model/json.h"
#include "store/passages.h"
#include "store/statement.h"

/* Inside a string these bytes would have escaped quotation marks, so the first that stand so are the member's. */
#define TEXT_MEMBER TD_VIEW("\"text\":")

/* The value of the member "text" in `json`: a string or null. False when there is none. */
static bool find_text(td_view json, size_t *start, size_t *end) {
    size_t at = td_view_find(json, TEXT_MEMBER, 0);
    if (at == SIZE_MAX) return false;
    *start = at += TEXT_MEMBER.size;
    if (td_view_starts_with(td_view_slice(json, at, json.size), TD_VIEW("null"))) {
        *end = at + 4;
        return true;
    }
    if (at >= json.size || json.bytes[at] != '"') return false;
    for (at++; at < json.size && json.bytes[at] != '"'; at++)
        if (json.bytes[at] == '\\') at++;
    *end = at + 1;
    return at < json.size;
}

/* `json` without its text, in the store's scratch buffer. */
static td_view without_text(td_store *store, td_view json) {
    size_t start, end;
    if (!find_text(json, &start, &end)) return json;
    td_buffer_clear(&store->scratch);
    td_buffer_add(&store->scratch, td_view_slice(json, 0, start));
    td_buffer_add_string(&store->scratch, "null");
    td_buffer_add(&store->scratch, td_view_slice(json, end, json.size));
    return td_buffer_view(&store->scratch);
}

static int find_number(td_store *store, td_view id, int64_t *number, td_error *error) {
    static const char sql[] = "SELECT number FROM reports WHERE id = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, id);
    status = td_statement_step(&statement, error);
    if (status == TD_END) return TD_ABSENT;
    if (status < 0) return status;
    *number = td_column_integer(&statement);
    td_statement_end(&statement);
    return 0;
}

int td_store_drop_reading(td_store *store, int64_t report, td_error *error) {
    static const char sql[] = "DELETE FROM readings WHERE report = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_integer(&statement, report);
    status = td_statement_run(&statement, error);
    if (status < 0 || sqlite3_changes(store->database) == 0) return status;
    return td_store_drop_passages(store, report, error);
}

static int insert_reading(td_store *store, int64_t number, td_view json, td_view outline, td_view stamp,
                          td_error *error) {
    static const char sql[] = "INSERT INTO readings (report, stamp, outline, json) VALUES (?, ?, ?, ?)";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_view kept = without_text(store, json);
    if (store->scratch.status < 0) return td_buffer_status(&store->scratch, error);
    td_bind_integer(&statement, number);
    td_bind_text(&statement, stamp);
    td_bind_bytes(&statement, outline);
    td_bind_text(&statement, kept);
    return td_statement_run(&statement, error);
}

int td_store_put_reading(td_store *store, const td_report *report, td_view json, td_view outline, td_view stamp,
                         td_error *error) {
    int64_t number = 0;
    int status = find_number(store, report->id, &number, error);
    if (status == TD_ABSENT)
        return td_error_set(error, TD_ERROR_INTERNAL, "report %.*s was read but never kept",
                            TD_VIEW_ARGUMENTS(report->id));
    if (status == 0) status = td_store_drop_reading(store, number, error);
    if (status == 0) status = insert_reading(store, number, json, outline, stamp, error);
    if (status == 0) status = td_store_put_passages(store, report, number, error);
    if (status == 0) status = td_store_unmark_resolved(store, error);
    return status;
}

int td_store_load_reading(td_store *store, td_view id, td_arena *arena, td_view *json, td_error *error) {
    static const char sql[] =
        "SELECT readings.json, reports.text FROM reports JOIN readings ON report = number WHERE id = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, id);
    status = td_statement_step(&statement, error);
    if (status != 0) return status == TD_END ? TD_ABSENT : status;
    td_view kept = td_column_peek(&statement), text = td_column_peek(&statement);
    size_t start, end;
    if (find_text(kept, &start, &end)) {
        td_json writer;
        td_buffer_clear(&store->scratch);
        td_buffer_add(&store->scratch, td_view_slice(kept, 0, start));
        td_json_init(&writer, &store->scratch);
        td_json_text(&writer, text);
        td_buffer_add(&store->scratch, td_view_slice(kept, end, kept.size));
        status = td_buffer_status(&store->scratch, error);
        kept = td_buffer_view(&store->scratch);
    }
    if (status == 0) *json = td_arena_copy(arena, kept);
    td_statement_end(&statement);
    return status;
}

int td_store_load_outlines(td_store *store, td_arena *arena, td_outline_array *outlines, td_error *error) {
    static const char sql[] = "SELECT outline FROM readings";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    while (status == 0 && (status = td_statement_step(&statement, error)) == 0) {
        td_error inner = TD_ERROR_INIT;
        td_outline outline;
        if (td_outline_unpack(td_column_peek(&statement), arena, &outline, &inner) == 0) {
            *td_push(arena, outlines) = outline;
            continue;
        }
        td_statement_end(&statement);
        return td_error_set(error, TD_ERROR_STORE, "store %s: %s; run `tidings rebuild`", store->path, inner.message);
    }
    return status == TD_END ? 0 : status;
}

int td_store_unread_ids(td_store *store, td_view stamp, td_arena *arena, td_view_array *ids, td_error *error) {
    static const char sql[] = "SELECT id FROM reports LEFT JOIN readings ON report = number"
                              " WHERE stamp IS NOT ? ORDER BY id";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, stamp);
    while ((status = td_statement_step(&statement, error)) == 0)
        *td_push(arena, ids) = td_column_text(&statement, arena);
    return status == TD_END ? 0 : status;
}
