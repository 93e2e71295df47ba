/*
 * Times by calendar: "27 February 2016", "Feb 27", "2016-02-27", "Monday",
 * "the 1990s", "spring 2016", "the first quarter".
 * Input: pieces of a sentence. Output: what the words say, unresolved.
 */

#include <string.h>

#include "mention/times.h"

#define EARLIEST_YEAR 1000
#define LATEST_YEAR 2200

static bool is_number(const td_pieces *pieces, int64_t i, uint32_t digits, double low, double high) {
    const td_piece *piece = td_piece_at(pieces, i);
    return piece->kind == TD_PIECE_NUMBER && piece->plain && (digits == 0 || piece->digits == digits) &&
           piece->number >= low && piece->number <= high;
}

static int32_t integer_at(const td_pieces *pieces, int64_t i) {
    return (int32_t)td_piece_at(pieces, i)->number;
}

static bool glued(const td_pieces *pieces, int64_t i) {
    return !td_piece_at(pieces, i)->space_before && td_piece_at(pieces, i)->kind != TD_PIECE_END;
}

static bool is_ordinal_suffix(const td_pieces *pieces, int64_t i) {
    return glued(pieces, i) && (td_piece_is(pieces, i, "st") || td_piece_is(pieces, i, "nd") ||
                                td_piece_is(pieces, i, "rd") || td_piece_is(pieces, i, "th"));
}

/* Words before which, or after which, four digits are a year and no count. */
static bool year_context(const td_pieces *pieces, int64_t i) {
    static const char *const before[] = {
        "in",     "since",   "by",    "of",      "until",      "till",  "from", "during", "before",
        "after",  "between", "and",   "to",      "through",    "early", "late", "mid",    "year",
        "the",    "around",  "circa", "through", "throughout", "for",   "than", "s",      "spring",
        "summer", "autumn",  "fall",  "winter",  "copyright",  "on",    "or",   "into",   "with",
        "a",      "an",      "his",   "her",     "their",      "its",   NULL};
    uint32_t length;
    const td_piece *previous = td_piece_at(pieces, i - 1);
    if (previous->kind == TD_PIECE_END || previous->kind == TD_PIECE_MARK)
        return previous->mark != '$' && previous->mark != 'L' && previous->mark != 'E' && previous->mark != '#';
    return td_pieces_match_any(pieces, i - 1, before, &length) >= 0;
}

/* "2014-2018", "2014 to 2018": the other end of a span of years. */
static bool year_follows(const td_pieces *pieces, int64_t i) {
    static const char *const links[] = {"-", "to", "through", "until", "till", NULL};
    uint32_t length;
    return td_pieces_match_any(pieces, i + 1, links, &length) >= 0 &&
           is_number(pieces, i + 1 + length, 4, EARLIEST_YEAR, LATEST_YEAR) &&
           integer_at(pieces, i) < integer_at(pieces, i + 1 + length);
}

/* The last four digits of a telephone number, or the number of a house. */
static bool is_address(const td_pieces *pieces, int64_t i) {
    bool phone = td_piece_is_mark(pieces, i - 1, '-') && glued(pieces, i) &&
                 td_piece_at(pieces, i - 2)->kind == TD_PIECE_NUMBER && td_piece_at(pieces, i - 2)->digits != 4 &&
                 td_piece_at(pieces, i - 2)->digits > 2;
    return phone || td_piece_is(pieces, i + 1, "block");
}

/* What follows four digits when they are a count: a unit, a lower-case plural. */
static bool count_context(const td_pieces *pieces, int64_t i) {
    if (is_address(pieces, i)) return true;
    if (year_follows(pieces, i)) return false;
    const td_piece *next = td_piece_at(pieces, i + 1);
    if (next->kind == TD_PIECE_MARK)
        return next->mark == '%' || (next->mark == '-' && glued(pieces, i + 1) &&
                                     td_piece_at(pieces, i + 2)->kind == TD_PIECE_WORD && glued(pieces, i + 2));
    if (next->kind != TD_PIECE_WORD) return false;
    if (next->word && (next->word->classes & (1U << TD_UNIT_PERIOD | 1U << TD_UNIT_MEASURE | 1U << TD_UNIT_MAGNITUDE |
                                              1U << TD_UNIT_CURRENCY | 1U << TD_UNIT_PERCENT | 1U << TD_UNIT_COUNTED)))
        return !next->capital;
    char last = pieces->text.bytes[next->span.end - 1];
    char before = next->span.end - next->span.start > 3 ? pieces->text.bytes[next->span.end - 2] : 's';
    bool strong =
        td_piece_is(pieces, i - 1, "in") || td_piece_is(pieces, i - 1, "since") || td_piece_is(pieces, i - 1, "by");
    return !next->capital && last == 's' && before != 's' && !strong;
}

