/* What an outline keeps of a report. */

#include <stdio.h>

#include "harness.h"
#include "lexicon/word_key.h"
#include "resolve/resolve.h"
#include "resolve/shingles.h"
#include "small_report.h"

static td_arena arena;

static bool holds(const td_outline *outline, const td_outline_sentence *sentence, const char *word) {
    for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
        if (outline->terms.items[at] == td_word_key(td_view_of(word))) return true;
    return false;
}

static void test_words(void) {
    td_report report = small_report(&arena, "r1", "2020-01-01",
                                    "Convoy reaches Besh after siege\n"
                                    "The convoy reached the town on Friday and the convoy left again with 12 nurses\n"
                                    "Share this page with friends and subscribe\n");
    report.title = TD_VIEW("Convoy reaches Besh after siege");
    *td_push(&arena, &report.boilerplate) = (td_boilerplate){report.sentences.items[0].span, TD_BOILERPLATE_HEADLINE};
    *td_push(&arena, &report.boilerplate) = (td_boilerplate){report.sentences.items[2].span, TD_BOILERPLATE_SHARE_BAR};
    report.sentences.items[0].body = report.sentences.items[2].body = false;
    td_outline outline;
    td_outline_make(&report, &arena, &outline);

    CHECK_INTEGER(outline.sentences.count, 3);
    const td_outline_sentence *head = &outline.sentences.items[0], *body = &outline.sentences.items[1];
    CHECK(holds(&outline, head, "besh") && !head->body);
    CHECK(holds(&outline, body, "convoy") && holds(&outline, body, "12") && holds(&outline, body, "nurses"));
    CHECK(!holds(&outline, body, "the") && !holds(&outline, body, "friday"));
    uint32_t convoys = 0;
    for (uint32_t at = body->terms_start; at < body->terms_end; at++)
        convoys += outline.terms.items[at] == td_word_key(TD_VIEW("convoy"));
    CHECK_INTEGER(convoys, 1);
    CHECK_INTEGER(outline.sentences.items[2].terms_end - outline.sentences.items[2].terms_start, 0);
    CHECK_TEXT(td_outline_view(&outline, outline.title), "Convoy reaches Besh after siege");
    CHECK_INTEGER(outline.title_start, 0);
    CHECK_INTEGER(outline.body_words, 15);
    /* without a title the first body sentence stands for it */
    report.title = TD_VIEW_ABSENT;
    report.boilerplate.count = 0;
    td_outline_make(&report, &arena, &outline);
    CHECK(td_view_starts_with(td_outline_view(&outline, outline.title), TD_VIEW("The convoy reached")));
}

static void test_entities(void) {
    td_report report =
        small_report(&arena, "r1", "2020-01-01", "Ivan Petrov met Besh elders and Ivan Petrov left Besh\n");
    small_entity(&report, &arena, TD_ENTITY_PERSON, "Ivan Petrov", "RU");
    small_entity(&report, &arena, TD_ENTITY_PLACE, "Besh", "AA");
    small_entity(&report, &arena, TD_ENTITY_PERSON, "Ivan Petrov", "RU");
    td_outline outline;
    td_outline_make(&report, &arena, &outline);
    CHECK_INTEGER(outline.entities.count, 2);
    CHECK_INTEGER(outline.entities.items[0].mentions, 4); /* both of its entries in the report */
    CHECK(outline.entities.items[0].surname == td_word_key(TD_VIEW("petrov")));
    CHECK_INTEGER(outline.entities.items[1].surname, 0);
    /* the key is that of kind and name, or of the lexicon, whatever the report */
    td_entity known = {.kind = TD_ENTITY_PERSON, .name = TD_VIEW("Petrov"), .knowledge = TD_VIEW("person-ivan-petrov")};
    td_entity other = {
        .kind = TD_ENTITY_PERSON, .name = TD_VIEW("Ivan Petrov"), .knowledge = TD_VIEW("person-ivan-petrov")};
    CHECK(td_entity_key(&known) == td_entity_key(&other));
    other.knowledge = TD_VIEW_ABSENT;
    CHECK(td_entity_key(&known) != td_entity_key(&other));
    CHECK(td_entity_key(&other) == outline.entities.items[0].key);
}

static void test_quotes_and_figures(void) {
    td_report report = small_report(&arena, "r1", "2020-01-05",
                                    "On Thursday Ivan Petrov said the road to the north would open within days\n"
                                    "Shells killed 12 people near Besh\n");
    td_index speaker = small_entity(&report, &arena, TD_ENTITY_PERSON, "Ivan Petrov", "RU");
    small_quote(&report, &arena, "the road to the north would open within days", speaker);
    *td_push(&arena, &report.times) = (td_time){.span = small_span(&report, "Thursday"),
                                                .type = TD_TIME_DATE,
                                                .interval = td_interval_day(small_day("2020-01-02"))};
    td_event *event = small_event(&report, &arena, "killed", TD_EVENT_ASSAULT, "", NULL);
    small_figure(&report, &arena, "12 people", 12, TD_FIGURE_KILLED);
    *td_push(&arena, &event->figures) = 0;
    td_outline outline;
    td_outline_make(&report, &arena, &outline);
    const td_outline_quote *quote = &outline.quotes.items[0];
    CHECK_INTEGER(quote->said.from, small_day("2020-01-02"));
    CHECK(quote->speaker == outline.entities.items[0].key);
    CHECK(outline.terms.items[quote->terms_start] == td_word_key(TD_VIEW("road")));
    CHECK_INTEGER(outline.sentences.items[0].quoted, 1);
    CHECK_INTEGER(outline.sentences.items[0].interval.from, small_day("2020-01-02"));
    CHECK(!td_interval_known(outline.sentences.items[1].interval));
    CHECK_INTEGER(outline.figures.items[0].event, 0);
    CHECK(outline.figures.items[0].counts == td_word_key(TD_VIEW("people")));
    CHECK_INTEGER(outline.events.items[0].figures[0], 0);
    CHECK_INTEGER(outline.events.items[0].dated, 0);
}

/* Any passage of 13 words that two reports share leaves a shingle in both, wherever it stands. */
static void test_shingles(void) {
    enum { SHARED = TD_SHINGLE_WORDS + TD_SHINGLE_WINDOW - 1, BEFORE = 23 };
    for (int shift = 0; shift < 8; shift++) {
        char texts[2][2000];
        td_outline outlines[2];
        for (int side = 0; side < 2; side++) {
            int size = 0;
            for (int word = 0; word < BEFORE + shift * side; word++)
                size += snprintf(texts[side] + size, 2000 - (size_t)size, "s%dw%d ", side, word);
            for (int word = 0; word < SHARED; word++)
                size += snprintf(texts[side] + size, 2000 - (size_t)size, "shared%dx%d ", shift, word);
            for (int word = 0; word < BEFORE; word++)
                size += snprintf(texts[side] + size, 2000 - (size_t)size, "t%dw%d ", side, word);
            td_report report = small_report(&arena, "r", NULL, texts[side]);
            td_outline_make(&report, &arena, &outlines[side]);
        }
        uint32_t common = 0;
        for (td_each(one, &outlines[0].shingles))
            for (td_each(other, &outlines[1].shingles)) common += one->key == other->key;
        CHECK(common >= 1);
    }
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 28);
    test_words();
    test_entities();
    test_quotes_and_figures();
    test_shingles();
    td_arena_release(&arena);
    return td_test_finish();
}
