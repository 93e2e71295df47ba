/*
 * Lines and how they read.
 * Input: days, modalities, lines. Output: their words; sections as wrapped text.
 */

#include "view/lines.h"

#include "view/source.h"

#define MOST_CITATIONS 4 /* shown behind a line of text; `why` shows all */
#define NARROWEST 40
#define WIDEST 100

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

td_section *td_section_of_story(td_section_array *sections, const td_record *record, td_index story, td_arena *arena) {
    const td_story *from = &record->stories.items[story];
    uint32_t reports = from->reports.count, origins = td_source_origins(record, &from->reports, arena);
    td_section *section = td_push(arena, sections);
    *section =
        (td_section){.title = from->title,
                     .id = from->id,
                     .title_evidence = from->title_evidence,
                     .interval = from->interval,
                     .note = td_arena_format(arena, "%u %s of %u %s", reports, reports == 1 ? "report" : "reports",
                                             origins, origins == 1 ? "origin" : "origins")};
    return section;
}

td_line *td_section_add(td_section *section, td_arena *arena, const char *kind, td_view text) {
    td_line *line = td_push(arena, &section->lines);
    *line = (td_line){.kind = kind, .text = text, .interval = TD_INTERVAL_OPEN, .event = TD_NONE};
    return line;
}

void td_line_cite(td_line *line, td_arena *arena, td_evidence evidence) {
    *td_push(arena, &line->evidence) = evidence;
}

