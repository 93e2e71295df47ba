/* Pages: article, metadata, encodings, and pages made to hurt. */

#include "base/buffer.h"
#include "harness.h"
#include "samples.h"

#include <stdlib.h>

static td_sample sample;

static int open_page(td_view page) {
    td_sample_close(&sample);
    td_sample_open(&sample, "page.html", page);
    return td_sample_next(&sample);
}

#define STORY                                                                                                     \
    "<p>Two convoys left the besieged town on Thursday after a week of talks, the relief agency said.</p>"        \
    "<p>The road had been closed since the spring, and <a href=/x>most of the shops</a> were empty.&nbsp;Prices " \
    "&mdash; where there was anything to buy &mdash; had risen tenfold.</p>"

static void test_page(void) {
    int status = open_page(TD_VIEW(
        "<!DOCTYPE html><html lang=\"en-US\"><head><meta charset=utf-8><title>Convoys leave besieged town | Example "
        "Post</title>"
        "<meta property=\"og:site_name\" content=\"Example Post\">"
        "<meta property=\"article:published_time\" content=\"2015-05-12T15:45:00+03:00\">"
        "<style>p { color: red }</style><script>var a = '<p>No text.</p>';</script></head><body>"
        "<header><a href=/>Example Post</a></header><nav><ul><li><a href=/a>World</a><li><a "
        "href=/b>Sport</a></ul></nav>"
        "<div class=\"content-with-sidebar\"><article><h1>Convoys leave besieged town</h1>"
        "<p class=byline>By <a rel=author>Jane Doe</a></p>"
        "<figure><img src=a.jpg><figcaption>Lorries at the gate</figcaption></figure>" STORY
        "<h2>What comes next</h2><ul><li>More lorries are to follow on Sunday, the agency said.</ul>"
        "<div class=share>Share on Twitter</div></article>"
        "<aside><p>A long teaser about something else entirely, which goes on for more than a line or "
        "two.</p></aside></div>"
        "<div id=comments><p>I was there myself and saw how the lorries came through the gate at noon.</p></div>"
        "<footer><p>Copyright 2015 Example Post. All rights reserved.</p></footer></body></html>"));
    CHECK_INTEGER(status, TD_OK);
    CHECK_TEXT(sample.report.text,
               "Convoys leave besieged town\n\nLorries at the gate\n\n"
               "Two convoys left the besieged town on Thursday after a week of talks, the relief agency said.\n\n"
               "The road had been closed since the spring, and most of the shops were empty. Prices \xE2\x80\x94 where "
               "there was "
               "anything to buy \xE2\x80\x94 had risen tenfold.\n\nWhat comes next\n\nMore lorries are to follow on "
               "Sunday, the agency said.");
    CHECK_TEXT(td_view_of(td_sample_kind(&sample.report, "Convoys leave")), "headline");
    CHECK_TEXT(td_view_of(td_sample_kind(&sample.report, "Lorries at")), "caption");
    CHECK(td_sample_tells(&sample.report, "Two convoys left"));
    CHECK_TEXT(sample.report.title, "Convoys leave besieged town");
    CHECK_TEXT(sample.report.outlet, "Example Post");
    CHECK_TEXT(sample.report.language, "en");
    CHECK_TEXT(sample.report.media_type, "text/html");
    if (CHECK_INTEGER(sample.report.authors.count, 1)) CHECK_TEXT(sample.report.authors.items[0], "Jane Doe");
    CHECK_INTEGER(sample.report.published.interval.from, td_day_of(2015, 5, 12));
    CHECK(td_interval_exact(sample.report.published.interval));
    CHECK_INTEGER(sample.report.published.evidence.count, 1);
}

