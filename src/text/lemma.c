/*
 * Lemmas of English words.
 * Input: a token with its part of speech and morphology. Output: its lemma. What is irregular stands in
 * data/words/lemmas.tsv; the rest follows rules of spelling: plural -s, verbal -s, -ed, -ing, with the doubled
 * consonant taken off and the silent e put back (after the analysis of Porter 1980 and of Minnen, Carroll and Pearce
 * 2001, turned from stems to words).
 */

#include "text/lemma.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "lexicon/word_key.h"
#include "text/signs.h"

/* A form less `cut` bytes at its end, and `add` put there. */
typedef struct td_lemma_rule {
    uint32_t cut;
    const char *add;
} td_lemma_rule;

typedef struct td_ending_rule {
    const char *ending;
    td_lemma_rule rule;
} td_ending_rule;

#define SHORTEST_STEM 2

static char lower_at(td_view word, size_t from_end) {
    return word.size > from_end ? (char)(word.bytes[word.size - 1 - from_end] | 0x20) : 0;
}

static bool ends_with(td_view word, const char *ending) {
    size_t size = strlen(ending);
    return word.size >= size &&
           td_view_equal_ascii_fold(td_view_slice(word, word.size - size, word.size), (td_view){ending, size});
}

static bool is_vowel(char byte) {
    return byte != 0 && strchr("aeiou", byte) != NULL;
}

/* The first rule whose ending fits. */
static td_lemma_rule first_ending(td_view word, const td_ending_rule *rules, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (word.size >= strlen(rules[i].ending) + SHORTEST_STEM && ends_with(word, rules[i].ending))
            return rules[i].rule;
    return (td_lemma_rule){0, ""};
}

static td_lemma_rule noun_rule(td_view word) {
    static const td_ending_rule rules[] = {
        {"sses", {2, ""}}, {"ches", {2, ""}}, {"shes", {2, ""}},  {"xes", {2, ""}}, {"zzes", {2, ""}},
        {"oes", {2, ""}},  {"ies", {3, "y"}}, {"men", {2, "an"}}, {"ss", {0, ""}},  {"us", {0, ""}},
        {"is", {0, ""}},   {"'s", {2, ""}},   {"s", {1, ""}},
    };
    return first_ending(word, rules, sizeof rules / sizeof *rules);
}

static td_lemma_rule third_person_rule(td_view word) {
    static const td_ending_rule rules[] = {
        {"sses", {2, ""}}, {"ches", {2, ""}}, {"shes", {2, ""}}, {"xes", {2, ""}}, {"zzes", {2, ""}},
        {"oes", {2, ""}},  {"ies", {3, "y"}}, {"ss", {0, ""}},   {"s", {1, ""}},
    };
    return first_ending(word, rules, sizeof rules / sizeof *rules);
}

