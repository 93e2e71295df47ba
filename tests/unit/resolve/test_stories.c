/* Look-alike events are two stories, with days and without; order of arrival tells nothing. */

#include "harness.h"
#include "resolve/resolve.h"
#include "small_report.h"

static td_arena arena;

/* Two withdrawals of one garrison from one island, years apart, each told three times in its own words. */
static const struct {
    const char *id, *day, *text;
} tales[] = {
    {"a1", "1998-04-02",
     "Veldania began to withdraw its garrison from Orsa island on Thursday after the Lisbon talks\n"
     "The frigate Mistral carried the first marines out of Port Clement harbour\n"
     "Governor Almeida hoped the withdrawal would help the truce signed in February hold\n"},
    {"a2", "1998-04-02",
     "The first marines left Port Clement aboard the Mistral as Veldania started to withdraw from Orsa island\n"
     "Talks in Lisbon had ended in February with a truce between Veldania and the islanders\n"
     "Governor Almeida praised the withdrawal of the garrison\n"},
    {"a3", "1998-04-03",
     "Crowds at Port Clement watched the frigate Mistral leave with part of the garrison\n"
     "Veldania promised in Lisbon to withdraw from Orsa island under the February truce\n"
     "Governor Almeida waved from the harbour\n"},
    {"b1", "2003-09-20",
     "Veldania began to withdraw its garrison from Orsa island on Saturday after the Oslo accord\n"
     "Transport aircraft flew paratroopers from the Kestrel airfield while Commissioner Ferro looked on\n"
     "The withdrawal follows the armistice of August and the hurricane\n"},
    {"b2", "2003-09-21",
     "Paratroopers boarded transport aircraft at Kestrel airfield as Veldania started to withdraw from Orsa island\n"
     "Commissioner Ferro said the Oslo accord and the August armistice would be kept despite the hurricane\n"
     "The garrison will leave by autumn\n"},
    {"b3", "2003-09-21",
     "The Oslo accord obliges Veldania to withdraw its garrison from Orsa island after the armistice of August\n"
     "Aircraft left Kestrel airfield with paratroopers and hurricane damage slowed the rest\n"
     "Commissioner Ferro counted them\n"},
};
#define TALES 6

static void tell(td_report reports[TALES], bool dated, bool backwards) {
    for (uint32_t at = 0; at < TALES; at++) {
        uint32_t from = backwards ? TALES - 1 - at : at;
        reports[at] = small_report(&arena, tales[from].id, dated ? tales[from].day : NULL, tales[from].text);
    }
}

static void check_two(bool dated, bool backwards) {
    td_report reports[TALES];
    tell(reports, dated, backwards);
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, TALES, &outlines);
    CHECK_INTEGER(record->stories.count, 2);
    td_index a = small_story_of(record, outlines, TALES, "a1"), b = small_story_of(record, outlines, TALES, "b1");
    CHECK(a != b);
    CHECK_INTEGER(small_story_of(record, outlines, TALES, "a2"), a);
    CHECK_INTEGER(small_story_of(record, outlines, TALES, "a3"), a);
    CHECK_INTEGER(small_story_of(record, outlines, TALES, "b2"), b);
    CHECK_INTEGER(small_story_of(record, outlines, TALES, "b3"), b);
    if (!dated) {
        CHECK(!td_interval_known(record->stories.items[0].interval));
    } else {
        CHECK_INTEGER(record->stories.items[0].interval.from, small_day("1998-04-02"));
        CHECK_INTEGER(record->stories.items[0].interval.to, small_day("1998-04-03"));
    }
}

static void test_order_tells_nothing(void) {
    td_report forwards[TALES], backwards[TALES];
    tell(forwards, true, false);
    tell(backwards, true, true);
    td_record *a = small_record(&arena, forwards, TALES, NULL), *b = small_record(&arena, backwards, TALES, NULL);
    CHECK_INTEGER(a->stories.count, b->stories.count);
    for (uint32_t at = 0; at < a->stories.count; at++) {
        CHECK(td_view_equal(a->stories.items[at].id, b->stories.items[at].id));
        CHECK(td_view_equal(a->stories.items[at].title, b->stories.items[at].title));
    }
}

static void test_same_words_other_year(void) {
    td_report reports[] = {
        small_report(&arena, "r1", "1998-04-02", tales[0].text),
        small_report(&arena, "r2", "2003-04-02", tales[1].text),
    };
    CHECK_INTEGER(small_record(&arena, reports, 2, NULL)->stories.count, 2);
}

/* A report without day joins the story whose ship and captain it names, though its words are others. */
static void test_undated_joins(void) {
    td_report reports[] = {
        small_report(&arena, "a1", tales[0].day, tales[0].text),
        small_report(&arena, "a2", tales[1].day, tales[1].text),
        small_report(&arena, "a3", tales[2].day, tales[2].text),
        small_report(&arena, "b1", tales[3].day, tales[3].text),
        small_report(&arena, "b2", tales[4].day, tales[4].text),
        small_report(&arena, "b3", tales[5].day, tales[5].text),
        small_report(&arena, "u1", NULL,
                     "Old sailors remember how the frigate Mistral brought marines home through fog\n"
                     "Nobody at Port Clement had seen Governor Almeida so cheerful\n"
                     "Her boilers leaked all night\n"),
        small_report(&arena, "u2", NULL, "A cook of Tolen baked the longest loaf of the valley\n"),
    };
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 8, &outlines);
    td_index a = small_story_of(record, outlines, 8, "a1");
    CHECK_INTEGER(small_story_of(record, outlines, 8, "u1"), a);
    CHECK(small_story_of(record, outlines, 8, "b1") != a);
    CHECK_INTEGER(record->stories.count, 3);
}

