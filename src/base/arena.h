#ifndef TD_BASE_ARENA_H
#define TD_BASE_ARENA_H

/*
 * Memory that is given back all at once: everything made for one report, or
 * for one answer, lives in one arena.
 *
 * Allocation never returns NULL. When memory or the arena's limit runs out,
 * the work that td_arena_run() started is left at once and td_arena_run()
 * returns the error, so stages need no error path for memory. The price is a
 * rule: code that allocates from an arena holds no other resource (a file, a
 * heap block, a library's object) across an allocation unless something longer
 * lived than the work owns it.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/view.h"

typedef struct td_arena_chunk td_arena_chunk;

typedef struct td_arena {
    td_arena_chunk *chunks; /* newest first */
    size_t total;           /* bytes taken from the system */
    size_t limit;           /* most that may be taken */
    void *rescue;           /* where td_arena_run() waits; NULL outside it */
} td_arena;

/* `limit` in bytes. Nothing is allocated yet. */
void td_arena_init(td_arena *arena, size_t limit);
/* Forget everything; the largest chunk is kept for the next use. */
void td_arena_reset(td_arena *arena);
/* Forget everything and give all memory back. */
void td_arena_release(td_arena *arena);

/*
 * Call `work(context)` and return what it returns; when `arena` runs dry
 * inside, return TD_ERROR_MEMORY or TD_ERROR_LIMIT with `error` set. Calls may
 * nest. Allocating with no td_arena_run() around it aborts on exhaustion.
 */
int td_arena_run(td_arena *arena, int (*work)(void *context), void *context, td_error *error);

/* Zeroed memory, aligned for any type. A size of 0 gives a valid pointer. */
void *td_arena_alloc(td_arena *arena, size_t size);
/* Zeroed memory for `count` items of `size` bytes; an overflow meets the limit. */
void *td_arena_alloc_array(td_arena *arena, size_t count, size_t size);
/* A copy with a zero byte behind it; absent stays absent. */
td_view td_arena_copy(td_arena *arena, td_view view);
/* Formatted text with a zero byte behind it. */
td_view td_arena_format(td_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull(2)));

#define TD_NEW(arena, type) ((type *)td_arena_alloc((arena), sizeof(type)))
#define TD_NEW_ARRAY(arena, count, type) ((type *)td_arena_alloc_array((arena), (count), sizeof(type)))

#endif
