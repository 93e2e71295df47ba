/*
 * One moment against one day.
 * Input: what the words say and the day they are counted from.
 * Output: the days covered and the TIMEX3 value (ISO-TimeML, ISO 24617-1).
 */

#include "mention/times_calendar_days.h"

#include <stdio.h>

#define DAYS_OF_NARROWING_LEAST 20 /* "early Monday" stays Monday */
#define LONE_DAY_MONTHS 15         /* each day of a month falls on each weekday within so many months, but for a few */

static bool unit_is(const td_moment *moment, const char *unit) {
    return td_view_equal(moment->unit, td_view_of(unit));
}

static td_interval months_from(int32_t year, int32_t month, int32_t count) {
    td_day from = td_day_of(year, month, 1);
    return (td_interval){from, td_day_add_months(from, count) - 1};
}

static int32_t season_month(td_view season) {
    static const struct {
        const char *name;
        int32_t month;
    } seasons[] = {{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}};
    for (int i = 0; i < 4; i++)
        if (td_view_equal(season, td_view_of(seasons[i].name))) return seasons[i].month;
    return 1;
}

td_interval td_moment_days(const td_moment *moment, int32_t year) {
    if (moment->decade) return (td_interval){td_day_of(moment->decade, 1, 1), td_day_of(moment->decade + 9, 12, 31)};
    if (moment->century)
        return (td_interval){td_day_of((moment->century - 1) * 100 + 1, 1, 1),
                             td_day_of(moment->century * 100, 12, 31)};
    if (moment->month && moment->day) {
        int32_t last = td_days_in_month(year, moment->month);
        return td_interval_day(td_day_of(year, moment->month, moment->day < last ? moment->day : last));
    }
    if (moment->month) return months_from(year, moment->month, 1);
    if (td_view_present(moment->season)) return months_from(year, season_month(moment->season), 3);
    if (moment->quarter) return months_from(year, moment->quarter * 3 - 2, 3);
    return (td_interval){td_day_of(year, 1, 1), td_day_of(year, 12, 31)};
}

/* So many weeks of a year or month; its first week is the one that holds its fourth day, as in ISO 8601. */
static td_interval weeks_within(const td_moment *moment, td_interval whole, bool from_start) {
    td_day first = whole.from + 3 - (td_day_weekday(whole.from + 3) - 1),
           last = whole.to - 3 - (td_day_weekday(whole.to - 3) - 1);
    int32_t weeks = (int32_t)moment->part_amount;
    if (moment->part_number > 0) first += 7 * (moment->part_number - 1), weeks = 1;
    return from_start ? (td_interval){first, first + 7 * weeks - 1} : (td_interval){last - 7 * (weeks - 1), last + 6};
}

/* "the last three weeks of 2012", "the 15th day of June": as many units from either end, or the one of that number. */
static td_interval narrow_by_count(const td_moment *moment, td_interval whole) {
    bool from_start = moment->part_number > 0 || (moment->mod && strcmp(moment->mod, "START") == 0);
    bool months = td_view_equal(moment->part_unit, TD_VIEW("M"));
    int32_t amount = (int32_t)moment->part_amount, skipped = moment->part_number > 0 ? moment->part_number - 1 : 0;
    if (td_view_equal(moment->part_unit, TD_VIEW("W")))
        return whole.to - whole.from < 27 ? whole : weeks_within(moment, whole, from_start);
    td_interval part = whole;
    if (months && from_start) {
        part.from = td_day_add_months(whole.from, skipped);
        part.to = td_day_add_months(part.from, amount) - 1;
    } else if (months) {
        part.from = td_day_add_months(whole.to + 1, -amount);
    } else if (from_start) {
        part.from = whole.from + skipped;
        part.to = part.from + amount - 1;
    } else {
        part.from = whole.to - amount + 1;
    }
    bool inside = part.from >= whole.from && part.to <= whole.to && part.from <= part.to;
    return inside ? part : whole;
}

