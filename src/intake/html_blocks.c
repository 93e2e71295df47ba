/*
 * The blocks of text of a page.
 * Input: its tree. Output: paragraphs, headings, items and captions in order, those that markup calls furniture left
 * out.
 */

#include "intake/html_blocks.h"

typedef enum td_html_role { TD_ROLE_SHOWN, TD_ROLE_CAPTION, TD_ROLE_DROPPED } td_html_role;

/* What the words of a class or identifier say of an element. */
typedef enum td_class_hint { TD_HINT_NONE, TD_HINT_CAPTION, TD_HINT_META, TD_HINT_WEAK, TD_HINT_STRONG } td_class_hint;

/*
 * Words of class names. STRONG are dropped unless they hold nearly all of the page's prose, WEAK unless they hold more
 * than a third of it ("with-sidebar" on a wrapper), META where they are short: bylines, days, counters.
 */
static const struct {
    td_view word;
    td_class_hint hint;
} hints[] = {
    {TD_VIEW("comments"), TD_HINT_STRONG},
    {TD_VIEW("comment"), TD_HINT_STRONG},
    {TD_VIEW("commentlist"), TD_HINT_STRONG},
    {TD_VIEW("disqus"), TD_HINT_STRONG},
    {TD_VIEW("respond"), TD_HINT_STRONG},
    {TD_VIEW("nocomments"), TD_HINT_STRONG},
    {TD_VIEW("sidebar"), TD_HINT_WEAK},
    {TD_VIEW("footer"), TD_HINT_WEAK},
    {TD_VIEW("breadcrumb"), TD_HINT_WEAK},
    {TD_VIEW("breadcrumbs"), TD_HINT_WEAK},
    {TD_VIEW("nav"), TD_HINT_WEAK},
    {TD_VIEW("navbar"), TD_HINT_WEAK},
    {TD_VIEW("navigation"), TD_HINT_WEAK},
    {TD_VIEW("menu"), TD_HINT_WEAK},
    {TD_VIEW("submenu"), TD_HINT_WEAK},
    {TD_VIEW("cookie"), TD_HINT_WEAK},
    {TD_VIEW("cookies"), TD_HINT_WEAK},
    {TD_VIEW("gdpr"), TD_HINT_WEAK},
    {TD_VIEW("consent"), TD_HINT_WEAK},
    {TD_VIEW("share"), TD_HINT_WEAK},
    {TD_VIEW("sharing"), TD_HINT_WEAK},
    {TD_VIEW("sharedaddy"), TD_HINT_WEAK},
    {TD_VIEW("social"), TD_HINT_WEAK},
    {TD_VIEW("newsletter"), TD_HINT_WEAK},
    {TD_VIEW("subscribe"), TD_HINT_WEAK},
    {TD_VIEW("subscription"), TD_HINT_WEAK},
    {TD_VIEW("signup"), TD_HINT_WEAK},
    {TD_VIEW("related"), TD_HINT_WEAK},
    {TD_VIEW("relatedposts"), TD_HINT_WEAK},
    {TD_VIEW("recommended"), TD_HINT_WEAK},
    {TD_VIEW("recommendations"), TD_HINT_WEAK},
    {TD_VIEW("recirc"), TD_HINT_WEAK},
    {TD_VIEW("outbrain"), TD_HINT_WEAK},
    {TD_VIEW("taboola"), TD_HINT_WEAK},
    {TD_VIEW("popular"), TD_HINT_WEAK},
    {TD_VIEW("trending"), TD_HINT_WEAK},
    {TD_VIEW("advert"), TD_HINT_WEAK},
    {TD_VIEW("advertisement"), TD_HINT_WEAK},
    {TD_VIEW("ad"), TD_HINT_WEAK},
    {TD_VIEW("ads"), TD_HINT_WEAK},
    {TD_VIEW("sponsored"), TD_HINT_WEAK},
    {TD_VIEW("promo"), TD_HINT_WEAK},
    {TD_VIEW("pagination"), TD_HINT_WEAK},
    {TD_VIEW("pager"), TD_HINT_WEAK},
    {TD_VIEW("modal"), TD_HINT_WEAK},
    {TD_VIEW("popup"), TD_HINT_WEAK},
    {TD_VIEW("toolbar"), TD_HINT_WEAK},
    {TD_VIEW("tags"), TD_HINT_WEAK},
    {TD_VIEW("masthead"), TD_HINT_WEAK},
    {TD_VIEW("teaser"), TD_HINT_WEAK},
    {TD_VIEW("teasers"), TD_HINT_WEAK},
    {TD_VIEW("skip"), TD_HINT_META},
    {TD_VIEW("noprint"), TD_HINT_META},
    {TD_VIEW("login"), TD_HINT_WEAK},
    {TD_VIEW("paywall"), TD_HINT_META},
    {TD_VIEW("byline"), TD_HINT_META},
    {TD_VIEW("author"), TD_HINT_META},
    {TD_VIEW("dateline"), TD_HINT_META},
    {TD_VIEW("timestamp"), TD_HINT_META},
    {TD_VIEW("meta"), TD_HINT_META},
    {TD_VIEW("metadata"), TD_HINT_META},
    {TD_VIEW("postmetadata"), TD_HINT_META},
    {TD_VIEW("date"), TD_HINT_META},
    {TD_VIEW("published"), TD_HINT_META},
    {TD_VIEW("reply"), TD_HINT_META},
    {TD_VIEW("caption"), TD_HINT_CAPTION},
    {TD_VIEW("credit"), TD_HINT_CAPTION},
    {TD_VIEW("figcaption"), TD_HINT_CAPTION},
};

