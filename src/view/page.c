/*
 * The page: the whole record as one HTML file that asks for nothing beside it.
 * Input: record and reports. Output: brief, timeline, ledgers, findings, and the reports, in whose texts each line's
 * passage is marked. Links are plain fragments, so that the page works without its script.
 */

#include "view/page.h"

/* page.css and page.js, a string a line. */
static const char *const style[] = {
#include "page.css.inc"
};
static const char *const script[] = {
#include "page.js.inc"
};

static void write_lines(td_page *page, const char *const *lines, size_t count) {
    for (size_t i = 0; i < count; i++) td_page_markup(page, lines[i]);
}

static td_interval days_of(const td_page *page) {
    const td_record *record = page->passages->source->record;
    td_interval days = TD_INTERVAL_OPEN;
    for (td_index at = 0; at < record->stories.count; at++) {
        td_interval own = record->stories.items[at].interval;
        if (!td_page_shows_story(page, at) || own.from == TD_DAY_UNKNOWN || own.to == TD_DAY_UNKNOWN) continue;
        days = td_interval_known(days) ? td_interval_cover(days, own) : own;
    }
    return days;
}

/* "12 reports · 3 stories · 41 events · between ... and ..." */
static void write_summary(td_page *page) {
    const td_view_source *source = page->passages->source;
    uint32_t stories = 0, events = 0, reports = source->report_count;
    for (td_index at = 0; at < source->record->stories.count; at++) stories += td_page_shows_story(page, at);
    for (td_each(event, &source->record->events)) events += td_page_shows_story(page, event->story);
    if (page->request->story != TD_NONE) reports = source->record->stories.items[page->request->story].reports.count;
    td_page_markup(page, "<p class=\"meta\">");
    td_page_text(page, td_page_count(page, reports, "report", "reports"));
    td_page_markup(page, " \xC2\xB7 ");
    td_page_text(page, td_page_count(page, stories, "story", "stories"));
    td_page_markup(page, " \xC2\xB7 ");
    td_page_text(page, td_page_count(page, events, "event", "events"));
    td_interval days = days_of(page);
    if (td_interval_known(days)) {
        td_page_markup(page, " \xC2\xB7 ");
        td_page_text(page, td_interval_phrase(days, page->arena));
    }
    td_page_markup(page, "</p>\n");
}

static td_view title_of(const td_page *page) {
    td_index story = page->request->story;
    return story == TD_NONE ? TD_VIEW("Tidings") : page->passages->source->record->stories.items[story].title;
}

/* Passages in several elements light up as one: a rule each, for readers without the script. */
static void write_piece_rules(td_page *page) {
    for (td_each(anchor, &page->anchors)) {
        if (!anchor->in_pieces) continue;
        td_page_markup(page, "body:has(#");
        td_page_text(page, anchor->name);
        td_page_markup(page, ":target) .");
        td_page_text(page, anchor->name);
        td_page_markup(page, "{background:var(--lit)}\n");
    }
}

static void write_head(td_page *page) {
    td_page_markup(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                         "<meta name=\"color-scheme\" content=\"light dark\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                         "style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
                         "form-action 'none'\">\n<title>");
    td_page_text(page, title_of(page));
    td_page_markup(page, "</title>\n<style>\n");
    write_lines(page, style, sizeof style / sizeof *style);
    write_piece_rules(page);
    td_page_markup(page, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the brief</a>\n");
}

static void write_banner(td_page *page) {
    td_page_markup(page, "<header>\n<h1 dir=\"auto\">");
    td_page_text(page, title_of(page));
    td_page_markup(page, "</h1>\n");
    write_summary(page);
    td_page_markup(page, "<nav aria-label=\"Sections\"><ul>\n"
                         "<li><a href=\"#brief\">Brief</a></li>\n<li><a href=\"#timeline\">Timeline</a></li>\n"
                         "<li><a href=\"#ledgers\">Ledgers</a></li>\n<li><a href=\"#findings\">Findings</a></li>\n"
                         "<li><a href=\"#reports\">Reports</a></li>\n</ul></nav>\n</header>\n");
}

/* The parts that link first: only then is known what the reports must mark, and what the head must say of marks. */
static void write_body(td_page *page) {
    td_page_markup(page, "<main id=\"main\" tabindex=\"-1\">\n");
    td_page_write_stories(page);
    td_page_write_timeline(page);
    td_page_write_ledgers(page);
    td_page_write_findings(page);
    td_page_markup(page, "</main>\n<aside id=\"sources\" aria-label=\"Sources\">\n");
    td_page_write_reports(page);
    td_page_markup(page, "</aside>\n");
}

int td_view_page(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                 td_error *error) {
    td_passages passages;
    td_passages_init(&passages, source, arena);
    td_page page = {.passages = &passages, .request = request, .arena = arena, .out = out};
    td_map_init(&page.by_passage, arena);
    td_view before = td_arena_copy(arena, td_buffer_view(out));
    td_buffer_clear(out);
    write_body(&page);
    td_view body = td_arena_copy(arena, td_buffer_view(out));
    int status = td_buffer_status(out, error);
    if (status == 0) status = td_passages_status(&passages, error);
    if (status < 0) return status;
    td_buffer_clear(out);
    td_buffer_add(out, before);
    write_head(&page);
    write_banner(&page);
    td_buffer_add(out, body);
    td_page_markup(&page, "<script>\n");
    write_lines(&page, script, sizeof script / sizeof *script);
    td_page_markup(&page, "</script>\n</body>\n</html>\n");
    return td_buffer_status(out, error);
}
