/*
 * The tagger. Input: the tokens of one sentence. Output: their parts of speech and morphology.
 *
 * Greedy, from left to right, with a linear classifier trained as an averaged perceptron (Collins 2002): fast, and
 * within a few tenths of a per cent of a search over tag sequences.
 */

#include "text/tagger.h"

#include <string.h>

#include "text/tagger_features.h"

/* The block begins with a page of meanings, then the rows follow. */
#define MEANINGS_BYTES (TD_FEATURE_COLUMNS_MAXIMUM * sizeof(td_tag_meaning))
_Static_assert(MEANINGS_BYTES % 64 == 0, "the rows behind the meanings must stay aligned");

int td_tagger_open(td_view model, td_tagger *tagger, td_error *error) {
    if (!td_view_present(model)) {
        return td_error_set(error, TD_ERROR_INPUT, "the pack holds no tagger model; build the pack again");
    }
    if (model.size < MEANINGS_BYTES) {
        return td_error_set(error, TD_ERROR_INPUT, "the tagger model is cut short; build the pack again");
    }
    size_t size = 0;
    int status = td_feature_rows_open(td_view_slice(model, MEANINGS_BYTES, model.size), &tagger->rows, &size, error);
    if (status < 0) return status;
    tagger->meanings = (const td_tag_meaning *)(const void *)model.bytes;
    for (uint32_t i = 0; i < tagger->rows.columns; i++) {
        if (tagger->meanings[i].part_of_speech >= TD_POS_COUNT || tagger->meanings[i].features & ~TD_TAGGER_FEATURES) {
            return td_error_set(error, TD_ERROR_INPUT, "the tagger model names a tag that does not exist");
        }
    }
    return TD_OK;
}

static uint32_t best_column(const int16_t *sums, uint32_t columns) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < columns; i++) best = sums[i] > sums[best] ? i : best;
    return best;
}

void td_tagger_tag(const td_tagger *tagger, td_view text, td_token *tokens, uint32_t count, td_arena *scratch) {
    enum td_casing casing;
    const td_word_shape *shapes = td_word_shapes(text, tokens, count, scratch, &casing);
    uint32_t last = TD_TAG_OUTSIDE, before_last = TD_TAG_OUTSIDE;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t features[TD_TAGGER_WORD_FEATURES + TD_TAGGER_HISTORY_FEATURES];
        int16_t sums[TD_FEATURE_COLUMNS_MAXIMUM] = {0};
        td_tagger_word_features(shapes + i, features);
        td_tagger_history_features(shapes + i, last, before_last, features + TD_TAGGER_WORD_FEATURES);
        td_feature_rows_add(&tagger->rows, features, TD_TAGGER_WORD_FEATURES + TD_TAGGER_HISTORY_FEATURES, sums);
        before_last = last;
        last = best_column(sums, tagger->rows.columns);
        tokens[i].part_of_speech = tagger->meanings[last].part_of_speech;
        tokens[i].features &= ~(uint32_t)TD_TAGGER_FEATURES;
        tokens[i].features |= tagger->meanings[last].features;
    }
}
