/*
 * What a cue says: the extent of its content in a parsed sentence.
 * Input: a cue and the extents of its sentence. Output: the words that are said or spoken of.
 *
 * The content of a cue is its clause ("said that ..."), the clause that it interrupts or ends ("..., he said"), or,
 * for acts of speech, their object ("denied the claims"). Parses end clauses too soon more often than too late, so a
 * clause runs on until something shows that another statement begins.
 */

#include "mention/figures.h"
#include "mention/quotes_grammar.h"

#define LONGEST_NOUNS 12 /* tokens from a cue to the head of the nouns behind it */
#define LONGEST_LIST 14  /* tokens from a comma to the "and" of its list */
#define LONGEST_REACH 48 /* tokens that a content may run on beyond what the parse gives it */

/* The clause that the cue follows or interrupts: its head's phrase less its own. */
static void take_outer_clause(const td_quoting *quoting, td_index cue, td_index head, td_attribution *made) {
    td_token_range outer = td_quote_phrase(&quoting->extents, head), own = td_quote_phrase(&quoting->extents, cue);
    while (outer.first + 1 < own.first && td_quoting_token(quoting, outer.first)->part_of_speech == TD_POS_COORDINATOR)
        outer.first++;
    if (own.first > outer.first) made->content[0] = td_range_trim(quoting, (td_token_range){outer.first, own.first});
    if (own.end < outer.end)
        made->content[td_range_present(made->content[0])] =
            td_range_trim(quoting, (td_token_range){own.end, outer.end});
}

/* Does a coordinator join a new statement rather than another noun: "and he accused", "and accused"? */
static bool joins_statement(const td_quoting *quoting, td_index at) {
    td_index end = quoting->extents.token_end < at + LONGEST_NOUNS ? quoting->extents.token_end : at + LONGEST_NOUNS;
    for (td_index i = at + 1; i < end; i++) {
        const td_token *token = td_quoting_token(quoting, i);
        if (token->part_of_speech == TD_POS_PUNCTUATION || token->part_of_speech == TD_POS_COORDINATOR) return false;
        if (token->part_of_speech == TD_POS_AUXILIARY) return true;
        if (token->part_of_speech == TD_POS_VERB)
            return token->features & (TD_FEATURE_PAST | TD_FEATURE_PRESENT) || i == at + 1;
    }
    return false;
}

/* "free schools, clean water and better roads": does the comma part members of one list? */
static bool parts_list(const td_quoting *quoting, td_index comma) {
    td_index end =
        quoting->extents.token_end < comma + LONGEST_LIST ? quoting->extents.token_end : comma + LONGEST_LIST;
    if (!td_quote_in_nouns(td_quoting_token(quoting, comma + 1))) return false;
    for (td_index i = comma + 1; i < end; i++) {
        const td_token *token = td_quoting_token(quoting, i);
        if (token->part_of_speech == TD_POS_COORDINATOR) return i > comma + 1 && !joins_statement(quoting, i);
        bool other = token->part_of_speech == TD_POS_PUNCTUATION && !td_quoting_is(quoting, i, ",");
        if (other || token->part_of_speech == TD_POS_VERB || token->part_of_speech == TD_POS_AUXILIARY) return false;
    }
    return false;
}

/* A comma inside a day ("Sept. 11, 2001"), a list, or before an example or a limit of what is spoken of. */
static bool joins_alike(const td_quoting *quoting, td_index comma) {
    static const char *const limits[] = {"including", "especially", "particularly", "either", "notably", NULL};
    if (comma == 0 || comma + 1 >= quoting->extents.token_end) return false;
    if (td_figure_in_time(quoting->report, td_quoting_token(quoting, comma)->span.start)) return true;
    if (td_quoting_is_any(quoting, comma + 1, limits)) return true;
    bool adjectives = td_quoting_token(quoting, comma - 1)->part_of_speech == TD_POS_ADJECTIVE &&
                      td_quoting_token(quoting, comma + 1)->part_of_speech == TD_POS_ADJECTIVE;
    return adjectives || parts_list(quoting, comma);
}

/* Does this token end what a cue says when the parse gives no more? Quotation marks and hyphens do not. */
static bool parts_contents(const td_quoting *quoting, td_index at) {
    const td_token *token = td_quoting_token(quoting, at);
    if (token->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE)) return false;
    if (token->part_of_speech == TD_POS_COORDINATOR) return joins_statement(quoting, at);
    if (token->part_of_speech != TD_POS_PUNCTUATION) return false;
    bool hyphen = td_quoting_is(quoting, at, "-") && !(token->features & TD_FEATURE_SPACE_BEFORE);
    if (td_quoting_is(quoting, at, ",") && joins_alike(quoting, at)) return false;
    return !hyphen && !td_quoting_is(quoting, at, "''") && !td_quoting_is(quoting, at, "``");
}

