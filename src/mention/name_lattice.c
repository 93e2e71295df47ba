/*
 * Which stretches of a sentence may be names.
 * Input: tokens with their notes, the candidates of the rules. Output: spans, in the order of their tokens, each with
 * what the lexicon and the rules say of it; and which candidate of the rules stands on each token.
 *
 * A name begins and ends with a capital, and goes on over small words that names hold ("of", "al", hyphens). Every
 * stretch of that shape is a span, beside whatever the rules found; the trained model chooses among them (a lattice of
 * segments: Sarawagi and Cohen, "Semi-Markov conditional random fields", 2004).
 */

#include <stdlib.h>

#include "mention/names_model.h"

#define LONGEST_SPAN 14u   /* tokens, hyphens among them */
#define LONGEST_SHOUTED 6u /* where every word has a capital, capitals bound nothing */
#define SMALL_WORDS 3u     /* between two capitals of one name: "for the" */

static bool is_joined_part(const td_naming *naming, td_index start, td_index i) {
    if (i < start + 2 || !td_token_joined(naming, i) || !td_token_joined(naming, i - 1)) return false;
    return td_token_is(naming, i - 1, "-") && (td_naming_token(naming, i - 2)->features & TD_FEATURE_CAPITAL);
}

/* "SHELLING KILLS TWO": where all letters are capitals, they say nothing. */
static bool is_in_capitals(const td_naming *naming, td_index i) {
    return td_token_noted(naming, i, TD_TOKEN_SHOUTED) &&
           td_naming_token(naming, i)->features & TD_FEATURE_ALL_CAPITALS;
}

static bool is_closed_class(const td_token *token) {
    switch (token->part_of_speech) {
    case TD_POS_DETERMINER:
    case TD_POS_PRONOUN:
    case TD_POS_ADPOSITION:
    case TD_POS_COORDINATOR:
    case TD_POS_SUBORDINATOR:
    case TD_POS_AUXILIARY:
        return true;
    default:
        return false;
    }
}

/* May a name begin here? */
static bool may_begin(const td_naming *naming, td_index i, td_index sentence_start, td_index sentence_end) {
    const td_token *token = td_naming_token(naming, i);
    if (td_token_noted(naming, i, TD_TOKEN_NAMELIKE)) return true;
    if (is_in_capitals(naming, i)) return false;
    if (token->features & TD_FEATURE_CAPITAL) return i > sentence_start || !is_closed_class(token);
    if (i + 1 >= sentence_end || !td_name_is(td_names_find(naming->names, token->key), TD_NAME_PARTICLE)) return false;
    td_index behind = td_token_is(naming, i + 1, "-") && i + 2 < sentence_end ? i + 2 : i + 1;
    return td_naming_token(naming, behind)->features & TD_FEATURE_CAPITAL;
}

/* May a name that began before, or here, end with this token? */
static bool may_end(const td_naming *naming, td_index i, td_index sentence_start) {
    uint32_t large = TD_FEATURE_CAPITAL | TD_FEATURE_DIGITS;
    if (is_in_capitals(naming, i)) return td_token_noted(naming, i, TD_TOKEN_NAMELIKE);
    return (td_naming_token(naming, i)->features & large) || is_joined_part(naming, sentence_start, i);
}

/* May it stand inside one though it has no capital? */
static bool may_join(const td_naming *naming, td_index i) {
    const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, i)->key);
    if (td_name_is(word, TD_NAME_PARTICLE) || td_name_is(word, TD_NAME_CONNECTOR)) return true;
    if (td_token_is(naming, i, ".")) return td_token_joined(naming, i) && td_naming_text(naming, i - 1).size == 1;
    return td_token_is(naming, i, "-") || td_token_is(naming, i, "&") || td_token_is(naming, i, "'s") ||
           td_token_is(naming, i, "\xE2\x80\x99s");
}

static bool is_country(const td_naming *naming, td_index number) {
    if (number == TD_NONE) return false;
    const td_candidate *rule = &naming->candidates.items[number];
    const td_phrase *place = td_reading_of(rule->phrases, rule->phrase_count, TD_PHRASE_PLACE);
    return place && td_places_get(naming->places, place->id).precision == TD_PRECISION_COUNTRY;
}

/* "Chad and Niger", "Chad-Niger": two countries side by side are two names. */
static bool joins_countries(const td_naming *naming, const td_name_lattice *lattice, td_index first, td_index end) {
    for (td_index i = first + 1; i + 1 < end; i++) {
        bool joint = td_token_is(naming, i, "and") || td_token_is(naming, i, "-");
        if (joint && is_country(naming, lattice->rule_to[i]) && is_country(naming, lattice->rule_at[i + 1]))
            return true;
    }
    return false;
}

