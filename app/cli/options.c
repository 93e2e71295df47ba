/*
 * The words of a command line.
 * Input: words. Output: td_arguments, or a message that says which word is wrong.
 */

#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define TD_X(name, label, value, help) {label, value, help},
const td_option td_options[TD_OPTION_COUNT] = {TD_CLI_OPTIONS(TD_X)};
#undef TD_X

#define HELP_VALUE 'h'
#define FIRST_VALUE 256 /* behind every character */

static const char *environment(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value && *value ? value : otherwise;
}

/* Where a value that is plain text goes. */
static const char **text_of(td_arguments *arguments, int option) {
    switch (option) {
    case TD_OPTION_STORE: return &arguments->store;
    case TD_OPTION_PACK: return &arguments->pack;
    case TD_OPTION_OUTLET: return &arguments->outlet;
    case TD_OPTION_FORMAT: return &arguments->format;
    case TD_OPTION_STORY: return &arguments->story;
    case TD_OPTION_REPORT: return &arguments->report;
    case TD_OPTION_TYPE: return &arguments->type;
    case TD_OPTION_OUTPUT: return &arguments->output;
    default: return NULL;
    }
}

static bool refuse(const char *command, const char *option, const char *value, const char *wanted) {
    fprintf(stderr, "tidings %s: --%s %s: %s\n", command, option, value, wanted);
    return false;
}

static bool read_colour(td_arguments *arguments, const char *command, const char *value) {
    static const char *const names[] = {"auto", "always", "never"};
    for (int i = 0; i < 3; i++)
        if (strcmp(value, names[i]) == 0) {
            arguments->colour = (enum td_colour)i;
            return true;
        }
    return refuse(command, "colour", value, "say always, never or auto");
}

static bool read_value(td_arguments *arguments, const char *command, int option, const char *value) {
    const char **text = text_of(arguments, option);
    int64_t number;
    if (text) {
        *text = value;
        return true;
    }
    switch (option) {
    case TD_OPTION_JSON: return arguments->json = true;
    case TD_OPTION_HAPPENINGS: return arguments->happenings = true;
    case TD_OPTION_TOKENS: return arguments->tokens = true;
    case TD_OPTION_COLOUR: return read_colour(arguments, command, value);
    case TD_OPTION_PUBLISHED:
        return td_interval_parse(td_view_of(value), &arguments->published) ||
               refuse(command, "published", value, "say a day as YYYY-MM-DD, or two with '..' between, the earlier first");
    default:
        if (!td_view_to_integer(td_view_of(value), &number) || number < 1 || number > UINT32_MAX)
            return refuse(command, td_options[option].name, value, "say a whole number from 1");
        arguments->most = (uint32_t)number;
        return true;
    }
}

/* The table that getopt_long() reads: options of this command, and --help. */
static void make_table(struct option table[TD_OPTION_COUNT + 2], uint32_t taken) {
    int filled = 0;
    for (int i = 0; i < TD_OPTION_COUNT; i++)
        if (taken & 1u << i)
            table[filled++] = (struct option){td_options[i].name, td_options[i].value != NULL, NULL, FIRST_VALUE + i};
    table[filled++] = (struct option){"help", no_argument, NULL, HELP_VALUE};
    table[filled] = (struct option){0};
}

bool td_arguments_read(td_arguments *arguments, uint32_t taken, int count, char **words) {
    struct option table[TD_OPTION_COUNT + 2];
    *arguments = (td_arguments){.published = TD_INTERVAL_OPEN};
    arguments->store = environment("TIDINGS_STORE", "tidings.db");
    arguments->pack = environment("TIDINGS_PACK", NULL);
    make_table(table, taken);
    opterr = 0;
    optind = 1;
    int found;
    while ((found = getopt_long(count, words, ":h", table, NULL)) != -1) {
        if (found == HELP_VALUE) {
            arguments->help = true;
        } else if (found == ':' || found == '?') {
            fprintf(stderr, "tidings %s: %s %s; see tidings %s --help\n", words[0], words[optind - 1],
                    found == ':' ? "needs a value" : "is not an option of this command", words[0]);
            return false;
        } else if (!read_value(arguments, words[0], found - FIRST_VALUE, optarg)) {
            return false;
        }
    }
    arguments->operands = words + optind;
    arguments->operand_count = count - optind;
    return true;
}
