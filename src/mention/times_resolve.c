/*
 * What a time means: days and a TIMEX3 value, given the day of publication
 * (which may be an interval, or unknown) and the time told of before.
 *
 * Everything is resolved against one day at a time. Where the anchor is an
 * interval both its ends are tried and the answer covers both: a value is only
 * as precise as the two agree.
 * Input: moments, report->published. Output: report->times.
 */

#include "mention/times.h"
#include "mention/times_calendar_days.h"

#define NARRATIVE_LEAST 3         /* explicit years that make a story of the past */
#define NARRATIVE_PER_NEWS 5      /* explicit years to each time told as news tells it */
#define OLD_STORY_DAYS 730        /* how far back a named year must lie for later dates to run on from it */
#define NARRATIVE_LEAST_UNDATED 5 /* the same when nobody knows when it was written */

typedef struct td_story {
    bool known;
    bool explicit_year;
    td_interval interval;
    enum td_granularity granularity;
    td_index sentence;
} td_story;

typedef struct td_resolver {
    const td_moment_array *moments;
    td_report *report;
    td_arena *arena;
    td_story story;
    bool narrative;
} td_resolver;

/* A history rather than news: most of its years lie well before publication, and few of its times are told as news
 * tells them. */
static bool is_narrative(const td_moment_array *moments, td_interval published) {
    uint32_t old = 0, all = 0, news = 0;
    bool dated = published.to != TD_DAY_UNKNOWN;
    int32_t year = dated ? td_day_to_date(published.to).year : 0;
    for (uint32_t n = 0; n < moments->count; n++) {
        const td_moment *moment = &moments->items[n];
        if (moment->weekday && !moment->month) news++;
        if (moment->base == TD_BASE_SPEECH) news++;
        if (moment->form != TD_MOMENT_CALENDAR || !moment->year) continue;
        all++;
        if (!dated || moment->year < year - 1) old++;
    }
    return old >= (dated ? NARRATIVE_LEAST : NARRATIVE_LEAST_UNDATED) && old * 2 > all &&
           old > NARRATIVE_PER_NEWS * news;
}

/* "October 9" soon behind "3 May 1994": told of the years just named, which lie well before publication. */
static bool runs_on(const td_resolver *resolver, const td_moment *moment) {
    const td_story *story = &resolver->story;
    td_day published = resolver->report->published.interval.from;
    if (!moment->month || !story->explicit_year || published == TD_DAY_UNKNOWN) return false;
    return story->sentence + 1 >= moment->sentence && story->interval.to < published - OLD_STORY_DAYS;
}

/* The interval whose days the moment is counted from, and whether that is the story's. */
static td_interval anchor_of(const td_resolver *resolver, const td_moment *moment, bool *story) {
    td_interval published = resolver->report->published.interval;
    *story = false;
    if (!resolver->story.known) return published;
    if (moment->base == TD_BASE_SPEECH) {
        /* a history's "last year" is the year before the one it tells of, but its "today" is the writer's */
        *story = resolver->narrative && moment->shift != 0 && !td_view_equal(moment->unit, TD_VIEW("D"));
    } else {
        *story = resolver->narrative || moment->base == TD_BASE_STORY || runs_on(resolver, moment);
    }
    return *story ? resolver->story.interval : published;
}

/* Both ends of the anchor tried; what agrees stays. */
static td_resolved resolve_against(const td_moment *moment, td_interval anchor, bool story) {
    if (anchor.from == TD_DAY_UNKNOWN && anchor.to == TD_DAY_UNKNOWN) return td_resolve_without_anchor(moment);
    /* "1939 ... In January": a story's year runs on from its start */
    if (story && moment->form == TD_MOMENT_CALENDAR && !moment->weekday && anchor.from != TD_DAY_UNKNOWN)
        anchor.to = anchor.from;
    td_resolved at_from = {0}, at_to = {0};
    if (anchor.from != TD_DAY_UNKNOWN) at_from = td_resolve_at(moment, anchor.from, story);
    if (anchor.to == anchor.from) return at_from;
    if (anchor.to != TD_DAY_UNKNOWN) at_to = td_resolve_at(moment, anchor.to, story);
    if (anchor.from == TD_DAY_UNKNOWN || anchor.to == TD_DAY_UNKNOWN) {
        td_resolved open = td_resolve_without_anchor(moment);
        if (anchor.from != TD_DAY_UNKNOWN) open.interval.from = at_from.interval.from;
        if (anchor.to != TD_DAY_UNKNOWN) open.interval.to = at_to.interval.to;
        return open;
    }
    return td_resolved_merge(moment, &at_from, &at_to);
}

/* The day that the sentence gives its quotation: "..., he said on Monday". */
static td_interval quotation_day(const td_resolver *resolver, uint32_t number, bool *found) {
    const td_moment *moment = &resolver->moments->items[number];
    td_interval published = resolver->report->published.interval;
    *found = false;
    for (int step = -1; step <= 1; step += 2) {
        for (int64_t k = (int64_t)number + step; k >= 0 && k < resolver->moments->count; k += step) {
            const td_moment *other = &resolver->moments->items[k];
            if (other->sentence != moment->sentence) break;
            bool day = other->form == TD_MOMENT_CALENDAR
                           ? other->day || other->weekday
                           : other->form == TD_MOMENT_UNIT && td_view_equal(other->unit, TD_VIEW("D"));
            if (other->quoted || !day || other->base == TD_BASE_STORY) continue;
            td_resolved resolved = resolve_against(other, published, false);
            *found = true;
            return resolved.interval;
        }
    }
    return published;
}

