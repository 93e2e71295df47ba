#ifndef TD_MODEL_RECORD_JSON_H
#define TD_MODEL_RECORD_JSON_H

/* The parts of `tidings export json` after its reports, as the contract names them. */

#include "base/arena.h"
#include "model/json.h"
#include "model/record.h"

/* Spans of the record are bytes; this turns one into code points of its report's text. */
typedef struct td_span_converter {
    void *context;
    td_span (*to_points)(void *context, td_index report, td_span span);
} td_span_converter;

/* Writes "entities", "stories", "events", "copies", "mixed", "recycled", "conflicts", "ledgers", "decisions". */
void td_record_write_json(td_json *json, const td_record *record, const td_view *report_ids,
                          const td_decision_array *decisions, td_span_converter converter);
/* One entry of a ledger, as in "ledgers". */
void td_ledger_entry_write_json(td_json *json, const td_ledger_entry *entry, const td_record *record,
                                const td_view *report_ids, td_span_converter converter);
/* One event, as in "events". */
void td_record_event_write_json(td_json *json, const td_record_event *event, const td_record *record,
                                const td_view *report_ids, td_span_converter converter);
void td_story_write_json(td_json *json, const td_story *story, const td_view *report_ids);
void td_conflict_write_json(td_json *json, const td_conflict *conflict, const td_record *record,
                            const td_view *report_ids, td_span_converter converter);
void td_mixed_write_json(td_json *json, const td_mixed *mixed, const td_record *record, const td_view *report_ids,
                         td_span_converter converter);
void td_recycled_write_json(td_json *json, const td_recycled *recycled, const td_record *record,
                            const td_view *report_ids, td_span_converter converter);

#endif
