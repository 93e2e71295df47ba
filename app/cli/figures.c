/*
 * tidings figures: the numbers in the reports: what they count, their bounds, who says so.
 * Input: a store. Output: a row for each figure.
 */

#include "cli/desk.h"
#include "view/listing.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    td_listing_filter filter = TD_LISTING_FILTER_INIT;
    int status = td_desk_filter(desk, &filter);
    if (status < 0) return status;
    return td_list_figures(source, request, &filter, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_figures = {
    .name = "figures",
    .operands = "",
    .summary = "the numbers in the reports: what they count, their bounds, who says so",
    .detail = "\"At least 50\" has a lower bound alone, \"almost 100\" an upper one; what was not disclosed has none.\n",
    .examples = "  tidings figures\n"
                "  tidings figures --story s1f0c2f3a44b5c6d7 --json\n",
    .options = TD_TAKES_VIEW | TD_TAKES(REPORT),
    .run = run,
};
