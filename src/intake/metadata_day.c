/*
 * Days as metadata writes them.
 * Input: a field's text, or a time stamp. Output: the day, where it can be read one way only.
 */

#include "intake/metadata_day.h"

#include <stdint.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Months of year: the first letters that tell them, in the languages that pages of the news are written in. */
static const struct {
    td_view stem;
    int32_t month;
} months[] = {
    {TD_VIEW("jan"), 1},
    {TD_VIEW("feb"), 2},
    {TD_VIEW("mar"), 3},
    {TD_VIEW("apr"), 4},
    {TD_VIEW("may"), 5},
    {TD_VIEW("jun"), 6},
    {TD_VIEW("jul"), 7},
    {TD_VIEW("aug"), 8},
    {TD_VIEW("sep"), 9},
    {TD_VIEW("oct"), 10},
    {TD_VIEW("nov"), 11},
    {TD_VIEW("dec"), 12},
    /* German, French, Spanish, Italian, Portuguese, Dutch, Polish where they begin otherwise */
    {TD_VIEW("j\xC3\xA4n"), 1},
    {TD_VIEW("ene"), 1},
    {TD_VIEW("gen"), 1},
    {TD_VIEW("sty"), 1},
    {TD_VIEW("f\xC3\xA9v"), 2},
    {TD_VIEW("fev"), 2},
    {TD_VIEW("lut"), 2},
    {TD_VIEW("m\xC3\xA4r"), 3},
    {TD_VIEW("maa"), 3},
    {TD_VIEW("mrt"), 3},
    {TD_VIEW("avr"), 4},
    {TD_VIEW("abr"), 4},
    {TD_VIEW("kwi"), 4},
    {TD_VIEW("mai"), 5},
    {TD_VIEW("mag"), 5},
    {TD_VIEW("mei"), 5},
    {TD_VIEW("maj"), 5},
    {TD_VIEW("juin"), 6},
    {TD_VIEW("giu"), 6},
    {TD_VIEW("cze"), 6},
    {TD_VIEW("juil"), 7},
    {TD_VIEW("lug"), 7},
    {TD_VIEW("lip"), 7},
    {TD_VIEW("ao\xC3\xBB"), 8},
    {TD_VIEW("ago"), 8},
    {TD_VIEW("sie"), 8},
    {TD_VIEW("set"), 9},
    {TD_VIEW("wrz"), 9},
    {TD_VIEW("okt"), 10},
    {TD_VIEW("ott"), 10},
    {TD_VIEW("out"), 10},
    {TD_VIEW("pa\xC5\xBA"), 10},
    {TD_VIEW("lis"), 11},
    {TD_VIEW("dez"), 12},
    {TD_VIEW("d\xC3\xA9"
             "c"),
     12},
    {TD_VIEW("dic"), 12},
    {TD_VIEW("gru"), 12},
    {TD_VIEW("\xD1\x8F\xD0\xBD\xD0\xB2"), 1},
    {TD_VIEW("\xD1\x84\xD0\xB5\xD0\xB2"), 2},
    {TD_VIEW("\xD0\xBC\xD0\xB0\xD1\x80"), 3},
    {TD_VIEW("\xD0\xB0\xD0\xBF\xD1\x80"), 4},
    {TD_VIEW("\xD0\xBC\xD0\xB0\xD1\x8F"), 5},
    {TD_VIEW("\xD0\xB8\xD1\x8E\xD0\xBD"), 6},
    {TD_VIEW("\xD0\xB8\xD1\x8E\xD0\xBB"), 7},
    {TD_VIEW("\xD0\xB0\xD0\xB2\xD0\xB3"), 8},
    {TD_VIEW("\xD1\x81\xD0\xB5\xD0\xBD"), 9},
    {TD_VIEW("\xD0\xBE\xD0\xBA\xD1\x82"), 10},
    {TD_VIEW("\xD0\xBD\xD0\xBE\xD1\x8F"), 11},
    {TD_VIEW("\xD0\xB4\xD0\xB5\xD0\xBA"), 12},
};

/* A field's parts: numbers with the sign behind each, and a month's name. */
typedef struct td_day_parts {
    int32_t numbers[8];
    size_t digits[8];
    char behind[8]; /* the byte after each number */
    size_t count;
    int32_t month;         /* named in words, else 0 */
    size_t numbers_before; /* how many numbers stand before the month's name */
} td_day_parts;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
}

