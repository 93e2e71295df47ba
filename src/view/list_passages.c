/*
 * Passages in their sentences.
 * Input: spans of reports. Output: for each its report and the sentences it lies in, the passage marked.
 */

#include "view/listing.h"
#include "view/source.h"

/* The sentences that the passage touches. */
static td_span surroundings(const td_report *report, td_span passage) {
    td_span around = passage;
    for (td_each(sentence, &report->sentences))
        if (td_span_overlaps(sentence->span, passage)) around = td_span_join(around, sentence->span);
    return around;
}

static void write_text(const td_report *report, td_view id, td_span passage, bool colour, td_arena *arena,
                       td_buffer *out) {
    td_span around = surroundings(report, passage);
    td_view before = td_passage_text(report->text, (td_span){around.start, passage.start}, arena);
    td_view marked = td_passage_text(report->text, passage, arena);
    td_view after = td_passage_text(report->text, (td_span){passage.end, around.end}, arena);
    td_view day = td_interval_text(report->published.interval, arena);
    td_buffer_format(out, "%.*s  %.*s  ", TD_VIEW_ARGUMENTS(id), TD_VIEW_ARGUMENTS(day));
    td_source_print(out, report->outlet);
    td_buffer_add_string(out, "\n    ");
    td_source_print(out, before);
    td_buffer_format(out, "%s%s", before.size ? " " : "", colour ? "\033[1m" : "");
    td_source_print(out, marked);
    td_buffer_format(out, "%s%s", colour ? "\033[0m" : "", after.size ? " " : "");
    td_source_print(out, after);
    td_buffer_add_byte(out, '\n');
}

static void write_json(td_json *json, const td_report *report, td_view id, td_span passage, td_span points,
                       td_arena *arena) {
    td_json_object_open(json);
    td_json_key(json, "report");
    td_json_text(json, id);
    td_json_key(json, "start");
    td_json_integer(json, points.start);
    td_json_key(json, "end");
    td_json_integer(json, points.end);
    td_json_key(json, "text");
    td_json_text(json, td_passage_text(report->text, passage, arena));
    td_json_object_close(json);
    td_buffer_add_byte(json->out, '\n');
    json->comma = false;
}

int td_list_passages(const td_view_source *source, const td_view_request *request, const td_evidence *passages,
                     uint32_t count, td_arena *arena, td_buffer *out, td_error *error) {
    (void)error;
    td_source_points points;
    td_span_converter converter = td_source_converter(&points, source, arena);
    td_json json;
    td_json_init(&json, out);
    for (uint32_t i = 0; i < count; i++) {
        const td_report *report = source->report(source->context, passages[i].report);
        if (!report) return TD_ERROR_STORE;
        td_view id = source->report_ids[passages[i].report];
        if (request->format == TD_FORMAT_JSON)
            write_json(&json, report, id, passages[i].span,
                       converter.to_points(converter.context, passages[i].report, passages[i].span), arena);
        else
            write_text(report, id, passages[i].span, request->colour, arena, out);
    }
    return 0;
}
