/* Days and intervals. */

#include "base/day.h"
#include "harness.h"

static td_day day(const char *text) {
    td_day read = TD_DAY_UNKNOWN;
    td_day_parse(td_view_of(text), &read);
    return read;
}

static td_interval interval(const char *text) {
    td_interval read = {1, 0};
    td_interval_parse(td_view_of(text), &read);
    return read;
}

static void test_conversion(void) {
    CHECK_INTEGER(day("1970-01-01"), 0);
    CHECK_INTEGER(day("1969-12-31"), -1);
    CHECK_INTEGER(day("2000-03-01"), 11017);
    CHECK_INTEGER(day("0001-01-01"), -719162);
    CHECK_INTEGER(day("9999-12-31"), 2932896);
    /* Every day from year 1 to 9999: the next day is one more, and both ways agree. */
    td_day number = day("0001-01-01");
    bool agree = true;
    for (int32_t year = 1; year <= 9999; year++)
        for (int32_t month = 1; month <= 12; month++)
            for (int32_t date = 1; date <= td_days_in_month(year, month); date++, number++) {
                td_date back = td_day_to_date(number);
                if (td_day_of(year, month, date) != number || back.year != year || back.month != month ||
                    back.day != date)
                    agree = false;
            }
    CHECK(agree);
    CHECK_INTEGER(number, day("9999-12-31") + 1);
}

static void test_leap_years(void) {
    CHECK_INTEGER(td_days_in_month(2016, 2), 29);
    CHECK_INTEGER(td_days_in_month(2015, 2), 28);
    CHECK_INTEGER(td_days_in_month(1900, 2), 28);
    CHECK_INTEGER(td_days_in_month(2000, 2), 29);
    CHECK_INTEGER(td_days_in_month(2015, 13), 0);
    CHECK(td_date_valid((td_date){2016, 2, 29}));
    CHECK(!td_date_valid((td_date){2015, 2, 29}));
    CHECK(!td_date_valid((td_date){0, 1, 1}));
    CHECK(!td_date_valid((td_date){10000, 1, 1}));
}

static void test_text(void) {
    td_day read = 123;
    const char *wrong[] = {"",           "2016-3-1",    "2016-03-32", "2016-13-01",
                           "2016/03/01", "2016-03-01 ", "+016-03-01", "0000-01-01"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) CHECK(!td_day_parse(td_view_of(wrong[i]), &read));
    CHECK_INTEGER(read, 123);
    char text[11];
    td_day_format(day("0987-06-05"), text);
    CHECK_TEXT(td_view_of(text), "0987-06-05");
    td_day_format(INT32_MAX, text);
    CHECK_TEXT(td_view_of(text), "9999-12-31");
}

