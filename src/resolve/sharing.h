#ifndef TD_RESOLVE_SHARING_H
#define TD_RESOLVE_SHARING_H

/* What two reports share, word for word. */

#include "resolve/shingle_index.h"

#define TD_MOST_PASSAGES 6 /* of one pair of reports */

/* A run of words that stands in both: from the first to the last of the shingles it was found by. */
typedef struct td_passage {
    td_span a, b;
    uint32_t shingles; /* that it was found by */
    uint32_t bytes;    /* of a that they cover; less than its length where some words between differ */
    uint32_t rarest;   /* posting of the one that the fewest reports hold */
} td_passage;

typedef struct td_sharing {
    td_index a, b; /* a < b */
    uint32_t shingles;
    td_span a_span, b_span; /* from the first to the last shared shingle; absent if there is none */
    td_passage passages[TD_MOST_PASSAGES];
    uint32_t passage_count;
    bool related; /* `kind` puts them into one family */
    enum td_copy_kind kind;
} td_sharing;

/* Read two reports side by side, in the order of the first, `a` < `b`; `related` stays false. */
td_sharing td_sharing_read(const td_comparison *comparison, const td_shingle_index *index, td_index a, td_index b);

#endif
