#ifndef TD_TESTS_TREE_REPORT_H
#define TD_TESTS_TREE_REPORT_H

/*
 * Reports with trees made by hand. A sentence is a line; its words are parted by spaces and look like
 *
 *     withdrew|withdraw|VERB+PAST|0|root      form, lemma, part of speech and morphology, head (from 1), relation
 *     Chad|Chad|PROPN|2|nsubj|country:TD      and what it names: country:, person:, group:, organisation:, place:,
 *     Monday|Monday|PROPN|2|obl|time:2014-03-03   facility:, pronoun:NAME (of an entity named before), time:DAY
 *
 * Without head and relation (only three parts) no parser is taken to have run.
 */

#include "base/arena.h"
#include "lexicon/frames.h"
#include "model/report.h"

/* The frames in the files named, or the program ends. Memory from `arena`. */
const td_frames *tree_frames(int count, char **paths, td_arena *arena);
/* A report of these lines, published on 2014-03-05, without events. */
td_report tree_report(const char *marked, td_arena *arena);

#endif
