#ifndef TD_INTAKE_HTML_BLOCKS_H
#define TD_INTAKE_HTML_BLOCKS_H

/* The runs of text that a page shows as one block each: paragraphs, items, headings, cells. */

#include "intake/html_tree.h"

typedef enum td_block_kind { TD_BLOCK_TEXT, TD_BLOCK_HEADING, TD_BLOCK_ITEM, TD_BLOCK_CAPTION } td_block_kind;

typedef struct td_html_block {
    td_block_kind kind;
    uint32_t node;  /* the first text node */
    uint32_t owner; /* the block element around it */
    td_view text;   /* white space made single spaces */
    uint32_t words;
    uint32_t link_words; /* of those, inside links */
    bool stopped;        /* some sentence ends in it */
} td_html_block;
typedef TD_ARRAY(td_html_block) td_html_block_array;

/*
 * The blocks of a page in order, without what its markup calls furniture: navigation, sidebars, comments, share bars,
 * what is hidden.
 */
void td_html_blocks(const td_html_tree *tree, td_arena *arena, td_html_block_array *blocks);

#endif