/* Early, late and mid as parts of what they narrow. */
static td_interval narrow(const td_moment *moment, td_interval whole) {
    int32_t days = whole.to - whole.from + 1;
    if (td_view_present(moment->part_unit)) return narrow_by_count(moment, whole);
    if (!moment->mod || days < DAYS_OF_NARROWING_LEAST) return whole;
    int32_t years = days / 365, half = days / 2;
    td_day july = years ? td_day_add_months(whole.from, 6 * years) : 0; /* the middle of a year is the end of June */
    if (strcmp(moment->mod, "START") == 0)
        whole.to = years ? july - 1 : whole.from + half;
    else if (strcmp(moment->mod, "END") == 0)
        whole.from = years ? july : whole.to - half;
    else if (strcmp(moment->mod, "MID") == 0)
        whole.from += days / 4, whole.to -= days / 4;
    return whole;
}

/* The clock or part of the day behind a day's value. */
static void add_time(const td_moment *moment, char value[TD_VALUE_SIZE]) {
    size_t used = strlen(value);
    if (moment->timed)
        snprintf(value + used, TD_VALUE_SIZE - used, "T%02d:%02d", (int)moment->hour, (int)moment->minute);
    else if (td_view_present(moment->part))
        snprintf(value + used, TD_VALUE_SIZE - used, "T%.*s", TD_VIEW_ARGUMENTS(moment->part));
}

static void format_day(td_day day, char value[TD_VALUE_SIZE]) {
    td_date date = td_day_to_date(day);
    snprintf(value, TD_VALUE_SIZE, "%04d-%02d-%02d", (int)date.year, (int)date.month, (int)date.day);
}

static td_resolved day_resolved(const td_moment *moment, td_day day) {
    td_resolved out = {
        .interval = td_interval_day(day), .whole = td_interval_day(day), .granularity = TD_BY_DAY, .certain = true};
    format_day(day, out.value);
    add_time(moment, out.value);
    return out;
}

static td_resolved whole_resolved(const td_moment *moment, td_interval whole, enum td_granularity granularity) {
    return (td_resolved){
        .interval = narrow(moment, whole), .whole = whole, .granularity = granularity, .certain = true};
}

static td_resolved week_of(const td_moment *moment, td_day day) {
    int32_t year, week;
    td_day monday = day - (td_day_weekday(day) - 1);
    td_day_iso_week(day, &year, &week);
    bool weekend = unit_is(moment, "WE");
    td_interval whole = {monday + (weekend ? 5 : 0), monday + 6};
    td_resolved out = whole_resolved(moment, whole, TD_BY_WEEK);
    snprintf(out.value, TD_VALUE_SIZE, "%04d-W%02d%s", (int)year, (int)week, weekend ? "-WE" : "");
    return out;
}

/* A fiscal year may begin in any month of the year before or in January: what is known is what it cannot leave. */
static td_resolved fiscal_resolved(const td_moment *moment) {
    td_resolved out = {.interval = {td_day_of(moment->year - 1, 1, 1), td_day_of(moment->year, 12, 31)},
                       .granularity = TD_BY_YEAR};
    out.whole = out.interval;
    if (moment->quarter)
        snprintf(out.value, TD_VALUE_SIZE, "FY%04d-Q%d", (int)moment->year, (int)moment->quarter);
    else
        snprintf(out.value, TD_VALUE_SIZE, "FY%04d", (int)moment->year);
    return out;
}

static td_resolved calendar_resolved(const td_moment *moment, int32_t year) {
    if (moment->fiscal) return fiscal_resolved(moment);
    if (moment->month && moment->day && unit_is(moment, "W")) return week_of(moment, td_moment_days(moment, year).from);
    if (moment->month && moment->day) return day_resolved(moment, td_moment_days(moment, year).from);
    td_resolved out = whole_resolved(moment, td_moment_days(moment, year), moment->month ? TD_BY_MONTH : TD_BY_YEAR);
    if (moment->decade)
        snprintf(out.value, TD_VALUE_SIZE, "%03dX", (int)moment->decade / 10);
    else if (moment->century)
        snprintf(out.value, TD_VALUE_SIZE, "%02dXX", (int)moment->century - 1);
    else if (moment->month)
        snprintf(out.value, TD_VALUE_SIZE, "%04d-%02d", (int)year, (int)moment->month);
    else if (td_view_present(moment->season))
        snprintf(out.value, TD_VALUE_SIZE, "%04d-%.*s", (int)year, TD_VIEW_ARGUMENTS(moment->season));
    else if (moment->quarter)
        snprintf(out.value, TD_VALUE_SIZE, "%04d-Q%d", (int)year, (int)moment->quarter);
    else
        snprintf(out.value, TD_VALUE_SIZE, "%04d", (int)year);
    return out;
}

