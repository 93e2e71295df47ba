/*
 * Contradictions about what happened: the day, who did it, and whether.
 * Input: events of the record. Output: conflicts of kind date, actor and
 * attribution, claims of independent origins side by side.
 */

#include "base/hash.h"
#include "resolve/conflicts.h"

/* Claims of one event about one question: the first report of each origin and answer. */
typedef struct answer {
    uint64_t key;
    td_member member;
} answer;

typedef struct answers {
    answer items[TD_MOST_CLAIMS];
    uint32_t count;
} answers;

static void add_answer(const td_comparison *comparison, answers *all, uint64_t key, td_member member) {
    const td_index *origins = comparison->record->origins.items;
    for (uint32_t at = 0; at < all->count; at++)
        if (all->items[at].key == key && origins[all->items[at].member.report] == origins[member.report]) return;
    if (all->count < TD_MOST_CLAIMS) all->items[all->count++] = (answer){key, member};
}

/* Do two independent origins answer differently? */
static bool disagree(const td_comparison *comparison, const answers *all) {
    const td_index *origins = comparison->record->origins.items;
    for (uint32_t i = 0; i < all->count; i++)
        for (uint32_t j = i + 1; j < all->count; j++)
            if (all->items[i].key != all->items[j].key &&
                origins[all->items[i].member.report] != origins[all->items[j].member.report])
                return true;
    return false;
}

/* ---- the day of a deed */

static bool is_deed(enum td_event_type type) {
    return type == TD_EVENT_ASSAULT || type == TD_EVENT_COERCE;
}

static void compare_days(td_comparison *comparison, td_index at) {
    const td_record_event *event = &comparison->record->events.items[at];
    if (!is_deed(event->type)) return;
    answers all = {.count = 0};
    for (td_each(member, &event->members)) {
        const td_outline_event *told = td_member_event(comparison, member);
        if (told->dated && td_interval_exact(told->interval))
            add_answer(comparison, &all, (uint64_t)(uint32_t)told->interval.from, *member);
    }
    if (!disagree(comparison, &all)) return;
    td_conflict *conflict = td_conflict_add(comparison, TD_CONFLICT_DATE, event->title, at, false);
    for (uint32_t k = 0; k < all.count; k++) {
        const td_outline_event *told = td_member_event(comparison, &all.items[k].member);
        char day[11];
        td_day_format(told->interval.from, day);
        td_conflict_claim(comparison, conflict, td_member_evidence(comparison, &all.items[k].member),
                          td_arena_copy(comparison->arena, td_view_of(day)), told->source);
    }
}

void td_conflicts_of_days(td_comparison *comparison) {
    for (td_index at = 0; at < comparison->record->events.count; at++) compare_days(comparison, at);
}

/* ---- who did it */

static uint64_t first_participant(const td_record_event *event, const char *role) {
    for (td_each(participant, &event->participants))
        if (td_view_equal(participant->role, td_view_of(role))) return participant->entity;
    return 0;
}

/* One deed told of two actors: the same act at one settled place on one day, in reports of one story. */
static bool is_one_deed(const td_comparison *comparison, const td_record_event *a, const td_record_event *b) {
    if (!is_deed(a->type) || a->type != b->type || a->story != b->story || !a->place || a->place != b->place)
        return false;
    if (!td_interval_exact(a->interval) || !td_interval_exact(b->interval) || a->interval.from != b->interval.from)
        return false;
    if (td_view_present(a->mode) && td_view_present(b->mode) && !td_view_equal(a->mode, b->mode)) return false;
    const td_index *origins = comparison->record->origins.items;
    return origins[a->members.items[0].report] != origins[b->members.items[0].report];
}

