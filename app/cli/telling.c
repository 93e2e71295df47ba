/* What a person hears while reports are read. */

#include "cli/telling.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"

static void tell(td_telling *telling, const char *message) {
    td_telling_end(telling);
    fprintf(stderr, "tidings: %s\n", message);
}

static void refused(void *context, const char *message) {
    td_telling *telling = context;
    telling->refused++;
    tell(telling, message);
}

static void warned(void *context, const char *message) {
    tell(context, message);
}

td_listener td_telling_listener(td_telling *telling, int (*report)(void *, const td_report *, td_error *)) {
    return (td_listener){.context = telling, .report = report, .refused = refused, .warned = warned};
}

void td_telling_progress(td_telling *telling) {
    if (!isatty(STDERR_FILENO)) return;
    fprintf(stderr, "\r%u reports", telling->read);
    telling->shown = true;
}

void td_telling_end(td_telling *telling) {
    if (telling->shown) fputs("\r\033[K", stderr);
    telling->shown = false;
}

int td_telling_exit(const td_telling *telling) {
    if (telling->refused == 0) return TD_EXIT_DONE;
    return telling->read > 0 ? TD_EXIT_SOME_REFUSED : TD_EXIT_NOTHING_DONE;
}
