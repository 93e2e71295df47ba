/*
 * The ledger of talks: rounds, meetings, mediation, agreements, and what comes
 * next.
 * Input: events of the record whose frame feeds it. Output: one entry an
 * event; its next date is that of the next planned talks of the same story.
 */

#include <stdlib.h>

#include "ledger/entry.h"
#include "ledger/ledgers.h"

static const td_frame_kind kinds[] = {
    {"talk.open", "round", "opened"},
    {"talk.resume", "round", "opened"},
    {"talk.resume_self", "round", "opened"},
    {"talk.adjourn", "round", "adjourned"},
    {"talk.adjourn_self", "round", "adjourned"},
    {"talk.collapse", "round", "collapsed"},
    {"talk.end", "round", "ended"},
    {"talk.break_off", "round", "broken off"},
    {"talk.quit_from", "round", "broken off"},
    {"talk.boycott", "boycott", NULL},
    {"talk.mediate", "mediation", NULL},
    {"talk.propose", "proposal", NULL},
    {"talk.phone", "call", NULL},
    {"talk.phone_call", "call", NULL},
    {"talk.visit", "visit", NULL},
    {"talk.arrive", "visit", NULL},
    {"talk.leave_for", "visit", NULL},
    {"talk.host", "visit", NULL},
    {"talk.talks", "round", NULL},
    {"talk.negotiate", "round", NULL},
    {"talk.convene", "round", NULL},
    {"talk.progress", "round", NULL},
    {"talk.", "meeting", NULL},
    {"agree.", "agreement", NULL},
    {"rule.", "decision", NULL},
};

static bool is_ahead(enum td_modality modality) {
    return modality == TD_MODALITY_PLANNED || modality == TD_MODALITY_EXPECTED || modality == TD_MODALITY_ANNOUNCED ||
           modality == TD_MODALITY_ORDERED || modality == TD_MODALITY_AGREED;
}

/* A frame that says how far the talks are speaks of facts only: "will open" is scheduled. */
static const char *status_of(const td_frame_kind *kind, const td_record_event *event) {
    bool ahead = is_ahead(event->modality) && !event->negated;
    bool round = kind && strcmp(kind->entry, "round") == 0;
    if (ahead && round) return "scheduled";
    bool fact = td_modality_rank(event->modality) >= td_modality_rank(TD_MODALITY_BEGUN) && !event->negated;
    return kind && kind->status && fact ? kind->status : td_modality_status(event);
}

/* "third", "fresh", "new" before "round". */
static td_view round_of(td_view words) {
    size_t at = td_view_find(words, TD_VIEW(" round"), 0);
    if (at == SIZE_MAX) return TD_VIEW_ABSENT;
    size_t start = at;
    while (start > 0 && words.bytes[start - 1] != ' ') start--;
    td_view word = td_view_slice(words, start, at);
    bool article = td_view_equal_ascii_fold(word, TD_VIEW("the")) || td_view_equal_ascii_fold(word, TD_VIEW("a"));
    return article ? TD_VIEW_ABSENT : word;
}

/* Talks ahead, by story and day. */
typedef struct coming {
    td_index story;
    td_day day;
} coming;

static int compare_coming(const void *left, const void *right) {
    const coming *a = left, *b = right;
    if (a->story != b->story) return a->story < b->story ? -1 : 1;
    return (a->day > b->day) - (a->day < b->day);
}

typedef TD_ARRAY(coming) coming_array;

static bool feeds(const td_record_event *event) {
    return (event->ledgers & (1U << TD_LEDGER_TALKS)) != 0;
}

static coming_array find_coming(const td_ledger_input *input, td_arena *arena) {
    coming_array all = {0};
    for (td_each(event, &input->record->events))
        if (feeds(event) && is_ahead(event->modality) && !event->negated && event->interval.from != TD_DAY_UNKNOWN)
            *td_push(arena, &all) = (coming){event->story, event->interval.from};
    if (all.count) qsort(all.items, all.count, sizeof *all.items, compare_coming);
    return all;
}

/* The first day of the story's coming talks after `day`; TD_DAY_UNKNOWN if none is known. */
static td_day next_after(const coming_array *all, td_index story, td_day day) {
    uint32_t low = 0, high = all->count;
    coming wanted = {story, day == TD_DAY_UNKNOWN ? day : day + 1};
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_coming(&all->items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < all->count && all->items[low].story == story ? all->items[low].day : TD_DAY_UNKNOWN;
}

static void add_next(const coming_array *all, td_arena *arena, const td_record_event *event, td_ledger_entry *entry) {
    td_day next =
        event->interval.to == TD_DAY_UNKNOWN ? TD_DAY_UNKNOWN : next_after(all, event->story, event->interval.to);
    char day[11];
    if (next != TD_DAY_UNKNOWN) td_day_format(next, day);
    td_entry_text(arena, entry, "next", next != TD_DAY_UNKNOWN ? td_view_of(day) : TD_VIEW_ABSENT);
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    static const char *const everyone[] = {"actor", "target", NULL}, *const actors[] = {"actor", NULL},
                             *const targets[] = {"target", NULL}, *const nobody[] = {NULL};
    coming_array ahead = find_coming(input, arena);
    for (td_index at = 0; at < input->record->events.count; at++) {
        const td_record_event *event = &input->record->events.items[at];
        if (!feeds(event)) continue;
        const td_frame_kind *kind = td_frame_kind_of(input, event, kinds, sizeof kinds / sizeof *kinds);
        td_ledger_entry *entry =
            td_entry_from_event(input, arena, entries, TD_LEDGER_TALKS, kind ? kind->entry : "meeting", at);
        entry->status = td_view_of(status_of(kind, event));
        bool mediated = td_view_equal(entry->entry, TD_VIEW("mediation"));
        td_telling telling = td_fullest_telling(input, event);
        td_view what = td_outline_view(telling.outline, telling.event->object_text);
        td_entry_participants(input, arena, entry, "participants", event, mediated ? targets : everyone);
        td_entry_participants(input, arena, entry, "mediators", event, mediated ? actors : nobody);
        td_entry_text(arena, entry, "what", what);
        td_entry_text(arena, entry, "round", round_of(what));
        td_entry_entity(input, arena, entry, "place", event->place);
        add_next(&ahead, arena, event, entry);
    }
}

const td_ledger td_ledger_talks = {TD_LEDGER_TALKS, keep};
