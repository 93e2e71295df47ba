#ifndef TD_RESOLVE_CONFLICTS_H
#define TD_RESOLVE_CONFLICTS_H

/* Claims about one thing side by side. Each file finds one kind; conflicts.c calls them and gives identifiers. */

#include "resolve/comparison.h"

#define TD_MOST_CLAIMS 16

/* Add a conflict without claims yet; `event` may be TD_NONE. Valid until the next call. */
td_conflict *td_conflict_add(td_comparison *comparison, enum td_conflict_kind kind, td_view about, td_index event,
                             bool compatible);
void td_conflict_claim(td_comparison *comparison, td_conflict *conflict, td_evidence evidence, td_view value,
                       uint64_t attribution);
/* The event of a member, in its outline. */
const td_outline_event *td_member_event(const td_comparison *comparison, const td_member *member);
/* The clause of a member, else its trigger. */
td_evidence td_member_evidence(const td_comparison *comparison, const td_member *member);

void td_conflicts_of_figures(td_comparison *comparison);
void td_conflicts_of_days(td_comparison *comparison);
void td_conflicts_of_actors(td_comparison *comparison);
void td_conflicts_of_scope(td_comparison *comparison);
void td_conflicts_of_denial(td_comparison *comparison);

#endif
