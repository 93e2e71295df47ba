/* Reports and readings: what arrived comes back, twice is once, a new publication drops what was read. */

#include <stdio.h>

#include "full_report.h"
#include "harness.h"
#include "model/report_json.h"
#include "store_fixture.h"

static td_arena arena;

static bool present(td_store *store, td_view id) {
    bool there = false;
    CHECK_INTEGER(td_store_has_report(store, id, &there, NULL), 0);
    return there;
}

static uint32_t unread(td_store *store, const char *stamp) {
    td_view_array ids = {0};
    CHECK_INTEGER(td_store_unread_ids(store, td_view_of(stamp), &arena, &ids, NULL), 0);
    return ids.count;
}

static void test_as_it_arrived(td_store *store) {
    td_report report = full_report(&arena, 1), again;
    report.published.origin = TD_PUBLISHED_METADATA;
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), 0);
    CHECK(present(store, report.id));
    CHECK(!present(store, TD_VIEW("r0000000000000000")));
    CHECK_INTEGER(td_store_load_report(store, report.id, &arena, &again, NULL), 0);
    CHECK(td_view_equal(again.text, report.text));
    CHECK(td_view_equal(again.source, report.source));
    CHECK(td_view_equal(again.title, report.title));
    CHECK_TEXT(again.authors.items[0], "A. Writer");
    CHECK_TEXT(again.digest, "00112233445566778899aabbccddeeff");
    CHECK(!td_view_present(again.agency));
    CHECK_INTEGER(again.published.origin, TD_PUBLISHED_METADATA);
    CHECK_INTEGER(again.published.interval.to, td_day_of(2014, 5, 5));
    CHECK_INTEGER(again.published.evidence.count, 2);
    CHECK(!td_span_present(again.published.evidence.items[1].span));
    CHECK_TEXT(again.published.evidence.items[0].says, "told as past");
    CHECK_INTEGER(again.boilerplate.items[1].kind, TD_BOILERPLATE_BYLINE);
    CHECK_INTEGER(again.boilerplate.items[1].span.end, report.boilerplate.items[1].span.end);
    CHECK_INTEGER(td_store_load_report(store, TD_VIEW("r0"), &arena, &again, NULL), TD_ABSENT);
}

static void test_inferred_does_not_endure(td_store *store) {
    td_report report = full_report(&arena, 2), again;
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), 0);
    CHECK_INTEGER(td_store_load_report(store, report.id, &arena, &again, NULL), 0);
    CHECK_INTEGER(again.published.origin, TD_PUBLISHED_UNKNOWN);
    CHECK(!td_interval_known(again.published.interval));
    CHECK_INTEGER(again.published.evidence.count, 0);
}

static void test_null_byte(td_store *store) {
    td_report report = {.id = TD_VIEW("r00000000000000aa"), .text = TD_VIEW("before\0after")}, again;
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), 0);
    CHECK_INTEGER(td_store_load_report(store, report.id, &arena, &again, NULL), 0);
    CHECK(td_view_equal(again.text, report.text));
}

static void test_reading(td_store *store) {
    td_report report = fixture_add(store, &arena, 3), again;
    td_view json = fixture_json(&arena, &report), loaded;
    CHECK_INTEGER(td_store_load_reading(store, report.id, &arena, &loaded, NULL), 0);
    CHECK(td_view_equal(loaded, json));
    CHECK_INTEGER(td_report_read_json(loaded, &arena, &again, NULL), 0);
    CHECK_INTEGER(td_store_load_reading(store, full_report(&arena, 2).id, &arena, &loaded, NULL), TD_ABSENT);
    td_outline_array outlines = {0};
    CHECK_INTEGER(td_store_load_outlines(store, &arena, &outlines, NULL), 0);
    CHECK_INTEGER(outlines.count, 1);
    CHECK(td_view_equal(outlines.items[0].report, report.id));
}

