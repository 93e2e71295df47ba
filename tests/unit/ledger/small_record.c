/* Records for tests of the ledgers. Input: what a test says. Output: outlines and a record that hang together. */

#include "small_record.h"

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/word_key.h"

td_day small_day(const char *day) {
    td_day parsed = TD_DAY_UNKNOWN;
    if (day && !td_day_parse(td_view_of(day), &parsed)) exit(99);
    return parsed;
}

td_index small_outline(small_record *made, const char *id, const char *published) {
    if (made->count == 8) exit(99);
    td_index at = made->count++;
    made->outlines[at] = (td_outline){.report = td_view_of(id), .published = td_interval_day(small_day(published))};
    made->outlines[at].strings = TD_VIEW("");
    if (!made->record.stories.count) td_push(made->arena, &made->record.stories)->title = TD_VIEW("the story");
    *td_push(made->arena, &made->record.stories.items[0].reports) = at;
    return at;
}

uint64_t small_name(small_record *made, const char *name) {
    td_store_entity *entity = td_push(made->arena, &made->record.entities);
    /* keys rise, so that entities stand sorted */
    *entity = (td_store_entity){.key = made->record.entities.count, .name = td_view_of(name)};
    return entity->key;
}

/* Outlines keep their words in one string. */
static td_outline_text keep(small_record *made, td_index report, const char *text) {
    td_outline *outline = &made->outlines[report];
    uint32_t start = (uint32_t)outline->strings.size, size = (uint32_t)strlen(text);
    outline->strings = td_arena_format(made->arena, "%.*s%s", TD_VIEW_ARGUMENTS(outline->strings), text);
    return (td_outline_text){start, size};
}

td_outline_event *small_outline_event(small_record *made, td_index report, const char *frame, enum td_event_type type,
                                      enum td_modality modality, const char *object) {
    td_outline_event *event = td_push(made->arena, &made->outlines[report].events);
    uint32_t at = made->outlines[report].events.count - 1;
    *event = (td_outline_event){.index = at,
                                .trigger = {10 * at, 10 * at + 5},
                                .clause = {10 * at, 10 * at + 9},
                                .interval = TD_INTERVAL_OPEN,
                                .type = (uint8_t)type,
                                .modality = (uint8_t)modality};
    for (int slot = 0; slot < TD_OUTLINE_FIGURES; slot++) event->figures[slot] = TD_NONE;
    event->frame = keep(made, report, frame);
    event->object_text = keep(made, report, object);
    return event;
}

td_record_event *small_record_event(small_record *made, td_index report, enum td_ledger_kind ledger, const char *from,
                                    const char *to) {
    td_index at = made->outlines[report].events.count - 1;
    const td_outline_event *told = &made->outlines[report].events.items[at];
    td_record_event *event = td_push(made->arena, &made->record.events);
    event->id = td_arena_format(made->arena, "v%u", made->record.events.count);
    event->title = TD_VIEW("the event");
    event->type = (enum td_event_type)told->type;
    event->modality = (enum td_modality)told->modality;
    event->negated = told->negated;
    event->interval = (td_interval){small_day(from), small_day(to)};
    event->place = told->place;
    event->ledgers = 1U << ledger;
    *td_push(made->arena, &event->members) = (td_member){report, at};
    *td_push(made->arena, &event->history) =
        (td_modality_claim){event->modality, event->negated, made->outlines[report].published, {report, told->clause}};
    for (int slot = 0; slot < TD_OUTLINE_ARGUMENTS; slot++) {
        if (told->actors[slot])
            *td_push(made->arena, &event->participants) = (td_participant){TD_VIEW("actor"), told->actors[slot]};
        if (told->targets[slot])
            *td_push(made->arena, &event->participants) = (td_participant){TD_VIEW("target"), told->targets[slot]};
    }
    return event;
}

void small_member(small_record *made, td_index report) {
    td_record_event *event = &made->record.events.items[made->record.events.count - 1];
    *td_push(made->arena, &event->members) = (td_member){report, made->outlines[report].events.count - 1};
}

td_outline_figure *small_outline_figure(small_record *made, td_index report, enum td_figure_category category,
                                        double value) {
    td_outline *outline = &made->outlines[report];
    td_outline_figure *figure = td_push(made->arena, &outline->figures);
    uint32_t at = outline->figures.count - 1;
    *figure = (td_outline_figure){.index = at,
                                  .span = {100 + 10 * at, 102 + 10 * at},
                                  .phrase = {100 + 10 * at, 109 + 10 * at},
                                  .value = value,
                                  .low = value,
                                  .high = value,
                                  .value_known = 1,
                                  .low_known = 1,
                                  .high_known = 1,
                                  .category = (uint8_t)category,
                                  .as_of = TD_INTERVAL_OPEN,
                                  .event = TD_NONE};
    figure->unit = td_word_key(TD_VIEW("people"));
    figure->unit_text = keep(made, report, "people");
    if (outline->events.count) {
        figure->event = outline->events.count - 1;
        outline->events.items[figure->event].figures[0] = at;
    }
    return figure;
}

td_outline_quote *small_outline_quote(small_record *made, td_index report, uint64_t speaker, const char *content) {
    td_outline *outline = &made->outlines[report];
    td_outline_quote *quote = td_push(made->arena, &outline->quotes);
    uint32_t at = outline->quotes.count - 1;
    *quote = (td_outline_quote){.index = at,
                                .content = {200 + 20 * at, 219 + 20 * at},
                                .speaker = speaker,
                                .said = TD_INTERVAL_OPEN,
                                .terms_start = outline->terms.count};
    quote->content_text = keep(made, report, content);
    td_view words = td_view_of(content), word;
    while (td_view_split(&words, ' ', &word)) *td_push(made->arena, &outline->terms) = td_word_key(word);
    quote->terms_end = outline->terms.count;
    return quote;
}

void small_keep(small_record *made) {
    td_record_index(&made->record, made->arena);
    td_ledgers_keep(made->outlines, made->count, made->arena, &made->record);
}

const td_ledger_entry *small_entry(const small_record *made, enum td_ledger_kind ledger, uint32_t number) {
    for (td_each(entry, &made->record.ledgers))
        if (entry->ledger == ledger && number-- == 0) return entry;
    return NULL;
}

uint32_t small_entries(const small_record *made, enum td_ledger_kind ledger) {
    uint32_t count = 0;
    while (small_entry(made, ledger, count)) count++;
    return count;
}

const td_field *small_field(const td_ledger_entry *entry, const char *name) {
    for (td_each(field, &entry->fields))
        if (strcmp(field->name, name) == 0) return field;
    return NULL;
}

td_view small_text(const td_ledger_entry *entry, const char *name) {
    const td_field *field = small_field(entry, name);
    return field && field->type == TD_FIELD_TEXT ? field->text : TD_VIEW_ABSENT;
}
