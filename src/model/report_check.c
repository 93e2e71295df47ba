/*
 * The promises between the stages, checked.
 * Input: a report as the stages left it. Output: 0, or the first breach named.
 */

#include <stdio.h>

#include "base/utf8.h"
#include "model/report.h"

typedef struct checking {
    const td_report *report;
    const char *list; /* at hand */
    uint32_t at;
    td_error *error;
} checking;

static int breach(const checking *check, const char *what) {
    return td_error_set(check->error, TD_ERROR_INTERNAL, "report %.*s: %s %u: %s", TD_VIEW_ARGUMENTS(check->report->id),
                        check->list, check->at + 1, what);
}

static bool on_border(td_view text, uint32_t offset) {
    return offset == text.size || ((unsigned char)text.bytes[offset] & 0xC0) != 0x80;
}

/* A span that must be there. */
static int check_span(const checking *check, td_span span, const char *what) {
    td_view text = check->report->text;
    if (span.start > span.end || span.end > text.size) {
        char message[96];
        snprintf(message, sizeof message, "%s lies outside the text", what);
        return breach(check, message);
    }
    if (on_border(text, span.start) && on_border(text, span.end)) return 0;
    char message[96];
    snprintf(message, sizeof message, "%s cuts a character", what);
    return breach(check, message);
}

static int check_optional_span(const checking *check, td_span span, const char *what) {
    return td_span_present(span) ? check_span(check, span, what) : 0;
}

/* A span that must be there and stand no earlier than `*last`, which it moves on. */
static int check_ordered_span(const checking *check, td_span span, const char *what, uint32_t *last) {
    int status = check_span(check, span, what);
    if (status < 0) return status;
    if (span.start < *last) return breach(check, "is not in text order");
    *last = span.start;
    return 0;
}

static int check_index(const checking *check, td_index index, uint32_t count, const char *what) {
    if (index == TD_NONE || index < count) return 0;
    char message[96];
    snprintf(message, sizeof message, "%s is no valid index", what);
    return breach(check, message);
}

static int check_indices(const checking *check, const td_index_array *indices, uint32_t count, const char *what) {
    for (uint32_t k = 0; k < indices->count; k++) {
        if (indices->items[k] >= count) return check_index(check, count, count, what);
    }
    return 0;
}

static int check_published(checking *check) {
    const td_publication *published = &check->report->published;
    check->list = "publication evidence";
    for (check->at = 0; check->at < published->evidence.count; check->at++) {
        int status = check_optional_span(check, published->evidence.items[check->at].span, "its span");
        if (status < 0) return status;
    }
    return 0;
}

static int check_boilerplate(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0;
    check->list = "boilerplate";
    for (check->at = 0; check->at < report->boilerplate.count; check->at++) {
        td_span span = report->boilerplate.items[check->at].span;
        int status = check_ordered_span(check, span, "its span", &last);
        if (status < 0) return status;
        last = span.end;
    }
    return 0;
}

static int check_sentences(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0, token = 0;
    check->list = "sentence";
    for (check->at = 0; check->at < report->sentences.count; check->at++) {
        const td_sentence *sentence = &report->sentences.items[check->at];
        int status = check_ordered_span(check, sentence->span, "its span", &last);
        if (status < 0) return status;
        last = sentence->span.end;
        if (sentence->token_start > sentence->token_end || sentence->token_end > report->tokens.count)
            return breach(check, "its tokens are no valid range");
        if (sentence->token_start < token) return breach(check, "its tokens belong to an earlier sentence");
        token = sentence->token_end;
        if (sentence->token_start == sentence->token_end) continue;
        td_span tokens = {report->tokens.items[sentence->token_start].span.start,
                          report->tokens.items[sentence->token_end - 1].span.end};
        if (!td_span_contains(sentence->span, tokens)) return breach(check, "its tokens lie outside it");
    }
    return 0;
}

static int check_tokens(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0;
    check->list = "token";
    for (check->at = 0; check->at < report->tokens.count; check->at++) {
        int status = check_ordered_span(check, report->tokens.items[check->at].span, "its span", &last);
        if (status < 0) return status;
    }
    return 0;
}

static int check_mentions(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0;
    check->list = "mention";
    for (check->at = 0; check->at < report->mentions.count; check->at++) {
        const td_mention *mention = &report->mentions.items[check->at];
        int status = check_ordered_span(check, mention->span, "its span", &last);
        if (status == 0) status = check_index(check, mention->entity, report->entities.count, "its entity");
        if (status == 0)
            status = check_indices(check, &mention->group, report->entities.count, "a member of its group");
        if (status < 0) return status;
    }
    return 0;
}

