/*
 * From a path to the reports in it.
 * Input: a file, a folder with or without published.tsv, or "-" for standard
 * input. Output: each report, with what the caller says of it, to a consumer.
 */

#include "pipeline/walk.h"

#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "intake/intake.h"
#include "pipeline/given_days.h"

/* One input on its way through intake. */
typedef struct input_at_hand {
    td_walk *walk;
    td_input input;
    td_intake_cursor cursor;
    td_interval given; /* the caller's word on its day; open if none */
    td_error *error;
    bool returned; /* the work came to its end; where memory ran out it did not, and nothing is named yet */
} input_at_hand;

static void tell(void (*listen)(void *, const char *), void *context, const char *message) {
    if (listen) listen(context, message);
}

static bool is_refusal(int status) {
    return status == TD_ERROR_INPUT || status == TD_ERROR_LIMIT || status == TD_ERROR_FILE;
}

static void apply_arrival(const input_at_hand *hand, td_report *report, td_arena *arena) {
    if (td_view_present(hand->walk->arrival->outlet)) report->outlet = td_arena_copy(arena, hand->walk->arrival->outlet);
    if (!td_interval_known(hand->given)) return;
    report->published = (td_publication){.interval = hand->given, .origin = TD_PUBLISHED_GIVEN};
    *td_push(arena, &report->published.evidence) =
        (td_publication_evidence){.span = TD_SPAN_NONE, .says = TD_VIEW("given with the report")};
}

static int read_next(void *context) {
    input_at_hand *hand = context;
    td_walk *walk = hand->walk;
    td_pipeline *pipeline = walk->pipeline;
    td_report report = {0};
    td_view warning = TD_VIEW_ABSENT;
    int status = td_intake_next(&hand->input, &hand->cursor, &pipeline->report_memory, &report, &warning, hand->error);
    td_pipeline_lap(pipeline, TD_STAGE_INTAKE);
    if (status != 0) return status;
    if (td_view_present(warning)) tell(walk->listener->warned, walk->listener->context, warning.bytes);
    apply_arrival(hand, &report, &pipeline->report_memory);
    status = walk->consume(walk, &report, hand->error);
    if (is_refusal(status)) td_error_prefix(hand->error, "%.*s", TD_VIEW_ARGUMENTS(report.source));
    return status;
}

static int try_next(void *context) {
    input_at_hand *hand = context;
    hand->returned = false;
    int status = read_next(hand);
    hand->returned = true;
    return status;
}

/* Every report of one input. */
static int walk_input(td_walk *walk, td_view name, td_view bytes, td_interval given) {
    td_pipeline *pipeline = walk->pipeline;
    input_at_hand hand = {.walk = walk,
                          .input = {.name = name, .bytes = bytes},
                          .cursor = TD_INTAKE_CURSOR_INIT,
                          .given = given};
    for (;;) {
        td_error error = TD_ERROR_INIT;
        size_t before = hand.cursor.offset;
        hand.error = &error;
        td_arena_reset(&pipeline->report_memory);
        int status = td_arena_run(&pipeline->report_memory, try_next, &hand, &error);
        if (status == TD_END) return 0;
        if (!hand.returned) td_error_prefix(&error, "%.*s", TD_VIEW_ARGUMENTS(name));
        if (is_refusal(status)) {
            tell(walk->listener->refused, walk->listener->context, error.message);
            /* Memory that ran out in intake leaves the cursor where it was. */
            if (hand.cursor.offset == before) return 0;
        } else if (status < 0) {
            return td_error_set(walk->error, status, "%s", error.message);
        }
    }
}

int td_walk_bytes(td_walk *walk, td_view name, td_view bytes, td_error *error) {
    walk->error = error;
    td_pipeline_start_lap(walk->pipeline);
    return walk_input(walk, name, bytes, walk->arrival->published);
}

static int walk_file(td_walk *walk, const char *path, td_interval given) {
    td_pipeline *pipeline = walk->pipeline;
    td_error error = TD_ERROR_INIT;
    td_pipeline_start_lap(pipeline);
    int status = td_file_read(path, &pipeline->file, &error);
    td_pipeline_lap(pipeline, TD_STAGE_FILES);
    if (is_refusal(status)) {
        tell(walk->listener->refused, walk->listener->context, error.message);
        return 0;
    }
    if (status < 0) return td_error_set(walk->error, status, "%s", error.message);
    return walk_input(walk, td_view_of(path), td_buffer_view(&pipeline->file), given);
}

typedef struct folder_at_hand {
    td_walk *walk;
    const char *path;
} folder_at_hand;

static int walk_folder(void *context) {
    const folder_at_hand *folder = context;
    td_walk *walk = folder->walk;
    td_arena *arena = &walk->pipeline->walk_memory;
    td_view_array files = {0};
    int status = td_folder_list(folder->path, arena, &files, walk->error);
    if (status < 0) return status;

    td_given_days days;
    status = td_given_days_read(&days, arena, folder->path, &walk->pipeline->file, walk->listener, walk->error);
    if (status < 0) return status;
    for (td_each(file, &files)) {
        if (td_given_days_is_table(&days, *file)) continue;
        td_interval given = td_given_days_find(&days, *file);
        status = walk_file(walk, file->bytes, td_interval_known(given) ? given : walk->arrival->published);
        if (status < 0) return status;
    }
    return 0;
}

int td_walk_path(td_walk *walk, const char *path, td_error *error) {
    td_pipeline *pipeline = walk->pipeline;
    walk->error = error;
    if (td_path_kind_of(path) != TD_PATH_FOLDER) return walk_file(walk, path, walk->arrival->published);
    folder_at_hand folder = {.walk = walk, .path = path};
    td_arena_reset(&pipeline->walk_memory);
    int status = td_arena_run(&pipeline->walk_memory, walk_folder, &folder, error);
    if (status != TD_ERROR_FILE) return status;
    tell(walk->listener->refused, walk->listener->context, error->message);
    *error = (td_error)TD_ERROR_INIT;
    return 0;
}
