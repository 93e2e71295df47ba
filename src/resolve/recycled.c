/*
 * Old statements told as new.
 * Input: quotations that are one. Output: record->recycled, for each quotation
 * that a report gives a later day than its first source did.
 *
 * Repeating a statement of the day before is reporting; it is recycled where a
 * report of another story, or of much later, lets it appear to be said then. A
 * report that names the true day recycles nothing, and without days nothing
 * can be said. Two renderings in the reports' own words are not one statement:
 * two mortar attacks are told alike. Nor is what one page prints many times, or
 * a formula that many origins share.
 */

#include "resolve/comparison.h"

#define OTHER_STORY_DAYS 7 /* later, told in another story */
#define MUCH_LATER_DAYS 45 /* later, in whatever story */
#define PRINTED_TIMES 3    /* in one other report: a line of the page */
#define FORMULA_VOICES 3   /* other origins that have a formula */

/* The day a report gives a quotation: its own words', else that of its
 * publication. */
static td_interval given_day(const td_comparison *comparison, td_index report, uint32_t quote) {
    const td_outline *outline = &comparison->outlines[report];
    td_interval said = outline->quotes.items[quote].said;
    return td_interval_known(said) ? said : outline->published;
}

static bool is_settled(td_interval interval) {
    return interval.from != TD_DAY_UNKNOWN && interval.to != TD_DAY_UNKNOWN;
}

/* How many days later `here` is than `first`; 0 or less where it is not surely
 * later. */
static int32_t days_later(td_interval first, td_interval here) {
    if (!is_settled(first) || !is_settled(here)) return 0;
    return here.from - first.to;
}

static bool is_formula(const td_comparison *comparison, td_index report, uint32_t quote) {
    const td_outline *outline = &comparison->outlines[report];
    uint32_t sentence = outline->quotes.items[quote].sentence;
    return sentence < outline->sentences.count && comparison->formulas[report][sentence];
}

static bool is_indirect(const td_comparison *comparison, td_index report, uint32_t quote) {
    return comparison->outlines[report].quotes.items[quote].kind == TD_QUOTE_INDIRECT;
}

/* Is the quotation of these matches, which stand by their other report, what
 * somebody said? */
static bool is_statement(const td_comparison *comparison, const td_quote_match *match, const td_quote_match *stop) {
    const td_index *origins = comparison->record->origins.items;
    bool formula = is_formula(comparison, match->report, match->quote);
    uint32_t voices = 0, times = 0;
    for (const td_quote_match *one = match; one < stop; one++) {
        bool next = one == match || one->other != one[-1].other;
        times = next ? 1 : times + 1;
        voices += one == match || origins[one->other] != origins[one[-1].other];
        if (times >= PRINTED_TIMES || (formula && voices >= FORMULA_VOICES)) return false;
    }
    return true;
}

static bool is_recycled(const td_comparison *comparison, td_index first, uint32_t first_quote, td_index here,
                        uint32_t quote) {
    if (comparison->record->origins.items[first] == comparison->record->origins.items[here]) return false;
    int32_t later = days_later(given_day(comparison, first, first_quote), given_day(comparison, here, quote));
    bool other_story = comparison->story_of[first] != comparison->story_of[here];
    return later >= MUCH_LATER_DAYS || (other_story && later >= OTHER_STORY_DAYS);
}

/* The earliest source found so far for a quotation, and how surely. */
typedef struct source {
    td_index report;
    uint32_t quote;
    bool found;
} source;

static void consider(const td_comparison *comparison, source *best, td_index first, uint32_t first_quote, td_index here,
                     uint32_t quote) {
    if (!is_recycled(comparison, first, first_quote, here, quote)) return;
    if (best->found) {
        td_interval before = given_day(comparison, best->report, best->quote),
                    now = given_day(comparison, first, first_quote);
        if (now.to > before.to || (now.to == before.to && first >= best->report)) return;
    }
    *best = (source){first, first_quote, true};
}

static void add_recycled(td_comparison *comparison, const source *first, td_index here, uint32_t quote) {
    const td_outline_quote *said = &comparison->outlines[here].quotes.items[quote];
    const td_outline_quote *source_quote = &comparison->outlines[first->report].quotes.items[first->quote];
    *td_push(comparison->arena, &comparison->record->recycled) = (td_recycled){
        .here = {here, said->content},
        .first = {first->report, source_quote->content},
        .claimed = given_day(comparison, here, quote),
        .actual = given_day(comparison, first->report, first->quote),
        .speaker = td_comparison_entity(comparison, said->speaker ? said->speaker : source_quote->speaker)};
}

void td_compare_recycled(td_comparison *comparison) {
    const td_quote_match *match = comparison->quote_matches.items, *stop = match + comparison->quote_matches.count;
    while (match < stop) {
        source first = {.found = false};
        td_index here = match->report;
        uint32_t quote = match->quote;
        const td_quote_match *next = match;
        while (next < stop && next->report == here && next->quote == quote) next++;
        bool said = is_statement(comparison, match, next), told = is_indirect(comparison, here, quote);
        for (; match < next; match++)
            if (said && !(told && is_indirect(comparison, match->other, match->other_quote)))
                consider(comparison, &first, match->other, match->other_quote, here, quote);
        if (first.found) add_recycled(comparison, &first, here, quote);
    }
}
