/* tidings: reads the news of a conflict or a peace process and keeps the record of it. */

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"

static int run(const td_command *command, int count, char **words) {
    td_arguments arguments;
    if (!td_arguments_read(&arguments, command->options, count, words)) return TD_EXIT_USAGE;
    if (arguments.help) {
        td_command_help_print(command);
        return TD_EXIT_DONE;
    }
    bool too_many = command->most >= 0 && arguments.operand_count > command->most;
    if (arguments.operand_count < command->least || too_many) {
        fprintf(stderr, "tidings %s: %s; usage: tidings %s [OPTION ...] %s\n", command->name,
                too_many ? "too many operands" : "an operand is missing", command->name, command->operands);
        return TD_EXIT_USAGE;
    }
    return command->run(&arguments);
}

/* What was written must have arrived: a full disk is an error, a reader that went away is none. */
static int finish(int status) {
    if (fflush(stdout) == 0 && !ferror(stdout)) return status;
    perror("tidings: writing the result");
    return TD_EXIT_NOTHING_DONE;
}

int main(int count, char **words) {
    /* Widths of characters on a terminal; nothing else depends on a locale. */
    setlocale(LC_CTYPE, "C.UTF-8");
    if (count < 2) {
        td_commands_print(stderr);
        return TD_EXIT_USAGE;
    }
    const char *name = words[1];
    if (strcmp(name, "--version") == 0) {
        printf("tidings %s\n", TD_VERSION);
        return finish(TD_EXIT_DONE);
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) name = "help";
    const td_command *command = td_command_find(name);
    if (!command) {
        fprintf(stderr, "tidings: there is no command '%s'; `tidings help` lists them\n", name);
        return TD_EXIT_USAGE;
    }
    return finish(run(command, count - 1, words + 1));
}
