/*
 * The parser's state. Input: a tagged sentence and actions. Output: the partial tree, in the form that its features
 * need.
 */

#include "text/parser_state.h"

#include <string.h>

#include "text/relations.h"
#include "text/word_shape.h"

/* Words of these parts of speech stand for themselves, others for their class.
 */
static const bool joins[TD_POS_COUNT] = {
    [TD_POS_ADPOSITION] = true, [TD_POS_AUXILIARY] = true, [TD_POS_COORDINATOR] = true, [TD_POS_DETERMINER] = true,
    [TD_POS_PARTICLE] = true,   [TD_POS_PRONOUN] = true,   [TD_POS_PUNCTUATION] = true, [TD_POS_SUBORDINATOR] = true,
};

/* Numbers of tags; 0 is "none". */
#define TAG_ROOT 1u
#define TAG_FIRST 8u

static uint8_t tag_of(const td_token *token) {
    static const uint32_t forms[] = {TD_FEATURE_PAST,       TD_FEATURE_THIRD,  TD_FEATURE_PRESENT,
                                     TD_FEATURE_INFINITIVE, TD_FEATURE_GERUND, TD_FEATURE_PARTICIPLE,
                                     TD_FEATURE_PLURAL};
    uint32_t form = 0;
    while (form < 7 && !(token->features & forms[form])) form++;
    return (uint8_t)(TAG_FIRST + (uint32_t)token->part_of_speech * 8 + form);
}

static td_node blank_node(uint32_t none) {
    return (td_node){.relation = TD_NODE_NO_RELATION,
                     .head = none,
                     .left_outer = none,
                     .left_inner = none,
                     .right_outer = none,
                     .right_inner = none};
}

void td_parser_state_init(td_parser_state *state, td_view text, const td_token *tokens, uint32_t count,
                          td_arena *scratch) {
    enum td_casing casing;
    const td_word_shape *shapes = td_word_shapes(text, tokens, count, scratch, &casing);
    uint32_t none = count + 1;
    *state = (td_parser_state){.nodes = TD_NEW_ARRAY(scratch, (size_t)count + 2, td_node),
                               .count = count,
                               .stack = TD_NEW_ARRAY(scratch, count, uint32_t)};
    for (uint32_t i = 0; i < count + 2; i++) {
        td_node *node = &state->nodes[i];
        *node = blank_node(none);
        if (i >= count) continue;
        node->word = shapes[i].lower;
        memcpy(node->suffix, shapes[i].suffix, sizeof node->suffix);
        node->suffix[2] = shapes[i].suffix[2] ? shapes[i].suffix[2] : shapes[i].lower;
        node->prefix = shapes[i].prefix[2];
        node->outline = shapes[i].outline;
        node->tag = tag_of(&tokens[i]);
        node->coarse = joins[tokens[i].part_of_speech] ? node->word : node->tag;
    }
    state->nodes[count].tag = TAG_ROOT;
    state->nodes[count].coarse = state->nodes[count].word = TAG_ROOT;
}

bool td_parser_state_done(const td_parser_state *state) {
    return state->next == state->count && state->depth == 0;
}

bool td_parser_state_allows(const td_parser_state *state, enum td_parser_action action) {
    bool root_is_next = state->next == state->count;
    switch (action) {
    case TD_ACTION_SHIFT:
        return !root_is_next;
    case TD_ACTION_LEFT: /* the root takes the last word alone */
        return state->depth > 0 && (!root_is_next || state->depth == 1);
    default:
        return state->depth > 1;
    }
}

void td_parser_state_shift(td_parser_state *state) {
    state->stack[state->depth++] = state->next++;
}

uint32_t td_parser_state_head(const td_parser_state *state, enum td_parser_action action) {
    return action == TD_ACTION_LEFT ? state->next : td_parser_state_stack(state, 1);
}

void td_parser_state_attach(td_parser_state *state, enum td_parser_action action, uint32_t relation) {
    uint32_t head = td_parser_state_head(state, action), child = td_parser_state_stack(state, 0);
    td_node *above = &state->nodes[head];
    state->nodes[child].head = head;
    state->nodes[child].relation = (uint8_t)relation;
    state->depth--;
    /* Dependents to the left come nearest last in the text, outermost last in time; to the right likewise. */
    if (child < head) {
        above->left_inner = above->left_outer;
        above->left_outer = child;
        above->left_relations |= (uint64_t)1 << relation;
        if (above->left_count < UINT16_MAX) above->left_count++;
    } else {
        above->right_inner = above->right_outer;
        above->right_outer = child;
        above->right_relations |= (uint64_t)1 << relation;
        if (above->right_count < UINT16_MAX) above->right_count++;
    }
}
