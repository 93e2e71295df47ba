#ifndef TD_LEXICON_PHRASES_BLOCK_H
#define TD_LEXICON_PHRASES_BLOCK_H

/*
 * The block "phrases" of the pack: a trie whose edges lie in one open-addressed
 * hash table, so that a step is one look-up and a miss at the root mostly one
 * bit of a filter. Offsets only; read where it is mapped.
 */

#include "base/arena.h"
#include "base/error.h"
#include "lexicon/phrases.h"

#define TD_PHRASES_MAGIC 0x74726965U
#define TD_PHRASE_WORDS 16U /* most words of a phrase: bits of td_phrase_node.capitals */

typedef struct td_phrases_header {
    uint32_t magic;
    uint32_t node_count;
    uint32_t edge_slots;  /* a power of two */
    uint32_t filter_bits; /* a power of two, at least 64 */
    uint32_t phrase_count;
    uint32_t reserved[11];
} td_phrases_header;

/* From node `parent` by a word of `key` to `child`; child 0 (the root) marks an empty slot. */
typedef struct td_phrase_edge {
    uint64_t key;
    uint32_t parent;
    uint32_t child;
} td_phrase_edge;

typedef struct td_phrase_node {
    uint32_t first; /* phrases that end here: readings that ask least of the letters first */
    uint16_t count;
    uint16_t capitals; /* bit for each word that begins upper case in the tables */
} td_phrase_node;

/* Behind the header, in this order: filter, edges, nodes, phrases. */
struct td_phrases {
    const td_phrases_header *header;
    const uint64_t *filter;
    const td_phrase_edge *edges;
    const td_phrase_node *nodes;
    const td_phrase *phrases;
    uint64_t hyphen;
};

static inline uint64_t td_phrase_edge_hash(uint32_t parent, uint64_t key) {
    uint64_t mixed = (key ^ (uint64_t)parent * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    return mixed ^ mixed >> 32;
}

/* Read the block in place. TD_ERROR_INPUT when its sizes do not agree. */
int td_phrases_attach(td_view block, td_arena *arena, td_phrases **out, td_error *error);

#endif
