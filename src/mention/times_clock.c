/*
 * Times by the clock: "8 p.m.", "16.26 BST", "noon", "half past seven",
 * "10 in the morning", "between 2 and 4:30pm".
 * Input: pieces of a sentence. Output: hour and minute, or a part of the day.
 */

#include "mention/times.h"

static bool glued(const td_pieces *pieces, int64_t i) {
    return !td_piece_at(pieces, i)->space_before && td_piece_at(pieces, i)->kind != TD_PIECE_END;
}

/* am, pm, a.m., p.m.: 0 or 12 in `*half`, and how many pieces. */
static uint32_t read_half_day(const td_pieces *pieces, int64_t i, int32_t *half) {
    static const char *const phrases[] = {"a . m .", "p . m .", "a . m", "p . m", "am", "pm", NULL};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, phrases, &length);
    if (which < 0) return 0;
    *half = (which & 1) ? 12 : 0;
    return length;
}

/* Words before which a bare number is an hour rather than a count. */
static bool hour_expected(const td_pieces *pieces, int64_t hour) {
    static const char *const before[] = {"at",  "around", "about",  "from",  "until", "till",
                                         "by",  "after",  "before", "since", "circa", "between",
                                         "and", "to",     "-",      "than",  NULL};
    uint32_t length;
    return hour == 0 || td_pieces_match_any(pieces, hour - 1, before, &length) >= 0;
}

/* "in the morning", "at night" behind the hour that begins at `hour`: which half of the day it lies in. */
static uint32_t read_half_in_words(const td_pieces *pieces, int64_t hour, int64_t i, int32_t *half) {
    if (!hour_expected(pieces, hour)) return 0;
    static const char *const phrases[] = {
        "in the morning", "in the early morning", "in the afternoon", "in the evening", "at night", NULL};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, phrases, &length);
    if (which < 0) return 0;
    *half = which < 2 ? 0 : 12;
    return length;
}

/* GMT, UTC, "local time". */
static uint32_t read_zone(const td_pieces *pieces, int64_t i) {
    static const char *const zones[] = {
        "local time", "gmt",  "utc", "hrs",  "hours", "cet",         "est",           "edt",          "et",
        "ct",         "pt",   "cst", "cdt",  "mst",   "mdt",         "pst",           "pdt",          "bst",
        "ist",        "cest", "eet", "eest", "msk",   "moscow time", "damascus time", "eastern time", NULL};
    uint32_t bracket = td_piece_is_mark(pieces, i, '(') ? 1 : 0, length;
    int which = td_pieces_match_any(pieces, i + bracket, zones, &length);
    if (which < 0) return 0;
    bool short_name = td_piece_at(pieces, i + bracket)->span.end - td_piece_at(pieces, i + bracket)->span.start == 2;
    if (short_name && !td_piece_at(pieces, i + bracket)->capital) return 0; /* "et al" */
    if (!bracket) return length;
    return td_piece_is_mark(pieces, i + 1 + length, ')') ? length + 2 : 0;
}

static bool four_digits_are_clock(const td_pieces *pieces, int64_t i) {
    int32_t half;
    return td_piece_is(pieces, i, "hours") || read_zone(pieces, i) || read_half_day(pieces, i, &half);
}

/* The digits of a clock time: 8, 8:30, 8.30, 0830; how many pieces, and whether they can be nothing else. */
static uint32_t read_clock_digits(const td_pieces *pieces, int64_t i, td_moment *moment, bool *certain) {
    const td_piece *first = td_piece_at(pieces, i);
    if (first->kind != TD_PIECE_NUMBER || first->number >= 2400) return 0;
    moment->hour = (int32_t)first->number;
    *certain = false;
    if (!first->plain) {
        bool dotted = first->digits <= 2 && first->span.end - first->span.start == first->digits + 3U &&
                      pieces->text.bytes[first->span.start + first->digits] == '.';
        moment->minute = (int32_t)((first->number - moment->hour) * 100 + 0.5);
        *certain = dotted && read_zone(pieces, i + 1) && moment->minute < 60;
        return dotted ? 1 : 0;
    }
    if ((first->digits == 4 || first->digits == 3) && four_digits_are_clock(pieces, i + 1)) {
        moment->minute = moment->hour % 100;
        moment->hour /= 100;
        *certain = first->digits == 4;
        return 1;
    }
    bool coloned = first->digits <= 2 && td_piece_is_mark(pieces, i + 1, ':') && glued(pieces, i + 1) &&
                   glued(pieces, i + 2) && td_piece_at(pieces, i + 2)->kind == TD_PIECE_NUMBER &&
                   td_piece_at(pieces, i + 2)->digits == 2 && td_piece_at(pieces, i + 2)->number < 60;
    if (!coloned) return 1;
    moment->minute = (int32_t)td_piece_at(pieces, i + 2)->number;
    *certain = true;
    return 3;
}

