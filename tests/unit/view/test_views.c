/* Brief, timeline, findings, ledgers and the chain: every line has its passages, in JSON as in text. */

#include "base/utf8.h"
#include "harness.h"
#include "json_reading.h"
#include "view/lines.h"

typedef int view_function(const td_view_source *, const td_view_request *, td_arena *, td_buffer *, td_error *);

static view_function *const views[] = {td_view_brief, td_view_timeline, td_view_check};

static td_view show(view_function *view, const small_store *store, td_view_request request, td_arena *arena,
                    td_buffer *out) {
    td_error error = TD_ERROR_INIT;
    td_buffer_clear(out);
    CHECK_INTEGER(view(&store->source, &request, arena, out, &error), 0);
    return td_buffer_view(out);
}

static bool holds(td_view text, const char *words) {
    return td_view_find(text, td_view_of(words), 0) != SIZE_MAX;
}

static const td_view_request json = {.story = TD_NONE, .format = TD_FORMAT_JSON};
static const td_view_request text = {.story = TD_NONE, .format = TD_FORMAT_TEXT};

static void test_brief(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    const td_json_value *brief = json_of(show(td_view_brief, &store, json, arena, out), arena);
    CHECK(td_json_string_of(td_json_member(brief, TD_VIEW("summary"))).size > 0);
    const td_json_value *sentences = td_json_member(brief, TD_VIEW("sentences"));
    CHECK(sentences && sentences->count >= 3);
    for (uint32_t i = 0; sentences && i < sentences->count; i++) {
        const td_json_value *sentence = json_item(sentences, i);
        CHECK(td_json_string_of(td_json_member(sentence, TD_VIEW("text"))).size > 0);
        CHECK(td_json_string_of(td_json_member(sentence, TD_VIEW("kind"))).size > 0);
        CHECK(json_check_evidence(&store, td_json_member(sentence, TD_VIEW("citations"))) > 0);
    }
    td_view shown = show(td_view_brief, &store, text, arena, out);
    CHECK(holds(shown, "Ferries & boats leave Öreby (between 3 May 2021 and 4 May 2021)"));
    CHECK(holds(shown, "2 reports of 2 origins  s0000000000000001"));
    CHECK(holds(shown, "Ada Lind"));
    CHECK(holds(shown, "We <b>stop</b> here")); /* verbatim, nothing escaped for a terminal */
    CHECK(holds(shown, "t least 12"));
    CHECK(holds(shown, "[Harbour <Courier> 2021-05-03:"));
    CHECK(!holds(shown, "\033["));
}

static void test_timeline(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view lines = td_arena_copy(arena, show(td_view_timeline, &store, json, arena, out)), line;
    uint32_t entries = 0, stories = 0;
    while (td_view_split(&lines, '\n', &line)) {
        if (!line.size) continue;
        const td_json_value *story = json_of(line, arena), *list = td_json_member(story, TD_VIEW("entries"));
        stories++;
        for (const td_json_value *entry = list ? list->first : NULL; entry; entry = entry->next) {
            int64_t weight = 0;
            entries++;
            CHECK(td_json_integer_of(td_json_member(entry, TD_VIEW("weight")), &weight) && weight > 0);
            CHECK(td_json_member(entry, TD_VIEW("date")) && td_json_member(entry, TD_VIEW("interval")));
            CHECK(td_json_string_of(td_json_member(entry, TD_VIEW("text"))).size > 0);
            CHECK(td_json_string_of(td_json_member(entry, TD_VIEW("event"))).size == 17);
            CHECK(json_check_evidence(&store, td_json_member(entry, TD_VIEW("evidence"))) > 0);
        }
    }
    CHECK_INTEGER(stories, 2);
    CHECK_INTEGER(entries, 3);
    td_view shown = show(td_view_timeline, &store, text, arena, out);
    CHECK(holds(shown, "in March 2021"));
    CHECK(holds(shown, "3 May 2021"));
}

/* `most` keeps what most origins tell. */
static void test_heaviest(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view_request request = json;
    request.most = 1;
    request.story = 0;
    const td_json_value *story = json_of(show(td_view_timeline, &store, request, arena, out), arena);
    const td_json_value *entries = td_json_member(story, TD_VIEW("entries"));
    CHECK(entries && entries->count == 1);
    CHECK_TEXT(td_json_string_of(td_json_member(json_item(entries, 0), TD_VIEW("event"))), "v0000000000000002");
}

