/*
 * Training the parser. Input: tagged treebanks. Output: the model's bytes.
 *
 * Goldberg and Nivre, "Training deterministic parsers with non-deterministic oracles", 2013: after the first pass the
 * parser mostly follows its own choices, right or wrong, and is told at each step which of them would lose least (log
 * loss over those). The relation is learned on arcs that are right.
 */

#include "parser_training.h"

#include <stdio.h>
#include <string.h>

#include "gold_tree.h"
#include "parser_net.h"
#include "random.h"
#include "text/encoder.h"
#include "text/parser_features.h"
#include "text/relations.h"

/* Of 32 sentences so many are learned in capitals or as headlines. */
#define CAPITALS_OF_32 1
#define HEADLINES_OF_32 3
/* Of 10 steps so many follow the parser's own choice. */
#define EXPLORE_OF_10 8
/* The part of a pass over which the rate rises to its full height. */
#define WARM_UP 0.0625f

typedef struct parser_trainer {
    td_parser_net net;
    uint32_t labels, epoch;
    uint64_t random;
    uint64_t steps, wrong_steps, arcs, wrong_labels;
} parser_trainer;

typedef struct training_sentence {
    td_gold_tree tree;
    td_parser_state state;
    td_parser_sentence encoded;
} training_sentence;

typedef struct action_costs {
    bool allowed[TD_ACTION_COUNT], good[TD_ACTION_COUNT]; /* good: of those allowed, loses least */
    uint32_t choices;
    enum td_parser_action first_good;
} action_costs;

static action_costs find_costs(const td_gold_tree *tree, const td_parser_state *state) {
    action_costs found = {0};
    uint32_t costs[TD_ACTION_COUNT], least = UINT32_MAX;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        found.allowed[a] = td_parser_state_allows(state, a);
        if (!found.allowed[a]) continue;
        found.choices++;
        costs[a] = td_gold_tree_cost(tree, state, a);
        if (costs[a] < least) {
            least = costs[a];
            found.first_good = a;
        }
    }
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) found.good[a] = found.allowed[a] && costs[a] == least;
    return found;
}

/* The best of the actions in `among`; there is one. */
static enum td_parser_action best_action(const float *scores, const bool *among) {
    uint32_t best = TD_ACTION_COUNT;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        if (among[a] && (best == TD_ACTION_COUNT || scores[a] > scores[best])) best = a;
    }
    return best;
}

/* Learn at this state; returns the action to follow. */
static enum td_parser_action learn_action(parser_trainer *trainer, training_sentence *s) {
    const td_parser_state *state = &s->state;
    action_costs costs = find_costs(&s->tree, state);
    if (costs.choices == 1) return costs.first_good;
    uint64_t features[TD_ACTION_FEATURES];
    td_classification use = {.slot_count = 4,
                             .slots = {TD_INPUT_STACK_2, TD_INPUT_STACK_1, TD_INPUT_STACK_0, TD_INPUT_QUEUE_0},
                             .nodes = {td_parser_state_stack(state, 2), td_parser_state_stack(state, 1),
                                       td_parser_state_stack(state, 0), state->next}};
    td_parser_action_features(state, features);
    td_parser_net_classify(&trainer->net, &trainer->net.actions, &s->encoded, features, TD_ACTION_FEATURES, &use);
    enum td_parser_action guess = best_action(use.scores, costs.allowed), good = best_action(use.scores, costs.good);
    trainer->steps++;
    trainer->wrong_steps += guess != good;
    td_softmax(use.scores, TD_ACTION_COUNT, costs.allowed);
    float mass = 1e-9f, gradient[4] = {0};
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) mass += costs.good[a] ? use.scores[a] : 0;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        gradient[a] = costs.good[a] ? use.scores[a] - use.scores[a] / mass : use.scores[a];
    }
    td_parser_net_classify_back(&trainer->net.actions, &s->encoded, &use, gradient);
    bool explore = trainer->epoch > 0 && td_random_next(&trainer->random) % 10 < EXPLORE_OF_10;
    return explore ? guess : good;
}

/* The relation the classifier gives to the arc; it learns when the arc is true.
 */
static uint32_t learn_relation(parser_trainer *trainer, training_sentence *s, uint32_t head, uint32_t child) {
    uint64_t features[TD_LABEL_FEATURES];
    td_classification use = {.slot_count = 2, .slots = {TD_INPUT_HEAD, TD_INPUT_CHILD}, .nodes = {head, child}};
    if (head == s->tree.count) return TD_RELATION_ROOT;
    td_parser_label_features(&s->state, head, child, features);
    td_parser_net_classify(&trainer->net, &trainer->net.labels, &s->encoded, features, TD_LABEL_FEATURES, &use);
    uint32_t guess = TD_RELATION_ROOT + 1;
    for (uint32_t i = guess + 1; i < trainer->labels; i++) guess = use.scores[i] > use.scores[guess] ? i : guess;
    uint32_t truth = s->tree.relations[child];
    if (s->tree.heads[child] != head || truth == TD_RELATION_ROOT) return guess;
    trainer->arcs++;
    trainer->wrong_labels += guess != truth;
    float gradient[TD_LABELS_MAXIMUM] = {0};
    memcpy(gradient, use.scores, trainer->labels * sizeof *gradient);
    td_softmax(gradient, trainer->labels, NULL);
    gradient[truth] -= 1;
    td_parser_net_classify_back(&trainer->net.labels, &s->encoded, &use, gradient);
    return guess;
}

