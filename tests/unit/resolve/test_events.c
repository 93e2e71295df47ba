/* One event across reports, with its history; look-alikes apart, with the reason. */

#include "harness.h"
#include "resolve/resolve.h"
#include "small_report.h"

static td_arena arena;

static const td_record_event *event_of(const td_record *record, const td_outline *outlines, const char *report,
                                       td_index event) {
    for (td_each(one, &record->events))
        for (td_each(member, &one->members))
            if (member->event == event && td_view_equal(outlines[member->report].report, td_view_of(report)))
                return one;
    return NULL;
}

/* One story in three tongues. */
#define HARBOUR "At Port Clement on the island the frigate Mistral took the Veldania garrison aboard\n"
#define FAREWELL "Islanders of Port Clement saw the Mistral sail with the garrison of Veldania\n"
#define GARRISON "Veldania garrison on Orsa island near Port Clement and the frigate Mistral\n"

/* A report of one withdrawal: `verb` of `text` is its event. */
static td_report withdrawal(const char *id, const char *published, const char *text, const char *verb, const char *day,
                            enum td_modality modality) {
    td_report report = small_report(&arena, id, published, text);
    td_index actor = small_entity(&report, &arena, TD_ENTITY_PLACE, "Veldania", "VE");
    td_index place = small_entity(&report, &arena, TD_ENTITY_PLACE, "Orsa", "OR");
    td_event *event = small_event(&report, &arena, verb, TD_EVENT_RETREAT, "withdraw", day);
    small_actor(event, &arena, actor);
    event->place_from = place;
    event->modality = modality;
    return report;
}

static void test_history(void) {
    td_report reports[] = {
        withdrawal("r1", "1998-04-01", "The president of Veldania ordered a pullout from Orsa\n" GARRISON, "pullout",
                   "1998-04-01", TD_MODALITY_ORDERED),
        withdrawal("r2", "1998-04-03", "Veldania has begun to withdraw from Orsa\n" HARBOUR, "withdraw", "1998-04-02",
                   TD_MODALITY_BEGUN),
        withdrawal("r3", "1998-04-06", "The last troops of Veldania withdrew from Orsa\n" FAREWELL, "withdrew",
                   "1998-04-05", TD_MODALITY_HAPPENED),
    };
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 3, &outlines);
    CHECK_INTEGER(record->stories.count, 1);
    CHECK_INTEGER(record->events.count, 1);
    const td_record_event *event = &record->events.items[0];
    CHECK_INTEGER(event->members.count, 3);
    CHECK_INTEGER(event->links.count, 2);
    CHECK_INTEGER(event->modality, TD_MODALITY_HAPPENED);
    CHECK_INTEGER(event->origins, 3);
    CHECK_INTEGER(event->history.count, 3);
    CHECK_INTEGER(event->history.items[0].modality, TD_MODALITY_ORDERED);
    CHECK_INTEGER(event->history.items[1].modality, TD_MODALITY_BEGUN);
    CHECK_INTEGER(event->history.items[2].modality, TD_MODALITY_HAPPENED);
    CHECK_INTEGER(event->interval.from, small_day("1998-04-01"));
    CHECK_INTEGER(event->interval.to, small_day("1998-04-05"));
    CHECK(td_view_starts_with(event->title, TD_VIEW("Veldania: ")));
    CHECK(td_view_find(event->title, TD_VIEW("from Orsa"), 0) != SIZE_MAX);
    for (td_each(link, &event->links)) CHECK(td_view_find(*link, TD_VIEW("the same actor (Veldania)"), 0) != SIZE_MAX);
}

static void test_months_apart(void) {
    td_report reports[] = {
        withdrawal("r1", "1998-04-01", "Veldania has begun to withdraw from Orsa\n" GARRISON, "withdraw", "1998-04-01",
                   TD_MODALITY_BEGUN),
        withdrawal("r2", "1999-02-03", "Veldania has begun to withdraw from Orsa\n" GARRISON, "withdraw", "1999-02-02",
                   TD_MODALITY_BEGUN),
    };
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 2, &outlines);
    CHECK_INTEGER(record->events.count, 2);
    CHECK_INTEGER(record->events.items[0].not_same_as.count, 1);
    CHECK_INTEGER(record->events.items[1].not_same_as.count, 1);
    if (record->events.items[0].not_same_as.count == 1) {
        CHECK_INTEGER(record->events.items[0].not_same_as.items[0].event, 1);
        CHECK_TEXT(record->events.items[0].not_same_as.items[0].why,
                   "Two events: one is of 1998-04-01, the other of 1999-02-02, 307 days apart.");
    }
}

