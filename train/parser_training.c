/*
 * Training the parser. Input: tagged treebanks. Output: the model's bytes.
 *
 * Goldberg and Nivre, "Training deterministic parsers with non-deterministic oracles", 2013: after the first pass
 * the parser mostly follows its own choices, right or wrong, and is told at each step what would lose least. The
 * relation is learned on arcs that are right.
 */

#include "parser_training.h"

#include <stdio.h>

#include "gold_tree.h"
#include "learner.h"
#include "text/feature_rows.h"
#include "text/parser_features.h"
#include "text/relations.h"

/* Of 32 sentences so many are learned once more, with other capitals. */
#define CAPITALS_OF_32 1
#define HEADLINES_OF_32 3
/* Of 10 steps so many follow the parser's own choice. */
#define EXPLORE_OF_10 9

typedef struct parser_trainer {
    td_learner actions, labels;
    uint64_t random;
    uint32_t epoch;
    uint64_t steps, wrong_steps, arcs, wrong_labels;
} parser_trainer;

typedef struct choice {
    enum td_parser_action guess; /* what scores best */
    enum td_parser_action good;  /* what scores best among those that lose least */
    bool right;
} choice;

static choice choose(const td_gold_tree *tree, const td_parser_state *state, const int32_t *sums) {
    uint32_t costs[TD_ACTION_COUNT], least = UINT32_MAX;
    choice made = {0};
    bool any = false;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        costs[a] = UINT32_MAX;
        if (!td_parser_state_allows(state, a)) continue;
        costs[a] = td_gold_tree_cost(tree, state, a);
        if (costs[a] < least) least = costs[a];
        if (!any || sums[a] > sums[made.guess]) made.guess = a;
        any = true;
    }
    any = false;
    for (uint32_t a = 0; a < TD_ACTION_COUNT; a++) {
        if (costs[a] != least) continue;
        if (!any || sums[a] > sums[made.good]) made.good = a;
        any = true;
    }
    made.right = costs[made.guess] == least;
    return made;
}

/* The relation the labeller gives to the arc; it learns when the arc is true. */
static uint32_t label_arc(parser_trainer *trainer, const td_gold_tree *tree, const td_parser_state *state,
                          uint32_t head) {
    uint64_t features[TD_PARSER_FEATURES_MAXIMUM];
    int32_t sums[TD_FEATURE_COLUMNS_MAXIMUM];
    uint32_t child = td_parser_state_stack(state, 0);
    if (head == tree->count) return TD_RELATION_ROOT;
    uint32_t count = td_parser_label_features(state, head, child, features);
    td_learner_score(&trainer->labels, features, count, sums);
    uint32_t guess = TD_RELATION_ROOT + 1;
    for (uint32_t i = guess + 1; i < trainer->labels.columns; i++) guess = sums[i] > sums[guess] ? i : guess;
    uint32_t truth = tree->relations[child];
    if (tree->heads[child] != head || truth == TD_RELATION_ROOT) return guess;
    trainer->labels.clock++;
    trainer->arcs++;
    if (guess == truth) return guess;
    trainer->wrong_labels++;
    td_learner_update(&trainer->labels, features, count, truth, guess);
    return guess;
}

static void learn_sentence(parser_trainer *trainer, const td_treebank_sentence *sentence, td_arena *scratch) {
    td_gold_tree tree = td_gold_tree_make(sentence, scratch);
    td_parser_state state;
    td_parser_state_init(&state, sentence->text, sentence->tokens, sentence->count, scratch);
    while (!td_parser_state_done(&state)) {
        uint64_t features[TD_PARSER_FEATURES_MAXIMUM];
        int32_t sums[TD_FEATURE_COLUMNS_MAXIMUM];
        uint32_t count = td_parser_action_features(&state, features);
        td_learner_score(&trainer->actions, features, count, sums);
        choice made = choose(&tree, &state, sums);
        trainer->actions.clock++;
        trainer->steps++;
        if (!made.right) {
            trainer->wrong_steps++;
            td_learner_update(&trainer->actions, features, count, made.good, made.guess);
        }
        bool explore = trainer->epoch > 0 && td_random_next(&trainer->random) % 10 < EXPLORE_OF_10;
        enum td_parser_action action = explore ? made.guess : made.good;
        if (action == TD_ACTION_SHIFT) {
            tree.on_stack[state.next] = true;
            td_parser_state_shift(&state);
            continue;
        }
        uint32_t relation = label_arc(trainer, &tree, &state, td_parser_state_head(&state, action));
        tree.on_stack[td_parser_state_stack(&state, 0)] = false;
        td_parser_state_attach(&state, action, relation);
    }
}

static void learn_pass(parser_trainer *trainer, const td_tagged_banks *banks, const uint32_t *order,
                       td_arena *scratch) {
    trainer->steps = trainer->wrong_steps = trainer->arcs = trainer->wrong_labels = 0;
    for (uint32_t i = 0; i < banks->changes[0].count; i++) {
        td_arena_reset(scratch);
        learn_sentence(trainer, &banks->changes[TREEBANK_AS_WRITTEN].items[order[i]], scratch);
        uint64_t dice = td_random_next(&trainer->random) % 32;
        if (dice >= CAPITALS_OF_32 + HEADLINES_OF_32) continue;
        enum td_casing_change change = dice < CAPITALS_OF_32 ? TREEBANK_CAPITALS : TREEBANK_HEADLINE;
        learn_sentence(trainer, &banks->changes[change].items[order[i]], scratch);
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
    uint32_t *order = TD_NEW_ARRAY(&arena, count, uint32_t);
    for (uint32_t i = 0; i < count; i++) order[i] = i;
    parser_trainer trainer = {.random = options.seed};
    td_learner_init(&trainer.actions, TD_ACTION_COUNT);
    td_learner_init(&trainer.labels, td_relation_count());
    for (; trainer.epoch < options.epochs; trainer.epoch++) {
        td_random_shuffle(order, count, &trainer.random);
        learn_pass(&trainer, banks, order, &scratch);
    }
    td_learner_write(&trainer.actions, (td_learner_cut){options.action_rows, 2}, out);
    td_learner_write(&trainer.labels, (td_learner_cut){options.label_rows, 2}, out);
    td_learner_release(&trainer.actions);
    td_learner_release(&trainer.labels);
    td_arena_release(&scratch);
    td_arena_release(&arena);
}
