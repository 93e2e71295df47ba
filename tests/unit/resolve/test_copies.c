/* Copies, excerpts, shared passages, and who comes first. */

#include <stdio.h>

#include "harness.h"
#include "resolve/resolve.h"
#include "small_report.h"

#define OPENING                                                                                                  \
    "The convoy of thirty trucks left the northern depot before dawn carrying flour and medicine for the town\n" \
    "Drivers waited four hours at the last checkpoint while soldiers searched every sack and every crate aboard\n"
#define MIDDLE                                                                                                   \
    "Residents crowded the main square when the first trucks rolled past the ruined bakery shortly after noon\n" \
    "A nurse said the clinic had run out of insulin nine days ago and was boiling its bandages for lack of any\n"
#define ENDING                                                                                                   \
    "Negotiators hope that a second convoy will follow next week if the guns on the ridge above remain silent\n" \
    "The governor thanked both sides and promised that the road would stay open for as long as it was needed\n"
#define OTHER                                                                                                      \
    "Parliament voted narrowly for the budget after a long night of speeches about taxes and pensions in spring\n" \
    "The finance minister called the result a relief and left the chamber without taking any more questions\n"     \
    "Unions announced a march through the capital on Saturday against the planned cuts to schools and trains\n"
#define NOTICE                                                                                                    \
    "Please log in or create a free account to continue reading this and every other story on our award winning " \
    "site\n"

#define INVITATION                                                                                                 \
    "Never miss headlines by choosing favourite topics among free bulletins delivered weekdays before breakfast\n" \
    "Subscribers enjoying puzzles or recipes might add those pages using settings under account preferences here\n"
#define BACKGROUND                                                                                              \
    "The checkpoint on the only road has been closed to trucks four times since soldiers of the governor took " \
    "the depot from the militia in a night attack last autumn\n"

static td_arena arena;

static const td_copy *find_copy(const td_record *record, const td_outline *outlines, const char *a, const char *b) {
    for (td_each(copy, &record->copies))
        if (td_view_equal(outlines[copy->a.report].report, td_view_of(a)) &&
            td_view_equal(outlines[copy->b.report].report, td_view_of(b)))
            return copy;
    return NULL;
}

static void test_kinds(void) {
    td_report reports[] = {
        small_report(&arena, "r1", "2020-05-02", OPENING MIDDLE ENDING),
        small_report(&arena, "r2", "2020-05-03", OPENING MIDDLE ENDING),
        small_report(&arena, "r3", "2020-05-03",
                     OPENING
                     "Residents crowded the main square when the first trucks arrived past the ruined bakery\n" MIDDLE
                     "A mother of three wept as she carried two loaves home\n" ENDING),
        small_report(&arena, "r4", "2020-05-04", MIDDLE),
        small_report(&arena, "r5", "2020-05-05",
                     OTHER
                     "A nurse said the clinic had run out of insulin nine days ago and was boiling its bandages for "
                     "lack of any\n"),
        small_report(&arena, "r6", "2020-05-06", OTHER),
    };
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 6, &outlines);

    const td_copy *copy = find_copy(record, outlines, "r1", "r2");
    CHECK(copy && copy->kind == TD_COPY_IDENTICAL);
    copy = find_copy(record, outlines, "r1", "r3");
    CHECK(copy && copy->kind == TD_COPY_REVISED);
    copy = find_copy(record, outlines, "r1", "r4");
    CHECK(copy && copy->kind == TD_COPY_EXCERPT);
    copy = find_copy(record, outlines, "r1", "r5");
    CHECK(copy && copy->kind == TD_COPY_SHARED_PASSAGE);
    if (copy) {
        td_view a = td_span_text(reports[0].text, copy->a.span), b = td_span_text(reports[4].text, copy->b.span);
        CHECK(td_view_equal(a, b));
        CHECK(td_view_find(a, TD_VIEW("insulin"), 0) != SIZE_MAX);
    }
    CHECK(find_copy(record, outlines, "r1", "r6") == NULL);

    CHECK_INTEGER(record->origins.count, 6);
    CHECK_TEXT(outlines[record->origins.items[1]].report, "r1");
    for (uint32_t at = 0; at < 6; at++) {
        bool of_first = at < 4;
        td_index origin = record->origins.items[at];
        CHECK((origin == 0) == of_first);
    }
    /* the shorter report is most of the fifth: they are one family, named after the earlier, fuller one */
    CHECK_TEXT(outlines[record->origins.items[5]].report, "r5");
}