static void add_span(td_naming *naming, td_name_lattice *lattice, td_index sentence, td_index first, td_index end) {
    if (joins_countries(naming, lattice, first, end)) return;
    td_name_span *span = td_push(naming->arena, &lattice->spans);
    span->rule = TD_NONE;
    td_index rule = lattice->rule_at[first];
    for (; rule != TD_NONE && rule < naming->candidates.count; rule++) {
        const td_candidate *candidate = &naming->candidates.items[rule];
        if (candidate->first != first) break;
        if (candidate->end != end || candidate->form == TD_FORM_NOMINAL) continue;
        span->rule = rule;
        span->candidate = *candidate;
        return;
    }
    span->candidate = td_candidate_over(sentence, first, end);
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, first), end - first);
    if (match.tokens == end - first) {
        span->candidate.phrases = match.phrases;
        span->candidate.phrase_count = match.count;
    }
    td_name_country_within(naming, &span->candidate);
    td_name_role_before(naming, &span->candidate);
    td_name_kind_tell(naming, &span->candidate);
}

static void add_spans_from(td_naming *naming, td_name_lattice *lattice, td_index s, td_index first) {
    const td_sentence *sentence = &naming->report->sentences.items[s];
    td_index longest = td_token_noted(naming, first, TD_TOKEN_SHOUTED) ? LONGEST_SHOUTED : LONGEST_SPAN;
    uint32_t small = 0;
    for (td_index i = first; i < sentence->token_end && i < first + longest; i++) {
        if (may_end(naming, i, first)) {
            add_span(naming, lattice, s, first, i + 1);
            small = 0;
            if (!(td_naming_token(naming, i)->features & (TD_FEATURE_CAPITAL | TD_FEATURE_DIGITS))) return;
        } else if (i > first ? !may_join(naming, i) || ++small > SMALL_WORDS : false) {
            return;
        }
    }
}

static int compare_spans(const void *a, const void *b) {
    const td_candidate *left = &((const td_name_span *)a)->candidate, *right = &((const td_name_span *)b)->candidate;
    if (left->first != right->first) return left->first < right->first ? -1 : 1;
    if (left->end != right->end) return left->end < right->end ? -1 : 1;
    return 0;
}

/* The names of the rules that no shape above covers: "Hmeimim air base". */
static void add_odd_rules(td_naming *naming, td_name_lattice *lattice) {
    bool *covered = TD_NEW_ARRAY(naming->arena, naming->candidates.count + 1, bool);
    for (td_each(span, &lattice->spans))
        if (span->rule != TD_NONE) covered[span->rule] = true;
    uint32_t before = lattice->spans.count;
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (covered[i] || candidate->form == TD_FORM_NOMINAL) continue;
        *td_push(naming->arena, &lattice->spans) = (td_name_span){.candidate = *candidate, .rule = i};
    }
    if (lattice->spans.count > before)
        qsort(lattice->spans.items, lattice->spans.count, sizeof *lattice->spans.items, compare_spans);
}

td_name_lattice td_name_lattice_of(td_naming *naming) {
    uint32_t tokens = naming->report->tokens.count;
    td_name_lattice lattice = {.rule_at = TD_NEW_ARRAY(naming->arena, tokens + 1, td_index),
                               .rule_to = TD_NEW_ARRAY(naming->arena, tokens + 1, td_index),
                               .rule_over = TD_NEW_ARRAY(naming->arena, tokens + 1, td_index)};
    for (td_index i = 0; i <= tokens; i++) lattice.rule_at[i] = lattice.rule_to[i] = lattice.rule_over[i] = TD_NONE;
    for (td_index i = naming->candidates.count; i-- > 0;) {
        const td_candidate *candidate = &naming->candidates.items[i];
        lattice.rule_at[candidate->first] = i;
        if (candidate->form == TD_FORM_NOMINAL) continue;
        lattice.rule_to[candidate->end] = i;
        for (td_index k = candidate->first; k < candidate->end; k++) lattice.rule_over[k] = i;
    }
    for (td_index s = 0; s < naming->report->sentences.count; s++) {
        const td_sentence *sentence = &naming->report->sentences.items[s];
        for (td_index i = sentence->token_start; i < sentence->token_end; i++)
            if (may_begin(naming, i, sentence->token_start, sentence->token_end))
                add_spans_from(naming, &lattice, s, i);
    }
    add_odd_rules(naming, &lattice);
    return lattice;
}
