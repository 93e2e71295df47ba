/*
 * The promises of a record, checked.
 * Input: a record, and how many reports it is about. Output: 0, or the first breach named.
 */

#include "model/record.h"

typedef struct checking {
    const td_record *record;
    uint32_t reports;
} checking;

static bool event_or_none(const checking *check, td_index event) {
    return event == TD_NONE || event < check->record->events.count;
}

static bool story_or_none(const checking *check, td_index story) {
    return story == TD_NONE || story < check->record->stories.count;
}

static bool evidence_sound(const checking *check, td_evidence evidence) {
    bool absent = evidence.span.start == UINT32_MAX && evidence.span.end == UINT32_MAX;
    return evidence.report < check->reports && (absent || evidence.span.start <= evidence.span.end);
}

static bool below(const td_index_array *indices, uint32_t count) {
    for (td_each(index, indices))
        if (*index >= count) return false;
    return true;
}

static bool entities_sound(const checking *check) {
    uint64_t last = 0;
    for (td_each(entity, &check->record->entities)) {
        if (!below(&entity->reports, check->reports) || entity->key < last) return false;
        last = entity->key;
    }
    return true;
}

static bool title_sound(const checking *check, const td_story *story) {
    return story->title_evidence.report == TD_NONE || evidence_sound(check, story->title_evidence);
}

static bool stories_sound(const checking *check) {
    for (td_each(story, &check->record->stories))
        if (!below(&story->reports, check->reports) || !title_sound(check, story)) return false;
    return true;
}

static bool event_sound(const checking *check, const td_record_event *event) {
    if (!story_or_none(check, event->story)) return false;
    for (td_each(claim, &event->history))
        if (!evidence_sound(check, claim->evidence)) return false;
    for (td_each(member, &event->members))
        if (member->report >= check->reports || member->event == TD_NONE) return false;
    for (td_each(mention, &event->mentions))
        if (mention->report >= check->reports || mention->event == TD_NONE) return false;
    for (td_each(refusal, &event->not_same_as))
        if (refusal->event >= check->record->events.count) return false;
    return true;
}

static bool events_sound(const checking *check) {
    for (td_each(event, &check->record->events))
        if (!event_sound(check, event)) return false;
    for (td_each(happening, &check->record->happenings))
        if (!event_sound(check, happening)) return false;
    return true;
}

static bool copies_sound(const checking *check) {
    if (!below(&check->record->origins, check->reports)) return false;
    for (td_each(copy, &check->record->copies))
        if (!evidence_sound(check, copy->a) || !evidence_sound(check, copy->b) || copy->origin >= check->reports)
            return false;
    return true;
}

static bool mixed_sound(const checking *check) {
    for (td_each(mixed, &check->record->mixed)) {
        if (mixed->report >= check->reports || !below(&mixed->stories, check->record->stories.count)) return false;
        for (td_each(sentence, &mixed->sentences))
            if (!story_or_none(check, sentence->story)) return false;
    }
    return true;
}

static bool recycled_sound(const checking *check) {
    for (td_each(recycled, &check->record->recycled))
        if (!evidence_sound(check, recycled->here) || !evidence_sound(check, recycled->first)) return false;
    return true;
}

static bool conflicts_sound(const checking *check) {
    for (td_each(conflict, &check->record->conflicts)) {
        if (!event_or_none(check, conflict->event)) return false;
        for (td_each(claim, &conflict->claims))
            if (!evidence_sound(check, claim->evidence)) return false;
    }
    return true;
}

static bool ledgers_sound(const checking *check) {
    enum td_ledger_kind last = 0;
    for (td_each(entry, &check->record->ledgers)) {
        if (!event_or_none(check, entry->event) || !story_or_none(check, entry->story)) return false;
        if (entry->ledger < last || entry->evidence.count == 0) return false;
        last = entry->ledger;
        for (td_each(evidence, &entry->evidence))
            if (!evidence_sound(check, *evidence)) return false;
    }
    return true;
}

int td_record_check(const td_record *record, uint32_t report_count, td_error *error) {
    static const struct {
        bool (*sound)(const checking *check);
        const char *name;
    } checks[] = {
        {entities_sound, "entities"},   {stories_sound, "stories"},     {events_sound, "events"},
        {copies_sound, "copies"},       {mixed_sound, "mixed reports"}, {recycled_sound, "recycled statements"},
        {conflicts_sound, "conflicts"}, {ledgers_sound, "ledgers"},
    };
    const checking check = {.record = record, .reports = report_count};
    for (size_t k = 0; k < sizeof checks / sizeof *checks; k++)
        if (!checks[k].sound(&check))
            return td_error_set(error, TD_ERROR_INTERNAL, "the %s of the record point outside it", checks[k].name);
    return 0;
}