static void follow(training_sentence *s, enum td_parser_action action, uint32_t relation) {
    if (action == TD_ACTION_SHIFT) {
        s->tree.on_stack[s->state.next] = true;
        td_parser_state_shift(&s->state);
    } else {
        s->tree.on_stack[td_parser_state_stack(&s->state, 0)] = false;
        td_parser_state_attach(&s->state, action, relation);
    }
}

static void begin(training_sentence *s, const td_treebank_sentence *sentence, td_arena *scratch) {
    s->tree = td_gold_tree_make(sentence, scratch);
    td_parser_state_init(&s->state, sentence->text, sentence->tokens, sentence->count, scratch);
}

static void learn_sentence(parser_trainer *trainer, const td_treebank_sentence *sentence, td_arena *scratch) {
    training_sentence s;
    begin(&s, sentence, scratch);
    td_parser_net_encode(&trainer->net, &s.state, scratch, &s.encoded);
    while (!td_parser_state_done(&s.state)) {
        enum td_parser_action action = learn_action(trainer, &s);
        uint32_t relation = 0;
        if (action != TD_ACTION_SHIFT) {
            relation =
                learn_relation(trainer, &s, td_parser_state_head(&s.state, action), td_parser_state_stack(&s.state, 0));
        }
        follow(&s, action, relation);
    }
    td_parser_net_encode_back(&trainer->net, &s.encoded, scratch);
}

static void count_all(td_table *table, const uint64_t *features, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) td_table_count(table, features[i]);
}

/* Uses of features along a true tree. */
static void count_features(td_parser_net *net, const td_treebank_sentence *sentence, td_arena *scratch) {
    training_sentence s;
    uint64_t word[TD_ENCODER_FEATURES], action[TD_ACTION_FEATURES], label[TD_LABEL_FEATURES];
    begin(&s, sentence, scratch);
    for (uint32_t i = 0; i <= sentence->count; i++) {
        td_encoder_features(&s.state.nodes[i], word);
        count_all(&net->encoder.words, word, TD_ENCODER_FEATURES);
    }
    while (!td_parser_state_done(&s.state)) {
        enum td_parser_action good = find_costs(&s.tree, &s.state).first_good;
        td_parser_action_features(&s.state, action);
        count_all(&net->actions.features, action, TD_ACTION_FEATURES);
        uint32_t relation = 0;
        if (good != TD_ACTION_SHIFT) {
            uint32_t child = td_parser_state_stack(&s.state, 0), head = td_parser_state_head(&s.state, good);
            relation = s.tree.relations[child];
            td_parser_label_features(&s.state, head, child, label);
            if (head < s.tree.count) count_all(&net->labels.features, label, TD_LABEL_FEATURES);
        }
        follow(&s, good, relation);
    }
}

/* The sentences of one pass, in random order. Edited prose is what the parser is for: it comes twice every other time.
 */
static uint32_t choose_sentences(parser_trainer *trainer, const td_treebank *bank, uint32_t *order) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < bank->count; i++) {
        order[count++] = i;
        if (bank->items[i].edited && trainer->epoch % 2 == 1) order[count++] = i;
    }
    td_random_shuffle(order, count, &trainer->random);
    return count;
}

static void learn_pass(parser_trainer *trainer, const td_tagged_banks *banks, uint32_t *order,
                       td_parser_options options, td_arena *scratch) {
    uint32_t count = choose_sentences(trainer, &banks->changes[TREEBANK_AS_WRITTEN], order);
    trainer->steps = trainer->wrong_steps = trainer->arcs = trainer->wrong_labels = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t dice = td_random_next(&trainer->random) % 32;
        enum td_casing_change change = dice < CAPITALS_OF_32                     ? TREEBANK_CAPITALS
                                       : dice < CAPITALS_OF_32 + HEADLINES_OF_32 ? TREEBANK_HEADLINE
                                                                                 : TREEBANK_AS_WRITTEN;
        td_arena_reset(scratch);
        learn_sentence(trainer, &banks->changes[change].items[order[i]], scratch);
        if ((i + 1) % options.batch != 0 && i + 1 != count) continue;
        float done = (float)trainer->epoch + (float)i / (float)count;
        float rise = done < WARM_UP ? done / WARM_UP : 1;
        td_parser_net_update(&trainer->net, options.rate * rise * (1 - done / (float)options.epochs));
    }
    fprintf(stderr, "  pass %u: %.2f%% of steps and %.2f%% of relations wrong\n", trainer->epoch + 1,
            100 * (double)trainer->wrong_steps / (double)trainer->steps,
            100 * (double)trainer->wrong_labels / (double)trainer->arcs);
}

void td_parser_train(const td_tagged_banks *banks, td_parser_options options, td_buffer *out) {
    td_arena arena, scratch;
    td_arena_init(&arena, (size_t)1 << 30);
    td_arena_init(&scratch, (size_t)1 << 30);
    uint32_t count = banks->changes[0].count;
    uint32_t *order = TD_NEW_ARRAY(&arena, (size_t)count * 2, uint32_t);
    parser_trainer trainer = {.labels = td_relation_count(), .random = options.seed};
    td_parser_net_init(&trainer.net, trainer.labels, options.dropout, options.seed + 1);
    for (uint32_t i = 0; i < count; i++) {
        td_arena_reset(&scratch);
        count_features(&trainer.net, &banks->changes[TREEBANK_AS_WRITTEN].items[i], &scratch);
    }
    td_parser_net_fill(&trainer.net);
    for (; trainer.epoch < options.epochs; trainer.epoch++) {
        learn_pass(&trainer, banks, order, options, &scratch);
    }
    td_parser_net_write(&trainer.net, trainer.labels, out);
    td_parser_net_release(&trainer.net);
    td_arena_release(&scratch);
    td_arena_release(&arena);
}
