/* A folder's published.tsv: the caller's word, its bad lines named. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"
#include "pipeline/given_days.h"

static int refusals;
static char last_message[512];

static void refuse(void *context, const char *message) {
    (void)context;
    refusals++;
    snprintf(last_message, sizeof last_message, "%s", message);
}

static void write_table(const char *folder, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/published.tsv", folder);
    FILE *file = fopen(path, "wb");
    if (!file) exit(99);
    fputs(text, file);
    fclose(file);
}

static td_view below(td_arena *arena, const char *folder, const char *name) {
    return td_arena_format(arena, "%s/%s", folder, name);
}

static void check_days(td_interval found, td_day from, td_day to) {
    CHECK_INTEGER(found.from, from);
    CHECK_INTEGER(found.to, to);
}

int main(void) {
    char folder[] = "/tmp/tidings-given-days-XXXXXX";
    if (!mkdtemp(folder)) return 99;
    td_arena arena;
    td_buffer bytes;
    td_given_days days;
    td_error error = TD_ERROR_INIT;
    td_listener listener = {.refused = refuse};
    td_arena_init(&arena, 1 << 20);
    td_buffer_init(&bytes, 1 << 20);

    CHECK_INTEGER(td_given_days_read(&days, &arena, folder, &bytes, &listener, &error), 0);
    CHECK(!td_interval_known(td_given_days_find(&days, below(&arena, folder, "a.txt"))));

    write_table(folder, "# file\tday\n\na.txt\t2014-02-03\r\nsub/b.txt\t2014-02-01..2014-02-05\nc.txt\t..2014-03-01\n"
                        "d.txt 2014-02-03\ne.txt\t2014-02-30\na.txt\t2014-02-04");
    CHECK_INTEGER(td_given_days_read(&days, &arena, folder, &bytes, &listener, &error), 0);
    check_days(td_given_days_find(&days, below(&arena, folder, "a.txt")), td_day_of(2014, 2, 4), td_day_of(2014, 2, 4));
    check_days(td_given_days_find(&days, below(&arena, folder, "sub/b.txt")), td_day_of(2014, 2, 1),
               td_day_of(2014, 2, 5));
    check_days(td_given_days_find(&days, below(&arena, folder, "c.txt")), TD_DAY_UNKNOWN, td_day_of(2014, 3, 1));
    CHECK(!td_interval_known(td_given_days_find(&days, below(&arena, folder, "b.txt"))));
    CHECK_INTEGER(refusals, 2);
    CHECK(strstr(last_message, "published.tsv:7") != NULL);
    CHECK(td_given_days_is_table(&days, below(&arena, folder, "published.tsv")));
    CHECK(!td_given_days_is_table(&days, below(&arena, folder, "sub/published.tsv")));

    unlink(below(&arena, folder, "published.tsv").bytes);
    rmdir(folder);
    td_buffer_release(&bytes);
    td_arena_release(&arena);
    return td_test_finish();
}
