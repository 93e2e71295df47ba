/*
 * The finder of figures.
 * Input: sentences and tokens, and the times, entities and quotations found
 * before. Output: report->figures.
 */

#include "mention/figures.h"

#include "lexicon/lexicon.h"
#include "mention/mention.h"

/* Words that may begin a figure without a digit or a word of number in it stand this close to one. */
#define LOOK_AHEAD 6
#define NUMBER_CLASSES (1U << TD_UNIT_NUMBER | 1U << TD_UNIT_MAGNITUDE | 1U << TD_UNIT_VAGUE | 1U << TD_UNIT_FRACTION)

static bool begins_without_number(const td_pieces *pieces, int64_t i) {
    static const char *const words[] = {"how", "the", "most", "a", "an", "exact", NULL};
    uint32_t length;
    return td_pieces_match_any(pieces, i, words, &length) >= 0;
}

typedef struct td_time_cursor {
    const td_report *report;
    uint32_t next;
} td_time_cursor;

/* The end of the time that holds byte `offset`, or 0; offsets must not fall. */
static uint32_t time_end_at(td_time_cursor *cursor, uint32_t offset) {
    while (cursor->next < cursor->report->times.count && cursor->report->times.items[cursor->next].span.end <= offset)
        cursor->next++;
    if (cursor->next == cursor->report->times.count) return 0;
    td_span span = cursor->report->times.items[cursor->next].span;
    return span.start <= offset ? span.end : 0;
}

static void find_in_sentence(const td_pieces *pieces, td_report *report, td_arena *arena, td_time_cursor *times) {
    uint32_t next_number = 0;
    for (uint32_t i = 0; i < pieces->list.count;) {
        const td_piece *piece = &pieces->list.items[i];
        uint32_t past = time_end_at(times, piece->span.start);
        if (next_number < i) next_number = i;
        while (
            next_number < pieces->list.count && pieces->list.items[next_number].kind != TD_PIECE_NUMBER &&
            !(pieces->list.items[next_number].word && (pieces->list.items[next_number].word->classes & NUMBER_CLASSES)))
            next_number++;
        td_figure_reading reading;
        td_figure figure;
        bool possible = past == 0 && (next_number - i < LOOK_AHEAD || begins_without_number(pieces, i));
        if (!possible || !td_figure_read(pieces, i, &reading)) {
            i++;
            continue;
        }
        /* a number that runs into a time ("about 20 on 5 May" does not) belongs to it */
        td_time_cursor probe = *times;
        bool in_time = time_end_at(&probe, td_piece_at(pieces, reading.end - 1)->span.start) != 0;
        if (in_time) {
            i++;
            continue;
        }
        if (td_figure_understand(pieces, &reading, report, arena, &figure)) *td_push(arena, &report->figures) = figure;
        i = (uint32_t)reading.end;
    }
}

void td_figures_read(const td_units *units, td_report *report, td_arena *arena) {
    td_pieces pieces = {0};
    td_time_cursor times = {report, 0};
    for (td_index s = 0; s < report->sentences.count; s++) {
        td_pieces_read(&pieces, units, report, s, arena);
        find_in_sentence(&pieces, report, arena, &times);
    }
}

void td_find_figures(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    td_figures_read(td_lexicon_units(lexicon), report, arena);
}
