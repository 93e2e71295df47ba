/* JSON lines and arrays. */

#include "harness.h"
#include "samples.h"

static void test_lines(void) {
    td_sample sample;
    td_sample_open(
        &sample, "export.jsonl",
        TD_VIEW(
            "{\"text\": \"Two buses left the town.\", \"title\": \"Buses leave\", \"url\": \"https://example.org/1\", "
            "\"published\": \"2016-12-15\", \"outlet\": \"Example Post\", \"authors\": [\"Jane Doe\", {\"name\": "
            "\"John Roe\"}], "
            "\"language\": \"en-GB\"}\n"
            "\n"
            "{\"text\": \"cut off\n"
            "{\"title\": \"No text here\"}\n"
            "[1, 2]\n"
            "{\"TEXT\": \"  Kept as it is.  \"}"));
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_TEXT(sample.report.text, "Two buses left the town.");
    CHECK_TEXT(sample.report.title, "Buses leave");
    CHECK_TEXT(sample.report.source, "https://example.org/1");
    CHECK_TEXT(sample.report.outlet, "Example Post");
    CHECK_TEXT(sample.report.language, "en");
    CHECK_INTEGER(sample.report.authors.count, 2);
    CHECK_TEXT(sample.report.authors.items[1], "John Roe");
    CHECK_INTEGER(sample.report.published.interval.from, td_day_of(2016, 12, 15));
    CHECK(td_interval_exact(sample.report.published.interval));
    CHECK_INTEGER(sample.report.published.origin, TD_PUBLISHED_METADATA);
    CHECK_INTEGER(sample.report.published.evidence.count, 1);

    CHECK_INTEGER(td_sample_next(&sample), TD_ERROR_INPUT);
    CHECK(strstr(sample.error.message, "export.jsonl: line 3: ") != NULL);
    CHECK_INTEGER(td_sample_next(&sample), TD_ERROR_INPUT);
    CHECK(strstr(sample.error.message, "line 4: has no text") != NULL);
    CHECK_INTEGER(td_sample_next(&sample), TD_ERROR_INPUT);
    CHECK(strstr(sample.error.message, "line 5: ") != NULL);
    CHECK_INTEGER(td_sample_next(&sample), TD_OK); /* the bad lines stop nothing */
    CHECK_TEXT(sample.report.text, "  Kept as it is.  ");
    CHECK_TEXT(sample.report.source, "export.jsonl:6");
    CHECK_INTEGER(td_sample_next(&sample), TD_END);
    td_sample_close(&sample);
}

/* What other programs' exports call their fields. */
static void test_exports(void) {
    static const struct {
        td_view bytes;
        const char *outlet, *author;
        int32_t year, month, day;
    } cases[] = {
        {TD_VIEW(
             "{\"maintext\": \"A.\", \"date_publish\": \"2017-01-06 10:00:00\", \"source_domain\": \"news.example\", "
             "\"authors\": [\"Ann Lee\"]}"),
         "news.example", "Ann Lee", 2017, 1, 6},
        {TD_VIEW("{\"content\": \"A.\", \"publishedAt\": \"2017-01-06T23:30:00Z\", \"source\": {\"id\": null, "
                 "\"name\": \"The Example\"}, "
                 "\"author\": \"By Ann Lee, Reuters\"}"),
         "The Example", "Ann Lee", 2017, 1, 6},
        {TD_VIEW("{\"body\": \"A.\", \"dateTime\": \"2017-01-06T01:00:00Z\", \"source\": {\"title\": \"Example\"}, "
                 "\"authors\": [{\"name\": \"Ann Lee\"}]}"),
         "Example", "Ann Lee", 2017, 1, 6},
        {TD_VIEW("{\"text\": \"A.\", \"timestamp\": 1483700000, \"sitename\": \"Example\", \"author\": \"Ann Lee\"}"),
         "Example", "Ann Lee", 2017, 1, 6},
        {TD_VIEW("{\"text\": \"A.\", \"date\": 1483700000000, \"source\": \"Example\", \"byline\": \"Ann Lee\"}"),
         "Example", "Ann Lee", 2017, 1, 6},
        {TD_VIEW("{\"report\": {\"text\": \"A.\", \"published\": {\"from\": \"2017-01-06\", \"to\": \"2017-01-06\"}, "
                 "\"outlet\": \"Example\", \"authors\": [\"Ann Lee\"]}}"),
         "Example", "Ann Lee", 2017, 1, 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_sample sample;
        td_sample_open(&sample, "x.jsonl", cases[i].bytes);
        CHECK_INTEGER(td_sample_next(&sample), TD_OK);
        CHECK_TEXT(sample.report.text, "A.");
        CHECK_TEXT(sample.report.outlet, cases[i].outlet);
        if (CHECK_INTEGER(sample.report.authors.count, 1)) CHECK_TEXT(sample.report.authors.items[0], cases[i].author);
        CHECK_INTEGER(sample.report.published.interval.from, td_day_of(cases[i].year, cases[i].month, cases[i].day));
        td_sample_close(&sample);
    }
}

static void test_values(void) {
    td_sample sample;
    td_sample_open(&sample, "all.json",
                   TD_VIEW("[\n  {\"id\": \"first\",\n   \"text\": \"One } \\\" bracket.\"},\n  {\"text\": "
                           "\"Two.\"},\n  {\"text\": \"open\n"));
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_TEXT(sample.report.text, "One } \" bracket.");
    CHECK_TEXT(sample.report.source, "first");
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_TEXT(sample.report.text, "Two.");
    CHECK_TEXT(sample.report.source, "all.json:2");
    CHECK_INTEGER(td_sample_next(&sample), TD_ERROR_INPUT);
    CHECK(strstr(sample.error.message, "record 3") != NULL);
    CHECK_INTEGER(td_sample_next(&sample), TD_END);
    td_sample_close(&sample);
}

static void test_contents(void) {
    td_sample sample;
    td_sample_open(&sample, "x.jsonl",
                   TD_VIEW("\xEF\xBB\xBF{\"text\": \"<p>Guards closed the northern gate on Monday, a spokesman "
                           "said.</p><p>It will stay closed "
                           "until the end of the week, he added.</p>\", \"title\": \"Gate closed\"}\r\n"
                           "{\"text\": \"bad \xFF byte\"}\r\n"));
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK(td_view_find(sample.report.text, TD_VIEW("<p>"), 0) ==
          SIZE_MAX); /* a page's markup in the field is read as such */
    CHECK(td_sample_tells(&sample.report, "Guards closed the northern gate"));
    CHECK_TEXT(sample.report.title, "Gate closed");
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_TEXT(sample.report.text, "bad \xEF\xBF\xBD byte");
    CHECK(td_view_present(sample.warning));
    CHECK_INTEGER(td_sample_next(&sample), TD_END);
    td_sample_close(&sample);
}

int main(void) {
    test_lines();
    test_exports();
    test_values();
    test_contents();
    return td_test_finish();
}
