#ifndef TD_LEDGER_LEDGER_H
#define TD_LEDGER_LEDGER_H

/*
 * The seven ledgers an analyst keeps, each in a file of its own behind one
 * interface and one line in ledgers.c: forces, ceasefire, talks, aid, toll,
 * timetable, statements.
 * Input: sorted outlines and the resolved record. Output: record->ledgers.
 */

#include "base/arena.h"
#include "model/outline.h"
#include "model/record.h"

typedef struct td_ledger_input {
    const td_outline *outlines;
    uint32_t count;
    const td_record *record;
} td_ledger_input;

typedef struct td_ledger {
    enum td_ledger_kind kind;
    /* Append this ledger's entries, in any order; memory from `arena`. */
    void (*keep)(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries);
} td_ledger;

/* Keep every ledger: fills record->ledgers, sorted by ledger, interval and id. */
void td_ledgers_keep(const td_outline *outlines, uint32_t count, td_arena *arena, td_record *record);

#endif
