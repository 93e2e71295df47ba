/*
 * Stories on the page: the brief of each, then its timeline.
 * Input: the sections that brief and timeline make. Output: lines that open their passages.
 */

#include <string.h>

#include "view/page.h"

/* How the kinds of a brief's lines are called in the margin. */
static const char *const margin_names[][2] = {
    {"happened", "What happened"},
    {"forces", "Forces"},
    {"ceasefire", "Ceasefire"},
    {"talks", "Talks"},
    {"aid", "Aid"},
    {"toll", "Toll"},
    {"timetable", "Timetable"},
    {"disputed", "Disputed"},
    {"statement", "Statements"},
    {"extract", "In its words"},
};

static const char *margin_name(const char *kind) {
    for (size_t i = 0; i < sizeof margin_names / sizeof *margin_names; i++)
        if (strcmp(margin_names[i][0], kind) == 0) return margin_names[i][1];
    return kind;
}

static void write_id(td_page *page, td_view id) {
    if (!id.size) return;
    td_page_markup(page, " id=\"");
    td_page_text(page, id);
    td_page_markup(page, "\"");
}

static void write_line(td_page *page, const td_line *line) {
    td_page_markup(page, "<div class=\"line\">");
    if (line->evidence.count)
        td_page_link(page, line->evidence.items[0], line->text);
    else
        td_page_text(page, line->text);
    td_page_citations(page, line->evidence.items, line->evidence.count);
    td_page_markup(page, "</div>\n");
}

static void write_heading(td_page *page, const td_section *section) {
    td_page_markup(page, "<h3>");
    td_page_link(page, section->title_evidence, section->title);
    td_page_markup(page, "</h3>\n<p class=\"meta\">");
    if (td_interval_known(section->interval)) {
        td_page_text(page, td_interval_phrase(section->interval, page->arena));
        td_page_markup(page, " \xC2\xB7 ");
    }
    td_page_text(page, section->note);
    td_page_markup(page, " \xC2\xB7 <code>");
    td_page_text(page, section->id);
    td_page_markup(page, "</code></p>\n");
}

/* The lines of one kind stand together beside its name. */
static void write_brief(td_page *page, const td_section *section) {
    const char *kind = NULL;
    for (td_each(line, &section->lines)) {
        if (!kind || strcmp(kind, line->kind) != 0) {
            if (kind) td_page_markup(page, "</div></div>\n");
            td_page_markup(page, "<div class=\"part\"><h4>");
            td_page_text(page, td_view_of(margin_name(line->kind)));
            td_page_markup(page, "</h4><div>\n");
            kind = line->kind;
        }
        write_line(page, line);
    }
    if (kind) td_page_markup(page, "</div></div>\n");
}

void td_page_write_stories(td_page *page) {
    td_section_array sections = {0};
    td_brief_make(page->passages, page->request, &sections);
    td_page_markup(page, "<section id=\"brief\" aria-labelledby=\"brief-title\">\n<h2 id=\"brief-title\">Brief</h2>\n");
    if (!sections.count) td_page_markup(page, "<p class=\"none\">No story has been found yet.</p>\n");
    for (td_each(section, &sections)) {
        td_page_markup(page, "<article class=\"story\"");
        write_id(page, section->id);
        td_page_markup(page, ">\n");
        write_heading(page, section);
        write_brief(page, section);
        td_page_markup(page, "</article>\n");
    }
    td_page_markup(page, "</section>\n");
}

/* How an event stands, under the sentence that tells it. */
static void write_event(td_page *page, const td_line *line) {
    const td_record *record = page->passages->source->record;
    td_page_markup(page, "<div class=\"standing\"");
    write_id(page, line->id);
    td_page_markup(page, ">");
    if (line->event < record->events.count) {
        const td_record_event *event = &record->events.items[line->event];
        td_page_text(page, event->title);
        td_page_markup(page, " \xE2\x80\x94 <b>");
        td_page_text(page, td_modality_phrase(event->modality, event->negated, page->arena));
        td_page_markup(page, event->background ? "</b>, told as background \xC2\xB7 " : "</b> \xC2\xB7 ");
    }
    td_page_text(page, td_page_count(page, line->weight, "origin", "origins"));
    td_page_citations(page, line->evidence.items, line->evidence.count);
    td_page_markup(page, "</div>\n");
}

/* Does it tell of the same days in the same words as the line before it? */
static bool repeats(const td_section *section, uint32_t at) {
    const td_line *line = &section->lines.items[at], *before = line - 1;
    return at > 0 && line->interval.from == before->interval.from && line->interval.to == before->interval.to &&
           td_view_equal(line->text, before->text);
}

/* A sentence and the events that it tells; the first line behind them. */
static uint32_t write_entry(td_page *page, const td_section *section, uint32_t at) {
    const td_line *line = &section->lines.items[at];
    td_page_markup(page, "<li>");
    if (line->evidence.count)
        td_page_link(page, line->evidence.items[0], line->text);
    else
        td_page_text(page, line->text);
    td_page_markup(page, "\n");
    do write_event(page, &section->lines.items[at++]);
    while (at < section->lines.count && repeats(section, at));
    td_page_markup(page, "</li>\n");
    return at;
}

static void write_days(td_page *page, const td_section *section) {
    td_interval at = TD_INTERVAL_OPEN;
    bool open = false;
    td_page_markup(page, "<ol class=\"days\">\n");
    for (uint32_t next = 0; next < section->lines.count;) {
        const td_line *line = &section->lines.items[next];
        bool same = open && line->interval.from == at.from && line->interval.to == at.to;
        if (!same) {
            if (open) td_page_markup(page, "</ul></li>\n");
            td_page_markup(page, "<li class=\"part\"><h4>");
            td_page_text(page, td_interval_phrase(line->interval, page->arena));
            td_page_markup(page, "</h4><ul>\n");
            at = line->interval;
            open = true;
        }
        next = write_entry(page, section, next);
    }
    if (open) td_page_markup(page, "</ul></li>\n");
    td_page_markup(page, "</ol>\n");
}

void td_page_write_timeline(td_page *page) {
    td_section_array sections = {0};
    td_timeline_make(page->passages, page->request, &sections);
    td_page_markup(page, "<section id=\"timeline\" aria-labelledby=\"timeline-title\">\n"
                         "<h2 id=\"timeline-title\">Timeline</h2>\n");
    if (!sections.count) td_page_markup(page, "<p class=\"none\">No event has been found yet.</p>\n");
    for (td_each(section, &sections)) {
        td_page_markup(page, "<h3>");
        td_page_link(page, section->title_evidence, section->title);
        td_page_markup(page, "</h3>\n");
        write_days(page, section);
    }
    td_page_markup(page, "</section>\n");
}
