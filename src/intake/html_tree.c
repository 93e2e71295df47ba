/*
 * The parser of pages: MyHTML (github.com/lexborisov/myhtml), which builds the tree that the HTML standard prescribes.
 * Input: a page. Output: its nodes in document order, in the caller's arena; nothing of the parser remains.
 */

#include "intake/html_tree.h"

#include <myhtml/api.h>

#include "base/utf8.h"

#define LONGEST_ATTRIBUTE 4096u

typedef struct td_tree_copy {
    myhtml_tree_t *parsed;
    td_arena *arena;
    td_html_tree *tree;
} td_tree_copy;

static td_html_tag tag_of(myhtml_tag_id_t id) {
#define TD_X(name) [MyHTML_TAG_##name] = TD_HTML_##name,
    static const uint8_t tags[MyHTML_TAG_LAST_ENTRY] = {[MyHTML_TAG__TEXT] = TD_HTML_TEXT, TD_HTML_TAGS(TD_X)};
#undef TD_X
    if (id == MyHTML_TAG__TEXT) return TD_HTML_TEXT;
    return id < MyHTML_TAG_LAST_ENTRY && tags[id] ? (td_html_tag)tags[id] : TD_HTML_OTHER;
}

static bool is_wanted(td_view name) {
    static const td_view wanted[] = {
        TD_VIEW("class"),    TD_VIEW("id"),       TD_VIEW("name"),    TD_VIEW("property"), TD_VIEW("content"),
        TD_VIEW("itemprop"), TD_VIEW("datetime"), TD_VIEW("lang"),    TD_VIEW("href"),     TD_VIEW("rel"),
        TD_VIEW("type"),     TD_VIEW("role"),     TD_VIEW("style"),   TD_VIEW("hidden"),   TD_VIEW("aria-hidden"),
        TD_VIEW("pubdate"),  TD_VIEW("title"),    TD_VIEW("itemtype")};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (td_view_equal(name, wanted[i])) return true;
    return false;
}

/* A copy of what the parser holds, at most `limit` bytes, well-formed whatever its character references said. */
static td_view copy_text(td_arena *arena, const char *bytes, size_t size, size_t limit) {
    if (!bytes) return TD_VIEW("");
    if (size > limit) {
        size = limit;
        while (size > 0 && ((unsigned char)bytes[size] & 0xC0) == 0x80) size--;
    }
    td_view text = {bytes, size};
    return td_utf8_first_invalid(text) == SIZE_MAX ? td_arena_copy(arena, text) : td_utf8_repair(arena, text);
}

static td_view attribute_name(myhtml_tree_attr_t *attribute) {
    size_t size = 0;
    const char *bytes = myhtml_attribute_key(attribute, &size);
    return bytes ? (td_view){bytes, size} : TD_VIEW("");
}

static void copy_attributes(const td_tree_copy *copy, myhtml_tree_node_t *from, td_html_node *to) {
    uint32_t count = 0;
    for (myhtml_tree_attr_t *a = myhtml_node_attribute_first(from); a; a = myhtml_attribute_next(a))
        count += is_wanted(attribute_name(a));
    if (count == 0) return;
    td_html_attribute *attributes = TD_NEW_ARRAY(copy->arena, count, td_html_attribute);
    uint32_t made = 0;
    for (myhtml_tree_attr_t *a = myhtml_node_attribute_first(from); a && made < count; a = myhtml_attribute_next(a)) {
        if (!is_wanted(attribute_name(a))) continue;
        size_t size = 0;
        const char *bytes = myhtml_attribute_value(a, &size);
        attributes[made++] = (td_html_attribute){td_arena_copy(copy->arena, attribute_name(a)),
                                                 copy_text(copy->arena, bytes, size, LONGEST_ATTRIBUTE)};
    }
    to->attributes = attributes;
    to->attribute_count = made;
}

/* Append `from` under `parent`; return its number. */
static uint32_t copy_node(const td_tree_copy *copy, myhtml_tree_node_t *from, uint32_t parent) {
    uint32_t number = copy->tree->count;
    td_html_node *node = td_push(copy->arena, copy->tree);
    node->tag = tag_of(myhtml_node_tag_id(from));
    node->parent = parent;
    node->end = number + 1;
    if (node->tag == TD_HTML_TEXT) {
        size_t size = 0;
        const char *bytes = myhtml_node_text(from, &size);
        node->text = copy_text(copy->arena, bytes, size, SIZE_MAX);
    } else {
        copy_attributes(copy, from, node);
    }
    return number;
}

