/*
 * A page made safe to parse.
 * Input: a page of any make. Output: a copy that an HTML tree builder reads in linear time.
 *
 * The algorithm that HTML prescribes for building the tree looks through all open elements at many a tag, and opens
 * again, in every new paragraph, each formatting element that was left open: a page of a few megabytes can ask for
 * hours and gigabytes. Browsers cap the depth; so do we, before the parser sees the page: elements beyond a depth and
 * formatting beyond a number are left out (their text stays), and a page is cut off where its tags, each counted with
 * the formatting that it may open again, are too many. Tags are found by the states of the HTML standard, section
 * 13.2.5. Drawings, formulas, templates and choices are left out whole, as inside them other rules hold.
 */

#include "intake/html_guard.h"

#include <stdint.h>

#include "base/hash.h"

#define DEEPEST 250u         /* elements open at once */
#define MOST_FORMATTING 12u  /* formatting elements open at once */
#define MOST_TAGS 600000u    /* let through, each counted with the formatting open around it */
#define LONGEST_SKIP 200000u /* bytes of a drawing or choice; what is longer was never closed where it should be */

typedef enum td_guard_care {
    TD_GUARD_PLAIN = 0, /* counted on the stack of open elements */
    TD_GUARD_SHALLOW,   /* has no end tag, or closes its own like: cannot nest by itself */
    TD_GUARD_TABLE,     /* as above, and means nothing outside a table */
    TD_GUARD_ONCE,      /* the page itself: means nothing the second time, its end tag never */
    TD_GUARD_FORMATTING,
    TD_GUARD_RAW,     /* no tags inside: kept up to its end tag */
    TD_GUARD_SKIP,    /* left out with all that is in it, up to its end tag */
    TD_GUARD_FOREIGN, /* as above, unless it is so long that its end tag must be another's */
    TD_GUARD_SCRIPT,  /* left out, unless it is linked data */
    TD_GUARD_DROP,    /* the tag alone is left out */
} td_guard_care;

static const struct {
    td_view name;
    td_guard_care care;
} cares[] = {
    {TD_VIEW("p"), TD_GUARD_SHALLOW},         {TD_VIEW("li"), TD_GUARD_SHALLOW},
    {TD_VIEW("br"), TD_GUARD_SHALLOW},        {TD_VIEW("img"), TD_GUARD_SHALLOW},
    {TD_VIEW("meta"), TD_GUARD_SHALLOW},      {TD_VIEW("link"), TD_GUARD_SHALLOW},
    {TD_VIEW("input"), TD_GUARD_SHALLOW},     {TD_VIEW("hr"), TD_GUARD_SHALLOW},
    {TD_VIEW("td"), TD_GUARD_TABLE},          {TD_VIEW("tr"), TD_GUARD_TABLE},
    {TD_VIEW("th"), TD_GUARD_TABLE},          {TD_VIEW("tbody"), TD_GUARD_TABLE},
    {TD_VIEW("thead"), TD_GUARD_TABLE},       {TD_VIEW("tfoot"), TD_GUARD_TABLE},
    {TD_VIEW("dd"), TD_GUARD_SHALLOW},        {TD_VIEW("dt"), TD_GUARD_SHALLOW},
    {TD_VIEW("col"), TD_GUARD_TABLE},         {TD_VIEW("colgroup"), TD_GUARD_TABLE},
    {TD_VIEW("html"), TD_GUARD_ONCE},         {TD_VIEW("head"), TD_GUARD_ONCE},
    {TD_VIEW("body"), TD_GUARD_ONCE},         {TD_VIEW("base"), TD_GUARD_SHALLOW},
    {TD_VIEW("wbr"), TD_GUARD_SHALLOW},       {TD_VIEW("source"), TD_GUARD_SHALLOW},
    {TD_VIEW("area"), TD_GUARD_SHALLOW},      {TD_VIEW("embed"), TD_GUARD_SHALLOW},
    {TD_VIEW("param"), TD_GUARD_SHALLOW},     {TD_VIEW("track"), TD_GUARD_SHALLOW},
    {TD_VIEW("a"), TD_GUARD_FORMATTING},      {TD_VIEW("b"), TD_GUARD_FORMATTING},
    {TD_VIEW("big"), TD_GUARD_FORMATTING},    {TD_VIEW("code"), TD_GUARD_FORMATTING},
    {TD_VIEW("em"), TD_GUARD_FORMATTING},     {TD_VIEW("font"), TD_GUARD_FORMATTING},
    {TD_VIEW("i"), TD_GUARD_FORMATTING},      {TD_VIEW("nobr"), TD_GUARD_FORMATTING},
    {TD_VIEW("s"), TD_GUARD_FORMATTING},      {TD_VIEW("small"), TD_GUARD_FORMATTING},
    {TD_VIEW("strike"), TD_GUARD_FORMATTING}, {TD_VIEW("strong"), TD_GUARD_FORMATTING},
    {TD_VIEW("tt"), TD_GUARD_FORMATTING},     {TD_VIEW("u"), TD_GUARD_FORMATTING},
    {TD_VIEW("title"), TD_GUARD_RAW},         {TD_VIEW("style"), TD_GUARD_SKIP},
    {TD_VIEW("textarea"), TD_GUARD_SKIP},     {TD_VIEW("iframe"), TD_GUARD_SKIP},
    {TD_VIEW("xmp"), TD_GUARD_SKIP},          {TD_VIEW("noembed"), TD_GUARD_SKIP},
    {TD_VIEW("noframes"), TD_GUARD_SKIP},     {TD_VIEW("svg"), TD_GUARD_FOREIGN},
    {TD_VIEW("math"), TD_GUARD_FOREIGN},      {TD_VIEW("select"), TD_GUARD_FOREIGN},
    {TD_VIEW("template"), TD_GUARD_FOREIGN},  {TD_VIEW("script"), TD_GUARD_SCRIPT},
    {TD_VIEW("plaintext"), TD_GUARD_DROP},    {TD_VIEW("option"), TD_GUARD_DROP},
    {TD_VIEW("optgroup"), TD_GUARD_DROP},     {TD_VIEW("caption"), TD_GUARD_TABLE},
    {TD_VIEW("frameset"), TD_GUARD_DROP},     {TD_VIEW("frame"), TD_GUARD_DROP},
};
#define CARES (sizeof cares / sizeof *cares)

