/*
 * The brief: for each story what an analyst would say first, in an analyst's order.
 * Input: stories, events, ledgers, conflicts. Output: lines composed of the record's own words, or extracts marked as
 * quotations; each with the passages that it rests on.
 */

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "view/lines.h"

#define EXTRACT_BYTES 260

/* What a brief speaks of, in this order, and how many lines each may take. */
typedef struct td_brief_part {
    const char *kind;
    enum td_ledger_kind ledger; /* TD_LEDGER_COUNT: events that feed no ledger */
    uint32_t most;
} td_brief_part;

static const td_brief_part parts[] = {
    {"happened", TD_LEDGER_COUNT, 2},      {"forces", TD_LEDGER_FORCES, 3},  {"ceasefire", TD_LEDGER_CEASEFIRE, 2},
    {"talks", TD_LEDGER_TALKS, 2},         {"aid", TD_LEDGER_AID, 1},        {"toll", TD_LEDGER_TOLL, 2},
    {"timetable", TD_LEDGER_TIMETABLE, 1}, {"disputed", TD_LEDGER_COUNT, 2}, {"statement", TD_LEDGER_STATEMENTS, 2},
};

enum { PART_COUNT = sizeof parts / sizeof *parts };

/* Something that may become a line. */
typedef struct td_candidate {
    uint32_t weight;
    const td_ledger_entry *entry; /* NULL: an event alone */
    td_index event;
    uint32_t order;
} td_candidate;
typedef TD_ARRAY(td_candidate) td_candidate_array;

/* What of the record belongs to one story. */
typedef struct td_story_part {
    td_candidate_array entries[TD_LEDGER_COUNT];
    td_candidate_array events;
    TD_ARRAY(const td_conflict *) conflicts;
} td_story_part;

typedef struct td_brief {
    td_passages *passages;
    td_arena *arena;
    const td_record *record;
    td_story_part *stories;
    td_map said; /* sentences that have a line already, by report and offset */
} td_brief;

