#ifndef TD_RESOLVE_EVENT_PROFILE_H
#define TD_RESOLVE_EVENT_PROFILE_H

/*
 * What one event of one report, or several that were found to be one, say of
 * who, what, where and when: small sets of keys, in a form that two can be
 * held against each other.
 */

#include "resolve/comparison.h"
#include "resolve/figure_range.h"

#define TD_PROFILE_KEYS 6

typedef struct td_key_set {
    uint64_t keys[TD_PROFILE_KEYS]; /* in the order they came; what comes later finds no room */
    uint32_t count;
} td_key_set;

bool td_key_set_has(const td_key_set *set, uint64_t key);
/* 0 is not added. */
void td_key_set_add(td_key_set *set, uint64_t key);
bool td_key_set_meets(const td_key_set *a, const td_key_set *b);

typedef struct td_event_profile {
    enum td_event_type type;
    uint64_t mode; /* 0 while none is known */
    td_key_set lemmas, frames;
    td_key_set actors, targets, objects; /* canonical entities */
    td_key_set places, ends;             /* where it is; where it begins from or goes to */
    td_key_set object_words;             /* rare words of what is withdrawn, signed ... */
    td_interval dated;                   /* days that members with a time of their own give; open if none */
    td_interval hard;                    /* days of members that give one exact day; open if none */
    td_interval told;                    /* the days above, else those of publication */
    td_figure_range toll[TD_FIGURE_COUNT]; /* by category, of the first member that has a figure of it */
    td_index first_report;
    bool background, one_report;
    uint32_t members;
} td_event_profile;

td_event_profile td_event_profile_of(const td_comparison *comparison, td_index report, uint32_t event);
/* Take in another that is the same event. */
void td_event_profile_add(td_event_profile *profile, const td_event_profile *other);
/* How much it tells: the number of things it is sure of. */
uint32_t td_event_profile_detail(const td_event_profile *profile);

#endif
