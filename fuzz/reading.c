/* Any text through every stage that looks at one report alone. The lexicon is the one that TIDINGS_PACK names. */

#include <stdio.h>
#include <stdlib.h>

#include "fuzz/target.h"
#include "pipeline/pipeline.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static td_pipeline *pipeline; /* kept for the life of the process: opening is not what is tested */
    td_error error = TD_ERROR_INIT;
    td_listener listener = {0};
    td_arrival arrival = TD_ARRIVAL_INIT;
    if (!pipeline && td_pipeline_open(getenv("TIDINGS_PACK"), &pipeline, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
    if (td_pipeline_annotate_bytes(pipeline, TD_VIEW("report"), (td_view){(const char *)bytes, size}, &arrival, &listener, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        abort(); /* a promise between stages was broken */
    }
    return 0;
}
