/*
 * tidings completion: what a shell needs to complete command lines, made from the tables of commands and options.
 * Input: the name of a shell. Output: its script.
 */

#include <string.h>

#include "cli/command.h"

static const char *const ledgers = "forces ceasefire talks aid toll timetable statements";

/* Words that may follow a command as operands, besides files. */
static const char *operand_words(const td_command *command) {
    if (command == &td_command_ledger) return ledgers;
    if (command == &td_command_export) return "json";
    if (command == &td_command_frames) return "check";
    if (command == &td_command_completion) return "bash zsh fish";
    return NULL;
}

static void print_options(const td_command *command, const char *before) {
    for (int i = 0; i < TD_OPTION_COUNT; i++)
        if (command->options & 1u << i) printf("%s--%s", before, td_options[i].name);
    printf("%s--help", before);
}

static void print_names(const char *between) {
    for (const td_command *const *command = td_commands; *command; command++)
        printf("%s%s", command == td_commands ? "" : between, (*command)->name);
}

static void print_bash(void) {
    printf("# bash completion for tidings\n_tidings() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} words=\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        words='");
    print_names(" ");
    printf("'\n    else\n        case ${COMP_WORDS[1]} in\n");
    for (const td_command *const *command = td_commands; *command; command++) {
        printf("        %s) words='", (*command)->name);
        if (operand_words(*command)) printf("%s", operand_words(*command));
        if (*command == &td_command_help) print_names(" ");
        print_options(*command, " ");
        printf("' ;;\n");
    }
    printf("        esac\n    fi\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
           "    [ \"${#COMPREPLY[@]}\" -gt 0 ] || compopt -o default\n}\n"
           "complete -F _tidings tidings\n");
}

/* Text inside single quotes and before a colon-parted description, for zsh. */
static void print_zsh_text(const char *text) {
    for (; *text; text++) {
        if (*text == '\'') printf("'\\''");
        else if (*text == ':' || *text == '[' || *text == ']') printf("\\%c", *text);
        else putchar(*text);
    }
}

static void print_zsh_command(const td_command *command) {
    printf("    %s) _arguments", command->name);
    for (int i = 0; i < TD_OPTION_COUNT; i++) {
        if (!(command->options & 1u << i)) continue;
        printf(" '--%s[", td_options[i].name);
        print_zsh_text(td_options[i].help);
        printf("]");
        if (td_options[i].value) printf(":%s:%s", td_options[i].value, strcmp(td_options[i].value, "FILE") == 0 ? "_files" : "");
        printf("'");
    }
    printf(" '--help[this text]'");
    if (operand_words(command)) printf(" '*:operand:(%s)'", operand_words(command));
    else printf(" '*:operand:_files'");
    printf(" ;;\n");
}

static void print_zsh(void) {
    printf("#compdef tidings\n# zsh completion for tidings\nif (( CURRENT == 2 )); then\n    local -a names=(\n");
    for (const td_command *const *command = td_commands; *command; command++) {
        printf("        '%s:", (*command)->name);
        print_zsh_text((*command)->summary);
        printf("'\n");
    }
    printf("    )\n    _describe command names\nelse\n    local name=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $name in\n");
    for (const td_command *const *command = td_commands; *command; command++) print_zsh_command(*command);
    printf("    esac\nfi\n");
}

static void print_fish_text(const char *text) {
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\') putchar('\\');
        putchar(*text);
    }
}

static void print_fish(void) {
    printf("# fish completion for tidings\n");
    for (const td_command *const *command = td_commands; *command; command++) {
        const char *name = (*command)->name;
        printf("complete -c tidings -n __fish_use_subcommand -a %s -d '", name);
        print_fish_text((*command)->summary);
        printf("'\n");
        if (operand_words(*command))
            printf("complete -c tidings -n '__fish_seen_subcommand_from %s' -f -a '%s'\n", name, operand_words(*command));
        for (int i = 0; i < TD_OPTION_COUNT; i++) {
            if (!((*command)->options & 1u << i)) continue;
            printf("complete -c tidings -n '__fish_seen_subcommand_from %s' -l %s %s-d '", name, td_options[i].name,
                   td_options[i].value ? "-r " : "");
            print_fish_text(td_options[i].help);
            printf("'\n");
        }
    }
}

static int run(const td_arguments *arguments) {
    static const struct {
        const char *name;
        void (*print)(void);
    } shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(arguments->operands[0], shells[i].name) != 0) continue;
        shells[i].print();
        return TD_EXIT_DONE;
    }
    fprintf(stderr, "tidings completion: there is no script for '%s': say bash, zsh or fish\n", arguments->operands[0]);
    return TD_EXIT_USAGE;
}

const td_command td_command_completion = {
    .name = "completion",
    .operands = "bash|zsh|fish",
    .summary = "what a shell needs to complete these commands",
    .detail = "`make install` puts the scripts where the shells look for them.\n",
    .examples = "  source <(tidings completion bash)\n"
                "  tidings completion fish > ~/.config/fish/completions/tidings.fish\n",
    .options = 0,
    .least = 1,
    .most = 1,
    .run = run,
};
