/*
 * Durations ("five and a half months", "18 months", "a year", "decades") and
 * what is counted from a day by them ("two days ago", "a week later").
 * Input: pieces of a sentence. Output: what the words say, unresolved.
 */

#include <string.h>

#include "mention/numbers.h"
#include "mention/times.h"

#define LARGEST_AMOUNT 1e8 /* units of a length; what is longer is a manner of speaking */

/* Words before a length that bound it: TIMEX3 MOD. */
static const char *const bound_words[] = {
    "more than", "less than", "fewer than", "no more than", "no less than", "at least",      "at most",
    "up to",     "nearly",    "almost",     "about",        "around",       "approximately", "roughly",
    "some",      "over",      "under",      "just over",    "just under",   "close to",      NULL};
static const char *const bound_mods[] = {
    "MORE_THAN",     "LESS_THAN", "LESS_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "EQUAL_OR_MORE", "EQUAL_OR_LESS",
    "EQUAL_OR_LESS", "LESS_THAN", "LESS_THAN", "APPROX",        "APPROX",        "APPROX",        "APPROX",
    "APPROX",        "MORE_THAN", "LESS_THAN", "MORE_THAN",     "LESS_THAN",     "APPROX"};

/* "several", "a few": a number that is not said. */
static uint32_t read_vague_count(const td_pieces *pieces, int64_t i) {
    static const char *const words[] = {"several",     "a few",       "few",         "many", "some",
                                        "a number of", "another few", "a couple of", NULL};
    uint32_t length;
    return td_pieces_match_any(pieces, i, words, &length) >= 0 ? length : 0;
}

/* How many: a number, "a", "half a", "several"; 0 with nothing said for a bare plural. */
static uint32_t read_count(const td_pieces *pieces, int64_t i, td_moment *moment) {
    td_number number;
    uint32_t taken = td_pieces_match(pieces, i, "half a");
    if (!taken) taken = td_pieces_match(pieces, i, "half an");
    if (taken) return moment->amount = 0.5, taken;
    if ((taken = td_pieces_match(pieces, i, "a couple of"))) return moment->amount = 2, taken;
    taken = td_number_read(pieces, i, &number);
    if (taken) {
        static const char *const fractions[] = {"and half", "and a quarter", NULL}; /* "one and a quarter years" */
        uint32_t fraction = 0;
        int which = number.vague ? -1 : td_pieces_match_any(pieces, i + taken, fractions, &fraction);
        moment->amount = number.value + (which == 0 ? 0.5 : which == 1 ? 0.25 : 0);
        moment->vague = number.vague;
        return taken + (which >= 0 ? fraction : 0);
    }
    if ((taken = read_vague_count(pieces, i))) return moment->vague = true, taken;
    static const char *const one[] = {"a single", "an entire", "a whole", "a full", "another", "a", "an", NULL};
    if (td_pieces_match_any(pieces, i, one, &taken) >= 0) return moment->amount = 1, taken;
    return 0;
}

/* The unit, with what may stand before it: "consecutive days", "six-year"; behind a number also "10 previous weeks". */
static uint32_t read_unit(const td_pieces *pieces, int64_t i, td_moment *moment, bool counted, bool *plural) {
    static const char *const sides[] = {"previous", "past",      "last",      "next", "coming",
                                        "upcoming", "preceding", "following", NULL};
    static const char *const fillers[] = {"consecutive", "long",    "full",       "more",    "straight",
                                          "short",       "further", "successive", "whole",   "calendar",
                                          "additional",  "other",   "or so",      "or more", NULL};
    uint32_t length, filler = td_pieces_match_any(pieces, i, fillers, &length) >= 0 ? length : 0;
    if (counted && !filler && td_pieces_match_any(pieces, i, sides, &length) >= 0) filler = length;
    const td_unit_reading *unit = td_piece_as(pieces, i + filler, TD_UNIT_PERIOD);
    if (!unit) return 0;
    moment->unit = unit->unit;
    *plural = unit->number == 2;
    return filler + 1;
}

/* "-old", "old", "of age": an age, which is no time. */
static bool is_age(const td_pieces *pieces, int64_t i) {
    return td_pieces_match(pieces, i, "- old") || td_pieces_match(pieces, i, "- olds") ||
           td_pieces_match(pieces, i, "old") || td_pieces_match(pieces, i, "of age");
}

/* "1999 year" and "some day" are no lengths; "six-year" and "a half year" are. */
static bool number_fits_unit(const td_pieces *pieces, int64_t i, const td_moment *moment, bool plural) {
    if (plural || (!moment->vague && moment->amount < 2)) return true;
    bool whole = moment->amount == (double)(int64_t)moment->amount;
    if (!td_piece_is(pieces, i, "a") && !moment->vague && whole) return false;
    return !td_piece_is(pieces, i, "some") && !td_piece_is(pieces, i, "few") && !td_piece_is(pieces, i, "many");
}

/* "all day", "all week". */
static uint32_t read_all(const td_pieces *pieces, int64_t i, td_moment *moment) {
    const td_unit_reading *unit = td_piece_is(pieces, i, "all") ? td_piece_as(pieces, i + 1, TD_UNIT_PERIOD) : NULL;
    bool calendar = unit && unit->number == 1 && unit->unit.size == 1 && strchr("DWMY", unit->unit.bytes[0]);
    if (!calendar) return 0;
    moment->amount = 1;
    moment->unit = unit->unit;
    return 2;
}

static int unit_rank(td_view unit) {
    static const char *const ranks[] = {"CE", "DE", "Y", "M", "W", "D", "H", "m", "S", NULL};
    for (int k = 0; ranks[k]; k++)
        if (td_view_equal(unit, td_view_of(ranks[k]))) return k;
    return 0;
}

