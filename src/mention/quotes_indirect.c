/*
 * Reported clauses: "X said that ...", "..., X said", "according to X, ...", "X denied bombing ...".
 * Input: cues with their dependencies, passages that no direct quotation took. Output: quotations of kind indirect, and
 * mixed where words in marks lie inside; the passages that are left as fragments of their cue.
 */

#include "mention/quoting.h"

/* Marks, conjunctions and commas at the edges are not what is said. */
static void trim(const td_quoting *quoting, td_index *first, td_index *end) {
    while (*first < *end) {
        const td_token *token = td_quoting_token(quoting, *first);
        bool edge = (token->features & TD_FEATURE_PUNCTUATION && !(token->features & TD_FEATURE_QUOTE_OPEN)) || td_quoting_is(quoting, *first, "that");
        if (!edge) break;
        (*first)++;
    }
    while (*first < *end) {
        const td_token *token = td_quoting_token(quoting, *end - 1);
        if (!(token->features & TD_FEATURE_PUNCTUATION) || token->features & TD_FEATURE_QUOTE_CLOSE) break;
        (*end)--;
    }
}

static bool inside_direct(const td_quoting *quoting, td_index token) {
    uint32_t low = 0, high = quoting->passages.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (quoting->passages.items[middle].end <= token) low = middle + 1;
        else high = middle;
    }
    return low < quoting->passages.count && quoting->passages.items[low].first <= token && quoting->passages.items[low].used;
}

/* The clause around a cue that stands beside it: "..., X said": all of the sentence before the cue's own words. */
static bool clause_beside(const td_quoting *quoting, const td_sentence *sentence, const td_cue *cue, td_index *first, td_index *end) {
    bool beside = td_quoting_hangs_by(quoting, cue->first, "parataxis");
    if (!beside) return false;
    td_index from, to, host = td_quoting_head(quoting, sentence, cue->first);
    td_quoting_subtree(quoting, sentence, cue->first, &from, &to);
    td_quoting_subtree(quoting, sentence, host, first, end);
    if (host < cue->first && from > *first) *end = from;
    else if (host > cue->first && to < *end) *first = to;
    return *first < *end;
}

static bool complement_of(const td_quoting *quoting, const td_sentence *sentence, const td_cue *cue, td_index *first, td_index *end) {
    static const struct {
        uint32_t use;
        const char *relation;
    } ways[] = {
        {TD_CUE_CLAUSE | TD_CUE_TELL | TD_CUE_ACT, "ccomp"}, {TD_CUE_CLAUSE | TD_CUE_TELL | TD_CUE_ACT | TD_CUE_CALL, "xcomp"},
        {TD_CUE_CALL, "obl"}, {TD_CUE_ACT, "obj"}, {TD_CUE_ACT, "obl"},
    };
    for (size_t k = 0; k < sizeof ways / sizeof *ways; k++) {
        if (!(cue->uses & ways[k].use)) continue;
        if (cue->uses & TD_CUE_WEAK && k > 0) return false;
        td_index head = td_quoting_child(quoting, sentence, cue->first, ways[k].relation);
        if (head == TD_NONE) continue;
        td_quoting_subtree(quoting, sentence, head, first, end);
        if (*first < cue->first && *end > cue->first) *end = cue->first; /* a broken tree */
        return *first < *end;
    }
    return false;
}

/* "According to X, ..." and "..., according to X". */
static bool clause_of_source(const td_quoting *quoting, const td_sentence *sentence, const td_cue *cue, td_index *first, td_index *end) {
    td_index behind = cue->end;
    while (behind < sentence->token_end && !td_quoting_is(quoting, behind, ",") && !td_quoting_is(quoting, behind, ".")) behind++;
    *first = sentence->token_start;
    *end = cue->first;
    if (cue->first > sentence->token_start + 2) return true;
    *first = behind;
    *end = sentence->token_end;
    return *first < *end;
}

static bool content_of(const td_quoting *quoting, const td_cue *cue, td_index *first, td_index *end) {
    const td_sentence *sentence = &quoting->report->sentences.items[cue->sentence];
    if (cue->uses & TD_CUE_SOURCE) return clause_of_source(quoting, sentence, cue, first, end);
    if (complement_of(quoting, sentence, cue, first, end)) return true;
    return cue->uses & (TD_CUE_CLAUSE | TD_CUE_TELL) && clause_beside(quoting, sentence, cue, first, end);
}

/* Passages inside [first, end) become part of the quotation; true where there was one. */
static bool take_passages(td_quoting *quoting, td_index first, td_index end, bool *whole) {
    bool any = false;
    *whole = false;
    uint32_t low = 0, high = quoting->passages.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (quoting->passages.items[middle].end <= first) low = middle + 1;
        else high = middle;
    }
    for (; low < quoting->passages.count && quoting->passages.items[low].first < end; low++) {
        td_passage *passage = &quoting->passages.items[low];
        if (passage->used || passage->first < first || passage->end > end + 1) continue;
        passage->used = any = true;
        *whole |= passage->first <= first + 1 && passage->end + 1 >= end;
    }
    return any;
}

static void add_indirect(td_quoting *quoting, const td_cue *cue) {
    td_index first, end;
    bool whole;
    if (inside_direct(quoting, cue->first) || !content_of(quoting, cue, &first, &end)) return;
    trim(quoting, &first, &end);
    if (first >= end || (first <= cue->first && cue->first < end)) return;
    for (td_index i = first; i < end; i++)
        if (inside_direct(quoting, i)) return; /* the words themselves are told already */
    bool marked = take_passages(quoting, first, end, &whole);
    td_quote *quote = td_quote_add(quoting, cue);
    quote->kind = whole ? TD_QUOTE_DIRECT : marked ? TD_QUOTE_MIXED : TD_QUOTE_INDIRECT;
    quote->content = (td_span){td_quoting_token(quoting, first)->span.start, td_quoting_token(quoting, end - 1)->span.end};
}

/* What no clause took: words quoted in passing, of the cue before them where there is one in the sentence. */
static void add_fragments(td_quoting *quoting) {
    for (uint32_t n = 0; n < quoting->passages.count; n++) {
        td_passage *passage = &quoting->passages.items[n];
        if (passage->used) continue;
        td_index sentence = td_report_sentence_at(quoting->report, td_quoting_token(quoting, passage->first)->span.start);
        const td_cue *near = NULL;
        uint32_t low = 0, high = quoting->cues.count;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (quoting->cues.items[middle].first < passage->first) low = middle + 1;
            else high = middle;
        }
        if (low > 0 && quoting->cues.items[low - 1].sentence == sentence) near = &quoting->cues.items[low - 1];
        td_quote *quote = td_quote_add(quoting, near);
        quote->kind = TD_QUOTE_FRAGMENT;
        quote->content = (td_span){td_quoting_token(quoting, passage->first)->span.start, td_quoting_token(quoting, passage->end - 1)->span.end};
        passage->used = true;
    }
}

void td_indirect_quotes_find(td_quoting *quoting) {
    for (uint32_t c = 0; c < quoting->cues.count; c++) add_indirect(quoting, &quoting->cues.items[c]);
    add_fragments(quoting);
}
