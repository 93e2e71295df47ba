#ifndef TD_MENTION_TIMES_H
#define TD_MENTION_TIMES_H

/*
 * Times in two steps, after HeidelTime (Strötgen and Gertz 2013): first what
 * the words say (a td_moment: "the Monday before", "27 February of some
 * year"), found sentence by sentence; then what that means given the day of
 * publication and the times told before.
 */

#include "base/array.h"
#include "lexicon/actors.h"
#include "mention/pieces.h"

enum td_moment_form {
    TD_MOMENT_CALENDAR, /* a year, month, day, weekday, season ..., with parts missing */
    TD_MOMENT_OFFSET,   /* so many units before or after the base */
    TD_MOMENT_UNIT,     /* the unit that holds the base, or a neighbour of it: "last year" */
    TD_MOMENT_LENGTH,   /* a duration */
    TD_MOMENT_FIXED,    /* `value` says it all: sets, PRESENT_REF */
};

enum td_moment_base {
    TD_BASE_NONE,
    TD_BASE_SPEECH, /* the day on which it is said: publication or quotation */
    TD_BASE_STORY,  /* the time told of just before */
};

/* So many of a unit. */
typedef struct td_unit_amount {
    double amount;
    td_view unit;
} td_unit_amount;
#define TD_MOMENT_MORE 2 /* units of a length behind its first: "2 years 1 month 21 days" */

#define TD_PART_LAST (-1)

typedef struct td_moment {
    td_span span;
    td_index sentence;
    enum td_moment_form form;
    enum td_moment_base base;
    enum td_time_type type;
    int32_t year, month, day, weekday, quarter; /* 0: not said */
    int32_t decade;                             /* its first year, 0 none */
    int32_t century;                            /* its number, 0 none */
    int32_t hour, minute;                       /* hour -1: not said */
    bool timed;                                 /* hour and minute count */
    bool just_past;                      /* of a unit that holds the base: the one before where that has not begun */
    bool fiscal;                         /* of a year that does not begin in January */
    bool nearest;                        /* of a weekday: "this past Friday", also where that is a day away */
    bool year_shifted;                   /* the year is `shift` from the base's: "September last year" */
    int32_t shift;                       /* units from the base */
    double amount;                       /* of a length or offset; 0 with `vague` */
    bool vague;                          /* "several", "a few", bare plurals */
    td_view unit;                        /* D, W, M, Q, Y, DE, CE, WE, F, H, m, S */
    td_unit_amount more[TD_MOMENT_MORE]; /* further units of a length, added to the first */
    uint32_t more_count;
    td_view part_unit; /* "the last three weeks of ...": W, 3; absent where the whole is meant */
    double part_amount;
    int32_t part_number;  /* "the third month of ...": 3; TD_PART_LAST; 0 where they are counted from an end (mod) */
    td_view season, part; /* SP SU FA WI; MO AF EV NI MD MN */
    td_view value;        /* of TD_MOMENT_FIXED */
    const char *mod;      /* TIMEX3 MOD of static life, or NULL */
    int8_t tense;         /* -1 told as past, 1 as to come, 0 not known */
    bool quoted;
    bool body;
} td_moment;
typedef TD_ARRAY(td_moment) td_moment_array;

/* A grammar rule: how many pieces from `i` it takes (0: not there), with `moment` filled. */
typedef uint32_t (*td_moment_rule)(const td_pieces *pieces, int64_t i, td_moment *moment);

/* Dates by calendar (times_calendar.c), times by the clock (times_clock.c). */
uint32_t td_moment_read_calendar(const td_pieces *pieces, int64_t i, td_moment *moment);
uint32_t td_moment_read_clock(const td_pieces *pieces, int64_t i, td_moment *moment);
/* A year as a number or '89; `bare` asks for a context that tells it from a count. */
uint32_t td_moment_read_year(const td_pieces *pieces, int64_t i, bool bare, int32_t *year);
/* "15th", "twenty-third": up to 31. */
uint32_t td_ordinal_read(const td_pieces *pieces, int64_t i, int32_t *number);
/* "Mondays fighting": one day, whose apostrophe was lost on the way, rather than every Monday. */
bool td_weekday_lost_apostrophe(const td_pieces *pieces, int64_t i);
/* Relative times, durations, sets (times_relative.c). */
uint32_t td_moment_read_relative(const td_pieces *pieces, int64_t i, td_moment *moment);
/* "the day", "the year" as what is being told of: sound only behind "earlier in", "the end of". */
uint32_t td_moment_read_the_unit(const td_pieces *pieces, int64_t i, td_moment *moment);
/* Durations and what is counted from them (times_length.c). */
uint32_t td_moment_read_length(const td_pieces *pieces, int64_t i, td_moment *moment);

/* Every moment of the report in text order (times_scan.c). */
void td_moments_scan(const td_units *units, const td_report *report, td_arena *arena, td_moment_array *moments);
/* Resolve moments against report->published and one another into report->times (times_resolve.c). */
void td_moments_resolve(const td_moment_array *moments, td_report *report, td_arena *arena);
/* When publication is unknown: bound it by what the text says (publication.c). `actors` may be NULL. */
void td_publication_infer(const td_moment_array *moments, const td_actors *actors, td_report *report, td_arena *arena);
/* The whole step with the tables it needs; `actors` may be NULL. */
void td_times_read(const td_units *units, const td_actors *actors, td_report *report, td_arena *arena);

#endif
