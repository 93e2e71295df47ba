/*
 * The finders of mentions, timed one by one on one core over parsed reports.
 * Input: a lexicon, a file or folder of reports. Output: bytes of text a second for each finder, for times and figures
 * together, and for the whole stage, beside aims and peers.
 */

#include <stdio.h>

#include "bench.h"
#include "mention/mention.h"
#include "pipeline/pipeline.h"

#define ROUNDS 5 /* each finder reads every report so often */

enum part { ENTITIES, TIMES, QUOTES, FIGURES, PART_COUNT };

static const struct {
    const char *name;
    void (*find)(const td_lexicon *lexicon, td_report *report, td_arena *arena);
    const char *beside; /* the aim, and the speed of the best-known peer */
} parts[PART_COUNT] = {
    [ENTITIES] = {"entities", td_find_entities, ""},
    [TIMES] = {"times", td_find_times, "  (aim 5; HeidelTime 2.2.1 0.003)"},
    [QUOTES] = {"quotes", td_find_quotes, ""},
    [FIGURES] = {"figures", td_find_figures, ""},
};

typedef struct timing {
    const td_lexicon *lexicon;
    td_arena arena;
    double seconds[PART_COUNT];
    uint64_t bytes;
} timing;

static int time_report(void *context, const td_report *report, td_error *error) {
    (void)error;
    timing *timed = context;
    for (int round = 0; round < ROUNDS; round++) {
        td_report again = *report;
        again.entities.count = again.mentions.count = again.times.count = again.quotes.count = again.figures.count = 0;
        again.entities.items = NULL, again.mentions.items = NULL, again.times.items = NULL;
        again.quotes.items = NULL, again.figures.items = NULL;
        again.entities.capacity = again.mentions.capacity = again.times.capacity = 0;
        again.quotes.capacity = again.figures.capacity = 0;
        td_arena_reset(&timed->arena);
        for (int part = 0; part < PART_COUNT; part++) {
            double start = bench_seconds();
            parts[part].find(timed->lexicon, &again, &timed->arena);
            timed->seconds[part] += bench_seconds() - start;
        }
        timed->bytes += report->text.size;
    }
    return 0;
}

static void print(const timing *timed) {
    double all = 0, megabytes = (double)timed->bytes / 1e6;
    for (int part = 0; part < PART_COUNT; part++) {
        all += timed->seconds[part];
        printf("%-18s %8.2f MB/s%s\n", parts[part].name, megabytes / timed->seconds[part], parts[part].beside);
    }
    printf("%-18s %8.2f MB/s\n", "times and figures", megabytes / (timed->seconds[TIMES] + timed->seconds[FIGURES]));
    printf("%-18s %8.2f MB/s  (aim 2)\n", "the whole stage", megabytes / all);
}

int main(int count, char **words) {
    if (count != 3) {
        fprintf(stderr, "usage: %s PACK REPORTS\n", words[0]);
        return 2;
    }
    td_error error = TD_ERROR_INIT;
    td_lexicon *lexicon = NULL;
    td_pipeline *pipeline = NULL;
    timing timed = {0};
    td_arena_init(&timed.arena, (size_t)256 << 20);
    td_listener listener = {.context = &timed, .report = time_report};
    td_arrival arrival = TD_ARRIVAL_INIT;
    int status = td_lexicon_open(words[1], &lexicon, &error);
    timed.lexicon = lexicon;
    if (status == 0) status = td_pipeline_new(lexicon, &pipeline, &error);
    if (status == 0) status = td_pipeline_annotate(pipeline, words[2], &arrival, &listener, &error);
    if (status == 0)
        print(&timed);
    else
        fprintf(stderr, "%s\n", error.message);
    td_pipeline_free(pipeline);
    td_lexicon_free(lexicon);
    td_arena_release(&timed.arena);
    return status == 0 ? 0 : 3;
}
