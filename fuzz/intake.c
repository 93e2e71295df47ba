/* Whatever arrives: text, pages and JSON lines, told apart by their bytes. The first byte chooses the name. */

#include "fuzz/target.h"
#include "intake/intake.h"

#define MEMORY ((size_t)512 << 20)

typedef struct reading {
    td_input input;
    td_intake_cursor cursor;
    td_arena *arena;
    td_error *error;
} reading;

static int read_next(void *context) {
    reading *work = context;
    td_report report = {0};
    td_view warning = TD_VIEW_ABSENT;
    return td_intake_next(&work->input, &work->cursor, work->arena, &report, &warning, work->error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char *const names[] = {"report.txt", "report.html", "reports.jsonl", "report"};
    if (size == 0) return 0;
    td_arena arena;
    td_arena_init(&arena, MEMORY);
    td_error error = TD_ERROR_INIT;
    reading work = {.input = {.name = td_view_of(names[bytes[0] % 4]), .bytes = {(const char *)bytes, size}},
                    .arena = &arena,
                    .error = &error};
    for (;;) {
        size_t before = work.cursor.offset;
        td_arena_reset(&arena);
        int status = td_arena_run(&arena, read_next, &work, &error);
        if (status == TD_END || (status != 0 && work.cursor.offset == before)) break;
    }
    td_arena_release(&arena);
    return 0;
}
