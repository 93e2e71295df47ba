/*
 * The toll: killed, wounded, displaced, detained, violations.
 * Input: the figures of all outlines and the events they belong to. Output:
 * one entry for each number that is claimed of one thing, with every report
 * that claims it. A number that a later report of the same thing raises is
 * superseded; one that another excludes at the same time is disputed.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "base/map.h"
#include "ledger/entry.h"
#include "ledger/ledgers.h"
#include "lexicon/word_key.h"

#define EVENTS_LOOKED_AT 32 /* of a sentence, for the one a figure belongs to */

/* A figure of one report. */
typedef struct count {
    uint64_t thing; /* what is counted, of what event or story */
    td_index report, event;
    const td_outline_figure *figure;
    bool disputed;
} count;
typedef TD_ARRAY(count) count_array;

typedef struct keeping {
    const td_ledger_input *input;
    td_arena *arena;
    td_map event_of; /* report and event of a report, to the record's event */
    td_map disputed; /* report and start of a figure in a contradiction */
    count_array counts;
} keeping;

static uint64_t pair_key(td_index a, uint32_t b) {
    return (uint64_t)a << 32 | b;
}

static void index_record(keeping *work) {
    const td_record *record = work->input->record;
    td_map_init(&work->event_of, work->arena);
    td_map_init(&work->disputed, work->arena);
    for (td_index at = 0; at < record->events.count; at++)
        for (td_each(member, &record->events.items[at].members))
            td_map_put(&work->event_of, pair_key(member->report, member->event), at, NULL);
    for (td_each(conflict, &record->conflicts)) {
        if (conflict->kind != TD_CONFLICT_FIGURE || conflict->compatible) continue;
        for (td_each(claim, &conflict->claims))
            td_map_put(&work->disputed, pair_key(claim->evidence.report, claim->evidence.span.start), 1, NULL);
    }
}

static bool counts_here(const td_outline_figure *figure) {
    switch (figure->category) {
    case TD_FIGURE_KILLED:
    case TD_FIGURE_WOUNDED:
    case TD_FIGURE_DISPLACED:
    case TD_FIGURE_DETAINED:
    case TD_FIGURE_VIOLATIONS:
        return figure->value_known || figure->low_known || figure->high_known;
    default:
        return false;
    }
}

