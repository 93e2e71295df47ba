/*
 * Content words.
 * Input: a token with its part of speech and lemma. Output: whether two texts
 * that share it may be about the same thing. The list below holds lemmas that
 * pass by part of speech but stand in any text: light verbs, verbs of saying,
 * forms of address, days of the week.
 */

#include "resolve/content_words.h"

#include <stdlib.h>

/* Sorted by bytes. */
static const char *const common[] = {
    "a.m",     "according", "add",       "also",    "am",      "ask",    "be",       "become",    "call",   "can",
    "come",    "could",     "day",       "do",      "earlier", "find",   "first",    "friday",    "get",    "give",
    "go",      "have",      "hour",      "include", "keep",    "know",   "last",     "let",       "like",   "look",
    "lot",     "made",      "make",      "many",    "may",     "monday", "month",    "more",      "most",   "mr",
    "mr.",     "mrs",       "mrs.",      "ms",      "ms.",     "much",   "new",      "next",      "one",    "other",
    "own",     "p.m",       "pm",        "put",     "report",  "same",   "saturday", "say",       "second", "see",
    "several", "should",    "show",      "such",    "sunday",  "take",   "tell",     "thing",     "think",  "thursday",
    "time",    "today",     "tomorrow",  "tuesday", "use",     "want",   "way",      "wednesday", "week",   "will",
    "would",   "year",      "yesterday",
};

static int compare_lemma(const void *key, const void *entry) {
    return td_view_compare(*(const td_view *)key, td_view_of(*(const char *const *)entry));
}

static bool is_common(td_view lemma) {
    char lower[16];
    if (lemma.size >= sizeof lower) return false;
    for (size_t at = 0; at < lemma.size; at++) {
        char letter = lemma.bytes[at];
        lower[at] = (char)(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
    }
    td_view key = {lower, lemma.size};
    return bsearch(&key, common, sizeof common / sizeof *common, sizeof *common, compare_lemma) != NULL;
}

bool td_is_content_word(const td_token *token) {
    switch (token->part_of_speech) {
    case TD_POS_NOUN:
    case TD_POS_PROPER_NOUN:
    case TD_POS_VERB:
    case TD_POS_ADJECTIVE:
    case TD_POS_NUMERAL:
        break;
    default:
        return false;
    }
    if (token->lemma.size < 2 && !(token->features & TD_FEATURE_DIGITS)) return false;
    return !is_common(token->lemma);
}
