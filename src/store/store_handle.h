#ifndef TD_STORE_HANDLE_H
#define TD_STORE_HANDLE_H

/* What the files of this layer share: the handle, and what is said when SQLite refuses. */

#include <sqlite3.h>

#include "base/buffer.h"
#include "store/store.h"

/* Most different statements that a handle keeps prepared. */
#define TD_STORE_STATEMENTS 64

struct td_store {
    sqlite3 *database;
    char *path; /* for messages */
    enum td_store_mode mode;
    /* Statements that were prepared, by the address of their text. */
    struct {
        const char *sql;
        sqlite3_stmt *statement;
    } statements[TD_STORE_STATEMENTS];
    unsigned statement_count;
    td_buffer scratch; /* JSON on its way in or out */
};

/* The largest JSON that the store takes, in or out. */
#define TD_STORE_JSON_LIMIT ((size_t)900 << 20)

/*
 * Record what SQLite's result `code` means for the person who asked, and
 * return our own code: TD_ERROR_STORE mostly.
 */
int td_store_failure(const td_store *store, int code, td_error *error);
/* Run statements that give no rows. */
int td_store_execute(td_store *store, const char *sql, td_error *error);
/* Put every prepared statement back to its start, whatever was left half done. */
void td_store_settle(td_store *store);

/* Make the tables of a new store, or bring an older one to this schema. */
int td_store_migrate(td_store *store, td_error *error);
/* The newest schema this program knows. */
int td_store_schema_version(void);
/* What marks a database as one of ours: "TDNG". */
#define TD_STORE_APPLICATION 0x54444E47

/* Drop the reading of the report with that number, and its rows for search. */
int td_store_drop_reading(td_store *store, int64_t report, td_error *error);
/* The record is no longer that of the reports. */
int td_store_unmark_resolved(td_store *store, td_error *error);

#endif
