/*
 * The sentences of an outline, and its title.
 * Input: sentences, tokens, times. Output: for each sentence the keys of its
 * content words, each once, and the days its own times cover. The headline
 * keeps its words though it is no body; other boilerplate has none.
 */

#include <stdlib.h>

#include "resolve/content_words.h"
#include "resolve/outline_parts.h"

#define TITLE_BYTES 160

static int compare_terms(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Does the headline touch `span`? `*next` is the part to look at first; parts and spans come in text order. */
static bool is_headline(const td_report *report, td_span span, uint32_t *next) {
    while (*next < report->boilerplate.count && report->boilerplate.items[*next].span.end <= span.start) (*next)++;
    if (*next == report->boilerplate.count) return false;
    const td_boilerplate *part = &report->boilerplate.items[*next];
    return part->kind == TD_BOILERPLATE_HEADLINE && td_span_overlaps(part->span, span);
}

static void collect_terms(td_outline_work *work, const td_sentence *sentence, td_outline_sentence *made) {
    td_outline *outline = work->outline;
    made->terms_start = outline->terms.count;
    for (td_index at = sentence->token_start; at < sentence->token_end; at++) {
        const td_token *token = &work->report->tokens.items[at];
        if (td_is_content_word(token)) *td_push(work->arena, &outline->terms) = token->lemma_key;
    }
    uint64_t *terms = outline->terms.items + made->terms_start;
    uint32_t count = outline->terms.count - made->terms_start, kept = 0;
    if (count) qsort(terms, count, sizeof *terms, compare_terms);
    for (uint32_t at = 0; at < count; at++)
        if (kept == 0 || terms[kept - 1] != terms[at]) terms[kept++] = terms[at];
    outline->terms.count = made->terms_start + kept;
    made->terms_end = outline->terms.count;
}

/* The days of the times inside `span`, from the time `*next` on; times are in text order. */
static td_interval interval_of(const td_report *report, td_span span, uint32_t *next) {
    td_interval interval = TD_INTERVAL_OPEN;
    while (*next < report->times.count && report->times.items[*next].span.end <= span.start) (*next)++;
    for (uint32_t at = *next; at < report->times.count && report->times.items[at].span.start < span.end; at++) {
        const td_time *time = &report->times.items[at];
        bool day = time->type == TD_TIME_DATE || time->type == TD_TIME_TIME;
        bool settled = time->interval.from != TD_DAY_UNKNOWN && time->interval.to != TD_DAY_UNKNOWN;
        if (!day || !settled) continue;
        interval = td_interval_known(interval) ? td_interval_cover(interval, time->interval) : time->interval;
    }
    return interval;
}

void td_outline_sentences(td_outline_work *work) {
    const td_report *report = work->report;
    uint32_t next_time = 0, next_part = 0;
    for (td_each(sentence, &report->sentences)) {
        td_outline_sentence *made = td_push(work->arena, &work->outline->sentences);
        made->span = sentence->span;
        made->body = sentence->body;
        made->terms_start = made->terms_end = work->outline->terms.count;
        made->interval = interval_of(report, sentence->span, &next_time);
        if (sentence->body || is_headline(report, sentence->span, &next_part)) collect_terms(work, sentence, made);
    }
    for (td_each(quote, &report->quotes)) {
        td_index at = td_report_sentence_at(report, quote->content.start);
        if (at != TD_NONE && quote->kind != TD_QUOTE_INDIRECT) work->outline->sentences.items[at].quoted = 1;
    }
}

static td_span title_span(const td_report *report) {
    if (td_view_present(report->title) && report->title.size > 0) {
        size_t at = td_view_find(report->text, report->title, 0);
        if (at != SIZE_MAX) return (td_span){(uint32_t)at, (uint32_t)(at + report->title.size)};
    }
    for (td_each(part, &report->boilerplate))
        if (part->kind == TD_BOILERPLATE_HEADLINE) return part->span;
    for (td_each(sentence, &report->sentences))
        if (sentence->body) return sentence->span;
    return (td_span){0, 0};
}

void td_outline_title(td_outline_work *work) {
    td_span span = title_span(work->report);
    work->outline->title_start = span.start;
    work->outline->title_end = span.end;
    work->outline->title = td_outline_keep(work, td_view_trim(td_span_text(work->report->text, span)), TITLE_BYTES);
}
