/*
 * The reports on the page, whole, with every passage marked that some line opens.
 * Input: reports, the anchors that the other sections made. Output: paragraphs with marks. A mark's elements nest as
 * passages do; where two cross, or a passage spans paragraphs, it goes on in a second element of the same class.
 */

#include <stdlib.h>

#include "view/page.h"

#define MOST_NESTED 16 /* passages around one character that are marked; more keep an anchor */

/* One report's text as it is written. */
typedef struct td_marking {
    td_page *page;
    td_view text;
    td_page_anchor **anchors; /* of this report, by start, the longer first */
    uint32_t count, next;     /* the first that has not begun */
    td_page_anchor *open[MOST_NESTED];
    bool begun[MOST_NESTED]; /* this one's first element is written */
    uint32_t depth;
    uint32_t at; /* bytes written */
} td_marking;

static int by_place(const void *a, const void *b) {
    const td_page_anchor *left = *(td_page_anchor *const *)a, *right = *(td_page_anchor *const *)b;
    if (left->evidence.report != right->evidence.report) return left->evidence.report < right->evidence.report ? -1 : 1;
    td_span x = left->evidence.span, y = right->evidence.span;
    if (x.start != y.start) return x.start < y.start ? -1 : 1;
    return x.end > y.end ? -1 : x.end < y.end;
}

static void write_mark(td_marking *marking, uint32_t level) {
    td_page_anchor *anchor = marking->open[level];
    const char *attribute = "<mark id=\"";
    if (marking->begun[level]) {
        anchor->in_pieces = true;
        attribute = "<mark class=\"";
    }
    marking->begun[level] = true;
    td_page_markup(marking->page, attribute);
    td_page_text(marking->page, anchor->name);
    td_page_markup(marking->page, "\">");
}

static void close_marks(td_marking *marking, uint32_t from) {
    for (uint32_t level = marking->depth; level > from; level--) td_page_markup(marking->page, "</mark>");
}

/* Forget the marks that end by now. */
static void drop_ended(td_marking *marking) {
    uint32_t kept = 0;
    for (uint32_t level = 0; level < marking->depth; level++) {
        if (marking->open[level]->evidence.span.end <= marking->at) continue;
        marking->open[kept] = marking->open[level];
        marking->begun[kept++] = marking->begun[level];
    }
    marking->depth = kept;
}

/* End what ends here; what stands inside it closes with it and goes on. */
static void end_marks(td_marking *marking) {
    uint32_t lowest = 0;
    while (lowest < marking->depth && marking->open[lowest]->evidence.span.end > marking->at) lowest++;
    close_marks(marking, lowest);
    drop_ended(marking);
    for (uint32_t level = lowest; level < marking->depth; level++) write_mark(marking, level);
}

static void begin_marks(td_marking *marking) {
    while (marking->next < marking->count && marking->anchors[marking->next]->evidence.span.start <= marking->at) {
        td_page_anchor *anchor = marking->anchors[marking->next++];
        if (marking->depth == MOST_NESTED || anchor->evidence.span.end <= marking->at) {
            td_page_markup(marking->page, "<a id=\"");
            td_page_text(marking->page, anchor->name);
            td_page_markup(marking->page, "\"></a>");
            continue;
        }
        marking->open[marking->depth] = anchor;
        marking->begun[marking->depth] = false;
        write_mark(marking, marking->depth++);
    }
}

/* The next byte, up to `stop`, before which a mark begins or ends. */
static uint32_t next_border(const td_marking *marking, uint32_t stop) {
    if (marking->next < marking->count) {
        uint32_t start = marking->anchors[marking->next]->evidence.span.start;
        if (start < stop) stop = start;
    }
    for (uint32_t level = 0; level < marking->depth; level++)
        if (marking->open[level]->evidence.span.end < stop) stop = marking->open[level]->evidence.span.end;
    return stop;
}

static void write_paragraph(td_marking *marking, uint32_t end, const char *kind) {
    td_page_markup(marking->page, kind ? "<p class=\"aside\" dir=\"auto\">" : "<p dir=\"auto\">");
    uint32_t carried = marking->depth;
    for (uint32_t level = 0; level < carried; level++) write_mark(marking, level);
    while (marking->at < end) {
        begin_marks(marking);
        uint32_t border = next_border(marking, end);
        td_page_text(marking->page, td_view_slice(marking->text, marking->at, border));
        marking->at = border;
        end_marks(marking);
    }
    close_marks(marking, 0);
    td_page_markup(marking->page, "</p>\n");
}

