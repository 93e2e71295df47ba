/*
 * tidings timeline: what happened, day by day, with its sources.
 * Input: a store. Output: the timeline.
 */

#include "cli/desk.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    return td_view_timeline(source, request, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_timeline = {
    .name = "timeline",
    .operands = "",
    .summary = "what happened, day by day, with its sources",
    .detail = "A day that the reports do not settle is shown as the interval they allow.\n",
    .examples = "  tidings timeline --most 20\n"
                "  tidings timeline --format jsonl\n",
    .options = TD_TAKES_VIEW,
    .run = run,
};
