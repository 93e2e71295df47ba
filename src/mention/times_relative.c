/*
 * Times relative to the day of writing or to the time told of before: today,
 * "next month", "the following day", "earlier in the day", "that year"; and
 * what repeats: daily, "every Friday".
 * Input: pieces of a sentence. Output: what the words say, unresolved.
 */

#include <string.h>

#include "mention/numbers.h"
#include "mention/times.h"

typedef struct td_relation {
    const char *words;
    int8_t shift;
    enum td_moment_base base;
    bool nearest; /* of weekdays the nearest one, be it yesterday or tomorrow */
} td_relation;

/* Before a unit, weekday, month, season or part of a day. Longest first where one begins another. */
static const td_relation relations[] = {
    {"the very next", 1, TD_BASE_STORY},
    {"the following", 1, TD_BASE_STORY},
    {"the next", 1, TD_BASE_STORY},
    {"the previous", -1, TD_BASE_STORY},
    {"the preceding", -1, TD_BASE_STORY},
    {"the prior", -1, TD_BASE_STORY},
    {"the same", 0, TD_BASE_STORY},
    {"that same", 0, TD_BASE_STORY},
    {"this same", 0, TD_BASE_STORY},
    {"that very", 0, TD_BASE_STORY},
    {"the very same", 0, TD_BASE_STORY},
    {"the coming", 1, TD_BASE_SPEECH, true},
    {"this upcoming", 1, TD_BASE_SPEECH, true},
    {"the upcoming", 1, TD_BASE_SPEECH, true},
    {"upcoming", 1, TD_BASE_SPEECH, true},
    {"coming", 1, TD_BASE_SPEECH, true},
    {"the current", 0, TD_BASE_SPEECH},
    {"following", 1, TD_BASE_STORY},
    {"next", 1, TD_BASE_SPEECH},
    {"last", -1, TD_BASE_SPEECH},
    {"this past", -1, TD_BASE_SPEECH, true},
    {"this coming", 1, TD_BASE_SPEECH, true},
    {"this", 0, TD_BASE_SPEECH},
    {"that", 0, TD_BASE_STORY},
    {"current", 0, TD_BASE_SPEECH},
    {"same", 0, TD_BASE_STORY},
    {"previous", -1, TD_BASE_STORY},
    {"past", -1, TD_BASE_SPEECH, true},
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
    *moment = (td_moment){
        .form = TD_MOMENT_UNIT, .shift = relation->shift, .base = relation->base, .nearest = relation->nearest};
    const td_unit_reading *reading;
    if ((reading = td_piece_as(pieces, at, TD_UNIT_PERIOD)) && reading->number == 1 &&
        !td_piece_is(pieces, at, "second")) {
        moment->unit = reading->unit;
        set_type(moment);
        return length + 1;
    }
    moment->form = TD_MOMENT_CALENDAR;
    /* "by phone following Tuesday's vote" is that Tuesday, not the one after */
    bool loose = td_piece_is(pieces, i, "following");
    if (!loose && (reading = td_piece_as(pieces, at, TD_UNIT_WEEKDAY)) && td_piece_at(pieces, at)->capital) {
        moment->weekday = (int32_t)reading->number;
        set_type(moment);
        return length + 1 + read_part(pieces, at + 1, moment);
    }
    if ((reading = td_piece_as(pieces, at, TD_UNIT_MONTH)) && td_piece_at(pieces, at)->capital) {
        moment->month = (int32_t)reading->number;
        const td_piece *day = td_piece_at(pieces, at + 1);
        bool dated =
            day->kind == TD_PIECE_NUMBER && day->plain && day->digits <= 2 && day->number >= 1 && day->number <= 31;
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

/* "Tuesday of last week", "next week Wednesday": a weekday of a week that is told by its neighbour. */
static uint32_t read_weekday_of_week(const td_pieces *pieces, int64_t i, td_moment *moment) {
    const td_relation *relation = NULL;
    const td_unit_reading *weekday = td_piece_as(pieces, i, TD_UNIT_WEEKDAY);
    int64_t at = weekday ? i + 1 : i;
    uint32_t of = weekday && td_piece_is(pieces, at, "of") ? 1 : 0;
    uint32_t length = read_relation(pieces, at + of, &relation);
    if (!length || (weekday && !of)) return 0;
    at += of + length;
    const td_unit_reading *unit = td_piece_as(pieces, at, TD_UNIT_PERIOD);
    if (!unit || unit->number != 1 || !td_view_equal(unit->unit, TD_VIEW("W"))) return 0;
    int64_t day = weekday ? i : at + 1;
    if (!weekday) weekday = td_piece_as(pieces, at + 1, TD_UNIT_WEEKDAY);
    if (!weekday || !td_piece_at(pieces, day)->capital) return 0;
    *moment = (td_moment){.form = TD_MOMENT_UNIT,
                          .unit = TD_VIEW("W"),
                          .shift = relation->shift,
                          .base = relation->base,
                          .type = TD_TIME_DATE,
                          .part_unit = TD_VIEW("D"),
                          .part_amount = 1,
                          .part_number = (int32_t)weekday->number};
    return (uint32_t)(at + (day > i ? 2 : 1) - i);
}

/* How many of a unit: a number, "few", "couple of"; `*few` pieces of a vague one. */
static uint32_t read_span_count(const td_pieces *pieces, int64_t i, td_number *number, uint32_t *few) {
    static const char *const vague[] = {"few", "several", "couple of", "couple", NULL};
    *few = 0;
    *number = (td_number){0};
    uint32_t count = td_number_read(pieces, i, number);
    if (!count) *number = (td_number){0};
    if (!count && td_pieces_match_any(pieces, i, vague, few) >= 2) number->value = 2;
    return count;
}

/* "the past two years", "the last few days", "the next 18 months": lengths. */
static uint32_t read_span_of_units(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const starts[] = {"the past",      "the last",  "the next", "the coming", "the previous",
                                         "the following", "the first", "past",     "last",       "next",
                                         "recent",        "the",       "these",    "those",      NULL};
    enum { THE_PAST = 0, THE_LAST = 1, PAST = 7, RECENT = 10 };
    uint32_t length, few;
    td_number number;
    int which = td_pieces_match_any(pieces, i, starts, &length);
    if (which < 0) return 0;
    uint32_t count = read_span_count(pieces, i + length, &number, &few);
    const td_unit_reading *unit = td_piece_as(pieces, i + length + count + few, TD_UNIT_PERIOD);
    if (!unit) return 0;
    bool bare = !count && !few, plural = unit->number == 2;
    bool ages = td_view_equal(unit->unit, TD_VIEW("DE")) || td_view_equal(unit->unit, TD_VIEW("CE"));
    bool run_up = which == THE_PAST || (which == THE_LAST && ages); /* "the last decade": the ten years to now */
    bool sound = bare ? run_up || (plural && which <= RECENT) : count || plural;
    if (!sound || (bare && which == PAST && !plural)) return 0;
    *moment = (td_moment){.form = TD_MOMENT_LENGTH, .type = TD_TIME_DURATION, .unit = unit->unit};
    moment->amount = bare && !plural ? 1 : number.value;
    moment->vague = moment->amount == 0 || number.vague;
    return length + count + few + 1;
}

/* "over the weekend": the one before a weekday on which it is told, else the one that is on. */
static uint32_t read_weekend(const td_pieces *pieces, int64_t i, td_moment *moment) {
    if (!td_pieces_match(pieces, i, "the weekend")) return 0;
    *moment = (td_moment){
        .form = TD_MOMENT_UNIT, .unit = TD_VIEW("WE"), .base = TD_BASE_SPEECH, .just_past = true, .type = TD_TIME_DATE};
    return 2;
}

/* "the week after next", "the year before last". */
static uint32_t read_after_next(const td_pieces *pieces, int64_t i, td_moment *moment) {
    const td_unit_reading *unit = td_piece_is(pieces, i, "the") ? td_piece_as(pieces, i + 1, TD_UNIT_PERIOD) : NULL;
    uint32_t next = td_pieces_match(pieces, i + 2, "after next"), last = td_pieces_match(pieces, i + 2, "before last");
    if (!unit || unit->number != 1 || (!next && !last)) return 0;
    *moment = (td_moment){.form = TD_MOMENT_UNIT,
                          .unit = unit->unit,
                          .base = TD_BASE_SPEECH,
                          .shift = next ? 2 : -2,
                          .type = TD_TIME_DATE};
    return 4;
}

/* "recent weeks". */
static uint32_t read_recent(const td_pieces *pieces, int64_t i, td_moment *moment) {
    const td_unit_reading *unit = td_piece_is(pieces, i, "recent") ? td_piece_as(pieces, i + 1, TD_UNIT_PERIOD) : NULL;
    if (!unit || unit->number != 2) return 0;
    *moment = (td_moment){.form = TD_MOMENT_FIXED, .type = TD_TIME_DATE, .value = TD_VIEW("PAST_REF")};
    return 2;
}

/* "the day before yesterday", "yesterday morning", "tonight". */
static uint32_t read_deictic(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t length = 0;
    int32_t shift = 0;
    if (td_pieces_match(pieces, i, "the day before yesterday"))
        shift = -2, length = 4;
    else if (td_pieces_match(pieces, i, "the day after tomorrow"))
        shift = 2, length = 4;
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
    bool bare = !the && td_pieces_match(pieces, i - 2, "end of") &&
                (td_piece_is(pieces, i, "year") || td_piece_is(pieces, i, "month"));
    if ((!the && !bare) || !unit || unit->number != 1 || td_piece_is(pieces, i + the, "second")) return 0;
    *moment = (td_moment){.form = TD_MOMENT_UNIT, .unit = unit->unit, .base = TD_BASE_STORY};
    set_type(moment);
    return the + 1;
}

/* "the day before", "the year after" with nothing behind. */
static uint32_t read_day_before(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t taken = td_moment_read_the_unit(pieces, i, moment);
    if (taken != 2) return 0;
    bool before = td_piece_is(pieces, i + 2, "before"), after = td_piece_is(pieces, i + 2, "after");
    const td_piece *next = td_piece_at(pieces, i + 3);
    bool closed = next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && strchr(",.;?!)", next->mark));
    if ((!before && !after) || !closed) return 0;
    moment->shift = before ? -1 : 1;
    return 3;
}

/* Values of sets, "P1D" from a unit and a count. */
static td_view set_value(td_view unit) {
    static const char *const values[][2] = {{"D", "P1D"},   {"W", "P1W"},   {"M", "P1M"},  {"Y", "P1Y"},
                                            {"H", "PT1H"},  {"m", "PT1M"},  {"Q", "P1Q"},  {"DE", "P1DE"},
                                            {"CE", "P1CE"}, {"WE", "P1WE"}, {"S", "PT1S"}, {"F", "P2W"}};
    static const size_t count = sizeof values / sizeof *values;
    for (size_t k = 0; k < count; k++)
        if (td_view_equal(unit, td_view_of(values[k][0]))) return td_view_of(values[k][1]);
    return TD_VIEW("PX");
}

static const char *const weekday_values[] = {"XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-3", "XXXX-WXX-4",
                                             "XXXX-WXX-5", "XXXX-WXX-6", "XXXX-WXX-7"};

/* "Mondays fighting": a day whose apostrophe was lost on the way; sets have a preposition before or an end behind. */
bool td_weekday_lost_apostrophe(const td_pieces *pieces, int64_t i) {
    static const char *const before[] = {"on",  "every", "most",  "many", "all",  "some",
                                         "and", "or",    "until", "of",   "from", NULL};
    static const char *const behind[] = {"and",  "or",   "in",   "at",      "to",   "from",  "for",    "when",  "are",
                                         "were", "is",   "was",  "through", "with", "after", "before", "as",    "by",
                                         "but",  "that", "they", "he",      "she",  "we",    "the",    "there", NULL};
    const td_piece *next = td_piece_at(pieces, i + 1);
    uint32_t length;
    return next->kind == TD_PIECE_WORD && !next->capital && td_pieces_match_any(pieces, i - 1, before, &length) < 0 &&
           td_pieces_match_any(pieces, i + 1, behind, &length) < 0;
}

/* "Mondays", "Friday mornings", "weekends". */
static uint32_t read_plural_set(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const parts[] = {"mornings", "afternoons", "evenings", "nights", NULL};
    static const char *const part_values[] = {"TMO", "TAF", "TEV", "TNI"};
    static const char *const day_part_values[7][4] = {
        {"XXXX-WXX-1TMO", "XXXX-WXX-1TAF", "XXXX-WXX-1TEV", "XXXX-WXX-1TNI"},
        {"XXXX-WXX-2TMO", "XXXX-WXX-2TAF", "XXXX-WXX-2TEV", "XXXX-WXX-2TNI"},
        {"XXXX-WXX-3TMO", "XXXX-WXX-3TAF", "XXXX-WXX-3TEV", "XXXX-WXX-3TNI"},
        {"XXXX-WXX-4TMO", "XXXX-WXX-4TAF", "XXXX-WXX-4TEV", "XXXX-WXX-4TNI"},
        {"XXXX-WXX-5TMO", "XXXX-WXX-5TAF", "XXXX-WXX-5TEV", "XXXX-WXX-5TNI"},
        {"XXXX-WXX-6TMO", "XXXX-WXX-6TAF", "XXXX-WXX-6TEV", "XXXX-WXX-6TNI"},
        {"XXXX-WXX-7TMO", "XXXX-WXX-7TAF", "XXXX-WXX-7TEV", "XXXX-WXX-7TNI"}};
    uint32_t length, all = td_piece_is(pieces, i, "all") || td_piece_is(pieces, i, "most") ? 1 : 0;
    const td_unit_reading *reading = td_piece_as(pieces, i + all, TD_UNIT_WEEKDAY_PLURAL);
    bool capital = td_piece_at(pieces, i + all)->capital;
    if (reading && capital && !td_weekday_lost_apostrophe(pieces, i + all))
        return moment->value = td_view_of(weekday_values[(int)reading->number - 1]), all + 1;
    reading = td_piece_as(pieces, i, TD_UNIT_WEEKDAY);
    int part = reading && capital ? td_pieces_match_any(pieces, i + 1, parts, &length) : -1;
    if (part >= 0) return moment->value = td_view_of(day_part_values[(int)reading->number - 1][part]), 2;
    if (td_piece_is(pieces, i + all, "weekends") && !td_piece_at(pieces, i - 1)->word)
        return moment->value = TD_VIEW("P1WE"), all + 1;
    part = td_pieces_match_any(pieces, i, parts, &length);
    bool alone = part >= 0 && td_piece_at(pieces, i - 1)->kind == TD_PIECE_WORD &&
                 !td_piece_as(pieces, i - 1, TD_UNIT_NUMBER) && td_piece_at(pieces, i + 1)->kind != TD_PIECE_WORD;
    return alone ? (moment->value = td_view_of(part_values[part]), 1) : 0;
}

/* "two days", "other week", "day": so many of a unit. */
static uint32_t read_repeated_unit(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const twos[] = {"P2D", "P2W", "P2M", "P2Y", NULL};
    td_number number;
    bool other = td_piece_is(pieces, i, "other"), single = td_piece_is(pieces, i, "single");
    uint32_t count = other || single ? 1 : td_number_read(pieces, i, &number);
    const td_unit_reading *unit = td_piece_as(pieces, i + count, TD_UNIT_PERIOD);
    double amount = other ? 2 : single || !count ? 1 : number.value;
    if (!unit || amount < 1 || amount >= 1000) return 0;
    moment->amount = amount;
    moment->unit = unit->unit;
    moment->value = set_value(unit->unit);
    if (amount >= 2) moment->form = TD_MOMENT_LENGTH;
    for (int k = 0; twos[k] && amount == 2; k++)
        if (td_view_equal(unit->unit, (td_view){twos[k] + 2, 1}))
            moment->value = td_view_of(twos[k]), moment->form = TD_MOMENT_FIXED;
    return count + 1;
}

/* How often behind "every", "each", "once a": "two days", "other week", "Friday", "morning". */
static uint32_t read_repeated(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const parts[][2] = {{"MO", "TMO"}, {"AF", "TAF"}, {"EV", "TEV"}, {"NI", "TNI"}};
    uint32_t units = read_repeated_unit(pieces, i, moment);
    if (units) return units;
    uint32_t other = td_piece_is(pieces, i, "other") || td_piece_is(pieces, i, "single") ? 1 : 0;
    const td_unit_reading *reading = td_piece_as(pieces, i + other, TD_UNIT_WEEKDAY);
    if (reading) return moment->value = td_view_of(weekday_values[(int)reading->number - 1]), other + 1;
    reading = td_piece_as(pieces, i + other, TD_UNIT_DAY_PART);
    for (int k = 0; k < 4 && reading; k++)
        if (td_view_equal(reading->unit, td_view_of(parts[k][0])))
            return moment->value = td_view_of(parts[k][1]), other + 1;
    return 0;
}

static uint32_t read_set(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const openings[] = {"every",   "each",      "any",     "once every", "once a", "once per",
                                           "twice a", "twice per", "times a", "times per",  NULL};
    *moment = (td_moment){.form = TD_MOMENT_FIXED, .type = TD_TIME_SET};
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_FREQUENCY);
    uint32_t length;
    if (reading) return moment->value = reading->unit, 1;
    uint32_t plural = read_plural_set(pieces, i, moment);
    if (plural) return plural;
    int which = td_pieces_match_any(pieces, i, openings, &length);
    if (which < 0 || (which == 2 && !td_piece_is(pieces, i + 1, "weekend"))) return 0;
    uint32_t taken = read_repeated(pieces, i + length, moment);
    return taken ? length + taken : 0;
}

