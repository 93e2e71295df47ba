/*
 * Numbers as English writes them.
 * Input: pieces of a sentence. Output: a value and how many pieces it takes.
 */

#include "mention/numbers.h"

#define LONGEST_NUMBER 24  /* pieces of a number behind its first: no longer one is written in words */
#define SMALLEST_SEVERAL 2 /* "several hundred" is at least two hundred */

static bool is_dash(const td_pieces *pieces, int64_t i) {
    return td_piece_is_mark(pieces, i, '-') && !td_piece_at(pieces, i)->space_before;
}

/* The magnitude at `i`; short ones ("m", "k", "bn") only glued to digits. */
static double magnitude_at(const td_pieces *pieces, int64_t i) {
    const td_piece *piece = td_piece_at(pieces, i);
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_MAGNITUDE);
    if (!reading) return 0;
    uint32_t size = piece->span.end - piece->span.start;
    if (size == 1 && (piece->space_before || td_piece_at(pieces, i - 1)->kind != TD_PIECE_NUMBER)) return 0;
    if (size <= 3 && td_piece_at(pieces, i - 1)->kind != TD_PIECE_NUMBER) return 0;
    return reading->number;
}

static bool is_tens(double value) {
    return value >= 20 && value < 100;
}

/* "1/2", "3/4": a fraction in digits, of the denominators that are written so. */
static uint32_t read_slashed(const td_pieces *pieces, int64_t i, double *value) {
    static const double denominators[] = {2, 3, 4, 5, 8, 10, 16};
    const td_piece *above = td_piece_at(pieces, i), *slash = td_piece_at(pieces, i + 1),
                   *below = td_piece_at(pieces, i + 2);
    bool there = above->kind == TD_PIECE_NUMBER && above->plain && slash->mark == '/' && !slash->space_before &&
                 below->kind == TD_PIECE_NUMBER && below->plain && !below->space_before &&
                 above->number < below->number && !td_piece_is_mark(pieces, i + 3, '/');
    for (size_t k = 0; there && k < sizeof denominators / sizeof *denominators; k++) {
        if (below->number != denominators[k]) continue;
        *value = above->number / below->number;
        return 3;
    }
    return 0;
}

/* "twenty-one", "seven", "50", "10 1/2": one number below a magnitude. */
static uint32_t read_plain(const td_pieces *pieces, int64_t i, double *value, bool *words) {
    const td_piece *piece = td_piece_at(pieces, i);
    if (piece->kind == TD_PIECE_NUMBER) {
        double part = 0;
        *words = false;
        uint32_t fraction = read_slashed(pieces, i, value);
        if (fraction) return fraction;
        uint32_t mixed =
            piece->plain && td_piece_at(pieces, i + 1)->space_before ? read_slashed(pieces, i + 1, &part) : 0;
        const td_piece *next = td_piece_at(pieces, i + 1);
        bool sign = piece->plain && next->kind == TD_PIECE_NUMBER && next->digits == 0 && !next->space_before; /* 10½ */
        *value = piece->number + (sign ? next->number : part);
        return 1 + (sign ? 1 : mixed);
    }
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_NUMBER);
    if (!reading) return 0;
    *value = reading->number;
    if (!is_tens(reading->number)) return 1;
    uint32_t skip = is_dash(pieces, i + 1) ? 2 : 1;
    const td_unit_reading *unit = td_piece_as(pieces, i + skip, TD_UNIT_NUMBER);
    if (!unit || unit->number < 1 || unit->number > 9) return 1;
    *value += unit->number;
    return skip + 1;
}

/* "and a half", "-and-a-half" after a number. */
static uint32_t read_and_a_half(const td_pieces *pieces, int64_t i) {
    uint32_t taken = td_pieces_match(pieces, i, "and a half");
    return taken ? taken : td_pieces_match(pieces, i, "- and - a - half");
}

/* "half a million", "a quarter of a million", "a dozen", "several hundred". */
static uint32_t read_leading_words(const td_pieces *pieces, int64_t i, td_number *number) {
    static const char *const starts[] = {"several",
                                         "a few",
                                         "many",
                                         "a couple of",
                                         "half a",
                                         "half",
                                         "a quarter of a",
                                         "a quarter",
                                         "quarter of a",
                                         "quarter",
                                         "three quarters of a",
                                         "three quarters",
                                         "a third of a",
                                         "two thirds of a",
                                         "a",
                                         "an",
                                         NULL};
    static const double values[] = {SMALLEST_SEVERAL,
                                    SMALLEST_SEVERAL,
                                    SMALLEST_SEVERAL,
                                    SMALLEST_SEVERAL,
                                    0.5,
                                    0.5,
                                    0.25,
                                    0.25,
                                    0.25,
                                    0.25,
                                    0.75,
                                    0.75,
                                    1.0 / 3,
                                    2.0 / 3,
                                    1,
                                    1};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, starts, &length);
    double magnitude = which < 0 ? 0 : magnitude_at(pieces, i + length);
    if (magnitude <= 0) return 0;
    number->value = values[which] * magnitude;
    number->vague = which < 4;
    number->rounded = which >= 4;
    number->words = true;
    /* "a hundred thousand" */
    double second = which >= 4 && magnitude < 1000 ? magnitude_at(pieces, i + length + 1) : 0;
    if (second >= 1000) number->value *= second, length++;
    return length + 1;
}