/* An hour from one to twelve in words or digits. */
static bool read_hour(const td_pieces *pieces, int64_t i, int32_t *hour) {
    const td_piece *piece = td_piece_at(pieces, i);
    const td_unit_reading *word = td_piece_as(pieces, i, TD_UNIT_NUMBER);
    double value = piece->kind == TD_PIECE_NUMBER && piece->plain ? piece->number : word ? word->number : 0;
    *hour = value >= 1 && value <= 12 ? (int32_t)value : 0;
    return *hour != 0;
}

/* The minutes before "past" and "to": "half", "quarter", "ten", 10; 0 where there are none. */
static int32_t minutes_at(const td_pieces *pieces, int64_t i) {
    const td_piece *piece = td_piece_at(pieces, i);
    const td_unit_reading *word = td_piece_as(pieces, i, TD_UNIT_NUMBER);
    if (td_piece_is(pieces, i, "half")) return 30;
    if (td_piece_is(pieces, i, "quarter")) return 15;
    double value = piece->kind == TD_PIECE_NUMBER && piece->plain ? piece->number : word ? word->number : 0;
    return value < 60 ? (int32_t)value : 0;
}

/* "half past seven", "a quarter to nine", "ten past 9 in the evening". */
static uint32_t read_past(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t a = td_piece_is(pieces, i, "a") ? 1 : 0;
    int32_t half = 0;
    bool past = td_piece_is(pieces, i + a + 1, "past"), to = td_piece_is(pieces, i + a + 1, "to");
    if (!past && !to) return 0;
    int32_t minutes = minutes_at(pieces, i + a);
    if (!minutes || !read_hour(pieces, i + a + 2, &moment->hour)) return 0;
    int64_t at = i + a + 3;
    uint32_t clock = td_pieces_match(pieces, at, "o ' clock");
    uint32_t taken = read_half_day(pieces, at + clock, &half);
    if (!taken) taken = read_half_in_words(pieces, i, at + clock, &half);
    if (to && !clock && minutes != 15) return 0; /* "ten to twelve" is more often a range */
    if (taken) moment->hour = moment->hour % 12 + half;
    moment->minute = past ? minutes : 60 - minutes;
    if (to) moment->hour = (moment->hour + 23) % 24;
    return (uint32_t)(at + clock + taken - i);
}

/* "seven p.m.", "five o'clock": hours in words. */
static uint32_t read_hour_in_words(const td_pieces *pieces, int64_t i, td_moment *moment) {
    int32_t half = 0;
    if (!td_piece_as(pieces, i, TD_UNIT_NUMBER) || !read_hour(pieces, i, &moment->hour)) return 0;
    uint32_t clock = td_pieces_match(pieces, i + 1, "o ' clock");
    uint32_t taken = read_half_day(pieces, i + 1 + clock, &half);
    if (!taken) taken = read_half_in_words(pieces, i, i + 1 + clock, &half);
    if (!taken && !clock) return 0;
    if (taken) moment->hour = moment->hour % 12 + half;
    return 1 + clock + taken;
}

/* "from three thirty to four forty-five": hour and minutes in words, where nothing behind them can be counted. */
static uint32_t read_minutes_in_words(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const behind[] = {"to", "until", "till", "and",  "today", "tomorrow", "yesterday",
                                         "on", "in",    "this", "last", "next",  NULL};
    if (!td_piece_as(pieces, i, TD_UNIT_NUMBER) || !hour_expected(pieces, i) || !read_hour(pieces, i, &moment->hour))
        return 0;
    int64_t at = i + 1 + td_piece_is_mark(pieces, i + 1, '-');
    const td_unit_reading *tens = td_piece_as(pieces, at, TD_UNIT_NUMBER);
    if (!tens || tens->number < 10 || tens->number > 50) return 0;
    int64_t dash = td_piece_is_mark(pieces, at + 1, '-');
    const td_unit_reading *unit = tens->number >= 20 ? td_piece_as(pieces, at + 1 + dash, TD_UNIT_NUMBER) : NULL;
    bool more = unit && unit->number >= 1 && unit->number <= 9;
    moment->minute = (int32_t)(tens->number + (more ? unit->number : 0));
    at += 1 + (more ? 1 + dash : 0);
    const td_piece *next = td_piece_at(pieces, at);
    uint32_t length;
    bool closed = next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && next->mark != '-') ||
                  td_pieces_match_any(pieces, at, behind, &length) >= 0;
    return closed ? (uint32_t)(at - i) : 0;
}

/* Behind the digits of an hour: what makes a time of them; `*half` 12 where it is one after noon. */
static uint32_t read_clock_end(const td_pieces *pieces, int64_t hour, int64_t i, int32_t *half) {
    uint32_t taken = read_half_day(pieces, i, half);
    return taken ? taken : read_half_in_words(pieces, hour, i, half);
}

