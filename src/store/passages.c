/*
 * The rows for search.
 * Input: a report as read. Output: one row for its running text and one for
 * each statement, and their words in the full-text index, which keeps no text
 * of its own.
 */

#include "store/passages.h"

#include "store/statement.h"

typedef struct passage {
    int64_t number;
    td_span span;
    bool statement;
    td_view speaker;
} passage;

static int insert_row(td_store *store, int64_t report, const passage *row, td_error *error) {
    static const char sql[] = "INSERT INTO passages (number, report, statement, span_start, span_end, speaker)"
                              " VALUES (?, ?, ?, ?, ?, ?)";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_integer(&statement, row->number);
    td_bind_integer(&statement, report);
    td_bind_integer(&statement, row->statement);
    td_bind_integer(&statement, row->span.start);
    td_bind_integer(&statement, row->span.end);
    td_bind_text(&statement, row->speaker);
    return td_statement_run(&statement, error);
}

static int insert_words(td_store *store, td_view text, const passage *row, td_error *error) {
    static const char sql[] = "INSERT INTO search (rowid, words) VALUES (?, ?)";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_integer(&statement, row->number);
    td_bind_text(&statement, td_view_slice(text, row->span.start, row->span.end));
    return td_statement_run(&statement, error);
}

static int put(td_store *store, const td_report *report, int64_t number, const passage *row, td_error *error) {
    int status = insert_row(store, number, row, error);
    return status == 0 ? insert_words(store, report->text, row, error) : status;
}

int td_store_put_passages(td_store *store, const td_report *report, int64_t number, td_error *error) {
    passage row = {
        .number = number * TD_PASSAGES_EACH, .span = {0, (uint32_t)report->text.size}, .speaker = TD_VIEW_ABSENT};
    int status = put(store, report, number, &row, error);
    for (uint32_t at = 0; status == 0 && at < report->quotes.count && at + 1 < TD_PASSAGES_EACH; at++) {
        const td_quote *quote = &report->quotes.items[at];
        bool known = quote->speaker < report->entities.count;
        row = (passage){.number = number * TD_PASSAGES_EACH + 1 + at,
                        .span = quote->content,
                        .statement = true,
                        .speaker = known ? report->entities.items[quote->speaker].name : TD_VIEW_ABSENT};
        status = put(store, report, number, &row, error);
    }
    return status;
}

/* The index is told the words that it forgets, before the rows they come from go. */
int td_store_drop_passages(td_store *store, int64_t number, td_error *error) {
    static const char *const both[] = {
        "INSERT INTO search (search, rowid, words)"
        " SELECT 'delete', number, words FROM searchable WHERE number BETWEEN ? AND ?",
        "DELETE FROM passages WHERE number BETWEEN ? AND ?",
    };
    int status = 0;
    for (int k = 0; status == 0 && k < 2; k++) {
        td_statement statement;
        status = td_statement_start(store, both[k], &statement, error);
        if (status < 0) return status;
        td_bind_integer(&statement, number * TD_PASSAGES_EACH);
        td_bind_integer(&statement, number * TD_PASSAGES_EACH + TD_PASSAGES_EACH - 1);
        status = td_statement_run(&statement, error);
    }
    return status;
}
