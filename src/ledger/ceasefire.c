/*
 * The ledger of ceasefires: truces in force and since when, extensions,
 * violations, parties left out, collapse.
 * Input: events of the record whose frame feeds it. Output: one entry an
 * event, its parties by name.
 */

#include "ledger/entry.h"
#include "ledger/ledgers.h"

static const td_frame_kind kinds[] = {
    {"ceasefire.violate", "violation", NULL},   {"ceasefire.violations", "violation", NULL},
    {"ceasefire.collapse", "collapse", "over"}, {"ceasefire.end", "collapse", "over"},
    {"ceasefire.extend", "extension", NULL},    {"ceasefire.reject", "rejection", NULL},
    {"ceasefire.monitor", "monitoring", NULL},  {"ceasefire.exclude", "exclusion", "excluded"},
    {"ceasefire.stop", "halt", NULL},           {"ceasefire.subside", "halt", NULL},
    {"ceasefire.cease_fire", "halt", NULL},     {"withdraw.lift_siege", "halt", NULL},
    {"buffer_zone", "buffer zone", NULL},       {"disarm", "disarmament", NULL},
    {"disarm.", "disarmament", NULL},           {"ceasefire.", "truce", NULL},
};

/* A frame that no row names: fighting that bears on a truce, or a truce. */
static const char *kind_of_type(const td_record_event *event) {
    return event->type == TD_EVENT_ASSAULT || event->type == TD_EVENT_COERCE ? "fighting" : "truce";
}

/* Fighting bears on a truce where it is told as a fact, of somebody, something or some place: "they fought us" is not.
 */
static bool is_bare_fighting(const td_ledger_input *input, const td_record_event *event, const td_frame_kind *kind) {
    if (kind || (event->type != TD_EVENT_ASSAULT && event->type != TD_EVENT_COERCE)) return false;
    bool real = event->modality == TD_MODALITY_HAPPENED || event->modality == TD_MODALITY_BEGUN ||
                event->modality == TD_MODALITY_UNDER_WAY || event->modality == TD_MODALITY_ENDED ||
                event->modality == TD_MODALITY_ALLEGED || event->modality == TD_MODALITY_DENIED;
    bool named = event->participants.count || event->place || td_fullest_telling(input, event).event->object_text.size;
    return !real || !named;
}

/* A truce that is kept, has begun or was declared as a fact is in force; one that is only wanted is not. */
static const char *truce_status(const td_record_event *event) {
    if (event->negated) return "not in force";
    switch (event->modality) {
    case TD_MODALITY_HAPPENED:
    case TD_MODALITY_UNDER_WAY:
    case TD_MODALITY_BEGUN:
        return "in force";
    case TD_MODALITY_ENDED:
        return "over";
    default:
        return td_modality_status(event);
    }
}

/* "the truce does not cover the sect" leaves the sect out. */
static bool is_cover(const td_ledger_input *input, const td_record_event *event) {
    static const td_frame_kind cover[] = {{"ceasefire.cover", "truce", NULL}};
    return td_frame_kind_of(input, event, cover, 1) != NULL;
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    static const char *const sides[] = {"actor", "target", NULL};
    const uint32_t counted = 1U << TD_FIGURE_VIOLATIONS | 1U << TD_FIGURE_KILLED;
    for (td_index at = 0; at < input->record->events.count; at++) {
        const td_record_event *event = &input->record->events.items[at];
        if (!(event->ledgers & (1U << TD_LEDGER_CEASEFIRE))) continue;
        const td_frame_kind *kind = td_frame_kind_of(input, event, kinds, sizeof kinds / sizeof *kinds);
        if (is_bare_fighting(input, event, kind)) continue;
        td_ledger_entry *entry = td_entry_from_event(input, arena, entries, TD_LEDGER_CEASEFIRE,
                                                     kind ? kind->entry : kind_of_type(event), at);
        if (event->negated && kind && is_cover(input, event)) {
            entry->entry = TD_VIEW("exclusion");
            entry->status = TD_VIEW("excluded");
        }
        bool truce = td_view_equal(entry->entry, TD_VIEW("truce"));
        if (truce)
            entry->status = td_view_of(truce_status(event));
        else if (kind && kind->status && !event->negated)
            entry->status = td_view_of(kind->status);
        td_telling telling = td_fullest_telling(input, event);
        const td_outline *outline = NULL;
        const td_outline_figure *figure = td_event_figure(input, event, counted, &outline);
        td_entry_bodies(input, arena, entry, "parties", event, sides);
        td_entry_text(arena, entry, "what", td_outline_view(telling.outline, telling.event->object_text));
        td_entry_entity(input, arena, entry, "place", event->place);
        char since[11];
        bool begun =
            truce && event->interval.from != TD_DAY_UNKNOWN && td_view_equal(entry->status, TD_VIEW("in force"));
        if (begun) td_day_format(event->interval.from, since);
        td_entry_text(arena, entry, "since", begun ? td_view_of(since) : TD_VIEW_ABSENT);
        td_entry_figure(arena, entry, outline, figure);
    }
}

const td_ledger td_ledger_ceasefire = {TD_LEDGER_CEASEFIRE, keep};
