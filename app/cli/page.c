/*
 * tidings page: the whole record as one HTML file.
 * Input: a store. Output: the file, which needs nothing beside it; its name on standard output.
 */

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/desk.h"

#define PAGE_NAME "tidings.html" /* where --output says nothing */

/* Write under another name first, so that a page is there whole or not at all. */
static int write_page(td_desk *desk, const char *path) {
    td_view draft = td_arena_format(&desk->arena, "%s.new", path);
    int status = td_buffer_status(&desk->out, &desk->error);
    if (status < 0) return status;
    FILE *file = fopen(draft.bytes, "wb");
    bool written = file && fwrite(desk->out.bytes, 1, desk->out.size, file) == desk->out.size;
    if (file && fclose(file) != 0) written = false;
    td_buffer_clear(&desk->out);
    if (written && rename(draft.bytes, path) == 0) return 0;
    int cause = errno;
    if (file) unlink(draft.bytes);
    return td_error_set(&desk->error, TD_ERROR_FILE, "%s cannot be written: %s; name another place with --output", path, strerror(cause));
}

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    const char *path = desk->arguments->output ? desk->arguments->output : PAGE_NAME;
    int status = td_view_page(source, request, &desk->arena, &desk->out, &desk->error);
    if (status == 0) status = write_page(desk, path);
    if (status == 0) td_buffer_format(&desk->out, "%s\n", path);
    return status;
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_page = {
    .name = "page",
    .operands = "",
    .summary = "write one HTML page: brief, timeline, ledgers, findings and reports",
    .detail = "The page needs no network and nothing beside it. Each line opens the passage it comes from.\n",
    .examples = "  tidings page --output syria.html\n",
    .options = TD_TAKES_STORE | TD_TAKES(STORY) | TD_TAKES(OUTPUT),
    .run = run,
};
