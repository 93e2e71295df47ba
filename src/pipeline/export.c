/*
 * The whole record of a store as one JSON object.
 * Input: a store that is up to date. Output: "reports", each as annotate
 * prints it with the store's entity identifiers, then what they say together.
 */

#include "model/record_json.h"
#include "model/report_json.h"
#include "pipeline/pipeline.h"
#include "pipeline/points.h"
#include "pipeline/reader.h"
#include "resolve/resolve.h"

#define POINTS_MEMORY ((size_t)4 << 30)
#define REPORT_MEMORY ((size_t)1 << 30)
#define JSON_LIMIT ((size_t)1 << 30)
#define FLUSH_AT ((size_t)1 << 20)

typedef struct exporting {
    td_reader *reader;
    const td_sink *sink;
    td_record record; /* the reader's, its entities copied so as to gather their mentions */
    td_arena points_memory;
    td_arena report_memory; /* scratch for one report */
    td_buffer buffer;
    td_json json;
    td_points *points;       /* by position of the report */
    const td_report *report; /* at hand */
    td_index at;             /* its position */
    td_error *error;
} exporting;

static int flush(exporting *work, size_t at_least) {
    int status = td_buffer_status(&work->buffer, work->error);
    if (status < 0 || work->buffer.size < at_least) return status;
    status = work->sink->write(work->sink->context, td_buffer_view(&work->buffer), work->error);
    td_buffer_clear(&work->buffer);
    return status;
}

/* Tell the store's entities where this report mentions them, one alone or in a group. */
static void gather_mention(exporting *work, const td_report *report, td_index entity, td_index mention) {
    if (report->entities.items[entity].unnamed) return;
    const td_store_entity *found = td_record_entity(&work->record, td_entity_key(&report->entities.items[entity]));
    if (!found) return;
    td_store_entity *gathering = &work->record.entities.items[found - work->record.entities.items];
    *td_push(&work->points_memory, &gathering->mentions) = (td_entity_mention){.report = work->at, .mention = mention};
}

static void gather_mentions(exporting *work, const td_report *report) {
    for (td_index at = 0; at < report->mentions.count; at++) {
        const td_mention *mention = &report->mentions.items[at];
        if (mention->entity != TD_NONE) gather_mention(work, report, mention->entity, at);
        for (uint32_t k = 0; k < mention->group.count; k++) gather_mention(work, report, mention->group.items[k], at);
    }
}

static int write_report(void *context) {
    exporting *work = context;
    const td_report *report = work->report;
    const td_record *record = &work->record;
    const td_view *report_ids = td_reader_report_ids(work->reader)->items;
    td_view *ids = TD_NEW_ARRAY(&work->report_memory, report->entities.count, td_view);
    for (uint32_t at = 0; at < report->entities.count; at++) {
        if (report->entities.items[at].unnamed) continue;
        const td_store_entity *entity = td_record_entity(record, td_entity_key(&report->entities.items[at]));
        if (entity) ids[at] = entity->id;
    }
    gather_mentions(work, report);
    td_index origin = work->at < record->origins.count ? record->origins.items[work->at] : work->at;
    td_report_json_options options = {.entity_ids = ids, .origin = report_ids[origin]};
    td_report_write_json(&work->json, report, &options, &work->report_memory);
    return 0;
}

static td_span to_points(void *context, td_index report, td_span span) {
    const exporting *work = context;
    return td_points_of(&work->points[report], span);
}

static int write_reports(exporting *work, uint32_t count) {
    for (work->at = 0; work->at < count; work->at++) {
        work->report = td_reader_report(work->reader, work->at, work->error);
        if (!work->report) return work->error->code;
        td_points_init(&work->points[work->at], &work->points_memory, work->report->text);
        td_arena_reset(&work->report_memory);
        int status = td_arena_run(&work->report_memory, write_report, work, work->error);
        if (status == 0) status = flush(work, FLUSH_AT);
        if (status != 0) return status;
    }
    return 0;
}

static void copy_entities(exporting *work) {
    work->record = *td_reader_record(work->reader);
    uint32_t count = work->record.entities.count;
    td_store_entity *copy = TD_NEW_ARRAY(&work->points_memory, count, td_store_entity);
    for (uint32_t at = 0; at < count; at++) copy[at] = work->record.entities.items[at];
    work->record.entities.items = copy;
    work->record.entities.capacity = count;
}

static int write_all(void *context) {
    exporting *work = context;
    copy_entities(work);
    const td_view_array *ids = td_reader_report_ids(work->reader);
    work->points = TD_NEW_ARRAY(&work->points_memory, ids->count, td_points);
    td_json_object_open(&work->json);
    td_json_key(&work->json, "reports");
    td_json_array_open(&work->json);
    int status = write_reports(work, ids->count);
    if (status != 0) return status;
    td_json_array_close(&work->json);
    td_record_write_json(&work->json, &work->record, ids->items, td_reader_decisions(work->reader),
                         (td_span_converter){.context = work, .to_points = to_points});
    td_json_object_close(&work->json);
    td_buffer_add_byte(&work->buffer, '\n');
    return flush(work, 0);
}

int td_pipeline_export(td_store *store, const td_sink *sink, td_error *error) {
    td_error own = TD_ERROR_INIT;
    exporting work = {.sink = sink, .error = error ? error : &own};
    int status = td_reader_new(store, &work.reader, work.error);
    if (status < 0) return status;
    td_arena_init(&work.points_memory, POINTS_MEMORY);
    td_arena_init(&work.report_memory, REPORT_MEMORY);
    td_buffer_init(&work.buffer, JSON_LIMIT);
    td_json_init(&work.json, &work.buffer);
    status = td_arena_run(&work.points_memory, write_all, &work, work.error);
    td_buffer_release(&work.buffer);
    td_arena_release(&work.report_memory);
    td_arena_release(&work.points_memory);
    td_reader_free(work.reader);
    return status;
}
