/*
 * The order of reports in a record.
 * Input: outlines in any order. Output: by first possible day of publication,
 * those without one last, then by identifier.
 */

#include <stdlib.h>

#include "resolve/resolve.h"

static int compare(const void *left, const void *right) {
    const td_outline *a = left, *b = right;
    bool a_open = a->published.from == TD_DAY_UNKNOWN, b_open = b->published.from == TD_DAY_UNKNOWN;
    if (a_open != b_open) return a_open ? 1 : -1;
    if (a->published.from != b->published.from) return a->published.from < b->published.from ? -1 : 1;
    return td_view_compare(a->report, b->report);
}

void td_outlines_sort(td_outline *outlines, uint32_t count) {
    if (count) qsort(outlines, count, sizeof *outlines, compare);
}
