/*
 * The ledger of forces: what leaves, stays, arrives, lays down its arms.
 * Input: events of the record whose frame feeds it. Output: one entry an
 * event, however many reports tell it.
 */

#include "ledger/entry.h"
#include "ledger/ledgers.h"

static const td_frame_kind kinds[] = {
    {"withdraw.", "leaves", NULL},  {"reduce.", "leaves", NULL},      {"close.", "leaves", NULL},
    {"surrender", "leaves", NULL},  {"disarm.heavy", "leaves", NULL}, {"disarm", "disarms", NULL},
    {"disarm.", "disarms", NULL},   {"stay.", "stays", NULL},         {"deploy.", "arrives", NULL},
    {"reinforce", "arrives", NULL}, {"mobilise", "arrives", NULL},    {"patrol", "stays", NULL},
    {"aid.arm", "supplied", NULL},  {"aid.train", "trained", NULL},
};

/* A frame that no row names says by its type which way the forces move. */
static const char *kind_of_type(const td_record_event *event) {
    if (event->type == TD_EVENT_RETREAT) return td_view_equal(event->mode, TD_VIEW("disarm")) ? "disarms" : "leaves";
    return event->type == TD_EVENT_MOBILIZE ? "arrives" : "other";
}

/* "not all troops will leave", "will not withdraw": so they stay. A denial that they leave stays one. */
static void keep_back(const td_record_event *event, td_ledger_entry *entry) {
    if (event->modality == TD_MODALITY_DENIED || event->modality == TD_MODALITY_UNDISCLOSED) return;
    td_record_event staying = *event;
    staying.negated = false;
    entry->entry = TD_VIEW("stays");
    entry->status = td_view_of(td_modality_status(&staying));
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    static const char *const actors[] = {"actor", NULL};
    const uint32_t counted = 1U << TD_FIGURE_TROOPS | 1U << TD_FIGURE_EQUIPMENT;
    for (td_index at = 0; at < input->record->events.count; at++) {
        const td_record_event *event = &input->record->events.items[at];
        if (!(event->ledgers & (1U << TD_LEDGER_FORCES))) continue;
        const td_frame_kind *kind = td_frame_kind_of(input, event, kinds, sizeof kinds / sizeof *kinds);
        td_ledger_entry *entry =
            td_entry_from_event(input, arena, entries, TD_LEDGER_FORCES, kind ? kind->entry : kind_of_type(event), at);
        if (event->negated && td_view_equal(entry->entry, TD_VIEW("leaves"))) keep_back(event, entry);
        td_telling telling = td_fullest_telling(input, event);
        const td_outline *outline = NULL;
        const td_outline_figure *figure = td_event_figure(input, event, counted, &outline);
        td_entry_bodies(input, arena, entry, "force", event, actors);
        td_entry_text(arena, entry, "what", td_outline_view(telling.outline, telling.event->object_text));
        td_entry_figure(arena, entry, outline, figure);
        td_entry_entity(input, arena, entry, "from", telling.event->place_from);
        td_entry_entity(input, arena, entry, "to", telling.event->place_to);
        td_entry_entity(input, arena, entry, "place", event->place);
    }
}

const td_ledger td_ledger_forces = {TD_LEDGER_FORCES, keep};
