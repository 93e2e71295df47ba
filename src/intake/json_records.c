/*
 * Records of JSON exports.
 * Input: JSON lines, or objects in an array. Output: reports, from whatever names the common exports give their
 * fields (news-please, trafilatura, newspaper, Media Cloud, Event Registry, NewsAPI, Webhose, our own `annotate`).
 */

#include "intake/json_records.h"

#include "intake/bylines.h"
#include "intake/language.h"
#include "intake/metadata_day.h"
#include "model/json_read.h"

/* Names of a field, the likeliest first; each list ends in an absent view. */
static const td_view text_names[] = {TD_VIEW("text"),
                                     TD_VIEW("body"),
                                     TD_VIEW("content"),
                                     TD_VIEW("maintext"),
                                     TD_VIEW("full_text"),
                                     TD_VIEW("fulltext"),
                                     TD_VIEW("article_text"),
                                     TD_VIEW("articlebody"),
                                     TD_VIEW("article"),
                                     TD_VIEW("story"),
                                     {NULL, 0}};
static const td_view title_names[] = {TD_VIEW("title"), TD_VIEW("headline"), {NULL, 0}};
static const td_view source_names[] = {TD_VIEW("url"),  TD_VIEW("link"),   TD_VIEW("source_url"),
                                       TD_VIEW("uri"),  TD_VIEW("source"), TD_VIEW("id"),
                                       TD_VIEW("guid"), TD_VIEW("_id"),    {NULL, 0}};
static const td_view published_names[] = {
    TD_VIEW("published"),    TD_VIEW("date"),          TD_VIEW("published_at"),
    TD_VIEW("publishedat"),  TD_VIEW("datepublished"), TD_VIEW("date_published"),
    TD_VIEW("publish_date"), TD_VIEW("date_publish"),  TD_VIEW("publication_date"),
    TD_VIEW("pub_date"),     TD_VIEW("pubdate"),       TD_VIEW("datetime"),
    TD_VIEW("timestamp"),    TD_VIEW("created_at"),    {NULL, 0}};
static const td_view outlet_names[] = {TD_VIEW("outlet"),
                                       TD_VIEW("source_name"),
                                       TD_VIEW("sitename"),
                                       TD_VIEW("site_name"),
                                       TD_VIEW("publisher"),
                                       TD_VIEW("media_name"),
                                       TD_VIEW("publication"),
                                       TD_VIEW("newspaper"),
                                       TD_VIEW("source"),
                                       TD_VIEW("source_domain"),
                                       TD_VIEW("hostname"),
                                       TD_VIEW("site"),
                                       {NULL, 0}};
static const td_view author_names[] = {
    TD_VIEW("authors"), TD_VIEW("author"), TD_VIEW("byline"), TD_VIEW("creator"), {NULL, 0}};
static const td_view language_names[] = {TD_VIEW("language"), TD_VIEW("lang"), TD_VIEW("language_code"), {NULL, 0}};
static const td_view agency_names[] = {TD_VIEW("agency"), {NULL, 0}};
static const td_view label_names[] = {TD_VIEW("name"), TD_VIEW("title"), {NULL, 0}};

static size_t skip_space(td_view bytes, size_t at, bool commas) {
    while (at < bytes.size && (strchr(" \t\r\n", bytes.bytes[at]) || (commas && strchr(",[]", bytes.bytes[at]))) &&
           bytes.bytes[at])
        at++;
    return at;
}

