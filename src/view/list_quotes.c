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

static uint32_t count_of(const td_report *report) {
    return report->quotes.count;
}

static td_span span_of(const td_report *report, uint32_t number) {
    return report->quotes.items[number].content;
}

static void fill_cells(const td_report *report, uint32_t number, td_arena *arena, td_view *cells) {
    const td_quote *quote = &report->quotes.items[number];
    *cells++ = td_arena_copy(arena, td_source_entity_name(report, quote->speaker));
    *cells++ = td_view_of(td_quote_kind_label(quote->kind));
    *cells++ = td_view_of(td_stance_label(quote->stance));
    *cells++ = td_passage_text(report->text, quote->content, arena);
}

static void write_fields(td_json *json, const td_report *report, uint32_t number) {
    const td_quote *quote = &report->quotes.items[number];
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
}

static const td_item_list quotes = {
    .columns = columns,
    .column_count = COLUMN_COUNT,
    .count = count_of,
    .span = span_of,
    .cells = fill_cells,
    .fields = write_fields,
};

int td_list_quotes(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                   td_arena *arena, td_buffer *out, td_error *error) {
    return td_list_items(&quotes, source, request, filter, arena, out, error);
}
