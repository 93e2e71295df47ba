/*
 * The finder of quotations: its steps in order.
 * Input: sentences, tokens, mentions. Output: report->quotes.
 */

#include <stdlib.h>

#include "mention/mention.h"
#include "mention/quoting.h"

/* For each token the mention that speaks for it: a resolved one before others, then the longer. */
static td_index *mentions_by_token(const td_report *report, td_arena *arena) {
    td_index *mention_at = TD_NEW_ARRAY(arena, report->tokens.count + 1, td_index);
    for (uint32_t i = 0; i < report->tokens.count; i++) mention_at[i] = TD_NONE;
    for (uint32_t m = 0; m < report->mentions.count; m++) {
        const td_mention *mention = &report->mentions.items[m];
        if (mention->form == TD_FORM_DEMONYM) continue;
        for (td_index i = td_report_token_at(report, mention->span.start);
             i < report->tokens.count && report->tokens.items[i].span.end <= mention->span.end; i++) {
            const td_mention *held = mention_at[i] == TD_NONE ? NULL : &report->mentions.items[mention_at[i]];
            bool better = !held || (held->entity == TD_NONE && mention->entity != TD_NONE);
            if (better) mention_at[i] = m;
        }
    }
    return mention_at;
}

static td_index entity_of(const td_quoting *quoting, td_index token) {
    td_index mention = token == TD_NONE ? TD_NONE : quoting->mention_at[token];
    return mention == TD_NONE ? TD_NONE : quoting->report->mentions.items[mention].entity;
}

static td_span span_of(const td_quoting *quoting, td_index token) {
    if (token == TD_NONE) return TD_SPAN_NONE;
    td_index mention = quoting->mention_at[token];
    return mention == TD_NONE ? td_quoting_token(quoting, token)->span : quoting->report->mentions.items[mention].span;
}

/* The name of an agency or outlet, absent for anybody else. */
static td_view outlet_of(const td_quoting *quoting, td_index token) {
    td_index entity = entity_of(quoting, token);
    uint32_t actor;
    if (entity == TD_NONE) return TD_VIEW_ABSENT;
    const td_entity *known = &quoting->report->entities.items[entity];
    if (!td_view_present(known->knowledge) || !td_actors_find(quoting->actors, known->knowledge, &actor)) return TD_VIEW_ABSENT;
    td_view category = td_actors_get(quoting->actors, actor).category;
    bool carries = td_view_equal(category, TD_VIEW("agency")) || td_view_equal(category, TD_VIEW("outlet"));
    return carries ? known->name : TD_VIEW_ABSENT;
}

td_quote *td_quote_add(td_quoting *quoting, const td_cue *cue) {
    td_quote *quote = td_push(quoting->arena, &quoting->report->quotes);
    *quote = (td_quote){.speaker = TD_NONE, .speaker_span = TD_SPAN_NONE, .cue = TD_SPAN_NONE, .addressee = TD_NONE};
    if (!cue) return quote;
    quote->cue = (td_span){td_quoting_token(quoting, cue->first)->span.start, td_quoting_token(quoting, cue->end - 1)->span.end};
    quote->stance = cue->stance;
    quote->speaker = entity_of(quoting, cue->subject);
    quote->speaker_span = span_of(quoting, cue->subject);
    quote->addressee = entity_of(quoting, cue->hearer);
    quote->relay = outlet_of(quoting, cue->carrier);
    if (!td_view_present(quote->relay)) quote->relay = outlet_of(quoting, cue->hearer);
    return quote;
}

static int compare_quotes(const void *a, const void *b) {
    const td_quote *left = a, *right = b;
    if (left->content.start != right->content.start) return left->content.start < right->content.start ? -1 : 1;
    if (left->content.end != right->content.end) return left->content.end > right->content.end ? -1 : 1;
    if (left->cue.start != right->cue.start) return left->cue.start < right->cue.start ? -1 : 1;
    return (int)left->kind - (int)right->kind;
}

void td_find_quotes(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    td_quoting quoting = {.names = td_lexicon_names(lexicon), .actors = td_lexicon_actors(lexicon), .report = report, .arena = arena};
    quoting.mention_at = mentions_by_token(report, arena);
    td_passages_find(&quoting);
    td_cues_find(&quoting);
    td_direct_quotes_find(&quoting);
    td_indirect_quotes_find(&quoting);
    if (report->quotes.count) qsort(report->quotes.items, report->quotes.count, sizeof *report->quotes.items, compare_quotes);
}
