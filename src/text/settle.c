/*
 * Settled tags.
 * Input: the tagged, then parsed tokens of a sentence. Output: the same, some parts of speech set right.
 */

#include "text/settle.h"

#include "text/signs.h"

/* So many tokens a dateline may have, dash included: "PORT-AU-PRINCE, Haiti, Jan. 14 (Newsline) -". */
#define DATELINE_MAXIMUM 16u

static bool is_dash(td_view text, const td_token *token) {
    td_view word = td_span_text(text, token->span);
    return td_character_at(word, 0).sign == TD_SIGN_DASH &&
           (token->features & TD_FEATURE_SPACE_BEFORE || word.size > 1);
}

/* "HARAR, May 3 (Newsline) - The envoy left": words in capitals that begin a sentence in small letters are a name. */
void td_settle_dateline(td_view text, td_token *tokens, uint32_t count) {
    uint32_t capitals = 0, dash = 0;
    while (capitals < count && tokens[capitals].features & TD_FEATURE_ALL_CAPITALS) capitals++;
    if (capitals == 0) return;
    for (uint32_t i = capitals; i + 1 < count && i < DATELINE_MAXIMUM && !dash; i++)
        if (is_dash(text, &tokens[i])) dash = i;
    if (!dash || tokens[dash + 1].features & TD_FEATURE_ALL_CAPITALS) return;
    for (uint32_t i = 0; i < capitals; i++) {
        tokens[i].part_of_speech = TD_POS_PROPER_NOUN;
        tokens[i].features &= ~(uint32_t)(TD_FEATURE_PAST | TD_FEATURE_PRESENT | TD_FEATURE_INFINITIVE |
                                          TD_FEATURE_GERUND | TD_FEATURE_PARTICIPLE | TD_FEATURE_THIRD);
    }
}

static bool is_part_of_name(const td_token *token) {
    bool adjective = token->part_of_speech == TD_POS_ADJECTIVE && token->features & TD_FEATURE_CAPITAL &&
                     !(token->features & TD_FEATURE_SENTENCE_FIRST);
    return adjective || token->part_of_speech == TD_POS_PROPER_NOUN;
}

/* "High Negotiations Committee": a noun with a capital between two parts of a name is a part of it. */
void td_settle_names(td_token *tokens, uint32_t count) {
    for (uint32_t i = 1; i + 1 < count; i++) {
        bool inside = is_part_of_name(&tokens[i - 1]) && tokens[i + 1].part_of_speech == TD_POS_PROPER_NOUN;
        if (inside && tokens[i].part_of_speech == TD_POS_NOUN && tokens[i].features & TD_FEATURE_CAPITAL)
            tokens[i].part_of_speech = TD_POS_PROPER_NOUN;
    }
}

/* "ethnic cleansing", "the shelling": an -ing form that an adjective or an article describes is a noun. */
void td_settle_gerunds(td_token *tokens, uint32_t count) {
    for (uint32_t i = 0; i + 1 < count; i++) {
        td_token *gerund = &tokens[i + 1];
        bool described = tokens[i].head == i + 2 && (td_view_equal(tokens[i].relation, TD_VIEW("amod")) ||
                                                     td_view_equal(tokens[i].relation, TD_VIEW("det")));
        if (!described || gerund->part_of_speech != TD_POS_VERB || !(gerund->features & TD_FEATURE_GERUND)) continue;
        gerund->part_of_speech = TD_POS_NOUN;
        gerund->features &= ~(uint32_t)TD_FEATURE_GERUND;
    }
}
