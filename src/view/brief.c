/*
 * The brief: for each story what an analyst would say first, in an analyst's order.
 * Input: stories, events, ledgers, conflicts. Output: lines composed of the record's own words, or extracts marked as
 * quotations; each with the passages that it rests on.
 */

#include <stdlib.h>
#include <string.h>

#include "view/lines.h"

#define EXTRACT_BYTES 260

/* What a brief speaks of, in this order, and how many lines each may take. */
typedef struct td_brief_part {
    const char *kind;
    enum td_ledger_kind ledger; /* TD_LEDGER_COUNT: events that feed no ledger */
    uint32_t most;
} td_brief_part;

static const td_brief_part parts[] = {
    {"happened", TD_LEDGER_COUNT, 3}, {"forces", TD_LEDGER_FORCES, 4}, {"ceasefire", TD_LEDGER_CEASEFIRE, 2},
    {"talks", TD_LEDGER_TALKS, 2},    {"aid", TD_LEDGER_AID, 2},       {"toll", TD_LEDGER_TOLL, 3},
    {"timetable", TD_LEDGER_TIMETABLE, 1}, {"disputed", TD_LEDGER_COUNT, 3}, {"statement", TD_LEDGER_STATEMENTS, 2},
};

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
    bool *said; /* events that have a line already */
} td_brief;

