/*
 * Events, timed on one core: from parsed text by the index of frames, and the whole way from raw text.
 * Input: a lexicon, a file or folder of reports. Output: sentences a second of both, beside what they aim at; TABARI,
 * the fastest coder of events, reads 6,375 sentences a second without a parse.
 */

#include <stdio.h>

#include "bench.h"
#include "event/event.h"
#include "mention/mention.h"
#include "pipeline/pipeline.h"
#include "text/text.h"

#define ROUNDS 5 /* every report is read so often */
#define AIM_PARSED 20000
#define AIM_RAW 6500
#define TABARI 6375

enum part { TEXT, MENTION, EVENT, PART_COUNT };

typedef struct timing {
    const td_lexicon *lexicon;
    td_text *text;
    td_arena arena;
    double seconds[PART_COUNT];
    uint64_t sentences, events;
} timing;

static int time_report(void *context, const td_report *report, td_error *error) {
    timing *timed = context;
    for (int round = 0; round < ROUNDS; round++) {
        td_arena_reset(&timed->arena);
        td_report again = {.text = report->text, .published = report->published};
        double start = bench_seconds();
        if (td_text_read(timed->text, &again, &timed->arena, error) < 0) return TD_ERROR_INTERNAL;
        double read = bench_seconds();
        td_mention_find(timed->lexicon, &again, &timed->arena);
        double found = bench_seconds();
        td_event_code(timed->lexicon, TD_HAPPENINGS_OF_LEAD, &again, &timed->arena);
        double coded = bench_seconds();
        timed->seconds[TEXT] += read - start;
        timed->seconds[MENTION] += found - read;
        timed->seconds[EVENT] += coded - found;
        timed->sentences += again.sentences.count;
        timed->events += again.events.count;
    }
    return 0;
}

static void print(const timing *timed) {
    double sentences = (double)timed->sentences, raw = 0;
    for (int part = 0; part < PART_COUNT; part++) raw += timed->seconds[part];
    printf("sentences                 %10.0f\n", sentences / ROUNDS);
    printf("events                    %10.0f\n", (double)timed->events / ROUNDS);
    printf("parsed text to events     %10.0f sentences/s  (aim %d)\n", sentences / timed->seconds[EVENT], AIM_PARSED);
    printf("raw text to events        %10.0f sentences/s  (aim %d; TABARI %d)\n", sentences / raw, AIM_RAW, TABARI);
    static const char *const names[PART_COUNT] = {"text", "mentions", "events"};
    for (int part = 0; part < PART_COUNT; part++)
        printf("  %-22s  %10.1f %%\n", names[part], 100 * timed->seconds[part] / raw);
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
    if (status == 0) status = td_text_new(lexicon, &timed.text, &error);
    if (status == 0) status = td_pipeline_new(lexicon, &pipeline, &error);
    if (status == 0) status = td_pipeline_annotate(pipeline, words[2], &arrival, &listener, &error);
    if (status == 0)
        print(&timed);
    else
        fprintf(stderr, "%s\n", error.message);
    td_pipeline_free(pipeline);
    td_text_free(timed.text);
    td_lexicon_free(lexicon);
    td_arena_release(&timed.arena);
    return status == 0 ? 0 : 3;
}
