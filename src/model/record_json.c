/*
 * The record as the parts of `tidings export json` that follow its reports
 * (tidings-jsonl(5)).
 * Input: a record, the identifiers of its reports, analysts' decisions.
 * Output: JSON, every key present, null where nothing is known; entities,
 * stories, events and reports by their identifiers, spans in code points.
 */

#include "model/record_json.h"

#include <stdio.h>
#include <string.h>

typedef struct writing {
    td_json *json;
    const td_record *record;
    const td_view *report_ids;
    td_span_converter converter;
} writing;

static void write_text(td_json *json, const char *key, td_view text) {
    td_json_key(json, key);
    td_json_text(json, text);
}

static void write_label(td_json *json, const char *key, const char *label) {
    td_json_key(json, key);
    td_json_string(json, label);
}

static void write_flag(td_json *json, const char *key, bool value) {
    td_json_key(json, key);
    td_json_flag(json, value);
}

static void write_interval(td_json *json, const char *key, td_interval interval) {
    td_json_key(json, key);
    td_json_interval(json, interval);
}

static void write_report(const writing *w, const char *key, td_index report) {
    write_text(w->json, key, report == TD_NONE ? TD_VIEW_ABSENT : w->report_ids[report]);
}

static void write_reports(td_json *json, const char *key, const td_index_array *reports, const td_view *report_ids) {
    td_json_key(json, key);
    td_json_array_open(json);
    for (td_each(report, reports)) td_json_text(json, report_ids[*report]);
    td_json_array_close(json);
}

static void write_entity(const writing *w, const char *key, uint64_t entity) {
    const td_store_entity *found = td_record_entity(w->record, entity);
    write_text(w->json, key, found ? found->id : TD_VIEW_ABSENT);
}

static void write_event(const writing *w, const char *key, td_index event) {
    write_text(w->json, key, event == TD_NONE ? TD_VIEW_ABSENT : w->record->events.items[event].id);
}

static void write_story(const writing *w, const char *key, td_index story) {
    write_text(w->json, key, story == TD_NONE ? TD_VIEW_ABSENT : w->record->stories.items[story].id);
}

/* "v3" of a report's third event, "m3" of its third mention. */
static void write_numbered(td_json *json, const char *key, char letter, td_index index) {
    char id[16];
    snprintf(id, sizeof id, "%c%u", letter, index + 1);
    write_label(json, key, id);
}

static void write_offsets(const writing *w, td_evidence evidence) {
    td_span span = evidence.span;
    if (td_span_present(span)) span = w->converter.to_points(w->converter.context, evidence.report, span);
    td_json_key(w->json, "start");
    if (td_span_present(span))
        td_json_integer(w->json, span.start);
    else
        td_json_null(w->json);
    td_json_key(w->json, "end");
    if (td_span_present(span))
        td_json_integer(w->json, span.end);
    else
        td_json_null(w->json);
}

/* "report", "start" and "end" of the object at hand. */
static void write_evidence_members(const writing *w, td_evidence evidence) {
    write_report(w, "report", evidence.report);
    write_offsets(w, evidence);
}

static void write_evidence(const writing *w, const char *key, td_evidence evidence) {
    td_json_key(w->json, key);
    td_json_object_open(w->json);
    write_evidence_members(w, evidence);
    td_json_object_close(w->json);
}

static void write_ledger_labels(td_json *json, const char *key, uint32_t ledgers) {
    td_json_key(json, key);
    td_json_array_open(json);
    for (unsigned k = 0; k < TD_LEDGER_COUNT; k++)
        if (ledgers & 1u << k) td_json_string(json, td_ledger_kind_label((enum td_ledger_kind)k));
    td_json_array_close(json);
}

