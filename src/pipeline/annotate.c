/*
 * Reading without a store.
 * Input: a path. Output: each report, read, to the listener.
 */

#include "pipeline/pipeline.h"
#include "pipeline/walk.h"

static int consume(td_walk *walk, td_report *report, td_error *error) {
    int status = td_reading_run(walk->pipeline, report, error);
    if (status < 0 || !walk->listener->report) return status;
    return walk->listener->report(walk->listener->context, report, error);
}

int td_pipeline_annotate(td_pipeline *pipeline, const char *path, const td_arrival *arrival,
                         const td_listener *listener, td_error *error) {
    td_walk walk = {.pipeline = pipeline, .arrival = arrival, .listener = listener, .consume = consume};
    return td_walk_path(&walk, path, error);
}

int td_pipeline_annotate_bytes(td_pipeline *pipeline, td_view name, td_view bytes, const td_arrival *arrival,
                               const td_listener *listener, td_error *error) {
    td_walk walk = {.pipeline = pipeline, .arrival = arrival, .listener = listener, .consume = consume};
    return td_walk_bytes(&walk, name, bytes, error);
}
