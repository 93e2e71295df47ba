/* The lexicon as it is built: facts that must be in it, and how quickly it opens. */

#include <math.h>

#include "harness.h"
#include "lexicon/lexicon.h"
#include "tokens_of.h"

static td_lexicon *lexicon;

/* The weightiest reading of a kind of the whole of `text`; `*phrase` is unchanged where there is none. */
static bool reading(const char *text, enum td_phrase_kind kind, td_phrase *phrase) {
    td_token tokens[TOKENS_MOST];
    uint32_t count = tokens_of(text, tokens);
    td_phrase_match match = td_phrases_match(td_lexicon_phrases(lexicon), tokens, count);
    for (uint32_t i = 0; i < match.count && match.tokens == count; i++) {
        if (match.phrases[i].kind != kind) continue;
        *phrase = match.phrases[i];
        return true;
    }
    return false;
}

static void check_place(const char *text, const char *country, double latitude, double longitude,
                        enum td_precision precision) {
    td_phrase phrase;
    if (!td_test_check(reading(text, TD_PHRASE_PLACE, &phrase), __FILE__, __LINE__, text)) return;
    td_gazetteer_place place = td_places_get(td_lexicon_places(lexicon), phrase.id);
    td_test_equal_text(td_view_of(place.country), td_view_of(country), __FILE__, __LINE__, text);
    td_test_equal_integer(place.precision, precision, __FILE__, __LINE__, text);
    td_test_check(fabs(place.latitude - latitude) < 0.3 && fabs(place.longitude - longitude) < 0.3, __FILE__, __LINE__,
                  text);
}

static void check_actor(const char *text, enum td_phrase_kind kind, const char *knowledge) {
    td_phrase phrase;
    if (!td_test_check(reading(text, kind, &phrase), __FILE__, __LINE__, text)) return;
    td_actor actor = td_actors_get(td_lexicon_actors(lexicon), phrase.id);
    td_test_equal_text(actor.knowledge, td_view_of(knowledge), __FILE__, __LINE__, text);
}

static void check_demonym(const char *text, const char *country) {
    td_phrase phrase;
    char code[3] = "";
    if (td_test_check(reading(text, TD_PHRASE_DEMONYM, &phrase), __FILE__, __LINE__, text))
        td_phrase_country(phrase.id, code);
    td_test_equal_text(td_view_of(code), td_view_of(country), __FILE__, __LINE__, text);
}

static void test_places(void) {
    check_place("Aleppo", "SY", 36.2, 37.16, TD_PRECISION_SETTLEMENT);
    check_place("Kyiv", "UA", 50.45, 30.52, TD_PRECISION_SETTLEMENT);
    check_place("Kiev", "UA", 50.45, 30.52, TD_PRECISION_SETTLEMENT);
    check_place("Deir al-Zor", "SY", 35.34, 40.14, TD_PRECISION_SETTLEMENT);
    check_place("Sana'a", "YE", 15.35, 44.2, TD_PRECISION_SETTLEMENT);
    check_place("Washington", "US", 38.9, -77.04, TD_PRECISION_SETTLEMENT);
    check_place("Hemeimeem", "SY", 35.4, 35.95, TD_PRECISION_POINT);
    check_place("Bab al-Hawa", "SY", 36.24, 36.69, TD_PRECISION_POINT);
    check_place("Idlib province", "SY", 35.9, 36.6, TD_PRECISION_REGION);
    check_place("Kharkiv region", "UA", 49.8, 36.4, TD_PRECISION_REGION);
    check_place("Nagorno-Karabakh", "AZ", 39.82, 46.75, TD_PRECISION_REGION);
    check_place("Gulf of Aden", "", 12.5, 47.5, TD_PRECISION_SEA);
    check_place("South Korea", "KR", 37, 127.5, TD_PRECISION_COUNTRY);
    check_place("US", "US", 39.8, -98.5, TD_PRECISION_COUNTRY);
    check_place("Democratic Republic of the Congo", "CD", 0, 25, TD_PRECISION_COUNTRY);
    check_place("Islamic Republic of Iran", "IR", 32, 53, TD_PRECISION_COUNTRY);
    td_phrase phrase;
    CHECK(reading("Reading", TD_PHRASE_PLACE, &phrase) && (phrase.flags & TD_PHRASE_AMBIGUOUS));
    CHECK(reading("Jordan", TD_PHRASE_PLACE, &phrase) && !(phrase.flags & TD_PHRASE_AMBIGUOUS));
    CHECK(!reading("Of", TD_PHRASE_PLACE, &phrase));
    CHECK(!reading("us", TD_PHRASE_PLACE, &phrase));
}

