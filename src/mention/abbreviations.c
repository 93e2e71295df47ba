/*
 * Abbreviations and what they stand for.
 * Input: a candidate. Output: the hash of its initials, or of its own letters where it is an abbreviation.
 *
 * A name and its abbreviation have the same letters (Schwartz and Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text", 2003, simplified).
 */

#include "base/hash.h"
#include "mention/naming.h"

#define MOST_INITIALS 8

uint64_t td_name_initials(const td_naming *naming, const td_candidate *candidate, bool small_too) {
    char letters[MOST_INITIALS];
    size_t length = 0, words = 0;
    for (td_index i = candidate->first; i < candidate->end; i++) {
        const td_token *token = td_naming_token(naming, i);
        unsigned char c = (unsigned char)naming->report->text.bytes[token->span.start];
        bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        bool large = token->features & TD_FEATURE_CAPITAL;
        if (!letter || (!large && (!small_too || td_token_is(naming, i, "the")))) continue;
        if (length == MOST_INITIALS) return 0;
        letters[length++] = (char)(c & ~0x20);
        words += large;
    }
    return words >= 2 ? td_hash((td_view){letters, length}) : 0;
}

uint64_t td_name_abbreviation(const td_naming *naming, const td_candidate *candidate) {
    if (candidate->end - candidate->first != 1) return 0;
    if (!(td_naming_token(naming, candidate->first)->features & TD_FEATURE_ALL_CAPITALS)) return 0;
    char letters[MOST_INITIALS];
    size_t length = 0;
    td_view text = td_candidate_text(naming, candidate);
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '.') continue;
        if (length == MOST_INITIALS || text.bytes[i] < 'A' || text.bytes[i] > 'Z') return 0;
        letters[length++] = text.bytes[i];
    }
    return length >= 2 ? td_hash((td_view){letters, length}) : 0;
}