/* The unit that holds `day`, `shift` units on. */
static td_resolved unit_resolved(const td_moment *moment, td_day day, int32_t shift) {
    td_date date = td_day_to_date(day);
    /* "over the weekend" told on a weekday is the one before */
    bool past_weekend = moment->just_past && unit_is(moment, "WE") && moment->tense <= 0 && td_day_weekday(day) < 6;
    if (unit_is(moment, "W") || unit_is(moment, "WE")) return week_of(moment, day + 7 * (shift - past_weekend));
    if (unit_is(moment, "F")) return week_of(moment, day + 14 * shift);
    td_moment part = {.mod = moment->mod,
                      .part_unit = moment->part_unit,
                      .part_amount = moment->part_amount,
                      .part_number = moment->part_number};
    if (unit_is(moment, "M")) {
        date = td_day_to_date(td_day_add_months(td_day_of(date.year, date.month, 1), shift));
        part.month = date.month;
    } else if (unit_is(moment, "Q")) {
        date = td_day_to_date(td_day_add_months(td_day_of(date.year, date.month, 1), shift * 3));
        part.quarter = (date.month + 2) / 3;
    } else if (unit_is(moment, "Y")) {
        date.year += shift;
    } else if (unit_is(moment, "DE")) {
        part.decade = date.year / 10 * 10 + 10 * shift;
    } else if (unit_is(moment, "CE")) {
        part.century = (date.year - 1) / 100 + 1 + shift;
    } else {
        bool days = unit_is(moment, "D");
        return day_resolved(moment, day + (days ? shift : 0));
    }
    if (date.year < 1) date.year = 1;
    return calendar_resolved(&part, date.year);
}

/* A day that a date can be made of; `otherwise` for one before or behind all years. */
static td_day inside_calendar(int64_t day, td_day otherwise) {
    return day >= td_day_of(1, 1, 1) && day <= td_day_of(9999, 12, 31) ? (td_day)day : otherwise;
}

/* Days and months that `amount` units make, rounded to what a calendar can count. */
static td_day shifted_by(const td_moment *moment, td_day day) {
    static const struct {
        const char *unit;
        double months, days;
    } units[] = {{"D", 0, 1}, {"W", 0, 7},  {"F", 0, 14},   {"WE", 0, 7},   {"M", 1, 0},
                 {"Q", 3, 0}, {"Y", 12, 0}, {"DE", 120, 0}, {"CE", 1200, 0}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!unit_is(moment, units[i].unit)) continue;
        double months = moment->amount * units[i].months;
        double year = td_day_to_date(day).year + months / 12;
        if (year < 2 || year > 9998 || moment->amount > 400000 || moment->amount < -400000) return day;
        int32_t whole = (int32_t)months;
        return inside_calendar((int64_t)td_day_add_months(day, whole) +
                                   (int64_t)(moment->amount * units[i].days + (months - whole) * 30),
                               day);
    }
    return day;
}

/* The same for each unit of "2 weeks and 2 days ago". */
static td_day shifted_day(const td_moment *moment, td_day day) {
    day = shifted_by(moment, day);
    for (uint32_t n = 0; n < moment->more_count; n++) {
        td_moment part = {.unit = moment->more[n].unit,
                          .amount = moment->shift < 0 ? -moment->more[n].amount : moment->more[n].amount};
        day = shifted_by(&part, day);
    }
    return day;
}