/* '89: a year of the last hundred by its two digits. */
static uint32_t read_short_year(const td_pieces *pieces, int64_t i, int32_t *year) {
    bool two_digits = td_piece_is_mark(pieces, i, '\'') && td_piece_at(pieces, i)->space_before &&
                      glued(pieces, i + 1) && is_number(pieces, i + 1, 2, 0, 99);
    if (!two_digits || (glued(pieces, i + 2) && td_piece_at(pieces, i + 2)->kind == TD_PIECE_WORD)) return 0;
    int32_t two = integer_at(pieces, i + 1);
    *year = two < 50 ? 2000 + two : 1900 + two;
    return 2;
}

/* The end of 1947-54. */
static uint32_t read_year_end(const td_pieces *pieces, int64_t i, int32_t *year) {
    if (!is_number(pieces, i, 2, 1, 99) || !is_number(pieces, i - 2, 4, EARLIEST_YEAR, LATEST_YEAR)) return 0;
    if (!td_piece_is_mark(pieces, i - 1, '-') || !glued(pieces, i - 1) || !glued(pieces, i)) return 0;
    bool closed = !glued(pieces, i + 1) || td_piece_is_mark(pieces, i + 1, ')') || td_piece_is_mark(pieces, i + 1, ',');
    if (!closed || integer_at(pieces, i) <= integer_at(pieces, i - 2) % 100) return 0;
    *year = integer_at(pieces, i - 2) / 100 * 100 + integer_at(pieces, i);
    return 1;
}

/* The value of a word of number at `i` within bounds, or -1. */
static int32_t word_number(const td_pieces *pieces, int64_t i, double low, double high) {
    const td_unit_reading *word = td_piece_as(pieces, i, TD_UNIT_NUMBER);
    return word && word->number >= low && word->number <= high ? (int32_t)word->number : -1;
}

/* "eighty six", "eighty-six", "five", "twelve": what is left of a year in words, below a hundred. */
static uint32_t read_two_digits(const td_pieces *pieces, int64_t i, int32_t *value) {
    int32_t tens = word_number(pieces, i, 20, 90);
    if (tens < 0) return (*value = word_number(pieces, i, 1, 19)) > 0 ? 1 : 0;
    uint32_t dash = td_piece_is_mark(pieces, i + 1, '-') ? 1 : 0;
    int32_t unit = word_number(pieces, i + 1 + dash, 1, 9);
    *value = tens + (unit > 0 ? unit : 0);
    return unit > 0 ? 2 + dash : 1;
}

/* "nineteen eighty-six", "seventeen hundred thirty three", "two thousand and five". */
static uint32_t read_year_in_words(const td_pieces *pieces, int64_t i, int32_t *year) {
    int32_t century = word_number(pieces, i, 15, 20), rest = 0;
    if (word_number(pieces, i, 2, 2) == 2 && td_piece_is(pieces, i + 1, "thousand")) {
        uint32_t link = td_piece_is(pieces, i + 2, "and") ? 1 : 0;
        uint32_t taken = read_two_digits(pieces, i + 2 + link, &rest);
        *year = 2000 + (taken ? rest : 0);
        return 2 + (taken ? link + taken : 0);
    }
    if (century < 0) return 0;
    uint32_t hundred = td_piece_is(pieces, i + 1, "hundred") ? 1 : 0;
    uint32_t link = hundred && td_piece_is(pieces, i + 2, "and") ? 1 : 0;
    uint32_t taken = read_two_digits(pieces, i + 1 + hundred + link, &rest);
    if (!taken || (rest < 10 && !hundred)) return 0;
    *year = century * 100 + rest;
    return 1 + hundred + link + taken;
}

