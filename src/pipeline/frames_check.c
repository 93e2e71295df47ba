/*
 * A user's own table of frames.
 * Input: a file. Output: what is wrong with it, line by line. Its frames are put beside the shipped ones; then every
 * example is read as any report is, and its frame must be among those that it gives.
 */

#include <stdio.h>

#include "event/event.h"
#include "mention/mention.h"
#include "pipeline/reading.h"

#define EXAMPLE_COLUMN 11 /* as in data/frames/README.md */
#define MESSAGE_BYTES 512

typedef struct checking {
    td_pipeline *pipeline;
    const char *path;
    td_frames_check check;
    td_frames *frames;
    td_arena examples; /* one example at a time */
    td_report *report; /* the example at hand */
    td_error *error;
} checking;

static int load(void *context) {
    checking *work = context;
    td_arena *arena = &work->pipeline->report_memory;
    td_named_text_array tables = td_lexicon_tables(work->pipeline->lexicon, TD_VIEW("frames/"), arena);
    td_named_text own = {td_view_of(work->path), td_buffer_view(&work->pipeline->file)};
    return td_frames_load_checked(tables.items, tables.count, own, &work->check, arena, &work->frames, work->error);
}

static int code_example(void *context) {
    checking *work = context;
    int status = td_text_read(work->pipeline->text, work->report, &work->examples, work->error);
    if (status < 0) return status;
    td_mention_find(work->pipeline->lexicon, work->report, &work->examples);
    td_event_code_frames(work->frames, TD_HAPPENINGS_OF_LEAD, work->report, &work->examples);
    return 0;
}

static void tell_unmatched(checking *work, const td_frames_row *row, const td_frame *frame) {
    char message[MESSAGE_BYTES];
    td_view found = TD_VIEW_ABSENT;
    for (td_each(event, &work->report->events))
        if (!td_view_present(found)) found = event->frame;
    int size = snprintf(message, sizeof message, "%s, line %d, column %d (example): '%.*s' gives ", work->path,
                        row->line, EXAMPLE_COLUMN, TD_VIEW_ARGUMENTS(frame->example));
    if (size < 0 || (size_t)size >= sizeof message) return;
    if (td_view_present(found))
        snprintf(message + size, sizeof message - (size_t)size, "an event of %.*s, none of %.*s",
                 TD_VIEW_ARGUMENTS(found), TD_VIEW_ARGUMENTS(frame->id));
    else
        snprintf(message + size, sizeof message - (size_t)size, "no event");
    work->check.faults++;
    work->check.wrong(work->check.context, message);
}

static int check_example(checking *work, const td_frames_row *row) {
    const td_frame *frame = td_frames_get(work->frames, row->frame);
    td_report report = {.text = frame->example, .published.interval = TD_INTERVAL_OPEN};
    work->report = &report;
    td_arena_reset(&work->examples);
    int status = td_arena_run(&work->examples, code_example, work, work->error);
    if (status < 0) return status;
    for (td_each(event, &report.events))
        if (td_view_equal(event->frame, frame->id)) return 0;
    tell_unmatched(work, row, frame);
    return 0;
}

int td_pipeline_check_frames(td_pipeline *pipeline, const char *path, void *context,
                             void (*wrong)(void *context, const char *message), uint32_t *frames, uint32_t *faults,
                             td_error *error) {
    checking work = {.pipeline = pipeline, .path = path, .check = {.context = context, .wrong = wrong}, .error = error};
    int status = td_file_read(path, &pipeline->file, error);
    if (status < 0) return status;
    td_arena_reset(&pipeline->report_memory);
    status = td_arena_run(&pipeline->report_memory, load, &work, error);
    td_arena_init(&work.examples, TD_PIPELINE_REPORT_MEMORY);
    for (uint32_t at = 0; status >= 0 && at < work.check.rows.count; at++)
        status = check_example(&work, &work.check.rows.items[at]);
    td_arena_release(&work.examples);
    *frames = work.check.rows.count;
    *faults = work.check.faults;
    return status < 0 ? status : 0;
}
