/* Quotations: marks, cues, speakers before, inside and behind, and what is only a fragment. */

#include <stdlib.h>

#include "harness.h"
#include "mention/mention.h"
#include "named_report.h"

#define OPEN "\xE2\x80\x9C "
#define CLOSE " \xE2\x80\x9D"

static td_arena arena;
static td_lexicon *lexicon;

static td_report read(const char *marked) {
    td_report report = named_report(lexicon, marked, &arena);
    td_find_entities(lexicon, &report, &arena);
    td_find_quotes(lexicon, &report, &arena);
    return report;
}

static td_view speaker_of(const td_report *report, uint32_t number) {
    if (number >= report->quotes.count) return TD_VIEW_ABSENT;
    td_index speaker = report->quotes.items[number].speaker;
    return speaker == TD_NONE ? TD_VIEW_ABSENT : report->entities.items[speaker].name;
}

static td_view words_of(const td_report *report, td_span span) {
    return td_span_text(report->text, span);
}

static void check_direct(const char *marked, const char *speaker, const char *content) {
    td_report report = read(marked);
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_INTEGER(report.quotes.items[0].kind, TD_QUOTE_DIRECT);
    CHECK_TEXT(words_of(&report, report.quotes.items[0].content), content);
    CHECK_TEXT(speaker_of(&report, 0), speaker);
}

static void test_direct(void) {
    check_direct(OPEN "The road is|AUX open ," CLOSE " Maria Okonedo said|PAST .", "Maria Okonedo",
                 "The road is open ,");
    check_direct(OPEN "The road is|AUX open ," CLOSE " said|PAST Maria Okonedo .", "Maria Okonedo",
                 "The road is open ,");
    check_direct("Maria Okonedo said|PAST : " OPEN "The road is|AUX open ." CLOSE, "Maria Okonedo",
                 "The road is open .");
    check_direct("\" The road is|AUX open , \" Maria Okonedo told|PAST reporters .", "Maria Okonedo",
                 "The road is open ,");
    check_direct("Maria Okonedo : " OPEN "The road is|AUX open ." CLOSE, "Maria Okonedo", "The road is open .");
}

static void test_two_parts(void) {
    td_report report = read(OPEN "The road is|AUX open ," CLOSE " Maria Okonedo said|PAST .\n" OPEN
                                 "We|PRON will|AUX keep|VERB it open ." CLOSE);
    if (!CHECK_INTEGER(report.quotes.count, 2)) return;
    CHECK_TEXT(speaker_of(&report, 0), "Maria Okonedo");
    CHECK_TEXT(speaker_of(&report, 1), "Maria Okonedo");
}

static void test_opening_mark_missing(void) {
    check_direct("The road will|AUX be|AUX open for all ," CLOSE " said|PAST Maria Okonedo .", "Maria Okonedo",
                 "The road will be open for all ,");
}

static void test_paragraphs(void) {
    td_report report = named_report(
        lexicon, OPEN "The road is|AUX open .\n" OPEN "It will|AUX stay|VERB open ," CLOSE " Maria Okonedo said|PAST .",
        &arena);
    report.sentences.items[1].paragraph = 1;
    td_find_entities(lexicon, &report, &arena);
    td_find_quotes(lexicon, &report, &arena);
    if (!CHECK_INTEGER(report.quotes.count, 2)) return;
    CHECK_TEXT(speaker_of(&report, 0), "Maria Okonedo");
    CHECK_TEXT(words_of(&report, report.quotes.items[1].content), "It will stay open ,");
}

static void test_indirect(void) {
    td_report report = read("Maria Okonedo said|PAST that the road was|AUX open .");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_INTEGER(report.quotes.items[0].kind, TD_QUOTE_INDIRECT);
    CHECK_TEXT(speaker_of(&report, 0), "Maria Okonedo");
    CHECK_TEXT(words_of(&report, report.quotes.items[0].content), "that the road was open");
    CHECK_TEXT(words_of(&report, report.quotes.items[0].cue), "said");
    report = read("The road was|AUX open , Maria Okonedo said|PAST .");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_TEXT(words_of(&report, report.quotes.items[0].content), "The road was open");
    CHECK_TEXT(speaker_of(&report, 0), "Maria Okonedo");
}

static void test_stance(void) {
    static const struct {
        const char *text;
        enum td_stance stance;
    } cases[] = {
        {"Maria Okonedo warned|PAST that the road was|AUX mined|PARTICIPLE .", TD_STANCE_WARN},
        {"Maria Okonedo claimed|PAST that the road was|AUX mined|PARTICIPLE .", TD_STANCE_CLAIM},
        {"Maria Okonedo said|PAST that the road was|AUX mined|PARTICIPLE .", TD_STANCE_STATE},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        td_report report = read(cases[k].text);
        if (CHECK_INTEGER(report.quotes.count, 1)) CHECK_INTEGER(report.quotes.items[0].stance, cases[k].stance);
    }
}

static void test_unknown_speaker(void) {
    td_report report = read(OPEN "The road is|AUX open ," CLOSE " a driver|NOUN said|PAST .");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_INTEGER(report.quotes.items[0].speaker, TD_NONE);
    CHECK_TEXT(words_of(&report, report.quotes.items[0].speaker_span), "a driver");
}

