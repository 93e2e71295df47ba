/*
 * Guessing parts of speech.
 * Input: the tokens of a sentence. Output: for each the part of speech that its form and the word before make likely.
 */

#include "text/guess.h"

#include "text/signs.h"

typedef struct td_ending_guess {
    const char *ending;
    enum td_part_of_speech part_of_speech;
    uint32_t features;
} td_ending_guess;

/* The first that fits; the word must be longer than the ending by two letters. */
static const td_ending_guess endings[] = {
    {"ly", TD_POS_ADVERB, 0},
    {"ing", TD_POS_VERB, TD_FEATURE_GERUND},
    {"ed", TD_POS_VERB, TD_FEATURE_PAST},
    {"tion", TD_POS_NOUN, 0},
    {"sion", TD_POS_NOUN, 0},
    {"ment", TD_POS_NOUN, 0},
    {"ness", TD_POS_NOUN, 0},
    {"ous", TD_POS_ADJECTIVE, 0},
    {"ful", TD_POS_ADJECTIVE, 0},
    {"less", TD_POS_ADJECTIVE, 0},
    {"ive", TD_POS_ADJECTIVE, 0},
    {"able", TD_POS_ADJECTIVE, 0},
    {"ible", TD_POS_ADJECTIVE, 0},
    {"ical", TD_POS_ADJECTIVE, 0},
    {"ial", TD_POS_ADJECTIVE, 0},
    {"nal", TD_POS_ADJECTIVE, 0},
    {"tary", TD_POS_ADJECTIVE, 0},
    {"ic", TD_POS_ADJECTIVE, 0},
    {"ss", TD_POS_NOUN, 0},
    {"us", TD_POS_NOUN, 0},
    {"is", TD_POS_NOUN, 0},
    {"s", TD_POS_NOUN, TD_FEATURE_PLURAL},
};

static void guess_by_ending(td_view word, td_token *token) {
    token->part_of_speech = TD_POS_NOUN;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        td_view ending = td_view_of(endings[i].ending);
        if (word.size < ending.size + 2 || !td_view_ends_with(word, ending)) continue;
        token->part_of_speech = endings[i].part_of_speech;
        token->features |= endings[i].features;
        return;
    }
}

/* "to" or a modal verb, behind which the base form of a verb stands. */
static bool calls_infinitive(const td_token *before, td_view text) {
    static const char *const words[] = {"to",  "will",  "would", "can",    "could",
                                        "may", "might", "must",  "should", "shall"};
    td_view word = td_span_text(text, before->span);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (td_view_equal_ascii_fold(word, td_view_of(words[i]))) return true;
    return false;
}

/* By ending; irregular plurals are known by their lemma, a participle by the auxiliary before it. */
static void guess_regular(const td_words *words, td_view word, const td_token *before, td_token *token) {
    td_view lemma;
    guess_by_ending(word, token);
    bool noun = token->part_of_speech == TD_POS_NOUN;
    if (noun && (token->features & TD_FEATURE_CAPITAL)) token->part_of_speech = TD_POS_PROPER_NOUN;
    if (noun && td_words_lemma(words, token->key, TD_POS_NOUN, &lemma)) token->features |= TD_FEATURE_PLURAL;
    bool helped = before && before->part_of_speech == TD_POS_AUXILIARY;
    if (helped && (token->features & TD_FEATURE_PAST)) token->features ^= TD_FEATURE_PAST | TD_FEATURE_PARTICIPLE;
}

static void guess_open(const td_words *words, td_view text, td_token *tokens, uint32_t i) {
    td_token *token = &tokens[i];
    td_view word = td_span_text(text, token->span), lemma;
    const td_token *before = i ? &tokens[i - 1] : NULL;
    bool inner_capital = (token->features & (TD_FEATURE_SENTENCE_FIRST | TD_FEATURE_CAPITAL)) == TD_FEATURE_CAPITAL;
    if (inner_capital) {
        token->part_of_speech = TD_POS_PROPER_NOUN;
    } else if (td_words_lemma(words, token->key, TD_POS_VERB, &lemma)) {
        bool helped = before && before->part_of_speech == TD_POS_AUXILIARY;
        token->part_of_speech = TD_POS_VERB;
        token->features |= helped ? TD_FEATURE_PARTICIPLE : TD_FEATURE_PAST;
    } else if (before && calls_infinitive(before, text) && td_is_lower(word.bytes[0])) {
        token->part_of_speech = TD_POS_VERB;
        token->features |= TD_FEATURE_INFINITIVE;
    } else {
        guess_regular(words, word, before, token);
    }
}

void td_guess_sentence(const td_words *words, td_view text, td_token *tokens, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        td_token *token = &tokens[i];
        td_view word = td_span_text(text, token->span);
        td_character first = td_character_at(word, 0);
        if (token->features & TD_FEATURE_PUNCTUATION)
            token->part_of_speech = TD_POS_PUNCTUATION;
        else if (td_words_closed(words, token->key, &token->part_of_speech))
            continue;
        else if (first.sign == TD_SIGN_DIGIT)
            token->part_of_speech = TD_POS_NUMERAL;
        else if (!td_character_in_word(first))
            token->part_of_speech = TD_POS_SYMBOL;
        else
            guess_open(words, text, tokens, i);
    }
}
