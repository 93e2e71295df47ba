/*
 * Statements of the store.
 * Input: SQL of static life, values in order. Output: rows, values in order.
 */

#include "store/statement.h"

static int find_prepared(td_store *store, const char *sql, sqlite3_stmt **prepared) {
    for (unsigned k = 0; k < store->statement_count; k++) {
        if (store->statements[k].sql != sql) continue;
        *prepared = store->statements[k].statement;
        return SQLITE_OK;
    }
    if (store->statement_count == TD_STORE_STATEMENTS) return SQLITE_INTERNAL;
    int code = sqlite3_prepare_v3(store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, prepared, NULL);
    if (code != SQLITE_OK) return code;
    store->statements[store->statement_count].sql = sql;
    store->statements[store->statement_count++].statement = *prepared;
    return SQLITE_OK;
}

int td_statement_start(td_store *store, const char *sql, td_statement *statement, td_error *error) {
    *statement = (td_statement){.store = store};
    int code = find_prepared(store, sql, &statement->handle);
    if (code != SQLITE_OK) return td_store_failure(store, code, error);
    /* An arena that ran dry may have left it in the middle of its rows. */
    sqlite3_reset(statement->handle);
    return 0;
}

static void note(td_statement *statement, int code) {
    if (statement->status == SQLITE_OK) statement->status = code;
}

static void bind_text(td_statement *statement, td_view text, sqlite3_destructor_type life) {
    int at = ++statement->parameter;
    if (td_view_present(text))
        note(statement, sqlite3_bind_text64(statement->handle, at, text.bytes, text.size, life, SQLITE_UTF8));
    else
        note(statement, sqlite3_bind_null(statement->handle, at));
}

void td_bind_text(td_statement *statement, td_view text) {
    bind_text(statement, text, SQLITE_STATIC);
}

void td_bind_copy(td_statement *statement, td_view text) {
    bind_text(statement, text, SQLITE_TRANSIENT);
}

void td_bind_label(td_statement *statement, const char *label) {
    td_bind_text(statement, td_view_of(label));
}

void td_bind_bytes(td_statement *statement, td_view bytes) {
    note(statement,
         sqlite3_bind_blob64(statement->handle, ++statement->parameter, bytes.bytes, bytes.size, SQLITE_STATIC));
}

void td_bind_integer(td_statement *statement, int64_t number) {
    note(statement, sqlite3_bind_int64(statement->handle, ++statement->parameter, number));
}

void td_bind_index(td_statement *statement, td_index index) {
    if (index == TD_NONE)
        note(statement, sqlite3_bind_null(statement->handle, ++statement->parameter));
    else
        td_bind_integer(statement, index);
}

void td_bind_key(td_statement *statement, uint64_t key) {
    if (key == 0)
        note(statement, sqlite3_bind_null(statement->handle, ++statement->parameter));
    else
        td_bind_integer(statement, (int64_t)key);
}

void td_bind_number(td_statement *statement, double number) {
    note(statement, sqlite3_bind_double(statement->handle, ++statement->parameter, number));
}

static void bind_day(td_statement *statement, td_day day) {
    char text[11];
    if (day != TD_DAY_UNKNOWN) td_day_format(day, text);
    td_bind_copy(statement, day == TD_DAY_UNKNOWN ? TD_VIEW_ABSENT : td_view_of(text));
}

void td_bind_interval(td_statement *statement, td_interval interval) {
    bind_day(statement, interval.from);
    bind_day(statement, interval.to);
}

int td_statement_step(td_statement *statement, td_error *error) {
    int code = statement->status == SQLITE_OK ? sqlite3_step(statement->handle) : statement->status;
    statement->column = 0;
    if (code == SQLITE_ROW) return 0;
    /* The message is the connection's: made before the reset may change it. */
    int status = code == SQLITE_DONE ? TD_END : td_store_failure(statement->store, code, error);
    sqlite3_reset(statement->handle);
    return status;
}

int td_statement_run(td_statement *statement, td_error *error) {
    int status = td_statement_step(statement, error);
    if (status == 0) sqlite3_reset(statement->handle);
    return status == TD_END ? 0 : status;
}

void td_statement_end(td_statement *statement) {
    sqlite3_reset(statement->handle);
}

td_view td_column_peek(td_statement *statement) {
    int at = statement->column++;
    if (sqlite3_column_type(statement->handle, at) == SQLITE_NULL) return TD_VIEW_ABSENT;
    const void *bytes = sqlite3_column_blob(statement->handle, at);
    size_t size = (size_t)sqlite3_column_bytes(statement->handle, at);
    return (td_view){bytes ? bytes : "", size};
}

td_view td_column_text(td_statement *statement, td_arena *arena) {
    return td_arena_copy(arena, td_column_peek(statement));
}

int64_t td_column_integer(td_statement *statement) {
    return sqlite3_column_int64(statement->handle, statement->column++);
}

td_index td_column_index(td_statement *statement) {
    int at = statement->column++;
    if (sqlite3_column_type(statement->handle, at) == SQLITE_NULL) return TD_NONE;
    return (td_index)sqlite3_column_int64(statement->handle, at);
}

uint64_t td_column_key(td_statement *statement) {
    return (uint64_t)td_column_integer(statement);
}

double td_column_number(td_statement *statement) {
    return sqlite3_column_double(statement->handle, statement->column++);
}

static td_day column_day(td_statement *statement) {
    td_day day = TD_DAY_UNKNOWN;
    td_view text = td_column_peek(statement);
    if (td_view_present(text)) td_day_parse(text, &day);
    return day;
}

td_interval td_column_interval(td_statement *statement) {
    td_interval interval;
    interval.from = column_day(statement);
    interval.to = column_day(statement);
    return interval;
}
