/*
 * Times by calendar and clock: "27 February 2016", "Feb 27", "2016-02-27",
 * "Monday", "the 1990s", "spring 2016", "the first quarter", "8 p.m.".
 * Input: pieces of a sentence. Output: what the words say, unresolved.
 */

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
    static const char *const before[] = {"in", "since", "by", "of", "until", "till", "from", "during", "before", "after",
                                         "between", "and", "to", "through", "early", "late", "mid", "year", "the", "around",
                                         "circa", "through", "throughout", "for", "than", "s", "spring", "summer",
                                         "autumn", "fall", "winter", "on", "or", "into", "with", "a", "an", "his", "her", "their", "its", NULL};
    uint32_t length;
    const td_piece *previous = td_piece_at(pieces, i - 1);
    if (previous->kind == TD_PIECE_END || previous->kind == TD_PIECE_MARK) return previous->mark != '$' && previous->mark != 'L' && previous->mark != 'E' && previous->mark != '#';
    return td_pieces_match_any(pieces, i - 1, before, &length) >= 0;
}

/* What follows four digits when they are a count: a unit, a lower-case plural. */
static bool count_context(const td_pieces *pieces, int64_t i) {
    const td_piece *next = td_piece_at(pieces, i + 1);
    if (next->kind == TD_PIECE_MARK) return next->mark == '%' || (next->mark == '-' && glued(pieces, i + 1) &&
                                                                   td_piece_at(pieces, i + 2)->kind == TD_PIECE_WORD && glued(pieces, i + 2));
    if (next->kind != TD_PIECE_WORD) return false;
    if (next->word && (next->word->classes & (1U << TD_UNIT_PERIOD | 1U << TD_UNIT_MEASURE | 1U << TD_UNIT_MAGNITUDE |
                                             1U << TD_UNIT_CURRENCY | 1U << TD_UNIT_PERCENT | 1U << TD_UNIT_COUNTED)))
        return !next->capital;
    char last = pieces->text.bytes[next->span.end - 1];
    char before = next->span.end - next->span.start > 3 ? pieces->text.bytes[next->span.end - 2] : 's';
    bool strong = td_piece_is(pieces, i - 1, "in") || td_piece_is(pieces, i - 1, "since") || td_piece_is(pieces, i - 1, "by");
    return !next->capital && last == 's' && before != 's' && !strong;
}

/* '89: a year of the last hundred by its two digits. */
static uint32_t read_short_year(const td_pieces *pieces, int64_t i, int32_t *year) {
    bool two_digits = td_piece_is_mark(pieces, i, '\'') && td_piece_at(pieces, i)->space_before && glued(pieces, i + 1) &&
                      is_number(pieces, i + 1, 2, 0, 99);
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

uint32_t td_moment_read_year(const td_pieces *pieces, int64_t i, bool bare, int32_t *year) {
    uint32_t taken = read_short_year(pieces, i, year);
    if (!taken && bare) taken = read_year_end(pieces, i, year);
    if (taken) return taken;
    if (!is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR)) return 0;
    if (glued(pieces, i + 1) && td_piece_at(pieces, i + 1)->kind == TD_PIECE_WORD) return 0;
    if (glued(pieces, i) && td_piece_at(pieces, i - 1)->kind == TD_PIECE_WORD) return 0;
    if (bare && (!year_context(pieces, i) || count_context(pieces, i))) return 0;
    *year = integer_at(pieces, i);
    return 1;
}

/* "of that year", "this year", "last year", "of the same year": a year named by another. */
static uint32_t read_year_shift(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const phrases[] = {"that year", "the same year", "that same year", "the year", "this year", "last year",
                                          "next year", "the following year", "the next year", "the previous year", NULL};
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
    uint32_t skip = td_piece_is_mark(pieces, i, ',') ? 1 : td_piece_is(pieces, i, "of") ? 1 : 0;
    uint32_t taken = td_moment_read_year(pieces, i + skip, false, &moment->year);
    if (taken && skip == 1 && td_piece_is_mark(pieces, i, ',') && count_context(pieces, i + 1)) taken = 0;
    if (taken) return skip + taken;
    moment->year = 0;
    return read_year_shift(pieces, i, moment);
}

static uint32_t read_iso(const td_pieces *pieces, int64_t i, td_moment *moment) {
    if (!is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR) || !td_piece_is_mark(pieces, i + 1, '-') ||
        !is_number(pieces, i + 2, 2, 1, 12) || !td_piece_is_mark(pieces, i + 3, '-') || !is_number(pieces, i + 4, 2, 1, 31) ||
        !glued(pieces, i + 1) || !glued(pieces, i + 2) || !glued(pieces, i + 3) || !glued(pieces, i + 4))
        return 0;
    *moment = (td_moment){.year = integer_at(pieces, i), .month = integer_at(pieces, i + 2), .day = integer_at(pieces, i + 4)};
    return 5;
}

