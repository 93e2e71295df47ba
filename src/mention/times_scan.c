/*
 * Finding every time of a report: the rules tried at each piece, what may stand
 * before and behind them ("early", "the end of", "at 8 p.m. on"), and how the
 * sentence tells it (past or to come).
 * Input: sentences and tokens. Output: moments in text order.
 */

#include <string.h>

#include "mention/numbers.h"
#include "mention/times.h"

#define LOOK_AHEAD 9     /* pieces from a start to the first word that is of time */
#define PRESENT_WINDOW 6 /* tokens behind a verb in the present in which a time is one to come */
#define VERB_WINDOW 18   /* tokens around a time in which its verb is sought */

#define BIT(class) (1U << TD_UNIT_##class)
#define TIME_CLASSES                                                                                                \
    (BIT(MONTH) | BIT(WEEKDAY) | BIT(WEEKDAY_PLURAL) | BIT(SEASON) | BIT(DAY_PART) | BIT(PERIOD) | BIT(FREQUENCY) | \
     BIT(REFERENCE) | BIT(DEICTIC) | BIT(HOLIDAY) | BIT(TIME_NOUN) | BIT(NUMBER))

typedef struct td_time_prefix {
    const char *words;
    const char *mod;
} td_time_prefix;

/* What narrows a time from before; longest first where one begins another. */
static const td_time_prefix prefixes[] = {
    {"the beginning of", "START"},
    {"the start of", "START"},
    {"the end of", "END"},
    {"the close of", "END"},
    {"the middle of", "MID"},
    {"the first half of", "START"},
    {"the second half of", "END"},
    {"the latter half of", "END"},
    {"the latter part of", "END"},
    {"the early part of", "START"},
    {"the rest of", NULL},
    {"most of", NULL},
    {"the remainder of", "END"},
    {"the early", "START"},
    {"the late", "END"},
    {"the mid -", "MID"},
    {"the mid", "MID"},
    {"early in", "START"},
    {"late in", "END"},
    {"later in", NULL},
    {"earlier in", NULL},
    {"early on", "START"},
    {"late on", "END"},
    {"later on", NULL},
    {"earlier on", NULL},
    {"later", NULL},
    {"earlier", NULL},
    {"early", "START"},
    {"late", "END"},
    {"mid -", "MID"},
    {"mid", "MID"},
    {"end of", "END"},
    {"beginning of", "START"},
    {"start of", "START"},
    {"the very end of", "END"},
    {"the eve of", NULL},
};

/* What stands before an hour: "about 4:30 a.m.", "shortly before noon". */
static uint32_t read_clock_prefix(const td_pieces *pieces, int64_t i, const char **mod) {
    static const char *const words[] = {"shortly before", "just before",   "shortly after", "just after", "about",
                                        "around",         "approximately", "circa",         NULL};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, words, &length);
    if (which < 0) return 0;
    *mod = which < 2 ? "BEFORE" : which < 4 ? "AFTER" : "APPROX";
    return length;
}

static uint32_t read_prefix(const td_pieces *pieces, int64_t i, const char **mod) {
    for (size_t k = 0; k < sizeof prefixes / sizeof *prefixes; k++) {
        uint32_t length = td_pieces_match(pieces, i, prefixes[k].words);
        if (!length) continue;
        *mod = prefixes[k].mod;
        return length;
    }
    return 0;
}

/* What "the last three weeks of", "the early hours of", "the 15th day of" take of the time behind them. */
typedef struct td_time_part {
    const char *mod;
    td_view unit; /* absent where no count of it is said */
    double amount;
    int32_t number; /* of a numbered one, or TD_PART_LAST */
} td_time_part;

static bool is_calendar_unit(const td_unit_reading *unit) {
    return unit->unit.size == 1 && strchr("DWM", unit->unit.bytes[0]);
}

/* Which part: "first", "closing", "third"; sets the side, or the number of a numbered one. */
static uint32_t read_part_side(const td_pieces *pieces, int64_t i, td_time_part *part, bool *edge) {
    static const char *const words[] = {"first", "opening", "early", "last", "final", "closing", "late", NULL};
    static const bool edges[] = {true, false, false, true, true, false, false};
    uint32_t length;
    int which = td_pieces_match_any(pieces, i, words, &length);
    *edge = which >= 0 && edges[which];
    if (which < 0) return td_ordinal_read(pieces, i, &part->number);
    part->mod = which < 3 ? "START" : "END";
    return length;
}

