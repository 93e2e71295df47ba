#ifndef TD_INTAKE_HTML_GUARD_H
#define TD_INTAKE_HTML_GUARD_H

/* A page made safe to parse. */

#include <stdbool.h>

#include "base/arena.h"
#include "base/view.h"

/*
 * A copy of a page (UTF-8) without what no reader sees (comments, styles, scripts that are no linked data, drawings,
 * forms' choices) and without the nesting that would take a parser of HTML quadratic time and memory. `*cut` is set
 * to the byte of the page at which it was cut off for its number of tags, else to SIZE_MAX.
 */
td_view td_html_guard(td_arena *arena, td_view page, size_t *cut);

#endif
