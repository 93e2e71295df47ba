/*
 * How much reports make of each day.
 * Input: reports. Output: the days that they tell of, weighed.
 *
 * A day matters to a topic as far as reports speak of it, more than as far as
 * they come out on it (Kessler, Tannier, Hagege, Moriceau and Bittar 2012).
 * Each origin has one voice for a day, however often it names it and in however
 * many copies; a day still to come has half a voice, for plans fall through.
 */

#include "view/days.h"

#include <stdlib.h>

/* What an origin adds to the weight of a day. */
#define TOLD 4  /* gone by, or its own */
#define AHEAD 2 /* still to come */
#define ALONE 2 /* part that is left where no other report tells its story: it may be off the topic */

/* One report naming one day. */
typedef struct telling {
    td_day day;
    td_index origin, report;
    td_span span;
    uint32_t weight;
} telling;
typedef TD_ARRAY(telling) telling_array;

/* By day, then origin; the weightiest first, then by report and place. */
static int compare_tellings(const void *left, const void *right) {
    const telling *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->origin != b->origin) return a->origin < b->origin ? -1 : 1;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static void collect(td_passages *passages, td_index at, uint32_t share, telling_array *tellings) {
    const td_cited_report *report = td_passages_report(passages, at);
    const td_record *record = passages->source->record;
    for (td_each(time, &report->days)) {
        td_day published = report->published.to;
        bool ahead = published != TD_DAY_UNKNOWN && time->day > published;
        *td_push(passages->arena, tellings) =
            (telling){.day = time->day,
                      .origin = at < record->origins.count ? record->origins.items[at] : at,
                      .report = at,
                      .span = time->span,
                      .weight = (ahead ? AHEAD : TOLD) / share};
    }
}

/* Does `one` tell better what came about that day? */
static bool is_better(const telling *one, const telling *best) {
    if (one->weight != best->weight) return one->weight > best->weight;
    if (one->report != best->report) return one->report < best->report;
    return one->span.start < best->span.start;
}

static td_told_day weigh(const telling *first, const telling *stop) {
    td_told_day told = {.day = first->day};
    const telling *best = first;
    for (const telling *one = first; one < stop; one++) {
        if (is_better(one, best)) best = one;
        if (one > first && one->origin == one[-1].origin) continue;
        told.origins++;
        told.weight += one->weight;
    }
    told.evidence = (td_evidence){best->report, best->span};
    return told;
}

void td_days_tell(td_passages *passages, td_index story, td_told_day_array *days) {
    const td_record *record = passages->source->record;
    telling_array tellings = {0};
    for (td_index at = 0; at < record->stories.count; at++) {
        if (story != TD_NONE && at != story) continue;
        const td_index_array *reports = &record->stories.items[at].reports;
        for (td_each(report, reports)) collect(passages, *report, reports->count == 1 ? ALONE : 1, &tellings);
    }
    if (tellings.count) qsort(tellings.items, tellings.count, sizeof *tellings.items, compare_tellings);
    const telling *stop = tellings.items + tellings.count;
    for (const telling *first = tellings.items, *next; first < stop; first = next) {
        for (next = first + 1; next < stop && next->day == first->day;) next++;
        *td_push(passages->arena, days) = weigh(first, next);
    }
}

const td_told_day *td_days_find(const td_told_day_array *days, td_day day) {
    uint32_t low = 0, high = days->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (days->items[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low < days->count && days->items[low].day == day ? &days->items[low] : NULL;
}
