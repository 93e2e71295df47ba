/* Days weigh by the origins that tell of them; copies, plans and lone reports weigh less; the timeline shows them. */

#include "base/buffer.h"
#include "harness.h"
#include "small_store.h"
#include "view/days.h"

static const td_day storm = 18750; /* 3 May 2021 */

/* Let the words of a report name a day. */
static void name_day(small_store *store, td_arena *arena, td_index report, const char *words, td_day day) {
    *td_push(arena, &store->reports[report].times) =
        (td_time){.span = small_store_at(store, report, words).span, .type = TD_TIME_DATE, .interval = {day, day}};
}

static void test_origins(td_arena *arena) {
    small_store store;
    small_store_make(&store, arena);
    name_day(&store, arena, 0, "on Monday", storm);
    name_day(&store, arena, 0, "in the storm", storm + 40);
    name_day(&store, arena, 1, "ferries had left", storm);
    name_day(&store, arena, 1, "were hurt", storm - 3);
    td_passages passages;
    td_told_day_array days = {0};
    td_passages_init(&passages, &store.source, arena);
    td_days_tell(&passages, TD_NONE, &days);
    CHECK_INTEGER(days.count, 3);
    const td_told_day *told = td_days_find(&days, storm), *plan = td_days_find(&days, storm + 40);
    CHECK(told && plan && !td_days_find(&days, storm + 1));
    CHECK_INTEGER(told->origins, 2);
    CHECK_INTEGER(told->evidence.report, 0);
    CHECK_INTEGER(told->weight, 2 * td_days_find(&days, storm - 3)->weight);
    CHECK_INTEGER(2 * plan->weight, td_days_find(&days, storm - 3)->weight);
}

static void test_copies_have_one_voice(td_arena *arena) {
    small_store store;
    small_store_make(&store, arena);
    name_day(&store, arena, 0, "on Monday", storm);
    name_day(&store, arena, 1, "ferries had left", storm);
    store.record.origins.items[1] = 0;
    td_passages passages;
    td_told_day_array days = {0};
    td_passages_init(&passages, &store.source, arena);
    td_days_tell(&passages, 0, &days);
    CHECK_INTEGER(days.count, 1);
    CHECK_INTEGER(days.items[0].origins, 1);
}

/* A day that two origins tell of gets a line though no event is known of it. */
static void test_timeline(td_arena *arena) {
    small_store store;
    small_store_make(&store, arena);
    name_day(&store, arena, 0, "on Monday", storm + 70);
    name_day(&store, arena, 1, "ferries had left", storm + 70);
    name_day(&store, arena, 1, "were hurt", storm + 71);
    td_buffer out;
    td_error error = TD_ERROR_INIT;
    td_buffer_init(&out, (size_t)1 << 20);
    td_view_request request = {.story = TD_NONE, .format = TD_FORMAT_JSON};
    CHECK_INTEGER(td_view_timeline(&store.source, &request, arena, &out, &error), 0);
    CHECK(td_view_find(td_buffer_view(&out), TD_VIEW("\"date\":\"2021-07-12\""), 0) != SIZE_MAX);
    CHECK(td_view_find(td_buffer_view(&out), TD_VIEW("\"event\":null"), 0) != SIZE_MAX);
    CHECK(td_view_find(td_buffer_view(&out), TD_VIEW("\"date\":\"2021-07-13\""), 0) == SIZE_MAX);
    td_buffer_clear(&out);
    request.format = TD_FORMAT_TEXT;
    CHECK_INTEGER(td_view_timeline(&store.source, &request, arena, &out, &error), 0);
    CHECK(td_view_find(td_buffer_view(&out), TD_VIEW("12 July 2021"), 0) != SIZE_MAX);
    td_buffer_release(&out);
}

int main(void) {
    td_arena arena;
    td_arena_init(&arena, (size_t)1 << 26);
    test_origins(&arena);
    test_copies_have_one_voice(&arena);
    test_timeline(&arena);
    td_arena_release(&arena);
    return td_test_finish();
}
