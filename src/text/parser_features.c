/*
 * Features of the parser. Input: its state. Output: hashes.
 *
 * The templates follow Zhang and Nivre, "Transition-based dependency parsing with rich non-local features", 2011:
 * words and tags on top of the stack and first in the queue, their pairs and triples with dependents, distance,
 * number of dependents and the set of relations to them. "Coarse" stands for the word where words only join
 * ("of", "was", ","), else for the tag.
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

/* Word and tag together. */
static inline uint64_t word_tag(const td_node *node) {
    return pair(node->word, node->tag);
}
static inline uint64_t tags(const td_node *a, const td_node *b, const td_node *c) {
    return (uint64_t)a->tag << 16 | (uint64_t)b->tag << 8 | c->tag;
}

static inline uint32_t distance(uint32_t a, uint32_t b) {
    uint32_t words = a > b ? a - b : b - a;
    return words < 5 ? words : words < 8 ? 5 : words < 12 ? 6 : 7;
}
static inline uint32_t few(uint32_t count) {
    return count < 4 ? count : 4;
}

uint32_t td_parser_action_features(const td_parser_state *state, uint64_t features[TD_PARSER_FEATURES_MAXIMUM]) {
    const td_node *n = state->nodes;
    uint32_t at_s0 = td_parser_state_stack(state, 0), at_s1 = td_parser_state_stack(state, 1);
    uint32_t at_b0 = state->next;
    const td_node *s0 = n + at_s0, *s1 = n + at_s1, *s2 = n + td_parser_state_stack(state, 2);
    const td_node *s3 = n + td_parser_state_stack(state, 3);
    const td_node *b0 = n + at_b0, *b1 = n + td_parser_state_queue(state, 1), *b2 = n + td_parser_state_queue(state, 2);
    const td_node *s0l = n + s0->left_outer, *s0r = n + s0->right_outer, *s0l2 = n + s0->left_inner;
    const td_node *s0r2 = n + s0->right_inner;
    const td_node *s1l = n + s1->left_outer, *s1r = n + s1->right_outer, *s1r2 = n + s1->right_inner;
    const td_node *b0l = n + b0->left_outer, *b0l2 = n + b0->left_inner;
    const td_node *none = n + state->count + 1;
    /* The words just before and after the top of the stack in the text. */
    const td_node *before_s0 = at_s0 > 0 && at_s0 < state->count ? s0 - 1 : none;
    const td_node *after_s0 = at_s0 < state->count ? s0 + 1 : none;
    const td_node *before_b0 = at_b0 > 0 ? b0 - 1 : none;
    uint32_t near = at_s0 < state->count ? distance(at_s0, at_b0) : 8;
    uint32_t far = at_s1 < state->count ? distance(at_s1, at_s0) : 8;
    feature_list list = {features, 256};

    /* One word. */
    add(&list, s0->word, s0->tag), add(&list, s0->word, 0), add(&list, s0->tag, 0);
    add(&list, s1->word, s1->tag), add(&list, s1->word, 0), add(&list, s1->tag, 0);
    add(&list, b0->word, b0->tag), add(&list, b0->word, 0), add(&list, b0->tag, 0);
    add(&list, b1->word, b1->tag), add(&list, b1->word, 0), add(&list, b1->tag, 0);
    add(&list, b2->coarse, b2->tag), add(&list, s2->coarse, s2->tag), add(&list, b2->word, 0), add(&list, s2->word, 0);

    /* Top of the stack and first of the queue. */
    add(&list, word_tag(s0), word_tag(b0));
    add(&list, word_tag(s0), b0->tag), add(&list, s0->tag, word_tag(b0));
    add(&list, s0->coarse, b0->coarse), add(&list, s0->tag, b0->tag);
    add(&list, pair(s0->coarse, b0->coarse), b1->coarse), add(&list, tags(s0, b0, b1), 0);
    add(&list, tags(b0, b1, b2), 0), add(&list, b0->coarse, b1->coarse), add(&list, b0->word, b1->word);
    add(&list, pair(s0->coarse, b0->coarse), pair(b1->coarse, b2->coarse));
    add(&list, word_tag(s0), pair(b0->tag, b1->tag));
    add(&list, pair(s0->tag, b0->tag), b1->word);

    /* The two top words of the stack. */
    add(&list, word_tag(s1), word_tag(s0));
    add(&list, word_tag(s1), s0->tag), add(&list, s1->tag, word_tag(s0));
    add(&list, s1->coarse, s0->coarse), add(&list, s1->tag, s0->tag);
    add(&list, tags(s1, s0, b0), 0), add(&list, pair(s1->coarse, s0->coarse), b0->coarse);
    add(&list, pair(s1->word, s0->tag), b0->coarse), add(&list, pair(s1->tag, s0->word), b0->coarse);
    add(&list, pair(s1->tag, s0->tag), b0->word), add(&list, tags(s2, s1, s0), b0->tag);
    add(&list, tags(s2, s1, s0), 0), add(&list, s1->coarse, b0->coarse), add(&list, word_tag(s1), b0->tag);
    add(&list, pair(s1->coarse, s0->coarse), pair(b0->coarse, b1->coarse)), add(&list, tags(s3, s2, s1), s0->tag);
    add(&list, s2->coarse, b0->coarse);

    /* Dependents. */
    add(&list, tags(s0, s0l, b0), s0l->relation), add(&list, tags(s0, s0r, b0), s0r->relation);
    add(&list, tags(s0, b0, b0l), b0l->relation), add(&list, tags(s0, s0l, s0l2), s0l->relation);
    add(&list, tags(s1, s0, s0l), s0l->relation), add(&list, tags(s1, s0, s0r), s0r->relation);
    add(&list, tags(s1, s1r, s0), s1r->relation), add(&list, tags(s1, s1l, s0), s1l->relation);
    add(&list, tags(s1, s1r, s1r2), s0->tag), add(&list, tags(b0, b0l, b0l2), s0->tag);
    add(&list, s0l->word, s0->tag), add(&list, s0r->word, s0->tag), add(&list, b0l->word, b0->tag);
    add(&list, s1r->word, s1->tag), add(&list, s1l->word, s1->tag);
    add(&list, pair(s0->word, s0r->word), s0r->relation), add(&list, pair(s1->word, s1r->word), s1r->relation);
    add(&list, pair(s0->tag, s0l->word), b0->coarse), add(&list, pair(s1->coarse, s0l->coarse), s0->tag);
    add(&list, pair(s0->tag, s0r->coarse), b0->coarse), add(&list, pair(s0->tag, b0l->coarse), b0->tag);
    add(&list, pair(s1->word, s0l->word), s0->tag), add(&list, pair(s0->word, b0l->word), b0->tag);
    add(&list, pair(s0l->relation, s0r->relation), s0->tag), add(&list, pair(s0r->relation, s0r2->relation), s0->tag);

    /* Relations present, number of dependents, distance. */
    add(&list, s0->left_relations, s0->tag), add(&list, s0->right_relations, s0->tag);
    add(&list, s1->left_relations, s1->tag), add(&list, s1->right_relations, s1->tag);
    add(&list, b0->left_relations, b0->tag), add(&list, s0->left_relations, pair(s0->tag, b0->coarse));
    add(&list, s1->right_relations, pair(s1->tag, s0->tag)), add(&list, s0->right_relations, pair(s0->word, b0->tag));
    add(&list, s1->left_relations, pair(s1->tag, s0->coarse));
    add(&list, b0->left_relations, pair(b0->tag, s0->coarse));
    add(&list, s0->word, few(s0->left_count) << 4 | few(s0->right_count));
    add(&list, s0->tag, few(s0->left_count) << 4 | few(s0->right_count));
    add(&list, s1->word, few(s1->left_count) << 4 | few(s1->right_count));
    add(&list, s1->tag, few(s1->left_count) << 4 | few(s1->right_count));
    add(&list, b0->tag, few(b0->left_count));
    add(&list, pair(s0->tag, b0->tag), near), add(&list, pair(s1->tag, s0->tag), far);
    add(&list, s0->word, near), add(&list, b0->word, near), add(&list, s1->word, far);
    add(&list, pair(s0->coarse, b0->coarse), near), add(&list, pair(s1->coarse, s0->coarse), far);

    /* Neighbours in the text, word ends, outlines. */
    add(&list, pair(before_s0->coarse, s0->tag), b0->tag), add(&list, pair(after_s0->coarse, s0->tag), b0->tag);
    add(&list, pair(before_b0->coarse, b0->tag), s0->tag),
        add(&list, pair(before_b0->coarse, after_s0->coarse), s0->tag);
    add(&list, s0->suffix, b0->coarse), add(&list, b0->suffix, s0->coarse), add(&list, s1->suffix, s0->coarse);
    add(&list, pair(s0->outline, b0->outline), s0->tag), add(&list, pair(s1->outline, s0->outline), s1->tag);
    return (uint32_t)(list.next - features);
}

