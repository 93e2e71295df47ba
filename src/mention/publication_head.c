/*
 * The day that stands at the head of a report: "Wed 1 October 2014", "Published June 8, 2016", "AFP Saturday 4 Oct
 * 2014". Input: moments and text. Output: the day of publication, or none.
 *
 * A full date is the report's own where it is part of no sentence: it opens the text, perhaps behind words that
 * announce it, and what follows begins anew; or it stands within the first lines with its weekday, which prose says
 * behind a preposition.
 */

#include "mention/publication_head.h"
#include "mention/times_calendar_days.h"

#define HEAD_BYTES 400 /* within which a date with its weekday is looked for */
#define OPENING_BYTES 60

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

static bool is_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

/* The last word of `text`, absent where there is none. */
static td_view last_word(td_view text) {
    size_t end = text.size;
    while (end > 0 && !is_letter(text.bytes[end - 1])) end--;
    size_t start = end;
    while (start > 0 && is_letter(text.bytes[start - 1])) start--;
    return start < end ? td_view_slice(text, start, end) : TD_VIEW_ABSENT;
}

static bool announces(td_view word) {
    static const td_view words[] = {TD_VIEW("published"), TD_VIEW("posted"),      TD_VIEW("updated"), TD_VIEW("last"),
                                    TD_VIEW("date"),      TD_VIEW("publication"), TD_VIEW("of"),      TD_VIEW("on"),
                                    TD_VIEW("at"),        TD_VIEW("released"),    TD_VIEW("release"), TD_VIEW("issued"),
                                    TD_VIEW("created"),   TD_VIEW("filed"),       TD_VIEW("mon"),     TD_VIEW("tue"),
                                    TD_VIEW("tues"),      TD_VIEW("wed"),         TD_VIEW("thu"),     TD_VIEW("thurs"),
                                    TD_VIEW("fri"),       TD_VIEW("sat"),         TD_VIEW("sun")};
    for (size_t at = 0; at < sizeof words / sizeof *words; at++)
        if (td_view_equal_ascii_fold(word, words[at])) return true;
    return false;
}

/* What stands before a date that opens the text. */
enum opening { OPENING_NOT, OPENING_BARE, OPENING_ANNOUNCED };

/* Nothing, or words that announce a day, the first of them with a capital; "On 3 May" opens a sentence. */
static enum opening opening_of(td_view before) {
    if (before.size > OPENING_BYTES) return OPENING_NOT;
    td_view first = TD_VIEW_ABSENT;
    for (td_view word = last_word(before); td_view_present(word); word = last_word(before)) {
        if (!announces(word)) return OPENING_NOT;
        first = word;
        before = td_view_slice(before, 0, (size_t)(word.bytes - before.bytes));
    }
    if (!td_view_present(first)) return OPENING_BARE;
    bool announced = is_upper(first.bytes[0]) && !td_view_equal_ascii_fold(first, TD_VIEW("on"));
    return announced ? OPENING_ANNOUNCED : OPENING_NOT;
}

/* A preposition or article binds a date into a sentence; a small letter before it shows that one goes on. */
static bool stands_free(td_view before) {
    td_view word = last_word(before);
    if (!td_view_present(word)) return true;
    bool ended = before.bytes[before.size - 1] == '\n' || td_view_ends_with(td_view_trim(before), TD_VIEW("|"));
    return ended || is_upper(word.bytes[0]);
}

/* What follows is a number, as of the clock, a new line, or begins with a capital. */
static bool begins_anew(td_view after) {
    for (size_t at = 0; at < after.size; at++) {
        char byte = after.bytes[at];
        if (byte == '\n' || (byte >= '0' && byte <= '9')) return true;
        if (byte == ',') return false;
        if (is_letter(byte)) return is_upper(byte) || (unsigned char)byte >= 0x80;
    }
    return true;
}

static bool is_full(const td_moment *moment) {
    return moment->form == TD_MOMENT_CALENDAR && moment->year && moment->month && moment->day &&
           !moment->year_shifted && !moment->shift && !moment->quoted;
}

/* The date is the subject of a sentence: "August 21, 2013 was ...". */
static bool is_subject(const td_report *report, td_span span) {
    for (td_each(token, &report->tokens)) {
        if (token->span.start < span.end) continue;
        return token->part_of_speech == TD_POS_VERB || token->part_of_speech == TD_POS_AUXILIARY ||
               report->text.bytes[token->span.start] == ',';
    }
    return false;
}

/* "05-02-2015": the numbers, where both could be the month. */
static bool read_open_numbers(const td_report *report, const td_moment *moment, int32_t *first, int32_t *second) {
    td_view text = td_span_text(report->text, moment->span);
    if (!moment->year || moment->month || text.size != 10 || text.bytes[2] != text.bytes[5]) return false;
    *first = (text.bytes[0] - '0') * 10 + text.bytes[1] - '0';
    *second = (text.bytes[3] - '0') * 10 + text.bytes[4] - '0';
    return *first >= 1 && *first <= 12 && *second >= 1 && *second <= 12;
}

/* News of a weekday is printed on it or on the next day. */
static bool agrees_with(td_day day, int32_t weekday) {
    return td_day_weekday(day) == weekday || td_day_weekday(day - 1) == weekday;
}

/* The one of two readings that agrees with the first weekday which the report names. */
static bool settle_by_weekday(const td_moment_array *moments, int32_t year, int32_t a, int32_t b, td_day *day) {
    td_day one = td_day_of(year, b, a), other = td_day_of(year, a, b);
    for (td_each(moment, moments)) {
        if (moment->form != TD_MOMENT_CALENDAR || !moment->weekday || moment->month) continue;
        if (agrees_with(one, moment->weekday) == agrees_with(other, moment->weekday)) return false;
        *day = agrees_with(one, moment->weekday) ? one : other;
        return true;
    }
    return false;
}

/* Does the date stand where a report prints its own? */
static bool is_at_head(const td_report *report, const td_moment *moment, bool weekday_right) {
    td_view before = td_view_slice(report->text, 0, moment->span.start);
    td_view after = td_view_slice(report->text, moment->span.end, report->text.size);
    enum opening opening = opening_of(before);
    if (opening == OPENING_ANNOUNCED) return true;
    if (opening == OPENING_BARE && weekday_right && !is_subject(report, moment->span)) return true;
    return begins_anew(after) && (opening == OPENING_BARE || (weekday_right && stands_free(before)));
}

bool td_publication_head(const td_moment_array *moments, const td_report *report, td_day *day, td_span *span) {
    for (td_each(moment, moments)) {
        if (moment->span.start > HEAD_BYTES) return false;
        int32_t first, second;
        bool full = is_full(moment);
        if (full)
            *day = td_moment_days(moment, moment->year).from;
        else if (!read_open_numbers(report, moment, &first, &second) ||
                 !settle_by_weekday(moments, moment->year, first, second, day))
            continue;
        bool weekday_right = full && moment->weekday && td_day_weekday(*day) == moment->weekday;
        if (!is_at_head(report, moment, weekday_right)) continue;
        *span = moment->span;
        return true;
    }
    return false;
}