/* Whether a stem that ends in one vowel and one consonant lost an e: "mak-", "provid-", but "visit-", "open-". */
static bool lost_e_after_vowel(char vowel, char consonant) {
    static const struct {
        char consonant;
        const char *vowels; /* before which the e is usual */
    } usual[] = {
        {'b', "aiou"}, {'d', "aeiou"}, {'k', "aiou"}, {'l', "iou"}, {'m', "aiou"},
        {'n', "iu"},   {'p', "aiu"},   {'r', "aiou"}, {'t', "aou"},
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (usual[i].consonant == consonant) return strchr(usual[i].vowels, vowel) != NULL;
    return false;
}

/* Two vowels that are one sound ("eat-", "fail-") call for no e; "negotiat-", "creat-", "evacuat-" are no such pairs.
 */
static bool is_vowel_pair(td_view stem) {
    char last = lower_at(stem, 0), second = lower_at(stem, 1), first = lower_at(stem, 2), before = lower_at(stem, 3);
    if (!is_vowel(first) || !is_vowel(second) || (first == 'u' && before == 'q')) return false;
    bool parted = last == 't' && second == 'a' && (first == 'i' || first == 'u' || (first == 'e' && before == 'r'));
    return !parted;
}

/* The e is lost before -ed and -ing behind these letters, whatever stands before them; 'n': never, '?': it depends. */
static char e_by_last_letter(td_view stem) {
    char last = lower_at(stem, 0), before = lower_at(stem, 1), third = lower_at(stem, 2);
    switch (last) {
    case 'c':
    case 'v':
    case 'u':
        return 'e';
    case 'z':
        return before != 't' ? 'e' : 'n';
    case 's':
        return before == 's' || (before == 'u' && third == 'c') ? 'n' : 'e';
    case 'g':
        return before != 'n' || (third != 0 && strchr("aeu", third)) ? 'e' : 'n';
    case 'l':
        return before != 0 && strchr("bcdfgkptzs", before) ? 'e' : '?'; /* settl-, handl- */
    default:
        return '?';
    }
}

/* "monitor-", "labor-": a second vowel before -or keeps it whole, but in "explor-", "ignor-", "restor-", "ador-". */
static bool ends_in_weak_or(td_view stem) {
    static const char *const strong[] = {"plor", "gnor", "stor", "dor", "scor"};
    if (!ends_with(stem, "or")) return false;
    for (size_t i = 0; i < sizeof strong / sizeof *strong; i++)
        if (ends_with(stem, strong[i])) return false;
    for (size_t i = 2; i < stem.size; i++)
        if (is_vowel(lower_at(stem, i))) return true;
    return false;
}

/* Whether a verb's stem before -ed or -ing lost a silent e. */
static bool lost_e(td_view stem) {
    if (ends_in_weak_or(stem)) return false;
    char by_last = e_by_last_letter(stem);
    if (by_last != '?') return by_last == 'e';
    char last = lower_at(stem, 0), before = lower_at(stem, 1);
    return is_vowel(before) && !is_vowel_pair(stem) && lost_e_after_vowel(before, last);
}

/* The rule for a verb whose last `cut` bytes are -ed or -ing. */
static td_lemma_rule stem_rule(td_view word, uint32_t cut) {
    td_view stem = td_view_slice(word, 0, word.size - cut);
    char last = lower_at(stem, 0);
    bool vowel = false;
    for (size_t i = 0; i < stem.size; i++)
        vowel |= is_vowel((char)(stem.bytes[i] | 0x20)) || (stem.bytes[i] | 0x20) == 'y';
    if (stem.size < SHORTEST_STEM || !vowel) return (td_lemma_rule){0, ""};
    if (cut == 2 && last == 'i') return (td_lemma_rule){3, "y"};
    if (cut == 2 && last == 'e') return (td_lemma_rule){1, ""}; /* agreed */
    if (last == lower_at(stem, 1) && strchr("bdgmnprt", last)) {
        bool whole = stem.size == 3 && is_vowel(lower_at(stem, 2)) && strchr("dr", last); /* add, err */
        return (td_lemma_rule){whole ? cut : cut + 1, ""};
    }
    return (td_lemma_rule){cut, lost_e(stem) ? "e" : ""};
}

static td_lemma_rule verb_rule(td_view word, uint32_t features) {
    if (features & TD_FEATURE_THIRD) return third_person_rule(word);
    bool participle = (features & (TD_FEATURE_PAST | TD_FEATURE_PARTICIPLE)) != 0;
    if ((features & TD_FEATURE_GERUND) && ends_with(word, "ing")) return stem_rule(word, 3);
    if (participle && ends_with(word, "ed")) return stem_rule(word, 2);
    return (td_lemma_rule){0, ""};
}

/* Superlatives: "wildest", "simplest", "wealthiest"; "latest" and the like, and "honest", stand in the table. */
static td_lemma_rule superlative_rule(td_view word) {
    if (word.size < 6 || !ends_with(word, "est")) return (td_lemma_rule){0, ""};
    return ends_with(word, "iest") ? (td_lemma_rule){4, "y"} : stem_rule(word, 3);
}

/* "12,500" without its commas. */
static bool set_plain_number(td_view word, td_token *token, td_arena *arena) {
    if (token->part_of_speech != TD_POS_NUMERAL || !memchr(word.bytes, ',', word.size)) return false;
    char *bytes = td_arena_alloc(arena, word.size);
    size_t size = 0;
    for (size_t i = 0; i < word.size; i++) {
        bool digit = td_is_digit(word.bytes[i]);
        if (!digit && word.bytes[i] != ',' && word.bytes[i] != '.') return false;
        if (word.bytes[i] != ',') bytes[size++] = word.bytes[i];
    }
    token->lemma = (td_view){bytes, size};
    token->lemma_key = td_word_key(token->lemma);
    return true;
}

static bool is_lower_ascii(td_view word) {
    for (size_t i = 0; i < word.size; i++)
        if (td_is_upper(word.bytes[i]) || (unsigned char)word.bytes[i] >= 0x80) return false;
    return true;
}

/* The front of a word in lower case, and `add` behind it. */
static td_view lower_copy(td_view word, const char *add, td_arena *arena) {
    size_t extra = strlen(add), size = 0;
    char *bytes = td_arena_alloc(arena, word.size * 2 + extra + 4); /* no lower case takes more than twice the bytes */
    for (size_t at = 0; at < word.size;) {
        size_t length;
        uint32_t point = td_utf8_decode(word, at, &length);
        if (point == 0x2019) point = '\'';
        size += td_utf8_encode((uint32_t)utf8proc_tolower((utf8proc_int32_t)point), bytes + size);
        at += length;
    }
    memcpy(bytes + size, add, extra);
    return (td_view){bytes, size + extra};
}

static td_lemma_rule rule_for(const td_token *token, td_view word) {
    switch (token->part_of_speech) {
    case TD_POS_NOUN:
        if (!(token->features & TD_FEATURE_PLURAL) || td_is_digit(word.bytes[0])) return (td_lemma_rule){0, ""};
        return noun_rule(word); /* but "1990s" stays */
    case TD_POS_ADJECTIVE:
        return superlative_rule(word);
    case TD_POS_VERB:
        return verb_rule(word, token->features);
    default:
        return (td_lemma_rule){0, ""};
    }
}

void td_lemma_set(const td_words *words, td_view text, td_token *token, td_arena *arena) {
    td_view word = td_span_text(text, token->span);
    bool kept = token->part_of_speech == TD_POS_PROPER_NOUN || token->part_of_speech == TD_POS_PUNCTUATION ||
                token->part_of_speech == TD_POS_SYMBOL;
    token->lemma = word;
    token->lemma_key = token->key;
    if (kept) return;
    if (td_words_lemma(words, token->key, token->part_of_speech, &token->lemma)) {
        token->lemma_key = td_word_key(token->lemma);
        return;
    }
    if (set_plain_number(word, token, arena)) return;
    td_lemma_rule rule = rule_for(token, word);
    td_view front = td_view_slice(word, 0, word.size - rule.cut);
    bool plain = is_lower_ascii(front);
    token->lemma = plain && !rule.add[0] ? front : lower_copy(front, rule.add, arena);
    if (rule.cut || rule.add[0]) token->lemma_key = td_word_key(token->lemma);
}
