/*
 * Entries of ledgers.
 * Input: an event of the record and the outlines that tell it. Output: an
 * entry with what every ledger has, ready for the fields of its own.
 */

#include "ledger/entry.h"

#define MOST_EVIDENCE 64
#define NAMES_BYTES 400

td_telling td_telling_of(const td_ledger_input *input, const td_member *member) {
    const td_outline *outline = &input->outlines[member->report];
    const td_outline_event *event = NULL;
    /* outlines hold the events of their report, in its order */
    if (member->event < outline->events.count) event = &outline->events.items[member->event];
    return (td_telling){outline, event, member->report};
}

td_index *td_story_of_reports(const td_ledger_input *input, td_arena *arena) {
    td_index *story_of = TD_NEW_ARRAY(arena, input->count, td_index);
    for (td_index at = 0; at < input->count; at++) story_of[at] = TD_NONE;
    for (td_index at = 0; at < input->record->stories.count; at++)
        for (td_each(report, &input->record->stories.items[at].reports)) story_of[*report] = at;
    return story_of;
}

static uint32_t fullness(const td_outline_event *event) {
    uint32_t full = (event->object_text.size ? 4U : 0U) + (event->actors[0] ? 4U : 0U) + (event->targets[0] ? 1U : 0U);
    full += (event->place ? 2U : 0U) + (event->place_from ? 2U : 0U) + (event->place_to ? 2U : 0U);
    return event->negated ? full / 2 : full;
}

td_telling td_fullest_telling(const td_ledger_input *input, const td_record_event *event) {
    td_telling best = td_telling_of(input, &event->members.items[0]);
    for (td_each(member, &event->members)) {
        td_telling telling = td_telling_of(input, member);
        if (fullness(telling.event) > fullness(best.event)) best = telling;
    }
    return best;
}

static bool frame_fits(td_view frame, const char *row) {
    td_view wanted = td_view_of(row);
    bool family = wanted.size > 0 && wanted.bytes[wanted.size - 1] == '.';
    return family ? td_view_starts_with(frame, wanted) : td_view_equal(frame, wanted);
}

const td_frame_kind *td_frame_kind_of(const td_ledger_input *input, const td_record_event *event,
                                      const td_frame_kind *rows, size_t count) {
    for (td_each(member, &event->members)) {
        td_telling telling = td_telling_of(input, member);
        td_view frame = td_outline_view(telling.outline, telling.event->frame);
        for (size_t row = 0; row < count; row++)
            if (frame_fits(frame, rows[row].frame)) return &rows[row];
    }
    return NULL;
}

const char *td_modality_status(const td_record_event *event) {
    static const char *const words[TD_MODALITY_COUNT] = {
        [TD_MODALITY_HAPPENED] = "done",         [TD_MODALITY_ENDED] = "done",
        [TD_MODALITY_UNDER_WAY] = "begun",       [TD_MODALITY_BEGUN] = "begun",
        [TD_MODALITY_ORDERED] = "ordered",       [TD_MODALITY_AGREED] = "agreed",
        [TD_MODALITY_ANNOUNCED] = "announced",   [TD_MODALITY_PLANNED] = "planned",
        [TD_MODALITY_EXPECTED] = "expected",     [TD_MODALITY_POSSIBLE] = "possible",
        [TD_MODALITY_ALLEGED] = "claimed",       [TD_MODALITY_HOPED] = "hoped for",
        [TD_MODALITY_CALLED_FOR] = "called for", [TD_MODALITY_REFUSED] = "refused",
        [TD_MODALITY_DENIED] = "denied",         [TD_MODALITY_UNDISCLOSED] = "undisclosed"};
    return event->negated ? "denied" : words[event->modality];
}

td_ledger_entry *td_entry_add(td_arena *arena, td_ledger_entry_array *entries, enum td_ledger_kind ledger,
                              const char *entry) {
    td_ledger_entry *made = td_push(arena, entries);
    *made = (td_ledger_entry){
        .ledger = ledger, .entry = td_view_of(entry), .interval = TD_INTERVAL_OPEN, .event = TD_NONE, .story = TD_NONE};
    return made;
}

void td_entry_evidence(td_arena *arena, td_ledger_entry *entry, td_index report, td_span span) {
    if (entry->evidence.count < MOST_EVIDENCE) *td_push(arena, &entry->evidence) = (td_evidence){report, span};
}

