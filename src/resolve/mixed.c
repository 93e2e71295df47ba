/*
 * Reports of one story with sentences of another.
 * Input: stories, the words of their sentences, quotations that are one.
 * Output: record->mixed.
 *
 * Each report is divided between its own story and each of the stories that
 * share most rare words with it (mixed_passages.c). Where two stories accuse
 * each other of one passage, the report that gains most by its division is
 * mixed, and its passage is evidence against no other: first every division is
 * found on its own, then again without the passages that others may have got
 * from there, and last one by one, the greatest gain first, without those that
 * are settled. So the result hangs on no order of arrival.
 */

#include <math.h>
#include <stdlib.h>

#include "resolve/mixed_likeness.h"
#include "resolve/mixed_passages.h"

#define LEAST_GAIN 22.0  /* log odds of a mixed report */
#define AHEAD_PRICE 5.0  /* of it, where the other story began after the report came out */
#define AHEAD_DAYS 7     /* later at least */
#define WORTH_A_LOOK 5.0 /* log odds of a division that may become one */
#define LEAST_SENTENCES 2
#define RARE_WORD 40      /* stories that hold a word before it leads to none */
#define STORIES_TRIED 16  /* for each report */
#define STORIES_KEPT 3    /* of these */
#define SURE_LIKENESS 0.6 /* nearly the same sentence */

typedef struct leaning {
    td_index story;
    double weight;
} leaning;

typedef struct search {
    td_comparison *comparison;
    td_story_words all;
    td_report_words words;
    double *weight; /* by story: what the rare words of the report at hand say for it */
    TD_ARRAY(leaning) leanings;
    TD_ARRAY(td_passage) passages; /* by own story, other story, report */
} search;

static int compare_leanings(const void *left, const void *right) {
    const leaning *a = left, *b = right;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return (a->story > b->story) - (a->story < b->story);
}

/* The stories that share most rare words with the report that is read in. */
static void find_leanings(search *work, td_index own) {
    td_arena *scratch = work->comparison->scratch;
    work->leanings.count = 0;
    for (td_each(at, &work->words.at)) {
        const td_report_word *word = &work->words.words.items[*at];
        if (!word->holders || word->holders->end - word->holders->start > RARE_WORD) continue;
        double rarity = td_comparison_rarity(work->comparison, word->term);
        for (uint32_t k = word->holders->start; rarity > 0 && k < word->holders->end; k++) {
            td_index story = work->all.words[k].story;
            if (story == own) continue;
            if (work->weight[story] <= 0) *td_push(scratch, &work->leanings) = (leaning){story, 0};
            work->weight[story] += rarity;
        }
    }
    for (td_each(lean, &work->leanings)) {
        lean->weight = work->weight[lean->story];
        work->weight[lean->story] = 0;
    }
    if (work->leanings.count)
        qsort(work->leanings.items, work->leanings.count, sizeof *work->leanings.items, compare_leanings);
}

/* Greatest gain first; the order of reports and stories where two gain alike. */
static int compare_gains(const void *left, const void *right) {
    const td_passage *a = *(const td_passage *const *)left, *b = *(const td_passage *const *)right;
    if (a->gain != b->gain) return a->gain > b->gain ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

static void look_at(search *work, td_index report) {
    td_index own = work->comparison->story_of[report];
    td_report_words_read(&work->words, work->comparison, &work->all, report);
    find_leanings(work, own);
    td_passage found[STORIES_TRIED], *order[STORIES_TRIED];
    uint32_t count = 0;
    for (uint32_t at = 0; at < work->leanings.count && at < STORIES_TRIED; at++) {
        found[count] = (td_passage){.report = report, .own = own, .other = work->leanings.items[at].story};
        if (!td_passage_find(&work->words, &found[count], NULL, NULL) || found[count].gain < WORTH_A_LOOK) continue;
        order[count] = &found[count];
        count++;
    }
    if (count) qsort(order, count, sizeof(td_passage *), compare_gains);
    for (uint32_t at = 0; at < count && at < STORIES_KEPT; at++)
        *td_push(work->comparison->scratch, &work->passages) = *order[at];
}

static int compare_stories(const td_passage *passage, td_index own, td_index other) {
    if (passage->own != own) return passage->own < own ? -1 : 1;
    return (passage->other > other) - (passage->other < other);
}

static int compare_passages(const void *left, const void *right) {
    const td_passage *a = left, *b = right;
    int order = compare_stories(a, b->own, b->other);
    return order ? order : (a->report > b->report) - (a->report < b->report);
}

/* Passages of `other` in reports of `own`, but for one report; all, or those accepted. */
static td_passage_list list_passages(const search *work, td_index own, td_index other, td_index except, bool accepted) {
    td_passage_list list = {.count = 0};
    uint32_t low = 0, high = work->passages.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_stories(&work->passages.items[middle], own, other) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < work->passages.count && list.count < TD_LISTED_PASSAGES; low++) {
        const td_passage *passage = &work->passages.items[low];
        if (compare_stories(passage, own, other) != 0) break;
        if (passage->report != except && (passage->accepted || !accepted)) list.items[list.count++] = passage;
    }
    return list;
}

/* Find a division again, without what the stories have of each other. */
static bool find_again(search *work, td_passage *passage, bool settled) {
    td_passage_list there = list_passages(work, passage->other, passage->own, TD_NONE, settled);
    td_passage_list here = list_passages(work, passage->own, passage->other, passage->report, false);
    td_report_words_read(&work->words, work->comparison, &work->all, passage->report);
    return td_passage_find(&work->words, passage, &there, &here);
}

