#ifndef TD_INTAKE_MEDIA_H
#define TD_INTAKE_MEDIA_H

/* What kind of input some bytes are: by content first, then by the name's extension. */

#include "base/error.h"
#include "base/view.h"

typedef enum td_media {
    TD_MEDIA_PLAIN,
    TD_MEDIA_HTML,
    TD_MEDIA_JSON_LINES,  /* one object a line */
    TD_MEDIA_JSON_VALUES, /* objects over several lines, or in one array */
} td_media;

/* "text/plain" and so on. */
const char *td_media_type(td_media media);

/* True where the bytes begin as a page does: a doctype or a tag that HTML knows. */
bool td_media_looks_like_html(td_view bytes);

/*
 * The kind of `bytes` (ASCII-compatible), called `name`. TD_ERROR_INPUT for what is empty or binary; the message says
 * what it is, at which byte, and what to do, without the name.
 */
int td_media_find(td_view name, td_view bytes, td_media *media, td_error *error);

#endif