static int by_weight(const void *a, const void *b) {
    const td_candidate *left = a, *right = b;
    if (left->weight != right->weight) return left->weight > right->weight ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

#define LEAD_STEP 100 /* bytes of text that cost a point: what a report says first matters most */
#define LEAD_POINTS 30
#define STORY_MARGIN 30 /* days around a story in which its own events lie */
#define SHORTEST_STATEMENT 30

static uint32_t lead_points(td_evidence evidence) {
    uint32_t cost = evidence.span.start / LEAD_STEP;
    return cost < LEAD_POINTS ? LEAD_POINTS - cost : 0;
}

/* History that a story tells, as against what it is about. */
static bool is_past(const td_brief *brief, td_interval interval, td_index story) {
    td_interval own = brief->record->stories.items[story].interval;
    return td_interval_known(interval) && td_interval_known(own) && !td_interval_overlaps(interval, own) &&
           td_interval_gap(interval, own) > STORY_MARGIN;
}

/* More origins weigh more, then what is told first, then what is firmer. */
static uint32_t event_weight(const td_record_event *event) {
    uint32_t weight = event->origins * 64 + lead_points(td_event_claim(event)->evidence) * 2;
    return weight + (uint32_t)td_modality_rank(event->modality) + (event->participants.count ? 8 : 0);
}

/* A statement in quotation marks, not as a report puts it. */
static bool has_own_words(const td_ledger_entry *entry) {
    td_view kind = td_ledger_text(entry, "kind");
    return td_view_equal(kind, TD_VIEW("direct")) || td_view_equal(kind, TD_VIEW("mixed"));
}

static bool is_short(const td_ledger_entry *entry) {
    td_span words = entry->evidence.items[0].span;
    return words.end - words.start < SHORTEST_STATEMENT;
}

static uint32_t entry_weight(const td_brief *brief, const td_ledger_entry *entry) {
    uint32_t weight = entry->evidence.count * 64 + lead_points(entry->evidence.items[0]) * 2;
    if (entry->event < brief->record->events.count && entry->ledger != TD_LEDGER_STATEMENTS)
        weight = event_weight(&brief->record->events.items[entry->event]);
    if (td_view_equal(entry->status, TD_VIEW("superseded"))) return weight / 8;
    if (entry->ledger != TD_LEDGER_STATEMENTS) return weight;
    if (is_short(entry) || !td_ledger_text(entry, "speaker").size) return weight / 8;
    return has_own_words(entry) ? weight + 64 : weight;
}

/* Does an entry belong in the brief of its story? */
static bool is_brief(const td_brief *brief, const td_ledger_entry *entry) {
    const td_record *record = brief->record;
    if (entry->story >= record->stories.count || is_past(brief, entry->interval, entry->story)) return false;
    if (entry->event < record->events.count && record->events.items[entry->event].background) return false;
    return entry->ledger != TD_LEDGER_STATEMENTS || !is_short(entry) || has_own_words(entry);
}

static void sort_entries(td_brief *brief) {
    for (uint32_t i = 0; i < brief->record->ledgers.count; i++) {
        const td_ledger_entry *entry = &brief->record->ledgers.items[i];
        if (!is_brief(brief, entry)) continue;
        *td_push(brief->arena, &brief->stories[entry->story].entries[entry->ledger]) =
            (td_candidate){entry_weight(brief, entry), entry, entry->event, i};
    }
}

/* Events that feed no ledger. */
static void sort_events(td_brief *brief) {
    const td_record *record = brief->record;
    for (td_index at = 0; at < record->events.count; at++) {
        const td_record_event *event = &record->events.items[at];
        if (event->story >= record->stories.count || event->background || event->ledgers) continue;
        if (is_past(brief, event->interval, event->story)) continue;
        *td_push(brief->arena, &brief->stories[event->story].events) =
            (td_candidate){event_weight(event), NULL, at, at};
    }
}

static void sort_conflicts(td_brief *brief) {
    const td_record *record = brief->record;
    for (td_each(conflict, &record->conflicts)) {
        if (conflict->compatible || conflict->event >= record->events.count) continue;
        td_index story = record->events.items[conflict->event].story;
        if (story < record->stories.count) *td_push(brief->arena, &brief->stories[story].conflicts) = conflict;
    }
}

static td_view toll_sentence(const td_ledger_entry *entry, td_arena *arena) {
    td_view category = td_ledger_text(entry, "category"), counts = td_ledger_text(entry, "counts");
    td_view place = td_ledger_text(entry, "place"), source = td_ledger_text(entry, "attribution");
    td_view bounds = td_ledger_bounds(entry, arena);
    char upper = bounds.size ? bounds.bytes[0] : ' ';
    if (upper >= 'a' && upper <= 'z') upper = (char)(upper - ('a' - 'A'));
    const char *joint = counts.size == 0 ? "" : td_ledger_is_share(entry) ? " of " : " ";
    return td_arena_format(arena, "%c%.*s%s%.*s %.*s%s%.*s%s%.*s (%.*s, %.*s).", upper, (int)bounds.size - 1,
                           bounds.bytes + 1, joint, TD_VIEW_ARGUMENTS(counts),
                           TD_VIEW_ARGUMENTS(category), place.size ? " in " : "", TD_VIEW_ARGUMENTS(place),
                           source.size ? ", according to " : "", TD_VIEW_ARGUMENTS(source),
                           TD_VIEW_ARGUMENTS(entry->status.size ? entry->status : TD_VIEW("current")),
                           TD_VIEW_ARGUMENTS(td_interval_phrase(entry->interval, arena)));
}

static td_view upper_first(td_view text, td_arena *arena) {
    td_view copy = td_arena_copy(arena, text);
    char *first = (char *)copy.bytes;
    if (copy.size && *first >= 'a' && *first <= 'z') *first = (char)(*first - ('a' - 'A'));
    return copy;
}

/* Whether the event stands as it does by what was published after `claim`. */
static bool stands_later(const td_record_event *event, const td_modality_claim *claim) {
    for (td_each(other, &event->history)) {
        if (other->modality != event->modality || other->negated != event->negated) continue;
        bool known = other->published.from != TD_DAY_UNKNOWN && claim->published.to != TD_DAY_UNKNOWN;
        return known && other->published.from > claim->published.to;
    }
    return false;
}

/* "ordered"; where the event stands otherwise than this claim says, or some deny it, that too. */
static td_view standing_of(const td_record_event *event, const td_modality_claim *claim, td_arena *arena) {
    td_view told = td_modality_phrase(claim->modality, claim->negated, arena);
    td_view stands = td_modality_phrase(event->modality, event->negated, arena);
    bool denied = false;
    for (td_each(other, &event->history)) denied |= other->modality == TD_MODALITY_DENIED;
    const char *but = denied && claim->modality != TD_MODALITY_DENIED ? ", denied by some" : "";
    if (td_view_equal(told, stands)) return td_arena_format(arena, "%.*s%s", TD_VIEW_ARGUMENTS(told), but);
    return td_arena_format(arena, "%.*s, %s %.*s%s", TD_VIEW_ARGUMENTS(told),
                           stands_later(event, claim) ? "later" : "elsewhere", TD_VIEW_ARGUMENTS(stands), but);
}

/* How a thing stands, and the sentence that says so: "Leaves, ordered, 14 March 2016: ...". */
static td_view standing_sentence(td_brief *brief, td_view entry, const td_record_event *event) {
    td_arena *arena = brief->arena;
    const td_modality_claim *claim = td_event_claim(event);
    td_view words = td_passages_sentence_text(brief->passages, claim->evidence, EXTRACT_BYTES);
    td_view standing = standing_of(event, claim, arena);
    bool named = entry.size && !td_view_equal(entry, TD_VIEW("other"));
    if (named) standing = td_arena_format(arena, "%.*s, %.*s", TD_VIEW_ARGUMENTS(entry), TD_VIEW_ARGUMENTS(standing));
    return td_arena_format(arena, "%.*s, %.*s: \xE2\x80\x9C%.*s\xE2\x80\x9D",
                           TD_VIEW_ARGUMENTS(upper_first(standing, arena)),
                           TD_VIEW_ARGUMENTS(td_interval_phrase(event->interval, arena)), TD_VIEW_ARGUMENTS(words));
}

/* Who says it, in which stance, and whether the words are the speaker's or the report's. */
static td_view statement_sentence(td_brief *brief, const td_ledger_entry *entry) {
    td_view speaker = td_ledger_text(entry, "speaker"), stance = td_ledger_text(entry, "stance");
    td_view words = td_passages_text(brief->passages, entry->evidence.items[0], EXTRACT_BYTES);
    if (td_view_ends_with(words, TD_VIEW(","))) words.size--; /* where the report goes on to name the speaker */
    bool plain = !stance.size || td_view_equal(stance, TD_VIEW("state"));
    return td_arena_format(brief->arena, "%.*s%s%.*s%s%s: \xE2\x80\x9C%.*s\xE2\x80\x9D",
                           TD_VIEW_ARGUMENTS(speaker.size ? speaker : TD_VIEW("Speaker not named")), plain ? "" : " (",
                           TD_VIEW_ARGUMENTS(plain ? TD_VIEW("") : stance), plain ? "" : ")",
                           has_own_words(entry) ? "" : ", as reported", TD_VIEW_ARGUMENTS(words));
}

/* True the first time that a sentence is told. */
static bool is_new(td_brief *brief, td_evidence evidence) {
    td_span sentence = td_passages_sentence(brief->passages, evidence);
    bool added;
    td_map_put(&brief->said, (uint64_t)evidence.report << 32 | sentence.start, 1, &added);
    return added;
}

static bool is_of(const td_candidate *candidate, enum td_ledger_kind ledger) {
    return candidate->entry && candidate->entry->ledger == ledger;
}

/* The event that the line is about, NULL where it is about a figure or a statement. */
static const td_record_event *told_event(const td_brief *brief, const td_candidate *candidate) {
    if (is_of(candidate, TD_LEDGER_TOLL) || is_of(candidate, TD_LEDGER_STATEMENTS)) return NULL;
    if (candidate->event >= brief->record->events.count) return NULL;
    const td_record_event *event = &brief->record->events.items[candidate->event];
    return event->history.count ? event : NULL;
}

static void add_event_line(td_brief *brief, td_section *section, const char *kind, const td_candidate *candidate,
                           const td_record_event *event) {
    const td_ledger_entry *entry = candidate->entry;
    td_view text = standing_sentence(brief, entry ? entry->entry : TD_VIEW(""), event);
    td_line *line = td_section_add(section, brief->arena, kind, text);
    line->id = entry ? entry->id : event->id;
    line->event = candidate->event;
    line->interval = entry ? entry->interval : event->interval;
    line->weight = event->origins;
    td_event_cite(event, line, brief->arena);
}

static void add_entry_line(td_brief *brief, td_section *section, const char *kind, const td_candidate *candidate) {
    const td_ledger_entry *entry = candidate->entry;
    bool figure = is_of(candidate, TD_LEDGER_TOLL);
    td_view text = figure ? toll_sentence(entry, brief->arena) : statement_sentence(brief, entry);
    td_line *line = td_section_add(section, brief->arena, kind, text);
    line->id = entry->id;
    line->event = candidate->event;
    line->interval = entry->interval;
    line->weight = entry->evidence.count;
    for (td_each(evidence, &entry->evidence)) td_line_cite(line, brief->arena, *evidence);
}

/* Add a line for a candidate unless its sentence has one; false then. A sentence may tell several figures. */
static bool add_candidate(td_brief *brief, td_section *section, const char *kind, const td_candidate *candidate) {
    const td_record_event *event = told_event(brief, candidate);
    bool figure = is_of(candidate, TD_LEDGER_TOLL);
    if (!event && !figure && !is_of(candidate, TD_LEDGER_STATEMENTS)) return false;
    bool told = !is_new(brief, event ? td_event_claim(event)->evidence : candidate->entry->evidence.items[0]);
    if (told && !figure) return false;
    if (event)
        add_event_line(brief, section, kind, candidate, event);
    else
        add_entry_line(brief, section, kind, candidate);
    return true;
}

static void add_candidates(td_brief *brief, td_section *section, const td_brief_part *part,
                           td_candidate_array *candidates) {
    uint32_t added = 0;
    if (candidates->count) qsort(candidates->items, candidates->count, sizeof *candidates->items, by_weight);
    for (uint32_t i = 0; i < candidates->count && added < part->most; i++)
        added += add_candidate(brief, section, part->kind, &candidates->items[i]);
}

/* What is claimed, each once, in words: "ordered; under way; denied". */
static td_view claimed_values(const td_conflict *conflict, td_arena *arena) {
    td_view text = TD_VIEW("");
    for (uint32_t i = 0; i < conflict->claims.count; i++) {
        td_view value = conflict->claims.items[i].value;
        bool again = false;
        for (uint32_t k = 0; k < i && !again; k++) again = td_view_equal(conflict->claims.items[k].value, value);
        enum td_modality modality;
        if (td_modality_from_label(value, &modality)) value = td_modality_phrase(modality, false, arena);
        if (!again)
            text = td_arena_format(arena, "%.*s%s%.*s", TD_VIEW_ARGUMENTS(text), text.size ? "; " : "",
                                   TD_VIEW_ARGUMENTS(value));
    }
    return text;
}

static void add_disputes(td_brief *brief, td_section *section, const td_brief_part *part, const td_story_part *story) {
    for (uint32_t i = 0; i < story->conflicts.count && i < part->most; i++) {
        const td_conflict *conflict = story->conflicts.items[i];
        td_view text = td_arena_format(brief->arena, "Disputed %s of %.*s: %.*s",
                                       td_conflict_kind_label(conflict->kind), TD_VIEW_ARGUMENTS(conflict->about),
                                       TD_VIEW_ARGUMENTS(claimed_values(conflict, brief->arena)));
        td_line *line = td_section_add(section, brief->arena, part->kind,
                                       td_arena_format(brief->arena, "%.*s.", TD_VIEW_ARGUMENTS(text)));
        line->id = conflict->id;
        for (td_each(claim, &conflict->claims)) td_line_cite(line, brief->arena, claim->evidence);
    }
}

/*
 * The parts in their order. What feeds no ledger stands first but is chosen last, so that a sentence is told as what it
 * matters for.
 */
static void add_parts(td_brief *brief, td_section *section, td_story_part *own) {
    td_section chosen[PART_COUNT] = {0};
    for (size_t i = 0; i < PART_COUNT; i++) {
        size_t at = (i + 1) % PART_COUNT;
        const td_brief_part *part = &parts[at];
        if (part->ledger != TD_LEDGER_COUNT)
            add_candidates(brief, &chosen[at], part, &own->entries[part->ledger]);
        else if (at == 0)
            add_candidates(brief, &chosen[at], part, &own->events);
        else
            add_disputes(brief, &chosen[at], part, own);
    }
    for (size_t i = 0; i < PART_COUNT; i++)
        for (td_each(line, &chosen[i].lines)) *td_push(brief->arena, &section->lines) = *line;
}

static void add_story(td_brief *brief, td_index at, const td_view_request *request, td_section_array *sections) {
    const td_story *story = &brief->record->stories.items[at];
    td_story_part *own = &brief->stories[at];
    td_section *section = td_section_of_story(sections, brief->record, at, brief->arena);
    add_parts(brief, section, own);
    if (request->most && section->lines.count > request->most) section->lines.count = request->most;
    if (section->lines.count == 0 && story->title_evidence.report < brief->passages->source->report_count) {
        td_line *line = td_section_add(section, brief->arena, "extract",
                                       td_passages_text(brief->passages, story->title_evidence, EXTRACT_BYTES));
        line->verbatim = true;
        line->id = story->id;
        td_line_cite(line, brief->arena, story->title_evidence);
    }
}

void td_brief_make(td_passages *passages, const td_view_request *request, td_section_array *sections) {
    const td_record *record = passages->source->record;
    td_brief brief = {.passages = passages, .arena = passages->arena, .record = record};
    brief.stories = TD_NEW_ARRAY(brief.arena, record->stories.count, td_story_part);
    td_map_init(&brief.said, brief.arena);
    sort_entries(&brief);
    sort_events(&brief);
    sort_conflicts(&brief);
    for (td_index at = 0; at < record->stories.count; at++)
        if (request->story == TD_NONE || request->story == at) add_story(&brief, at, request, sections);
}

/* Every line, one behind the other. */
static td_view summary_of(const td_section_array *sections, td_arena *arena) {
    size_t size = 0;
    for (td_each(section, sections))
        for (td_each(line, &section->lines)) size += line->text.size + 1;
    char *bytes = td_arena_alloc(arena, size + 1), *at = bytes;
    for (td_each(section, sections))
        for (td_each(line, &section->lines)) {
            if (at != bytes) *at++ = ' ';
            memcpy(at, line->text.bytes, line->text.size);
            at += line->text.size;
        }
    return (td_view){bytes, (size_t)(at - bytes)};
}

static void write_json(const td_section_array *sections, td_passages *passages, td_buffer *out) {
    td_json json;
    td_json_init(&json, out);
    td_json_object_open(&json);
    td_json_key(&json, "summary");
    td_json_text(&json, summary_of(sections, passages->arena));
    td_json_key(&json, "sentences");
    td_json_array_open(&json);
    for (td_each(section, sections))
        for (td_each(line, &section->lines)) {
            td_json_object_open(&json);
            td_json_key(&json, "text");
            td_json_text(&json, line->text);
            td_json_key(&json, "kind");
            td_json_string(&json, line->kind);
            td_json_key(&json, "story");
            td_json_text(&json, section->id);
            td_json_key(&json, "citations");
            td_json_array_open(&json);
            for (td_each(evidence, &line->evidence)) td_passages_write_json(passages, *evidence, &json);
            td_json_array_close(&json);
            td_json_object_close(&json);
        }
    td_json_array_close(&json);
    td_json_object_close(&json);
    td_buffer_add_byte(out, '\n');
}

int td_view_brief(const td_view_source *source, const td_view_request *request, td_arena *arena, td_buffer *out,
                  td_error *error) {
    td_passages passages;
    td_section_array sections = {0};
    td_passages_init(&passages, source, arena);
    td_brief_make(&passages, request, &sections);
    if (request->format == TD_FORMAT_JSON)
        write_json(&sections, &passages, out);
    else
        td_sections_write_text(&sections, &passages, request, out);
    return td_passages_status(&passages, error);
}
