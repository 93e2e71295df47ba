/*
 * Events beyond their stories.
 * Input: clusters of events, each of one story. Output: clusters of two
 * stories are one where the day, the act and who or where agree (the truce
 * that both recall); and look-alikes, the same act of the same side at another
 * time or in another story, are told apart with the reason.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "resolve/event_clusters.h"

#define JOIN_POINTS 2.2 /* the word, the day, and an actor or a place */
#define JOIN_COMPARED 8 /* later clusters of the same act and day */
#define LOOK_ALIKES 2   /* later clusters of the same act and side */
#define MOST_REFUSALS 4
#define TITLE_BYTES 72
#define NARROW_DAYS 31 /* in which what is told belongs to one time */

typedef struct entry {
    uint64_t key;
    td_day day; /* TD_DAY_UNKNOWN if none */
    uint32_t cluster;
} entry;
typedef TD_ARRAY(entry) entry_array;

static int compare_entries(const void *left, const void *right) {
    const entry *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

static uint64_t act_of(const td_event_profile *profile) {
    uint64_t act = profile->mode ? profile->mode : profile->lemmas.count ? profile->lemmas.keys[0] : 0;
    return act ? td_hash_mix((uint64_t)profile->type, act) : 0;
}

/* The side that acts: its country, or else the entity. */
static uint64_t side_of(const td_comparison *comparison, const td_event_profile *profile) {
    if (!profile->actors.count) return 0;
    const td_store_entity *actor = td_comparison_entity_of(comparison, profile->actors.keys[0]);
    if (actor && actor->country[0]) return td_hash((td_view){actor->country, 2});
    return profile->actors.keys[0];
}

static void sort_entries(entry_array *entries) {
    if (entries->count) qsort(entries->items, entries->count, sizeof *entries->items, compare_entries);
}

static void join(const td_comparison *comparison, td_event_cluster_array *clusters, uint32_t kept, uint32_t gone,
                 const td_event_comparison *found) {
    td_event_cluster *into = &clusters->items[kept], *from = &clusters->items[gone];
    td_view why = td_event_comparison_say(comparison, found, &into->profile, &from->profile, comparison->arena);
    *td_push(comparison->arena, &into->links) = why;
    for (td_each(link, &from->links)) *td_push(comparison->arena, &into->links) = *link;
    for (td_each(member, &from->members)) *td_push(comparison->scratch, &into->members) = *member;
    for (td_each(refusal, &from->refusals)) *td_push(comparison->scratch, &into->refusals) = *refusal;
    td_event_profile_add(&into->profile, &from->profile);
    from->merged_into = kept;
}

static void join_same_days(const td_comparison *comparison, td_event_cluster_array *clusters) {
    entry_array entries = {0};
    for (uint32_t at = 0; at < clusters->count; at++) {
        const td_event_profile *profile = &clusters->items[at].profile;
        uint64_t act = act_of(profile);
        if (act && td_interval_exact(profile->hard))
            *td_push(comparison->scratch, &entries) = (entry){act, profile->hard.from, at};
    }
    sort_entries(&entries);
    for (uint32_t at = 0; at < entries.count; at++) {
        for (uint32_t next = at + 1; next < entries.count && next - at <= JOIN_COMPARED; next++) {
            if (entries.items[next].key != entries.items[at].key || entries.items[next].day != entries.items[at].day)
                break;
            uint32_t a = td_event_cluster_standing(clusters, entries.items[at].cluster);
            uint32_t b = td_event_cluster_standing(clusters, entries.items[next].cluster);
            if (a == b || clusters->items[a].story == clusters->items[b].story) continue;
            td_event_comparison found =
                td_event_compare(comparison, &clusters->items[a].profile, &clusters->items[b].profile);
            if (!found.refused && found.points >= JOIN_POINTS)
                join(comparison, clusters, a < b ? a : b, a < b ? b : a, &found);
        }
    }
}

/* The beginning of a title, cut at a word. */
static td_view shorten(td_view title) {
    if (title.size <= TITLE_BYTES) return title;
    size_t size = TITLE_BYTES;
    while (size > 0 && title.bytes[size] != ' ') size--;
    return td_view_slice(title, 0, size ? size : TITLE_BYTES);
}

static td_view say_two_stories(const td_comparison *comparison, td_index a, td_index b) {
    td_view one = shorten(comparison->record->stories.items[a].title);
    td_view other = shorten(comparison->record->stories.items[b].title);
    return td_arena_format(comparison->arena,
                           "Told by two stories that have few names, places and days in common: \"%.*s\" and \"%.*s\".",
                           TD_VIEW_ARGUMENTS(one), TD_VIEW_ARGUMENTS(other));
}

static bool is_narrow(td_interval interval) {
    return interval.from != TD_DAY_UNKNOWN && interval.to != TD_DAY_UNKNOWN &&
           interval.to - interval.from <= NARROW_DAYS;
}

/* Two that name no days of their own, in reports of days far apart. */
static td_view say_two_times(const td_comparison *comparison, td_interval a, td_interval b) {
    char days[2][11];
    td_day_format(a.from < b.from ? a.from : b.from, days[0]);
    td_day_format(a.from < b.from ? b.from : a.from, days[1]);
    return td_arena_format(comparison->arena,
                           "Two events: one is told from %s on, the other from %s on, %d days apart.", days[0], days[1],
                           (int)td_interval_gap(a, b));
}

static td_view say_why_two(const td_comparison *comparison, const td_event_comparison *found,
                           const td_event_cluster *one, const td_event_cluster *other) {
    td_interval a = one->profile.told, b = other->profile.told;
    if (found->refused)
        return td_event_comparison_say(comparison, found, &one->profile, &other->profile, comparison->arena);
    if (is_narrow(a) && is_narrow(b) && td_interval_gap(a, b) > NARROW_DAYS) return say_two_times(comparison, a, b);
    return say_two_stories(comparison, one->story, other->story);
}

static void tell_apart(const td_comparison *comparison, td_event_cluster_array *clusters, uint32_t a, uint32_t b) {
    td_event_cluster *one = &clusters->items[a];
    const td_event_cluster *other = &clusters->items[b];
    if (one->refusals.count >= MOST_REFUSALS) return;
    for (td_each(refusal, &one->refusals))
        if (td_event_cluster_standing(clusters, refusal->other) == b) return;
    td_event_comparison found = td_event_compare(comparison, &one->profile, &other->profile);
    if (!found.refused && one->story == other->story) return;
    td_view why = say_why_two(comparison, &found, one, other);
    *td_push(comparison->scratch, &one->refusals) = (td_event_refusal){b, why};
}

static void tell_look_alikes_apart(const td_comparison *comparison, td_event_cluster_array *clusters) {
    entry_array entries = {0};
    for (uint32_t at = 0; at < clusters->count; at++) {
        const td_event_cluster *cluster = &clusters->items[at];
        uint64_t act = act_of(&cluster->profile), side = side_of(comparison, &cluster->profile);
        if (cluster->merged_into != at || cluster->profile.background || !act || !side) continue;
        td_day day =
            td_interval_known(cluster->profile.hard) ? cluster->profile.hard.from : cluster->profile.dated.from;
        *td_push(comparison->scratch, &entries) = (entry){td_hash_mix(act, side), day, at};
    }
    sort_entries(&entries);
    for (uint32_t at = 0; at < entries.count; at++) {
        for (uint32_t next = at + 1; next < entries.count && next - at <= LOOK_ALIKES; next++) {
            if (entries.items[next].key != entries.items[at].key) break;
            tell_apart(comparison, clusters, entries.items[at].cluster, entries.items[next].cluster);
        }
    }
}

void td_events_join_stories(const td_comparison *comparison, td_event_cluster_array *clusters) {
    join_same_days(comparison, clusters);
    tell_look_alikes_apart(comparison, clusters);
}
