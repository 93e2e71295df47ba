/*
 * The findings: mixed reports, recycled statements, contradictions, copies.
 * Input: what the comparison of reports found. Output: each finding with its reasons and its passages.
 */

#include "model/record_json.h"
#include "view/lines.h"
#include "view/source.h"

#define EXTRACT_BYTES 220
#define SENTENCE_BYTES 400

static td_section *add_section(td_passages *passages, td_section_array *sections, td_view title) {
    td_section *section = td_push(passages->arena, sections);
    *section = (td_section){.title = title, .interval = TD_INTERVAL_OPEN};
    section->title_evidence.report = TD_NONE;
    return section;
}

static bool in_story(const td_record *record, td_index story, td_index report) {
    if (story == TD_NONE) return true;
    for (td_each(own, &record->stories.items[story].reports))
        if (*own == report) return true;
    return false;
}

static td_view story_title(const td_record *record, td_index story) {
    return story < record->stories.count ? record->stories.items[story].title : TD_VIEW("no story");
}

static td_view report_name(td_passages *passages, td_index at) {
    const td_cited_report *report = td_passages_report(passages, at);
    if (!report->title.size) return report->label;
    return td_arena_format(passages->arena, "%.*s, \xE2\x80\x9C%.*s\xE2\x80\x9D", TD_VIEW_ARGUMENTS(report->label),
                           TD_VIEW_ARGUMENTS(report->title));
}

static td_evidence title_of(td_passages *passages, td_index at) {
    const td_cited_report *report = td_passages_report(passages, at);
    td_span first = report->sentences.count ? report->sentences.items[0].span : (td_span){0, 0};
    return (td_evidence){at, first};
}

static void add_mixed(td_passages *passages, td_index story, td_section *section) {
    const td_record *record = passages->source->record;
    td_arena *arena = passages->arena;
    for (td_each(mixed, &record->mixed)) {
        if (!in_story(record, story, mixed->report)) continue;
        td_index own = mixed->stories.count ? mixed->stories.items[0] : TD_NONE;
        td_line *line = td_section_add(
            section, arena, "mixed",
            td_arena_format(
                arena, "%.*s tells \xE2\x80\x9C%.*s\xE2\x80\x9D with %u %s of another story (confidence %.2f).",
                TD_VIEW_ARGUMENTS(report_name(passages, mixed->report)), TD_VIEW_ARGUMENTS(story_title(record, own)),
                mixed->sentences.count, mixed->sentences.count == 1 ? "sentence" : "sentences", mixed->confidence));
        line->id = passages->source->report_ids[mixed->report];
        td_line_cite(line, arena, title_of(passages, mixed->report));
        for (td_each(sentence, &mixed->sentences)) {
            td_evidence evidence = {mixed->report, sentence->span};
            td_line *part = td_section_add(
                section, arena, "mixed_sentence",
                td_arena_format(arena, "\xE2\x80\x9C%.*s\xE2\x80\x9D belongs to \xE2\x80\x9C%.*s\xE2\x80\x9D: %.*s",
                                TD_VIEW_ARGUMENTS(td_passages_text(passages, evidence, EXTRACT_BYTES)),
                                TD_VIEW_ARGUMENTS(story_title(record, sentence->story)),
                                TD_VIEW_ARGUMENTS(sentence->why)));
            part->level = 1;
            td_line_cite(part, arena, evidence);
        }
    }
}

static void add_recycled(td_passages *passages, td_index story, td_section *section) {
    const td_record *record = passages->source->record;
    td_arena *arena = passages->arena;
    for (td_each(recycled, &record->recycled)) {
        if (!in_story(record, story, recycled->here.report)) continue;
        const td_store_entity *speaker = recycled->speaker ? td_record_entity(record, recycled->speaker) : NULL;
        const td_cited_report *first = td_passages_report(passages, recycled->first.report);
        td_line *line = td_section_add(
            section, arena, "recycled",
            td_arena_format(
                arena, "%.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D is given as of %.*s; first carried by %.*s, said %.*s.",
                TD_VIEW_ARGUMENTS(speaker ? speaker->name : TD_VIEW("Speaker not named")),
                TD_VIEW_ARGUMENTS(td_passages_text(passages, recycled->here, EXTRACT_BYTES)),
                TD_VIEW_ARGUMENTS(td_interval_phrase(recycled->claimed, arena)), TD_VIEW_ARGUMENTS(first->label),
                TD_VIEW_ARGUMENTS(td_interval_phrase(recycled->actual, arena))));
        line->id = passages->source->report_ids[recycled->here.report];
        td_line_cite(line, arena, recycled->here);
        td_line_cite(line, arena, recycled->first);
    }
}

