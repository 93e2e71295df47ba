#ifndef TD_MENTION_TIMES_CALENDAR_DAYS_H
#define TD_MENTION_TIMES_CALENDAR_DAYS_H

/* One moment against one day: the arithmetic of calendars and the TIMEX3 value. */

#include "mention/times.h"

#define TD_VALUE_SIZE 40

enum td_granularity { TD_BY_DAY, TD_BY_WEEK, TD_BY_MONTH, TD_BY_YEAR };

typedef struct td_resolved {
    td_interval interval; /* the days it may cover; narrowed by early, late, mid */
    td_interval whole;    /* the same without narrowing */
    enum td_granularity granularity;
    bool certain; /* one answer, not the cover of two */
    char value[TD_VALUE_SIZE];
} td_resolved;

/* What the moment means when it is said (or, for `story`, told) on day `anchor`. */
td_resolved td_resolve_at(const td_moment *moment, td_day anchor, bool story);
/* What is certain with no day to count from: "XXXX-02-27", open interval. */
td_resolved td_resolve_without_anchor(const td_moment *moment);
/* What two readings of one moment agree in. */
td_resolved td_resolved_merge(const td_moment *moment, const td_resolved *a, const td_resolved *b);
/* The value of a duration: "P5.5M", "PT2H", "PXD". */
void td_length_value(const td_moment *moment, char value[TD_VALUE_SIZE]);
/* The days of a moment that says its year (or decade, or century). */
td_interval td_moment_days(const td_moment *moment, int32_t year);

#endif
