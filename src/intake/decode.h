#ifndef TD_INTAKE_DECODE_H
#define TD_INTAKE_DECODE_H

/* Bytes in whatever encoding to well-formed UTF-8. */

#include "base/arena.h"
#include "base/view.h"

/*
 * UTF-16 that says so by its byte-order mark becomes UTF-8; other bytes come back as they are. (What kind of input
 * they are is found after this and before the rest.)
 */
td_view td_decode_wide(td_arena *arena, td_view bytes);

/*
 * Well-formed UTF-8. `label` names the encoding where the input does (a page's charset); absent where it does not.
 * Valid UTF-8 comes back as the very same bytes. Ill-formed parts become U+FFFD and `*warning` names the first
 * offset; otherwise `*warning` is left as it was. `guess`: without a label, bytes that are mostly no UTF-8 are read as
 * Windows-1252, as browsers do.
 */
td_view td_decode(td_arena *arena, td_view bytes, td_view label, bool guess, td_view *warning);

#endif
