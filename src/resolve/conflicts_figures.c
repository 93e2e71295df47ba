/*
 * Figures that contradict each other.
 * Input: figures that count one thing: the same category, unit and head of
 * what is counted, of one event, or of one story and place where no event has
 * them. Output: a conflict where two claims of one time exclude each other,
 * and a compatible one where independent claims differ but can all hold.
 *
 * A toll that later reports raise is a series, not a contradiction; copies
 * claim once.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "resolve/conflicts.h"
#include "resolve/figure_range.h"

#define SAME_TIME 2         /* days within which another figure contradicts; beyond, time has passed */
#define EVENTS_LOOKED_AT 32 /* of a sentence, for the one a figure belongs to */
#define SERIES_JUMP 3.0     /* times the earlier figure: no revision of it */

typedef struct claim {
    uint64_t thing; /* what is counted, of what */
    td_index report, origin, event;
    const td_outline_figure *figure;
    td_interval when; /* as of, else published */
    td_figure_range range;
} claim;
typedef TD_ARRAY(claim) claim_array;

/* "12 people", "12 were killed" and "12 deaths" count the same; "12 children" do not. */
static uint64_t counted_head(uint64_t head) {
    static const char *const general[] = {"people",   "person", "dead", "death",
                                          "casualty", "victim", "life", "fatality"};
    for (size_t at = 0; at < sizeof general / sizeof *general; at++)
        if (head == td_word_key(td_view_of(general[at]))) return 0;
    return head;
}

/* The event that a figure counts the dead of: its own, else the first assault of its sentence. */
static td_index event_of_figure(const td_comparison *comparison, td_index report, const td_outline_figure *figure) {
    const td_outline *outline = &comparison->outlines[report];
    if (figure->event < outline->events.count) return comparison->event_of[report][figure->event];
    /* events come in the order of their sentences */
    uint32_t low = 0, high = outline->events.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (outline->events.items[middle].sentence < figure->sentence)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t stop = low + EVENTS_LOOKED_AT < outline->events.count ? low + EVENTS_LOOKED_AT : outline->events.count;
    for (; low < stop && outline->events.items[low].sentence == figure->sentence; low++)
        if (outline->events.items[low].type == TD_EVENT_ASSAULT) return comparison->event_of[report][low];
    return TD_NONE;
}

static bool can_conflict(const td_outline_figure *figure) {
    /* shells, sums and shares are told of many things in one breath */
    bool told_apart = figure->category != TD_FIGURE_OTHER && figure->category != TD_FIGURE_SHARE &&
                      figure->category != TD_FIGURE_EQUIPMENT && figure->category != TD_FIGURE_MONEY;
    if (!told_apart) return false;
    return (figure->low_known || figure->high_known || figure->value_known) && figure->bound != TD_BOUND_VAGUE_PLURAL;
}

static uint64_t thing_of(const td_comparison *comparison, td_index report, const td_outline_figure *figure,
                         td_index event) {
    uint64_t thing = td_hash_mix(9, figure->category);
    thing = td_hash_mix(thing, figure->unit);
    thing = td_hash_mix(thing, counted_head(figure->counts));
    thing = td_hash_mix(thing, figure->cumulative);
    if (event != TD_NONE) return td_hash_mix(td_hash_mix(thing, 1), event);
    thing = td_hash_mix(td_hash_mix(thing, 2), comparison->story_of[report]);
    return td_hash_mix(thing, td_comparison_entity(comparison, figure->place));
}

static int compare_claims(const void *left, const void *right) {
    const claim *a = left, *b = right;
    if (a->thing != b->thing) return a->thing < b->thing ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->figure->span.start > b->figure->span.start) - (a->figure->span.start < b->figure->span.start);
}

static void collect(const td_comparison *comparison, claim_array *claims) {
    for (td_index report = 0; report < comparison->count; report++) {
        const td_outline *outline = &comparison->outlines[report];
        for (td_each(figure, &outline->figures)) {
            if (!can_conflict(figure)) continue;
            td_index event = event_of_figure(comparison, report, figure);
            if (event == TD_NONE && !figure->place) continue; /* of what? a story counts many things */
            claim made = {.thing = thing_of(comparison, report, figure, event),
                          .report = report,
                          .origin = comparison->record->origins.items[report],
                          .event = event,
                          .figure = figure,
                          .when = td_interval_known(figure->as_of) ? figure->as_of : outline->published};
            made.range = td_figure_range_of(figure);
            *td_push(comparison->scratch, claims) = made;
        }
    }
    if (claims->count) qsort(claims->items, claims->count, sizeof *claims->items, compare_claims);
}

static bool same_words(const claim *a, const claim *b) {
    return td_figure_range_equal(a->range, b->range);
}

