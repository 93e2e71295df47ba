/*
 * What the sections of the page are written with.
 * Input: texts, passages. Output: escaped text, links, citations.
 */

#include "base/hash.h"
#include "view/page.h"

#define MOST_CITATIONS 5 /* in sight; the others fold */

static const char *entity_of(unsigned char byte) {
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default: /* HTML has no place for control characters; one stands for one, so that offsets stay */
        return (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F ? "\xEF\xBF\xBD" : NULL;
    }
}

void td_page_text(td_page *page, td_view text) {
    size_t plain = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char *entity = entity_of((unsigned char)text.bytes[i]);
        if (!entity) continue;
        td_buffer_add(page->out, td_view_slice(text, plain, i));
        /* a line's end of other systems is no character to see */
        if (text.bytes[i] != '\r') td_page_markup(page, entity);
        plain = i + 1;
    }
    td_buffer_add(page->out, td_view_slice(text, plain, text.size));
}

void td_page_markup(td_page *page, const char *markup) {
    td_buffer_add_string(page->out, markup);
}

static bool is_somewhere(const td_page *page, td_evidence evidence) {
    return evidence.report < page->passages->source->report_count && td_span_present(evidence.span) &&
           evidence.span.start <= evidence.span.end;
}

td_view td_page_anchor_name(td_page *page, td_evidence evidence) {
    uint64_t key = td_hash_mix(td_hash_mix(td_hash_mix(21, evidence.report), evidence.span.start), evidence.span.end);
    bool added = false;
    uint32_t at = *td_map_put(&page->by_passage, key, page->anchors.count, &added);
    if (!added) return page->anchors.items[at].name;
    td_span points = td_passages_points(page->passages, evidence);
    td_view id = page->passages->source->report_ids[evidence.report];
    td_page_anchor *anchor = td_push(page->arena, &page->anchors);
    anchor->evidence = evidence;
    anchor->name = td_arena_format(page->arena, "%.*s-%u-%u", TD_VIEW_ARGUMENTS(id), points.start, points.end);
    return anchor->name;
}

void td_page_link(td_page *page, td_evidence evidence, td_view text) {
    if (!is_somewhere(page, evidence)) {
        td_page_text(page, text);
        return;
    }
    td_page_markup(page, "<a href=\"#");
    td_page_text(page, td_page_anchor_name(page, evidence));
    td_page_markup(page, "\">");
    td_page_text(page, text);
    td_page_markup(page, "</a>");
}

typedef void citation_writer(td_page *page, td_evidence evidence, uint32_t number);

static void write_citation(td_page *page, td_evidence evidence, uint32_t number) {
    (void)number;
    td_page_markup(page, " ");
    td_page_link(page, evidence, td_passages_citation(page->passages, evidence));
}

static void write_number(td_page *page, td_evidence evidence, uint32_t number) {
    if (!is_somewhere(page, evidence)) return;
    td_page_markup(page, " <a href=\"#");
    td_page_text(page, td_page_anchor_name(page, evidence));
    td_buffer_format(page->out, "\">%u<span class=\"unseen\"> ", number);
    td_page_text(page, td_passages_citation(page->passages, evidence));
    td_page_markup(page, "</span></a>");
}

static void write_citations(td_page *page, const td_evidence *evidence, uint32_t count, citation_writer *write) {
    td_page_markup(page, "<div class=\"cites\">");
    uint32_t shown = count <= MOST_CITATIONS + 1 ? count : MOST_CITATIONS;
    for (uint32_t i = 0; i < shown; i++) write(page, evidence[i], i + 1);
    if (shown < count) {
        td_buffer_format(page->out, " <details><summary>%u more</summary>", count - shown);
        for (uint32_t i = shown; i < count; i++) write(page, evidence[i], i + 1);
        td_page_markup(page, "</details>");
    }
    td_page_markup(page, "</div>");
}

void td_page_citations(td_page *page, const td_evidence *evidence, uint32_t count) {
    write_citations(page, evidence, count, write_citation);
}

void td_page_numbers(td_page *page, const td_evidence *evidence, uint32_t count) {
    write_citations(page, evidence, count, write_number);
}

td_view td_page_count(td_page *page, uint32_t count, const char *one, const char *many) {
    return td_arena_format(page->arena, "%u %s", count, count == 1 ? one : many);
}

bool td_page_shows_story(const td_page *page, td_index story) {
    return page->request->story == TD_NONE || page->request->story == story;
}
