/*
 * Findings on the page: mixed reports, recycled statements, conflicts, copies.
 * Input: what the comparison of reports found. Output: each finding with its passages side by side.
 */

#include "view/page.h"
#include "view/source.h"

#define EXTRACT_BYTES 600

static bool shows_report(const td_page *page, td_index report) {
    td_index story = page->request->story;
    if (story == TD_NONE) return true;
    for (td_each(own, &page->passages->source->record->stories.items[story].reports))
        if (*own == report) return true;
    return false;
}

/* Paragraphs are what a finding is written in: some of our words, some of the record's. */
static void write_words(td_page *page, const char *before, td_view text, const char *after) {
    td_page_markup(page, before);
    td_page_text(page, text);
    td_page_markup(page, after);
}

static void write_plain(td_page *page, const td_cited_report *report, td_span span) {
    td_page_text(page, td_passage_text(report->text, span, page->arena));
}

/* The passage in the sentences that it stands in, where these are not too long. */
static void write_extract(td_page *page, td_evidence evidence, const td_cited_report *report) {
    td_span span = evidence.span, around = td_passages_sentence(page->passages, evidence);
    bool whole = span.start == around.start && span.end + 1 >= around.end;
    if (whole || around.end - around.start > EXTRACT_BYTES) {
        td_page_link(page, evidence, td_passages_text(page->passages, evidence, EXTRACT_BYTES));
        return;
    }
    write_words(page, "<a href=\"#", td_page_anchor_name(page, evidence), "\">");
    write_plain(page, report, (td_span){around.start, span.start});
    bool parted = span.start > around.start && report->text.bytes[span.start - 1] == ' ';
    td_page_markup(page, parted ? " <strong>" : "<strong>");
    write_plain(page, report, span);
    parted = span.end < around.end && report->text.bytes[span.end] == ' ';
    td_page_markup(page, parted ? "</strong> " : "</strong>");
    write_plain(page, report, (td_span){span.end, around.end});
    td_page_markup(page, "</a>");
}

/* A passage as a quotation, under it who has it. */
static void write_passage(td_page *page, td_evidence evidence) {
    const td_cited_report *report = td_passages_report(page->passages, evidence.report);
    if (!report->read || !td_span_present(evidence.span)) return;
    td_page_markup(page, "<blockquote dir=\"auto\">");
    write_extract(page, evidence, report);
    write_words(page, "</blockquote>\n<p class=\"meta\">", report->label, " \xC2\xB7 ");
    td_page_text(page, td_interval_known(report->published) ? td_interval_phrase(report->published, page->arena)
                                                            : TD_VIEW("undated"));
    uint32_t sentence = td_passages_sentence_number(page->passages, evidence);
    if (sentence) td_buffer_format(page->out, " \xC2\xB7 sentence %u", sentence);
    td_page_markup(page, "</p>\n");
}

static void write_report_link(td_page *page, td_index at) {
    const td_cited_report *report = td_passages_report(page->passages, at);
    write_words(page, "<a href=\"#", page->passages->source->report_ids[at], "\">");
    write_words(page, "", report->label, "");
    if (report->title.size) write_words(page, ", \xE2\x80\x9C", report->title, "\xE2\x80\x9D");
    td_page_markup(page, "</a>");
}

static td_view story_title(const td_page *page, td_index story) {
    const td_record *record = page->passages->source->record;
    return story < record->stories.count ? record->stories.items[story].title : TD_VIEW("another story");
}

static td_view speaker_name(const td_page *page, uint64_t key) {
    const td_store_entity *entity = key ? td_record_entity(page->passages->source->record, key) : NULL;
    return entity ? entity->name : TD_VIEW_ABSENT;
}

static void write_title(td_page *page, const char *id, const char *title, uint32_t count) {
    td_buffer_format(page->out, "<h3 id=\"%s\">%s</h3>\n", id, title);
    if (count == 0) td_page_markup(page, "<p class=\"none\">None found.</p>\n");
}

static void write_mixed(td_page *page) {
    TD_ARRAY(const td_mixed *) wanted = {0};
    for (td_each(mixed, &page->passages->source->record->mixed))
        if (shows_report(page, mixed->report)) *td_push(page->arena, &wanted) = mixed;
    write_title(page, "mixed", "Mixed reports", wanted.count);
    for (td_each(found, &wanted)) {
        const td_mixed *mixed = *found;
        td_page_markup(page, "<article class=\"finding\"><h4>");
        write_report_link(page, mixed->report);
        td_view own = mixed->stories.count ? story_title(page, mixed->stories.items[0]) : TD_VIEW("its own story");
        write_words(page, "</h4>\n<p>Tells of \xE2\x80\x9C", own, "\xE2\x80\x9D. ");
        td_page_text(page, td_page_count(page, mixed->sentences.count, "sentence belongs", "sentences belong"));
        td_buffer_format(page->out, " elsewhere (confidence %.2f).</p>\n", mixed->confidence);
        for (td_each(sentence, &mixed->sentences)) {
            td_page_markup(page, "<div class=\"claim\">");
            write_passage(page, (td_evidence){mixed->report, sentence->span});
            write_words(page, "<p>Belongs to \xE2\x80\x9C", story_title(page, sentence->story), "\xE2\x80\x9D: ");
            write_words(page, "", sentence->why, "</p></div>\n");
        }
        td_page_markup(page, "</article>\n");
    }
}

