/* A report as JSON and back: nothing is lost, offsets are code points, damage is named and never crashes. */

#include <stdio.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "full_report.h"
#include "harness.h"
#include "model/json_read.h"
#include "model/report_json.h"

static td_arena arena;

static td_view written(const td_report *report, const td_report_json_options *options) {
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 1 << 24);
    td_json_init(&json, &buffer);
    td_report_write_json(&json, report, options, &arena);
    td_view copy = td_arena_copy(&arena, td_buffer_view(&buffer));
    CHECK_INTEGER(td_buffer_status(&buffer, NULL), 0);
    td_buffer_release(&buffer);
    return copy;
}

static const td_json_value *parsed(td_view json) {
    const td_json_value *root = NULL;
    td_error error = TD_ERROR_INIT;
    if (!CHECK(td_json_parse(json, &arena, &root, &error) == 0)) printf("# %s\n", error.message);
    return root;
}

static const td_json_value *at(const td_json_value *value, const char *key, uint32_t index) {
    const td_json_value *item = td_json_member(value, td_view_of(key));
    if (item && item->type == TD_JSON_ARRAY)
        for (item = item->first; item && index > 0; index--) item = item->next;
    return item;
}

static void test_round_trip(void) {
    td_report report = full_report(&arena, 1), again = {0};
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_report_check(&report, &error), 0);
    td_view first = written(&report, &(td_report_json_options){0});
    if (!CHECK(td_report_read_json(first, &arena, &again, &error) == 0)) printf("# %s\n", error.message);
    td_view second = written(&again, &(td_report_json_options){0});
    CHECK(td_view_equal(first, second));
    CHECK(td_view_equal(again.text, report.text));
    CHECK_INTEGER(again.events.items[0].trigger.start, report.events.items[0].trigger.start);
    CHECK_INTEGER(again.entities.items[1].place.latitude == -59.274, 1);
    CHECK_INTEGER(again.mentions.items[2].group.count, 2);
    CHECK_INTEGER(again.happenings.count, 1);
    CHECK_INTEGER(again.events.count, report.events.count);
    CHECK_INTEGER(again.happenings.items[0].type, TD_EVENT_COUNT);
    CHECK_INTEGER(again.happenings.items[0].trigger.end, report.happenings.items[0].trigger.end);
    CHECK(!td_span_present(again.published.evidence.items[1].span));
}

static void test_null_byte(void) {
    td_report report = {.published.interval = TD_INTERVAL_OPEN, .text = TD_VIEW("before\0after")}, again = {0};
    td_view json = written(&report, &(td_report_json_options){0});
    CHECK_INTEGER(td_report_read_json(json, &arena, &again, NULL), 0);
    CHECK(td_view_equal(again.text, report.text));
}

/* Offsets in JSON, cut out of the text's code points, give the words. */
static void check_words(const td_report *report, const td_json_value *object, const char *words) {
    int64_t start = -1, end = -1;
    CHECK(td_json_integer_of(td_json_member(object, TD_VIEW("start")), &start));
    CHECK(td_json_integer_of(td_json_member(object, TD_VIEW("end")), &end));
    size_t bytes = 0, length, from = 0, to = 0;
    for (int64_t point = 0; point <= end; point++) {
        if (point == start) from = bytes;
        if (point == end) to = bytes;
        if (bytes >= report->text.size) break;
        td_utf8_decode(report->text, bytes, &length);
        bytes += length;
    }
    CHECK_TEXT(td_view_slice(report->text, from, to), words);
}

static void test_code_points(void) {
    td_report report = full_report(&arena, 1);
    const td_json_value *root = parsed(written(&report, &(td_report_json_options){.tokens = true}));
    check_words(&report, at(root, "mentions", 1), "Öreby");
    check_words(&report, at(root, "mentions", 3), "Nobody"); /* behind a character of four bytes */
    check_words(&report, td_json_member(at(root, "events", 1), TD_VIEW("trigger")), "denied");
    check_words(&report, at(root, "boilerplate", 0), "Convoy reaches the città");
    const td_json_value *tokens = at(root, "tokens", 1);
    CHECK_INTEGER(tokens->count, 2);
    CHECK_TEXT(td_json_string_of(td_json_member(tokens->first, TD_VIEW("lemma"))), "envoy");
    CHECK_TEXT(td_json_string_of(td_json_member(tokens->first->next, TD_VIEW("feats"))),
               "Tense=Past|VerbForm=Fin,Part");
}

