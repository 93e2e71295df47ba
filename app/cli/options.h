#ifndef TD_CLI_OPTIONS_H
#define TD_CLI_OPTIONS_H

/* The options that commands share: each is known once, with its help, and a command names those that it takes. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/day.h"
#include "model/kinds.h"

/* Number, name, name of its value (NULL: a flag), help. */
#define TD_CLI_OPTIONS(X)                                                                                      \
    X(STORE, "store", "FILE", "the store; else $TIDINGS_STORE, else tidings.db here")                          \
    X(PACK, "pack", "FILE", "the lexicon; else $TIDINGS_PACK, else the installed one")                         \
    X(PUBLISHED, "published", "DAY", "when the reports appeared: YYYY-MM-DD, or FROM..TO, either side open")   \
    X(OUTLET, "outlet", "NAME", "who published the reports")                                                   \
    X(FORMAT, "format", "NAME", "text, json or jsonl")                                                   \
    X(JSON, "json", NULL, "as JSON, for programs")                                              \
    X(TOKENS, "tokens", NULL, "write the tokens too, with lemma, part of speech and dependencies")             \
    X(HAPPENINGS, "happenings", NULL, "what happens besides, too, though no type of event fits it")            \
    X(STORY, "story", "ID", "one story only, by the identifier that `tidings stories` prints")                 \
    X(REPORT, "report", "ID", "one report only")                                                               \
    X(TYPE, "type", "TYPE", "events of one PLOVER type only: RETREAT, ASSAULT, AGREE ...")                     \
    X(MOST, "most", "N", "this many entries at most")                                                          \
    X(OUTPUT, "output", "FILE", "write the page there")                                                        \
    X(COLOUR, "colour", "WHEN", "always, never, or auto: on a terminal (the default)")

#define TD_X(name, label, value, help) TD_OPTION_##name,
enum td_option_number { TD_CLI_OPTIONS(TD_X) TD_OPTION_COUNT };
#undef TD_X

#define TD_TAKES(name) (1u << TD_OPTION_##name)
/* What every command that reads a store takes. */
#define TD_TAKES_STORE (TD_TAKES(STORE) | TD_TAKES(PACK))
/* What every command that shows a view of a store takes. */
#define TD_TAKES_VIEW                                                                                          \
    (TD_TAKES_STORE | TD_TAKES(JSON) | TD_TAKES(FORMAT) | TD_TAKES(STORY) | TD_TAKES(MOST) | TD_TAKES(COLOUR))

enum td_colour { TD_COLOUR_AUTO, TD_COLOUR_ALWAYS, TD_COLOUR_NEVER };

/* What the command line said, with defaults filled in. */
typedef struct td_arguments {
    const char *store;
    const char *pack;      /* NULL: look for the installed one */
    td_interval published; /* open: not said */
    const char *outlet;    /* NULL: not said, as for those below */
    const char *format, *story, *report, *type, *output;
    bool json, tokens, happenings, help;
    uint32_t most; /* 0: no limit */
    enum td_colour colour;
    char **operands;
    int operand_count;
} td_arguments;

typedef struct td_option {
    const char *name, *value, *help;
} td_option;

extern const td_option td_options[TD_OPTION_COUNT];

/*
 * Read the words behind a command's name (`words[0]` is the name). `taken`: bits of the options it takes. False
 * after telling on standard error what was wrong.
 */
bool td_arguments_read(td_arguments *arguments, uint32_t taken, int count, char **words);

#endif
