/*
 * Training the tagger. Input: treebanks. Output: the model's bytes.
 *
 * The averaged perceptron of Collins, "Discriminative training methods for hidden Markov models", 2002, decoded
 * greedily; the tags before are those that the learner itself gave, so that it learns to live with its mistakes.
 * One sentence in a few is learned a second time as a headline or in capitals.
 */

#include "tagger_training.h"

#include <stdio.h>
#include <stdlib.h>

#include "learner.h"
#include "text/tagger.h"
#include "text/tagger_features.h"

#define FEATURES (TD_TAGGER_WORD_FEATURES + TD_TAGGER_HISTORY_FEATURES)
#define TAGS_MAXIMUM 62u /* TD_TAG_OUTSIDE must stay free */

/* Of 32 sentences so many are learned once more, with other capitals. */
#define CAPITALS_OF_32 2
#define HEADLINES_OF_32 3

/* A joint tag: part of speech, morphology and the treebank's finer distinction. */
typedef struct joint_tag {
    enum td_part_of_speech part_of_speech;
    uint32_t features;
    bool imperative;
    td_view fine;
    uint32_t count;
} joint_tag;

typedef struct tag_set {
    TD_ARRAY(joint_tag) tags; /* most frequent first once settled */
    uint32_t used;
} tag_set;

/* How alike a tag and a word's annotation are; 4 is the same. */
static int likeness(const joint_tag *tag, const td_treebank_word *word) {
    if (tag->part_of_speech != word->part_of_speech) return 0;
    if (tag->features != word->features) return 1;
    bool fine = td_view_equal(tag->fine, word->fine_tag);
    return 2 + (tag->imperative == word->imperative) + fine;
}

static uint32_t nearest_tag(const tag_set *set, const td_treebank_word *word, uint32_t count) {
    uint32_t best = 0;
    int best_likeness = -1;
    for (uint32_t i = 0; i < count; i++) {
        int found = likeness(&set->tags.items[i], word);
        if (found > best_likeness) {
            best = i;
            best_likeness = found;
        }
        if (found == 4) break;
    }
    return best;
}

static int frequent_first(const void *left, const void *right) {
    const joint_tag *a = left, *b = right;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    int order = td_view_compare(a->fine, b->fine);
    if (order) return order;
    if (a->part_of_speech != b->part_of_speech) return a->part_of_speech < b->part_of_speech ? -1 : 1;
    if (a->features != b->features) return a->features < b->features ? -1 : 1;
    return a->imperative - b->imperative;
}

static tag_set make_tag_set(const td_treebank *bank, td_arena *arena) {
    tag_set set = {0};
    for (uint32_t s = 0; s < bank->count; s++) {
        for (uint32_t i = 0; i < bank->items[s].count; i++) {
            const td_treebank_word *word = &bank->items[s].words[i];
            uint32_t at = nearest_tag(&set, word, set.tags.count);
            if (at < set.tags.count && likeness(&set.tags.items[at], word) == 4) {
                set.tags.items[at].count++;
                continue;
            }
            *td_push(arena, &set.tags) =
                (joint_tag){word->part_of_speech, word->features, word->imperative, word->fine_tag, 1};
        }
    }
    qsort(set.tags.items, set.tags.count, sizeof *set.tags.items, frequent_first);
    set.used = set.tags.count < TAGS_MAXIMUM ? set.tags.count : TAGS_MAXIMUM;
    return set;
}

static uint32_t best_of(const int32_t *sums, uint32_t columns) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < columns; i++) best = sums[i] > sums[best] ? i : best;
    return best;
}

static uint32_t learn_sentence(td_learner *learner, const tag_set *set, const td_treebank_sentence *sentence,
                               td_arena *scratch) {
    enum td_casing casing;
    const td_word_shape *shapes = td_word_shapes(sentence->text, sentence->tokens, sentence->count, scratch, &casing);
    uint32_t last = TD_TAG_OUTSIDE, before_last = TD_TAG_OUTSIDE, mistakes = 0;
    for (uint32_t i = 0; i < sentence->count; i++) {
        uint64_t features[FEATURES];
        int32_t sums[TD_FEATURE_COLUMNS_MAXIMUM];
        td_tagger_word_features(shapes + i, features);
        td_tagger_history_features(shapes + i, last, before_last, features + TD_TAGGER_WORD_FEATURES);
        td_learner_score(learner, features, FEATURES, sums);
        uint32_t guess = best_of(sums, learner->columns);
        uint32_t truth = nearest_tag(set, &sentence->words[i], set->used);
        learner->clock++;
        if (guess != truth) {
            td_learner_update(learner, features, FEATURES, truth, guess);
            mistakes++;
        }
        before_last = last;
        last = guess;
    }
    return mistakes;
}

static void write_model(const td_learner *learner, const tag_set *set, uint32_t row_maximum, td_buffer *out) {
    td_tag_meaning meanings[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
    for (uint32_t i = 0; i < set->used; i++) {
        meanings[i].part_of_speech = (uint8_t)set->tags.items[i].part_of_speech;
        meanings[i].features = (uint16_t)set->tags.items[i].features;
    }
    td_buffer_add(out, (td_view){(const char *)meanings, sizeof meanings});
    td_learner_write(learner, (td_learner_cut){.row_maximum = row_maximum, .updates_minimum = 3}, out);
}

void td_tagger_train(const td_treebank *bank, td_tagger_options options, td_buffer *out) {
    td_arena arena, scratch;
    td_arena_init(&arena, (size_t)1 << 30);
    td_arena_init(&scratch, (size_t)1 << 30);
    tag_set set = make_tag_set(bank, &arena);
    uint32_t *order = TD_NEW_ARRAY(&arena, bank->count, uint32_t);
    uint32_t count = 0;
    for (uint32_t i = 0; i < bank->count; i++) {
        if (!options.held_out_parts || i % options.held_out_parts != options.held_out) order[count++] = i;
    }
    td_learner learner;
    td_learner_init(&learner, set.used);
    uint64_t random = options.seed;
    for (uint32_t epoch = 0; epoch < options.epochs; epoch++) {
        uint32_t mistakes = 0;
        td_random_shuffle(order, count, &random);
        for (uint32_t i = 0; i < count; i++) {
            const td_treebank_sentence *sentence = &bank->items[order[i]];
            td_arena_reset(&scratch);
            mistakes += learn_sentence(&learner, &set, sentence, &scratch);
            uint64_t dice = td_random_next(&random) % 32;
            if (dice >= CAPITALS_OF_32 + HEADLINES_OF_32) continue;
            td_treebank_sentence copy =
                td_treebank_recase(sentence, dice < CAPITALS_OF_32 ? TREEBANK_CAPITALS : TREEBANK_HEADLINE, &scratch);
            learn_sentence(&learner, &set, &copy, &scratch);
        }
        fprintf(stderr, "  pass %u: %u mistakes\n", epoch + 1, mistakes);
    }
    write_model(&learner, &set, options.row_maximum, out);
    td_learner_release(&learner);
    td_arena_release(&scratch);
    td_arena_release(&arena);
}
