#ifndef TD_INTAKE_METADATA_DAY_H
#define TD_INTAKE_METADATA_DAY_H

/* Days as the metadata of pages and exports write them. */

#include <stdbool.h>

#include "base/day.h"

/*
 * ISO 8601 ("2016-03-14T20:05:00+03:00", "20160314"), "14 March 2016", "March 14, 2016", "Mon, 14 Mar 2016 20:05 GMT",
 * "14.03.2016", month names of the commonest languages. The day as written: it is not moved to another time zone.
 * False for years before 1900, for two-digit years, and for days that could be read two ways ("03/04/2016").
 */
bool td_metadata_day(td_view text, td_day *day);

/* Seconds, or thousandths of them, since 1970-01-01 UTC. */
bool td_metadata_day_from_seconds(double number, td_day *day);

#endif
