#ifndef TD_BASE_ERROR_H
#define TD_BASE_ERROR_H

/*
 * Errors, after dbus-broker: a function returns 0 when it did what it says, a
 * negative code when it could not (the caller passes it up unchanged), and a
 * positive one for a condition that its documentation names and the caller
 * must handle.
 */

#include <stdarg.h>

enum {
    TD_OK = 0,

    TD_END = 1,     /* an iteration has no further item */
    TD_ABSENT = 2,  /* what was asked for is not there */
    TD_PRESENT = 3, /* what was to be added is there already, unchanged */

    TD_ERROR_MEMORY = -1,   /* the machine has no memory left */
    TD_ERROR_LIMIT = -2,    /* an input met a stated limit */
    TD_ERROR_INPUT = -3,    /* an input is not what it should be */
    TD_ERROR_FILE = -4,     /* a file or folder could not be read or written */
    TD_ERROR_STORE = -5,    /* the store refused, or is not one of ours */
    TD_ERROR_USAGE = -6,    /* the caller asked for something that makes no sense */
    TD_ERROR_INTERNAL = -7, /* a promise between our own parts was broken */
};

/* What went wrong, for the person at the keyboard: what, where, what to do. */
typedef struct td_error {
    int code; /* one of the negative codes, or 0 */
    char message[1024];
} td_error;

#define TD_ERROR_INIT {.code = TD_OK, .message = ""}

/*
 * Record a failure and return its code, so that a caller can write
 * `return td_error_set(error, TD_ERROR_INPUT, "...")`. The first failure is
 * kept; `error` may be NULL. Messages longer than the field are cut.
 */
int td_error_set(td_error *error, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Put `prefix: ` in front of the recorded message (the name of a file, say). */
void td_error_prefix(td_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
