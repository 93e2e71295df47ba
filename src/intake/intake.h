#ifndef TD_INTAKE_INTAKE_H
#define TD_INTAKE_INTAKE_H

/*
 * Bytes to reports: plain text, HTML pages and JSON lines.
 * Fills id, source, digest, media_type, title, authors, outlet, agency,
 * language, text, published (metadata) and boilerplate. Nothing is opened
 * here: the caller brings the bytes.
 */

#include "base/arena.h"
#include "base/error.h"
#include "lexicon/lexicon.h"
#include "model/report.h"

#define TD_INTAKE_TEXT_LIMIT (16u << 20) /* bytes of one report's text */

typedef struct td_input {
    td_view name;  /* path or address, for `source`, type by extension, and messages */
    td_view bytes; /* the whole file */
} td_input;

/* Where reading an input stands; start with TD_INTAKE_CURSOR_INIT. */
typedef struct td_intake_cursor {
    size_t offset;
    uint32_t line; /* of JSON lines, from 1 */
    int media;     /* what the input turned out to be; of no use to the caller */
} td_intake_cursor;
#define TD_INTAKE_CURSOR_INIT \
    { .offset = 0, .line = 0, .media = -1 }

/*
 * The next report of `input`. 0 with `*report` filled (memory from `arena`,
 * text copied); TD_END after the last; TD_ERROR_INPUT or TD_ERROR_LIMIT for
 * one that is refused (empty, binary, a bad line): its message names file,
 * line or offset, and the cursor stands behind it, so that the caller may go
 * on. Ill-formed UTF-8 is replaced by U+FFFD; `*warning` then holds a note
 * that names the first offset, else it is absent.
 */
int td_intake_next(const td_input *input, td_intake_cursor *cursor, td_arena *arena, td_report *report,
                   td_view *warning, td_error *error);

/*
 * Mark boilerplate of the text that carries no markup: share bars, captions,
 * notices, keyword lines, repeated paragraphs, the headline. Part of
 * td_intake_next(); apart for tests.
 */
void td_intake_mark_boilerplate(td_report *report, td_arena *arena);

#endif
