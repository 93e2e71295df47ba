/* Sentences of another story, and statements told again as new. */

#include "harness.h"
#include "resolve/resolve.h"
#include "small_report.h"

static td_arena arena;

#define HARBOUR_1                                                                                   \
    "Veldania began to withdraw its garrison from Orsa island on Thursday after the Lisbon talks\n" \
    "The frigate Mistral carried the first marines out of Port Clement harbour\n"                   \
    "Governor Almeida hoped the withdrawal would help the truce signed in February hold\n"
#define HARBOUR_2                                                                                               \
    "The first marines left Port Clement aboard the Mistral as Veldania started to withdraw from Orsa island\n" \
    "Talks in Lisbon had ended in February with a truce between Veldania and the islanders\n"                   \
    "Governor Almeida praised the withdrawal of the garrison\n"
#define AIRFIELD_1                                                                                        \
    "Veldania began to withdraw its garrison from Orsa island on Saturday after the Oslo accord\n"        \
    "Transport aircraft flew paratroopers from the Kestrel airfield while Commissioner Ferro looked on\n" \
    "The withdrawal follows the armistice of August and the hurricane\n"
#define AIRFIELD_2                                                                                                   \
    "Paratroopers boarded transport aircraft at Kestrel airfield as Veldania started to withdraw from Orsa island\n" \
    "Commissioner Ferro said the Oslo accord and the August armistice would be kept despite the hurricane\n"         \
    "The garrison will leave by autumn\n"
#define AIRFIELD_3                                                                                   \
    "Veldania withdraws paratroopers from Orsa by transport aircraft, the Oslo accord being kept\n"  \
    "At Kestrel airfield Commissioner Ferro counted the garrison as it left despite the hurricane\n" \
    "Since the armistice of August the garrison has shrunk and its last paratroopers will be gone by autumn\n"
/* what a careless editor pasted in */
#define PASTED                                                                                                       \
    "The frigate Mistral took marines out of Port Clement while Governor Almeida hoped the truce of February would " \
    "hold\n"                                                                                                         \
    "Talks in Lisbon had ended between Veldania and the islanders\n"

static td_record *read(const char *last, const char *const *days, td_outline **outlines) {
    const char *texts[] = {HARBOUR_1, HARBOUR_2, AIRFIELD_1, AIRFIELD_2, last};
    static const char *const ids[] = {"a1", "a2", "b1", "b2", "b3"};
    td_report reports[5];
    for (int at = 0; at < 5; at++) reports[at] = small_report(&arena, ids[at], days ? days[at] : NULL, texts[at]);
    return small_record(&arena, reports, 5, outlines);
}

static void check_pasted(const char *const *days) {
    td_outline *outlines;
    td_record *record = read(AIRFIELD_3 PASTED, days, &outlines);
    CHECK_INTEGER(record->stories.count, 2);
    if (!CHECK(record->mixed.count == 1)) return;
    const td_mixed *mixed = &record->mixed.items[0];
    CHECK_TEXT(outlines[mixed->report].report, "b3");
    CHECK_INTEGER(mixed->stories.items[0], small_story_of(record, outlines, 5, "b1"));
    CHECK_INTEGER(mixed->stories.items[1], small_story_of(record, outlines, 5, "a1"));
    CHECK_INTEGER(mixed->sentences.count, 2);
    uint32_t pasted = sizeof AIRFIELD_3 - 1;
    for (td_each(sentence, &mixed->sentences)) {
        CHECK(sentence->span.start >= pasted);
        CHECK(sentence->why.size > 0);
        CHECK_INTEGER(sentence->story, mixed->stories.items[1]);
    }
    CHECK(mixed->confidence > 0.5 && mixed->confidence <= 1);
}

static const char *const years[] = {"1998-04-02", "1998-04-02", "2003-09-20", "2003-09-21", "2003-09-21"};

static void test_clean(void) {
    td_outline *outlines;
    CHECK_INTEGER(read(AIRFIELD_3, years, &outlines)->mixed.count, 0);
    CHECK_INTEGER(read(AIRFIELD_3, NULL, &outlines)->mixed.count, 0);
}

/* A quotation of the first story, in another translation, told in the second as if said then. */
static void test_recycled(void) {
    const char *first = "I hope the withdrawal will much increase the trust of all islanders in the peace";
    const char *again = "I hope it will greatly increase trust among all the islanders in this peace";
    td_report reports[] = {
        small_report(&arena, "a1", "1998-04-02",
                     HARBOUR_1 "I hope the withdrawal will much increase the trust of all islanders in the peace\n"),
        small_report(&arena, "a2", "1998-04-02", HARBOUR_2),
        small_report(&arena, "b1", "2003-09-20", AIRFIELD_1),
        small_report(&arena, "b2", "2003-09-21",
                     AIRFIELD_2 "I hope it will greatly increase trust among all the islanders in this peace\n"),
    };
    td_index then = small_entity(&reports[0], &arena, TD_ENTITY_PERSON, "Governor Almeida", "VE");
    td_index now = small_entity(&reports[3], &arena, TD_ENTITY_PERSON, "Governor Almeida", "VE");
    small_quote(&reports[0], &arena, first, then);
    small_quote(&reports[3], &arena, again, now);
    td_outline *outlines;
    td_record *record = small_record(&arena, reports, 4, &outlines);
    if (!CHECK(record->recycled.count == 1)) return;
    const td_recycled *recycled = &record->recycled.items[0];
    CHECK_TEXT(outlines[recycled->here.report].report, "b2");
    CHECK_TEXT(outlines[recycled->first.report].report, "a1");
    CHECK_INTEGER(recycled->claimed.from, small_day("2003-09-21"));
    CHECK_INTEGER(recycled->actual.from, small_day("1998-04-02"));
    CHECK_TEXT(td_span_text(reports[3].text, recycled->here.span), again);
    /* one carried sentence is a recycled statement, not yet a mixed report */
    CHECK_INTEGER(record->mixed.count, 0);

    /* another speaker of like words, or a report that names the true day, recycles nothing */
    reports[3].entities.items[now].name = TD_VIEW("Commissioner Ferro");
    CHECK_INTEGER(small_record(&arena, reports, 4, NULL)->recycled.count, 0);
    reports[3].entities.items[now].name = TD_VIEW("Governor Almeida");
    /* nor do two renderings in the reports' own words, though one alone may be of what the other quotes */
    reports[3].quotes.items[0].kind = TD_QUOTE_INDIRECT;
    CHECK_INTEGER(small_record(&arena, reports, 4, NULL)->recycled.count, 1);
    reports[0].quotes.items[0].kind = TD_QUOTE_INDIRECT;
    CHECK_INTEGER(small_record(&arena, reports, 4, NULL)->recycled.count, 0);
    reports[0].quotes.items[0].kind = reports[3].quotes.items[0].kind = TD_QUOTE_DIRECT;
    reports[3].published.interval = TD_INTERVAL_OPEN;
    CHECK_INTEGER(small_record(&arena, reports, 4, NULL)->recycled.count, 0);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    check_pasted(years);
    const char *const undated[] = {years[0], years[1], years[2], years[3], NULL};
    check_pasted(undated);
    test_clean();
    test_recycled();
    td_arena_release(&arena);
    return td_test_finish();
}
