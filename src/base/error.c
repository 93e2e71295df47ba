/*
 * Recording what went wrong, for the person at the keyboard.
 * Input: a code and a message. Output: the code, with the message kept.
 */

#include "base/error.h"

#include <stdio.h>
#include <string.h>

int td_error_set(td_error *error, int code, const char *format, ...) {
    if (!error || error->code != TD_OK) return code;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    error->code = code;
    return code;
}

void td_error_prefix(td_error *error, const char *format, ...) {
    if (!error) return;
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (size < 0) return;
    size_t used = (size_t)size < sizeof message ? (size_t)size : sizeof message - 1;
    snprintf(message + used, sizeof message - used, ": %s", error->message);
    memcpy(error->message, message, sizeof message);
}
