/*
 * The timeline.
 * Input: the record's events, and the days that reports tell of. Output: for each story its events by day, each with
 * its origins and its passages; between them the days that several origins tell of though no event is known.
 */

#include <stdlib.h>

#include "view/days.h"
#include "view/lines.h"

#define EXTRACT_BYTES 320
#define TOLD_ORIGINS 2 /* that tell of a day which gets a line without an event */

/* In the order in which reports tell them; the record's own order settles the rest. */
static int by_passage(const td_record_event *left, const td_record_event *right) {
    td_evidence a = td_event_claim(left)->evidence, b = td_event_claim(right)->evidence;
    if (a.report != b.report) return a.report < b.report ? -1 : 1;
    if (a.span.start != b.span.start) return a.span.start < b.span.start ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* By first possible day, then last, unknown ones behind all. */
static int by_day(const void *a, const void *b) {
    const td_record_event *left = *(const td_record_event *const *)a, *right = *(const td_record_event *const *)b;
    bool known_left = td_interval_known(left->interval), known_right = td_interval_known(right->interval);
    if (known_left != known_right) return known_left ? -1 : 1;
    td_day day_left = left->interval.from != TD_DAY_UNKNOWN ? left->interval.from : left->interval.to;
    td_day day_right = right->interval.from != TD_DAY_UNKNOWN ? right->interval.from : right->interval.to;
    if (day_left != day_right) return day_left < day_right ? -1 : 1;
    if (left->interval.to != right->interval.to) return left->interval.to < right->interval.to ? -1 : 1;
    return by_passage(left, right);
}

static int by_weight(const void *a, const void *b) {
    const td_record_event *left = *(const td_record_event *const *)a, *right = *(const td_record_event *const *)b;
    if (left->origins != right->origins) return left->origins > right->origins ? -1 : 1;
    if (left->members.count != right->members.count) return left->members.count > right->members.count ? -1 : 1;
    return left < right ? -1 : left > right;
}

typedef TD_ARRAY(const td_record_event *) td_event_list;

static void add_section(td_passages *passages, const td_view_request *request, td_event_list *events, td_index story,
                        td_section_array *sections) {
    if (events->count == 0) return;
    const td_record *record = passages->source->record;
    td_section *section = NULL;
    if (story < record->stories.count) {
        section = td_section_of_story(sections, record, story, passages->arena);
    } else {
        section = td_push(passages->arena, sections);
        *section = (td_section){
            .title = TD_VIEW("In no story"), .title_evidence = {.report = TD_NONE}, .interval = TD_INTERVAL_OPEN};
    }
    qsort(events->items, events->count, sizeof *events->items, by_weight);
    uint32_t count = request->most && request->most < events->count ? request->most : events->count;
    qsort(events->items, count, sizeof *events->items, by_day);
    for (uint32_t i = 0; i < count; i++) {
        const td_record_event *event = events->items[i];
        td_view words = td_passages_sentence_text(passages, td_event_claim(event)->evidence, EXTRACT_BYTES);
        td_line *line = td_section_add(section, passages->arena, td_event_type_label(event->type), words);
        line->verbatim = true;
        line->interval = event->interval;
        line->weight = event->origins;
        line->id = event->id;
        line->event = (td_index)(event - record->events.items);
        td_event_cite(event, line, passages->arena);
    }
}

void td_timeline_make(td_passages *passages, const td_view_request *request, td_section_array *sections) {
    const td_record *record = passages->source->record;
    td_event_list *lists = TD_NEW_ARRAY(passages->arena, record->stories.count + 1, td_event_list);
    for (td_each(event, &record->events)) {
        td_index story = event->story < record->stories.count ? event->story : record->stories.count;
        if (request->story != TD_NONE && story != request->story) continue;
        if (event->history.count == 0) continue; /* no line without a passage */
        *td_push(passages->arena, &lists[story]) = event;
    }
    for (td_index story = 0; story <= record->stories.count; story++)
        add_section(passages, request, &lists[story], story, sections);
}

/* What reports make of the day of a line; where it is none, what they make of the event. */
static uint32_t weight_of(const td_line *line, const td_told_day_array *told) {
    const td_told_day *day = td_interval_exact(line->interval) ? td_days_find(told, line->interval.from) : NULL;
    return day ? day->weight : line->weight;
}

static void write_line(const td_line *line, uint32_t weight, td_passages *passages, td_json *json) {
    char day[11] = "";
    bool exact = td_interval_exact(line->interval), event = line->event != TD_NONE;
    if (exact) td_day_format(line->interval.from, day);
    td_json_object_open(json);
    td_json_key(json, "date");
    td_json_text(json, exact ? td_view_of(day) : TD_VIEW_ABSENT);
    td_json_key(json, "interval");
    td_json_interval(json, line->interval);
    td_json_key(json, "text");
    td_json_text(json, line->text);
    td_json_key(json, "title");
    td_json_text(json, event ? passages->source->record->events.items[line->event].title : TD_VIEW_ABSENT);
    td_json_key(json, "weight");
    td_json_integer(json, weight);
    td_json_key(json, "origins");
    td_json_integer(json, line->weight);
    td_json_key(json, "event");
    td_json_text(json, event ? line->id : TD_VIEW_ABSENT);
    td_json_key(json, "evidence");
    td_json_array_open(json);
    for (td_each(evidence, &line->evidence)) td_passages_write_json(passages, *evidence, json);
    td_json_array_close(json);
    td_json_object_close(json);
}

static void write_json(const td_section *section, const td_told_day_array *told, td_passages *passages, td_json *json) {
    td_json_object_open(json);
    td_json_key(json, "topic");
    td_json_text(json, section->id.size ? section->title : TD_VIEW_ABSENT);
    td_json_key(json, "story");
    td_json_text(json, section->id.size ? section->id : TD_VIEW_ABSENT);
    td_json_key(json, "entries");
    td_json_array_open(json);
    for (td_each(line, &section->lines)) write_line(line, weight_of(line, told), passages, json);
    td_json_array_close(json);
    td_json_object_close(json);
    td_buffer_add_byte(json->out, '\n');
    json->comma = false;
}

/* Whether a line tells of the same days in the same words as the one before it. */
static bool repeats(const td_line *line, const td_line *before) {
    return line->interval.from == before->interval.from && line->interval.to == before->interval.to &&
           td_view_equal(line->text, before->text);
}

/*
 * For people: the day before the words, how the event stands behind them. Events of one sentence and day share a line
 * that says how each stands.
 */
static td_section word_for_people(const td_section *section, const td_record *record, td_arena *arena) {
    td_section worded = *section;
    memset(&worded.lines, 0, sizeof worded.lines);
    td_view standing = TD_VIEW("");
    for (uint32_t i = 0; i < section->lines.count; i++) {
        const td_line *line = &section->lines.items[i];
        if (line->event == TD_NONE) {
            td_line *made = td_push(arena, &worded.lines);
            *made = *line;
            made->text = td_arena_format(arena, "%.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D (%u origins)",
                                         TD_VIEW_ARGUMENTS(td_interval_phrase(line->interval, arena)),
                                         TD_VIEW_ARGUMENTS(line->text), line->weight);
            continue;
        }
        const td_record_event *event = &record->events.items[line->event];
        bool again = i > 0 && repeats(line, line - 1);
        td_line *made = again ? &worded.lines.items[worded.lines.count - 1] : td_push(arena, &worded.lines);
        if (!again) *made = *line;
        td_view title = event->title.size ? event->title : td_view_of(line->kind);
        standing = td_arena_format(arena, "%.*s%s%.*s: %.*s, %u %s", TD_VIEW_ARGUMENTS(again ? standing : TD_VIEW("")),
                                   again ? "; " : "", TD_VIEW_ARGUMENTS(title),
                                   TD_VIEW_ARGUMENTS(td_modality_phrase(event->modality, event->negated, arena)),
                                   line->weight, line->weight == 1 ? "origin" : "origins");
        made->text = td_arena_format(arena, "%.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D (%.*s)",
                                     TD_VIEW_ARGUMENTS(td_interval_phrase(line->interval, arena)),
                                     TD_VIEW_ARGUMENTS(line->text), TD_VIEW_ARGUMENTS(standing));
    }
    return worded;
}

/* A day that no line of the section has. */
static td_line line_of_day(td_passages *passages, const td_told_day *told) {
    td_line line = {.kind = "told",
                    .text = td_passages_sentence_text(passages, told->evidence, EXTRACT_BYTES),
                    .verbatim = true,
                    .interval = {told->day, told->day},
                    .event = TD_NONE,
                    .weight = told->origins};
    td_line_cite(&line, passages->arena, told->evidence);
    return line;
}

/* Put the days that reports of a story tell of between its events, which are in order. */
static void add_told_days(td_passages *passages, td_index story, td_section *section) {
    td_told_day_array told = {0};
    td_days_tell(passages, story, &told);
    td_section with = *section;
    memset(&with.lines, 0, sizeof with.lines);
    uint32_t next = 0;
    for (td_each(day, &told)) {
        bool has_line = false;
        for (; next < section->lines.count; next++) {
            td_interval interval = section->lines.items[next].interval;
            if (!td_interval_known(interval)) break;
            if ((interval.from != TD_DAY_UNKNOWN ? interval.from : interval.to) > day->day) break;
            has_line = has_line || (td_interval_exact(interval) && interval.from == day->day);
            *td_push(passages->arena, &with.lines) = section->lines.items[next];
        }
        if (!has_line && day->origins >= TOLD_ORIGINS)
            *td_push(passages->arena, &with.lines) = line_of_day(passages, day);
    }
    for (; next < section->lines.count; next++) *td_push(passages->arena, &with.lines) = section->lines.items[next];
    *section = with;
}

/* Sections stand in the order of their stories. */
static void add_all_told_days(td_passages *passages, td_section_array *sections) {
    const td_record *record = passages->source->record;
    uint32_t next = 0;
    for (td_index story = 0; story < record->stories.count && next < sections->count; story++)
        if (td_view_equal(sections->items[next].id, record->stories.items[story].id))
            add_told_days(passages, story, &sections->items[next++]);
}

int td_view_timeline(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                     td_error *error) {
    td_passages passages;
    td_section_array sections = {0};
    td_json json;
    td_passages_init(&passages, source, arena);
    td_json_init(&json, out);
    td_timeline_make(&passages, request, &sections);
    td_told_day_array told = {0};
    td_days_tell(&passages, request->story, &told);
    if (!request->most) add_all_told_days(&passages, &sections);
    if (request->format == TD_FORMAT_JSON) {
        for (td_each(section, &sections)) write_json(section, &told, &passages, &json);
    } else {
        for (td_each(section, &sections)) *section = word_for_people(section, source->record, arena);
        td_sections_write_text(&sections, &passages, request, out);
    }
    return td_passages_status(&passages, error);
}