td_ledger_entry *td_entry_from_event(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries,
                                     enum td_ledger_kind ledger, const char *entry, td_index event) {
    const td_record_event *from = &input->record->events.items[event];
    td_ledger_entry *made = td_entry_add(arena, entries, ledger, entry);
    made->interval = from->interval;
    made->modality = from->modality;
    made->event = event;
    made->story = from->story;
    made->status = td_view_of(td_modality_status(from));
    td_index last = TD_NONE;
    for (td_each(member, &from->members)) {
        if (member->report == last) continue;
        last = member->report;
        td_telling telling = td_telling_of(input, member);
        td_span span = td_span_present(telling.event->clause) ? telling.event->clause : telling.event->trigger;
        td_entry_evidence(arena, made, member->report, span);
    }
    return made;
}

void td_entry_text(td_arena *arena, td_ledger_entry *entry, const char *name, td_view text) {
    bool known = td_view_present(text) && text.size > 0;
    *td_push(arena, &entry->fields) = (td_field){.name = name,
                                                 .type = known ? TD_FIELD_TEXT : TD_FIELD_NULL,
                                                 .text = known ? td_arena_copy(arena, text) : TD_VIEW_ABSENT};
}

void td_entry_number(td_arena *arena, td_ledger_entry *entry, const char *name, double number, bool known) {
    *td_push(arena, &entry->fields) =
        (td_field){.name = name, .type = known ? TD_FIELD_NUMBER : TD_FIELD_NULL, .number = known ? number : 0};
}

void td_entry_entity(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                     uint64_t key) {
    const td_store_entity *entity = key ? td_record_entity(input->record, key) : NULL;
    td_entry_text(arena, entry, name, entity ? entity->name : TD_VIEW_ABSENT);
}

static bool is_one_of(td_view role, const char *const *roles) {
    for (; *roles; roles++)
        if (td_view_equal(role, td_view_of(*roles))) return true;
    return false;
}

static void add_names(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                      const td_record_event *event, const char *const *roles, bool bodies) {
    char names[NAMES_BYTES];
    size_t size = 0;
    for (td_each(participant, &event->participants)) {
        const td_store_entity *entity =
            is_one_of(participant->role, roles) ? td_record_entity(input->record, participant->entity) : NULL;
        if (entity && bodies && entity->kind == TD_ENTITY_PERSON) continue;
        if (!entity || size + entity->name.size + 2 > sizeof names) continue;
        /* one who is both actor and object stands once */
        if (td_view_find((td_view){names, size}, entity->name, 0) != SIZE_MAX) continue;
        if (size) {
            memcpy(names + size, "; ", 2);
            size += 2;
        }
        memcpy(names + size, entity->name.bytes, entity->name.size);
        size += entity->name.size;
    }
    td_entry_text(arena, entry, name, (td_view){names, size});
}

/* True where somebody in one of the roles is no single person. */
static bool has_body(const td_ledger_input *input, const td_record_event *event, const char *const *roles) {
    for (td_each(participant, &event->participants)) {
        const td_store_entity *entity =
            is_one_of(participant->role, roles) ? td_record_entity(input->record, participant->entity) : NULL;
        if (entity && entity->kind != TD_ENTITY_PERSON) return true;
    }
    return false;
}

void td_entry_bodies(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                     const td_record_event *event, const char *const *roles) {
    add_names(input, arena, entry, name, event, roles, has_body(input, event, roles));
}

void td_entry_participants(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                           const td_record_event *event, const char *const *roles) {
    add_names(input, arena, entry, name, event, roles, false);
}

void td_entry_figure(td_arena *arena, td_ledger_entry *entry, const td_outline *outline,
                     const td_outline_figure *figure) {
    td_entry_number(arena, entry, "value", figure ? figure->value : 0, figure && figure->value_known);
    td_entry_number(arena, entry, "low", figure ? figure->low : 0, figure && figure->low_known);
    td_entry_number(arena, entry, "high", figure ? figure->high : 0, figure && figure->high_known);
    td_entry_text(arena, entry, "bound",
                  figure ? td_view_of(td_bound_label((enum td_bound)figure->bound)) : TD_VIEW_ABSENT);
    td_entry_text(arena, entry, "unit", figure ? td_outline_view(outline, figure->unit_text) : TD_VIEW_ABSENT);
}

const td_outline_figure *td_event_figure(const td_ledger_input *input, const td_record_event *event,
                                         uint32_t categories, const td_outline **outline) {
    for (td_each(member, &event->members)) {
        td_telling telling = td_telling_of(input, member);
        for (uint32_t slot = 0; slot < TD_OUTLINE_FIGURES; slot++) {
            if (telling.event->figures[slot] >= telling.outline->figures.count) continue;
            const td_outline_figure *figure = &telling.outline->figures.items[telling.event->figures[slot]];
            if (!(categories & (1U << figure->category))) continue;
            *outline = telling.outline;
            return figure;
        }
    }
    return NULL;
}