static bool conflict_wanted(const td_record *record, const td_conflict *conflict, td_index story) {
    if (story == TD_NONE) return true;
    if (conflict->event < record->events.count) return record->events.items[conflict->event].story == story;
    for (td_each(claim, &conflict->claims))
        if (in_story(record, story, claim->evidence.report)) return true;
    return false;
}

/* The passage in brackets in its sentence, where that is not too long. */
static td_view in_sentence(td_passages *passages, td_evidence evidence) {
    const td_cited_report *report = td_passages_report(passages, evidence.report);
    td_span span = evidence.span, around = td_passages_sentence(passages, evidence);
    bool whole = !td_span_present(span) || (span.start == around.start && span.end + 1 >= around.end);
    if (whole || around.end - around.start > SENTENCE_BYTES) return td_passages_text(passages, evidence, EXTRACT_BYTES);
    td_view marked =
        td_arena_format(passages->arena, "%.*s[%.*s]%.*s", (int)(span.start - around.start),
                        report->text.bytes + around.start, (int)(span.end - span.start),
                        report->text.bytes + span.start, (int)(around.end - span.end), report->text.bytes + span.end);
    return td_passage_text(marked, (td_span){0, (uint32_t)marked.size}, passages->arena);
}

/* Where accounts differ over how a thing stands, the value is a modality's label. */
static td_view claimed_value(td_view value, td_arena *arena) {
    enum td_modality modality;
    return td_modality_from_label(value, &modality) ? td_modality_phrase(modality, false, arena) : value;
}

static void add_conflicts(td_passages *passages, td_index story, bool compatible, td_section *section) {
    const td_record *record = passages->source->record;
    td_arena *arena = passages->arena;
    for (td_each(conflict, &record->conflicts)) {
        if (conflict->compatible != compatible || !conflict_wanted(record, conflict, story)) continue;
        td_line *line = td_section_add(section, arena, compatible ? "compatible" : "conflict",
                                       td_arena_format(arena, "%.*s (%s)", TD_VIEW_ARGUMENTS(conflict->about),
                                                       td_conflict_kind_label(conflict->kind)));
        line->id = conflict->id;
        line->event = conflict->event;
        for (td_each(cited, &conflict->claims)) td_line_cite(line, arena, cited->evidence);
        for (td_each(claim, &conflict->claims)) {
            const td_store_entity *source = claim->attribution ? td_record_entity(record, claim->attribution) : NULL;
            td_view words = in_sentence(passages, claim->evidence);
            td_line *part = td_section_add(
                section, arena, "claim",
                td_arena_format(arena, "%.*s%s%.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D",
                                TD_VIEW_ARGUMENTS(claimed_value(claim->value, arena)), source ? ", according to " : "",
                                TD_VIEW_ARGUMENTS(source ? source->name : TD_VIEW("")), TD_VIEW_ARGUMENTS(words)));
            part->level = 1;
            td_line_cite(part, arena, claim->evidence);
        }
    }
}

static void add_copies(td_passages *passages, td_index story, td_section *section) {
    static const char *const words[TD_COPY_COUNT] = {
        [TD_COPY_IDENTICAL] = "is the same text as",
        [TD_COPY_REVISED] = "is a revision of",
        [TD_COPY_EXCERPT] = "is an excerpt of",
        [TD_COPY_SHARED_PASSAGE] = "shares a passage with",
    };
    const td_record *record = passages->source->record;
    td_arena *arena = passages->arena;
    for (td_each(copy, &record->copies)) {
        if (!in_story(record, story, copy->a.report) && !in_story(record, story, copy->b.report)) continue;
        td_line *line = td_section_add(
            section, arena, "copy",
            td_arena_format(arena, "%.*s %s %.*s.", TD_VIEW_ARGUMENTS(report_name(passages, copy->b.report)),
                            words[copy->kind], TD_VIEW_ARGUMENTS(report_name(passages, copy->a.report))));
        line->id = passages->source->report_ids[copy->b.report];
        td_line_cite(line, arena, copy->b);
        td_line_cite(line, arena, copy->a);
    }
}

