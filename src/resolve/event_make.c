/*
 * Events of the record.
 * Input: clusters of events. Output: record->events with their members,
 * modality history, participants, days, independent origins and look-alikes;
 * and for each event of each report the event of the record that it belongs to.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "resolve/event_clusters.h"
#include "resolve/event_titles.h"

#define MOST_PARTICIPANTS 24
#define MOST_HISTORY 64
#define MOST_LOOK_ALIKES 12 /* that one event is told apart from */

typedef struct making {
    td_comparison *comparison;
    td_event_cluster_array clusters;
    uint32_t *position; /* of each standing cluster, in record->events */
} making;

static const td_outline_event *event_at(const td_comparison *comparison, const td_member *member) {
    return &comparison->outlines[member->report].events.items[member->event];
}

/* A member with the reason for its link; absent for the one that opened the cluster. */
typedef struct linked_member {
    td_member member;
    td_view link;
} linked_member;

static int compare_members(const void *left, const void *right) {
    const linked_member *a = left, *b = right;
    if (a->member.report != b->member.report) return a->member.report < b->member.report ? -1 : 1;
    return (a->member.event > b->member.event) - (a->member.event < b->member.event);
}

/* Members in the order of reports, and with each but the first the reason that it is the same event. */
static void add_members(const td_comparison *comparison, td_event_cluster *cluster, td_record_event *made) {
    uint32_t count = cluster->members.count;
    linked_member *members = TD_NEW_ARRAY(comparison->scratch, count, linked_member);
    for (uint32_t at = 0; at < count; at++)
        members[at] = (linked_member){cluster->members.items[at], at ? cluster->links.items[at - 1] : TD_VIEW_ABSENT};
    qsort(members, count, sizeof *members, compare_members);
    /* the reason between the opener and another holds either way round */
    td_view first = members[0].link;
    for (uint32_t at = 0; at < count; at++) {
        td_member member = members[at].member;
        cluster->members.items[at] = member;
        member.event = event_at(comparison, &member)->index;
        *td_push(comparison->arena, &made->members) = member;
        if (at)
            *td_push(comparison->arena, &made->links) = td_view_present(members[at].link) ? members[at].link : first;
    }
}

static void add_participants(const td_comparison *comparison, td_record_event *made, td_view role,
                             const td_key_set *set) {
    for (uint32_t at = 0; at < set->count && made->participants.count < MOST_PARTICIPANTS; at++)
        *td_push(comparison->arena, &made->participants) = (td_participant){role, set->keys[at]};
}

static bool same_claim(const td_comparison *comparison, const td_modality_claim *claim, const td_outline_event *event,
                       td_index report) {
    const td_index *origins = comparison->record->origins.items;
    return claim->modality == (enum td_modality)event->modality && claim->negated == event->negated &&
           origins[claim->evidence.report] == origins[report];
}

static int compare_claims(const void *left, const void *right) {
    const td_modality_claim *a = left, *b = right;
    bool a_open = a->published.from == TD_DAY_UNKNOWN, b_open = b->published.from == TD_DAY_UNKNOWN;
    if (a_open != b_open) return a_open ? 1 : -1;
    if (a->published.from != b->published.from) return a->published.from < b->published.from ? -1 : 1;
    if (a->evidence.report != b->evidence.report) return a->evidence.report < b->evidence.report ? -1 : 1;
    return (a->evidence.span.start > b->evidence.span.start) - (a->evidence.span.start < b->evidence.span.start);
}

/* Each modality that an origin gives the event, once; the firmest that is not negated stands. */
static void add_history(const td_comparison *comparison, const td_event_cluster *cluster, td_record_event *made) {
    for (td_each(member, &cluster->members)) {
        const td_outline_event *event = event_at(comparison, member);
        bool told = false;
        for (td_each(claim, &made->history)) told = told || same_claim(comparison, claim, event, member->report);
        if (told || made->history.count == MOST_HISTORY) continue;
        td_span span = td_span_present(event->clause) ? event->clause : event->trigger;
        *td_push(comparison->arena, &made->history) =
            (td_modality_claim){(enum td_modality)event->modality,
                                event->negated,
                                comparison->outlines[member->report].published,
                                {member->report, span}};
    }
    qsort(made->history.items, made->history.count, sizeof *made->history.items, compare_claims);
    const td_modality_claim *firmest = &made->history.items[0];
    for (td_each(claim, &made->history)) {
        bool firmer = td_modality_rank(claim->modality) > td_modality_rank(firmest->modality);
        if (claim->negated == firmest->negated ? firmer : firmest->negated) firmest = claim;
    }
    made->modality = firmest->modality;
    made->negated = firmest->negated;
}

/* The days that members name; else those that the first published member allows; else open. */
static td_interval days_of(const td_comparison *comparison, const td_event_cluster *cluster) {
    if (td_interval_known(cluster->profile.hard)) return cluster->profile.hard;
    if (td_interval_known(cluster->profile.dated)) return cluster->profile.dated;
    for (td_each(member, &cluster->members)) {
        td_interval interval = event_at(comparison, member)->interval;
        if (td_interval_known(interval)) return interval;
    }
    return TD_INTERVAL_OPEN;
}

static uint32_t count_origins(const td_comparison *comparison, const td_event_cluster *cluster) {
    if (cluster->members.count == 1) return 1;
    const td_index *origins = comparison->record->origins.items;
    td_map seen;
    td_map_init(&seen, comparison->scratch);
    for (td_each(member, &cluster->members)) td_map_put(&seen, origins[member->report], 1, NULL);
    return seen.count;
}

