#ifndef TD_BASE_BUFFER_H
#define TD_BASE_BUFFER_H

/*
 * A growing run of bytes on the heap with a hard maximum. The first failure
 * sticks: later calls do nothing, and td_buffer_status() tells at the end.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/view.h"

typedef struct td_buffer {
    char *bytes; /* always followed by a zero byte once anything was added */
    size_t size;
    size_t capacity;
    size_t maximum;
    int status; /* TD_OK, TD_ERROR_MEMORY or TD_ERROR_LIMIT */
} td_buffer;

void td_buffer_init(td_buffer *buffer, size_t maximum);
/* Empty it and keep the memory. */
void td_buffer_clear(td_buffer *buffer);
void td_buffer_release(td_buffer *buffer);

void td_buffer_add(td_buffer *buffer, td_view bytes);
void td_buffer_add_byte(td_buffer *buffer, char byte);
void td_buffer_add_string(td_buffer *buffer, const char *string);
void td_buffer_format(td_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

td_view td_buffer_view(const td_buffer *buffer);
/* 0, or the sticky failure with `error` set. */
int td_buffer_status(const td_buffer *buffer, td_error *error);

#endif