static int check_times(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0;
    check->list = "time";
    for (check->at = 0; check->at < report->times.count; check->at++) {
        int status = check_ordered_span(check, report->times.items[check->at].span, "its span", &last);
        if (status < 0) return status;
    }
    return 0;
}

static int check_figures(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0;
    check->list = "figure";
    for (check->at = 0; check->at < report->figures.count; check->at++) {
        const td_figure *figure = &report->figures.items[check->at];
        int status = check_ordered_span(check, figure->span, "its span", &last);
        if (status == 0) status = check_span(check, figure->phrase, "its phrase");
        if (status == 0) status = check_index(check, figure->place, report->entities.count, "its place");
        if (status == 0) status = check_index(check, figure->attribution, report->entities.count, "its attribution");
        if (status == 0) status = check_optional_span(check, figure->attribution_span, "its attribution's span");
        if (status < 0) return status;
    }
    return 0;
}

static int check_quotes(checking *check) {
    const td_report *report = check->report;
    uint32_t last = 0;
    check->list = "quotation";
    for (check->at = 0; check->at < report->quotes.count; check->at++) {
        const td_quote *quote = &report->quotes.items[check->at];
        int status = check_ordered_span(check, quote->content, "its content", &last);
        if (status == 0) status = check_optional_span(check, quote->speaker_span, "its speaker's span");
        if (status == 0) status = check_optional_span(check, quote->cue, "its cue");
        if (status == 0) status = check_index(check, quote->speaker, report->entities.count, "its speaker");
        if (status == 0) status = check_index(check, quote->addressee, report->entities.count, "its addressee");
        if (status < 0) return status;
    }
    return 0;
}

static int check_event_indices(const checking *check, const td_event *event) {
    const td_report *report = check->report;
    uint32_t entities = report->entities.count;
    const struct {
        td_index index;
        uint32_t count;
        const char *what;
    } indices[] = {
        {event->place, entities, "its place"},
        {event->place_from, entities, "the place it leaves"},
        {event->place_to, entities, "the place it reaches"},
        {event->source, entities, "its source"},
        {event->time, report->times.count, "its time"},
        {event->quote, report->quotes.count, "its quotation"},
        {event->sentence, report->sentences.count, "its sentence"},
    };
    int status = 0;
    for (size_t k = 0; status == 0 && k < sizeof indices / sizeof *indices; k++)
        status = check_index(check, indices[k].index, indices[k].count, indices[k].what);
    if (status == 0) status = check_indices(check, &event->actors, entities, "an actor");
    if (status == 0) status = check_indices(check, &event->targets, entities, "a target");
    if (status == 0) status = check_indices(check, &event->objects, entities, "an object");
    if (status == 0) status = check_indices(check, &event->figures, report->figures.count, "a figure");
    return status;
}

static int check_event_list(checking *check, const char *name, const td_event *events, uint32_t count) {
    uint32_t last = 0;
    check->list = name;
    for (check->at = 0; check->at < count; check->at++) {
        const td_event *event = &events[check->at];
        int status = check_ordered_span(check, event->trigger, "its trigger", &last);
        if (status == 0) status = check_optional_span(check, event->clause, "its clause");
        if (status == 0) status = check_optional_span(check, event->object_span, "its object");
        if (status == 0) status = check_event_indices(check, event);
        if (status < 0) return status;
    }
    return 0;
}

static int check_events(checking *check) {
    const td_report *report = check->report;
    int status = check_event_list(check, "event", report->events.items, report->events.count);
    if (status < 0) return status;
    return check_event_list(check, "happening", report->happenings.items, report->happenings.count);
}

int td_report_check(const td_report *report, td_error *error) {
    static int (*const checks[])(checking *) = {check_published, check_boilerplate, check_tokens,
                                                check_sentences, check_mentions,    check_times,
                                                check_figures,   check_quotes,      check_events};
    checking check = {.report = report, .list = "text", .error = error};
    if (report->text.size >= UINT32_MAX) return breach(&check, "is longer than offsets can say");
    if (td_utf8_first_invalid(report->text) != SIZE_MAX) return breach(&check, "is no well-formed UTF-8");
    int status = 0;
    for (size_t k = 0; status == 0 && k < sizeof checks / sizeof *checks; k++) status = checks[k](&check);
    return status;
}