static uint32_t read_part_of(const td_pieces *pieces, int64_t i, td_time_part *part) {
    static const char *const vague[] = {"few", "couple of", "morning", "evening", NULL};
    int64_t at = i + td_piece_is(pieces, i, "the");
    bool edge;
    uint32_t side = read_part_side(pieces, at, part, &edge), few = 0;
    if (!side) return 0;
    at += side;
    td_number number;
    uint32_t count = td_number_read(pieces, at, &number);
    if (!count) number = (td_number){.value = 1}, td_pieces_match_any(pieces, at, vague, &few);
    at += count + few;
    const td_unit_reading *unit = td_piece_as(pieces, at, TD_UNIT_PERIOD);
    if (!unit || td_view_equal(unit->unit, TD_VIEW("Q")) || !td_piece_is(pieces, at + 1, "of")) return 0;
    if (part->number && (count || few || !is_calendar_unit(unit))) return 0;
    bool counted = !few && !number.vague && number.value >= 1 && number.value <= 400 && is_calendar_unit(unit);
    if (counted) part->unit = unit->unit, part->amount = number.value;
    if (counted && edge && !count && unit->number == 1) { /* "the first day of", "the last week of" */
        part->number = strcmp(part->mod, "START") == 0 ? 1 : TD_PART_LAST;
        part->mod = NULL;
    }
    return (uint32_t)(at + 2 - i);
}

/* The longest reading at `i`. */
static uint32_t read_core(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const td_moment_rule rules[] = {td_moment_read_calendar, td_moment_read_clock, td_moment_read_length,
                                           td_moment_read_relative};
    uint32_t best = 0;
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        td_moment candidate = {0};
        uint32_t taken = rules[k](pieces, i, &candidate);
        if (taken <= best) continue;
        best = taken;
        *moment = candidate;
    }
    return best;
}

static bool dated(const td_moment *moment) {
    return !moment->timed && !td_view_present(moment->part) &&
           ((moment->form == TD_MOMENT_CALENDAR && (moment->day || moment->weekday)) ||
            (moment->form == TD_MOMENT_UNIT && td_view_equal(moment->unit, TD_VIEW("D"))));
}

/* A day with its hour, rather than an hour alone. */
static bool dated_form(const td_moment *moment) {
    return moment->day || moment->weekday || td_view_present(moment->unit);
}

/* "Monday night", "20 June at 8 p.m.": the part of the day behind a day. */
static uint32_t read_behind_day(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const links[] = {
        ", at about",     ", at around",   ", at",        "at about",   "at around", "at", "around", "about",
        "shortly before", "shortly after", "just before", "just after", "-",         ",",  NULL};
    uint32_t skip = 0;
    td_pieces_match_any(pieces, i, links, &skip);
    td_moment clock;
    uint32_t taken = td_moment_read_clock(pieces, i + skip, &clock);
    if (taken) {
        moment->hour = clock.hour;
        moment->minute = clock.minute;
        moment->timed = true;
        moment->type = TD_TIME_TIME;
        return skip + taken;
    }
    const td_unit_reading *part = skip ? NULL : td_piece_as(pieces, i, TD_UNIT_DAY_PART);
    if (!part || td_piece_is(pieces, i, "overnight") || td_piece_is(pieces, i, "dawn")) return 0;
    moment->part = part->unit;
    moment->type = TD_TIME_TIME;
    return 1;
}