/* 14/03/2016, 3/14/2016, 2016/03/14. Day or month first is settled only where one is over twelve. */
static uint32_t read_slashed(const td_pieces *pieces, int64_t i, td_moment *moment) {
    char mark = td_piece_at(pieces, i + 1)->mark;
    if (mark != '/' && mark != '.') return 0;
    for (int k = 1; k < 5; k++)
        if (!glued(pieces, i + k)) return 0;
    if (!td_piece_is_mark(pieces, i + 1, mark) || !td_piece_is_mark(pieces, i + 3, mark)) return 0;
    if (is_number(pieces, i, 4, EARLIEST_YEAR, LATEST_YEAR) && is_number(pieces, i + 2, 0, 1, 12) && is_number(pieces, i + 4, 0, 1, 31)) {
        *moment = (td_moment){.year = integer_at(pieces, i), .month = integer_at(pieces, i + 2), .day = integer_at(pieces, i + 4)};
        return 5;
    }
    if (!is_number(pieces, i, 0, 1, 31) || !is_number(pieces, i + 2, 0, 1, 31) || !is_number(pieces, i + 4, 4, EARLIEST_YEAR, LATEST_YEAR))
        return 0;
    int32_t a = integer_at(pieces, i), b = integer_at(pieces, i + 2);
    *moment = (td_moment){.year = integer_at(pieces, i + 4)};
    if (a > 12 && b > 12) return 0;
    if (a > 12 || a == b) moment->day = a, moment->month = b;
    else if (b > 12) moment->day = b, moment->month = a;
    return 5;
}

/* A month's name; short ones and those that are other words too only where they look like one. */
static uint32_t read_month(const td_pieces *pieces, int64_t i, int32_t *month) {
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_MONTH);
    if (!reading || !td_piece_at(pieces, i)->capital) return 0;
    *month = (int32_t)reading->number;
    return 1 + (td_piece_is_mark(pieces, i + 1, '.') && glued(pieces, i + 1) && td_piece_at(pieces, i)->word->form.size <= 4 &&
                *month != 5 && td_piece_at(pieces, i + 2)->kind == TD_PIECE_NUMBER);
}

/* "May", "March", "Mar" and the like as a month without a day or year. */
static bool month_alone(const td_pieces *pieces, int64_t i) {
    static const char *const before[] = {"in", "since", "by", "until", "till", "from", "during", "before", "after", "last", "next",
                                         "this", "of", "and", "to", "early", "late", "mid", "between", "through", "-", NULL};
    uint32_t length;
    td_view form = td_piece_at(pieces, i)->word->form;
    bool ambiguous = form.size <= 4 || td_view_equal(form, TD_VIEW("march")) || td_view_equal(form, TD_VIEW("august")) ||
                     td_view_equal(form, TD_VIEW("april"));
    if (td_view_equal(form, TD_VIEW("june")) || td_view_equal(form, TD_VIEW("july"))) ambiguous = td_piece_at(pieces, i + 1)->capital;
    if (!ambiguous) return true;
    return td_pieces_match_any(pieces, i - 1, before, &length) >= 0 && !(td_piece_is(pieces, i - 1, "to") && !td_piece_at(pieces, i)->capital);
}

/* A day of the month: 27, 27th. */
static uint32_t read_day(const td_pieces *pieces, int64_t i, int32_t *day) {
    if (!is_number(pieces, i, 0, 1, 31) || td_piece_at(pieces, i)->digits > 2) return 0;
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
    if (td_pieces_match_any(pieces, at, links, &length) < 0 || !(taken = read_day(pieces, at + length, &other)) || other <= moment->day)
        return 0;
    int64_t second = at + length + taken;
    if (!read_month(pieces, second, &moment->month)) return 0;
    td_moment year = {0};
    read_following_year(pieces, second + 1, &year);
    moment->year = year.year;
    return (uint32_t)(at - i);
}

static bool counts_something(const td_pieces *pieces, int64_t i) {
    const td_piece *next = td_piece_at(pieces, i);
    return next->word && (next->word->classes & (1U << TD_UNIT_MAGNITUDE | 1U << TD_UNIT_PERCENT | 1U << TD_UNIT_COUNTED | 1U << TD_UNIT_MEASURE));
}

