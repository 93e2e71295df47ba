/* What is not the report in plain text, and, more important, what is. */

#include "harness.h"
#include "samples.h"

#include <stdio.h>

static td_sample sample;

static void open_text(const char *text) {
    td_sample_close(&sample);
    td_sample_open(&sample, "test.txt", td_view_of(text));
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
}

static void check_kind(const char *text, const char *kind) {
    CHECK_TEXT(td_view_of(td_sample_kind(&sample.report, text)), kind);
}

#define BODY                                                                                            \
    "Two convoys left the besieged town on Thursday after a week of talks, the relief agency said.\n\n" \
    "The road had been closed since the spring, and most of the shops were empty.\n\n"

static void test_page_saved_as_text(void) {
    open_text(
        "Share\n\nTweet 14\n\nConvoys leave besieged town after talks\n\nBy Jane Doe in Amman and John Roe, Reuters\n\n"
        "Updated: 3:45 pm, 12 May 2015\n\nconvoy, aid, siege, talks\n\n" BODY
        "Advertisement\n\nStory continues below advertisement\n\n"
        "Lorries wait at the crossing. Picture by A. N. Other/AFP\n\n"
        "A driver rests in the shade [Jane Doe/Al Jazeera] [File: Reuters]\n\n"
        "Residents cheered when the first lorry came through the gate, witnesses told the agency by telephone.\n\n"
        "Read more: Ten questions about the siege\n\nRelated stories\n\nThis website uses cookies to remember you.\n\n"
        "Our pages use Akismet; this site uses Akismet too.\n\nLeave a comment\n\nSign up for our newsletter\n\n"
        "(Reporting by Jane Doe; Editing by John Roe)\n\n\xC2\xA9 2015 Example Media. All rights reserved.\n");
    check_kind("Share", "share_bar");
    check_kind("Tweet 14", "share_bar");
    check_kind("Convoys leave besieged", "headline");
    check_kind("By Jane Doe", "byline");
    check_kind("Updated: 3:45", "byline");
    check_kind("convoy, aid, siege", "keywords");
    check_kind("Two convoys left", "");
    check_kind("The road had been", "");
    check_kind("Advertisement", "advertisement");
    check_kind("Story continues below", "advertisement");
    check_kind("Lorries wait at", "caption");
    check_kind("A driver rests", "caption");
    check_kind("Residents cheered", "");
    check_kind("Read more: Ten", "related_links");
    check_kind("Related stories", "related_links");
    check_kind("This website uses", "cookie_notice");
    check_kind("Our pages use", "comment_notice");
    check_kind("Leave a comment", "comment_notice");
    check_kind("Sign up for our", "subscription");
    check_kind("(Reporting by", "byline");
    check_kind("\xC2\xA9 2015 Example", "copyright");
    CHECK_TEXT(sample.report.title, "Convoys leave besieged town after talks");
    CHECK_TEXT(sample.report.agency, "Reuters");
    CHECK_INTEGER(sample.report.authors.count, 2);
    CHECK_TEXT(sample.report.authors.items[0], "Jane Doe");
}

/* Sentences that share words or shapes with page furniture. */
static void test_sentences_stay(void) {
    static const char *const sentences[] = {
        "Share prices fell in the capital after the shelling.",
        "\"Share what you have,\" the mayor told the crowd.",
        "Read more closely, the statement promises nothing.",
        "Comments by the minister angered the opposition.",
        "Sources (who asked not to be named) said the base was empty.",
        "Sources close to the talks said 40 trucks had left.",
        "Related to the president by marriage, he commands the guard.",
        "Watch towers along the border were manned again.",
        "Video shot by residents shows smoke over the market.",
        "Pictures from the town show empty streets.",
        "By Monday the last of the buses had gone.",
        "By midnight, General Ahmed Karim had signed the order.",
        "The photograph was taken by a Reuters cameraman, he said.",
        "\"They use cookies and sweets to buy children's silence,\" she said.",
        "Wheat, oil, salt and sugar were handed out.",
        "Home was a tent for most of them.",
        "He was told to subscribe to the deal or leave.",
        "Posted to the frontier in 2012, he deserted a year later.",
        "The Associated Press reported the attack first.",
        "Copyright was the least of their worries.",
        "The ad hoc committee meets on Tuesday.",
        "No.",
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char text[2000];
        snprintf(text, sizeof text, "%s%s\n\n%s", BODY, sentences[i], BODY);
        open_text(text);
        check_kind(sentences[i], "");
        snprintf(text, sizeof text, "%s%s", BODY, sentences[i]); /* the same as the last line */
        open_text(text);
        check_kind(sentences[i], "");
    }
}

