/*
 * What two reports share.
 * Input: the index of shingles. Output: the passages that stand in both, in
 * the order of the first.
 */

#include "resolve/sharing.h"

#define PASSAGE_BYTES 104 /* what 20 words take, where they are short */
#define VERBATIM_BYTES 60 /* what shingles cover of them: all but five words at either end */
#define PASSAGE_GAP 140   /* bytes between shingles of one passage: a window of words */

static bool continues(const td_passage *last, td_span a, td_span b) {
    return a.start >= last->a.start && b.start >= last->b.start && a.start <= last->a.end + PASSAGE_GAP &&
           b.start <= last->b.end + PASSAGE_GAP;
}

/* Two sentences of the same content words are taken whole: shingles may stop short of their ends. */
static bool same_sentence(const td_outline *a, const td_outline *b, uint32_t at_a, uint32_t at_b, td_span *in_a,
                          td_span *in_b) {
    uint32_t i = td_outline_sentence_at(a, at_a), j = td_outline_sentence_at(b, at_b);
    if (i == TD_NONE || j == TD_NONE) return false;
    const td_outline_sentence *one = &a->sentences.items[i], *other = &b->sentences.items[j];
    uint32_t terms = one->terms_end - one->terms_start;
    if (terms == 0 || terms != other->terms_end - other->terms_start) return false;
    *in_a = one->span;
    *in_b = other->span;
    return memcmp(a->terms.items + one->terms_start, b->terms.items + other->terms_start,
                  terms * sizeof *a->terms.items) == 0;
}

static void reach_to_sentence_ends(const td_outline *a, const td_outline *b, td_passage *open) {
    td_span in_a, in_b;
    if (same_sentence(a, b, open->a.start, open->b.start, &in_a, &in_b)) {
        open->a.start = in_a.start;
        open->b.start = in_b.start;
    }
    if (same_sentence(a, b, open->a.end - 1, open->b.end - 1, &in_a, &in_b)) {
        open->a.end = in_a.end;
        open->b.end = in_b.end;
    }
}

/* Two reports side by side, as far as they were read. */
typedef struct reading {
    const td_shingle_index *index;
    const td_outline *one, *other;
    td_sharing *found;
    td_passage open; /* the passage that the last shared shingle belongs to; no shingles: none yet */
} reading;

/* A passage is over: keep it if it is long enough. */
static void close_passage(reading *work) {
    td_passage *open = &work->open;
    if (!open->shingles || td_shingle_is_common(work->index, open->rarest)) return;
    if (open->bytes < VERBATIM_BYTES || work->found->passage_count == TD_MOST_PASSAGES) return;
    reach_to_sentence_ends(work->one, work->other, open);
    if (open->a.end - open->a.start < PASSAGE_BYTES) return;
    work->found->passages[work->found->passage_count++] = *open;
}

/* A shared shingle goes on with the open passage, or closes it and opens the next. */
static void add_to_passages(reading *work, td_passage added) {
    td_passage *open = &work->open;
    if (!open->shingles || !continues(open, added.a, added.b)) {
        close_passage(work);
        *open = added;
        return;
    }
    uint32_t start = added.a.start > open->a.end ? added.a.start : open->a.end;
    if (added.a.end > start) open->bytes += added.a.end - start;
    open->a = td_span_join(open->a, added.a);
    open->b = td_span_join(open->b, added.b);
    open->shingles++;
    if (work->index->holders[added.rarest] < work->index->holders[open->rarest]) open->rarest = added.rarest;
}

td_sharing td_sharing_read(const td_comparison *comparison, const td_shingle_index *index, td_index a, td_index b) {
    td_sharing found = {.a = a, .b = b, .a_span = TD_SPAN_NONE, .b_span = TD_SPAN_NONE};
    reading work = {index, &comparison->outlines[a], &comparison->outlines[b], &found, {.shingles = 0}};
    uint32_t last = UINT32_MAX;
    for (uint32_t place = 0; place < index->texts[a].count; place++) {
        uint32_t at = td_shingle_posting(index, a, place);
        uint32_t there = td_shingle_place(index, at, b, last);
        if (there == UINT32_MAX) continue;
        last = there;
        found.shingles++;
        td_span here = index->texts[a].items[place].span;
        td_passage shingle = {here, index->texts[b].items[there].span, 1, here.end - here.start, at};
        found.a_span = td_span_join(found.a_span, shingle.a);
        found.b_span = td_span_join(found.b_span, shingle.b);
        add_to_passages(&work, shingle);
    }
    close_passage(&work);
    return found;
}
