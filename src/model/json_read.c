/*
 * The JSON reader.
 * Input: bytes. Output: a tree of values in the caller's arena. One pass,
 * no recursion: what is open stands on a stack of fixed depth.
 */

#include "model/json_read.h"

#include <string.h>

#include "base/utf8.h"

typedef struct parser {
    td_view text;
    size_t at;
    td_arena *arena;
    td_error *error;
} parser;

typedef struct open_value {
    td_json_value *value;
    const td_json_value **tail; /* where its next child is hung */
} open_value;

static int refuse(const parser *p, const char *what) {
    return td_error_set(p->error, TD_ERROR_INPUT, "byte %zu is no JSON: %s", p->at, what);
}

static void skip_space(parser *p) {
    while (p->at < p->text.size) {
        char byte = p->text.bytes[p->at];
        if (byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r') return;
        p->at++;
    }
}

static bool take(parser *p, char byte) {
    if (p->at >= p->text.size || p->text.bytes[p->at] != byte) return false;
    p->at++;
    return true;
}

/* Four hexadecimal digits at `at`; false when there are none. */
static bool read_hex(const parser *p, size_t at, uint32_t *unit) {
    if (p->text.size - at < 4) return false;
    *unit = 0;
    for (size_t k = at; k < at + 4; k++) {
        char byte = p->text.bytes[k];
        uint32_t digit;
        if (byte >= '0' && byte <= '9')
            digit = (uint32_t)(byte - '0');
        else if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f')
            digit = (uint32_t)((byte | 0x20) - 'a') + 10;
        else
            return false;
        *unit = *unit << 4 | digit;
    }
    return true;
}

/* What follows "\u": a character, from a surrogate pair where there is one. */
static bool read_unicode_escape(parser *p, uint32_t *point) {
    uint32_t low;
    if (!read_hex(p, p->at, point)) return false;
    p->at += 4;
    if (*point < 0xD800 || *point > 0xDFFF) return true;
    bool pair = *point < 0xDC00 && p->text.size - p->at >= 6 && p->text.bytes[p->at] == '\\' &&
                p->text.bytes[p->at + 1] == 'u' && read_hex(p, p->at + 2, &low) && low >= 0xDC00 && low <= 0xDFFF;
    if (!pair) {
        *point = TD_UTF8_REPLACEMENT;
        return true;
    }
    *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
    p->at += 6;
    return true;
}

/* One escape, the backslash taken already; its characters are put at `to`. */
static bool read_escape(parser *p, char *to, size_t *size) {
    static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
    if (p->at >= p->text.size) return false;
    char byte = p->text.bytes[p->at++];
    uint32_t point;
    if (byte == 'u') {
        if (!read_unicode_escape(p, &point)) return false;
        *size += td_utf8_encode(point, to + *size);
        return true;
    }
    const char *found = byte ? strchr(from, byte) : NULL;
    if (!found) return false;
    to[(*size)++] = into[found - from];
    return true;
}

/* The end of the string that begins at `p->at`: its closing quotation mark, or the size of the text. */
static size_t string_end(const parser *p, bool *escaped) {
    size_t at = p->at;
    *escaped = false;
    while (at < p->text.size && p->text.bytes[at] != '"') {
        if (p->text.bytes[at] != '\\') {
            at++;
            continue;
        }
        *escaped = true;
        at += 2;
    }
    return at < p->text.size ? at : p->text.size;
}

/* A string, its opening quotation mark taken already. */
static int read_string(parser *p, td_view *string) {
    bool escaped;
    size_t end = string_end(p, &escaped);
    if (end == p->text.size) return refuse(p, "this string has no end");
    if (!escaped) {
        *string = td_view_slice(p->text, p->at, end);
        p->at = end + 1;
        return 0;
    }
    /* No escape grows: two bytes give one, six give at most three, twelve give four. */
    char *decoded = td_arena_alloc(p->arena, end - p->at + 1);
    size_t size = 0;
    while (p->at < end) {
        const char *from = p->text.bytes + p->at, *stop = memchr(from, '\\', end - p->at);
        size_t plain = stop ? (size_t)(stop - from) : end - p->at;
        memcpy(decoded + size, from, plain);
        size += plain;
        p->at += plain;
        if (!stop) break;
        p->at++;
        if (!read_escape(p, decoded, &size)) return refuse(p, "this escape is not known");
    }
    p->at = end + 1;
    *string = (td_view){decoded, size};
    return 0;
}

static bool take_digits(parser *p) {
    size_t start = p->at;
    while (p->at < p->text.size && p->text.bytes[p->at] >= '0' && p->text.bytes[p->at] <= '9') p->at++;
    return p->at > start;
}

static int read_number(parser *p, td_json_value *value) {
    size_t start = p->at;
    take(p, '-');
    if (!take(p, '0') && !take_digits(p)) return refuse(p, "a value should begin here");
    if (take(p, '.') && !take_digits(p)) return refuse(p, "digits should follow the point");
    if (take(p, 'e') || take(p, 'E')) {
        if (!take(p, '+')) take(p, '-');
        if (!take_digits(p)) return refuse(p, "digits should follow the exponent");
    }
    value->type = TD_JSON_NUMBER;
    value->text = td_view_slice(p->text, start, p->at);
    return 0;
}

static bool take_word(parser *p, td_view word) {
    if (!td_view_starts_with(td_view_slice(p->text, p->at, p->text.size), word)) return false;
    p->at += word.size;
    return true;
}

/* A value; of an array or object only its opening bracket. */
static int read_value(parser *p, td_json_value *value) {
    if (take(p, '"')) {
        value->type = TD_JSON_STRING;
        return read_string(p, &value->text);
    }
    if (take(p, '{'))
        value->type = TD_JSON_OBJECT;
    else if (take(p, '['))
        value->type = TD_JSON_ARRAY;
    else if (take_word(p, TD_VIEW("null")))
        value->type = TD_JSON_NULL;
    else if (take_word(p, TD_VIEW("true")))
        *value = (td_json_value){.key = value->key, .type = TD_JSON_FLAG, .flag = true};
    else if (take_word(p, TD_VIEW("false")))
        value->type = TD_JSON_FLAG;
    else
        return read_number(p, value);
    return 0;
}

static int read_key(parser *p, td_view *key) {
    if (!take(p, '"')) return refuse(p, "the name of a member should begin here");
    int status = read_string(p, key);
    if (status < 0) return status;
    skip_space(p);
    return take(p, ':') ? 0 : refuse(p, "a colon should stand here");
}

/* The next child of `open`: 0, TD_END after its closing bracket, or an error. */
static int read_child(parser *p, open_value *open, td_json_value **child) {
    bool object = open->value->type == TD_JSON_OBJECT;
    td_view key = TD_VIEW_ABSENT;
    skip_space(p);
    if (take(p, object ? '}' : ']')) return TD_END;
    if (open->value->count > 0) {
        if (!take(p, ','))
            return refuse(p, object ? "a comma or } should stand here" : "a comma or ] should stand here");
        skip_space(p);
    }
    int status = object ? read_key(p, &key) : 0;
    if (status < 0) return status;
    skip_space(p);
    *child = TD_NEW(p->arena, td_json_value);
    (*child)->key = key;
    *open->tail = *child;
    open->tail = &(*child)->next;
    open->value->count++;
    return read_value(p, *child);
}

int td_json_parse(td_view text, td_arena *arena, const td_json_value **root, td_error *error) {
    parser p = {.text = text, .arena = arena, .error = error};
    open_value stack[TD_JSON_DEPTH];
    unsigned depth = 0;
    td_json_value *value = TD_NEW(arena, td_json_value);
    *root = value;
    skip_space(&p);
    int status = read_value(&p, value);
    while (status == 0) {
        if (value->type == TD_JSON_ARRAY || value->type == TD_JSON_OBJECT) {
            if (depth == TD_JSON_DEPTH)
                return td_error_set(error, TD_ERROR_LIMIT, "byte %zu: JSON nested more than %d deep", p.at,
                                    TD_JSON_DEPTH);
            stack[depth++] = (open_value){.value = value, .tail = &value->first};
        }
        do status = depth > 0 ? read_child(&p, &stack[depth - 1], &value) : TD_ABSENT;
        while (status == TD_END && depth-- > 0);
    }
    if (status < 0) return status;
    skip_space(&p);
    return p.at == text.size ? 0 : refuse(&p, "something follows the value");
}

const td_json_value *td_json_member(const td_json_value *value, td_view key) {
    if (!value || value->type != TD_JSON_OBJECT) return NULL;
    for (const td_json_value *member = value->first; member; member = member->next)
        if (td_view_equal(member->key, key)) return member;
    return NULL;
}

td_view td_json_string_of(const td_json_value *value) {
    return value && value->type == TD_JSON_STRING ? value->text : TD_VIEW_ABSENT;
}

bool td_json_number_of(const td_json_value *value, double *number) {
    return value && value->type == TD_JSON_NUMBER && td_view_to_number(value->text, number);
}

bool td_json_integer_of(const td_json_value *value, int64_t *number) {
    return value && value->type == TD_JSON_NUMBER && td_view_to_integer(value->text, number);
}