/* "in nineteen ninety-six" with nothing behind it that the number could count. */
static bool lone_year_in_words(const td_pieces *pieces, int64_t i) {
    static const char *const before[] = {"in", "since", "until", "till", "by", "from", NULL};
    static const char *const behind[] = {"and", "but", "or", "to", "the", "when", "he", "she", "they", "it", NULL};
    int32_t year;
    uint32_t length;
    if (!td_piece_as(pieces, i, TD_UNIT_NUMBER) || td_pieces_match_any(pieces, i - 1, before, &length) < 0)
        return false;
    uint32_t taken = read_year_in_words(pieces, i, &year);
    const td_piece *next = td_piece_at(pieces, i + taken);
    return taken > 1 && (next->kind == TD_PIECE_END || next->kind == TD_PIECE_MARK ||
                         td_pieces_match_any(pieces, i + taken, behind, &length) >= 0);
}

uint32_t td_moment_read_year(const td_pieces *pieces, int64_t i, bool bare, int32_t *year) {
    uint32_t taken = read_short_year(pieces, i, year);
    if (!taken && (!bare || lone_year_in_words(pieces, i))) taken = read_year_in_words(pieces, i, year);
    if (!taken && bare) taken = read_year_end(pieces, i, year);
    if (taken) return taken;
    if (!is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR)) return 0;
    if (glued(pieces, i + 1) && td_piece_at(pieces, i + 1)->kind == TD_PIECE_WORD) return 0;
    if (glued(pieces, i) && td_piece_at(pieces, i - 1)->kind == TD_PIECE_WORD) return 0;
    if (bare && ((!year_context(pieces, i) && !year_follows(pieces, i)) || count_context(pieces, i))) return 0;
    *year = integer_at(pieces, i);
    return 1;
}

/* "of that year", "this year", "last year", "of the same year": a year named by another. */
static uint32_t read_year_shift(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const phrases[] = {
        "that year", "the same year",      "that same year", "the year",          "this year", "last year",
        "next year", "the following year", "the next year",  "the previous year", NULL};
    static const int shifts[] = {0, 0, 0, 0, 0, -1, 1, 1, 1, -1};
    static const bool story[] = {true, true, true, true, false, false, false, true, true, true};
    uint32_t of = td_piece_is(pieces, i, "of") ? 1 : td_pieces_match(pieces, i, ", "), length;
    int which = td_pieces_match_any(pieces, i + of, phrases, &length);
    if (which < 0) return 0;
    moment->year_shifted = true;
    moment->shift = shifts[which];
    moment->base = story[which] ? TD_BASE_STORY : TD_BASE_SPEECH;
    return of + length;
}

/* [,] [of] 2016 | of that year | last year. */
static uint32_t read_following_year(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t fiscal = td_pieces_match(pieces, i, "of fiscal");
    if (fiscal && moment->quarter && td_moment_read_year(pieces, i + fiscal, false, &moment->year))
        return moment->fiscal = true, fiscal + 1;
    uint32_t skip = td_piece_is_mark(pieces, i, ',') || td_piece_is(pieces, i, "of") ||
                            (moment->day && td_piece_is(pieces, i, "in"))
                        ? 1
                        : 0;
    uint32_t taken = td_moment_read_year(pieces, i + skip, false, &moment->year);
    if (taken && skip == 1 && td_piece_is_mark(pieces, i, ',') && count_context(pieces, i + 1)) taken = 0;
    if (taken) return skip + taken;
    moment->year = 0;
    return read_year_shift(pieces, i, moment);
}

static uint32_t read_iso(const td_pieces *pieces, int64_t i, td_moment *moment) {
    if (!is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR) || !td_piece_is_mark(pieces, i + 1, '-') ||
        !is_number(pieces, i + 2, 2, 1, 12) || !td_piece_is_mark(pieces, i + 3, '-') ||
        !is_number(pieces, i + 4, 2, 1, 31) || !glued(pieces, i + 1) || !glued(pieces, i + 2) ||
        !glued(pieces, i + 3) || !glued(pieces, i + 4))
        return 0;
    *moment = (td_moment){
        .year = integer_at(pieces, i), .month = integer_at(pieces, i + 2), .day = integer_at(pieces, i + 4)};
    return 5;
}

