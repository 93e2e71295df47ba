/*
 * One quotation in several reports.
 * Input: the content words of quotations, in order, and who speaks. Output:
 * pairs that are one quotation.
 *
 * Candidates come from an inverted index of content words; a word of very many
 * quotations leads nowhere. A pair is one where the rarer words of the shorter
 * mostly stand in the longer, and in the same order: two translations of one
 * sentence choose other adjectives but keep its nouns, names and numbers and
 * their sequence. Different known speakers never match; where a speaker is
 * unknown the words must agree almost wholly.
 */

#include "resolve/quote_matches.h"

#include <stdlib.h>

#define LEAST_WORDS 4     /* content words of a quotation that can be known again */
#define MOST_WORDS 48     /* compared */
#define MOST_QUOTES 48    /* quotations with a word before it leads nowhere */
#define LEAST_SHARED 3    /* words */
#define SAME_SPEAKER 0.55 /* of the shorter quotation's weight, in order */
#define UNKNOWN_SPEAKER 0.85
#define UNKNOWN_WORDS 6

typedef struct quotation {
    td_index report;
    uint32_t quote;
} quotation;

typedef struct posting {
    uint64_t term;
    uint32_t quotation;
} posting;

typedef struct matching {
    td_comparison *comparison;
    TD_ARRAY(quotation) quotations;
    TD_ARRAY(posting) postings;
    uint32_t *shared; /* by quotation */
    TD_ARRAY(uint32_t) touched;
} matching;

static const td_outline_quote *quote_of(const matching *work, uint32_t at, const td_outline **outline) {
    const quotation *one = &work->quotations.items[at];
    *outline = &work->comparison->outlines[one->report];
    return &(*outline)->quotes.items[one->quote];
}

static int compare_postings(const void *left, const void *right) {
    const posting *a = left, *b = right;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    return (a->quotation > b->quotation) - (a->quotation < b->quotation);
}

static void collect(matching *work) {
    td_arena *scratch = work->comparison->scratch;
    for (td_index report = 0; report < work->comparison->count; report++) {
        const td_outline *outline = &work->comparison->outlines[report];
        for (uint32_t at = 0; at < outline->quotes.count; at++) {
            const td_outline_quote *quote = &outline->quotes.items[at];
            if (quote->terms_end - quote->terms_start < LEAST_WORDS) continue;
            for (uint32_t term = quote->terms_start; term < quote->terms_end; term++)
                *td_push(scratch, &work->postings) = (posting){outline->terms.items[term], work->quotations.count};
            *td_push(scratch, &work->quotations) = (quotation){report, at};
        }
    }
    if (work->postings.count)
        qsort(work->postings.items, work->postings.count, sizeof *work->postings.items, compare_postings);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < work->postings.count; at++)
        if (kept == 0 || compare_postings(&work->postings.items[kept - 1], &work->postings.items[at]) != 0)
            work->postings.items[kept++] = work->postings.items[at];
    work->postings.count = kept;
}

static double weigh(const td_comparison *comparison, const uint64_t *terms, uint32_t count) {
    double weight = 0;
    for (uint32_t at = 0; at < count; at++) weight += td_comparison_rarity(comparison, terms[at]);
    return weight;
}

/* Weight of the heaviest common subsequence. */
static double in_order(const td_comparison *comparison, const uint64_t *a, uint32_t a_count, const uint64_t *b,
                       uint32_t b_count, uint32_t *words) {
    double row[MOST_WORDS + 1] = {0};
    uint32_t lengths[MOST_WORDS + 1] = {0};
    for (uint32_t i = 0; i < a_count; i++) {
        double diagonal = 0, weight = td_comparison_rarity(comparison, a[i]);
        uint32_t diagonal_length = 0;
        for (uint32_t j = 0; j < b_count; j++) {
            double above = row[j + 1];
            uint32_t above_length = lengths[j + 1];
            if (a[i] == b[j] && diagonal + weight > row[j + 1]) {
                row[j + 1] = diagonal + weight;
                lengths[j + 1] = diagonal_length + 1;
            }
            if (row[j] > row[j + 1]) {
                row[j + 1] = row[j];
                lengths[j + 1] = lengths[j];
            }
            diagonal = above;
            diagonal_length = above_length;
        }
    }
    *words = lengths[b_count];
    return row[b_count];
}

static uint32_t count_of(const td_outline_quote *quote) {
    uint32_t count = quote->terms_end - quote->terms_start;
    return count < MOST_WORDS ? count : MOST_WORDS;
}

