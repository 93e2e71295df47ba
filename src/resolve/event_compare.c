/*
 * Two events held against each other.
 * Input: two profiles. Output: points, and whether some evidence rules out
 * that they are one: other days, other places, other actors, another kind of
 * act. What a report leaves open agrees with everything and proves nothing.
 */

#include "resolve/event_compare.h"

#include <math.h>

#include "resolve/entity_facts.h"

#define DAYS_OF_A_DEED 1     /* a strike is told of the day itself or the next */
#define DAYS_OF_A_PROCESS 14 /* a withdrawal is ordered, begun and goes on */
#define DAYS_OF_A_TOLL 2     /* in which the number of the dead is found out */
#define TOLL_JUMP 3.0        /* times another toll: no news of it, where no day is named */
#define LONG_INTERVAL 31     /* days that leave too much open to prove anything */

static void note(td_event_comparison *found, double points, enum td_agreement reason, uint64_t detail) {
    found->points += points;
    if (found->count == TD_COMPARE_REASONS) return;
    found->reasons[found->count] = reason;
    found->details[found->count++] = detail;
}

static void refuse(td_event_comparison *found, enum td_agreement reason, uint64_t detail) {
    found->refused = true;
    found->count = 0; /* what agrees no longer matters */
    note(found, 0, reason, detail);
}

static uint64_t common_key(const td_key_set *a, const td_key_set *b) {
    for (uint32_t at = 0; at < a->count; at++)
        if (td_key_set_has(b, a->keys[at])) return a->keys[at];
    return 0;
}

static void compare_acts(td_event_comparison *found, const td_event_profile *a, const td_event_profile *b) {
    bool lemma = td_key_set_meets(&a->lemmas, &b->lemmas), frame = td_key_set_meets(&a->frames, &b->frames);
    if (a->mode && b->mode && a->mode != b->mode && !lemma) {
        refuse(found, TD_REFUSE_MODE, 0);
        return;
    }
    if (lemma)
        note(found, 1.0, TD_AGREE_LEMMA, 0);
    else if (frame)
        note(found, 0.8, TD_AGREE_FRAME, 0);
    else if (a->mode && a->mode == b->mode)
        note(found, a->type == TD_EVENT_RETREAT ? 0.4 : -0.2, TD_AGREE_MODE, 0); /* its modes name one act each */
    else
        found->points -= 0.5;
}

static bool share_country(const td_comparison *comparison, const td_key_set *a, const td_key_set *b) {
    for (uint32_t i = 0; i < a->count; i++) {
        const td_store_entity *one = td_comparison_entity_of(comparison, a->keys[i]);
        for (uint32_t j = 0; one && one->country[0] && j < b->count; j++) {
            const td_store_entity *other = td_comparison_entity_of(comparison, b->keys[j]);
            if (other && strcmp(one->country, other->country) == 0) return true;
        }
    }
    return false;
}

static void compare_actors(const td_comparison *comparison, td_event_comparison *found, const td_event_profile *a,
                           const td_event_profile *b) {
    if (!a->actors.count || !b->actors.count) return;
    uint64_t common = common_key(&a->actors, &b->actors);
    bool crossed = td_key_set_meets(&a->actors, &b->targets) || td_key_set_meets(&a->targets, &b->actors);
    if (common)
        note(found, 1.0, TD_AGREE_ACTOR, common);
    else if (share_country(comparison, &a->actors, &b->actors))
        note(found, 0.5, TD_AGREE_SIDE, 0);
    else if (!crossed)
        refuse(found, TD_REFUSE_ACTOR, 0);
}

static void compare_targets(const td_comparison *comparison, td_event_comparison *found, const td_event_profile *a,
                            const td_event_profile *b) {
    uint64_t target = common_key(&a->targets, &b->targets), object = common_key(&a->objects, &b->objects);
    if (target) note(found, 0.8, TD_AGREE_TARGET, target);
    if (object)
        note(found, 0.6, TD_AGREE_OBJECT, object);
    else if (td_key_set_meets(&a->object_words, &b->object_words))
        note(found, 0.4, TD_AGREE_OBJECT, 0);
    if (target || !a->targets.count || !b->targets.count) return;
    bool related = share_country(comparison, &a->targets, &b->targets);
    bool crossed = td_key_set_meets(&a->actors, &b->targets) || td_key_set_meets(&a->targets, &b->actors);
    if (related || crossed) return;
    refuse(found, TD_REFUSE_TARGET, 0);
}

static void compare_place_sets(const td_comparison *comparison, td_event_comparison *found, const td_key_set *a,
                               const td_key_set *b) {
    if (found->refused || !a->count || !b->count) return;
    uint64_t common = common_key(a, b);
    if (common) {
        note(found, 0.8, TD_AGREE_PLACE, common);
        return;
    }
    bool near = false, apart = true;
    for (uint32_t i = 0; i < a->count; i++) {
        for (uint32_t j = 0; j < b->count; j++) {
            enum td_nearness nearness = td_places_compare(comparison, a->keys[i], b->keys[j]);
            near = near || nearness == TD_PLACES_NEAR;
            apart = apart && nearness == TD_PLACES_APART;
        }
    }
    if (near)
        note(found, 0.4, TD_AGREE_AREA, 0);
    else if (apart)
        refuse(found, TD_REFUSE_PLACE, 0);
}

