/* The order of the stages, with a real lexicon and store: add, refresh, rebuild, read, export. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "harness.h"
#include "pipeline/pipeline.h"
#include "pipeline/reader.h"

static const char lines[] = "{\"id\": \"a\", \"published\": \"2019-05-06\", \"text\": \"Rebels shelled the port of "
                            "Tripoli on Sunday, killing nine people.\"}\n"
                            "{\"id\": \"b\" \"text\": \"no comma\"}\n"
                            "{\"id\": \"c\", \"published\": \"2019-05-07\", \"text\": \"Talks between the two sides "
                            "opened in Tunis on Tuesday.\"}\n";

typedef struct seen {
    int reports, refusals, pieces;
    size_t size;
} seen;

static int see_report(void *context, const td_report *report, td_error *error) {
    (void)error;
    ((seen *)context)->reports++;
    CHECK(report->events.count > 0);
    return 0;
}

static void see_refusal(void *context, const char *message) {
    ((seen *)context)->refusals++;
    CHECK(strstr(message, "line 2") != NULL);
}

static int see_piece(void *context, td_view bytes, td_error *error) {
    (void)error;
    ((seen *)context)->pieces++;
    ((seen *)context)->size += bytes.size;
    return 0;
}

static int stop(void *context, const td_report *report, td_error *error) {
    (void)context, (void)report;
    return td_error_set(error, TD_ERROR_USAGE, "enough");
}

static void test_annotate(td_pipeline *pipeline) {
    seen all = {0};
    td_error error = TD_ERROR_INIT;
    td_arrival arrival = TD_ARRIVAL_INIT;
    td_listener listener = {.context = &all, .report = see_report, .refused = see_refusal};
    CHECK_INTEGER(
        td_pipeline_annotate_bytes(pipeline, TD_VIEW("x.jsonl"), td_view_of(lines), &arrival, &listener, &error), 0);
    CHECK_INTEGER(all.reports, 2);
    CHECK_INTEGER(all.refusals, 1);
    listener.report = stop;
    CHECK_INTEGER(
        td_pipeline_annotate_bytes(pipeline, TD_VIEW("x.jsonl"), td_view_of(lines), &arrival, &listener, &error),
        TD_ERROR_USAGE);
    CHECK_TEXT(td_view_of(error.message), "enough");
}

static void test_reader(td_store *store) {
    td_error error = TD_ERROR_INIT;
    td_reader *reader = NULL;
    CHECK_INTEGER(td_reader_new(store, &reader, &error), 0);
    const td_view_array *ids = td_reader_report_ids(reader);
    CHECK_INTEGER(ids->count, 2);
    CHECK_INTEGER(td_reader_find(reader, ids->items[1]), 1);
    CHECK_INTEGER(td_reader_find(reader, TD_VIEW("r0")), TD_NONE);
    const td_report *report = td_reader_report(reader, 0, &error);
    CHECK(report && report->published.interval.from == td_day_of(2019, 5, 6));
    CHECK(td_reader_report(reader, 2, &error) == NULL);
    CHECK_INTEGER(error.code, TD_ERROR_INTERNAL);
    CHECK(td_reader_record(reader)->events.count >= 2);
    td_reader_free(reader);
}

static void test_store(td_pipeline *pipeline, const char *folder) {
    td_arena arena;
    td_arena_init(&arena, 1 << 20);
    const char *path = td_arena_format(&arena, "%s/x.jsonl", folder).bytes,
               *place = td_arena_format(&arena, "%s/x.db", folder).bytes;
    FILE *file = fopen(path, "wb");
    if (!file) exit(99);
    fwrite(lines, 1, sizeof lines - 1, file);
    fclose(file);

    seen all = {0}, again = {0}, first = {0}, second = {0};
    td_error error = TD_ERROR_INIT;
    td_store *store = NULL;
    bool resolved = true;
    td_arrival arrival = TD_ARRIVAL_INIT;
    td_listener listener = {.context = &all, .report = see_report, .refused = see_refusal};
    CHECK_INTEGER(td_store_open(place, TD_STORE_WRITE, &store, &error), 0);
    CHECK_INTEGER(td_pipeline_add(pipeline, store, path, &arrival, &listener, &error), 0);
    CHECK_INTEGER(all.reports, 2);
    CHECK_INTEGER(td_store_is_resolved(store, &resolved, &error), 0);
    CHECK(!resolved);
    listener.context = &again;
    CHECK_INTEGER(td_pipeline_add(pipeline, store, path, &arrival, &listener, &error), 0);
    CHECK_INTEGER(again.reports, 0);
    CHECK_INTEGER(td_pipeline_refresh(pipeline, store, &error), 0);
    CHECK_INTEGER(td_store_is_resolved(store, &resolved, &error), 0);
    CHECK(resolved);
    CHECK_INTEGER(td_pipeline_export(store, &(td_sink){.context = &first, .write = see_piece}, &error), 0);
    CHECK_INTEGER(td_pipeline_rebuild(pipeline, store, &error), 0);
    CHECK_INTEGER(td_pipeline_export(store, &(td_sink){.context = &second, .write = see_piece}, &error), 0);
    CHECK(first.size > 1000 && first.size == second.size);
    test_reader(store);
    td_store_close(store);
    unlink(path);
    unlink(place);
    td_arena_release(&arena);
}

int main(int count, char **words) {
    char folder[] = "/tmp/tidings-pipeline-XXXXXX";
    td_pipeline *pipeline = NULL;
    td_error error = TD_ERROR_INIT;
    if (count != 2 || !mkdtemp(folder)) return 99;
    CHECK_INTEGER(td_pipeline_open("/nowhere/tidings.pack", &pipeline, &error), TD_ERROR_FILE);
    error = (td_error)TD_ERROR_INIT;
    if (!CHECK(td_pipeline_open(words[1], &pipeline, &error) == 0)) return td_test_finish();
    test_annotate(pipeline);
    test_store(pipeline, folder);
    for (int stage = 0; stage < TD_STAGE_COUNT; stage++)
        CHECK(td_pipeline_seconds(pipeline, stage) >= 0 && td_stage_name(stage));
    td_pipeline_free(pipeline);
    rmdir(folder);
    return td_test_finish();
}
