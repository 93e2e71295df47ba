/*
 * Times relative to the day of writing or to the time told of before: today,
 * "next month", "the following day", "earlier in the day", "that year"; and
 * what repeats: daily, "every Friday".
 * Input: pieces of a sentence. Output: what the words say, unresolved.
 */

#include "mention/numbers.h"
#include "mention/times.h"

typedef struct td_relation {
    const char *words;
    int8_t shift;
    enum td_moment_base base;
} td_relation;

/* Before a unit, weekday, month, season or part of a day. Longest first where one begins another. */
static const td_relation relations[] = {
    {"the very next", 1, TD_BASE_STORY},   {"the following", 1, TD_BASE_STORY},   {"the next", 1, TD_BASE_STORY},
    {"the previous", -1, TD_BASE_STORY},   {"the preceding", -1, TD_BASE_STORY},  {"the prior", -1, TD_BASE_STORY},
    {"the same", 0, TD_BASE_STORY},        {"that same", 0, TD_BASE_STORY},       {"this same", 0, TD_BASE_STORY},
    {"that very", 0, TD_BASE_STORY},       {"the very same", 0, TD_BASE_STORY},   {"the coming", 1, TD_BASE_SPEECH},
    {"the current", 0, TD_BASE_SPEECH},    {"following", 1, TD_BASE_STORY},       {"next", 1, TD_BASE_SPEECH},
    {"last", -1, TD_BASE_SPEECH},          {"this past", -1, TD_BASE_SPEECH},     {"this coming", 1, TD_BASE_SPEECH},
    {"this", 0, TD_BASE_SPEECH},           {"that", 0, TD_BASE_STORY},            {"same", 0, TD_BASE_STORY},
    {"previous", -1, TD_BASE_STORY},       {"past", -1, TD_BASE_SPEECH},
};

static uint32_t read_relation(const td_pieces *pieces, int64_t i, const td_relation **out) {
    for (size_t k = 0; k < sizeof relations / sizeof *relations; k++) {
        uint32_t length = td_pieces_match(pieces, i, relations[k].words);
        if (!length) continue;
        *out = &relations[k];
        return length;
    }
    return 0;
}

static void set_type(td_moment *moment) {
    static const char *const clock[] = {"H", "m", "S"};
    moment->type = TD_TIME_DATE;
    for (int k = 0; k < 3; k++)
        if (td_view_equal(moment->unit, td_view_of(clock[k]))) moment->type = TD_TIME_TIME;
    if (td_view_present(moment->part)) moment->type = TD_TIME_TIME;
}

static uint32_t read_part(const td_pieces *pieces, int64_t i, td_moment *moment) {
    const td_unit_reading *part = td_piece_as(pieces, i, TD_UNIT_DAY_PART);
    if (!part || td_piece_is(pieces, i, "overnight")) return 0;
    moment->part = part->unit;
    moment->type = TD_TIME_TIME;
    return 1;
}

/* "last Monday", "next month", "that evening", "the same year", "last November". */
static uint32_t read_neighbour(const td_pieces *pieces, int64_t i, td_moment *moment) {
    const td_relation *relation = NULL;
    uint32_t length = read_relation(pieces, i, &relation);
    if (!length) return 0;
    int64_t at = i + length;
    *moment = (td_moment){.form = TD_MOMENT_UNIT, .shift = relation->shift, .base = relation->base};
    const td_unit_reading *reading;
    if ((reading = td_piece_as(pieces, at, TD_UNIT_PERIOD)) && reading->number == 1 && !td_piece_is(pieces, at, "second")) {
        moment->unit = reading->unit;
        set_type(moment);
        return length + 1;
    }
    moment->form = TD_MOMENT_CALENDAR;
    if ((reading = td_piece_as(pieces, at, TD_UNIT_WEEKDAY)) && td_piece_at(pieces, at)->capital) {
        moment->weekday = (int32_t)reading->number;
        set_type(moment);
        return length + 1 + read_part(pieces, at + 1, moment);
    }
    if ((reading = td_piece_as(pieces, at, TD_UNIT_MONTH)) && td_piece_at(pieces, at)->capital) {
        moment->month = (int32_t)reading->number;
        const td_piece *day = td_piece_at(pieces, at + 1);
        bool dated = day->kind == TD_PIECE_NUMBER && day->plain && day->digits <= 2 && day->number >= 1 && day->number <= 31;
        if (dated) moment->day = (int32_t)day->number;
        set_type(moment);
        return length + 1 + dated;
    }
    if ((reading = td_piece_as(pieces, at, TD_UNIT_SEASON)) && !td_piece_is(pieces, at, "fall")) {
        moment->season = reading->unit;
        set_type(moment);
        return length + 1;
    }
    moment->form = TD_MOMENT_UNIT;
    moment->unit = TD_VIEW("D");
    uint32_t part = read_part(pieces, at, moment);
    return part ? length + part : 0;
}

