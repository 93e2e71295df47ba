#ifndef TD_RESOLVE_EVENT_COMPARE_H
#define TD_RESOLVE_EVENT_COMPARE_H

/* Are two events one? Points for and against, and evidence that settles it, each with its reason. */

#include "resolve/event_profile.h"

#define TD_COMPARE_REASONS 6

/* One thing that speaks for or against. */
enum td_agreement {
    TD_AGREE_LEMMA, /* the same word */
    TD_AGREE_FRAME, /* another word for the same act */
    TD_AGREE_MODE,  /* the same kind of act */
    TD_AGREE_ACTOR, /* `detail`: the entity */
    TD_AGREE_SIDE,  /* actors of one country */
    TD_AGREE_TARGET,
    TD_AGREE_OBJECT,
    TD_AGREE_PLACE, /* `detail`: the entity */
    TD_AGREE_AREA,  /* one place lies in or near the other */
    TD_AGREE_DAY,
    TD_AGREE_FIGURE,
    TD_REFUSE_MODE,
    TD_REFUSE_ACTOR,
    TD_REFUSE_TARGET,
    TD_REFUSE_PLACE,
    TD_REFUSE_DAY,
    TD_REFUSE_FIGURE,
    TD_REFUSE_STANDING, /* one is history, the other news */
};

typedef struct td_event_comparison {
    double points;
    bool refused; /* cannot be one, whatever else agrees */
    enum td_agreement reasons[TD_COMPARE_REASONS];
    uint64_t details[TD_COMPARE_REASONS];
    uint32_t count;
} td_event_comparison;

td_event_comparison td_event_compare(const td_comparison *comparison, const td_event_profile *a,
                                     const td_event_profile *b);
/* A plain sentence in `arena`: why they are one, or why not. */
td_view td_event_comparison_say(const td_comparison *comparison, const td_event_comparison *found,
                                const td_event_profile *a, const td_event_profile *b, td_arena *arena);

#endif
