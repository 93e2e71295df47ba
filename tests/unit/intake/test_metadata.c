/* Bylines, days and languages as metadata writes them. */

#include "harness.h"
#include "intake/agencies.h"
#include "intake/bylines.h"
#include "intake/language.h"
#include "intake/metadata_day.h"

static td_arena arena;

static void test_persons(void) {
    static const char *const persons[] = {
        "Jane Doe",
        "J. R. Smith",
        "Ahmed al-Hassan",
        "Maria de la Cruz",
        "Jean-Pierre Petit",
        "\xC3\x89mile Zola",
        "MARY O'NEIL",
        "Abdullah bin Said",
        "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD \xD0\x9F\xD0\xB5\xD1\x82\xD1\x80\xD0\xBE\xD0\xB2"};
    static const char *const others[] = {"Reuters",
                                         "Jane",
                                         "News Desk",
                                         "Staff Reporter",
                                         "The Guardian",
                                         "March 2016",
                                         "jane doe",
                                         "Press Association",
                                         "AFP Beirut",
                                         "Doe 2",
                                         "Read more at",
                                         "a b c d e f g",
                                         ""};
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++) CHECK(td_byline_is_person(td_view_of(persons[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) CHECK(!td_byline_is_person(td_view_of(others[i])));
}

static void test_bylines(void) {
    static const struct {
        const char *line, *first, *second, *agency, *outlet;
    } cases[] = {
        {"By Jane Doe", "Jane Doe", NULL, NULL, NULL},
        {"BY JANE DOE AND JOHN ROE", "JANE DOE", "JOHN ROE", NULL, NULL},
        {"By Jane Doe in Amman and John Roe in Cairo", "Jane Doe", "John Roe", NULL, NULL},
        {"By Jane Doe, Associated Press", "Jane Doe", NULL, "Associated Press", NULL},
        {"By Jane Doe | Reuters | March 14, 2016", "Jane Doe", NULL, "Reuters", NULL},
        {"By Jane Doe, Example Herald", "Jane Doe", NULL, NULL, "Example Herald"},
        {"By Jane Doe for the Daily Example", "Jane Doe", NULL, NULL, NULL},
        {"By AFP", NULL, NULL, "Agence France-Presse", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_byline byline = {0};
        CHECK(td_byline_read(td_view_of(cases[i].line), &arena, &byline));
        CHECK_INTEGER(byline.authors.count, (cases[i].first != NULL) + (cases[i].second != NULL));
        if (cases[i].first && byline.authors.count > 0) CHECK_TEXT(byline.authors.items[0], cases[i].first);
        if (cases[i].second && byline.authors.count > 1) CHECK_TEXT(byline.authors.items[1], cases[i].second);
        CHECK(td_view_equal(byline.agency, td_view_of(cases[i].agency)));
        if (cases[i].outlet) CHECK_TEXT(byline.outlet, cases[i].outlet);
    }
    static const char *const none[] = {"By Monday", "By the end of the week", "Jane Doe", "by jane doe", "Bypass Road",
                                       "By 2016"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        td_byline byline = {0};
        CHECK(!td_byline_read(td_view_of(none[i]), &arena, &byline));
    }
}

static void test_agency_names(void) {
    CHECK_TEXT(td_agency_named(TD_VIEW(" REUTERS ")), "Reuters");
    CHECK_TEXT(td_agency_named(TD_VIEW("dpa")), "Deutsche Presse-Agentur");
    CHECK(!td_view_present(td_agency_named(TD_VIEW("ap")))); /* short names are words when small */
    CHECK(!td_view_present(td_agency_named(TD_VIEW("Reuters Institute"))));
    CHECK(!td_view_present(td_agency_named(TD_VIEW(""))));
}

static void test_days(void) {
    static const struct {
        const char *text, *day;
    } cases[] = {
        {"2016-03-14", "2016-03-14"},
        {"2016-03-14T23:59:59-08:00", "2016-03-14"}, /* as written, not moved to UTC */
        {" 2016/3/4 ", "2016-03-04"},
        {"20160314", "2016-03-14"},
        {"20160314T200500Z", "2016-03-14"},
        {"Mon, 14 Mar 2016 20:05:00 GMT", "2016-03-14"},
        {"Monday, March 14th, 2016", "2016-03-14"},
        {"Sept. 4, 2016 at 7:30 p.m.", "2016-09-04"},
        {"14. M\xC3\xA4rz 2016, 8:00 Uhr", "2016-03-14"},
        {"mardi 1er ao\xC3\xBBt 2017", "2017-08-01"},
        {"6 juillet 2015", "2015-07-06"},
        {"6 juin 2015", "2015-06-06"},
        {"4 de enero de 2017", "2017-01-04"},
        {"14.03.2016", "2016-03-14"},
        {"25/12/2016", "2016-12-25"},
        {"12/25/2016", "2016-12-25"},
        {"03/03/2016", "2016-03-03"},
        {"03/04/2016", NULL},
        {"14.03.16", NULL},
        {"2016", NULL},
        {"March 2016", NULL},
        {"2016-02-30", NULL},
        {"1066-10-14", NULL},
        {"yesterday", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_day day = TD_DAY_UNKNOWN;
        bool read = td_metadata_day(td_view_of(cases[i].text), &day);
        char text[11] = "";
        if (read) td_day_format(day, text);
        CHECK_TEXT(td_view_of(text), cases[i].day ? cases[i].day : "");
    }
    td_day day = 0;
    CHECK(td_metadata_day_from_seconds(1457985900, &day) && day == td_day_of(2016, 3, 14));
    CHECK(td_metadata_day_from_seconds(1457985900000.0, &day) && day == td_day_of(2016, 3, 14));
    CHECK(!td_metadata_day_from_seconds(42, &day));
    CHECK(!td_metadata_day_from_seconds(-1, &day));
    CHECK(!td_metadata_day_from_seconds(1e300, &day));
}

static void test_languages(void) {
    static const struct {
        const char *label, *code;
    } labels[] = {{"en", "en"},      {"en-US", "en"}, {"EN_gb", "en"},   {"eng", "en"}, {"English", "en"},
                  {"zh-Hans", "zh"}, {"ara", "ar"},   {"klingon", NULL}, {"", NULL}};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        CHECK(td_view_equal(td_language_from_label(td_view_of(labels[i].label)), td_view_of(labels[i].code)));
    static const struct {
        const char *text, *code;
    } texts[] = {
        {"The guns fell silent at midnight, and by morning the market was open.", "en"},
        {"Die Waffen schwiegen um Mitternacht, und am Morgen war der Markt wieder offen.", "de"},
        {"Les armes se sont tues \xC3\xA0 minuit et le march\xC3\xA9 \xC3\xA9tait ouvert dans la matin\xC3\xA9"
         "e.",
         "fr"},
        {"Las armas callaron a medianoche y por la ma\xC3\xB1"
         "ana el mercado estaba abierto.",
         "es"},
        {"\xD0\x9E\xD1\x80\xD1\x83\xD0\xB4\xD0\xB8\xD1\x8F "
         "\xD0\xB7\xD0\xB0\xD0\xBC\xD0\xBE\xD0\xBB\xD1\x87\xD0\xB0\xD0\xBB\xD0\xB8 \xD0\xB2 "
         "\xD0\xBF\xD0\xBE\xD0\xBB\xD0\xBD\xD0\xBE\xD1\x87\xD1\x8C.",
         "ru"},
        {"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "he"},
        {"Ankara 2016 Xyzzy Qwert", NULL},
        {"12:30", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        CHECK(td_view_equal(td_language_of_text(td_view_of(texts[i].text)), td_view_of(texts[i].code)));
}

int main(void) {
    td_arena_init(&arena, 1 << 20);
    test_persons();
    test_bylines();
    test_agency_names();
    test_days();
    test_languages();
    td_arena_release(&arena);
    return td_test_finish();
}
