#ifndef TD_LEXICON_UNITS_H
#define TD_LEXICON_UNITS_H

/* Words of number, time and quantity, from data/units/units.tsv: a few hundred, looked up by form. */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"
#include "model/kinds.h"

#define TD_UNIT_CLASSES(X)                                                                                     \
    X(NUMBER, "number") X(MAGNITUDE, "magnitude") X(VAGUE, "vague") X(FRACTION, "fraction")                    \
    X(ORDINAL, "ordinal") X(MONTH, "month") X(WEEKDAY, "weekday") X(WEEKDAY_PLURAL, "weekday_plural")          \
    X(SEASON, "season") X(DAY_PART, "day_part") X(PERIOD, "period") X(FREQUENCY, "frequency")                  \
    X(REFERENCE, "reference") X(DEICTIC, "deictic") X(HOLIDAY, "holiday") X(CURRENCY, "currency")              \
    X(MEASURE, "measure") X(PERCENT, "percent") X(COUNTED, "counted") X(GOVERNOR, "governor")  \
    X(TIME_NOUN, "time_noun")

#define TD_X(name, label) TD_UNIT_##name,
enum td_unit_class { TD_UNIT_CLASSES(TD_X) TD_UNIT_COUNT };
#undef TD_X

/* One reading of a form. */
typedef struct td_unit_reading {
    td_view unit;  /* "people", "USD", "D"; absent if none */
    double number; /* 0 if none */
    enum td_figure_category category;
} td_unit_reading;

/* Everything the table says of one form. */
typedef struct td_unit_word {
    td_view form;                            /* lower case */
    uint32_t classes;                        /* bits 1 << td_unit_class */
    const td_unit_reading *readings[TD_UNIT_COUNT]; /* NULL where the form lacks the class */
} td_unit_word;

typedef struct td_units td_units;

/*
 * Index a table (tab-separated text with the columns form, class, unit,
 * number, category; lines that begin with '#' and the line of column names are
 * passed over). `table` and `arena` must outlive `*out`. TD_ERROR_INPUT names the line.
 */
int td_units_load(td_view table, td_arena *arena, td_units **out, td_error *error);

/* The word, letters of either case, or NULL. Borrowed. A form of several words is joined by single spaces. */
const td_unit_word *td_units_find(const td_units *units, td_view form);

/* The reading of a word as a class, NULL where `word` is NULL or lacks it. */
static inline const td_unit_reading *td_unit_as(const td_unit_word *word, enum td_unit_class kind) {
    return word ? word->readings[kind] : NULL;
}

#endif
