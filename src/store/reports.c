/*
 * Reports as they arrived.
 * Input: a report as intake left it. Output: its row, and the report again.
 */

#include "store/lists.h"

int td_store_unmark_resolved(td_store *store, td_error *error) {
    static const char sql[] = "UPDATE state SET value = 0 WHERE name = 'resolved' AND value <> 0";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    return status < 0 ? status : td_statement_run(&statement, error);
}

/* A day inferred from the text is derived: it does not endure. */
static bool published_endures(const td_publication *published) {
    return published->origin == TD_PUBLISHED_GIVEN || published->origin == TD_PUBLISHED_METADATA;
}

/* published_from, published_to, published_origin, published_evidence */
static void bind_published(td_statement *statement, const td_publication *published) {
    bool endures = published_endures(published);
    td_bind_interval(statement, endures ? published->interval : TD_INTERVAL_OPEN);
    td_bind_label(statement, endures ? td_publication_origin_label(published->origin) : NULL);
    td_json list = td_list_begin(statement->store);
    for (uint32_t at = 0; endures && at < published->evidence.count; at++) {
        const td_publication_evidence *evidence = &published->evidence.items[at];
        td_json_array_open(&list);
        td_list_span(&list, evidence->span);
        td_json_text(&list, evidence->says);
        td_json_array_close(&list);
    }
    td_list_bind(statement, &list);
}

static void bind_boilerplate(td_statement *statement, const td_report *report) {
    td_json list = td_list_begin(statement->store);
    for (td_each(part, &report->boilerplate)) {
        td_json_array_open(&list);
        td_list_span(&list, part->span);
        td_json_string(&list, td_boilerplate_kind_label(part->kind));
        td_json_array_close(&list);
    }
    td_list_bind(statement, &list);
}

static int insert_report(td_store *store, const td_report *report, td_error *error) {
    static const char sql[] =
        "INSERT INTO reports (id, source, digest, media_type, title, authors, outlet, agency, language, published_from,"
        " published_to, published_origin, published_evidence, boilerplate, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, report->id);
    td_bind_text(&statement, report->source);
    td_bind_text(&statement, report->digest);
    td_bind_text(&statement, report->media_type);
    td_bind_text(&statement, report->title);
    td_list_bind_texts(&statement, &report->authors);
    td_bind_text(&statement, report->outlet);
    td_bind_text(&statement, report->agency);
    td_bind_text(&statement, report->language);
    bind_published(&statement, &report->published);
    bind_boilerplate(&statement, report);
    td_bind_text(&statement, td_view_present(report->text) ? report->text : TD_VIEW(""));
    return td_statement_run(&statement, error);
}

/* A report that is there already: take over a publication that the caller gives anew. */
static int renew_published(td_store *store, const td_report *report, int64_t number, td_error *error) {
    static const char sql[] = "UPDATE reports SET published_from = ?, published_to = ?, published_origin = ?,"
                              " published_evidence = ? WHERE number = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    bind_published(&statement, &report->published);
    td_bind_integer(&statement, number);
    status = td_statement_run(&statement, error);
    if (status == 0) status = td_store_drop_reading(store, number, error);
    if (status == 0) status = td_store_unmark_resolved(store, error);
    return status;
}

int td_store_put_report(td_store *store, const td_report *report, td_error *error) {
    static const char sql[] = "SELECT number, published_from, published_to, published_origin FROM reports WHERE id = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, report->id);
    status = td_statement_step(&statement, error);
    if (status < 0) return status;
    if (status == TD_END) {
        status = insert_report(store, report, error);
        return status == 0 ? td_store_unmark_resolved(store, error) : status;
    }
    int64_t number = td_column_integer(&statement);
    td_interval interval = td_column_interval(&statement);
    enum td_publication_origin origin = TD_PUBLISHED_UNKNOWN;
    td_publication_origin_from_label(td_column_peek(&statement), &origin);
    td_statement_end(&statement);
    const td_publication *published = &report->published;
    bool same = origin == TD_PUBLISHED_GIVEN && interval.from == published->interval.from &&
                interval.to == published->interval.to;
    if (published->origin == TD_PUBLISHED_GIVEN && !same) status = renew_published(store, report, number, error);
    return status < 0 ? status : TD_PRESENT;
}

int td_store_has_report(td_store *store, td_view id, bool *present, td_error *error) {
    static const char sql[] = "SELECT 1 FROM reports WHERE id = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, id);
    status = td_statement_step(&statement, error);
    *present = status == 0;
    td_statement_end(&statement);
    return status < 0 ? status : 0;
}

int td_store_report_count(td_store *store, uint32_t *count, td_error *error) {
    static const char sql[] = "SELECT count(*) FROM reports";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status == 0) status = td_statement_step(&statement, error);
    if (status < 0) return status;
    *count = (uint32_t)td_column_integer(&statement);
    td_statement_end(&statement);
    return 0;
}

int td_store_report_ids(td_store *store, td_arena *arena, td_view_array *ids, td_error *error) {
    static const char sql[] = "SELECT id FROM reports ORDER BY id";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    while (status == 0 && (status = td_statement_step(&statement, error)) == 0)
        *td_push(arena, ids) = td_column_text(&statement, arena);
    return status == TD_END ? 0 : status;
}

static int load_published(td_statement *statement, td_arena *arena, td_publication *published, td_error *error) {
    const td_json_value *list;
    published->interval = td_column_interval(statement);
    td_publication_origin_from_label(td_column_peek(statement), &published->origin);
    int status = td_list_read(statement, arena, &list, error);
    for (const td_json_value *item = status == 0 ? list->first : NULL; item; item = item->next) {
        const td_json_value *cell = item->first;
        td_publication_evidence *evidence = td_push(arena, &published->evidence);
        evidence->span = td_take_span(&cell);
        evidence->says = td_take_text(&cell, arena);
    }
    return status;
}

static int load_boilerplate(td_statement *statement, td_arena *arena, td_report *report, td_error *error) {
    const td_json_value *list;
    int status = td_list_read(statement, arena, &list, error);
    for (const td_json_value *item = status == 0 ? list->first : NULL; item; item = item->next) {
        const td_json_value *cell = item->first;
        td_boilerplate *part = td_push(arena, &report->boilerplate);
        part->span = td_take_span(&cell);
        td_boilerplate_kind_from_label(td_take_label(&cell), &part->kind);
    }
    return status;
}

int td_store_load_report(td_store *store, td_view id, td_arena *arena, td_report *report, td_error *error) {
    static const char sql[] =
        "SELECT id, source, digest, media_type, title, authors, outlet, agency, language, published_from,"
        " published_to, published_origin, published_evidence, boilerplate, text FROM reports WHERE id = ?";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, id);
    status = td_statement_step(&statement, error);
    if (status != 0) return status == TD_END ? TD_ABSENT : status;
    *report = (td_report){0};
    report->id = td_column_text(&statement, arena);
    report->source = td_column_text(&statement, arena);
    report->digest = td_column_text(&statement, arena);
    report->media_type = td_column_text(&statement, arena);
    report->title = td_column_text(&statement, arena);
    status = td_list_read_texts(&statement, arena, arena, &report->authors, error);
    report->outlet = td_column_text(&statement, arena);
    report->agency = td_column_text(&statement, arena);
    report->language = td_column_text(&statement, arena);
    if (status == 0) status = load_published(&statement, arena, &report->published, error);
    if (status == 0) status = load_boilerplate(&statement, arena, report, error);
    if (status == 0) report->text = td_column_text(&statement, arena);
    td_statement_end(&statement);
    return status;
}