static void test_check(td_arena *arena, td_buffer *out) {
    static const char *const lists[] = {"mixed", "recycled", "conflicts", "copies"};
    small_store store;
    small_store_make(&store, arena);
    const td_json_value *findings = json_of(show(td_view_check, &store, json, arena, out), arena);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const td_json_value *list = td_json_member(findings, td_view_of(lists[i]));
        CHECK(list && list->type == TD_JSON_ARRAY && list->count > 0);
        if (i > 0) CHECK(json_check_evidence(&store, list) >= 2);
    }
    td_view shown = show(td_view_check, &store, text, arena, out);
    size_t contradiction = td_view_find(shown, TD_VIEW("c0000000000000002"), 0);
    size_t compatible = td_view_find(shown, TD_VIEW("c0000000000000001"), 0);
    CHECK(contradiction < compatible && compatible != SIZE_MAX);
    CHECK(holds(shown, "its words are the mayor's & old"));
    CHECK(holds(shown, "said 3 May 2021"));
    CHECK(holds(shown, "Mayor Ada Lind [denied] that ferries had left."));
    td_view_request snow = json;
    snow.story = 1;
    findings = json_of(show(td_view_check, &store, snow, arena, out), arena);
    CHECK_INTEGER(td_json_member(findings, TD_VIEW("conflicts"))->count, 0);
    CHECK_INTEGER(td_json_member(findings, TD_VIEW("mixed"))->count, 1);
}

static td_view show_ledger(const small_store *store, enum td_ledger_kind ledger, td_view_request request,
                           td_arena *arena, td_buffer *out) {
    td_error error = TD_ERROR_INIT;
    td_buffer_clear(out);
    CHECK_INTEGER(td_view_ledger(&store->source, ledger, &request, arena, out, &error), 0);
    return td_buffer_view(out);
}

static void test_ledgers(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    uint32_t entries = 0;
    for (unsigned ledger = 0; ledger < TD_LEDGER_COUNT; ledger++) {
        const td_json_value *list = json_of(show_ledger(&store, (enum td_ledger_kind)ledger, json, arena, out), arena);
        CHECK(list && list->type == TD_JSON_ARRAY);
        entries += list ? list->count : 0;
        CHECK(json_check_evidence(&store, list) >= (list ? list->count : 1));
    }
    CHECK_INTEGER(entries, store.record.ledgers.count);
    td_view toll = show_ledger(&store, TD_LEDGER_TOLL, text, arena, out);
    CHECK(holds(toll, "12 people"));
    CHECK(holds(toll, "l0000000000000002"));
    td_view forces = show_ledger(&store, TD_LEDGER_FORCES, text, arena, out);
    CHECK(holds(forces, "FORCE"));
    CHECK(holds(forces, "Ferries & boats"));
    CHECK_INTEGER(show_ledger(&store, TD_LEDGER_AID, text, arena, out).size, 0);
}

static int why(const small_store *store, const char *id, td_view_request request, td_arena *arena, td_buffer *out) {
    td_error error = TD_ERROR_INIT;
    td_buffer_clear(out);
    return td_view_why(&store->source, td_view_of(id), &request, arena, out, &error);
}

/* Each kind of identifier leads to characters. */
static void test_why(td_arena *arena, td_buffer *out) {
    static const char *const ids[] = {"s0000000000000001", "v0000000000000002", "l0000000000000002",
                                      "c0000000000000001", "n000000000000000a", "r0000000000000003"};
    small_store store;
    small_store_make(&store, arena);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        CHECK_INTEGER(why(&store, ids[i], json, arena, out), 0);
        const td_json_value *chain = json_of(td_buffer_view(out), arena);
        CHECK_TEXT(td_json_string_of(td_json_member(chain, TD_VIEW("id"))), ids[i]);
        CHECK(json_check_evidence(&store, chain) > 0);
        CHECK_INTEGER(why(&store, ids[i], text, arena, out), 0);
        CHECK(holds(td_buffer_view(out), "characters "));
    }
    CHECK_INTEGER(why(&store, "v000000000000000f", text, arena, out), TD_ABSENT);
    CHECK_INTEGER(why(&store, "", text, arena, out), TD_ABSENT);
}

static void test_why_event(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    CHECK_INTEGER(why(&store, "v0000000000000002", text, arena, out), 0);
    td_view shown = td_buffer_view(out);
    CHECK(holds(shown, "[The last ferries left Öreby on Monday], the harbour master said."));
    CHECK(holds(shown, "Mayor Ada Lind denied that [ferries had left]."));
    CHECK(holds(shown, "the verb says happened"));
    CHECK(holds(shown, "the verb says denied"));
    CHECK(holds(shown, "same harbour, one day apart"));
    CHECK(holds(shown, "characters 29 to 66 of r0000000000000001")); /* code points, not bytes: Ö is one */
    td_view_request coloured = text;
    coloured.colour = true;
    CHECK_INTEGER(why(&store, "v0000000000000003", coloured, arena, out), 0);
    shown = td_buffer_view(out);
    CHECK(holds(shown, "mleft Öreby on Monday, the harbour master said\033[0m"));
    CHECK(holds(shown, "one speaks, the other leaves"));
    CHECK(holds(shown, "v0000000000000002"));
}

