/*
 * Lexical cohesion of a part of a report with its rest.
 * Input: an outline and which sentences are which part. Output: their terms,
 * and whether enough of the part's return in the rest.
 */

#include "resolve/cohesion.h"

#include <stdlib.h>

static int compare_terms(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

static void sort_terms(td_term_set *set) {
    if (set->count) qsort(set->items, set->count, sizeof *set->items, compare_terms);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < set->count; at++)
        if (!kept || set->items[kept - 1] != set->items[at]) set->items[kept++] = set->items[at];
    set->count = kept;
}

static bool holds(const td_term_set *set, uint64_t term) {
    return set->count && bsearch(&term, set->items, set->count, sizeof *set->items, compare_terms);
}

/* How many terms stand in the sentences of one part. */
static uint32_t count_terms(const td_outline *outline, const enum td_report_part *parts, enum td_report_part wanted) {
    uint32_t count = 0;
    for (uint32_t at = 0; at < outline->sentences.count; at++) {
        const td_outline_sentence *sentence = &outline->sentences.items[at];
        if (parts[at] == wanted) count += sentence->terms_end - sentence->terms_start;
    }
    return count;
}

td_term_set td_term_set_make(const td_outline *outline, const enum td_report_part *parts, enum td_report_part wanted,
                             td_arena *arena) {
    td_term_set set = {TD_NEW_ARRAY(arena, count_terms(outline, parts, wanted), uint64_t), 0};
    for (uint32_t at = 0; at < outline->sentences.count; at++) {
        const td_outline_sentence *sentence = &outline->sentences.items[at];
        if (parts[at] != wanted) continue;
        for (uint32_t term = sentence->terms_start; term < sentence->terms_end; term++)
            set.items[set.count++] = outline->terms.items[term];
    }
    sort_terms(&set);
    return set;
}

td_cohesion td_cohesion_make(const td_outline *outline, const enum td_report_part *parts, td_arena *arena) {
    uint32_t inside = count_terms(outline, parts, TD_PART_INSIDE), rest = count_terms(outline, parts, TD_PART_REST);
    return (td_cohesion){.inside = td_term_set_make(outline, parts, TD_PART_INSIDE, arena),
                         .rest = td_term_set_make(outline, parts, TD_PART_REST, arena),
                         .share = inside + rest ? (double)inside / (inside + rest) : 1};
}

void td_term_set_intersect(td_term_set *set, const td_term_set *other) {
    uint32_t kept = 0;
    for (uint32_t at = 0; at < set->count; at++)
        if (holds(other, set->items[at])) set->items[kept++] = set->items[at];
    set->count = kept;
}

bool td_cohesion_holds(const td_cohesion *cohesion, const td_term_set *terms, double least) {
    uint32_t returning = 0;
    for (uint32_t at = 0; at < terms->count; at++) returning += holds(&cohesion->rest, terms->items[at]);
    return returning >= least * (1 - cohesion->share) * terms->count;
}
