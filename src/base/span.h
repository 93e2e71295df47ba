#ifndef TD_BASE_SPAN_H
#define TD_BASE_SPAN_H

/* A half-open range of byte offsets into a report's text. */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

typedef struct td_span {
    uint32_t start;
    uint32_t end; /* first byte after; end == start is an empty span */
} td_span;

/* "No span": what a field holds when the text gives nothing to point at. */
#define TD_SPAN_NONE ((td_span){UINT32_MAX, UINT32_MAX})

static inline bool td_span_present(td_span span) {
    return span.start != UINT32_MAX;
}
static inline bool td_span_contains(td_span outer, td_span inner) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
static inline bool td_span_overlaps(td_span a, td_span b) {
    return a.start < b.end && b.start < a.end;
}
/* The smallest span that holds both; an absent one adds nothing. */
static inline td_span td_span_join(td_span a, td_span b) {
    if (!td_span_present(a)) return b;
    if (!td_span_present(b)) return a;
    return (td_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}
static inline td_view td_span_text(td_view text, td_span span) {
    return td_span_present(span) ? td_view_slice(text, span.start, span.end) : TD_VIEW_ABSENT;
}

#endif
