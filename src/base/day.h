#ifndef TD_BASE_DAY_H
#define TD_BASE_DAY_H

/* Calendar days of the proleptic Gregorian calendar, and intervals of them. */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

/* Days since 1970-01-01; years 0001 to 9999. */
typedef int32_t td_day;

#define TD_DAY_UNKNOWN INT32_MIN /* an open end of an interval */

typedef struct td_date {
    int32_t year;  /* 1 to 9999 */
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
} td_date;

/* Inclusive; either end may be TD_DAY_UNKNOWN, which means open. */
typedef struct td_interval {
    td_day from;
    td_day to;
} td_interval;

#define TD_INTERVAL_OPEN ((td_interval){TD_DAY_UNKNOWN, TD_DAY_UNKNOWN})

bool td_date_valid(td_date date);
int32_t td_days_in_month(int32_t year, int32_t month);
td_day td_day_from_date(td_date date);
td_day td_day_of(int32_t year, int32_t month, int32_t day);
td_date td_day_to_date(td_day day);
/* ISO 8601: 1 Monday to 7 Sunday. */
int32_t td_day_weekday(td_day day);
/* ISO 8601 week number and the year it belongs to. */
void td_day_iso_week(td_day day, int32_t *year, int32_t *week);
/* The Monday of an ISO week; weeks past the year's last run into the next year. */
td_day td_day_of_iso_week(int32_t year, int32_t week);
/* `months` later (or earlier, negative); the day is cut to the month's last. */
td_day td_day_add_months(td_day day, int32_t months);
/* `YYYY-MM-DD` exactly. */
bool td_day_parse(td_view text, td_day *day);
/* `YYYY-MM-DD` and a zero byte. */
void td_day_format(td_day day, char text[11]);

/* `DAY` or `DAY..DAY`, either side of `..` may be empty for an open end; from <= to. */
bool td_interval_parse(td_view text, td_interval *interval);
static inline td_interval td_interval_day(td_day day) {
    return (td_interval){day, day};
}
static inline bool td_interval_known(td_interval interval) {
    return interval.from != TD_DAY_UNKNOWN || interval.to != TD_DAY_UNKNOWN;
}
static inline bool td_interval_exact(td_interval interval) {
    return interval.from != TD_DAY_UNKNOWN && interval.from == interval.to;
}
/* True where some day may lie in both; an open end excludes nothing. */
bool td_interval_overlaps(td_interval a, td_interval b);
/* The days in both; call only when they overlap. */
td_interval td_interval_intersect(td_interval a, td_interval b);
/* The smallest interval that holds both; open ends win. */
td_interval td_interval_cover(td_interval a, td_interval b);
/* Days from the end of the earlier to the start of the later; 0 when they overlap. */
int32_t td_interval_gap(td_interval a, td_interval b);

#endif