/* Without days: the stories differ, so the events do, and the record says so. */
static void test_undated_look_alikes(void) {
    td_report reports[] = {
        withdrawal("r1", NULL,
                   "Veldania has begun to withdraw from Orsa\n"
                   "The frigate Mistral left Port Clement after the Lisbon talks and the February truce\n"
                   "Governor Almeida waved to the marines from the harbour wall\n",
                   "withdraw", NULL, TD_MODALITY_BEGUN),
        withdrawal("r2", NULL,
                   "Veldania has started to withdraw from Orsa\n"
                   "Paratroopers flew from Kestrel airfield after the Oslo accord and the armistice\n"
                   "Commissioner Ferro blamed the hurricane of August for every delay so far\n",
                   "withdraw", NULL, TD_MODALITY_BEGUN),
    };
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 2, &outlines);
    if (!CHECK(record->events.count == 2)) return;
    CHECK_INTEGER(record->events.items[0].not_same_as.count, 1);
    CHECK(!td_interval_known(record->events.items[0].interval));
    CHECK(!td_interval_known(record->events.items[1].interval));
}

static void test_two_towns_in_one_report(void) {
    td_report report = small_report(&arena, "r1", "2012-06-01",
                                    "Planes of Arland struck Besh on Friday and killed 4 people\n"
                                    "Other planes bombed Karum and killed 9 people\n"
                                    "The attack on Karum was the heaviest\n");
    td_index besh = small_entity(&report, &arena, TD_ENTITY_PLACE, "Besh", "AA");
    td_index karum = small_entity(&report, &arena, TD_ENTITY_PLACE, "Karum", "AA");
    report.entities.items[karum].place.latitude = 3; /* some 330 km to the north */
    small_event(&report, &arena, "struck", TD_EVENT_ASSAULT, "aerial", "2012-06-01")->place = besh;
    small_event(&report, &arena, "bombed", TD_EVENT_ASSAULT, "aerial", "2012-06-01")->place = karum;
    td_event *again = small_event(&report, &arena, "attack", TD_EVENT_ASSAULT, "aerial", "2012-06-01");
    again->place = karum;
    td_outline *outlines;
    td_record *record = small_record(&arena, &report, 1, &outlines);
    CHECK_INTEGER(record->events.count, 2);
    const td_record_event *first = event_of(record, outlines, "r1", 0), *second = event_of(record, outlines, "r1", 1);
    CHECK(first != second);
    CHECK(event_of(record, outlines, "r1", 2) == second);
}

static void test_actors_and_copies(void) {
    const char *text =
        "Guards of the northern militia shelled the village of Besh before dawn on Friday and left by noon\n"
        "Villagers counted nineteen craters between the mosque and the school in the upper quarter of Besh\n";
    td_report reports[3];
    for (int at = 0; at < 3; at++) {
        const char *ids[] = {"r1", "r2", "r3"};
        reports[at] =
            small_report(&arena, ids[at], "2012-06-02",
                         at < 2 ? text
                                : "The southern militia shelled the village of Besh on Friday, villagers said\n"
                                  "Nineteen craters lay between the mosque and the school\n");
        td_index actor = small_entity(&reports[at], &arena, TD_ENTITY_ORGANISATION,
                                      at < 2 ? "northern militia" : "southern militia", "");
        td_event *event = small_event(&reports[at], &arena, "shelled", TD_EVENT_ASSAULT, "", "2012-06-01");
        small_actor(event, &arena, actor);
    }
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 3, &outlines);
    CHECK_INTEGER(record->events.count, 2);
    const td_record_event *north = event_of(record, outlines, "r1", 0), *south = event_of(record, outlines, "r3", 0);
    CHECK(north == event_of(record, outlines, "r2", 0));
    CHECK(north != south);
    if (!north) return;
    CHECK_INTEGER(north->origins, 1);
    CHECK_INTEGER(north->not_same_as.count, 1);
}

static void test_history_of_a_land_is_no_news(void) {
    td_report reports[] = {
        withdrawal("r1", "1998-04-01", "Veldania has begun to withdraw from Orsa\n" GARRISON, "withdraw", NULL,
                   TD_MODALITY_BEGUN),
        withdrawal("r2", "1998-04-02", "Veldania last withdrew from Orsa in the days of sail\n" GARRISON, "withdrew",
                   NULL, TD_MODALITY_HAPPENED),
    };
    reports[1].events.items[0].background = true;
    td_record *record = small_record(&arena, reports, 2, NULL);
    CHECK_INTEGER(record->events.count, 2);
}

