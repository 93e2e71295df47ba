/*
 * Opening what commands work with, and printing what they made.
 * Input: arguments. Output: an open lexicon, store and record; results on standard output.
 */

#include "cli/desk.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define VIEW_MEMORY ((size_t)2 << 30)
#define RESULT_LIMIT ((size_t)1 << 30)

/* Lexicons beside this program: in the folder it was built in, or where it was installed with a prefix. */
static const char *const beside[] = {"../../data/tidings.pack", "../share/tidings/tidings.pack"};

static const char *find_pack(const td_arguments *arguments, char path[PATH_MAX]) {
    if (arguments->pack) return arguments->pack;
    char program[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    if (size > 0) {
        program[size] = 0;
        *(strrchr(program, '/') + 1) = 0;
        for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
            if (snprintf(path, PATH_MAX, "%s%s", program, beside[i]) >= PATH_MAX) continue;
            if (access(path, R_OK) == 0) return path;
        }
    }
    return TD_PACK_PATH;
}

int td_desk_open_pipeline(td_desk *desk, const td_arguments *arguments) {
    char path[PATH_MAX];
    *desk = (td_desk){.arguments = arguments};
    td_arena_init(&desk->arena, VIEW_MEMORY);
    td_buffer_init(&desk->out, RESULT_LIMIT);
    return td_pipeline_open(find_pack(arguments, path), &desk->pipeline, &desk->error);
}

int td_desk_open_writing(td_desk *desk, const td_arguments *arguments) {
    int status = td_desk_open_pipeline(desk, arguments);
    if (status == 0) status = td_store_open(arguments->store, TD_STORE_WRITE, &desk->store, &desk->error);
    return status;
}

/* Is everything derived made by this engine and lexicon? */
static int is_current(td_desk *desk, bool *current) {
    td_view_array unread = {0};
    td_view stamp = td_view_of(td_pipeline_stamp(desk->pipeline));
    int status = td_store_is_resolved(desk->store, current, &desk->error);
    if (status == 0 && *current) status = td_store_unread_ids(desk->store, stamp, &desk->arena, &unread, &desk->error);
    if (unread.count > 0) *current = false;
    return status;
}

static int bring_up_to_date(td_desk *desk) {
    bool current = false;
    int status = is_current(desk, &current);
    if (status < 0 || current) return status;
    td_store_close(desk->store);
    desk->store = NULL;
    fprintf(stderr, "tidings: bringing %s up to date\n", desk->arguments->store);
    status = td_store_open(desk->arguments->store, TD_STORE_WRITE, &desk->store, &desk->error);
    if (status == 0) status = td_pipeline_refresh(desk->pipeline, desk->store, &desk->error);
    return status;
}

int td_desk_open_reading(td_desk *desk, const td_arguments *arguments) {
    int status = td_desk_open_pipeline(desk, arguments);
    if (status < 0) return status;
    if (td_path_kind_of(arguments->store) == TD_PATH_ABSENT)
        return td_error_set(&desk->error, TD_ERROR_STORE,
                            "there is no store at %s; `tidings add` makes one, --store names another", arguments->store);
    status = td_store_open(arguments->store, TD_STORE_READ, &desk->store, &desk->error);
    if (status == 0) status = bring_up_to_date(desk);
    if (status == 0) status = td_reader_new(desk->store, &desk->reader, &desk->error);
    return status;
}

void td_desk_close(td_desk *desk) {
    td_reader_free(desk->reader);
    td_store_close(desk->store);
    td_pipeline_free(desk->pipeline);
    td_buffer_release(&desk->out);
    td_arena_release(&desk->arena);
}

int td_desk_fail(const td_desk *desk) {
    fprintf(stderr, "tidings: %s\n", desk->error.message);
    return desk->error.code == TD_ERROR_USAGE ? TD_EXIT_USAGE : TD_EXIT_NOTHING_DONE;
}

int td_desk_print(td_desk *desk) {
    int status = td_buffer_status(&desk->out, &desk->error);
    if (status < 0) return status;
    fwrite(desk->out.bytes, 1, desk->out.size, stdout);
    td_buffer_clear(&desk->out);
    return 0;
}

