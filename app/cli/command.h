#ifndef TD_CLI_COMMAND_H
#define TD_CLI_COMMAND_H

/*
 * A command of `tidings`: one file each, with one td_command and one line in commands.c. Results go to standard
 * output, everything else to standard error.
 */

#include "cli/options.h"

/* Exit statuses, as the manual page gives them. */
enum { TD_EXIT_DONE = 0, TD_EXIT_SOME_REFUSED = 1, TD_EXIT_USAGE = 2, TD_EXIT_NOTHING_DONE = 3 };

typedef struct td_command {
    const char *name;
    const char *operands; /* as usage prints them: "PATH ...", "" for none */
    const char *summary;  /* one line */
    const char *detail;   /* paragraphs for --help, NULL for none */
    const char *examples; /* lines for --help */
    uint32_t options;     /* bits 1 << td_option_number that it takes, besides --help */
    int least, most;      /* operands; most -1: any number */
    int (*run)(const td_arguments *arguments);
} td_command;

extern const td_command td_command_annotate, td_command_add, td_command_reports, td_command_stories,
    td_command_events, td_command_timeline, td_command_brief, td_command_figures, td_command_quotes,
    td_command_ledger, td_command_check, td_command_why, td_command_search, td_command_page, td_command_export,
    td_command_frames, td_command_rebuild, td_command_doctor, td_command_completion, td_command_help;

/* Every command, in the order of the help; ends with NULL. */
extern const td_command *const td_commands[];
/* The command of that name, or NULL. */
const td_command *td_command_find(const char *name);
/* Print a command's help to standard output. */
void td_command_help_print(const td_command *command);
/* Print the list of commands to `stream`. */
void td_commands_print(FILE *stream);

#endif