/* Where no actor is known, or it is denied, the words of the report name the event, never its verb alone. */
static void test_titles(void) {
    td_report report =
        small_report(&arena, "t1", "1998-04-01",
                     "PORT CLEMENT, 1 April - Minister Almeida did not say how many marines would leave\n"
                     "Shelling began near the lighthouse\n");
    td_index minister = small_entity(&report, &arena, TD_ENTITY_PERSON, "Almeida", "");
    td_event *leave = small_event(&report, &arena, "leave", TD_EVENT_RETREAT, "", NULL);
    leave->negated = true;
    small_actor(leave, &arena, minister);
    small_event(&report, &arena, "began", TD_EVENT_ASSAULT, "", NULL);
    td_record *record = small_record(&arena, &report, 1, NULL);
    CHECK_INTEGER(record->events.count, 2);
    bool undisclosed = false, begun = false;
    for (td_each(event, &record->events)) {
        undisclosed =
            undisclosed || td_view_equal(event->title, TD_VIEW("Minister Almeida did not say how many marines "
                                                               "would leave"));
        begun = begun || td_view_equal(event->title, TD_VIEW("Shelling began near the lighthouse"));
    }
    CHECK(undisclosed);
    CHECK(begun);
}

/* A report of one story with a withdrawal, and a word that tells of a happening. */
static td_report happening(const char *id, const char *published, const char *text, const char *word, const char *day) {
    td_report report = withdrawal(id, published, text, "Mistral", "1998-04-02", TD_MODALITY_HAPPENED);
    td_event made = *small_event(&report, &arena, word, TD_EVENT_COUNT, "", day);
    report.events.count--;
    *td_push(&arena, &report.happenings) = made;
    return report;
}

/* Happenings named alike within a story are one, a noun as its verb; other days tell them apart. */
static void test_happenings(void) {
    td_report reports[] = {
        happening("h1", "1998-04-02", "A collision of ferries delayed the Mistral\n" HARBOUR, "collision",
                  "1998-04-02"),
        happening("h2", "1998-04-03", "The Mistral sailed in spite of a collision of ferries\n" FAREWELL, "collision",
                  NULL),
        happening("h3", "1998-04-04", "Another collision held up the Mistral in March\n" GARRISON, "collision",
                  "1998-03-01"),
        happening("h4", "1998-04-05", "The Mistral had left before the collision in March\n" GARRISON, "collision",
                  "1998-03-02"),
    };
    td_record *record = small_record(&arena, reports, 4, NULL);
    CHECK_INTEGER(record->stories.count, 1);
    CHECK_INTEGER(record->happenings.count, 2);
    uint32_t mentions = 0;
    for (td_each(made, &record->happenings)) {
        CHECK_INTEGER(made->type, TD_EVENT_COUNT);
        CHECK(td_view_starts_with(made->id, TD_VIEW("h")));
        CHECK_INTEGER(made->origins, made->mentions.count);
        mentions += made->mentions.count;
    }
    CHECK_INTEGER(mentions, 4);
    for (td_each(event, &record->events)) CHECK_INTEGER(event->mentions.count, 0);
}

/* One that is named as a coded event of its story tells of that. */
static void test_mentions_of_events(void) {
    td_report reports[] = {
        withdrawal("m1", "1998-04-02", "Veldania began an embarkation from Orsa\n" HARBOUR, "embarkation", "1998-04-02",
                   TD_MODALITY_BEGUN),
        happening("m2", "1998-04-03", "Islanders cheered the embarkation on the Mistral\n" FAREWELL, "embarkation",
                  NULL),
    };
    td_record *record = small_record(&arena, reports, 2, NULL);
    CHECK_INTEGER(record->happenings.count, 0);
    uint32_t mentions = 0;
    for (td_each(event, &record->events)) mentions += event->mentions.count;
    CHECK_INTEGER(mentions, 1);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    test_history();
    test_months_apart();
    test_undated_look_alikes();
    test_two_towns_in_one_report();
    test_actors_and_copies();
    test_history_of_a_land_is_no_news();
    test_titles();
    test_happenings();
    test_mentions_of_events();
    td_arena_release(&arena);
    return td_test_finish();
}
