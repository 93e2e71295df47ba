/*
 * tidings events: who did what to whom, each event once however many reports tell it.
 * Input: a store. Output: a row for each event.
 */

#include "cli/desk.h"
#include "view/listing.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    td_listing_filter filter = TD_LISTING_FILTER_INIT;
    filter.happenings = desk->arguments->happenings;
    int status = td_desk_filter(desk, &filter);
    if (status < 0) return status;
    return td_list_events(source, request, &filter, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_events = {
    .name = "events",
    .operands = "",
    .summary = "who did what to whom, each event once however many reports tell it",
    .detail = "Types and modes are PLOVER's. MODALITY is the firmest that stands: ordered, announced, begun, happened, denied ...\n"
              "With --happenings also what reports tell more than once and no type fits: accidents, trials, visits.\n",
    .examples = "  tidings events --type RETREAT\n"
                "  tidings events --report r0123456789abcdef --json\n",
    .options = TD_TAKES_VIEW | TD_TAKES(REPORT) | TD_TAKES(TYPE) | TD_TAKES(HAPPENINGS),
    .run = run,
};