static bool is_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/* The end of the paragraph at `start`: before the next empty line. */
static uint32_t paragraph_end(td_view text, uint32_t start) {
    uint32_t end = start; /* behind the last byte that is no white space */
    uint32_t lines = 0;
    for (uint32_t i = start; i < text.size; i++) {
        if (!is_space(text.bytes[i])) {
            end = i + 1;
            lines = 0;
        } else if (text.bytes[i] == '\n' && ++lines == 2) {
            break;
        }
    }
    return end;
}

static const char *aside_kind(const td_cited_report *report, uint32_t at, uint32_t *next) {
    while (*next < report->boilerplate.count && report->boilerplate.items[*next].span.end <= at) (*next)++;
    bool inside = *next < report->boilerplate.count && report->boilerplate.items[*next].span.start <= at;
    return inside ? td_boilerplate_kind_label(report->boilerplate.items[*next].kind) : NULL;
}

static void write_text(td_marking *marking, const td_cited_report *report) {
    uint32_t aside = 0, size = (uint32_t)report->text.size;
    td_page_markup(marking->page, "<div class=\"text\">\n");
    for (;;) {
        while (marking->at < size && is_space(report->text.bytes[marking->at])) marking->at++;
        if (marking->at == size) break;
        drop_ended(marking); /* in the white space between */
        write_paragraph(marking, paragraph_end(report->text, marking->at), aside_kind(report, marking->at, &aside));
    }
    marking->depth = 0;
    begin_marks(marking); /* what stands behind the last character */
    td_page_markup(marking->page, "</div>\n");
}

static void write_name(td_page *page, td_view name) {
    if (!name.size) return;
    td_page_text(page, name);
    td_page_markup(page, " \xC2\xB7 ");
}

static void write_meta(td_page *page, td_index at, const td_cited_report *report) {
    td_page_markup(page, "<p class=\"meta\">");
    write_name(page, report->outlet);
    write_name(page, report->agency);
    td_page_text(page, td_interval_known(report->published) ? td_interval_phrase(report->published, page->arena)
                                                            : TD_VIEW("day of publication unknown"));
    td_page_markup(page, " \xC2\xB7 ");
    td_page_text(page, report->source);
    td_page_markup(page, " \xC2\xB7 <code>");
    td_page_text(page, page->passages->source->report_ids[at]);
    td_page_markup(page, "</code></p>\n");
}

static void write_report(td_page *page, td_index at, td_page_anchor **anchors, uint32_t count) {
    const td_cited_report *report = td_passages_report(page->passages, at);
    td_marking marking = {.page = page, .text = report->text, .anchors = anchors, .count = count};
    td_page_markup(page, "<article class=\"report\" id=\"");
    td_page_text(page, page->passages->source->report_ids[at]);
    if (report->language.size) {
        td_page_markup(page, "\" lang=\"");
        td_page_text(page, report->language);
    }
    td_page_markup(page, "\">\n<h3 dir=\"auto\">");
    td_page_text(page, report->title.size ? report->title : report->label);
    td_page_markup(page, "</h3>\n");
    write_meta(page, at, report);
    write_text(&marking, report);
    td_page_markup(page, "</article>\n");
}

/* Those of the story asked for, and those that some line cites. */
static bool *wanted_reports(const td_page *page) {
    const td_view_source *source = page->passages->source;
    bool *wanted = TD_NEW_ARRAY(page->arena, source->report_count, bool);
    td_index story = page->request->story;
    for (uint32_t at = 0; at < source->report_count; at++) wanted[at] = story == TD_NONE;
    if (story != TD_NONE)
        for (td_each(report, &source->record->stories.items[story].reports)) wanted[*report] = true;
    for (td_each(anchor, &page->anchors)) wanted[anchor->evidence.report] = true;
    return wanted;
}

void td_page_write_reports(td_page *page) {
    uint32_t count = page->anchors.count, next = 0;
    td_page_anchor **sorted = TD_NEW_ARRAY(page->arena, count, td_page_anchor *);
    for (uint32_t i = 0; i < count; i++) sorted[i] = &page->anchors.items[i];
    if (count) qsort(sorted, count, sizeof *sorted, by_place);
    const bool *wanted = wanted_reports(page);
    td_page_markup(page, "<section id=\"reports\" aria-labelledby=\"reports-title\" tabindex=\"-1\">\n"
                         "<h2 id=\"reports-title\">Reports</h2>\n");
    for (td_index at = 0; at < page->passages->source->report_count; at++) {
        uint32_t first = next;
        while (next < count && sorted[next]->evidence.report == at) next++;
        if (wanted[at]) write_report(page, at, sorted + first, next - first);
    }
    td_page_markup(page, "</section>\n");
}