/* February 27[, 2016]; February 2016; February. */
static uint32_t read_month_day(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t month = read_month(pieces, i, &moment->month), day, year;
    if (!month) return 0;
    int64_t at = i + month;
    uint32_t the = td_piece_is(pieces, at, "the") ? 1 : 0;
    day = read_day(pieces, at + the, &moment->day);
    bool clock = day && (td_piece_is_mark(pieces, at + the + day, ':') || td_piece_is(pieces, at + the + day, "am") || td_piece_is(pieces, at + the + day, "pm"));
    if (day && !clock && !(the && day < 2) && !counts_something(pieces, at + the + day)) {
        at += the + day;
        return (uint32_t)(at - i) + read_following_year(pieces, at, moment);
    }
    moment->day = 0;
    year = read_following_year(pieces, at, moment);
    if (year && td_piece_is_mark(pieces, at, ',') && moment->year && td_piece_at(pieces, at + 2)->kind == TD_PIECE_NUMBER) year = 0;
    if (!year && !month_alone(pieces, i)) return 0;
    return (uint32_t)(at - i) + year;
}

/* A weekday; abbreviations only with a capital. */
static uint32_t read_weekday(const td_pieces *pieces, int64_t i, int32_t *weekday) {
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_WEEKDAY);
    if (!reading || !td_piece_at(pieces, i)->capital) return 0;
    *weekday = (int32_t)reading->number;
    if (td_piece_at(pieces, i)->word->form.size >= 6) return 1;
    uint32_t stop = td_piece_is_mark(pieces, i + 1, '.') ? 1 : 0;
    uint32_t comma = td_piece_is_mark(pieces, i + 1 + stop, ',') ? 1 : 0;
    bool dated = td_piece_as(pieces, i + 1 + stop + comma, TD_UNIT_MONTH) || td_piece_at(pieces, i + 1 + stop + comma)->kind == TD_PIECE_NUMBER;
    return dated ? 1 + stop : 0;
}

/* Day and month in either order, with a weekday before where there is one. */
static uint32_t read_date(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int32_t weekday = 0;
    uint32_t before = read_weekday(pieces, i, &weekday);
    int64_t at = i + before;
    if (before && td_piece_is_mark(pieces, at, ',')) at++;
    uint32_t taken = 0;
    static const td_moment_rule rules[] = {read_iso, read_slashed, read_day_month, read_month_day};
    for (size_t k = 0; k < sizeof rules / sizeof *rules && !taken; k++) {
        *moment = (td_moment){0};
        taken = rules[k](pieces, at, moment);
    }
    if (taken && !(before && moment->day == 0)) {
        moment->weekday = weekday;
        return (uint32_t)(at - i) + taken;
    }
    if (before) {
        *moment = (td_moment){.weekday = weekday};
        return before;
    }
    return 0;
}

/* the 1990s, the '90s. */
static uint32_t read_decade(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i + td_piece_is(pieces, i, "the");
    if (td_piece_is_mark(pieces, at, '\'') && glued(pieces, at + 1)) at++;
    const td_piece *piece = td_piece_at(pieces, at);
    if (piece->kind != TD_PIECE_NUMBER || !piece->plain || piece->digits > 4 || (integer_at(pieces, at) % 10) != 0) return 0;
    int64_t s = at + 1 + (td_piece_is_mark(pieces, at + 1, '\'') && glued(pieces, at + 1));
    if (!td_piece_is(pieces, s, "s") || !glued(pieces, s)) return 0;
    if (piece->digits == 4 && piece->number <= LATEST_YEAR) moment->decade = (int32_t)piece->number;
    else if (piece->digits == 2 && at > i) moment->decade = 1900 + (int32_t)piece->number;
    else return 0;
    return (uint32_t)(s + 1 - i);
}

/* the 19th century, the nineteenth century. */
static uint32_t read_century(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i + td_piece_is(pieces, i, "the");
    const td_unit_reading *ordinal = td_piece_as(pieces, at, TD_UNIT_ORDINAL);
    if (ordinal) moment->century = (int32_t)ordinal->number, at++;
    else if (is_number(pieces, at, 0, 1, 22) && is_ordinal_suffix(pieces, at + 1)) moment->century = integer_at(pieces, at), at += 2;
    else return 0;
    if (td_piece_is_mark(pieces, at, '-')) at++;
    return td_piece_is(pieces, at, "century") ? (uint32_t)(at + 1 - i) : 0;
}

