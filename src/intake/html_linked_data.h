#ifndef TD_INTAKE_HTML_LINKED_DATA_H
#define TD_INTAKE_HTML_LINKED_DATA_H

/* schema.org data in a page's JSON-LD scripts. */

#include "base/day.h"
#include "intake/html_tree.h"
#include "model/report.h"

typedef struct td_linked_data {
    td_view headline;
    td_view publisher;
    td_view language;
    td_view published; /* as written */
    td_view_array authors;
} td_linked_data;

/* The first article that the page's linked data describe; fields that none gives are absent. */
void td_html_linked_data(const td_html_tree *tree, td_arena *arena, td_linked_data *data);

#endif