static void test_countries(void) {
    const td_places *places = td_lexicon_places(lexicon);
    uint32_t id = 0;
    CHECK(td_places_country(places, "SY", &id));
    CHECK_TEXT(td_places_get(places, id).name, "Syria");
    CHECK_INTEGER(td_places_get(places, id).precision, TD_PRECISION_COUNTRY);
    CHECK(!td_places_country(places, "ZZ", &id));
    CHECK(!td_places_country(places, "", &id));
    CHECK(td_places_neighbours(places, "SY", "TR"));
    CHECK(td_places_neighbours(places, "TR", "SY"));
    CHECK(td_places_neighbours(places, "SY", "SY"));
    CHECK(!td_places_neighbours(places, "SY", "EG"));
    CHECK(!td_places_neighbours(places, "", ""));
    CHECK(fabs(td_places_distance(52.52, 13.405, 48.8566, 2.3522) - 878) < 3);
    CHECK(td_places_distance(1, 2, 1, 2) == 0);
    CHECK(fabs(td_places_distance(0, 0, 0, 180) - 20015) < 1);
    for (uint32_t i = 0; i < td_places_count(places); i++) {
        td_gazetteer_place place = td_places_get(places, i);
        bool sound = place.name.size > 0 && place.gazetteer_id.size > 0 && place.precision != TD_PRECISION_NONE &&
                     (isnan(place.latitude) || (fabs(place.latitude) <= 90 && fabs(place.longitude) <= 180));
        if (!sound) td_test_check(false, __FILE__, __LINE__, "a place lacks its name, identifier or precision");
    }
}

static void test_actors(void) {
    check_actor("Kremlin", TD_PHRASE_METONYM, "government-ru");
    check_actor("Moscow", TD_PHRASE_METONYM, "government-ru");
    check_actor("Damascus", TD_PHRASE_METONYM, "government-sy");
    check_actor("Pentagon", TD_PHRASE_METONYM, "defence-ministry-us");
    check_actor("UN", TD_PHRASE_ACTOR, "united-nations");
    check_actor("Daesh", TD_PHRASE_ACTOR, "islamic-state");
    check_actor("Jabhat al-Nusra", TD_PHRASE_ACTOR, "al-nusra-front");
    check_actor("Kurdistan Workers' Party", TD_PHRASE_ACTOR, "kurdistan-workers-party");
    check_actor("Syrian Observatory for Human Rights", TD_PHRASE_ACTOR, "syrian-observatory-for-human-rights");
    check_actor("Sergei Lavrov", TD_PHRASE_ACTOR, "person-sergey-lavrov");
    check_actor("Recep Tayyip Erdoğan", TD_PHRASE_ACTOR, "person-recep-tayyip-erdogan");
    check_demonym("Syrians", "SY");
    check_demonym("South Korean", "KR");
    check_demonym("French", "FR");
    td_phrase phrase;
    CHECK(!reading("who", TD_PHRASE_ACTOR, &phrase));
    CHECK(reading("ministry of defense", TD_PHRASE_BODY, &phrase));
    CHECK_TEXT(td_actors_body(td_lexicon_actors(lexicon), phrase.id).body, "defence-ministry");
    CHECK(reading("defense ministers", TD_PHRASE_ROLE, &phrase));
    CHECK_TEXT(td_actors_role(td_lexicon_actors(lexicon), phrase.id), "defence minister");
}

/* Who held `role` of `of` on a day; the number found is returned. */
static uint32_t holders(const char *role, const char *of, td_day day, td_view *name) {
    const td_actors *actors = td_lexicon_actors(lexicon);
    uint32_t found = 0;
    for (uint32_t i = 0; i < td_actors_office_count(actors); i++) {
        td_office office = td_actors_office(actors, i);
        if (!td_view_equal(office.role, td_view_of(role)) || !td_view_equal(office.country, td_view_of(of))) continue;
        if (!td_interval_overlaps(office.held, td_interval_day(day))) continue;
        *name = td_actors_get(actors, office.actor).name;
        found++;
    }
    return found;
}

static void test_offices(void) {
    td_view name = TD_VIEW("");
    CHECK_INTEGER(holders("president", "US", td_day_of(2016, 3, 14), &name), 1);
    CHECK_TEXT(name, "Barack Obama");
    CHECK_INTEGER(holders("president", "RU", td_day_of(2010, 1, 1), &name), 1);
    CHECK_TEXT(name, "Dmitry Medvedev");
    CHECK_INTEGER(holders("secretary general", "united-nations", td_day_of(2020, 1, 1), &name), 1);
    CHECK_TEXT(name, "Antonio Guterres");
    CHECK_INTEGER(holders("foreign minister", "UA", td_day_of(2023, 6, 1), &name), 1);
    CHECK_TEXT(name, "Dmytro Kuleba");
}

int main(int argument_count, char **arguments) {
    td_error error = TD_ERROR_INIT;
    if (argument_count < 2) return 1;
    if (!CHECK_INTEGER(td_lexicon_open(arguments[1], &lexicon, &error), TD_OK)) {
        td_test_check(false, __FILE__, __LINE__, error.message);
        return td_test_finish();
    }
    CHECK_INTEGER(td_lexicon_digest(lexicon).size, 32);
    CHECK(td_view_present(td_lexicon_block(lexicon, TD_VIEW("units.tsv"))));
    CHECK(td_unit_as(td_units_find(td_lexicon_units(lexicon), TD_VIEW("May")), TD_UNIT_MONTH) != NULL);
    test_places();
    test_countries();
    test_actors();
    test_offices();
    td_lexicon_free(lexicon);
    return td_test_finish();
}
