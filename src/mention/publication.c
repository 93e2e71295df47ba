/*
 * When a report was published, where nobody says: an interval that its own
 * words support, with the words as evidence. It is left open on the side that
 * nothing bounds, and whole evidence is dropped rather than let two pieces of
 * it contradict each other.
 *
 * - A day that it prints at its head is the day.
 * - What is told as past, with its year, had happened: publication is no earlier.
 * - Who is named in an office held it: publication lies in those days.
 * - What is told as still to come, with its year, had not ended: no later.
 * Input: moments, entities and mentions. Output: report->published.
 */

#include "mention/publication_head.h"
#include "mention/times_calendar_days.h"

#define LONGEST_BETWEEN 40 /* bytes between a role and the name that holds it */

typedef struct td_bound_evidence {
    td_interval bound;
    td_span span;
    td_view says;
} td_bound_evidence;

static void add_evidence(td_report *report, td_arena *arena, const td_bound_evidence *evidence) {
    td_publication_evidence *entry = td_push(arena, &report->published.evidence);
    entry->span = evidence->span;
    entry->says = evidence->says;
    report->published.interval = td_interval_intersect(report->published.interval, evidence->bound);
    report->published.origin = TD_PUBLISHED_INFERRED;
}

/* A time with its year, told as past: the latest bounds publication from below; as to come: the earliest from above. */
static bool bound_of_moment(const td_moment *moment, td_day *day) {
    if (moment->form != TD_MOMENT_CALENDAR || !moment->year || !moment->body || moment->decade || moment->century)
        return false;
    td_interval days = td_moment_days(moment, moment->year);
    *day = moment->tense > 0 ? days.to : days.from;
    return moment->tense != 0;
}

static void bound_by_years(const td_moment_array *moments, td_report *report, td_arena *arena) {
    const td_moment *latest = NULL, *earliest = NULL;
    td_day from = TD_DAY_UNKNOWN, to = TD_DAY_UNKNOWN, day;
    for (uint32_t n = 0; n < moments->count; n++) {
        const td_moment *moment = &moments->items[n];
        if (!bound_of_moment(moment, &day)) continue;
        if (moment->tense < 0 && (!latest || day > from)) latest = moment, from = day;
        if (moment->tense > 0 && !moment->quoted && (!earliest || day < to)) earliest = moment, to = day;
    }
    if (latest) {
        td_bound_evidence evidence = {
            {from, TD_DAY_UNKNOWN}, latest->span, TD_VIEW("tells this as past, so it was published no earlier")};
        add_evidence(report, arena, &evidence);
    }
    if (earliest && (!latest || from <= to)) {
        td_bound_evidence evidence = {
            {TD_DAY_UNKNOWN, to}, earliest->span, TD_VIEW("tells this as still to come, so it was published no later")};
        add_evidence(report, arena, &evidence);
    }
}

/* The mention of `entity` first in the text whose sentence names the role just before or after it. */
static bool role_named(const td_report *report, td_index entity, td_view role, td_span *span) {
    for (uint32_t n = 0; n < report->mentions.count; n++) {
        const td_mention *mention = &report->mentions.items[n];
        if (mention->entity != entity || mention->form != TD_FORM_NAME) continue;
        uint32_t start = mention->span.start > LONGEST_BETWEEN ? mention->span.start - LONGEST_BETWEEN : 0;
        td_view before = td_view_slice(report->text, start, mention->span.start);
        if (role.size == 0 || role.size > before.size) continue;
        for (size_t i = 0; i + role.size <= before.size; i++) {
            if (!td_view_equal_ascii_fold(td_view_slice(before, i, i + role.size), role)) continue;
            bool former = td_view_find(before, TD_VIEW("ormer"), 0) != SIZE_MAX ||
                          td_view_find(before, TD_VIEW("ex-"), 0) != SIZE_MAX;
            if (former) break;
            *span = (td_span){start + (uint32_t)i, mention->span.end};
            return true;
        }
    }
    return false;
}

/*
 * The days on which `actor` held an office that the text gives to it; several
 * terms of one office make one interval, because the words do not say which.
 */
static bool days_in_office(const td_actors *actors, uint32_t actor, const td_report *report, td_index entity,
                           td_interval *held, td_span *span) {
    bool found = false;
    for (uint32_t n = 0; n < td_actors_office_count(actors); n++) {
        td_office office = td_actors_office(actors, n);
        td_span named;
        if (office.actor != actor || !td_interval_known(office.held) ||
            !role_named(report, entity, office.role, &named))
            continue;
        *held = found ? td_interval_cover(*held, office.held) : office.held;
        *span = named;
        found = true;
    }
    return found;
}

static void bound_by_offices(const td_actors *actors, td_report *report, td_arena *arena) {
    for (td_index e = 0; e < report->entities.count; e++) {
        const td_entity *entity = &report->entities.items[e];
        uint32_t actor;
        td_interval held;
        td_span span;
        if (!td_view_present(entity->knowledge) || !td_actors_find(actors, entity->knowledge, &actor)) continue;
        if (!days_in_office(actors, actor, report, e, &held, &span)) continue;
        if (!td_interval_known(held) || !td_interval_overlaps(report->published.interval, held)) continue;
        char from[11] = "", to[11] = "";
        if (held.from != TD_DAY_UNKNOWN) td_day_format(held.from, from);
        if (held.to != TD_DAY_UNKNOWN) td_day_format(held.to, to);
        td_view says =
            td_arena_format(arena, "%.*s held this office %s..%s", TD_VIEW_ARGUMENTS(entity->name), from, to);
        add_evidence(report, arena, &(td_bound_evidence){held, span, says});
    }
}

/* "Monday, March 14": the one year of a bounded interval in which that day is that weekday. */
static void bound_by_weekday(const td_moment_array *moments, td_report *report, td_arena *arena) {
    td_interval known = report->published.interval;
    if (known.from == TD_DAY_UNKNOWN || known.to == TD_DAY_UNKNOWN) return;
    int32_t first = td_day_to_date(known.from).year, last = td_day_to_date(known.to).year;
    for (uint32_t n = 0; n < moments->count; n++) {
        const td_moment *moment = &moments->items[n];
        if (!moment->weekday || !moment->month || !moment->day || moment->year || moment->tense > 0) continue;
        int32_t found = 0, count = 0;
        for (int32_t year = first; year <= last; year++) {
            td_day day = td_moment_days(moment, year).from;
            if (td_day_weekday(day) == moment->weekday && day <= known.to) found = year, count++;
        }
        if (count != 1) continue;
        td_day day = td_moment_days(moment, found).from;
        td_bound_evidence evidence = {{day, TD_DAY_UNKNOWN},
                                      moment->span,
                                      TD_VIEW("the only year in question in which this day has this weekday")};
        if (td_interval_overlaps(report->published.interval, evidence.bound)) add_evidence(report, arena, &evidence);
        return;
    }
}

void td_publication_infer(const td_moment_array *moments, const td_actors *actors, td_report *report, td_arena *arena) {
    td_day head;
    td_span head_span;
    if (td_publication_head(moments, report, &head, &head_span)) {
        td_bound_evidence evidence = {td_interval_day(head), head_span, TD_VIEW("the day that stands at the report's head")};
        add_evidence(report, arena, &evidence);
        return;
    }
    bound_by_years(moments, report, arena);
    if (actors) bound_by_offices(actors, report, arena);
    bound_by_weekday(moments, report, arena);
}