static void compare_actors(td_comparison *comparison, td_index at, td_index other) {
    const td_record_event *a = &comparison->record->events.items[at], *b = &comparison->record->events.items[other];
    uint64_t actor_a = first_participant(a, "actor"), actor_b = first_participant(b, "actor");
    if (!actor_a || !actor_b || actor_a == actor_b || !is_one_deed(comparison, a, b)) return;
    td_conflict *conflict = td_conflict_add(comparison, TD_CONFLICT_ACTOR, a->title, at, false);
    const td_record_event *both[] = {a, b};
    for (int k = 0; k < 2; k++) {
        const td_member *member = &both[k]->members.items[0];
        td_conflict_claim(comparison, conflict, td_member_evidence(comparison, member),
                          td_comparison_name(comparison, k ? actor_b : actor_a, TD_VIEW("")),
                          td_member_event(comparison, member)->source);
    }
}

void td_conflicts_of_actors(td_comparison *comparison) {
    for (td_index at = 0; at < comparison->record->events.count; at++)
        for (uint32_t k = 0; k < comparison->record->events.items[at].not_same_as.count; k++) {
            td_index other = comparison->record->events.items[at].not_same_as.items[k].event;
            if (other > at) compare_actors(comparison, at, other);
        }
}

/* ---- whether it happened */

enum stand { STAND_NONE, STAND_CLAIMED, STAND_DENIED };

/* What is only planned, feared or ordered neither is nor is not. */
static bool is_told_as_fact(const td_outline_event *event) {
    switch ((enum td_modality)event->modality) {
    case TD_MODALITY_BEGUN:
    case TD_MODALITY_UNDER_WAY:
    case TD_MODALITY_HAPPENED:
        return true;
    default:
        return false;
    }
}

static enum stand stand_of(const td_outline_event *event) {
    if (event->modality == TD_MODALITY_DENIED) return STAND_DENIED;
    if (event->negated) return event->source && is_told_as_fact(event) ? STAND_DENIED : STAND_NONE;
    return is_told_as_fact(event) || event->modality == TD_MODALITY_ALLEGED ? STAND_CLAIMED : STAND_NONE;
}

/* Nobody contradicts himself: a denial needs a claim by another. */
static bool has_claim_by_another(const answers *claimed, uint64_t source) {
    for (uint32_t at = 0; at < claimed->count; at++)
        if (claimed->items[at].key != source) return true;
    return false;
}

static void add_claims(td_comparison *comparison, td_conflict *conflict, const answers *all, td_view value) {
    for (uint32_t k = 0; k < all->count && k < TD_MOST_CLAIMS / 2; k++) {
        const td_member *member = &all->items[k].member;
        td_conflict_claim(comparison, conflict, td_member_evidence(comparison, member), value,
                          td_member_event(comparison, member)->source);
    }
}

/* Who says that it happened, however far it got, against who denies it. */
static void compare_stands(td_comparison *comparison, td_index at) {
    const td_record_event *event = &comparison->record->events.items[at];
    answers claimed = {.count = 0}, denied = {.count = 0};
    for (td_each(member, &event->members)) {
        const td_outline_event *told = td_member_event(comparison, member);
        enum stand stand = stand_of(told);
        uint64_t source = td_comparison_entity(comparison, told->source);
        if (stand == STAND_CLAIMED) add_answer(comparison, &claimed, source, *member);
        if (stand == STAND_DENIED) add_answer(comparison, &denied, source, *member);
    }
    bool against = false;
    for (uint32_t k = 0; k < denied.count; k++)
        against = against || has_claim_by_another(&claimed, denied.items[k].key);
    if (!against) return;
    td_conflict *conflict = td_conflict_add(comparison, TD_CONFLICT_ATTRIBUTION, event->title, at, false);
    add_claims(comparison, conflict, &claimed, TD_VIEW("claimed"));
    add_claims(comparison, conflict, &denied, TD_VIEW("denied"));
}

void td_conflicts_of_denial(td_comparison *comparison) {
    for (td_index at = 0; at < comparison->record->events.count; at++) compare_stands(comparison, at);
}
