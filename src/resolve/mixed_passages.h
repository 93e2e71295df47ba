#ifndef TD_RESOLVE_MIXED_PASSAGES_H
#define TD_RESOLVE_MIXED_PASSAGES_H

/* The passages of one report that another story explains better than its own does. */

#include "resolve/mixed_words.h"

/* Sentences of one report that speak of another story. */
typedef struct td_passage {
    td_index report, own, other; /* own, other: stories */
    double gain;                 /* log odds of this division against a report of one piece, less what a change costs */
    TD_ARRAY(uint32_t) sentences;
    bool accepted;
} td_passage;

#define TD_LISTED_PASSAGES 16

/* Passages whose words are not to count, at most some. */
typedef struct td_passage_list {
    const td_passage *items[TD_LISTED_PASSAGES];
    uint32_t count;
} td_passage_list;

typedef struct td_report_word {
    uint64_t term;
    const td_word_holders *holders;
    double expected;           /* how often a text like a story's would hold it by chance */
    double weight;             /* less for one that many stories hold */
    double own, not_own;       /* in the own story */
    double there;              /* in the other */
    double here, here_foreign; /* logarithms, in an own sentence and in a foreign one */
} td_report_word;

/* One report, made ready for the search. */
typedef struct td_report_words {
    const td_comparison *comparison;
    const td_story_words *all;
    td_index report;
    TD_ARRAY(td_report_word) words; /* by term */
    TD_ARRAY(uint32_t) at;          /* beside the outline's terms: the place in `words` */
    td_index *quoted;               /* for each sentence: the story whose quotation it holds, or TD_NONE */
    double *odds;                   /* of each sentence: the other story against the own */
    bool *foreign, *now, *came_in, *came_out;
    uint32_t room;
} td_report_words;

/* Read `report` in. `words` begins zeroed, and may be used again for the next report. */
void td_report_words_read(td_report_words *words, const td_comparison *comparison, const td_story_words *all,
                          td_index report);
/*
 * Divide the report between its own story and `found->other`, starting from found->sentences. What `there` lists
 * counts for nothing in the other story, what `here` lists for nothing in the own. False where nothing is foreign, or
 * too much.
 */
bool td_passage_find(td_report_words *words, td_passage *found, const td_passage_list *there,
                     const td_passage_list *here);

#endif
