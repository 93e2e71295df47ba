/* Reading back what views wrote as JSON. */

#include "json_reading.h"

#include "base/utf8.h"
#include "harness.h"

const td_json_value *json_of(td_view text, td_arena *arena) {
    const td_json_value *root = NULL;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_json_parse(td_view_trim(text), arena, &root, &error), 0);
    return root;
}

static td_index report_of(const small_store *store, td_view id) {
    td_index at = 0;
    while (at < SMALL_REPORTS && !td_view_equal(store->ids[at], id)) at++;
    return at;
}

uint32_t json_check_evidence(const small_store *store, const td_json_value *value) {
    uint32_t found = 0;
    int64_t start, end;
    td_view id = td_json_string_of(td_json_member(value, TD_VIEW("report")));
    bool spans = td_json_integer_of(td_json_member(value, TD_VIEW("start")), &start) &&
                 td_json_integer_of(td_json_member(value, TD_VIEW("end")), &end);
    if (id.size && spans) {
        td_index report = report_of(store, id);
        CHECK(report < SMALL_REPORTS);
        if (report < SMALL_REPORTS) CHECK(start < end && end <= (int64_t)td_utf8_count(store->reports[report].text));
        found++;
    }
    if (!value || (value->type != TD_JSON_ARRAY && value->type != TD_JSON_OBJECT)) return found;
    for (const td_json_value *part = value->first; part; part = part->next) found += json_check_evidence(store, part);
    return found;
}

const td_json_value *json_item(const td_json_value *list, uint32_t at) {
    const td_json_value *item = list ? list->first : NULL;
    while (item && at-- > 0) item = item->next;
    return item;
}
