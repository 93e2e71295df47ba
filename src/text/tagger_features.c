/* Features of the tagger. Input: the shape of a word. Output: hashes of its form, ends and outline. */

#include "text/tagger_features.h"

void td_tagger_word_features(const td_word_shape *s, uint64_t f[TD_TAGGER_WORD_FEATURES]) {
    uint32_t t = 600;
#define ADD(a, b) (*f++ = td_feature_hash(++t, (a), (b)))
    ADD(s->lower, 0);
    ADD(s->lower, s->outline);
    ADD(s->outline, 0);
    ADD(s->suffix[0], s->outline);
    ADD(s->suffix[1], s->outline);
    ADD(s->suffix[1], 0);
    ADD(s->suffix[2], 0);
    ADD(s->suffix[3], 0);
    ADD(s->prefix[0], 0);
    ADD(s->prefix[1], 0);
    ADD(s->prefix[2], 0);
    ADD(s->prefix[3], 0);
    ADD(s->outline, s[-1].lower == 0 ? 1 : 2); /* whether it begins the sentence */
#undef ADD
}
