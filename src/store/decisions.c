/*
 * What analysts decided.
 * Input: the enduring table. Output: its rows, in the order they were made.
 */

#include "store/statement.h"

int td_store_put_decision(td_store *store, const td_decision *decision, td_error *error) {
    static const char sql[] =
        "INSERT INTO decisions (kind, subject, detail, who, made_at, why) VALUES (?, ?, ?, ?, ?, ?)";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status < 0) return status;
    td_bind_text(&statement, decision->kind);
    td_bind_text(&statement, decision->subject);
    td_bind_text(&statement, decision->detail);
    td_bind_text(&statement, decision->who);
    td_bind_text(&statement, decision->made_at);
    td_bind_text(&statement, decision->why);
    status = td_statement_run(&statement, error);
    return status == 0 ? td_store_unmark_resolved(store, error) : status;
}

int td_store_load_decisions(td_store *store, td_arena *arena, td_decision_array *decisions, td_error *error) {
    static const char sql[] = "SELECT number, kind, subject, detail, who, made_at, why FROM decisions ORDER BY number";
    td_statement row;
    int status = td_statement_start(store, sql, &row, error);
    while (status == 0 && (status = td_statement_step(&row, error)) == 0) {
        td_decision *decision = td_push(arena, decisions);
        decision->number = td_column_integer(&row);
        decision->kind = td_column_text(&row, arena);
        decision->subject = td_column_text(&row, arena);
        decision->detail = td_column_text(&row, arena);
        decision->who = td_column_text(&row, arena);
        decision->made_at = td_column_text(&row, arena);
        decision->why = td_column_text(&row, arena);
    }
    return status == TD_END ? 0 : status;
}
