#ifndef TD_RESOLVE_FIGURE_RANGE_H
#define TD_RESOLVE_FIGURE_RANGE_H

/* The numbers that a figure's words allow. */

#include <stdbool.h>

#include "model/outline.h"

/* Both ends belong to it; infinite where the words leave an end open. No figure at all: low above high. */
typedef struct td_figure_range {
    double low, high;
} td_figure_range;

td_figure_range td_figure_range_none(void);
/* "about 50" allows what rounds to it, "at least 12" all from 12 on. */
td_figure_range td_figure_range_of(const td_outline_figure *figure);

static inline bool td_figure_range_known(td_figure_range range) {
    return range.low <= range.high;
}
static inline bool td_figure_range_equal(td_figure_range a, td_figure_range b) {
    return a.low == b.low && a.high == b.high;
}
/* Both can hold. */
static inline bool td_figure_range_meets(td_figure_range a, td_figure_range b) {
    return a.low <= b.high && b.low <= a.high;
}
/* The end that the words name, the lower of two. */
double td_figure_range_named(td_figure_range range);

#endif
