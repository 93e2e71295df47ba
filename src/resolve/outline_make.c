/*
 * One report to its outline.
 * Input: a report with everything that was read from it. Output: the numbers
 * that the comparison across reports needs, and the few words that titles and
 * ledgers show.
 */

#include "resolve/outline_parts.h"
#include "resolve/resolve.h"
#include "resolve/shingles.h"

td_outline_text td_outline_keep(td_outline_work *work, td_view text, uint32_t most) {
    if (!td_view_present(text) || text.size == 0) return (td_outline_text){0, 0};
    size_t size = text.size;
    if (size > most) {
        size = most;
        while (size > 0 && text.bytes[size] != ' ') size--;
        if (size == 0) size = most;
        /* never inside a character */
        while (size > 0 && ((unsigned char)text.bytes[size] & 0xC0U) == 0x80U) size--;
    }
    uint32_t start = work->strings.count;
    for (size_t at = 0; at < size; at++) *td_push(work->arena, &work->strings) = text.bytes[at];
    return (td_outline_text){start, (uint32_t)size};
}

uint64_t td_outline_entity_key(const td_outline_work *work, td_index entity) {
    return entity < work->report->entities.count ? work->entity_keys[entity] : 0;
}

void td_outline_make(const td_report *report, td_arena *arena, td_outline *outline) {
    *outline = (td_outline){.report = td_arena_copy(arena, report->id),
                            .outlet = td_arena_copy(arena, report->outlet),
                            .agency = td_arena_copy(arena, report->agency),
                            .published = report->published.interval,
                            .text_size = (uint32_t)report->text.size};
    td_outline_work work = {.report = report, .arena = arena, .outline = outline};
    td_outline_entities(&work);
    td_outline_sentences(&work);
    td_outline_title(&work);
    td_outline_quotes(&work);
    td_outline_events(&work);
    td_outline_happenings(&work);
    td_outline_figures(&work);
    td_shingles_make(report, arena, outline);
    outline->strings = (td_view){work.strings.items ? work.strings.items : "", work.strings.count};
}
