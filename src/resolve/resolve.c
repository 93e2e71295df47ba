/*
 * The comparison of all reports.
 * Input: sorted outlines. Output: the record but for its ledgers. Everything
 * is done in the order of the sorted outlines, so the record depends on the
 * set of reports alone.
 */

#include "resolve/resolve.h"
#include "resolve/comparison.h"
#include "resolve/entity_facts.h"
#include "resolve/quote_matches.h"

#define SCRATCH_MEMORY ((size_t)16 << 30)

uint32_t td_outline_sentence_at(const td_outline *outline, uint32_t offset) {
    uint32_t low = 0, high = outline->sentences.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (outline->sentences.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < outline->sentences.count && outline->sentences.items[low].span.start <= offset ? low : TD_NONE;
}

static int compare_all(void *context) {
    td_comparison *comparison = context;
    td_compare_entities(comparison);
    td_entity_facts_collect(comparison);
    td_compare_repetitions(comparison);
    td_compare_copies(comparison);
    td_compare_vocabulary(comparison);
    td_compare_stories(comparison);
    td_quote_matches_find(comparison);
    td_compare_mixed(comparison);
    td_compare_chapters(comparison);
    td_compare_recycled(comparison);
    td_compare_titles(comparison);
    td_compare_events(comparison);
    td_compare_happenings(comparison);
    td_compare_conflicts(comparison);
    return 0;
}

/* Run out of the caller's memory inside, and we come back here first. */
static int with_record_memory(void *context) {
    td_comparison *comparison = context;
    return td_arena_run(comparison->arena, compare_all, comparison, NULL);
}

void td_resolve(const td_outline *outlines, uint32_t count, td_arena *arena, td_record *record) {
    td_arena scratch;
    td_arena_init(&scratch, SCRATCH_MEMORY);
    *record = (td_record){0};
    td_comparison comparison = {
        .outlines = outlines, .count = count, .arena = arena, .scratch = &scratch, .record = record};
    int status = td_arena_run(&scratch, with_record_memory, &comparison, NULL);
    td_arena_release(&scratch);
    /* Memory ran out: leave the caller's work as its own arena would, with nothing of ours left behind. */
    if (status < 0) td_arena_alloc(arena, SIZE_MAX / 2);
}