/* Three numbers parted by one mark, with nothing between. */
static bool three_numbers(const td_pieces *pieces, int64_t i, char mark) {
    if (mark != '/' && mark != '.' && mark != '-') return false;
    for (int k = 1; k < 5; k++)
        if (!glued(pieces, i + k)) return false;
    return td_piece_is_mark(pieces, i + 1, mark) && td_piece_is_mark(pieces, i + 3, mark);
}

/* Which of two numbers is the day: the one over twelve; full stops put it first. Neither where it stays open. */
static void tell_day(td_moment *moment, int32_t a, int32_t b, char mark) {
    if (a > 12 || a == b || (mark == '.' && b <= 12))
        moment->day = a, moment->month = b;
    else if (b > 12)
        moment->day = b, moment->month = a;
}

/* 14/03/2016, 3/14/2016, 14-03-2016, 2016/03/14, 4.3.2016. */
static uint32_t read_slashed(const td_pieces *pieces, int64_t i, td_moment *moment) {
    char mark = td_piece_at(pieces, i + 1)->mark;
    if (!three_numbers(pieces, i, mark)) return 0;
    if (is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR) && is_number(pieces, i + 2, 0, 1, 12) &&
        is_number(pieces, i + 4, 0, 1, 31)) {
        *moment = (td_moment){
            .year = integer_at(pieces, i), .month = integer_at(pieces, i + 2), .day = integer_at(pieces, i + 4)};
        return 5;
    }
    if (!is_number(pieces, i, 0, 1, 31) || !is_number(pieces, i + 2, 0, 1, 31) ||
        !is_number(pieces, i + 4, 4, EARLIEST_YEAR, LATEST_YEAR))
        return 0;
    int32_t a = integer_at(pieces, i), b = integer_at(pieces, i + 2);
    if (a > 12 && b > 12) return 0;
    *moment = (td_moment){.year = integer_at(pieces, i + 4)};
    tell_day(moment, a, b, mark);
    return 5;
}

/* A month's name; short ones and those that are other words too only where they look like one. */
static uint32_t read_month(const td_pieces *pieces, int64_t i, int32_t *month) {
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_MONTH);
    if (!reading || !td_piece_at(pieces, i)->capital) return 0;
    *month = (int32_t)reading->number;
    return 1 + (td_piece_is_mark(pieces, i + 1, '.') && glued(pieces, i + 1) &&
                td_piece_at(pieces, i)->word->form.size <= 4 && *month != 5 &&
                td_piece_at(pieces, i + 2)->kind == TD_PIECE_NUMBER);
}

/* "May", "March", "Mar" and the like as a month without a day or year. */
static bool month_alone(const td_pieces *pieces, int64_t i) {
    static const char *const before[] = {"in",    "since", "by",      "until",   "till", "from", "during", "before",
                                         "after", "last",  "next",    "this",    "of",   "and",  "to",     "early",
                                         "late",  "mid",   "between", "through", "-",    NULL};
    uint32_t length;
    td_view form = td_piece_at(pieces, i)->word->form;
    bool ambiguous = form.size <= 4 || td_view_equal(form, TD_VIEW("march")) ||
                     td_view_equal(form, TD_VIEW("august")) || td_view_equal(form, TD_VIEW("april"));
    if (td_view_equal(form, TD_VIEW("june")) || td_view_equal(form, TD_VIEW("july")))
        ambiguous = td_piece_at(pieces, i + 1)->capital;
    if (!ambiguous) return true;
    int64_t other = i + 1 + (td_piece_is_mark(pieces, i + 1, '-') || td_piece_is(pieces, i + 1, "to") ? 1 : 0);
    if (other > i + 1 && td_piece_as(pieces, other, TD_UNIT_MONTH) && td_piece_at(pieces, other)->capital)
        return true; /* "May to March" */
    return td_pieces_match_any(pieces, i - 1, before, &length) >= 0 &&
           !(td_piece_is(pieces, i - 1, "to") && !td_piece_at(pieces, i)->capital);
}

/* "first", "twenty-third", "thirty first". */
static uint32_t read_ordinal_in_words(const td_pieces *pieces, int64_t i, int32_t *number) {
    int32_t tens = word_number(pieces, i, 20, 30);
    uint32_t skip = tens < 0 ? 0 : td_piece_is_mark(pieces, i + 1, '-') ? 2 : 1;
    const td_unit_reading *ordinal = td_piece_as(pieces, i + skip, TD_UNIT_ORDINAL);
    if (!ordinal || (tens > 0 && ordinal->number > 9)) return 0;
    *number = (tens > 0 ? tens : 0) + (int32_t)ordinal->number;
    return *number <= 31 ? skip + 1 : 0;
}

