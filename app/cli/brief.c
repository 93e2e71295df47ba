/*
 * tidings brief: each story in a few lines, every line with its sources.
 * Input: a store. Output: the brief.
 */

#include "cli/desk.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    return td_view_brief(source, request, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_brief = {
    .name = "brief",
    .operands = "",
    .summary = "each story in a few lines, every line with its sources",
    .detail = "Lines are composed of what was recorded, or are the very words of a report in quotation marks. Behind each\n"
              "stand the reports and sentences it comes from.\n",
    .examples = "  tidings brief\n"
                "  tidings brief --story s1f0c2f3a44b5c6d7\n"
                "  tidings brief --format json\n",
    .options = TD_TAKES_VIEW,
    .run = run,
};
