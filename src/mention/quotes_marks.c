/*
 * What stands in quotation marks.
 * Input: tokens. Output: stretches of tokens between marks, in text order.
 *
 * Double marks bound a stretch; single ones do only where no double one is open. A paragraph that begins with a mark
 * while one is open takes the quotation up again. A mark without its partner is kept when the sentence shows what is
 * quoted: a closing one behind a comma quotes from its sentence's start, an opening one to its paragraph's end.
 */

#include "mention/quotes.h"

enum td_mark { TD_MARK_NONE, TD_MARK_OPEN, TD_MARK_CLOSE, TD_MARK_EITHER };

typedef struct td_mark_reading {
    enum td_mark side;
    bool single;
} td_mark_reading;

static td_mark_reading mark_at(const td_quoting *quoting, td_index i) {
    static const struct {
        const char *text;
        td_mark_reading reading;
    } marks[] = {
        {"\"", {TD_MARK_EITHER, false}},
        {"\xE2\x80\x9C", {TD_MARK_OPEN, false}},
        {"\xE2\x80\x9D", {TD_MARK_CLOSE, false}},
        {"\xE2\x80\x9E", {TD_MARK_OPEN, false}},
        {"\xC2\xAB", {TD_MARK_OPEN, false}},
        {"\xC2\xBB", {TD_MARK_CLOSE, false}},
        {"``", {TD_MARK_OPEN, false}},
        {"''", {TD_MARK_EITHER, false}},
        {"'", {TD_MARK_EITHER, true}},
        {"\xE2\x80\x98", {TD_MARK_OPEN, true}},
        {"\xE2\x80\x99", {TD_MARK_CLOSE, true}},
    };
    td_view text = td_quoting_text(quoting, i);
    uint32_t features = td_quoting_token(quoting, i)->features;
    if (text.size > 3) return (td_mark_reading){TD_MARK_NONE, false};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        if (!td_view_equal(text, td_view_of(marks[k].text))) continue;
        td_mark_reading reading = marks[k].reading;
        if (reading.side != TD_MARK_EITHER) return reading;
        if (features & TD_FEATURE_QUOTE_OPEN)
            reading.side = TD_MARK_OPEN;
        else if (features & TD_FEATURE_QUOTE_CLOSE)
            reading.side = TD_MARK_CLOSE;
        else if (reading.single)
            reading.side = TD_MARK_NONE; /* an apostrophe */
        return reading;
    }
    return (td_mark_reading){TD_MARK_NONE, false};
}

typedef struct td_open_mark {
    bool open, single;
    td_index first; /* token behind the mark */
    uint32_t paragraph;
} td_open_mark;

static td_stretch *add(td_quoting *quoting, td_index first, td_index end, bool opened, bool closed) {
    if (first >= end) return NULL;
    td_stretch *stretch = td_push(quoting->arena, &quoting->stretches);
    *stretch = (td_stretch){.inside = {first, end}, .opened = opened, .closed = closed, .attribution = TD_NONE};
    return stretch;
}

/* An opening mark is left without its partner at the end of a paragraph, before token `end`. */
static void leave_open(td_quoting *quoting, td_open_mark *mark, td_index end, bool taken_up) {
    if (mark->open && (!mark->single || taken_up)) {
        td_stretch *stretch = add(quoting, mark->first, end, true, false);
        if (stretch) stretch->goes_on = taken_up;
    }
    mark->open = false;
}

/* A closing mark without its partner, behind a comma or full stop: what it closes began with its sentence. */
static void close_unopened(td_quoting *quoting, td_index i, const td_sentence *sentence) {
    if (i < sentence->token_start + 4) return;
    td_view before = td_quoting_text(quoting, i - 1);
    bool ends = before.size == 1 && strchr(",.!?", before.bytes[0]);
    const td_stretch *last = quoting->stretches.count ? &quoting->stretches.items[quoting->stretches.count - 1] : NULL;
    bool apart = !last || last->inside.end <= sentence->token_start;
    if (ends && apart) add(quoting, sentence->token_start, i, false, true);
}

static void read_mark(td_quoting *quoting, td_index i, const td_sentence *sentence, td_open_mark *mark) {
    td_mark_reading reading = mark_at(quoting, i);
    if (reading.side == TD_MARK_NONE) return;
    if (mark->open && reading.single != mark->single && !mark->single) return; /* nested */
    if (reading.side == TD_MARK_EITHER) reading.side = mark->open ? TD_MARK_CLOSE : TD_MARK_OPEN;
    if (mark->open && (reading.side == TD_MARK_CLOSE || (reading.side == TD_MARK_OPEN && i == mark->first))) {
        if (reading.side == TD_MARK_CLOSE) add(quoting, mark->first, i, true, true);
        mark->open = false;
    } else if (reading.side == TD_MARK_OPEN) {
        *mark = (td_open_mark){true, reading.single, i + 1, sentence->paragraph};
    } else if (!reading.single) {
        close_unopened(quoting, i, sentence);
    }
}

void td_quote_marks_find(td_quoting *quoting) {
    td_open_mark mark = {0};
    const td_report *report = quoting->report;
    for (td_index s = 0; s < report->sentences.count; s++) {
        const td_sentence *sentence = &report->sentences.items[s];
        td_index start = sentence->token_start;
        if (mark.open && sentence->paragraph != mark.paragraph) {
            bool taken_up = start < sentence->token_end && mark_at(quoting, start).side != TD_MARK_NONE &&
                            mark_at(quoting, start).side != TD_MARK_CLOSE;
            leave_open(quoting, &mark, start, taken_up);
        }
        for (td_index i = start; i < sentence->token_end; i++) read_mark(quoting, i, sentence, &mark);
    }
    leave_open(quoting, &mark, report->tokens.count, false);
}

td_token_range td_range_trim(const td_quoting *quoting, td_token_range range) {
    if (!td_range_present(range)) return TD_RANGE_NONE;
    while (range.first < range.end && td_quoting_token(quoting, range.first)->part_of_speech == TD_POS_PUNCTUATION)
        range.first++;
    while (range.end > range.first && td_quoting_token(quoting, range.end - 1)->part_of_speech == TD_POS_PUNCTUATION)
        range.end--;
    return range.first < range.end ? range : TD_RANGE_NONE;
}
