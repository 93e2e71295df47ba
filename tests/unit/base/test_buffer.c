/* Buffers: growth, the hard maximum, and memory that runs out (linked with --wrap=realloc). */

#include "base/buffer.h"
#include "harness.h"

#include <stdlib.h>

/* How many reallocations still succeed; negative: all. */
static int allowed = -1;

void *__real_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size) {
    if (allowed == 0) return NULL;
    if (allowed > 0) allowed--;
    return __real_realloc(block, size);
}

static void test_growth(void) {
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 20);
    CHECK_TEXT(td_buffer_view(&buffer), "");
    td_buffer_add_string(&buffer, "cease");
    td_buffer_add_byte(&buffer, '-');
    td_buffer_add(&buffer, TD_VIEW("fire"));
    td_buffer_format(&buffer, " day %d%s", 30, "");
    CHECK_TEXT(td_buffer_view(&buffer), "cease-fire day 30");
    CHECK(buffer.bytes[buffer.size] == 0);
    for (int i = 0; i < 50000; i++) td_buffer_add_byte(&buffer, (char)('a' + i % 26));
    CHECK_INTEGER(buffer.size, 50017);
    CHECK(buffer.bytes[50016] == 'a' + 49999 % 26);
    CHECK_INTEGER(td_buffer_status(&buffer, NULL), TD_OK);
    td_buffer_clear(&buffer);
    CHECK_TEXT(td_buffer_view(&buffer), "");
    td_buffer_release(&buffer);
    CHECK(buffer.bytes == NULL);
}

static void test_maximum(void) {
    td_buffer buffer;
    td_error error = TD_ERROR_INIT;
    td_buffer_init(&buffer, 10);
    td_buffer_add_string(&buffer, "0123456789");
    CHECK_INTEGER(td_buffer_status(&buffer, &error), TD_OK); /* exactly full */
    td_buffer_add_byte(&buffer, 'x');
    td_buffer_add_string(&buffer, "");
    CHECK_INTEGER(td_buffer_status(&buffer, &error), TD_ERROR_LIMIT);
    CHECK(strstr(error.message, "10 bytes") != NULL);
    CHECK_TEXT(td_buffer_view(&buffer), "0123456789");
    td_buffer_clear(&buffer);
    td_buffer_add_string(&buffer, "again");
    CHECK_INTEGER(td_buffer_status(&buffer, NULL), TD_OK);
    td_buffer_format(&buffer, "%s", "123456");
    CHECK_INTEGER(td_buffer_status(&buffer, NULL), TD_ERROR_LIMIT);
    td_buffer_add_byte(&buffer, 'y'); /* would fit, but the failure sticks */
    CHECK_TEXT(td_buffer_view(&buffer), "again");
    td_buffer_release(&buffer);
    td_buffer_init(&buffer, SIZE_MAX);
    td_buffer_add_byte(&buffer, 'z');
    td_buffer_add(&buffer, (td_view){"", SIZE_MAX - 1});
    CHECK_INTEGER(td_buffer_status(&buffer, NULL), TD_ERROR_LIMIT);
    td_buffer_release(&buffer);
}

/* Fail the first, second, third ... reallocation: what was written stays, and the failure is told. */
static void test_no_memory(void) {
    for (int succeed = 0; succeed < 6; succeed++) {
        td_buffer buffer;
        td_error error = TD_ERROR_INIT;
        td_buffer_init(&buffer, 1 << 20);
        allowed = succeed;
        for (int i = 0; i < 20000; i++) td_buffer_add_byte(&buffer, (char)('a' + i % 26));
        allowed = -1;
        CHECK_INTEGER(td_buffer_status(&buffer, &error), TD_ERROR_MEMORY);
        CHECK(error.message[0] != 0);
        CHECK_INTEGER(buffer.size, succeed == 0 ? 0 : (256 << (succeed - 1)) - 1);
        bool intact = true;
        for (size_t i = 0; i < buffer.size; i++)
            if (buffer.bytes[i] != (char)('a' + i % 26)) intact = false;
        CHECK(intact);
        td_buffer_clear(&buffer);
        td_buffer_add_string(&buffer, "usable again");
        CHECK_TEXT(td_buffer_view(&buffer), "usable again");
        td_buffer_release(&buffer);
    }
}

int main(void) {
    test_growth();
    test_maximum();
    test_no_memory();
    return td_test_finish();
}
