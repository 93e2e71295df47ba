#ifndef TD_RESOLVE_SHINGLE_INDEX_H
#define TD_RESOLVE_SHINGLE_INDEX_H

/* Which reports hold a shingle, and where. */

#include "resolve/comparison.h"

/* A shingle that more reports have is common: boilerplate, or a text that a whole wire carried. */
#define TD_COMMON_HOLDERS 25

/* One shingle of one report. */
typedef struct td_posting {
    uint64_t key;
    td_index report;
    uint32_t place; /* in the report's text */
} td_posting;

/* What of a report can be copied: its shingles but for those of formulas. */
typedef struct td_shingle_text {
    const td_outline_shingle *items;
    uint32_t count;
} td_shingle_text;

typedef struct td_shingle_index {
    td_shingle_text *texts; /* by report */
    td_posting *postings;   /* by key, report, place */
    uint32_t count;
    uint32_t *first_place; /* of each report, in place_of */
    uint32_t *place_of;    /* for each report's shingle: its place among the postings */
    uint32_t *run_end;     /* for each posting: end of the run of its key */
    uint8_t *holders;      /* for each posting: how many reports hold its key, as TD_COMMON_HOLDERS where more */
} td_shingle_index;

/* In scratch memory. */
void td_shingle_index_make(const td_comparison *comparison, td_shingle_index *index);

static inline bool td_shingle_is_common(const td_shingle_index *index, uint32_t posting) {
    return index->holders[posting] == TD_COMMON_HOLDERS;
}

/* The posting of the shingle at `place` of `report`. */
static inline uint32_t td_shingle_posting(const td_shingle_index *index, td_index report, uint32_t place) {
    return index->place_of[index->first_place[report] + place];
}

/*
 * Where `report` holds the shingle of posting `from`, which stands before its own in the run: the first place after
 * `after`, else the first; UINT32_MAX: nowhere.
 */
uint32_t td_shingle_place(const td_shingle_index *index, uint32_t from, td_index report, uint32_t after);

#endif
