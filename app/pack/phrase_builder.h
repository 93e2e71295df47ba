#ifndef TD_PACK_PHRASE_BUILDER_H
#define TD_PACK_PHRASE_BUILDER_H

/*
 * Building the phrase dictionary: names in, the block "phrases" out. Each name
 * is entered in the ways that a text and its tokens may have it: hyphens joined
 * or apart, apostrophes kept or dropped, full stops kept, apart or dropped.
 */

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"
#include "lexicon/phrases_block.h"

/* A reading on its way into the trie. */
typedef struct td_phrase_entry {
    uint32_t node;
    uint32_t weight; /* the weightier comes first */
    uint16_t capitals;
    td_phrase phrase;
} td_phrase_entry;

/* What else a name of a place or an actor is. */
enum td_common_sort {
    TD_COMMON_NOT,
    TD_COMMON_NAME,  /* a person's name: readings as a place are flagged ambiguous */
    TD_COMMON_WORD,  /* a word: readings as an actor too, and it is no other name of a place */
    TD_COMMON_NEVER, /* so common a word that it is never taken for a place */
};

/* Among the flags given to td_phrase_builder_add(): so well known a place that no other reading makes it ambiguous. */
#define TD_PHRASE_SURE (1U << 15)

typedef struct td_phrase_builder {
    td_arena *arena;
    TD_ARRAY(td_phrase_edge) edges; /* number i leads to node i + 1 */
    TD_ARRAY(td_phrase_entry) entries;
    td_map children; /* hash of parent and key -> child */
    td_map common;   /* key of a phrase that is also a word or a person's name -> td_common_sort */
} td_phrase_builder;

void td_phrase_builder_init(td_phrase_builder *builder, td_arena *arena);
/* Say, before it is added, that a phrase means something else too. */
void td_phrase_builder_common(td_phrase_builder *builder, td_view phrase, enum td_common_sort sort);
enum td_common_sort td_phrase_builder_common_sort(const td_phrase_builder *builder, td_view phrase);
/*
 * Enter a name for (kind, id). How its letters must stand is taken from the
 * name itself. Names without letters or of more than TD_PHRASE_WORDS words are passed over.
 */
void td_phrase_builder_add(td_phrase_builder *builder, td_view name, enum td_phrase_kind kind, uint32_t id,
                           uint16_t flags, uint32_t weight);
/* Each of the names that '|' separates. */
void td_phrase_builder_add_list(td_phrase_builder *builder, td_view names, enum td_phrase_kind kind, uint32_t id,
                                uint16_t flags, uint32_t weight);
/* Lay out the block, in the arena. */
td_view td_phrase_builder_finish(td_phrase_builder *builder);

#endif
