/*
 * Everything derived, made again where it is not current.
 * Input: a store. Output: the same store, each report read by this engine and
 * lexicon, the reports compared, the ledgers kept. What is derived depends on
 * what endures alone, so a refresh after any history of additions equals a
 * rebuild.
 */

#include "ledger/ledger.h"
#include "pipeline/pipeline.h"
#include "pipeline/reading.h"
#include "resolve/resolve.h"

/* Most memory for the outlines of a store and the record made of them. */
#define RECORD_MEMORY ((size_t)8 << 30)

typedef struct refreshing {
    td_pipeline *pipeline;
    td_store *store;
    td_arena *arena; /* ids, or outlines and record */
    td_view id;      /* the report at hand */
    td_error *error;
} refreshing;

static int reread_one(void *context) {
    refreshing *work = context;
    td_pipeline *pipeline = work->pipeline;
    td_report report = {0};
    td_view json, outline;
    int status = td_store_load_report(work->store, work->id, &pipeline->report_memory, &report, work->error);
    td_pipeline_lap(pipeline, TD_STAGE_STORE);
    if (status == TD_ABSENT)
        return td_error_set(work->error, TD_ERROR_INTERNAL, "report %.*s left the store while it was being read",
                            TD_VIEW_ARGUMENTS(work->id));
    if (status == 0) status = td_reading_run(pipeline, &report, work->error);
    if (status == 0) status = td_reading_pack(pipeline, &report, &json, &outline, work->error);
    if (status == 0)
        status = td_store_put_reading(work->store, &report, json, outline, td_view_of(pipeline->stamp), work->error);
    td_pipeline_lap(pipeline, TD_STAGE_STORE);
    return status;
}

/* Read every report that has no reading of this engine, in transactions. */
static int reread_all(void *context) {
    refreshing *work = context;
    td_pipeline *pipeline = work->pipeline;
    td_view_array ids = {0};
    int status = td_store_unread_ids(work->store, td_view_of(pipeline->stamp), work->arena, &ids, work->error);
    for (uint32_t at = 0; status == 0 && at < ids.count; at++) {
        if (at % TD_PIPELINE_BATCH == 0 && (status = td_store_begin(work->store, work->error)) < 0) break;
        work->id = ids.items[at];
        td_arena_reset(&pipeline->report_memory);
        status = td_arena_run(&pipeline->report_memory, reread_one, work, work->error);
        bool last = at + 1 == ids.count || (at + 1) % TD_PIPELINE_BATCH == 0;
        if (status == 0 && last) status = td_store_commit(work->store, work->error);
        if (status < 0) td_store_rollback(work->store);
    }
    return status;
}

static int compare_all(void *context) {
    refreshing *work = context;
    td_outline_array outlines = {0};
    int status = td_store_load_outlines(work->store, work->arena, &outlines, work->error);
    if (status < 0) return status;
    td_outlines_sort(outlines.items, outlines.count);
    td_pipeline_lap(work->pipeline, TD_STAGE_STORE);

    td_record record = {0};
    td_resolve(outlines.items, outlines.count, work->arena, &record);
    td_pipeline_lap(work->pipeline, TD_STAGE_RESOLVE);
    td_ledgers_keep(outlines.items, outlines.count, work->arena, &record);
    td_pipeline_lap(work->pipeline, TD_STAGE_LEDGER);

    td_view *ids = TD_NEW_ARRAY(work->arena, outlines.count, td_view);
    for (uint32_t at = 0; at < outlines.count; at++) ids[at] = outlines.items[at].report;
    status = td_store_begin(work->store, work->error);
    if (status < 0) return status;
    status = td_store_put_record(work->store, &record, ids, outlines.count, work->error);
    if (status == 0) status = td_store_commit(work->store, work->error);
    if (status < 0) td_store_rollback(work->store);
    td_pipeline_lap(work->pipeline, TD_STAGE_STORE);
    return status;
}

static int run_in(refreshing *work, size_t limit, int (*step)(void *)) {
    td_arena arena;
    td_arena_init(&arena, limit);
    work->arena = &arena;
    int status = td_arena_run(&arena, step, work, work->error);
    td_arena_release(&arena);
    return status;
}

int td_pipeline_refresh(td_pipeline *pipeline, td_store *store, td_error *error) {
    refreshing work = {.pipeline = pipeline, .store = store, .error = error};
    bool resolved = false;
    td_pipeline_start_lap(pipeline);
    int status = run_in(&work, RECORD_MEMORY, reread_all);
    if (status == 0) status = td_store_is_resolved(store, &resolved, error);
    if (status != 0 || resolved) return status;
    status = run_in(&work, RECORD_MEMORY, compare_all);
    /* An arena that ran dry leaves its step without coming back to it. */
    if (status < 0) td_store_rollback(store);
    return status;
}

int td_pipeline_rebuild(td_pipeline *pipeline, td_store *store, td_error *error) {
    int status = td_store_begin(store, error);
    if (status < 0) return status;
    status = td_store_clear_derived(store, error);
    if (status == 0) status = td_store_commit(store, error);
    if (status < 0) {
        td_store_rollback(store);
        return status;
    }
    return td_pipeline_refresh(pipeline, store, error);
}