static td_resolved offset_vague(const td_moment *moment, td_day anchor) {
    td_date date = td_day_to_date(anchor);
    td_resolved out = {.interval = moment->shift < 0 ? (td_interval){TD_DAY_UNKNOWN, anchor}
                                                     : (td_interval){anchor, TD_DAY_UNKNOWN}};
    out.whole = out.interval;
    if (unit_is(moment, "D"))
        snprintf(out.value, TD_VALUE_SIZE, "%04d-%02d-XX", (int)date.year, (int)date.month);
    else if (unit_is(moment, "W"))
        snprintf(out.value, TD_VALUE_SIZE, "%04d-WXX", (int)date.year);
    else if (unit_is(moment, "M"))
        snprintf(out.value, TD_VALUE_SIZE, "%04d-XX", (int)date.year);
    else if (unit_is(moment, "Y"))
        snprintf(out.value, TD_VALUE_SIZE, "XXXX");
    else
        snprintf(out.value, TD_VALUE_SIZE, "%s", moment->shift < 0 ? "PAST_REF" : "FUTURE_REF");
    return out;
}

static td_resolved offset_resolved(const td_moment *moment, td_day anchor, bool story) {
    if (moment->vague) return offset_vague(moment, anchor);
    td_day day = shifted_day(moment, anchor);
    bool whole = moment->amount == (double)(int32_t)moment->amount;
    bool fine = story || moment->more_count || unit_is(moment, "D") || !whole || unit_is(moment, "H") ||
                unit_is(moment, "m") || unit_is(moment, "S");
    if (fine) return day_resolved(moment, day);
    return unit_resolved(moment, day, 0);
}

static td_resolved weekday_resolved(const td_moment *moment, td_day anchor, bool story) {
    int32_t away = moment->weekday - td_day_weekday(anchor); /* the same ISO week */
    td_day day = anchor + away;
    if (moment->base != TD_BASE_NONE) {
        if (moment->shift < 0 && day >= anchor) day -= 7;
        if (moment->shift > 0 && day <= anchor) day += 7;
        /* nobody calls yesterday "last Wednesday": it is the one before */
        if (!story && !moment->nearest && (day - anchor == moment->shift)) day += 7 * moment->shift;
    } else if (moment->tense > 0 || story) {
        if (day < anchor) day += 7;
    } else if (day > anchor) {
        day -= 7;
    }
    return day_resolved(moment, day);
}

/* The nearest day of that number, and weekday where one is said, before or behind the anchor; TD_DAY_UNKNOWN. */
static td_day lone_day_beside(const td_moment *moment, td_day anchor, bool ahead) {
    td_date date = td_day_to_date(anchor);
    for (int32_t months = 0; months <= LONE_DAY_MONTHS; months++) {
        td_date month =
            td_day_to_date(td_day_add_months(td_day_of(date.year, date.month, 1), ahead ? months : -months));
        if (moment->day > td_days_in_month(month.year, month.month)) continue;
        td_day day = td_day_of(month.year, month.month, moment->day);
        bool behind_us = ahead ? day < anchor : day > anchor;
        if (behind_us || (moment->weekday && td_day_weekday(day) != moment->weekday)) continue;
        return day;
    }
    return TD_DAY_UNKNOWN;
}

/* "the 17th", "Friday the 13th": behind the anchor unless it is told as one to come; with its weekday, the nearer. */
static td_resolved lone_day_resolved(const td_moment *moment, td_day anchor, bool story) {
    td_day past = lone_day_beside(moment, anchor, false), coming = lone_day_beside(moment, anchor, true);
    bool ahead = moment->tense > 0 || story;
    if (moment->weekday && moment->tense == 0 && past != TD_DAY_UNKNOWN && coming != TD_DAY_UNKNOWN)
        ahead = coming - anchor < anchor - past;
    td_day day = ahead ? coming : past;
    return day == TD_DAY_UNKNOWN ? td_resolve_without_anchor(moment) : day_resolved(moment, day);
}

/* The year nearest to `year` that has a 29 February. */
static int32_t leap_year_near(const td_moment *moment, int32_t year) {
    int32_t step = moment->tense > 0 ? 1 : -1;
    if (moment->month != 2 || moment->day != 29) return year;
    for (int32_t tries = 0; tries < 8 && td_days_in_month(year, 2) != 29; tries++) year += step;
    return year;
}