static td_view event_id(const td_comparison *comparison, const td_event_cluster *cluster) {
    uint64_t hash = 7;
    for (td_each(member, &cluster->members)) {
        hash = td_hash_mix(hash, td_hash(comparison->outlines[member->report].report));
        hash = td_hash_mix(hash, event_at(comparison, member)->index);
    }
    char hex[17];
    td_hash_hex(hash, hex);
    return td_arena_format(comparison->arena, "v%s", hex);
}

static void copy_labels(const td_comparison *comparison, const td_event_cluster *cluster, td_record_event *made) {
    for (td_each(member, &cluster->members)) {
        const td_outline *outline = &comparison->outlines[member->report];
        const td_outline_event *event = event_at(comparison, member);
        if (!td_view_present(made->mode) && event->mode.size)
            made->mode = td_arena_copy(comparison->arena, td_outline_view(outline, event->mode));
        if (!td_view_present(made->cameo) && event->cameo.size)
            made->cameo = td_arena_copy(comparison->arena, td_outline_view(outline, event->cameo));
        made->ledgers |= event->ledgers;
    }
}

static void make_event(const td_comparison *comparison, td_event_cluster *cluster, td_record_event *made) {
    const td_event_profile *profile = &cluster->profile;
    add_members(comparison, cluster, made);
    made->id = event_id(comparison, cluster);
    made->type = profile->type;
    copy_labels(comparison, cluster, made);
    made->title = td_event_title(comparison, cluster);
    made->interval = days_of(comparison, cluster);
    made->place = profile->places.count ? profile->places.keys[0] : profile->ends.count ? profile->ends.keys[0] : 0;
    add_participants(comparison, made, TD_VIEW("actor"), &profile->actors);
    add_participants(comparison, made, TD_VIEW("target"), &profile->targets);
    add_participants(comparison, made, TD_VIEW("object"), &profile->objects);
    add_history(comparison, cluster, made);
    made->background = profile->background;
    made->origins = count_origins(comparison, cluster);
    made->story = cluster->story;
}

/* An event and its cluster, until the order of events is known. */
typedef struct made_event {
    td_record_event event;
    uint32_t cluster;
} made_event;

/* By first day, open ones last, then identifier. */
static int compare_events(const void *left, const void *right) {
    const td_record_event *a = &((const made_event *)left)->event, *b = &((const made_event *)right)->event;
    bool a_open = a->interval.from == TD_DAY_UNKNOWN, b_open = b->interval.from == TD_DAY_UNKNOWN;
    if (a_open != b_open) return a_open ? 1 : -1;
    if (a->interval.from != b->interval.from) return a->interval.from < b->interval.from ? -1 : 1;
    return td_view_compare(a->id, b->id);
}

static void refuse_once(const td_comparison *comparison, td_record_event *event, td_index other, td_view why) {
    for (td_each(refusal, &event->not_same_as))
        if (refusal->event == other) return;
    if (event->not_same_as.count == MOST_LOOK_ALIKES) return;
    *td_push(comparison->arena, &event->not_same_as) = (td_refusal){other, why};
}

static void add_refusals(const making *work) {
    td_record *record = work->comparison->record;
    for (uint32_t at = 0; at < work->clusters.count; at++) {
        const td_event_cluster *cluster = &work->clusters.items[at];
        if (cluster->merged_into != at) continue;
        td_index here = work->position[at];
        for (td_each(refusal, &cluster->refusals)) {
            td_index there = work->position[td_event_cluster_standing(&work->clusters, refusal->other)];
            if (there == here) continue;
            refuse_once(work->comparison, &record->events.items[here], there, refusal->why);
            refuse_once(work->comparison, &record->events.items[there], here, refusal->why);
        }
    }
}

static void remember_events(const making *work) {
    td_comparison *comparison = work->comparison;
    comparison->event_of = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index *);
    for (td_index at = 0; at < comparison->count; at++)
        comparison->event_of[at] = TD_NEW_ARRAY(comparison->scratch, comparison->outlines[at].events.count, td_index);
    for (uint32_t at = 0; at < work->clusters.count; at++) {
        const td_event_cluster *cluster = &work->clusters.items[at];
        if (cluster->merged_into != at) continue;
        for (td_each(member, &cluster->members))
            comparison->event_of[member->report][member->event] = work->position[at];
    }
}

void td_compare_events(td_comparison *comparison) {
    making work = {.comparison = comparison};
    td_events_cluster(comparison, &work.clusters);
    td_events_join_stories(comparison, &work.clusters);

    TD_ARRAY(made_event) made = {0};
    for (uint32_t at = 0; at < work.clusters.count; at++) {
        if (work.clusters.items[at].merged_into != at) continue;
        made_event *one = td_push(comparison->scratch, &made);
        one->cluster = at;
        make_event(comparison, &work.clusters.items[at], &one->event);
    }
    if (made.count) qsort(made.items, made.count, sizeof *made.items, compare_events);

    work.position = TD_NEW_ARRAY(comparison->scratch, work.clusters.count, uint32_t);
    for (uint32_t at = 0; at < made.count; at++) {
        *td_push(comparison->arena, &comparison->record->events) = made.items[at].event;
        work.position[made.items[at].cluster] = at;
    }
    add_refusals(&work);
    remember_events(&work);
}