#define FILLERS 150

/* Months after a deed its trial is told in other words; two private persons tie them, one would not. */
static td_record *deed_and_trial(bool both, td_outline **outlines) {
    static td_report reports[FILLERS + 2];
    static const char *const nouns[] = {"orchard", "viaduct", "sawmill", "lantern", "quarry", "museum", "glacier"};
    static const char *const acts[] = {"auction", "flood", "parade", "repair", "census", "contest", "harvest"};
    for (uint32_t at = 0; at < FILLERS; at++) {
        td_view id = td_arena_format(&arena, "f%u", at);
        td_view text = td_arena_format(&arena, "The %s of lot%u held its %s before crowd%u\n", nouns[at % 7], at,
                                       acts[at / 7 % 7], at);
        td_view day = td_arena_format(&arena, "20%02u-0%u-11", at % 40, 1 + at % 9);
        reports[at] = small_report(&arena, id.bytes, day.bytes, text.bytes);
    }
    td_report *deed = &reports[FILLERS], *trial = &reports[FILLERS + 1];
    *deed = small_report(&arena, "deed", "2004-03-02",
                         "Burglars beat watchman Ansel Quorn at dawn\nNeighbours saw Petra Vold run\n");
    *trial = small_report(&arena, "trial", "2005-05-20",
                          both ? "Judges sentenced Petra Vold today\nWidow of Ansel Quorn wept\n"
                               : "Judges sentenced Petra Vold today\nWidow of Edwin Marsh wept\n");
    td_report *told[] = {deed, trial};
    for (int k = 0; k < 2; k++) {
        small_entity(told[k], &arena, TD_ENTITY_PERSON, "Petra Vold", "");
        small_entity(told[k], &arena, TD_ENTITY_PERSON, k && !both ? "Edwin Marsh" : "Ansel Quorn", "");
    }
    return small_record(&arena, reports, FILLERS + 2, outlines);
}

static void test_same_people(void) {
    td_outline *outlines;
    td_record *record = deed_and_trial(true, &outlines);
    CHECK_INTEGER(small_story_of(record, outlines, FILLERS + 2, "trial"),
                  small_story_of(record, outlines, FILLERS + 2, "deed"));
    record = deed_and_trial(false, &outlines);
    CHECK(small_story_of(record, outlines, FILLERS + 2, "trial") !=
          small_story_of(record, outlines, FILLERS + 2, "deed"));
}

/* Two fires in one town: most words are the same in all, but the reports of each share more. */
static void test_events_of_one_kind(void) {
    static const char *const fires[] = {
        "Flames destroyed the ropeworks of Tolen as firemen pumped water\n"
        "Foreman Haug lost his savings while cordage and tar fed the blaze\nInsurers valued the looms low\n",
        "Firemen pumped water while flames ate the ropeworks of Tolen\n"
        "Foreman Haug blamed tar and cordage for the blaze\nInsurers refuse to value looms and savings\n",
        "Tar and cordage fed flames at the ropeworks of Tolen as firemen pumped water\n"
        "Insurers met foreman Haug about the blaze\nThe looms held his savings\n",
        "Flames destroyed the cinema of Tolen as firemen pumped water\n"
        "Usher Brandt dragged reels and velvet from the blaze\nActors mourn the screen and its organ\n",
        "Firemen pumped water while flames ate the cinema of Tolen\n"
        "Usher Brandt blamed reels and velvet for the blaze\nActors want a screen and an organ\n",
        "Velvet and reels fed flames at the cinema of Tolen as firemen pumped water\n"
        "Actors met usher Brandt about the blaze\nThe screen hid the organ\n",
    };
    td_report reports[6];
    for (uint32_t at = 0; at < 6; at++)
        reports[at] = small_report(&arena, td_arena_format(&arena, "f%u", at).bytes, NULL, fires[at]);
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 6, &outlines);
    CHECK_INTEGER(record->stories.count, 2);
    CHECK(small_story_of(record, outlines, 6, "f0") == small_story_of(record, outlines, 6, "f2"));
    CHECK(small_story_of(record, outlines, 6, "f3") == small_story_of(record, outlines, 6, "f5"));
    CHECK(small_story_of(record, outlines, 6, "f0") != small_story_of(record, outlines, 6, "f3"));
}

static void test_empty(void) {
    td_record *record = small_record(&arena, NULL, 0, NULL);
    CHECK_INTEGER(record->stories.count, 0);
    td_report nothing = small_report(&arena, "r1", NULL, "");
    record = small_record(&arena, &nothing, 1, NULL);
    CHECK_INTEGER(record->stories.count, 1);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    check_two(true, false);
    check_two(true, true);
    check_two(false, false);
    check_two(false, true);
    test_order_tells_nothing();
    test_same_words_other_year();
    test_undated_joins();
    test_same_people();
    test_events_of_one_kind();
    test_empty();
    td_arena_release(&arena);
    return td_test_finish();
}
