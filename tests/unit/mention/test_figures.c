/* Figures: bounds, units, categories, and what is no figure. */

#include "harness.h"
#include "mention/figures.h"
#include "mention/times.h"
#include "small_report.h"

static td_arena arena;
static td_units *units;

static td_report read(const char *marked) {
    td_report report = small_report(marked, &arena);
    report.published.interval = td_interval_day(td_day_of(2014, 3, 1));
    td_times_read(units, NULL, &report, &arena);
    td_figures_read(units, &report, &arena);
    return report;
}

/* The only figure of `marked`; a NULL-like one when there is none. */
static td_figure only(const char *marked) {
    td_report report = read(marked);
    if (!CHECK_INTEGER(report.figures.count, 1)) return (td_figure){.bound = TD_BOUND_COUNT};
    return report.figures.items[0];
}

static void check_bound(const char *marked, enum td_bound bound, double value, double low, double high) {
    td_figure figure = only(marked);
    CHECK_INTEGER(figure.bound, bound);
    CHECK_INTEGER(figure.value.known ? figure.value.number : -1, value);
    CHECK_INTEGER(figure.low.known ? figure.low.number : -1, low);
    CHECK_INTEGER(figure.high.known ? figure.high.number : -1, high);
}

static void check_meaning(const char *marked, const char *unit, const char *counts, enum td_figure_category category) {
    td_figure figure = only(marked);
    CHECK_TEXT(figure.unit, unit);
    CHECK_TEXT(figure.counts, counts);
    CHECK_INTEGER(figure.category, category);
}

static void test_bounds(void) {
    check_bound("The base houses 240 sailors|NOUN .", TD_BOUND_EXACT, 240, 240, 240);
    check_bound("The base houses almost 900 sailors|NOUN .", TD_BOUND_ALMOST, 900, -1, 900);
    check_bound("The base houses at least 900 sailors|NOUN .", TD_BOUND_AT_LEAST, 900, 900, -1);
    check_bound("The base houses more than 1,200 sailors|NOUN .", TD_BOUND_MORE_THAN, 1200, 1200, -1);
    check_bound("The base houses up to 1,200 sailors|NOUN .", TD_BOUND_AT_MOST, 1200, -1, 1200);
    check_bound("The base houses fewer than 90 sailors|NOUN .", TD_BOUND_LESS_THAN, 90, -1, 90);
    check_bound("The base houses about 90 sailors|NOUN .", TD_BOUND_APPROX, 90, -1, -1);
    check_bound("The base houses between 700 and 900 sailors|NOUN .", TD_BOUND_RANGE, -1, 700, 900);
    check_bound("The base houses around 700 to 900 sailors|NOUN .", TD_BOUND_RANGE, -1, 700, 900);
    check_bound("The base houses 5-6 sailors|NOUN .", TD_BOUND_RANGE, -1, 5, 6);
    check_bound("The region has 3-4 million people|NOUN .", TD_BOUND_RANGE, -1, 3e6, 4e6);
    check_bound("The base houses dozens of sailors|NOUN .", TD_BOUND_VAGUE_PLURAL, -1, 24, -1);
    check_bound("The base houses tens of thousands of sailors|NOUN .", TD_BOUND_VAGUE_PLURAL, -1, 10000, -1);
    check_bound("The navy did|AUX not specify how many frigates|NOUN sailed|PAST .", TD_BOUND_UNDISCLOSED, -1, -1, -1);
    check_bound("The number of frigates|NOUN has|AUX not been disclosed .", TD_BOUND_UNDISCLOSED, -1, -1, -1);
    check_bound("Most of the sailors|NOUN went|PAST home .", TD_BOUND_MAJORITY, -1, -1, -1);
    check_bound("Two thirds of the sailors|NOUN went|PAST home .", TD_BOUND_EXACT, 200.0 / 3, 200.0 / 3, 200.0 / 3);
}

static void test_meaning(void) {
    check_meaning("Shelling killed|PAST 14 people|NOUN .", "people", "people", TD_FIGURE_KILLED);
    check_meaning("At least 14 rebel|NOUN fighters|NOUN were|AUX wounded|PAST .", "people", "rebel fighters", TD_FIGURE_WOUNDED);
    check_meaning("The fighting has displaced|PAST 40,000 people|NOUN .", "people", "people", TD_FIGURE_DISPLACED);
    check_meaning("Police detained|PAST 30 protesters|NOUN .", "people", "protesters", TD_FIGURE_DETAINED);
    check_meaning("Some 3,000 troops|NOUN stay .", "people", "troops", TD_FIGURE_TROOPS);
    check_meaning("The navy lost|PAST two helicopters|NOUN .", "aircraft", "helicopters", TD_FIGURE_EQUIPMENT);
    check_meaning("Aid reached|PAST 7,000 residents|NOUN .", "people", "residents", TD_FIGURE_AID_RECIPIENTS);
    check_meaning("Monitors counted|PAST 120 violations|NOUN .", "violations", "violations", TD_FIGURE_VIOLATIONS);
    td_figure money = only("Donors pledged|PAST $4bn .");
    CHECK_TEXT(money.unit, "USD");
    CHECK_INTEGER(money.category, TD_FIGURE_MONEY);
    CHECK(money.value.known && money.value.number == 4e9);
    td_figure share = only("Turnout was|AUX 40 per cent .");
    CHECK_TEXT(share.unit, "percent");
    CHECK_INTEGER(share.category, TD_FIGURE_SHARE);
    CHECK(only("Fighting has|AUX killed|PAST more than 900 people|NOUN so far .").cumulative);
}

static void test_two(void) {
    td_report report = read("Shelling killed|PAST 14 people|NOUN and wounded|PAST 30 others|NOUN .");
    if (!CHECK_INTEGER(report.figures.count, 2)) return;
    CHECK_INTEGER(report.figures.items[0].category, TD_FIGURE_KILLED);
    CHECK_INTEGER(report.figures.items[1].category, TD_FIGURE_WOUNDED);
}

static void check_none(const char *marked) {
    CHECK_INTEGER(read(marked).figures.count, 0);
}

static void test_none(void) {
    check_none("The Su-33|NAME took|PAST off .");
    check_none("They left|PAST on 3 May 2012 .");
    check_none("They left|PAST at 14:30 .");
    check_none("It will|AUX take 18 months|NOUN .");
    check_none("The 35-year-old driver|NOUN fled|PAST .");
    check_none("The council cited|PAST Resolution|NAME 2254 .");
    check_none("The third round|NOUN failed|PAST .");
    check_none("No one came|PAST .");
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 26);
    units = small_units(arguments[1], &arena);
    test_bounds();
    test_meaning();
    test_two();
    test_none();
    td_arena_release(&arena);
    return td_test_finish();
}
