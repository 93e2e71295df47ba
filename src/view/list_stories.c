/*
 * The stories of a store.
 * Input: the record. Output: a row each, by interval.
 */

#include "view/listing.h"
#include "view/source.h"
#include "view/table.h"

static const td_column columns[] = {{.name = "STORY"},
                                    {.name = "INTERVAL"},
                                    {.name = "REPORTS", .right = true},
                                    {.name = "ORIGINS", .right = true},
                                    {.name = "TITLE", .shrink = true}};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

int td_list_stories(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                    td_arena *arena, td_buffer *out, td_error *error) {
    (void)filter;
    const td_record *record = source->record;
    td_view_array cells = {0};
    td_json json;
    td_json_init(&json, out);
    uint32_t rows = 0;
    for (td_index at = 0; at < record->stories.count && (!request->most || rows < request->most); at++) {
        const td_story *story = &record->stories.items[at];
        if (request->story != TD_NONE && request->story != at) continue;
        rows++;
        if (request->format == TD_FORMAT_JSON) {
            td_story_write_json(&json, story, source->report_ids);
            td_buffer_add_byte(out, '\n');
            json.comma = false;
            continue;
        }
        td_view row[COLUMN_COUNT] = {
            story->id, td_interval_text(story->interval, arena), td_arena_format(arena, "%u", story->reports.count),
            td_arena_format(arena, "%u", td_source_origins(record, &story->reports, arena)), story->title};
        for (int i = 0; i < COLUMN_COUNT; i++) *td_push(arena, &cells) = row[i];
    }
    return td_table_write(columns, COLUMN_COUNT, cells.items, cells.count / COLUMN_COUNT, request->width, arena, out,
                          error);
}
