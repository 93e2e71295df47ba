/* Places: which of many of one name is meant, small ones, and what is too little known to be put on the map. */

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

static const td_place *place_of(const td_report *report, const char *text) {
    td_index entity = named_mention(report, text, 0);
    return entity == TD_NONE ? NULL : &report->entities.items[entity].place;
}

/* Is `text` put within a degree of a point? */
static void check_place(const char *marked, const char *text, double latitude, double longitude) {
    td_report report = read(marked);
    const td_place *place = place_of(&report, text);
    if (!CHECK(place != NULL)) return;
    CHECK(place->known && place->latitude > latitude - 1 && place->latitude < latitude + 1);
    CHECK(place->known && place->longitude > longitude - 1 && place->longitude < longitude + 1);
}

/* A great city is meant where nothing says otherwise, whatever else bears its name in a country spoken of. */
static void test_great_cities(void) {
    check_place("Ministers met|PAST in Geneva on Monday .", "Geneva", 46.2, 6.1);
    check_place("Envoys flew|PAST from New York to London and Paris .", "London", 51.5, -0.1);
    check_place("Envoys flew|PAST from New York to London and Paris .", "Paris", 48.9, 2.3);
    check_place("Talks in Cairo followed|PAST talks in Washington and Chicago .", "Cairo", 30.1, 31.2);
}

static void test_told_to_lie_elsewhere(void) {
    check_place("A fire broke|PAST out in Paris , Texas .", "Paris", 33.7, -95.6);
    check_place("Farmers from Cairo , Illinois came|PAST .", "Cairo", 37.0, -89.2);
}

/* The other places of a report say which of the small ones of a name is meant. */
static void test_company(void) {
    check_place("Shells fell|PAST on Azaz , Marea and Tall Rifat near Aleppo .\nThen Azaz was|AUX calm .", "Azaz", 36.6,
                37.0);
    check_place("Police in Decatur , Marietta and Roswell near Atlanta helped|PAST .", "Decatur", 33.8, -84.3);
}

static void test_small_places(void) {
    check_place("Two died|PAST in Kobani in Syria .", "Kobani", 36.9, 38.4);
    check_place("A storm hit|PAST Tyler County , Texas .", "Tyler County", 30.8, -94.4);
}

/* Names in a row share the noun behind the last. */
static void test_shared_noun(void) {
    const char *marked = "Crews came|PAST from Barrow , Jackson and Oconee counties|PLURAL in Georgia .";
    check_place(marked, "Barrow", 34.0, -83.7);
    check_place(marked, "Jackson", 34.1, -83.6);
    check_place(marked, "Oconee", 33.8, -83.4);
}

/* A word that some hamlet bears as its name is no reason to put the hamlet on the map. */
static void test_words(void) {
    td_report report = read("He turned|PAST to the West for help .");
    const td_place *west = place_of(&report, "West");
    CHECK(!west || !west->known || west->precision != TD_PRECISION_SETTLEMENT);
}

static void test_alternatives(void) {
    td_report report = read("Doctors in Alexandria said|PAST so .");
    const td_place *place = place_of(&report, "Alexandria");
    if (!CHECK(place && place->known)) return;
    CHECK_INTEGER(place->precision, TD_PRECISION_SETTLEMENT);
    CHECK(place->alternatives.count > 1);
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, (size_t)64 << 20);
    lexicon = named_lexicon(arguments[1]);
    test_great_cities();
    test_told_to_lie_elsewhere();
    test_company();
    test_small_places();
    test_shared_noun();
    test_words();
    test_alternatives();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
