#ifndef TD_TESTS_FULL_REPORT_H
#define TD_TESTS_FULL_REPORT_H

/* A report with something in every field, characters of one to four bytes in its text. */

#include "base/arena.h"
#include "model/report.h"

/* Memory from `arena`. `number` (from 0) varies text, source and title, so that reports differ. */
td_report full_report(td_arena *arena, unsigned number);
/* Where `words` stand in the report's text; the program ends when they do not. */
td_span span_of(const td_report *report, const char *words);

#endif
