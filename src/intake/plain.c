/*
 * What plain text tells of itself.
 * Input: a report's text. Output: its boilerplate, and the title, authors, outlet, agency and language found in it.
 */

#include "intake/plain.h"

#include "intake/agencies.h"
#include "intake/bylines.h"
#include "intake/intake.h"
#include "intake/language.h"
#include "intake/paragraphs.h"

static void describe_by_lines(td_report *report, td_arena *arena) {
    for (uint32_t i = 0; i < report->boilerplate.count; i++) {
        td_view text = td_span_text(report->text, report->boilerplate.items[i].span);
        td_byline byline;
        switch (report->boilerplate.items[i].kind) {
        case TD_BOILERPLATE_HEADLINE:
            if (!td_view_present(report->title)) report->title = text;
            break;
        case TD_BOILERPLATE_BYLINE:
            if (!td_byline_read(text, arena, &byline)) break;
            if (report->authors.count == 0) report->authors = byline.authors;
            if (!td_view_present(report->outlet)) report->outlet = byline.outlet;
            if (!td_view_present(report->agency)) report->agency = byline.agency;
            break;
        default:
            break;
        }
    }
}

void td_plain_describe(td_report *report, td_arena *arena) {
    td_intake_mark_boilerplate(report, arena);
    describe_by_lines(report, arena);
    td_paragraph_array paragraphs = {0};
    td_paragraphs_cut(arena, report->text, &paragraphs);
    if (!td_view_present(report->agency)) report->agency = td_agency_find(&paragraphs);
    if (!td_view_present(report->language)) report->language = td_language_of_text(report->text);
}