static const td_report *report_of(void *context, td_index report) {
    td_desk *desk = context;
    return td_reader_report(desk->reader, report, &desk->error);
}

td_view_source td_desk_source(td_desk *desk) {
    const td_view_array *ids = td_reader_report_ids(desk->reader);
    return (td_view_source){
        .record = td_reader_record(desk->reader),
        .report_ids = ids->items,
        .report_count = ids->count,
        .context = desk,
        .report = report_of,
        .decisions = td_reader_decisions(desk->reader),
    };
}

bool td_desk_colour(enum td_colour colour, FILE *stream) {
    if (colour != TD_COLOUR_AUTO) return colour == TD_COLOUR_ALWAYS;
    const char *refused = getenv("NO_COLOR"); /* no-color.org */
    return isatty(fileno(stream)) && !(refused && *refused);
}

static uint32_t terminal_width(void) {
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

/* --json, or what --format says. */
static int read_format(td_desk *desk, enum td_view_format *format) {
    static const struct {
        const char *name;
        enum td_view_format format;
    } formats[] = {{"text", TD_FORMAT_TEXT}, {"json", TD_FORMAT_JSON}, {"jsonl", TD_FORMAT_JSON}};
    const char *name = desk->arguments->format;
    *format = desk->arguments->json ? TD_FORMAT_JSON : TD_FORMAT_TEXT;
    if (!name) return 0;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(name, formats[i].name) != 0) continue;
        *format = formats[i].format;
        return 0;
    }
    return td_error_set(&desk->error, TD_ERROR_USAGE, "--format %s: say text, json or jsonl", name);
}

static int find_story(td_desk *desk, td_index *story) {
    const td_record *record = td_reader_record(desk->reader);
    const char *id = desk->arguments->story;
    *story = TD_NONE;
    if (!id) return 0;
    for (td_index at = 0; at < record->stories.count; at++)
        if (td_view_equal(record->stories.items[at].id, td_view_of(id))) *story = at;
    if (*story != TD_NONE) return 0;
    return td_error_set(&desk->error, TD_ERROR_USAGE, "there is no story %s; `tidings stories` lists them", id);
}

int td_desk_request(td_desk *desk, td_view_request *request) {
    const td_arguments *arguments = desk->arguments;
    *request = (td_view_request){
        .colour = td_desk_colour(arguments->colour, stdout),
        .most = arguments->most,
        .width = terminal_width(),
    };
    int status = read_format(desk, &request->format);
    return status < 0 ? status : find_story(desk, &request->story);
}

int td_desk_filter(td_desk *desk, td_listing_filter *filter) {
    const td_arguments *arguments = desk->arguments;
    enum td_event_type type;
    if (arguments->report) {
        filter->report = td_reader_find(desk->reader, td_view_of(arguments->report));
        if (filter->report == TD_NONE)
            return td_error_set(&desk->error, TD_ERROR_USAGE, "there is no report %s; `tidings reports` lists them",
                                arguments->report);
    }
    if (!arguments->type) return 0;
    if (!td_event_type_from_label(td_view_of(arguments->type), &type))
        return td_error_set(&desk->error, TD_ERROR_USAGE,
                            "there is no event type '%s': say a PLOVER type such as RETREAT, ASSAULT or AGREE", arguments->type);
    filter->type = (int)type;
    return 0;
}

typedef struct showing {
    td_desk *desk;
    int (*show)(td_desk *, const td_view_source *, const td_view_request *);
    td_view_request request;
} showing;

static int show_in_arena(void *context) {
    showing *work = context;
    td_view_source source = td_desk_source(work->desk);
    return work->show(work->desk, &source, &work->request);
}

int td_desk_show(const td_arguments *arguments, int (*show)(td_desk *, const td_view_source *, const td_view_request *)) {
    td_desk desk;
    showing work = {.desk = &desk, .show = show};
    int status = td_desk_open_reading(&desk, arguments);
    if (status == 0) status = td_desk_request(&desk, &work.request);
    if (status == 0) status = td_arena_run(&desk.arena, show_in_arena, &work, &desk.error);
    if (status == 0) status = td_desk_print(&desk);
    int result = status == 0 ? TD_EXIT_DONE : td_desk_fail(&desk);
    td_desk_close(&desk);
    return result;
}
