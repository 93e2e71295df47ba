/*
 * Is the store sound?
 * Input: a store. Output: a line for each thing looked at, and whether all is well.
 */

#include "store/statement.h"

typedef struct examining {
    td_store *store;
    td_arena *arena;
    td_view_array *lines;
    bool broken;
    td_error *error;
} examining;

static void say(examining *work, td_view line) {
    *td_push(work->arena, work->lines) = line;
}

/* SQLite's own look at every page and index: rows of one text each, a single "ok" when sound. */
static int examine_pages(examining *work) {
    static const char sql[] = "PRAGMA integrity_check(20)";
    td_statement row;
    int status = td_statement_start(work->store, sql, &row, work->error);
    while (status == 0 && (status = td_statement_step(&row, work->error)) == 0) {
        td_view found = td_column_peek(&row);
        if (td_view_equal(found, TD_VIEW("ok")))
            say(work, TD_VIEW("pages and indexes: sound"));
        else {
            work->broken = true;
            say(work, td_arena_format(work->arena, "pages and indexes: %.*s", TD_VIEW_ARGUMENTS(found)));
        }
    }
    return status == TD_END ? 0 : status;
}

static int examine_references(examining *work) {
    static const char sql[] = "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY \"table\"";
    td_statement row;
    uint32_t before = work->lines->count;
    int status = td_statement_start(work->store, sql, &row, work->error);
    while (status == 0 && (status = td_statement_step(&row, work->error)) == 0) {
        td_view table = td_column_peek(&row);
        work->broken = true;
        say(work, td_arena_format(work->arena, "references: %lld rows of %.*s point at no report",
                                  (long long)td_column_integer(&row), TD_VIEW_ARGUMENTS(table)));
    }
    if (status == TD_END && work->lines->count == before) say(work, TD_VIEW("references: sound"));
    return status == TD_END ? 0 : status;
}

/* The index for search against the texts; needs a store opened for writing. */
static int examine_search(examining *work) {
    if (work->store->mode == TD_STORE_READ) return 0;
    int code = sqlite3_exec(work->store->database, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)",
                            NULL, NULL, NULL);
    if (code == SQLITE_OK) {
        say(work, TD_VIEW("search index: sound"));
        return 0;
    }
    if ((code & 0xFF) != SQLITE_CORRUPT) return td_store_failure(work->store, code, work->error);
    work->broken = true;
    say(work, TD_VIEW("search index: does not match the texts; run `tidings rebuild`"));
    return 0;
}

static const struct {
    const char *sql, *name;
} counts[] = {
    {"SELECT count(*) FROM reports", "reports"},
    {"SELECT count(*) FROM readings", "readings"},
    {"SELECT count(*) FROM passages WHERE statement", "statements"},
    {"SELECT count(*) FROM entities", "entities"},
    {"SELECT count(*) FROM stories", "stories"},
    {"SELECT count(*) FROM events", "events"},
    {"SELECT count(*) FROM ledger_entries", "ledger entries"},
    {"SELECT count(*) FROM conflicts", "conflicts"},
    {"SELECT count(*) FROM decisions", "decisions"},
};

static int examine_counts(examining *work) {
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        td_statement row;
        int status = td_statement_start(work->store, counts[k].sql, &row, work->error);
        if (status == 0) status = td_statement_step(&row, work->error);
        if (status < 0) return status;
        say(work, td_arena_format(work->arena, "%s: %lld", counts[k].name, (long long)td_column_integer(&row)));
        td_statement_end(&row);
    }
    bool resolved = false;
    int status = td_store_is_resolved(work->store, &resolved, work->error);
    say(work, resolved ? TD_VIEW("compared: up to date") : TD_VIEW("compared: not since the last addition"));
    return status;
}

int td_store_examine(td_store *store, td_arena *arena, td_view_array *lines, td_error *error) {
    examining work = {.store = store, .arena = arena, .lines = lines, .error = error};
    int status = examine_pages(&work);
    if (status == 0) status = examine_references(&work);
    if (status == 0) status = examine_search(&work);
    if (status == 0) status = examine_counts(&work);
    if (status == 0 && work.broken)
        return td_error_set(error, TD_ERROR_STORE,
                            "store %s: it is damaged; try `tidings rebuild`, else put back a copy", store->path);
    return status;
}
