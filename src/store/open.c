/*
 * Opening a store, and its transactions.
 * Input: a path. Output: a handle on a database of ours at the newest schema,
 * or the reason why there is none.
 *
 * Write-ahead log, synced at every commit: a process killed at any moment, or
 * a machine that loses power, loses nothing that was committed.
 */

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "store/store_handle.h"

#define BUSY_MILLISECONDS 5000

int td_store_execute(td_store *store, const char *sql, td_error *error) {
    int code = sqlite3_exec(store->database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? 0 : td_store_failure(store, code, error);
}

/* The number that a statement gives; SQLite's code. */
static int ask_number(td_store *store, const char *sql, int64_t *number) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

/* Is it ours, and of which schema? An empty database is ours to fill. */
static int examine_header(td_store *store, int64_t *version, td_error *error) {
    int64_t application = 0, tables = 0;
    *version = 0;
    int code = ask_number(store, "SELECT count(*) FROM sqlite_schema", &tables);
    if (code == SQLITE_OK) code = ask_number(store, "PRAGMA application_id", &application);
    if (code == SQLITE_OK) code = ask_number(store, "PRAGMA user_version", version);
    if (code != SQLITE_OK) return td_store_failure(store, code, error);
    bool empty = application == 0 && *version == 0 && tables == 0;
    if (empty && store->mode == TD_STORE_READ)
        return td_error_set(error, TD_ERROR_STORE, "store %s: it is empty; add reports to it with `tidings add`",
                            store->path);
    if (!empty && application != TD_STORE_APPLICATION)
        return td_error_set(error, TD_ERROR_STORE,
                            "store %s: it is a database, but none of Tidings; name another store with --store",
                            store->path);
    if (*version > td_store_schema_version())
        return td_error_set(error, TD_ERROR_STORE,
                            "store %s: a newer Tidings wrote it (schema %lld, this one knows %d); use that version",
                            store->path, (long long)*version, td_store_schema_version());
    if (*version < td_store_schema_version() && store->mode == TD_STORE_READ)
        return td_error_set(
            error, TD_ERROR_STORE,
            "store %s: an older Tidings wrote it (schema %lld); run `tidings rebuild` to bring it up to date",
            store->path, (long long)*version);
    return 0;
}

static int prepare(td_store *store, td_error *error) {
    sqlite3_extended_result_codes(store->database, 1);
    sqlite3_busy_timeout(store->database, BUSY_MILLISECONDS);
    int64_t version = 0;
    int status = examine_header(store, &version, error);
    if (status == 0 && store->mode == TD_STORE_WRITE) {
        /*
         * Of a new store only: large pages, since most bytes are in long rows (with 40 KB of JSON a report, 16 KB pages
         * took a quarter off the time that commits took with 4 KB pages). Fewer, larger checkpoints: 32 MB of log.
         */
        status = td_store_execute(store,
                                  "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                  "PRAGMA wal_autocheckpoint = 2000",
                                  error);
    }
    if (status == 0)
        status = td_store_execute(
            store, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY", error);
    if (status == 0 && version < td_store_schema_version()) status = td_store_migrate(store, error);
    return status;
}

/* What can be said before SQLite is asked. */
static int examine_path(const char *path, enum td_store_mode mode, td_error *error) {
    switch (td_path_kind_of(path)) {
    case TD_PATH_FOLDER:
        return td_error_set(error, TD_ERROR_STORE, "store %s: it is a folder; name a file with --store", path);
    case TD_PATH_ABSENT:
        if (mode == TD_STORE_READ && strcmp(path, ":memory:") != 0)
            return td_error_set(error, TD_ERROR_STORE,
                                "store %s: there is none; make it with `tidings add`, or name another with --store",
                                path);
        return 0;
    default:
        return 0;
    }
}

int td_store_open(const char *path, enum td_store_mode mode, td_store **out, td_error *error) {
    int status = examine_path(path, mode, error);
    if (status < 0) return status;
    td_store *store = calloc(1, sizeof *store);
    char *copy = strdup(path);
    if (!store || !copy) {
        free(store);
        free(copy);
        return td_error_set(error, TD_ERROR_MEMORY, "no memory left to open the store");
    }
    store->path = copy;
    store->mode = mode;
    td_buffer_init(&store->scratch, TD_STORE_JSON_LIMIT);
    int flags = mode == TD_STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    int code = sqlite3_open_v2(path, &store->database, flags | SQLITE_OPEN_NOMUTEX, NULL);
    status = code == SQLITE_OK ? prepare(store, error) : td_store_failure(store, code, error);
    if (status < 0) {
        td_store_close(store);
        return status;
    }
    *out = store;
    return 0;
}

void td_store_close(td_store *store) {
    if (!store) return;
    for (unsigned k = 0; k < store->statement_count; k++) sqlite3_finalize(store->statements[k].statement);
    sqlite3_close(store->database);
    td_buffer_release(&store->scratch);
    free(store->path);
    free(store);
}

void td_store_settle(td_store *store) {
    for (unsigned k = 0; k < store->statement_count; k++) sqlite3_reset(store->statements[k].statement);
}

int td_store_begin(td_store *store, td_error *error) {
    td_store_settle(store);
    return td_store_execute(store, "BEGIN IMMEDIATE", error);
}

int td_store_commit(td_store *store, td_error *error) {
    td_store_settle(store);
    return td_store_execute(store, "COMMIT", error);
}

void td_store_rollback(td_store *store) {
    td_store_settle(store);
    /* SQLite may have rolled back already, as it does on a full disk. */
    if (!sqlite3_get_autocommit(store->database)) sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
}
