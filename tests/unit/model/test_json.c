/* JSON out and in: escapes, shortest numbers, what is refused and where. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "harness.h"
#include "model/json.h"
#include "model/json_read.h"

static td_arena arena;

static td_view number_text(double value) {
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 256);
    td_json_init(&json, &buffer);
    td_json_number(&json, value);
    td_view text = td_arena_copy(&arena, td_buffer_view(&buffer));
    td_buffer_release(&buffer);
    return text;
}

static void test_writer(void) {
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 4096);
    td_json_init(&json, &buffer);
    td_json_object_open(&json);
    td_json_key(&json, "empty");
    td_json_array_open(&json);
    td_json_array_close(&json);
    td_json_key(&json, "list");
    td_json_array_open(&json);
    td_json_integer(&json, INT64_MIN);
    td_json_flag(&json, true);
    td_json_null(&json);
    td_json_object_open(&json);
    td_json_object_close(&json);
    td_json_raw(&json, TD_VIEW("[1]"));
    td_json_array_close(&json);
    td_json_key(&json, "text");
    td_json_text(&json, TD_VIEW("a\"\\\n\t\x01/é\0z"));
    td_json_key(&json, "absent");
    td_json_text(&json, TD_VIEW_ABSENT);
    td_json_key(&json, "days");
    td_json_interval(&json, (td_interval){td_day_of(2011, 2, 3), TD_DAY_UNKNOWN});
    td_json_key(&json, "a key that is longer than the piece of memory in which short ones are put together");
    td_json_string(&json, "");
    td_json_object_close(&json);
    CHECK_TEXT(td_buffer_view(&buffer),
               "{\"empty\":[],\"list\":[-9223372036854775808,true,null,{},[1]],"
               "\"text\":\"a\\\"\\\\\\n\\t\\u0001/é\\u0000z\",\"absent\":null,"
               "\"days\":{\"from\":\"2011-02-03\",\"to\":null},"
               "\"a key that is longer than the piece of memory in which short ones are put together\":\"\"}");
    td_buffer_release(&buffer);
}

/* Characters that some readers take for the end of a line never stand bare. */
static void test_line_ends(void) {
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 1 << 10);
    td_json_init(&json, &buffer);
    td_json_text(&json, TD_VIEW("a\xC2\x85" "b\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xA6\xC2\xA3"));
    CHECK_TEXT(td_buffer_view(&buffer), "\"a\\u0085b\\u2028\\u2029\xE2\x80\xA6\xC2\xA3\"");
    td_buffer_release(&buffer);
}

static void test_numbers(void) {
    CHECK_TEXT(number_text(0), "0");
    CHECK_TEXT(number_text(-17), "-17");
    CHECK_TEXT(number_text(5.5), "5.5");
    CHECK_TEXT(number_text(-0.05), "-0.05");
    CHECK_TEXT(number_text(0.1 + 0.2), "3.0000000000000004e-01");
    CHECK_TEXT(number_text(35.6812), "35.6812");
    CHECK_TEXT(number_text(1e15), "1e+15");
    CHECK_TEXT(number_text(1e300), "1e+300");
    CHECK_TEXT(number_text(5e-324), "5e-324");
    CHECK_TEXT(number_text(NAN), "null");
    CHECK_TEXT(number_text(INFINITY), "null");
    unsigned lost = 0;
    for (uint64_t round = 0; round < 20000; round++) {
        uint64_t bits = td_hash_mix(round, 7);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (round % 2) value = (double)(int64_t)(bits % 200000000) / 1e6 - 100;
        if (isfinite(value) && strtod(number_text(value).bytes, NULL) != value) lost++;
    }
    CHECK_INTEGER(lost, 0);
}

static const td_json_value *parse(const char *text) {
    const td_json_value *root = NULL;
    td_error error = TD_ERROR_INIT;
    if (td_json_parse(td_view_of(text), &arena, &root, &error) == 0) return root;
    printf("# %s: %s\n", text, error.message);
    return NULL;
}

static void test_reader(void) {
    const td_json_value *root = parse(" {\"a\" : [1, -2.5e3, true, false, null, \"x\"] , \"b\":{}, \"a\":2} ");
    if (!CHECK(root != NULL)) return;
    CHECK_INTEGER(root->count, 3);
    const td_json_value *list = td_json_member(root, TD_VIEW("a"));
    CHECK_INTEGER(list->count, 6);
    double number = 0;
    int64_t whole = 0;
    CHECK(td_json_number_of(list->first->next, &number) && number == -2500);
    CHECK(!td_json_integer_of(list->first->next, &whole));
    CHECK(td_json_integer_of(list->first, &whole) && whole == 1);
    CHECK(list->first->next->next->flag);
    CHECK_INTEGER(td_json_member(root, TD_VIEW("b"))->type, TD_JSON_OBJECT);
    CHECK(td_json_member(root, TD_VIEW("c")) == NULL);
    CHECK(td_json_member(NULL, TD_VIEW("c")) == NULL);

    td_view text = td_json_string_of(parse("\"\\u00e9\\ud83d\\ude9a\\n\\/\\u0000\\ud83dz\\udc00\""));
    CHECK(td_view_equal(text, TD_VIEW("é\xF0\x9F\x9A\x9A\n/\0\xEF\xBF\xBDz\xEF\xBF\xBD")));
}

static void check_refused(const char *text, const char *named) {
    const td_json_value *root;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_json_parse(td_view_of(text), &arena, &root, &error), TD_ERROR_INPUT);
    if (!CHECK(strstr(error.message, named) != NULL)) printf("# %s: %s\n", text, error.message);
}

static void test_refused(void) {
    check_refused("", "byte 0");
    check_refused("{\"a\":1,}", "byte 7");
    check_refused("[1 2]", "byte 3");
    check_refused("[1,]", "byte 3");
    check_refused("{\"a\" 1}", "colon");
    check_refused("{1:2}", "name of a member");
    check_refused("\"abc", "no end");
    check_refused("\"abc\\", "no end");
    check_refused("\"abc\\\"", "no end");
    check_refused("\"\\x\"", "escape");
    check_refused("\"\\u12\"", "escape");
    check_refused("01", "something follows");
    check_refused("1.", "digits");
    check_refused("1e", "digits");
    check_refused("-", "value");
    check_refused("nul", "value");
    check_refused("[1]]", "something follows");
    check_refused("[[1]", "comma");
}

static void test_depth(void) {
    static char deep[1 << 20];
    const td_json_value *root;
    memset(deep, '[', sizeof deep);
    CHECK_INTEGER(td_json_parse((td_view){deep, sizeof deep}, &arena, &root, NULL), TD_ERROR_LIMIT);
    memset(deep + TD_JSON_DEPTH, ']', TD_JSON_DEPTH);
    CHECK_INTEGER(td_json_parse((td_view){deep, 2 * TD_JSON_DEPTH}, &arena, &root, NULL), 0);
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    test_writer();
    test_line_ends();
    test_numbers();
    test_reader();
    test_refused();
    test_depth();
    td_arena_release(&arena);
    return td_test_finish();
}
