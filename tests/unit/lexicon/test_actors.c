/* Known actors: what the tables say, and what is refused. */

#include "harness.h"
#include "lexicon/actors_table.h"

#define HEAD "knowledge\tname\tkind\tcountry\tcategory\tnames\n"

static td_arena arena;

static const td_named_text sound_tables[] = {
    {{"actors/a.tsv", 12},
     TD_VIEW("# comment\n" HEAD
             "government-xa\tArcadian government\torganisation\tXA\tgovernment\tgovernment of Arcadia\n"
             "red-brigade\tRed Brigade\torganisation\t\tarmed_group\tRB|Brigade of the Red\n")},
    {{"actors/b.tsv", 12}, TD_VIEW(HEAD "person-ana-lys\tAna Lys\tperson\tXA\tperson\tLys\r\n")},
    {{"actors/metonyms.tsv", 19}, TD_VIEW("actor\tforms\ngovernment-xa\tthe Palace\n")},
    {{"actors/ministries.tsv", 21},
     TD_VIEW("body\tname\tcategory\tforms\ndefence-ministry\tDefence Ministry\tministry\tMinistry of Defence\n")},
    {{"actors/offices.tsv", 18},
     TD_VIEW("person\trole\tof\tfrom\tto\nperson-ana-lys\tpresident\tXA\t2012-05-07\t\n"
             "person-ana-lys\tmayor\tXA\t2004\t2008-02\nperson-ana-lys\tenvoy\tred-brigade\t\t\n")},
    {{"actors/roles.tsv", 16},
     TD_VIEW("role\tkind\tforms\npresident\thead_of_state\tpresidents\nmayor\tgovernor\tmayors\n")},
    {{"names/other.tsv", 15}, TD_VIEW("not a table of actors")},
};

static int load(const td_named_text *tables, uint32_t count, td_actors **actors, td_error *error) {
    td_named_text_array array = {0};
    for (uint32_t i = 0; i < count; i++) *td_push(&arena, &array) = tables[i];
    return td_actors_load(&array, &arena, actors, error);
}

static void test_sound(void) {
    td_actors *actors = NULL;
    td_error error = TD_ERROR_INIT;
    uint32_t id = 0;
    CHECK_INTEGER(load(sound_tables, 7, &actors, &error), TD_OK);
    if (!CHECK(actors != NULL)) return;
    CHECK_INTEGER(td_actors_count(actors), 3);
    CHECK(td_actors_find(actors, TD_VIEW("red-brigade"), &id));
    CHECK_TEXT(td_actors_get(actors, id).category, "armed_group");
    CHECK_INTEGER(td_actors_get(actors, id).country[0], 0);
    CHECK(td_actors_government(actors, "XA", &id));
    CHECK_TEXT(td_actors_get(actors, id).name, "Arcadian government");
    CHECK(!td_actors_government(actors, "XB", &id));
    CHECK(!td_actors_government(actors, "", &id));
    CHECK(!td_actors_find(actors, TD_VIEW("blue-brigade"), &id));
    CHECK(td_actors_find(actors, TD_VIEW("person-ana-lys"), &id));
    CHECK_INTEGER(td_actors_get(actors, id).kind, TD_ENTITY_PERSON);
    CHECK_TEXT(td_actors_role(actors, 1), "mayor");
    CHECK_TEXT(td_actors_role_kind(actors, 0), "head_of_state");
    CHECK_TEXT(td_actors_body(actors, 0).body, "defence-ministry");
}

static void test_offices(void) {
    td_actors *actors = NULL;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(load(sound_tables, 7, &actors, &error), TD_OK);
    CHECK_INTEGER(td_actors_office_count(actors), 3);
    td_office president = td_actors_office(actors, 0);
    CHECK_TEXT(president.role, "president");
    CHECK_INTEGER(president.held.from, td_day_of(2012, 5, 7));
    CHECK_INTEGER(president.held.to, TD_DAY_UNKNOWN);
    td_office mayor = td_actors_office(actors, 1);
    CHECK_INTEGER(mayor.held.from, td_day_of(2004, 1, 1));
    CHECK_INTEGER(mayor.held.to, td_day_of(2008, 2, 29));
    CHECK_TEXT(td_actors_office(actors, 2).country, "red-brigade");
    CHECK(!td_interval_known(td_actors_office(actors, 2).held));
}

static void check_refused(td_view name, td_view text, const char *says) {
    td_actors *actors = NULL;
    td_error error = TD_ERROR_INIT;
    td_named_text tables[] = {sound_tables[1], {name, text}};
    CHECK_INTEGER(load(tables, 2, &actors, &error), TD_ERROR_INPUT);
    CHECK(strstr(error.message, says) != NULL);
}

static void test_refused(void) {
    td_view more = TD_VIEW("actors/more.tsv");
    td_view offices = TD_VIEW("actors/offices.tsv");
    check_refused(more, TD_VIEW("knowledge\tname\n"), "line 1");
    check_refused(more, TD_VIEW("# only comments\n"), "missing");
    check_refused(more, TD_VIEW(HEAD "a\tA\tperson\tXA\tperson\n"), "line 2, column 6: 5 cells");
    check_refused(more, TD_VIEW(HEAD "a\tA\tbeing\tXA\tperson\t\n"), "'being'");
    check_refused(more, TD_VIEW(HEAD "a\tA\tperson\txa\tperson\t\n"), "'xa'");
    check_refused(more, TD_VIEW(HEAD "\tA\tperson\tXA\tperson\t\n"), "identifier");
    check_refused(more, TD_VIEW(HEAD "person-ana-lys\tA\tperson\tXA\tperson\t\n"), "twice");
    check_refused(offices, TD_VIEW("person\trole\tof\tfrom\tto\nnobody\tking\tXA\t\t\n"), "'nobody'");
    check_refused(offices, TD_VIEW("person\trole\tof\tfrom\tto\nperson-ana-lys\tking\tXA\t2012-13\t\n"), "'2012-13'");
    check_refused(offices, TD_VIEW("person\trole\tof\tfrom\tto\nperson-ana-lys\tking\tXA\t\tsoon\n"), "'soon'");
    check_refused(TD_VIEW("actors/metonyms.tsv"), TD_VIEW("actor\tforms\nnobody\tx\n"), "'nobody'");
}

int main(void) {
    td_arena_init(&arena, 4 << 20);
    test_sound();
    test_offices();
    test_refused();
    td_arena_release(&arena);
    return td_test_finish();
}
