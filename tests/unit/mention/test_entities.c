/* Entities: names and their kinds, one entity for one thing, places, roles, descriptions, pronouns. */

#include "harness.h"
#include "mention/mention.h"
#include "named_report.h"

static td_arena arena;
static td_lexicon *lexicon;

static td_report read(const char *marked) {
    td_report report = named_report(lexicon, marked, &arena);
    td_find_entities(lexicon, &report, &arena);
    return report;
}

static void check_kind(const char *marked, const char *name, enum td_entity_kind kind) {
    td_report report = read(marked);
    const td_entity *entity = named_entity(&report, name);
    if (CHECK(entity != NULL)) CHECK_INTEGER(entity->kind, kind);
}

static void test_kinds(void) {
    check_kind("On Friday|NAME Maria Okonedo left|PAST .", "Maria Okonedo", TD_ENTITY_PERSON);
    check_kind("They met|PAST General Tarrow there .", "Tarrow", TD_ENTITY_PERSON);
    check_kind("It was|AUX signed|PARTICIPLE by the Ostrava Institute of Marine Law .",
               "Ostrava Institute of Marine Law", TD_ENTITY_ORGANISATION);
    check_kind("A bomb hit|PAST the Ralsey Bridge .", "Ralsey Bridge", TD_ENTITY_FACILITY);
    check_kind("Two Su-24 jets|NOUN took|PAST off .", "Su-24 jets", TD_ENTITY_EQUIPMENT);
    check_kind("Fighting broke|PAST out in Homs .", "Homs", TD_ENTITY_PLACE);
}

static void test_what_is_no_name(void) {
    td_report report =
        read("He left|PAST on Monday in March .\nI saw|PAST the road .\nRoads|NOUN were|AUX closed|PARTICIPLE .");
    CHECK_INTEGER(report.entities.count, 0);
}

/* A single unknown word is a person only where it acts, owns or suffers. */
static void test_single_words(void) {
    td_report report = read("They shook|PAST on Brundleby after lunch .");
    const td_entity *idle = named_entity(&report, "Brundleby");
    CHECK(idle == NULL || idle->kind != TD_ENTITY_PERSON);
    check_kind("Then Brundleby spoke|PAST .", "Brundleby", TD_ENTITY_PERSON);
    check_kind("The board ( QLX ) met|PAST .", "QLX", TD_ENTITY_ORGANISATION);
}

static void test_persons(void) {
    td_report report =
        read("Anna Weissenfeld spoke|PAST first .\nMr Pavel Orlik spoke|PAST next .\nWeissenfeld left|PAST .\n"
             "Orlik stayed|PAST .");
    CHECK(named_mention(&report, "Weissenfeld", 0) == named_mention(&report, "Anna Weissenfeld", 0));
    CHECK(named_mention(&report, "Orlik", 0) == named_mention(&report, "Pavel Orlik", 0));
    CHECK(named_mention(&report, "Orlik", 0) != named_mention(&report, "Weissenfeld", 0));
}

static void test_two_of_one_name(void) {
    td_report report =
        read("Anna Weissenfeld met|PAST Peter Weissenfeld .\nMrs Weissenfeld left|PAST .\nWeissenfeld came|PAST .");
    CHECK(named_mention(&report, "Anna Weissenfeld", 0) != named_mention(&report, "Peter Weissenfeld", 0));
    CHECK_INTEGER(named_mention(&report, "Weissenfeld", 0), named_mention(&report, "Anna Weissenfeld", 0));
}

static void test_spellings(void) {
    td_report report = read("President Bashar al - Assad spoke|PAST .\nMr Assad left|PAST .");
    CHECK_INTEGER(report.entities.count, 1);
    const td_entity *entity = named_entity(&report, "Assad");
    if (!CHECK(entity != NULL)) return;
    CHECK_TEXT(td_view_of(entity->country), "SY");
    CHECK(entity->roles.count > 0);
}

static void test_abbreviations(void) {
    td_report report = read("The Northern Peace Council ( NPC ) met|PAST .\nThe NPC said|PAST no .");
    CHECK_INTEGER(named_mention(&report, "NPC", 1), named_mention(&report, "Northern Peace Council", 0));
}

static void test_states(void) {
    td_report report =
        read("The Russian Defence Ministry said|PAST so .\nThe Syrian army|NOUN moved|PAST .\nRussians cheered|PAST .");
    const td_entity *ministry = named_entity(&report, "Russian Defence Ministry");
    if (CHECK(ministry != NULL)) CHECK_TEXT(td_view_of(ministry->country), "RU");
    td_index army = named_mention(&report, "Syrian army", 0);
    if (CHECK(army != TD_NONE)) CHECK_TEXT(td_view_of(report.entities.items[army].country), "SY");
    td_index people = named_mention(&report, "Russians", 0);
    if (CHECK(people != TD_NONE)) CHECK_INTEGER(report.entities.items[people].place.precision, TD_PRECISION_COUNTRY);
    /* At a sentence's head a people's capital is its own; a title in front makes no person of a body. */
    report = read("Russian|ADJ troops|NOUN left|PAST Syria .");
    CHECK(named_mention(&report, "Russian troops", 0) != TD_NONE);
    report = read("The rebel|NOUN Revolutionary United Front agreed|PAST .");
    const td_entity *front = named_entity(&report, "Revolutionary United Front");
    if (CHECK(front != NULL)) CHECK_INTEGER(front->kind, TD_ENTITY_ORGANISATION);
}

static void test_metonyms(void) {
    td_report report = read("Moscow said|PAST it agreed|PAST .\nThe delegates flew|PAST to Moscow .");
    td_index government = named_mention(&report, "Moscow", 0), city = named_mention(&report, "Moscow", 1);
    if (!CHECK(government != TD_NONE && city != TD_NONE)) return;
    CHECK_INTEGER(report.entities.items[government].kind, TD_ENTITY_ORGANISATION);
    CHECK_INTEGER(report.entities.items[city].kind, TD_ENTITY_PLACE);
}

