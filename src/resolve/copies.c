/*
 * Copies and where they come from.
 * Input: the shingles of all outlines. Output: record->copies and
 * record->origins, the report each origin family is named after.
 *
 * Reports are compared when an inverted index of shingles shows that they
 * share some. A shingle that very many reports have is boilerplate or a wire
 * text: it brings only neighbours in time together, so that the work stays
 * linear, and it alone never makes a shared passage. Agencies and outlets
 * only break ties.
 */

#include <stdlib.h>

#include "resolve/shingle_index.h"

#define COMMON_NEIGHBOURS 3 /* how many later reports a common shingle leads to */
#define MOST_CANDIDATES 48  /* earlier reports compared with one */
#define REVISED_SHARE 0.5   /* of both texts' shingles */
#define EXCERPT_SHARE 0.7   /* of the shorter text's shingles */
#define PASSAGE_BYTES 90    /* what 20 words take at least, where shingles stop a little short of them */
#define PASSAGE_GAP 140     /* bytes between shingles of one passage: a window of words */
#define MOST_PASSAGES 6     /* of one pair of reports */
#define MOST_SHARERS 8      /* later reports outside its family that a report is told to share passages with */

/* A passage: from the first to the last of the shingles it was found by. */
typedef struct passage {
    td_span a, b;
    uint32_t shingles;
    bool rare; /* some shingle of it is not common */
} passage;

/* What two reports share. */
typedef struct sharing {
    td_index a, b; /* a < b */
    uint32_t shingles;
    td_span a_span, b_span;
    passage passages[MOST_PASSAGES];
    uint32_t passage_count;
    bool related; /* `kind` puts them into one family */
    enum td_copy_kind kind;
} sharing;
typedef TD_ARRAY(sharing) sharing_array;

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
        uint32_t left = index->is_common[at] ? COMMON_NEIGHBOURS : UINT32_MAX;
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

static bool continues(const passage *last, td_span a, td_span b) {
    return a.start >= last->a.start && b.start >= last->b.start && a.start <= last->a.end + PASSAGE_GAP &&
           b.start <= last->b.end + PASSAGE_GAP;
}

/* Two sentences of the same content words are taken whole: shingles may stop short of their ends. */
static bool same_sentence(const td_outline *a, const td_outline *b, uint32_t at_a, uint32_t at_b, td_span *in_a,
                          td_span *in_b) {
    uint32_t i = td_outline_sentence_at(a, at_a), j = td_outline_sentence_at(b, at_b);
    if (i == TD_NONE || j == TD_NONE) return false;
    const td_outline_sentence *one = &a->sentences.items[i], *other = &b->sentences.items[j];
    uint32_t terms = one->terms_end - one->terms_start;
    if (terms == 0 || terms != other->terms_end - other->terms_start) return false;
    *in_a = one->span;
    *in_b = other->span;
    return memcmp(a->terms.items + one->terms_start, b->terms.items + other->terms_start,
                  terms * sizeof *a->terms.items) == 0;
}

static void reach_to_sentence_ends(const td_outline *a, const td_outline *b, passage *open) {
    td_span in_a, in_b;
    if (same_sentence(a, b, open->a.start, open->b.start, &in_a, &in_b)) {
        open->a.start = in_a.start;
        open->b.start = in_b.start;
    }
    if (same_sentence(a, b, open->a.end - 1, open->b.end - 1, &in_a, &in_b)) {
        open->a.end = in_a.end;
        open->b.end = in_b.end;
    }
}

/* A passage is over: keep it if it is long enough. */
static void close_passage(const td_outline *a, const td_outline *b, sharing *found, passage *open) {
    if (!open->shingles || !open->rare) return;
    reach_to_sentence_ends(a, b, open);
    if (open->a.end - open->a.start < PASSAGE_BYTES || found->passage_count == MOST_PASSAGES) return;
    found->passages[found->passage_count++] = *open;
}

static void add_to_passages(const td_outline *one, const td_outline *other, sharing *found, passage *open, td_span a,
                            td_span b, bool rare) {
    if (open->shingles && continues(open, a, b)) {
        open->a = td_span_join(open->a, a);
        open->b = td_span_join(open->b, b);
        open->shingles++;
        open->rare = open->rare || rare;
        return;
    }
    close_passage(one, other, found, open);
    *open = (passage){a, b, 1, rare};
}

/* Read two reports side by side, in the order of the first. */
static sharing compare_pair(const td_comparison *comparison, const td_shingle_index *index, td_index a, td_index b) {
    const td_outline *one = &comparison->outlines[a], *other = &comparison->outlines[b];
    sharing found = {.a = a, .b = b, .a_span = TD_SPAN_NONE, .b_span = TD_SPAN_NONE};
    passage open = {0};
    uint32_t last = UINT32_MAX;
    for (uint32_t place = 0; place < index->texts[a].count; place++) {
        uint32_t at = td_shingle_posting(index, a, place);
        uint32_t there = td_shingle_place(index, at, b, last);
        if (there == UINT32_MAX) continue;
        last = there;
        found.shingles++;
        td_span a_span = index->texts[a].items[place].span, b_span = index->texts[b].items[there].span;
        found.a_span = td_span_join(found.a_span, a_span);
        found.b_span = td_span_join(found.b_span, b_span);
        add_to_passages(one, other, &found, &open, a_span, b_span, !index->is_common[at]);
    }
    close_passage(one, other, &found, &open);
    return found;
}

static bool same_words(const td_outline *a, const td_outline *b) {
    if (a->body_words != b->body_words || a->shingles.count != b->shingles.count) return false;
    if (a->sentences.count != b->sentences.count || a->terms.count != b->terms.count) return false;
    for (uint32_t at = 0; at < a->shingles.count; at++)
        if (a->shingles.items[at].key != b->shingles.items[at].key) return false;
    return a->terms.count == 0 || memcmp(a->terms.items, b->terms.items, a->terms.count * sizeof *a->terms.items) == 0;
}

static void judge(const td_comparison *comparison, const td_shingle_index *index, sharing *found) {
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
    const sharing **line = TD_NEW_ARRAY(comparison->scratch, comparison->count, const sharing *);
    for (td_each(found, all)) {
        if (!found->related) continue;
        td_index origin = origins[found->a];
        bool direct = found->a == origin || found->b == origin;
        td_index member = found->b == origin ? found->a : found->b;
        const sharing *before = line[member];
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
static void tell_passages(td_comparison *comparison, const sharing_array *all) {
    const td_index *origins = comparison->record->origins.items;
    for (td_each(found, all)) {
        if (origins[found->a] != found->a || origins[found->b] != found->b) continue;
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
            sharing found = compare_pair(comparison, &index, report, counts.candidates[at].report);
            judge(comparison, &index, &found);
            if (found.related) join_families(parents, found.a, found.b);
            bool tell = found.related || (found.passage_count && sharers++ < MOST_SHARERS);
            if (tell) *td_push(scratch, &all) = found;
        }
    }
    choose_origins(comparison, parents);
    tell_families(comparison, &all);
    tell_passages(comparison, &all);
}