/* The end of the object that begins at `at`, or SIZE_MAX when it is not closed. */
static size_t object_end(td_view bytes, size_t at) {
    uint32_t depth = 0;
    bool string = false;
    for (; at < bytes.size; at++) {
        char c = bytes.bytes[at];
        if (string) {
            if (c == '\\')
                at++;
            else if (c == '"')
                string = false;
        } else if (c == '"') {
            string = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return SIZE_MAX;
}

static int cut_value(td_view bytes, td_intake_cursor *cursor, td_view *record, td_error *error) {
    size_t at = skip_space(bytes, cursor->offset, true);
    cursor->line++;
    if (at >= bytes.size) {
        cursor->offset = bytes.size;
        return TD_END;
    }
    size_t end = bytes.bytes[at] == '{' ? object_end(bytes, at) : SIZE_MAX;
    cursor->offset = end == SIZE_MAX ? bytes.size : end;
    if (end == SIZE_MAX)
        return td_error_set(error, TD_ERROR_INPUT,
                            "record %u (byte %zu) is no complete JSON object; the rest of the file is left out",
                            cursor->line, at);
    *record = td_view_slice(bytes, at, end);
    return TD_OK;
}

int td_json_record_cut(td_view bytes, td_media media, td_intake_cursor *cursor, td_view *record, td_error *error) {
    if (cursor->offset == 0 && td_view_starts_with(bytes, TD_VIEW("\xEF\xBB\xBF"))) cursor->offset = 3;
    if (media == TD_MEDIA_JSON_VALUES) return cut_value(bytes, cursor, record, error);
    while (cursor->offset < bytes.size) {
        const char *start = bytes.bytes + cursor->offset;
        const char *stop = memchr(start, '\n', bytes.size - cursor->offset);
        size_t end = stop ? (size_t)(stop - bytes.bytes) : bytes.size;
        *record = td_view_trim(td_view_slice(bytes, cursor->offset, end));
        cursor->offset = stop ? end + 1 : end;
        cursor->line++;
        if (record->size > 0) return TD_OK;
    }
    return TD_END;
}

/* The first of the names that the object has with a value other than null and "". Case does not matter. */
static const td_json_value *find_field(const td_json_value *object, const td_view *names) {
    for (; names->bytes; names++)
        for (const td_json_value *member = object->first; member; member = member->next)
            if (td_view_equal_ascii_fold(member->key, *names) && member->type != TD_JSON_NULL &&
                !(member->type == TD_JSON_STRING && td_view_trim(member->text).size == 0))
                return member;
    return NULL;
}

/* A string, or what an object calls itself; absent otherwise. */
static td_view label_of(const td_json_value *value) {
    if (value && value->type == TD_JSON_OBJECT) value = find_field(value, label_names);
    return value && value->type == TD_JSON_STRING ? td_view_trim(value->text) : TD_VIEW_ABSENT;
}

static bool is_address(td_view text) {
    return td_view_find(text, TD_VIEW("://"), 0) != SIZE_MAX;
}

static void read_source(const td_json_value *object, td_arena *arena, td_report *report) {
    for (const td_view *name = source_names; name->bytes; name++) {
        const td_view one[] = {*name, {NULL, 0}};
        const td_json_value *value = find_field(object, one);
        if (!value || (value->type != TD_JSON_STRING && value->type != TD_JSON_NUMBER)) continue;
        /* "source" is an outlet's name in most exports and an address in some. */
        if (td_view_equal(*name, TD_VIEW("source")) && !is_address(value->text)) continue;
        report->source = td_arena_copy(arena, td_view_trim(value->text));
        return;
    }
}

static void read_outlet(const td_json_value *object, td_arena *arena, td_report *report) {
    for (const td_view *name = outlet_names; name->bytes; name++) {
        const td_view one[] = {*name, {NULL, 0}};
        td_view label = label_of(find_field(object, one));
        if (!td_view_present(label) || is_address(label)) continue;
        report->outlet = td_arena_copy(arena, label);
        return;
    }
}

static void add_author(td_view name, td_arena *arena, td_report *report) {
    td_byline byline = {0};
    td_byline_read_names(name, arena, &byline);
    for (td_each(author, &byline.authors)) *td_push(arena, &report->authors) = td_arena_copy(arena, *author);
    if (td_view_present(byline.agency) && !td_view_present(report->agency)) report->agency = byline.agency;
    /* A name that has not the shape of one (a single word, another script) is kept as it is given. */
    bool other = byline.authors.count == 0 && !td_view_present(byline.agency) && !td_view_present(byline.outlet);
    if (other && name.size > 0 && name.size <= 100) *td_push(arena, &report->authors) = td_arena_copy(arena, name);
}

static void read_authors(const td_json_value *object, td_arena *arena, td_report *report) {
    const td_json_value *value = find_field(object, author_names);
    if (!value) return;
    if (value->type != TD_JSON_ARRAY) {
        td_view label = label_of(value);
        if (td_view_present(label)) add_author(label, arena, report);
        return;
    }
    for (const td_json_value *item = value->first; item; item = item->next) {
        td_view label = label_of(item);
        if (td_view_present(label)) add_author(label, arena, report);
    }
}

/* "2016-03-14", any day that metadata writes, a time stamp, or {"from", "to"} as we write it ourselves. */
static bool read_interval(const td_json_value *value, td_interval *interval) {
    td_day day;
    double number;
    if (value->type == TD_JSON_STRING) {
        if (td_interval_parse(td_view_trim(value->text), interval)) return true;
        if (!td_metadata_day(value->text, &day)) return false;
    } else if (td_json_number_of(value, &number)) {
        if (!td_metadata_day_from_seconds(number, &day)) return false;
    } else {
        *interval = TD_INTERVAL_OPEN;
        td_view from = td_json_string_of(td_json_member(value, TD_VIEW("from")));
        td_view to = td_json_string_of(td_json_member(value, TD_VIEW("to")));
        if (td_day_parse(from, &day)) interval->from = day;
        if (td_day_parse(to, &day)) interval->to = day;
        return td_interval_known(*interval);
    }
    *interval = td_interval_day(day);
    return true;
}

static void read_published(const td_json_value *object, td_arena *arena, td_report *report) {
    for (const td_view *name = published_names; name->bytes; name++) {
        const td_view one[] = {*name, {NULL, 0}};
        const td_json_value *value = find_field(object, one);
        if (!value || !read_interval(value, &report->published.interval)) continue;
        report->published.origin = TD_PUBLISHED_METADATA;
        *td_push(arena, &report->published.evidence) = (td_publication_evidence){
            .span = TD_SPAN_NONE,
            .says = td_arena_format(arena, "field \"%.*s\" of the record", TD_VIEW_ARGUMENTS(value->key))};
        return;
    }
}

int td_json_record_read(td_view record, td_arena *arena, td_report *report, bool *html, td_error *error) {
    const td_json_value *object = NULL;
    int status = td_json_parse(record, arena, &object, error);
    if (status < 0) return status;
    if (object->type != TD_JSON_OBJECT)
        return td_error_set(error, TD_ERROR_INPUT, "is no JSON object; a report is one object with a field \"text\"");
    const td_json_value *inner = td_json_member(object, TD_VIEW("report"));
    if (inner && inner->type == TD_JSON_OBJECT) object = inner; /* what `annotate` printed */
    const td_json_value *text = find_field(object, text_names);
    if (!text || text->type != TD_JSON_STRING)
        return td_error_set(error, TD_ERROR_INPUT,
                            "has no text; a report needs a field \"text\" (or \"body\", \"content\")");
    *html = td_media_looks_like_html(text->text);
    report->text = td_arena_copy(arena, text->text);
    td_view title = label_of(find_field(object, title_names));
    if (td_view_present(title)) report->title = td_arena_copy(arena, title);
    td_view language = td_language_from_label(label_of(find_field(object, language_names)));
    if (td_view_present(language)) report->language = language;
    td_view agency = label_of(find_field(object, agency_names));
    if (td_view_present(agency)) report->agency = td_arena_copy(arena, agency);
    read_source(object, arena, report);
    read_outlet(object, arena, report);
    read_authors(object, arena, report);
    read_published(object, arena, report);
    return TD_OK;
}
