/* tidings help: the commands, or one of them. */

#include "cli/command.h"

static int run(const td_arguments *arguments) {
    if (arguments->operand_count == 0) {
        td_commands_print(stdout);
        return TD_EXIT_DONE;
    }
    const td_command *command = td_command_find(arguments->operands[0]);
    if (!command) {
        fprintf(stderr, "tidings help: there is no command '%s'\n", arguments->operands[0]);
        return TD_EXIT_USAGE;
    }
    td_command_help_print(command);
    return TD_EXIT_DONE;
}

const td_command td_command_help = {
    .name = "help",
    .operands = "[COMMAND]",
    .summary = "the commands, or what one of them takes",
    .detail = NULL,
    .examples = "  tidings help\n"
                "  tidings help ledger\n",
    .options = 0,
    .least = 0,
    .most = 1,
    .run = run,
};
