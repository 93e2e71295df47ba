/*
 * tidings stories: the stories that the reports tell.
 * Input: a store. Output: a row for each story.
 */

#include "cli/desk.h"
#include "view/listing.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    td_listing_filter filter = TD_LISTING_FILTER_INIT;
    return td_list_stories(source, request, &filter, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_stories = {
    .name = "stories",
    .operands = "",
    .summary = "the stories that the reports tell",
    .detail = "A story gathers the reports of one course of events; a report may stand in several. ORIGINS counts independent\n"
              "sources: ten copies of one wire report are one.\n",
    .examples = "  tidings stories\n"
                "  tidings stories --json\n",
    .options = TD_TAKES_VIEW,
    .run = run,
};