/* "the past two years", "the last few days", "the next 18 months": lengths. */
static uint32_t read_span_of_units(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const starts[] = {"the past", "the last", "the next", "the coming", "the previous", "the following",
                                         "the first", "past", "last", "next", "recent", "the", "these", "those", NULL};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, starts, &length);
    if (which < 0) return 0;
    td_number number = {0};
    uint32_t count = td_number_read(pieces, i + length, &number);
    static const char *const vague[] = {"few", "several", "couple of", NULL};
    uint32_t few = 0;
    if (!count) td_pieces_match_any(pieces, i + length, vague, &few);
    const td_unit_reading *unit = td_piece_as(pieces, i + length + count + few, TD_UNIT_PERIOD);
    if (!unit) return 0;
    bool bare = !count && !few;
    if (bare && !(which == 0 || which == 7) && !(unit->number == 2 && which <= 10)) return 0;
    if (bare && which == 7 && unit->number == 1) return 0;
    if (!count && few && unit->number != 2) return 0;
    *moment = (td_moment){.form = TD_MOMENT_LENGTH, .type = TD_TIME_DURATION, .unit = unit->unit};
    moment->amount = count ? number.value : bare && unit->number == 1 ? 1 : 0;
    moment->vague = moment->amount == 0 || number.vague;
    return length + count + few + 1;
}

/* "the day before yesterday", "yesterday morning", "tonight". */
static uint32_t read_deictic(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t length = 0;
    int32_t shift = 0;
    if (td_pieces_match(pieces, i, "the day before yesterday")) shift = -2, length = 4;
    else if (td_pieces_match(pieces, i, "the day after tomorrow")) shift = 2, length = 4;
    *moment = (td_moment){.form = TD_MOMENT_UNIT, .unit = TD_VIEW("D"), .base = TD_BASE_SPEECH, .type = TD_TIME_DATE};
    moment->shift = shift;
    if (length) return length;
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_DEICTIC);
    if (!reading) return 0;
    if (td_piece_at(pieces, i)->capital && td_piece_at(pieces, i - 1)->capital && i > 0) return 0; /* "USA Today" */
    moment->shift = (int32_t)reading->number;
    if (td_view_present(reading->unit)) moment->part = reading->unit, moment->type = TD_TIME_TIME;
    return 1 + (td_view_present(moment->part) ? 0 : read_part(pieces, i + 1, moment));
}

/* "the day", "the week", "the year" as what is being told: only behind early, late, end of. */
uint32_t td_moment_read_the_unit(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t the = td_piece_is(pieces, i, "the") ? 1 : 0;
    const td_unit_reading *unit = td_piece_as(pieces, i + the, TD_UNIT_PERIOD);
    if (!the || !unit || unit->number != 1 || td_piece_is(pieces, i + the, "second")) return 0;
    *moment = (td_moment){.form = TD_MOMENT_UNIT, .unit = unit->unit, .base = TD_BASE_STORY};
    set_type(moment);
    return 2;
}

/* "the day before", "the year after" with nothing behind. */
static uint32_t read_day_before(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t taken = td_moment_read_the_unit(pieces, i, moment);
    if (!taken) return 0;
    bool before = td_piece_is(pieces, i + 2, "before"), after = td_piece_is(pieces, i + 2, "after");
    const td_piece *next = td_piece_at(pieces, i + 3);
    bool closed = next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && (next->mark == ',' || next->mark == '.'));
    if ((!before && !after) || !closed) return 0;
    moment->shift = before ? -1 : 1;
    return 3;
}

