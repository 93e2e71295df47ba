/* Search: words mean what was typed, hits are passages of the text, what is forgotten is not found. */

#include <stdio.h>

#include "full_report.h"
#include "harness.h"
#include "store/search_words.h"
#include "store_fixture.h"

static td_arena arena;

static void check_expression(const char *words, const char *expected) {
    td_view expression = TD_VIEW_ABSENT;
    CHECK_INTEGER(td_search_expression(td_view_of(words), &arena, &expression, NULL), 0);
    CHECK_TEXT(expression, expected);
}

static void test_expressions(void) {
    check_expression("left convoy", "\"left\" \"convoy\" ");
    check_expression("\"left the town\" convoy", "\"left the town\" \"convoy\" ");
    check_expression("left OR NOT (a* : b)^", "\"left\" \"OR\" \"NOT\" \"(a*\" \"b)^\" ");
    check_expression("\xE2\x80\x9Cno end", "\"no end\" ");
    check_expression("  - — \" \" städer\t", "\"städer\" ");
    check_expression("a\"b", "\"a\" \"b\" ");
    td_view expression;
    CHECK_INTEGER(td_search_expression(TD_VIEW(" \" - … "), &arena, &expression, NULL), TD_ERROR_USAGE);
    CHECK_INTEGER(td_search_expression(TD_VIEW(""), &arena, &expression, NULL), TD_ERROR_USAGE);
    char many[400];
    for (size_t at = 0; at < sizeof many; at++) many[at] = at % 2 ? ' ' : 'a';
    CHECK_INTEGER(td_search_expression((td_view){many, sizeof many}, &arena, &expression, NULL), TD_ERROR_USAGE);
}

static td_search_hit_array search(td_store *store, const char *words) {
    td_search_hit_array hits = {0};
    td_error error = TD_ERROR_INIT;
    if (!CHECK(td_store_search(store, td_view_of(words), 50, &arena, &hits, &error) == 0))
        printf("# %s\n", error.message);
    return hits;
}

static td_view hit_text(td_store *store, const td_search_hit *hit) {
    td_report report = {0};
    CHECK_INTEGER(td_store_load_report(store, hit->report, &arena, &report, NULL), 0);
    return td_span_text(report.text, hit->span);
}

static uint32_t count_statements(const td_search_hit_array *hits) {
    uint32_t count = 0;
    for (td_each(hit, hits)) count += hit->statement;
    return count;
}

static void test_hits(td_store *store) {
    td_search_hit_array hits = search(store, "oreby council");
    CHECK_INTEGER(hits.count, 3);
    CHECK(!hits.items[0].statement);
    hits = search(store, "trucks");
    CHECK_INTEGER(hits.count, 6);
    CHECK_INTEGER(count_statements(&hits), 3);
    for (td_each(hit, &hits)) {
        td_view text = hit_text(store, hit);
        if (hit->statement)
            CHECK_TEXT(text, "at least 40 trucks");
        else
            CHECK(td_view_starts_with(text, TD_VIEW("Envoy Zoë")) && td_view_ends_with(text, TD_VIEW("Öreby.")));
    }
    CHECK_INTEGER(search(store, "\"40 trucks\"").count, 6);
    CHECK_INTEGER(search(store, "\"trucks 40\"").count, 0);
    CHECK_INTEGER(search(store, "trucks AND").count, 0);
    CHECK_INTEGER(search(store, "convoy zoe nobody").count, 3);
    CHECK_INTEGER(search(store, "nowhere").count, 0);
    hits = search(store, "hurt"); /* in a sentence that no list holds: the word itself */
    CHECK_TEXT(hit_text(store, &hits.items[0]), "hurt");
    td_search_hit_array few = {0};
    CHECK_INTEGER(td_store_search(store, TD_VIEW("trucks"), 2, &arena, &few, NULL), 0);
    CHECK_INTEGER(few.count, 2);
}

static void test_forgotten(td_store *store) {
    td_report report = full_report(&arena, 1);
    report.published =
        (td_publication){.interval = td_interval_day(td_day_of(2014, 5, 4)), .origin = TD_PUBLISHED_GIVEN};
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), TD_PRESENT);
    CHECK_INTEGER(search(store, "trucks").count, 4);
    CHECK_INTEGER(td_store_put_reading(store, &report, fixture_json(&arena, &report), fixture_outline(&arena, &report),
                                       TD_VIEW("engine 2"), NULL),
                  0);
    CHECK_INTEGER(search(store, "trucks").count, 6);
    CHECK_INTEGER(td_store_put_reading(store, &report, fixture_json(&arena, &report), fixture_outline(&arena, &report),
                                       TD_VIEW("engine 3"), NULL),
                  0);
    CHECK_INTEGER(search(store, "trucks").count, 6);
    td_view_array lines = {0};
    td_error error = TD_ERROR_INIT;
    if (!CHECK(td_store_examine(store, &arena, &lines, &error) == 0)) printf("# %s\n", error.message);
    bool counted = false;
    for (td_each(line, &lines)) counted |= td_view_equal(*line, TD_VIEW("statements: 6"));
    CHECK(counted);
    CHECK_INTEGER(td_store_clear_derived(store, NULL), 0);
    CHECK_INTEGER(search(store, "trucks").count, 0);
}

/* More hits than are worth ranking: those of the report added last come first, and quickly. */
static void test_many(const char *path) {
    td_store *store = fixture_open(path, TD_STORE_WRITE);
    CHECK_INTEGER(td_store_begin(store, NULL), 0);
    td_view last = TD_VIEW_ABSENT;
    for (unsigned number = 0; number < 13; number++) {
        td_report report = {.source = td_arena_format(&arena, "many%u", number), .text = TD_VIEW("rain again")};
        td_report_identify(&report, &arena);
        last = report.id;
        for (unsigned quote = 0; quote < 5000; quote++) /* more than are kept for search */
            *td_push(&arena, &report.quotes) = (td_quote){.content = {0, 4}, .speaker = TD_NONE};
        CHECK_INTEGER(td_store_put_report(store, &report, NULL), 0);
        CHECK_INTEGER(td_store_put_reading(store, &report, TD_VIEW("{}"), TD_VIEW("x"), TD_VIEW("s"), NULL), 0);
    }
    CHECK_INTEGER(td_store_commit(store, NULL), 0);
    td_search_hit_array hits = search(store, "rain");
    CHECK_INTEGER(hits.count, 50);
    CHECK(td_view_equal(hits.items[0].report, last));
    CHECK(td_view_equal(hits.items[49].report, last));
    hits = search(store, "again"); /* few: ranked */
    CHECK_INTEGER(hits.count, 13);
    td_store_close(store);
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    test_expressions();
    td_store *store = fixture_open(fixture_path(&arena, "search.db"), TD_STORE_WRITE);
    for (unsigned number = 0; number < 3; number++) fixture_add(store, &arena, number);
    test_hits(store);
    test_forgotten(store);
    td_store_close(store);
    test_many(fixture_path(&arena, "many.db"));
    td_arena_release(&arena);
    return td_test_finish();
}
