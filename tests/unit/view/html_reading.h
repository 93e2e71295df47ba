#ifndef TD_TESTS_HTML_READING_H
#define TD_TESTS_HTML_READING_H

/* A strict reader of the mark-up that the page writes: tags nest, names are unique, what stands in an element. */

#include "base/arena.h"
#include "base/view.h"

/* Elements close in the order they opened, and all do. */
bool html_is_balanced(td_view page);
/* How often `needle` stands in the page. */
uint32_t html_count(td_view page, const char *needle);
/* The characters inside all elements whose id or class is `name`, tags taken out, entities read, no white space. */
td_view html_text_of(td_view page, td_view name, td_arena *arena);
/* Is there exactly one element of this id? */
bool html_has_id(td_view page, td_view name);
/* The next value of an attribute ("href=\"#") at or behind `*at`, which moves on; false at the end. */
bool html_next_value(td_view page, const char *attribute, size_t *at, td_view *value);

#endif
