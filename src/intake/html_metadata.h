#ifndef TD_INTAKE_HTML_METADATA_H
#define TD_INTAKE_HTML_METADATA_H

/* What a page says of itself, outside its text. */

#include "intake/html_tree.h"
#include "model/report.h"

/*
 * Fill title, authors, outlet, agency, language and published from a page's head, linked data and marked-up bylines.
 * What the report has already stays.
 */
void td_html_describe(const td_html_tree *tree, td_arena *arena, td_report *report);

/* The encoding that a page names in its first bytes (HTML standard, section 13.2.3.2), or absent. */
td_view td_html_charset(td_view page);

#endif
