/* The record depends on the set of reports alone: a property test over random orders. Also what repeats without
 * meaning. */

#include <stdio.h>

#include "base/buffer.h"
#include "harness.h"
#include "model/json.h"
#include "model/record_json.h"
#include "resolve/resolve.h"
#include "small_report.h"

static td_arena arena;

#define REPORTS 36
#define ORDERS 6

/* xorshift64* (Vigna 2016). */
static uint64_t state = 0x2545F4914F6CDD1D;
static uint32_t draw(uint32_t below) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * 0x2545F4914F6CDD1D) >> 33) % below;
}

static const char *const towns[] = {"Besh", "Karum", "Orsa", "Qamra", "Tolen", "Varda"};
static const char *const forces[] = {"Northern Guard", "River Brigade", "Veldania"};
static const char *const scenes[] = {
    "Planes bombed the market of %s while %s watched from the ridge and %u people died near the grain store\n",
    "A truce signed for %s by %s failed within hours and %u people were killed along the canal road\n",
    "Convoys bound for %s were stopped by %s who killed %u people before the envoy could reach the bridge\n",
    "Shells fell on %s at dawn, fired by %s from two hills, leaving %u people dead in the upper quarter\n"};
static const char *const triggers[] = {"bombed", "failed", "killed", "fell"};

static td_report make_report(uint32_t number) {
    uint32_t scene = draw(4), town = draw(6), force = draw(3), dead = 3 + draw(40);
    char text[600], sentence[300], day[11], id[16], figure[24];
    snprintf(sentence, sizeof sentence, scenes[scene], towns[town], forces[force], dead);
    snprintf(text, sizeof text, "%sThe governor of %s hopes this will raise the trust of all sides in the peace\n",
             sentence, towns[draw(6)]);
    snprintf(id, sizeof id, "r%02u", number);
    td_day_format(small_day("2014-03-01") + (td_day)draw(200), day);
    bool dated = draw(5) != 0;
    td_report report = small_report(&arena, td_arena_copy(&arena, td_view_of(id)).bytes, dated ? day : NULL,
                                    td_arena_copy(&arena, td_view_of(text)).bytes);
    td_index place = small_entity(&report, &arena, TD_ENTITY_PLACE, towns[town], "AA");
    td_index actor = small_entity(&report, &arena, TD_ENTITY_ORGANISATION, forces[force], "");
    td_event *event = small_event(&report, &arena, triggers[scene], TD_EVENT_ASSAULT, "", dated ? day : NULL);
    event->place = place;
    event->modality = draw(4) ? TD_MODALITY_HAPPENED : TD_MODALITY_DENIED;
    small_actor(event, &arena, actor);
    snprintf(figure, sizeof figure, "%u people", dead);
    small_figure(&report, &arena, td_arena_copy(&arena, td_view_of(figure)).bytes, dead, TD_FIGURE_KILLED);
    *td_push(&arena, &event->figures) = 0;
    small_quote(&report, &arena, "this will raise the trust of all sides in the peace", actor);
    return report;
}

static td_span same_span(void *context, td_index report, td_span span) {
    (void)context;
    (void)report;
    return span;
}

static td_view write_record(const td_record *record, const td_outline *outlines, uint32_t count) {
    td_view *ids = TD_NEW_ARRAY(&arena, count, td_view);
    for (uint32_t at = 0; at < count; at++) ids[at] = outlines[at].report;
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 24);
    td_json json;
    td_json_init(&json, &buffer);
    td_json_object_open(&json);
    td_decision_array decisions = {0};
    td_record_write_json(&json, record, ids, &decisions, (td_span_converter){NULL, same_span});
    td_json_object_close(&json);
    td_view written = td_arena_copy(&arena, td_buffer_view(&buffer));
    td_buffer_release(&buffer);
    return written;
}

static void test_any_order(void) {
    td_report reports[REPORTS];
    for (uint32_t at = 0; at < REPORTS; at++) reports[at] = make_report(at);
    td_view first = TD_VIEW_ABSENT;
    for (int order = 0; order < ORDERS; order++) {
        td_outline *outlines;
        td_record *record = small_record(&arena, reports, REPORTS, &outlines);
        td_view written = write_record(record, outlines, REPORTS);
        if (order == 0) {
            first = written;
            CHECK(record->stories.count > 1);
            CHECK(record->events.count > 1);
            CHECK(record->conflicts.count > 0);
        } else {
            CHECK(td_view_equal(first, written));
        }
        for (uint32_t at = REPORTS - 1; at > 0; at--) {
            uint32_t other = draw(at + 1);
            td_report swap = reports[at];
            reports[at] = reports[other];
            reports[other] = swap;
        }
    }
}

/* Notices that an outlet prints below everything bind nothing together. */
static void test_formulas(void) {
#define NOTICE                                                                                                    \
    "Readers with photographs or knowledge of any incident may write to the desk of the Harbour Courier at Quay " \
    "Street\n"                                                                                                    \
    "Subscribers of the Harbour Courier receive the evening letter of the desk with tides, ferries and market "   \
    "prices\n"
    td_report reports[] = {
        small_report(&arena, "r1", "2001-01-05", "Ferries stood still at Orsa as the strike of pilots began\n" NOTICE),
        small_report(&arena, "r2", "2001-05-09", "A baker of Tolen won the prize for rye bread\n" NOTICE),
        small_report(&arena, "r3", "2001-05-11", "Storm waves broke the lighthouse stairs at Varda point\n" NOTICE),
        small_report(&arena, "r4", "2001-09-14",
                     "Parliament debated the tax on imported timber until midnight\n" NOTICE),
    };
    td_record *record = small_record(&arena, reports, 4, NULL);
    CHECK_INTEGER(record->stories.count, 4);
    CHECK_INTEGER(record->copies.count, 0);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    test_any_order();
    test_formulas();
    td_arena_release(&arena);
    return td_test_finish();
}
