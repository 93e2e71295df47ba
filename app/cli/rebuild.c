/*
 * tidings rebuild: make everything derived again.
 * Input: a store. Output: the same store, its record made anew from what arrived and what was decided.
 */

#include "cli/desk.h"

static int rebuild(td_desk *desk, const td_arguments *arguments) {
    if (td_path_kind_of(arguments->store) == TD_PATH_ABSENT)
        return td_error_set(&desk->error, TD_ERROR_STORE, "there is no store at %s; --store names another", arguments->store);
    int status = td_store_open(arguments->store, TD_STORE_WRITE, &desk->store, &desk->error);
    return status < 0 ? status : td_pipeline_rebuild(desk->pipeline, desk->store, &desk->error);
}

static int run(const td_arguments *arguments) {
    td_desk desk;
    uint32_t count = 0;
    int status = td_desk_open_pipeline(&desk, arguments);
    if (status == 0) status = rebuild(&desk, arguments);
    if (status == 0) status = td_store_report_count(desk.store, &count, &desk.error);
    if (status == 0) fprintf(stderr, "tidings: the record of %u reports is made anew\n", count);
    int result = status == 0 ? TD_EXIT_DONE : td_desk_fail(&desk);
    td_desk_close(&desk);
    return result;
}

const td_command td_command_rebuild = {
    .name = "rebuild",
    .operands = "",
    .summary = "drop everything derived and make it again",
    .detail = "What arrived and what was decided stays. The same reports give the same record, whatever came first.\n",
    .examples = "  tidings rebuild --store syria.db\n",
    .options = TD_TAKES_STORE,
    .run = run,
};