static void test_headlines(void) {
    open_text("Rebels agree to leave the eastern quarter\nThe deal follows three weeks of talks\n" BODY);
    check_kind("Rebels agree", "headline");
    check_kind("The deal follows", ""); /* a standfirst says something */
    open_text("REBELS LEAVE\nArmy Takes Eastern Quarter After Siege\n" BODY);
    check_kind("REBELS LEAVE", "headline");
    check_kind("Army Takes", "headline");
    open_text("Will the truce hold?\n\n" BODY);
    check_kind("Will the truce", "headline");
    open_text(BODY);
    CHECK_INTEGER(sample.report.boilerplate.count, 0); /* no headline where there is none */
    open_text("The last buses left the town at dawn");
    CHECK_INTEGER(sample.report.boilerplate.count, 0); /* all there is */
    open_text("and so it went on for days\n\n" BODY);
    check_kind("and so it went", "");
}

static void test_wrapped_text(void) {
    open_text("The garrison left the fort before dawn on Sunday and moved east along\nthe river, "
              "residents of two villages said. They saw some sixty vehicles and\nheard no shots. The army did not "
              "answer questions about the move, which\nhad been expected since the truce was signed.\n\nA spokesman "
              "promised a statement later in the day.\n");
    CHECK_INTEGER(sample.report.boilerplate.count, 0); /* a line broken at a column is no headline */
}

static void test_repeated(void) {
    open_text(BODY "A lorry loaded with flour waiting at the northern gate.\n\n"
                   "A lorry loaded with flour waiting at the northern gate.\n\n"
                   "The drivers had slept in their cabins for a week.\n\n"
                   "The road had been closed since the spring, and most of the shops were empty.\n\n"
                   "Nobody knew when the next convoy would come.\n");
    size_t first = td_view_find(sample.report.text, TD_VIEW("A lorry"), 0);
    size_t second = td_view_find(sample.report.text, TD_VIEW("A lorry"), first + 1);
    CHECK_INTEGER(sample.report.boilerplate.count, 3);
    CHECK_INTEGER(sample.report.boilerplate.items[0].span.start, first);
    CHECK_INTEGER(sample.report.boilerplate.items[0].kind, TD_BOILERPLATE_CAPTION);
    CHECK_INTEGER(sample.report.boilerplate.items[1].span.start, second);
    CHECK_INTEGER(sample.report.boilerplate.items[1].kind, TD_BOILERPLATE_REPEATED);
    CHECK_INTEGER(sample.report.boilerplate.items[2].kind, TD_BOILERPLATE_REPEATED);
    check_kind("The road had been", ""); /* the first of the two stays */
    open_text(BODY "\"Yes.\"\n\n\"No.\"\n\n\"Yes.\"\n\nHe left the room without another word to anyone.\n");
    CHECK_INTEGER(sample.report.boilerplate.count, 0); /* short ones may be talk */
}

static void test_endings(void) {
    open_text(BODY "Jane Doe\n");
    check_kind("Jane Doe", "byline");
    open_text(BODY "Source: Anadolu Agency\n");
    check_kind("Source: Anadolu", "byline");
    CHECK_TEXT(sample.report.agency, "Anadolu Agency");
    open_text(BODY "Ten killed in market blast in the south\n\nMinister promises new roads for the north\n\n"
                   "Three held over stolen statues in the museum\n");
    check_kind("Ten killed in market", "related_links");
    check_kind("Three held over", "related_links");
    check_kind("The road had been", "");
}

static void test_agencies(void) {
    static const struct {
        const char *text, *agency;
    } cases[] = {
        {"BEIRUT (AP) - The airport was closed on Friday, officials said.", "Associated Press"},
        {"MOSCOW, March 15. /TASS/. The airport was closed on Friday, officials said.", "TASS"},
        {"(Reuters) - The airport was closed on Friday, officials said.", "Reuters"},
        {"The airport was closed on Friday, officials said. (Xinhua)", "Xinhua"},
        {"The airport was closed on Friday, officials said.\n\nCopyright 2016 The Associated Press.",
         "Associated Press"},
        {"SANAA, March 3 (Harbour Wire) \xE2\x80\x94 The airport was closed on Friday, officials said.",
         "Harbour Wire"},
        {"Colonel Ahmed (Guards Brigade) - the last to leave - closed the gate.", NULL},
        {"The airport was closed on Friday, officials told Reuters.", NULL},
        {"The airport was closed on Friday, the Interfax agency reported.", NULL},
        {"The Palestinian Authority (PA) closed the office. Officials of the PA (once exiled) said so.", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        open_text(cases[i].text);
        if (cases[i].agency)
            CHECK_TEXT(sample.report.agency, cases[i].agency);
        else
            CHECK(!td_view_present(sample.report.agency));
    }
}

int main(void) {
    td_sample_open(&sample, "none", TD_VIEW(""));
    test_page_saved_as_text();
    test_sentences_stay();
    test_headlines();
    test_wrapped_text();
    test_repeated();
    test_endings();
    test_agencies();
    td_sample_close(&sample);
    return td_test_finish();
}
