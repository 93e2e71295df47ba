/* Reports and kinds: identifiers, look-ups by offset, broken promises named, labels both ways. */

#include <stdio.h>

#include "full_report.h"
#include "harness.h"

static td_arena arena;

static td_view identified(const char *source, const char *text) {
    td_report report = {.source = td_view_of(source), .text = td_view_of(text)};
    td_report_identify(&report, &arena);
    return report.id;
}

static void test_identity(void) {
    td_view id = identified("news/march/one.txt", "Rain fell.");
    CHECK_INTEGER(id.size, 17);
    CHECK_INTEGER(id.bytes[0], 'r');
    CHECK(td_view_equal(id, identified("/elsewhere/one.txt", "Rain fell.")));
    CHECK(!td_view_equal(id, identified("news/march/two.txt", "Rain fell.")));
    CHECK(!td_view_equal(id, identified("news/march/one.txt", "Rain fell")));
    CHECK(!td_view_equal(identified("https://a.example/x/one.txt", ""), identified("https://b.example/x/one.txt", "")));
    CHECK(td_view_equal(identified("/a 1://b/one.txt", ""), identified("one.txt", "")));
}

static void test_offsets(void) {
    td_report report = full_report(&arena, 0);
    td_span second = report.sentences.items[1].span;
    CHECK_INTEGER(td_report_sentence_at(&report, 0), 0);
    CHECK_INTEGER(td_report_sentence_at(&report, second.start), 1);
    CHECK_INTEGER(td_report_sentence_at(&report, second.end - 1), 1);
    CHECK_INTEGER(td_report_sentence_at(&report, second.end), TD_NONE);
    CHECK_INTEGER(td_report_sentence_at(&report, (uint32_t)report.text.size), TD_NONE);
    CHECK_INTEGER(td_report_token_at(&report, 0), 0);
    CHECK_INTEGER(td_report_token_at(&report, report.tokens.items[1].span.start), 1);
    CHECK_INTEGER(td_report_token_at(&report, report.tokens.items[1].span.start + 1), 2);
    CHECK_INTEGER(td_report_token_at(&report, (uint32_t)report.text.size), 3);
    CHECK(td_report_in_boilerplate(&report, span_of(&report, "reaches")));
    CHECK(td_report_in_boilerplate(&report, span_of(&report, "Writer")));
    CHECK(!td_report_in_boilerplate(&report, span_of(&report, "Envoy")));
    td_report empty = {0};
    CHECK_INTEGER(td_report_sentence_at(&empty, 0), TD_NONE);
    CHECK_INTEGER(td_report_token_at(&empty, 0), 0);
    CHECK(!td_report_in_boilerplate(&empty, (td_span){0, 1}));
}

static void check_breach(const td_report *report, const char *named) {
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_report_check(report, &error), TD_ERROR_INTERNAL);
    if (!CHECK(strstr(error.message, named) != NULL)) printf("# %s\n", error.message);
}

static void test_breaches(void) {
    td_report sound = full_report(&arena, 0);
    CHECK_INTEGER(td_report_check(&sound, NULL), 0);

    td_report report = full_report(&arena, 0);
    report.mentions.items[1].span.start++;
    check_breach(&report, "mention 2: its span cuts a character");
    report = full_report(&arena, 0);
    report.mentions.items[1].span = report.mentions.items[2].span;
    report.mentions.items[2].span = (td_span){0, 2};
    check_breach(&report, "mention 3: is not in text order");
    report = full_report(&arena, 0);
    report.mentions.items[2].group.items[1] = 3;
    check_breach(&report, "mention 3: a member of its group is no valid index");
    report = full_report(&arena, 0);
    report.figures.items[0].phrase = TD_SPAN_NONE;
    check_breach(&report, "figure 1: its phrase lies outside the text");
    report = full_report(&arena, 0);
    report.events.items[0].time = 1;
    check_breach(&report, "event 1: its time is no valid index");
    report = full_report(&arena, 0);
    report.sentences.items[1].token_end = 3;
    check_breach(&report, "sentence 2: its tokens lie outside it");
    report = full_report(&arena, 0);
    report.boilerplate.items[1].span = report.boilerplate.items[0].span;
    check_breach(&report, "boilerplate 2");
    report = full_report(&arena, 0);
    ((char *)report.text.bytes)[3] = '\xFF';
    check_breach(&report, "UTF-8");
}

static void test_kinds(void) {
    enum td_modality modality = TD_MODALITY_COUNT;
    for (unsigned k = 0; k < TD_MODALITY_COUNT; k++) {
        CHECK(td_modality_from_label(td_view_of(td_modality_label((enum td_modality)k)), &modality));
        CHECK_INTEGER(modality, k);
    }
    CHECK(!td_modality_from_label(TD_VIEW("happen"), &modality));
    CHECK(!td_modality_from_label(TD_VIEW_ABSENT, &modality));
    CHECK(td_modality_rank(TD_MODALITY_HAPPENED) > td_modality_rank(TD_MODALITY_UNDER_WAY));
    CHECK(td_modality_rank(TD_MODALITY_BEGUN) > td_modality_rank(TD_MODALITY_ORDERED));
    CHECK(td_modality_rank(TD_MODALITY_CALLED_FOR) > td_modality_rank(TD_MODALITY_DENIED));
    enum td_publication_origin origin;
    CHECK(td_publication_origin_from_label(TD_VIEW_ABSENT, &origin) && origin == TD_PUBLISHED_UNKNOWN);
    CHECK(td_publication_origin_from_label(TD_VIEW("metadata"), &origin) && origin == TD_PUBLISHED_METADATA);
    CHECK(!td_publication_origin_from_label(TD_VIEW(""), &origin));
}

int main(void) {
    td_arena_init(&arena, 1 << 26);
    test_identity();
    test_offsets();
    test_breaches();
    test_kinds();
    td_arena_release(&arena);
    return td_test_finish();
}
