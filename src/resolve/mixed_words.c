/*
 * The words of stories.
 * Input: sentences and their words, and which report belongs to which story.
 * Output: for each word the stories that hold it, and how often.
 */

#include "resolve/mixed_words.h"

#include <stdlib.h>

#define IMAGINED_REPORTS 20.0 /* that lack every word: a word is not common because a store is small */

static int compare_words(const void *left, const void *right) {
    const td_story_word *a = left, *b = right;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    return (a->story > b->story) - (a->story < b->story);
}

static void collect(const td_comparison *comparison, td_story_words *all) {
    size_t room = 0;
    for (td_index report = 0; report < comparison->count; report++) room += comparison->outlines[report].terms.count;
    all->words = TD_NEW_ARRAY(comparison->scratch, room, td_story_word);
    for (td_index report = 0; report < comparison->count; report++) {
        const td_outline *outline = &comparison->outlines[report];
        td_index story = comparison->story_of[report];
        for (uint32_t s = 0; s < outline->sentences.count; s++) {
            const td_outline_sentence *sentence = &outline->sentences.items[s];
            if (comparison->formulas[report][s]) continue;
            for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
                all->words[all->count++] = (td_story_word){outline->terms.items[at], story, 1};
            all->sizes[story] += sentence->terms_end - sentence->terms_start;
        }
    }
}

static void add_up(td_story_words *all) {
    if (all->count) qsort(all->words, all->count, sizeof *all->words, compare_words);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < all->count; at++) {
        if (kept && compare_words(&all->words[kept - 1], &all->words[at]) == 0)
            all->words[kept - 1].count++;
        else
            all->words[kept++] = all->words[at];
    }
    all->count = kept;
}

void td_story_words_count(const td_comparison *comparison, td_story_words *all) {
    *all = (td_story_words){0};
    uint32_t stories = comparison->record->stories.count;
    all->sizes = TD_NEW_ARRAY(comparison->scratch, stories, uint32_t);
    collect(comparison, all);
    double spoken = all->count;
    add_up(all);
    td_map_init(&all->holders_of, comparison->scratch);
    for (uint32_t at = 0; at < all->count; at++) {
        if (at == 0 || all->words[at].term != all->words[at - 1].term) {
            td_map_put(&all->holders_of, all->words[at].term, all->holders.count, NULL);
            *td_push(comparison->scratch, &all->holders) = (td_word_holders){.start = at};
        }
        td_word_holders *last = &all->holders.items[all->holders.count - 1];
        last->end = at + 1;
        last->count += all->words[at].count;
    }
    all->total = 1 + spoken * (1 + IMAGINED_REPORTS / (comparison->count ? comparison->count : 1));
}

const td_word_holders *td_story_words_find(const td_story_words *all, uint64_t term) {
    const uint32_t *at = td_map_get(&all->holders_of, term);
    return at ? &all->holders.items[*at] : NULL;
}

uint32_t td_story_words_in(const td_story_words *all, const td_word_holders *holders, td_index story) {
    uint32_t low = holders->start, high = holders->end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (all->words[middle].story < story)
            low = middle + 1;
        else
            high = middle;
    }
    return low < holders->end && all->words[low].story == story ? all->words[low].count : 0;
}