/* The year of a month, season or quarter that says none. */
static int32_t year_near(const td_moment *moment, td_day anchor, bool story) {
    int32_t year = td_day_to_date(anchor).year;
    if (moment->year_shifted) return year + moment->shift;
    td_interval same = td_moment_days(moment, year);
    if (moment->base != TD_BASE_NONE) {
        if (moment->shift < 0) return same.to < anchor ? year : year - 1;
        if (moment->shift > 0) return same.from > anchor ? year : year + 1;
        return year;
    }
    if (story) return same.to < anchor - 220 ? year + 1 : year;
    if (moment->tense < 0) return same.from <= anchor ? year : year - 1;
    if (moment->tense > 0) return same.to >= anchor ? year : year + 1;
    int32_t best = year, least = INT32_MAX;
    for (int32_t candidate = year - 1; candidate <= year + 1; candidate++) {
        int32_t gap = td_interval_gap(td_moment_days(moment, candidate), td_interval_day(anchor));
        if (gap < least) best = candidate, least = gap;
    }
    return best;
}

/* A numbered day, week or month of what is named has a value of its own: "the third month of 2021". */
static void set_part_value(const td_moment *moment, td_resolved *resolved) {
    bool known = resolved->interval.from != TD_DAY_UNKNOWN && resolved->interval.to != TD_DAY_UNKNOWN;
    bool same = resolved->interval.from == resolved->whole.from && resolved->interval.to == resolved->whole.to;
    if (moment->part_number == 0 || !known || same) return;
    resolved->whole = resolved->interval;
    if (td_view_equal(moment->part_unit, TD_VIEW("W"))) {
        int32_t year, week;
        td_day_iso_week(resolved->interval.from, &year, &week);
        snprintf(resolved->value, TD_VALUE_SIZE, "%04d-W%02d", (int)year, (int)week);
        resolved->granularity = TD_BY_WEEK;
        return;
    }
    bool month = td_view_equal(moment->part_unit, TD_VIEW("M"));
    format_day(resolved->interval.from, resolved->value);
    if (month) resolved->value[7] = 0;
    resolved->granularity = month ? TD_BY_MONTH : TD_BY_DAY;
}

static td_resolved resolve_whole(const td_moment *moment, td_day anchor, bool story) {
    if (moment->form == TD_MOMENT_OFFSET) return offset_resolved(moment, anchor, story);
    if (moment->form == TD_MOMENT_UNIT) return unit_resolved(moment, anchor, moment->shift);
    if (moment->year || moment->decade || moment->century) return calendar_resolved(moment, moment->year);
    if (moment->day && !moment->month) return lone_day_resolved(moment, anchor, story);
    if (moment->weekday && !moment->month) return weekday_resolved(moment, anchor, story);
    return calendar_resolved(moment, leap_year_near(moment, year_near(moment, anchor, story)));
}

td_resolved td_resolve_at(const td_moment *moment, td_day anchor, bool story) {
    td_resolved resolved = resolve_whole(moment, anchor, story);
    set_part_value(moment, &resolved);
    return resolved;
}

td_resolved td_resolve_without_anchor(const td_moment *moment) {
    td_resolved out = {.interval = TD_INTERVAL_OPEN, .whole = TD_INTERVAL_OPEN};
    char *value = out.value;
    if (moment->form == TD_MOMENT_CALENDAR && moment->month && moment->day)
        snprintf(value, TD_VALUE_SIZE, "XXXX-%02d-%02d", (int)moment->month, (int)moment->day);
    else if (moment->form == TD_MOMENT_CALENDAR && moment->day)
        snprintf(value, TD_VALUE_SIZE, "XXXX-XX-%02d", (int)moment->day);
    else if (moment->form == TD_MOMENT_CALENDAR && moment->weekday)
        snprintf(value, TD_VALUE_SIZE, "XXXX-WXX-%d", (int)moment->weekday);
    else if (moment->month)
        snprintf(value, TD_VALUE_SIZE, "XXXX-%02d", (int)moment->month);
    else if (td_view_present(moment->season))
        snprintf(value, TD_VALUE_SIZE, "XXXX-%.*s", TD_VIEW_ARGUMENTS(moment->season));
    else if (moment->quarter)
        snprintf(value, TD_VALUE_SIZE, "XXXX-Q%d", (int)moment->quarter);
    else if (unit_is(moment, "W"))
        snprintf(value, TD_VALUE_SIZE, "XXXX-WXX");
    else if (unit_is(moment, "M"))
        snprintf(value, TD_VALUE_SIZE, "XXXX-XX");
    else if (unit_is(moment, "Y") || moment->form == TD_MOMENT_CALENDAR)
        snprintf(value, TD_VALUE_SIZE, "XXXX");
    else
        snprintf(value, TD_VALUE_SIZE, "XXXX-XX-XX");
    add_time(moment, value);
    return out;
}

