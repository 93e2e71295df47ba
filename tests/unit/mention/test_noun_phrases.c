/* Noun phrases by the parse: how far each goes. */

#include "harness.h"
#include "mention/noun_phrases.h"
#include "named_report.h"

static td_arena arena;
static td_lexicon *lexicon;

/* The phrases of a parsed sentence, joined by " | ". */
static td_view phrases_of(const char *marked, const char *parse) {
    td_report *report = TD_NEW(&arena, td_report);
    *report = named_report(lexicon, marked, &arena);
    named_parse(report, parse);
    td_noun_phrase_reader reader = {.report = report, .arena = &arena};
    td_noun_phrase_array phrases = {0};
    CHECK(td_noun_phrases_read(&reader, 0, &phrases));
    td_view all = TD_VIEW("");
    for (td_each(phrase, &phrases)) {
        td_span span = {report->tokens.items[phrase->first].span.start, report->tokens.items[phrase->end - 1].span.end};
        all = td_arena_format(&arena, "%.*s%s%.*s", TD_VIEW_ARGUMENTS(all), all.size ? " | " : "",
                              TD_VIEW_ARGUMENTS(td_span_text(report->text, span)));
    }
    return all;
}

static void test_extent(void) {
    CHECK_TEXT(phrases_of("The bridge|NOUN of stone|NOUN that|PRON fell|VERB was|AUX old|ADJ .",
                          "2:det 8:nsubj 4:case 2:nmod 6:nsubj 2:acl:relcl 8:cop 0:root 8:punct"),
               "The bridge of stone that fell | stone | that");
    CHECK_TEXT(phrases_of("Okonedo 's car|NOUN stopped|VERB .", "3:nmod:poss 1:case 4:nsubj 0:root 4:punct"),
               "Okonedo 's | Okonedo 's car");
}

static void test_joined(void) {
    CHECK_TEXT(phrases_of("Farmers|NOUN and herders|NOUN met|VERB .", "4:nsubj 3:cc 1:conj 0:root 4:punct"),
               "Farmers | Farmers and herders | herders");
}

/* A predicate is a phrase without its subject and what tells of the clause. */
static void test_predicate(void) {
    CHECK_TEXT(phrases_of("Now Halvers is|AUX a judge|NOUN in spring|NOUN .",
                          "5:advmod 5:nsubj 5:cop 5:det 0:root 7:case 5:obl 5:punct"),
               "Halvers | a judge | spring");
}

static void test_edges(void) {
    CHECK_TEXT(phrases_of("Only the envoy|NOUN , smiling|VERB , left|VERB .",
                          "3:advmod 3:det 7:nsubj 5:punct 3:acl 3:punct 0:root 7:punct"),
               "the envoy , smiling");
}

static void test_unparsed(void) {
    td_report report = named_report(lexicon, "The bridge|NOUN fell|VERB .", &arena);
    td_noun_phrase_reader reader = {.report = &report, .arena = &arena};
    td_noun_phrase_array phrases = {0};
    CHECK(!td_noun_phrases_read(&reader, 0, &phrases));
    CHECK_INTEGER(phrases.count, 0);
}

/* Heads that go round in a circle, as no parser makes them, do no harm. */
static void test_circle(void) {
    CHECK_TEXT(phrases_of("bridge|NOUN road|NOUN .", "2:nsubj 1:obj 1:punct"), "bridge road | road");
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 26);
    lexicon = named_lexicon(arguments[1]);
    test_extent();
    test_joined();
    test_predicate();
    test_edges();
    test_unparsed();
    test_circle();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
