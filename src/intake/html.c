/*
 * Pages to reports.
 * Input: the bytes of an HTML page. Output: a report: what the page says of itself, and its article.
 */

#include "intake/html.h"

#include "intake/decode.h"
#include "intake/html_article.h"
#include "intake/html_guard.h"
#include "intake/html_metadata.h"
#include "intake/html_tree.h"
#include "intake/intake.h"
#include "intake/plain.h"

#define LARGEST_PAGE ((size_t)32 << 20)

int td_html_read(td_view bytes, td_arena *arena, td_report *report, td_view *warning, td_error *error) {
    if (bytes.size > LARGEST_PAGE)
        return td_error_set(error, TD_ERROR_LIMIT,
                            "the page is %zu bytes long, more than the %zu (%zu MiB) that are read; leave it out",
                            bytes.size, LARGEST_PAGE, LARGEST_PAGE >> 20);
    td_view page = td_decode(arena, bytes, td_html_charset(bytes), true, warning);
    if (td_view_starts_with(page, TD_VIEW("\xEF\xBB\xBF"))) page = td_view_slice(page, 3, page.size);
    size_t cut;
    page = td_html_guard(arena, page, &cut);
    if (cut != SIZE_MAX)
        *warning =
            td_arena_format(arena, "the page has too many tags; read up to its byte %zu, the rest is left out", cut);
    td_html_tree tree = {0};
    int status = td_html_tree_parse(page, arena, &tree, error);
    if (status < 0) return status;
    td_html_describe(&tree, arena, report);
    td_html_article(&tree, arena, report);
    if (report->text.size == 0 && cut != SIZE_MAX)
        return td_error_set(error, TD_ERROR_LIMIT,
                            "the page has too many tags and no text before its byte %zu; leave it out", cut);
    if (report->text.size == 0) return td_error_set(error, TD_ERROR_INPUT, "is a page without text; nothing to read");
    td_plain_describe(report, arena);
    return TD_OK;
}
