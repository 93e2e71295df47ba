#ifndef TD_INTAKE_JSON_RECORDS_H
#define TD_INTAKE_JSON_RECORDS_H

/* Records of JSON exports: one object, one report. */

#include "base/arena.h"
#include "base/error.h"
#include "intake/intake.h"
#include "intake/media.h"

/*
 * Cut the next record off at the cursor, which then stands behind it; `*record` lies in `bytes`. TD_END when there is
 * none, TD_ERROR_INPUT when objects over several lines are not closed.
 */
int td_json_record_cut(td_view bytes, td_media media, td_intake_cursor *cursor, td_view *record, td_error *error);

/*
 * Fill `report` from one object: source (else left alone), title, authors, outlet, agency, language, published, text.
 * `*html` is true where the text field holds a page's markup, to be read as such. TD_ERROR_INPUT says what is missing.
 */
int td_json_record_read(td_view record, td_arena *arena, td_report *report, bool *html, td_error *error);

#endif
