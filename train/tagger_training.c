/*
 * Training the tagger. Input: treebanks. Output: the model's bytes.
 *
 * Log loss, Adam, the rate falling to zero. One sentence in a few is learned as a headline or in capitals.
 */

#include "tagger_training.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cut.h"
#include "encoder_net.h"
#include "random.h"
#include "text/tagger.h"
#include "text/tagger_features.h"

#define TAGS_MAXIMUM 64u

/* Of 32 sentences so many are learned in capitals or as headlines. */
#define CAPITALS_OF_32 2
#define HEADLINES_OF_32 3
/* Sentences over which the rate rises to its full height. */
#define WARM_UP 1000
#define WORD_START 0.15f

/* A joint tag: part of speech, morphology and the treebank's finer distinction.
 */
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

typedef struct tagger_net {
    td_encoder_net encoder;
    td_dense out, out_bias;
    td_adam adam;
} tagger_net;

static uint64_t *sentence_features(const td_treebank_sentence *sentence, td_arena *scratch) {
    enum td_casing casing;
    const td_word_shape *shapes = td_word_shapes(sentence->text, sentence->tokens, sentence->count, scratch, &casing);
    uint64_t *features = TD_NEW_ARRAY(scratch, (size_t)sentence->count * TD_TAGGER_WORD_FEATURES, uint64_t);
    for (uint32_t i = 0; i < sentence->count; i++) {
        td_tagger_word_features(shapes + i, features + (size_t)i * TD_TAGGER_WORD_FEATURES);
    }
    return features;
}

static uint32_t best_of(const float *scores, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++) best = scores[i] > scores[best] ? i : best;
    return best;
}

/* Returns the number of mistakes. */
static uint32_t learn_sentence(tagger_net *net, const tag_set *set, const td_treebank_sentence *sentence,
                               td_arena *scratch) {
    uint32_t length = sentence->count, outputs = net->out.columns, mistakes = 0;
    td_encoding encoding;
    td_word_features features = {sentence_features(sentence, scratch), length, TD_TAGGER_WORD_FEATURES,
                                 TD_TAGGER_LEXICAL_FEATURES};
    td_encoder_net_forward(&net->encoder, features, scratch, &encoding);
    float *scores = TD_NEW_ARRAY(scratch, (size_t)length * outputs, float);
    for (uint32_t i = 0; i < length; i++) {
        memcpy(scores + (size_t)i * outputs, net->out_bias.value, outputs * sizeof *scores);
    }
    td_multiply_add(length, TD_BOTH, outputs, encoding.x[TD_TAGGER_LAYERS], net->out.value, scores);
    for (uint32_t i = 0; i < length; i++) {
        float *row = scores + (size_t)i * outputs;
        uint32_t truth = nearest_tag(set, &sentence->words[i], set->used);
        mistakes += best_of(row, set->used) != truth;
        td_softmax(row, set->used, NULL);
        row[truth] -= 1;
        for (uint32_t c = set->used; c < outputs; c++) row[c] = 0;
        for (uint32_t c = 0; c < outputs; c++) net->out_bias.gradient[c] += row[c];
    }
    td_gradient_add(length, TD_BOTH, outputs, encoding.x[TD_TAGGER_LAYERS], scores, net->out.gradient);
    td_multiply_add(length, outputs, TD_BOTH, scores, net->out.turned, encoding.dx[TD_TAGGER_LAYERS]);
    td_encoder_net_back(&net->encoder, &encoding, scratch);
    return mistakes;
}

static void write_model(const tagger_net *net, const tag_set *set, td_buffer *out) {
    static td_tagger_block block; /* larger than a stack likes */
    block = (td_tagger_block){.magic = "tdtags", .version = TD_TAGGER_VERSION, .tags = set->used};
    for (uint32_t i = 0; i < set->used; i++) {
        block.meanings[i].part_of_speech = (uint8_t)set->tags.items[i].part_of_speech;
        block.meanings[i].features = (uint16_t)set->tags.items[i].features;
    }
    td_cut_sigmoid(block.sigmoid);
    td_cut_layers(&net->encoder, &block.lowest, block.upper);
    td_cut_weights(&net->out, set->used, block.out[0]);
    td_cut_bias(&net->out_bias, set->used, block.out_bias);
    td_buffer rows;
    td_buffer_init(&rows, out->maximum);
    block.word_scale = td_cut_table(&net->encoder.words, &rows);
    td_buffer_add(out, (td_view){(const char *)&block, sizeof block});
    td_buffer_add(out, td_buffer_view(&rows));
    td_buffer_release(&rows);
}

