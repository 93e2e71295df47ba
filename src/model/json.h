#ifndef TD_MODEL_JSON_H
#define TD_MODEL_JSON_H

/*
 * A streaming JSON writer into a buffer. It keeps commas and nesting right;
 * strings must be well-formed UTF-8. Numbers print as the shortest decimal
 * that reads back the same.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/day.h"
#include "base/view.h"

typedef struct td_json {
    td_buffer *out; /* borrowed; its status tells whether all was written */
    bool comma;
} td_json;

void td_json_init(td_json *json, td_buffer *out);
void td_json_object_open(td_json *json);
void td_json_object_close(td_json *json);
void td_json_array_open(td_json *json);
void td_json_array_close(td_json *json);
/* The name of the next value in an object. */
void td_json_key(td_json *json, const char *key);
void td_json_text(td_json *json, td_view text); /* null when absent */
void td_json_string(td_json *json, const char *string);
void td_json_integer(td_json *json, int64_t value);
void td_json_number(td_json *json, double value); /* null when not finite */
void td_json_flag(td_json *json, bool value);
void td_json_null(td_json *json);
/* {"from": day|null, "to": day|null} */
void td_json_interval(td_json *json, td_interval interval);
/* Ready-made JSON. */
void td_json_raw(td_json *json, td_view value);

#endif
