/*
 * The reports of a store.
 * Input: record and reports. Output: a row each, in the order of the record: by first possible day.
 */

#include "view/listing.h"
#include "view/source.h"
#include "view/table.h"

static const td_column columns[] = {{.name = "REPORT"},
                                    {.name = "PUBLISHED"},
                                    {.name = "OUTLET", .shrink = true},
                                    {.name = "ORIGIN"},
                                    {.name = "TITLE", .shrink = true}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

/* The title, or where there is none the first words. */
static td_view title_of(const td_report *report, td_arena *arena) {
    if (td_view_present(report->title)) return report->title;
    for (td_each(sentence, &report->sentences))
        if (sentence->body) return td_passage_text(report->text, sentence->span, arena);
    return report->source;
}

static void write_json(td_json *json, const td_view_source *source, const td_report *report, td_view origin,
                       td_arena *arena) {
    td_json_object_open(json);
    td_json_key(json, "report");
    td_json_text(json, report->id);
    td_json_key(json, "source");
    td_json_text(json, report->source);
    td_json_key(json, "title");
    td_json_text(json, title_of(report, arena));
    td_json_key(json, "outlet");
    td_json_text(json, report->outlet);
    td_json_key(json, "agency");
    td_json_text(json, report->agency);
    td_json_key(json, "published");
    td_json_interval(json, report->published.interval);
    td_json_key(json, "origin");
    td_json_text(json, origin);
    td_json_key(json, "stories");
    td_json_array_open(json);
    for (td_each(story, &source->record->stories))
        for (td_each(member, &story->reports))
            if (td_view_equal(source->report_ids[*member], report->id)) td_json_text(json, story->id);
    td_json_array_close(json);
    td_json_object_close(json);
    td_buffer_add_byte(json->out, '\n');
    json->comma = false;
}

int td_list_reports(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                    td_arena *arena, td_buffer *out, td_error *error) {
    td_view_array cells = {0};
    td_json json;
    td_json_init(&json, out);
    uint32_t rows = 0;
    for (td_index at = 0; at < source->report_count && (!request->most || rows < request->most); at++) {
        if (!td_listing_wants(source, request, filter, at)) continue;
        const td_report *report = source->report(source->context, at);
        if (!report) return TD_ERROR_STORE;
        td_view origin = source->report_ids[source->record->origins.items[at]];
        rows++;
        if (request->format == TD_FORMAT_JSON) {
            write_json(&json, source, report, origin, arena);
            continue;
        }
        td_view row[COLUMN_COUNT] = {
            report->id, td_interval_text(report->published.interval, arena), td_arena_copy(arena, report->outlet),
            td_view_equal(origin, report->id) ? TD_VIEW("own") : origin, td_arena_copy(arena, title_of(report, arena))};
        row[0] = source->report_ids[at];
        for (int i = 0; i < COLUMN_COUNT; i++) *td_push(arena, &cells) = row[i];
    }
    return td_table_write(columns, COLUMN_COUNT, cells.items, cells.count / COLUMN_COUNT, request->width, arena, out,
                          error);
}