uint32_t td_ordinal_read(const td_pieces *pieces, int64_t i, int32_t *number) {
    if (!is_number(pieces, i, 0, 1, 31) || !is_ordinal_suffix(pieces, i + 1))
        return read_ordinal_in_words(pieces, i, number);
    *number = integer_at(pieces, i);
    return 2;
}

/* A day of the month: 27, 27th. */
static uint32_t read_day(const td_pieces *pieces, int64_t i, int32_t *day) {
    char before = td_piece_at(pieces, i - 1)->mark; /* "$12 December 27" */
    if (!is_number(pieces, i, 0, 1, 31) || td_piece_at(pieces, i)->digits > 2 || (before && strchr("$LEY", before)))
        return 0;
    *day = integer_at(pieces, i);
    return 1 + is_ordinal_suffix(pieces, i + 1);
}

/* 27 February, the 27th of February; the first day of a span of days takes the month after the second. */
static uint32_t read_day_month(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const links[] = {"-", "and", "to", "or", ",", NULL};
    int64_t at = i;
    if (td_piece_is(pieces, at, "the")) at++;
    uint32_t day = read_day(pieces, at, &moment->day), length, taken;
    if (!day) return 0;
    at += day;
    uint32_t of = td_piece_is(pieces, at, "of") ? 1 : 0;
    if ((taken = read_month(pieces, at + of, &moment->month))) {
        at += of + taken;
        return (uint32_t)(at - i) + read_following_year(pieces, at, moment);
    }
    int32_t other;
    if (td_pieces_match_any(pieces, at, links, &length) < 0 || !(taken = read_day(pieces, at + length, &other)) ||
        other <= moment->day)
        return 0;
    int64_t second = at + length + taken;
    if (td_piece_is(pieces, second, "of")) second++;
    if (!read_month(pieces, second, &moment->month)) return 0;
    td_moment year = {0};
    read_following_year(pieces, second + 1, &year);
    moment->year = year.year;
    return (uint32_t)(at - i);
}

/* "the second of August", "the 15th day of June". */
static uint32_t read_ordinal_of_month(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i + td_piece_is(pieces, i, "the");
    uint32_t day = td_ordinal_read(pieces, at, &moment->day);
    at += day;
    if (td_piece_is(pieces, at, "day")) at++;
    uint32_t month = day && td_piece_is(pieces, at, "of") ? read_month(pieces, at + 1, &moment->month) : 0;
    return month ? (uint32_t)(at + 1 + month - i) : 0;
}

/* "fifteen August nineteen ninety", "on five May". */
static uint32_t read_number_and_month(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int32_t year;
    uint32_t day = read_two_digits(pieces, i, &moment->day);
    uint32_t month = day && moment->day <= 31 ? read_month(pieces, i + day, &moment->month) : 0;
    bool sure =
        month && (td_piece_is(pieces, i - 1, "on") || td_moment_read_year(pieces, i + day + month, false, &year));
    return sure ? day + month : 0;
}

/* "April first", "May twenty-nine", but not "August two thousand and five" nor "May two people". */
static uint32_t read_month_and_words(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int32_t year;
    uint32_t month = read_month(pieces, i, &moment->month);
    int64_t at = i + month + td_piece_is(pieces, i + month, "the");
    if (!month || read_year_in_words(pieces, at, &year)) return 0;
    uint32_t day = read_ordinal_in_words(pieces, at, &moment->day);
    if (!day && word_number(pieces, at, 1, 30) > 0) day = read_two_digits(pieces, at, &moment->day);
    const td_piece *next = td_piece_at(pieces, at + day);
    bool counted =
        next->kind == TD_PIECE_WORD && !word_number(pieces, at + day, 1, 99) && next->word && next->word->classes;
    return day && moment->day <= 31 && !counted ? (uint32_t)(at + day - i) : 0;
}

