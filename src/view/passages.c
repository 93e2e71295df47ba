/*
 * Reports as views cite them.
 * Input: a source and positions in it. Output: texts, sentences, offsets in code points, citations.
 */

#include "view/passages.h"

#include "base/file.h"
#include "view/source.h"

void td_passages_init(td_passages *passages, const td_view_source *source, td_arena *arena) {
    *passages = (td_passages){.source = source, .arena = arena};
    passages->reports = TD_NEW_ARRAY(arena, source->report_count, td_cited_report);
}

/* Who speaks, else which file: "mail/004-storm.txt" is "004-storm". */
static td_view label_of(const td_cited_report *report, td_view id) {
    if (report->outlet.size) return report->outlet;
    if (report->agency.size) return report->agency;
    td_view name = td_path_base_name(report->source);
    size_t dot = name.size;
    while (dot > 0 && name.bytes[dot - 1] != '.') dot--;
    td_view stem = dot > 1 ? td_view_slice(name, 0, dot - 1) : name;
    return stem.size ? stem : id;
}

/* The single days that sentences of the body name; both lists are in text order. */
static void copy_days(const td_report *report, td_arena *arena, td_cited_report *copy) {
    uint32_t at = 0;
    for (td_each(time, &report->times)) {
        while (at < report->sentences.count && report->sentences.items[at].span.end <= time->span.start) at++;
        if (at == report->sentences.count) return;
        bool day = time->type == TD_TIME_DATE || time->type == TD_TIME_TIME;
        if (day && td_interval_exact(time->interval) && report->sentences.items[at].body)
            *td_push(arena, &copy->days) = (td_named_day){time->interval.from, time->span};
    }
}

static void copy_report(const td_report *report, td_view id, td_arena *arena, td_cited_report *copy) {
    copy->text = td_arena_copy(arena, report->text);
    copy->title = td_arena_copy(arena, report->title);
    copy->outlet = td_arena_copy(arena, report->outlet);
    copy->source = td_arena_copy(arena, report->source);
    copy->agency = td_arena_copy(arena, report->agency);
    copy->language = td_arena_copy(arena, report->language);
    copy->label = label_of(copy, id);
    copy->published = report->published.interval;
    for (td_each(sentence, &report->sentences)) *td_push(arena, &copy->sentences) = *sentence;
    for (td_each(part, &report->boilerplate)) *td_push(arena, &copy->boilerplate) = *part;
    copy_days(report, arena, copy);
    td_utf8_index_init(&copy->index, arena, copy->text);
}

const td_cited_report *td_passages_report(td_passages *passages, td_index at) {
    static const td_cited_report unread = {.text = {"", 0}};
    if (at >= passages->source->report_count) return &unread;
    td_cited_report *copy = &passages->reports[at];
    if (copy->read) return copy;
    const td_report *report = passages->source->report(passages->source->context, at);
    if (!report) {
        passages->failed = true;
        return &unread;
    }
    copy_report(report, passages->source->report_ids[at], passages->arena, copy);
    copy->read = true;
    return copy;
}

int td_passages_status(const td_passages *passages, td_error *error) {
    if (!passages->failed) return TD_OK;
    return td_error_set(error, TD_ERROR_STORE,
                        "a report of the store can no longer be read; `tidings rebuild` reads all anew");
}

td_span td_passages_points(td_passages *passages, td_evidence evidence) {
    const td_cited_report *report = td_passages_report(passages, evidence.report);
    if (!report->read || !td_span_present(evidence.span)) return (td_span){0, 0};
    return (td_span){td_utf8_points_before(&report->index, evidence.span.start),
                     td_utf8_points_before(&report->index, evidence.span.end)};
}

/* The first sentence that ends behind `offset`. */
static uint32_t first_sentence(const td_cited_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->sentences.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->sentences.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

td_span td_passages_sentence(td_passages *passages, td_evidence evidence) {
    const td_cited_report *report = td_passages_report(passages, evidence.report);
    td_span around = evidence.span;
    for (uint32_t i = first_sentence(report, evidence.span.start); i < report->sentences.count; i++) {
        td_span sentence = report->sentences.items[i].span;
        if (!td_span_overlaps(sentence, evidence.span)) break;
        around = td_span_join(around, sentence);
    }
    return around;
}

uint32_t td_passages_sentence_number(td_passages *passages, td_evidence evidence) {
    const td_cited_report *report = td_passages_report(passages, evidence.report);
    uint32_t at = first_sentence(report, evidence.span.start);
    bool inside = at < report->sentences.count && report->sentences.items[at].span.start <= evidence.span.start;
    return inside ? at + 1 : 0;
}

/* The longest front of `text` of at most `most` bytes that ends at a space. */
static size_t cut_at_word(td_view text, size_t most) {
    size_t end = most;
    while (end > 0 && text.bytes[end] != ' ') end--;
    if (end > 0) return end;
    for (end = most; end > 0 && ((unsigned char)text.bytes[end] & 0xC0) == 0x80;) end--;
    return end;
}

td_view td_passages_text(td_passages *passages, td_evidence evidence, size_t most) {
    const td_cited_report *report = td_passages_report(passages, evidence.report);
    td_view text = td_passage_text(report->text, evidence.span, passages->arena);
    if (most == 0 || text.size <= most) return text;
    return td_arena_format(passages->arena, "%.*s \xE2\x80\xA6", (int)cut_at_word(text, most), text.bytes);
}

td_view td_passages_sentence_text(td_passages *passages, td_evidence evidence, size_t most) {
    td_evidence sentence = {evidence.report, td_passages_sentence(passages, evidence)};
    return td_passages_text(passages, sentence, most);
}

td_view td_passages_citation(td_passages *passages, td_evidence evidence) {
    const td_cited_report *report = td_passages_report(passages, evidence.report);
    uint32_t sentence = td_passages_sentence_number(passages, evidence);
    td_view name = report->label;
    /* who publishes much is told by the day */
    bool dated = (report->outlet.size || report->agency.size) && td_interval_exact(report->published);
    if (dated)
        name = td_arena_format(passages->arena, "%.*s %.*s", TD_VIEW_ARGUMENTS(name),
                               TD_VIEW_ARGUMENTS(td_interval_text(report->published, passages->arena)));
    return sentence ? td_arena_format(passages->arena, "%.*s:%u", TD_VIEW_ARGUMENTS(name), sentence) : name;
}

void td_passages_write_json(td_passages *passages, td_evidence evidence, td_json *json) {
    td_span points = td_passages_points(passages, evidence);
    td_json_object_open(json);
    td_json_key(json, "report");
    td_json_text(json, passages->source->report_ids[evidence.report]);
    td_json_key(json, "start");
    td_json_integer(json, points.start);
    td_json_key(json, "end");
    td_json_integer(json, points.end);
    td_json_object_close(json);
}
