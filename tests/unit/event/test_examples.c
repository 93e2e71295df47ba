/* Every frame's example, read by the real pipeline, gives an event of the frame's type. Arguments: the pack. */

#include <stdio.h>

#include "event/event.h"
#include "harness.h"
#include "mention/mention.h"
#include "text/text.h"

static td_arena arena;
static td_text *text;
static td_lexicon *lexicon;
static uint32_t exact;

static void check_example(const td_frame *frame) {
    td_error error = TD_ERROR_INIT;
    td_arena_reset(&arena);
    td_report report = {.text = frame->example};
    report.published.interval = td_interval_day(td_day_of(2014, 3, 5));
    CHECK(td_text_read(text, &report, &arena, &error) == TD_OK);
    td_mention_find(lexicon, &report, &arena);
    td_event_code(lexicon, TD_HAPPENINGS_OF_LEAD, &report, &arena);
    bool of_type = false, of_frame = false;
    for (uint32_t i = 0; i < report.events.count; i++) {
        of_type |= report.events.items[i].type == frame->type;
        of_frame |= td_view_equal(report.events.items[i].frame, frame->id);
    }
    exact += of_frame;
    if (!td_test_check(of_type, __FILE__, __LINE__, "an event of the frame's type"))
        printf("# %.*s: %.*s\n", TD_VIEW_ARGUMENTS(frame->id), TD_VIEW_ARGUMENTS(frame->example));
}

int main(int count, char **arguments) {
    td_error error = TD_ERROR_INIT;
    td_arena_init(&arena, (size_t)256 << 20);
    if (!CHECK(count == 2 && td_lexicon_open(arguments[1], &lexicon, &error) == TD_OK)) return td_test_finish();
    if (!CHECK(td_text_new(lexicon, &text, &error) == TD_OK)) {
        printf("# %s\n", error.message);
        return td_test_finish();
    }
    const td_frames *frames = td_lexicon_frames(lexicon);
    CHECK(td_frames_count(frames) >= 250);
    for (uint32_t i = 0; i < td_frames_count(frames); i++) check_example(td_frames_get(frames, i));
    printf("# %u of %u examples give their own frame\n", exact, td_frames_count(frames));
    CHECK(exact * 100 >= td_frames_count(frames) * 95);
    td_text_free(text);
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