static void test_boilerplate(void) {
    td_report reports[40];
    for (uint32_t at = 0; at < 40; at++) {
        char *text = td_arena_alloc(&arena, 2000);
        uint32_t size = 0;
        for (uint32_t word = 0; word < 60; word++)
            size += (uint32_t)snprintf(text + size, 2000 - size, "w%uo%u%s", at, word, word % 12 == 11 ? "\n" : " ");
        snprintf(text + size, 2000 - size, NOTICE);
        reports[at] = small_report(&arena, td_arena_format(&arena, "r%02u", at).bytes, "2021-01-01", text);
    }
    td_record *record = small_record(&arena, reports, 40, NULL);
    CHECK_INTEGER(record->copies.count, 0);
}

/* Three outlets of one house end different news with the same invitation, in one week. */
static void test_invitation(void) {
    static const char *const news[] = {OPENING MIDDLE, OTHER, ENDING "A flood closed the bridge to the mill\n"};
    td_report reports[3];
    for (uint32_t at = 0; at < 3; at++)
        reports[at] = small_report(&arena, td_arena_format(&arena, "r%u", at).bytes, "2021-01-01",
                                   td_arena_format(&arena, "%s%s", news[at], INVITATION).bytes);
    td_record *record = small_record(&arena, reports, 3, NULL);
    CHECK_INTEGER(record->copies.count, 0);
}

/* A paragraph of the news in three reports is told, though none is the source of the whole of another. */
static void test_background(void) {
    td_report reports[] = {
        small_report(&arena, "r1", "2021-01-01", OPENING ENDING BACKGROUND),
        small_report(&arena, "r2", "2021-01-02",
                     "Parliament heard from the governor that trucks wait at the checkpoint every single morning\n"
                     "Members of both parties asked him who pays for the flour\n" BACKGROUND),
        small_report(&arena, "r3", "2021-01-03",
                     "The road was shelled again at dusk and drivers turned their trucks back to the depot\n"
                     "Soldiers at the checkpoint fired flares until morning\n" BACKGROUND),
    };
    td_record *record = small_record(&arena, reports, 3, NULL);
    CHECK_INTEGER(record->copies.count, 3);
    for (td_each(copy, &record->copies)) CHECK(copy->kind == TD_COPY_SHARED_PASSAGE);
}

static void test_day_and_fullness(void) {
    td_report reports[] = {
        small_report(&arena, "a-undated", NULL, OPENING MIDDLE ENDING),
        small_report(&arena, "b-short", "2020-05-02", OPENING MIDDLE),
        small_report(&arena, "c-full", "2020-05-02", OPENING MIDDLE ENDING),
    };
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 3, &outlines);
    for (uint32_t at = 0; at < 3; at++) CHECK_TEXT(outlines[record->origins.items[at]].report, "c-full");
}

static void test_agency_breaks_ties(void) {
    td_report reports[] = {
        small_report(&arena, "a", "2020-05-02", OPENING MIDDLE ENDING),
        small_report(&arena, "b", "2020-05-02", OPENING MIDDLE ENDING),
    };
    reports[0].outlet = TD_VIEW("Hill Country Herald");
    reports[0].agency = reports[1].agency = TD_VIEW("Northwire");
    reports[1].outlet = TD_VIEW("Northwire");
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 2, &outlines);
    CHECK_TEXT(outlines[record->origins.items[0]].report, "b");
    /* another day outweighs the tag */
    reports[1].published.interval = td_interval_day(small_day("2020-05-03"));
    record = small_record(&arena, reports, 2, &outlines);
    CHECK_TEXT(outlines[record->origins.items[0]].report, "a");
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    test_kinds();
    test_boilerplate();
    test_invitation();
    test_background();
    test_day_and_fullness();
    test_agency_breaks_ties();
    td_arena_release(&arena);
    return td_test_finish();
}
