/*
 * One happening across the reports of a story.
 * Input: stories, their happenings and coded events. Output: the happenings that tell of a coded event, as its
 * mentions; and record->happenings, those told more than once.
 *
 * Within a story two happenings are one where they are named alike and nothing speaks against it: other days or places,
 * or other actors without anything else that agrees. A word that many stories use ("said", "made") names nothing by
 * itself: there an actor, a place or a day must agree. Same head word within one story is the measure that systems of
 * cross-document coreference are held against (Cybulska and Vossen 2014); what the arguments rule out is what it lacks.
 */

#include "base/hash.h"
#include "base/map.h"
#include "resolve/entity_facts.h"
#include "resolve/event_profile.h"

#define RARE_ENOUGH 1.0  /* rarity from which a word tells of one thing within its story */
#define MOST_COMPARED 16 /* clusters of one act in one story */
#define MOST_HISTORY 8
#define DAYS_APART 1 /* told of the day itself or the next */

/* Mentions that are one happening, or the coded event that they tell of. */
typedef struct cluster {
    td_key_set actors, targets, places;
    td_interval dated;
    td_index event; /* in record->events, TD_NONE if none */
    td_index story;
    TD_ARRAY(td_member) mentions; /* `event` counts the outline's happenings */
    uint32_t next;                /* 1-based, of the same act and story; 0: end */
} cluster;

typedef struct gathering {
    td_comparison *comparison;
    TD_ARRAY(cluster) clusters;
    td_map first; /* act and story to 1-based place in `clusters` */
    td_index story;
} gathering;

static const td_outline_happening *happening_at(const td_comparison *comparison, const td_member *mention) {
    return &comparison->outlines[mention->report].happenings.items[mention->event];
}

/* --- do they agree? ------------------------------------------------------------ */

static bool places_apart(const td_comparison *comparison, const td_key_set *places, uint64_t place) {
    for (uint32_t at = 0; at < places->count; at++)
        if (td_places_compare(comparison, places->keys[at], place) != TD_PLACES_APART) return false;
    return places->count > 0;
}

static bool days_apart(td_interval a, td_interval b) {
    return td_interval_known(a) && td_interval_known(b) && td_interval_gap(a, b) > DAYS_APART;
}

/* How well a happening fits a cluster: below 0 not at all, else how many more things agree than stand against it. */
static int agreement(const td_comparison *comparison, const cluster *held, const td_outline_happening *happening) {
    uint64_t actor = td_comparison_entity(comparison, happening->actor);
    uint64_t target = td_comparison_entity(comparison, happening->target);
    uint64_t place = td_comparison_entity(comparison, happening->place);
    int points = 0;
    if (happening->dated && days_apart(held->dated, happening->interval)) return -1;
    if (happening->dated && td_interval_known(held->dated)) points++;
    if (place && td_key_set_has(&held->places, place))
        points++;
    else if (place && places_apart(comparison, &held->places, place))
        return -1;
    bool crossed = td_key_set_has(&held->targets, actor) || td_key_set_has(&held->actors, target);
    if (actor && td_key_set_has(&held->actors, actor))
        points++;
    else if (actor && held->actors.count && !crossed)
        points--;
    if (target && td_key_set_has(&held->targets, target))
        points++;
    else if (target && held->targets.count && !crossed)
        points--;
    return points;
}

/* --- clusters -------------------------------------------------------------------- */

static uint64_t block_of(const gathering *work, uint64_t act) {
    return td_hash_mix(td_hash_mix(8, work->story), act);
}

static cluster *open_cluster(gathering *work, uint64_t act) {
    td_arena *scratch = work->comparison->scratch;
    cluster *made = td_push(scratch, &work->clusters);
    *made = (cluster){.dated = TD_INTERVAL_OPEN, .event = TD_NONE, .story = work->story};
    bool added;
    uint32_t *first = td_map_put(&work->first, block_of(work, act), work->clusters.count, &added);
    if (!added) {
        made->next = *first;
        *first = work->clusters.count;
    }
    return made;
}

static void take_in(const td_comparison *comparison, cluster *into, const td_outline_happening *happening,
                    td_member mention) {
    td_key_set_add(&into->actors, td_comparison_entity(comparison, happening->actor));
    td_key_set_add(&into->targets, td_comparison_entity(comparison, happening->target));
    td_key_set_add(&into->places, td_comparison_entity(comparison, happening->place));
    if (happening->dated && !td_interval_known(into->dated)) into->dated = happening->interval;
    *td_push(comparison->scratch, &into->mentions) = mention;
}

static void place_happening(gathering *work, td_member mention) {
    const td_comparison *comparison = work->comparison;
    const td_outline_happening *happening = happening_at(comparison, &mention);
    int least = td_comparison_rarity(comparison, happening->lemma) < RARE_ENOUGH ? 1 : 0, best = -1;
    const uint32_t *first = td_map_get(&work->first, block_of(work, happening->act));
    uint32_t chosen = 0, compared = 0;
    for (uint32_t at = first ? *first : 0; at && compared < MOST_COMPARED; at = work->clusters.items[at - 1].next) {
        int points = agreement(comparison, &work->clusters.items[at - 1], happening);
        compared++;
        if (points < least || points <= best) continue;
        best = points;
        chosen = at;
    }
    cluster *into = chosen ? &work->clusters.items[chosen - 1] : open_cluster(work, happening->act);
    take_in(comparison, into, happening, mention);
}