/* Does `word` hang on the cue or on a verb that the cue hangs on? */
static bool beside_cue(const td_quoting *quoting, td_index cue, td_index word) {
    td_index head = td_quote_head(quoting, word), above = cue;
    for (int step = 0; step <= MOST_STEPS_UP && above != TD_NONE; step++, above = td_quote_head(quoting, above))
        if (head == above) return true;
    return false;
}

/* Does `word` begin a statement of the author's own, beside the cue's: another cue, or what the speaker did next? */
static bool begins_another(const td_quoting *quoting, td_index cue, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    const td_token *token = td_quoting_token(quoting, at);
    if (token->part_of_speech != TD_POS_VERB || token->features & TD_FEATURE_INFINITIVE) return false;
    if (!beside_cue(quoting, cue, word)) return false;
    bool comma =
        extents->first[word] > 0 && td_quoting_is(quoting, extents->token_start + extents->first[word] - 1, ",");
    if (td_quote_related(quoting, word, "advcl") && td_quote_head(quoting, word) == cue) return comma;
    bool joined = td_quote_related(quoting, word, "conj");
    if (joined && extents->subject[word] == TD_NONE) return true;
    const td_name_word *other = td_cue_at(quoting, at, extents->token_end);
    return other && !td_cue_has(other, "weak");
}

/*
 * Behind a clause that the parse ends at `last`, what is said mostly goes on to the sentence's end: up to there, or to
 * another statement of the author's.
 */
static td_index clause_reach(const td_quoting *quoting, td_index cue, td_index last) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index count = extents->token_end - extents->token_start, head = td_quote_head(quoting, cue);
    for (int step = 0; step <= MOST_STEPS_UP && head != TD_NONE; step++, head = td_quote_head(quoting, head))
        if (head > last) return last;
    td_index reach = last + 1 + LONGEST_REACH < count ? last + 1 + LONGEST_REACH : count, stop = reach;
    for (td_index i = last + 1; i < stop; i++) {
        td_index at = extents->token_start + i;
        if (td_quoting_is(quoting, at, ";") || td_quoting_is(quoting, at, "according")) stop = i;
    }
    for (td_index i = last + 1; i < stop; i++)
        if (begins_another(quoting, cue, i)) stop = extents->first[i] > last ? extents->first[i] : last + 1;
    return stop - 1;
}

/*
 * Where the clause of a cue begins that stands behind it: at its mark, or right behind the cue, as parses hang a
 * clause's subject on the cue more often than anything else stands there.
 */
static td_index clause_start(const td_quoting *quoting, td_index cue, uint32_t cue_words, td_index first,
                             const td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index from = extents->token_start + cue + cue_words, start = extents->token_start + first;
    if (from >= start || start - from > LONGEST_REACH) return start;
    td_index mark = td_quote_mark_behind(quoting, from, start + 1);
    if (mark != TD_NONE) return mark;
    bool told = extents->indirect[cue] != TD_NONE || td_range_present(made->hearer);
    bool spoken_before = td_range_present(made->speaker) && made->speaker.first < made->cue;
    const td_token *next = td_quoting_token(quoting, from);
    bool opens = td_quote_in_nouns(next) || next->features & TD_FEATURE_QUOTE_OPEN;
    return opens && spoken_before && !told && !td_figure_in_time(quoting->report, next->span.start) ? from : start;
}

/* The clause inside the cue's phrase, with what runs on from cue or clause though the parse cut it off. */
static void take_inner_clause(const td_quoting *quoting, td_index cue, uint32_t cue_words, td_index clause,
                              td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index first = extents->first[clause], last = extents->last[clause], start = extents->token_start + first;
    if (first < cue && cue <= last) { /* "The talks, he said, had failed": the parse put all in one */
        made->content[0] = td_range_trim(quoting, (td_token_range){start, extents->token_start + cue});
        return;
    }
    if (first > cue) {
        start = clause_start(quoting, cue, cue_words, first, made);
        last = clause_reach(quoting, cue, last);
    }
    made->content[0] = td_range_trim(quoting, (td_token_range){start, extents->token_start + last + 1});
}

/* "criticised the plan at a rally": when and where the cue's act took place is no part of what it is about. */
static bool begins_circumstance(const td_quoting *quoting, td_index cue, td_index word) {
    static const char *const always[] = {"during", "throughout", "after", "before", "when",
                                         "while",  "despite",    "amid",  NULL},
                             *const of_days[] = {"in", "on", "at", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index noun = td_quote_head(quoting, word), at = extents->token_start + word;
    bool hangs = noun != TD_NONE && noun > word && td_quote_head(quoting, noun) == cue && extents->first[noun] == word;
    if (!hangs) return false;
    if (td_quoting_is_any(quoting, at, always)) return true;
    return td_quoting_is_any(quoting, at, of_days) &&
           td_figure_in_time(quoting->report, td_quoting_token(quoting, extents->token_start + noun)->span.start);
}

/* From a thing that is spoken of to the end of what the cue governs, up to a comma: "criticised the plan for its cost".
 */
td_token_range td_quote_thing(const td_quoting *quoting, td_index cue, td_index from, td_index through) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index last = through;
    td_index reach = through + LONGEST_REACH < extents->last[cue] ? through + LONGEST_REACH : extents->last[cue];
    while (last < reach && !parts_contents(quoting, extents->token_start + last + 1) &&
           !begins_circumstance(quoting, cue, last + 1))
        last++;
    return td_range_trim(quoting, (td_token_range){extents->token_start + from, extents->token_start + last + 1});
}

