/*
 * Whether a cue tells that something is said or thought at all.
 * Input: an attribution as the grammar gives it. Output: it again, with the verb that governs an infinitive joined to
 * the cue; or nothing, where nobody is told to have said or thought anything.
 *
 * "To end the dispute", "for calling it off", "could oppose" name an act without telling that it took place. "Refused
 * to confirm", "went on to warn" do tell, and what they tell lies in both verbs: the cue is the whole of them.
 */

#include "mention/quotes_grammar.h"

#define LONGEST_MATRIX 8 /* tokens from the verb that governs an infinitive to it */

static bool holds_punctuation(const td_quoting *quoting, td_index first, td_index end) {
    for (td_index i = first; i < end; i++)
        if (td_quoting_token(quoting, i)->part_of_speech == TD_POS_PUNCTUATION) return true;
    return false;
}

/* The governing verb's own attribution is part of the joined one. */
static void merge_matrix(td_quoting *quoting, td_index head, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + head;
    const td_name_word *cue = td_cue_at(quoting, at, extents->token_end);
    if (cue && td_cue_has(cue, "aim")) made->stance = td_cue_stance(cue);
    const uint32_t *number = td_map_get(&quoting->cue_at, at);
    if (number && !td_range_present(made->speaker)) made->speaker = quoting->attributions.items[*number].speaker;
    td_quote_void(quoting, at);
}

/* "declined to confirm", "wants to say": one cue; "asked them to condemn", "plans to support": the act is the content.
 */
static bool tells_together(const td_quoting *quoting, td_index head, const td_name_word *above,
                           const td_name_word *cue) {
    if (quoting->extents.object[head] != TD_NONE) return false;
    bool says = td_cue_has(cue, "clause") && td_stance_spoken(td_cue_stance(cue));
    return says || td_cue_stance(above) == TD_STANCE_REJECT;
}

/* Joins "refused" to "to confirm"; false where nothing that tells governs the infinitive. */
static bool join_matrix(td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index head = td_quote_head(quoting, word), at = extents->token_start + head;
    if (head == TD_NONE || head > word || word - head > LONGEST_MATRIX) return false;
    enum td_part_of_speech part = td_quoting_token(quoting, at)->part_of_speech;
    bool governs = td_quote_related(quoting, word, "xcomp") && (part == TD_POS_VERB || part == TD_POS_ADJECTIVE);
    if (made->weak) return false;
    if (!governs || holds_punctuation(quoting, at, made->words.first)) return extents->clause[word] != TD_NONE;
    td_token_range matrix = td_quote_cue_words(quoting, head, 1);
    if (td_quoting_is(quoting, matrix.first, "to")) return extents->clause[word] != TD_NONE;
    const td_name_word *above = td_cue_at(quoting, at, extents->token_end);
    if (above && td_cue_has(above, "aim") && !tells_together(quoting, head, above, cue)) return false;
    merge_matrix(quoting, head, made);
    made->words.first = matrix.first;
    return true;
}

/* A gerund behind one of these is a thing spoken of: "for calling it off". */
static bool is_named_act(const td_quoting *quoting, const td_attribution *made) {
    static const char *const words[] = {"for", "of", "to", "without", "about", "from", "against", NULL};
    if (made->words.first == 0 || !(td_quoting_token(quoting, made->cue)->features & TD_FEATURE_GERUND)) return false;
    return td_quoting_is_any(quoting, made->words.first - 1, words);
}

/* "could oppose", "would welcome": no act of speech yet. */
static bool is_supposed(const td_quoting *quoting, const td_attribution *made) {
    static const char *const modals[] = {"can",    "could", "may",   "might", "must", "shall",
                                         "should", "will",  "would", "'ll",   "'d",   NULL};
    for (td_index i = made->words.first; i < made->cue; i++)
        if (td_quoting_token(quoting, i)->part_of_speech == TD_POS_AUXILIARY && td_quoting_is_any(quoting, i, modals))
            return true;
    return false;
}

/* "I think", "you know": the voice of whoever speaks here, not a report of what he said. */
static bool is_speech_itself(const td_quoting *quoting, const td_attribution *made) {
    static const char *const persons[] = {"I", "we", "you", NULL};
    return td_range_present(made->speaker) && made->speaker.first + 1 == made->speaker.end &&
           td_quoting_is_any(quoting, made->speaker.first, persons);
}

bool td_quote_is_told(td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    bool clause = td_cue_has(cue, "clause");
    if (is_speech_itself(quoting, made) || is_named_act(quoting, made)) return false;
    if (!clause && is_supposed(quoting, made)) return false;
    return !td_quoting_is(quoting, made->words.first, "to") || join_matrix(quoting, word, cue, made);
}
