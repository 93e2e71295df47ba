/*
 * tidings quotes: who said what, in their words.
 * Input: a store. Output: a row for each statement.
 */

#include "cli/desk.h"
#include "view/listing.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    td_listing_filter filter = TD_LISTING_FILTER_INIT;
    int status = td_desk_filter(desk, &filter);
    if (status < 0) return status;
    return td_list_quotes(source, request, &filter, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_quotes = {
    .name = "quotes",
    .operands = "",
    .summary = "who said what, in their words",
    .detail = "A speaker that the text does not settle is left open.\n",
    .examples = "  tidings quotes\n"
                "  tidings quotes --report r0123456789abcdef\n",
    .options = TD_TAKES_VIEW | TD_TAKES(REPORT),
    .run = run,
};
