/*
 * Passages that two reports share without either knowing the other.
 * Input: their outlines and the passages. Output: the passages that are left.
 *
 * What a page puts around a report is told by what it speaks of: its words
 * return nowhere in the news that it stands beside, while a passage of the
 * news shares people, places and things with the rest. That is asked of
 * passages that reports of three origins hold, or two that are months apart.
 */

#include "resolve/standing_text.h"

#include "resolve/cohesion.h"

#define COHESION_LEAST 0.3 /* of a doubtful passage with the rest of either report; see cohesion.h */
#define SEVERAL_HOLDERS 3
#define FAR_DAYS 120
#define SPOKEN_SHARE 0.6 /* of a passage within direct quotations */

/* One of two reports, and what it shares with the other. */
typedef struct half {
    const td_comparison *comparison;
    const td_sharing *shared;
    const bool *dropped; /* of the shared passages */
    bool second;         /* whose spans count: those of b */
    td_index report;
    const td_outline *outline;
    enum td_report_part *parts;
    td_cohesion cohesion;
} half;

static uint32_t overlap(td_span a, td_span b) {
    uint32_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;
    return start < end ? end - start : 0;
}

static td_span span_in(const half *one, uint32_t passage) {
    return one->second ? one->shared->passages[passage].b : one->shared->passages[passage].a;
}

/* A sentence belongs to a passage that covers half of it, or that is for the better half within it. */
static bool covers(td_span passage, td_span sentence) {
    uint32_t common = overlap(passage, sentence);
    return common && (2 * common >= sentence.end - sentence.start || 2 * common > passage.end - passage.start);
}

static enum td_report_part part_of(const half *one, uint32_t sentence) {
    if (one->comparison->formulas[one->report][sentence]) return TD_PART_LEFT_OUT;
    for (uint32_t at = 0; at < one->shared->passage_count; at++)
        if (covers(span_in(one, at), one->outline->sentences.items[sentence].span))
            return one->dropped[at] ? TD_PART_LEFT_OUT : TD_PART_INSIDE;
    return TD_PART_REST;
}

static void read_half(half *one) {
    for (uint32_t at = 0; at < one->outline->sentences.count; at++) one->parts[at] = part_of(one, at);
    one->cohesion = td_cohesion_make(one->outline, one->parts, one->comparison->scratch);
}

static half half_of(const td_comparison *comparison, const td_sharing *shared, const bool *dropped, bool second) {
    td_index report = second ? shared->b : shared->a;
    const td_outline *outline = &comparison->outlines[report];
    half made = {.comparison = comparison,
                 .shared = shared,
                 .dropped = dropped,
                 .second = second,
                 .report = report,
                 .outline = outline};
    made.parts = TD_NEW_ARRAY(comparison->scratch, outline->sentences.count, enum td_report_part);
    read_half(&made);
    return made;
}

/* The terms of the sentences that a passage covers. */
static td_term_set terms_of(const half *one, uint32_t passage) {
    td_arena *scratch = one->comparison->scratch;
    uint32_t count = one->outline->sentences.count;
    enum td_report_part *parts = TD_NEW_ARRAY(scratch, count, enum td_report_part);
    for (uint32_t at = 0; at < count; at++)
        if (covers(span_in(one, passage), one->outline->sentences.items[at].span)) parts[at] = TD_PART_INSIDE;
    return td_term_set_make(one->outline, parts, TD_PART_INSIDE, scratch);
}

/* What stands in the sentences of both is the passage, where one of them has more around it. */
static bool coheres(const half *a, const half *b, uint32_t passage) {
    td_term_set terms = terms_of(a, passage), others = terms_of(b, passage);
    td_term_set_intersect(&terms, &others);
    return td_cohesion_holds(&a->cohesion, &terms, COHESION_LEAST) ||
           td_cohesion_holds(&b->cohesion, &terms, COHESION_LEAST);
}

static bool is_spoken(const td_outline *outline, td_span passage) {
    uint32_t spoken = 0;
    for (td_each(quote, &outline->quotes)) {
        if (quote->kind != TD_QUOTE_DIRECT && quote->kind != TD_QUOTE_MIXED) continue;
        spoken += overlap(quote->content, passage);
    }
    return spoken >= SPOKEN_SHARE * (passage.end - passage.start);
}

static bool is_far(const td_outline *a, const td_outline *b) {
    return td_interval_known(a->published) && td_interval_known(b->published) &&
           td_interval_gap(a->published, b->published) > FAR_DAYS;
}

/* Do reports of several origins hold the passage? Ten copies of one report are one holder. */
static bool is_repeated(const td_comparison *comparison, const td_shingle_index *index, const td_passage *passage) {
    td_index seen[SEVERAL_HOLDERS];
    uint32_t count = 0, start = passage->rarest;
    while (start > 0 && index->postings[start - 1].key == index->postings[start].key) start--;
    for (uint32_t at = start; at < index->run_end[start] && count < SEVERAL_HOLDERS; at++) {
        td_index origin = comparison->record->origins.items[index->postings[at].report];
        uint32_t place = 0;
        while (place < count && seen[place] != origin) place++;
        if (place == count) seen[count++] = origin;
    }
    return count == SEVERAL_HOLDERS;
}

/* One look at the passages that are left; true if some were dropped, so that more is left to cohere with. */
static bool drop_once(const half *a, const half *b, const td_shingle_index *index, bool *dropped) {
    bool any = false, far = is_far(a->outline, b->outline);
    for (uint32_t at = 0; at < a->shared->passage_count; at++) {
        if (dropped[at]) continue;
        bool spoken = is_spoken(a->outline, span_in(a, at)) && is_spoken(b->outline, span_in(b, at));
        bool doubtful = far || is_repeated(a->comparison, index, &a->shared->passages[at]);
        if (!spoken && (!doubtful || coheres(a, b, at))) continue;
        dropped[at] = any = true;
    }
    return any;
}

void td_standing_text_drop(const td_comparison *comparison, const td_shingle_index *index, td_sharing *shared) {
    if (!shared->passage_count) return;
    bool dropped[TD_MOST_PASSAGES] = {0};
    half a = half_of(comparison, shared, dropped, false), b = half_of(comparison, shared, dropped, true);
    while (drop_once(&a, &b, index, dropped)) {
        read_half(&a);
        read_half(&b);
    }
    uint32_t kept = 0;
    for (uint32_t at = 0; at < shared->passage_count; at++)
        if (!dropped[at]) shared->passages[kept++] = shared->passages[at];
    shared->passage_count = kept;
}
