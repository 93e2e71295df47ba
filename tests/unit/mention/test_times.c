/* Times: what the words say, and what that means on a given day of publication. */

#include "harness.h"
#include "mention/times.h"
#include "small_report.h"

static td_arena arena;
static td_units *units;

/* Read `marked` as published in `published`; the times lie in the report. */
static td_report read(const char *marked, const char *published) {
    td_report report = small_report(marked, &arena);
    if (published) td_interval_parse(td_view_of(published), &report.published.interval);
    td_times_read(units, NULL, &report, &arena);
    return report;
}

/* One time of the report: its words and its value. */
static void check(const char *marked, const char *published, const char *words, const char *value) {
    td_report report = read(marked, published);
    for (uint32_t i = 0; i < report.times.count; i++) {
        const td_time *time = &report.times.items[i];
        if (!td_view_equal(td_span_text(report.text, time->span), td_view_of(words))) continue;
        CHECK_TEXT(time->value, value);
        return;
    }
    CHECK_TEXT(td_view_of("no such time"), words);
}

static void check_interval(const char *marked, const char *published, const char *expected) {
    td_report report = read(marked, published);
    td_interval interval = TD_INTERVAL_OPEN;
    td_interval_parse(td_view_of(expected), &interval);
    if (!CHECK(report.times.count > 0)) return;
    CHECK_INTEGER(report.times.items[0].interval.from, interval.from);
    CHECK_INTEGER(report.times.items[0].interval.to, interval.to);
}

static void test_absolute(void) {
    check("They met on 3 May 2012 .", NULL, "3 May 2012", "2012-05-03");
    check("They met on May 3rd, 2012 .", NULL, "May 3rd, 2012", "2012-05-03");
    check("Signed 2012-05-03 .", NULL, "2012-05-03", "2012-05-03");
    check("Signed 23/05/2012 .", NULL, "23/05/2012", "2012-05-23");
    check("It rose in June 2012 .", NULL, "June 2012", "2012-06");
    check("It began in 2012 .", NULL, "2012", "2012");
    check("Growth of the 1990s slowed .", NULL, "the 1990s", "199X");
    check("It fell in spring 2012 .", NULL, "spring 2012", "2012-SP");
    check("It fell in the first quarter of 2012 .", NULL, "the first quarter of 2012", "2012-Q1");
    check("A treaty of the 19th century holds .", NULL, "the 19th century", "18XX");
    check("By late June 2012 they left .", NULL, "late June 2012", "2012-06");
    check_interval("By late June 2012 they left .", NULL, "2012-06-15..2012-06-30");
}

static void test_partial(void) {
    check("The bridge opened|PAST on October 9 .", "2014-03-02", "October 9", "2013-10-09");
    check("The bridge will|AUX open on October 9 .", "2014-03-02", "October 9", "2014-10-09");
    check("The fleet arrived|PAST in October and November last year .", "2014-03-02", "October", "2013-10");
    check("The fleet arrived|PAST in October and November last year .", "2014-03-02", "November last year", "2013-11");
    check("The truce took|PAST hold in mid-August .", "2014-03-02", "mid-August", "2013-08");
    check("Votes are due in late April this year .", "2014-03-02", "late April this year", "2014-04");
    check("Envoys met|PAST on Friday .", "2014-03-02", "Friday", "2014-02-28");
    check("Envoys will|AUX meet on Friday .", "2014-03-02", "Friday", "2014-03-07");
    check("Envoys met|PAST last Sunday .", "2014-03-02", "last Sunday", "2014-02-23");
    check("Envoys met|PAST last Saturday .", "2014-03-02", "last Saturday", "2014-02-22");
    check("The vote|NOUN is set for Wednesday .", "2014-03-03", "Wednesday", "2014-03-05");
}

