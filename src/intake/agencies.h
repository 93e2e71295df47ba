#ifndef TD_INTAKE_AGENCIES_H
#define TD_INTAKE_AGENCIES_H

/* News agencies, as bylines, credits and datelines name them. */

#include <stdbool.h>

#include "base/view.h"
#include "intake/paragraphs.h"

/* The agency's full name, of static life, when all of `name` is a name of it; else absent. */
td_view td_agency_named(td_view name);

/*
 * The agency that a report comes from, or absent; of static life, or in the text where no list knows it: in a dateline
 * near the top ("(Reuters) -", "/TASS/"), in a byline, or in a closing signature or copyright line. One that is only
 * quoted is none.
 */
td_view td_agency_find(const td_paragraph_array *paragraphs);

#endif
