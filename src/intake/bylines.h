#ifndef TD_INTAKE_BYLINES_H
#define TD_INTAKE_BYLINES_H

/* Bylines: "By Jane Doe and John Roe, Associated Press", "Jane Doe in Beirut". */

#include <stdbool.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/view.h"

/* Two to five capitalised words (particles and initials allowed) that are no agency, outlet, day or month. */
bool td_byline_is_person(td_view name);

/* What a byline names; each field absent or empty where it names none. Views lie in the line. */
typedef struct td_byline {
    td_view_array authors;
    td_view outlet;
    td_view agency; /* full name, of static life */
} td_byline;

/* True where `line` is a byline, begun by "By"; its names in `*byline`. */
bool td_byline_read(td_view line, td_arena *arena, td_byline *byline);
/* The names of a field that holds nothing else ("Jane Doe, John Roe"), with or without "By". */
void td_byline_read_names(td_view names, td_arena *arena, td_byline *byline);

#endif