/* Values of sets, "P1D" from a unit and a count. */
static td_view set_value(td_view unit) {
    static const char *const values[][2] = {{"D", "P1D"}, {"W", "P1W"}, {"M", "P1M"}, {"Y", "P1Y"}, {"H", "PT1H"}, {"m", "PT1M"},
                                            {"Q", "P1Q"}, {"DE", "P1DE"}, {"CE", "P1CE"}, {"WE", "P1WE"}, {"S", "PT1S"}, {"F", "P2W"}};
    static const size_t count = sizeof values / sizeof *values;
    for (size_t k = 0; k < count; k++)
        if (td_view_equal(unit, td_view_of(values[k][0]))) return td_view_of(values[k][1]);
    return TD_VIEW("PX");
}

static uint32_t read_set(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const weekdays[] = {"XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-3", "XXXX-WXX-4", "XXXX-WXX-5", "XXXX-WXX-6", "XXXX-WXX-7"};
    *moment = (td_moment){.form = TD_MOMENT_FIXED, .type = TD_TIME_SET};
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_FREQUENCY);
    if (reading) return moment->value = reading->unit, 1;
    reading = td_piece_as(pieces, i, TD_UNIT_WEEKDAY_PLURAL);
    if (reading && td_piece_at(pieces, i)->capital) return moment->value = td_view_of(weekdays[(int)reading->number - 1]), 1;
    uint32_t every = td_piece_is(pieces, i, "every") || td_piece_is(pieces, i, "each") ? 1 : 0;
    static const char *const times[] = {"once a", "twice a", "once every", "times a", "a", NULL};
    uint32_t length = 0;
    if (!every && td_pieces_match_any(pieces, i, times, &length) >= 0 && length == 2) every = length;
    if (!every) return 0;
    if ((reading = td_piece_as(pieces, i + every, TD_UNIT_PERIOD)) && reading->number == 1) return moment->value = set_value(reading->unit), every + 1;
    if ((reading = td_piece_as(pieces, i + every, TD_UNIT_WEEKDAY))) return moment->value = td_view_of(weekdays[(int)reading->number - 1]), every + 1;
    return 0;
}

static uint32_t read_reference(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const phrases[] = {"the present day", "the present", "the past", "the future", "the near future", "this time",
                                          "the time", "that time", "this period", "that period", "the same time", "this day", NULL};
    static const char *const values[] = {"PRESENT_REF", "PRESENT_REF", "PAST_REF", "FUTURE_REF", "FUTURE_REF", "", "", "", "", "", "", ""};
    *moment = (td_moment){.form = TD_MOMENT_FIXED, .type = TD_TIME_DATE};
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_REFERENCE);
    if (reading) return moment->value = reading->unit, 1;
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, phrases, &length);
    if (which < 0 || which == 6) return 0;
    static const char *const before[] = {"by", "at", "during", "from", "since", "until", "in", "to", "throughout", "after", "before", "around", "over", NULL};
    uint32_t preposition;
    if (which > 4 && td_pieces_match_any(pieces, i - 1, before, &preposition) < 0) return 0;
    const td_piece *next = td_piece_at(pieces, i + length);
    if (which < 5 && next->kind == TD_PIECE_WORD && which != 0 && !next->word && (which == 2 || which == 1)) {
        static const char *const function_words[] = {"and", "or", "but", "to", "of", "in", "as", "the", "by", "is", "was", "had", "has", NULL};
        uint32_t ignored;
        if (td_pieces_match_any(pieces, i + length, function_words, &ignored) < 0) return 0;
    }
    moment->value = td_view_of(values[which]);
    return length;
}

uint32_t td_moment_read_relative(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const td_moment_rule rules[] = {read_deictic, read_set, read_span_of_units, read_neighbour, read_day_before, read_reference};
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        *moment = (td_moment){0};
        uint32_t taken = rules[k](pieces, i, moment);
        if (taken) return taken;
    }
    return 0;
}
