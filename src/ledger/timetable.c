/*
 * The timetable: elections, transitions, deadlines, and what parties bind
 * themselves to do by a day.
 * Input: events of the record whose frame feeds it, where they lie ahead of
 * some report that tells them or are of a kind that is always a date. Output:
 * one entry an event.
 */

#include "ledger/entry.h"
#include "ledger/ledgers.h"

static const td_frame_kind kinds[] = {
    {"rule.election", "election", NULL},
    {"rule.election_held", "election", NULL},
    {"rule.postpone_election", "postponement", NULL},
    {"rule.form", "transition", NULL},
    {"rule.", "transition", NULL},
    {"withdraw.", "withdrawal", NULL},
    {"reduce.", "withdrawal", NULL},
    {"deploy.", "deployment", NULL},
    {"talk.", "talks", NULL},
};

/* Did it lie ahead when some report told it? */
static bool was_ahead(const td_ledger_input *input, const td_record_event *event) {
    for (td_each(claim, &event->history)) {
        enum td_modality modality = claim->modality;
        bool bound = modality == TD_MODALITY_PLANNED || modality == TD_MODALITY_EXPECTED ||
                     modality == TD_MODALITY_ORDERED || modality == TD_MODALITY_AGREED ||
                     modality == TD_MODALITY_ANNOUNCED;
        if (bound && !claim->negated) return true;
    }
    for (td_each(member, &event->members)) {
        td_telling telling = td_telling_of(input, member);
        td_day published = telling.outline->published.to;
        if (telling.event->dated && published != TD_DAY_UNKNOWN && telling.event->interval.from != TD_DAY_UNKNOWN &&
            telling.event->interval.from > published)
            return true;
    }
    return false;
}

/* An election is a date whenever it is told of; a withdrawal only while it lies ahead. */
static bool is_always_a_date(const char *label) {
    return strcmp(label, "election") == 0 || strcmp(label, "postponement") == 0;
}

static void add_day(td_arena *arena, td_ledger_entry *entry, const char *name, td_day day) {
    char text[11];
    if (day != TD_DAY_UNKNOWN) td_day_format(day, text);
    td_entry_text(arena, entry, name, day != TD_DAY_UNKNOWN ? td_view_of(text) : TD_VIEW_ABSENT);
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    static const char *const actors[] = {"actor", NULL};
    for (td_index at = 0; at < input->record->events.count; at++) {
        const td_record_event *event = &input->record->events.items[at];
        bool talks_ahead = (event->ledgers & (1U << TD_LEDGER_TALKS)) && td_interval_known(event->interval);
        bool feeds = (event->ledgers & (1U << TD_LEDGER_TIMETABLE)) || talks_ahead;
        if (!feeds) continue;
        const td_frame_kind *kind = td_frame_kind_of(input, event, kinds, sizeof kinds / sizeof *kinds);
        const char *label = kind ? kind->entry : "date";
        if (!is_always_a_date(label) && !was_ahead(input, event)) continue;
        td_ledger_entry *entry = td_entry_from_event(input, arena, entries, TD_LEDGER_TIMETABLE, label, at);
        td_telling telling = td_fullest_telling(input, event);
        td_entry_participants(input, arena, entry, "who", event, actors);
        td_entry_text(arena, entry, "what", event->title);
        td_entry_text(arena, entry, "of", td_outline_view(telling.outline, telling.event->object_text));
        add_day(arena, entry, "from", event->interval.from);
        add_day(arena, entry, "by", event->interval.to);
        td_entry_entity(input, arena, entry, "place", event->place);
    }
}

const td_ledger td_ledger_timetable = {TD_LEDGER_TIMETABLE, keep};