/* "called for talks", "referred to the deal": the noun behind the cue's preposition. */
static bool take_prepositional(const td_quoting *quoting, td_index cue, uint32_t cue_words, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index particle = cue + cue_words - 1, count = extents->token_end - extents->token_start;
    if (cue_words < 2 || particle + 1 >= count) return false;
    td_index noun = td_quote_head(quoting, particle);
    if (noun == TD_NONE || noun <= particle) return false;
    made->content[0] = td_quote_thing(quoting, cue, particle + 1, extents->last[noun]);
    return true;
}

/* "As the minister noted, ...": the cue vouches for the clause that it stands beside. */
static bool is_aside(const td_quoting *quoting, td_index cue) {
    const td_phrase_extents *extents = &quoting->extents;
    return td_quote_related(quoting, cue, "advcl") && extents->object[cue] == TD_NONE &&
           extents->subject[cue] != TD_NONE && td_quoting_is(quoting, extents->token_start + extents->first[cue], "as");
}

void td_quote_take_outer_clause(const td_quoting *quoting, td_index cue, td_attribution *made) {
    td_index head = td_quote_head(quoting, cue);
    if (head != TD_NONE) take_outer_clause(quoting, cue, head, made);
}

/* A whole clause inside the cue's or around it; false where there is none. */
static bool take_clause(const td_quoting *quoting, td_index cue, const td_name_word *word, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index head = td_quote_head(quoting, cue);
    if (extents->clause[cue] != TD_NONE) {
        take_inner_clause(quoting, cue, word->words, extents->clause[cue], made);
        made->minor = false;
        return true;
    }
    bool beside = head != TD_NONE && td_quote_related(quoting, cue, "parataxis") && head < cue;
    if (!beside && !(head != TD_NONE && is_aside(quoting, cue))) return false;
    take_outer_clause(quoting, cue, head, made);
    made->weak = made->minor = false;
    return true;
}

/* "told them to leave": from the object that acts in it, where there is one. */
static void take_open_clause(const td_quoting *quoting, td_index cue, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index from = extents->first[extents->open_clause[cue]], object = extents->object[cue];
    if (object != TD_NONE && object > cue && extents->first[object] < from) from = extents->first[object];
    if (from > cue) made->content[0] = td_quote_thing(quoting, cue, from, extents->last[extents->open_clause[cue]]);
}

/* The nouns just behind a cue whose object the parse hung elsewhere. */
static void take_words_behind(const td_quoting *quoting, td_index cue, uint32_t cue_words, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index from = cue + cue_words, count = extents->token_end - extents->token_start;
    if (from >= count || !td_quote_in_nouns(td_quoting_token(quoting, extents->token_start + from))) return;
    td_index noun = from, head = td_quote_head(quoting, from);
    while (head != TD_NONE && head > noun && head - from < LONGEST_NOUNS) {
        enum td_part_of_speech part = td_quoting_token(quoting, extents->token_start + head)->part_of_speech;
        if (part != TD_POS_NOUN && part != TD_POS_PROPER_NOUN) break;
        noun = head;
        head = td_quote_head(quoting, noun);
    }
    made->content[0] = td_quote_thing(quoting, cue, from, extents->last[noun]);
}

static void take_object(const td_quoting *quoting, td_index cue, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index object = extents->object[cue];
    made->content[0] = object > cue ? td_quote_thing(quoting, cue, extents->first[object], extents->last[object])
                                    : td_range_trim(quoting, td_quote_phrase(extents, object));
}

void td_quote_take_content(const td_quoting *quoting, td_index cue, const td_name_word *word, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    bool clause = td_cue_has(word, "clause"), act = td_cue_has(word, "act") || td_cue_has(word, "call");
    made->minor = true;
    if (take_prepositional(quoting, cue, word->words, made)) return;
    if (clause && take_clause(quoting, cue, word, made)) return;
    if (extents->open_clause[cue] != TD_NONE && (clause || act || td_cue_has(word, "tell") || td_cue_has(word, "aim")))
        take_open_clause(quoting, cue, made);
    else if (extents->object[cue] != TD_NONE && (act || td_cue_has(word, "report")))
        take_object(quoting, cue, made);
    else if (act)
        take_words_behind(quoting, cue, word->words, made);
}
