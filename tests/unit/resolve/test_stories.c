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
    test_empty();
    td_arena_release(&arena);
    return td_test_finish();
}
