/*
 * How far a sequence of capitalised words goes.
 * Input: tokens with their notes. Output: the end of the run that begins at a token.
 *
 * Small words join only where what stands before them asks for it: "of" behind a word that heads organisations or
 * places ("Ministry of Defence", "Gulf of Aden"), particles before a name ("Staffan de Mistura"), hyphens anywhere.
 */

#include "mention/naming.h"

#define LONGEST_RUN 24 /* tokens; more is a list or a headline */

static bool is_namelike_before(const td_naming *naming, td_index i, td_index end) {
    return i < end && td_token_noted(naming, i, TD_TOKEN_NAMELIKE);
}

static bool is_hyphen(const td_naming *naming, td_index i, td_index end) {
    return i + 1 < end && td_token_is(naming, i, "-") && td_token_joined(naming, i) && td_token_joined(naming, i + 1);
}

static bool begins_large(const td_naming *naming, td_index i) {
    return td_naming_token(naming, i)->features & (TD_FEATURE_CAPITAL | TD_FEATURE_DIGITS);
}

enum { MOST_PARTICLES = 3 }; /* "van der", "ibn abi al" */

/* Particles at `i` with a name word behind them: where that name word begins, else `i`. */
static td_index behind_particle(const td_naming *naming, td_index i, td_index end, bool starts) {
    for (td_index k = i; k < end && k < i + MOST_PARTICLES; k++) {
        const td_token *token = td_naming_token(naming, k);
        const td_name_word *word = td_names_find(naming->names, token->key);
        if ((token->features & TD_FEATURE_CAPITAL) || !td_name_is(word, TD_NAME_PARTICLE)) return i;
        if (is_hyphen(naming, k + 1, end)) return begins_large(naming, k + 2) ? k + 2 : i;
        td_view use = word->values[TD_NAME_PARTICLE];
        bool hyphen_only = td_view_equal(use, TD_VIEW("hyphen")), inside_only = td_view_equal(use, TD_VIEW("inside"));
        if (hyphen_only || (starts && k == i && inside_only)) return i;
        if (is_namelike_before(naming, k + 1, end)) return k + 1;
    }
    return i;
}

/* Does some word of the run take "of" (or "for") behind it? */
static bool takes_of(const td_naming *naming, td_index first, td_index end, bool organisation_only) {
    for (td_index i = first; i < end; i++) {
        const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, i)->key);
        if (td_name_is(word, TD_NAME_ORGANISATION) && td_view_equal(word->values[TD_NAME_ORGANISATION], TD_VIEW("of")))
            return true;
        bool place = td_name_is(word, TD_NAME_PLACE) && td_view_equal(word->values[TD_NAME_PLACE], TD_VIEW("of"));
        if (place && !organisation_only) return true;
    }
    return false;
}

static bool holds_word(const td_naming *naming, td_index first, td_index end, const char *text) {
    for (td_index i = first; i < end; i++)
        if (td_token_is(naming, i, text)) return true;
    return false;
}

/* "of", "of the", "for", "and", "&" at `i`: where the run goes on, else `i`. */
static td_index behind_connector(const td_naming *naming, td_index first, td_index i, td_index end) {
    if (td_token_is(naming, i, "&")) return is_namelike_before(naming, i + 1, end) ? i + 1 : i;
    bool of = td_token_is(naming, i, "of"), for_ = td_token_is(naming, i, "for");
    if (of || for_) {
        if (!takes_of(naming, first, i, for_)) return i;
        if (is_namelike_before(naming, i + 1, end)) return i + 1;
        bool article = i + 2 < end && td_token_is(naming, i + 1, "the");
        return article && is_namelike_before(naming, i + 2, end) ? i + 2 : i;
    }
    if (!td_token_is(naming, i, "and") || !is_namelike_before(naming, i + 1, end)) return i;
    bool listed = holds_word(naming, first, i, "of") || holds_word(naming, first, i, "for");
    if (!listed || td_names_match(naming->names, td_naming_token(naming, i + 1), 1, 1U << TD_NAME_GIVEN)) return i;
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i + 1), end - i - 1);
    return match.tokens ? i : i + 1;
}

/* "St. Mary's Hospital", "Sheriff's Office": the possessive inside a name. */
static td_index behind_possessive(const td_naming *naming, td_index i, td_index end) {
    td_view text = td_naming_text(naming, i);
    bool mark = td_view_equal(text, TD_VIEW("'s")) || td_view_equal(text, TD_VIEW("\xE2\x80\x99s"));
    if (!mark || !is_namelike_before(naming, i + 1, end)) return i;
    if (td_phrases_match(naming->phrases, td_naming_token(naming, i - 1), 1).tokens) return i;
    uint32_t heads = 1U << TD_NAME_ORGANISATION | 1U << TD_NAME_FACILITY;
    return td_names_match(naming->names, td_naming_token(naming, i + 1), 1, heads) ? i + 1 : i;
}

/* Where the run [first, i) goes on, `i` where it ends. */
static td_index step(const td_naming *naming, td_index first, td_index i, td_index end) {
    if (is_namelike_before(naming, i, end)) return i + 1;
    if (is_hyphen(naming, i, end)) {
        bool particle = td_name_is(td_names_find(naming->names, td_naming_token(naming, i + 1)->key), TD_NAME_PARTICLE);
        return begins_large(naming, i + 1) || particle ? i + 2 : i;
    }
    bool initial = i > first && td_naming_text(naming, i - 1).size == 1 && td_token_is(naming, i, ".");
    if (initial && is_namelike_before(naming, i + 1, end)) return i + 2;
    td_index next = behind_particle(naming, i, end, false);
    if (next == i) next = behind_connector(naming, first, i, end);
    if (next == i) next = behind_possessive(naming, i, end);
    return next;
}

td_index td_name_run(const td_naming *naming, td_index i, td_index sentence_end) {
    td_index first = i;
    if (!td_token_noted(naming, i, TD_TOKEN_NAMELIKE)) {
        i = behind_particle(naming, i, sentence_end, true);
        if (i == first) return first;
    }
    i++;
    while (i < sentence_end && i - first < LONGEST_RUN) {
        td_index next = step(naming, first, i, sentence_end);
        if (next == i) break;
        i = next;
    }
    return i;
}
