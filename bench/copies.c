/*
 * Looking up where a report's words were before, in an index of made-up reports.
 * Input: how many reports, 100,000 if it is not said. Output: seconds for the index and for the look-up of every report
 * in it, reports a second, and memory.
 *
 * A report has 72 shingles and 120 content words, as one of some 400 words has. One in five copies an earlier report
 * with a few words changed, one in five carries a passage over, all of one house end with the same invitation.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "bench.h"
#include "resolve/shingle_index.h"

#define SHINGLES 72
#define SENTENCES 12
#define TERMS 120
#define SHINGLE_BYTES 45 /* eight words; the next shingle begins five words on */
#define STEP_BYTES 30
#define HOUSES 50    /* outlets with an invitation of their own */
#define INVITATION 4 /* shingles of it */
#define DAYS 3650
#define WORDS 40000 /* of the vocabulary */

static uint64_t drawn(uint64_t report, uint64_t number) {
    return td_hash_mix(td_hash_mix(17, report), number);
}

/* The shingles of `report`: its own, or those of the report it copies from in [from, to). */
static void make_shingles(td_outline *outlines, uint32_t report, td_outline_shingle *shingles) {
    uint64_t lot = drawn(report, 1) % 10;
    uint32_t source = report ? (uint32_t)(drawn(report, 2) % report) : 0;
    uint32_t from = lot < 2 ? 0 : 20, to = lot < 2 ? SHINGLES - 8 : lot < 4 ? 26 : 20;
    for (uint32_t at = 0; at < SHINGLES; at++) {
        bool carried = report && at >= from && at < to;
        uint64_t key = carried ? outlines[source].shingles.items[at].key : drawn(report, 100 + at);
        if (at >= SHINGLES - INVITATION) key = drawn(report % HOUSES, at);
        shingles[at] = (td_outline_shingle){key, {at * STEP_BYTES, at * STEP_BYTES + SHINGLE_BYTES}};
    }
    outlines[report].shingles.items = shingles;
    outlines[report].shingles.count = SHINGLES;
}

static void make_sentences(td_outline *outline, uint32_t report, td_arena *arena) {
    uint64_t *terms = TD_NEW_ARRAY(arena, TERMS, uint64_t);
    td_outline_sentence *sentences = TD_NEW_ARRAY(arena, SENTENCES, td_outline_sentence);
    for (uint32_t at = 0; at < TERMS; at++) terms[at] = drawn(report, 1000 + at) % WORDS;
    for (uint32_t at = 0; at < SENTENCES; at++)
        sentences[at] = (td_outline_sentence){
            .span = {at * STEP_BYTES * SHINGLES / SENTENCES, (at + 1) * STEP_BYTES * SHINGLES / SENTENCES - 1},
            .terms_start = at * TERMS / SENTENCES,
            .terms_end = (at + 1) * TERMS / SENTENCES,
            .interval = TD_INTERVAL_OPEN,
            .body = 1};
    outline->terms.items = terms;
    outline->terms.count = TERMS;
    outline->sentences.items = sentences;
    outline->sentences.count = SENTENCES;
}

static td_outline *make_outlines(uint32_t count, td_arena *arena) {
    td_outline *outlines = TD_NEW_ARRAY(arena, count, td_outline);
    for (uint32_t report = 0; report < count; report++) {
        outlines[report].published = td_interval_day((td_day)((uint64_t)report * DAYS / count));
        outlines[report].body_words = SHINGLES * 6;
        make_shingles(outlines, report, TD_NEW_ARRAY(arena, SHINGLES, td_outline_shingle));
        make_sentences(&outlines[report], report, arena);
    }
    return outlines;
}

static void measure(uint32_t count, td_arena *arena) {
    td_record record = {0};
    td_comparison comparison = {
        .outlines = make_outlines(count, arena), .count = count, .arena = arena, .scratch = arena, .record = &record};
    comparison.formulas = TD_NEW_ARRAY(arena, count, bool *);
    bool *none = TD_NEW_ARRAY(arena, SENTENCES, bool);
    for (uint32_t report = 0; report < count; report++) comparison.formulas[report] = none;

    double start = bench_seconds();
    td_shingle_index index = {0};
    td_shingle_index_make(&comparison, &index);
    double index_seconds = bench_seconds() - start;
    start = bench_seconds();
    td_compare_copies(&comparison); /* makes the index again */
    double lookup_seconds = bench_seconds() - start - index_seconds;

    printf("%" PRIu32 " reports, %" PRIu32 " passages and copies told\n", count, record.copies.count);
    printf("index   %8.2f s\n", index_seconds);
    printf("look-up %8.2f s   %8.0f reports/s (aim: 20,000)\n", lookup_seconds, count / lookup_seconds);
    printf("memory  %8.0f MB\n", bench_megabytes());
}

int main(int count, char **words) {
    return bench_made_up(count, words, measure);
}
