/*
 * The inverted index of shingles.
 * Input: the shingles of all outlines, and which sentences are formulas.
 * Output: for each shingle the reports that hold it.
 */

#include "resolve/shingle_index.h"

#include <stdlib.h>

#define MOST_REPEATS 24 /* of one shingle in one report that are looked at */

static int compare_postings(const void *left, const void *right) {
    const td_posting *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static bool in_formula(const td_comparison *comparison, td_index report, uint32_t offset) {
    uint32_t sentence = td_outline_sentence_at(&comparison->outlines[report], offset);
    return sentence != TD_NONE && comparison->formulas[report][sentence];
}

/* Shingles that end in a formula belong to it: they span at most the end of what stands before. */
static td_shingle_text copyable(const td_comparison *comparison, td_index report) {
    const td_outline *outline = &comparison->outlines[report];
    td_shingle_text text = {outline->shingles.items, outline->shingles.count};
    bool any = false;
    for (uint32_t s = 0; s < outline->sentences.count; s++) any = any || comparison->formulas[report][s];
    if (!any) return text;
    td_outline_shingle *kept = TD_NEW_ARRAY(comparison->scratch, text.count, td_outline_shingle);
    uint32_t count = 0;
    for (uint32_t at = 0; at < text.count; at++)
        if (!in_formula(comparison, report, text.items[at].span.end - 1)) kept[count++] = text.items[at];
    return (td_shingle_text){kept, count};
}

static void index_runs(td_shingle_index *index) {
    for (uint32_t start = 0, end; start < index->count; start = end) {
        uint32_t reports = 1;
        for (end = start + 1; end < index->count && index->postings[end].key == index->postings[start].key; end++)
            reports += index->postings[end].report != index->postings[end - 1].report;
        for (uint32_t at = start; at < end; at++) {
            index->run_end[at] = end;
            index->holders[at] = (uint8_t)(reports < TD_COMMON_HOLDERS ? reports : TD_COMMON_HOLDERS);
        }
    }
}

void td_shingle_index_make(const td_comparison *comparison, td_shingle_index *index) {
    td_arena *scratch = comparison->scratch;
    index->texts = TD_NEW_ARRAY(scratch, comparison->count, td_shingle_text);
    index->first_place = TD_NEW_ARRAY(scratch, comparison->count + 1, uint32_t);
    for (td_index at = 0; at < comparison->count; at++) {
        index->texts[at] = copyable(comparison, at);
        index->first_place[at + 1] = index->first_place[at] + index->texts[at].count;
    }
    index->count = index->first_place[comparison->count];
    index->postings = TD_NEW_ARRAY(scratch, index->count, td_posting);
    index->place_of = TD_NEW_ARRAY(scratch, index->count, uint32_t);
    index->run_end = TD_NEW_ARRAY(scratch, index->count, uint32_t);
    index->holders = TD_NEW_ARRAY(scratch, index->count, uint8_t);
    for (td_index at = 0; at < comparison->count; at++)
        for (uint32_t place = 0; place < index->texts[at].count; place++)
            index->postings[index->first_place[at] + place] =
                (td_posting){index->texts[at].items[place].key, at, place};
    if (index->count) qsort(index->postings, index->count, sizeof *index->postings, compare_postings);
    for (uint32_t at = 0; at < index->count; at++)
        index->place_of[index->first_place[index->postings[at].report] + index->postings[at].place] = at;
    index_runs(index);
}

uint32_t td_shingle_place(const td_shingle_index *index, uint32_t from, td_index report, uint32_t after) {
    uint32_t first = UINT32_MAX;
    uint32_t low = from, high = index->run_end[from];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (index->postings[middle].report < report)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t at = low; at < index->run_end[from] && index->postings[at].report == report; at++) {
        if (first == UINT32_MAX) first = index->postings[at].place;
        if (after != UINT32_MAX && index->postings[at].place > after) return index->postings[at].place;
        if (at - low > MOST_REPEATS) break; /* a report that repeats itself over and over */
    }
    return first;
}
