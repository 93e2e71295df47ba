/*
 * The public face of the library.
 * Input: what a program that links libtidings brings. Output: JSON, and messages.
 */

#include "tidings.h"

#include <stdlib.h>

#include "model/report_json.h"
#include "pipeline/pipeline.h"

#define SCRATCH_MEMORY ((size_t)256 << 20)
#define JSON_LIMIT ((size_t)512 << 20)
#define MESSAGES_LIMIT ((size_t)1 << 20)

struct td_engine {
    td_pipeline *pipeline;
    td_arena scratch;
    td_buffer json;
    td_buffer messages;
    td_error error;
    uint32_t read, refused;
    const td_report *report; /* at hand */
    td_receive *receive;
    void *context;
};

const char *td_version(void) {
    return TD_VERSION;
}

int td_engine_open(const char *pack, td_engine **out) {
    td_engine *engine = calloc(1, sizeof *engine);
    *out = engine;
    if (!engine) return TD_RESULT_FAILED;
    td_arena_init(&engine->scratch, SCRATCH_MEMORY);
    td_buffer_init(&engine->json, JSON_LIMIT);
    td_buffer_init(&engine->messages, MESSAGES_LIMIT);
    int status = td_pipeline_open(pack ? pack : TD_PACK_PATH, &engine->pipeline, &engine->error);
    if (status < 0) td_buffer_add_string(&engine->messages, engine->error.message);
    return status < 0 ? TD_RESULT_FAILED : TD_RESULT_DONE;
}

void td_engine_close(td_engine *engine) {
    if (!engine) return;
    td_pipeline_free(engine->pipeline);
    td_buffer_release(&engine->messages);
    td_buffer_release(&engine->json);
    td_arena_release(&engine->scratch);
    free(engine);
}

const char *td_engine_message(const td_engine *engine) {
    return engine->messages.size ? engine->messages.bytes : "";
}

/* Begin a call: forget the last one, read its day. */
static int begin(td_engine *engine, const char *published, td_arrival *arrival) {
    td_buffer_clear(&engine->messages);
    engine->error = (td_error)TD_ERROR_INIT;
    engine->read = engine->refused = 0;
    *arrival = (td_arrival)TD_ARRIVAL_INIT;
    if (!engine->pipeline) return td_error_set(&engine->error, TD_ERROR_USAGE, "this engine could not be opened");
    if (!published || td_interval_parse(td_view_of(published), &arrival->published)) return 0;
    return td_error_set(&engine->error, TD_ERROR_USAGE,
                        "published: %s: say a day as YYYY-MM-DD, or two with '..' between, the earlier first", published);
}

static int end(td_engine *engine, int status) {
    if (status != 0) {
        if (engine->messages.size) td_buffer_add_byte(&engine->messages, '\n');
        td_buffer_add_string(&engine->messages, engine->error.message);
        return engine->error.code == TD_ERROR_USAGE ? TD_RESULT_USAGE : TD_RESULT_FAILED;
    }
    if (!engine->refused) return TD_RESULT_DONE;
    return engine->read ? TD_RESULT_SOME_REFUSED : TD_RESULT_FAILED;
}

static void note_refusal(void *context, const char *message) {
    td_engine *engine = context;
    if (engine->messages.size) td_buffer_add_byte(&engine->messages, '\n');
    td_buffer_add_string(&engine->messages, message);
    engine->refused++;
}

static int write_json(void *context) {
    td_engine *engine = context;
    td_json json;
    td_json_init(&json, &engine->json);
    td_report_write_json(&json, engine->report, &(td_report_json_options){0}, &engine->scratch);
    return 0;
}

static int hand_over(td_engine *engine, td_view bytes) {
    if (engine->receive(engine->context, bytes.bytes, bytes.size) == 0) return 0;
    return td_error_set(&engine->error, TD_ERROR_USAGE, "the receiver ended the work");
}

static int give_report(void *context, const td_report *report, td_error *error) {
    td_engine *engine = context;
    engine->report = report;
    td_buffer_clear(&engine->json);
    td_arena_reset(&engine->scratch);
    int status = td_arena_run(&engine->scratch, write_json, engine, error);
    if (status == 0) status = td_buffer_status(&engine->json, error);
    if (status < 0) return status;
    engine->read++;
    return hand_over(engine, td_buffer_view(&engine->json));
}

int td_engine_annotate(td_engine *engine, const char *name, const void *bytes, size_t size, const char *published,
                       td_receive *receive, void *context) {
    td_arrival arrival;
    td_listener listener = {.context = engine, .report = give_report, .refused = note_refusal};
    int status = begin(engine, published, &arrival);
    engine->receive = receive;
    engine->context = context;
    if (status == 0)
        status = td_pipeline_annotate_bytes(engine->pipeline, td_view_of(name), (td_view){bytes, size}, &arrival, &listener,
                                            &engine->error);
    return end(engine, status);
}

static int count_report(void *context, const td_report *report, td_error *error) {
    (void)report, (void)error;
    ((td_engine *)context)->read++;
    return 0;
}

int td_engine_add(td_engine *engine, const char *store, const char *path, const char *published) {
    td_arrival arrival;
    td_store *opened = NULL;
    td_listener listener = {.context = engine, .report = count_report, .refused = note_refusal};
    int status = begin(engine, published, &arrival);
    if (status == 0) status = td_store_open(store, TD_STORE_WRITE, &opened, &engine->error);
    if (status == 0) status = td_pipeline_add(engine->pipeline, opened, path, &arrival, &listener, &engine->error);
    if (status == 0) status = td_pipeline_refresh(engine->pipeline, opened, &engine->error);
    td_store_close(opened);
    return end(engine, status);
}

static int give_piece(void *context, td_view bytes, td_error *error) {
    (void)error;
    return hand_over(context, bytes);
}

int td_engine_export(td_engine *engine, const char *store, td_receive *receive, void *context) {
    td_arrival arrival;
    td_store *opened = NULL;
    td_sink sink = {.context = engine, .write = give_piece};
    int status = begin(engine, NULL, &arrival);
    engine->receive = receive;
    engine->context = context;
    if (status == 0) status = td_store_open(store, TD_STORE_WRITE, &opened, &engine->error);
    if (status == 0) status = td_pipeline_refresh(engine->pipeline, opened, &engine->error);
    if (status == 0) status = td_pipeline_export(opened, &sink, &engine->error);
    td_store_close(opened);
    return end(engine, status);
}