typedef struct td_guard {
    td_view page;
    char *out;
    size_t size;
    uint64_t open[DEEPEST]; /* names of the open elements */
    uint32_t depth;
    uint32_t left_out;            /* start tags beyond the depth, whose end tags are still to come */
    uint32_t open_of[CARES];      /* open ones of each; of those that cannot nest, at least so many */
    uint32_t tables;              /* table tags so far, less their end tags */
    uint32_t formatting_open;     /* of all */
    uint32_t formatting_left_out; /* as `left_out` */
    bool unclosed[CARES];         /* its end tag was looked for and is not there any more */
    uint32_t tags;
} td_guard;

typedef struct td_tag {
    td_view name; /* as written */
    td_view whole;
    bool end;
} td_tag;

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static void emit(td_guard *guard, td_view bytes) {
    if (bytes.size > 0) memcpy(guard->out + guard->size, bytes.bytes, bytes.size);
    guard->size += bytes.size;
}

static size_t skip_space(td_view page, size_t at) {
    while (at < page.size && is_space(page.bytes[at])) at++;
    return at;
}

/* Behind the value of an attribute, which begins at `at`. */
static size_t skip_value(td_view page, size_t at) {
    if (at >= page.size) return at;
    char quote = page.bytes[at];
    if (quote == '"' || quote == '\'') {
        const char *close = memchr(page.bytes + at + 1, quote, page.size - at - 1);
        return close ? (size_t)(close - page.bytes) + 1 : page.size;
    }
    while (at < page.size && !is_space(page.bytes[at]) && page.bytes[at] != '>') at++;
    return at;
}

/* Behind one attribute, with a value or without, which begins at `at`. */
static size_t skip_attribute(td_view page, size_t at) {
    if (page.bytes[at] == '=') at++; /* a name may begin with it */
    while (at < page.size && !is_space(page.bytes[at]) && !strchr("=/>", page.bytes[at])) at++;
    size_t sign = skip_space(page, at);
    return sign < page.size && page.bytes[sign] == '=' ? skip_value(page, skip_space(page, sign + 1)) : at;
}

/* The tag whose '<' is at `at`; false where none begins there or it is never closed (`tag->whole` then holds the rest).
 */
static bool read_tag(td_view page, size_t at, td_tag *tag) {
    size_t start = at + 1;
    tag->end = start < page.size && page.bytes[start] == '/';
    if (tag->end) start++;
    if (start >= page.size || !is_letter(page.bytes[start])) return false;
    size_t end = start;
    while (end < page.size && !is_space(page.bytes[end]) && page.bytes[end] != '>' && page.bytes[end] != '/') end++;
    tag->name = td_view_slice(page, start, end);
    while (end < page.size && page.bytes[end] != '>')
        end = is_space(page.bytes[end]) || page.bytes[end] == '/' ? end + 1 : skip_attribute(page, end);
    tag->whole = td_view_slice(page, at, end < page.size ? end + 1 : page.size);
    return true;
}

