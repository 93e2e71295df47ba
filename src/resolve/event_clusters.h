#ifndef TD_RESOLVE_EVENT_CLUSTERS_H
#define TD_RESOLVE_EVENT_CLUSTERS_H

/* Events of single reports, put together where they are one event. */

#include "resolve/event_compare.h"

typedef struct td_event_refusal {
    uint32_t other; /* cluster */
    td_view why;
} td_event_refusal;

typedef struct td_event_cluster {
    td_event_profile profile;
    td_index story;       /* of its first members; clusters of several stories are one where a day and more agree */
    uint32_t merged_into; /* itself while it stands */
    TD_ARRAY(td_member) members; /* `event` counts the outline's events */
    td_view_array links;         /* one less than members */
    TD_ARRAY(td_event_refusal) refusals;
    uint32_t seen; /* the last search that came across it */
} td_event_cluster;
typedef TD_ARRAY(td_event_cluster) td_event_cluster_array;

/* Cluster the events of every story. Texts lie in the record's arena. */
void td_events_cluster(const td_comparison *comparison, td_event_cluster_array *clusters);
/* Put together what two stories tell of one event, and say of look-alikes why they are two. */
void td_events_join_stories(const td_comparison *comparison, td_event_cluster_array *clusters);
/* The cluster that stands for `at`. */
uint32_t td_event_cluster_standing(const td_event_cluster_array *clusters, uint32_t at);

#endif