/* A report cannot steer the terminal that it is shown on. */
static void test_control_characters(td_arena *arena, td_buffer *out) {
    static const char *const ids[] = {"s0000000000000001", "v0000000000000002", "c0000000000000002"};
    small_store store;
    small_store_make(&store, arena);
    char *bytes = (char *)td_arena_copy(arena, store.reports[0].text).bytes;
    store.reports[0].text.bytes = bytes;
    bytes[store.record.events.items[1].history.items[0].evidence.span.start + 3] = '\033'; /* "The" and the blank */
    store.record.stories.items[0].title = TD_VIEW("Ferries\033[31m leave\xC2\x9B"
                                                  "0m");
    store.reports[0].outlet = TD_VIEW("Harbour\007Courier");
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        td_view shown = show(views[i], &store, text, arena, out);
        CHECK(!holds(shown, "\033") && !holds(shown, "\xC2\x9B") && !holds(shown, "\007"));
    }
    CHECK(holds(show(td_view_timeline, &store, text, arena, out), "The\xEF\xBF\xBDlast ferries"));
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        CHECK_INTEGER(why(&store, ids[i], text, arena, out), 0);
        CHECK(!holds(td_buffer_view(out), "\033") && !holds(td_buffer_view(out), "\007"));
    }
}

/* What no report tells in so many characters has no line, and breaks nothing. */
static void test_without_passages(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    store.record.stories.items[1].title_evidence.report = TD_NONE;
    store.record.events.items[0].history.count = 0;
    store.record.events.items[1].history.items[1].evidence.span = TD_SPAN_NONE;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        CHECK(show(views[i], &store, text, arena, out).size > 0);
        CHECK(show(views[i], &store, json, arena, out).size > 0);
    }
    CHECK(!holds(show(td_view_timeline, &store, text, arena, out), "v0000000000000001"));
    CHECK_INTEGER(why(&store, "s0000000000000002", json, arena, out), 0);
    CHECK_INTEGER(why(&store, "v0000000000000001", json, arena, out), 0);
    CHECK_INTEGER(why(&store, "v0000000000000002", text, arena, out), 0);
    td_buffer_clear(out);
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_view_page(&store.source, &text, arena, out, &error), 0);
}

static void test_width(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view_request narrow = text;
    narrow.width = 60;
    td_view lines = show(td_view_brief, &store, narrow, arena, out), line;
    bool body = false;
    uint32_t wide = 0, count = 0;
    while (td_view_split(&lines, '\n', &line)) {
        body = td_view_starts_with(line, TD_VIEW("  "));
        if (body) count++;
        if (body && td_utf8_count(line) > 60) wide++;
    }
    CHECK(count > 5);
    CHECK_INTEGER(wide, 0);
}

static void test_empty(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make_empty(&store);
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        show(views[i], &store, text, arena, out);
        td_view written = show(views[i], &store, json, arena, out);
        if (written.size) CHECK(json_of(written, arena) != NULL); /* a timeline of no story has no line */
    }
    const td_json_value *brief = json_of(show(td_view_brief, &store, json, arena, out), arena);
    CHECK_INTEGER(td_json_member(brief, TD_VIEW("sentences"))->count, 0);
    CHECK(holds(show_ledger(&store, TD_LEDGER_TALKS, json, arena, out), "[]"));
    CHECK_INTEGER(why(&store, "s0000000000000001", json, arena, out), TD_ABSENT);
}

static void test_unreadable(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    store.unreadable = true;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        td_error error = TD_ERROR_INIT;
        CHECK_INTEGER(views[i](&store.source, &text, arena, out, &error), TD_ERROR_STORE);
        CHECK(error.message[0] != 0);
    }
}

/* Figures in words, with their bounds; a share has its sign. */
static void test_figures_in_words(td_arena *arena, td_buffer *out) {
    (void)out;
    td_ledger_entry entry = {.ledger = TD_LEDGER_TOLL};
    *td_push(arena, &entry.fields) = (td_field){.name = "low", .type = TD_FIELD_NUMBER, .number = 12500};
    *td_push(arena, &entry.fields) = (td_field){.name = "bound", .type = TD_FIELD_TEXT, .text = TD_VIEW("at_least")};
    *td_push(arena, &entry.fields) = (td_field){.name = "unit", .type = TD_FIELD_TEXT, .text = TD_VIEW("people")};
    CHECK_TEXT(td_ledger_figure(&entry, arena), "at least 12,500 people");
    CHECK(!td_ledger_is_share(&entry));
    entry.fields.items[0].number = 40;
    entry.fields.items[2].text = TD_VIEW("percent");
    CHECK_TEXT(td_ledger_figure(&entry, arena), "at least 40%");
    CHECK(td_ledger_is_share(&entry));
}

int main(void) {
    static void (*const tests[])(td_arena *, td_buffer *) = {
        test_brief,     test_timeline,           test_heaviest,         test_check, test_ledgers, test_why,
        test_why_event, test_control_characters, test_without_passages, test_width, test_empty,   test_unreadable,
        test_figures_in_words};
    td_arena arena;
    td_buffer out;
    td_arena_init(&arena, (size_t)256 << 20);
    td_buffer_init(&out, (size_t)64 << 20);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) tests[i](&arena, &out);
    td_buffer_release(&out);
    td_arena_release(&arena);
    return td_test_finish();
}