static void test_relative(void) {
    check("Snow fell|PAST yesterday .", "2014-03-01", "yesterday", "2014-02-28");
    check("Crews return next month .", "2014-12-30", "next month", "2015-01");
    check("Crews left two days ago .", "2014-03-01", "two days ago", "2014-02-27");
    check("It opened on 3 May 2012 .\nIt closed a week later .", "2014-03-01", "a week later", "2012-05-10");
    check("It opened on 3 May 2012 .\nThe following day it closed .", "2014-03-01", "The following day", "2012-05-04");
    check("The talks lasted five and a half months .", "2014-03-01", "five and a half months", "P5.5M");
    check("The war of nearly six years goes on .", "2014-03-01", "nearly six years", "P6Y");
    check("They pray every Friday .", "2014-03-01", "every Friday", "XXXX-WXX-5");
    check("At 8 p.m. on Friday , they left|PAST .", "2014-03-02", "8 p.m. on Friday", "2014-02-28T20:00");
}

/* 6 March 2014 is a Thursday. */
static void test_weeks(void) {
    check("Envoys met|PAST this past Wednesday .", "2014-03-06", "this past Wednesday", "2014-03-05");
    check("Envoys meet this coming Friday .", "2014-03-06", "this coming Friday", "2014-03-07");
    check("Envoys met|PAST on Tuesday of last week .", "2014-03-06", "Tuesday of last week", "2014-02-25");
    check("Envoys meet next week Tuesday .", "2014-03-06", "next week Tuesday", "2014-03-11");
    check("They were|AUX away in the week beginning February 10 .", "2014-03-06", "the week beginning February 10",
          "2014-W07");
    check("It is to be released on April 12 .", "2014-03-06", "April 12", "2014-04-12");
    check("Trams start each Monday at 5 a.m. .", "2014-03-06", "each Monday at 5 a.m.", "XXXX-WXX-1T05:00");
    check("He arrives three days from today .", "2014-03-06", "three days from today", "2014-03-09");
    check("They named|PAST on Tuesday the first woman|NOUN to lead it .", "2014-03-06", "Tuesday", "2014-03-04");
}

static void test_business(void) {
    check("Sales rose|PAST in the 2nd quarter of 2012 .", NULL, "the 2nd quarter of 2012", "2012-Q2");
    check("Sales rose|PAST in 2012 Q3 .", NULL, "2012 Q3", "2012-Q3");
    check("Sales rose|PAST in fiscal 2013 .", "2014-03-06", "fiscal 2013", "FY2013");
    check("Prices doubled|PAST in the last decade .", "2014-03-06", "the last decade", "P1DE");
    check("It took|PAST one and a quarter years .", "2014-03-06", "one and a quarter years", "P1.25Y");
    check("The cable of $12 December 27 sold|PAST .", "2014-03-06", "December 27", "2013-12-27");
    check_interval("It grew|PAST in fiscal 2013 .", "2014-03-06", "2012-01-01..2013-12-31");
    check_interval("It grew|PAST in early 2013 .", "2014-03-06", "2013-01-01..2013-06-30");
}

static void test_clock(void) {
    check("Guns fell silent at 16.40 GMT .", "2014-03-02", "16.40 GMT", "2014-03-02T16:40");
    check("They left|PAST at about 4:45 a.m. Sunday .", "2014-03-02", "about 4:45 a.m. Sunday", "2014-03-02T04:45");
    check("They left|PAST Saturday around 9 p.m. .", "2014-03-02", "Saturday around 9 p.m.", "2014-03-01T21:00");
    check("Streets emptied between 2 and 5:30pm .", "2014-03-02", "2", "2014-03-02T14:00");
    check("Streets emptied between 7 and 9 last night .", "2014-03-02", "9 last night", "2014-03-01T21:00");
    check("Bells rang at half past seven .", "2014-03-02", "half past seven", "2014-03-02T07:30");
    check("Bells rang at six in the evening .", "2014-03-02", "six in the evening", "2014-03-02T18:00");
    check("Shells fell last night at eight .", "2014-03-02", "last night at eight", "2014-03-01T20:00");
    check("A siren sounds every day at 7:15 p.m. .", "2014-03-02", "every day at 7:15 p.m.", "T19:15");
    check("They killed|PAST 12 in the morning .", "2014-03-02", "the morning", "2014-03-02TMO");
}

