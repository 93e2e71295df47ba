/*
 * A hash map in an arena: open addressing with linear probing, at most three quarters full.
 * Input: 64-bit keys. Output: the address of each key's number.
 */

#include "base/map.h"

#define FIRST_CAPACITY 16u

void td_map_init(td_map *map, td_arena *arena) {
    *map = (td_map){.arena = arena};
}

/* Keys may be small numbers as well as hashes, so they are spread first (Fibonacci hashing). */
static td_map_slot *slot_of(td_map_slot *slots, uint32_t capacity, uint64_t key) {
    uint64_t spread = (key ^ key >> 32) * 0x9E3779B97F4A7C15u;
    uint32_t at = (uint32_t)(spread >> 32) & (capacity - 1);
    while (slots[at].used && slots[at].key != key) at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static void grow(td_map *map) {
    /* Past 2^31 slots the doubled size asks for more than any arena holds, and leaves through it. */
    size_t capacity = map->capacity == 0 ? FIRST_CAPACITY : (size_t)map->capacity * 2;
    if (capacity > UINT32_MAX) capacity = SIZE_MAX;
    td_map_slot *slots = TD_NEW_ARRAY(map->arena, capacity, td_map_slot);
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->slots[i].used) *slot_of(slots, (uint32_t)capacity, map->slots[i].key) = map->slots[i];
    map->slots = slots;
    map->capacity = (uint32_t)capacity;
}

uint32_t *td_map_get(const td_map *map, uint64_t key) {
    if (map->capacity == 0) return NULL;
    td_map_slot *slot = slot_of(map->slots, map->capacity, key);
    return slot->used ? &slot->value : NULL;
}

uint32_t *td_map_put(td_map *map, uint64_t key, uint32_t initial, bool *added) {
    uint32_t *found = td_map_get(map, key);
    if (added) *added = !found;
    if (found) return found;
    if (map->count >= map->capacity - map->capacity / 4) grow(map);
    td_map_slot *slot = slot_of(map->slots, map->capacity, key);
    *slot = (td_map_slot){.key = key, .value = initial, .used = true};
    map->count++;
    return &slot->value;
}
