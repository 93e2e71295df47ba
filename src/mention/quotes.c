/*
 * The finder of quotations: its steps in order, and what each becomes in the record.
 * Input: sentences, tokens, entities and mentions. Output: report->quotes, and mentions for "I" in quotations.
 */

#include <stdlib.h>

#include "mention/mention.h"
#include "mention/quotes.h"

#define MOST_NEIGHBOURS 16 /* attributions of a sentence among which one that holds another is looked for */
#define LEAST_FRAGMENT 2   /* words; one word in marks is distance, not quotation */

static td_quote *add(td_quoting *quoting, enum td_quote_kind kind, td_span content, td_index number) {
    td_quote *quote = td_push(quoting->arena, &quoting->report->quotes);
    *quote = (td_quote){.kind = kind,
                        .content = content,
                        .speaker = TD_NONE,
                        .speaker_span = TD_SPAN_NONE,
                        .cue = TD_SPAN_NONE,
                        .addressee = TD_NONE};
    if (number == TD_NONE) return quote;
    const td_attribution *attribution = &quoting->attributions.items[number];
    quote->speaker = attribution->entity;
    quote->speaker_span = td_range_span(quoting, attribution->speaker);
    quote->cue = td_range_span(quoting, attribution->words);
    quote->stance = attribution->stance;
    quote->addressee = td_quote_entity_of(quoting, attribution->hearer);
    quote->relay = td_quote_relay_of(quoting, attribution->relay);
    if (!td_view_present(quote->relay)) quote->relay = td_quote_relay_of(quoting, attribution->hearer);
    if (!td_view_present(quote->relay)) quote->relay = td_quote_relay_of(quoting, attribution->speaker);
    return quote;
}

static uint32_t words_in(const td_quoting *quoting, td_token_range range) {
    uint32_t count = 0;
    for (td_index i = range.first; i < range.end; i++)
        count += td_quoting_token(quoting, i)->part_of_speech != TD_POS_PUNCTUATION;
    return count;
}

static void write_stretches(td_quoting *quoting) {
    for (td_index n = 0; n < quoting->stretches.count; n++) {
        const td_stretch *stretch = &quoting->stretches.items[n];
        if (stretch->inner) continue;
        td_span content = td_range_span(quoting, stretch->inside);
        bool own = stretch->attribution != TD_NONE;
        if (!own && (!stretch->closed || words_in(quoting, stretch->inside) < LEAST_FRAGMENT)) continue;
        add(quoting, own ? TD_QUOTE_DIRECT : TD_QUOTE_FRAGMENT, content, stretch->attribution);
    }
}

/* Stretches and attributions are both in text order; this walks the stretches beside them. */
typedef struct td_stretch_cursor {
    const td_quoting *quoting;
    td_index next;
} td_stretch_cursor;

/* The first stretch that ends behind token `i`. */
static const td_stretch *stretch_from(td_stretch_cursor *cursor, td_index i) {
    const td_stretch_array *list = &cursor->quoting->stretches;
    while (cursor->next > 0 && list->items[cursor->next - 1].inside.end > i) cursor->next--;
    while (cursor->next < list->count && list->items[cursor->next].inside.end <= i) cursor->next++;
    return cursor->next < list->count ? &list->items[cursor->next] : NULL;
}

/* A cue of its own right: with a content, and not inside somebody's quotation. */
static bool stands(td_stretch_cursor *cursor, const td_attribution *attribution, bool *mixed) {
    *mixed = false;
    if (!td_range_present(attribution->content[0])) return false;
    const td_stretch *around = stretch_from(cursor, attribution->cue);
    if (around && around->inside.first <= attribution->cue && !around->inner) return false;
    const td_stretch *within = stretch_from(cursor, attribution->content[0].first);
    *mixed = within && within->inner && within->inside.first < attribution->content[0].end;
    if (!attribution->weak || *mixed) return true;
    return td_quoting_is(cursor->quoting, attribution->content[0].first, "that") &&
           td_range_present(attribution->speaker);
}

/* An act or wish inside what another says is a part of that: "she said that she wants to ask ...". */
static bool told_within(const td_quoting *quoting, td_index number) {
    const td_attribution *inner = &quoting->attributions.items[number];
    td_index n = number > MOST_NEIGHBOURS ? number - MOST_NEIGHBOURS : 0;
    for (; n < quoting->cue_count && n <= number + MOST_NEIGHBOURS; n++) {
        const td_attribution *outer = &quoting->attributions.items[n];
        if (n == number || outer->sentence != inner->sentence || outer->weak) continue;
        for (int k = 0; k < 2; k++)
            if (outer->content[k].first <= inner->cue && inner->cue < outer->content[k].end &&
                td_range_present(outer->content[k]))
                return true;
    }
    return false;
}

static void write_attributions(td_quoting *quoting) {
    td_stretch_cursor cursor = {quoting, 0};
    for (td_index n = 0; n < quoting->attributions.count; n++) {
        const td_attribution *attribution = &quoting->attributions.items[n];
        bool mixed;
        if (attribution->used || !stands(&cursor, attribution, &mixed)) continue;
        if (attribution->minor && n < quoting->cue_count && told_within(quoting, n)) continue;
        for (int k = 0; k < 2; k++)
            if (td_range_present(attribution->content[k]))
                add(quoting, mixed ? TD_QUOTE_MIXED : TD_QUOTE_INDIRECT,
                    td_range_span(quoting, attribution->content[k]), n);
    }
}

static int compare_quotes(const void *a, const void *b) {
    const td_quote *left = a, *right = b;
    if (left->content.start != right->content.start) return left->content.start < right->content.start ? -1 : 1;
    if (left->content.end != right->content.end) return left->content.end > right->content.end ? -1 : 1;
    if (left->cue.start != right->cue.start) return left->cue.start < right->cue.start ? -1 : 1;
    return (int)left->kind - (int)right->kind;
}

void td_find_quotes(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    td_quoting quoting = {
        .names = td_lexicon_names(lexicon), .actors = td_lexicon_actors(lexicon), .report = report, .arena = arena};
    td_map_init(&quoting.cue_at, arena);
    td_quote_marks_find(&quoting);
    td_quote_cues_find(&quoting);
    td_quotes_attribute(&quoting);
    td_quote_speakers_tell(&quoting);
    write_stretches(&quoting);
    write_attributions(&quoting);
    if (report->quotes.count)
        qsort(report->quotes.items, report->quotes.count, sizeof *report->quotes.items, compare_quotes);
    td_quote_first_persons(&quoting);
}