/* "tonight around 7", "last night at eight": an hour whose half of the day the part before it tells. */
static uint32_t read_hour_behind_part(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const links[] = {"at about", "at around", "at", "around", "about", NULL};
    uint32_t skip;
    if (!td_view_present(moment->part) || td_pieces_match_any(pieces, i, links, &skip) < 0) return 0;
    const td_piece *hour = td_piece_at(pieces, i + skip), *next = td_piece_at(pieces, i + skip + 1);
    const td_unit_reading *word = td_piece_as(pieces, i + skip, TD_UNIT_NUMBER);
    double value = hour->kind == TD_PIECE_NUMBER && hour->plain ? hour->number : word ? word->number : 0;
    bool closed = next->kind == TD_PIECE_END || (next->kind == TD_PIECE_MARK && strchr(".,;!?", next->mark));
    if (value < 1 || value > 12 || !closed) return 0;
    bool morning =
        td_view_equal(moment->part, TD_VIEW("MO")) || (td_view_equal(moment->part, TD_VIEW("NI")) && value < 6);
    moment->hour = (int32_t)value % 12 + (morning ? 0 : 12);
    moment->minute = 0;
    moment->timed = true;
    return skip + 1;
}

/* "8 p.m. on Monday", "the night of 20 June", "noon yesterday": the day behind its part. */
static uint32_t read_day_behind(const td_pieces *pieces, int64_t i, const td_moment *time, td_moment *moment, bool of) {
    uint32_t skip = td_piece_is(pieces, i, of ? "of" : "on") ? 1 : td_piece_is_mark(pieces, i, ',') ? 1 : 0;
    if (of && !skip) return 0;
    td_moment day;
    uint32_t taken = td_moment_read_calendar(pieces, i + skip, &day);
    if (!taken) taken = td_moment_read_relative(pieces, i + skip, &day);
    bool part_of_day = time->timed && day.form == TD_MOMENT_UNIT && td_view_present(day.part); /* "9 last night" */
    if (!taken || !(dated(&day) || part_of_day)) return 0;
    day.timed = time->timed;
    day.hour = time->hour;
    day.minute = time->minute;
    day.part = time->part;
    day.type = TD_TIME_TIME;
    *moment = day;
    return skip + taken;
}

/* "the night of ...", "in the morning": a part of the day by itself. */
static uint32_t read_part_of_day(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const before[] = {"in", "during", "on", "by", NULL};
    uint32_t the = td_piece_is(pieces, i, "the") ? 1 : 0, length;
    const td_unit_reading *part = td_piece_as(pieces, i + the, TD_UNIT_DAY_PART);
    if (!part || td_piece_is(pieces, i + the, "overnight")) return 0;
    *moment = (td_moment){
        .form = TD_MOMENT_UNIT, .unit = TD_VIEW("D"), .base = TD_BASE_STORY, .part = part->unit, .type = TD_TIME_TIME};
    uint32_t day = read_day_behind(pieces, i + the + 1, &(td_moment){.part = part->unit}, moment, true);
    if (day) return the + 1 + day;
    static const char *const narrowed[] = {"in early",   "in late",      "by early", "by late", "since early",
                                           "until late", "during early", "before",   NULL};
    if (!the && td_piece_at(pieces, i - 1)->kind == TD_PIECE_WORD &&
        td_pieces_match_any(pieces, i - 2, narrowed, &length) >= 0 && length == 2)
        return 1;
    if (!the || td_pieces_match_any(pieces, i - 1, before, &length) < 0) return 0;
    return the + 1 + read_hour_behind_part(pieces, i + the + 1, moment);
}

static bool is_daily(const td_moment *moment) {
    return moment->type == TD_TIME_SET && moment->form == TD_MOMENT_FIXED &&
           (td_view_equal(moment->value, TD_VIEW("P1D")) || (moment->value.size == 3 && moment->value.bytes[0] == 'T'));
}

static bool is_weekly(const td_moment *moment) {
    return moment->type == TD_TIME_SET && td_view_starts_with(moment->value, TD_VIEW("XXXX-WXX-")) &&
           moment->value.size == strlen("XXXX-WXX-1");
}

/* "every day at 7:13 p.m.", "every evening at eight o'clock", "each Monday at 4 p.m.". */
static uint32_t read_clock_of_set(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t at = td_piece_is(pieces, i, "at") ? 1 : 0;
    td_moment clock;
    uint32_t taken = td_moment_read_clock(pieces, i + at, &clock);
    if (!taken || !(is_daily(moment) || is_weekly(moment))) return 0;
    moment->timed = true;
    moment->hour = clock.hour;
    moment->minute = clock.minute;
    return at + taken;
}

