/*
 * Every allocation of ours fails once: the first, then the second, until a report goes all the way through. Each run must
 * end with an error for the user, and leave a store that still opens.
 * Input: a lexicon, a report, a store to make. Output: TAP.
 */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pipeline/pipeline.h"
#include "harness.h"

#define RUNS_MOST 4000

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

static long left = -1; /* allocations until one fails; negative: none fails */

static bool fails(void) {
    if (left < 0) return false;
    return left-- == 0;
}

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}
void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}
void *__wrap_realloc(void *block, size_t size) {
    return fails() ? NULL : __real_realloc(block, size);
}

static int whole_way(const char *pack, const char *report, const char *path, td_error *error) {
    td_pipeline *pipeline = NULL;
    td_store *store = NULL;
    td_listener listener = {0};
    td_arrival arrival = TD_ARRIVAL_INIT;
    int status = td_pipeline_open(pack, &pipeline, error);
    if (status == 0) status = td_store_open(path, TD_STORE_WRITE, &store, error);
    if (status == 0) status = td_pipeline_add(pipeline, store, report, &arrival, &listener, error);
    if (status == 0) status = td_pipeline_refresh(pipeline, store, error);
    td_store_close(store);
    td_pipeline_free(pipeline);
    return status;
}

static bool store_opens(const char *path) {
    td_store *store = NULL;
    td_error error = TD_ERROR_INIT;
    int status = td_store_open(path, TD_STORE_WRITE, &store, &error);
    td_store_close(store);
    return status == 0;
}

int main(int count, char **words) {
    if (count != 4) return 2;
    long silent = 0, broken = 0, runs = 0;
    bool reached = false;
    for (; runs < RUNS_MOST && !reached; runs++) {
        td_error error = TD_ERROR_INIT;
        left = runs;
        int status = whole_way(words[1], words[2], words[3], &error);
        reached = left >= 0; /* nothing failed any more */
        left = -1;
        if (status < 0 && !error.message[0]) silent++;
        if (!store_opens(words[3])) broken++;
    }
    CHECK(runs > 10);
    CHECK(reached);
    CHECK_INTEGER(silent, 0);
    CHECK_INTEGER(broken, 0);
    unlink(words[3]);
    return td_test_finish();
}
