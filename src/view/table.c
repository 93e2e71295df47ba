/*
 * Rows and columns to aligned text.
 * Input: cells. Output: lines, the names of the columns first; nothing when there are no rows.
 */

#include "view/table.h"

#include <libsmartcols.h>
#include <stdlib.h>

static struct libscols_table *new_table(const td_column *columns, uint32_t count, uint32_t width) {
    struct libscols_table *table = scols_new_table();
    if (!table) return NULL;
    scols_table_enable_noencoding(table, 1);
    scols_table_set_termforce(table, width ? SCOLS_TERMFORCE_ALWAYS : SCOLS_TERMFORCE_NEVER);
    if (width) scols_table_set_termwidth(table, width);
    for (uint32_t i = 0; i < count; i++) {
        int flags = (columns[i].right ? SCOLS_FL_RIGHT : 0) | (columns[i].shrink && width ? SCOLS_FL_TRUNC : 0);
        if (!scols_table_new_column(table, columns[i].name, columns[i].shrink ? 0.5 : 0, flags)) {
            scols_unref_table(table);
            return NULL;
        }
    }
    return table;
}

/* A cell's text on one line, ended by a zero byte. */
static const char *cell_text(td_view cell, td_arena *arena) {
    char *text = td_arena_alloc(arena, cell.size + 1);
    for (size_t i = 0; i < cell.size; i++) {
        unsigned char byte = (unsigned char)cell.bytes[i];
        text[i] = byte < ' ' || byte == 0x7f ? ' ' : (char)byte;
    }
    return text;
}

/* The cells' texts, made before any table exists: an allocation from the arena may not come back. */
static const char **cell_texts(const td_view *cells, uint32_t count, td_arena *arena) {
    const char **texts = TD_NEW_ARRAY(arena, count, const char *);
    for (uint32_t i = 0; i < count; i++) texts[i] = cell_text(cells[i], arena);
    return texts;
}

static int fill(struct libscols_table *table, const char *const *texts, uint32_t columns, uint32_t rows) {
    for (uint32_t row = 0; row < rows; row++) {
        struct libscols_line *line = scols_table_new_line(table, NULL);
        if (!line) return -1;
        for (uint32_t i = 0; i < columns; i++)
            if (scols_line_set_data(line, i, texts[row * columns + i]) != 0) return -1;
    }
    return 0;
}

int td_table_write(const td_column *columns, uint32_t count, const td_view *cells, uint32_t rows, uint32_t width,
                   td_arena *arena, td_buffer *out, td_error *error) {
    if (rows == 0) return 0;
    const char **texts = cell_texts(cells, rows * count, arena);
    struct libscols_table *table = new_table(columns, count, width);
    char *printed = NULL;
    if (!table || fill(table, texts, count, rows) != 0 || scols_print_table_to_string(table, &printed) != 0) {
        scols_unref_table(table);
        free(printed);
        return td_error_set(error, TD_ERROR_MEMORY, "no memory left to lay out a table of %u rows", rows);
    }
    td_buffer_add_string(out, printed);
    if (printed && *printed && printed[strlen(printed) - 1] != '\n') td_buffer_add_byte(out, '\n');
    free(printed);
    scols_unref_table(table);
    return 0;
}
