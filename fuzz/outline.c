/* An outline unpacked from a block: what a damaged store may hold. */

#include "fuzz/target.h"
#include "model/outline.h"

#define MEMORY ((size_t)512 << 20)

typedef struct unpacking {
    td_view block;
    td_arena arena;
    td_error error;
} unpacking;

static int unpack(void *context) {
    unpacking *work = context;
    td_outline outline = {0};
    return td_outline_unpack(work->block, &work->arena, &outline, &work->error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    unpacking work = {.block = {(const char *)bytes, size}, .error = TD_ERROR_INIT};
    td_arena_init(&work.arena, MEMORY);
    td_arena_run(&work.arena, unpack, &work, &work.error);
    td_arena_release(&work.arena);
    return 0;
}
