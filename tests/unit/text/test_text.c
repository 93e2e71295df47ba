/* The whole stage with the shipped lexicon: what later stages rely on, also for texts of no sensible shape. */

#include <stdio.h>
#include <stdlib.h>

#include "harness.h"
#include "text/text.h"

/* Bytes of a hostile text; a sanitizer makes reading so much slower that a part says as much. */
#ifdef __SANITIZE_ADDRESS__
#define LARGE (8u << 10)
#else
#define LARGE (64u << 10)
#endif

static td_report read_report(td_text *text, td_view words, td_arena *arena) {
    td_error error = TD_ERROR_INIT;
    td_report report = {.text = words};
    CHECK_INTEGER(td_text_read(text, &report, arena, &error), 0);
    bool sound = td_report_check(&report, &error) == 0;
    CHECK(sound);
    if (!sound) printf("# %s\n", error.message);
    return report;
}

/* Tokens are in order, do not overlap, and hold every character but spaces. */
static bool covers_text(const td_report *report) {
    uint32_t at = 0;
    for (td_each(token, &report->tokens)) {
        for (; at < token->span.start; at++)
            if ((unsigned char)report->text.bytes[at] > ' ' && (unsigned char)report->text.bytes[at] < 0x7f)
                return false;
        if (token->span.start < at) return false;
        at = token->span.end;
    }
    return true;
}

static void check_plain(td_text *text, td_arena *arena) {
    td_report report = read_report(
        text, TD_VIEW("The rebels withdrew from two villages on Tuesday.\n\nThe army said it hadn't attacked them."),
        arena);
    CHECK_INTEGER(report.sentences.count, 2);
    CHECK_INTEGER(report.sentences.items[1].paragraph, 1);
    CHECK(covers_text(&report));
    CHECK_INTEGER(report.tokens.items[2].part_of_speech, TD_POS_VERB);
    CHECK_TEXT(report.tokens.items[2].lemma, "withdraw");
    CHECK_TEXT(report.tokens.items[5].lemma, "village");
}

/* Tags that the custom of newsrooms and the tree settle. */
static void check_settled(td_text *text, td_arena *arena) {
    td_report report = read_report(text, TD_VIEW("HARAR, May 3 (Newsline) - Two envoys left the town."), arena);
    CHECK_INTEGER(report.tokens.items[0].part_of_speech, TD_POS_PROPER_NOUN);
    report = read_report(text, TD_VIEW("REBELS LEAVE TOWN - MINISTRY"), arena);
    CHECK_INTEGER(report.tokens.items[1].part_of_speech, TD_POS_VERB);
    report = read_report(text, TD_VIEW("The militia carried out ethnic cleansing in the district."), arena);
    CHECK_INTEGER(report.tokens.items[5].part_of_speech, TD_POS_NOUN);
    CHECK_TEXT(report.tokens.items[5].lemma, "cleansing");
    report = read_report(text, TD_VIEW("She met the Joint Ceasefire Commission in Harat."), arena);
    CHECK_INTEGER(report.tokens.items[4].part_of_speech, TD_POS_PROPER_NOUN);
    report = read_report(text, TD_VIEW("They are cleansing the wells."), arena);
    CHECK_INTEGER(report.tokens.items[2].part_of_speech, TD_POS_VERB);
}

/* Repetitions of a pattern, as large as a report may be: time must stay linear and nothing may break. */
static void check_large(td_text *text, const char *pattern) {
    td_arena arena;
    td_arena_init(&arena, (size_t)2 << 30);
    size_t size = strlen(pattern);
    char *bytes = malloc(LARGE);
    if (!bytes) exit(99);
    for (size_t i = 0; i < LARGE; i++) bytes[i] = pattern[i % size];
    td_report report = read_report(text, (td_view){bytes, LARGE / size * size}, &arena);
    CHECK(covers_text(&report));
    free(bytes);
    td_arena_release(&arena);
}

int main(int count, char **arguments) {
    static const char *const patterns[] = {
        "a",   ".",  "(",   ")",  "\"",           "'",        "a.",    "1,",    "a-",   "http://", "x@", "Mr. ",
        "!? ", "\n", "A\n", "9-", "\xE2\x80\x9C", "\xD0\xB0", "word ", "U.S. ", "[1] ", ".) "};
    td_arena arena;
    td_error error = TD_ERROR_INIT;
    td_lexicon *lexicon = NULL;
    td_text *text = NULL;
    td_arena_init(&arena, (size_t)256 << 20);
    if (count < 2 || td_lexicon_open(arguments[1], &lexicon, &error) < 0 || td_text_new(lexicon, &text, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        return 99;
    }
    check_plain(text, &arena);
    check_settled(text, &arena);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) check_large(text, patterns[i]);
    td_report empty = read_report(text, TD_VIEW(""), &arena);
    CHECK_INTEGER(empty.sentences.count, 0);
    td_text_free(text);
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
