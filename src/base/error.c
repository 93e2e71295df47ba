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
    char message[2 * sizeof error->message] = "";
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof error->message, format, arguments);
    va_end(arguments);
    size_t used = strlen(message);
    snprintf(message + used, sizeof message - used, ": %s", error->message);
    memcpy(error->message, message, sizeof error->message - 1);
}
