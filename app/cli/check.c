/*
 * tidings check: mixed reports, recycled statements, contradictions and copies.
 * Input: a store. Output: findings.
 */

#include "cli/desk.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    return td_view_check(source, request, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_check = {
    .name = "check",
    .operands = "",
    .summary = "mixed reports, recycled statements, contradictions and copies",
    .detail = "Shows each finding with the passages it rests on, side by side. Claims that can both hold are shown as\n"
              "compatible. `tidings why ID` opens the chain behind one.\n",
    .examples = "  tidings check\n"
                "  tidings check --json | jq .conflicts\n",
    .options = TD_TAKES_VIEW,
    .run = run,
};
