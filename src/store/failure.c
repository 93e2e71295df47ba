/*
 * What is said when SQLite refuses.
 * Input: its result code. Output: our code, and a message with what, where, what to do.
 */

#include "store/store_handle.h"

static const struct {
    int code; /* SQLite's, without its extension */
    int ours;
    const char *what, *advice;
} refusals[] = {
    {SQLITE_FULL, TD_ERROR_STORE, "the disk is full",
     "make room and run the command again; what was committed is kept, the rest left no trace"},
    {SQLITE_BUSY, TD_ERROR_STORE, "another program is writing to it",
     "wait until that has ended and run the command again"},
    {SQLITE_LOCKED, TD_ERROR_STORE, "another program is writing to it",
     "wait until that has ended and run the command again"},
    {SQLITE_READONLY, TD_ERROR_STORE, "it cannot be written",
     "check the permissions of the file and of its folder, or name another store with --store"},
    {SQLITE_CANTOPEN, TD_ERROR_STORE, "it cannot be opened",
     "check that the folder exists and that you may read and write it and the file"},
    {SQLITE_PERM, TD_ERROR_STORE, "it cannot be opened", "check the permissions of the file and of its folder"},
    {SQLITE_NOTADB, TD_ERROR_STORE, "it is no database", "name another store with --store"},
    {SQLITE_CORRUPT, TD_ERROR_STORE, "it is damaged",
     "put back a copy, or save what is left with `sqlite3 FILE .recover`"},
    {SQLITE_IOERR, TD_ERROR_STORE, "the disk failed", "check the disk and the room on it, then run the command again"},
    {SQLITE_TOOBIG, TD_ERROR_LIMIT, "something is too large for it", "leave out the report that was being added"},
    {SQLITE_NOMEM, TD_ERROR_MEMORY, "no memory is left for it", "end other programs and run the command again"},
};

int td_store_failure(const td_store *store, int code, td_error *error) {
    for (size_t k = 0; k < sizeof refusals / sizeof *refusals; k++) {
        if (refusals[k].code != (code & 0xFF)) continue;
        return td_error_set(error, refusals[k].ours, "store %s: %s; %s", store->path, refusals[k].what,
                            refusals[k].advice);
    }
    return td_error_set(error, TD_ERROR_STORE, "store %s: %s (SQLite %d); run `tidings doctor` to examine it",
                        store->path, sqlite3_errmsg(store->database), code);
}
