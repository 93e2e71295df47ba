/* The record: comes back to the byte, is unmarked by what it does not know, endures what decisions endure. */

#include <sqlite3.h>
#include <stdio.h>

#include "full_report.h"
#include "harness.h"
#include "small_record.h"
#include "store_fixture.h"

static td_arena arena;

static bool resolved(td_store *store) {
    bool is = false;
    CHECK_INTEGER(td_store_is_resolved(store, &is, NULL), 0);
    return is;
}

static void test_round_trip(td_store *store) {
    for (unsigned number = 0; number < 3; number++) fixture_add(store, &arena, number);
    CHECK(!resolved(store));
    fixture_put_record(store, &arena);
    CHECK(resolved(store));
    td_view first = fixture_export(store, &arena);
    CHECK(td_view_find(first, TD_VIEW("same day, same town"), 0) != SIZE_MAX);

    /* Every field: the loaded record put again gives the same. */
    td_record record;
    td_view_array ids;
    CHECK_INTEGER(td_store_load_record(store, &arena, &record, &ids, NULL), 0);
    CHECK_INTEGER(ids.count, 3);
    CHECK_INTEGER(record.entities.items[1].keys.items[1], UINT64_MAX - 1);
    CHECK_TEXT(td_record_entity(&record, UINT64_MAX - 1)->knowledge, "place:oreby");
    CHECK_INTEGER(record.stories.items[1].title_evidence.span.end, 19);
    CHECK_INTEGER(record.events.items[0].members.items[1].event, 4);
    CHECK_INTEGER(record.events.items[0].mentions.items[0].report, 1);
    CHECK_INTEGER(record.happenings.items[0].mentions.items[1].report, 2);
    CHECK_INTEGER(record.happenings.items[0].type, TD_EVENT_COUNT);
    CHECK_INTEGER(record.origins.items[2], 0);
    CHECK(record.mixed.items[0].confidence == 0.875);
    CHECK_INTEGER(td_store_put_record(store, &record, ids.items, ids.count, NULL), 0);
    CHECK(td_view_equal(fixture_export(store, &arena), first));

    /* And is what was put, to the byte. */
    td_record made = small_record(&arena);
    CHECK_TEXT(record.events.items[0].links.items[0], "same day, same town");
    CHECK_INTEGER(record.ledgers.count, made.ledgers.count);
    CHECK_INTEGER(record.ledgers.items[1].fields.count, made.ledgers.items[1].fields.count);
    CHECK_INTEGER(record.ledgers.items[1].fields.items[4].type, made.ledgers.items[1].fields.items[4].type);
    CHECK(record.ledgers.items[1].fields.items[4].number == made.ledgers.items[1].fields.items[4].number);
    CHECK_TEXT(td_view_of(record.ledgers.items[1].fields.items[4].name), made.ledgers.items[1].fields.items[4].name);
}

static void test_unmarked(td_store *store) {
    fixture_add(store, &arena, 5);
    CHECK(!resolved(store));
    fixture_put_record(store, &arena);
    td_report report = full_report(&arena, 5);
    CHECK_INTEGER(td_store_put_report(store, &report, NULL), TD_PRESENT);
    CHECK(resolved(store)); /* nothing new was said */
    td_decision decision = {.kind = TD_VIEW("reject"),
                            .subject = TD_VIEW("v1"),
                            .who = TD_VIEW("ann"),
                            .made_at = TD_VIEW("2015-01-01T00:00:00Z"),
                            .why = TD_VIEW("no such convoy")};
    CHECK_INTEGER(td_store_put_decision(store, &decision, NULL), 0);
    CHECK(!resolved(store));
    decision.kind = TD_VIEW("guess");
    CHECK_INTEGER(td_store_put_decision(store, &decision, NULL), TD_ERROR_STORE);
}

static void test_cleared(td_store *store) {
    fixture_put_record(store, &arena);
    td_view_array ids = {0}, lines = {0};
    CHECK_INTEGER(td_store_begin(store, NULL), 0);
    CHECK_INTEGER(td_store_clear_derived(store, NULL), 0);
    CHECK_INTEGER(td_store_commit(store, NULL), 0);
    CHECK(!resolved(store));
    CHECK_INTEGER(td_store_unread_ids(store, TD_VIEW("engine 1"), &arena, &ids, NULL), 0);
    CHECK_INTEGER(ids.count, 4);
    td_record record;
    CHECK_INTEGER(td_store_load_record(store, &arena, &record, &ids, NULL), 0);
    CHECK_INTEGER(record.events.count + ids.count, 0);
    td_decision_array decisions = {0};
    CHECK_INTEGER(td_store_load_decisions(store, &arena, &decisions, NULL), 0);
    CHECK_INTEGER(decisions.count, 1);
    CHECK_TEXT(decisions.items[0].why, "no such convoy");
    CHECK_INTEGER(td_store_examine(store, &arena, &lines, NULL), 0);
}

/* What points outside itself is neither put nor loaded. */
static void test_broken(const char *path) {
    td_store *store = fixture_open(path, TD_STORE_WRITE);
    for (unsigned number = 0; number < 3; number++) fixture_add(store, &arena, number);
    td_record record = small_record(&arena);
    td_view ids[] = {full_report(&arena, 0).id, full_report(&arena, 1).id, full_report(&arena, 2).id};
    record.events.items[0].not_same_as.items[0].event = 2;
    CHECK_INTEGER(td_store_put_record(store, &record, ids, 3, NULL), TD_ERROR_INTERNAL);
    fixture_put_record(store, &arena);
    td_store_close(store);

    static const char *const damages[] = {
        "UPDATE events SET story = 77 WHERE position = 0",
        "UPDATE conflicts SET claims = '[[9,1,2,\"x\",0]]'",
        "UPDATE mixed SET stories = '{'",
        "UPDATE ledger_entries SET evidence = '[]'",
        "UPDATE events SET members = '[3,null,\"x\",[]]'",
    };
    for (size_t k = 0; k < sizeof damages / sizeof *damages; k++) {
        store = fixture_open(path, TD_STORE_WRITE);
        fixture_put_record(store, &arena);
        sqlite3 *database = NULL;
        CHECK_INTEGER(sqlite3_open(path, &database), SQLITE_OK);
        CHECK_INTEGER(sqlite3_exec(database, damages[k], NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(database);
        td_view_array loaded;
        td_error error = TD_ERROR_INIT;
        CHECK_INTEGER(td_store_load_record(store, &arena, &record, &loaded, &error), TD_ERROR_STORE);
        if (!CHECK(strstr(error.message, "tidings rebuild") != NULL)) printf("# %s\n", error.message);
        td_store_close(store);
    }
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    td_store *store = fixture_open(fixture_path(&arena, "record.db"), TD_STORE_WRITE);
    test_round_trip(store);
    test_unmarked(store);
    test_cleared(store);
    td_store_close(store);
    test_broken(fixture_path(&arena, "broken.db"));
    td_arena_release(&arena);
    return td_test_finish();
}