static void count_features(tagger_net *net, const td_treebank_sentence *sentence, td_arena *scratch) {
    const uint64_t *features = sentence_features(sentence, scratch);
    for (size_t k = 0; k < (size_t)sentence->count * TD_TAGGER_WORD_FEATURES; k++) {
        td_table_count(&net->encoder.words, features[k]);
    }
}

static uint32_t learn_pass(tagger_net *net, const tag_set *set, const td_treebank *bank, const uint32_t *order,
                           uint32_t count, uint32_t epoch, td_tagger_options options, td_arena *scratch) {
    uint32_t mistakes = 0;
    for (uint32_t i = 0; i < count; i++) {
        td_arena_reset(scratch);
        uint64_t dice = td_random_next(&net->encoder.random) % 32;
        enum td_casing_change change = dice < CAPITALS_OF_32                     ? TREEBANK_CAPITALS
                                       : dice < CAPITALS_OF_32 + HEADLINES_OF_32 ? TREEBANK_HEADLINE
                                                                                 : TREEBANK_AS_WRITTEN;
        td_treebank_sentence sentence = td_treebank_recase(&bank->items[order[i]], change, scratch);
        mistakes += learn_sentence(net, set, &sentence, scratch);
        if ((i + 1) % options.batch != 0 && i + 1 != count) continue;
        float done = (float)epoch * (float)count + (float)i, total = (float)options.epochs * (float)count;
        td_adam_step(&net->adam, options.rate * (done < WARM_UP ? done / WARM_UP : 1) * (1 - done / total));
        td_encoder_net_update(&net->encoder, &net->adam);
        td_dense_update(&net->out, &net->adam);
        td_dense_update(&net->out_bias, &net->adam);
    }
    return mistakes;
}

void td_tagger_train(const td_treebank *bank, td_tagger_options options, td_buffer *out) {
    td_arena arena, scratch;
    td_arena_init(&arena, (size_t)1 << 30);
    td_arena_init(&scratch, (size_t)1 << 30);
    tag_set set = make_tag_set(bank, &arena);
    uint32_t *order = TD_NEW_ARRAY(&arena, bank->count, uint32_t);
    uint32_t count = 0;
    tagger_net net = {.adam = TD_ADAM_INIT};
    td_encoder_net_init(&net.encoder, TD_TAGGER_LAYERS, options.dropout, options.seed);
    td_dense_init(&net.out, TD_BOTH, (set.used + 3) / 4 * 4, false, &net.encoder.random);
    td_dense_init(&net.out_bias, 1, (set.used + 3) / 4 * 4, true, &net.encoder.random);
    for (uint32_t i = 0; i < bank->count; i++) {
        if (options.held_out_parts && i % options.held_out_parts == options.held_out) continue;
        order[count++] = i;
        td_arena_reset(&scratch);
        count_features(&net, &bank->items[i], &scratch);
    }
    td_table_fill(&net.encoder.words, WORD_START, &net.encoder.random);
    for (uint32_t epoch = 0; epoch < options.epochs; epoch++) {
        td_random_shuffle(order, count, &net.encoder.random);
        uint32_t mistakes = learn_pass(&net, &set, bank, order, count, epoch, options, &scratch);
        fprintf(stderr, "  pass %u: %u mistakes\n", epoch + 1, mistakes);
    }
    write_model(&net, &set, out);
    td_encoder_net_release(&net.encoder);
    td_dense_release(&net.out);
    td_dense_release(&net.out_bias);
    td_arena_release(&scratch);
    td_arena_release(&arena);
}