static void write_side(td_page *page, td_evidence evidence, const char *before, td_view text) {
    td_page_markup(page, "<div class=\"claim\">");
    write_words(page, before, text, "</h5>\n");
    write_passage(page, evidence);
    td_page_markup(page, "</div>\n");
}

static void write_recycled(td_page *page) {
    TD_ARRAY(const td_recycled *) wanted = {0};
    for (td_each(recycled, &page->passages->source->record->recycled))
        if (shows_report(page, recycled->here.report)) *td_push(page->arena, &wanted) = recycled;
    write_title(page, "recycled", "Recycled statements", wanted.count);
    for (td_each(found, &wanted)) {
        const td_recycled *recycled = *found;
        td_view speaker = speaker_name(page, recycled->speaker);
        td_page_markup(page, "<article class=\"finding\">");
        write_words(page, "<h4>", speaker.size ? speaker : TD_VIEW("Speaker not named"),
                    "</h4>\n<div class=\"sides\">\n");
        write_side(page, recycled->here, "<h5>Given as of ", td_interval_phrase(recycled->claimed, page->arena));
        write_side(page, recycled->first, "<h5>First carried, said ",
                   td_interval_phrase(recycled->actual, page->arena));
        td_page_markup(page, "</div></article>\n");
    }
}

static bool shows_conflict(const td_page *page, const td_conflict *conflict) {
    const td_record *record = page->passages->source->record;
    if (page->request->story == TD_NONE) return true;
    if (conflict->event < record->events.count)
        return record->events.items[conflict->event].story == page->request->story;
    for (td_each(claim, &conflict->claims))
        if (shows_report(page, claim->evidence.report)) return true;
    return false;
}

/* Where accounts differ over how a thing stands, the value is a modality's label. */
static td_view claimed_value(td_page *page, td_view value) {
    enum td_modality modality;
    return td_modality_from_label(value, &modality) ? td_modality_phrase(modality, false, page->arena) : value;
}

static void write_claim(td_page *page, const td_claim *claim) {
    td_view source = speaker_name(page, claim->attribution);
    td_page_markup(page, "<div class=\"claim\">");
    write_words(page, "<h5>", claimed_value(page, claim->value), "</h5>\n");
    if (source.size) write_words(page, "<p class=\"meta\">according to ", source, "</p>\n");
    write_passage(page, claim->evidence);
    td_page_markup(page, "</div>\n");
}

static void write_conflicts(td_page *page, bool compatible) {
    TD_ARRAY(const td_conflict *) wanted = {0};
    for (td_each(conflict, &page->passages->source->record->conflicts))
        if (conflict->compatible == compatible && shows_conflict(page, conflict))
            *td_push(page->arena, &wanted) = conflict;
    if (compatible)
        write_title(page, "compatible", "Different, yet both can hold", wanted.count);
    else
        write_title(page, "conflicts", "Contradictions", wanted.count);
    for (td_each(found, &wanted)) {
        const td_conflict *conflict = *found;
        write_words(page, "<article class=\"finding\" id=\"", conflict->id, "\">");
        write_words(page, "<h4>", conflict->about, "");
        td_buffer_format(page->out, " <span class=\"standing\">%s</span></h4>\n<div class=\"sides\">\n",
                         td_conflict_kind_label(conflict->kind));
        for (td_each(claim, &conflict->claims)) write_claim(page, claim);
        td_page_markup(page, "</div></article>\n");
    }
}

static void write_copies(td_page *page) {
    static const char *const words[TD_COPY_COUNT] = {
        [TD_COPY_IDENTICAL] = " is the same text as ",
        [TD_COPY_REVISED] = " is a revision of ",
        [TD_COPY_EXCERPT] = " is an excerpt of ",
        [TD_COPY_SHARED_PASSAGE] = " shares a passage with ",
    };
    TD_ARRAY(const td_copy *) wanted = {0};
    for (td_each(copy, &page->passages->source->record->copies))
        if (shows_report(page, copy->a.report) || shows_report(page, copy->b.report))
            *td_push(page->arena, &wanted) = copy;
    write_title(page, "copies", "Copies", wanted.count);
    for (td_each(found, &wanted)) {
        const td_copy *copy = *found;
        const td_evidence both[] = {copy->b, copy->a};
        td_page_markup(page, "<div class=\"line\">");
        write_report_link(page, copy->b.report);
        td_page_markup(page, words[copy->kind]);
        write_report_link(page, copy->a.report);
        td_page_markup(page, ".");
        td_page_citations(page, both, 2);
        td_page_markup(page, "</div>\n");
    }
}

void td_page_write_findings(td_page *page) {
    td_page_markup(page, "<section id=\"findings\" aria-labelledby=\"findings-title\">\n"
                         "<h2 id=\"findings-title\">Findings</h2>\n");
    write_mixed(page);
    write_recycled(page);
    write_conflicts(page, false);
    write_conflicts(page, true);
    write_copies(page);
    td_page_markup(page, "</section>\n");
}