/* "3 p.m. each day": the other way about. */
static uint32_t read_set_of_clock(const td_pieces *pieces, int64_t i, td_moment *moment) {
    td_moment set = {0};
    uint32_t taken = td_moment_read_relative(pieces, i, &set);
    if (!taken || !is_daily(&set)) return 0;
    set.timed = true;
    set.hour = moment->hour;
    set.minute = moment->minute;
    *moment = set;
    return taken;
}

static uint32_t read_with_behind(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t taken = read_part_of_day(pieces, i, moment);
    if (taken) return taken;
    taken = read_core(pieces, i, moment);
    if (!taken) return 0;
    if (moment->type == TD_TIME_SET) return taken + read_clock_of_set(pieces, i + taken, moment);
    if (moment->timed && !dated_form(moment)) {
        uint32_t set = read_set_of_clock(pieces, i + taken, moment);
        if (set) return taken + set;
    }
    if (dated(moment)) taken += read_behind_day(pieces, i + taken, moment);
    if (!moment->timed && moment->form == TD_MOMENT_UNIT) taken += read_hour_behind_part(pieces, i + taken, moment);
    if (moment->timed && !dated_form(moment)) {
        td_moment joined;
        uint32_t day = read_day_behind(pieces, i + taken, moment, &joined, false);
        if (day) day += td_piece_as(pieces, i + taken + day, TD_UNIT_DAY_PART) ? 1 : 0; /* "5 p.m. Friday afternoon" */
        if (day)
            *moment = joined;
        else
            moment->base = TD_BASE_STORY, moment->form = TD_MOMENT_UNIT, moment->unit = TD_VIEW("D");
        return taken + day;
    }
    return taken;
}

/* "the week of April 10", "the week beginning on April 10": the week that holds a day. */
static uint32_t read_week_of(const td_pieces *pieces, int64_t i, td_moment *moment) {
    static const char *const openings[] = {"the week of",
                                           "the week beginning on",
                                           "the week beginning",
                                           "the week starting on",
                                           "the week starting",
                                           "the week commencing",
                                           NULL};
    uint32_t words = 0;
    if (td_pieces_match_any(pieces, i, openings, &words) < 0) return 0;
    uint32_t taken = words ? td_moment_read_calendar(pieces, i + words, moment) : 0;
    if (!taken || !moment->day || !moment->month) return 0;
    moment->unit = TD_VIEW("W");
    return words + taken;
}

static uint32_t read_moment(const td_pieces *pieces, int64_t i, td_moment *moment) {
    uint32_t week = read_week_of(pieces, i, moment);
    if (week) return week;
    td_time_part part = {0};
    uint32_t prefix = read_part_of(pieces, i, &part);
    if (!prefix) {
        part = (td_time_part){0};
        prefix = read_prefix(pieces, i, &part.mod);
    }
    if (prefix) {
        td_moment inner = {0};
        uint32_t taken = read_with_behind(pieces, i + prefix, &inner);
        bool loose = inner.form == TD_MOMENT_LENGTH || inner.form == TD_MOMENT_FIXED || inner.form == TD_MOMENT_OFFSET;
        if (!taken || loose) taken = td_moment_read_the_unit(pieces, i + prefix, &inner), loose = false;
        if (taken && !loose) {
            if (part.mod) inner.mod = part.mod;
            inner.part_unit = part.unit;
            inner.part_amount = part.amount;
            inner.part_number = part.number;
            *moment = inner;
            return prefix + taken;
        }
    }
    prefix = read_clock_prefix(pieces, i, &part.mod);
    uint32_t clock = prefix ? read_with_behind(pieces, i + prefix, moment) : 0;
    if (clock && moment->timed) return moment->mod = part.mod, prefix + clock;
    return read_with_behind(pieces, i, moment);
}

