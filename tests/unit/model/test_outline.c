/* Outlines as blocks: everything comes back, every damage is an error. */

#include <stdio.h>

#include "harness.h"
#include "model/outline.h"

static td_arena arena;

static td_outline small_outline(void) {
    td_outline outline = {.report = TD_VIEW("r0123456789abcdef"),
                          .outlet = TD_VIEW(""),
                          .published = {td_day_of(2013, 7, 1), TD_DAY_UNKNOWN},
                          .text_size = 900,
                          .body_words = 150,
                          .title_start = 3,
                          .title_end = 30,
                          .title = {0, 4},
                          .strings = TD_VIEW("Rain in Öreby")};
    *td_push(&arena, &outline.entities) = (td_outline_entity){
        .key = 11, .name = {8, 6}, .latitude = 59.25, .kind = TD_ENTITY_PLACE, .has_place = 1, .country = "SE"};
    *td_push(&arena, &outline.terms) = 21;
    *td_push(&arena, &outline.terms) = 22;
    *td_push(&arena, &outline.terms) = 23;
    *td_push(&arena, &outline.sentences) = (td_outline_sentence){
        .span = {3, 30}, .terms_start = 0, .terms_end = 3, .interval = TD_INTERVAL_OPEN, .body = 1};
    *td_push(&arena, &outline.events) = (td_outline_event){
        .sentence = 0, .trigger = {5, 9}, .actors = {11, 0, 0, 0}, .quote = TD_NONE, .type = TD_EVENT_AID};
    *td_push(&arena, &outline.figures) = (td_outline_figure){.sentence = 0, .value = 7, .value_known = 1, .event = 0};
    *td_push(&arena, &outline.quotes) =
        (td_outline_quote){.sentence = 0, .content = {10, 20}, .speaker = 11, .terms_start = 1, .terms_end = 2};
    *td_push(&arena, &outline.shingles) = (td_outline_shingle){.key = 99, .span = {3, 20}};
    return outline;
}

static void test_round_trip(void) {
    td_outline outline = small_outline(), again;
    td_view block = td_outline_pack(&outline, &arena);
    CHECK_INTEGER(td_outline_unpack(block, &arena, &again, NULL), 0);
    CHECK_TEXT(again.report, "r0123456789abcdef");
    CHECK(td_view_present(again.outlet) && again.outlet.size == 0);
    CHECK(!td_view_present(again.agency));
    CHECK_INTEGER(again.published.from, td_day_of(2013, 7, 1));
    CHECK_TEXT(td_outline_view(&again, again.entities.items[0].name), "Öreby");
    CHECK_TEXT(td_outline_view(&again, again.title), "Rain");
    CHECK(again.entities.items[0].latitude == 59.25);
    CHECK_INTEGER(again.terms.items[2], 23);
    CHECK_INTEGER(again.events.items[0].actors[0], 11);
    CHECK_INTEGER(again.quotes.items[0].content.end, 20);
    CHECK_INTEGER(again.shingles.items[0].key, 99);
    CHECK(td_view_equal(td_outline_pack(&again, &arena), block));
    *td_push(&arena, &again.terms) = 24; /* what was unpacked can grow */
    CHECK_INTEGER(again.terms.items[0], 21);

    td_outline empty = {.report = TD_VIEW("r")};
    CHECK_INTEGER(td_outline_unpack(td_outline_pack(&empty, &arena), &arena, &again, NULL), 0);
    CHECK_INTEGER(again.events.count, 0);
}

static void test_damage(void) {
    td_outline outline = small_outline(), again;
    td_view block = td_outline_pack(&outline, &arena);
    unsigned through = 0;
    for (size_t size = 0; size < block.size; size++)
        if (td_outline_unpack(td_view_slice(block, 0, size), &arena, &again, NULL) != TD_ERROR_INPUT) through++;
    for (size_t at = 0; at < block.size; at++) {
        td_view copy = td_arena_copy(&arena, block);
        ((char *)copy.bytes)[at] ^= 0x41;
        if (td_outline_unpack(copy, &arena, &again, NULL) != TD_ERROR_INPUT) through++;
    }
    CHECK_INTEGER(through, 0);
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_outline_unpack(TD_VIEW("no block"), &arena, &again, &error), TD_ERROR_INPUT);
    CHECK(strstr(error.message, "no outline") != NULL);
}

/* A block whole in itself that would lead those who compare outside its lists. */
static void test_out_of_range(void) {
    td_outline outline = small_outline(), again;
    outline.figures.items[0].event = 1;
    CHECK_INTEGER(td_outline_unpack(td_outline_pack(&outline, &arena), &arena, &again, NULL), TD_ERROR_INPUT);
    outline = small_outline();
    outline.quotes.items[0].terms_end = 4;
    CHECK_INTEGER(td_outline_unpack(td_outline_pack(&outline, &arena), &arena, &again, NULL), TD_ERROR_INPUT);
    outline = small_outline();
    outline.events.items[0].modality = TD_MODALITY_COUNT;
    CHECK_INTEGER(td_outline_unpack(td_outline_pack(&outline, &arena), &arena, &again, NULL), TD_ERROR_INPUT);
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    test_round_trip();
    test_damage();
    test_out_of_range();
    td_arena_release(&arena);
    return td_test_finish();
}
