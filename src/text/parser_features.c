/*
 * Features of the parser's state. Input: the partial tree. Output: hashes.
 *
 * The encoder knows the words but not the tree: dependents found so far, their relations, and distances come from here,
 * a few of the templates of Zhang and Nivre, "Transition-based dependency parsing with rich non-local features", 2011.
 */

#include "text/parser_features.h"

#include "text/word_shape.h"

typedef struct feature_list {
    uint64_t *next;
    uint32_t template;
} feature_list;

static inline void add(feature_list *list, uint64_t a, uint64_t b) {
    *list->next++ = td_feature_hash(++list->template, a, b);
}

static inline uint64_t pair(uint64_t a, uint64_t b) {
    return a << 32 | b;
}

static inline uint32_t distance(uint32_t a, uint32_t b) {
    uint32_t words = a > b ? a - b : b - a;
    return words < 5 ? words : words < 8 ? 5 : words < 12 ? 6 : 7;
}
#define NO_DISTANCE 8u

/* A dependent by its word and relation. */
static inline void add_dependent(feature_list *list, const td_node *node) {
    add(list, node->word, node->relation);
}

void td_parser_action_features(const td_parser_state *state, uint64_t features[TD_ACTION_FEATURES]) {
    const td_node *n = state->nodes;
    uint32_t at_s0 = td_parser_state_stack(state, 0), at_s1 = td_parser_state_stack(state, 1), at_b0 = state->next;
    const td_node *s0 = n + at_s0, *s1 = n + at_s1, *b0 = n + at_b0;
    uint32_t near = at_s0 < state->count ? distance(at_s0, at_b0) : NO_DISTANCE;
    uint32_t far = at_s1 < state->count ? distance(at_s1, at_s0) : NO_DISTANCE;
    feature_list list = {features, 800};
    add(&list, pair(s0->tag, b0->tag), near);
    add(&list, pair(s1->tag, s0->tag), far);
    add(&list, s0->left_relations, s0->tag);
    add(&list, s0->right_relations, s0->tag);
    add(&list, s1->left_relations, s1->tag);
    add(&list, s1->right_relations, s1->tag);
    add(&list, b0->left_relations, b0->tag);
    add_dependent(&list, n + s0->right_outer);
    add_dependent(&list, n + s0->left_outer);
    add_dependent(&list, n + b0->left_outer);
    add_dependent(&list, n + s1->right_outer);
    add_dependent(&list, n + s1->left_outer);
    add(&list, s0->coarse, b0->coarse);
    add(&list, s1->coarse, s0->coarse);
    add(&list, (uint64_t)s1->tag << 16 | (uint64_t)s0->tag << 8 | b0->tag, 0);
}

void td_parser_label_features(const td_parser_state *state, uint32_t head, uint32_t child,
                              uint64_t features[TD_LABEL_FEATURES]) {
    const td_node *n = state->nodes;
    const td_node *h = n + head, *c = n + child;
    const td_node *first = n + c->left_outer, *of_head_left = n + h->left_outer, *of_head_right = n + h->right_outer;
    uint64_t way = head < child ? 1 : 2;
    feature_list list = {features, 900};
    add(&list, pair(c->tag, h->tag), way << 4 | distance(head, child));
    add(&list, pair(c->coarse, h->coarse), way);
    add(&list, c->left_relations, pair(c->tag, way));
    add(&list, c->right_relations, pair(c->tag, way));
    add(&list, h->left_relations, pair(h->tag, way));
    add(&list, h->right_relations, pair(h->tag, way));
    add(&list, pair(first->word, c->tag), way); /* a preposition, a conjunction, an article */
    add_dependent(&list, first);
    add_dependent(&list, n + c->right_outer);
    add_dependent(&list, n + c->left_inner);
    add(&list, of_head_left->word, pair(of_head_left->relation, way));
    add(&list, of_head_right->word, pair(of_head_right->relation, way));
    add(&list, pair(c->word, h->tag), way);
    add(&list, pair(h->word, c->tag), way);
}
