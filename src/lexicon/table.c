/*
 * Reading the tables of data/.
 * Input: the text of a table and the columns that its reader knows. Output: rows of cells.
 */

#include "lexicon/table.h"

/* The next line that is not a comment and not empty, without its end; false at the end. */
static bool next_line(td_table *table, td_view *line) {
    while (td_view_split(&table->rest, '\n', line)) {
        table->line++;
        if (line->size && line->bytes[line->size - 1] == '\r') line->size--;
        if (line->size && line->bytes[0] != '#') return true;
    }
    return false;
}

/* Cells of a line; returns how many there are, also when more than fit. */
static uint32_t split_cells(td_view line, td_view *cells) {
    uint32_t count = 0;
    td_view cell;
    while (td_view_split(&line, '\t', &cell)) {
        if (count < TD_TABLE_COLUMNS) cells[count] = cell;
        count++;
    }
    return count;
}

int td_table_fail(const td_table *table, td_view cell, const char *problem, td_error *error) {
    return td_error_set(error, TD_ERROR_INPUT, "%.*s, line %d: '%.*s' %s", TD_VIEW_ARGUMENTS(table->name), table->line,
                        TD_VIEW_ARGUMENTS(cell), problem);
}

int td_table_open(td_table *table, td_named_text source, const char *const *columns, uint32_t count, td_error *error) {
    td_view line;
    td_view cells[TD_TABLE_COLUMNS];
    *table = (td_table){.name = source.name, .rest = source.text, .column_count = count};
    if (!next_line(table, &line))
        return td_error_set(error, TD_ERROR_INPUT, "%.*s: the line that names the columns is missing",
                            TD_VIEW_ARGUMENTS(table->name));
    uint32_t found = split_cells(line, cells);
    for (uint32_t i = 0; i < count; i++)
        if (i >= found || !td_view_equal(cells[i], td_view_of(columns[i])))
            return td_error_set(error, TD_ERROR_INPUT, "%.*s, line %d: column %u should be named '%s'",
                                TD_VIEW_ARGUMENTS(table->name), table->line, i + 1, columns[i]);
    if (found > count) return td_table_fail(table, cells[count], "is a column too many", error);
    return TD_OK;
}

int td_table_next(td_table *table, td_view *cells, td_error *error) {
    td_view line;
    td_view found[TD_TABLE_COLUMNS];
    if (!next_line(table, &line)) return TD_END;
    uint32_t count = split_cells(line, found);
    if (count != table->column_count)
        return td_error_set(error, TD_ERROR_INPUT, "%.*s, line %d, column %u: %u cells where %u columns are named",
                            TD_VIEW_ARGUMENTS(table->name), table->line,
                            (count < table->column_count ? count : table->column_count) + 1, count,
                            table->column_count);
    for (uint32_t i = 0; i < count; i++) cells[i] = found[i];
    return TD_OK;
}
