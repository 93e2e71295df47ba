#ifndef TD_TEXT_BLOCKS_H
#define TD_TEXT_BLOCKS_H

/* Stretches of text that no sentence crosses: paragraphs, headings, list items, parts of the boilerplate. */

#include "base/array.h"
#include "model/report.h"

typedef struct td_block {
    td_span span; /* without white space at its ends; never empty */
    bool body;
    uint32_t paragraph; /* several blocks may be of one paragraph, where boilerplate cuts it */
} td_block;
typedef TD_ARRAY(td_block) td_block_array;

/*
 * Cut report->text at empty lines, at line breaks that end a paragraph, and at the edges of boilerplate. A line
 * break ends a paragraph unless the text is wrapped to a width and the line is full, or unless the line stops in the
 * middle of a sentence.
 */
void td_blocks_cut(const td_report *report, td_arena *arena, td_block_array *blocks);

#endif
