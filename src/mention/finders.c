/*
 * The finders, in the order in which they may read one another.
 * Input: a report with text, sentences and tokens. Output: its mentions, times,
 * quotations and figures.
 */

#include "mention/mention.h"

/* Figures come last: they read times (what is no figure), entities and quotations (who says so). */
static const td_finder finders[] = {
    {"entities", td_find_entities},
    {"times", td_find_times},
    {"quotes", td_find_quotes},
    {"figures", td_find_figures},
};

void td_mention_find(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++) finders[i].find(lexicon, report, arena);
}
