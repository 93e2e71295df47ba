#ifndef TD_PIPELINE_GIVEN_DAYS_H
#define TD_PIPELINE_GIVEN_DAYS_H

/* A folder's published.tsv: file, tab, day or interval. The caller's word on when its reports appeared. */

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/map.h"
#include "pipeline/pipeline.h"

typedef struct td_given_days {
    td_view folder; /* with a slash behind it */
    td_map by_name; /* hash of a path below the folder, to an index of `intervals` */
    TD_ARRAY(td_interval) intervals;
} td_given_days;

/*
 * Read `folder`/published.tsv where there is one, using `bytes` to hold it.
 * A line that cannot be read is refused through the listener, with its number.
 */
int td_given_days_read(td_given_days *days, td_arena *arena, const char *folder, td_buffer *bytes,
                       const td_listener *listener, td_error *error);
/* True for the path of the table itself. */
bool td_given_days_is_table(const td_given_days *days, td_view path);
/* What the table says of a file of the folder; open when it says nothing. */
td_interval td_given_days_find(const td_given_days *days, td_view path);

#endif
