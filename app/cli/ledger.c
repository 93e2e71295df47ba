/*
 * tidings ledger: one of the seven ledgers: forces, ceasefire, talks, aid, toll, timetable, statements.
 * Input: a store. Output: its entries.
 */

#include "cli/desk.h"

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    enum td_ledger_kind ledger;
    const char *name = desk->arguments->operands[0];
    if (!td_ledger_kind_from_label(td_view_of(name), &ledger))
        return td_error_set(&desk->error, TD_ERROR_USAGE,
                            "there is no ledger '%s': say forces, ceasefire, talks, aid, toll, timetable or statements", name);
    return td_view_ledger(source, ledger, request, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_ledger = {
    .name = "ledger",
    .operands = "NAME",
    .summary = "one of the seven ledgers: forces, ceasefire, talks, aid, toll, timetable, statements",
    .detail = "forces: what leaves, stays and arrives. ceasefire: truces, violations. talks: rounds and their parties. aid:\n"
              "deliveries, and what blocks them. toll: killed, wounded, displaced. timetable: elections and deadlines.\n"
              "statements: who said what, and where it was first carried.\n",
    .examples = "  tidings ledger forces\n"
                "  tidings ledger toll --json\n",
    .options = TD_TAKES_VIEW,
    .least = 1,
    .most = 1,
    .run = run,
};
