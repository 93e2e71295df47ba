/* The list of relations. Input: a column of the model, or a label. Output: the other one. */

#include "text/relations.h"

#define TD_X(label) {label, sizeof(label) - 1},
static const td_view labels[] = {TD_RELATIONS(TD_X)};
#undef TD_X

#define LABEL_COUNT ((uint32_t)(sizeof labels / sizeof *labels))

uint32_t td_relation_count(void) {
    return LABEL_COUNT;
}

td_view td_relation_label(uint32_t relation) {
    return relation < LABEL_COUNT ? labels[relation] : TD_VIEW_ABSENT;
}

static bool find_label(td_view label, uint32_t *relation) {
    for (uint32_t i = 0; i < LABEL_COUNT; i++) {
        if (!td_view_equal(labels[i], label)) continue;
        *relation = i;
        return true;
    }
    return false;
}

bool td_relation_from_label(td_view label, uint32_t *relation) {
    td_view main_type, rest = label;
    return find_label(label, relation) || (td_view_split(&rest, ':', &main_type) && find_label(main_type, relation));
}
