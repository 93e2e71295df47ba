/*
 * Reading marked texts.
 * Input: a file of JSON objects, one a line. Output: each object, its report, and its spans in bytes.
 */

#include "records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#define LARGEST_SET ((size_t)64 << 20)

_Noreturn void td_training_stop(const char *what, const char *which) {
    fprintf(stderr, "train: %s %s\n", what, which);
    exit(1);
}

void td_records_each(const char *path, void (*take)(void *context, const cJSON *record, uint32_t number),
                     void *context) {
    td_buffer buffer;
    td_buffer_init(&buffer, LARGEST_SET);
    td_error error = TD_ERROR_INIT;
    if (td_file_read(path, &buffer, &error) < 0) td_training_stop("cannot read a set:", error.message);
    td_view rest = td_buffer_view(&buffer), line = TD_VIEW_ABSENT;
    for (uint32_t number = 0; td_view_split(&rest, '\n', &line); number++) {
        if (line.size == 0) continue;
        cJSON *record = cJSON_ParseWithLength(line.bytes, line.size);
        if (!record) td_training_stop("a line is no JSON in", path);
        take(context, record, number);
        cJSON_Delete(record);
    }
    td_buffer_release(&buffer);
}

td_report *td_record_report(const cJSON *record, td_text *text, td_arena *arena) {
    const char *words = cJSON_GetStringValue(cJSON_GetObjectItem(record, "text"));
    if (!words) td_training_stop("a record has no", "text");
    td_report *report = TD_NEW(arena, td_report);
    memset(report, 0, sizeof *report);
    report->text = td_arena_copy(arena, td_view_of(words));
    td_error error = TD_ERROR_INIT;
    if (td_text_read(text, report, arena, &error) < 0) td_training_stop("cannot read a text:", error.message);
    return report;
}

td_code_points td_code_points_of(td_view text, td_arena *arena) {
    td_code_points points = {TD_NEW_ARRAY(arena, text.size + 1, uint32_t), 0};
    for (size_t i = 0; i < text.size; i++)
        if (((unsigned char)text.bytes[i] & 0xC0) != 0x80) points.offsets[points.count++] = (uint32_t)i;
    points.offsets[points.count] = (uint32_t)text.size;
    return points;
}

td_span td_record_span(const td_code_points *points, const cJSON *object) {
    const cJSON *start = cJSON_GetObjectItem(object, "start"), *end = cJSON_GetObjectItem(object, "end");
    bool numbers = cJSON_IsNumber(start) && cJSON_IsNumber(end);
    if (!numbers || start->valueint < 0 || end->valueint < start->valueint || (uint32_t)end->valueint > points->count)
        td_training_stop("a mark is out of its", "text");
    return (td_span){points->offsets[start->valueint], points->offsets[end->valueint]};
}
