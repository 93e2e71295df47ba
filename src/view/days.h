#ifndef TD_VIEW_DAYS_H
#define TD_VIEW_DAYS_H

/* How much reports make of each day. */

#include "view/passages.h"

typedef struct td_told_day {
    td_day day;
    uint32_t origins;     /* independent origins that tell of it */
    uint32_t weight;      /* what these make of it */
    td_evidence evidence; /* the first to tell of it, once it had come where any does */
} td_told_day;
typedef TD_ARRAY(td_told_day) td_told_day_array;

/* The single days that the bodies of a story's reports tell of, or of all reports for TD_NONE; in their order. */
void td_days_tell(td_passages *passages, td_index story, td_told_day_array *days);
/* The one of this day, or NULL. */
const td_told_day *td_days_find(const td_told_day_array *days, td_day day);

#endif
