/*
 * Bytes to reports.
 * Input: the bytes of a file and a cursor. Output: the next report in them, or why it is refused.
 */

#include "intake/intake.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "intake/decode.h"
#include "intake/html.h"
#include "intake/json_records.h"
#include "intake/media.h"
#include "intake/plain.h"

/* One report on its way. */
typedef struct td_arriving {
    const td_input *input;
    td_arena *arena;
    td_report *report;
    td_view *warning;
    td_error *error;
} td_arriving;

static int refuse_size(td_error *error, const char *what, size_t size) {
    return td_error_set(error, TD_ERROR_LIMIT,
                        "%s is %zu bytes long, more than the %u (%u MiB) that one report may have; split it into its "
                        "reports, or leave it out",
                        what, size, TD_INTAKE_TEXT_LIMIT, TD_INTAKE_TEXT_LIMIT >> 20);
}

static void set_digest(const td_arriving *arriving, td_view bytes) {
    char hex[33];
    td_digest(bytes, hex);
    arriving->report->digest = td_arena_copy(arriving->arena, td_view_of(hex));
}

static int check_text(const td_arriving *arriving) {
    td_view text = arriving->report->text;
    if (text.size > TD_INTAKE_TEXT_LIMIT) return refuse_size(arriving->error, "the text", text.size);
    if (td_view_trim(text).size == 0)
        return td_error_set(arriving->error, TD_ERROR_INPUT, "has no text; nothing to read");
    return TD_OK;
}

static int read_plain(const td_arriving *arriving, td_view bytes) {
    if (bytes.size > TD_INTAKE_TEXT_LIMIT) return refuse_size(arriving->error, "the text", bytes.size);
    td_view text = td_decode(arriving->arena, bytes, TD_VIEW_ABSENT, false, arriving->warning);
    arriving->report->text = text.bytes == arriving->input->bytes.bytes ? td_arena_copy(arriving->arena, text) : text;
    int status = check_text(arriving);
    if (status == TD_OK) td_plain_describe(arriving->report, arriving->arena);
    return status;
}

static int read_page(const td_arriving *arriving, td_view bytes) {
    int status = td_html_read(bytes, arriving->arena, arriving->report, arriving->warning, arriving->error);
    return status == TD_OK ? check_text(arriving) : status;
}

static int read_whole(const td_arriving *arriving, td_view bytes, td_media media) {
    set_digest(arriving, arriving->input->bytes);
    return media == TD_MEDIA_HTML ? read_page(arriving, bytes) : read_plain(arriving, bytes);
}

static int read_record(const td_arriving *arriving, td_view bytes, td_media media, td_intake_cursor *cursor) {
    td_view record;
    bool html = false;
    int status = td_json_record_cut(bytes, media, cursor, &record, arriving->error);
    if (status != TD_OK) return status;
    td_report *report = arriving->report;
    report->source = td_arena_format(arriving->arena, "%.*s:%u", TD_VIEW_ARGUMENTS(report->source), cursor->line);
    if (record.size > 2 * (size_t)TD_INTAKE_TEXT_LIMIT) {
        status = refuse_size(arriving->error, "the record", record.size);
    } else {
        set_digest(arriving, record);
        record = td_decode(arriving->arena, record, TD_VIEW_ABSENT, false, arriving->warning);
        status = td_json_record_read(record, arriving->arena, report, &html, arriving->error);
    }
    if (status == TD_OK && html)
        status = read_page(arriving, report->text);
    else if (status == TD_OK)
        status = check_text(arriving);
    if (status == TD_OK && !html) td_plain_describe(report, arriving->arena);
    if (status < 0)
        td_error_prefix(arriving->error, "%s %u", media == TD_MEDIA_JSON_LINES ? "line" : "record", cursor->line);
    return status;
}

static int read_first(const td_arriving *arriving, td_intake_cursor *cursor) {
    td_view bytes = td_decode_wide(arriving->arena, arriving->input->bytes);
    td_media media = TD_MEDIA_PLAIN;
    cursor->offset = arriving->input->bytes.size;
    cursor->line = 1;
    int status = td_media_find(arriving->input->name, bytes, &media, arriving->error);
    if (status < 0) return status;
    arriving->report->media_type = td_view_of(td_media_type(media));
    if (media == TD_MEDIA_PLAIN || media == TD_MEDIA_HTML) return read_whole(arriving, bytes, media);
    if (bytes.bytes != arriving->input->bytes.bytes)
        return td_error_set(arriving->error, TD_ERROR_INPUT,
                            "is JSON in UTF-16; convert it to UTF-8 first (iconv -t utf-8)");
    *cursor = (td_intake_cursor){.media = (int)media};
    return read_record(arriving, bytes, media, cursor);
}

int td_intake_next(const td_input *input, td_intake_cursor *cursor, td_arena *arena, td_report *report,
                   td_view *warning, td_error *error) {
    *warning = TD_VIEW_ABSENT;
    *report = (td_report){.published = {.interval = TD_INTERVAL_OPEN}};
    if (cursor->line > 0 && cursor->offset >= input->bytes.size) return TD_END;
    /* The name may be no UTF-8, but what is written of it must be. */
    report->source = td_utf8_repair(arena, input->name);
    td_arriving arriving = {input, arena, report, warning, error};
    int status;
    if (cursor->media < 0) {
        status = read_first(&arriving, cursor);
    } else {
        report->media_type = td_view_of(td_media_type((td_media)cursor->media));
        status = read_record(&arriving, input->bytes, (td_media)cursor->media, cursor);
    }
    if (status < 0) td_error_prefix(error, "%.*s", TD_VIEW_ARGUMENTS(input->name));
    if (status != TD_OK) return status;
    if (td_view_present(*warning))
        *warning = td_arena_format(arena, "%.*s: %.*s", TD_VIEW_ARGUMENTS(report->source), TD_VIEW_ARGUMENTS(*warning));
    td_report_identify(report, arena);
    return TD_OK;
}
