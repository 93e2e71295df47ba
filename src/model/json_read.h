#ifndef TD_MODEL_JSON_READ_H
#define TD_MODEL_JSON_READ_H

/*
 * JSON as a tree in an arena. Our own rather than cJSON's, which ends a string
 * at its first U+0000 (a report's text may hold one), compares a member's name
 * without a length, and keeps its tree on the heap.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"

enum td_json_type { TD_JSON_NULL, TD_JSON_FLAG, TD_JSON_NUMBER, TD_JSON_STRING, TD_JSON_ARRAY, TD_JSON_OBJECT };

/* Most that values may be nested in each other. */
#define TD_JSON_DEPTH 64

typedef struct td_json_value {
    td_view key;                       /* the name of a member, absent for others */
    td_view text;                      /* a string's characters, a number as written; may lie in the input */
    const struct td_json_value *first; /* member or item */
    const struct td_json_value *next;
    uint32_t count; /* members or items */
    enum td_json_type type;
    bool flag;
} td_json_value;

/*
 * Read one value that fills `text` (RFC 8259). Control characters inside
 * strings are let through, escapes that make no character give U+FFFD. The
 * tree points into `text`. TD_ERROR_INPUT names the byte; TD_ERROR_LIMIT when
 * nested too deep.
 */
int td_json_parse(td_view text, td_arena *arena, const td_json_value **root, td_error *error);

/* The member of that name (the first, if several), or NULL; NULL too when `value` is NULL or no object. */
const td_json_value *td_json_member(const td_json_value *value, td_view key);
/* A string's characters, else absent. */
td_view td_json_string_of(const td_json_value *value);
/* False when it is no number. */
bool td_json_number_of(const td_json_value *value, double *number);
/* False when it is no whole number that fits. */
bool td_json_integer_of(const td_json_value *value, int64_t *number);

#endif
