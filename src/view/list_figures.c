/*
 * The figures of a store's reports.
 * Input: reports. Output: a row each, by report, then place in its text.
 */

#include "view/listing.h"
#include "view/source.h"
#include "view/table.h"

static const td_column columns[] = {{.name = "REPORT"},
                                    {.name = "FIGURE", .shrink = true},
                                    {.name = "LOW", .right = true},
                                    {.name = "VALUE", .right = true},
                                    {.name = "HIGH", .right = true},
                                    {.name = "UNIT"},
                                    {.name = "CATEGORY"},
                                    {.name = "AS OF"},
                                    {.name = "SAYS", .shrink = true}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static td_view quantity_text(td_quantity quantity, td_arena *arena) {
    return quantity.known ? td_arena_format(arena, "%.15g", quantity.number) : TD_VIEW("");
}

static void add_row(td_view_array *cells, const td_view *id, const td_report *report, const td_figure *figure,
                    td_arena *arena) {
    td_view row[COLUMN_COUNT] = {
        *id,
        td_passage_text(report->text, figure->phrase, arena),
        quantity_text(figure->low, arena),
        quantity_text(figure->value, arena),
        quantity_text(figure->high, arena),
        td_arena_copy(arena, figure->unit),
        td_view_of(td_figure_category_label(figure->category)),
        td_interval_text(figure->as_of, arena),
        td_arena_copy(arena, td_source_entity_name(report, figure->attribution)),
    };
    for (int i = 0; i < COLUMN_COUNT; i++) *td_push(arena, cells) = row[i];
}

static void write_quantity(td_json *json, const char *key, td_quantity quantity) {
    td_json_key(json, key);
    if (quantity.known)
        td_json_number(json, quantity.number);
    else
        td_json_null(json);
}

static void write_json(td_json *json, const td_report *report, const td_figure *figure, td_span span, td_arena *arena) {
    td_json_object_open(json);
    td_json_key(json, "report");
    td_json_text(json, report->id);
    td_json_key(json, "start");
    td_json_integer(json, span.start);
    td_json_key(json, "end");
    td_json_integer(json, span.end);
    td_json_key(json, "text");
    td_json_text(json, td_passage_text(report->text, figure->phrase, arena));
    write_quantity(json, "value", figure->value);
    write_quantity(json, "low", figure->low);
    write_quantity(json, "high", figure->high);
    td_json_key(json, "bound");
    td_json_string(json, td_bound_label(figure->bound));
    td_json_key(json, "unit");
    td_json_text(json, figure->unit);
    td_json_key(json, "counts");
    td_json_text(json, figure->counts);
    td_json_key(json, "category");
    td_json_string(json, td_figure_category_label(figure->category));
    td_json_key(json, "as_of");
    td_json_interval(json, figure->as_of);
    td_json_key(json, "place");
    td_json_text(json, td_source_entity_name(report, figure->place));
    td_json_key(json, "attribution");
    td_json_text(json, td_source_entity_name(report, figure->attribution));
    td_json_object_close(json);
    td_buffer_add_byte(json->out, '\n');
    json->comma = false;
}

int td_list_figures(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
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
        for (td_each(figure, &report->figures)) {
            if (request->most && rows++ == request->most) break;
            if (request->format == TD_FORMAT_JSON)
                write_json(&json, report, figure, converter.to_points(converter.context, at, figure->phrase), arena);
            else
                add_row(&cells, &source->report_ids[at], report, figure, arena);
        }
        if (request->most && rows >= request->most) break;
    }
    return td_table_write(columns, COLUMN_COUNT, cells.items, cells.count / COLUMN_COUNT, request->width, arena, out,
                          error);
}
