#ifndef TD_INTAKE_LANGUAGE_H
#define TD_INTAKE_LANGUAGE_H

/* The language of a report, as ISO 639-1 codes. */

#include "base/view.h"

/* From how a page or record names it ("en-US", "eng", "English"); of static life, absent when unknown. */
td_view td_language_from_label(td_view label);

/* From the text itself, by its script and commonest words; of static life, absent when they do not settle it. */
td_view td_language_of_text(td_view text);

#endif