static uint32_t read_length_core(const td_pieces *pieces, int64_t i, td_moment *moment);

/* "and 2 days", "3 hours 30 minutes": further, smaller units of a length that ends before `i`. */
static uint32_t read_more_units(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i;
    td_view last = moment->unit;
    while (moment->more_count < TD_MOMENT_MORE && !moment->vague) {
        uint32_t link = td_piece_is(pieces, at, "and")         ? 1
                        : td_pieces_match(pieces, at, ", and") ? 2
                        : td_piece_is_mark(pieces, at, ',')    ? 1
                                                               : 0;
        td_number number;
        td_moment next = {0};
        if (!td_number_read(pieces, at + link, &number) || number.vague) break;
        uint32_t taken = read_length_core(pieces, at + link, &next);
        if (!taken || next.vague || unit_rank(next.unit) <= unit_rank(last)) break;
        moment->more[moment->more_count++] = (td_unit_amount){next.amount, next.unit};
        last = next.unit;
        at += link + taken;
    }
    return (uint32_t)(at - i);
}

static uint32_t read_length_core(const td_pieces *pieces, int64_t i, td_moment *moment) {
    bool plural = false;
    uint32_t all = read_all(pieces, i, moment);
    if (all) return all;
    uint32_t count = read_count(pieces, i, moment);
    bool bare = count == 0;
    uint32_t dash = !bare && td_piece_is_mark(pieces, i + count, '-') ? 1 : 0;
    uint32_t unit = read_unit(pieces, i + count + dash, moment, !bare && !moment->vague && moment->amount > 1, &plural);
    if (!unit || moment->amount > LARGEST_AMOUNT) return 0;
    uint32_t taken = count + dash + unit;
    if (bare && (!plural || td_piece_is(pieces, i - 1, "the"))) return 0;
    if (bare)
        moment->vague = true;
    else if (!dash && !number_fits_unit(pieces, i, moment, plural))
        return 0;
    if (td_view_equal(moment->unit, TD_VIEW("S")) && !plural && !dash) return 0; /* "a second": more often an ordinal */
    if (td_view_equal(moment->unit, TD_VIEW("Q"))) return 0;
    static const char *const fractions[] = {"and a half", "and half", "and a quarter", NULL};
    uint32_t fraction = 0;
    int which = td_pieces_match_any(pieces, i + taken, fractions, &fraction);
    if (which >= 0) moment->amount += which == 2 ? 0.25 : 0.5;
    return taken + fraction;
}

/* ago, later, earlier, before ...: base and direction. */
static uint32_t read_direction(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const words[] = {"ago",   "from now", "from today", "hence",     "after today", "before today",
                                        "later", "earlier",  "afterwards", "afterward", "previously",  NULL};
    static const int signs[] = {-1, 1, 1, 1, 1, -1, 1, -1, 1, 1, -1};
    enum { FIRST_OF_STORY = 6 };
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, words, &length);
    if (which >= 0) {
        moment->base = which < FIRST_OF_STORY ? TD_BASE_SPEECH : TD_BASE_STORY;
        moment->amount *= signs[which];
        moment->shift = signs[which];
        return length;
    }
    bool after = td_piece_is(pieces, i, "after"), before = td_piece_is(pieces, i, "before");
    const td_piece *next = td_piece_at(pieces, i + 1);
    bool closed =
        next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && (next->mark == ',' || next->mark == '.'));
    if ((!after && !before) || !closed) return 0;
    moment->base = TD_BASE_STORY;
    moment->shift = after ? 1 : -1;
    moment->amount *= moment->shift;
    return 1;
}

uint32_t td_moment_read_length(const td_pieces *pieces, int64_t i, td_moment *moment) {
    *moment = (td_moment){.form = TD_MOMENT_LENGTH, .type = TD_TIME_DURATION};
    uint32_t length = 0;
    int bound = td_pieces_match_any(pieces, i, bound_words, &length);
    if (bound >= 0) {
        if (!read_length_core(pieces, i + length, moment) || (moment->vague && moment->amount == 0))
            bound = -1;
        else
            moment->mod = bound_mods[bound];
        if (bound < 0) *moment = (td_moment){.form = TD_MOMENT_LENGTH, .type = TD_TIME_DURATION}, length = 0;
    }
    uint32_t core = read_length_core(pieces, i + length, moment);
    if (bound >= 0) { /* read twice: the first reading must not add up */
        const char *mod = moment->mod;
        *moment = (td_moment){.form = TD_MOMENT_LENGTH, .type = TD_TIME_DURATION, .mod = mod};
        core = read_length_core(pieces, i + length, moment);
    }
    if (!core || is_age(pieces, i + length + core)) return 0;
    uint32_t taken = length + core;
    taken += read_more_units(pieces, i + taken, moment);
    uint32_t direction = read_direction(pieces, i + taken, moment);
    if (direction) {
        moment->form = TD_MOMENT_OFFSET;
        bool short_unit = td_view_equal(moment->unit, TD_VIEW("H")) || td_view_equal(moment->unit, TD_VIEW("m")) ||
                          td_view_equal(moment->unit, TD_VIEW("S"));
        moment->type = short_unit ? TD_TIME_TIME : TD_TIME_DATE;
        if (moment->mod)
            moment->mod = strcmp(moment->mod, "LESS_THAN") == 0   ? "BEFORE"
                          : strcmp(moment->mod, "MORE_THAN") == 0 ? "AFTER"
                                                                  : moment->mod;
    }
    return taken + direction;
}
