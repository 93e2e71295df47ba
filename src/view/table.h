#ifndef TD_VIEW_TABLE_H
#define TD_VIEW_TABLE_H

/* Aligned columns of text, through libsmartcols, which knows the widths of characters. */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/view.h"

typedef struct td_column {
    const char *name;
    bool right;  /* numbers */
    bool shrink; /* cut short where the line is too long; else every character stays */
} td_column;

/*
 * Write `rows` rows of `count` cells (row after row in `cells`) under the names of the columns. `width` is the
 * terminal's, 0 for no limit. TD_ERROR_MEMORY when the library has none left.
 */
int td_table_write(const td_column *columns, uint32_t count, const td_view *cells, uint32_t rows, uint32_t width,
                   td_arena *arena, td_buffer *out, td_error *error);

#endif
