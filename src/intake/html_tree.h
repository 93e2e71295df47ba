#ifndef TD_INTAKE_HTML_TREE_H
#define TD_INTAKE_HTML_TREE_H

/* A page as a flat list of its nodes; the parser behind it is seen nowhere else. */

#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"

/* Elements that some rule asks for; all others are TD_HTML_OTHER. */
#define TD_HTML_TAGS(X)                                                                                                \
    X(A)                                                                                                               \
    X(ABBR)                                                                                                            \
    X(ADDRESS) X(ARTICLE) X(ASIDE) X(B) X(BLOCKQUOTE) X(BODY) X(BR) X(BUTTON) X(CAPTION) X(CITE) X(CODE) X(DD) X(DIV)  \
        X(DL) X(DT) X(EM) X(FIGCAPTION) X(FIGURE) X(FONT) X(FOOTER) X(FORM) X(H1) X(H2) X(H3) X(H4) X(H5) X(H6)        \
            X(HEAD) X(HEADER) X(HR) X(HTML) X(I) X(IMG) X(INPUT) X(LABEL) X(LI) X(LINK) X(MAIN) X(MENU) X(META) X(NAV) \
                X(NOSCRIPT) X(OL) X(P) X(PRE) X(SCRIPT) X(SECTION) X(SMALL) X(SPAN) X(STRONG) X(SUB) X(SUP) X(TABLE)   \
                    X(TBODY) X(TD) X(TH) X(TIME) X(TITLE) X(TR) X(U) X(UL)

#define TD_X(name) TD_HTML_##name,
typedef enum td_html_tag { TD_HTML_TEXT, TD_HTML_OTHER, TD_HTML_TAGS(TD_X) } td_html_tag;
#undef TD_X

typedef struct td_html_attribute {
    td_view name; /* lower case */
    td_view value;
} td_html_attribute;

/* In document order; the nodes inside node i are those from i + 1 to before `end`. */
typedef struct td_html_node {
    td_html_tag tag;
    uint32_t parent; /* the root is its own */
    uint32_t end;
    td_view text; /* of a text node, character references resolved */
    const td_html_attribute *attributes;
    uint32_t attribute_count;
} td_html_node;
typedef TD_ARRAY(td_html_node) td_html_tree;

/*
 * Parse a page in UTF-8 that td_html_guard() let through. Only attributes that some rule reads are kept.
 * TD_ERROR_MEMORY, or what the arena's limit gives.
 */
int td_html_tree_parse(td_view page, td_arena *arena, td_html_tree *tree, td_error *error);

/* The attribute's value, absent where the node has none. */
td_view td_html_attribute_of(const td_html_node *node, td_view name);
/* Bytes of white space at `at`, no-break space with it; 0 for none. */
uint32_t td_html_space_at(td_view text, size_t at);
/* All text inside, white space made single spaces; at most `limit` bytes. */
td_view td_html_text_of(const td_html_tree *tree, uint32_t node, size_t limit, td_arena *arena);

#endif
