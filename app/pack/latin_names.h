#ifndef TD_PACK_LATIN_NAMES_H
#define TD_PACK_LATIN_NAMES_H

/* Which of a gazetteer's many names for a place English text may use. */

#include "base/arena.h"
#include "base/view.h"

/*
 * GeoNames gives names in all languages and scripts, without saying which. Kept
 * are names in Latin letters that begin upper case and are no code; of a place
 * of some size any such name, of a small one only other spellings of its name.
 */
bool td_latin_name_keeps(td_view main_name, td_view alternative, bool well_known);

#endif
