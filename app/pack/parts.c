/*
 * Joining the parts of a block.
 * Input: runs of bytes. Output: one run; offsets of texts in a pool.
 */

#include "parts.h"

#include "base/hash.h"

td_view td_join(td_arena *arena, const td_view *parts, uint32_t count) {
    size_t size = 0;
    for (uint32_t i = 0; i < count; i++) size += parts[i].size;
    char *bytes = td_arena_alloc(arena, size);
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (parts[i].size) memcpy(bytes + at, parts[i].bytes, parts[i].size);
        at += parts[i].size;
    }
    return (td_view){bytes, size};
}

void td_text_pool_init(td_text_pool *pool, td_arena *arena) {
    *pool = (td_text_pool){.arena = arena};
    td_map_init(&pool->offsets, arena);
    *td_push(arena, &pool->bytes) = 0;
}

uint32_t td_text_pool_add(td_text_pool *pool, td_view text) {
    bool added;
    if (text.size == 0) return 0;
    uint32_t offset = *td_map_put(&pool->offsets, td_hash(text), pool->bytes.count, &added);
    if (!added) return offset;
    for (size_t i = 0; i < text.size; i++) *td_push(pool->arena, &pool->bytes) = text.bytes[i];
    *td_push(pool->arena, &pool->bytes) = 0;
    return offset;
}