/* Each origin's claim of a value once, under each attribution: copies and repetitions claim nothing more. */
static uint32_t drop_repetitions(claim *claims, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t at = 0; at < count && kept < TD_MOST_CLAIMS; at++) {
        bool known = false;
        for (uint32_t k = 0; k < kept; k++)
            known = known || (claims[k].origin == claims[at].origin && same_words(&claims[k], &claims[at]) &&
                              claims[k].figure->attribution == claims[at].figure->attribution);
        if (!known) claims[kept++] = claims[at];
    }
    return kept;
}

/* A figure that a later report raises, or that its own origin corrects. `a` stands before `b`. */
static bool is_revision(const claim *a, const claim *b) {
    bool settled = a->when.to != TD_DAY_UNKNOWN && b->when.from != TD_DAY_UNKNOWN;
    if (!settled || b->when.from <= a->when.to) return false;
    if (a->origin == b->origin) return true;
    bool raised = b->range.low > a->range.high;
    if (b->when.from - a->when.to > SAME_TIME) return true;
    return raised && (isinf(a->range.high) || b->range.low < SERIES_JUMP * a->range.high);
}

static bool contradict(const claim *a, const claim *b) {
    if (td_figure_range_meets(a->range, b->range)) return false;
    /* one report that speaks of two numbers speaks of two things, unless it names two who say so */
    uint64_t by_a = a->figure->attribution, by_b = b->figure->attribution;
    if (a->report == b->report && (by_a == by_b || !by_a || !by_b)) return false;
    return a->when.from <= b->when.from ? !is_revision(a, b) : !is_revision(b, a);
}

static td_view say_value(td_comparison *comparison, const td_outline_figure *figure) {
    static const char *const words[TD_BOUND_COUNT] = {
        [TD_BOUND_APPROX] = "about ",        [TD_BOUND_ALMOST] = "almost ",   [TD_BOUND_AT_LEAST] = "at least ",
        [TD_BOUND_MORE_THAN] = "more than ", [TD_BOUND_AT_MOST] = "at most ", [TD_BOUND_LESS_THAN] = "less than "};
    if (figure->bound == TD_BOUND_RANGE && figure->low_known && figure->high_known)
        return td_arena_format(comparison->arena, "%.15g to %.15g", figure->low, figure->high);
    double number = figure->value_known ? figure->value : figure->low_known ? figure->low : figure->high;
    const char *before = figure->bound < TD_BOUND_COUNT && words[figure->bound] ? words[figure->bound] : "";
    return td_arena_format(comparison->arena, "%s%.15g", before, number);
}

static td_view say_about(td_comparison *comparison, const claim *one) {
    const td_outline *outline = &comparison->outlines[one->report];
    const char *category = td_figure_category_label((enum td_figure_category)one->figure->category);
    td_view counts = td_outline_view(outline, one->figure->counts_text);
    td_view of = one->event != TD_NONE ? comparison->record->events.items[one->event].title
                                       : comparison->record->stories.items[comparison->story_of[one->report]].title;
    bool plain = counts.size == 0 || counted_head(one->figure->counts) == 0;
    if (plain) return td_arena_format(comparison->arena, "%s: %.*s", category, TD_VIEW_ARGUMENTS(of));
    return td_arena_format(comparison->arena, "%s (%.*s): %.*s", category, TD_VIEW_ARGUMENTS(counts),
                           TD_VIEW_ARGUMENTS(of));
}

static void judge(td_comparison *comparison, const claim *claims, uint32_t count) {
    bool involved[TD_MOST_CLAIMS] = {false};
    bool against = false, independent = false;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = i + 1; j < count; j++) {
            bool differ = claims[i].origin != claims[j].origin && !same_words(&claims[i], &claims[j]);
            independent = independent || (differ && td_figure_range_meets(claims[i].range, claims[j].range));
            if (!contradict(&claims[i], &claims[j])) continue;
            against = involved[i] = involved[j] = true;
        }
    }
    if (!against && !independent) return;
    td_view about = say_about(comparison, &claims[0]);
    td_conflict *conflict = td_conflict_add(comparison, TD_CONFLICT_FIGURE, about, claims[0].event, !against);
    for (uint32_t at = 0; at < count; at++) {
        if (against && !involved[at]) continue;
        td_conflict_claim(comparison, conflict, (td_evidence){claims[at].report, claims[at].figure->span},
                          say_value(comparison, claims[at].figure), claims[at].figure->attribution);
    }
}

void td_conflicts_of_figures(td_comparison *comparison) {
    claim_array claims = {0};
    collect(comparison, &claims);
    for (uint32_t start = 0, end; start < claims.count; start = end) {
        for (end = start + 1; end < claims.count && claims.items[end].thing == claims.items[start].thing;) end++;
        uint32_t count = drop_repetitions(claims.items + start, end - start);
        if (count > 1) judge(comparison, claims.items + start, count);
    }
}
