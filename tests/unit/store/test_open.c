/* Opening: made when absent, refused with the reason when it cannot be one of ours, whole after every failure. */

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "full_report.h"
#include "harness.h"
#include "store/store_handle.h"
#include "store_fixture.h"

static td_arena arena;

static void check_refused(const char *path, enum td_store_mode mode, const char *named) {
    td_store *store = NULL;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_store_open(path, mode, &store, &error), TD_ERROR_STORE);
    CHECK(store == NULL);
    if (!CHECK(strstr(error.message, named) != NULL)) printf("# %s\n", error.message);
    if (!CHECK(strstr(error.message, path) != NULL)) printf("# %s\n", error.message);
}

static void write_file(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    if (file) fwrite(bytes, 1, size, file);
    if (file) fclose(file);
}

/* Statements run by another program. */
static void run_sql(const char *path, const char *sql) {
    sqlite3 *database = NULL;
    CHECK_INTEGER(sqlite3_open(path, &database), SQLITE_OK);
    CHECK_INTEGER(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static void test_made_when_absent(void) {
    const char *path = fixture_path(&arena, "new.db");
    check_refused(path, TD_STORE_READ, "there is none");
    td_store *store = fixture_open(path, TD_STORE_WRITE);
    fixture_add(store, &arena, 0);
    td_store_close(store);
    store = fixture_open(path, TD_STORE_READ);
    uint32_t count = 0;
    CHECK_INTEGER(td_store_report_count(store, &count, NULL), 0);
    CHECK_INTEGER(count, 1);
    td_report report = full_report(&arena, 7);
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_store_put_report(store, &report, &error), TD_ERROR_STORE);
    CHECK(strstr(error.message, "cannot be written") != NULL);
    td_store_close(store);
}

static void test_not_ours(void) {
    static const char words[] = "These are words and not a database, however long they may go on and on and on and on.";
    const char *text = fixture_path(&arena, "words.db");
    write_file(text, words, sizeof words);
    check_refused(text, TD_STORE_READ, "it is no database");
    check_refused(text, TD_STORE_WRITE, "it is no database");

    const char *other = fixture_path(&arena, "other.db");
    run_sql(other, "CREATE TABLE birds (name TEXT)");
    check_refused(other, TD_STORE_WRITE, "none of Tidings");
    run_sql(other, "INSERT INTO birds VALUES ('finch')"); /* and nothing was done to it */

    const char *empty = fixture_path(&arena, "empty.db");
    write_file(empty, "", 0);
    check_refused(empty, TD_STORE_READ, "it is empty");
    td_store_close(fixture_open(empty, TD_STORE_WRITE));

    char folder[512];
    snprintf(folder, sizeof folder, "%s", empty);
    *strrchr(folder, '/') = 0;
    check_refused(folder, TD_STORE_WRITE, "it is a folder");
    check_refused(fixture_path(&arena, "no/such/folder.db"), TD_STORE_WRITE, "cannot be opened");
}

static void test_schema_versions(void) {
    const char *path = fixture_path(&arena, "versions.db");
    td_store_close(fixture_open(path, TD_STORE_WRITE));
    run_sql(path, "PRAGMA user_version = 4000");
    check_refused(path, TD_STORE_WRITE, "a newer Tidings wrote it (schema 4000");
    check_refused(path, TD_STORE_READ, "a newer Tidings wrote it");

    /* One whose schema was begun but not yet there: an older one is brought up to date by a writer only. */
    const char *old = fixture_path(&arena, "old.db");
    run_sql(old, "PRAGMA application_id = 0x54444E47");
    check_refused(old, TD_STORE_READ, "an older Tidings wrote it");
    td_store *store = fixture_open(old, TD_STORE_WRITE);
    fixture_add(store, &arena, 0);
    td_store_close(store);
}

static void test_truncated(void) {
    const char *path = fixture_path(&arena, "cut.db");
    td_store *store = fixture_open(path, TD_STORE_WRITE);
    for (unsigned number = 0; number < 40; number++) fixture_add(store, &arena, number);
    td_store_close(store);
    struct stat status;
    CHECK_INTEGER(stat(path, &status), 0);
    CHECK_INTEGER(truncate(path, status.st_size / 2 + 100), 0);
    td_error error = TD_ERROR_INIT;
    store = NULL;
    int result = td_store_open(path, TD_STORE_WRITE, &store, &error);
    td_view_array lines = {0};
    if (result == 0) result = td_store_examine(store, &arena, &lines, &error);
    CHECK_INTEGER(result, TD_ERROR_STORE);
    if (!CHECK(strstr(error.message, "damaged") != NULL)) printf("# %s\n", error.message);
    td_store_close(store);
}

static void test_locked(void) {
    const char *path = fixture_path(&arena, "locked.db");
    td_store *first = fixture_open(path, TD_STORE_WRITE), *second = fixture_open(path, TD_STORE_WRITE);
    CHECK_INTEGER(td_store_begin(first, NULL), 0);
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_store_begin(second, &error), TD_ERROR_STORE);
    CHECK(strstr(error.message, "another program is writing") != NULL);
    td_store_rollback(first);
    CHECK_INTEGER(td_store_begin(second, NULL), 0);
    td_store_rollback(second);
    td_store_close(first);
    td_store_close(second);
}