static uint32_t read_reference(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const phrases[] = {
        "the present day", "the present", "the past",    "the future",    "the near future", "this time", "the time",
        "that time",       "this period", "that period", "the same time", "this day",        NULL};
    static const char *const values[] = {
        "PRESENT_REF", "PRESENT_REF", "PAST_REF", "FUTURE_REF", "FUTURE_REF", "", "", "", "", "", "", ""};
    *moment = (td_moment){.form = TD_MOMENT_FIXED, .type = TD_TIME_DATE};
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_REFERENCE);
    if (reading) return moment->value = reading->unit, 1;
    uint32_t length;
    bool at_now = td_piece_is(pieces, i - 1, "at") &&
                  (td_pieces_match(pieces, i, "the moment") || td_piece_is(pieces, i, "present"));
    if (at_now) return moment->value = TD_VIEW("PRESENT_REF"), td_piece_is(pieces, i, "present") ? 1 : 2;
    int which = td_pieces_match_any(pieces, i, phrases, &length);
    if (which < 0 || which == 6) return 0;
    static const char *const before[] = {"by", "at",         "during", "from",   "since",  "until", "in",
                                         "to", "throughout", "after",  "before", "around", "over",  NULL};
    uint32_t preposition;
    if (which > 4 && td_pieces_match_any(pieces, i - 1, before, &preposition) < 0) return 0;
    const td_piece *next = td_piece_at(pieces, i + length);
    if (which < 5 && next->kind == TD_PIECE_WORD && which != 0 && !next->word && (which == 2 || which == 1)) {
        static const char *const function_words[] = {"and", "or", "but", "to",  "of",  "in",  "as",
                                                     "the", "by", "is",  "was", "had", "has", NULL};
        uint32_t ignored;
        if (td_pieces_match_any(pieces, i + length, function_words, &ignored) < 0) return 0;
    }
    moment->value = td_view_of(values[which]);
    return length;
}

uint32_t td_moment_read_relative(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const td_moment_rule rules[] = {read_deictic,         read_set,           read_recent,  read_after_next,
                                           read_weekday_of_week, read_span_of_units, read_weekend, read_neighbour,
                                           read_day_before,      read_reference};
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        *moment = (td_moment){0};
        uint32_t taken = rules[k](pieces, i, moment);
        if (taken) return taken;
    }
    return 0;
}