/* Days in words, with the year behind them. */
static uint32_t read_day_in_words(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const td_moment_rule rules[] = {read_ordinal_of_month, read_number_and_month, read_month_and_words};
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        *moment = (td_moment){0};
        uint32_t taken = rules[k](pieces, i, moment);
        if (taken) return taken + read_following_year(pieces, i + taken, moment);
    }
    return 0;
}

/* "Friday 31." with nothing behind it that the number could count. */
static uint32_t read_closed_number(const td_pieces *pieces, int64_t i, int32_t *day) {
    const td_piece *next = td_piece_at(pieces, i + 1);
    bool closed = next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && strchr(".,!?", next->mark));
    if (!closed || !is_number(pieces, i, 0, 1, 31)) return 0;
    *day = integer_at(pieces, i);
    return 1;
}

/* "on the 17th", "Friday the 13th", "Mon 14th": a day of a month that is not said. */
static uint32_t read_lone_day(const td_pieces *pieces, int64_t i, td_moment *moment, bool weekday) {
    static const char *const before[] = {"on", "since", "until", "by", "before", "after", "from", NULL};
    uint32_t the = td_piece_is(pieces, i, "the") ? 1 : 0, length;
    uint32_t day = td_ordinal_read(pieces, i + the, &moment->day);
    if (weekday && !day) return read_closed_number(pieces, i, &moment->day);
    const td_piece *next = td_piece_at(pieces, i + the + day);
    bool ends = next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && next->mark != '-');
    if (weekday && (day > 1 || (the && ends))) return the + day;
    if (day < 2) return 0; /* "the first" is seldom a day */
    bool closed = ends || td_piece_is(pieces, i + the + day, "and") || td_piece_is(pieces, i + the + day, "to");
    return the && closed && td_pieces_match_any(pieces, i - 1, before, &length) >= 0 ? the + day : 0;
}

/* "9/11": the one day that is called by its numbers alone. */
static uint32_t read_september_eleventh(const td_pieces *pieces, int64_t i, td_moment *moment) {
    bool there = is_number(pieces, i, 1, 9, 9) && td_piece_is_mark(pieces, i + 1, '/') && glued(pieces, i + 1) &&
                 is_number(pieces, i + 2, 2, 11, 11) && glued(pieces, i + 2) &&
                 !(glued(pieces, i + 3) && td_piece_is_mark(pieces, i + 3, '/'));
    if (!there) return 0;
    moment->year = 2001, moment->month = 9, moment->day = 11;
    return 3;
}

static bool counts_something(const td_pieces *pieces, int64_t i) {
    const td_piece *next = td_piece_at(pieces, i);
    return next->word && (next->word->classes & (1U << TD_UNIT_MAGNITUDE | 1U << TD_UNIT_PERCENT |
                                                 1U << TD_UNIT_COUNTED | 1U << TD_UNIT_MEASURE));
}

/* February 27[, 2016]; February 2016; February. */
static uint32_t read_month_day(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t month = read_month(pieces, i, &moment->month), day, year;
    if (!month) return 0;
    int64_t at = i + month;
    uint32_t the = td_piece_is(pieces, at, "the") ? 1 : 0;
    day = read_day(pieces, at + the, &moment->day);
    bool clock = day && (td_piece_is_mark(pieces, at + the + day, ':') || td_piece_is(pieces, at + the + day, "am") ||
                         td_piece_is(pieces, at + the + day, "pm"));
    bool stopped = month == 2 && !td_piece_is(pieces, i - 1, "in"); /* "the Sept. 11 attacks" */
    if (day && !clock && !(the && day < 2) && (stopped || !counts_something(pieces, at + the + day))) {
        at += the + day;
        return (uint32_t)(at - i) + read_following_year(pieces, at, moment);
    }
    moment->day = 0;
    year = read_following_year(pieces, at, moment);
    if (year && td_piece_is_mark(pieces, at, ',') && moment->year &&
        td_piece_at(pieces, at + 2)->kind == TD_PIECE_NUMBER)
        year = 0;
    if (!year && !month_alone(pieces, i)) return 0;
    return (uint32_t)(at - i) + year;
}

