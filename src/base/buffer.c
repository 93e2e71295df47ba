/*
 * Growing byte buffers with a hard maximum.
 * Input: pieces of bytes. Output: all of them in one run, or a failure that sticks.
 */

#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)256)

void td_buffer_init(td_buffer *buffer, size_t maximum) {
    *buffer = (td_buffer){.maximum = maximum};
}

void td_buffer_clear(td_buffer *buffer) {
    buffer->size = 0;
    buffer->status = TD_OK;
    if (buffer->bytes) buffer->bytes[0] = 0;
}

void td_buffer_release(td_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (td_buffer){.maximum = buffer->maximum};
}

/* Room for `more` bytes and a zero byte; false, with the status set, where there is none. */
static bool make_room(td_buffer *buffer, size_t more) {
    if (buffer->status != TD_OK) return false;
    if (more > buffer->maximum || buffer->size > buffer->maximum - more || buffer->size + more == SIZE_MAX) {
        buffer->status = TD_ERROR_LIMIT;
        return false;
    }
    size_t needed = buffer->size + more + 1;
    if (needed <= buffer->capacity) return true;
    size_t capacity = buffer->capacity == 0 ? FIRST_CAPACITY : buffer->capacity;
    while (capacity < needed) capacity = capacity > SIZE_MAX / 2 ? needed : capacity * 2;
    if (buffer->maximum < SIZE_MAX && capacity > buffer->maximum + 1) capacity = buffer->maximum + 1;
    char *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) {
        buffer->status = TD_ERROR_MEMORY;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void td_buffer_add(td_buffer *buffer, td_view bytes) {
    if (bytes.size == 0 || !make_room(buffer, bytes.size)) return;
    memcpy(buffer->bytes + buffer->size, bytes.bytes, bytes.size);
    buffer->size += bytes.size;
    buffer->bytes[buffer->size] = 0;
}

void td_buffer_add_byte(td_buffer *buffer, char byte) {
    if (!make_room(buffer, 1)) return;
    buffer->bytes[buffer->size++] = byte;
    buffer->bytes[buffer->size] = 0;
}

void td_buffer_add_string(td_buffer *buffer, const char *string) {
    td_buffer_add(buffer, td_view_of(string));
}

void td_buffer_format(td_buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size <= 0 || !make_room(buffer, (size_t)size)) return;
    va_start(arguments, format);
    vsnprintf(buffer->bytes + buffer->size, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buffer->size += (size_t)size;
}

td_view td_buffer_view(const td_buffer *buffer) {
    return buffer->bytes ? (td_view){buffer->bytes, buffer->size} : (td_view){"", 0};
}

int td_buffer_status(const td_buffer *buffer, td_error *error) {
    if (buffer->status == TD_OK) return TD_OK;
    if (buffer->status == TD_ERROR_LIMIT)
        return td_error_set(error, TD_ERROR_LIMIT, "more than the limit of %zu bytes", buffer->maximum);
    return td_error_set(error, buffer->status, "the machine has no memory left; close other programs");
}
