/*
 * Arenas: memory taken from the system in growing chunks and handed out from their front.
 * Input: sizes. Output: zeroed memory, or a leap back to td_arena_run() when there is no more.
 */

#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TD_ARENA_GUARDED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define TD_ARENA_GUARDED 1
#endif

/* Under AddressSanitizer what was not handed out is poisoned, and each block has a guard behind it. */
#ifdef TD_ARENA_GUARDED
#include <sanitizer/asan_interface.h>
#define GUARD 16u
#define POISON(address, size) ASAN_POISON_MEMORY_REGION((address), (size))
#define UNPOISON(address, size) ASAN_UNPOISON_MEMORY_REGION((address), (size))
#else
#define GUARD 0u
#define POISON(address, size) ((void)(address), (void)(size))
#define UNPOISON(address, size) ((void)(address), (void)(size))
#endif

#define FIRST_CHUNK ((size_t)64 << 10)
#define LARGEST_STEP ((size_t)4 << 20) /* chunks double up to here, then only grow for large blocks */

struct td_arena_chunk {
    td_arena_chunk *next; /* the one before it in time */
    size_t capacity;      /* of bytes[] */
    size_t used;
    alignas(max_align_t) char bytes[];
};

typedef struct td_arena_rescue {
    jmp_buf place;
    size_t wanted;
} td_arena_rescue;

void td_arena_init(td_arena *arena, size_t limit) {
    *arena = (td_arena){.limit = limit};
}

static void chunk_free(td_arena_chunk *chunk) {
    UNPOISON(chunk->bytes, chunk->capacity);
    free(chunk);
}

void td_arena_reset(td_arena *arena) {
    td_arena_chunk *largest = arena->chunks;
    for (td_arena_chunk *chunk = arena->chunks; chunk; chunk = chunk->next)
        if (chunk->capacity > largest->capacity) largest = chunk;
    for (td_arena_chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        if (chunk != largest) chunk_free(chunk);
    }
    arena->chunks = largest;
    arena->total = 0;
    if (!largest) return;
    largest->next = NULL;
    largest->used = 0;
    POISON(largest->bytes, largest->capacity);
    arena->total = sizeof *largest + largest->capacity;
}

void td_arena_release(td_arena *arena) {
    for (td_arena_chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        chunk_free(chunk);
    }
    arena->chunks = NULL;
    arena->total = 0;
}

int td_arena_run(td_arena *arena, int (*work)(void *context), void *context, td_error *error) {
    void *outer = arena->rescue;
    td_arena_rescue rescue;
    int code = setjmp(rescue.place);
    if (code == 0) {
        arena->rescue = &rescue;
        int result = work(context);
        arena->rescue = outer;
        return result;
    }
    arena->rescue = outer;
    if (code == -TD_ERROR_LIMIT)
        return td_error_set(error, TD_ERROR_LIMIT,
                            "this needs more than the %zu MiB of working memory allowed for one input (%zu bytes more "
                            "were wanted); split the input into smaller ones",
                            arena->limit >> 20, rescue.wanted);
    return td_error_set(error, TD_ERROR_MEMORY,
                        "the machine has no memory left (%zu bytes more were wanted); close other programs or use "
                        "fewer threads",
                        rescue.wanted);
}

/* Leave the work that td_arena_run() started. */
static _Noreturn void give_up(td_arena *arena, int code, size_t wanted) {
    td_arena_rescue *rescue = arena->rescue;
    if (!rescue) {
        fprintf(stderr, "tidings: out of memory: %zu bytes more were wanted\n", wanted);
        abort();
    }
    rescue->wanted = wanted;
    longjmp(rescue->place, -code);
}

/* A new newest chunk with room for `size` bytes; `size` counts its guard. */
static void add_chunk(td_arena *arena, size_t size) {
    size_t left = arena->limit > arena->total ? arena->limit - arena->total : 0;
    if (left < sizeof(td_arena_chunk) || size > left - sizeof(td_arena_chunk)) give_up(arena, TD_ERROR_LIMIT, size);
    size_t capacity = arena->chunks ? arena->chunks->capacity * 2 : FIRST_CHUNK;
    if (capacity > LARGEST_STEP) capacity = LARGEST_STEP;
    if (capacity > left - sizeof(td_arena_chunk)) capacity = left - sizeof(td_arena_chunk);
    if (capacity < size) capacity = size;
    td_arena_chunk *chunk = malloc(sizeof *chunk + capacity);
    if (!chunk) give_up(arena, TD_ERROR_MEMORY, size);
    chunk->capacity = capacity;
    chunk->used = 0;
    chunk->next = arena->chunks;
    POISON(chunk->bytes, capacity);
    arena->chunks = chunk;
    arena->total += sizeof *chunk + capacity;
}

void *td_arena_alloc(td_arena *arena, size_t size) {
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX - GUARD - alignment) give_up(arena, TD_ERROR_LIMIT, size);
    size_t taken = (size + GUARD + alignment - 1) / alignment * alignment;
    td_arena_chunk *chunk = arena->chunks;
    if (!chunk || taken > chunk->capacity - chunk->used) {
        add_chunk(arena, taken);
        chunk = arena->chunks;
    }
    char *block = chunk->bytes + chunk->used;
    chunk->used += taken;
    UNPOISON(block, size);
    memset(block, 0, size);
    return block;
}

void *td_arena_alloc_array(td_arena *arena, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) give_up(arena, TD_ERROR_LIMIT, SIZE_MAX);
    return td_arena_alloc(arena, bytes);
}

td_view td_arena_copy(td_arena *arena, td_view view) {
    if (!td_view_present(view)) return TD_VIEW_ABSENT;
    char *bytes = td_arena_alloc(arena, view.size + 1);
    if (view.size > 0) memcpy(bytes, view.bytes, view.size);
    return (td_view){bytes, view.size};
}

td_view td_arena_format(td_arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0) return (td_view){"", 0};
    char *bytes = td_arena_alloc(arena, (size_t)size + 1);
    va_start(arguments, format);
    vsnprintf(bytes, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return (td_view){bytes, (size_t)size};
}