static int by_weight(const void *a, const void *b) {
    const td_candidate *left = a, *right = b;
    if (left->weight != right->weight) return left->weight > right->weight ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

/* More origins weigh more, then what is firmer, then what is dated. */
static uint32_t event_weight(const td_record_event *event) {
    uint32_t rank = (uint32_t)td_modality_rank(event->modality);
    return event->origins * 64 + rank * 2 + (td_interval_known(event->interval) ? 1U : 0U);
}

static uint32_t entry_weight(const td_brief *brief, const td_ledger_entry *entry) {
    bool past = entry->status.size && td_view_equal(entry->status, TD_VIEW("superseded"));
    uint32_t weight = entry->event < brief->record->events.count
                          ? event_weight(&brief->record->events.items[entry->event])
                          : entry->evidence.count * 64;
    return past ? weight / 256 : weight;
}

static void sort_into_stories(td_brief *brief) {
    const td_record *record = brief->record;
    for (uint32_t i = 0; i < record->ledgers.count; i++) {
        const td_ledger_entry *entry = &record->ledgers.items[i];
        if (entry->story >= record->stories.count) continue;
        *td_push(brief->arena, &brief->stories[entry->story].entries[entry->ledger]) =
            (td_candidate){entry_weight(brief, entry), entry, entry->event, i};
    }
    for (td_index at = 0; at < record->events.count; at++) {
        const td_record_event *event = &record->events.items[at];
        if (event->story >= record->stories.count || event->background || event->ledgers) continue;
        *td_push(brief->arena, &brief->stories[event->story].events) =
            (td_candidate){event_weight(event), NULL, at, at};
    }
    for (td_each(conflict, &record->conflicts)) {
        if (conflict->compatible || conflict->event >= record->events.count) continue;
        td_index story = record->events.items[conflict->event].story;
        if (story < record->stories.count) *td_push(brief->arena, &brief->stories[story].conflicts) = conflict;
    }
}

static td_view field_text(const td_ledger_entry *entry, const char *name) {
    for (td_each(field, &entry->fields))
        if (field->type == TD_FIELD_TEXT && strcmp(field->name, name) == 0) return field->text;
    return TD_VIEW_ABSENT;
}

static const td_field *number_field(const td_ledger_entry *entry, const char *name) {
    for (td_each(field, &entry->fields))
        if (field->type == TD_FIELD_NUMBER && strcmp(field->name, name) == 0) return field;
    return NULL;
}

/* A figure with its bounds in words: "at least 21", "50 to 60". */
static td_view bounds_phrase(const td_ledger_entry *entry, td_arena *arena) {
    const td_field *value = number_field(entry, "value"), *low = number_field(entry, "low");
    const td_field *high = number_field(entry, "high");
    if (low && high && low->number != high->number)
        return td_arena_format(arena, "%.15g to %.15g", low->number, high->number);
    td_view bound = field_text(entry, "bound");
    const td_field *shown = value ? value : low ? low : high;
    if (!shown) return TD_VIEW("an undisclosed number");
    static const char *const words[][2] = {{"at_least", "at least "},   {"more_than", "more than "},
                                           {"at_most", "at most "},     {"less_than", "fewer than "},
                                           {"almost", "almost "},       {"approx", "about "},
                                           {"vague_plural", "at least "}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (td_view_equal(bound, td_view_of(words[i][0])))
            return td_arena_format(arena, "%s%.15g", words[i][1], shown->number);
    return td_arena_format(arena, "%.15g", shown->number);
}

static td_view toll_sentence(const td_ledger_entry *entry, td_arena *arena) {
    td_view category = field_text(entry, "category"), counts = field_text(entry, "counts");
    td_view place = field_text(entry, "place"), source = field_text(entry, "attribution");
    td_view bounds = bounds_phrase(entry, arena);
    char upper = bounds.size ? bounds.bytes[0] : ' ';
    if (upper >= 'a' && upper <= 'z') upper = (char)(upper - ('a' - 'A'));
    return td_arena_format(arena, "%c%.*s%s%.*s %.*s%s%.*s%s%.*s (%.*s, %.*s).", upper, (int)bounds.size - 1,
                           bounds.bytes + 1, counts.size ? " " : "", TD_VIEW_ARGUMENTS(counts),
                           TD_VIEW_ARGUMENTS(category), place.size ? " in " : "", TD_VIEW_ARGUMENTS(place),
                           source.size ? ", according to " : "", TD_VIEW_ARGUMENTS(source),
                           TD_VIEW_ARGUMENTS(entry->status.size ? entry->status : TD_VIEW("current")),
                           TD_VIEW_ARGUMENTS(td_interval_phrase(entry->interval, arena)));
}

/* The entry's fields in their order, where no event gives it a title. */
static td_view fields_sentence(const td_ledger_entry *entry, td_arena *arena) {
    td_view text = entry->entry;
    for (td_each(field, &entry->fields))
        if (field->type == TD_FIELD_TEXT && field->text.size)
            text = td_arena_format(arena, "%.*s; %s: %.*s", TD_VIEW_ARGUMENTS(text), field->name,
                                   TD_VIEW_ARGUMENTS(field->text));
    return td_arena_format(arena, "%.*s (%.*s).", TD_VIEW_ARGUMENTS(text),
                           TD_VIEW_ARGUMENTS(td_interval_phrase(entry->interval, arena)));
}

static td_view statement_sentence(td_brief *brief, const td_ledger_entry *entry) {
    td_view speaker = field_text(entry, "speaker"), stance = field_text(entry, "stance");
    td_view words = td_passages_text(brief->passages, entry->evidence.items[0], EXTRACT_BYTES);
    return td_arena_format(brief->arena, "%.*s (%.*s): \xE2\x80\x9C%.*s\xE2\x80\x9D",
                           TD_VIEW_ARGUMENTS(speaker.size ? speaker : TD_VIEW("Speaker not named")),
                           TD_VIEW_ARGUMENTS(stance.size ? stance : TD_VIEW("state")), TD_VIEW_ARGUMENTS(words));
}

static void add_entry(td_brief *brief, td_section *section, const char *kind, const td_candidate *candidate) {
    const td_ledger_entry *entry = candidate->entry;
    bool toll = entry && entry->ledger == TD_LEDGER_TOLL, statement = entry && entry->ledger == TD_LEDGER_STATEMENTS;
    const td_record_event *event =
        candidate->event < brief->record->events.count ? &brief->record->events.items[candidate->event] : NULL;
    bool quotation = statement && !event;
    td_view text = toll        ? toll_sentence(entry, brief->arena)
                   : quotation ? statement_sentence(brief, entry)
                   : event     ? td_event_sentence(event, brief->arena)
                               : fields_sentence(entry, brief->arena);
    td_line *line = td_section_add(section, brief->arena, kind, text);
    line->verbatim = quotation;
    line->id = entry ? entry->id : event->id;
    line->event = candidate->event;
    line->interval = entry ? entry->interval : event->interval;
    line->weight = event ? event->origins : entry->evidence.count;
    if (event && !toll) td_event_cite(event, line, brief->arena);
    else
        for (td_each(evidence, &entry->evidence)) td_line_cite(line, brief->arena, *evidence);
    if (event && !toll) brief->said[candidate->event] = true;
}

static void add_candidates(td_brief *brief, td_section *section, const td_brief_part *part,
                           td_candidate_array *candidates) {
    uint32_t added = 0;
    if (candidates->count) qsort(candidates->items, candidates->count, sizeof *candidates->items, by_weight);
    for (uint32_t i = 0; i < candidates->count && added < part->most; i++) {
        const td_candidate *candidate = &candidates->items[i];
        bool toll = candidate->entry && candidate->entry->ledger == TD_LEDGER_TOLL;
        if (candidate->event < brief->record->events.count && brief->said[candidate->event] && !toll) continue;
        add_entry(brief, section, part->kind, candidate);
        added++;
    }
}

static void add_disputes(td_brief *brief, td_section *section, const td_brief_part *part, const td_story_part *story) {
    for (uint32_t i = 0; i < story->conflicts.count && i < part->most; i++) {
        const td_conflict *conflict = story->conflicts.items[i];
        td_view text = td_arena_format(brief->arena, "Disputed %s of %.*s", td_conflict_kind_label(conflict->kind),
                                       TD_VIEW_ARGUMENTS(conflict->about));
        for (uint32_t k = 0; k < conflict->claims.count; k++) {
            bool last = k > 0 && k + 1 == conflict->claims.count;
            text = td_arena_format(brief->arena, "%.*s%s%.*s", TD_VIEW_ARGUMENTS(text),
                                   k == 0 ? ": " : last ? " against " : ", ",
                                   TD_VIEW_ARGUMENTS(conflict->claims.items[k].value));
        }
        td_line *line = td_section_add(section, brief->arena, part->kind,
                                       td_arena_format(brief->arena, "%.*s.", TD_VIEW_ARGUMENTS(text)));
        line->id = conflict->id;
        for (td_each(claim, &conflict->claims)) td_line_cite(line, brief->arena, claim->evidence);
    }
}

static void add_story(td_brief *brief, td_index at, const td_view_request *request, td_section_array *sections) {
    const td_story *story = &brief->record->stories.items[at];
    td_story_part *own = &brief->stories[at];
    td_section *section = td_push(brief->arena, sections);
    *section = (td_section){.title = story->title, .id = story->id, .title_evidence = story->title_evidence,
                            .interval = story->interval};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const td_brief_part *part = &parts[i];
        if (strcmp(part->kind, "disputed") == 0) add_disputes(brief, section, part, own);
        else add_candidates(brief, section, part, part->ledger == TD_LEDGER_COUNT ? &own->events : &own->entries[part->ledger]);
    }
    if (request->most && section->lines.count > request->most) section->lines.count = request->most;
    if (section->lines.count == 0) {
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
    brief.said = TD_NEW_ARRAY(brief.arena, record->events.count, bool);
    sort_into_stories(&brief);
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
    if (request->format == TD_FORMAT_JSON) write_json(&sections, &passages, out);
    else td_sections_write_text(&sections, &passages, request, out);
    return td_passages_status(&passages, error);
}
