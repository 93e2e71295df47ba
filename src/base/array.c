/*
 * Growing arrays in an arena.
 * Input: the items so far. Output: the same items with room for one more.
 */

#include "base/array.h"

#include <string.h>

#define FIRST_CAPACITY 8u

void *td_array_grow(td_arena *arena, void *items, uint32_t count, uint32_t *capacity, size_t item_size) {
    if (count < *capacity) {
        memset((char *)items + (size_t)count * item_size, 0, item_size);
        return items;
    }
    /* A count that no longer fits 32 bits asks for more than any arena may hold, and leaves through it. */
    size_t wanted = *capacity == 0 ? FIRST_CAPACITY : (size_t)*capacity * 2;
    if (wanted > UINT32_MAX) return td_arena_alloc_array(arena, SIZE_MAX, item_size + 1);
    char *moved = td_arena_alloc_array(arena, wanted, item_size);
    if (count > 0) memcpy(moved, items, (size_t)count * item_size);
    *capacity = (uint32_t)wanted;
    return moved;
}
