/*
 * Features of the tagger. Input: the shapes of the words about a token and the tags already given. Output: hashes.
 *
 * The templates are those of Ratnaparkhi, "A maximum entropy model for part-of-speech tagging", 1996, and Collins,
 * "Discriminative training methods for hidden Markov models", 2002, with the ends of neighbouring words.
 */

#include "text/tagger_features.h"

void td_tagger_word_features(const td_word_shape *s, uint64_t *f) {
    uint32_t t = 0;
#define ADD(a, b) (*f++ = td_feature_hash(++t, (a), (b)))
    ADD(s[0].lower, 0);
    ADD(s[0].outline, 0);
    ADD(s[0].lower, s[0].outline);
    ADD(s[0].suffix[0], s[0].outline);
    ADD(s[0].suffix[1], s[0].outline);
    ADD(s[0].suffix[2], 0);
    ADD(s[0].suffix[2], s[0].outline);
    ADD(s[0].suffix[3], 0);
    ADD(s[0].prefix[0], 0);
    ADD(s[0].prefix[1], 0);
    ADD(s[0].prefix[2], 0);
    ADD(s[0].prefix[3], 0);
    ADD(s[-1].lower, 0);
    ADD(s[-2].lower, 0);
    ADD(s[1].lower, 0);
    ADD(s[2].lower, 0);
    ADD(s[-1].lower, s[0].lower);
    ADD(s[0].lower, s[1].lower);
    ADD(s[-1].lower, s[1].lower);
    ADD(s[1].lower, s[2].lower);
    ADD(s[1].suffix[2], 0);
    ADD(s[1].suffix[1], s[0].suffix[1]);
    ADD(s[1].outline, s[0].outline);
    ADD(s[-1].outline, s[0].outline);
    ADD(s[2].suffix[2], s[1].suffix[1]);
    ADD(s[-1].suffix[2], s[0].suffix[2]);
    ADD(s[0].outline, s[-1].lower == 0 ? 1 : 2);
#undef ADD
}

void td_tagger_history_features(const td_word_shape *s, uint32_t last, uint32_t before_last, uint64_t *f) {
    uint32_t t = 64;
    uint64_t both = last << 8 | before_last;
#define ADD(a, b) (*f++ = td_feature_hash(++t, (a), (b)))
    ADD(last, 0);
    ADD(both, 0);
    ADD(s[0].lower, last);
    ADD(s[0].suffix[2], last);
    ADD(s[1].lower, last);
    ADD(s[0].lower, both);
    ADD(s[1].suffix[2], (uint64_t)s[0].suffix[1] << 8 | last);
    ADD(s[0].outline, last);
#undef ADD
}
