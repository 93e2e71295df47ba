/* What the lists share. Input: a source and how one kind of item is shown. Output: rows of a table, or JSON lines. */

#include "view/listing.h"
#include "view/source.h"

bool td_listing_wants(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                      td_index report) {
    if (filter->report != TD_NONE) return report == filter->report;
    if (request->story == TD_NONE) return true;
    const td_story *story = &source->record->stories.items[request->story];
    for (td_each(member, &story->reports))
        if (*member == report) return true;
    return false;
}

#define MOST_COLUMNS 12

static void write_item(const td_item_list *list, td_json *json, const td_report *report, uint32_t number, td_span points,
                       td_arena *arena) {
    td_json_object_open(json);
    td_json_key(json, "report");
    td_json_text(json, report->id);
    td_json_key(json, "start");
    td_json_integer(json, points.start);
    td_json_key(json, "end");
    td_json_integer(json, points.end);
    td_json_key(json, "text");
    td_json_text(json, td_passage_text(report->text, list->span(report, number), arena));
    list->fields(json, report, number);
    td_json_object_close(json);
    td_buffer_add_byte(json->out, '\n');
    json->comma = false;
}

static void add_row(const td_item_list *list, td_view_array *rows, td_view id, const td_report *report, uint32_t number,
                    td_arena *arena) {
    td_view cells[MOST_COLUMNS] = {id};
    list->cells(report, number, arena, cells + 1);
    for (int i = 0; i < list->column_count; i++) *td_push(arena, rows) = cells[i];
}

int td_list_items(const td_item_list *list, const td_view_source *source, const td_view_request *request,
                  const td_listing_filter *filter, td_arena *arena, td_buffer *out, td_error *error) {
    td_view_array rows = {0};
    td_source_points points;
    td_span_converter converter = td_source_converter(&points, source, arena);
    td_json json;
    td_json_init(&json, out);
    uint32_t left = request->most ? request->most : UINT32_MAX;
    for (td_index at = 0; at < source->report_count && left; at++) {
        if (!td_listing_wants(source, request, filter, at)) continue;
        const td_report *report = source->report(source->context, at);
        if (!report) return TD_ERROR_STORE;
        uint32_t count = list->count(report);
        for (uint32_t n = 0; n < count && left; n++, left--) {
            if (request->format == TD_FORMAT_JSON)
                write_item(list, &json, report, n, converter.to_points(converter.context, at, list->span(report, n)),
                           arena);
            else
                add_row(list, &rows, source->report_ids[at], report, n, arena);
        }
    }
    return td_table_write(list->columns, list->column_count, rows.items, rows.count / (uint32_t)list->column_count,
                          request->width, arena, out, error);
}
