/*
 * tidings doctor: is everything whole?
 * Input: the lexicon and a store, if there is one. Output: a line for each thing examined.
 */

#include "cli/desk.h"

static int examine(void *context) {
    td_desk *desk = context;
    td_view_array lines = {0};
    int status = td_store_examine(desk->store, &desk->arena, &lines, &desk->error);
    for (td_each(line, &lines)) printf("%.*s\n", TD_VIEW_ARGUMENTS(*line));
    return status;
}

static int run(const td_arguments *arguments) {
    td_desk desk;
    int status = td_desk_open_pipeline(&desk, arguments);
    if (status == 0) {
        printf("engine and lexicon: %s\n", td_pipeline_stamp(desk.pipeline));
        if (td_path_kind_of(arguments->store) == TD_PATH_ABSENT) {
            printf("store: none at %s\n", arguments->store);
        } else {
            status = td_store_open(arguments->store, TD_STORE_READ, &desk.store, &desk.error);
            if (status == 0) status = td_arena_run(&desk.arena, examine, &desk, &desk.error);
        }
    }
    int result = status == 0 ? TD_EXIT_DONE : td_desk_fail(&desk);
    td_desk_close(&desk);
    return result;
}

const td_command td_command_doctor = {
    .name = "doctor",
    .operands = "",
    .summary = "examine the lexicon and a store",
    .detail = NULL,
    .examples = "  tidings doctor\n"
                "  tidings doctor --store syria.db\n",
    .options = TD_TAKES_STORE,
    .run = run,
};
