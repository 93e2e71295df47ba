/*
 * Copies and where they come from.
 * Input: the shingles of all outlines. Output: record->copies and
 * record->origins, the report each origin family is named after.
 *
 * Reports are compared when an inverted index of shingles shows that they
 * share some. A shingle that very many reports have is boilerplate or a wire
 * text: it brings only neighbours in time together, so that the work stays
 * linear, and it alone never makes a shared passage; nor does what a page
 * puts around every report. Agencies and outlets only break ties.
 */

#include <stdlib.h>

#include "resolve/sharing.h"
#include "resolve/standing_text.h"

#define COMMON_NEIGHBOURS 3 /* how many later reports a common shingle leads to */
#define MOST_CANDIDATES 48  /* earlier reports compared with one */
#define REVISED_SHARE 0.5   /* of both texts' shingles */
#define EXCERPT_SHARE 0.7   /* of the shorter text's shingles */
#define MOST_SHARERS 16     /* later reports outside its family in whose shared passages a report is looked for */

typedef TD_ARRAY(td_sharing) sharing_array;

/* A later report and how many shingles of an earlier one lead to it. */
typedef struct candidate {
    td_index report;
    uint32_t shared;
} candidate;

static int compare_candidates(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    if (a->shared != b->shared) return a->shared > b->shared ? -1 : 1;
    return (a->report > b->report) - (a->report < b->report);
}

/* Counts by report, and which reports have one. */
typedef struct tally {
    uint32_t *counts;
    td_index *touched;
    uint32_t touched_count;
    candidate *candidates;
} tally;

static uint32_t find_candidates(const td_shingle_index *index, td_index report, tally *counts) {
    counts->touched_count = 0;
    for (uint32_t place = 0; place < index->texts[report].count; place++) {
        uint32_t at = td_shingle_posting(index, report, place);
        uint32_t left = td_shingle_is_common(index, at) ? COMMON_NEIGHBOURS : UINT32_MAX;
        td_index last = report;
        for (uint32_t next = at + 1; next < index->run_end[at] && left; next++) {
            td_index other = index->postings[next].report;
            if (other == last) continue;
            last = other;
            left--;
            if (counts->counts[other]++ == 0) counts->touched[counts->touched_count++] = other;
        }
    }
    for (uint32_t at = 0; at < counts->touched_count; at++) {
        td_index other = counts->touched[at];
        counts->candidates[at] = (candidate){other, counts->counts[other]};
        counts->counts[other] = 0;
    }
    if (counts->touched_count)
        qsort(counts->candidates, counts->touched_count, sizeof *counts->candidates, compare_candidates);
    return counts->touched_count < MOST_CANDIDATES ? counts->touched_count : MOST_CANDIDATES;
}

static bool same_words(const td_outline *a, const td_outline *b) {
    if (a->body_words != b->body_words || a->shingles.count != b->shingles.count) return false;
    if (a->sentences.count != b->sentences.count || a->terms.count != b->terms.count) return false;
    for (uint32_t at = 0; at < a->shingles.count; at++)
        if (a->shingles.items[at].key != b->shingles.items[at].key) return false;
    return a->terms.count == 0 || memcmp(a->terms.items, b->terms.items, a->terms.count * sizeof *a->terms.items) == 0;
}

static void judge(const td_comparison *comparison, const td_shingle_index *index, td_sharing *found) {
    const td_outline *a = &comparison->outlines[found->a], *b = &comparison->outlines[found->b];
    double share_a = (double)found->shingles / index->texts[found->a].count;
    double share_b = (double)found->shingles / index->texts[found->b].count;
    double smaller = share_a < share_b ? share_a : share_b, larger = share_a < share_b ? share_b : share_a;
    found->related = true;
    if (same_words(a, b))
        found->kind = TD_COPY_IDENTICAL;
    else if (smaller >= REVISED_SHARE)
        found->kind = TD_COPY_REVISED;
    else if (larger >= EXCERPT_SHARE)
        found->kind = TD_COPY_EXCERPT;
    else
        found->related = false;
}

/* ---- families: union-find whose root is the smallest report, until origins are chosen */

static td_index family_root(td_index *parents, td_index report) {
    while (parents[report] != report) {
        parents[report] = parents[parents[report]];
        report = parents[report];
    }
    return report;
}

static void join_families(td_index *parents, td_index a, td_index b) {
    a = family_root(parents, a);
    b = family_root(parents, b);
    if (a < b)
        parents[b] = a;
    else
        parents[a] = b;
}

/* Did the agency that others credit publish this itself? */
static bool is_agency_own(const td_outline *outline) {
    return td_view_present(outline->agency) && td_view_present(outline->outlet) &&
           td_view_equal_ascii_fold(outline->agency, outline->outlet);
}

