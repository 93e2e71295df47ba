#ifndef TD_TEXT_TAGGER_H
#define TD_TEXT_TAGGER_H

/*
 * Part of speech and morphology of the tokens of one sentence, by a trained model that is read in place
 * (td_lexicon_block(lexicon, "tagger.model"); data/models/reader.md says how it was made).
 */

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"
#include "model/report.h"
#include "text/feature_rows.h"
#include "text/recurrent.h"

#define TD_TAGS_MAXIMUM 64
#define TD_TAGGER_VERSION 2
#define TD_TAGGER_LAYERS 2

/* What a tag stands for. */
typedef struct td_tag_meaning {
    uint8_t part_of_speech; /* td_part_of_speech */
    uint8_t reserved;
    uint16_t features; /* of TD_TAGGER_FEATURES */
} td_tag_meaning;

/* The bits of td_token.features that the tagger sets or clears; all others it leaves as they are. */
#define TD_TAGGER_FEATURES                                                                                      \
    (TD_FEATURE_PAST | TD_FEATURE_PRESENT | TD_FEATURE_INFINITIVE | TD_FEATURE_GERUND | TD_FEATURE_PARTICIPLE | \
     TD_FEATURE_PLURAL | TD_FEATURE_THIRD)

/* The model as it lies in its file; behind it the rows of word features. */
typedef struct td_tagger_block {
    char magic[8]; /* "tdtags" */
    uint32_t version;
    uint32_t tags;
    int32_t word_scale; /* of the rows, see td_scaled() */
    uint32_t reserved[11];
    td_tag_meaning meanings[TD_TAGS_MAXIMUM];
    int16_t sigmoid[TD_SIGMOID_STEPS];
    td_lowest_layer lowest;
    td_upper_layer upper[TD_TAGGER_LAYERS - 1];
    int16_t out[TD_TAGS_MAXIMUM][TD_BOTH];
    int32_t out_bias[TD_TAGS_MAXIMUM];
} td_tagger_block;
_Static_assert(sizeof(td_tagger_block) % 64 == 0, "the rows behind the block must stay aligned");

/* A view of the model: it owns nothing, is never written after it was opened and may be shared by threads. */
typedef struct td_tagger {
    const td_tagger_block *block;
    td_feature_rows words;
} td_tagger;

/*
 * Check `model` (aligned to 64 bytes, to outlive the tagger) and point `tagger` into it. TD_ERROR_INPUT says what is
 * wrong with it: absent, of another version, damaged.
 */
int td_tagger_open(td_view model, td_tagger *tagger, td_error *error);

/*
 * Fill part_of_speech and the TD_TAGGER_FEATURES of the `count` tokens of one sentence; only their spans, into `text`,
 * need be set. Time is linear in `count`. `scratch` is emptied and used for no more than a part of a long sentence at a
 * time: it must be the caller's for this purpose alone.
 */
void td_tagger_tag(const td_tagger *tagger, td_view text, td_token *tokens, uint32_t count, td_arena *scratch);

#endif
