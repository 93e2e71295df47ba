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
    check_bound("The base houses more than 100 but fewer than 300 sailors|NOUN .", TD_BOUND_RANGE, -1, 100, 300);
    check_bound("Losses exceeded 300 tanks|NOUN .", TD_BOUND_MORE_THAN, 300, 300, -1);
    check_bound("One in five sailors|NOUN fell|PAST ill .", TD_BOUND_EXACT, 20, 20, 20);
    check_bound("Nearly half went|PAST home .", TD_BOUND_ALMOST, 50, -1, 50);
    check_bound("Sailors|NOUN left|PAST , most of them conscripts .", TD_BOUND_MAJORITY, -1, -1, -1);
    check_bound("Two thirds of the sailors|NOUN went|PAST home .", TD_BOUND_EXACT, 200.0 / 3, 200.0 / 3, 200.0 / 3);
}

static void test_meaning(void) {
    check_meaning("Shelling killed|PAST 14 people|NOUN .", "people", "people", TD_FIGURE_KILLED);
    check_meaning("At least 14 rebel|NOUN fighters|NOUN were|AUX wounded|PAST .", "people", "rebel fighters",
                  TD_FIGURE_WOUNDED);
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

static void check_category(const char *marked, enum td_figure_category category) {
    CHECK_INTEGER(only(marked).category, category);
}

static void test_governors(void) {
    check_category("The toll|NOUN from a raid|NOUN on a depot|NOUN in Ostry|NAME has|AUX risen to 18 .",
                   TD_FIGURE_KILLED);
    check_category("A guard|NOUN was|AUX killed|PARTICIPLE and six villagers|NOUN were|AUX hurt|PARTICIPLE .",
                   TD_FIGURE_WOUNDED);
    check_category("Hundreds of reservists|NOUN were|AUX sent|PARTICIPLE to a town|NOUN after many deaths|NOUN .",
                   TD_FIGURE_TROOPS);
    check_category("A man|NOUN was|AUX killed|PARTICIPLE by two guards|NOUN .", TD_FIGURE_TROOPS);
    check_category("Thousands of men , women and children were|AUX arrested|PARTICIPLE .", TD_FIGURE_DETAINED);
    check_category("Masked men|NOUN shot|PAST dead four clerks|NOUN .", TD_FIGURE_KILLED);
    check_category("Five clerks|NOUN were|AUX shot|PARTICIPLE .", TD_FIGURE_WOUNDED);
    check_category("Blast Kills 14 Clerks", TD_FIGURE_KILLED);
    td_report report = read("Six people|NOUN were|AUX killed|PARTICIPLE and 20 wounded|PARTICIPLE by a bomb|NOUN .");
    if (CHECK_INTEGER(report.figures.count, 2)) CHECK_INTEGER(report.figures.items[1].category, TD_FIGURE_WOUNDED);
}

static void check_unit(const char *marked, const char *unit, double value) {
    td_figure figure = only(marked);
    CHECK_TEXT(figure.unit, unit);
    CHECK(figure.value.known && figure.value.number > value - 1e-6 && figure.value.number < value + 1e-6);
}

static void test_units(void) {
    check_unit("The road|NOUN cost|PAST 40 million Syrian pounds .", "SYP", 4e7);
    check_unit("The road|NOUN cost|PAST USD 200 million .", "USD", 2e8);
    check_unit("The ticket|NOUN cost|PAST 3 dollars 50 cents .", "USD", 3.5);
    check_unit("The army|NOUN took|PAST 1200 square kilometres|NOUN .", "square kilometres", 1200);
    check_unit("They laid|PAST a 500-mile pipeline|NOUN .", "miles", 500);
    check_unit("The number of towns|NOUN in the truce|NOUN is|AUX stable at 46 .", "sites", 46);
    CHECK_INTEGER(read("Exports rose|PAST 15 percent to $400 million .").figures.count, 2);
    CHECK_TEXT(only("Donors gave|PAST tens of millions of dollars .").unit, "USD");
}

static void check_source(const char *marked, const char *words) {
    td_report report = read(marked);
    if (!CHECK(report.figures.count > 0)) return;
    const td_figure *figure = &report.figures.items[0];
    CHECK_INTEGER(td_span_present(figure->attribution_span), words[0] != 0);
    if (td_span_present(figure->attribution_span))
        CHECK_TEXT(td_span_text(report.text, figure->attribution_span), words);
}

static void test_sources(void) {
    check_source("At least 14 people|NOUN were|AUX killed|PARTICIPLE a monitoring|NOUN group|NOUN said|PAST .",
                 "a monitoring group");
    check_source("Shelling killed|PAST 14 people|NOUN according to local medics|NOUN .", "local medics ");
    check_source("Blast kills|PRESENT 14 people|NOUN : police", "police");
    check_source("Shelling killed|PAST 14 people|NOUN .", "");
    check_source("The centre|NOUN went|PAST on to state|VERB that 14 towns|NOUN had|AUX joined|PARTICIPLE .",
                 "The centre");
    check_source("The agency|NOUN said|PAST that roads|NOUN were|AUX cut and 14 people|NOUN had|AUX died|PARTICIPLE .",
                 "The agency");
    check_source("So far 14 cases|NOUN have|AUX been|AUX reported|PARTICIPLE there .", "");
    check_source("The figures|NOUN show|VERB that 14 people|NOUN left|PAST .", "");
    check_source("The page|NOUN had|PAST 14 visitors|NOUN , as measured|PARTICIPLE by its owners|NOUN .",
                 "its owners ");
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
    check_none("Call 555-0143 .");
    check_none("He lives at 709 Anton Quill Boulevard .");
    check_none("They live in the 2500 block of Elm Street .");
    check_none("A 7.0 magnitude quake|NOUN struck|PAST .");
    check_none("She is|AUX the first 2016 candidate|NOUN .");
    check_none("It was|AUX told|PARTICIPLE of the Six Day War .");
    check_none("They need a 60-vote majority|NOUN .");
    check_none("One resident|NOUN told|PAST reporters .");
    check_none("It is not clear how much effect|NOUN it had .");
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 26);
    units = small_units(arguments[1], &arena);
    test_bounds();
    test_meaning();
    test_governors();
    test_units();
    test_sources();
    test_two();
    test_none();
    td_arena_release(&arena);
    return td_test_finish();
}