static int copy_tree(void *context) {
    const td_tree_copy *copy = context;
    myhtml_tree_node_t *root = myhtml_tree_get_document(copy->parsed), *at = root;
    uint32_t parent = copy_node(copy, root, 0);
    for (;;) {
        myhtml_tree_node_t *next = myhtml_node_child(at);
        if (next) {
            if (at != root) parent = copy->tree->count - 1;
        } else {
            while (at != root && !(next = myhtml_node_next(at))) {
                at = myhtml_node_parent(at);
                if (at == root) break;
                copy->tree->items[parent].end = copy->tree->count;
                parent = copy->tree->items[parent].parent;
            }
            if (at == root) break;
        }
        at = next;
        copy_node(copy, at, parent);
    }
    copy->tree->items[0].end = copy->tree->count;
    return TD_OK;
}

int td_html_tree_parse(td_view page, td_arena *arena, td_html_tree *tree, td_error *error) {
    myhtml_t *parser = myhtml_create();
    myhtml_tree_t *parsed = NULL;
    bool ready = parser && myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == MyHTML_STATUS_OK;
    if (ready) parsed = myhtml_tree_create();
    ready = parsed && myhtml_tree_init(parsed, parser) == MyHTML_STATUS_OK &&
            myhtml_parse(parsed, MyENCODING_UTF_8, page.bytes, page.size) == MyHTML_STATUS_OK;
    int status;
    if (ready) {
        td_tree_copy copy = {parsed, arena, tree};
        status = td_arena_run(arena, copy_tree, &copy, error);
    } else {
        status = td_error_set(error, TD_ERROR_MEMORY, "no memory left to parse a page; close other programs");
    }
    if (parsed) myhtml_tree_destroy(parsed);
    if (parser) myhtml_destroy(parser);
    return status;
}

td_view td_html_attribute_of(const td_html_node *node, td_view name) {
    for (uint32_t i = 0; i < node->attribute_count; i++)
        if (td_view_equal(node->attributes[i].name, name)) return node->attributes[i].value;
    return TD_VIEW_ABSENT;
}

/* Elements inside a word or line; at the border of all others a space stands for what the eye sees. */
static bool joins_text(td_html_tag tag) {
    static const td_html_tag joining[] = {TD_HTML_TEXT,   TD_HTML_B,    TD_HTML_I,    TD_HTML_EM,
                                          TD_HTML_STRONG, TD_HTML_SUB,  TD_HTML_SUP,  TD_HTML_FONT,
                                          TD_HTML_U,      TD_HTML_CODE, TD_HTML_ABBR, TD_HTML_SMALL};
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++)
        if (tag == joining[i]) return true;
    return false;
}

uint32_t td_html_space_at(td_view text, size_t at) {
    char c = text.bytes[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return c == '\xC2' && at + 1 < text.size && text.bytes[at + 1] == '\xA0' ? 2 : 0;
}

/* Append with white space made single spaces, up to `limit` bytes in all. */
static size_t append_collapsed(char *out, size_t size, size_t limit, td_view text) {
    for (size_t at = 0; at < text.size && size < limit;) {
        uint32_t space = td_html_space_at(text, at);
        if (space == 0)
            out[size++] = text.bytes[at];
        else if (size > 0 && out[size - 1] != ' ')
            out[size++] = ' ';
        at += space > 0 ? space : 1;
    }
    return size;
}

td_view td_html_text_of(const td_html_tree *tree, uint32_t node, size_t limit, td_arena *arena) {
    char *out = td_arena_alloc(arena, limit + 1);
    size_t size = 0;
    for (uint32_t i = node; i < tree->items[node].end && size < limit; i++) {
        const td_html_node *item = &tree->items[i];
        bool parted = !joins_text(item->tag) || !joins_text(tree->items[item->parent].tag);
        if (parted) size = append_collapsed(out, size, limit, TD_VIEW(" "));
        size = append_collapsed(out, size, limit, item->text);
    }
    if (size == limit) { /* not in the middle of a character */
        while (size > 0 && ((unsigned char)out[size - 1] & 0xC0) == 0x80) size--;
        if (size > 0 && (unsigned char)out[size - 1] >= 0xC0) size--;
    }
    return td_view_trim((td_view){out, size});
}
