#ifndef TD_RESOLVE_STORIES_H
#define TD_RESOLVE_STORIES_H

/* Which reports tell one story. */

#include "resolve/comparison.h"

/* For each report the first report of its story, which leads itself. */
void td_stories_cluster(const td_comparison *comparison, td_index *leader);
/* Join stories that name the same private persons. */
void td_stories_join_people(const td_comparison *comparison, td_index *leader);

#endif