#define SHORTEST_PROSE 60u /* bytes of a run of text */
#define LONGEST_META 250u  /* bytes of text in an element that a META word may drop */

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The strongest hint of the words in a class attribute or identifier. */
static td_class_hint hint_of(td_view names) {
    td_class_hint strongest = TD_HINT_NONE;
    size_t start = 0;
    if (names.size > 400) return TD_HINT_NONE; /* style sheets that name a hundred classes mean nothing */
    for (size_t at = 0; at <= names.size; at++) {
        if (at < names.size && is_word_byte(names.bytes[at])) continue;
        td_view word = td_view_slice(names, start, at);
        start = at + 1;
        for (size_t i = 0; word.size > 1 && i < sizeof hints / sizeof *hints; i++)
            if (hints[i].hint > strongest && td_view_equal_ascii_fold(word, hints[i].word)) strongest = hints[i].hint;
    }
    return strongest;
}

static bool is_hidden(const td_html_node *node) {
    /* Parts of a page that its script puts in place once they have come (React calls them S:0, S:1 ...). */
    if (td_view_starts_with(td_html_attribute_of(node, TD_VIEW("id")), TD_VIEW("S:"))) return false;
    td_view style = td_html_attribute_of(node, TD_VIEW("style"));
    return td_view_present(td_html_attribute_of(node, TD_VIEW("hidden"))) ||
           td_view_equal(td_html_attribute_of(node, TD_VIEW("aria-hidden")), TD_VIEW("true")) ||
           td_view_find(style, TD_VIEW("display:none"), 0) != SIZE_MAX ||
           td_view_find(style, TD_VIEW("display: none"), 0) != SIZE_MAX;
}

static bool has_furniture_role(const td_html_node *node) {
    static const td_view roles[] = {TD_VIEW("navigation"),    TD_VIEW("banner"), TD_VIEW("contentinfo"),
                                    TD_VIEW("complementary"), TD_VIEW("search"), TD_VIEW("dialog"),
                                    TD_VIEW("menu"),          TD_VIEW("alert")};
    td_view role = td_html_attribute_of(node, TD_VIEW("role"));
    for (size_t i = 0; role.size > 0 && i < sizeof roles / sizeof *roles; i++)
        if (td_view_equal_ascii_fold(role, roles[i])) return true;
    return false;
}

