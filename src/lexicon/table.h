#ifndef TD_LEXICON_TABLE_H
#define TD_LEXICON_TABLE_H

/*
 * Reading the tab-separated tables of data/: lines that begin with '#' are
 * comments, the first other line names the columns, every further line has
 * exactly that many cells.
 */

#include <stdint.h>

#include "base/array.h"
#include "base/error.h"
#include "base/view.h"

#define TD_TABLE_COLUMNS 16

/* The text of a table and the name it goes by in messages and in the pack: "actors/offices.tsv". */
typedef struct td_named_text {
    td_view name;
    td_view text;
} td_named_text;
typedef TD_ARRAY(td_named_text) td_named_text_array;

typedef struct td_table {
    td_view name;
    td_view rest;
    int line; /* number of the line read last, from 1 */
    uint32_t column_count;
} td_table;

/*
 * Begin to read `source`, whose columns must be the `count` names of `columns`
 * (at most TD_TABLE_COLUMNS) in that order. TD_ERROR_INPUT names table and line.
 */
int td_table_open(td_table *table, td_named_text source, const char *const *columns, uint32_t count, td_error *error);
/* The next row's cells; TD_END after the last. TD_ERROR_INPUT where a line has another number of cells. */
int td_table_next(td_table *table, td_view *cells, td_error *error);
/* TD_ERROR_INPUT with table, line and `problem`: for what a reader finds wrong in a cell. */
int td_table_fail(const td_table *table, td_view cell, const char *problem, td_error *error);

#endif
