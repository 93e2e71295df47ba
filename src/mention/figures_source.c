/*
 * Who says a figure: the speaker of the quotation that holds it or of the one
 * that its sentence reports, the one behind "according to", or the name that a
 * headline hangs on with a colon.
 * Input: quotations, mentions, tokens. Output: the entity, and the words that
 * name it also where they name none that is known.
 */

#include <string.h>

#include "mention/figures.h"

#define QUOTES_LOOKED_AT 12 /* quotations around a figure */
#define SAID_AT_END 40      /* bytes between a cue and the end of the sentence that it reports */
#define LONGEST_SENTENCE 600 /* bytes either side of a figure in which its source is sought */
#define HEADLINE_SOURCE 40  /* bytes of "..., monitor says" and the like behind a colon */

/* The first quotation that begins behind byte `offset`. */
static uint32_t quotes_behind(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->quotes.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (report->quotes.items[middle].content.start <= offset) low = middle + 1;
        else high = middle;
    }
    return low;
}

static bool in_sentence(td_span sentence, td_span span) {
    return td_span_present(span) && td_span_contains(sentence, span);
}

/* "... were killed, the ministry said.": the cue ends the sentence. "He said ...": it precedes the figure. */
static bool reports_sentence(const td_report *report, const td_quote *quote, td_span sentence, td_span figure) {
    if (!in_sentence(sentence, quote->cue) || quote->kind == TD_QUOTE_FRAGMENT) return false;
    uint32_t end = td_span_present(quote->speaker_span) && quote->speaker_span.end > quote->cue.end ? quote->speaker_span.end : quote->cue.end;
    if (figure.start >= end) return quote->content.start >= end && quote->content.end + SAID_AT_END > figure.start;
    bool closes = end + SAID_AT_END >= sentence.end;
    return closes && figure.end <= quote->cue.start && td_view_find(td_span_text(report->text, (td_span){end, sentence.end}), TD_VIEW(" but "), 0) == SIZE_MAX;
}

/* How well a quotation says who gives a figure: 0 not at all. */
static int fitness(const td_report *report, const td_quote *quote, td_span sentence, td_span figure) {
    if (!td_span_present(quote->speaker_span) && quote->speaker == TD_NONE) return 0;
    if (td_span_contains(quote->content, figure)) return quote->kind == TD_QUOTE_INDIRECT ? 3 : 4;
    return reports_sentence(report, quote, sentence, figure) ? 1 : 0;
}

static const td_quote *quote_of(const td_report *report, td_span sentence, td_span figure) {
    uint32_t behind = quotes_behind(report, figure.start), best = 0;
    const td_quote *found = NULL;
    uint32_t first = behind > QUOTES_LOOKED_AT ? behind - QUOTES_LOOKED_AT : 0;
    for (uint32_t n = first; n < report->quotes.count && n < behind + QUOTES_LOOKED_AT; n++) {
        const td_quote *quote = &report->quotes.items[n];
        uint32_t fit = (uint32_t)fitness(report, quote, sentence, figure);
        if (fit > best || (fit == best && fit > 1)) best = fit, found = quote; /* the inner of two comes later */
    }
    return found;
}

/* The entity named within `span`: of several the one that covers most of it. */
static td_index entity_within(const td_report *report, td_span span) {
    uint32_t low = 0, high = report->mentions.count, longest = 0;
    td_index best = TD_NONE;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (report->mentions.items[middle].span.start < span.start) low = middle + 1;
        else high = middle;
    }
    for (; low < report->mentions.count && report->mentions.items[low].span.start < span.end; low++) {
        const td_mention *mention = &report->mentions.items[low];
        uint32_t size = mention->span.end - mention->span.start;
        if (mention->entity == TD_NONE || mention->form == TD_FORM_DEMONYM || mention->kind == TD_ENTITY_PLACE || size <= longest) continue;
        longest = size;
        best = mention->entity;
    }
    return longest * 2 > span.end - span.start ? best : TD_NONE;
}

/* "according to X" near the figure; the words up to the next mark. */
static td_span according_to(const td_report *report, td_span sentence, td_span figure) {
    static const char *const words = "ccording to ";
    if (sentence.start + LONGEST_SENTENCE < figure.start) sentence.start = figure.start - LONGEST_SENTENCE;
    if (sentence.end > figure.end + LONGEST_SENTENCE) sentence.end = figure.end + LONGEST_SENTENCE;
    td_view text = td_span_text(report->text, sentence);
    size_t at = td_view_find(text, td_view_of(words), 0);
    if (at == SIZE_MAX) return TD_SPAN_NONE;
    uint32_t start = sentence.start + (uint32_t)(at + strlen(words)), end = start;
    while (end < sentence.end && !strchr(".,;:()\"\n", report->text.bytes[end])) end++;
    return end > start ? (td_span){start, end} : TD_SPAN_NONE;
}

/* "Blast kills 14: police", "Police: 14 dead": a short word on the other side of a headline's colon. */
static td_span headline_source(const td_report *report, const td_sentence *sentence, td_span figure) {
    td_view text = td_span_text(report->text, sentence->span);
    size_t at = text.size < LONGEST_SENTENCE ? td_view_find(text, TD_VIEW(": "), 0) : SIZE_MAX;
    if (at == SIZE_MAX || at == 0 || td_view_find(text, TD_VIEW(": "), at + 1) != SIZE_MAX) return TD_SPAN_NONE;
    uint32_t colon = sentence->span.start + (uint32_t)at, end = sentence->span.end;
    while (end > colon && strchr(". \n", report->text.bytes[end - 1])) end--;
    if (figure.end <= colon) return end > colon + 2 && end - colon < HEADLINE_SOURCE ? (td_span){colon + 2, end} : TD_SPAN_NONE;
    return colon - sentence->span.start < HEADLINE_SOURCE ? (td_span){sentence->span.start, colon} : TD_SPAN_NONE;
}

/* No sentence tells of a source that is longer than a name with its title. */
static bool names_people_or_bodies(const td_report *report, td_span span) {
    td_view text = td_span_text(report->text, span);
    uint32_t words = 1;
    for (size_t i = 0; i < text.size; i++) words += text.bytes[i] == ' ';
    return text.size > 0 && words <= 4 && !(text.bytes[0] >= '0' && text.bytes[0] <= '9');
}

void td_figure_set_source(const td_report *report, const td_sentence *sentence, td_figure *figure) {
    const td_quote *quote = quote_of(report, sentence->span, figure->span);
    figure->attribution = TD_NONE;
    figure->attribution_span = TD_SPAN_NONE;
    if (quote) {
        figure->attribution = quote->speaker;
        figure->attribution_span = quote->speaker_span;
    } else {
        figure->attribution_span = according_to(report, sentence->span, figure->span);
        if (!td_span_present(figure->attribution_span)) {
            td_span source = headline_source(report, sentence, figure->span);
            if (td_span_present(source) && names_people_or_bodies(report, source)) figure->attribution_span = source;
        }
    }
    if (figure->attribution == TD_NONE && td_span_present(figure->attribution_span))
        figure->attribution = entity_within(report, figure->attribution_span);
}
