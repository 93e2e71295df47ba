/* Contradictions side by side; what is revised, copied or of another thing is none. */

#include <stdio.h>

#include "harness.h"
#include "resolve/resolve.h"
#include "small_report.h"

static td_arena arena;

/* A strike on the market of Besh on 1 June 2012, told in one of four ways so that no report is a copy. */
static td_report strike(const char *id, const char *published, int way, const char *killed, double value) {
    static const char *const ways[] = {
        "Planes attacked the market of Besh on Friday and %s people were killed by two bombs near the grain store\n",
        "An attack from the air on Besh market left %s people dead on Friday, the mayor of the town told us\n",
        "On Friday planes came twice in an attack on Besh where bombs burned the market and %s people died\n",
        "The market at Besh lay in ruins after an attack by aircraft on Friday with %s people buried beneath it\n",
    };
    char text[400];
    snprintf(text, sizeof text, ways[way], killed);
    td_report report = small_report(&arena, id, published, td_arena_copy(&arena, td_view_of(text)).bytes);
    td_index place = small_entity(&report, &arena, TD_ENTITY_PLACE, "Besh", "AA");
    td_event *event = small_event(&report, &arena, "attack", TD_EVENT_ASSAULT, "aerial", "2012-06-01");
    event->place = place;
    event->modality = TD_MODALITY_HAPPENED;
    char words[64];
    snprintf(words, sizeof words, "%s people", killed);
    small_figure(&report, &arena, td_arena_copy(&arena, td_view_of(words)).bytes, value, TD_FIGURE_KILLED);
    *td_push(&arena, &event->figures) = 0;
    return report;
}

static const td_conflict *find(const td_record *record, enum td_conflict_kind kind) {
    for (td_each(conflict, &record->conflicts))
        if (conflict->kind == kind) return conflict;
    return NULL;
}

static void test_figures(void) {
    td_report reports[] = {strike("r1", "2012-06-01", 0, "29", 29), strike("r2", "2012-06-01", 1, "175", 175),
                           strike("r3", "2012-06-01", 2, "29", 29)};
    td_record *record = small_record(&arena, reports, 3, NULL);
    CHECK_INTEGER(record->events.count, 1);
    const td_conflict *conflict = find(record, TD_CONFLICT_FIGURE);
    if (!CHECK(conflict != NULL)) return;
    CHECK(!conflict->compatible);
    CHECK_INTEGER(conflict->claims.count, 3);
    CHECK_TEXT(conflict->claims.items[0].value, "29");
    CHECK_TEXT(conflict->claims.items[1].value, "175");
    CHECK_INTEGER(conflict->event, 0);
    CHECK(td_view_starts_with(conflict->about, TD_VIEW("killed: ")));
}

static void test_bounds_that_agree(void) {
    td_report reports[] = {strike("r1", "2012-06-01", 0, "20", 20), strike("r2", "2012-06-01", 1, "23", 23)};
    td_figure *first = &reports[0].figures.items[0];
    first->bound = TD_BOUND_AT_LEAST;
    first->high.known = false;
    const td_conflict *conflict = find(small_record(&arena, reports, 2, NULL), TD_CONFLICT_FIGURE);
    if (!CHECK(conflict != NULL)) return;
    CHECK(conflict->compatible);
    CHECK_TEXT(conflict->claims.items[0].value, "at least 20");
}

static void test_what_is_no_conflict(void) {
    /* raised by a later report */
    td_report revised[] = {strike("r1", "2012-06-01", 0, "21", 21), strike("r2", "2012-06-02", 1, "26", 26)};
    CHECK(find(small_record(&arena, revised, 2, NULL), TD_CONFLICT_FIGURE) == NULL);
    /* several times as many is no revision */
    td_report leap[] = {strike("r1", "2012-06-01", 0, "21", 21), strike("r2", "2012-06-02", 1, "126", 126)};
    CHECK(find(small_record(&arena, leap, 2, NULL), TD_CONFLICT_FIGURE) != NULL);
    /* the same number twice */
    td_report same[] = {strike("r1", "2012-06-01", 0, "21", 21), strike("r2", "2012-06-01", 1, "21", 21)};
    CHECK_INTEGER(small_record(&arena, same, 2, NULL)->conflicts.count, 0);
    /* wounded are not killed */
    td_report other[] = {strike("r1", "2012-06-01", 0, "21", 21), strike("r2", "2012-06-01", 1, "40", 40)};
    other[1].figures.items[0].category = TD_FIGURE_WOUNDED;
    CHECK(find(small_record(&arena, other, 2, NULL), TD_CONFLICT_FIGURE) == NULL);
    /* children among the dead are not the dead */
    td_report part[] = {strike("r1", "2012-06-01", 0, "21", 21), strike("r2", "2012-06-01", 1, "4", 4)};
    part[1].figures.items[0].counts = TD_VIEW("children");
    part[1].figures.items[0].phrase.end = part[1].figures.items[0].span.end;
    CHECK(find(small_record(&arena, part, 2, NULL), TD_CONFLICT_FIGURE) == NULL);
}

