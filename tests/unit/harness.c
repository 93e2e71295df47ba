/* The TAP harness of the unit tests. */

#include "harness.h"

#include <inttypes.h>
#include <stdio.h>

static int checks;
static int failures;

bool td_test_check(bool passed, const char *file, int line, const char *what) {
    checks++;
    if (!passed) failures++;
    printf("%s %d - %s:%d %s\n", passed ? "ok" : "not ok", checks, file, line, what);
    return passed;
}

bool td_test_equal_integer(int64_t actual, int64_t expected, const char *file, int line, const char *what) {
    bool passed = td_test_check(actual == expected, file, line, what);
    if (!passed) printf("# expected %" PRId64 ", found %" PRId64 "\n", expected, actual);
    return passed;
}

bool td_test_equal_text(td_view actual, td_view expected, const char *file, int line, const char *what) {
    bool passed = td_test_check(td_view_equal(actual, expected), file, line, what);
    if (!passed)
        printf("# expected \"%.*s\"\n# found    \"%.*s\"\n", TD_VIEW_ARGUMENTS(expected), TD_VIEW_ARGUMENTS(actual));
    return passed;
}

int td_test_finish(void) {
    printf("1..%d\n", checks);
    return checks > 0 && failures == 0 ? 0 : 1;
}
