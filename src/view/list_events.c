/*
 * The events of a store, each once however many reports tell it.
 * Input: the record. Output: a row each, by interval; then, where they are asked for, happenings told more than once.
 */

#include "view/listing.h"
#include "view/source.h"
#include "view/table.h"

static const td_column columns[] = {{.name = "EVENT"},
                                    {.name = "INTERVAL"},
                                    {.name = "TYPE"},
                                    {.name = "MODALITY"},
                                    {.name = "ORIGINS", .right = true},
                                    {.name = "TITLE", .shrink = true}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static bool told_by(const td_record_event *event, td_index report) {
    for (td_each(member, &event->members))
        if (member->report == report) return true;
    for (td_each(mention, &event->mentions))
        if (mention->report == report) return true;
    return false;
}

static bool is_wanted(const td_record_event *event, const td_view_request *request, const td_listing_filter *filter) {
    if (request->story != TD_NONE && event->story != request->story) return false;
    if (filter->type >= 0 && (int)event->type != filter->type) return false;
    return filter->report == TD_NONE || told_by(event, filter->report);
}

static void add_row(td_view_array *cells, const td_record_event *event, td_arena *arena) {
    const char *type = event->type == TD_EVENT_COUNT ? "-" : td_event_type_label(event->type);
    const char *modality = td_modality_label(event->modality);
    td_view row[COLUMN_COUNT] = {
        event->id,
        td_interval_text(event->interval, arena),
        event->mode.size ? td_arena_format(arena, "%s %.*s", type, TD_VIEW_ARGUMENTS(event->mode)) : td_view_of(type),
        event->negated ? td_arena_format(arena, "not %s", modality) : td_view_of(modality),
        td_arena_format(arena, "%u", event->origins),
        event->title,
    };
    for (int i = 0; i < COLUMN_COUNT; i++) *td_push(arena, cells) = row[i];
}

typedef struct listing {
    const td_view_source *source;
    const td_view_request *request;
    const td_listing_filter *filter;
    td_arena *arena;
    td_json json;
    td_span_converter converter;
    td_view_array cells;
    uint32_t rows;
} listing;

static void list_event(listing *work, const td_record_event *event) {
    if (work->request->most && work->rows == work->request->most) return;
    if (!is_wanted(event, work->request, work->filter)) return;
    work->rows++;
    if (work->request->format != TD_FORMAT_JSON) {
        add_row(&work->cells, event, work->arena);
        return;
    }
    td_record_event_write_json(&work->json, event, work->source->record, work->source->report_ids, work->converter);
    td_buffer_add_byte(work->json.out, '\n');
    work->json.comma = false;
}

int td_list_events(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                   td_arena *arena, td_buffer *out, td_error *error) {
    td_source_points points;
    listing work = {.source = source, .request = request, .filter = filter, .arena = arena};
    work.converter = td_source_converter(&points, source, arena);
    td_json_init(&work.json, out);
    for (td_each(event, &source->record->events)) list_event(&work, event);
    if (filter->happenings)
        for (td_each(happening, &source->record->happenings)) list_event(&work, happening);
    return td_table_write(columns, COLUMN_COUNT, work.cells.items, work.cells.count / COLUMN_COUNT, request->width,
                          arena, out, error);
}
