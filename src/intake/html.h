#ifndef TD_INTAKE_HTML_H
#define TD_INTAKE_HTML_H

/* HTML pages to reports. */

#include "base/arena.h"
#include "base/error.h"
#include "model/report.h"

/*
 * Fill text, boilerplate, title, authors, outlet, agency, language and published from a page; what the report has
 * already (given by the record that held the page) stays. TD_ERROR_INPUT where the page has no text, TD_ERROR_LIMIT
 * where it is too large; the message does not name the input.
 */
int td_html_read(td_view bytes, td_arena *arena, td_report *report, td_view *warning, td_error *error);

#endif