/* For each piece how far the next word of time is, so that most starts are passed over at once. */
static void mark_anchors(const td_pieces *pieces, uint8_t *ahead) {
    uint8_t distance = UINT8_MAX;
    for (uint32_t i = pieces->list.count; i-- > 0;) {
        const td_piece *piece = &pieces->list.items[i];
        bool anchor = piece->kind == TD_PIECE_NUMBER || (piece->word && (piece->word->classes & TIME_CLASSES));
        distance = anchor ? 0 : distance == UINT8_MAX ? UINT8_MAX : (uint8_t)(distance + 1);
        ahead[i] = distance;
    }
}

static bool token_is(const td_report *report, const td_token *token, const char *word) {
    return td_view_equal_ascii_fold(td_span_text(report->text, token->span), td_view_of(word));
}

/* A present-tense verb of speech says when something is said, not when it takes place. */
static bool is_speech(const td_report *report, const td_token *token) {
    static const char *const words[] = {"says", "say",     "is",     "are",  "does",
                                        "do",   "reports", "report", "adds", "according"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (token_is(report, token, words[k])) return true;
    return false;
}

/* How one token tells: -1 past, 1 to come, 0 nothing. */
static int8_t telling(const td_report *report, const td_token *token) {
    static const char *const coming[] = {"will",     "'ll",     "shall",  "would",    "scheduled", "due",
                                         "expected", "planned", "plans",  "tomorrow", "slated",    "could",
                                         "may",      "might",   "should", "deadline"};
    const td_token *next = token + 1 < report->tokens.items + report->tokens.count ? token + 1 : NULL;
    bool sets =
        next && token_is(report, token, "set") && (token_is(report, next, "for") || token_is(report, next, "to"));
    if (sets) return 1; /* "the vote is set for Wednesday" */
    if (next && token_is(report, token, "to") && token_is(report, next, "be")) return 1; /* "to be held on 12 May" */
    bool may_tell = token->part_of_speech == TD_POS_VERB || token->part_of_speech == TD_POS_AUXILIARY ||
                    token->part_of_speech == TD_POS_ADJECTIVE || token_is(report, token, "deadline");
    if (may_tell) {
        for (size_t k = 0; k < sizeof coming / sizeof *coming; k++)
            if (token_is(report, token, coming[k])) return 1;
    }
    if (token->part_of_speech != TD_POS_VERB && token->part_of_speech != TD_POS_AUXILIARY) return 0;
    if (token->features & TD_FEATURE_PAST) return -1;
    if (token_is(report, token, "has") || token_is(report, token, "have")) return -1;
    return 0;
}

/* The nearest verb that tells, before or behind. */
static int8_t tense_at(const td_report *report, const td_moment *moment) {
    const td_sentence *sentence = &report->sentences.items[moment->sentence];
    int64_t at = td_report_token_at(report, moment->span.start);
    int64_t behind = at;
    while (behind < sentence->token_end && report->tokens.items[behind].span.start < moment->span.end) behind++;
    if (at > sentence->token_start && token_is(report, &report->tokens.items[at - 1], "since")) return -1;
    bool opens = at <= sentence->token_start + 2; /* "On 10 May, the army left" */
    bool parted = false; /* by a comma from what stands behind: "will meet on 10 May, he said" */
    for (int64_t distance = 1; distance <= VERB_WINDOW; distance++) {
        int8_t told = 0;
        if (distance <= PRESENT_WINDOW && at - distance >= sentence->token_start) {
            const td_token *verb = &report->tokens.items[at - distance];
            bool present = verb->part_of_speech == TD_POS_VERB && (verb->features & TD_FEATURE_PRESENT) &&
                           !is_speech(report, verb);
            if (present) return 1; /* "the truce starts on Saturday" */
        }
        if (at - distance >= sentence->token_start) told = telling(report, &report->tokens.items[at - distance]);
        const td_token *after =
            behind + distance - 1 < sentence->token_end ? &report->tokens.items[behind + distance - 1] : NULL;
        if (after && token_is(report, after, ",")) parted = true;
        if (!told && after && (opens || !parted)) told = telling(report, after);
        if (told) return told;
    }
    return 0;
}

/* "April 13 and 15", "April 13-15": the second day, which leaves its month to the first. */
static uint32_t scan_second_day(const td_pieces *pieces, int64_t i, td_arena *arena, td_moment_array *moments) {
    static const char *const links[] = {"-", "and", "to", "or", "through", NULL};
    td_moment moment = moments->items[moments->count - 1];
    uint32_t length;
    if (moment.form != TD_MOMENT_CALENDAR || !moment.month || !moment.day ||
        td_pieces_match_any(pieces, i, links, &length) < 0)
        return 0;
    const td_piece *day = td_piece_at(pieces, i + length), *next = td_piece_at(pieces, i + length + 1);
    bool days =
        day->kind == TD_PIECE_NUMBER && day->plain && day->digits <= 2 && day->number > moment.day && day->number <= 31;
    bool suffix = !next->space_before && next->kind == TD_PIECE_WORD;
    bool ordinal = suffix && td_pieces_match(pieces, i + length + 1, "th");
    if (!days || (suffix && !ordinal) ||
        (!suffix && next->kind == TD_PIECE_WORD && !td_pieces_match(pieces, i + length + 1, "and")) ||
        next->mark == ':' || next->mark == '%' || next->kind == TD_PIECE_NUMBER)
        return 0;
    moment.day = (int32_t)day->number;
    moment.weekday = 0;
    moment.span = td_pieces_span(pieces, i + length, i + length + 1 + ordinal);
    *td_push(arena, moments) = moment;
    return length + 1 + ordinal;
}

static void scan_sentence(const td_pieces *pieces, const td_report *report, td_arena *arena, uint8_t *ahead,
                          td_moment_array *moments) {
    mark_anchors(pieces, ahead);
    for (uint32_t i = 0; i < pieces->list.count;) {
        td_moment moment = {0};
        uint32_t taken = ahead[i] < LOOK_AHEAD ? read_moment(pieces, i, &moment) : 0;
        if (!taken) {
            i++;
            continue;
        }
        moment.span = td_pieces_span(pieces, i, i + taken);
        moment.sentence = pieces->sentence;
        moment.quoted = pieces->list.items[i].quoted;
        moment.body = report->sentences.items[pieces->sentence].body;
        moment.tense = tense_at(report, &moment);
        *td_push(arena, moments) = moment;
        i += taken;
        i += scan_second_day(pieces, i, arena, moments);
    }
}

/* True where only a word or mark that joins two days of one year stands between. */
static bool joined(const td_report *report, const td_moment *a, const td_moment *b) {
    static const char *const links[] = {"-",     "\xE2\x80\x93", "and",  "to",     "or",     ",",
                                        "until", "through",      "till", "and in", "and on", "to late"};
    td_view between = td_view_trim(td_view_slice(report->text, a->span.end, b->span.start));
    for (size_t k = 0; k < sizeof links / sizeof *links; k++)
        if (td_view_equal(between, td_view_of(links[k]))) return true;
    return false;
}

/* "in October and November last year": the first takes the year said of the second. */
static void lend_years(const td_report *report, td_moment_array *moments) {
    for (uint32_t i = moments->count; i-- > 1;) {
        td_moment *a = &moments->items[i - 1];
        const td_moment *b = &moments->items[i];
        if (a->sentence != b->sentence || a->form != TD_MOMENT_CALENDAR || b->form != TD_MOMENT_CALENDAR) continue;
        if (!a->month || a->year || a->year_shifted || a->base != TD_BASE_NONE || !b->month ||
            !(b->year || b->year_shifted))
            continue;
        if (!joined(report, a, b)) continue;
        a->year = b->year && a->month > b->month ? b->year - 1 : b->year;
        a->year_shifted = b->year_shifted;
        a->shift = b->shift;
        a->base = b->base;
    }
}

void td_moments_scan(const td_units *units, const td_report *report, td_arena *arena, td_moment_array *moments) {
    td_pieces pieces = {0};
    TD_ARRAY(uint8_t) ahead = {0};
    for (td_index s = 0; s < report->sentences.count; s++) {
        td_pieces_read(&pieces, units, report, s, arena);
        while (ahead.count < pieces.list.count) *td_push(arena, &ahead) = 0;
        if (pieces.list.count) scan_sentence(&pieces, report, arena, ahead.items, moments);
    }
    lend_years(report, moments);
}
