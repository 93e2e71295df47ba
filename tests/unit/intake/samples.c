/* Reading inputs written out in a test. */

#include "samples.h"

#include "harness.h"

void td_sample_open(td_sample *sample, const char *name, td_view bytes) {
    *sample = (td_sample){.input = {td_view_of(name), bytes}, .cursor = TD_INTAKE_CURSOR_INIT};
    td_arena_init(&sample->arena, (size_t)768 << 20);
}

static int work(void *context) {
    td_sample *sample = context;
    int status = td_intake_next(&sample->input, &sample->cursor, &sample->arena, &sample->report, &sample->warning,
                                &sample->error);
    if (status == TD_OK) CHECK_INTEGER(td_report_check(&sample->report, &sample->error), TD_OK);
    return status;
}

int td_sample_next(td_sample *sample) {
    td_arena_reset(&sample->arena);
    sample->error = (td_error)TD_ERROR_INIT;
    return td_arena_run(&sample->arena, work, sample, &sample->error);
}

void td_sample_close(td_sample *sample) {
    td_arena_release(&sample->arena);
}

const char *td_sample_kind(const td_report *report, const char *text) {
    size_t at = td_view_find(report->text, td_view_of(text), 0);
    if (at == SIZE_MAX) return "absent";
    for (uint32_t i = 0; i < report->boilerplate.count; i++) {
        td_span span = report->boilerplate.items[i].span;
        if (span.start <= at && at < span.end) return td_boilerplate_kind_label(report->boilerplate.items[i].kind);
    }
    return "";
}

bool td_sample_tells(const td_report *report, const char *words) {
    return td_sample_kind(report, words)[0] == 0;
}