/* "between 2 and 4:30pm", "5-6 p.m.": the first hour takes its half of the day from the second. */
static uint32_t read_first_of_two(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const links[] = {"-", "to", "and", "until", "till", NULL};
    td_moment second = {0};
    bool certain;
    int32_t half = 0;
    uint32_t length, digits = read_clock_digits(pieces, i, moment, &certain);
    if (!digits || moment->hour > 12 || moment->hour < 1 || moment->minute > 59) return 0;
    if (td_pieces_match_any(pieces, i + digits, links, &length) < 0) return 0;
    int64_t at = i + digits + length;
    uint32_t other = read_clock_digits(pieces, at, &second, &certain);
    if (!other || second.hour > 12 || !read_clock_end(pieces, at, at + other, &half)) return 0;
    bool crosses = moment->hour % 12 > second.hour % 12; /* "10 to 2 p.m." begins in the morning */
    moment->hour = moment->hour % 12 + (crosses ? 12 - half : half);
    return digits;
}

/* "last night", "this morning", "yesterday": a day behind bare hours; 12 in `*half` where they lie behind noon. */
static bool day_behind(const td_pieces *pieces, int64_t i, int32_t *half) {
    static const char *const days[] = {"this morning",
                                       "yesterday morning",
                                       "last night",
                                       "this afternoon",
                                       "yesterday afternoon",
                                       "this evening",
                                       "yesterday evening",
                                       "tonight",
                                       "yesterday",
                                       "today",
                                       "tomorrow",
                                       NULL};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, days, &length);
    *half = which > 1 && which < 8 ? 12 : 0;
    return which >= 0;
}

/* Each hour of "between 7 and 9 last night", "from 10 to 11:30 this morning". */
static uint32_t read_hours_of_day(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const links[] = {"and", "to", "-", "until", NULL};
    td_moment other = {0};
    bool certain, opens = td_piece_is(pieces, i - 1, "between") || td_piece_is(pieces, i - 1, "from");
    int32_t half = 0;
    uint32_t length, digits = read_clock_digits(pieces, i, moment, &certain);
    if (!digits || moment->hour > 12 || moment->hour < 1 || moment->minute > 59) return 0;
    if (opens && td_pieces_match_any(pieces, i + digits, links, &length) >= 0) {
        uint32_t second = read_clock_digits(pieces, i + digits + length, &other, &certain);
        if (!second || other.hour > 12 || other.hour < 1 || !day_behind(pieces, i + digits + length + second, &half))
            return 0;
    } else {
        bool closes = td_pieces_match_any(pieces, i - 1, links, &length) >= 0 &&
                      td_piece_at(pieces, i - 2)->kind == TD_PIECE_NUMBER &&
                      (td_piece_is(pieces, i - 3, "between") || td_piece_is(pieces, i - 3, "from"));
        if (!closes || !day_behind(pieces, i + digits, &half)) return 0;
    }
    moment->hour = moment->hour % 12 + half;
    return digits;
}

uint32_t td_moment_read_clock(const td_pieces *pieces, int64_t i, td_moment *moment) {
    *moment = (td_moment){.type = TD_TIME_TIME, .timed = true};
    if (td_piece_is(pieces, i, "noon") || td_piece_is(pieces, i, "midday") || td_piece_is(pieces, i, "midnight")) {
        moment->hour = td_piece_is(pieces, i, "midnight") ? 24 : 12;
        return 1;
    }
    uint32_t words = read_past(pieces, i, moment);
    if (!words) words = read_hour_in_words(pieces, i, moment);
    if (!words) words = read_minutes_in_words(pieces, i, moment);
    if (!words) words = read_first_of_two(pieces, i, moment);
    if (!words) words = read_hours_of_day(pieces, i, moment);
    if (words) return words;
    *moment = (td_moment){.type = TD_TIME_TIME, .timed = true};
    bool certain;
    uint32_t digits = read_clock_digits(pieces, i, moment, &certain);
    if (!digits) return 0;
    int64_t at = i + digits;
    int32_t half = 0;
    uint32_t taken = read_half_day(pieces, at, &half);
    if (!taken && moment->hour <= 12) taken = read_half_in_words(pieces, i, at, &half);
    if (taken) {
        if (moment->hour > 12 || moment->hour < 1) return 0;
        moment->hour = moment->hour % 12 + half;
    } else if (!(taken = td_pieces_match(pieces, at, "o ' clock")) && !certain) {
        return 0;
    }
    at += taken;
    if (moment->hour > 24 || moment->minute > 59) return 0;
    return (uint32_t)(at - i) + read_zone(pieces, at);
}
