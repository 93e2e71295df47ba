#ifndef TD_VIEW_LEDGER_COLUMNS_H
#define TD_VIEW_LEDGER_COLUMNS_H

/* The columns that each ledger is read by, for terminal and page alike. */

#include "model/record.h"

typedef struct td_ledger_column {
    const char *name;  /* as a reader sees it: "Force" */
    const char *field; /* of the entries; "figure": value, bounds and unit; "where": from, to or place */
} td_ledger_column;

typedef struct td_ledger_columns {
    const char *name;    /* "Forces" */
    const char *summary; /* what the ledger keeps, one sentence */
    const td_ledger_column *items;
    uint32_t count;
    bool standing; /* how far an entry has come matters here */
} td_ledger_columns;

const td_ledger_columns *td_ledger_columns_of(enum td_ledger_kind ledger);
/* What stands in a column of an entry, "" for nothing. Memory of the entry or of `arena`. */
td_view td_ledger_cell(const td_ledger_entry *entry, const td_ledger_column *column, td_arena *arena);

#endif
