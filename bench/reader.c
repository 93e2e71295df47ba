/*
 * The reader, timed on one core: tokens, tags and trees, and names.
 * Input: a lexicon, a file or folder of reports. Output: words a second of each, beside what is published of peers; the
 * time to load and the memory; and the time a token takes in ever longer sentences, which must not grow.
 */

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "mention/mention.h"
#include "pipeline/pipeline.h"
#include "text/text.h"

#define ROUNDS 5 /* each report is read so often */

typedef struct timing {
    const td_lexicon *lexicon;
    td_text *text;
    td_arena arena;
    double reading, naming; /* seconds */
    uint64_t words;
} timing;

static int time_report(void *context, const td_report *report, td_error *error) {
    timing *timed = context;
    for (int round = 0; round < ROUNDS; round++) {
        td_arena_reset(&timed->arena);
        td_report again = {.text = report->text, .boilerplate = report->boilerplate, .published = report->published};
        double start = bench_seconds();
        int status = td_text_read(timed->text, &again, &timed->arena, error);
        if (status < 0) return status;
        double read = bench_seconds();
        td_find_entities(timed->lexicon, &again, &timed->arena);
        timed->reading += read - start;
        timed->naming += bench_seconds() - read;
        for (td_each(token, &again.tokens)) timed->words += !(token->features & TD_FEATURE_PUNCTUATION);
    }
    return 0;
}

/* One sentence of `length` tokens; nanoseconds a token. */
static int time_sentence(timing *timed, uint32_t length, double *nanoseconds, td_error *error) {
    static const char *const words[] = {"the", "envoy", "told", "two", "reporters", "that", "talks", "resumed", "and"};
    enum { WORDS = sizeof words / sizeof *words, LONGEST = 9 };
    td_arena_reset(&timed->arena);
    char *bytes = td_arena_alloc(&timed->arena, (size_t)length * (LONGEST + 1));
    size_t size = 0;
    for (uint32_t i = 0; i < length; i++) {
        size_t word = strlen(words[i % WORDS]);
        memcpy(bytes + size, words[i % WORDS], word);
        bytes[size + word] = ' ';
        size += word + 1;
    }
    td_report report = {.text = {bytes, size}};
    double start = bench_seconds();
    int status = td_text_read(timed->text, &report, &timed->arena, error);
    *nanoseconds = (bench_seconds() - start) * 1e9 / (double)length;
    return status;
}

static int print_sentences(timing *timed, td_error *error) {
    static const uint32_t lengths[] = {200, 2000, 20000};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        double best = 0, nanoseconds;
        for (int round = 0; round < ROUNDS; round++) {
            int status = time_sentence(timed, lengths[i], &nanoseconds, error);
            if (status < 0) return status;
            if (round == 0 || nanoseconds < best) best = nanoseconds;
        }
        printf("a sentence of %6u tokens   %8.0f ns a token\n", lengths[i], best);
    }
    return 0;
}

static int print_speed(timing *timed, const char *reports, td_error *error) {
    td_pipeline *pipeline = NULL;
    td_listener listener = {.context = timed, .report = time_report};
    td_arrival arrival = TD_ARRIVAL_INIT;
    int status = td_pipeline_new(timed->lexicon, &pipeline, error);
    if (status == 0) status = td_pipeline_annotate(pipeline, reports, &arrival, &listener, error);
    td_pipeline_free(pipeline);
    if (status < 0) return status;
    printf("tokens, tags and trees   %10.0f words a second   (spaCy sm, names included: 9,400)\n",
           (double)timed->words / timed->reading);
    printf("names                    %10.0f words a second   (MITIE: 53,600)\n", (double)timed->words / timed->naming);
    return 0;
}

int main(int count, char **words) {
    if (count != 3) {
        fprintf(stderr, "usage: %s PACK REPORTS\n", words[0]);
        return 2;
    }
    td_error error = TD_ERROR_INIT;
    td_lexicon *lexicon = NULL;
    timing timed = {0};
    td_arena_init(&timed.arena, (size_t)256 << 20);
    double start = bench_seconds();
    int status = td_lexicon_open(words[1], &lexicon, &error);
    timed.lexicon = lexicon;
    if (status == 0) status = td_text_new(lexicon, &timed.text, &error);
    if (status == 0) {
        printf("loading                  %10.1f ms, %ld MB\n", (bench_seconds() - start) * 1e3,
               (long)bench_megabytes());
        status = print_sentences(&timed, &error);
    }
    if (status == 0) {
        printf("with sentences so long   %10ld MB\n", (long)bench_megabytes());
        status = print_speed(&timed, words[2], &error);
    }
    if (status == 0)
        printf("peak memory              %10ld MB\n", (long)bench_megabytes());
    else
        fprintf(stderr, "%s\n", error.message);
    td_text_free(timed.text);
    td_lexicon_free(lexicon);
    td_arena_release(&timed.arena);
    return status == 0 ? 0 : 3;
}
