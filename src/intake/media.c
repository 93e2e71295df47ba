/*
 * The kind of an input.
 * Input: a name and bytes. Output: plain text, HTML or JSON, or why it is none of them.
 * Signatures of pages follow the WHATWG standard "MIME Sniffing", section 7.1.
 */

#include "intake/media.h"

#define SAMPLE ((size_t)64 << 10) /* bytes looked at for control characters */
#define CONTROL_SHARE 20          /* one in so many is too many for a text */

typedef struct td_signature {
    td_view bytes;
    const char *what, *advice;
} td_signature;

static const td_signature signatures[] = {
    {TD_VIEW("%PDF-"), "a PDF document", "turn it into text first, for instance with pdftotext"},
    {TD_VIEW("\x1F\x8B"), "gzip-compressed", "decompress it first (gunzip)"},
    {TD_VIEW("PK\x03\x04"), "a ZIP archive or an office document", "unpack it, or save the document as text"},
    {TD_VIEW("\x28\xB5\x2F\xFD"), "zstd-compressed", "decompress it first (zstd -d)"},
    {TD_VIEW("\xFD"
             "7zXZ"),
     "xz-compressed", "decompress it first (xz -d)"},
    {TD_VIEW("BZh"), "bzip2-compressed", "decompress it first (bunzip2)"},
    {TD_VIEW("\x89PNG"), "a PNG picture", "leave it out"},
    {TD_VIEW("\xFF\xD8\xFF"), "a JPEG picture", "leave it out"},
    {TD_VIEW("GIF8"), "a GIF picture", "leave it out"},
    {TD_VIEW("\x7F"
             "ELF"),
     "a program", "leave it out"},
    {TD_VIEW("SQLite format 3"), "an SQLite database", "name it with --store, not as an input"},
    {TD_VIEW("\xD0\xCF\x11\xE0"), "an old office document", "save it as text"},
};

static const td_view page_tags[] = {
    TD_VIEW("html"),   TD_VIEW("head"),    TD_VIEW("body"),    TD_VIEW("title"), TD_VIEW("meta"), TD_VIEW("link"),
    TD_VIEW("script"), TD_VIEW("style"),   TD_VIEW("div"),     TD_VIEW("p"),     TD_VIEW("h1"),   TD_VIEW("h2"),
    TD_VIEW("table"),  TD_VIEW("article"), TD_VIEW("section"), TD_VIEW("main"),  TD_VIEW("br"),   TD_VIEW("a"),
    TD_VIEW("b"),      TD_VIEW("span"),    TD_VIEW("iframe"),  TD_VIEW("font"),  TD_VIEW("img"),  TD_VIEW("header"),
};

