/*
 * The closed lists of the record.
 * Input: a member, or a label as JSON and tables carry it. Output: the other one.
 */

#include "model/kinds.h"

#define TD_LABEL(name, label) label,

/* For one list: the table of its labels and the two functions that look into it. */
#define TD_DEFINE_KIND(thing, list)                                                                                \
    static const char *const thing##_labels[] = {list(TD_LABEL)};                                                  \
    const char *td_##thing##_label(enum td_##thing kind) {                                                         \
        return (unsigned)kind < sizeof thing##_labels / sizeof *thing##_labels ? thing##_labels[kind] : NULL;      \
    }                                                                                                              \
    bool td_##thing##_from_label(td_view label, enum td_##thing *kind) {                                           \
        unsigned at = 0;                                                                                           \
        if (!find_label(thing##_labels, sizeof thing##_labels / sizeof *thing##_labels, label, &at)) return false; \
        *kind = (enum td_##thing)at;                                                                               \
        return true;                                                                                               \
    }

static bool find_label(const char *const *labels, unsigned count, td_view label, unsigned *at) {
    if (!td_view_present(label)) return false;
    for (unsigned k = 0; k < count; k++) {
        if (!td_view_equal(td_view_of(labels[k]), label)) continue;
        *at = k;
        return true;
    }
    return false;
}

TD_DEFINE_KIND(boilerplate_kind, TD_BOILERPLATE_KINDS)
TD_DEFINE_KIND(part_of_speech, TD_PARTS_OF_SPEECH)
TD_DEFINE_KIND(entity_kind, TD_ENTITY_KINDS)
TD_DEFINE_KIND(mention_form, TD_MENTION_FORMS)
TD_DEFINE_KIND(precision, TD_PRECISIONS)
TD_DEFINE_KIND(time_type, TD_TIME_TYPES)
TD_DEFINE_KIND(time_anchor, TD_TIME_ANCHORS)
TD_DEFINE_KIND(bound, TD_BOUNDS)
TD_DEFINE_KIND(figure_category, TD_FIGURE_CATEGORIES)
TD_DEFINE_KIND(quote_kind, TD_QUOTE_KINDS)
TD_DEFINE_KIND(stance, TD_STANCES)
TD_DEFINE_KIND(event_type, TD_EVENT_TYPES)
TD_DEFINE_KIND(modality, TD_MODALITIES)
TD_DEFINE_KIND(copy_kind, TD_COPY_KINDS)
TD_DEFINE_KIND(conflict_kind, TD_CONFLICT_KINDS)
TD_DEFINE_KIND(ledger_kind, TD_LEDGERS)

/* TD_MODALITIES runs from the firmest to the least firm. */
int td_modality_rank(enum td_modality modality) {
    return TD_MODALITY_COUNT - 1 - (int)modality;
}