static void test_day_and_denial(void) {
    td_report reports[] = {strike("r1", "2012-06-02", 0, "21", 21), strike("r2", "2012-06-02", 1, "21", 21),
                           strike("r3", "2012-06-02", 2, "21", 21)};
    reports[1].events.items[0].interval = td_interval_day(small_day("2012-05-31"));
    td_index army = small_entity(&reports[2], &arena, TD_ENTITY_ORGANISATION, "army", "AA");
    reports[2].events.items[0].modality = TD_MODALITY_DENIED;
    reports[2].events.items[0].source = army;
    td_record *record = small_record(&arena, reports, 3, NULL);
    CHECK_INTEGER(record->events.count, 1);
    const td_conflict *day = find(record, TD_CONFLICT_DATE), *denial = find(record, TD_CONFLICT_ATTRIBUTION);
    if (!CHECK(day && denial)) return;
    CHECK_TEXT(day->claims.items[0].value, "2012-06-01");
    CHECK_TEXT(day->claims.items[1].value, "2012-05-31");
    td_view last = denial->claims.items[denial->claims.count - 1].value;
    CHECK_TEXT(last, "denied");
    CHECK(denial->claims.items[denial->claims.count - 1].attribution != 0);
    CHECK(!denial->compatible);
}

static void test_actor(void) {
    td_report reports[] = {strike("r1", "2012-06-02", 0, "21", 21), strike("r2", "2012-06-02", 1, "21", 21)};
    td_index north = small_entity(&reports[0], &arena, TD_ENTITY_ORGANISATION, "Northern Air Force", "NN");
    td_index south = small_entity(&reports[1], &arena, TD_ENTITY_ORGANISATION, "Southern Air Force", "SS");
    small_actor(&reports[0].events.items[0], &arena, north);
    small_actor(&reports[1].events.items[0], &arena, south);
    td_record *record = small_record(&arena, reports, 2, NULL);
    CHECK_INTEGER(record->events.count, 2);
    const td_conflict *conflict = find(record, TD_CONFLICT_ACTOR);
    if (!CHECK(conflict != NULL)) return;
    CHECK_INTEGER(conflict->claims.count, 2);
    bool both = td_view_equal(conflict->claims.items[0].value, TD_VIEW("Northern Air Force")) !=
                td_view_equal(conflict->claims.items[1].value, TD_VIEW("Northern Air Force"));
    CHECK(both);
}

static td_report pullout(const char *id, const char *text, const char *object) {
    td_report report = small_report(&arena, id, "1998-04-01", text);
    td_index actor = small_entity(&report, &arena, TD_ENTITY_PLACE, "Veldania", "VE");
    td_event *event = small_event(&report, &arena, "withdraw", TD_EVENT_RETREAT, "withdraw", "1998-04-01");
    small_actor(event, &arena, actor);
    event->object_span = small_span(&report, object);
    return report;
}

static void test_scope(void) {
    td_report reports[] = {
        pullout("r1", "Veldania will withdraw its military from Orsa after the frigate Mistral reached Port Clement\n",
                "its military"),
        pullout("r2", "From Orsa island Veldania is to withdraw some of its forces aboard the frigate Mistral\n",
                "some of its forces"),
        pullout("r3", "Port Clement saw Veldania withdraw the main part of its forces from Orsa by frigate\n",
                "the main part of its forces"),
    };
    const td_conflict *conflict = find(small_record(&arena, reports, 3, NULL), TD_CONFLICT_SCOPE);
    if (!CHECK(conflict != NULL)) return;
    CHECK_INTEGER(conflict->claims.count, 3);
    CHECK(!conflict->compatible);
    CHECK_TEXT(conflict->claims.items[1].value, "some of its forces");
    conflict = find(small_record(&arena, reports + 1, 2, NULL), TD_CONFLICT_SCOPE);
    if (!CHECK(conflict != NULL)) return;
    CHECK(conflict->compatible);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    test_figures();
    test_bounds_that_agree();
    test_what_is_no_conflict();
    test_day_and_denial();
    test_actor();
    test_scope();
    td_arena_release(&arena);
    return td_test_finish();
}
