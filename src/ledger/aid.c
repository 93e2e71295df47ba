/*
 * The ledger of aid: delivered, promised, let in, kept out.
 * Input: events of the record whose frame feeds it. Output: one entry an event
 * with who brings what to whom, and how many it reaches.
 */

#include "ledger/entry.h"
#include "ledger/ledgers.h"

static const td_frame_kind kinds[] = {
    {"aid.block", "blocked", NULL},      {"aid.loot", "blocked", NULL},           {"aid.suspend", "suspended", NULL},
    {"aid.pledge", "pledge", NULL},      {"aid.finance", "funding", NULL},        {"aid.access", "access", NULL},
    {"aid.allow_entry", "access", NULL}, {"aid.access_improves", "access", NULL}, {"aid.airlift", "evacuation", NULL},
    {"aid.shelter", "shelter", NULL},    {"aid.return_home", "return", NULL},     {"aid.", "delivery", NULL},
};

static const char *kind_of_type(const td_record_event *event) {
    return event->type == TD_EVENT_COERCE || event->type == TD_EVENT_SANCTION ? "blocked" : "delivery";
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    static const char *const givers[] = {"actor", NULL}, *const takers[] = {"target", NULL};
    const uint32_t reached = 1U << TD_FIGURE_AID_RECIPIENTS | 1U << TD_FIGURE_DISPLACED;
    for (td_index at = 0; at < input->record->events.count; at++) {
        const td_record_event *event = &input->record->events.items[at];
        if (!(event->ledgers & (1U << TD_LEDGER_AID))) continue;
        const td_frame_kind *kind = td_frame_kind_of(input, event, kinds, sizeof kinds / sizeof *kinds);
        td_ledger_entry *entry =
            td_entry_from_event(input, arena, entries, TD_LEDGER_AID, kind ? kind->entry : kind_of_type(event), at);
        td_telling telling = td_fullest_telling(input, event);
        const td_outline *outline = NULL;
        const td_outline_figure *figure = td_event_figure(input, event, reached, &outline);
        td_entry_participants(input, arena, entry, "by", event, givers);
        td_entry_text(arena, entry, "what", td_outline_view(telling.outline, telling.event->object_text));
        td_entry_participants(input, arena, entry, "recipients", event, takers);
        td_entry_figure(arena, entry, outline, figure);
        td_entry_entity(input, arena, entry, "place", event->place);
    }
}

const td_ledger td_ledger_aid = {TD_LEDGER_AID, keep};
