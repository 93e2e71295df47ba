/*
 * What stands in quotation marks.
 * Input: tokens with their marks told open or closed. Output: passages.
 *
 * A mark that nothing closes ends with its paragraph, and goes on in the next where that begins with a mark. One that
 * nothing opened begins with its sentence, where a comma before it shows that words of somebody end there.
 */

#include "mention/quoting.h"

typedef struct td_marking {
    td_quoting *quoting;
    td_index open;      /* the mark that is open, TD_NONE */
    bool single;        /* it is a single mark */
    bool continued;     /* the paragraph before ended inside a passage */
} td_marking;

static bool is_mark(const td_quoting *quoting, td_index i) {
    return td_quoting_token(quoting, i)->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE);
}

static bool is_single(const td_quoting *quoting, td_index i) {
    td_view text = td_span_text(quoting->report->text, td_quoting_token(quoting, i)->span);
    static const char *const marks[] = {"'", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9B", "`"};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (td_view_equal(text, td_view_of(marks[k]))) return true;
    return false;
}

static void add(td_marking *marking, td_index open, td_index first, td_index end, td_index close) {
    if (first >= end) return;
    td_passage *passage = td_push(marking->quoting->arena, &marking->quoting->passages);
    *passage = (td_passage){.first = first, .end = end, .open = open, .close = close, .continues = marking->continued};
    marking->continued = false;
}

/* A closing mark that nothing opened. */
static void close_unopened(td_marking *marking, const td_sentence *sentence, td_index i) {
    const td_quoting *quoting = marking->quoting;
    bool ends_words = i > sentence->token_start && (td_quoting_is(quoting, i - 1, ",") || td_quoting_is(quoting, i - 1, "."));
    if (ends_words && !is_single(quoting, i)) add(marking, TD_NONE, sentence->token_start, i, i);
}

static void read_mark(td_marking *marking, const td_sentence *sentence, td_index i) {
    const td_quoting *quoting = marking->quoting;
    bool opens = td_quoting_token(quoting, i)->features & TD_FEATURE_QUOTE_OPEN;
    bool single = is_single(quoting, i);
    if (marking->open == TD_NONE) {
        if (!opens) {
            close_unopened(marking, sentence, i);
            return;
        }
        marking->open = i;
        marking->single = single;
        return;
    }
    if (single != marking->single) return; /* nested */
    if (opens && i > sentence->token_start) return;
    add(marking, marking->open, marking->open + 1, i, opens ? TD_NONE : i);
    marking->open = opens ? i : TD_NONE;
}

static void end_paragraph(td_marking *marking, td_index end) {
    if (marking->open == TD_NONE) {
        marking->continued = false;
        return;
    }
    if (!marking->single) add(marking, marking->open, marking->open + 1, end, TD_NONE);
    marking->continued = !marking->single;
    marking->open = TD_NONE;
}

void td_passages_find(td_quoting *quoting) {
    const td_report *report = quoting->report;
    td_marking marking = {.quoting = quoting, .open = TD_NONE};
    uint32_t paragraph = 0;
    td_index last = 0;
    for (td_index s = 0; s < report->sentences.count; s++) {
        const td_sentence *sentence = &report->sentences.items[s];
        if (!sentence->body) continue;
        if (sentence->paragraph != paragraph) {
            end_paragraph(&marking, last);
            /* only a mark at its very beginning goes on with what was open */
            if (sentence->token_start < sentence->token_end && !is_mark(quoting, sentence->token_start)) marking.continued = false;
        }
        paragraph = sentence->paragraph;
        for (td_index i = sentence->token_start; i < sentence->token_end; i++)
            if (is_mark(quoting, i)) read_mark(&marking, sentence, i);
        last = sentence->token_end;
    }
    end_paragraph(&marking, last);
}
