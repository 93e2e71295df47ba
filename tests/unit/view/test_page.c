/* The page: what it links is there, marked to the character, and nothing of a report is read as mark-up. */

#include "base/utf8.h"
#include "harness.h"
#include "html_reading.h"
#include "small_store.h"

static td_view make_page(small_store *store, td_index story, td_arena *arena, td_buffer *out) {
    td_view_request request = {.story = story, .format = TD_FORMAT_HTML};
    td_error error = TD_ERROR_INIT;
    td_buffer_clear(out);
    CHECK_INTEGER(td_view_page(&store->source, &request, arena, out, &error), 0);
    return td_buffer_view(out);
}

/* "r...-10-24" to the report and the bytes it names. */
static bool read_name(const small_store *store, td_view name, td_index *report, td_view *passage) {
    td_view id, start, end;
    int64_t from, to;
    if (!td_view_split(&name, '-', &id) || !td_view_split(&name, '-', &start) || !td_view_split(&name, '-', &end))
        return false;
    if (!td_view_to_integer(start, &from) || !td_view_to_integer(end, &to)) return false;
    for (*report = 0; *report < SMALL_REPORTS && !td_view_equal(store->ids[*report], id);) ++*report;
    if (*report == SMALL_REPORTS) return false;
    td_view text = store->reports[*report].text;
    size_t offset = 0, length, first = 0;
    for (int64_t point = 0; point < to && offset < text.size; point++) {
        if (point == from) first = offset;
        td_utf8_decode(text, offset, &length);
        offset += length;
    }
    *passage = td_view_slice(text, first, offset);
    return true;
}

static td_view without_spaces(td_view text, td_arena *arena) {
    char *kept = td_arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++)
        if (!strchr(" \n\r\t", text.bytes[i])) kept[size++] = text.bytes[i];
    return (td_view){kept, size};
}

/* Every link leads to one element; where that is a passage, it holds the very characters. */
static void check_links(const small_store *store, td_view page, td_arena *arena) {
    size_t at = 0;
    td_view name, passage;
    td_index report;
    uint32_t links = 0, passages = 0, lost = 0, wrong = 0;
    while (html_next_value(page, " href=\"#", &at, &name)) {
        links++;
        if (!html_has_id(page, name)) lost++;
        if (!read_name(store, name, &report, &passage)) continue;
        passages++;
        td_view marked = html_text_of(page, name, arena);
        if (!td_view_equal(marked, without_spaces(passage, arena))) wrong++;
    }
    CHECK(links > 0);
    CHECK_INTEGER(lost, 0);
    CHECK_INTEGER(wrong, 0);
    CHECK(store->record.stories.count == 0 || passages > 10);
}

static void test_links(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view page = make_page(&store, TD_NONE, arena, out);
    CHECK(html_is_balanced(page));
    check_links(&store, page, arena);
    CHECK_INTEGER(store.reads, SMALL_REPORTS); /* each report once, however many lines cite it */
    CHECK(html_has_id(page, TD_VIEW("v0000000000000002")));
    CHECK(html_has_id(page, TD_VIEW("l0000000000000002")));
    CHECK(html_has_id(page, TD_VIEW("c0000000000000002")));
}

static void test_escaping(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view page = make_page(&store, TD_NONE, arena, out);
    CHECK_INTEGER(html_count(page, "<script"), 1);
    CHECK_INTEGER(html_count(page, "<b>stop"), 0);
    CHECK(html_count(page, "&lt;script&gt;alert(&quot;no&quot;)&lt;/script&gt;") == 1);
    CHECK(html_count(page, "Harbour &lt;Courier&gt;") > 0);
    CHECK(html_count(page, "Ferries &lt;leave&gt; ") > 0);
    CHECK_INTEGER(html_count(page, "\r"), 0);
    CHECK(html_count(page, "&amp;amp; more") == 1);
}

/* Nothing is fetched: no address, no file beside the page. */
static void test_self_contained(td_arena *arena, td_buffer *out) {
    static const char *const outside[] = {"http:", "https:", "src=", "url(", "@import", "<link", "fetch("};
    small_store store;
    small_store_make(&store, arena);
    td_view page = make_page(&store, TD_NONE, arena, out);
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) CHECK_INTEGER(html_count(page, outside[i]), 0);
    CHECK(html_count(page, "default-src 'none'") == 1);
}

/* A passage over two paragraphs and two that cross go on in further elements, with a rule that joins them. */
static void test_pieces(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view page = make_page(&store, TD_NONE, arena, out);
    CHECK(html_count(page, "<mark class=\"r0000000000000001-") >= 2);
    CHECK(html_count(page, "body:has(#r0000000000000001-") >= 2);
}

static void test_nesting(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    uint32_t start = small_store_at(&store, 0, "At least 12").span.start;
    for (uint32_t i = 0; i < 40; i++) {
        td_claim *claim = td_push(arena, &store.record.conflicts.items[0].claims);
        *claim = (td_claim){{0, {start, start + 12 + i}}, TD_VIEW("deep"), 0};
    }
    td_view page = make_page(&store, TD_NONE, arena, out);
    CHECK(html_is_balanced(page));
    CHECK(html_count(page, "<a id=\"") > 10); /* those too deep to be marked keep an anchor */
    size_t at = 0;
    uint32_t lost = 0;
    td_view name;
    while (html_next_value(page, " href=\"#", &at, &name)) lost += !html_has_id(page, name);
    CHECK_INTEGER(lost, 0);
}

static void test_one_story(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view page = make_page(&store, 0, arena, out);
    check_links(&store, page, arena);
    CHECK(html_has_id(page, TD_VIEW("s0000000000000001")));
    CHECK(!html_has_id(page, TD_VIEW("s0000000000000002")));
    CHECK(html_has_id(page, TD_VIEW("v0000000000000002")));
    CHECK(!html_has_id(page, TD_VIEW("v0000000000000001")));
    CHECK(html_count(page, "<title>Ferries &amp; boats leave") == 1);
}

static void test_empty(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make_empty(&store);
    td_view page = make_page(&store, TD_NONE, arena, out);
    CHECK(html_is_balanced(page));
    check_links(&store, page, arena);
    CHECK(html_count(page, "No story has been found yet") == 1);
    CHECK_INTEGER(html_count(page, "<table"), 0);
}

static void test_unreadable(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    store.unreadable = true;
    td_view_request request = {.story = TD_NONE, .format = TD_FORMAT_HTML};
    td_error error = TD_ERROR_INIT;
    td_buffer_clear(out);
    CHECK_INTEGER(td_view_page(&store.source, &request, arena, out, &error), TD_ERROR_STORE);
    CHECK(error.message[0] != 0);
}

static void test_same_again(td_arena *arena, td_buffer *out) {
    small_store store;
    small_store_make(&store, arena);
    td_view first = td_arena_copy(arena, make_page(&store, TD_NONE, arena, out));
    CHECK(td_view_equal(first, make_page(&store, TD_NONE, arena, out)));
}

int main(void) {
    static void (*const tests[])(td_arena *, td_buffer *) = {test_links,  test_escaping,   test_self_contained,
                                                             test_pieces, test_nesting,    test_one_story,
                                                             test_empty,  test_unreadable, test_same_again};
    td_arena arena;
    td_buffer out;
    td_arena_init(&arena, (size_t)256 << 20);
    td_buffer_init(&out, (size_t)64 << 20);
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) tests[i](&arena, &out);
    td_buffer_release(&out);
    td_arena_release(&arena);
    return td_test_finish();
}
