/*
 * The key of an entity wherever it is met.
 * Input: an entity of some report. Output: a hash of its lexicon identifier,
 * else of its kind and folded name.
 */

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "resolve/resolve.h"

uint64_t td_entity_key(const td_entity *entity) {
    bool known = td_view_present(entity->knowledge) && entity->knowledge.size > 0;
    /* the two kinds of key must not meet: each begins with a constant of its own */
    uint64_t key = known ? td_hash_mix(1, td_hash(entity->knowledge))
                         : td_hash_mix(td_hash_mix(2, (uint64_t)entity->kind), td_word_key(entity->name));
    return key ? key : 1;
}
