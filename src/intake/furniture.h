#ifndef TD_INTAKE_FURNITURE_H
#define TD_INTAKE_FURNITURE_H

/* The words that page furniture is made of. */

#include <stdbool.h>

#include "intake/paragraphs.h"
#include "model/kinds.h"

/*
 * The kind of furniture that a paragraph's own words show; false where they show none. Its neighbours and its place
 * in the text are not looked at.
 */
bool td_furniture_by_words(const td_paragraph *paragraph, enum td_boilerplate_kind *kind);

#endif
