/*
 * One event across the reports of a story.
 * Input: the events of its reports. Output: clusters, each link and each
 * refusal with its reason.
 *
 * The events that tell most come first and open clusters; each later one joins
 * the cluster that it agrees with best, or opens its own. It is held only
 * against clusters that share its word, frame or mode, a bounded number of
 * each, so the work grows with the number of events. An event that is refused
 * by a look-alike remembers why.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "resolve/event_clusters.h"

#define LINK_POINTS 1.0
#define MOST_COMPARED 32 /* clusters under one key */
#define MOST_REFUSALS 3  /* remembered by a cluster */
#define LOOK_ALIKE_POINTS 0.8

/* An event of the story at hand. */
typedef struct fact {
    td_event_profile profile;
    td_member member;
    uint32_t detail;
} fact;

/* Clusters under a key, first come first. */
typedef struct block_entry {
    uint32_t cluster, next; /* next: 1-based place in `entries`, 0: end */
} block_entry;

typedef struct linking {
    const td_comparison *comparison;
    td_event_cluster_array *clusters;
    td_index story;
    td_map first, last; /* key to 1-based place in `entries` */
    TD_ARRAY(block_entry) entries;
    TD_ARRAY(fact) facts;
    uint32_t searches;
} linking;

#define KEYS_OF_FACT 3

static void keys_of(const linking *work, const td_event_profile *profile, uint64_t keys[KEYS_OF_FACT]) {
    uint64_t base = td_hash_mix(td_hash_mix(6, work->story), (uint64_t)profile->type);
    keys[0] = profile->lemmas.count ? td_hash_mix(td_hash_mix(base, 1), profile->lemmas.keys[0]) : 0;
    keys[1] = profile->frames.count ? td_hash_mix(td_hash_mix(base, 2), profile->frames.keys[0]) : 0;
    keys[2] = profile->mode ? td_hash_mix(td_hash_mix(base, 3), profile->mode) : 0;
}

static void file_under(linking *work, uint64_t key, uint32_t cluster) {
    if (!key) return;
    *td_push(work->comparison->scratch, &work->entries) = (block_entry){cluster, 0};
    uint32_t place = work->entries.count;
    bool added;
    td_map_put(&work->first, key, place, &added);
    uint32_t *last = td_map_put(&work->last, key, place, NULL);
    if (!added) work->entries.items[*last - 1].next = place;
    *last = place;
}

static void file_cluster(linking *work, const td_event_profile *profile, uint32_t cluster) {
    uint64_t keys[KEYS_OF_FACT];
    keys_of(work, profile, keys);
    for (uint32_t at = 0; at < KEYS_OF_FACT; at++) file_under(work, keys[at], cluster);
}

/* The most telling refusals by look-alikes of the event at hand. */
typedef struct refusals {
    td_event_refusal items[MOST_REFUSALS];
    uint32_t count;
} refusals;

static void remember_refusal(const linking *work, refusals *kept, const fact *event, uint32_t other,
                             const td_event_comparison *found) {
    /* another kind of act, or history beside news, is no look-alike */
    enum td_agreement reason = found->reasons[0];
    bool telling = reason != TD_REFUSE_MODE && reason != TD_REFUSE_STANDING;
    if (!telling || found->points < LOOK_ALIKE_POINTS || kept->count == MOST_REFUSALS) return;
    td_view why = td_event_comparison_say(work->comparison, found, &event->profile,
                                          &work->clusters->items[other].profile, work->comparison->arena);
    kept->items[kept->count++] = (td_event_refusal){other, why};
}

/* The best cluster for an event, TD_NONE if none will do. */
static uint32_t find_cluster(linking *work, const fact *event, td_event_comparison *best, refusals *kept) {
    uint32_t chosen = TD_NONE, search = ++work->searches;
    uint64_t keys[KEYS_OF_FACT];
    keys_of(work, &event->profile, keys);
    for (uint32_t k = 0; k < KEYS_OF_FACT; k++) {
        const uint32_t *first = keys[k] ? td_map_get(&work->first, keys[k]) : NULL;
        uint32_t compared = 0;
        for (uint32_t at = first ? *first : 0; at && compared < MOST_COMPARED; at = work->entries.items[at - 1].next) {
            uint32_t other = work->entries.items[at - 1].cluster;
            td_event_cluster *cluster = &work->clusters->items[other];
            compared++;
            if (cluster->seen == search) continue;
            cluster->seen = search;
            td_event_comparison found = td_event_compare(work->comparison, &event->profile, &cluster->profile);
            if (found.refused) {
                remember_refusal(work, kept, event, other, &found);
            } else if (found.points >= LINK_POINTS && (chosen == TD_NONE || found.points > best->points)) {
                *best = found;
                chosen = other;
            }
        }
    }
    return chosen;
}

static void place_event(linking *work, const fact *event) {
    td_arena *arena = work->comparison->arena;
    td_event_comparison best = {0};
    refusals kept = {0};
    uint32_t chosen = find_cluster(work, event, &best, &kept);
    if (chosen != TD_NONE) {
        td_event_cluster *cluster = &work->clusters->items[chosen];
        *td_push(arena, &cluster->links) =
            td_event_comparison_say(work->comparison, &best, &event->profile, &cluster->profile, arena);
        *td_push(work->comparison->scratch, &cluster->members) = event->member;
        /* its own word, frame or mode may lead later ones here */
        file_cluster(work, &event->profile, chosen);
        td_event_profile_add(&cluster->profile, &event->profile);
        return;
    }
    uint32_t made = work->clusters->count;
    td_event_cluster *cluster = td_push(work->comparison->scratch, work->clusters);
    *cluster = (td_event_cluster){.profile = event->profile, .story = work->story, .merged_into = made};
    *td_push(work->comparison->scratch, &cluster->members) = event->member;
    for (uint32_t at = 0; at < kept.count; at++)
        *td_push(work->comparison->scratch, &cluster->refusals) = kept.items[at];
    file_cluster(work, &event->profile, made);
}

/* What tells most comes first; then the order of reports. */
static int compare_facts(const void *left, const void *right) {
    const fact *a = left, *b = right;
    if (a->detail != b->detail) return a->detail > b->detail ? -1 : 1;
    if (a->member.report != b->member.report) return a->member.report < b->member.report ? -1 : 1;
    return (a->member.event > b->member.event) - (a->member.event < b->member.event);
}

static void link_story(linking *work) {
    const td_comparison *comparison = work->comparison;
    const td_story *story = &comparison->record->stories.items[work->story];
    work->facts.count = 0;
    for (td_each(report, &story->reports)) {
        for (uint32_t at = 0; at < comparison->outlines[*report].events.count; at++) {
            fact *made = td_push(comparison->scratch, &work->facts);
            made->profile = td_event_profile_of(comparison, *report, at);
            made->member = (td_member){*report, at};
            made->detail = td_event_profile_detail(&made->profile);
        }
    }
    if (work->facts.count) qsort(work->facts.items, work->facts.count, sizeof *work->facts.items, compare_facts);
    for (td_each(event, &work->facts)) place_event(work, event);
}

void td_events_cluster(const td_comparison *comparison, td_event_cluster_array *clusters) {
    linking work = {.comparison = comparison, .clusters = clusters};
    td_map_init(&work.first, comparison->scratch);
    td_map_init(&work.last, comparison->scratch);
    for (work.story = 0; work.story < comparison->record->stories.count; work.story++) link_story(&work);
}

uint32_t td_event_cluster_standing(const td_event_cluster_array *clusters, uint32_t at) {
    while (clusters->items[at].merged_into != at) at = clusters->items[at].merged_into;
    return at;
}