typedef struct td_block_reading {
    const td_html_tree *tree;
    td_arena *arena;
    uint32_t *text_before;  /* bytes of text before each node, and of all at the end */
    uint32_t *prose_before; /* of those, in long runs outside links */
    uint8_t *roles;         /* td_html_role of each node */
    td_html_block_array *blocks;
    char *buffer; /* all text of the page, space for the block at hand */
    size_t size;
} td_block_reading;

static void measure(td_block_reading *reading) {
    const td_html_tree *tree = reading->tree;
    reading->text_before = TD_NEW_ARRAY(reading->arena, tree->count + 1, uint32_t);
    reading->prose_before = TD_NEW_ARRAY(reading->arena, tree->count + 1, uint32_t);
    uint32_t bytes = 0, prose = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        reading->text_before[i] = bytes;
        reading->prose_before[i] = prose;
        td_html_tag parent = tree->items[tree->items[i].parent].tag;
        if (tree->items[i].tag != TD_HTML_TEXT || parent == TD_HTML_SCRIPT || parent == TD_HTML_TITLE) continue;
        uint32_t size = (uint32_t)td_view_trim(tree->items[i].text).size;
        bytes += size;
        if (size >= SHORTEST_PROSE && parent != TD_HTML_A) prose += size;
    }
    reading->text_before[tree->count] = bytes;
    reading->prose_before[tree->count] = prose;
}

static uint32_t bytes_in(const td_block_reading *reading, uint32_t i) {
    return reading->text_before[reading->tree->items[i].end] - reading->text_before[i];
}

/* Whether an element holds at most so many hundredths of the page's prose (of its text, where it has no prose). */
static bool holds_at_most(const td_block_reading *reading, uint32_t i, uint64_t hundredths) {
    const uint32_t *before = reading->prose_before;
    uint32_t count = reading->tree->count;
    if (before[count] == 0) before = reading->text_before;
    return (uint64_t)(before[reading->tree->items[i].end] - before[i]) * 100 <= before[count] * hundredths;
}

/* Whether an element's class drops it, given how much of the page's text it holds. */
static td_html_role role_by_class(const td_block_reading *reading, uint32_t i) {
    const td_html_node *node = &reading->tree->items[i];
    td_class_hint by_class = hint_of(td_html_attribute_of(node, TD_VIEW("class")));
    td_class_hint by_id = hint_of(td_html_attribute_of(node, TD_VIEW("id")));
    bool dropped = false;
    switch (by_class > by_id ? by_class : by_id) {
    case TD_HINT_STRONG:
        dropped = holds_at_most(reading, i, 90);
        break;
    case TD_HINT_WEAK:
        dropped = holds_at_most(reading, i, 33);
        break;
    case TD_HINT_META:
        dropped = bytes_in(reading, i) <= LONGEST_META;
        break;
    case TD_HINT_CAPTION:
        return bytes_in(reading, i) <= 4 * LONGEST_META ? TD_ROLE_CAPTION : TD_ROLE_SHOWN;
    case TD_HINT_NONE:
        break;
    }
    return dropped ? TD_ROLE_DROPPED : TD_ROLE_SHOWN;
}

static bool is_inside(const td_html_tree *tree, uint32_t node, td_html_tag tag) {
    for (uint32_t i = tree->items[node].parent; i != 0; i = tree->items[i].parent)
        if (tree->items[i].tag == tag) return true;
    return false;
}

