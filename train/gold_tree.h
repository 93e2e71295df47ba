#ifndef TD_TRAIN_GOLD_TREE_H
#define TD_TRAIN_GOLD_TREE_H

/* A sentence's true tree, and what each action of the parser would cost of it.
 */

#include "text/parser_state.h"
#include "treebank.h"

typedef struct td_gold_tree {
    uint32_t count;
    uint32_t *heads;     /* nodes of the parser's state: 0-based, the root is `count` */
    uint32_t *relations; /* columns */
    bool *on_stack;
} td_gold_tree;

/* The tree made projective: an arc that crosses others is lifted to its head's head until it does not. */
td_gold_tree td_gold_tree_make(const td_treebank_sentence *sentence, td_arena *arena);

/*
 * How many arcs of the tree that can still be found could no more after the action (Goldberg and Nivre 2013, section
 * 4). td_gold_tree.on_stack must say which words are on the stack.
 */
uint32_t td_gold_tree_cost(const td_gold_tree *tree, const td_parser_state *state, enum td_parser_action action);

#endif
