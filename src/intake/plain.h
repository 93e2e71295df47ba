#ifndef TD_INTAKE_PLAIN_H
#define TD_INTAKE_PLAIN_H

/* What plain text tells of itself. */

#include "base/arena.h"
#include "model/report.h"

/*
 * For a report whose text is set: mark boilerplate, and fill title, authors, outlet, agency and language where they
 * are not known yet.
 */
void td_plain_describe(td_report *report, td_arena *arena);

#endif