static size_t care_of(td_view name) {
    for (size_t i = 0; i < CARES; i++)
        if (td_view_equal_ascii_fold(name, cares[i].name)) return i;
    return CARES;
}

static uint64_t key_of(td_view name) {
    char folded[32];
    size_t size = name.size < sizeof folded ? name.size : sizeof folded;
    for (size_t i = 0; i < size; i++)
        folded[i] = name.bytes[i] >= 'A' && name.bytes[i] <= 'Z' ? (char)(name.bytes[i] | 0x20) : name.bytes[i];
    return td_hash((td_view){folded, size});
}

/* Offset of "</name" at or after `from`, or SIZE_MAX. */
static size_t find_end_tag(td_view page, td_view name, size_t from) {
    for (size_t at = td_view_find(page, TD_VIEW("</"), from); at != SIZE_MAX;
         at = td_view_find(page, TD_VIEW("</"), at + 2)) {
        size_t after = at + 2 + name.size;
        if (!td_view_equal_ascii_fold(td_view_slice(page, at + 2, after), name)) continue;
        if (after >= page.size || is_space(page.bytes[after]) || page.bytes[after] == '>' || page.bytes[after] == '/')
            return at;
    }
    return SIZE_MAX;
}

/* Behind a comment, declaration or processing instruction whose '<' is at `at`. */
static size_t skip_markup(td_view page, size_t at) {
    if (td_view_starts_with(td_view_slice(page, at, page.size), TD_VIEW("<!--"))) {
        td_view rest = td_view_slice(page, at + 4, at + 6);
        if (td_view_starts_with(rest, TD_VIEW(">"))) return at + 5;
        if (td_view_equal(rest, TD_VIEW("->"))) return at + 6;
        size_t plain = td_view_find(page, TD_VIEW("-->"), at + 4);
        size_t bang = td_view_find(td_view_slice(page, 0, plain), TD_VIEW("--!>"), at + 4);
        if (bang != SIZE_MAX) return bang + 4;
        return plain == SIZE_MAX ? page.size : plain + 3;
    }
    size_t close = td_view_find(page, TD_VIEW(">"), at);
    return close == SIZE_MAX ? page.size : close + 1;
}

static void start_formatting(td_guard *guard, size_t care, td_view whole) {
    if (guard->formatting_open >= MOST_FORMATTING) {
        guard->formatting_left_out++;
        return;
    }
    guard->open_of[care]++;
    guard->formatting_open++;
    emit(guard, whole);
}

static void end_formatting(td_guard *guard, size_t care, td_view whole) {
    if (guard->formatting_left_out > 0) {
        guard->formatting_left_out--;
        return;
    }
    if (guard->open_of[care] == 0) return; /* it would close nothing */
    guard->open_of[care]--;
    guard->formatting_open--;
    emit(guard, whole);
}

/*
 * Tags that mean nothing where they stand are left out, not only for their cost: the parser joins the texts on both
 * sides of a tag that it ignores by a copy over itself, which on some machines garbles them.
 */
static void pass_shallow(td_guard *guard, const td_tag *tag, size_t care) {
    bool table = cares[care].care == TD_GUARD_TABLE, once = cares[care].care == TD_GUARD_ONCE;
    if (table && guard->tables == 0) return;
    if (once && (tag->end || guard->open_of[care] > 0)) return;
    bool paragraph = tag->end && td_view_equal(cares[care].name, TD_VIEW("p")); /* its end tag alone makes one */
    if (tag->end && !paragraph) {
        if (guard->open_of[care] == 0) return;
        guard->open_of[care]--;
    } else if (!tag->end) {
        guard->open_of[care]++;
    }
    emit(guard, tag->whole);
}

static bool is_table(const td_tag *tag) {
    return td_view_equal_ascii_fold(tag->name, TD_VIEW("table"));
}

static void start_plain(td_guard *guard, const td_tag *tag) {
    if (guard->depth >= DEEPEST) {
        guard->left_out++;
        return;
    }
    guard->open[guard->depth++] = key_of(tag->name);
    if (is_table(tag)) guard->tables++;
    emit(guard, tag->whole);
}

static void end_plain(td_guard *guard, const td_tag *tag) {
    if (guard->left_out > 0) {
        guard->left_out--;
        return;
    }
    uint64_t key = key_of(tag->name);
    for (uint32_t i = guard->depth; i > 0; i--)
        if (guard->open[i - 1] == key) {
            guard->depth = i - 1;
            if (is_table(tag)) guard->tables--;
            emit(guard, tag->whole);
            return;
        }
    /* The end of what is not open means nothing. */
}

