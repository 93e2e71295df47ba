#ifndef TD_VIEW_VIEW_H
#define TD_VIEW_VIEW_H

/*
 * What a reader sees: timeline, brief, findings, and the page that holds them
 * all. A view takes the record and a way to look at a report, and writes into
 * a buffer. No line is written without the characters it came from.
 */

#include "base/arena.h"
#include "base/buffer.h"
#include "model/json.h"
#include "model/record.h"
#include "model/report.h"

/* Where views read: the record, and reports by their position in it. */
typedef struct td_view_source {
    const td_record *record;
    const td_view *report_ids; /* by position */
    uint32_t report_count;
    void *context;
    /*
     * The report, annotated, borrowed until the next call, or NULL when it can
     * no longer be read (then `context` holds the error).
     */
    const td_report *(*report)(void *context, td_index report);
    const td_decision_array *decisions;
} td_view_source;

enum td_view_format { TD_FORMAT_TEXT, TD_FORMAT_JSON, TD_FORMAT_HTML };

/* What to show: all of it, or one story. */
typedef struct td_view_request {
    td_index story; /* TD_NONE: all */
    enum td_view_format format;
    bool colour;    /* ANSI colours, for a terminal */
    uint32_t most;  /* entries at most, 0 = no limit */
    uint32_t width; /* columns of the terminal, 0 = no limit */
} td_view_request;

int td_view_timeline(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                     td_error *error);
int td_view_brief(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                  td_error *error);
/* Mixed reports, recycled statements, conflicts, copies. */
int td_view_check(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                  td_error *error);
int td_view_ledger(const td_view_source *source, enum td_ledger_kind ledger, const td_view_request *request,
                   td_arena *arena, td_buffer *out, td_error *error);
/*
 * The chain from an entry (any identifier the other views print) down to the
 * exact characters, each shown in its sentence. TD_ABSENT when no entry has it.
 */
int td_view_why(const td_view_source *source, td_view id, const td_view_request *request, td_arena *arena,
                td_buffer *out, td_error *error);
/* One self-contained HTML page: brief, timeline, ledgers, findings, reports; each line opens its passage. */
int td_view_page(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                 td_error *error);

#endif