static void test_keys(void) {
    td_report report = full_report(&arena, 1);
    const td_json_value *root = parsed(written(&report, &(td_report_json_options){0}));
    CHECK(td_json_member(root, TD_VIEW("tokens")) == NULL);
    const td_json_value *event = at(root, "events", 0), *denial = at(root, "events", 1);
    CHECK_TEXT(td_json_string_of(td_json_member(event, TD_VIEW("id"))), "v1");
    CHECK_TEXT(td_json_string_of(at(event, "actors", 1)), "e3");
    CHECK_TEXT(td_json_string_of(td_json_member(event, TD_VIEW("quote"))), "q1");
    CHECK_TEXT(td_json_string_of(at(event, "figures", 0)), "f1");
    CHECK_TEXT(td_json_string_of(at(event, "ledgers", 1)), "statements");
    CHECK_INTEGER(td_json_member(denial, TD_VIEW("source"))->type, TD_JSON_NULL);
    CHECK_INTEGER(td_json_member(denial, TD_VIEW("mode"))->type, TD_JSON_NULL);
    const td_json_value *figure = at(root, "figures", 0);
    CHECK_INTEGER(td_json_member(figure, TD_VIEW("value"))->type, TD_JSON_NULL);
    CHECK_TEXT(td_json_member(figure, TD_VIEW("low"))->text, "40");
    CHECK_INTEGER(td_json_member(at(root, "entities", 0), TD_VIEW("place"))->type, TD_JSON_NULL);
    CHECK_INTEGER(td_json_member(at(root, "mentions", 2), TD_VIEW("entity"))->count, 2);
}

static void test_store_identifiers(void) {
    td_report report = full_report(&arena, 1);
    td_view ids[] = {TD_VIEW("n1"), TD_VIEW_ABSENT, TD_VIEW("n3")};
    const td_json_value *root =
        parsed(written(&report, &(td_report_json_options){.entity_ids = ids, .origin = TD_VIEW("r0")}));
    CHECK_TEXT(td_json_string_of(td_json_member(at(root, "report", 0), TD_VIEW("origin"))), "r0");
    CHECK_TEXT(td_json_string_of(td_json_member(at(root, "entities", 0), TD_VIEW("id"))), "n1");
    CHECK_TEXT(td_json_string_of(td_json_member(at(root, "entities", 1), TD_VIEW("id"))), "e2");
    CHECK_TEXT(td_json_string_of(at(at(root, "events", 0), "targets", 0)), "n3");
}

/* One field made wrong: refused, and the message names where. */
static void check_refused(td_view json, const char *from, const char *to, const char *named) {
    td_error error = TD_ERROR_INIT;
    td_report again;
    size_t place = td_view_find(json, td_view_of(from), 0);
    if (!CHECK(place != SIZE_MAX)) return;
    td_view broken = td_arena_format(&arena, "%.*s%s%.*s", (int)place, json.bytes, to,
                                     (int)(json.size - place - strlen(from)), json.bytes + place + strlen(from));
    CHECK_INTEGER(td_report_read_json(broken, &arena, &again, &error), TD_ERROR_INPUT);
    if (!CHECK(strstr(error.message, named) != NULL)) printf("# %s\n", error.message);
}

static void test_refused(void) {
    td_report report = full_report(&arena, 1);
    td_view json = written(&report, &(td_report_json_options){0});
    check_refused(json, "\"form\":\"name\"", "\"form\":\"nickname\"", "mentions 1, field \"form\"");
    check_refused(json, "\"unit\":", "\"units\":", "figures 1, field \"unit\"");
    check_refused(json, "\"place_from\":\"e2\"", "\"place_from\":\"e9\"", "events 1, field \"place_from\"");
    check_refused(json, "\"sentence\":1", "\"sentence\":3", "events 1, field \"sentence\"");
    check_refused(json, "\"low\":40", "\"low\":\"40\"", "figures 1, field \"low\"");
    check_refused(json, "\"from\":\"2014-05-03\"", "\"from\":\"May 3\"", "field \"from\"");
    check_refused(json, "\"body\":false", "\"body\":0", "sentences 1, field \"body\"");
    check_refused(json, "\"boilerplate\":[{\"start\":0", "\"boilerplate\":[{\"start\":9000", "boilerplate 1");
    check_refused(json, "\"sentences\":[", "\"sentences\":[0,", "sentences 1");
}

/* Bytes changed, cut and doubled at places chosen by a fixed sequence: an error or a report that holds its promises. */
static void test_damage(void) {
    td_report report = full_report(&arena, 1);
    td_view json = written(&report, &(td_report_json_options){0});
    td_arena scratch;
    td_arena_init(&scratch, 1 << 26);
    unsigned refused = 0;
    for (uint64_t round = 0; round < 20000; round++) {
        td_arena_reset(&scratch);
        td_view copy = td_arena_copy(&scratch, json);
        for (uint64_t change = 0; change <= round % 3; change++) {
            uint64_t random = td_hash_mix(round, change);
            ((char *)copy.bytes)[random % copy.size] = "{}[]\",:0e\\-n\x80 "[(random >> 32) % 14];
            if (random >> 60 == 0) copy.size = random % copy.size + 1;
        }
        td_report again;
        int status = td_report_read_json(copy, &scratch, &again, NULL);
        if (status < 0)
            refused++;
        else if (td_report_check(&again, NULL) != 0)
            td_test_check(false, __FILE__, __LINE__, "a damaged report was let through");
    }
    CHECK(refused > 15000);
    td_arena_release(&scratch);
}

int main(void) {
    td_arena_init(&arena, 1 << 28);
    test_round_trip();
    test_null_byte();
    test_code_points();
    test_keys();
    test_store_identifiers();
    test_refused();
    test_damage();
    td_arena_release(&arena);
    return td_test_finish();
}
