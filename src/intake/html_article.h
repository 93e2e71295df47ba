#ifndef TD_INTAKE_HTML_ARTICLE_H
#define TD_INTAKE_HTML_ARTICLE_H

/* The article of a page. */

#include "intake/html_tree.h"
#include "model/report.h"

/*
 * Set `report->text` to the page's headline (`report->title`, where known) and article, paragraphs parted by an empty
 * line, and mark headline and captions as boilerplate. An empty text where the page has none.
 */
void td_html_article(const td_html_tree *tree, td_arena *arena, td_report *report);

#endif
