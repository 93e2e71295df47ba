#ifndef TD_CLI_TELLING_H
#define TD_CLI_TELLING_H

/* Refusals and warnings on standard error as they come, a count on a terminal, and the exit status in the end. */

#include <stdbool.h>

#include "pipeline/pipeline.h"

typedef struct td_telling {
    void *owner;      /* for the `report` function of the command */
    uint32_t read;    /* reports done; the command counts */
    uint32_t refused;
    bool shown;       /* a count stands on the terminal */
} td_telling;

/* A listener that tells refusals and warnings, and each report to `report`, whose context is `telling`. */
td_listener td_telling_listener(td_telling *telling, int (*report)(void *telling, const td_report *report, td_error *error));
/* Show `read` on standard error where that is a terminal. */
void td_telling_progress(td_telling *telling);
/* Take the count off the terminal. */
void td_telling_end(td_telling *telling);
/* TD_EXIT_DONE, TD_EXIT_SOME_REFUSED or TD_EXIT_NOTHING_DONE. */
int td_telling_exit(const td_telling *telling);

#endif
