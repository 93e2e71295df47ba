#ifndef TD_BASE_MAP_H
#define TD_BASE_MAP_H

/* A hash map in an arena from a 64-bit key to a 32-bit number (an index, a count). */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct td_map_slot {
    uint64_t key;
    uint32_t value;
    bool used;
} td_map_slot;

typedef struct td_map {
    td_arena *arena;
    td_map_slot *slots;
    uint32_t count;
    uint32_t capacity; /* 0 or a power of two */
} td_map;

void td_map_init(td_map *map, td_arena *arena);
/* The value's address, or NULL; valid until the next insertion. */
uint32_t *td_map_get(const td_map *map, uint64_t key);
/* The value's address, made with `initial` when the key is new (`*added`, may be NULL, says which). */
uint32_t *td_map_put(td_map *map, uint64_t key, uint32_t initial, bool *added);

#endif
