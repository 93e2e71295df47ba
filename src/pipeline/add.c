/*
 * Reports into a store, in transactions of TD_PIPELINE_BATCH, each holding
 * whole reports with their readings: whatever ends the process, the store has
 * every report of each finished batch once and nothing of the batch at hand.
 */

#include "pipeline/pipeline.h"
#include "pipeline/walk.h"

typedef struct addition {
    td_store *store;
    uint32_t pending; /* reports in the open transaction */
} addition;

static int put_new(td_walk *walk, td_report *report, td_error *error) {
    td_pipeline *pipeline = walk->pipeline;
    td_store *store = ((addition *)walk->context)->store;
    td_view json, outline;
    int status = td_reading_run(pipeline, report, error);
    if (status == 0) status = td_reading_pack(pipeline, report, &json, &outline, error);
    /* Nothing is written before the reading is whole, so a refused report leaves no trace. */
    if (status == 0) status = td_store_put_report(store, report, error);
    if (status == 0)
        status = td_store_put_reading(store, report, json, outline, td_view_of(pipeline->stamp), error);
    td_pipeline_lap(pipeline, TD_STAGE_STORE);
    if (status != 0 || !walk->listener->report) return status;
    return walk->listener->report(walk->listener->context, report, error);
}

static int keep(td_walk *walk, td_report *report, td_error *error) {
    addition *to = walk->context;
    bool present = false;
    int status = td_store_has_report(to->store, report->id, &present, error);
    td_pipeline_lap(walk->pipeline, TD_STAGE_STORE);
    if (status < 0) return status;
    status = present ? td_store_put_report(to->store, report, error) : put_new(walk, report, error);
    if (status < 0) return status;
    if (++to->pending < TD_PIPELINE_BATCH) return 0;
    to->pending = 0;
    if ((status = td_store_commit(to->store, error)) < 0) return status;
    status = td_store_begin(to->store, error);
    td_pipeline_lap(walk->pipeline, TD_STAGE_STORE);
    return status;
}

int td_pipeline_add(td_pipeline *pipeline, td_store *store, const char *path, const td_arrival *arrival,
                    const td_listener *listener, td_error *error) {
    addition to = {.store = store};
    td_walk walk = {.pipeline = pipeline, .arrival = arrival, .listener = listener, .consume = keep, .context = &to};
    int status = td_store_begin(store, error);
    if (status < 0) return status;
    status = td_walk_path(&walk, path, error);
    if (status == 0) status = td_store_commit(store, error);
    if (status < 0) td_store_rollback(store);
    return status;
}