/* An element without tags inside; returns where to go on. `at` is behind its start tag. */
static size_t pass_raw(td_guard *guard, const td_tag *tag, size_t care, size_t at) {
    size_t end = guard->unclosed[care] ? SIZE_MAX : find_end_tag(guard->page, cares[care].name, at);
    bool script = cares[care].care == TD_GUARD_SCRIPT;
    if (end == SIZE_MAX) {
        guard->unclosed[care] = true;
        return script ? guard->page.size : at; /* of all others the tag alone is left out */
    }
    td_tag close;
    if (!read_tag(guard->page, end, &close)) return guard->page.size;
    if (cares[care].care == TD_GUARD_FOREIGN && end - at > LONGEST_SKIP) return at;
    bool linked = script && td_view_find(tag->whole, TD_VIEW("ld+json"), 0) != SIZE_MAX;
    if (linked || cares[care].care == TD_GUARD_RAW) {
        emit(guard, tag->whole);
        emit(guard, td_view_slice(guard->page, at, end));
        emit(guard, close.whole);
    }
    return end + close.whole.size;
}

/* As its kind of element asks; `next` is behind the tag. Returns where to go on. */
static size_t pass_by_care(td_guard *guard, const td_tag *tag, size_t care, size_t next) {
    switch (care < CARES ? cares[care].care : TD_GUARD_PLAIN) {
    case TD_GUARD_PLAIN:
        if (tag->end)
            end_plain(guard, tag);
        else
            start_plain(guard, tag);
        return next;
    case TD_GUARD_SHALLOW:
    case TD_GUARD_TABLE:
    case TD_GUARD_ONCE:
        pass_shallow(guard, tag, care);
        return next;
    case TD_GUARD_FORMATTING:
        if (tag->end)
            end_formatting(guard, care, tag->whole);
        else
            start_formatting(guard, care, tag->whole);
        return next;
    case TD_GUARD_RAW:
    case TD_GUARD_SKIP:
    case TD_GUARD_FOREIGN:
    case TD_GUARD_SCRIPT:
        return tag->end ? next : pass_raw(guard, tag, care, next);
    case TD_GUARD_DROP:
        return next;
    }
    return next;
}

/* One tag; returns where to go on. */
static size_t pass_tag(td_guard *guard, const td_tag *tag, size_t at) {
    size_t care = care_of(tag->name), next = at + tag->whole.size, before = guard->size;
    size_t after = pass_by_care(guard, tag, care, next);
    if (guard->size > before) guard->tags += 1 + guard->formatting_open;
    return after;
}

/* Bytes of value zero, which a parser drops, hide tags from us. */
static td_view drop_zeros(td_arena *arena, td_view page) {
    if (page.size == 0 || !memchr(page.bytes, 0, page.size)) return page;
    char *bytes = td_arena_alloc(arena, page.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < page.size; i++)
        if (page.bytes[i]) bytes[size++] = page.bytes[i];
    return (td_view){bytes, size};
}

td_view td_html_guard(td_arena *arena, td_view page, size_t *cut) {
    td_guard *guard = TD_NEW(arena, td_guard);
    guard->page = page = drop_zeros(arena, page);
    guard->out = td_arena_alloc(arena, page.size + 1);
    *cut = SIZE_MAX;
    for (size_t at = 0; at < page.size;) {
        size_t next = td_view_find(page, TD_VIEW("<"), at);
        if (next == SIZE_MAX) next = page.size;
        emit(guard, td_view_slice(page, at, next));
        at = next;
        td_tag tag;
        if (at >= page.size) break;
        if (guard->tags > MOST_TAGS) {
            *cut = at;
            break;
        }
        char follows = at + 1 < page.size ? page.bytes[at + 1] : 0;
        if (follows == '!' || follows == '?' ||
            (follows == '/' && at + 2 < page.size && !is_letter(page.bytes[at + 2]))) {
            bool doctype = td_view_equal_ascii_fold(td_view_slice(page, at, at + 9), TD_VIEW("<!doctype"));
            next = skip_markup(page, at);
            if (doctype) emit(guard, td_view_slice(page, at, next));
            at = next;
        } else if (read_tag(page, at, &tag)) {
            at = pass_tag(guard, &tag, at);
        } else {
            emit(guard, TD_VIEW("<"));
            at++;
        }
    }
    guard->out[guard->size] = 0;
    return (td_view){guard->out, guard->size};
}
