#ifndef TD_TEXT_TAGGER_FEATURES_H
#define TD_TEXT_TAGGER_FEATURES_H

/* What the tagger sees of a word, one list for its training and its use. */

#include <stdint.h>

#include "text/word_shape.h"

#define TD_TAGGER_WORD_FEATURES 13
#define TD_TAGGER_LEXICAL_FEATURES 2 /* the first ones, which hold the word itself */

/* Features of the word at shapes[0], which has its margins. */
void td_tagger_word_features(const td_word_shape *shapes, uint64_t features[TD_TAGGER_WORD_FEATURES]);

#endif