static td_view day_phrase(td_day day, td_arena *arena) {
    td_date date = td_day_to_date(day);
    return td_arena_format(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

/* Whole months and years are named as such. */
static bool whole_month(td_interval interval) {
    td_date from = td_day_to_date(interval.from), to = td_day_to_date(interval.to);
    return from.year == to.year && from.month == to.month && from.day == 1 &&
           to.day == td_days_in_month(to.year, to.month);
}
static bool whole_year(td_interval interval) {
    td_date from = td_day_to_date(interval.from), to = td_day_to_date(interval.to);
    return from.year == to.year && from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31;
}

td_view td_interval_phrase(td_interval interval, td_arena *arena) {
    if (!td_interval_known(interval)) return TD_VIEW("day unknown");
    if (td_interval_exact(interval)) return day_phrase(interval.from, arena);
    if (interval.from == TD_DAY_UNKNOWN)
        return td_arena_format(arena, "by %.*s", TD_VIEW_ARGUMENTS(day_phrase(interval.to, arena)));
    td_date from = td_day_to_date(interval.from);
    if (interval.to == TD_DAY_UNKNOWN)
        return td_arena_format(arena, "from %.*s", TD_VIEW_ARGUMENTS(day_phrase(interval.from, arena)));
    if (whole_year(interval)) return td_arena_format(arena, "in %d", from.year);
    if (whole_month(interval)) return td_arena_format(arena, "in %s %d", months[from.month - 1], from.year);
    return td_arena_format(arena, "between %.*s and %.*s", TD_VIEW_ARGUMENTS(day_phrase(interval.from, arena)),
                           TD_VIEW_ARGUMENTS(day_phrase(interval.to, arena)));
}

td_view td_modality_phrase(enum td_modality modality, bool negated, td_arena *arena) {
    static const char *const phrases[TD_MODALITY_COUNT] = {
        [TD_MODALITY_HAPPENED] = "done",         [TD_MODALITY_ENDED] = "ended",
        [TD_MODALITY_UNDER_WAY] = "under way",   [TD_MODALITY_BEGUN] = "begun",
        [TD_MODALITY_ORDERED] = "ordered",       [TD_MODALITY_AGREED] = "agreed",
        [TD_MODALITY_ANNOUNCED] = "announced",   [TD_MODALITY_PLANNED] = "planned",
        [TD_MODALITY_EXPECTED] = "expected",     [TD_MODALITY_POSSIBLE] = "possible",
        [TD_MODALITY_ALLEGED] = "alleged",       [TD_MODALITY_HOPED] = "hoped for",
        [TD_MODALITY_CALLED_FOR] = "called for", [TD_MODALITY_REFUSED] = "refused",
        [TD_MODALITY_DENIED] = "denied",         [TD_MODALITY_UNDISCLOSED] = "not disclosed",
    };
    const char *phrase = phrases[modality];
    return negated ? td_arena_format(arena, "not %s", phrase) : td_view_of(phrase);
}

td_view td_event_sentence(const td_record_event *event, td_arena *arena) {
    bool denied = false;
    for (td_each(claim, &event->history)) denied |= claim->modality == TD_MODALITY_DENIED;
    bool but = denied && event->modality != TD_MODALITY_DENIED;
    return td_arena_format(arena, "%.*s: %.*s, %.*s%s.", TD_VIEW_ARGUMENTS(event->title),
                           TD_VIEW_ARGUMENTS(td_modality_phrase(event->modality, event->negated, arena)),
                           TD_VIEW_ARGUMENTS(td_interval_phrase(event->interval, arena)),
                           but ? "; denied by some" : "");
}

const td_modality_claim *td_event_claim(const td_record_event *event) {
    for (td_each(claim, &event->history)) {
        bool against = claim->negated || claim->modality == TD_MODALITY_DENIED ||
                       claim->modality == TD_MODALITY_REFUSED || claim->modality == TD_MODALITY_UNDISCLOSED;
        if (!against) return claim;
    }
    return &event->history.items[0];
}

void td_event_cite(const td_record_event *event, td_line *line, td_arena *arena) {
    td_line_cite(line, arena, td_event_claim(event)->evidence);
    for (td_each(claim, &event->history)) {
        bool again = false;
        for (td_each(other, &line->evidence)) again |= other->report == claim->evidence.report;
        if (!again) td_line_cite(line, arena, claim->evidence);
    }
}

/* Writing */

typedef struct td_line_writer {
    td_buffer *out;
    uint32_t width, column, indent;
} td_line_writer;

static uint32_t columns_of(td_view word) {
    return (uint32_t)td_utf8_count(word);
}

/* Words, broken where the line is full. */
static void write_words(td_line_writer *writer, td_view text) {
    td_view word;
    while (td_view_split(&text, ' ', &word)) {
        if (word.size == 0) continue;
        uint32_t size = columns_of(word);
        if (writer->column > writer->indent && writer->width && writer->column + 1 + size > writer->width) {
            td_buffer_add_byte(writer->out, '\n');
            for (uint32_t i = 0; i < writer->indent; i++) td_buffer_add_byte(writer->out, ' ');
            writer->column = writer->indent;
        } else if (writer->column > writer->indent) {
            td_buffer_add_byte(writer->out, ' ');
            writer->column++;
        }
        td_source_print(writer->out, word);
        writer->column += size;
    }
}

static void write_citations(td_line_writer *writer, const td_line *line, td_passages *passages, bool colour) {
    if (colour) td_buffer_add_string(writer->out, "\033[2m");
    for (uint32_t i = 0; i < line->evidence.count && i < MOST_CITATIONS; i++) {
        td_view citation = td_passages_citation(passages, line->evidence.items[i]);
        write_words(writer, td_arena_format(passages->arena, "[%.*s]", TD_VIEW_ARGUMENTS(citation)));
    }
    if (line->evidence.count > MOST_CITATIONS)
        write_words(writer, td_arena_format(passages->arena, "and %u more", line->evidence.count - MOST_CITATIONS));
    if (line->id.size) write_words(writer, line->id);
    if (colour) td_buffer_add_string(writer->out, "\033[0m");
}

static void write_line(const td_line *line, td_passages *passages, const td_view_request *request, td_buffer *out) {
    uint32_t margin = line->level ? 6 : 2;
    td_line_writer writer = {.out = out, .width = request->width, .indent = margin + 2};
    if (writer.width && writer.width < NARROWEST) writer.width = NARROWEST;
    if (writer.width > WIDEST || !writer.width) writer.width = request->width ? WIDEST : 0;
    for (uint32_t i = 0; i < margin; i++) td_buffer_add_byte(out, ' ');
    td_buffer_add_string(out, line->level ? "\xC2\xB7 " : "- ");
    writer.column = writer.indent;
    write_words(&writer, line->text);
    write_citations(&writer, line, passages, request->colour);
    td_buffer_add_byte(out, '\n');
}

void td_sections_write_text(const td_section_array *sections, td_passages *passages, const td_view_request *request,
                            td_buffer *out) {
    bool first = true;
    for (td_each(section, sections)) {
        if (!first) td_buffer_add_byte(out, '\n');
        first = false;
        if (request->colour) td_buffer_add_string(out, "\033[1m");
        td_source_print(out, section->title);
        if (request->colour) td_buffer_add_string(out, "\033[0m");
        if (td_interval_known(section->interval))
            td_buffer_format(out, " (%.*s)", TD_VIEW_ARGUMENTS(td_interval_phrase(section->interval, passages->arena)));
        if (section->note.size) td_buffer_format(out, "  %.*s", TD_VIEW_ARGUMENTS(section->note));
        if (section->id.size) td_buffer_format(out, "  %.*s", TD_VIEW_ARGUMENTS(section->id));
        td_buffer_add_byte(out, '\n');
        for (td_each(line, &section->lines)) write_line(line, passages, request, out);
    }
}
