/*
 * Calendar days and intervals of them.
 * Input: dates, ISO 8601 text. Output: day numbers, dates, intervals.
 * The conversions follow Howard Hinnant, "chrono-compatible low-level date algorithms" (2013):
 * years that begin in March, in eras of 400 years.
 */

#include "base/day.h"

#define DAYS_OF_ERA 146097   /* 400 years */
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

static bool is_leap_year(int32_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t td_days_in_month(int32_t year, int32_t month) {
    static const int32_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

bool td_date_valid(td_date date) {
    return date.year >= FIRST_YEAR && date.year <= LAST_YEAR && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= td_days_in_month(date.year, date.month);
}

td_day td_day_of(int32_t year, int32_t month, int32_t day) {
    int32_t shifted = month <= 2 ? year - 1 : year;
    int32_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    int32_t year_of_era = shifted - era * 400;
    int32_t month_from_march = month > 2 ? month - 3 : month + 9;
    int32_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - DAYS_TO_EPOCH;
}

td_day td_day_from_date(td_date date) {
    return td_day_of(date.year, date.month, date.day);
}

td_date td_day_to_date(td_day day) {
    int64_t shifted = (int64_t)day + DAYS_TO_EPOCH;
    int64_t era = (shifted >= 0 ? shifted : shifted - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
    int64_t day_of_era = shifted - era * DAYS_OF_ERA;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (td_date){.year = (int32_t)(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
                     .month = (int32_t)month,
                     .day = (int32_t)(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

int32_t td_day_weekday(td_day day) {
    int32_t from_monday = (int32_t)(((int64_t)day + 3) % 7); /* 1970-01-01 was a Thursday */
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

td_day td_day_of_iso_week(int32_t year, int32_t week) {
    td_day fourth = td_day_of(year, 1, 4); /* always in week 1 */
    return fourth - (td_day_weekday(fourth) - 1) + 7 * (week - 1);
}

void td_day_iso_week(td_day day, int32_t *year, int32_t *week) {
    td_day thursday = day - (td_day_weekday(day) - 1) + 3; /* a week belongs to the year of its Thursday */
    *year = td_day_to_date(thursday).year;
    *week = (thursday - td_day_of(*year, 1, 1)) / 7 + 1;
}

td_day td_day_add_months(td_day day, int32_t months) {
    td_date date = td_day_to_date(day);
    int64_t count = (int64_t)date.year * 12 + date.month - 1 + months;
    if (count < FIRST_YEAR * 12) count = FIRST_YEAR * 12;
    if (count > LAST_YEAR * 12 + 11) count = LAST_YEAR * 12 + 11;
    int32_t year = (int32_t)(count / 12), month = (int32_t)(count % 12) + 1;
    int32_t last = td_days_in_month(year, month);
    return td_day_of(year, month, date.day < last ? date.day : last);
}

static bool read_digits(td_view text, size_t at, size_t count, int32_t *value) {
    *value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9') return false;
        *value = *value * 10 + (text.bytes[i] - '0');
    }
    return true;
}

bool td_day_parse(td_view text, td_day *day) {
    td_date date;
    if (text.size != 10 || text.bytes[4] != '-' || text.bytes[7] != '-') return false;
    if (!read_digits(text, 0, 4, &date.year) || !read_digits(text, 5, 2, &date.month) ||
        !read_digits(text, 8, 2, &date.day) || !td_date_valid(date))
        return false;
    *day = td_day_from_date(date);
    return true;
}

static void write_digits(char *text, int32_t value, int count) {
    for (int i = count - 1; i >= 0; i--, value /= 10) text[i] = (char)('0' + value % 10);
}

void td_day_format(td_day day, char text[11]) {
    td_day first = td_day_of(FIRST_YEAR, 1, 1), last = td_day_of(LAST_YEAR, 12, 31);
    td_date date = td_day_to_date(day < first ? first : day > last ? last : day);
    write_digits(text, date.year, 4);
    write_digits(text + 5, date.month, 2);
    write_digits(text + 8, date.day, 2);
    text[4] = text[7] = '-';
    text[10] = 0;
}

bool td_interval_parse(td_view text, td_interval *interval) {
    size_t dots = td_view_find(text, TD_VIEW(".."), 0);
    td_interval read = TD_INTERVAL_OPEN;
    if (dots == SIZE_MAX) {
        if (!td_day_parse(text, &read.from)) return false;
        *interval = td_interval_day(read.from);
        return true;
    }
    td_view from = td_view_slice(text, 0, dots), to = td_view_slice(text, dots + 2, text.size);
    if (from.size > 0 && !td_day_parse(from, &read.from)) return false;
    if (to.size > 0 && !td_day_parse(to, &read.to)) return false;
    if (!td_interval_known(read)) return false;
    if (from.size > 0 && to.size > 0 && read.from > read.to) return false;
    *interval = read;
    return true;
}

static bool before(td_day end, td_day start) {
    return end != TD_DAY_UNKNOWN && start != TD_DAY_UNKNOWN && end < start;
}

bool td_interval_overlaps(td_interval a, td_interval b) {
    return !before(a.to, b.from) && !before(b.to, a.from);
}

/* The open end is INT32_MIN, so the later of two starts is the plain greater one. */
td_interval td_interval_intersect(td_interval a, td_interval b) {
    td_interval both = {.from = a.from > b.from ? a.from : b.from};
    if (a.to == TD_DAY_UNKNOWN)
        both.to = b.to;
    else if (b.to == TD_DAY_UNKNOWN)
        both.to = a.to;
    else
        both.to = a.to < b.to ? a.to : b.to;
    return both;
}

td_interval td_interval_cover(td_interval a, td_interval b) {
    td_interval cover = {.from = a.from < b.from ? a.from : b.from};
    if (a.to == TD_DAY_UNKNOWN || b.to == TD_DAY_UNKNOWN)
        cover.to = TD_DAY_UNKNOWN;
    else
        cover.to = a.to > b.to ? a.to : b.to;
    return cover;
}

int32_t td_interval_gap(td_interval a, td_interval b) {
    if (before(a.to, b.from)) return b.from - a.to;
    if (before(b.to, a.from)) return a.from - b.to;
    return 0;
}
