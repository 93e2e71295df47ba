#ifndef TD_PIPELINE_PIPELINE_H
#define TD_PIPELINE_PIPELINE_H

/* The only place that knows the order of the stages. */

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "lexicon/lexicon.h"
#include "model/record.h"
#include "model/report.h"
#include "store/store.h"

typedef struct td_pipeline td_pipeline;

/* Borrows the lexicon. One pipeline for each thread. */
int td_pipeline_new(const td_lexicon *lexicon, td_pipeline **out, td_error *error);
/* The same over the pack at `pack`, which the pipeline then owns: what a program of one thread needs. */
int td_pipeline_open(const char *pack, td_pipeline **out, td_error *error);
void td_pipeline_free(td_pipeline *pipeline);
/* Engine version and digest of the pack: what a reading made by this pipeline is stamped with. Borrowed. */
const char *td_pipeline_stamp(const td_pipeline *pipeline);

/*
 * Which happenings that no type of event fits are kept: all, or those that take place in the sentences that open a
 * report, which is what a store holds. For td_pipeline_annotate() alone.
 */
void td_pipeline_keep_happenings(td_pipeline *pipeline, bool all);

/* Seconds of wall clock spent so far in a part of the work, for the bench. */
enum td_stage {
    TD_STAGE_FILES,
    TD_STAGE_INTAKE,
    TD_STAGE_TEXT,
    TD_STAGE_MENTION,
    TD_STAGE_EVENT,
    TD_STAGE_OUTPUT, /* JSON and outline */
    TD_STAGE_STORE,
    TD_STAGE_RESOLVE,
    TD_STAGE_LEDGER,
    TD_STAGE_COUNT
};
const char *td_stage_name(enum td_stage stage);
double td_pipeline_seconds(const td_pipeline *pipeline, enum td_stage stage);

/* What the caller says of the reports that it brings. */
typedef struct td_arrival {
    td_interval published; /* open: not said */
    td_view outlet;        /* absent: not said */
} td_arrival;
#define TD_ARRIVAL_INIT {.published = {TD_DAY_UNKNOWN, TD_DAY_UNKNOWN}, .outlet = {NULL, 0}}

/* Told of each report, refusal and warning as it comes; any may be NULL. */
typedef struct td_listener {
    void *context;
    /* A report was read; borrowed until return. A non-zero return ends the walk and is passed up. */
    int (*report)(void *context, const td_report *report, td_error *error);
    /* An input was refused: the message names it. The others go on. */
    void (*refused)(void *context, const char *message);
    void (*warned)(void *context, const char *message);
} td_listener;

/*
 * Walk a file, folder or "-": read every report in it through every stage that
 * looks at one report alone, and tell `listener`. A folder's published.tsv
 * (file, day) is taken as the caller's word and is no report.
 * Returns 0 also when inputs were refused; negative only when nothing further
 * can be done.
 */
int td_pipeline_annotate(td_pipeline *pipeline, const char *path, const td_arrival *arrival,
                         const td_listener *listener, td_error *error);

/* The same for bytes in memory; `name` stands for the path. */
int td_pipeline_annotate_bytes(td_pipeline *pipeline, td_view name, td_view bytes, const td_arrival *arrival,
                               const td_listener *listener, td_error *error);

/*
 * The same walk into a store, in transactions of `TD_PIPELINE_BATCH` reports.
 * `listener->report` is told of each report that is new.
 */
#define TD_PIPELINE_BATCH 64
int td_pipeline_add(td_pipeline *pipeline, td_store *store, const char *path, const td_arrival *arrival,
                    const td_listener *listener, td_error *error);

/* Bring everything derived up to date: read what is unread, compare, keep the ledgers. Cheap when current. */
int td_pipeline_refresh(td_pipeline *pipeline, td_store *store, td_error *error);
/* Drop everything derived and make it again. */
int td_pipeline_rebuild(td_pipeline *pipeline, td_store *store, td_error *error);

/*
 * Check a table of frames as data/frames/README.md describes them: columns, words, demands, types, roles, and that each
 * example, read as a report is, gives an event of its frame. `wrong` is told of each fault with file, line and column.
 * Counts into `*frames` and `*faults`. Negative only where the file cannot be read.
 */
int td_pipeline_check_frames(td_pipeline *pipeline, const char *path, void *context,
                             void (*wrong)(void *context, const char *message), uint32_t *frames, uint32_t *faults,
                             td_error *error);

/* Where long output goes, piece by piece. A non-zero return ends the writing and is passed up. */
typedef struct td_sink {
    void *context;
    int (*write)(void *context, td_view bytes, td_error *error);
} td_sink;

/* The whole record as `tidings export json` prints it, one report in memory at a time. */
int td_pipeline_export(td_store *store, const td_sink *sink, td_error *error);

#endif
