/*
 * What conflict reporting says in several ways: active, passive, as a noun, with a light verb.
 * Arguments: the pack, the table of constructions. Each sentence, read by the real pipeline, must give its event.
 */

#include <stdio.h>

#include "base/file.h"
#include "event/event.h"
#include "harness.h"
#include "mention/mention.h"
#include "text/text.h"

enum column { TYPE, MODE, CONSTRUCTION, SENTENCE, COLUMN_COUNT };

static td_arena arena;
static td_text *text;
static td_lexicon *lexicon;

static void check_construction(const td_view *columns) {
    td_error error = TD_ERROR_INIT;
    td_arena_reset(&arena);
    td_report report = {.text = columns[SENTENCE]};
    report.published.interval = td_interval_day(td_day_of(2014, 3, 5));
    CHECK(td_text_read(text, &report, &arena, &error) == TD_OK);
    td_mention_find(lexicon, &report, &arena);
    td_event_code(lexicon, TD_HAPPENINGS_OF_LEAD, &report, &arena);
    enum td_event_type type = TD_EVENT_COUNT;
    bool known = td_event_type_from_label(columns[TYPE], &type), found = false;
    for (uint32_t i = 0; known && i < report.events.count; i++)
        found |= report.events.items[i].type == type &&
                 (columns[MODE].size == 0 || td_view_equal(report.events.items[i].mode, columns[MODE]));
    if (!td_test_check(found, __FILE__, __LINE__, "an event of the type"))
        printf("# %.*s %.*s, %.*s: %.*s\n", TD_VIEW_ARGUMENTS(columns[TYPE]), TD_VIEW_ARGUMENTS(columns[MODE]),
               TD_VIEW_ARGUMENTS(columns[CONSTRUCTION]), TD_VIEW_ARGUMENTS(columns[SENTENCE]));
}

static uint32_t check_table(td_view table) {
    td_view line;
    uint32_t rows = 0;
    bool names = true;
    while (td_view_split(&table, '\n', &line)) {
        td_view columns[COLUMN_COUNT] = {{0}};
        if (line.size == 0 || line.bytes[0] == '#') continue;
        for (int i = 0; i < COLUMN_COUNT && td_view_split(&line, '\t', &columns[i]);) i++;
        if (!names) check_construction(columns);
        rows += !names;
        names = false;
    }
    return rows;
}

int main(int count, char **arguments) {
    td_error error = TD_ERROR_INIT;
    td_buffer table;
    td_buffer_init(&table, 1 << 20);
    td_arena_init(&arena, (size_t)256 << 20);
    bool ready = CHECK(count == 3 && td_lexicon_open(arguments[1], &lexicon, &error) == TD_OK) &&
                 CHECK(td_text_new(lexicon, &text, &error) == TD_OK) &&
                 CHECK(td_file_read(arguments[2], &table, &error) == TD_OK);
    if (ready) CHECK(check_table(td_buffer_view(&table)) >= 120);
    td_text_free(text);
    td_lexicon_free(lexicon);
    td_buffer_release(&table);
    td_arena_release(&arena);
    return td_test_finish();
}