const char *td_media_type(td_media media) {
    static const char *const types[] = {[TD_MEDIA_PLAIN] = "text/plain",
                                        [TD_MEDIA_HTML] = "text/html",
                                        [TD_MEDIA_JSON_LINES] = "application/jsonl",
                                        [TD_MEDIA_JSON_VALUES] = "application/json"};
    return types[media];
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t skip_space(td_view bytes, size_t at) {
    while (at < bytes.size && is_space(bytes.bytes[at])) at++;
    return at;
}

static bool begins_fold(td_view bytes, size_t at, td_view prefix) {
    return td_view_equal_ascii_fold(td_view_slice(bytes, at, at + prefix.size), prefix);
}

/* Behind a byte-order mark, white space, an XML declaration and comments. */
static size_t skip_prologue(td_view bytes) {
    size_t at = begins_fold(bytes, 0, TD_VIEW("\xEF\xBB\xBF")) ? 3 : 0;
    for (;;) {
        at = skip_space(bytes, at);
        td_view close;
        if (begins_fold(bytes, at, TD_VIEW("<!--")))
            close = TD_VIEW("-->");
        else if (begins_fold(bytes, at, TD_VIEW("<?xml")))
            close = TD_VIEW("?>");
        else
            return at;
        size_t end = td_view_find(bytes, close, at);
        if (end == SIZE_MAX) return at;
        at = end + close.size;
    }
}

bool td_media_looks_like_html(td_view bytes) {
    size_t at = skip_prologue(bytes);
    if (begins_fold(bytes, at, TD_VIEW("<!doctype html"))) return true;
    if (at >= bytes.size || bytes.bytes[at] != '<') return false;
    for (size_t i = 0; i < sizeof page_tags / sizeof *page_tags; i++) {
        size_t end = at + 1 + page_tags[i].size;
        if (end < bytes.size && begins_fold(bytes, at + 1, page_tags[i]) &&
            (is_space(bytes.bytes[end]) || bytes.bytes[end] == '>' || bytes.bytes[end] == '/'))
            return true;
    }
    return false;
}

/* Some tag, so that a page's extension may be believed. */
static bool holds_tag(td_view bytes) {
    for (size_t at = td_view_find(bytes, TD_VIEW("<"), 0); at != SIZE_MAX;
         at = td_view_find(bytes, TD_VIEW("<"), at + 1))
        if (at + 1 < bytes.size && (is_letter(bytes.bytes[at + 1]) || bytes.bytes[at + 1] == '!')) return true;
    return false;
}

static bool has_extension(td_view name, td_view extension) {
    return name.size > extension.size &&
           td_view_equal_ascii_fold(td_view_slice(name, name.size - extension.size, name.size), extension);
}

static int check_not_binary(td_view bytes, bool page, td_error *error) {
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (td_view_starts_with(bytes, signatures[i].bytes))
            return td_error_set(error, TD_ERROR_INPUT, "is %s, not text; %s", signatures[i].what, signatures[i].advice);
    if (page) return TD_OK; /* a page's parser drops stray control characters, as browsers do */
    const char *zero = memchr(bytes.bytes, 0, bytes.size);
    if (zero)
        return td_error_set(error, TD_ERROR_INPUT,
                            "is binary, not text (byte %zu is zero); give plain text, HTML or JSON lines",
                            (size_t)(zero - bytes.bytes));
    size_t sample = bytes.size < SAMPLE ? bytes.size : SAMPLE, controls = 0, first = 0;
    for (size_t i = 0; i < sample; i++) {
        unsigned char c = (unsigned char)bytes.bytes[i];
        if ((c >= 0x20 && c != 0x7F) || is_space((char)c)) continue;
        if (controls++ == 0) first = i;
    }
    if (controls > 0 && controls >= sample / CONTROL_SHARE + 1)
        return td_error_set(
            error, TD_ERROR_INPUT,
            "is binary, not text (%zu control characters in its first %zu bytes, the first at byte %zu); "
            "give plain text, HTML or JSON lines",
            controls, sample, first);
    return TD_OK;
}

/* The byte behind the bracket at `at`, blanks aside; a newline where the file ends. */
static char byte_behind(td_view bytes, size_t at) {
    at++;
    while (at < bytes.size && (bytes.bytes[at] == ' ' || bytes.bytes[at] == '\t')) at++;
    return at < bytes.size && bytes.bytes[at] != '\r' ? bytes.bytes[at] : '\n';
}

/* JSON begins with an object or an array of them; a text may begin with a bracket too. */
static bool find_json(td_view name, td_view bytes, size_t at, td_media *media) {
    bool lines = has_extension(name, TD_VIEW(".jsonl")) || has_extension(name, TD_VIEW(".ndjson"));
    bool named = lines || has_extension(name, TD_VIEW(".json"));
    char first = bytes.bytes[at], follows = byte_behind(bytes, at);
    bool object = first == '{' && (follows == '"' || follows == '}' || follows == '\n');
    bool array = first == '[' && (follows == '{' || follows == '\n');
    if (!object && !array && !named) return false;
    *media = !lines && (first == '[' || follows == '\n') ? TD_MEDIA_JSON_VALUES : TD_MEDIA_JSON_LINES;
    return true;
}

int td_media_find(td_view name, td_view bytes, td_media *media, td_error *error) {
    size_t at = skip_prologue(bytes);
    if (skip_space(bytes, begins_fold(bytes, 0, TD_VIEW("\xEF\xBB\xBF")) ? 3 : 0) >= bytes.size)
        return td_error_set(error, TD_ERROR_INPUT, "%s; nothing to read",
                            bytes.size == 0 ? "is empty" : "holds nothing but white space");
    bool page = td_media_looks_like_html(bytes);
    int status = check_not_binary(bytes, page, error);
    if (status < 0) return status;
    *media = TD_MEDIA_PLAIN;
    if (page)
        *media = TD_MEDIA_HTML;
    else if (begins_fold(bytes, at, TD_VIEW("<rss")) || begins_fold(bytes, at, TD_VIEW("<feed")) ||
             begins_fold(bytes, at, TD_VIEW("<rdf:RDF")))
        return td_error_set(error, TD_ERROR_INPUT, "is a news feed, not a report; fetch the pages that it names");
    else if (find_json(name, bytes, at, media))
        return TD_OK;
    else if ((has_extension(name, TD_VIEW(".html")) || has_extension(name, TD_VIEW(".htm")) ||
              has_extension(name, TD_VIEW(".xhtml"))) &&
             holds_tag(bytes))
        *media = TD_MEDIA_HTML;
    return TD_OK;
}
