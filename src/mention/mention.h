#ifndef TD_MENTION_MENTION_H
#define TD_MENTION_MENTION_H

/*
 * What an analyst underlines: names and places, times, figures, quotations.
 * Each finder is one file with one function of the type below and one line in
 * finders.c; it reads the report and what finders before it found, and appends
 * to its own lists only.
 */

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "model/report.h"

typedef struct td_finder {
    const char *name;
    /* Memory from `arena`; lists are left in text order. */
    void (*find)(const td_lexicon *lexicon, td_report *report, td_arena *arena);
} td_finder;

/* Run every finder in order. Input: text, boilerplate, sentences, tokens, published. */
void td_mention_find(const td_lexicon *lexicon, td_report *report, td_arena *arena);

/*
 * When all other stages have read the report: its coreferent phrases become mentions, and chains without a name
 * entities that are unnamed.
 */
void td_mention_complete(td_report *report, td_arena *arena);
/* In text order, the longer first. */
void td_mentions_sort(td_report *report);

/* The finders: entities and mentions; publication (when unknown) and times; quotations; figures. */
void td_find_entities(const td_lexicon *lexicon, td_report *report, td_arena *arena);
void td_find_times(const td_lexicon *lexicon, td_report *report, td_arena *arena);
void td_find_quotes(const td_lexicon *lexicon, td_report *report, td_arena *arena);
void td_find_figures(const td_lexicon *lexicon, td_report *report, td_arena *arena);

#endif
