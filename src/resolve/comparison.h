#ifndef TD_RESOLVE_COMPARISON_H
#define TD_RESOLVE_COMPARISON_H

/*
 * One comparison of all reports: what its steps share. Each step reads what
 * the steps before it found and fills its own part of the record; resolve.c
 * holds their order.
 */

#include "base/arena.h"
#include "base/map.h"
#include "model/outline.h"
#include "model/record.h"

/* Imagined families that lack every word: in a store of five reports what all of them say still tells something. */
#define TD_PRIOR_FAMILIES 12.0

/* One thing that a report is about, and how much of the report it is. */
typedef struct td_aspect {
    uint64_t key;
    double weight;
} td_aspect;

typedef struct td_vector {
    const td_aspect *items; /* sorted by key, of unit length together */
    uint32_t count;
} td_vector;

/* Quotations of two reports that are one: word for word, shortened, or translated twice. */
typedef struct td_quote_match {
    td_index report, other;      /* each pair stands twice, once from either end */
    uint32_t quote, other_quote; /* in their outlines' quotes */
    double likeness;             /* 0 to 1 */
} td_quote_match;

typedef struct td_comparison {
    const td_outline *outlines; /* sorted */
    uint32_t count;
    td_arena *arena;   /* what the record keeps */
    td_arena *scratch; /* what is forgotten with the comparison */
    td_record *record;

    td_map entity_at;                    /* entity key, also a merged one, to its place in record->entities */
    struct td_entity_fact *entity_facts; /* beside record->entities; see entity_facts.h */
    bool **formulas;                     /* of each report's sentences: printed again and again */
    td_map frequency;                    /* term to the number of origin families that hold it */
    uint32_t families;
    double *rarities;                       /* by how many families hold a word, 0 to all */
    td_vector *vectors;                     /* what each report is about */
    td_index *story_of;                     /* of each report, in record->stories */
    td_index **event_of;                    /* of each report's outline events, in record->events */
    TD_ARRAY(td_quote_match) quote_matches; /* by report, quotation, other */
    uint32_t *quote_matches_from;           /* of each report, and one behind the last */
} td_comparison;

/* The key that the record uses for an entity; 0 stays 0. */
uint64_t td_comparison_entity(const td_comparison *comparison, uint64_t key);
/* The entity itself, NULL for 0 or an unknown key. */
const td_store_entity *td_comparison_entity_of(const td_comparison *comparison, uint64_t key);
/* The name of an entity, or `otherwise`. */
td_view td_comparison_name(const td_comparison *comparison, uint64_t key, td_view otherwise);
/* How rare a term is among the origin families: 0 for one that all have. */
double td_comparison_rarity(const td_comparison *comparison, uint64_t term);

/* The sentence that holds byte `offset`, or TD_NONE. */
uint32_t td_outline_sentence_at(const td_outline *outline, uint32_t offset);

/* The steps, in their order. */
void td_compare_entities(td_comparison *comparison);
void td_compare_repetitions(td_comparison *comparison);
void td_compare_copies(td_comparison *comparison);
void td_compare_vocabulary(td_comparison *comparison);
void td_compare_stories(td_comparison *comparison);
void td_compare_mixed(td_comparison *comparison);
void td_compare_chapters(td_comparison *comparison); /* join stories that go on with the same names */
void td_compare_recycled(td_comparison *comparison);
void td_compare_titles(td_comparison *comparison);
void td_compare_events(td_comparison *comparison);
void td_compare_happenings(td_comparison *comparison);
void td_compare_conflicts(td_comparison *comparison);

#endif
