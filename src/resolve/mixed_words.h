#ifndef TD_RESOLVE_MIXED_WORDS_H
#define TD_RESOLVE_MIXED_WORDS_H

/* The words of stories, counted: which stories hold a word, and how often. */

#include "resolve/comparison.h"

/* One word in one story. */
typedef struct td_story_word {
    uint64_t term;
    td_index story;
    uint32_t count; /* sentences that hold it */
} td_story_word;

/* A word in all stories. */
typedef struct td_word_holders {
    uint32_t start, end; /* range of `words`, by story */
    uint32_t count;      /* sentences that hold it */
} td_word_holders;

typedef struct td_story_words {
    td_story_word *words; /* by term, story */
    uint32_t count;
    TD_ARRAY(td_word_holders) holders;
    td_map holders_of; /* term to its place in `holders` */
    uint32_t *sizes;   /* words of each story, each as often as it is counted */
    double total;      /* of all stories, and of imagined ones that lack every word */
} td_story_words;

/* In scratch memory. Sentences that are printed again and again are not counted. */
void td_story_words_count(const td_comparison *comparison, td_story_words *all);
/* NULL for a word that no story holds. */
const td_word_holders *td_story_words_find(const td_story_words *all, uint64_t term);
/* How often `story` holds the word. */
uint32_t td_story_words_in(const td_story_words *all, const td_word_holders *holders, td_index story);

#endif