static void test_weeks(void) {
    CHECK_INTEGER(td_day_weekday(day("1970-01-01")), 4);
    CHECK_INTEGER(td_day_weekday(day("1969-12-28")), 7);
    CHECK_INTEGER(td_day_weekday(day("2016-02-29")), 1);
    /* Years of 52 and 53 weeks, and days that belong to the week of another year. */
    static const struct {
        const char *day;
        int32_t year, week;
    } cases[] = {{"2005-01-01", 2004, 53}, {"2005-01-03", 2005, 1},  {"2007-12-31", 2008, 1},  {"2008-12-28", 2008, 52},
                 {"2010-01-03", 2009, 53}, {"2015-12-31", 2015, 53}, {"2016-01-03", 2015, 53}, {"2016-01-04", 2016, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t year, week;
        td_day_iso_week(day(cases[i].day), &year, &week);
        CHECK_INTEGER(year, cases[i].year);
        CHECK_INTEGER(week, cases[i].week);
        td_day monday = td_day_of_iso_week(year, week);
        CHECK_INTEGER(td_day_weekday(monday), 1);
        CHECK(monday <= day(cases[i].day) && day(cases[i].day) < monday + 7);
    }
    CHECK_INTEGER(td_day_of_iso_week(2016, 53), td_day_of_iso_week(2017, 1));
}

static void test_months(void) {
    CHECK_INTEGER(td_day_add_months(day("2016-01-31"), 1), day("2016-02-29"));
    CHECK_INTEGER(td_day_add_months(day("2015-12-31"), 2), day("2016-02-29"));
    CHECK_INTEGER(td_day_add_months(day("2016-03-31"), -1), day("2016-02-29"));
    CHECK_INTEGER(td_day_add_months(day("2016-03-15"), -15), day("2014-12-15"));
    CHECK_INTEGER(td_day_add_months(day("2016-03-15"), 0), day("2016-03-15"));
    CHECK_INTEGER(td_day_add_months(day("2016-03-15"), INT32_MAX), day("9999-12-15"));
    CHECK_INTEGER(td_day_add_months(day("2016-03-15"), INT32_MIN), day("0001-01-15"));
}

static void test_interval_text(void) {
    td_interval read = {1, 2};
    CHECK(td_interval_exact(interval("2016-02-29")));
    CHECK_INTEGER(interval("2016-02-01..2016-02-03").from, day("2016-02-01"));
    CHECK_INTEGER(interval("2016-02-01..2016-02-03").to, day("2016-02-03"));
    CHECK_INTEGER(interval("..2016-02-03").from, TD_DAY_UNKNOWN);
    CHECK_INTEGER(interval("2016-02-03..").to, TD_DAY_UNKNOWN);
    const char *wrong[] = {
        "", "..", "2016-02-03..2016-02-01", "2016-02-03...2016-02-04", "2016-02-03..tomorrow", "x..2016-02-03"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) CHECK(!td_interval_parse(td_view_of(wrong[i]), &read));
    CHECK_INTEGER(read.from, 1);
}

static bool same(td_interval a, td_interval b) {
    return a.from == b.from && a.to == b.to;
}

static void test_interval_relations(void) {
    td_interval early = {10, 20}, late = {15, 30}, after = {25, 30}, until = {TD_DAY_UNKNOWN, 12},
                since = {18, TD_DAY_UNKNOWN};
    CHECK(td_interval_overlaps(early, late));
    CHECK(!td_interval_overlaps(early, after));
    CHECK(!td_interval_overlaps(after, early));
    CHECK(td_interval_overlaps(early, (td_interval){20, 25}));
    CHECK(!td_interval_overlaps(until, since));
    CHECK(td_interval_overlaps(until, early));
    CHECK(td_interval_overlaps(since, after));
    CHECK(td_interval_overlaps(TD_INTERVAL_OPEN, until));
    CHECK(same(td_interval_intersect(early, late), (td_interval){15, 20}));
    CHECK(same(td_interval_intersect(late, early), (td_interval){15, 20}));
    CHECK(same(td_interval_intersect(early, until), (td_interval){10, 12}));
    CHECK(same(td_interval_intersect(since, early), (td_interval){18, 20}));
    CHECK(same(td_interval_intersect(TD_INTERVAL_OPEN, since), since));
    CHECK(same(td_interval_cover(early, after), (td_interval){10, 30}));
    CHECK(same(td_interval_cover(until, after), (td_interval){TD_DAY_UNKNOWN, 30}));
    CHECK(same(td_interval_cover(early, since), (td_interval){10, TD_DAY_UNKNOWN}));
    CHECK_INTEGER(td_interval_gap(early, after), 5);
    CHECK_INTEGER(td_interval_gap(after, early), 5);
    CHECK_INTEGER(td_interval_gap(early, late), 0);
    CHECK_INTEGER(td_interval_gap(until, since), 6);
    CHECK(!td_interval_known(TD_INTERVAL_OPEN));
    CHECK(td_interval_known(until));
    CHECK(!td_interval_exact(until));
    CHECK(!td_interval_exact(TD_INTERVAL_OPEN));
}

int main(void) {
    test_conversion();
    test_leap_years();
    test_text();
    test_weeks();
    test_months();
    test_interval_text();
    test_interval_relations();
    return td_test_finish();
}
