#include "intake/html.h"
int td_html_read(td_view bytes, td_arena *arena, td_report *report, td_view *warning, td_error *error) {
    (void)bytes;
    (void)arena;
    (void)report;
    (void)warning;
    return td_error_set(error, TD_ERROR_INPUT, "is an HTML page, which this version cannot read");
}