/* "dozens", "tens of thousands", "hundreds of thousands". */
static uint32_t read_vague(const td_pieces *pieces, int64_t i, td_number *number) {
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_VAGUE);
    if (!reading || td_piece_at(pieces, i - 1)->kind == TD_PIECE_NUMBER) return 0;
    number->value = reading->number;
    number->vague = true;
    number->words = true;
    const td_unit_reading *of = td_piece_is(pieces, i + 1, "of") ? td_piece_as(pieces, i + 2, TD_UNIT_VAGUE) : NULL;
    if (!of || of->number <= reading->number) {
        /* "tens" and "scores" alone are seldom numbers: tens of people is, ten-yard lines are not */
        return td_view_equal(td_piece_at(pieces, i)->word->form, TD_VIEW("tens")) && !td_piece_is(pieces, i + 1, "of")
                   ? 0
                   : 1;
    }
    number->value *= of->number;
    return 3;
}

/* "3 hundred and 21", "4 thousand 3 hundred": digits behind a magnitude that go on with the number. */
static uint32_t read_mixed(const td_pieces *pieces, int64_t at, uint32_t link, double magnitude, double *next) {
    const td_piece *piece = td_piece_at(pieces, at + link);
    bool digits = piece->kind == TD_PIECE_NUMBER && piece->plain && piece->digits <= 2;
    double behind = magnitude_at(pieces, at + link + 1);
    bool goes_on = link ? magnitude == 100 && behind <= 0 : behind > 0 && behind < magnitude;
    if (!digits || !goes_on) return 0;
    *next = piece->number;
    return 1;
}

/* The digits and words after the first plain number: "hundred and fifty", "million". */
static uint32_t read_rest(const td_pieces *pieces, int64_t i, td_number *number) {
    double total = 0, current = number->value;
    int64_t at = i;
    while (at < i + LONGEST_NUMBER) {
        uint32_t half = read_and_a_half(pieces, at);
        if (half) {
            current += 0.5;
            at += half;
        }
        double magnitude = magnitude_at(pieces, at);
        if (magnitude <= 0) break;
        at++;
        if (magnitude < 1000) {
            current *= magnitude;
        } else {
            total += current * magnitude;
            current = 0;
        }
        bool words_before = number->words;
        uint32_t link = td_piece_is(pieces, at, "and") ? 1 : 0;
        double next = 0;
        bool words = true;
        uint32_t plain = words_before ? read_plain(pieces, at + link, &next, &words) : 0;
        if (!words_before) plain = read_mixed(pieces, at, link, magnitude, &next);
        /* "two hundred and three thousand" is one number, "two hundred and three hundred" two */
        double following = link && plain ? magnitude_at(pieces, at + link + plain) : 0;
        bool another = following >= magnitude && (magnitude >= 1000 || following < 1000);
        if (!plain || !words || next >= magnitude || another) {
            if (magnitude < 1000) continue; /* "two hundred thousand" */
            break;
        }
        current += next;
        at += link + plain;
    }
    number->value = total + current;
    return (uint32_t)(at - i);
}

uint32_t td_number_read(const td_pieces *pieces, int64_t i, td_number *number) {
    *number = (td_number){.words = true};
    uint32_t taken = read_leading_words(pieces, i, number);
    if (taken) return taken;
    taken = read_vague(pieces, i, number);
    if (taken) return taken;
    taken = read_plain(pieces, i, &number->value, &number->words);
    if (!taken) return 0;
    return taken + read_rest(pieces, i + taken, number);
}

uint32_t td_fraction_read(const td_pieces *pieces, int64_t i, td_number *number) {
    *number = (td_number){.words = true};
    int64_t at = i;
    double count = 1;
    const td_unit_reading *numerator = td_piece_as(pieces, at, TD_UNIT_NUMBER);
    if (numerator) {
        count = numerator->number;
        at++;
        if (is_dash(pieces, at)) at++;
    } else if (td_piece_is(pieces, at, "a")) {
        at++;
    }
    const td_unit_reading *fraction = td_piece_as(pieces, at, TD_UNIT_FRACTION);
    if (!fraction) return 0;
    bool plural = td_piece_at(pieces, at)->word->form.bytes[td_piece_at(pieces, at)->word->form.size - 1] == 's';
    bool half = fraction->number == 0.5;
    if (at == i && !half) return 0;                            /* "third", "quarter" alone are no share */
    if (numerator && !half && plural != (count > 1)) return 0; /* "two third" */
    number->value = count * fraction->number;
    return (uint32_t)(at + 1 - i);
}