/* A weekday; abbreviations only with a capital. */
static uint32_t read_weekday(const td_pieces *pieces, int64_t i, int32_t *weekday) {
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_WEEKDAY);
    if (!reading && td_weekday_lost_apostrophe(pieces, i)) reading = td_piece_as(pieces, i, TD_UNIT_WEEKDAY_PLURAL);
    if (!reading || !td_piece_at(pieces, i)->capital) return 0;
    *weekday = (int32_t)reading->number;
    if (td_piece_at(pieces, i)->word->form.size >= 6) return 1;
    uint32_t stop = td_piece_is_mark(pieces, i + 1, '.') ? 1 : 0;
    uint32_t comma = td_piece_is_mark(pieces, i + 1 + stop, ',') ? 1 : 0;
    bool dated = td_piece_as(pieces, i + 1 + stop + comma, TD_UNIT_MONTH) ||
                 td_piece_at(pieces, i + 1 + stop + comma)->kind == TD_PIECE_NUMBER;
    return dated ? 1 + stop : 0;
}

/* Day and month in either order, with a weekday before where there is one. */
static uint32_t read_date(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int32_t weekday = 0;
    uint32_t before = read_weekday(pieces, i, &weekday);
    int64_t at = i + before;
    if (before && td_piece_is_mark(pieces, at, ',')) at++;
    uint32_t taken = 0;
    static const td_moment_rule rules[] = {read_iso,       read_slashed,      read_september_eleventh,
                                           read_day_month, read_day_in_words, read_month_day};
    for (size_t k = 0; k < sizeof rules / sizeof *rules && !taken; k++) {
        *moment = (td_moment){0};
        taken = rules[k](pieces, at, moment);
    }
    if (taken && !(before && moment->day == 0)) {
        moment->weekday = weekday;
        return (uint32_t)(at - i) + taken;
    }
    *moment = (td_moment){.weekday = weekday};
    uint32_t lone = read_lone_day(pieces, i + before, moment, before > 0);
    if (!lone) moment->day = 0;
    return before + lone;
}

/* the 1990s, the '90s. */
static uint32_t read_decade(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i + td_piece_is(pieces, i, "the");
    if (td_piece_is_mark(pieces, at, '\'') && glued(pieces, at + 1)) at++;
    const td_piece *piece = td_piece_at(pieces, at);
    if (piece->kind != TD_PIECE_NUMBER || !piece->plain || piece->digits > 4 || (integer_at(pieces, at) % 10) != 0)
        return 0;
    int64_t s = at + 1 + (td_piece_is_mark(pieces, at + 1, '\'') && glued(pieces, at + 1));
    if (!td_piece_is(pieces, s, "s") || !glued(pieces, s)) return 0;
    if (piece->digits == 4 && piece->number <= LATEST_YEAR)
        moment->decade = (int32_t)piece->number;
    else if (piece->digits == 2 && at > i)
        moment->decade = 1900 + (int32_t)piece->number;
    else
        return 0;
    return (uint32_t)(s + 1 - i);
}

/* the 19th century, the nineteenth century. */
static uint32_t read_century(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i + td_piece_is(pieces, i, "the");
    const td_unit_reading *ordinal = td_piece_as(pieces, at, TD_UNIT_ORDINAL);
    if (ordinal)
        moment->century = (int32_t)ordinal->number, at++;
    else if (is_number(pieces, at, 0, 1, 22) && is_ordinal_suffix(pieces, at + 1))
        moment->century = integer_at(pieces, at), at += 2;
    else
        return 0;
    if (td_piece_is_mark(pieces, at, '-')) at++;
    return td_piece_is(pieces, at, "century") ? (uint32_t)(at + 1 - i) : 0;
}

/* [the] spring [of] 2016; the spring. */
static uint32_t read_season(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const before[] = {"in",    "by",  "during", "this",  "early",  "late", "since",
                                         "until", "mid", "-",      "whole", "entire", "all",  NULL};
    int64_t at = i + td_piece_is(pieces, i, "the");
    const td_unit_reading *season = td_piece_as(pieces, at, TD_UNIT_SEASON);
    uint32_t length;
    if (!season) return 0;
    moment->season = season->unit;
    bool fall = td_piece_is(pieces, at, "fall");
    uint32_t year = read_following_year(pieces, at + 1, moment);
    bool plain = td_pieces_match_any(pieces, i - 1, before, &length) >= 0;
    if (fall && !year) return 0;
    if (!year && !plain && td_piece_is(pieces, at + 1, "of")) return 0;
    return year || plain ? (uint32_t)(at + 1 - i) + year : 0;
}

