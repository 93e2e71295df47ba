/*
 * tidings reports: the reports of a store.
 * Input: a store. Output: a row for each report.
 */

#include "cli/desk.h"
#include "view/listing.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    td_listing_filter filter = TD_LISTING_FILTER_INIT;
    int status = td_desk_filter(desk, &filter);
    if (status < 0) return status;
    return td_list_reports(source, request, &filter, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_reports = {
    .name = "reports",
    .operands = "",
    .summary = "the reports of a store",
    .detail = "ORIGIN is \"own\" for a report that stands by itself, else the report that it copies.\n",
    .examples = "  tidings reports\n"
                "  tidings reports --story s1f0c2f3a44b5c6d7\n"
                "  tidings reports --json | jq .published\n",
    .options = TD_TAKES_VIEW | TD_TAKES(REPORT),
    .run = run,
};
