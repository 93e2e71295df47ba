/* Gold trees and the dynamic oracle of the arc-hybrid system. Input: annotation. Output: the cost of an action. */

#include "gold_tree.h"

#include "text/relations.h"

/* Whether following heads from `word` comes by `above`; the steps are bounded for the sake of broken annotation. */
static bool is_under(const td_gold_tree *tree, uint32_t word, uint32_t above) {
    for (uint32_t steps = 0; steps <= tree->count; steps++) {
        if (word == above) return true;
        if (word >= tree->count) return false;
        word = tree->heads[word];
    }
    return false;
}

static bool crosses(const td_gold_tree *tree, uint32_t word) {
    uint32_t head = tree->heads[word];
    uint32_t from = word < head ? word : head, to = word < head ? head : word;
    for (uint32_t k = from + 1; k < to; k++) {
        if (!is_under(tree, k, head)) return true;
    }
    return false;
}

/* The root stands behind the last word, so an arc to it must leave out all that follow the word on its way. */
static void make_projective(td_gold_tree *tree) {
    for (bool changed = true; changed;) {
        changed = false;
        uint32_t best = UINT32_MAX, best_size = UINT32_MAX;
        for (uint32_t i = 0; i < tree->count; i++) {
            uint32_t head = tree->heads[i], size = i < head ? head - i : i - head;
            if (head >= tree->count || size >= best_size || !crosses(tree, i)) continue;
            best = i;
            best_size = size;
        }
        if (best == UINT32_MAX) break;
        tree->heads[best] = tree->heads[tree->heads[best]];
        changed = true;
    }
}

td_gold_tree td_gold_tree_make(const td_treebank_sentence *sentence, td_arena *arena) {
    td_gold_tree tree = {.count = sentence->count,
                         .heads = TD_NEW_ARRAY(arena, sentence->count, uint32_t),
                         .relations = TD_NEW_ARRAY(arena, sentence->count, uint32_t),
                         .on_stack = TD_NEW_ARRAY(arena, (size_t)sentence->count + 2, bool)};
    for (uint32_t i = 0; i < tree.count; i++) {
        uint32_t head = sentence->words[i].head;
        tree.heads[i] = head == 0 || head > tree.count ? tree.count : head - 1;
        if (!td_relation_from_label(sentence->words[i].relation, &tree.relations[i])) {
            td_relation_from_label(TD_VIEW("dep"), &tree.relations[i]);
        }
    }
    make_projective(&tree);
    return tree;
}

static uint32_t children_in_queue(const td_gold_tree *tree, const td_parser_state *state, uint32_t word) {
    uint32_t found = 0;
    for (uint32_t i = state->next; i < tree->count; i++) found += tree->heads[i] == word;
    return found;
}

static uint32_t shift_cost(const td_gold_tree *tree, const td_parser_state *state) {
    uint32_t word = state->next, top = td_parser_state_stack(state, 0), cost = 0;
    uint32_t head = tree->heads[word];
    if (head < tree->count && head != top && tree->on_stack[head]) cost++;
    for (uint32_t i = 0; i < state->depth; i++) cost += tree->heads[state->stack[i]] == word;
    return cost;
}

uint32_t td_gold_tree_cost(const td_gold_tree *tree, const td_parser_state *state, enum td_parser_action action) {
    if (action == TD_ACTION_SHIFT) return shift_cost(tree, state);
    uint32_t top = td_parser_state_stack(state, 0), below = td_parser_state_stack(state, 1);
    uint32_t cost = children_in_queue(tree, state, top), head = tree->heads[top];
    if (action == TD_ACTION_LEFT) return cost + (head == below || head > state->next);
    return cost + (head >= state->next);
}
