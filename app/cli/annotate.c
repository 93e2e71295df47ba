/*
 * tidings annotate: read each report alone and write what was read.
 * Input: files and folders. Output: one JSON object a report, in input order.
 */

#include <string.h>

#include "cli/desk.h"
#include "cli/telling.h"
#include "model/report_json.h"

typedef struct annotating {
    td_desk *desk;
    td_telling telling;
    td_arena scratch;
    const td_report *report; /* at hand */
    bool list;               /* one JSON array rather than lines */
} annotating;

#define SCRATCH_MEMORY ((size_t)256 << 20)

static int write_json(void *context) {
    annotating *work = context;
    td_json json;
    td_json_init(&json, &work->desk->out);
    td_report_json_options options = {.tokens = work->desk->arguments->tokens};
    td_report_write_json(&json, work->report, &options, &work->scratch);
    return 0;
}

static int write_report(void *context, const td_report *report, td_error *error) {
    td_telling *telling = context;
    annotating *work = telling->owner;
    work->report = report;
    td_arena_reset(&work->scratch);
    if (work->list) td_buffer_add_string(&work->desk->out, telling->read ? ",\n" : "[\n");
    int status = td_arena_run(&work->scratch, write_json, work, error);
    if (status == 0) status = td_buffer_status(&work->desk->out, error);
    if (status < 0) return status;
    if (!work->list) td_buffer_add_byte(&work->desk->out, '\n');
    telling->read++;
    return td_desk_print(work->desk);
}

static int annotate_all(annotating *work) {
    const td_arguments *arguments = work->desk->arguments;
    td_listener listener = td_telling_listener(&work->telling, write_report);
    td_arrival arrival = {.published = arguments->published, .outlet = td_view_of(arguments->outlet)};
    for (int i = 0; i < arguments->operand_count; i++) {
        int status = td_pipeline_annotate(work->desk->pipeline, arguments->operands[i], &arrival, &listener, &work->desk->error);
        if (status != 0) return status;
    }
    if (!work->telling.read && !work->telling.refused) fprintf(stderr, "tidings: what was named holds no report\n");
    if (work->list) td_buffer_add_string(&work->desk->out, work->telling.read ? "\n]\n" : "[]\n");
    return td_desk_print(work->desk);
}

static int run(const td_arguments *arguments) {
    const char *format = arguments->format ? arguments->format : "jsonl";
    if (strcmp(format, "jsonl") != 0 && strcmp(format, "json") != 0) {
        fprintf(stderr, "tidings annotate: --format %s: say jsonl or json\n", format);
        return TD_EXIT_USAGE;
    }
    td_desk desk;
    annotating work = {.desk = &desk, .list = strcmp(format, "json") == 0};
    work.telling.owner = &work;
    td_arena_init(&work.scratch, SCRATCH_MEMORY);
    int status = td_desk_open_pipeline(&desk, arguments);
    if (status == 0) td_pipeline_keep_happenings(desk.pipeline, arguments->happenings);
    if (status == 0) status = annotate_all(&work);
    int result = status == 0 ? td_telling_exit(&work.telling) : td_desk_fail(&desk);
    td_arena_release(&work.scratch);
    td_desk_close(&desk);
    return result;
}

const td_command td_command_annotate = {
    .name = "annotate",
    .operands = "FILE|DIR|- ...",
    .summary = "read each report alone and print what was read, as JSON",
    .detail = "Needs no store. A folder may hold published.tsv (file, tab, day), which is taken as your word on when\n"
              "its reports appeared. Happenings that no type of event fits are printed where they stand in the\n"
              "headline or the first sentences and take place; with --happenings all are. tidings-jsonl(5) describes\n"
              "the JSON.\n",
    .examples = "  tidings annotate report.txt | jq .events\n"
                "  tidings annotate --published 2016-03-15 page.html\n"
                "  tidings annotate --tokens reports/ > reports.jsonl\n",
    .options = TD_TAKES(PACK) | TD_TAKES(PUBLISHED) | TD_TAKES(OUTLET) | TD_TAKES(FORMAT) | TD_TAKES(TOKENS) |
               TD_TAKES(HAPPENINGS),
    .least = 1,
    .most = -1,
    .run = run,
};
