/*
 * Example JSON for the test of the schemas.
 * Input: "annotate" or "export". Output: a report with something in every field, or a whole record, on standard output.
 */

#include <stdio.h>

#include "full_report.h"
#include "model/record_json.h"
#include "model/report_json.h"
#include "small_record.h"

static td_span keep_span(void *context, td_index report, td_span span) {
    (void)context, (void)report;
    return span;
}

static void write_export(td_json *json, td_arena *arena) {
    td_record record = small_record(arena);
    td_decision_array decisions = {0};
    td_view ids[3];
    const td_view entity_ids[] = {record.entities.items[0].id, record.entities.items[1].id,
                                  record.entities.items[2].id};
    td_json_object_open(json);
    td_json_key(json, "reports");
    td_json_array_open(json);
    for (unsigned number = 0; number < 3; number++) {
        td_report report = full_report(arena, number);
        ids[number] = report.id;
        td_report_json_options options = {.entity_ids = entity_ids, .origin = report.id};
        td_report_write_json(json, &report, &options, arena);
    }
    td_json_array_close(json);
    td_record_write_json(json, &record, ids, &decisions, (td_span_converter){.to_points = keep_span});
    td_json_object_close(json);
}

int main(int count, char **arguments) {
    td_arena arena;
    td_buffer buffer;
    td_json json;
    td_arena_init(&arena, 1 << 24);
    td_buffer_init(&buffer, 1 << 20);
    td_json_init(&json, &buffer);
    if (count > 1 && strcmp(arguments[1], "export") == 0) {
        write_export(&json, &arena);
    } else {
        td_report report = full_report(&arena, 0);
        td_report_write_json(&json, &report, &(td_report_json_options){.tokens = true}, &arena);
    }
    td_buffer_add_byte(&buffer, '\n');
    fwrite(buffer.bytes, 1, buffer.size, stdout);
    int status = td_buffer_status(&buffer, NULL);
    td_buffer_release(&buffer);
    td_arena_release(&arena);
    return status < 0;
}
