/* The table of units: readings by class, folding, and what is refused. */

#include "harness.h"
#include "lexicon/units.h"

static td_arena arena;

static void test_readings(void) {
    td_units *units = NULL;
    td_error error = TD_ERROR_INIT;
    td_view table = TD_VIEW("# a comment\nform\tclass\tunit\tnumber\tcategory\nmay\tmonth\t\t5\t\nsecond\tordinal\t\t2\t\n"
                            "second\tperiod\tS\t1\t\nsoldiers\tcounted\tpeople\t\ttroops\n");
    CHECK_INTEGER(td_units_load(table, &arena, &units, &error), TD_OK);
    if (!CHECK(units != NULL)) return;
    CHECK_INTEGER(td_unit_as(td_units_find(units, TD_VIEW("May")), TD_UNIT_MONTH)->number, 5);
    const td_unit_word *second = td_units_find(units, TD_VIEW("SECOND"));
    CHECK_INTEGER(second->classes, 1U << TD_UNIT_ORDINAL | 1U << TD_UNIT_PERIOD);
    CHECK_TEXT(td_unit_as(second, TD_UNIT_PERIOD)->unit, "S");
    CHECK(td_unit_as(second, TD_UNIT_MONTH) == NULL);
    const td_unit_reading *soldiers = td_unit_as(td_units_find(units, TD_VIEW("soldiers")), TD_UNIT_COUNTED);
    CHECK_INTEGER(soldiers->category, TD_FIGURE_TROOPS);
    CHECK(td_units_find(units, TD_VIEW("sold")) == NULL);
    CHECK(td_units_find(units, TD_VIEW("")) == NULL);
    CHECK(td_units_find(units, TD_VIEW("a form that is longer than any in the table")) == NULL);
}

static void check_refused(td_view table) {
    td_units *units = NULL;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_units_load(table, &arena, &units, &error), TD_ERROR_INPUT);
    CHECK(error.message[0] != 0);
}

int main(void) {
    td_arena_init(&arena, 1 << 20);
    test_readings();
    check_refused(TD_VIEW("may\tmoon\t\t5\t\n"));
    check_refused(TD_VIEW("may\tmonth\t\tfive\t\n"));
    check_refused(TD_VIEW("may\tmonth\t\t5\thappy\n"));
    check_refused(TD_VIEW("\tmonth\t\t5\t\n"));
    td_arena_release(&arena);
    return td_test_finish();
}
