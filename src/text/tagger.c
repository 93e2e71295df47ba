/*
 * The tagger. Input: the tokens of one sentence. Output: their parts of speech and morphology.
 *
 * Recurrent layers in both directions over what each word looks like, then one linear choice a word (after Plank,
 * Sogaard and Goldberg, "Multilingual part-of-speech tagging with bidirectional long short-term memory models", 2016).
 */

#include "text/tagger.h"

#include <string.h>

#include "text/tagger_features.h"

/* A longer sentence is no sentence but a list or rubbish: it is tagged in parts. */
#define PART_MAXIMUM 1024u

static bool meanings_exist(const td_tagger_block *block) {
    for (uint32_t i = 0; i < block->tags; i++) {
        const td_tag_meaning *meaning = &block->meanings[i];
        if (meaning->part_of_speech >= TD_POS_COUNT || meaning->features & ~TD_TAGGER_FEATURES) return false;
    }
    return true;
}

static td_layers layers_of(const td_tagger_block *block) {
    return (td_layers){block->sigmoid, &block->lowest, block->upper, TD_TAGGER_LAYERS - 1};
}

static bool numbers_fit(const td_tagger_block *block) {
    return td_scale_fits(block->word_scale) && td_layers_fit(layers_of(block)) &&
           td_weights_fit(&block->out[0][0], TD_TAGS_MAXIMUM, TD_BOTH) &&
           td_biases_fit(block->out_bias, TD_TAGS_MAXIMUM);
}

int td_tagger_open(td_view model, td_tagger *tagger, td_error *error) {
    if (!td_view_present(model)) {
        return td_error_set(error, TD_ERROR_INPUT, "the pack holds no tagger model; build the pack again");
    }
    if (model.size < sizeof(td_tagger_block) || (uintptr_t)model.bytes % 64 != 0) {
        return td_error_set(error, TD_ERROR_INPUT,
                            "the tagger model is cut short or not aligned; build the pack again");
    }
    const td_tagger_block *block = (const td_tagger_block *)(const void *)model.bytes;
    if (memcmp(block->magic, "tdtags\0", sizeof block->magic) != 0) {
        return td_error_set(error, TD_ERROR_INPUT, "the tagger model is none: its first bytes are wrong");
    }
    if (block->version != TD_TAGGER_VERSION) {
        return td_error_set(error, TD_ERROR_INPUT, "the tagger model is of version %u, this program reads %u",
                            block->version, (unsigned)TD_TAGGER_VERSION);
    }
    if (block->tags < 2 || block->tags > TD_TAGS_MAXIMUM || !meanings_exist(block) || !numbers_fit(block)) {
        return td_error_set(error, TD_ERROR_INPUT, "the tagger model is damaged: numbers out of range");
    }
    size_t size = 0;
    tagger->block = block;
    int status = td_feature_rows_open(td_view_slice(model, sizeof *block, model.size), &tagger->words, &size, error);
    if (status < 0) return status;
    if (tagger->words.stride != TD_WIDTH || tagger->words.columns != TD_WIDTH) {
        return td_error_set(error, TD_ERROR_INPUT,
                            "the tagger model has rows of another width than this program knows");
    }
    return TD_OK;
}

static void tag_part(const td_tagger *tagger, td_view text, td_token *tokens, uint32_t count, td_arena *scratch) {
    const td_tagger_block *block = tagger->block;
    enum td_casing casing;
    td_arena_reset(scratch);
    const td_word_shape *shapes = td_word_shapes(text, tokens, count, scratch, &casing);
    int16_t *x = TD_NEW_ARRAY(scratch, (size_t)count * TD_WIDTH, int16_t);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t features[TD_TAGGER_WORD_FEATURES];
        int16_t sums[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
        td_tagger_word_features(shapes + i, features);
        td_feature_rows_add(&tagger->words, features, TD_TAGGER_WORD_FEATURES, sums);
        for (uint32_t c = 0; c < TD_WIDTH; c++) {
            x[(size_t)i * TD_WIDTH + c] = td_saturate(td_scaled(sums[c], block->word_scale));
        }
    }
    const int16_t *h = td_layers_run(layers_of(block), count, x, scratch);
    td_output output = {&block->out[0][0], block->out_bias, TD_BOTH, 0, block->tags};
    for (uint32_t i = 0; i < count; i++) {
        const td_tag_meaning *meaning = &block->meanings[td_output_best(&output, h + (size_t)i * TD_BOTH)];
        tokens[i].part_of_speech = meaning->part_of_speech;
        tokens[i].features = (tokens[i].features & ~(uint32_t)TD_TAGGER_FEATURES) | meaning->features;
    }
}

void td_tagger_tag(const td_tagger *tagger, td_view text, td_token *tokens, uint32_t count, td_arena *scratch) {
    for (uint32_t start = 0; start < count; start += PART_MAXIMUM) {
        uint32_t part = count - start < PART_MAXIMUM ? count - start : PART_MAXIMUM;
        tag_part(tagger, text, tokens + start, part, scratch);
    }
}
