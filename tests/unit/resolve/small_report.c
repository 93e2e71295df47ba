/* Small reports for tests. Input: plain sentences. Output: text, sentences, tokens, and what is added to them. */

#include "small_report.h"

#include <stdio.h>
#include <stdlib.h>

#include "lexicon/word_key.h"
#include "resolve/resolve.h"

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '\'';
}

static bool carries_nothing(td_view word) {
    static const char *const words[] = {"a",    "an",   "and", "as", "at",  "by",   "for", "from", "in",
                                        "is",   "it",   "its", "of", "on",  "that", "the", "to",   "was",
                                        "were", "with", "his", "he", "had", "has",  "but", "not"};
    for (size_t at = 0; at < sizeof words / sizeof *words; at++)
        if (td_view_equal_ascii_fold(word, td_view_of(words[at]))) return true;
    return false;
}

static void add_token(td_report *report, td_arena *arena, uint32_t start, uint32_t end, bool first) {
    td_token *token = td_push(arena, &report->tokens);
    td_view word = td_view_slice(report->text, start, end);
    bool digit = word.bytes[0] >= '0' && word.bytes[0] <= '9', upper = word.bytes[0] >= 'A' && word.bytes[0] <= 'Z';
    token->span = (td_span){start, end};
    token->lemma = upper && !first ? word : td_word_fold(arena, word);
    token->key = td_word_key(word);
    token->lemma_key = td_word_key(token->lemma);
    token->features = digit ? TD_FEATURE_DIGITS : upper ? TD_FEATURE_CAPITAL : 0;
    token->part_of_speech = carries_nothing(word) ? TD_POS_OTHER
                            : digit               ? TD_POS_NUMERAL
                            : upper && !first     ? TD_POS_PROPER_NOUN
                                                  : TD_POS_NOUN;
}

static void add_sentence(td_report *report, td_arena *arena, uint32_t start, uint32_t end) {
    td_sentence *sentence = td_push(arena, &report->sentences);
    *sentence = (td_sentence){.span = {start, end}, .body = true, .token_start = report->tokens.count};
    for (uint32_t at = start; at < end;) {
        uint32_t word = at;
        while (word < end && is_letter(report->text.bytes[word])) word++;
        if (word > at) add_token(report, arena, at, word, at == start);
        at = word > at ? word : at + 1;
    }
    report->sentences.items[report->sentences.count - 1].token_end = report->tokens.count;
}

td_day small_day(const char *day) {
    td_day parsed = TD_DAY_UNKNOWN;
    if (day && !td_day_parse(td_view_of(day), &parsed)) {
        fprintf(stderr, "no day: %s\n", day);
        exit(99);
    }
    return parsed;
}

td_report small_report(td_arena *arena, const char *id, const char *day, const char *text) {
    td_report report = {.id = td_view_of(id), .text = td_view_of(text)};
    report.published.interval = td_interval_day(small_day(day));
    uint32_t start = 0;
    for (uint32_t at = 0; at <= report.text.size; at++) {
        if (at < report.text.size && text[at] != '\n') continue;
        if (at > start) add_sentence(&report, arena, start, at);
        start = at + 1;
    }
    return report;
}

td_span small_span(const td_report *report, const char *words) {
    size_t at = td_view_find(report->text, td_view_of(words), 0);
    if (at == SIZE_MAX) {
        fprintf(stderr, "not in the text: %s\n", words);
        exit(99);
    }
    return (td_span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

td_index small_entity(td_report *report, td_arena *arena, enum td_entity_kind kind, const char *name,
                      const char *country) {
    td_entity *entity = td_push(arena, &report->entities);
    entity->kind = kind;
    entity->name = td_view_of(name);
    memcpy(entity->country, country, strlen(country) + 1);
    if (kind == TD_ENTITY_PLACE) {
        entity->place.known = true;
        entity->place.precision = TD_PRECISION_SETTLEMENT;
    }
    td_index at = report->entities.count - 1;
    for (size_t from = 0; (from = td_view_find(report->text, td_view_of(name), from)) != SIZE_MAX; from++) {
        td_span span = {(uint32_t)from, (uint32_t)(from + strlen(name))};
        *td_push(arena, &report->mentions) = (td_mention){.span = span, .kind = kind, .entity = at};
    }
    return at;
}

td_event *small_event(td_report *report, td_arena *arena, const char *trigger, enum td_event_type type,
                      const char *mode, const char *day) {
    td_event *event = td_push(arena, &report->events);
    event->trigger = small_span(report, trigger);
    event->sentence = td_report_sentence_at(report, event->trigger.start);
    event->clause = report->sentences.items[event->sentence].span;
    event->type = type;
    event->mode = *mode ? td_view_of(mode) : TD_VIEW_ABSENT;
    event->frame = td_view_of(trigger);
    event->object_span = TD_SPAN_NONE;
    event->place = event->place_from = event->place_to = event->source = event->quote = event->time = TD_NONE;
    event->interval = td_interval_day(small_day(day));
    if (day) event->time = 0;
    return event;
}

void small_actor(td_event *event, td_arena *arena, td_index entity) {
    *td_push(arena, &event->actors) = entity;
}

void small_target(td_event *event, td_arena *arena, td_index entity) {
    *td_push(arena, &event->targets) = entity;
}

td_figure *small_figure(td_report *report, td_arena *arena, const char *words, double value,
                        enum td_figure_category category) {
    td_figure *figure = td_push(arena, &report->figures);
    figure->phrase = small_span(report, words);
    const char *space = strchr(words, ' ');
    uint32_t digits = space ? (uint32_t)(space - words) : (uint32_t)strlen(words);
    figure->span = (td_span){figure->phrase.start, figure->phrase.start + digits};
    figure->value = figure->low = figure->high = (td_quantity){value, true};
    figure->unit = TD_VIEW("people");
    figure->counts = td_span_text(report->text, (td_span){figure->span.end + 1, figure->phrase.end});
    figure->category = category;
    figure->as_of = TD_INTERVAL_OPEN;
    figure->place = figure->attribution = TD_NONE;
    return figure;
}

td_quote *small_quote(td_report *report, td_arena *arena, const char *content, td_index speaker) {
    td_quote *quote = td_push(arena, &report->quotes);
    quote->content = small_span(report, content);
    quote->speaker = speaker;
    quote->addressee = TD_NONE;
    quote->cue = quote->speaker_span = TD_SPAN_NONE;
    return quote;
}

td_record *small_record(td_arena *arena, const td_report *reports, uint32_t count, td_outline **outlines) {
    td_outline *made = TD_NEW_ARRAY(arena, count, td_outline);
    for (uint32_t at = 0; at < count; at++) td_outline_make(&reports[at], arena, &made[at]);
    td_outlines_sort(made, count);
    td_record *record = TD_NEW(arena, td_record);
    td_resolve(made, count, arena, record);
    if (outlines) *outlines = made;
    return record;
}

td_index small_story_of(const td_record *record, const td_outline *outlines, uint32_t count, const char *id) {
    for (uint32_t story = 0; story < record->stories.count; story++)
        for (td_each(report, &record->stories.items[story].reports))
            if (*report < count && td_view_equal(outlines[*report].report, td_view_of(id))) return story;
    return TD_NONE;
}