/* A passage with sentences of its own. */
static td_passage copy_passage(const search *work, const td_passage *passage) {
    td_passage copy = *passage;
    memset(&copy.sentences, 0, sizeof copy.sentences);
    for (td_each(sentence, &passage->sentences)) *td_push(work->comparison->scratch, &copy.sentences) = *sentence;
    return copy;
}

static void settle(search *work) {
    td_arena *scratch = work->comparison->scratch;
    uint32_t count = work->passages.count, left = 0;
    if (count == 0) return;
    qsort(work->passages.items, count, sizeof *work->passages.items, compare_passages);
    td_passage *again = TD_NEW_ARRAY(scratch, count, td_passage), **order = TD_NEW_ARRAY(scratch, count, td_passage *);
    for (uint32_t at = 0; at < count; at++) {
        again[at] = copy_passage(work, &work->passages.items[at]);
        if (find_again(work, &again[at], false)) order[left++] = &again[at];
    }
    if (left) qsort(order, left, sizeof *order, compare_gains);
    for (uint32_t at = 0; at < left; at++) {
        td_passage *passage = &work->passages.items[order[at] - again];
        if (!find_again(work, order[at], true) || order[at]->gain < WORTH_A_LOOK) continue;
        *passage = *order[at];
        passage->accepted = true;
    }
}

/* Words of a sentence that the other story holds and the own, but for this report, does not. */
static uint32_t count_telling(const search *work, const td_passage *passage, uint32_t sentence) {
    const td_outline_sentence *one = &work->comparison->outlines[passage->report].sentences.items[sentence];
    uint32_t telling = 0;
    for (uint32_t at = one->terms_start; at < one->terms_end; at++) {
        const td_report_word *word = &work->words.words.items[work->words.at.items[at]];
        if (word->holders && word->own <= 1 && td_story_words_in(&work->all, word->holders, passage->other) > 0)
            telling++;
    }
    return telling;
}

static td_view say_why(const search *work, const td_passage *passage, uint32_t sentence) {
    td_comparison *comparison = work->comparison;
    td_evidence like = {0};
    double likeness = td_story_likest(comparison, passage->other, passage->report, passage->report, sentence, &like);
    td_view there = likeness > 0 ? comparison->outlines[like.report].report : TD_VIEW("");
    if (work->words.quoted[sentence] == passage->other)
        return td_arena_format(comparison->arena, "Its quotation was carried by the other story and not by its own.");
    if (likeness >= SURE_LIKENESS)
        return td_arena_format(
            comparison->arena,
            "Report %.*s of the other story says nearly the same; nothing in this report's own story does.",
            TD_VIEW_ARGUMENTS(there));
    uint32_t telling = count_telling(work, passage, sentence);
    if (telling == 0 || likeness <= 0)
        return td_arena_format(comparison->arena, "It stands among sentences of the other story.");
    return td_arena_format(comparison->arena,
                           "It shares %u word%s with the other story (likest in report %.*s) that neither the rest of "
                           "this report nor its own story has.",
                           telling, telling == 1 ? "" : "s", TD_VIEW_ARGUMENTS(there));
}

static void add_mixed(search *work, const td_passage *passage) {
    td_comparison *comparison = work->comparison;
    td_report_words_read(&work->words, comparison, &work->all, passage->report);
    td_mixed *mixed = td_push(comparison->arena, &comparison->record->mixed);
    mixed->report = passage->report;
    *td_push(comparison->arena, &mixed->stories) = passage->own;
    *td_push(comparison->arena, &mixed->stories) = passage->other;
    for (td_each(sentence, &passage->sentences))
        *td_push(comparison->arena, &mixed->sentences) =
            (td_mixed_sentence){comparison->outlines[passage->report].sentences.items[*sentence].span, passage->other,
                                say_why(work, passage, *sentence)};
    /* half at the least gain that is enough, nearer to 1 with all that is beyond */
    mixed->confidence = 1 - 0.5 * LEAST_GAIN / passage->gain;
}

/*
 * The gain of a division, less where the other story began only after the report: it must then be dated wrongly, or
 * come from a report of that story that the store lacks.
 */
static double gain_in_time(const search *work, const td_passage *passage) {
    td_day told = work->comparison->record->stories.items[passage->other].interval.from;
    td_day published = work->comparison->outlines[passage->report].published.to;
    bool ahead = told != TD_DAY_UNKNOWN && published != TD_DAY_UNKNOWN && told > published + AHEAD_DAYS;
    return ahead ? passage->gain - AHEAD_PRICE : passage->gain;
}

void td_compare_mixed(td_comparison *comparison) {
    td_record *record = comparison->record;
    if (record->stories.count < 2) return;
    search work = {.comparison = comparison,
                   .weight = TD_NEW_ARRAY(comparison->scratch, record->stories.count, double)};
    td_story_words_count(comparison, &work.all);
    for (td_index report = 0; report < comparison->count; report++) look_at(&work, report);
    settle(&work);
    const td_passage **best = TD_NEW_ARRAY(comparison->scratch, comparison->count, const td_passage *);
    for (td_each(passage, &work.passages)) {
        if (!passage->accepted || passage->sentences.count < LEAST_SENTENCES) continue;
        if (gain_in_time(&work, passage) < LEAST_GAIN) continue;
        const td_passage **place = &best[passage->report];
        if (!*place || passage->gain > (*place)->gain) *place = passage;
    }
    for (td_index report = 0; report < comparison->count; report++)
        if (best[report]) add_mixed(&work, best[report]);
}