static void test_twice(td_store *store) {
    uint32_t before = 0, after = 0;
    td_report report = full_report(&arena, 3);
    td_view json;
    CHECK_INTEGER(td_store_report_count(store, &before, NULL), 0);
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), TD_PRESENT);
    CHECK_INTEGER(td_store_report_count(store, &after, NULL), 0);
    CHECK_INTEGER(after, before);
    CHECK_INTEGER(td_store_load_reading(store, report.id, &arena, &json, NULL), 0);

    /* The caller now says when: taken over once, and what was read without it goes. */
    report.published =
        (td_publication){.interval = td_interval_day(td_day_of(2014, 5, 4)), .origin = TD_PUBLISHED_GIVEN};
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), TD_PRESENT);
    CHECK_INTEGER(td_store_load_reading(store, report.id, &arena, &json, NULL), TD_ABSENT);
    td_report again;
    CHECK_INTEGER(td_store_load_report(store, report.id, &arena, &again, NULL), 0);
    CHECK_INTEGER(again.published.interval.from, td_day_of(2014, 5, 4));
    CHECK_INTEGER(again.published.origin, TD_PUBLISHED_GIVEN);
    fixture_add(store, &arena, 4);
    CHECK_INTEGER(td_store_put_reading(store, &again, fixture_json(&arena, &report), fixture_outline(&arena, &report),
                                       TD_VIEW("engine 1"), NULL),
                  0);
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), TD_PRESENT);
    CHECK_INTEGER(td_store_load_reading(store, report.id, &arena, &json, NULL), 0);
}

static void test_unread(td_store *store) {
    uint32_t count = 0;
    CHECK_INTEGER(td_store_report_count(store, &count, NULL), 0);
    CHECK_INTEGER(unread(store, "engine 1"), count - 2);
    CHECK_INTEGER(unread(store, "engine 2"), count);
    td_view_array ids = {0};
    CHECK_INTEGER(td_store_report_ids(store, &arena, &ids, NULL), 0);
    CHECK_INTEGER(ids.count, count);
    for (uint32_t at = 1; at < ids.count; at++) CHECK(td_view_compare(ids.items[at - 1], ids.items[at]) < 0);
    td_report stranger = full_report(&arena, 99);
    CHECK_INTEGER(td_store_put_reading(store, &stranger, TD_VIEW("{}"), TD_VIEW("x"), TD_VIEW("s"), NULL),
                  TD_ERROR_INTERNAL);
}

static void test_rolled_back(td_store *store) {
    uint32_t before = 0, after = 0;
    CHECK_INTEGER(td_store_report_count(store, &before, NULL), 0);
    CHECK_INTEGER(td_store_begin(store, NULL), 0);
    td_report report = fixture_add(store, &arena, 50);
    CHECK(present(store, report.id));
    td_store_rollback(store);
    CHECK(!present(store, report.id));
    CHECK_INTEGER(td_store_report_count(store, &after, NULL), 0);
    CHECK_INTEGER(after, before);
    td_store_rollback(store); /* none is open: nothing happens */
}

/* Odd JSON is kept as it is: nothing in it is taken for the text that is not. */
static void test_odd_json(td_store *store) {
    static const char *const odd[] = {"{}", "{\"a\":\"\\\"text\\\":\\\"no\\\"\"}",
                                      "{\"report\":{\"title\":\"\\\"text\\\":null\",\"text\":\"\"}}"};
    td_report report = {.id = TD_VIEW("r00000000000000ee"), .text = TD_VIEW("")};
    td_view loaded;
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), 0);
    for (size_t k = 0; k < sizeof odd / sizeof *odd; k++) {
        CHECK_INTEGER(td_store_put_reading(store, &report, td_view_of(odd[k]), TD_VIEW("x"), TD_VIEW("s"), NULL), 0);
        CHECK_INTEGER(td_store_load_reading(store, report.id, &arena, &loaded, NULL), 0);
        CHECK_TEXT(loaded, odd[k]);
    }
    td_outline_array outlines = {0};
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_store_load_outlines(store, &arena, &outlines, &error), TD_ERROR_STORE);
    CHECK(strstr(error.message, "tidings rebuild") != NULL);
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    td_store *store = fixture_open(fixture_path(&arena, "reports.db"), TD_STORE_WRITE);
    test_as_it_arrived(store);
    test_inferred_does_not_endure(store);
    test_reading(store);
    test_twice(store);
    test_unread(store);
    test_null_byte(store);
    test_rolled_back(store);
    test_odd_json(store);
    td_store_close(store);
    td_arena_release(&arena);
    return td_test_finish();
}
