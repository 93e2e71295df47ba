#ifndef TD_TESTS_SMALL_REPORT_H
#define TD_TESTS_SMALL_REPORT_H

/*
 * Reports for tests of single finders, written by hand: one sentence a line,
 * words parted by spaces, a word's part of speech and tense behind a '|' where
 * the test needs it ("Talks|NOUN opened|PAST on Monday").
 */

#include "base/arena.h"
#include "lexicon/units.h"
#include "model/report.h"

/* The table of units at `path`, or the program ends. Memory from `arena`. */
td_units *small_units(const char *path, td_arena *arena);
/* `marked` without its marks, cut into sentences (lines) and tokens. Publication open. */
td_report small_report(const char *marked, td_arena *arena);

#endif
