/* What the tests of the store share. */

#include "store_fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "full_report.h"
#include "model/record_json.h"
#include "model/report_json.h"
#include "small_record.h"

static char folder[] = "/tmp/tidings-test-XXXXXX";
static bool made;

static void remove_folder(void) {
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        unlink(path);
    }
    if (entries) closedir(entries);
    rmdir(folder);
}

static void give_up(const char *message) {
    printf("Bail out! %s\n", message);
    exit(99);
}

const char *fixture_path(td_arena *arena, const char *name) {
    if (!made) {
        if (!mkdtemp(folder)) give_up("no folder could be made");
        made = true;
        atexit(remove_folder);
    }
    return td_arena_format(arena, "%s/%s", folder, name).bytes;
}

td_store *fixture_open(const char *path, enum td_store_mode mode) {
    td_store *store = NULL;
    td_error error = TD_ERROR_INIT;
    if (td_store_open(path, mode, &store, &error) < 0) give_up(error.message);
    return store;
}

td_view fixture_json(td_arena *arena, const td_report *report) {
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 1 << 26);
    td_json_init(&json, &buffer);
    td_report_write_json(&json, report, &(td_report_json_options){0}, arena);
    td_view copy = td_arena_copy(arena, td_buffer_view(&buffer));
    td_buffer_release(&buffer);
    return copy;
}

td_view fixture_outline(td_arena *arena, const td_report *report) {
    td_outline outline = {.report = report->id, .published = report->published.interval};
    for (td_each(sentence, &report->sentences))
        *td_push(arena, &outline.sentences) =
            (td_outline_sentence){.span = sentence->span, .interval = TD_INTERVAL_OPEN, .body = sentence->body};
    return td_outline_pack(&outline, arena);
}

td_report fixture_add(td_store *store, td_arena *arena, unsigned number) {
    td_report report = full_report(arena, number);
    td_error error = TD_ERROR_INIT;
    int status = td_store_put_report(store, &report, &error);
    if (status == 0)
        status = td_store_put_reading(store, &report, fixture_json(arena, &report), fixture_outline(arena, &report),
                                      TD_VIEW("engine 1"), &error);
    if (status < 0) give_up(error.message);
    return report;
}

static td_span keep_span(void *context, td_index report, td_span span) {
    (void)context, (void)report;
    return span;
}

td_view fixture_export(td_store *store, td_arena *arena) {
    td_record record;
    td_view_array ids;
    td_decision_array decisions = {0};
    td_error error = TD_ERROR_INIT;
    int status = td_store_load_record(store, arena, &record, &ids, &error);
    if (status == 0) status = td_store_load_decisions(store, arena, &decisions, &error);
    if (status < 0) give_up(error.message);
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 1 << 24);
    td_json_init(&json, &buffer);
    td_json_object_open(&json);
    td_record_write_json(&json, &record, ids.items, &decisions, (td_span_converter){.to_points = keep_span});
    td_json_key(&json, "origins");
    td_json_array_open(&json);
    for (td_each(origin, &record.origins)) td_json_integer(&json, *origin);
    td_json_array_close(&json);
    td_json_object_close(&json);
    td_view copy = td_arena_copy(arena, td_buffer_view(&buffer));
    td_buffer_release(&buffer);
    return copy;
}

void fixture_put_record(td_store *store, td_arena *arena) {
    td_record record = small_record(arena);
    td_view ids[3];
    td_error error = TD_ERROR_INIT;
    for (unsigned number = 0; number < 3; number++) ids[number] = full_report(arena, number).id;
    if (td_store_put_record(store, &record, ids, 3, &error) < 0) give_up(error.message);
}
