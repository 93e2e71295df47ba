#ifndef TD_VIEW_PAGE_H
#define TD_VIEW_PAGE_H

/*
 * The page, shared between the files that write its sections. Every passage that a line opens gets an anchor the first
 * time it is linked; the reports, written last, carry the anchors in their texts.
 */

#include "base/map.h"
#include "view/lines.h"

/* A passage that some line opens. */
typedef struct td_page_anchor {
    td_evidence evidence;
    td_view name;   /* "r0123456789abcdef-10-24": report and code points */
    bool in_pieces; /* its characters stand in several elements: paragraphs or crossing passages part them */
} td_page_anchor;
typedef TD_ARRAY(td_page_anchor) td_page_anchor_array;

typedef struct td_page {
    td_passages *passages;
    const td_view_request *request;
    td_arena *arena;
    td_buffer *out;
    td_map by_passage; /* hash of a passage, to its place in `anchors` */
    td_page_anchor_array anchors;
} td_page;

/* Text as HTML text or as the value of an attribute in double quotes. */
void td_page_text(td_page *page, td_view text);
/* Mark-up of our own, as it is. */
void td_page_markup(td_page *page, const char *markup);

/* The name of a passage's anchor, made when it is new. */
td_view td_page_anchor_name(td_page *page, td_evidence evidence);
/* A link that opens a passage. A passage that is nowhere leaves the text alone. */
void td_page_link(td_page *page, td_evidence evidence, td_view text);
/* Links to passages, each named by outlet and sentence; the many behind a fold. */
void td_page_citations(td_page *page, const td_evidence *evidence, uint32_t count);
/* The same as numbers, where there is little room. */
void td_page_numbers(td_page *page, const td_evidence *evidence, uint32_t count);
/* Is this what the request asks for? */
bool td_page_shows_story(const td_page *page, td_index story);
/* "1 report", "3 reports". */
td_view td_page_count(td_page *page, uint32_t count, const char *one, const char *many);

/* The sections, each written by the file of its name. */
void td_page_write_stories(td_page *page);
void td_page_write_timeline(td_page *page);
void td_page_write_ledgers(td_page *page);
void td_page_write_findings(td_page *page);
void td_page_write_reports(td_page *page);

#endif
