/*
 * Looking up entities of the record.
 * Input: a key, an entity's own or one that it gathers. Output: the entity.
 */

#include "model/record.h"

#include <stdlib.h>

static int compare_aliases(const void *left, const void *right) {
    const td_entity_alias *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->entity > b->entity) - (a->entity < b->entity);
}

void td_record_index(td_record *record, td_arena *arena) {
    record->aliases.count = 0;
    for (uint32_t at = 0; at < record->entities.count; at++) {
        const td_store_entity *entity = &record->entities.items[at];
        for (uint32_t k = 0; k < entity->keys.count; k++) {
            if (entity->keys.items[k] == entity->key) continue;
            *td_push(arena, &record->aliases) = (td_entity_alias){.key = entity->keys.items[k], .entity = at};
        }
    }
    if (record->aliases.count > 1)
        qsort(record->aliases.items, record->aliases.count, sizeof *record->aliases.items, compare_aliases);
}

static int compare_key_to_entity(const void *key, const void *entity) {
    uint64_t a = *(const uint64_t *)key, b = ((const td_store_entity *)entity)->key;
    return (a > b) - (a < b);
}

static int compare_key_to_alias(const void *key, const void *alias) {
    uint64_t a = *(const uint64_t *)key, b = ((const td_entity_alias *)alias)->key;
    return (a > b) - (a < b);
}

const td_store_entity *td_record_entity(const td_record *record, uint64_t key) {
    if (key == 0) return NULL;
    const td_store_entity *entity = NULL;
    if (record->entities.count > 0)
        entity = bsearch(&key, record->entities.items, record->entities.count, sizeof *entity, compare_key_to_entity);
    if (entity || record->aliases.count == 0) return entity;
    const td_entity_alias *alias =
        bsearch(&key, record->aliases.items, record->aliases.count, sizeof *alias, compare_key_to_alias);
    return alias ? &record->entities.items[alias->entity] : NULL;
}
