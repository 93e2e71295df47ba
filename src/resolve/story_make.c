/*
 * Stories of the record.
 * Input: which reports belong together. Output: record->stories, each with
 * its days; and, once mixed reports are known, stories joined with those that
 * go on with them, and the title of each, which is the headline
 * of the origin nearest to the middle of the story, neither a copy nor mixed.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "resolve/comparison.h"
#include "resolve/stories.h"
#include "resolve/vectors.h"

#define MIDDLE_ASPECTS 320
#define TITLE_CANDIDATES 64

/* Copies and mixed reports name a story only where it has nothing better. */
enum standing { STANDING_MIXED, STANDING_COPY, STANDING_ORIGIN };

static enum standing standing_of(const td_comparison *comparison, const bool *mixed, td_index report) {
    if (mixed[report]) return STANDING_MIXED;
    return comparison->record->origins.items[report] == report ? STANDING_ORIGIN : STANDING_COPY;
}

/* What a story is about: the sum of what its origins are; copies count for nothing. */
static td_vector middle_of(const td_comparison *comparison, const td_story *story, uint32_t looked_at) {
    td_aspect *sums[2] = {TD_NEW_ARRAY(comparison->scratch, 2 * MIDDLE_ASPECTS, td_aspect),
                          TD_NEW_ARRAY(comparison->scratch, 2 * MIDDLE_ASPECTS, td_aspect)};
    double *room = TD_NEW_ARRAY(comparison->scratch, 2 * MIDDLE_ASPECTS, double);
    td_vector middle = {sums[0], 0};
    for (uint32_t at = 0; at < looked_at; at++) {
        td_index report = story->reports.items[at];
        if (comparison->record->origins.items[report] != report) continue;
        td_aspect *next = middle.items == sums[0] ? sums[1] : sums[0];
        uint32_t count = td_vector_sum(next, middle, comparison->vectors[report], MIDDLE_ASPECTS, room);
        middle = (td_vector){next, count};
    }
    return middle;
}

/* The report of a story whose words are nearest to those of all; its headline names the story. */
static td_index middle_report(const td_comparison *comparison, const td_story *story, const bool *mixed) {
    uint32_t looked_at = story->reports.count < TITLE_CANDIDATES ? story->reports.count : TITLE_CANDIDATES;
    td_vector middle = middle_of(comparison, story, looked_at);
    td_index best = story->reports.items[0];
    enum standing highest = STANDING_MIXED;
    double most = -1;
    for (uint32_t at = 0; at < looked_at; at++) {
        td_index report = story->reports.items[at];
        enum standing standing = standing_of(comparison, mixed, report);
        double near = td_vector_product(middle, comparison->vectors[report]);
        bool better = standing > highest || (standing == highest && near > most);
        if (!better || !comparison->outlines[report].title.size) continue;
        highest = standing;
        most = near;
        best = report;
    }
    return best;
}

void td_compare_titles(td_comparison *comparison) {
    bool *mixed = TD_NEW_ARRAY(comparison->scratch, comparison->count, bool);
    for (td_each(found, &comparison->record->mixed)) mixed[found->report] = true;
    for (td_each(story, &comparison->record->stories)) {
        td_index middle = middle_report(comparison, story, mixed);
        const td_outline *outline = &comparison->outlines[middle];
        story->title = td_arena_copy(comparison->arena, td_outline_view(outline, outline->title));
        story->title_evidence = (td_evidence){middle, {outline->title_start, outline->title_end}};
    }
}

static td_interval story_interval(const td_comparison *comparison, const td_story *story) {
    td_interval interval = TD_INTERVAL_OPEN;
    for (td_each(report, &story->reports)) {
        td_interval day = comparison->outlines[*report].published;
        if (!td_interval_known(day)) continue;
        interval = td_interval_known(interval) ? td_interval_cover(interval, day) : day;
    }
    return interval;
}

static void finish_story(td_comparison *comparison, td_story *story) {
    uint64_t hash = 5;
    for (td_each(report, &story->reports)) hash = td_hash_mix(hash, td_hash(comparison->outlines[*report].report));
    char hex[17];
    td_hash_hex(hash, hex);
    story->id = td_arena_format(comparison->arena, "s%s", hex);
    story->interval = story_interval(comparison, story);
}

/* An open first day comes last. */
static int compare_stories(const void *left, const void *right) {
    const td_story *a = left, *b = right;
    bool a_open = a->interval.from == TD_DAY_UNKNOWN, b_open = b->interval.from == TD_DAY_UNKNOWN;
    if (a_open != b_open) return a_open ? 1 : -1;
    if (a->interval.from != b->interval.from) return a->interval.from < b->interval.from ? -1 : 1;
    return td_view_compare(a->id, b->id);
}

/* Reports with one leader are one story; into the record and comparison->story_of. */
static void make_stories(td_comparison *comparison, const td_index *leader) {
    td_record *record = comparison->record;
    td_index *place = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    memset(&record->stories, 0, sizeof record->stories);
    for (td_index at = 0; at < comparison->count; at++) place[at] = TD_NONE;
    for (td_index at = 0; at < comparison->count; at++) {
        td_index *story = &place[leader[at]];
        if (*story == TD_NONE) {
            *story = record->stories.count;
            td_push(comparison->arena, &record->stories);
        }
        *td_push(comparison->arena, &record->stories.items[*story].reports) = at;
    }
    for (td_each(story, &record->stories)) finish_story(comparison, story);
    if (record->stories.count)
        qsort(record->stories.items, record->stories.count, sizeof *record->stories.items, compare_stories);

    comparison->story_of = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    for (td_index at = 0; at < record->stories.count; at++)
        for (td_each(report, &record->stories.items[at].reports)) comparison->story_of[*report] = at;
}

void td_compare_stories(td_comparison *comparison) {
    td_index *leader = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    td_stories_cluster(comparison, leader);
    make_stories(comparison, leader);
}

/* Give mixed reports the new numbers of their stories; where both have become one, there is nothing mixed. */
static void renumber_mixed(td_comparison *comparison, const td_index *first_report) {
    td_record *record = comparison->record;
    uint32_t kept = 0;
    for (td_each(mixed, &record->mixed)) {
        for (td_each(story, &mixed->stories)) *story = comparison->story_of[first_report[*story]];
        for (td_each(sentence, &mixed->sentences))
            sentence->story = comparison->story_of[first_report[sentence->story]];
        if (mixed->stories.items[0] != mixed->stories.items[1]) record->mixed.items[kept++] = *mixed;
    }
    record->mixed.count = kept;
}

void td_compare_chapters(td_comparison *comparison) {
    const td_record *record = comparison->record;
    uint32_t stories = record->stories.count;
    td_index *leader = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    td_index *first_report = TD_NEW_ARRAY(comparison->scratch, stories, td_index);
    const td_mixed **mixed = TD_NEW_ARRAY(comparison->scratch, comparison->count, const td_mixed *);
    for (td_index story = 0; story < stories; story++)
        first_report[story] = record->stories.items[story].reports.items[0];
    for (td_index at = 0; at < comparison->count; at++) leader[at] = first_report[comparison->story_of[at]];
    for (td_each(found, &record->mixed)) mixed[found->report] = found;
    td_stories_join_names(comparison, mixed, leader);
    make_stories(comparison, leader);
    renumber_mixed(comparison, first_report);
}
