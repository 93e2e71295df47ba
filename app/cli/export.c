/*
 * tidings export: the whole record of a store.
 * Input: a store. Output: one JSON object.
 */

#include <string.h>

#include "cli/desk.h"

static int write_bytes(void *context, td_view bytes, td_error *error) {
    (void)context;
    if (fwrite(bytes.bytes, 1, bytes.size, stdout) == bytes.size) return 0;
    return td_error_set(error, TD_ERROR_FILE, "the export could not be written to its end; is the disk full?");
}

static int run(const td_arguments *arguments) {
    if (strcmp(arguments->operands[0], "json") != 0) {
        fprintf(stderr, "tidings export: there is no format '%s': say json\n", arguments->operands[0]);
        return TD_EXIT_USAGE;
    }
    td_desk desk;
    td_sink sink = {.write = write_bytes};
    int status = td_desk_open_reading(&desk, arguments);
    if (status == 0) status = td_pipeline_export(desk.store, &sink, &desk.error);
    int result = status == 0 ? TD_EXIT_DONE : td_desk_fail(&desk);
    td_desk_close(&desk);
    return result;
}

const td_command td_command_export = {
    .name = "export",
    .operands = "json",
    .summary = "the whole record as one JSON object",
    .detail = "tidings-jsonl(5) describes it.\n",
    .examples = "  tidings export json > record.json\n"
                "  tidings export json --store syria.db | jq '.ledgers.forces'\n",
    .options = TD_TAKES_STORE,
    .least = 1,
    .most = 1,
    .run = run,
};