uint32_t td_parser_label_features(const td_parser_state *state, uint32_t head, uint32_t child,
                                  uint64_t features[TD_PARSER_FEATURES_MAXIMUM]) {
    const td_node *n = state->nodes;
    const td_node *h = n + head, *c = n + child, *none = n + state->count + 1;
    const td_node *cl = n + c->left_outer, *cl2 = n + c->left_inner, *cr = n + c->right_outer;
    const td_node *before_c = child > 0 ? c - 1 : none, *after_c = child + 1 < state->count ? c + 1 : none;
    const td_node *before_h = head > 0 ? h - 1 : none, *after_h = head + 1 < state->count ? h + 1 : none;
    const td_node *hl = n + h->left_outer, *hr = n + h->right_outer;
    uint64_t way = head < child ? 1 : 2;
    uint64_t place = way << 4 | distance(head, child);
    uint64_t both = h->left_relations | h->right_relations;
    feature_list list = {features, 512};
    add(&list, word_tag(c), way), add(&list, c->word, h->tag), add(&list, pair(c->tag, h->tag), way);
    add(&list, word_tag(h), way), add(&list, pair(h->word, c->tag), way), add(&list, pair(h->word, c->word), way);
    add(&list, pair(c->coarse, h->coarse), way), add(&list, pair(c->tag, h->tag), place), add(&list, c->coarse, place);
    add(&list, pair(c->suffix, h->tag), way), add(&list, pair(h->suffix, c->tag), way), add(&list, c->suffix, c->tag);
    add(&list, pair(c->outline, c->tag), h->outline);
    /* What stands before it: a preposition, a conjunction, an article. */
    add(&list, pair(cl->word, c->tag), pair(h->tag, way)), add(&list, pair(cl->word, c->word), cl->relation);
    add(&list, pair(cl->word, h->word), way), add(&list, pair(cl->word, c->tag), pair(h->word, way));
    add(&list, c->left_relations, pair(c->tag, h->tag) + (way << 60)),
        add(&list, c->left_relations, pair(h->word, way));
    add(&list, c->right_relations, pair(c->tag, h->tag) + (way << 60));
    add(&list, c->left_relations | c->right_relations, pair(c->tag, way));
    add(&list, pair(cl->coarse, cl2->coarse), pair(c->tag, way)), add(&list, pair(cl->relation, cl2->word), c->tag);
    add(&list, pair(cr->coarse, c->tag), pair(h->tag, way)), add(&list, cr->word, pair(cr->relation, c->tag));
    /* What its head has already. */
    add(&list, h->left_relations, pair(c->tag, h->tag) + (way << 60));
    add(&list, h->right_relations, pair(c->tag, h->tag) + (way << 60));
    add(&list, both, pair(h->word, c->tag) + (way << 60)), add(&list, both, pair(c->coarse, way));
    add(&list, pair(hl->coarse, h->tag), pair(c->tag, way)), add(&list, pair(hl->relation, h->word), pair(c->tag, way));
    add(&list, pair(hr->coarse, h->tag), pair(c->tag, way)), add(&list, pair(hr->relation, h->word), pair(c->tag, way));
    add(&list, pair(hr->relation, hl->relation), pair(c->coarse, way));
    /* Neighbours in the text. */
    add(&list, pair(before_c->coarse, c->tag), way), add(&list, pair(after_c->coarse, c->tag), way);
    add(&list, pair(before_c->word, c->word), way), add(&list, pair(after_c->word, c->word), way);
    add(&list, pair(before_h->coarse, h->tag), pair(c->tag, way));
    add(&list, pair(after_h->coarse, h->tag), pair(c->tag, way));
    add(&list, pair(before_c->tag, after_c->tag), pair(c->tag, h->tag));
    add(&list, pair(before_c->coarse, after_c->coarse), pair(c->coarse, h->tag));
    return (uint32_t)(list.next - features);
}