static td_html_role role_of(const td_block_reading *reading, uint32_t i) {
    const td_html_node *node = &reading->tree->items[i];
    switch (node->tag) {
    case TD_HTML_TEXT:
    case TD_HTML_HTML:
    case TD_HTML_BODY:
        return TD_ROLE_SHOWN;
    case TD_HTML_HEAD:
    case TD_HTML_SCRIPT:
    case TD_HTML_TITLE:
    case TD_HTML_BUTTON:
    case TD_HTML_LABEL:
    case TD_HTML_NAV:
    case TD_HTML_MENU:
        return TD_ROLE_DROPPED;
    case TD_HTML_NOSCRIPT:
        return holds_at_most(reading, i, 50) ? TD_ROLE_DROPPED : TD_ROLE_SHOWN;
    case TD_HTML_FOOTER:
    case TD_HTML_ASIDE:
    case TD_HTML_FORM:
        if (holds_at_most(reading, i, 50)) return TD_ROLE_DROPPED;
        break;
    case TD_HTML_HEADER:
        if (holds_at_most(reading, i, 50) && !is_inside(reading->tree, i, TD_HTML_ARTICLE) &&
            !is_inside(reading->tree, i, TD_HTML_MAIN))
            return TD_ROLE_DROPPED;
        break;
    case TD_HTML_FIGCAPTION:
        return TD_ROLE_CAPTION;
    default:
        break;
    }
    if (node->attribute_count == 0) return TD_ROLE_SHOWN;
    if (is_hidden(node) && holds_at_most(reading, i, 50)) return TD_ROLE_DROPPED;
    if (has_furniture_role(node) && holds_at_most(reading, i, 50)) return TD_ROLE_DROPPED;
    return node->tag == TD_HTML_ARTICLE || node->tag == TD_HTML_MAIN ? TD_ROLE_SHOWN : role_by_class(reading, i);
}

static void find_roles(td_block_reading *reading) {
    const td_html_tree *tree = reading->tree;
    reading->roles = TD_NEW_ARRAY(reading->arena, tree->count, uint8_t);
    for (uint32_t i = 1; i < tree->count; i++) {
        uint8_t above = reading->roles[tree->items[i].parent];
        uint8_t own = above == TD_ROLE_DROPPED ? above : (uint8_t)role_of(reading, i);
        reading->roles[i] = own > above ? own : above;
    }
}

static bool is_inline(td_html_tag tag) {
    switch (tag) {
    case TD_HTML_TEXT:
    case TD_HTML_OTHER:
    case TD_HTML_A:
    case TD_HTML_ABBR:
    case TD_HTML_B:
    case TD_HTML_CITE:
    case TD_HTML_CODE:
    case TD_HTML_EM:
    case TD_HTML_FONT:
    case TD_HTML_I:
    case TD_HTML_SMALL:
    case TD_HTML_SPAN:
    case TD_HTML_STRONG:
    case TD_HTML_SUB:
    case TD_HTML_SUP:
    case TD_HTML_TIME:
    case TD_HTML_U:
    case TD_HTML_BR:
    case TD_HTML_LABEL:
        return true;
    default:
        return false;
    }
}

/* The block element around a text node, and whether a link stands between. */
static uint32_t owner_of(const td_html_tree *tree, uint32_t node, bool *linked) {
    uint32_t at = tree->items[node].parent;
    *linked = false;
    while (at != 0 && is_inline(tree->items[at].tag)) {
        if (tree->items[at].tag == TD_HTML_A) *linked = true;
        at = tree->items[at].parent;
    }
    /* A link around a whole block, as on teasers. */
    uint32_t above = tree->items[at].parent;
    if (tree->items[above].tag == TD_HTML_A) *linked = true;
    return at;
}

static td_block_kind kind_of(const td_html_tree *tree, uint32_t owner, bool caption) {
    if (caption) return TD_BLOCK_CAPTION;
    switch (tree->items[owner].tag) {
    case TD_HTML_H1:
    case TD_HTML_H2:
    case TD_HTML_H3:
    case TD_HTML_H4:
    case TD_HTML_H5:
    case TD_HTML_H6:
        return TD_BLOCK_HEADING;
    case TD_HTML_LI:
    case TD_HTML_DT:
    case TD_HTML_DD:
    case TD_HTML_TD:
    case TD_HTML_TH:
        return TD_BLOCK_ITEM;
    default:
        return TD_BLOCK_TEXT;
    }
}

