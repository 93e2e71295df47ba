/*
 * Sentences that outlets print again and again.
 * Input: the sentences of all reports. Output: which of them are formulas:
 * the same words in several reports over so many weeks that no one story
 * holds them ("Anyone with information is asked to call ..."). They say
 * nothing about what a report tells. A report that is made of them for the
 * most part, and speaks of the same things elsewhere, is one told again.
 */

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "resolve/cohesion.h"
#include "resolve/comparison.h"

#define FORMULA_REPORTS 3
#define FORMULA_DAYS 60
#define TOLD_AGAIN_SHARE 0.4    /* of a report's content words that its formulas take, if it is one told again */
#define TOLD_AGAIN_COHESION 0.6 /* of them with the rest; see cohesion.h */
#define TOLD_AGAIN_REST 12      /* content words beside them: a headline over log-in text is no report */
#define FORMULA_WORDS 2         /* content words at least: shorter ones recur by chance */

typedef struct occurrence {
    uint64_t print; /* hash of the sentence's content words */
    td_index report;
    uint32_t sentence;
} occurrence;

static int compare_occurrences(const void *left, const void *right) {
    const occurrence *a = left, *b = right;
    if (a->print != b->print) return a->print < b->print ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

static occurrence *collect(const td_comparison *comparison, uint32_t *count) {
    size_t room = 0;
    for (td_index report = 0; report < comparison->count; report++)
        room += comparison->outlines[report].sentences.count;
    occurrence *all = TD_NEW_ARRAY(comparison->scratch, room, occurrence);
    *count = 0;
    for (td_index report = 0; report < comparison->count; report++) {
        const td_outline *outline = &comparison->outlines[report];
        for (uint32_t at = 0; at < outline->sentences.count; at++) {
            const td_outline_sentence *sentence = &outline->sentences.items[at];
            if (sentence->terms_end - sentence->terms_start < FORMULA_WORDS) continue;
            uint64_t print = 13;
            for (uint32_t term = sentence->terms_start; term < sentence->terms_end; term++)
                print = td_hash_mix(print, outline->terms.items[term]);
            all[(*count)++] = (occurrence){print, report, at};
        }
    }
    if (*count) qsort(all, *count, sizeof *all, compare_occurrences);
    return all;
}

static bool is_formula(const td_comparison *comparison, const occurrence *first, const occurrence *stop) {
    uint32_t reports = 0;
    td_day earliest = TD_DAY_UNKNOWN, latest = TD_DAY_UNKNOWN;
    for (const occurrence *one = first; one < stop; one++) {
        reports += one == first || one->report != one[-1].report;
        td_interval day = comparison->outlines[one->report].published;
        if (!td_interval_exact(day)) continue;
        if (earliest == TD_DAY_UNKNOWN || day.from < earliest) earliest = day.from;
        if (latest == TD_DAY_UNKNOWN || day.from > latest) latest = day.from;
    }
    return reports >= FORMULA_REPORTS && earliest != TD_DAY_UNKNOWN && latest - earliest >= FORMULA_DAYS;
}

/* What looks like formulas but is the report itself, which was published more than once. */
static bool is_told_again(const td_comparison *comparison, td_index report) {
    const td_outline *outline = &comparison->outlines[report];
    const bool *formulas = comparison->formulas[report];
    enum td_report_part *parts = TD_NEW_ARRAY(comparison->scratch, outline->sentences.count, enum td_report_part);
    bool any = false;
    for (uint32_t at = 0; at < outline->sentences.count; at++) {
        parts[at] = formulas[at] ? TD_PART_INSIDE : TD_PART_REST;
        any = any || formulas[at];
    }
    if (!any) return false;
    td_cohesion cohesion = td_cohesion_make(outline, parts, comparison->scratch);
    return cohesion.share >= TOLD_AGAIN_SHARE && cohesion.rest.count >= TOLD_AGAIN_REST &&
           td_cohesion_holds(&cohesion, &cohesion.inside, TOLD_AGAIN_COHESION);
}

void td_compare_repetitions(td_comparison *comparison) {
    comparison->formulas = TD_NEW_ARRAY(comparison->scratch, comparison->count, bool *);
    for (td_index report = 0; report < comparison->count; report++)
        comparison->formulas[report] =
            TD_NEW_ARRAY(comparison->scratch, comparison->outlines[report].sentences.count, bool);
    uint32_t count;
    const occurrence *all = collect(comparison, &count);
    for (uint32_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && all[end].print == all[start].print;) end++;
        if (end - start < FORMULA_REPORTS || !is_formula(comparison, all + start, all + end)) continue;
        for (uint32_t at = start; at < end; at++) comparison->formulas[all[at].report][all[at].sentence] = true;
    }
    for (td_index report = 0; report < comparison->count; report++)
        if (is_told_again(comparison, report))
            memset(comparison->formulas[report], 0,
                   comparison->outlines[report].sentences.count * sizeof **comparison->formulas);
}
