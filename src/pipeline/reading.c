/*
 * One report through text, mention and event, in that order, and its reading
 * packed for the store.
 * Input: a report as intake left it. Output: the same report, filled.
 */

#include "pipeline/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "event/event.h"
#include "mention/mention.h"
#include "model/outline.h"
#include "model/report_json.h"
#include "resolve/resolve.h"

#define WALK_MEMORY ((size_t)256 << 20)

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void td_pipeline_start_lap(td_pipeline *pipeline) {
    pipeline->lap = now();
}

void td_pipeline_lap(td_pipeline *pipeline, enum td_stage stage) {
    double time = now();
    pipeline->seconds[stage] += time - pipeline->lap;
    pipeline->lap = time;
}

const char *td_stage_name(enum td_stage stage) {
    static const char *const names[TD_STAGE_COUNT] = {
        [TD_STAGE_FILES] = "files",     [TD_STAGE_INTAKE] = "intake", [TD_STAGE_TEXT] = "text",
        [TD_STAGE_MENTION] = "mention", [TD_STAGE_EVENT] = "event",   [TD_STAGE_OUTPUT] = "output",
        [TD_STAGE_STORE] = "store",     [TD_STAGE_RESOLVE] = "resolve", [TD_STAGE_LEDGER] = "ledger",
    };
    return names[stage];
}

double td_pipeline_seconds(const td_pipeline *pipeline, enum td_stage stage) {
    return pipeline->seconds[stage];
}

int td_pipeline_new(const td_lexicon *lexicon, td_pipeline **out, td_error *error) {
    td_pipeline *pipeline = calloc(1, sizeof *pipeline);
    if (!pipeline) return td_error_set(error, TD_ERROR_MEMORY, "no memory left to start reading");
    pipeline->lexicon = lexicon;
    td_arena_init(&pipeline->report_memory, TD_PIPELINE_REPORT_MEMORY);
    td_arena_init(&pipeline->walk_memory, WALK_MEMORY);
    td_buffer_init(&pipeline->file, TD_PIPELINE_FILE_LIMIT);
    td_buffer_init(&pipeline->json, TD_PIPELINE_JSON_LIMIT);
    snprintf(pipeline->stamp, sizeof pipeline->stamp, "%s %.*s", TD_VERSION,
             TD_VIEW_ARGUMENTS(td_lexicon_digest(lexicon)));
    int status = td_text_new(lexicon, &pipeline->text, error);
    if (status < 0) {
        td_pipeline_free(pipeline);
        return status;
    }
    *out = pipeline;
    return 0;
}

int td_pipeline_open(const char *pack, td_pipeline **out, td_error *error) {
    td_lexicon *lexicon = NULL;
    int status = td_lexicon_open(pack, &lexicon, error);
    if (status < 0) return status;
    status = td_pipeline_new(lexicon, out, error);
    if (status < 0) td_lexicon_free(lexicon);
    else (*out)->owned = lexicon;
    return status;
}

const char *td_pipeline_stamp(const td_pipeline *pipeline) {
    return pipeline->stamp;
}

void td_pipeline_keep_happenings(td_pipeline *pipeline, bool all) {
    pipeline->happenings = all ? TD_HAPPENINGS_ALL : TD_HAPPENINGS_OF_LEAD;
}

void td_pipeline_free(td_pipeline *pipeline) {
    if (!pipeline) return;
    td_text_free(pipeline->text);
    td_buffer_release(&pipeline->json);
    td_buffer_release(&pipeline->file);
    td_arena_release(&pipeline->walk_memory);
    td_arena_release(&pipeline->report_memory);
    td_lexicon_free(pipeline->owned);
    free(pipeline);
}

int td_reading_run(td_pipeline *pipeline, td_report *report, td_error *error) {
    td_arena *arena = &pipeline->report_memory;
    int status = td_text_read(pipeline->text, report, arena, error);
    td_pipeline_lap(pipeline, TD_STAGE_TEXT);
    if (status < 0) return status;
    td_mention_find(pipeline->lexicon, report, arena);
    td_pipeline_lap(pipeline, TD_STAGE_MENTION);
    td_event_code(pipeline->lexicon, pipeline->happenings, report, arena);
    td_mention_complete(report, arena);
    td_pipeline_lap(pipeline, TD_STAGE_EVENT);
    return td_report_check(report, error);
}

int td_reading_pack(td_pipeline *pipeline, const td_report *report, td_view *json, td_view *outline,
                    td_error *error) {
    td_arena *arena = &pipeline->report_memory;
    td_outline made;
    td_outline_make(report, arena, &made);
    *outline = td_outline_pack(&made, arena);

    td_json writer;
    td_buffer_clear(&pipeline->json);
    td_json_init(&writer, &pipeline->json);
    td_report_write_json(&writer, report, &(td_report_json_options){0}, arena);
    *json = td_buffer_view(&pipeline->json);
    td_pipeline_lap(pipeline, TD_STAGE_OUTPUT);
    return td_buffer_status(&pipeline->json, error);
}
