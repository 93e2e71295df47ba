/*
 * schema.org data in JSON-LD.
 * Input: the scripts of a page. Output: what they say of its article.
 */

#include "intake/html_linked_data.h"

#include "model/json_read.h"

#define DEEPEST 8 /* levels of objects and lists that are looked through */
#define MOST_AUTHORS 12

static bool ends_with_any(td_view type) {
    static const td_view endings[] = {TD_VIEW("Article"), TD_VIEW("Posting"), TD_VIEW("Report"),
                                      TD_VIEW("LiveBlogPosting")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (td_view_ends_with(type, endings[i])) return true;
    return false;
}

static bool is_article(const td_json_value *object) {
    const td_json_value *type = td_json_member(object, TD_VIEW("@type"));
    if (!type) return false;
    if (type->type == TD_JSON_STRING) return ends_with_any(type->text);
    for (const td_json_value *item = type->first; item; item = item->next)
        if (ends_with_any(item->text)) return true;
    return false;
}

static td_view string_member(const td_json_value *object, td_view key) {
    return td_view_trim(td_json_string_of(td_json_member(object, key)));
}

/* A string, or the name of an object; the first of a list. */
static td_view name_of(const td_json_value *value) {
    for (int level = 0; value && level < DEEPEST; level++) {
        if (value->type == TD_JSON_STRING) return td_view_trim(value->text);
        value = value->type == TD_JSON_ARRAY ? value->first : td_json_member(value, TD_VIEW("name"));
    }
    return TD_VIEW_ABSENT;
}

static void add_authors(const td_json_value *value, td_arena *arena, td_linked_data *data) {
    if (!value) return;
    if (value->type != TD_JSON_ARRAY) {
        td_view name = name_of(value);
        if (name.size > 0 && data->authors.count < MOST_AUTHORS) *td_push(arena, &data->authors) = name;
        return;
    }
    for (const td_json_value *item = value->first; item; item = item->next) {
        td_view name = name_of(item);
        if (name.size > 0 && data->authors.count < MOST_AUTHORS) *td_push(arena, &data->authors) = name;
    }
}

static void keep(td_view *field, td_view value) {
    if (field->size == 0 && value.size > 0) *field = value;
}

static void read_article(const td_json_value *object, td_arena *arena, td_linked_data *data) {
    keep(&data->headline, string_member(object, TD_VIEW("headline")));
    keep(&data->headline, string_member(object, TD_VIEW("name")));
    td_view published = string_member(object, TD_VIEW("datePublished"));
    if (published.size > 0) data->published = published;
    keep(&data->published, string_member(object, TD_VIEW("dateCreated")));
    keep(&data->language, string_member(object, TD_VIEW("inLanguage")));
    keep(&data->publisher, name_of(td_json_member(object, TD_VIEW("publisher"))));
    if (data->authors.count == 0) add_authors(td_json_member(object, TD_VIEW("author")), arena, data);
}

/* Through lists and "@graph", to the first article; a day is taken from other things that have one. */
static bool find_article(const td_json_value *value, int level, td_arena *arena, td_linked_data *data) {
    if (!value || level > DEEPEST || (value->type != TD_JSON_ARRAY && value->type != TD_JSON_OBJECT)) return false;
    if (value->type == TD_JSON_OBJECT && is_article(value)) {
        read_article(value, arena, data);
        return true;
    }
    keep(&data->published, string_member(value, TD_VIEW("datePublished")));
    for (const td_json_value *item = value->first; item; item = item->next) {
        bool open = value->type == TD_JSON_ARRAY || td_view_equal(item->key, TD_VIEW("@graph")) ||
                    td_view_equal(item->key, TD_VIEW("mainEntity"));
        if (open && find_article(item, level + 1, arena, data)) return true;
    }
    return false;
}

/* Some pages wrap the data in a CDATA section or a comment. */
static td_view unwrap(td_view text) {
    size_t start = 0, end = text.size;
    while (start < end && text.bytes[start] != '{' && text.bytes[start] != '[') start++;
    while (end > start && text.bytes[end - 1] != '}' && text.bytes[end - 1] != ']') end--;
    return td_view_slice(text, start, end);
}

void td_html_linked_data(const td_html_tree *tree, td_arena *arena, td_linked_data *data) {
    *data = (td_linked_data){0};
    for (uint32_t i = 0; i < tree->count; i++) {
        const td_html_node *node = &tree->items[i];
        if (node->tag != TD_HTML_SCRIPT || node->end <= i + 1) continue;
        const td_json_value *root = NULL;
        /* What is no JSON tells nothing, and that is no fault of the report. */
        if (td_json_parse(unwrap(tree->items[i + 1].text), arena, &root, NULL) == TD_OK &&
            find_article(root, 0, arena, data))
            return;
    }
}
