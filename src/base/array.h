#ifndef TD_BASE_ARRAY_H
#define TD_BASE_ARRAY_H

/* A growing array in an arena: `typedef TD_ARRAY(td_token) td_token_array;`. */

#include <stdint.h>

#include "base/arena.h"

#define TD_ARRAY(type)       \
    struct {                 \
        type *items;         \
        uint32_t count;      \
        uint32_t capacity;   \
    }

/* Room for one more item; returns the (possibly moved) items. Used by td_push. */
void *td_array_grow(td_arena *arena, void *items, uint32_t count, uint32_t *capacity, size_t item_size);

/* Append one zeroed item and give its address, valid until the next append. */
#define td_push(arena, array)                                                                                  \
    ((array)->items = td_array_grow((arena), (array)->items, (array)->count, &(array)->capacity,               \
                                    sizeof *(array)->items),                                                   \
     &(array)->items[(array)->count++])

/* `td_each(token, &report->tokens)`: a pointer that visits every item in order. */
#define td_each(item, array)                                                                                   \
    __typeof__((array)->items + 0) item = (array)->items, item##_stop = item + (array)->count;                     \
    item < item##_stop;                                                                                        \
    item++

#endif
