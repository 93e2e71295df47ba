/* Numbers as English writes them. */

#include "harness.h"
#include "mention/numbers.h"
#include "small_report.h"

static td_arena arena;
static td_units *units;

static double value_of(const char *words, uint32_t *taken, bool *vague) {
    td_report report = small_report(words, &arena);
    td_pieces pieces = {0};
    td_number number = {0};
    td_pieces_read(&pieces, units, &report, 0, &arena);
    *taken = td_number_read(&pieces, 0, &number);
    *vague = number.vague;
    return number.value;
}

static void check(const char *words, double expected, bool expected_vague) {
    uint32_t taken;
    bool vague;
    double value = value_of(words, &taken, &vague);
    if (!CHECK(taken > 0 && value > expected - 1e-6 && value < expected + 1e-6))
        td_test_equal_text(td_view_of(words), TD_VIEW(""), __FILE__, __LINE__, "value");
    CHECK_INTEGER(vague, expected_vague);
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 26);
    units = small_units(arguments[1], &arena);
    check("41", 41, false);
    check("12,480", 12480, false);
    check("2.75", 2.75, false);
    check("2.3 million", 2.3e6, false);
    check("4bn", 4e9, false);
    check("300k", 300000, false);
    check("twenty-one", 21, false);
    check("two hundred and fifty", 250, false);
    check("three hundred thousand", 300000, false);
    check("one thousand two hundred", 1200, false);
    check("two dozen", 24, false);
    check("a dozen", 12, false);
    check("half a million", 500000, false);
    check("a quarter of a million", 250000, false);
    check("five and a half", 5.5, false);
    check("two and a half million", 2.5e6, false);
    check("dozens", 24, true);
    check("hundreds", 100, true);
    check("tens of thousands", 10000, true);
    check("hundreds of thousands", 100000, true);
    check("several hundred", 200, true);
    check("half million", 500000, false);
    check("a hundred thousand", 100000, false);
    check("two thirds of a million", 2e6 / 3, false);
    check("two hundred and two thousand", 202000, false);
    check("3 hundred and 21", 321, false);
    check("1/4", 0.25, false);
    check("10 1/2", 10.5, false);
    check("7\xC2\xBD", 7.5, false);
    check("5 crore", 5e7, false);
    check("three dozens", 36, false);
    uint32_t taken;
    bool vague;
    value_of("several crates", &taken, &vague);
    CHECK_INTEGER(taken, 0);
    value_of("m", &taken, &vague);
    CHECK_INTEGER(taken, 0);
    td_arena_release(&arena);
    return td_test_finish();
}
