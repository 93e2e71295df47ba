/*
 * Putting made-up reports into stories.
 * Input: how many reports, 100,000 if it is not said. Output: seconds for what each report is about and for the
 * stories, reports a second, memory, and how well the stories are those that were made up.
 *
 * An event is of one of some kinds, happens on one day in one town and is told by one to seven reports within five
 * days. Of the 120 content words of a report most are any report's, a quarter are those of its kind, a quarter those
 * of its event. It names people and streets of its event and officials whom many events share.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "bench.h"
#include "resolve/comparison.h"

#define SENTENCES 12
#define TERMS 120
#define NAMES 8
#define KINDS 400
#define KIND_WORDS 60
#define EVENT_WORDS 50
#define EVENT_NAMES 6
#define OFFICIALS 2000
#define WORDS 40000 /* of the vocabulary that all reports share */
#define DAYS 3650
#define MOST_REPORTS 7 /* of an event */

static uint64_t drawn(uint64_t of, uint64_t number) {
    return td_hash_mix(td_hash_mix(29, of), number);
}

/* Zipf's law, roughly: half of all draws fall on one word in two hundred. */
static uint64_t common_word(uint64_t draw) {
    double share = (double)(draw % 1000000) / 1000000;
    return (uint64_t)(WORDS * share * share * share * share * share) + 1;
}

static uint64_t term_of(uint32_t report, uint32_t event, uint32_t at) {
    uint64_t draw = drawn(report, 1000 + at), kind = drawn(event, 1) % KINDS;
    if (draw % 4 == 0) return drawn((uint64_t)1 << 40 | kind, draw / 4 % KIND_WORDS);
    if (draw % 4 == 1) return drawn((uint64_t)1 << 41 | event, draw / 4 % EVENT_WORDS);
    return common_word(draw / 4);
}

static void make_outline(td_outline *outline, uint32_t report, uint32_t event, td_arena *arena) {
    uint64_t *terms = TD_NEW_ARRAY(arena, TERMS, uint64_t);
    td_outline_sentence *sentences = TD_NEW_ARRAY(arena, SENTENCES, td_outline_sentence);
    td_outline_entity *names = TD_NEW_ARRAY(arena, NAMES, td_outline_entity);
    td_day day = (td_day)(drawn(event, 2) % DAYS);
    for (uint32_t at = 0; at < TERMS; at++) terms[at] = term_of(report, event, at);
    for (uint32_t at = 0; at < SENTENCES; at++)
        sentences[at] = (td_outline_sentence){.terms_start = at * TERMS / SENTENCES,
                                              .terms_end = (at + 1) * TERMS / SENTENCES,
                                              .interval = at == 1 ? td_interval_day(day) : TD_INTERVAL_OPEN,
                                              .body = at > 0};
    for (uint32_t at = 0; at < NAMES; at++) {
        uint64_t draw = drawn(report, 2000 + at);
        bool own = draw % 4 > 0;
        names[at] = (td_outline_entity){.key = own ? drawn((uint64_t)1 << 42 | event, draw / 4 % EVENT_NAMES)
                                                   : drawn(7, draw / 4 % OFFICIALS),
                                        .mentions = 1 + (uint32_t)(draw >> 40) % 4,
                                        .kind = at % 2 ? TD_ENTITY_FACILITY : TD_ENTITY_PLACE};
    }
    outline->published = td_interval_day(day + (td_day)(drawn(report, 3) % 5));
    outline->terms.items = terms;
    outline->terms.count = TERMS;
    outline->sentences.items = sentences;
    outline->sentences.count = SENTENCES;
    outline->entities.items = names;
    outline->entities.count = NAMES;
}

/* Every outline, and the event of each. */
static td_outline *make_outlines(uint32_t count, uint32_t *event_of, td_arena *arena) {
    td_outline *outlines = TD_NEW_ARRAY(arena, count, td_outline);
    uint32_t event = 0, left = 0;
    for (uint32_t report = 0; report < count; report++) {
        if (left == 0) left = 1 + (uint32_t)(drawn(++event, 4) % MOST_REPORTS);
        left--;
        event_of[report] = event;
        make_outline(&outlines[report], report, event, arena);
        outlines[report].report = td_arena_format(arena, "r%08" PRIu32, report);
    }
    return outlines;
}

/* Pairs of reports of one event in one story, in all stories, in all events; reports of an event stand side by side. */
static void print_pairs(const td_comparison *comparison, const uint32_t *event_of) {
    uint64_t right = 0, told = 0, made = 0;
    for (td_each(story, &comparison->record->stories)) {
        uint64_t size = story->reports.count, run = 0;
        told += size * (size - 1) / 2;
        for (uint64_t at = 1; at < size; at++) {
            bool same = event_of[story->reports.items[at]] == event_of[story->reports.items[at - 1]];
            run = same ? run + 1 : 0;
            right += run;
        }
    }
    uint64_t run = 0;
    for (uint32_t at = 1; at < comparison->count; at++) {
        run = event_of[at] == event_of[at - 1] ? run + 1 : 0;
        made += run;
    }
    printf("stories %" PRIu32 " of %" PRIu32 " events; pairs right %.3f of told, %.3f of made up\n",
           comparison->record->stories.count, event_of[comparison->count - 1],
           (double)right / (double)(told ? told : 1), (double)right / (double)(made ? made : 1));
}

static void measure(uint32_t count, td_arena *arena) {
    td_record record = {0};
    uint32_t *event_of = TD_NEW_ARRAY(arena, count, uint32_t);
    td_comparison comparison = {.outlines = make_outlines(count, event_of, arena),
                                .count = count,
                                .arena = arena,
                                .scratch = arena,
                                .record = &record};
    double outlines = bench_megabytes();
    td_compare_entities(&comparison);
    comparison.formulas = TD_NEW_ARRAY(arena, count, bool *);
    bool *none = TD_NEW_ARRAY(arena, SENTENCES, bool);
    for (uint32_t report = 0; report < count; report++) {
        comparison.formulas[report] = none;
        *td_push(arena, &record.origins) = report;
    }
    double start = bench_seconds();
    td_compare_vocabulary(&comparison);
    double vectors = bench_seconds() - start;
    start = bench_seconds();
    td_compare_stories(&comparison);
    double stories = bench_seconds() - start;
    printf("%" PRIu32 " reports\n", count);
    print_pairs(&comparison, event_of);
    printf("what each is about %8.2f s   %8.0f reports/s\n", vectors, count / vectors);
    printf("assignment         %8.2f s   %8.0f reports/s (aim: 20,000)\n", stories, count / stories);
    printf("memory             %8.0f MB, %.1f KB a report; the outlines alone %.0f MB\n", bench_megabytes(),
           bench_megabytes() * 1024 / count, outlines);
}

int main(int count, char **words) {
    return bench_made_up(count, words, measure);
}