/* 0 where two quotations are not one. */
static double likeness(const matching *work, uint32_t one, uint32_t other) {
    const td_comparison *comparison = work->comparison;
    const td_outline *in_a, *in_b;
    const td_outline_quote *a = quote_of(work, one, &in_a), *b = quote_of(work, other, &in_b);
    uint64_t speaker_a = td_comparison_entity(comparison, a->speaker);
    uint64_t speaker_b = td_comparison_entity(comparison, b->speaker);
    bool known = speaker_a && speaker_b;
    if (known && speaker_a != speaker_b) return 0;
    const uint64_t *terms_a = in_a->terms.items + a->terms_start, *terms_b = in_b->terms.items + b->terms_start;
    uint32_t words;
    double shared = in_order(comparison, terms_a, count_of(a), terms_b, count_of(b), &words);
    double weight_a = weigh(comparison, terms_a, count_of(a)), weight_b = weigh(comparison, terms_b, count_of(b));
    double share = shared / (weight_a < weight_b ? weight_a : weight_b);
    if (words < (known ? LEAST_SHARED : UNKNOWN_WORDS) || share < (known ? SAME_SPEAKER : UNKNOWN_SPEAKER)) return 0;
    return share < 1 ? share : 1;
}

/* Earlier quotations that share a word with this one, into `touched`; how many words, into `shared`. */
static void touch_candidates(matching *work, const td_map *start, uint32_t at) {
    td_comparison *comparison = work->comparison;
    const td_outline *outline;
    const td_outline_quote *quote = quote_of(work, at, &outline);
    td_index origin = comparison->record->origins.items[work->quotations.items[at].report];
    work->touched.count = 0;
    for (uint32_t term = quote->terms_start; term < quote->terms_end; term++) {
        const uint32_t *first = td_map_get(start, outline->terms.items[term]);
        uint32_t stop = first ? *first + MOST_QUOTES : 0;
        for (uint32_t p = first ? *first : 0; p < stop && p < work->postings.count; p++) {
            uint32_t other = work->postings.items[p].quotation;
            if (work->postings.items[p].term != outline->terms.items[term] || other >= at) break;
            /* copies carry the same quotations, which says nothing */
            if (comparison->record->origins.items[work->quotations.items[other].report] == origin) continue;
            if (work->shared[other]++ == 0) *td_push(comparison->scratch, &work->touched) = other;
        }
    }
}

static void match_one(matching *work, const td_map *start, uint32_t at) {
    td_comparison *comparison = work->comparison;
    touch_candidates(work, start, at);
    for (td_each(other, &work->touched)) {
        double like = work->shared[*other] >= LEAST_SHARED ? likeness(work, *other, at) : 0;
        work->shared[*other] = 0;
        if (like <= 0) continue;
        const quotation *a = &work->quotations.items[*other], *b = &work->quotations.items[at];
        *td_push(comparison->scratch, &comparison->quote_matches) =
            (td_quote_match){a->report, b->report, a->quote, b->quote, like};
        *td_push(comparison->scratch, &comparison->quote_matches) =
            (td_quote_match){b->report, a->report, b->quote, a->quote, like};
    }
}

static int compare_matches(const void *left, const void *right) {
    const td_quote_match *a = left, *b = right;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    if (a->quote != b->quote) return a->quote < b->quote ? -1 : 1;
    if (a->other != b->other) return a->other < b->other ? -1 : 1;
    return (a->other_quote > b->other_quote) - (a->other_quote < b->other_quote);
}

void td_quote_matches_find(td_comparison *comparison) {
    matching work = {.comparison = comparison};
    collect(&work);
    td_map start;
    td_map_init(&start, comparison->scratch);
    for (uint32_t at = 0; at < work.postings.count; at++) td_map_put(&start, work.postings.items[at].term, at, NULL);
    work.shared = TD_NEW_ARRAY(comparison->scratch, work.quotations.count, uint32_t);
    for (uint32_t at = 0; at < work.quotations.count; at++) match_one(&work, &start, at);
    if (comparison->quote_matches.count)
        qsort(comparison->quote_matches.items, comparison->quote_matches.count, sizeof *comparison->quote_matches.items,
              compare_matches);

    comparison->quote_matches_from = TD_NEW_ARRAY(comparison->scratch, comparison->count + 1, uint32_t);
    for (td_each(match, &comparison->quote_matches)) comparison->quote_matches_from[match->report + 1]++;
    for (td_index report = 0; report < comparison->count; report++)
        comparison->quote_matches_from[report + 1] += comparison->quote_matches_from[report];
}
