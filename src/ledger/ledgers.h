#ifndef TD_LEDGER_LEDGERS_H
#define TD_LEDGER_LEDGERS_H

/* The ledgers, for the table in ledgers.c. */

#include "ledger/ledger.h"

extern const td_ledger td_ledger_forces;
extern const td_ledger td_ledger_ceasefire;
extern const td_ledger td_ledger_talks;
extern const td_ledger td_ledger_aid;
extern const td_ledger td_ledger_toll;
extern const td_ledger td_ledger_timetable;
extern const td_ledger td_ledger_statements;

#endif