static void write_store_entity(const writing *w, const td_store_entity *entity) {
    td_json *json = w->json;
    td_json_object_open(json);
    write_text(json, "id", entity->id);
    write_label(json, "kind", td_entity_kind_label(entity->kind));
    write_text(json, "name", entity->name);
    write_label(json, "country", entity->country[0] ? entity->country : NULL);
    write_text(json, "knowledge", entity->knowledge);
    write_reports(json, "reports", &entity->reports, w->report_ids);
    td_json_key(json, "mentions");
    td_json_array_open(json);
    for (td_each(mention, &entity->mentions)) {
        td_json_object_open(json);
        write_report(w, "report", mention->report);
        write_numbered(json, "mention", 'm', mention->mention);
        td_json_object_close(json);
    }
    td_json_array_close(json);
    td_json_object_close(json);
}

void td_story_write_json(td_json *json, const td_story *story, const td_view *report_ids) {
    td_json_object_open(json);
    write_text(json, "id", story->id);
    write_text(json, "title", story->title);
    write_interval(json, "interval", story->interval);
    write_reports(json, "reports", &story->reports, report_ids);
    td_json_object_close(json);
}

static void write_participants(const writing *w, const td_record_event *event) {
    td_json_key(w->json, "participants");
    td_json_array_open(w->json);
    for (td_each(participant, &event->participants)) {
        td_json_object_open(w->json);
        write_text(w->json, "role", participant->role);
        write_entity(w, "entity", participant->entity);
        td_json_object_close(w->json);
    }
    td_json_array_close(w->json);
}

static void write_history(const writing *w, const td_record_event *event) {
    td_json_key(w->json, "history");
    td_json_array_open(w->json);
    for (td_each(claim, &event->history)) {
        td_json_object_open(w->json);
        write_label(w->json, "modality", td_modality_label(claim->modality));
        write_flag(w->json, "negated", claim->negated);
        write_interval(w->json, "published", claim->published);
        write_evidence_members(w, claim->evidence);
        td_json_object_close(w->json);
    }
    td_json_array_close(w->json);
}

static void write_member(const writing *w, const td_member *member, char letter, td_view why) {
    td_json_object_open(w->json);
    write_report(w, "report", member->report);
    write_numbered(w->json, "event", letter, member->event);
    write_text(w->json, "why", why);
    td_json_object_close(w->json);
}

/* Each member with the reason that made it one; the first needs none. Then the happenings that tell of it. */
static void write_members(const writing *w, const td_record_event *event) {
    td_json_key(w->json, "members");
    td_json_array_open(w->json);
    for (uint32_t at = 0; at < event->members.count; at++) {
        bool why = at > 0 && at <= event->links.count;
        write_member(w, &event->members.items[at], 'v', why ? event->links.items[at - 1] : TD_VIEW_ABSENT);
    }
    for (td_each(mention, &event->mentions)) write_member(w, mention, 'h', TD_VIEW_ABSENT);
    td_json_array_close(w->json);
}

static void write_refusals(const writing *w, const td_record_event *event) {
    td_json_key(w->json, "not_same_as");
    td_json_array_open(w->json);
    for (td_each(refusal, &event->not_same_as)) {
        td_json_object_open(w->json);
        write_event(w, "event", refusal->event);
        write_text(w->json, "why", refusal->why);
        td_json_object_close(w->json);
    }
    td_json_array_close(w->json);
}

static void write_record_event(const writing *w, const td_record_event *event) {
    td_json *json = w->json;
    td_json_object_open(json);
    write_text(json, "id", event->id);
    write_label(json, "type", td_event_type_label(event->type));
    write_text(json, "mode", event->mode);
    write_text(json, "cameo", event->cameo);
    write_text(json, "title", event->title);
    write_interval(json, "interval", event->interval);
    write_entity(w, "place", event->place);
    write_participants(w, event);
    write_label(json, "modality", td_modality_label(event->modality));
    write_flag(json, "negated", event->negated);
    write_flag(json, "background", event->background);
    write_history(w, event);
    write_members(w, event);
    td_json_key(json, "origins");
    td_json_integer(json, event->origins);
    write_refusals(w, event);
    write_story(w, "story", event->story);
    write_ledger_labels(json, "ledgers", event->ledgers);
    td_json_object_close(json);
}

