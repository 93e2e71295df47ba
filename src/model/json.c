/*
 * The JSON writer.
 * Input: values in order. Output: one line of JSON (RFC 8259) in a buffer.
 */

#include "model/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void td_json_init(td_json *json, td_buffer *out) {
    *json = (td_json){.out = out, .comma = false};
}

/* A value begins: part it from the one before. */
static void begin_value(td_json *json) {
    if (json->comma) td_buffer_add_byte(json->out, ',');
    json->comma = true;
}

static void open_with(td_json *json, char bracket) {
    begin_value(json);
    td_buffer_add_byte(json->out, bracket);
    json->comma = false;
}

static void close_with(td_json *json, char bracket) {
    td_buffer_add_byte(json->out, bracket);
    json->comma = true;
}

void td_json_object_open(td_json *json) {
    open_with(json, '{');
}

void td_json_object_close(td_json *json) {
    close_with(json, '}');
}

void td_json_array_open(td_json *json) {
    open_with(json, '[');
}

void td_json_array_close(td_json *json) {
    close_with(json, ']');
}

/* Keys are names of ours: nothing in them needs escaping. */
void td_json_key(td_json *json, const char *key) {
    char piece[64];
    size_t size = strlen(key), at = 0;
    if (size + 4 > sizeof piece) { /* longer than any of ours: in pieces */
        begin_value(json);
        td_buffer_add_byte(json->out, '"');
        td_buffer_add_string(json->out, key);
        td_buffer_add_string(json->out, "\":");
    } else {
        if (json->comma) piece[at++] = ',';
        piece[at++] = '"';
        memcpy(piece + at, key, size);
        at += size;
        piece[at++] = '"';
        piece[at++] = ':';
        td_buffer_add(json->out, (td_view){piece, at});
    }
    json->comma = false;
}

/* What must be escaped: the quotation mark, the backslash, and control characters. */
static bool needs_escape(unsigned char byte) {
    return byte < 0x20 || byte == '"' || byte == '\\';
}

/*
 * Bytes at `at` of a character that some readers of lines take for the end of one (U+0085, U+2028, U+2029), and its code
 * point; 0 for any other. They are escaped so that JSON lines stay lines for everybody.
 */
static size_t line_end_at(td_view text, size_t at, unsigned *point) {
    const unsigned char *bytes = (const unsigned char *)text.bytes + at;
    if (text.size - at >= 2 && bytes[0] == 0xC2 && bytes[1] == 0x85) return *point = 0x85, 2;
    bool separator = text.size - at >= 3 && bytes[0] == 0xE2 && bytes[1] == 0x80 && (bytes[2] == 0xA8 || bytes[2] == 0xA9);
    return separator ? (*point = 0x2000u | (bytes[2] & 0x3Fu), 3) : 0;
}

static void add_escape(td_buffer *out, unsigned char byte) {
    static const char short_form[0x20] = {['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
    char escape[8] = {'\\', (char)byte, 0};
    if (byte < 0x20 && short_form[byte])
        escape[1] = short_form[byte];
    else if (byte < 0x20)
        snprintf(escape, sizeof escape, "\\u%04x", byte);
    td_buffer_add_string(out, escape);
}

void td_json_text(td_json *json, td_view text) {
    if (!td_view_present(text)) {
        td_json_null(json);
        return;
    }
    begin_value(json);
    td_buffer_add_byte(json->out, '"');
    size_t done = 0;
    for (size_t at = 0; at < text.size; at++) {
        unsigned char byte = (unsigned char)text.bytes[at];
        unsigned point = 0;
        size_t line_end = byte == 0xC2 || byte == 0xE2 ? line_end_at(text, at, &point) : 0;
        if (!line_end && !needs_escape(byte)) continue;
        if (at > done) td_buffer_add(json->out, td_view_slice(text, done, at));
        if (line_end) td_buffer_format(json->out, "\\u%04x", point);
        else add_escape(json->out, byte);
        at += line_end ? line_end - 1 : 0;
        done = at + 1;
    }
    if (done < text.size) td_buffer_add(json->out, td_view_slice(text, done, text.size));
    td_buffer_add_byte(json->out, '"');
}

void td_json_string(td_json *json, const char *string) {
    td_json_text(json, td_view_of(string));
}

static void add_value(td_json *json, const char *bytes, size_t size) {
    begin_value(json);
    td_buffer_add(json->out, (td_view){bytes, size});
}

void td_json_integer(td_json *json, int64_t value) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) digits[--at] = '-';
    add_value(json, digits + at, sizeof digits - at);
}

/*
 * A number of at most six decimals and fifteen digits, as nearly all are: the
 * division is exact to the last bit (Clinger 1990), so the shortest decimal is
 * the first that gives the number back. False for the others.
 */
static bool write_short_decimal(td_json *json, double value) {
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    for (int decimals = 0; decimals <= 6; decimals++) {
        double scaled = rint(value * powers[decimals]);
        if (fabs(scaled) >= 1e15) return false;
        if (scaled / powers[decimals] != value) continue;
        if (decimals == 0) {
            td_json_integer(json, (int64_t)scaled);
            return true;
        }
        char digits[40];
        int64_t whole = (int64_t)fabs(scaled), power = (int64_t)powers[decimals];
        int size = snprintf(digits, sizeof digits, "%s%lld.%0*lld", value < 0 ? "-" : "", (long long)(whole / power),
                            decimals, (long long)(whole % power));
        add_value(json, digits, (size_t)size);
        return true;
    }
    return false;
}

void td_json_number(td_json *json, double value) {
    if (!isfinite(value)) {
        td_json_null(json);
        return;
    }
    if (write_short_decimal(json, value)) return;
    /* The C library's digits in whatever locale; its decimal sign, which may be a comma, is replaced. */
    char printed[64];
    for (int digits = 0; digits <= 16; digits++) {
        snprintf(printed, sizeof printed, "%.*e", digits, value);
        if (strtod(printed, NULL) == value) break;
    }
    char text[64];
    size_t size = 0;
    for (const char *at = printed; *at; at++) {
        bool ours = (*at >= '0' && *at <= '9') || *at == '-' || *at == '+' || *at == 'e';
        if (ours)
            text[size++] = *at;
        else if (text[size - 1] != '.')
            text[size++] = '.';
    }
    add_value(json, text, size);
}

void td_json_flag(td_json *json, bool value) {
    if (value)
        add_value(json, "true", 4);
    else
        add_value(json, "false", 5);
}

void td_json_null(td_json *json) {
    add_value(json, "null", 4);
}

static void write_day(td_json *json, td_day day) {
    if (day == TD_DAY_UNKNOWN) {
        td_json_null(json);
        return;
    }
    char text[11];
    td_day_format(day, text);
    td_json_string(json, text);
}

void td_json_interval(td_json *json, td_interval interval) {
    td_json_object_open(json);
    td_json_key(json, "from");
    write_day(json, interval.from);
    td_json_key(json, "to");
    write_day(json, interval.to);
    td_json_object_close(json);
}

void td_json_raw(td_json *json, td_view value) {
    add_value(json, value.bytes, value.size);
}
