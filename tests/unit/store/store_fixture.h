#ifndef TD_TESTS_STORE_FIXTURE_H
#define TD_TESTS_STORE_FIXTURE_H

/* A folder of its own for each test program, reports with readings, and records as text to compare. */

#include "base/arena.h"
#include "model/report.h"
#include "store/store.h"

/* A path in a fresh folder, from `arena`; no file is there. The folder goes when the program ends. */
const char *fixture_path(td_arena *arena, const char *name);
/* Open, or end the program with the message. */
td_store *fixture_open(const char *path, enum td_store_mode mode);
/* What is read from a report, as the pipeline would hand it over. */
td_view fixture_json(td_arena *arena, const td_report *report);
td_view fixture_outline(td_arena *arena, const td_report *report);
/* Put report number `number` with its reading, in no transaction of its own. */
td_report fixture_add(td_store *store, td_arena *arena, unsigned number);
/* The whole record of a store as JSON, spans in bytes. */
td_view fixture_export(td_store *store, td_arena *arena);
/* Put the small record of three reports, which must be there. */
void fixture_put_record(td_store *store, td_arena *arena);

#endif