/* "first quarter", "1st quarter", "Q1", "1Q": the number and how many pieces it takes. */
static uint32_t read_quarter_name(const td_pieces *pieces, int64_t i, int32_t *quarter) {
    uint32_t ordinal = td_ordinal_read(pieces, i, quarter);
    if (ordinal) return *quarter <= 4 && td_piece_is(pieces, i + ordinal, "quarter") ? ordinal + 1 : 0;
    bool before = td_piece_is(pieces, i, "q") && is_number(pieces, i + 1, 1, 1, 4) && glued(pieces, i + 1);
    bool behind = is_number(pieces, i, 1, 1, 4) && td_piece_is(pieces, i + 1, "q") && glued(pieces, i + 1);
    if (!before && !behind) return 0;
    *quarter = integer_at(pieces, i + before);
    return 2;
}

/* the first quarter [of 2016]; Q1 2016; 2016 Q1; in Q1. */
static uint32_t read_quarter(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const before[] = {"in", "for", "of", "during", "since", "from", "by", NULL};
    uint32_t the = td_piece_is(pieces, i, "the") ? 1 : 0, length;
    if (is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR)) {
        uint32_t dash = td_piece_is_mark(pieces, i + 1, '-') ? 1 : 0;
        uint32_t name = read_quarter_name(pieces, i + 1 + dash, &moment->quarter);
        bool letter = name && td_piece_at(pieces, i + 1 + dash)->capital;
        moment->year = integer_at(pieces, i);
        return letter ? 1 + dash + name : 0;
    }
    uint32_t name = read_quarter_name(pieces, i + the, &moment->quarter);
    if (!name) return 0;
    uint32_t year = read_following_year(pieces, i + the + name, moment);
    bool told = the || (td_piece_at(pieces, i)->capital && td_pieces_match_any(pieces, i - 1, before, &length) >= 0);
    return year || told ? the + name + year : 0;
}

static uint32_t read_holiday(const td_pieces *pieces, int64_t i, td_moment *moment) {
    if (!td_piece_at(pieces, i)->capital) return 0;
    const td_unit_reading *holiday = td_piece_as(pieces, i, TD_UNIT_HOLIDAY);
    if (!holiday) return 0;
    moment->month = (holiday->unit.bytes[0] - '0') * 10 + (holiday->unit.bytes[1] - '0');
    moment->day = (holiday->unit.bytes[3] - '0') * 10 + (holiday->unit.bytes[4] - '0');
    uint32_t day = td_piece_is(pieces, i + 1, "day") || td_piece_is(pieces, i + 1, "eve") ? 1 : 0;
    if (td_piece_is(pieces, i + 1, "eve")) moment->day--;
    return 1 + day + read_following_year(pieces, i + 1 + day, moment);
}

/* "fiscal 2013", "the fiscal year 2013": whose months each company and state counts for itself. */
static uint32_t read_fiscal_year(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const openings[] = {
        "the fiscal year", "the financial year", "fiscal year", "financial year", "fiscal", NULL};
    static const char *const before[] = {"in", "for", "of", "during", "since", "by", "from", NULL};
    uint32_t length, preposition;
    if (td_pieces_match_any(pieces, i, openings, &length) < 0) return 0;
    uint32_t year = td_moment_read_year(pieces, i + length, false, &moment->year);
    bool told = length > 1 || td_pieces_match_any(pieces, i - 1, before, &preposition) >= 0 || i == 0;
    if (!year || !told) return 0;
    moment->fiscal = true;
    return length + year;
}

static uint32_t read_bare_year(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t prefix = td_pieces_match(pieces, i, "the year");
    if (!prefix) prefix = td_pieces_match(pieces, i, "the years") ? 2 : 0;
    uint32_t year = td_moment_read_year(pieces, i + prefix, prefix == 0, &moment->year);
    return year ? prefix + year : 0;
}

uint32_t td_moment_read_calendar(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const td_moment_rule rules[] = {read_date,   read_decade,  read_century,     read_quarter,
                                           read_season, read_holiday, read_fiscal_year, read_bare_year};
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        *moment = (td_moment){0};
        uint32_t taken = rules[k](pieces, i, moment);
        if (taken) return taken;
    }
    return 0;
}