static void test_linked_data(void) {
    CHECK_INTEGER(
        open_page(TD_VIEW(
            "<html><head><script type=\"application/ld+json\">not json</script><script type=\"application/ld+json\">"
            "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebSite\", \"name\": \"Not this\"}, "
            "{\"@type\": "
            "[\"NewsArticle\"], \"headline\": \"Convoys leave\", \"datePublished\": \"2015-05-12\", \"author\": "
            "[{\"@type\": \"Person\", "
            "\"name\": \"Jane Doe\"}, {\"name\": \"Associated Press\"}], \"publisher\": {\"name\": \"Example Post\"}}]}"
            "</script></head><body>" STORY "</body></html>")),
        TD_OK);
    CHECK_TEXT(sample.report.title, "Convoys leave");
    CHECK_TEXT(sample.report.outlet, "Example Post");
    CHECK_TEXT(sample.report.agency, "Associated Press");
    CHECK_INTEGER(sample.report.published.interval.to, td_day_of(2015, 5, 12));
    CHECK_INTEGER(sample.report.authors.count, 1);
}

/* Where the day of publication may stand; NULL for pages that do not tell it. */
static void test_days(void) {
    static const struct {
        const char *markup, *day;
    } cases[] = {
        {"<meta name=date content=20150512>", "2015-05-12"},
        {"<meta itemprop=datePublished content='Tue, 12 May 2015 10:00:00 GMT'>", "2015-05-12"},
        {"<meta name=DC.date.issued content='12.05.2015'>", "2015-05-12"},
        {"<link rel=canonical href='https://example.org/2015/05/12/convoys'>", "2015-05-12"},
        {"<time datetime='2015-05-12T01:00'>yesterday</time>", "2015-05-12"},
        {"<time class=published>12 mai 2015</time>", "2015-05-12"},
        {"<time>May 12, 2015 8:30 pm</time>", "2015-05-12"},
        {"<time>mardi 12 avril 2016</time>", "2016-04-12"},
        {"<time>2015-13-45</time>", NULL},
        {"<meta name=date content='05/06/2015'>", NULL}, /* May or June */
        {"<meta name=date content='yesterday'>", NULL},
        {"<link rel=canonical href='https://example.org/2015/convoys'>", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_arena arena;
        td_arena_init(&arena, 1 << 20);
        CHECK_INTEGER(open_page(td_arena_format(&arena, "<html><body>%s%s</body></html>", cases[i].markup, STORY)),
                      TD_OK);
        td_day day = TD_DAY_UNKNOWN;
        if (cases[i].day) td_day_parse(td_view_of(cases[i].day), &day);
        CHECK_INTEGER(sample.report.published.interval.from, day);
        td_arena_release(&arena);
    }
}

static void test_encodings(void) {
    static const td_view pages[] = {
        TD_VIEW("<meta charset=iso-8859-1><p>The caf\xE9 on the square reopened on Monday, its owner said.</p>"),
        TD_VIEW("<p>The caf\xE9 on the square reopened on Monday, its owner said.</p>"), /* says nothing */
        TD_VIEW("<meta http-equiv=content-type content='text/html; charset=koi8-r'><p>The caf\xC3\xA9 on the square "
                "reopened on Monday, its "
                "owner said.</p>"), /* says wrong */
        TD_VIEW("\xEF\xBB\xBF<p>The caf\xC3\xA9 on the square reopened on Monday, its owner said.</p>"),
        TD_VIEW("<p>The caf&eacute; on the square reopened on Monday, its owner said.</p>"),
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        CHECK_INTEGER(open_page(pages[i]), TD_OK);
        CHECK_TEXT(sample.report.text, "The caf\xC3\xA9 on the square reopened on Monday, its owner said.");
    }
    CHECK_INTEGER(
        open_page(TD_VIEW("<meta charset=koi8-r><p>\xED\xCF\xD3\xCB\xD7\xC1 \xCF\xD4\xD7\xC5\xD4\xC9\xCC\xC1.</p>")),
        TD_OK);
    CHECK_TEXT(sample.report.text, "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0 "
                                   "\xD0\xBE\xD1\x82\xD0\xB2\xD0\xB5\xD1\x82\xD0\xB8\xD0\xBB\xD0\xB0.");
    CHECK_INTEGER(open_page(TD_VIEW("<p>Nobody said &#xD800; &#0; &#x110000; or &notaname; aloud.</p>")), TD_OK);
}

static void test_blocks(void) {
    CHECK_INTEGER(
        open_page(TD_VIEW("<body>First line of a page from long ago, which has no paragraphs.<br><br>Second one, "
                          "parted from it by<br>two breaks, as was the custom then.<table><tr><td>A cell of its own, "
                          "with a sentence in it.</table></body>")),
        TD_OK);
    CHECK_TEXT(sample.report.text,
               "First line of a page from long ago, which has no paragraphs.\n\nSecond one, parted from it by two "
               "breaks, as was the custom then.\n\nA cell of its own, with a sentence in it.");
    CHECK_INTEGER(
        open_page(TD_VIEW("<div hidden><p>Hidden from all readers of this page.</p></div><svg><text>Drawn</text></svg>"
                          "<select><option>Choice</select><p>Shown to all readers of this page, as it should be.</p>")),
        TD_OK);
    CHECK_TEXT(sample.report.text, "Shown to all readers of this page, as it should be.");
}

/* `unit` repeated, then the story: the parser must neither crash nor take long, and the story must be read. */
static void check_hostile(const char *unit, size_t times, bool story_first) {
    td_buffer page;
    td_buffer_init(&page, (size_t)32 << 20);
    td_buffer_format(&page, "<html><body>%s", story_first ? STORY : "");
    for (size_t i = 0; i < times; i++) td_buffer_add_string(&page, unit);
    if (!story_first) td_buffer_add_string(&page, STORY);
    CHECK_INTEGER(td_buffer_status(&page, NULL), TD_OK);
    int status = open_page(td_buffer_view(&page));
    CHECK_INTEGER(status, TD_OK);
    if (status == TD_OK)
        CHECK(td_view_find(sample.report.text, TD_VIEW("Two convoys left the besieged town"), 0) != SIZE_MAX);
    td_buffer_release(&page);
}

static void test_hostile(void) {
    check_hostile("<div>", 200000, false);
    check_hostile("<b>", 50000, false);
    check_hostile("<p><font color=red><font size=2>", 20000, false);
    check_hostile("<b><i><p>x</b></i>", 10000, false);
    check_hostile("<ul><li>", 50000, false);
    check_hostile("<svg><g>", 50000, false);
    check_hostile("<select><template>", 50000, false);
    check_hostile("<!-- x", 100000, true);
    check_hostile("<script>", 50000, true);
    check_hostile("<p>.", 700000, true); /* more tags than are read: cut, and told */
    CHECK(td_view_find(sample.warning, TD_VIEW("too many tags"), 0) != SIZE_MAX);
    check_hostile("</div>", 100000, false);
    check_hostile("<", 500000, false);
    check_hostile("<a href='", 20000, true);
    check_hostile("<x y=\"", 20001, true);
    check_hostile("&amp;&#x41;&notin;", 100000, true);
    CHECK_INTEGER(open_page(TD_VIEW("<html><p>The brid\0ge was op\0ened on Friday, the mayor said.</p>")), TD_OK);
    CHECK_TEXT(sample.report.text, "The bridge was opened on Friday, the mayor said.");
}

/* Every beginning of a page is read or refused, and never more. */
static void test_cut_off(void) {
    static const char page[] =
        "<!DOCTYPE html><html lang=en><head><meta charset=\"utf-8\"><title>A &amp; B</title><script "
        "type=\"application/ld+json\">{\"@type\":\"Article\"}</script></head><body class='x y'><!-- c --><svg>"
        "<path/></svg><p id=a>The caf\xC3\xA9&nbsp;was shut.<br/>So it stays.</p></body></html>";
    bool sound = true;
    for (size_t size = 0; size < sizeof page; size++) {
        char *copy = malloc(size + 1); /* of exactly that size, so that a step beyond is seen */
        if (!copy) continue;
        memcpy(copy, page, size);
        char *exact = realloc(copy, size > 0 ? size : 1);
        int status = open_page((td_view){exact, size});
        if (status != TD_OK && status != TD_ERROR_INPUT) sound = false;
        free(exact);
    }
    CHECK(sound);
}

int main(void) {
    td_sample_open(&sample, "none", TD_VIEW(""));
    test_page();
    test_linked_data();
    test_days();
    test_encodings();
    test_blocks();
    test_hostile();
    test_cut_off();
    td_sample_close(&sample);
    return td_test_finish();
}
