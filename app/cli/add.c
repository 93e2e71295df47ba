/*
 * tidings add: bring reports into a store and bring its record up to date.
 * Input: files and folders. Output: the store; a line that counts on standard error.
 */

#include "cli/desk.h"
#include "cli/telling.h"

static int count_report(void *context, const td_report *report, td_error *error) {
    (void)report, (void)error;
    td_telling *telling = context;
    telling->read++;
    td_telling_progress(telling);
    return 0;
}

static int add_all(td_desk *desk, td_telling *telling) {
    const td_arguments *arguments = desk->arguments;
    td_listener listener = td_telling_listener(telling, count_report);
    td_arrival arrival = {.published = arguments->published, .outlet = td_view_of(arguments->outlet)};
    int status = 0;
    for (int i = 0; status == 0 && i < arguments->operand_count; i++)
        status = td_pipeline_add(desk->pipeline, desk->store, arguments->operands[i], &arrival, &listener, &desk->error);
    td_telling_end(telling);
    if (status == 0) status = td_pipeline_refresh(desk->pipeline, desk->store, &desk->error);
    return status;
}

static int run(const td_arguments *arguments) {
    td_desk desk;
    td_telling telling = {0};
    uint32_t before = 0, after = 0;
    int status = td_desk_open_writing(&desk, arguments);
    if (status == 0) status = td_store_report_count(desk.store, &before, &desk.error);
    if (status == 0) status = add_all(&desk, &telling);
    if (status == 0) status = td_store_report_count(desk.store, &after, &desk.error);
    if (status == 0)
        fprintf(stderr, "tidings: %u reports are new, %u in %s\n", after - before, after, arguments->store);
    int result = status == 0 ? td_telling_exit(&telling) : td_desk_fail(&desk);
    td_desk_close(&desk);
    return result;
}

const td_command td_command_add = {
    .name = "add",
    .operands = "PATH|- ...",
    .summary = "bring reports into a store and compare them with what is there",
    .detail = "Reads plain text, HTML pages, JSON lines, and folders of them. A report that is there already is not\n"
              "added again. --published and a folder's published.tsv (file, tab, day) are your word on when reports\n"
              "appeared; without it a day is taken from the page, or bounded by what the text says, never guessed.\n",
    .examples = "  tidings add --published 2016-03-15 --outlet 'Evening Post' putin-orders-pullout.txt\n"
                "  tidings add --store syria.db reports/\n"
                "  cat export.jsonl | tidings add -\n",
    .options = TD_TAKES_STORE | TD_TAKES(PUBLISHED) | TD_TAKES(OUTLET),
    .least = 1,
    .most = -1,
    .run = run,
};
