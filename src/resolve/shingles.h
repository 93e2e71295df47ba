#ifndef TD_RESOLVE_SHINGLES_H
#define TD_RESOLVE_SHINGLES_H

/*
 * Fingerprints of a report's body. Any passage of TD_SHINGLE_WORDS +
 * TD_SHINGLE_WINDOW - 1 = 13 words that two reports share leaves at least one
 * fingerprint in both.
 */

#include "base/arena.h"
#include "model/outline.h"
#include "model/report.h"

#define TD_SHINGLE_WORDS 8
#define TD_SHINGLE_WINDOW 6

/* Fill outline->shingles, in text order. */
void td_shingles_make(const td_report *report, td_arena *arena, td_outline *outline);

#endif
