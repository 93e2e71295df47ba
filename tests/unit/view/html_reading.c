/* Reading back what the page wrote. */

#include "html_reading.h"

#include <string.h>

#define DEEPEST 128

/* The tag at `at`, which is a '<': its name, and where it ends. */
static td_view tag_name(td_view page, size_t at, size_t *end) {
    size_t start = at + 1;
    if (start < page.size && page.bytes[start] == '/') start++;
    size_t stop = start;
    while (stop < page.size && page.bytes[stop] != '>' && page.bytes[stop] != ' ' && page.bytes[stop] != '\n') stop++;
    *end = td_view_find(page, TD_VIEW(">"), stop);
    return td_view_slice(page, start, stop);
}

static bool is_void(td_view name) {
    return td_view_equal(name, TD_VIEW("!DOCTYPE")) || td_view_equal(name, TD_VIEW("meta"));
}

/* Style and script hold '<' and '>' of their own. */
static size_t skip_raw(td_view page, td_view name, size_t end) {
    if (td_view_equal(name, TD_VIEW("style"))) return td_view_find(page, TD_VIEW("</style"), end);
    if (td_view_equal(name, TD_VIEW("script"))) return td_view_find(page, TD_VIEW("</script"), end);
    return end;
}

bool html_is_balanced(td_view page) {
    td_view open[DEEPEST];
    int depth = 0;
    for (size_t at = td_view_find(page, TD_VIEW("<"), 0); at != SIZE_MAX; at = td_view_find(page, TD_VIEW("<"), at)) {
        size_t end;
        td_view name = tag_name(page, at, &end);
        bool closes = page.bytes[at + 1] == '/';
        if (end == SIZE_MAX) return false;
        at = closes ? end : skip_raw(page, name, end);
        if (is_void(name)) continue;
        if (!closes) {
            if (depth == DEEPEST) return false;
            open[depth++] = name;
        } else if (depth == 0 || !td_view_equal(open[--depth], name)) {
            return false;
        }
    }
    return depth == 0;
}

uint32_t html_count(td_view page, const char *needle) {
    uint32_t count = 0;
    size_t at = 0;
    while ((at = td_view_find(page, td_view_of(needle), at)) != SIZE_MAX) at++, count++;
    return count;
}

bool html_next_value(td_view page, const char *attribute, size_t *at, td_view *value) {
    size_t start = td_view_find(page, td_view_of(attribute), *at);
    if (start == SIZE_MAX) return false;
    start += strlen(attribute);
    *at = td_view_find(page, TD_VIEW("\""), start);
    *value = td_view_slice(page, start, *at);
    return *at != SIZE_MAX;
}

bool html_has_id(td_view page, td_view name) {
    size_t at = 0;
    uint32_t count = 0;
    td_view value;
    while (html_next_value(page, " id=\"", &at, &value)) count += td_view_equal(value, name);
    return count == 1;
}

static char read_entity(td_view page, size_t *at) {
    static const struct {
        const char *entity;
        char byte;
    } all[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        size_t size = strlen(all[i].entity);
        if (!td_view_starts_with(td_view_slice(page, *at, page.size), td_view_of(all[i].entity))) continue;
        *at += size;
        return all[i].byte;
    }
    return page.bytes[(*at)++];
}

static bool is_named(td_view tag, td_view name) {
    td_view value;
    size_t at = 0;
    if (html_next_value(tag, " id=\"", &at, &value) && td_view_equal(value, name)) return true;
    at = 0;
    return html_next_value(tag, " class=\"", &at, &value) && td_view_equal(value, name);
}

td_view html_text_of(td_view page, td_view name, td_arena *arena) {
    char *text = td_arena_alloc(arena, page.size + 1);
    size_t size = 0;
    int depth = 0; /* of elements inside the one that has the name, itself counted; 0 outside */
    for (size_t at = 0; at < page.size;) {
        if (page.bytes[at] == '<') {
            size_t end;
            td_view tag = tag_name(page, at, &end);
            bool closes = page.bytes[at + 1] == '/';
            if (end == SIZE_MAX) break;
            if (closes)
                depth -= depth > 0;
            else if (depth > 0)
                depth += !is_void(tag);
            else
                depth = is_named(td_view_slice(page, at, end), name);
            size_t next = closes ? end : skip_raw(page, tag, end);
            at = next == end ? end + 1 : next;
            continue;
        }
        char byte = read_entity(page, &at);
        bool space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
        if (depth > 0 && !space) text[size++] = byte;
    }
    return (td_view){text, size};
}
