/* What arrives: kinds of input, encodings, refusals, limits. */

#include "harness.h"
#include "samples.h"

#include <stdlib.h>

static bool mentions(const td_sample *sample, const char *words) {
    return strstr(sample->error.message, words) != NULL;
}

static void test_plain(void) {
    td_sample sample;
    td_view text = TD_VIEW("\n  Lorries crossed the bridge on Friday.  \r\n\r\nNobody was hurt, officials said.\n\n");
    td_sample_open(&sample, "folder/bridge.txt", text);
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK(td_view_equal(sample.report.text, text)); /* unaltered, to the last space */
    CHECK_TEXT(sample.report.source, "folder/bridge.txt");
    CHECK_TEXT(sample.report.media_type, "text/plain");
    CHECK_TEXT(sample.report.language, "en");
    CHECK_INTEGER(sample.report.digest.size, 32);
    CHECK(sample.report.id.size == 17 && sample.report.id.bytes[0] == 'r');
    CHECK(!td_view_present(sample.report.title));
    CHECK(!td_view_present(sample.warning));
    CHECK(!td_interval_known(sample.report.published.interval));
    CHECK_INTEGER(td_sample_next(&sample), TD_END);
    CHECK_INTEGER(td_sample_next(&sample), TD_END);
    td_sample_close(&sample);
}

static void test_invalid_utf8(void) {
    td_sample sample;
    td_sample_open(&sample, "odd.txt", TD_VIEW("The post at Caf\xE9 was closed.\xFF\n"));
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_TEXT(sample.report.text, "The post at Caf\xEF\xBF\xBD was closed.\xEF\xBF\xBD\n");
    CHECK(td_view_find(sample.warning, TD_VIEW("odd.txt"), 0) == 0);
    CHECK(td_view_find(sample.warning, TD_VIEW("byte 15;"), 0) != SIZE_MAX);
    td_sample_close(&sample);
}

static void test_wide(void) {
    td_sample sample;
    td_sample_open(&sample, "wide.txt",
                   TD_VIEW("\xFF\xFE"
                           "G\0o\0 \0\x4A\x26.\0"));
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_TEXT(sample.report.text, "Go \xE2\x99\x8A.");
    td_sample_close(&sample);
}

static void test_refusals(void) {
    static const struct {
        const char *name;
        td_view bytes;
        const char *what, *advice;
    } cases[] = {
        {"none.txt", TD_VIEW(""), "is empty", "nothing to read"},
        {"blank.txt", TD_VIEW(" \n\t\r\n"), "white space", "nothing to read"},
        {"mark.txt", TD_VIEW("\xEF\xBB\xBF \n"), "white space", "nothing to read"},
        {"zero.txt", TD_VIEW("The road\0was open."), "byte 8 is zero", "give plain text"},
        {"noise.bin",
         TD_VIEW("ab\x01\x02\x03\x04\x05\x06"
                 "cd"),
         "control characters", "give plain text"},
        {"paper.txt", TD_VIEW("%PDF-1.7 the rest"), "PDF", "pdftotext"},
        {"page.html.gz", TD_VIEW("\x1F\x8B\x08\x00 rest"), "gzip", "decompress"},
        {"feed.xml", TD_VIEW("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"></rss>"), "feed", "pages"},
        {"empty.html", TD_VIEW("<html><body><script>var a = 1;</script></body></html>"), "without text",
         "nothing to read"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_sample sample;
        td_sample_open(&sample, cases[i].name, cases[i].bytes);
        CHECK_INTEGER(td_sample_next(&sample), TD_ERROR_INPUT);
        CHECK(strncmp(sample.error.message, cases[i].name, strlen(cases[i].name)) == 0);
        CHECK(mentions(&sample, cases[i].what));
        CHECK(mentions(&sample, cases[i].advice));
        CHECK_INTEGER(td_sample_next(&sample), TD_END);
        td_sample_close(&sample);
    }
}

static void test_limit(void) {
    size_t size = TD_INTAKE_TEXT_LIMIT + 1;
    char *bytes = malloc(size);
    if (!CHECK(bytes != NULL)) return;
    memset(bytes, 'x', size);
    td_sample sample;
    td_sample_open(&sample, "long.txt", (td_view){bytes, size});
    CHECK_INTEGER(td_sample_next(&sample), TD_ERROR_LIMIT);
    CHECK(mentions(&sample, "long.txt") && mentions(&sample, "16777217 bytes") && mentions(&sample, "split it"));
    CHECK_INTEGER(td_sample_next(&sample), TD_END);
    td_sample_close(&sample);
    td_sample_open(&sample, "fits.txt", (td_view){bytes, size - 1}); /* one line of 16 MiB, no space in it */
    CHECK_INTEGER(td_sample_next(&sample), TD_OK);
    CHECK_INTEGER(sample.report.text.size, size - 1);
    td_sample_close(&sample);
    free(bytes);
}

static void test_kinds(void) {
    static const struct {
        const char *name;
        td_view bytes;
        const char *media_type;
    } cases[] = {
        {"a.txt", TD_VIEW("<!DOCTYPE html><title>x</title><p>The border post was opened again.</p>"), "text/html"},
        {"a", TD_VIEW("\n<!-- saved --><p>The border post was opened again.</p>"), "text/html"},
        {"a.htm", TD_VIEW("Posts <b>opened</b> again on Friday morning."), "text/html"},
        {"a.txt", TD_VIEW("<unknown> fighters opened fire."), "text/plain"},
        {"a.html", TD_VIEW("a < b, the engineers wrote."), "text/plain"},
        {"a.txt", TD_VIEW("{\"text\": \"The border post was opened.\"}"), "application/jsonl"},
        {"a.json", TD_VIEW("[\n {\"text\": \"The border post was opened.\"}\n]"), "application/json"},
        {"a.txt", TD_VIEW("[Editor's note] The border post was opened."), "text/plain"},
        {"a.txt", TD_VIEW("{updated} The border post was opened."), "text/plain"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_sample sample;
        td_sample_open(&sample, cases[i].name, cases[i].bytes);
        CHECK_INTEGER(td_sample_next(&sample), TD_OK);
        CHECK_TEXT(sample.report.media_type, cases[i].media_type);
        td_sample_close(&sample);
    }
}

static void test_names(void) {
    td_sample one, two;
    td_view text = TD_VIEW("The envoy flew home on Sunday.");
    td_sample_open(&one, "here/a.txt", text);
    td_sample_open(&two, "there/below/a.txt", text);
    CHECK_INTEGER(td_sample_next(&one), TD_OK);
    CHECK_INTEGER(td_sample_next(&two), TD_OK);
    CHECK(td_view_equal(one.report.id, two.report.id)); /* wherever its folder lies */
    td_sample_close(&one);
    td_sample_close(&two);
    td_sample_open(&one, "caf\xE9.txt", text); /* a name that is no UTF-8 */
    CHECK_INTEGER(td_sample_next(&one), TD_OK);
    CHECK_TEXT(one.report.source, "caf\xEF\xBF\xBD.txt");
    td_sample_close(&one);
}

int main(void) {
    test_plain();
    test_invalid_utf8();
    test_wide();
    test_refusals();
    test_limit();
    test_kinds();
    test_names();
    return td_test_finish();
}