static void test_days_in_words(void) {
    check("It closed|PAST on the second of August .", "2014-03-02", "the second of August", "2013-08-02");
    check("It closed|PAST on April first .", "2014-03-02", "April first", "2013-04-01");
    check("It was founded in October nineteen eighty-six .", NULL, "October nineteen eighty-six", "1986-10");
    check("It closed in nineteen ninety-one .", NULL, "nineteen ninety-one", "1991");
    check("Signed 23-05-2012 .", NULL, "23-05-2012", "2012-05-23");
    check("They met|PAST on Friday the 13th .", "2014-03-02", "Friday the 13th", "2013-12-13");
    check("They met|PAST on the 17th .", "2014-03-02", "the 17th", "2014-02-17");
    check("It closed|PAST on Feb 29 .", "2014-03-02", "Feb 29", "2012-02-29");
    check("He lost a son on 9/11 .", "2014-03-02", "9/11", "2001-09-11");
}

static void test_parts(void) {
    check("Dues fall on the 15th day of next month .", "2014-03-02", "the 15th day of next month", "2014-04-15");
    check("It rained in the third month of 2012 .", NULL, "the third month of 2012", "2012-03");
    check("It rained in the second week of 2012 .", NULL, "the second week of 2012", "2012-W02");
    check_interval("It rained in the last four months of 2012 .", NULL, "2012-09-01..2012-12-31");
    check_interval("It rained in the first ten days of May 2012 .", NULL, "2012-05-01..2012-05-10");
    check("It rained in the week of 10 April 2012 .", NULL, "the week of 10 April 2012", "2012-W15");
    check("Envoys return the week after next .", "2014-03-05", "the week after next", "2014-W12");
    check("Guns fired|PAST over the weekend .", "2014-03-05", "the weekend", "2014-W09-WE");
    check("Trade ran|PAST from November to March .", "2014-06-05", "November", "2013-11");
    check("He was king from 1914 to 1918 .", "2014-06-05", "1914", "1914");
}

static void test_lengths_and_sets(void) {
    check("They left 2 weeks and 3 days ago .", "2014-03-20", "2 weeks and 3 days ago", "2014-03-03");
    check("The talks took 3 hours 20 minutes .", "2014-03-20", "3 hours 20 minutes", "PT3H20M");
    check("It rained in the 5 previous weeks .", "2014-03-20", "5 previous weeks", "P5W");
    check("They talked all week .", "2014-03-20", "all week", "P1W");
    check("Prices rose in recent weeks .", "2014-03-20", "recent weeks", "PAST_REF");
    check("They meet every other day .", "2014-03-20", "every other day", "P2D");
    check("They meet every three weeks .", "2014-03-20", "every three weeks", "P3W");
    check("They meet every night .", "2014-03-20", "every night", "TNI");
    check("They meet on Friday mornings .", "2014-03-20", "Friday mornings", "XXXX-WXX-5TMO");
    check("Guards died in Mondays clash .", "2014-03-20", "Mondays", "2014-03-17");
}

static void test_names_are_no_times(void) {
    CHECK_INTEGER(read("He wrote for the Daily Lantern in Ostry .", "2014-03-01").times.count, 0);
    CHECK_INTEGER(read("The police of the town say that Anton Weeks fled .", "2014-03-01").times.count, 0);
    CHECK_INTEGER(read("They live in the 1900 block of Elm Street .", "2014-03-01").times.count, 0);
    CHECK_INTEGER(read("Call 555-321-1945 for help .", "2014-03-01").times.count, 0);
}

static void test_uncertain_anchor(void) {
    check("Envoys met|PAST on Friday .", NULL, "Friday", "XXXX-WXX-5");
    check_interval("Envoys met|PAST on Friday .", NULL, "..");
    check("Envoys met|PAST on Friday .", "2014-03-03..2014-03-05", "Friday", "2014-02-28");
    check("Envoys met|PAST on Friday .", "2014-03-05..2014-03-20", "Friday", "XXXX-WXX-5");
    check_interval("Envoys met|PAST on Friday .", "2014-03-05..2014-03-20", "2014-02-28..2014-03-14");
    check("Crews return next month .", "2014-03-05..2014-03-20", "next month", "2014-04");
}

