#ifndef TD_RESOLVE_COHESION_H
#define TD_RESOLVE_COHESION_H

/*
 * How far a part of a report speaks of what the rest of it speaks of: by the
 * content words of the one that return in the other (lexical cohesion:
 * Halliday and Hasan 1976). What a page puts around a report does not cohere.
 */

#include "base/arena.h"
#include "model/outline.h"

/* Content words, each once, sorted. */
typedef struct td_term_set {
    uint64_t *items;
    uint32_t count;
} td_term_set;

/* Which part of a report a sentence is in. */
enum td_report_part { TD_PART_LEFT_OUT, TD_PART_REST, TD_PART_INSIDE };

typedef struct td_cohesion {
    td_term_set inside, rest;
    double share; /* of the terms of both that stand inside: the larger, the less there is to cohere with */
} td_cohesion;

/* `parts`: one for each sentence of `outline`. Memory from `arena`. */
td_cohesion td_cohesion_make(const td_outline *outline, const enum td_report_part *parts, td_arena *arena);

/* Do so many of `terms`, 0 to 1 of them where little of the report is inside, return in the rest? */
bool td_cohesion_holds(const td_cohesion *cohesion, const td_term_set *terms, double least);

/* The terms of the sentences for which `parts` says so. */
td_term_set td_term_set_make(const td_outline *outline, const enum td_report_part *parts, enum td_report_part wanted,
                             td_arena *arena);

/* Keep of `set` what `other` holds too. */
void td_term_set_intersect(td_term_set *set, const td_term_set *other);

#endif
