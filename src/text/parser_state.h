#ifndef TD_TEXT_PARSER_STATE_H
#define TD_TEXT_PARSER_STATE_H

/*
 * Where the parser stands: the arc-hybrid system of Kuhlmann, Gomez-Rodriguez and Satta, "Dynamic programming
 * algorithms for transition-based dependency parsers", 2011. Words wait in a queue with the root behind the last; a
 * stack holds words still without head. To shift puts the first of the queue onto the stack; to attach left makes the
 * top of the stack a dependent of the first of the queue; to attach right, of the word below it.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/view.h"
#include "model/report.h"

enum td_parser_action { TD_ACTION_SHIFT, TD_ACTION_LEFT, TD_ACTION_RIGHT, TD_ACTION_COUNT };

#define TD_NODE_NO_RELATION 63u

/* A word, or the root (behind the last word), or "none" (behind the root). */
typedef struct td_node {
    uint32_t word;      /* hash of its form in lower case */
    uint32_t coarse;    /* for words that only join: the word; else the tag */
    uint32_t suffix[3]; /* hashes of its last 1 to 3 letters */
    uint32_t prefix;    /* of its first three */
    uint32_t outline;
    uint8_t tag;                              /* part of speech with morphology */
    uint8_t relation;                         /* once attached; TD_NODE_NO_RELATION before */
    uint16_t left_count, right_count;         /* dependents so far */
    uint32_t head;                            /* node; "none" before it is attached */
    uint32_t left_outer, left_inner;          /* first two dependents from the left end,
                                                 "none" where there are none */
    uint32_t right_outer, right_inner;        /* from the right end */
    uint64_t left_relations, right_relations; /* bit of each relation among its dependents */
} td_node;

typedef struct td_parser_state {
    td_node *nodes; /* count + 2 */
    uint32_t count; /* words; nodes[count] is the root, nodes[count + 1] is "none" */
    uint32_t *stack;
    uint32_t depth;
    uint32_t next; /* first of the queue; count: only the root is left */
} td_parser_state;

/* The start for one tagged sentence. */
void td_parser_state_init(td_parser_state *state, td_view text, const td_token *tokens, uint32_t count,
                          td_arena *scratch);
bool td_parser_state_done(const td_parser_state *state);
/* Whether the action leads on to a tree with one root. */
bool td_parser_state_allows(const td_parser_state *state, enum td_parser_action action);
void td_parser_state_shift(td_parser_state *state);
/* The arc that an attachment would make. */
uint32_t td_parser_state_head(const td_parser_state *state, enum td_parser_action action);
/* Attach the top of the stack. */
void td_parser_state_attach(td_parser_state *state, enum td_parser_action action, uint32_t relation);

/* Node at a depth of the stack (0 is the top), or "none". */
static inline uint32_t td_parser_state_stack(const td_parser_state *state, uint32_t depth) {
    return depth < state->depth ? state->stack[state->depth - 1 - depth] : state->count + 1;
}
/* Node at a place of the queue (0 is the first), the root behind the last word, then "none". */
static inline uint32_t td_parser_state_queue(const td_parser_state *state, uint32_t place) {
    return place <= state->count - state->next ? state->next + place : state->count + 1;
}

#endif