static bool is_process(const td_event_profile *profile) {
    switch (profile->type) {
    case TD_EVENT_RETREAT:
    case TD_EVENT_MOBILIZE:
    case TD_EVENT_AID:
    case TD_EVENT_CONSULT:
    case TD_EVENT_AGREE:
    case TD_EVENT_SANCTION:
    case TD_EVENT_PROTEST:
        return true;
    default:
        return false;
    }
}

static int32_t length_of(td_interval interval) {
    if (interval.from == TD_DAY_UNKNOWN || interval.to == TD_DAY_UNKNOWN) return INT32_MAX;
    return interval.to - interval.from + 1;
}

static void compare_days(td_event_comparison *found, const td_event_profile *a, const td_event_profile *b) {
    if (found->refused || !td_interval_known(a->dated) || !td_interval_known(b->dated)) return;
    bool exact = td_interval_known(a->hard) && td_interval_known(b->hard);
    int32_t gap = exact ? td_interval_gap(a->hard, b->hard) : td_interval_gap(a->dated, b->dated);
    int32_t most = is_process(a) ? DAYS_OF_A_PROCESS : DAYS_OF_A_DEED;
    if (gap > most)
        refuse(found, TD_REFUSE_DAY, 0);
    else if (gap > 0)
        found->points -= 0.3;
    else if (exact)
        note(found, 0.8, TD_AGREE_DAY, 0);
    else if (length_of(a->dated) <= LONG_INTERVAL && length_of(b->dated) <= LONG_INTERVAL)
        note(found, 0.3, TD_AGREE_DAY, 0);
}

/* Is something known of both deeds, beside the act and its toll, that few deeds of a place have in common? */
static bool is_tied(const td_event_comparison *found) {
    bool place = false, day = false, side = false;
    for (uint32_t at = 0; at < found->count; at++) {
        place = place || found->reasons[at] == TD_AGREE_PLACE;
        day = day || found->reasons[at] == TD_AGREE_DAY;
        side = side || found->reasons[at] == TD_AGREE_ACTOR || found->reasons[at] == TD_AGREE_TARGET ||
               found->reasons[at] == TD_AGREE_OBJECT;
    }
    return place ? day || side : day && side;
}

static bool is_far_from(td_figure_range toll, td_figure_range other) {
    double a = td_figure_range_named(toll), b = td_figure_range_named(other);
    return a > TOLL_JUMP * b || b > TOLL_JUMP * a;
}

/* What other figures than its own mean for two events. */
typedef struct figure_rule {
    bool exclusive; /* figures that cannot both hold are of two events */
    bool revisable; /* a toll may be found out by and by, though not to many times itself */
} figure_rule;

/*
 * Other numbers of the same thing are two events where one report tells both, where the days do not meet either, or
 * where little but the act ties them: a town at war has many dead of many hands. Else they are a conflict, or a toll
 * that rose.
 */
static figure_rule figure_rule_of(const td_event_comparison *found, const td_event_profile *a,
                                  const td_event_profile *b) {
    bool together = a->one_report && b->one_report && a->first_report == b->first_report;
    bool dated = td_interval_known(a->hard) && td_interval_known(b->hard); /* then the days have been compared */
    bool apart = !dated && td_interval_known(a->told) && td_interval_known(b->told) &&
                 td_interval_gap(a->told, b->told) > DAYS_OF_A_TOLL;
    bool deed = a->type == TD_EVENT_ASSAULT;
    return (figure_rule){.exclusive = together || apart || (deed && !is_tied(found)), .revisable = !deed || dated};
}

static void compare_figures(td_event_comparison *found, const td_event_profile *a, const td_event_profile *b) {
    figure_rule rule = figure_rule_of(found, a, b);
    for (uint32_t category = TD_FIGURE_KILLED; category <= TD_FIGURE_EQUIPMENT && !found->refused; category++) {
        td_figure_range toll = a->toll[category], other = b->toll[category];
        if (!td_figure_range_known(toll) || !td_figure_range_known(other)) continue;
        bool compatible = td_figure_range_meets(toll, other);
        if (td_figure_range_equal(toll, other))
            note(found, 0.5, TD_AGREE_FIGURE, 0);
        else if ((rule.exclusive && !compatible) || (!rule.revisable && is_far_from(toll, other)))
            refuse(found, TD_REFUSE_FIGURE, category);
        else if (!compatible)
            found->points -= 0.2;
    }
}

td_event_comparison td_event_compare(const td_comparison *comparison, const td_event_profile *a,
                                     const td_event_profile *b) {
    td_event_comparison found = {0};
    compare_acts(&found, a, b);
    if (!found.refused) compare_actors(comparison, &found, a, b);
    if (!found.refused) compare_targets(comparison, &found, a, b);
    compare_place_sets(comparison, &found, &a->places, &b->places);
    compare_place_sets(comparison, &found, &a->ends, &b->ends);
    compare_days(&found, a, b);
    compare_figures(&found, a, b);
    bool history = a->background != b->background;
    bool same_days = td_interval_known(a->dated) && td_interval_known(b->dated);
    if (!found.refused && history && !same_days) refuse(&found, TD_REFUSE_STANDING, 0);
    return found;
}
