/*
 * The statements in a store's reports.
 * Input: reports. Output: a row each, by report, then place in its text.
 */

#include "view/listing.h"
#include "view/source.h"
#include "view/table.h"

static const td_column columns[] = {{.name = "REPORT"},
                                    {.name = "SPEAKER", .shrink = true},
                                    {.name = "KIND"},
                                    {.name = "STANCE"},
                                    {.name = "WORDS", .shrink = true}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void add_row(td_view_array *cells, td_view id, const td_report *report, const td_quote *quote, td_arena *arena) {
    td_view row[COLUMN_COUNT] = {
        id,
        td_arena_copy(arena, td_source_entity_name(report, quote->speaker)),
        td_view_of(td_quote_kind_label(quote->kind)),
        td_view_of(td_stance_label(quote->stance)),
        td_passage_text(report->text, quote->content, arena),
    };
    for (int i = 0; i < COLUMN_COUNT; i++) *td_push(arena, cells) = row[i];
}

static void write_json(td_json *json, const td_report *report, const td_quote *quote, td_span span, td_arena *arena) {
    td_json_object_open(json);
    td_json_key(json, "report");
    td_json_text(json, report->id);
    td_json_key(json, "start");
    td_json_integer(json, span.start);
    td_json_key(json, "end");
    td_json_integer(json, span.end);
    td_json_key(json, "text");
    td_json_text(json, td_passage_text(report->text, quote->content, arena));
    td_json_key(json, "kind");
    td_json_string(json, td_quote_kind_label(quote->kind));
    td_json_key(json, "stance");
    td_json_string(json, td_stance_label(quote->stance));
    td_json_key(json, "speaker");
    td_json_text(json, td_source_entity_name(report, quote->speaker));
    td_json_key(json, "addressee");
    td_json_text(json, td_source_entity_name(report, quote->addressee));
    td_json_key(json, "relay");
    td_json_text(json, quote->relay);
    td_json_object_close(json);
    td_buffer_add_byte(json->out, '\n');
    json->comma = false;
}

int td_list_quotes(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                   td_arena *arena, td_buffer *out, td_error *error) {
    td_view_array cells = {0};
    td_source_points points;
    td_span_converter converter = td_source_converter(&points, source, arena);
    td_json json;
    td_json_init(&json, out);
    uint32_t rows = 0;
    for (td_index at = 0; at < source->report_count; at++) {
        if (!td_listing_wants(source, request, filter, at)) continue;
        const td_report *report = source->report(source->context, at);
        if (!report) return TD_ERROR_STORE;
        for (td_each(quote, &report->quotes)) {
            if (request->most && rows++ == request->most) break;
            if (request->format == TD_FORMAT_JSON)
                write_json(&json, report, quote, converter.to_points(converter.context, at, quote->content), arena);
            else
                add_row(&cells, source->report_ids[at], report, quote, arena);
        }
        if (request->most && rows >= request->most) break;
    }
    return td_table_write(columns, COLUMN_COUNT, cells.items, cells.count / COLUMN_COUNT, request->width, arena, out,
                          error);
}
