/*
 * The parser. Input: a tagged sentence. Output: for each token its head and relation.
 *
 * Greedy transitions from left to right, as many as two a word; what to do next is chosen by one linear classifier,
 * the relation of a new arc by another. Both were trained with a dynamic oracle (Goldberg and Nivre, "Training
 * deterministic parsers with non-deterministic oracles", 2013), so that they have seen their own mistakes.
 */

#include "text/parser.h"

#include "text/parser_features.h"
#include "text/relations.h"

int td_parser_open(td_view model, td_parser *parser, td_error *error) {
    if (!td_view_present(model)) {
        return td_error_set(error, TD_ERROR_INPUT, "the pack holds no parser model; build the pack again");
    }
    size_t size = 0;
    int status = td_feature_rows_open(model, &parser->actions, &size, error);
    if (status < 0) return status;
    status = td_feature_rows_open(td_view_slice(model, size, model.size), &parser->labels, &size, error);
    if (status < 0) return status;
    if (parser->actions.columns != TD_ACTION_COUNT || parser->labels.columns != td_relation_count()) {
        return td_error_set(error, TD_ERROR_INPUT, "the parser model has other classes than this program knows");
    }
    return TD_OK;
}

static enum td_parser_action choose_action(const td_parser *parser, const td_parser_state *state) {
    uint64_t features[TD_PARSER_FEATURES_MAXIMUM];
    int16_t sums[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    uint32_t allowed = 0, only = 0;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        if (!td_parser_state_allows(state, a)) continue;
        allowed++;
        only = a;
    }
    if (allowed == 1) return only;
    uint32_t count = td_parser_action_features(state, features);
    td_feature_rows_add(&parser->actions, features, count, sums);
    enum td_parser_action best = only;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        if (td_parser_state_allows(state, a) && sums[a] > sums[best]) best = a;
    }
    return best;
}

static uint32_t choose_relation(const td_parser *parser, const td_parser_state *state, enum td_parser_action action) {
    uint64_t features[TD_PARSER_FEATURES_MAXIMUM];
    int16_t sums[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    uint32_t head = td_parser_state_head(state, action);
    if (head == state->count) return TD_RELATION_ROOT;
    uint32_t count = td_parser_label_features(state, head, td_parser_state_stack(state, 0), features);
    td_feature_rows_add(&parser->labels, features, count, sums);
    uint32_t best = TD_RELATION_ROOT + 1;
    for (uint32_t i = best + 1; i < parser->labels.columns; i++) best = sums[i] > sums[best] ? i : best;
    return best;
}

void td_parser_parse(const td_parser *parser, td_view text, td_token *tokens, uint32_t count, td_arena *scratch) {
    td_parser_state state;
    if (count == 0) return;
    td_parser_state_init(&state, text, tokens, count, scratch);
    while (!td_parser_state_done(&state)) {
        enum td_parser_action action = choose_action(parser, &state);
        if (action == TD_ACTION_SHIFT) {
            td_parser_state_shift(&state);
        } else {
            td_parser_state_attach(&state, action, choose_relation(parser, &state, action));
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        tokens[i].head = state.nodes[i].head == count ? 0 : state.nodes[i].head + 1;
        tokens[i].relation = td_relation_label(state.nodes[i].relation);
    }
}
