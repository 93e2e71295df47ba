/*
 * The words that name who speaks.
 * Input: the phrase of a cue's subject. Output: the noun phrase of the speaker with what stands in apposition to it,
 * less what belongs to the cue or the sentence: conjunctions, the dateline, circumstances of time and place.
 */

#include "mention/figures.h"
#include "mention/quotes_grammar.h"

#define LONGEST_SPEAKER 40    /* tokens; a longer subject is a misreading */
#define LONGEST_DATELINE 12   /* tokens of "GENEVA, March 3 (Agency) -" */
#define LONGEST_APPOSITION 24 /* tokens between the commas behind a speaker's name */

static bool in_time(const td_quoting *quoting, td_index i) {
    return td_figure_in_time(quoting->report, td_quoting_token(quoting, i)->span.start);
}

/* Behind the dash of a dateline that begins the range. */
td_token_range td_quote_without_dateline(const td_quoting *quoting, td_token_range range) {
    static const char *const dashes[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", NULL};
    const td_token *first = td_quoting_token(quoting, range.first);
    uint32_t opens = TD_FEATURE_ALL_CAPITALS | TD_FEATURE_SENTENCE_FIRST;
    if ((first->features & opens) != opens) return range;
    for (td_index i = range.first + 1; i + 1 < range.end && i < range.first + LONGEST_DATELINE; i++)
        if (td_quoting_is_any(quoting, i, dashes) && td_quoting_token(quoting, i)->features & TD_FEATURE_SPACE_BEFORE)
            return (td_token_range){i + 1, range.end};
    return range;
}

/* "GENEVA (Agency) - Weiss said": the parse took the dateline for the speaker, who stands between its dash and the cue.
 */
void td_quote_leave_dateline(const td_quoting *quoting, td_attribution *made) {
    const td_sentence *sentence = &quoting->report->sentences.items[made->sentence];
    td_token_range before = {sentence->token_start, made->words.first};
    if (!td_range_present(made->speaker) || made->speaker.first != before.first || before.first >= before.end) return;
    td_token_range behind = td_quote_without_dateline(quoting, before);
    if (behind.first == before.first || made->speaker.end > behind.first) return;
    td_index nouns = td_quote_nouns_before(quoting, behind.first, behind.end);
    if (nouns < behind.end) made->speaker = (td_token_range){nouns, behind.end};
}

/* "In a statement, the ministry": behind the comma of a circumstance that begins the range. */
static td_token_range without_opening(const td_quoting *quoting, td_token_range range) {
    enum td_part_of_speech part = td_quoting_token(quoting, range.first)->part_of_speech;
    bool opens = part == TD_POS_ADPOSITION || part == TD_POS_SUBORDINATOR || in_time(quoting, range.first);
    for (td_index i = range.first; opens && i + 1 < range.end; i++)
        if (td_quoting_is(quoting, i, ",")) return (td_token_range){i + 1, range.end};
    return range;
}

/* Does a circumstance begin behind this comma: ", during a visit", ", however"? */
static bool begins_circumstance(const td_quoting *quoting, td_index comma, td_index end) {
    if (!td_quoting_is(quoting, comma, ",")) return false;
    enum td_part_of_speech part = td_quoting_token(quoting, comma + 1)->part_of_speech;
    if (part == TD_POS_ADVERB) return comma + 2 == end;
    return part == TD_POS_ADPOSITION && !td_quoting_is(quoting, comma + 1, "of");
}

/* "the ministry on Monday", "the minister, during a visit": up to the circumstance that ends the range. */
static td_token_range without_ending(const td_quoting *quoting, td_token_range range) {
    td_index end = range.end;
    if (!td_range_holds_verb(quoting, range)) /* "the man arrested on Monday" is one phrase */
        while (end > range.first + 1 && in_time(quoting, end - 1)) end--;
    if (end < range.end && td_quoting_token(quoting, end - 1)->part_of_speech == TD_POS_ADPOSITION) end--;
    for (td_index i = range.first + 1; i + 1 < end; i++)
        if (begins_circumstance(quoting, i, end)) end = i;
    return end > range.first ? (td_token_range){range.first, end} : range;
}

/* Up to a finite verb that no relative clause holds: the parse took a predicate into its subject. */
static td_token_range without_predicate(const td_quoting *quoting, td_token_range range) {
    static const char *const relatives[] = {"who", "which", "that", "whose", "whom", "where", NULL};
    bool relative = false;
    for (td_index i = range.first + 1; i < range.end; i++) {
        const td_token *token = td_quoting_token(quoting, i);
        bool finite = td_quote_is_finite(token);
        bool reduced = td_view_starts_with(token->relation, TD_VIEW("acl"));
        if (finite && !relative && !reduced) return (td_token_range){range.first, i};
        if (finite) break;
        relative = relative || td_quoting_is_any(quoting, i, relatives);
    }
    return range;
}

/* Without what joins it to the text before ("but", "after"). */
static td_token_range without_joins(const td_quoting *quoting, td_token_range range) {
    static const char *const joins[] = {"and",   "but",   "or",       "yet", "then",    "even",   "still", "also",
                                        "after", "while", "although", "as",  "because", "though", "so",    NULL};
    range = td_range_trim(quoting, range);
    while (td_range_present(range) && range.first + 1 < range.end && td_quoting_is_any(quoting, range.first, joins))
        range = td_range_trim(quoting, (td_token_range){range.first + 1, range.end});
    return range;
}

td_token_range td_quote_speaker_core(const td_quoting *quoting, td_token_range range) {
    static td_token_range (*const steps[])(const td_quoting *, td_token_range) = {
        without_joins, td_quote_without_dateline, without_joins, without_opening, without_joins, without_ending,
        without_joins};
    for (size_t k = 0; k < sizeof steps / sizeof *steps && td_range_present(range); k++)
        range = steps[k](quoting, range);
    return range;
}

/* The subject's phrase without what the cue itself takes part in. */
td_token_range td_quote_speaker_words(const td_quoting *quoting, td_index cue, td_index subject) {
    td_token_range range = td_quote_phrase(&quoting->extents, subject);
    td_index at = quoting->extents.token_start + cue;
    if (!td_range_present(range)) return TD_RANGE_NONE;
    if (range.first <= at && at < range.end) {
        if (quoting->extents.token_start + subject < at)
            range.end = at;
        else
            range.first = at + 1;
    }
    while (range.first > quoting->extents.token_start &&
           td_quoting_token(quoting, range.first - 1)->part_of_speech == TD_POS_DETERMINER)
        range.first--;
    range = without_predicate(quoting, range);
    if (range.end - range.first > LONGEST_SPEAKER) return TD_RANGE_NONE;
    return td_quote_speaker_core(quoting, range);
}

/* "a plan which critics said was dead": the parse took the pronoun that is spoken of for who speaks. */
void td_quote_leave_relative(const td_quoting *quoting, td_attribution *made) {
    static const char *const relatives[] = {"that", "which", "what", "whom", "who", NULL};
    td_token_range speaker = made->speaker;
    if (!td_range_present(speaker) || speaker.end - speaker.first > 1 || speaker.end >= made->words.first) return;
    if (!td_quoting_is_any(quoting, speaker.first, relatives)) return;
    td_index nouns = td_quote_nouns_before(quoting, speaker.end, made->words.first);
    bool between = nouns == speaker.end && td_quote_in_nouns(td_quoting_token(quoting, made->words.first - 1));
    if (between) made->speaker = (td_token_range){nouns, made->words.first};
}

/* "... said Weiss, head of the school.": behind the comma a noun phrase or a relative clause ends the sentence. */
static void add_apposition_behind(const td_quoting *quoting, td_attribution *made) {
    td_index comma = made->speaker.end, end = quoting->report->sentences.items[made->sentence].token_end;
    if (comma + 2 >= end || !td_quoting_is(quoting, comma, ",") || end - comma > LONGEST_APPOSITION) return;
    const td_token *first = td_quoting_token(quoting, comma + 1);
    bool opens = td_quote_in_nouns(first) && !in_time(quoting, comma + 1);
    for (td_index i = comma + 1; i < end; i++)
        if (td_quoting_token(quoting, i)->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE)) return;
    if (opens) made->speaker = td_range_trim(quoting, (td_token_range){made->speaker.first, end});
}

/* "Neighbour Anna Weiss said": names between the speaker and the cue that the parse took for another subject. */
static void add_names(const td_quoting *quoting, td_attribution *made) {
    td_index end = made->speaker.end;
    while (end < made->words.first && td_quoting_token(quoting, end)->part_of_speech == TD_POS_PROPER_NOUN) end++;
    if (end == made->words.first) made->speaker.end = end;
}

/* "Weiss, head of the school, said": between the speaker and the cue two commas bound an apposition. */
void td_quote_add_apposition(const td_quoting *quoting, td_attribution *made) {
    td_index end = made->words.first;
    if (!td_range_present(made->speaker)) return;
    add_names(quoting, made);
    td_index comma = made->speaker.end;
    if (made->speaker.first == made->words.end) add_apposition_behind(quoting, made);
    if (comma + 2 >= end || end - comma > LONGEST_APPOSITION) return;
    if (!td_quoting_is(quoting, comma, ",") || !td_quoting_is(quoting, end - 1, ",")) return;
    td_token_range whole = {made->speaker.first, end - 1};
    for (td_index i = comma + 1; i < end - 1; i++)
        if (td_quoting_token(quoting, i)->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE)) return;
    made->speaker = td_quote_speaker_core(quoting, whole);
}