void td_findings_make(td_passages *passages, const td_view_request *request, td_section_array *sections) {
    td_index story = request->story;
    add_mixed(passages, story, add_section(passages, sections, TD_VIEW("Mixed reports")));
    add_recycled(passages, story, add_section(passages, sections, TD_VIEW("Recycled statements")));
    add_conflicts(passages, story, false, add_section(passages, sections, TD_VIEW("Contradictions")));
    add_conflicts(passages, story, true, add_section(passages, sections, TD_VIEW("Different but compatible")));
    add_copies(passages, story, add_section(passages, sections, TD_VIEW("Copies")));
    for (td_each(section, sections))
        if (request->most && section->lines.count > request->most) section->lines.count = request->most;
}

static td_span to_points(void *context, td_index report, td_span span) {
    return td_passages_points(context, (td_evidence){report, span});
}

static void write_copy(td_json *json, td_passages *passages, const td_copy *copy) {
    const td_view *ids = passages->source->report_ids;
    td_json_object_open(json);
    td_json_key(json, "reports");
    td_json_array_open(json);
    td_json_text(json, ids[copy->a.report]);
    td_json_text(json, ids[copy->b.report]);
    td_json_array_close(json);
    td_json_key(json, "kind");
    td_json_string(json, td_copy_kind_label(copy->kind));
    td_json_key(json, "a");
    td_passages_write_json(passages, copy->a, json);
    td_json_key(json, "b");
    td_passages_write_json(passages, copy->b, json);
    td_json_key(json, "origin");
    td_json_text(json, copy->origin < passages->source->report_count ? passages->source->report_ids[copy->origin]
                                                                     : TD_VIEW_ABSENT);
    td_json_object_close(json);
}

static void write_json(td_passages *passages, td_index story, td_buffer *out) {
    const td_record *record = passages->source->record;
    const td_view *ids = passages->source->report_ids;
    td_span_converter converter = {.context = passages, .to_points = to_points};
    td_json json;
    td_json_init(&json, out);
    td_json_object_open(&json);
    td_json_key(&json, "mixed");
    td_json_array_open(&json);
    for (td_each(mixed, &record->mixed))
        if (in_story(record, story, mixed->report)) td_mixed_write_json(&json, mixed, record, ids, converter);
    td_json_array_close(&json);
    td_json_key(&json, "recycled");
    td_json_array_open(&json);
    for (td_each(recycled, &record->recycled))
        if (in_story(record, story, recycled->here.report))
            td_recycled_write_json(&json, recycled, record, ids, converter);
    td_json_array_close(&json);
    td_json_key(&json, "conflicts");
    td_json_array_open(&json);
    for (td_each(conflict, &record->conflicts))
        if (conflict_wanted(record, conflict, story)) td_conflict_write_json(&json, conflict, record, ids, converter);
    td_json_array_close(&json);
    td_json_key(&json, "copies");
    td_json_array_open(&json);
    for (td_each(copy, &record->copies))
        if (in_story(record, story, copy->a.report) || in_story(record, story, copy->b.report))
            write_copy(&json, passages, copy);
    td_json_array_close(&json);
    td_json_object_close(&json);
    td_buffer_add_byte(out, '\n');
}

int td_view_check(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                  td_error *error) {
    td_passages passages;
    td_passages_init(&passages, source, arena);
    if (request->format == TD_FORMAT_JSON) {
        write_json(&passages, request->story, out);
        return td_passages_status(&passages, error);
    }
    td_section_array sections = {0}, found = {0};
    td_findings_make(&passages, request, &sections);
    for (td_each(section, &sections))
        if (section->lines.count) *td_push(arena, &found) = *section;
    if (found.count == 0)
        td_buffer_add_string(out, "No mixed report, recycled statement, contradiction or copy was found.\n");
    td_sections_write_text(&found, &passages, request, out);
    return td_passages_status(&passages, error);
}
