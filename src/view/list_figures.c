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

static uint32_t count_of(const td_report *report) {
    return report->figures.count;
}

static td_span span_of(const td_report *report, uint32_t number) {
    return report->figures.items[number].phrase;
}

static void fill_cells(const td_report *report, uint32_t number, td_arena *arena, td_view *cells) {
    const td_figure *figure = &report->figures.items[number];
    *cells++ = td_passage_text(report->text, figure->phrase, arena);
    *cells++ = quantity_text(figure->low, arena);
    *cells++ = quantity_text(figure->value, arena);
    *cells++ = quantity_text(figure->high, arena);
    *cells++ = td_arena_copy(arena, figure->unit);
    *cells++ = td_view_of(td_figure_category_label(figure->category));
    *cells++ = td_interval_text(figure->as_of, arena);
    *cells++ = td_arena_copy(arena, td_source_entity_name(report, figure->attribution));
}

static void write_quantity(td_json *json, const char *key, td_quantity quantity) {
    td_json_key(json, key);
    if (quantity.known)
        td_json_number(json, quantity.number);
    else
        td_json_null(json);
}

static void write_fields(td_json *json, const td_report *report, uint32_t number) {
    const td_figure *figure = &report->figures.items[number];
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
}

static const td_item_list figures = {
    .columns = columns,
    .column_count = COLUMN_COUNT,
    .count = count_of,
    .span = span_of,
    .cells = fill_cells,
    .fields = write_fields,
};

int td_list_figures(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                    td_arena *arena, td_buffer *out, td_error *error) {
    return td_list_items(&figures, source, request, filter, arena, out, error);
}
