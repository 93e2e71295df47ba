#ifndef TD_RESOLVE_STORIES_H
#define TD_RESOLVE_STORIES_H

/* Which reports tell one story. */

#include "resolve/comparison.h"

/* For each report one of its story that leads itself, the same for all of the story. */
void td_stories_cluster(const td_comparison *comparison, td_index *leader);
/*
 * Join stories that share rare names. `mixed` holds for each report what is mixed in it, NULL if nothing: names of its
 * foreign sentences join none.
 */
void td_stories_join_names(const td_comparison *comparison, const td_mixed *const *mixed, td_index *leader);

#endif
