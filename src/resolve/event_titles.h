#ifndef TD_RESOLVE_EVENT_TITLES_H
#define TD_RESOLVE_EVENT_TITLES_H

#include "resolve/event_clusters.h"

/*
 * A readable name for an event, made of its reports' own words:
 * "Russia: withdraw main part of its forces from Syria".
 */
td_view td_event_title(const td_comparison *comparison, const td_event_cluster *cluster);

#endif