static void test_several_speakers(void) {
    td_report report = read("Maria Okonedo and Peter Halvers said|PAST that the road was|AUX open .");
    if (CHECK_INTEGER(report.quotes.count, 1)) CHECK_INTEGER(report.quotes.items[0].speaker, TD_NONE);
}

static void test_fragment(void) {
    td_report report =
        read("The road was|AUX part of the " OPEN "safe corridor" CLOSE " there .\nA " OPEN "safe" CLOSE " road .");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_INTEGER(report.quotes.items[0].kind, TD_QUOTE_FRAGMENT);
    CHECK_INTEGER(report.quotes.items[0].speaker, TD_NONE);
}

static void test_first_person(void) {
    td_report report = read(OPEN "I|PRON opened|PAST the road ," CLOSE " Maria Okonedo said|PAST .");
    CHECK_INTEGER(named_mention(&report, "I", 0), named_mention(&report, "Maria Okonedo", 0));
}

/* One parsed sentence, see named_parse(). */
static td_report read_parsed(const char *marked, const char *parse) {
    td_report report = named_report(lexicon, marked, &arena);
    named_parse(&report, parse);
    td_find_entities(lexicon, &report, &arena);
    td_find_quotes(lexicon, &report, &arena);
    return report;
}

static void check_parsed(const td_report *report, const char *speaker, const char *cue, const char *content) {
    if (!CHECK_INTEGER(report->quotes.count, 1)) return;
    const td_quote *quote = &report->quotes.items[0];
    CHECK_TEXT(words_of(report, quote->speaker_span), speaker);
    CHECK_TEXT(words_of(report, quote->cue), cue);
    CHECK_TEXT(words_of(report, quote->content), content);
}

static void test_turned(void) {
    td_report report = read_parsed("The raid was|AUX rejected|PAST by Okonedo .",
                                   "2:det 4:nsubj:pass 4:aux:pass 0:root 6:case 4:obl:agent 4:punct");
    check_parsed(&report, "Okonedo", "was rejected", "The raid");
    report = read_parsed("Okonedo kept|PAST his claim|NOUN that the road was|AUX open|ADJECTIVE .",
                         "2:nsubj 0:root 4:nmod:poss 2:obj 9:mark 7:det 9:nsubj 9:cop 4:acl 2:punct");
    check_parsed(&report, "his", "claim", "that the road was open");
    report = read_parsed("Claims|NOUN that hurt|PAST Okonedo spread|PAST .",
                         "5:nsubj 3:nsubj 1:acl:relcl 3:obj 0:root 5:punct");
    CHECK_INTEGER(report.quotes.count, 0);
}

static void test_intention(void) {
    td_report report = read_parsed("Okonedo wanted|PAST to leave|VERB .", "2:nsubj 0:root 4:mark 2:xcomp 2:punct");
    check_parsed(&report, "Okonedo", "wanted", "to leave");
    report = read_parsed("Okonedo wanted|PAST a ride|NOUN .", "2:nsubj 0:root 4:det 2:obj 2:punct");
    check_parsed(&report, "Okonedo", "wanted", "a ride");
    CHECK_INTEGER(report.quotes.items[0].stance, TD_STANCE_INTEND); /* and no statement */
    CHECK(!td_stance_spoken(report.quotes.items[0].stance));
}

/* What is wished inside what is said belongs to what is said. */
static void test_wish_inside_speech(void) {
    td_report report = read_parsed("Okonedo said|PAST that Halvers wanted|PAST to leave|VERB .",
                                   "2:nsubj 0:root 5:mark 5:nsubj 2:ccomp 7:mark 5:xcomp 2:punct");
    check_parsed(&report, "Okonedo", "said", "that Halvers wanted to leave");
}

/* A clause runs to the end of its sentence over quotation marks and commas, but not into another's statement. */
static void test_reach(void) {
    td_report report = read_parsed(
        "Okonedo said|PAST the road was|AUX " OPEN "open|ADJECTIVE" CLOSE " , but the bridge|NOUN fell|PAST .",
        "2:nsubj 0:root 4:det 7:nsubj 7:cop 7:punct 2:ccomp 7:punct 13:punct 13:cc 12:det 13:nsubj 2:conj 2:punct");
    if (CHECK_INTEGER(report.quotes.count, 1))
        CHECK(td_view_ends_with(words_of(&report, report.quotes.items[0].content), TD_VIEW("but the bridge fell")));
    report = read_parsed("Okonedo said|PAST it fell|PAST and Halvers rejected|PAST it .",
                         "2:nsubj 0:root 4:nsubj 2:ccomp 7:cc 7:nsubj 2:conj 7:obj 2:punct");
    if (!CHECK_INTEGER(report.quotes.count, 2)) return;
    CHECK_TEXT(words_of(&report, report.quotes.items[0].content), "it fell");
    CHECK_TEXT(speaker_of(&report, 1), "Halvers");
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 28);
    lexicon = named_lexicon(arguments[1]);
    test_direct();
    test_two_parts();
    test_opening_mark_missing();
    test_paragraphs();
    test_indirect();
    test_stance();
    test_unknown_speaker();
    test_several_speakers();
    test_fragment();
    test_first_person();
    test_turned();
    test_intention();
    test_wish_inside_speech();
    test_reach();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
