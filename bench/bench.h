#ifndef TD_BENCH_BENCH_H
#define TD_BENCH_BENCH_H

/* What the benches share: the clock of the process, its memory, and the frame of those that run on made-up reports. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"

/* Seconds of processor time that the process has taken. */
static inline double bench_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* The most memory that the process has held so far. */
static inline double bench_megabytes(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)used.ru_maxrss / 1024;
}

/* A program whose only argument is how many reports to make up, 100,000 if it is not said; its exit status. */
static inline int bench_made_up(int count, char **words, void (*measure)(uint32_t reports, td_arena *arena)) {
    long reports = count > 1 ? strtol(words[1], NULL, 10) : 100000;
    if (count > 2 || reports < 1 || reports > 10000000) {
        fprintf(stderr, "usage: %s [REPORTS]     1 to 10,000,000\n", words[0]);
        return 2;
    }
    td_arena arena;
    td_arena_init(&arena, (size_t)64 << 30);
    measure((uint32_t)reports, &arena);
    td_arena_release(&arena);
    return 0;
}

#endif