/* Coded events of the story stand ready for happenings that are named as one of their members is. */
static void open_coded(gathering *work, td_index report, uint32_t at) {
    const td_comparison *comparison = work->comparison;
    const td_outline_event *event = &comparison->outlines[report].events.items[at];
    td_index known = comparison->event_of[report][at];
    cluster *made = open_cluster(work, event->trigger_act);
    made->event = known;
    for (uint32_t k = 0; k < TD_OUTLINE_ARGUMENTS; k++) {
        td_key_set_add(&made->actors, td_comparison_entity(comparison, event->actors[k]));
        td_key_set_add(&made->targets, td_comparison_entity(comparison, event->targets[k]));
    }
    td_key_set_add(&made->places, td_comparison_entity(comparison, event->place));
    if (event->dated) made->dated = event->interval;
}

static void gather_story(gathering *work) {
    const td_comparison *comparison = work->comparison;
    const td_story *story = &comparison->record->stories.items[work->story];
    for (td_each(report, &story->reports))
        for (uint32_t at = 0; at < comparison->outlines[*report].events.count; at++) open_coded(work, *report, at);
    for (td_each(report, &story->reports))
        for (uint32_t at = 0; at < comparison->outlines[*report].happenings.count; at++)
            place_happening(work, (td_member){*report, at});
}

/* --- what the record keeps ------------------------------------------------------- */

static void add_mentions(const td_comparison *comparison, const cluster *from, td_record_event *to) {
    for (td_each(mention, &from->mentions))
        *td_push(comparison->arena, &to->mentions) =
            (td_member){mention->report, happening_at(comparison, mention)->index};
}

static bool is_told(const td_record_event *made, const td_outline_happening *happening) {
    for (td_each(claim, &made->history))
        if (claim->modality == (enum td_modality)happening->modality && claim->negated == happening->negated)
            return true;
    return made->history.count == MOST_HISTORY;
}

/* Each modality once, where it is first told; the firmest that is not negated stands. */
static void add_history(const td_comparison *comparison, const cluster *from, td_record_event *made) {
    const td_modality_claim *firmest = NULL;
    for (td_each(mention, &from->mentions)) {
        const td_outline_happening *happening = happening_at(comparison, mention);
        if (!is_told(made, happening))
            *td_push(comparison->arena, &made->history) =
                (td_modality_claim){(enum td_modality)happening->modality,
                                    happening->negated,
                                    comparison->outlines[mention->report].published,
                                    {mention->report, happening->trigger}};
    }
    for (td_each(claim, &made->history)) {
        bool firmer = !firmest || td_modality_rank(claim->modality) > td_modality_rank(firmest->modality);
        if (!firmest || (claim->negated == firmest->negated ? firmer : firmest->negated)) firmest = claim;
    }
    made->modality = firmest->modality;
    made->negated = firmest->negated;
}

static void add_participants(const td_comparison *comparison, td_record_event *made, td_view role,
                             const td_key_set *set) {
    for (uint32_t at = 0; at < set->count; at++)
        *td_push(comparison->arena, &made->participants) = (td_participant){role, set->keys[at]};
}

static void make_happening(const td_comparison *comparison, const cluster *from) {
    const td_member *opener = &from->mentions.items[0];
    const td_outline *outline = &comparison->outlines[opener->report];
    const td_outline_happening *first = happening_at(comparison, opener);
    td_record_event *made = td_push(comparison->arena, &comparison->record->happenings);
    uint64_t hash = 9;
    td_map origins;
    td_map_init(&origins, comparison->scratch);
    for (td_each(mention, &from->mentions)) {
        hash = td_hash_mix(hash, td_hash(comparison->outlines[mention->report].report));
        hash = td_hash_mix(hash, happening_at(comparison, mention)->index);
        td_map_put(&origins, comparison->record->origins.items[mention->report], 1, NULL);
    }
    char hex[17];
    td_hash_hex(hash, hex);
    *made = (td_record_event){.id = td_arena_format(comparison->arena, "h%s", hex),
                              .type = TD_EVENT_COUNT,
                              .mode = TD_VIEW_ABSENT,
                              .cameo = TD_VIEW_ABSENT,
                              .title = td_arena_copy(comparison->arena, td_outline_view(outline, first->trigger_text)),
                              .interval = td_interval_known(from->dated) ? from->dated : first->interval,
                              .place = from->places.count ? from->places.keys[0] : 0,
                              .origins = origins.count,
                              .story = from->story};
    add_participants(comparison, made, TD_VIEW("actor"), &from->actors);
    add_participants(comparison, made, TD_VIEW("target"), &from->targets);
    add_mentions(comparison, from, made);
    add_history(comparison, from, made);
}

void td_compare_happenings(td_comparison *comparison) {
    gathering work = {.comparison = comparison};
    td_map_init(&work.first, comparison->scratch);
    for (work.story = 0; work.story < comparison->record->stories.count; work.story++) gather_story(&work);
    for (td_each(made, &work.clusters)) {
        if (made->event != TD_NONE && made->mentions.count)
            add_mentions(comparison, made, &comparison->record->events.items[made->event]);
        else if (made->event == TD_NONE && made->mentions.count > 1)
            make_happening(comparison, made);
    }
}
