#ifndef TD_TESTS_HARNESS_H
#define TD_TESTS_HARNESS_H

/* A TAP harness: each check prints a line; main() ends with `return td_test_finish();`. */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

/* Print "ok" or "not ok" with the place and what was checked. */
bool td_test_check(bool passed, const char *file, int line, const char *what);
bool td_test_equal_integer(int64_t actual, int64_t expected, const char *file, int line, const char *what);
bool td_test_equal_text(td_view actual, td_view expected, const char *file, int line, const char *what);
/* Print the plan; 0 when every check passed and there was at least one, else 1. */
int td_test_finish(void);

#define CHECK(condition) td_test_check((condition), __FILE__, __LINE__, #condition)
#define CHECK_INTEGER(actual, expected) \
    td_test_equal_integer((int64_t)(actual), (int64_t)(expected), __FILE__, __LINE__, #actual)
#define CHECK_TEXT(actual, expected) \
    td_test_equal_text((actual), td_view_of(expected), __FILE__, __LINE__, #actual)

#endif
