/*
 * Old statements told as new.
 * Input: quotations that are one. Output: record->recycled, for each quotation
 * that a report gives a later day than its first source did.
 *
 * Repeating a statement of the day before is reporting; it is recycled where a
 * report of another story, or of much later, lets it appear to be said then. A
 * report that names the true day recycles nothing, and without days nothing
 * can be said.
 */

#include "resolve/comparison.h"

#define OTHER_STORY_DAYS 7 /* later, told in another story */
#define MUCH_LATER_DAYS 45 /* later, in whatever story */

/* The day a report gives a quotation: its own words', else that of its publication. */
static td_interval given_day(const td_comparison *comparison, td_index report, uint32_t quote) {
    const td_outline *outline = &comparison->outlines[report];
    td_interval said = outline->quotes.items[quote].said;
    return td_interval_known(said) ? said : outline->published;
}

static bool is_settled(td_interval interval) {
    return interval.from != TD_DAY_UNKNOWN && interval.to != TD_DAY_UNKNOWN;
}

/* How many days later `here` is than `first`; 0 or less where it is not surely later. */
static int32_t days_later(td_interval first, td_interval here) {
    if (!is_settled(first) || !is_settled(here)) return 0;
    return here.from - first.to;
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
        for (; match < stop && match->report == here && match->quote == quote; match++)
            consider(comparison, &first, match->other, match->other_quote, here, quote);
        if (first.found) add_recycled(comparison, &first, here, quote);
    }
}
