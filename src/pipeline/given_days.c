/*
 * A folder's published.tsv.
 * Input: lines of `file`, tab, `YYYY-MM-DD` or `YYYY-MM-DD..YYYY-MM-DD`; empty
 * lines and lines that begin with # are passed over. Output: days by file.
 */

#include "pipeline/given_days.h"

#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"

static const td_view table_name = {"published.tsv", sizeof "published.tsv" - 1};

static td_view below_folder(const td_given_days *days, td_view path) {
    return td_view_starts_with(path, days->folder) ? td_view_slice(path, days->folder.size, path.size) : path;
}

static void read_line(td_given_days *days, td_arena *arena, td_view line, uint32_t number,
                      const td_listener *listener) {
    td_view rest = line, file, day;
    if (td_view_trim(line).size == 0 || line.bytes[0] == '#') return;
    td_interval interval;
    bool whole = td_view_split(&rest, '\t', &file) && td_view_split(&rest, '\t', &day);
    if (!whole || !td_interval_parse(td_view_trim(day), &interval)) {
        char message[512];
        snprintf(message, sizeof message,
                 "%.*spublished.tsv:%u: not a file, a tab and a day (YYYY-MM-DD) or interval (DAY..DAY); "
                 "the line is ignored",
                 TD_VIEW_ARGUMENTS(days->folder), number);
        if (listener->refused) listener->refused(listener->context, message);
        return;
    }
    *td_map_put(&days->by_name, td_hash(file), 0, NULL) = days->intervals.count;
    *td_push(arena, &days->intervals) = interval;
}

int td_given_days_read(td_given_days *days, td_arena *arena, const char *folder, td_buffer *bytes,
                       const td_listener *listener, td_error *error) {
    *days = (td_given_days){0};
    td_map_init(&days->by_name, arena);
    bool slash = td_view_ends_with(td_view_of(folder), TD_VIEW("/"));
    days->folder = td_arena_format(arena, "%s%s", folder, slash ? "" : "/");
    td_view path = td_arena_format(arena, "%.*spublished.tsv", TD_VIEW_ARGUMENTS(days->folder));
    if (td_path_kind_of(path.bytes) != TD_PATH_FILE) return 0;
    int status = td_file_read(path.bytes, bytes, error);
    if (status < 0) return status;

    td_view rest = td_buffer_view(bytes), line;
    for (uint32_t number = 1; td_view_split(&rest, '\n', &line); number++)
        read_line(days, arena, line, number, listener);
    return 0;
}

bool td_given_days_is_table(const td_given_days *days, td_view path) {
    return td_view_equal(below_folder(days, path), table_name);
}

td_interval td_given_days_find(const td_given_days *days, td_view path) {
    const uint32_t *found = td_map_get(&days->by_name, td_hash(below_folder(days, path)));
    return found ? days->intervals.items[*found] : TD_INTERVAL_OPEN;
}
