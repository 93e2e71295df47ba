#ifndef TD_VIEW_LISTING_H
#define TD_VIEW_LISTING_H

/* Plain lists of what a store holds: a table for people, JSON lines for programs. One file each. */

#include "model/json.h"
#include "view/table.h"
#include "view/view.h"

/* What a list leaves out, besides what td_view_request says. */
typedef struct td_listing_filter {
    td_index report; /* TD_NONE: all */
    int type;        /* enum td_event_type, -1: all */
    bool happenings; /* also what no type fits */
} td_listing_filter;
#define TD_LISTING_FILTER_INIT \
    { .report = TD_NONE, .type = -1 }

/* The common shape: rows into `out`. TD_ERROR_... as the source gives. */
typedef int td_listing(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                       td_arena *arena, td_buffer *out, td_error *error);

td_listing td_list_reports; /* identifier, day, outlet, origin, title */
td_listing td_list_stories; /* identifier, interval, reports, origins, title */
td_listing td_list_events;  /* identifier, interval, type, modality, origins, title */
td_listing td_list_figures; /* of each report: the phrase, its bounds, what it counts, according to whom */
td_listing td_list_quotes;  /* of each report: speaker, stance, words */

/* Passages of reports, in the order given, each in its sentence. For search. */
int td_list_passages(const td_view_source *source, const td_view_request *request, const td_evidence *passages,
                     uint32_t count, td_arena *arena, td_buffer *out, td_error *error);

/* For the lists: is this report of the story, and the one report, that are asked for? */
bool td_listing_wants(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                      td_index report);

/* A list of one kind of item of reports: how it is counted, shown in a table and written as JSON. */
typedef struct td_item_list {
    const td_column *columns;
    int column_count;
    uint32_t (*count)(const td_report *report);
    /* The words of item `number`. */
    td_span (*span)(const td_report *report, uint32_t number);
    /* Its cells in a table. */
    void (*cells)(const td_report *report, uint32_t number, td_arena *arena, td_view *cells);
    /* What its JSON object holds besides the report, place and words. */
    void (*fields)(td_json *json, const td_report *report, uint32_t number);
} td_item_list;

/* The items of all reports that are asked for, by report, then in the list's own order. */
int td_list_items(const td_item_list *list, const td_view_source *source, const td_view_request *request,
                  const td_listing_filter *filter, td_arena *arena, td_buffer *out, td_error *error);

#endif
