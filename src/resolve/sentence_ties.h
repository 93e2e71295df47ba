#ifndef TD_RESOLVE_SENTENCE_TIES_H
#define TD_RESOLVE_SENTENCE_TIES_H

/*
 * What ties a sentence to stories: its rare words, and which other reports
 * hold them.
 */

#include "resolve/comparison.h"

#define TD_TIES_KEPT 4

/* A story that shares rare words with a sentence. */
typedef struct td_tie {
    td_index story;
    double weight; /* rarity of the words that this story holds and the sentence's own does not */
    uint32_t words;
} td_tie;

/* How one sentence stands between its own story and others. */
typedef struct td_sentence_ties {
    double own;                /* rarity of the words that the rest of its report or its story hold too */
    double inside;             /* of these, those that only its own report holds */
    double whole;              /* rarity of all its words */
    td_tie ties[TD_TIES_KEPT]; /* the heaviest first */
    uint32_t tie_count;
} td_sentence_ties;

typedef struct td_term_index td_term_index;

/* In scratch memory. */
td_term_index *td_term_index_make(const td_comparison *comparison);

/*
 * Ties of every sentence of `report`; `ties` has room for all of them. Words of
 * sentences that `foreign` marks (may be NULL) count for nothing inside the report.
 */
void td_sentence_ties_find(td_term_index *index, td_index report, const bool *foreign, td_sentence_ties *ties);

/*
 * Likeness of two sentences by the rarity of what they share, 0 to 1 (weighted Dice).
 */
double td_sentence_likeness(const td_comparison *comparison, const td_outline *a, const td_outline_sentence *one,
                            const td_outline *b, const td_outline_sentence *other);
/* The sentence of `story` most like this one, and how much; reports of `except` are passed over. */
double td_story_likest(const td_comparison *comparison, td_index story, td_index except, td_index report,
                       uint32_t sentence, td_evidence *where);

#endif
