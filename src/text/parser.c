/*
 * The parser. Input: a tagged sentence. Output: for each token its head and relation.
 *
 * Greedy transitions from left to right, two a word. What to do next is chosen by a small network over the encoded
 * words on top of the stack and first in the queue, the relation of a new arc by another over its two words. Both were
 * trained with a dynamic oracle (Goldberg and Nivre, "Training deterministic parsers with non-deterministic oracles",
 * 2013), so that they have seen their own mistakes.
 */

#include "text/parser.h"

#include "text/encoder.h"
#include "text/parser_features.h"
#include "text/relations.h"

/* A longer sentence is no sentence but a list or rubbish: it is parsed in parts, tied together at their roots. */
#define PART_MAXIMUM 1024u

static int open_rows(td_view *model, td_feature_rows *rows, td_error *error) {
    size_t size = 0;
    int status = td_feature_rows_open(*model, rows, &size, error);
    if (status < 0) return status;
    if (rows->stride != TD_WIDTH || rows->columns != TD_WIDTH) {
        return td_error_set(error, TD_ERROR_INPUT,
                            "the parser model has rows of another width than this program knows");
    }
    *model = td_view_slice(*model, size, model->size);
    return TD_OK;
}

int td_parser_open(td_view model, td_parser *parser, td_error *error) {
    int status = td_network_open(model, &parser->network, error);
    if (status < 0) return status;
    if (parser->network->labels != td_relation_count()) {
        return td_error_set(error, TD_ERROR_INPUT, "the parser model has other relations than this program knows");
    }
    td_view rest = td_view_slice(model, sizeof *parser->network, model.size);
    status = open_rows(&rest, &parser->words, error);
    if (status == TD_OK) status = open_rows(&rest, &parser->actions, error);
    if (status == TD_OK) status = open_rows(&rest, &parser->labels, error);
    return status;
}

/* One sentence's work. */
typedef struct parse_work {
    const td_parser *parser;
    td_parser_state state;
    const int16_t *encoded; /* TD_ENCODED a node */
} parse_work;

/* A hidden layer: its bias, what the features add, and the words in their slots; below zero counts as zero. */
typedef struct hidden_layer {
    int32_t sums[TD_HIDDEN];
    int16_t values[TD_HIDDEN];
} hidden_layer;

static void hidden_begin(hidden_layer *hidden, const td_feature_rows *rows, int32_t scale, const int16_t *bias,
                         const uint64_t *features, uint32_t count) {
    int16_t sums[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    td_feature_rows_add(rows, features, count, sums);
    for (uint32_t i = 0; i < TD_HIDDEN; i++) {
        hidden->sums[i] = bias[i] + td_scaled(sums[i], scale);
    }
}

static void hidden_add(hidden_layer *hidden, const parse_work *parse, enum td_network_input slot, uint32_t node) {
    const int16_t *from = parse->encoded + (size_t)node * TD_ENCODED + (size_t)slot * TD_HIDDEN;
    for (uint32_t i = 0; i < TD_HIDDEN; i++) hidden->sums[i] += from[i];
}

static void hidden_finish(hidden_layer *hidden) {
    for (uint32_t i = 0; i < TD_HIDDEN; i++) {
        hidden->values[i] = td_saturate(hidden->sums[i] < 0 ? 0 : hidden->sums[i]);
    }
}

static enum td_parser_action choose_action(const parse_work *parse) {
    const td_parser_state *state = &parse->state;
    const td_network_block *network = parse->parser->network;
    bool allowed[TD_ACTION_COUNT];
    uint32_t choices = 0, best = 0;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        allowed[a] = td_parser_state_allows(state, a);
        choices += allowed[a];
        if (allowed[a]) best = a;
    }
    if (choices == 1) return best;
    uint64_t features[TD_ACTION_FEATURES];
    hidden_layer hidden;
    td_parser_action_features(state, features);
    hidden_begin(&hidden, &parse->parser->actions, network->action_scale, network->action_bias, features,
                 TD_ACTION_FEATURES);
    hidden_add(&hidden, parse, TD_INPUT_STACK_2, td_parser_state_stack(state, 2));
    hidden_add(&hidden, parse, TD_INPUT_STACK_1, td_parser_state_stack(state, 1));
    hidden_add(&hidden, parse, TD_INPUT_STACK_0, td_parser_state_stack(state, 0));
    hidden_add(&hidden, parse, TD_INPUT_QUEUE_0, state->next);
    hidden_finish(&hidden);
    int32_t best_score = INT32_MIN;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        int32_t score =
            network->action_out_bias[a] + td_inner_product(network->action_out[a], hidden.values, TD_HIDDEN);
        if (!allowed[a] || score <= best_score) continue;
        best = a;
        best_score = score;
    }
    return best;
}

static uint32_t choose_relation(const parse_work *parse, uint32_t head, uint32_t child) {
    const td_network_block *network = parse->parser->network;
    if (head == parse->state.count) return TD_RELATION_ROOT;
    uint64_t features[TD_LABEL_FEATURES];
    hidden_layer hidden;
    td_parser_label_features(&parse->state, head, child, features);
    hidden_begin(&hidden, &parse->parser->labels, network->label_scale, network->label_bias, features,
                 TD_LABEL_FEATURES);
    hidden_add(&hidden, parse, TD_INPUT_HEAD, head);
    hidden_add(&hidden, parse, TD_INPUT_CHILD, child);
    hidden_finish(&hidden);
    td_output output = {&network->label_out[0][0], network->label_out_bias, TD_HIDDEN, TD_RELATION_ROOT + 1,
                        network->labels};
    return td_output_best(&output, hidden.values);
}

static void parse_part(const td_parser *parser, td_view text, td_token *tokens, uint32_t count, td_arena *scratch) {
    parse_work parse = {.parser = parser};
    td_parser_state *state = &parse.state;
    td_arena_reset(scratch);
    td_parser_state_init(state, text, tokens, count, scratch);
    parse.encoded = td_encode(parser->network, &parser->words, state, scratch);
    while (!td_parser_state_done(state)) {
        enum td_parser_action action = choose_action(&parse);
        if (action == TD_ACTION_SHIFT) {
            td_parser_state_shift(state);
            continue;
        }
        uint32_t head = td_parser_state_head(state, action), child = td_parser_state_stack(state, 0);
        td_parser_state_attach(state, action, choose_relation(&parse, head, child));
    }
    for (uint32_t i = 0; i < count; i++) {
        tokens[i].head = state->nodes[i].head == count ? 0 : state->nodes[i].head + 1;
        tokens[i].relation = td_relation_label(state->nodes[i].relation);
    }
}

void td_parser_parse(const td_parser *parser, td_view text, td_token *tokens, uint32_t count, td_arena *scratch) {
    uint32_t root = 0; /* of the whole, 1-based; 0 until it is known */
    for (uint32_t start = 0; start < count; start += PART_MAXIMUM) {
        uint32_t part = count - start < PART_MAXIMUM ? count - start : PART_MAXIMUM;
        parse_part(parser, text, tokens + start, part, scratch);
        for (uint32_t i = start; i < start + part; i++) {
            if (tokens[i].head > 0) {
                tokens[i].head += start;
            } else if (root == 0) {
                root = i + 1;
            } else {
                tokens[i].head = root;
                tokens[i].relation = TD_VIEW("parataxis");
            }
        }
    }
}
