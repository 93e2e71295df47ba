/* A report read back from JSON: what a damaged store may hold. */

#include "fuzz/target.h"
#include "model/report_json.h"

#define MEMORY ((size_t)512 << 20)

typedef struct reading {
    td_view json;
    td_arena arena;
    td_error error;
} reading;

static int read_report(void *context) {
    reading *work = context;
    td_report report = {0};
    int status = td_report_read_json(work->json, &work->arena, &report, &work->error);
    return status == 0 ? td_report_check(&report, &work->error) : status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    reading work = {.json = {(const char *)bytes, size}, .error = TD_ERROR_INIT};
    td_arena_init(&work.arena, MEMORY);
    td_arena_run(&work.arena, read_report, &work, &work.error);
    td_arena_release(&work.arena);
    return 0;
}
