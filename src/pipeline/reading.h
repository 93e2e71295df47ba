#ifndef TD_PIPELINE_READING_H
#define TD_PIPELINE_READING_H

/* One report through every stage that looks at one report alone. */

#include "base/arena.h"
#include "base/buffer.h"
#include "event/event.h"
#include "lexicon/lexicon.h"
#include "model/report.h"
#include "pipeline/pipeline.h"
#include "text/text.h"

/* Most memory that one report may take, its reading included. */
#define TD_PIPELINE_REPORT_MEMORY ((size_t)768 << 20)
/* Most bytes of one file; collections of JSON lines are the largest that arrive. */
#define TD_PIPELINE_FILE_LIMIT ((size_t)512 << 20)
/* Most bytes of one report's JSON. */
#define TD_PIPELINE_JSON_LIMIT ((size_t)512 << 20)

struct td_pipeline {
    const td_lexicon *lexicon;
    td_lexicon *owned; /* the same, where the pipeline opened it */
    td_text *text;
    td_arena report_memory; /* the report at hand */
    td_arena walk_memory;   /* the walk at hand: names of files, given days */
    td_buffer file;         /* bytes of the file at hand */
    td_buffer json;         /* JSON of the report at hand */
    char stamp[64];         /* engine version and lexicon digest */
    double seconds[TD_STAGE_COUNT];
    enum td_happenings happenings; /* of which sentences they are kept */
    double lap; /* when the stage at hand began */
};

/* Begin timing; td_pipeline_lap() then books the time since the last call to a stage. */
void td_pipeline_start_lap(td_pipeline *pipeline);
void td_pipeline_lap(td_pipeline *pipeline, enum td_stage stage);

/* Run text, mention and event over a report as it arrived; memory from the report's arena. */
int td_reading_run(td_pipeline *pipeline, td_report *report, td_error *error);

/* The report's JSON object and outline, for the store. Both borrowed until the next report. */
int td_reading_pack(td_pipeline *pipeline, const td_report *report, td_view *json, td_view *outline,
                    td_error *error);

#endif