/* The disk as full as the database may grow: an error, the batch gone, what was committed whole. */
static void test_full_disk(void) {
    const char *path = fixture_path(&arena, "full.db");
    td_store *store = fixture_open(path, TD_STORE_WRITE);
    CHECK_INTEGER(td_store_begin(store, NULL), 0);
    for (unsigned number = 0; number < 3; number++) fixture_add(store, &arena, number);
    CHECK_INTEGER(td_store_commit(store, NULL), 0);
    td_store_close(store);

    pid_t child = fork(); /* what fails must not hold the test's own handles */
    if (child == 0) {
        td_error error = TD_ERROR_INIT;
        store = fixture_open(path, TD_STORE_WRITE);
        sqlite3_exec(store->database, "PRAGMA max_page_count = 1" /* as many as it has */, NULL, NULL, NULL);
        int status = td_store_begin(store, &error);
        for (unsigned number = 3; status == 0 && number < 500; number++) {
            td_report report = full_report(&arena, number);
            status = td_store_put_report(store, &report, &error);
        }
        td_store_rollback(store);
        td_store_close(store);
        bool said = status == TD_ERROR_STORE && strstr(error.message, "the disk is full");
        _exit(said ? 0 : 1);
    }
    int ended = -1;
    CHECK(child > 0 && waitpid(child, &ended, 0) == child);
    CHECK(WIFEXITED(ended) && WEXITSTATUS(ended) == 0);
    store = fixture_open(path, TD_STORE_WRITE);
    uint32_t count = 0;
    td_view_array lines = {0};
    CHECK_INTEGER(td_store_report_count(store, &count, NULL), 0);
    CHECK_INTEGER(count, 3);
    CHECK_INTEGER(td_store_examine(store, &arena, &lines, NULL), 0);
    td_store_close(store);
}

/* Killed in the middle of a batch: the batches before it are there, once, and nothing of it. */
static void test_killed(void) {
    const char *path = fixture_path(&arena, "killed.db");
    td_store_close(fixture_open(path, TD_STORE_WRITE));
    pid_t child = fork();
    if (child == 0) {
        td_store *store = fixture_open(path, TD_STORE_WRITE);
        for (unsigned number = 0; number < 35; number++) {
            if (number % 10 == 0) td_store_begin(store, NULL);
            fixture_add(store, &arena, number);
            if (number % 10 == 9) td_store_commit(store, NULL);
        }
        raise(SIGKILL);
    }
    int ended = 0;
    CHECK(child > 0 && waitpid(child, &ended, 0) == child && WIFSIGNALED(ended));
    td_store *store = fixture_open(path, TD_STORE_WRITE);
    uint32_t count = 0;
    CHECK_INTEGER(td_store_report_count(store, &count, NULL), 0);
    CHECK_INTEGER(count, 30);
    td_view_array lines = {0};
    CHECK_INTEGER(td_store_examine(store, &arena, &lines, NULL), 0);
    td_store_close(store);
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    test_made_when_absent();
    test_not_ours();
    test_schema_versions();
    test_truncated();
    test_locked();
    test_full_disk();
    test_killed();
    td_arena_release(&arena);
    return td_test_finish();
}