/*
 * The month that a word names, 0 for none. The longest stem wins, so that "juin" and "juil" are told from "jui...".
 * A word of more than eleven bytes beyond its stem is no month.
 */
static int32_t month_of(td_view word) {
    int32_t month = 0;
    size_t longest = 0;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        td_view stem = months[i].stem;
        if (stem.size > longest && word.size < stem.size + 16 && word.size >= stem.size &&
            td_view_equal_ascii_fold(td_view_slice(word, 0, stem.size), stem)) {
            month = months[i].month;
            longest = stem.size;
        }
    }
    return month;
}

static td_day_parts split_parts(td_view text) {
    td_day_parts parts = {0};
    for (size_t at = 0; at < text.size && parts.count < 8;) {
        size_t start = at;
        if (is_digit(text.bytes[at])) {
            int32_t value = 0;
            while (at < text.size && is_digit(text.bytes[at])) {
                if (at - start < 9) value = value * 10 + (text.bytes[at] - '0');
                at++;
            }
            parts.numbers[parts.count] = value;
            parts.digits[parts.count] = at - start;
            parts.behind[parts.count++] = at < text.size ? text.bytes[at] : 0;
        } else if (is_letter(text.bytes[at])) {
            while (at < text.size && is_letter(text.bytes[at])) at++;
            /* "mardi 12 avril", "maandag 7 april": what stood before the day may have been a weekday. */
            bool open = parts.month == 0 || (parts.numbers_before == 0 && parts.count == 1);
            int32_t month = open ? month_of(td_view_slice(text, start, at)) : 0;
            if (month == 0) continue;
            parts.month = month;
            parts.numbers_before = parts.count;
        } else {
            at++;
        }
    }
    return parts;
}

static bool make(int32_t year, int32_t month, int32_t day, td_day *out) {
    td_date date = {year, month, day};
    if (year < FIRST_YEAR || year > LAST_YEAR || !td_date_valid(date)) return false;
    *out = td_day_from_date(date);
    return true;
}

/* "14 March 2016", "March 14, 2016": the year has four digits, the day stands on either side of the month. */
static bool read_named(const td_day_parts *parts, td_day *day) {
    int32_t year = 0, date = 0;
    size_t before = parts->numbers_before;
    for (size_t i = before > 0 ? before - 1 : 0; i < parts->count && i < before + 2; i++) {
        if (parts->digits[i] == 4 && year == 0)
            year = parts->numbers[i];
        else if (parts->digits[i] <= 2 && date == 0 && parts->behind[i] != ':')
            date = parts->numbers[i];
    }
    return make(year, parts->month, date, day);
}

/* "14.03.2016", "14/03/2016": only where no other order makes sense, or points part them (never month first). */
static bool read_day_first(const td_day_parts *parts, td_day *day) {
    if (parts->digits[0] > 2 || parts->digits[1] > 2 || parts->digits[2] != 4) return false;
    int32_t first = parts->numbers[0], second = parts->numbers[1], year = parts->numbers[2];
    if (parts->behind[0] != parts->behind[1] || !strchr("./-", parts->behind[0])) return false;
    if (parts->behind[0] == '.' || first > 12 || first == second) return make(year, second, first, day);
    return second > 12 && make(year, first, second, day);
}

bool td_metadata_day(td_view text, td_day *day) {
    text = td_view_slice(td_view_trim(text), 0, 80);
    td_day_parts parts = split_parts(text);
    if (parts.count == 0) return false;
    if (parts.digits[0] == 8 &&
        make(parts.numbers[0] / 10000, parts.numbers[0] / 100 % 100, parts.numbers[0] % 100, day))
        return true;
    if (parts.digits[0] == 14 && text.size >= 8) /* 20160314200500: only its first eight digits are a day */
        return td_metadata_day(td_view_slice(text, 0, 8), day);
    if (parts.count >= 3 && parts.digits[0] == 4 && parts.digits[1] <= 2 && parts.digits[2] <= 2 && parts.behind[0] &&
        strchr("-/.", parts.behind[0]))
        return make(parts.numbers[0], parts.numbers[1], parts.numbers[2], day);
    if (parts.month > 0) return read_named(&parts, day);
    return parts.count >= 3 && parts.behind[0] && read_day_first(&parts, day);
}

bool td_metadata_day_from_seconds(double number, td_day *day) {
    if (number > 1e11) number /= 1000;
    if (!(number >= 86400.0 * 365) || number > 7e9) return false; /* before 1971 it is no time stamp */
    *day = (td_day)(number / 86400);
    return true;
}
