/*
 * The whole pipeline, timed: reports from JSON lines into a new store, read, compared and kept in ledgers, on one core.
 * Input: a lexicon, a file of reports, the path of a store to make. Output: reports, words and bytes a second, the peak
 * of memory, and the share of each stage.
 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "pipeline/pipeline.h"

typedef struct counts {
    uint64_t reports, words, bytes;
} counts;

static int count_report(void *context, const td_report *report, td_error *error) {
    (void)error;
    counts *seen = context;
    seen->reports++;
    seen->bytes += report->text.size;
    for (td_each(token, &report->tokens)) seen->words += !(token->features & TD_FEATURE_PUNCTUATION);
    return 0;
}

static void refuse(void *context, const char *message) {
    (void)context;
    fprintf(stderr, "%s\n", message);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void print(const td_pipeline *pipeline, const counts *seen, double seconds) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    printf("reports      %10llu  %10.0f a second\n", (unsigned long long)seen->reports, (double)seen->reports / seconds);
    printf("words        %10llu  %10.0f a second\n", (unsigned long long)seen->words, (double)seen->words / seconds);
    printf("text, MB     %10.2f  %10.2f a second\n", (double)seen->bytes / 1e6, (double)seen->bytes / 1e6 / seconds);
    printf("seconds      %10.2f\n", seconds);
    printf("peak memory  %10.0f MB\n", (double)used.ru_maxrss / 1024);
    for (int stage = 0; stage < TD_STAGE_COUNT; stage++) {
        double spent = td_pipeline_seconds(pipeline, stage);
        printf("  %-9s  %10.2f s  %5.1f %%\n", td_stage_name(stage), spent, 100 * spent / seconds);
    }
}

int main(int count, char **words) {
    if (count != 4) {
        fprintf(stderr, "usage: %s PACK REPORTS.jsonl STORE\n", words[0]);
        return 2;
    }
    td_error error = TD_ERROR_INIT;
    td_pipeline *pipeline = NULL;
    td_store *store = NULL;
    counts seen = {0};
    td_listener listener = {.context = &seen, .report = count_report, .refused = refuse};
    td_arrival arrival = TD_ARRIVAL_INIT;
    double start = now();
    int status = td_pipeline_open(words[1], &pipeline, &error);
    if (status == 0) status = td_store_open(words[3], TD_STORE_WRITE, &store, &error);
    if (status == 0) status = td_pipeline_add(pipeline, store, words[2], &arrival, &listener, &error);
    if (status == 0) status = td_pipeline_refresh(pipeline, store, &error);
    if (status == 0) print(pipeline, &seen, now() - start);
    else fprintf(stderr, "%s\n", error.message);
    td_store_close(store);
    td_pipeline_free(pipeline);
    return status == 0 ? 0 : 3;
}