static const td_entity *place_of(const td_report *report, const char *text) {
    td_index entity = named_mention(report, text, 0);
    return entity == TD_NONE ? NULL : &report->entities.items[entity];
}

static void test_places(void) {
    td_report there = read("The convoy left|PAST Tripoli , Lebanon , at dawn .");
    td_report here = read("Militias in Libya shelled|PAST Benghazi and Misrata .\nIn Tripoli shops closed|PAST .");
    const td_entity *lebanese = place_of(&there, "Tripoli"), *libyan = place_of(&here, "Tripoli");
    if (!CHECK(lebanese && libyan)) return;
    CHECK_TEXT(td_view_of(lebanese->country), "LB");
    CHECK_TEXT(td_view_of(libyan->country), "LY");
    CHECK(libyan->place.known && libyan->place.alternatives.count > 0);
}

/* A name that another is told to lie in is a place that can hold it. */
static void test_holder(void) {
    td_report report = read("The store opened|PAST in Albany , New York .");
    const td_entity *state = place_of(&report, "New York");
    if (!CHECK(state != NULL)) return;
    CHECK_INTEGER(state->place.precision, TD_PRECISION_REGION);
    CHECK_TEXT(td_view_of(state->country), "US");
}

/* A county that the gazetteer lacks lies near the towns that the report is about. */
static void test_unknown_county(void) {
    td_report report = read("Fires burned|PAST in Raleigh , North Carolina , and in Durham , North Carolina .\n"
                            "Crews from Greensboro , North Carolina , drove|PAST to Quillhaven County .");
    const td_entity *county = place_of(&report, "Quillhaven County");
    if (!CHECK(county != NULL)) return;
    CHECK(county->place.known);
    CHECK_INTEGER(county->place.precision, TD_PRECISION_REGION);
    CHECK(county->place.latitude > 34 && county->place.latitude < 37);
}

static void test_unknown_place(void) {
    td_report report = read("They met|PAST in Qarbisha , Syria , and in Homs .");
    const td_entity *village = place_of(&report, "Qarbisha");
    if (!CHECK(village != NULL)) return;
    CHECK_TEXT(td_view_of(village->country), "SY");
    CHECK_INTEGER(village->place.precision, TD_PRECISION_COUNTRY);
    CHECK(place_of(&report, "Homs") != NULL);
}

static void test_descriptions(void) {
    td_report report =
        read("President Bashar al - Assad met|PAST Vladimir Putin .\nThe two leaders|NOUN agreed|PAST .\n"
             "The Syrian president|NOUN left|PAST .");
    const td_mention *group = NULL;
    for (td_each(mention, &report.mentions))
        if (mention->group.count) group = mention;
    if (CHECK(group != NULL)) CHECK_INTEGER(group->group.count, 2);
    CHECK_INTEGER(named_mention(&report, "The Syrian president", 0), named_mention(&report, "Bashar al - Assad", 0));
}

static void test_unsettled_description(void) {
    td_report report = read("Envoys met|PAST .\nThe president|NOUN left|PAST .");
    CHECK_INTEGER(named_mention(&report, "The president", 0), TD_NONE);
}

static void test_office(void) {
    td_report report = named_report(lexicon, "The US|NAME president|NOUN spoke|PAST in the evening .", &arena);
    report.published.interval = td_interval_day(td_day_of(2016, 3, 14));
    td_find_entities(lexicon, &report, &arena);
    td_index entity = named_mention(&report, "The US president", 0);
    if (CHECK(entity != TD_NONE)) CHECK_TEXT(report.entities.items[entity].name, "Barack Obama");
}

static void test_pronouns(void) {
    td_report report =
        read("Maria Okonedo spoke|PAST to Peter Halvers .\nShe left|PAST early .\nHis car stayed|PAST .");
    CHECK_INTEGER(named_mention(&report, "She", 0), named_mention(&report, "Maria Okonedo", 0));
    CHECK_INTEGER(named_mention(&report, "His", 0), named_mention(&report, "Peter Halvers", 0));
}

/* One word repeated very often, names without end: time must stay near the size. */
static void test_large(void) {
    static const char *const words[] = {"Okonedo ", "of ", "de ", "Paris ", "Ministry ", "the ", "al - ", "he "};
    enum { COUNT = 40000, LONGEST = 16 };
    char *text = td_arena_alloc(&arena, COUNT * LONGEST);
    size_t size = 0;
    uint32_t state = 1;
    for (int i = 0; i < COUNT; i++) {
        state = state * 1664525U + 1013904223U;
        const char *word = words[state >> 29];
        memcpy(text + size, word, strlen(word));
        size += strlen(word);
        if (i % 5000 == 4999) text[size - 1] = '\n';
    }
    td_report report = read(text);
    CHECK(report.mentions.count > 0);
    for (uint32_t i = 1; i < report.mentions.count; i++)
        if (report.mentions.items[i].span.start < report.mentions.items[i - 1].span.start)
            td_test_check(false, __FILE__, __LINE__, "mentions in text order");
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, (size_t)1 << 30);
    lexicon = named_lexicon(arguments[1]);
    test_kinds();
    test_what_is_no_name();
    test_single_words();
    test_persons();
    test_two_of_one_name();
    test_spellings();
    test_abbreviations();
    test_states();
    test_metonyms();
    test_places();
    test_holder();
    test_unknown_county();
    test_unknown_place();
    test_descriptions();
    test_unsettled_description();
    test_office();
    test_pronouns();
    test_large();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
