/* One entity under several spellings, and two that only sound alike. */

#include "harness.h"
#include "resolve/resolve.h"
#include "small_report.h"

static td_arena arena;

static td_index count_of_kind(const td_record *record, enum td_entity_kind kind) {
    td_index count = 0;
    for (td_each(entity, &record->entities)) count += entity->kind == kind;
    return count;
}

static void test_spellings(void) {
    td_report reports[] = {
        small_report(&arena, "r1", "2020-01-01", "The envoy Yusuf Hamdani met the elders of Qamra"),
        small_report(&arena, "r2", "2020-01-02", "On leaving Yusef Hamdani praised the elders"),
        small_report(&arena, "r3", "2020-01-03", "A trader named Yusuf Hamdani was robbed in Lima"),
    };
    small_entity(&reports[0], &arena, TD_ENTITY_PERSON, "Yusuf Hamdani", "SY");
    small_entity(&reports[1], &arena, TD_ENTITY_PERSON, "Yusef Hamdani", "");
    small_entity(&reports[2], &arena, TD_ENTITY_PERSON, "Yusuf Hamdani", "SY");
    td_record *record = small_record(&arena, reports, 3, NULL);
    CHECK_INTEGER(count_of_kind(record, TD_ENTITY_PERSON), 1);
    CHECK_INTEGER(record->entities.items[0].reports.count, 3);
    CHECK_INTEGER(record->entities.items[0].keys.count, 2);
    CHECK_TEXT(record->entities.items[0].name, "Yusuf Hamdani");
    for (td_each(key, &record->entities.items[0].keys))
        CHECK(td_record_entity(record, *key) == &record->entities.items[0]);
}

static void test_what_keeps_two_apart(void) {
    td_report reports[] = {
        small_report(&arena, "r1", "2020-01-01", "The envoy Yusuf Hamdani met the elders"),
        small_report(&arena, "r2", "2020-01-02", "On leaving Yusef Hamdani praised the elders"),
    };
    td_index first = small_entity(&reports[0], &arena, TD_ENTITY_PERSON, "Yusuf Hamdani", "SY");
    td_index second = small_entity(&reports[1], &arena, TD_ENTITY_PERSON, "Yusef Hamdani", "EG");
    CHECK_INTEGER(count_of_kind(small_record(&arena, reports, 2, NULL), TD_ENTITY_PERSON), 2);

    memcpy(reports[1].entities.items[second].country, "SY", 3);
    reports[0].entities.items[first].knowledge = TD_VIEW("person-yusuf-hamdani");
    td_record *record = small_record(&arena, reports, 2, NULL);
    CHECK_INTEGER(count_of_kind(record, TD_ENTITY_PERSON), 1);
    CHECK_TEXT(record->entities.items[0].knowledge, "person-yusuf-hamdani");

    reports[1].entities.items[second].knowledge = TD_VIEW("person-yusef-hamdani-the-younger");
    CHECK_INTEGER(count_of_kind(small_record(&arena, reports, 2, NULL), TD_ENTITY_PERSON), 2);
}

static void test_kinds_do_not_mix(void) {
    td_report reports[] = {
        small_report(&arena, "r1", "2020-01-01", "The frigate Admiral Orlov sailed"),
        small_report(&arena, "r2", "2020-01-02", "The late Admiral Orlov was remembered"),
    };
    small_entity(&reports[0], &arena, TD_ENTITY_EQUIPMENT, "Admiral Orlov", "RU");
    small_entity(&reports[1], &arena, TD_ENTITY_PERSON, "Admiral Orlov", "RU");
    CHECK_INTEGER(small_record(&arena, reports, 2, NULL)->entities.count, 2);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    test_spellings();
    test_what_keeps_two_apart();
    test_kinds_do_not_mix();
    td_arena_release(&arena);
    return td_test_finish();
}