static void test_publication(void) {
    td_report report = read("The port closed|PAST in August 2011 .\nA second port closed|PAST in May 2013 .", NULL);
    CHECK_INTEGER(report.published.origin, TD_PUBLISHED_INFERRED);
    CHECK_INTEGER(report.published.interval.from, td_day_of(2013, 5, 1));
    CHECK_INTEGER(report.published.interval.to, TD_DAY_UNKNOWN);
    CHECK_INTEGER(report.published.evidence.count, 1);
    report = read("The port closed|PAST in August 2011 .\nA vote will|AUX be held in 2015 .", NULL);
    CHECK_INTEGER(report.published.interval.to, td_day_of(2015, 12, 31));
    report = read("The port closed|PAST on Friday .", NULL);
    CHECK(!td_interval_known(report.published.interval));
}

static void check_head(const char *text, const char *day) {
    td_report report = read(text, NULL);
    char found[11] = "none";
    if (td_interval_exact(report.published.interval)) td_day_format(report.published.interval.from, found);
    CHECK_TEXT(td_view_of(found), day);
}

/* The day that a report prints at its head is its own; one that its first sentence tells of is not. */
static void test_publication_at_head(void) {
    check_head("Thu 3 April 2014 Convoy reaches the valley .\nTrucks arrived|PAST on Wednesday .", "2014-04-03");
    check_head("Published April 3 , 2014 and last changed the same evening .", "2014-04-03");
    check_head("03.04.2014 The convoy has|AUX reached the valley .", "2014-04-03");
    check_head("Convoy reaches valley Northwire Thursday 3 Apr 2014 Thirty trucks arrived|PAST .", "2014-04-03");
    check_head("03-04-2014 Convoy reaches valley .\nThirty trucks arrived|PAST on Thursday .", "2014-04-03");
    check_head("04-03-2014 Convoy reaches valley .\nThirty trucks arrived|PAST on Wednesday .", "2014-04-03");
    check_head("03-04-2014 Convoy reaches valley .\nThirty trucks arrived|PAST .", "none");
    check_head("Thu 3 April 2014 thirty trucks in the valley .", "2014-04-03");
    check_head("April 3 2014 was a day of hope .", "none");
    check_head("On Thursday , 3 April 2014 , the convoy arrived|PAST .", "none");
    check_head("The convoy that left|PAST Thursday 3 April 2014 has|AUX arrived .", "none");
    check_head("Convoy reaches valley Northwire Friday 3 Apr 2014 Thirty trucks arrived|PAST .", "none");
}

static void test_no_times(void) {
    CHECK_INTEGER(read("Some 1500 men marched|PAST on .", "2014-03-01").times.count, 0);
    CHECK_INTEGER(read("It may rain as they march home .", "2014-03-01").times.count, 0);
    CHECK_INTEGER(read("The 35-year-old driver fled|PAST .", "2014-03-01").times.count, 0);
}

/* Who says so, behind a comma, does not make what is to come a thing of the past. */
static void test_tense_beside_speech(void) {
    td_report report =
        read("They will|AUX meet|VERB in Almaty on 10 May , the ministry announced|PAST .", "2014-04-19");
    if (CHECK(report.times.count == 1)) CHECK_TEXT(report.times.items[0].value, "2014-05-10");
    report = read("They met|PAST in Almaty on 10 May , the ministry announced|PAST .", "2014-04-19");
    if (CHECK(report.times.count == 1)) CHECK_TEXT(report.times.items[0].value, "2013-05-10");
    report = read("On 10 May , the ministry announced|PAST a truce .", "2014-04-19");
    if (CHECK(report.times.count == 1)) CHECK_TEXT(report.times.items[0].value, "2013-05-10");
}

static void test_quotation(void) {
    td_report report = read("\"We leave tomorrow ,\" he said|PAST on Friday .", "2014-03-04");
    if (!CHECK(report.times.count == 2)) return;
    CHECK_INTEGER(report.times.items[0].anchor, TD_ANCHOR_QUOTATION);
    CHECK_TEXT(report.times.items[0].value, "2014-03-01");
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 26);
    units = small_units(arguments[1], &arena);
    test_absolute();
    test_partial();
    test_relative();
    test_weeks();
    test_business();
    test_clock();
    test_days_in_words();
    test_parts();
    test_lengths_and_sets();
    test_names_are_no_times();
    test_tense_beside_speech();
    test_uncertain_anchor();
    test_publication();
    test_publication_at_head();
    test_no_times();
    test_quotation();
    td_arena_release(&arena);
    return td_test_finish();
}