/* [the] spring [of] 2016; the spring. */
static uint32_t read_season(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const before[] = {"in", "by", "during", "this", "early", "late", "since", "until", "mid", "-", NULL};
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

/* the first quarter [of 2016]; Q1 2016. */
static uint32_t read_quarter(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int64_t at = i + td_piece_is(pieces, i, "the");
    const td_unit_reading *ordinal = td_piece_as(pieces, at, TD_UNIT_ORDINAL);
    if (ordinal && ordinal->number <= 4 && td_piece_is(pieces, at + 1, "quarter")) {
        moment->quarter = (int32_t)ordinal->number;
        at += 2;
    } else if (td_piece_is(pieces, at, "q") && is_number(pieces, at + 1, 1, 1, 4) && glued(pieces, at + 1)) {
        moment->quarter = integer_at(pieces, at + 1);
        at += 2;
    } else {
        return 0;
    }
    uint32_t year = read_following_year(pieces, at, moment);
    return year || td_piece_is(pieces, i, "the") ? (uint32_t)(at - i) + year : 0;
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

static uint32_t read_bare_year(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t prefix = td_pieces_match(pieces, i, "the year");
    if (!prefix) prefix = td_pieces_match(pieces, i, "the years") ? 2 : 0;
    uint32_t year = td_moment_read_year(pieces, i + prefix, prefix == 0, &moment->year);
    return year ? prefix + year : 0;
}

uint32_t td_moment_read_calendar(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const td_moment_rule rules[] = {read_date,   read_decade,  read_century, read_quarter,
                                           read_season, read_holiday, read_bare_year};
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        *moment = (td_moment){0};
        uint32_t taken = rules[k](pieces, i, moment);
        if (taken) return taken;
    }
    return 0;
}

/* am, pm, a.m., p.m.: 0 or 12 in `*half`, and how many pieces. */
static uint32_t read_half_day(const td_pieces *pieces, int64_t i, int32_t *half) {
    static const char *const phrases[] = {"a . m .", "p . m .", "a . m", "p . m", "am", "pm", NULL};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, phrases, &length);
    if (which < 0) return 0;
    *half = (which & 1) ? 12 : 0;
    return length;
}

/* GMT, UTC, "local time". */
static uint32_t read_zone(const td_pieces *pieces, int64_t i) {
    static const char *const zones[] = {"local time", "gmt", "utc", "hrs", "hours", "cet", "est", "edt", "pst", "pdt", "bst", "cest", "eet", "msk",
                                        "moscow time", "damascus time", NULL};
    uint32_t bracket = td_piece_is_mark(pieces, i, '(') ? 1 : 0, length;
    if (td_pieces_match_any(pieces, i + bracket, zones, &length) < 0) return 0;
    if (!bracket) return length;
    return td_piece_is_mark(pieces, i + 1 + length, ')') ? length + 2 : 0;
}

/* The digits of a clock time: 8, 8:30, 8.30, 0830; how many pieces, and whether they can be nothing else. */
static uint32_t read_clock_digits(const td_pieces *pieces, int64_t i, td_moment *moment, bool *certain) {
    const td_piece *first = td_piece_at(pieces, i);
    if (first->kind != TD_PIECE_NUMBER || first->number >= 2400) return 0;
    moment->hour = (int32_t)first->number;
    *certain = false;
    if (!first->plain) {
        bool dotted = first->digits <= 2 && first->span.end - first->span.start == first->digits + 3U &&
                      pieces->text.bytes[first->span.start + first->digits] == '.';
        moment->minute = (int32_t)((first->number - moment->hour) * 100 + 0.5);
        return dotted ? 1 : 0;
    }
    if (first->digits == 4 && (td_piece_is(pieces, i + 1, "hours") || read_zone(pieces, i + 1))) {
        moment->minute = moment->hour % 100;
        moment->hour /= 100;
        *certain = true;
        return 1;
    }
    bool coloned = first->digits <= 2 && td_piece_is_mark(pieces, i + 1, ':') && glued(pieces, i + 1) &&
                   is_number(pieces, i + 2, 2, 0, 59) && glued(pieces, i + 2);
    if (!coloned) return 1;
    moment->minute = integer_at(pieces, i + 2);
    *certain = true;
    return 3;
}

uint32_t td_moment_read_clock(const td_pieces *pieces, int64_t i, td_moment *moment) {
    *moment = (td_moment){.type = TD_TIME_TIME, .timed = true};
    if (td_piece_is(pieces, i, "noon") || td_piece_is(pieces, i, "midday") || td_piece_is(pieces, i, "midnight")) {
        moment->hour = td_piece_is(pieces, i, "midnight") ? 24 : 12;
        return 1;
    }
    bool certain;
    uint32_t digits = read_clock_digits(pieces, i, moment, &certain);
    if (!digits) return 0;
    int64_t at = i + digits;
    int32_t half = 0;
    uint32_t taken = read_half_day(pieces, at, &half);
    if (taken) {
        if (moment->hour > 12 || moment->hour < 1) return 0;
        moment->hour = moment->hour % 12 + half;
    } else if (!(taken = td_pieces_match(pieces, at, "o ' clock")) && !certain) {
        return 0;
    }
    at += taken;
    if (moment->hour > 24 || moment->minute > 59) return 0;
    return (uint32_t)(at - i) + read_zone(pieces, at);
}
