/*
 * tidings why: the chain from an entry to the exact characters it comes from.
 * Input: a store. Output: the chain, each passage in its sentence.
 */

#include "cli/desk.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    const char *id = desk->arguments->operands[0];
    int status = td_view_why(source, td_view_of(id), request, &desk->arena, &desk->out, &desk->error);
    if (status != TD_ABSENT) return status;
    return td_error_set(&desk->error, TD_ERROR_USAGE, "nothing in this store has the identifier %s", id);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_why = {
    .name = "why",
    .operands = "ID",
    .summary = "the chain from an entry to the exact characters it comes from",
    .detail = "ID is any identifier that the other commands print: of a report, story, event, ledger entry or conflict.\n",
    .examples = "  tidings why v0123456789abcdef\n"
                "  tidings why l0123456789abcdef --json\n",
    .options = TD_TAKES_VIEW,
    .least = 1,
    .most = 1,
    .run = run,
};