/* The origin is the earliest whose day is known; of one day the agency's own, then the fullest, then the first. */
static bool is_better_origin(const td_outline *a, const td_outline *b) {
    bool a_dated = a->published.from != TD_DAY_UNKNOWN, b_dated = b->published.from != TD_DAY_UNKNOWN;
    if (a_dated != b_dated) return a_dated;
    if (a_dated && a->published.from != b->published.from) return a->published.from < b->published.from;
    if (is_agency_own(a) != is_agency_own(b)) return is_agency_own(a);
    return a->body_words > b->body_words;
}

static void choose_origins(const td_comparison *comparison, td_index *parents) {
    td_index *best = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    for (td_index at = 0; at < comparison->count; at++) best[at] = at;
    for (td_index at = 0; at < comparison->count; at++) {
        td_index root = family_root(parents, at);
        if (is_better_origin(&comparison->outlines[at], &comparison->outlines[best[root]])) best[root] = at;
    }
    for (td_index at = 0; at < comparison->count; at++)
        *td_push(comparison->arena, &comparison->record->origins) = best[family_root(parents, at)];
}

static void add_copy(td_comparison *comparison, enum td_copy_kind kind, td_evidence a, td_evidence b) {
    bool turned = is_better_origin(&comparison->outlines[b.report], &comparison->outlines[a.report]);
    *td_push(comparison->arena, &comparison->record->copies) =
        (td_copy){.kind = kind,
                  .a = turned ? b : a,
                  .b = turned ? a : b,
                  .origin = comparison->record->origins.items[turned ? b.report : a.report]};
}

/* One line for each member of a family: how it relates to the origin, or else to the member nearest to it. */
static void tell_families(td_comparison *comparison, const sharing_array *all) {
    const td_index *origins = comparison->record->origins.items;
    const td_sharing **line = TD_NEW_ARRAY(comparison->scratch, comparison->count, const td_sharing *);
    for (td_each(found, all)) {
        if (!found->related) continue;
        td_index origin = origins[found->a];
        bool direct = found->a == origin || found->b == origin;
        td_index member = found->b == origin ? found->a : found->b;
        const td_sharing *before = line[member];
        bool before_direct = before && (before->a == origin || before->b == origin);
        if (!before || (direct && !before_direct) || (direct == before_direct && found->shingles > before->shingles))
            line[member] = found;
    }
    for (td_index at = 0; at < comparison->count; at++)
        if (line[at])
            add_copy(comparison, line[at]->kind, (td_evidence){line[at]->a, line[at]->a_span},
                     (td_evidence){line[at]->b, line[at]->b_span});
}

/* Passages are told between origins: what a copy shares, its origin shares. */
static void tell_passages(td_comparison *comparison, const td_shingle_index *index, const sharing_array *all) {
    const td_index *origins = comparison->record->origins.items;
    for (td_each(found, all)) {
        if (origins[found->a] != found->a || origins[found->b] != found->b) continue;
        td_standing_text_drop(comparison, index, found);
        for (uint32_t at = 0; at < found->passage_count; at++)
            add_copy(comparison, TD_COPY_SHARED_PASSAGE, (td_evidence){found->a, found->passages[at].a},
                     (td_evidence){found->b, found->passages[at].b});
    }
}

void td_compare_copies(td_comparison *comparison) {
    td_arena *scratch = comparison->scratch;
    td_shingle_index index = {0};
    td_shingle_index_make(comparison, &index);
    tally counts = {.counts = TD_NEW_ARRAY(scratch, comparison->count, uint32_t),
                    .touched = TD_NEW_ARRAY(scratch, comparison->count, td_index),
                    .candidates = TD_NEW_ARRAY(scratch, comparison->count, candidate)};
    td_index *parents = TD_NEW_ARRAY(scratch, comparison->count, td_index);
    for (td_index at = 0; at < comparison->count; at++) parents[at] = at;

    sharing_array all = {0};
    for (td_index report = 0; report < comparison->count; report++) {
        uint32_t candidates = find_candidates(&index, report, &counts);
        uint32_t sharers = 0;
        for (uint32_t at = 0; at < candidates; at++) {
            td_sharing found = td_sharing_read(comparison, &index, report, counts.candidates[at].report);
            judge(comparison, &index, &found);
            if (found.related) join_families(parents, found.a, found.b);
            bool tell = found.related || (found.passage_count && sharers++ < MOST_SHARERS);
            if (tell) *td_push(scratch, &all) = found;
        }
    }
    choose_origins(comparison, parents);
    tell_families(comparison, &all);
    tell_passages(comparison, &index, &all);
}
