/* The list of commands, and what help prints of them. */

#include <string.h>

#include "cli/command.h"

const td_command *const td_commands[] = {
    &td_command_annotate, &td_command_add,    &td_command_reports, &td_command_stories, &td_command_events,
    &td_command_timeline, &td_command_brief,  &td_command_figures, &td_command_quotes,  &td_command_ledger,
    &td_command_check,    &td_command_why,    &td_command_search,  &td_command_page,    &td_command_export,
    &td_command_frames, &td_command_rebuild,  &td_command_doctor, &td_command_completion, &td_command_help, NULL,
};

const td_command *td_command_find(const char *name) {
    for (const td_command *const *command = td_commands; *command; command++)
        if (strcmp((*command)->name, name) == 0) return *command;
    return NULL;
}

static void print_option(const td_option *option) {
    char left[40];
    snprintf(left, sizeof left, "--%s%s%s", option->name, option->value ? " " : "", option->value ? option->value : "");
    printf("  %-18s %s\n", left, option->help);
}

void td_command_help_print(const td_command *command) {
    printf("usage: tidings %s%s%s%s\n\n%s\n", command->name, command->options ? " [OPTION ...]" : "",
           *command->operands ? " " : "", command->operands, command->summary);
    if (command->detail) printf("\n%s", command->detail);
    printf("\nOptions:\n");
    for (int i = 0; i < TD_OPTION_COUNT; i++)
        if (command->options & 1u << i) print_option(&td_options[i]);
    print_option(&(td_option){"help", NULL, "this text"});
    printf("\nExamples:\n%s", command->examples);
}

void td_commands_print(FILE *stream) {
    fprintf(stream, "usage: tidings COMMAND [OPTION ...] [OPERAND ...]\n\nCommands:\n");
    for (const td_command *const *command = td_commands; *command; command++)
        fprintf(stream, "  %-10s %s\n", (*command)->name, (*command)->summary);
    fprintf(stream, "\n`tidings COMMAND --help` tells more of one; `man tidings` of all.\n");
}
