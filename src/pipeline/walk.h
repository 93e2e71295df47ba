#ifndef TD_PIPELINE_WALK_H
#define TD_PIPELINE_WALK_H

/* From a path to the reports in it, one at a time, as they arrived. */

#include "base/error.h"
#include "model/report.h"
#include "pipeline/pipeline.h"
#include "pipeline/reading.h"

typedef struct td_walk {
    td_pipeline *pipeline;
    const td_arrival *arrival;
    const td_listener *listener;
    /*
     * Called for each report as intake left it, inside td_arena_run() of the
     * report's memory. A refusal (input, limit, file) ends this report only;
     * any other error ends the walk.
     */
    int (*consume)(struct td_walk *walk, td_report *report, td_error *error);
    void *context;
    td_error *error; /* set by td_walk_path(): where an error that ends the walk goes */
} td_walk;

/* Walk the reports in bytes that are in memory already; `name` as a path's would be. */
int td_walk_bytes(td_walk *walk, td_view name, td_view bytes, td_error *error);
/* Walk a file, a folder or "-". */
int td_walk_path(td_walk *walk, const char *path, td_error *error);

#endif