static void write_copy(const writing *w, const td_copy *copy) {
    td_json *json = w->json;
    td_json_object_open(json);
    td_json_key(json, "reports");
    td_json_array_open(json);
    td_json_text(json, w->report_ids[copy->a.report]);
    td_json_text(json, w->report_ids[copy->b.report]);
    td_json_array_close(json);
    write_label(json, "kind", td_copy_kind_label(copy->kind));
    write_evidence(w, "a", copy->a);
    write_evidence(w, "b", copy->b);
    write_report(w, "origin", copy->origin);
    td_json_object_close(json);
}

static void write_mixed(const writing *w, const td_mixed *mixed) {
    td_json *json = w->json;
    td_json_object_open(json);
    write_report(w, "report", mixed->report);
    td_json_key(json, "stories");
    td_json_array_open(json);
    for (td_each(story, &mixed->stories)) td_json_text(json, w->record->stories.items[*story].id);
    td_json_array_close(json);
    td_json_key(json, "sentences");
    td_json_array_open(json);
    for (td_each(sentence, &mixed->sentences)) {
        td_json_object_open(json);
        write_offsets(w, (td_evidence){.report = mixed->report, .span = sentence->span});
        write_story(w, "story", sentence->story);
        write_text(json, "why", sentence->why);
        td_json_object_close(json);
    }
    td_json_array_close(json);
    td_json_key(json, "confidence");
    td_json_number(json, mixed->confidence);
    td_json_object_close(json);
}

static void write_recycled(const writing *w, const td_recycled *recycled) {
    td_json_object_open(w->json);
    write_evidence_members(w, recycled->here);
    write_evidence(w, "first", recycled->first);
    write_interval(w->json, "claimed", recycled->claimed);
    write_interval(w->json, "actual", recycled->actual);
    write_entity(w, "speaker", recycled->speaker);
    td_json_object_close(w->json);
}

static void write_conflict(const writing *w, const td_conflict *conflict) {
    td_json *json = w->json;
    td_json_object_open(json);
    write_text(json, "id", conflict->id);
    write_text(json, "about", conflict->about);
    write_label(json, "kind", td_conflict_kind_label(conflict->kind));
    write_event(w, "event", conflict->event);
    td_json_key(json, "claims");
    td_json_array_open(json);
    for (td_each(claim, &conflict->claims)) {
        td_json_object_open(json);
        write_evidence_members(w, claim->evidence);
        write_text(json, "value", claim->value);
        write_entity(w, "attribution", claim->attribution);
        td_json_object_close(json);
    }
    td_json_array_close(json);
    write_flag(json, "compatible", conflict->compatible);
    td_json_object_close(json);
}

static void write_field(td_json *json, const td_field *field) {
    td_json_key(json, field->name);
    switch (field->type) {
    case TD_FIELD_NULL:
        td_json_null(json);
        break;
    case TD_FIELD_TEXT:
        td_json_text(json, field->text);
        break;
    case TD_FIELD_NUMBER:
        td_json_number(json, field->number);
        break;
    case TD_FIELD_FLAG:
        td_json_flag(json, field->number != 0);
        break;
    }
}

/* A ledger's own field gives way to the key of that name that every entry has. */
static bool every_entry_has(const char *name) {
    static const char *const names[] = {"id", "entry", "interval", "modality", "status", "event", "story", "evidence"};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (strcmp(names[k], name) == 0) return true;
    return false;
}

static void write_ledger_entry(const writing *w, const td_ledger_entry *entry) {
    td_json *json = w->json;
    td_json_object_open(json);
    write_text(json, "id", entry->id);
    write_text(json, "entry", entry->entry);
    for (td_each(field, &entry->fields))
        if (!every_entry_has(field->name)) write_field(json, field);
    write_interval(json, "interval", entry->interval);
    write_label(json, "modality", td_modality_label(entry->modality));
    write_text(json, "status", entry->status);
    write_event(w, "event", entry->event);
    write_story(w, "story", entry->story);
    td_json_key(json, "evidence");
    td_json_array_open(json);
    for (td_each(evidence, &entry->evidence)) {
        td_json_object_open(json);
        write_evidence_members(w, *evidence);
        td_json_object_close(json);
    }
    td_json_array_close(json);
    td_json_object_close(json);
}