td_resolved td_resolved_merge(const td_moment *moment, const td_resolved *a, const td_resolved *b) {
    if (strcmp(a->value, b->value) == 0) return *a;
    td_resolved out = td_resolve_without_anchor(moment);
    out.interval = td_interval_cover(a->interval, b->interval);
    out.whole = td_interval_cover(a->whole, b->whole);
    out.granularity = TD_BY_YEAR;
    if (moment->timed || td_view_present(moment->part)) return out; /* an hour of no day in particular */
    if (!td_interval_known(out.whole) || out.whole.from == TD_DAY_UNKNOWN || out.whole.to == TD_DAY_UNKNOWN) return out;
    td_date from = td_day_to_date(out.whole.from), to = td_day_to_date(out.whole.to);
    if (from.year != to.year) return out;
    if (from.month == to.month)
        snprintf(out.value, TD_VALUE_SIZE, "%04d-%02d", (int)from.year, (int)from.month);
    else if (!moment->weekday)
        snprintf(out.value, TD_VALUE_SIZE, "%04d", (int)from.year);
    if (from.month == to.month) out.granularity = TD_BY_MONTH;
    out.certain = true;
    return out;
}

/* "P3M2W", "PT3H30M", "P1DT5H": a length of several units, which stand from the longest to the shortest. */
static void format_compound(const td_moment *moment, char value[TD_VALUE_SIZE]) {
    td_unit_amount parts[TD_MOMENT_MORE + 1] = {{moment->amount, moment->unit}};
    for (uint32_t n = 0; n < moment->more_count; n++) parts[n + 1] = moment->more[n];
    size_t used = (size_t)snprintf(value, TD_VALUE_SIZE, "P");
    bool clock = false;
    for (uint32_t n = 0; n <= moment->more_count && used + 1 < TD_VALUE_SIZE; n++) {
        bool minute = td_view_equal(parts[n].unit, TD_VIEW("m"));
        bool of_clock =
            minute || td_view_equal(parts[n].unit, TD_VIEW("H")) || td_view_equal(parts[n].unit, TD_VIEW("S"));
        used += (size_t)snprintf(value + used, TD_VALUE_SIZE - used, "%s%.6g%.*s", of_clock && !clock ? "T" : "",
                                 parts[n].amount < 0 ? -parts[n].amount : parts[n].amount,
                                 TD_VIEW_ARGUMENTS(minute ? TD_VIEW("M") : parts[n].unit));
        clock = clock || of_clock;
    }
}

void td_length_value(const td_moment *moment, char value[TD_VALUE_SIZE]) {
    static const char *const units[][3] = {{"D", "P", "D"},   {"W", "P", "W"},   {"M", "P", "M"},  {"Y", "P", "Y"},
                                           {"H", "PT", "H"},  {"m", "PT", "M"},  {"S", "PT", "S"}, {"DE", "P", "DE"},
                                           {"CE", "P", "CE"}, {"WE", "P", "WE"}, {"Q", "P", "Q"},  {"F", "P", "W"}};
    const char *before = "P", *after = "D";
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (unit_is(moment, units[i][0])) before = units[i][1], after = units[i][2];
    double amount = moment->amount * (unit_is(moment, "F") ? 2 : 1);
    if (moment->more_count) {
        format_compound(moment, value);
        return;
    }
    if (moment->vague && moment->amount < 10)
        snprintf(value, TD_VALUE_SIZE, "%sX%s", before, after);
    else
        snprintf(value, TD_VALUE_SIZE, "%s%.10g%s", before, amount, after);
}
