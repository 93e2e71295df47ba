/*
 * Likeness of sentences.
 * Input: two sentences, or a sentence and a story. Output: how much of what
 * they say is the same, by the rarity of the words (weighted Dice), and where
 * the story says so.
 */

#include "resolve/mixed_likeness.h"

#define SENTENCES_SEARCHED 400 /* of a report */
#define REPORTS_SEARCHED 12    /* of a story, for the likest sentence */

static double weight_of(const td_comparison *comparison, const td_outline *outline,
                        const td_outline_sentence *sentence) {
    double weight = 0;
    for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
        weight += td_comparison_rarity(comparison, outline->terms.items[at]);
    return weight;
}

static double likeness_of(const td_comparison *comparison, const td_outline *a, const td_outline_sentence *one,
                          const td_outline *b, const td_outline_sentence *other) {
    double shared = 0;
    uint32_t i = one->terms_start, j = other->terms_start;
    while (i < one->terms_end && j < other->terms_end) {
        uint64_t x = a->terms.items[i], y = b->terms.items[j];
        if (x == y) shared += td_comparison_rarity(comparison, x);
        i += x <= y;
        j += y <= x;
    }
    if (shared <= 0) return 0;
    return 2 * shared / (weight_of(comparison, a, one) + weight_of(comparison, b, other));
}

double td_story_likest(const td_comparison *comparison, td_index story, td_index except, td_index report,
                       uint32_t sentence, td_evidence *where) {
    const td_outline *outline = &comparison->outlines[report];
    double best = 0;
    uint32_t searched = 0;
    for (td_each(other, &comparison->record->stories.items[story].reports)) {
        if (*other == except) continue;
        if (searched++ == REPORTS_SEARCHED) break;
        const td_outline *there = &comparison->outlines[*other];
        for (uint32_t at = 0; at < there->sentences.count && at < SENTENCES_SEARCHED; at++) {
            const td_outline_sentence *candidate = &there->sentences.items[at];
            double like = likeness_of(comparison, outline, &outline->sentences.items[sentence], there, candidate);
            if (like <= best) continue;
            best = like;
            *where = (td_evidence){*other, candidate->span};
        }
    }
    return best;
}