static void write_ledgers(const writing *w) {
    td_json_key(w->json, "ledgers");
    td_json_object_open(w->json);
    uint32_t at = 0; /* entries are sorted by ledger */
    for (unsigned k = 0; k < TD_LEDGER_COUNT; k++) {
        td_json_key(w->json, td_ledger_kind_label((enum td_ledger_kind)k));
        td_json_array_open(w->json);
        for (; at < w->record->ledgers.count && w->record->ledgers.items[at].ledger == k; at++)
            write_ledger_entry(w, &w->record->ledgers.items[at]);
        td_json_array_close(w->json);
    }
    td_json_object_close(w->json);
}

static void write_decisions(td_json *json, const td_decision_array *decisions) {
    td_json_key(json, "decisions");
    td_json_array_open(json);
    for (td_each(decision, decisions)) {
        td_json_object_open(json);
        td_json_key(json, "number");
        td_json_integer(json, decision->number);
        write_text(json, "kind", decision->kind);
        write_text(json, "subject", decision->subject);
        write_text(json, "detail", decision->detail);
        write_text(json, "who", decision->who);
        write_text(json, "when", decision->made_at);
        write_text(json, "why", decision->why);
        td_json_object_close(json);
    }
    td_json_array_close(json);
}

/* Every member of a list under its key. */
#define WRITE_LIST(w, name, list, write_item)            \
    do {                                                 \
        td_json_key((w)->json, name);                    \
        td_json_array_open((w)->json);                   \
        for (td_each(item, list)) write_item((w), item); \
        td_json_array_close((w)->json);                  \
    } while (0)

void td_record_write_json(td_json *json, const td_record *record, const td_view *report_ids,
                          const td_decision_array *decisions, td_span_converter converter) {
    const writing w = {.json = json, .record = record, .report_ids = report_ids, .converter = converter};
    WRITE_LIST(&w, "entities", &record->entities, write_store_entity);
    td_json_key(json, "stories");
    td_json_array_open(json);
    for (td_each(story, &record->stories)) td_story_write_json(json, story, report_ids);
    td_json_array_close(json);
    td_json_key(json, "events");
    td_json_array_open(json);
    for (td_each(event, &record->events)) write_record_event(&w, event);
    for (td_each(happening, &record->happenings)) write_record_event(&w, happening);
    td_json_array_close(json);
    WRITE_LIST(&w, "copies", &record->copies, write_copy);
    WRITE_LIST(&w, "mixed", &record->mixed, write_mixed);
    WRITE_LIST(&w, "recycled", &record->recycled, write_recycled);
    WRITE_LIST(&w, "conflicts", &record->conflicts, write_conflict);
    write_ledgers(&w);
    write_decisions(json, decisions);
}

void td_ledger_entry_write_json(td_json *json, const td_ledger_entry *entry, const td_record *record,
                                const td_view *report_ids, td_span_converter converter) {
    const writing w = {.json = json, .record = record, .report_ids = report_ids, .converter = converter};
    write_ledger_entry(&w, entry);
}

void td_record_event_write_json(td_json *json, const td_record_event *event, const td_record *record,
                                const td_view *report_ids, td_span_converter converter) {
    const writing w = {.json = json, .record = record, .report_ids = report_ids, .converter = converter};
    write_record_event(&w, event);
}

void td_conflict_write_json(td_json *json, const td_conflict *conflict, const td_record *record,
                            const td_view *report_ids, td_span_converter converter) {
    const writing w = {.json = json, .record = record, .report_ids = report_ids, .converter = converter};
    write_conflict(&w, conflict);
}

void td_mixed_write_json(td_json *json, const td_mixed *mixed, const td_record *record, const td_view *report_ids,
                         td_span_converter converter) {
    const writing w = {.json = json, .record = record, .report_ids = report_ids, .converter = converter};
    write_mixed(&w, mixed);
}

void td_recycled_write_json(td_json *json, const td_recycled *recycled, const td_record *record,
                            const td_view *report_ids, td_span_converter converter) {
    const writing w = {.json = json, .record = record, .report_ids = report_ids, .converter = converter};
    write_recycled(&w, recycled);
}
