/* The record: entities by any of their keys, and the record as JSON, read back by a parser. */

#include <stdio.h>

#include "harness.h"
#include "model/json_read.h"
#include "model/record_json.h"
#include "small_record.h"

static td_arena arena;

static void test_entities(void) {
    td_record record = small_record(&arena), empty = {0};
    CHECK_TEXT(td_record_entity(&record, 10)->id, "n000000000000000a");
    CHECK_TEXT(td_record_entity(&record, UINT64_MAX - 1)->id, "n0000000000000014");
    CHECK(td_record_entity(&record, 11) == NULL);
    CHECK(td_record_entity(&record, 0) == NULL);
    CHECK(td_record_entity(&empty, 10) == NULL);
}

/* Each character of the three reports stands for two bytes. */
static td_span halve(void *context, td_index report, td_span span) {
    (void)context, (void)report;
    return (td_span){span.start / 2, span.end / 2};
}

static const td_json_value *root;

/* The value at a path of member names and item numbers parted by '/'. */
static td_view at(const char *path) {
    const td_json_value *value = root;
    td_view rest = td_view_of(path), part;
    while (value && td_view_split(&rest, '/', &part)) {
        int64_t index;
        if (!td_view_to_integer(part, &index)) {
            value = td_json_member(value, part);
            continue;
        }
        for (value = value->first; value && index > 0; index--) value = value->next;
    }
    if (!value) return TD_VIEW("missing");
    if (value->type == TD_JSON_NULL) return TD_VIEW("null");
    if (value->type == TD_JSON_FLAG) return value->flag ? TD_VIEW("true") : TD_VIEW("false");
    if (value->type == TD_JSON_ARRAY || value->type == TD_JSON_OBJECT)
        return td_arena_format(&arena, "%u members", value->count);
    return value->text;
}

static void write_record(void) {
    td_record record = small_record(&arena);
    *td_push(&arena, &record.entities.items[0].mentions) = (td_entity_mention){.report = 1, .mention = 4};
    td_view ids[] = {TD_VIEW("ra"), TD_VIEW("rb"), TD_VIEW("rc")};
    td_decision_array decisions = {0};
    *td_push(&arena, &decisions) = (td_decision){.number = 3,
                                                 .kind = TD_VIEW("merge"),
                                                 .subject = TD_VIEW("v1"),
                                                 .who = TD_VIEW("ann"),
                                                 .made_at = TD_VIEW("2015-01-01")};
    td_buffer buffer;
    td_json json;
    td_buffer_init(&buffer, 1 << 20);
    td_json_init(&json, &buffer);
    td_json_object_open(&json);
    td_record_write_json(&json, &record, ids, &decisions, (td_span_converter){.to_points = halve});
    td_json_object_close(&json);
    td_error error = TD_ERROR_INIT;
    if (!CHECK(td_json_parse(td_arena_copy(&arena, td_buffer_view(&buffer)), &arena, &root, &error) == 0))
        printf("# %s\n", error.message);
    td_buffer_release(&buffer);
}

static void test_json(void) {
    static const struct {
        const char *path, *value;
    } expected[] = {
        {"entities/1/id", "n0000000000000014"},
        {"entities/1/kind", "place"},
        {"entities/1/country", "SE"},
        {"entities/0/country", "null"},
        {"entities/1/reports/1", "rc"},
        {"entities/0/mentions/0/report", "rb"},
        {"entities/0/mentions/0/mention", "m5"},
        {"entities/1/mentions", "0 members"},
        {"stories/0/title", "null"},
        {"stories/1/interval/from", "2014-05-04"},
        {"stories/1/reports/0", "rb"},
        {"events/0/type", "RETREAT"},
        {"events/0/mode", "withdraw"},
        {"events/0/place", "n0000000000000014"},
        {"events/1/place", "null"},
        {"events/0/participants/1/role", "object"},
        {"events/0/participants/1/entity", "n000000000000001e"},
        {"events/0/modality", "happened"},
        {"events/0/history/0/start", "2"},
        {"events/0/history/0/report", "ra"},
        {"events/0/members/0/why", "null"},
        {"events/0/members/1/event", "v5"},
        {"events/0/members/1/why", "same day, same town"},
        {"events/0/origins", "2"},
        {"events/0/not_same_as/0/event", "v0000000000000008"},
        {"events/0/not_same_as/0/why", "one is denied"},
        {"events/1/negated", "true"},
        {"events/0/story", "s0000000000000002"},
        {"events/1/story", "null"},
        {"events/0/ledgers/1", "toll"},
        {"copies/0/reports/1", "rc"},
        {"copies/0/kind", "excerpt"},
        {"copies/0/b/end", "24"},
        {"copies/0/origin", "ra"},
        {"mixed/0/report", "rc"},
        {"mixed/0/stories/0", "s0000000000000002"},
        {"mixed/0/sentences/0/start", "5"},
        {"mixed/0/sentences/0/story", "s0000000000000001"},
        {"mixed/0/confidence", "0.875"},
        {"recycled/0/first/report", "rb"},
        {"recycled/0/claimed/to", "2014-05-04"},
        {"recycled/0/end", "4"},
        {"recycled/0/speaker", "n000000000000000a"},
        {"conflicts/0/kind", "figure"},
        {"conflicts/0/claims/1/value", "at least 30"},
        {"conflicts/0/claims/1/attribution", "null"},
        {"conflicts/0/compatible", "true"},
        {"conflicts/0/event", "v0000000000000007"},
        {"ledgers/forces/0/force", "trucks"},
        {"ledgers/forces/0/event", "v0000000000000007"},
        {"ledgers/forces/0/evidence", "2 members"},
        {"ledgers/toll/0/value", "2.5"},
        {"ledgers/toll/0/high", "null"},
        {"ledgers/toll/0/cumulative", "true"},
        {"ledgers/toll/0/status", "disputed"},
        {"ledgers/toll/0/event", "null"},
        {"ledgers/talks", "0 members"},
        {"decisions/0/number", "3"},
        {"decisions/0/kind", "merge"},
        {"decisions/0/why", "null"},
    };
    write_record();
    for (size_t k = 0; k < sizeof expected / sizeof *expected; k++) {
        if (!CHECK_TEXT(at(expected[k].path), expected[k].value)) printf("# %s\n", expected[k].path);
    }
    CHECK_INTEGER(root->count, 9);
}

int main(void) {
    td_arena_init(&arena, 1 << 26);
    test_entities();
    test_json();
    td_arena_release(&arena);
    return td_test_finish();
}