static bool ends_sentence(char c) {
    return c == '.' || c == '!' || c == '?';
}

/* Characters of scripts without spaces: Chinese, Japanese, Korean; each counts as a word. */
static bool is_ideograph(char c) {
    return (unsigned char)c >= 0xE3 && (unsigned char)c <= 0xED;
}

/* Add a text node to the block's text; its words are counted where they begin. */
static void add_text(td_block_reading *reading, td_html_block *block, td_view text, bool linked) {
    char *out = reading->buffer;
    for (size_t at = 0; at < text.size;) {
        uint32_t space = td_html_space_at(text, at);
        bool begins = reading->size == 0 || out[reading->size - 1] == ' ';
        if (space > 0) {
            if (!begins && ends_sentence(out[reading->size - 1])) block->stopped = true;
            if (!begins) out[reading->size++] = ' ';
            at += space;
            continue;
        }
        if (begins || is_ideograph(text.bytes[at])) {
            block->words++;
            block->link_words += linked;
        }
        if (td_view_equal(td_view_slice(text, at, at + 3), TD_VIEW("\xE3\x80\x82"))) block->stopped = true;
        out[reading->size++] = text.bytes[at++];
    }
}

static void close_block(td_block_reading *reading, td_html_block *block) {
    td_view text = td_view_trim((td_view){reading->buffer, reading->size});
    if (text.size > 0) {
        static const char stops[] = ".!?\"'";
        if (strchr(stops, text.bytes[text.size - 1]) && text.bytes[text.size - 1]) block->stopped = true;
        if (td_view_ends_with(text, TD_VIEW("\xE2\x80\x9D"))) block->stopped = true;
        block->text = text;
        reading->buffer += reading->size;
        *td_push(reading->arena, reading->blocks) = *block;
    }
    reading->size = 0;
    *block = (td_html_block){.owner = UINT32_MAX};
}

void td_html_blocks(const td_html_tree *tree, td_arena *arena, td_html_block_array *blocks) {
    td_block_reading reading = {.tree = tree, .arena = arena, .blocks = blocks};
    measure(&reading);
    find_roles(&reading);
    size_t all = 1;
    for (uint32_t i = 0; i < tree->count; i++) all += tree->items[i].text.size + 1;
    reading.buffer = td_arena_alloc(arena, all);
    td_html_block block = {.owner = UINT32_MAX};
    uint32_t breaks = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        const td_html_node *node = &tree->items[i];
        if (reading.roles[i] == TD_ROLE_DROPPED) continue;
        if (!is_inline(node->tag)) {
            close_block(&reading, &block);
        } else if (node->tag == TD_HTML_BR) {
            if (++breaks > 1)
                close_block(&reading, &block);
            else if (reading.size > 0)
                add_text(&reading, &block, TD_VIEW(" "), false);
        }
        if (node->tag != TD_HTML_TEXT || td_view_trim(node->text).size == 0) {
            if (node->tag == TD_HTML_TEXT && reading.size > 0) add_text(&reading, &block, TD_VIEW(" "), false);
            continue;
        }
        bool linked, caption = reading.roles[i] == TD_ROLE_CAPTION;
        uint32_t owner = owner_of(tree, i, &linked);
        if (owner != block.owner || caption != (block.kind == TD_BLOCK_CAPTION)) {
            close_block(&reading, &block);
            block = (td_html_block){.kind = kind_of(tree, owner, caption), .node = i, .owner = owner};
        }
        breaks = 0;
        add_text(&reading, &block, node->text, linked);
    }
    close_block(&reading, &block);
}
