/* What every view needs of its source: offsets, intervals and passages as they are shown. */

#include "view/source.h"

#include "base/map.h"

static td_span to_points(void *context, td_index report, td_span span) {
    td_source_points *points = context;
    if (!td_span_present(span)) return span;
    if (points->at != report) {
        const td_report *text = points->source->report(points->source->context, report);
        if (!text) return TD_SPAN_NONE;
        points->at = report;
        /* A copy: the report may give way to another while its index is in use. */
        td_utf8_index_init(&points->index, points->arena, td_arena_copy(points->arena, text->text));
    }
    return (td_span){td_utf8_points_before(&points->index, span.start),
                     td_utf8_points_before(&points->index, span.end)};
}

td_span_converter td_source_converter(td_source_points *points, const td_view_source *source, td_arena *arena) {
    *points = (td_source_points){.source = source, .arena = arena, .at = TD_NONE};
    return (td_span_converter){.context = points, .to_points = to_points};
}

td_view td_source_entity_name(const td_report *report, td_index entity) {
    return entity < report->entities.count ? report->entities.items[entity].name : TD_VIEW_ABSENT;
}

uint32_t td_source_origins(const td_record *record, const td_index_array *reports, td_arena *arena) {
    td_map seen;
    td_map_init(&seen, arena);
    for (td_each(report, reports))
        td_map_put(&seen, *report < record->origins.count ? record->origins.items[*report] : *report, 1, NULL);
    return seen.count;
}

td_view td_interval_text(td_interval interval, td_arena *arena) {
    char from[11] = "", to[11] = "";
    if (!td_interval_known(interval)) return TD_VIEW("");
    if (interval.from != TD_DAY_UNKNOWN) td_day_format(interval.from, from);
    if (interval.to != TD_DAY_UNKNOWN) td_day_format(interval.to, to);
    return td_interval_exact(interval) ? td_arena_format(arena, "%s", from)
                                       : td_arena_format(arena, "%s..%s", from, to);
}

td_view td_passage_text(td_view text, td_span span, td_arena *arena) {
    td_view passage = td_view_trim(td_span_text(text, span));
    char *line = td_arena_alloc(arena, passage.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < passage.size; i++) {
        char byte = passage.bytes[i];
        bool space = byte == ' ' || (byte >= '\t' && byte <= '\r');
        if (space && size && line[size - 1] == ' ') continue;
        line[size++] = space ? ' ' : byte;
    }
    return (td_view){line, size};
}

/* The size of the control character (C0, DEL, C1 as UTF-8) at `at`; 0 where there is none. */
static size_t control_size(td_view words, size_t at) {
    unsigned char byte = (unsigned char)words.bytes[at];
    if (byte < ' ' || byte == 0x7F) return 1;
    bool c1 = byte == 0xC2 && at + 1 < words.size && (unsigned char)words.bytes[at + 1] < 0xA0;
    return c1 ? 2 : 0;
}

void td_source_print(td_buffer *out, td_view words) {
    size_t plain = 0;
    for (size_t at = 0; at < words.size; at++) {
        size_t size = control_size(words, at);
        if (size == 0) continue;
        td_buffer_add(out, td_view_slice(words, plain, at));
        td_buffer_add_string(out, "\xEF\xBF\xBD");
        plain = at + size;
        at = plain - 1;
    }
    td_buffer_add(out, td_view_slice(words, plain, words.size));
}
