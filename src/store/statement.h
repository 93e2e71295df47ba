#ifndef TD_STORE_STATEMENT_H
#define TD_STORE_STATEMENT_H

/*
 * A prepared statement, its parameters bound and its columns read in their
 * order. Statements stay prepared in the handle, so `sql` must be of static
 * life: the same text is prepared once.
 */

#include <stdbool.h>

#include "base/day.h"
#include "store/store_handle.h"

typedef struct td_statement {
    td_store *store;
    sqlite3_stmt *handle;
    int parameter; /* bound so far */
    int column;    /* read so far */
    int status;    /* SQLite's first refusal of a parameter */
} td_statement;

int td_statement_start(td_store *store, const char *sql, td_statement *statement, td_error *error);

/* Bind the next parameter. What is bound must stay until the statement ran. Absent and unknown become NULL. */
void td_bind_text(td_statement *statement, td_view text);
void td_bind_bytes(td_statement *statement, td_view bytes);
void td_bind_label(td_statement *statement, const char *label);
void td_bind_integer(td_statement *statement, int64_t number);
void td_bind_index(td_statement *statement, td_index index); /* NULL for TD_NONE */
void td_bind_key(td_statement *statement, uint64_t key);     /* NULL for 0 */
void td_bind_number(td_statement *statement, double number);
void td_bind_interval(td_statement *statement, td_interval interval); /* two parameters, YYYY-MM-DD */
void td_bind_copy(td_statement *statement, td_view text);             /* copied at once */

/* Run a statement that gives no row, and put it back to its start. */
int td_statement_run(td_statement *statement, td_error *error);
/* The next row: 0, TD_END with the statement put back, or an error. */
int td_statement_step(td_statement *statement, td_error *error);
/* Leave the rows that remain. */
void td_statement_end(td_statement *statement);

/* Read the next column of the row. Text and bytes are copied into `arena`. NULL becomes absent and unknown. */
td_view td_column_text(td_statement *statement, td_arena *arena);
/* The same, valid until the next step. */
td_view td_column_peek(td_statement *statement);
int64_t td_column_integer(td_statement *statement);
td_index td_column_index(td_statement *statement);
uint64_t td_column_key(td_statement *statement);
double td_column_number(td_statement *statement);
td_interval td_column_interval(td_statement *statement);

/*
 * A label of one of the closed lists into `target`; a label unknown to this
 * program (a hand in the store) leaves it as it is.
 */
#define TD_COLUMN_LABEL(statement, thing, target)                                         \
    do {                                                                                  \
        enum td_##thing kind_;                                                            \
        if (td_##thing##_from_label(td_column_peek(statement), &kind_)) (target) = kind_; \
    } while (0)

#endif
