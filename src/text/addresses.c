/*
 * Recognising addresses.
 * Input: a run of characters without spaces. Output: how much of its front is one address, after the forms of RFC 3986
 * and RFC 5322 as people write them in running text.
 */

#include "text/addresses.h"

#include <stdbool.h>

#include "text/signs.h"

#define LONGEST_ADDRESS 2048

static const char *const schemes[] = {"http://", "https://", "ftp://", "mailto:", "www."};

/* Last parts by which a dotted name is known as a host or a file rather than as two sentences without a space. */
static const char *const endings[] = {
    "com",    "org",    "net",    "gov",    "edu",   "mil", "int",  "info", "biz",  "co.uk", "org.uk", "ac.uk",
    "gov.uk", "com.au", "com.tr", "gov.sy", "co.il", "doc", "docx", "xls",  "xlsx", "ppt",   "pdf",    "txt",
    "htm",    "html",   "jpg",    "jpeg",   "png",   "gif", "zip",  "exe",  "php",  "csv",   "url",
};

static bool equal_fold(const char *bytes, const char *lower, size_t size) {
    return td_view_equal_ascii_fold((td_view){bytes, size}, (td_view){lower, size});
}

static bool is_name_byte(char byte) {
    return td_is_lower(byte) || td_is_upper(byte) || td_is_digit(byte) || byte == '-' || byte == '_';
}

static bool is_one_of(char byte, const char *set) {
    return byte != 0 && strchr(set, byte) != NULL;
}

/* Without what ends the sentence rather than the address. */
static uint32_t trim(td_view chunk, uint32_t end) {
    const char *after = memchr(chunk.bytes, '(', end) ? ".,;:!?'\"*" : ".,;:!?'\"*)";
    while (end > 0 && is_one_of(chunk.bytes[end - 1], after)) end--;
    return end;
}

static bool is_address_byte(char byte) {
    return (unsigned char)byte > ' ' && (unsigned char)byte < 0xE2 && !is_one_of(byte, "<>[]\"{}|\\^`");
}

/* To the first byte that no address holds. */
static uint32_t read_address(td_view chunk, uint32_t from) {
    uint32_t end = from;
    while (end < chunk.size && is_address_byte(chunk.bytes[end])) end++;
    return trim(chunk, end);
}

static uint32_t read_scheme(td_view chunk) {
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t size = strlen(schemes[i]);
        if (chunk.size <= size || !equal_fold(chunk.bytes, schemes[i], size)) continue;
        uint32_t end = read_address(chunk, (uint32_t)size);
        if (end > size) return end;
    }
    return 0;
}

static uint32_t read_mailbox(td_view chunk) {
    uint32_t at = 0;
    while (at < chunk.size && (is_name_byte(chunk.bytes[at]) || is_one_of(chunk.bytes[at], ".+%"))) at++;
    if (at == 0 || at + 1 >= chunk.size || chunk.bytes[at] != '@') return 0;
    uint32_t end = at + 1;
    bool dotted = false;
    for (; end < chunk.size && (is_name_byte(chunk.bytes[end]) || chunk.bytes[end] == '.'); end++)
        dotted |= chunk.bytes[end] == '.';
    end = trim(chunk, end);
    return dotted && end > at + 1 ? end : 0;
}

static bool has_ending(td_view name) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (name.size < size + 2 || name.bytes[name.size - size - 1] != '.') continue;
        if (equal_fold(name.bytes + name.size - size, endings[i], size)) return true;
    }
    return false;
}

/* Names of three parts and more in lower case ("comp.sources.unix") are names whatever they end in. */
static bool has_lower_parts(td_view name) {
    uint32_t dots = 0;
    for (size_t i = 0; i < name.size; i++) {
        if (td_is_upper(name.bytes[i]) || td_is_digit(name.bytes[i])) return false;
        if (name.bytes[i] != '.') continue;
        if (i < 2 || i + 2 >= name.size || name.bytes[i - 1] == '.' || name.bytes[i - 2] == '.') return false;
        dots++;
    }
    return dots >= 2;
}

static uint32_t read_host(td_view chunk) {
    uint32_t end = 0;
    while (end < chunk.size && (is_name_byte(chunk.bytes[end]) || chunk.bytes[end] == '.')) end++;
    while (end > 0 && !td_is_lower(chunk.bytes[end - 1]) && !td_is_upper(chunk.bytes[end - 1])) end--;
    td_view name = {chunk.bytes, end};
    if (end == 0 || !is_name_byte(chunk.bytes[0]) || !(has_ending(name) || has_lower_parts(name))) return 0;
    return end < chunk.size && chunk.bytes[end] == '/' ? read_address(chunk, end) : end;
}

uint32_t td_address_length(td_view chunk) {
    if (chunk.size > LONGEST_ADDRESS) chunk.size = LONGEST_ADDRESS;
    uint32_t length = read_scheme(chunk);
    if (!length) length = read_mailbox(chunk);
    return length ? length : read_host(chunk);
}