/* The first event of a sentence, or of one behind it. */
static uint32_t first_event(const td_outline *outline, uint32_t sentence) {
    uint32_t low = 0, high = outline->events.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (outline->events.items[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The first assault of a sentence; events come in the order of their sentences. */
static uint32_t first_assault(const td_outline *outline, uint32_t sentence) {
    uint32_t low = first_event(outline, sentence);
    uint32_t stop = low + EVENTS_LOOKED_AT < outline->events.count ? low + EVENTS_LOOKED_AT : outline->events.count;
    for (; low < stop && outline->events.items[low].sentence == sentence; low++)
        if (outline->events.items[low].type == TD_EVENT_ASSAULT) return low;
    return TD_NONE;
}

/* Does the event tell of people who suffer what the figure counts? */
static bool is_toll_of(const td_outline *outline, const td_outline_event *event, const td_outline_figure *figure) {
    td_view frame = td_outline_view(outline, event->frame);
    if (!(event->ledgers & (1U << TD_LEDGER_TOLL))) return false;
    bool injury = td_view_equal(frame, TD_VIEW("fight.injure")),
         flight = td_view_starts_with(frame, TD_VIEW("displace"));
    if (figure->category == TD_FIGURE_WOUNDED) return injury;
    if (figure->category == TD_FIGURE_DISPLACED) return flight;
    return figure->category == TD_FIGURE_KILLED && !injury && !flight;
}

/* "The toll rose to 60", in the headline or the sentence after the one that tells of the dead. */
static uint32_t toll_beside(const td_outline *outline, const td_outline_figure *figure) {
    uint32_t low = first_event(outline, figure->sentence ? figure->sentence - 1 : 0);
    for (uint32_t at = low; at < outline->events.count && at < low + EVENTS_LOOKED_AT; at++) {
        if (outline->events.items[at].sentence > figure->sentence + 1) break;
        if (is_toll_of(outline, &outline->events.items[at], figure)) return at;
    }
    return TD_NONE;
}

/* The event whose toll it is: its own, else the first assault of its sentence. */
static td_index event_of(const keeping *work, td_index report, const td_outline_figure *figure) {
    const td_outline *outline = &work->input->outlines[report];
    uint32_t at = figure->event;
    if (at >= outline->events.count) at = first_assault(outline, figure->sentence);
    if (at >= outline->events.count) at = toll_beside(outline, figure);
    if (at >= outline->events.count) return TD_NONE;
    const uint32_t *found = td_map_get(&work->event_of, pair_key(report, outline->events.items[at].index));
    return found ? *found : TD_NONE;
}

/* Words for people at large: "12 people", "12 dead" and "12 deaths" are one toll, "12 children" another. */
static uint64_t counted_head(uint64_t head) {
    static const char *const general[] = {"people",   "person", "dead", "death",
                                          "casualty", "victim", "life", "fatality"};
    for (size_t at = 0; at < sizeof general / sizeof *general; at++)
        if (head == td_word_key(td_view_of(general[at]))) return 0;
    return head;
}

static uint64_t thing_of(const td_outline_figure *figure, td_index event, td_index story) {
    uint64_t thing = td_hash_mix(td_hash_mix(11, figure->category), counted_head(figure->counts));
    thing = td_hash_mix(thing, figure->unit);
    if (event != TD_NONE) return td_hash_mix(td_hash_mix(thing, 1), event); /* "has risen to 60" is of it too */
    thing = td_hash_mix(thing, figure->cumulative);
    return td_hash_mix(td_hash_mix(td_hash_mix(thing, 2), story), figure->place);
}

/* Claims of one number stand together, then by report. */
static int compare_counts(const void *left, const void *right) {
    const count *a = left, *b = right;
    if (a->thing != b->thing) return a->thing < b->thing ? -1 : 1;
    const td_outline_figure *x = a->figure, *y = b->figure;
    if (x->bound != y->bound) return x->bound < y->bound ? -1 : 1;
    if (x->value != y->value) return x->value < y->value ? -1 : 1;
    if (x->low != y->low) return x->low < y->low ? -1 : 1;
    if (x->high != y->high) return x->high < y->high ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static bool same_number(const count *a, const count *b) {
    const td_outline_figure *x = a->figure, *y = b->figure;
    return a->thing == b->thing && x->bound == y->bound && x->value == y->value && x->low == y->low &&
           x->high == y->high;
}

/* The number a claim stands by: the value, else the bound it gives. */
static double number_of(const td_outline_figure *figure) {
    return figure->value_known ? figure->value : figure->low_known ? figure->low : figure->high;
}

static td_day told_on(const keeping *work, const count *one) {
    td_interval as_of = one->figure->as_of;
    td_day published = work->input->outlines[one->report].published.to;
    bool later = published != TD_DAY_UNKNOWN && as_of.to > published; /* "this year": so far */
    return td_interval_known(as_of) && !later ? as_of.to : published;
}

/* A number and the day it was told; after sorting, `most` is the largest of this day and later ones. */
typedef struct told_number {
    td_day day;
    double number, most;
} told_number;

static int compare_told(const void *left, const void *right) {
    const told_number *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* All numbers told of one thing, by day. */
typedef struct told_numbers {
    told_number *items;
    uint32_t count;
} told_numbers;

static told_numbers collect_told(const keeping *work, const count *all, const count *stop) {
    told_numbers told = {.items = TD_NEW_ARRAY(work->arena, (size_t)(stop - all), told_number)};
    for (const count *one = all; one < stop; one++)
        if (told_on(work, one) != TD_DAY_UNKNOWN)
            told.items[told.count++] = (told_number){.day = told_on(work, one), .number = number_of(one->figure)};
    if (told.count) qsort(told.items, told.count, sizeof *told.items, compare_told);
    for (uint32_t at = told.count; at-- > 0;) {
        double later = at + 1 < told.count ? told.items[at + 1].most : told.items[at].number;
        told.items[at].most = told.items[at].number > later ? told.items[at].number : later;
    }
    return told;
}

/* Does a claim of a later day raise the number of these? One without a day may be the latest of all. */
static bool is_superseded(const keeping *work, const told_numbers *told, const count *first, const count *last) {
    td_day latest = TD_DAY_UNKNOWN;
    for (const count *one = first; one < last; one++) {
        td_day day = told_on(work, one);
        if (day == TD_DAY_UNKNOWN) return false;
        if (latest == TD_DAY_UNKNOWN || day > latest) latest = day;
    }
    uint32_t low = 0, high = told->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (told->items[middle].day <= latest)
            low = middle + 1;
        else
            high = middle;
    }
    return low < told->count && told->items[low].most > number_of(first->figure);
}

static td_interval days_of(const keeping *work, const count *first, const count *last) {
    td_interval days = TD_INTERVAL_OPEN;
    for (const count *one = first; one < last; one++) {
        td_interval day =
            td_interval_known(one->figure->as_of) ? one->figure->as_of : work->input->outlines[one->report].published;
        if (!td_interval_known(day)) continue;
        days = td_interval_known(days) ? td_interval_cover(days, day) : day;
    }
    return days;
}

static void add_entry(const keeping *work, td_ledger_entry_array *entries, const count *first, const count *last,
                      const char *status, td_index story) {
    const td_outline *outline = &work->input->outlines[first->report];
    const td_record *record = work->input->record;
    const char *category = td_figure_category_label((enum td_figure_category)first->figure->category);
    td_ledger_entry *entry = td_entry_add(work->arena, entries, TD_LEDGER_TOLL, category);
    entry->event = first->event;
    entry->story = story;
    entry->interval = days_of(work, first, last);
    entry->modality = first->event != TD_NONE ? record->events.items[first->event].modality : TD_MODALITY_HAPPENED;
    entry->status = td_view_of(status);
    td_entry_text(work->arena, entry, "category", td_view_of(category));
    td_entry_figure(work->arena, entry, outline, first->figure);
    td_entry_text(work->arena, entry, "counts", td_outline_view(outline, first->figure->counts_text));
    *td_push(work->arena, &entry->fields) =
        (td_field){.name = "cumulative", .type = TD_FIELD_FLAG, .number = first->figure->cumulative ? 1 : 0};
    td_entry_entity(work->input, work->arena, entry, "place", first->figure->place);
    td_entry_entity(work->input, work->arena, entry, "attribution", first->figure->attribution);
    for (const count *one = first; one < last; one++)
        td_entry_evidence(work->arena, entry, one->report, one->figure->phrase);
}

static void keep_thing(const keeping *work, td_ledger_entry_array *entries, const count *all, const count *stop,
                       const td_index *story_of) {
    told_numbers told = collect_told(work, all, stop);
    for (const count *first = all, *last; first < stop; first = last) {
        bool disputed = first->disputed;
        for (last = first + 1; last < stop && same_number(first, last); last++) disputed = disputed || last->disputed;
        const char *status = is_superseded(work, &told, first, last) ? "superseded" : disputed ? "disputed" : "current";
        add_entry(work, entries, first, last, status, story_of[first->report]);
    }
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    keeping work = {.input = input, .arena = arena};
    index_record(&work);
    td_index *story_of = td_story_of_reports(input, arena);
    for (td_index report = 0; report < input->count; report++) {
        for (td_each(figure, &input->outlines[report].figures)) {
            if (!counts_here(figure)) continue;
            bool disputed = td_map_get(&work.disputed, pair_key(report, figure->span.start)) != NULL;
            *td_push(arena, &work.counts) = (count){
                .report = report, .event = event_of(&work, report, figure), .figure = figure, .disputed = disputed};
        }
    }
    for (td_each(one, &work.counts)) one->thing = thing_of(one->figure, one->event, story_of[one->report]);
    if (work.counts.count) qsort(work.counts.items, work.counts.count, sizeof *work.counts.items, compare_counts);
    for (uint32_t start = 0, end; start < work.counts.count; start = end) {
        for (end = start + 1;
             end < work.counts.count && work.counts.items[end].thing == work.counts.items[start].thing;)
            end++;
        keep_thing(&work, entries, work.counts.items + start, work.counts.items + end, story_of);
    }
}

const td_ledger td_ledger_toll = {TD_LEDGER_TOLL, keep};
