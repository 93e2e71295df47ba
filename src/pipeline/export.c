/*
 * The whole record of a store as one JSON object.
 * Input: a store that is up to date. Output: "reports", each as annotate
 * prints it with the store's entity identifiers, then what they say together.
 */

#include "model/record_json.h"
#include "model/report_json.h"
#include "pipeline/pipeline.h"
#include "pipeline/points.h"
#include "resolve/resolve.h"

#define EXPORT_MEMORY ((size_t)8 << 30)
#define REPORT_MEMORY ((size_t)1 << 30)
#define JSON_LIMIT ((size_t)1 << 30)
#define FLUSH_AT ((size_t)1 << 20)

typedef struct exporting {
    td_store *store;
    const td_sink *sink;
    td_arena record_memory;
    td_arena report_memory; /* one report */
    td_buffer buffer;
    td_json json;
    td_record record;
    td_view_array report_ids;
    td_decision_array decisions;
    td_points *points; /* by position of the report */
    td_index at;       /* report at hand, by position */
    td_error *error;
} exporting;

static int flush(exporting *work, size_t at_least) {
    int status = td_buffer_status(&work->buffer, work->error);
    if (status < 0 || work->buffer.size < at_least) return status;
    status = work->sink->write(work->sink->context, td_buffer_view(&work->buffer), work->error);
    td_buffer_clear(&work->buffer);
    return status;
}

static int load_report(exporting *work, td_index at, td_report *report) {
    td_arena_reset(&work->report_memory);
    td_view json;
    int status = td_store_load_reading(work->store, work->report_ids.items[at], &work->report_memory, &json, work->error);
    if (status == TD_ABSENT)
        return td_error_set(work->error, TD_ERROR_STORE, "report %.*s has no reading; run `tidings rebuild`",
                            TD_VIEW_ARGUMENTS(work->report_ids.items[at]));
    if (status < 0) return status;
    return td_report_read_json(json, &work->report_memory, report, work->error);
}

static int write_report(void *context) {
    exporting *work = context;
    td_report report = {0};
    int status = load_report(work, work->at, &report);
    if (status < 0) return status;
    td_points_init(&work->points[work->at], &work->record_memory, report.text);
    td_view *ids = TD_NEW_ARRAY(&work->report_memory, report.entities.count, td_view);
    for (uint32_t at = 0; at < report.entities.count; at++) {
        const td_store_entity *entity = td_record_entity(&work->record, td_entity_key(&report.entities.items[at]));
        if (entity) ids[at] = entity->id;
    }
    td_index origin = work->at < work->record.origins.count ? work->record.origins.items[work->at] : work->at;
    td_report_json_options options = {.entity_ids = ids, .origin = work->report_ids.items[origin]};
    td_report_write_json(&work->json, &report, &options, &work->report_memory);
    return 0;
}

static td_span to_points(void *context, td_index report, td_span span) {
    const exporting *work = context;
    return td_points_of(&work->points[report], span);
}

static int write_all(void *context) {
    exporting *work = context;
    int status = td_store_load_record(work->store, &work->record_memory, &work->record, &work->report_ids, work->error);
    if (status == 0) status = td_store_load_decisions(work->store, &work->record_memory, &work->decisions, work->error);
    if (status < 0) return status;

    work->points = TD_NEW_ARRAY(&work->record_memory, work->report_ids.count, td_points);
    td_json_object_open(&work->json);
    td_json_key(&work->json, "reports");
    td_json_array_open(&work->json);
    for (work->at = 0; work->at < work->report_ids.count; work->at++) {
        status = td_arena_run(&work->report_memory, write_report, work, work->error);
        if (status == 0) status = flush(work, FLUSH_AT);
        if (status != 0) return status;
    }
    td_json_array_close(&work->json);
    td_record_write_json(&work->json, &work->record, work->report_ids.items, &work->decisions,
                         (td_span_converter){.context = work, .to_points = to_points});
    td_json_object_close(&work->json);
    td_buffer_add_byte(&work->buffer, '\n');
    return flush(work, 0);
}

int td_pipeline_export(td_store *store, const td_sink *sink, td_error *error) {
    exporting work = {.store = store, .sink = sink, .error = error};
    td_arena_init(&work.record_memory, EXPORT_MEMORY);
    td_arena_init(&work.report_memory, REPORT_MEMORY);
    td_buffer_init(&work.buffer, JSON_LIMIT);
    td_json_init(&work.json, &work.buffer);
    int status = td_arena_run(&work.record_memory, write_all, &work, error);
    td_buffer_release(&work.buffer);
    td_arena_release(&work.report_memory);
    td_arena_release(&work.record_memory);
    return status;
}
