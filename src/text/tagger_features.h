#ifndef TD_TEXT_TAGGER_FEATURES_H
#define TD_TEXT_TAGGER_FEATURES_H

/* What the tagger looks at, one list for its training and its use. */

#include <stdint.h>

#include "text/word_shape.h"

#define TD_TAGGER_WORD_FEATURES 27
#define TD_TAGGER_HISTORY_FEATURES 8

/* Tags before the sentence. */
#define TD_TAG_OUTSIDE 63u

/* Features of the words about shapes[0], which has its margins: `features` takes TD_TAGGER_WORD_FEATURES. */
void td_tagger_word_features(const td_word_shape *shapes, uint64_t *features);

/* Features of the two tags before: `features` takes TD_TAGGER_HISTORY_FEATURES. */
void td_tagger_history_features(const td_word_shape *shapes, uint32_t last, uint32_t before_last, uint64_t *features);

#endif
