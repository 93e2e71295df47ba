#ifndef TD_VIEW_SOURCE_H
#define TD_VIEW_SOURCE_H

/* What every view needs of its source. */

#include "base/utf8.h"
#include "model/record_json.h"
#include "view/view.h"

/* Spans of the record as code points of their reports' texts; `source` and `points` must outlive the use of it. */
typedef struct td_source_points {
    const td_view_source *source;
    td_arena *arena;
    td_index at; /* the report indexed below, TD_NONE: none */
    td_utf8_index index;
} td_source_points;
td_span_converter td_source_converter(td_source_points *points, const td_view_source *source, td_arena *arena);

/* The name of a report's entity, absent for TD_NONE. Borrowed from the report. */
td_view td_source_entity_name(const td_report *report, td_index entity);
/* How many families of copies, each counted as one source, these reports come from. */
uint32_t td_source_origins(const td_record *record, const td_index_array *reports, td_arena *arena);
/* `DAY` or `FROM..TO` as the command line reads intervals, an open side empty; "" where both are open. */
td_view td_interval_text(td_interval interval, td_arena *arena);
/*
 * Write words of a report for a terminal: each control character, which could move its cursor or change its colours,
 * becomes U+FFFD.
 */
void td_source_print(td_buffer *out, td_view words);
/* The characters of a span on one line: white space runs become one space. Memory from `arena`. */
td_view td_passage_text(td_view text, td_span span, td_arena *arena);

#endif
