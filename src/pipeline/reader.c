/*
 * Reading a store.
 * Input: a store that is up to date. Output: its record, and its reports from their readings.
 */

#include "pipeline/reader.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/map.h"
#include "model/report_json.h"

#define RECORD_MEMORY ((size_t)8 << 30)
#define REPORT_MEMORY ((size_t)1 << 30)

struct td_reader {
    td_store *store;
    td_arena record_memory;
    td_arena report_memory; /* the report at hand */
    td_record record;
    td_view_array report_ids;
    td_decision_array decisions;
    td_map by_id;      /* hash of an identifier, to its position */
    td_report report;  /* at hand */
    td_index at;       /* its position, TD_NONE none */
    td_error *error;
};

static int load_record(void *context) {
    td_reader *reader = context;
    td_arena *arena = &reader->record_memory;
    int status = td_store_load_record(reader->store, arena, &reader->record, &reader->report_ids, reader->error);
    if (status == 0) status = td_store_load_decisions(reader->store, arena, &reader->decisions, reader->error);
    if (status < 0) return status;
    td_map_init(&reader->by_id, arena);
    for (uint32_t at = 0; at < reader->report_ids.count; at++)
        td_map_put(&reader->by_id, td_hash(reader->report_ids.items[at]), at, NULL);
    return 0;
}

int td_reader_new(td_store *store, td_reader **out, td_error *error) {
    td_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return td_error_set(error, TD_ERROR_MEMORY, "no memory left to read the store");
    reader->store = store;
    reader->at = TD_NONE;
    reader->error = error;
    td_arena_init(&reader->record_memory, RECORD_MEMORY);
    td_arena_init(&reader->report_memory, REPORT_MEMORY);
    int status = td_arena_run(&reader->record_memory, load_record, reader, error);
    if (status < 0) {
        td_reader_free(reader);
        return status;
    }
    *out = reader;
    return 0;
}

void td_reader_free(td_reader *reader) {
    if (!reader) return;
    td_arena_release(&reader->report_memory);
    td_arena_release(&reader->record_memory);
    free(reader);
}

const td_record *td_reader_record(const td_reader *reader) {
    return &reader->record;
}

const td_view_array *td_reader_report_ids(const td_reader *reader) {
    return &reader->report_ids;
}

const td_decision_array *td_reader_decisions(const td_reader *reader) {
    return &reader->decisions;
}

td_index td_reader_find(const td_reader *reader, td_view id) {
    const uint32_t *at = td_map_get(&reader->by_id, td_hash(id));
    return at && td_view_equal(reader->report_ids.items[*at], id) ? *at : TD_NONE;
}

static int load_report(void *context) {
    td_reader *reader = context;
    td_view id = reader->report_ids.items[reader->at], json;
    int status = td_store_load_reading(reader->store, id, &reader->report_memory, &json, reader->error);
    if (status == TD_ABSENT)
        return td_error_set(reader->error, TD_ERROR_STORE, "report %.*s has no reading; run `tidings rebuild`",
                            TD_VIEW_ARGUMENTS(id));
    if (status < 0) return status;
    return td_report_read_json(json, &reader->report_memory, &reader->report, reader->error);
}

const td_report *td_reader_report(td_reader *reader, td_index report, td_error *error) {
    if (report >= reader->report_ids.count) {
        td_error_set(error, TD_ERROR_INTERNAL, "the record names report %u of %u", report, reader->report_ids.count);
        return NULL;
    }
    if (reader->at == report) return &reader->report;
    reader->at = report;
    reader->error = error;
    reader->report = (td_report){0};
    td_arena_reset(&reader->report_memory);
    if (td_arena_run(&reader->report_memory, load_report, reader, error) == 0) return &reader->report;
    reader->at = TD_NONE;
    return NULL;
}
