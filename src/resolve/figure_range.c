/*
 * Bounds of figures as ranges, so that two of them can be held against each other.
 * Input: figures of outlines. Output: ranges.
 */

#include "resolve/figure_range.h"

#include <math.h>

#define APPROXIMATE 0.15 /* "about 50" may be 43 or 57 */

td_figure_range td_figure_range_none(void) {
    return (td_figure_range){INFINITY, -INFINITY};
}

td_figure_range td_figure_range_of(const td_outline_figure *figure) {
    if (!figure->low_known && !figure->high_known && !figure->value_known) return td_figure_range_none();
    if (figure->bound == TD_BOUND_APPROX && figure->value_known)
        return (td_figure_range){figure->value * (1 - APPROXIMATE), figure->value * (1 + APPROXIMATE)};
    return (td_figure_range){figure->low_known ? figure->low : -INFINITY, figure->high_known ? figure->high : INFINITY};
}

double td_figure_range_named(td_figure_range range) {
    return isinf(range.low) ? range.high : range.low;
}
