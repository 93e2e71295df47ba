/*
 * tidings frames: check a table of frames of one's own.
 * Input: files. Output: for each how many frames it holds; what is wrong goes to standard error.
 */

#include <string.h>

#include "cli/desk.h"

static void tell(void *context, const char *message) {
    (void)context;
    fprintf(stderr, "tidings: %s\n", message);
}

static int check_files(td_desk *desk) {
    int unread = 0, faulty = 0;
    const td_arguments *arguments = desk->arguments;
    for (int i = 1; i < arguments->operand_count; i++) {
        const char *path = arguments->operands[i];
        uint32_t frames = 0, faults = 0;
        int status = td_pipeline_check_frames(desk->pipeline, path, NULL, tell, &frames, &faults, &desk->error);
        if (status < 0) {
            unread++;
            tell(NULL, desk->error.message);
            continue;
        }
        faulty += faults > 0;
        if (faults)
            fprintf(stderr, "tidings: %s: %u %s\n", path, faults, faults == 1 ? "fault" : "faults");
        else
            td_buffer_format(&desk->out, "%s: %u %s, nothing wrong\n", path, frames, frames == 1 ? "frame" : "frames");
    }
    int status = td_desk_print(desk);
    if (status < 0) return td_desk_fail(desk);
    if (unread == arguments->operand_count - 1) return TD_EXIT_NOTHING_DONE;
    return unread || faulty ? TD_EXIT_SOME_REFUSED : TD_EXIT_DONE;
}

static int run(const td_arguments *arguments) {
    if (strcmp(arguments->operands[0], "check") != 0) {
        fprintf(stderr, "tidings frames: '%s' is nothing that can be done with frames: say check\n", arguments->operands[0]);
        return TD_EXIT_USAGE;
    }
    td_desk desk;
    int status = td_desk_open_pipeline(&desk, arguments);
    int result = status == 0 ? check_files(&desk) : td_desk_fail(&desk);
    td_desk_close(&desk);
    return result;
}

const td_command td_command_frames = {
    .name = "frames",
    .operands = "check FILE ...",
    .summary = "check tables of event frames of your own",
    .detail = "Names file, line and column of what is wrong: columns, words, demands, types, roles, ledgers, and examples\n"
              "that do not give an event of their frame. A table of the name of a shipped one stands in its place.\n"
              "Status 1 where something is wrong. data/frames/README.md in the sources describes the columns.\n",
    .examples = "  tidings frames check harbours.tsv\n",
    .options = TD_TAKES(PACK),
    .least = 2,
    .most = -1,
    .run = run,
};