static void note_story(td_resolver *resolver, const td_moment *moment, const td_resolved *resolved) {
    bool day_known = resolved->interval.from != TD_DAY_UNKNOWN && resolved->interval.to != TD_DAY_UNKNOWN;
    if (!day_known || moment->quoted || !resolved->certain) return;
    if (moment->form != TD_MOMENT_CALENDAR && moment->form != TD_MOMENT_UNIT && moment->form != TD_MOMENT_OFFSET)
        return;
    if (moment->decade || moment->century) return;
    if (resolver->narrative && !moment->year && moment->base == TD_BASE_SPEECH)
        return; /* the writer's own day is not the story's */
    resolver->story = (td_story){.known = true,
                                 .explicit_year = moment->year != 0 ||
                                                  (resolver->story.explicit_year && moment->base != TD_BASE_SPEECH),
                                 .interval = resolved->whole,
                                 .granularity = resolved->granularity,
                                 .sentence = moment->sentence};
}

static void resolve_one(td_resolver *resolver, uint32_t number) {
    const td_moment *moment = &resolver->moments->items[number];
    td_time *time = td_push(resolver->arena, &resolver->report->times);
    time->span = moment->span;
    time->type = moment->type;
    time->interval = TD_INTERVAL_OPEN;
    time->anchor = TD_ANCHOR_ABSOLUTE;
    if (moment->mod) time->mod = td_view_of(moment->mod);
    if (moment->form == TD_MOMENT_FIXED) {
        if (moment->value.size) time->value = moment->value;
        td_view weekday = moment->value.size && moment->value.bytes[0] == 'X' ? moment->value : TD_VIEW("");
        if (moment->timed)
            time->value = td_arena_format(resolver->arena, "%.*sT%02d:%02d", TD_VIEW_ARGUMENTS(weekday),
                                          (int)moment->hour, (int)moment->minute);
        if (moment->type != TD_TIME_SET) time->anchor = TD_ANCHOR_DOCUMENT;
        return;
    }
    char value[TD_VALUE_SIZE];
    if (moment->form == TD_MOMENT_LENGTH) {
        td_length_value(moment, value);
        time->value = td_arena_copy(resolver->arena, td_view_of(value));
        return;
    }
    bool story = false, said = false;
    bool absolute = moment->form == TD_MOMENT_CALENDAR && (moment->year || moment->decade || moment->century);
    td_interval anchor = anchor_of(resolver, moment, &story);
    if (moment->quoted && !absolute && !story) anchor = quotation_day(resolver, number, &said);
    td_resolved resolved = absolute ? td_resolve_at(moment, 0, false) : resolve_against(moment, anchor, story);
    time->value = td_arena_copy(resolver->arena, td_view_of(resolved.value));
    time->interval = resolved.interval;
    if (!absolute)
        time->anchor = moment->quoted && !story ? TD_ANCHOR_QUOTATION : story ? TD_ANCHOR_PREVIOUS : TD_ANCHOR_DOCUMENT;
    note_story(resolver, moment, &resolved);
}

static bool names_only_month(const td_moment *moment) {
    return moment->form == TD_MOMENT_CALENDAR && moment->month && !moment->year && !moment->year_shifted &&
           moment->base == TD_BASE_NONE;
}

/* "from November to March": a span of months begins before it ends. */
static void order_spans(td_resolver *resolver, uint32_t first) {
    static const char *const links[] = {"to", "-", "\xE2\x80\x93", "until", "till", "through"};
    td_report *report = resolver->report;
    for (uint32_t i = 0; i + 1 < resolver->moments->count; i++) {
        const td_moment *a = &resolver->moments->items[i], *b = a + 1;
        td_time *from = &report->times.items[first + i], *to = from + 1;
        if (!names_only_month(a) || !names_only_month(b) || a->sentence != b->sentence || b->span.start < a->span.end)
            continue;
        td_view between = td_view_trim(td_view_slice(report->text, a->span.end, b->span.start));
        bool linked = false;
        for (size_t k = 0; k < sizeof links / sizeof *links; k++)
            linked = linked || td_view_equal(between, td_view_of(links[k]));
        bool known = from->interval.from != TD_DAY_UNKNOWN && to->interval.from != TD_DAY_UNKNOWN &&
                     from->interval.from > to->interval.from;
        if (!linked || !known) continue;
        td_moment earlier = *a;
        earlier.year = td_day_to_date(from->interval.from).year - 1;
        td_resolved resolved = td_resolve_at(&earlier, 0, false);
        from->value = td_arena_copy(resolver->arena, td_view_of(resolved.value));
        from->interval = resolved.interval;
    }
}

/* A history begins at the first year that it gives. */
static void begin_story(td_resolver *resolver) {
    for (uint32_t i = 0; i < resolver->moments->count; i++) {
        const td_moment *moment = &resolver->moments->items[i];
        if (moment->form != TD_MOMENT_CALENDAR || !moment->year) continue;
        td_resolved resolved = td_resolve_at(moment, 0, false);
        note_story(resolver, moment, &resolved);
        if (resolver->story.known) return;
    }
}

void td_moments_resolve(const td_moment_array *moments, td_report *report, td_arena *arena) {
    td_resolver resolver = {.moments = moments, .report = report, .arena = arena};
    resolver.narrative = is_narrative(moments, report->published.interval);
    if (resolver.narrative) begin_story(&resolver);
    uint32_t first = report->times.count;
    for (uint32_t i = 0; i < moments->count; i++) resolve_one(&resolver, i);
    order_spans(&resolver, first);
}
