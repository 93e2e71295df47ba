#ifndef TD_PACK_PARTS_H
#define TD_PACK_PARTS_H

/* Joining the parts of a block, and the pool of its texts. */

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"

/* The parts one behind the other, in the arena. */
td_view td_join(td_arena *arena, const td_view *parts, uint32_t count);

/* Texts that end in a zero byte, each once; offset 0 is the empty text. */
typedef struct td_text_pool {
    td_arena *arena;
    TD_ARRAY(char) bytes;
    td_map offsets;
} td_text_pool;

void td_text_pool_init(td_text_pool *pool, td_arena *arena);
uint32_t td_text_pool_add(td_text_pool *pool, td_view text);

#endif
