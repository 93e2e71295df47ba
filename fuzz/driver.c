/*
 * Runs a fuzz target over a corpus, each file whole, cut short, and with bytes changed, as a test.
 * Input: a folder. Output: TAP.
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "fuzz/target.h"

#define VARIANTS 40

static uint64_t state = 88172645463325252u; /* xorshift64 (Marsaglia 2003) */
static uint64_t draw(void) {
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

/* In a block of exactly its size, so that a sanitizer sees a read behind it. */
static void run(td_view bytes, size_t size, unsigned changes) {
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy) abort();
    memcpy(copy, bytes.bytes, size);
    for (unsigned i = 0; i < changes && size; i++) copy[draw() % size] = (uint8_t)draw();
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void run_variants(td_view bytes) {
    run(bytes, bytes.size, 0);
    for (unsigned i = 0; i < VARIANTS && bytes.size; i++) {
        run(bytes, (size_t)(draw() % bytes.size), 0);
        run(bytes, bytes.size, 1 + i % 4);
    }
}

int main(int count, char **words) {
    td_arena arena;
    td_buffer buffer;
    td_view_array files = {0};
    td_error error = TD_ERROR_INIT;
    if (count != 2) return 2;
    td_arena_init(&arena, (size_t)1 << 20);
    td_buffer_init(&buffer, (size_t)16 << 20);
    int status = td_folder_list(words[1], &arena, &files, &error);
    for (uint32_t i = 0; status == 0 && i < files.count; i++) {
        status = td_file_read(files.items[i].bytes, &buffer, &error);
        if (status == 0) run_variants(td_buffer_view(&buffer));
        printf("%s %u - %s\n", status == 0 ? "ok" : "not ok", i + 1, files.items[i].bytes);
    }
    if (status != 0) fprintf(stderr, "%s\n", error.message);
    printf("1..%u\n", files.count);
    td_buffer_release(&buffer);
    td_arena_release(&arena);
    return status == 0 && files.count > 0 ? 0 : 1;
}
