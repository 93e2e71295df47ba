#ifndef TD_TESTS_INTAKE_SAMPLES_H
#define TD_TESTS_INTAKE_SAMPLES_H

/* Reading inputs written out in a test. */

#include "intake/intake.h"

/* One input that is being read, and what came of the last step. */
typedef struct td_sample {
    td_arena arena;
    td_input input;
    td_intake_cursor cursor;
    td_report report;
    td_view warning;
    td_error error;
} td_sample;

void td_sample_open(td_sample *sample, const char *name, td_view bytes);
/* Read the next report; what td_intake_next() returns. What came before is forgotten. */
int td_sample_next(td_sample *sample);
void td_sample_close(td_sample *sample);

/* The kind of the paragraph that begins with `text`, or "" when it is not marked, or "absent". */
const char *td_sample_kind(const td_report *report, const char *text);
/* True where the report's text without its boilerplate holds `words`. */
bool td_sample_tells(const td_report *report, const char *words);

#endif
