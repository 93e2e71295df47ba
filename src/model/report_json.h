#ifndef TD_MODEL_REPORT_JSON_H
#define TD_MODEL_REPORT_JSON_H

/* One report as the JSON object that `tidings annotate` prints, and back. */

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "model/json.h"
#include "model/report.h"

typedef struct td_report_json_options {
    bool tokens; /* write the tokens too */
    /*
     * For each entity the identifier to write instead of "e1", "e2" ...; NULL
     * for those. As many as the report has entities.
     */
    const td_view *entity_ids;
    td_view origin; /* written as report.origin when present: the report its origin family is named after */
} td_report_json_options;

/* Write the object; offsets become code points. Nothing is owned. */
void td_report_write_json(td_json *json, const td_report *report, const td_report_json_options *options,
                          td_arena *scratch);

/*
 * Read what td_report_write_json() wrote (without entity_ids), offsets back to
 * bytes. Everything but the tokens comes back. TD_ERROR_INPUT names the field.
 */
int td_report_read_json(td_view json, td_arena *arena, td_report *report, td_error *error);

#endif
