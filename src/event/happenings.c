/*
 * Happenings: what takes place without being one of the kinds of act that the frames know.
 * Input: a sentence whose acts are coded. Output: report->happenings, one for each verb or noun left that tells of a
 * happening: every verb but those of states, and the nouns that data/frames/classes.tsv lists. They carry modality,
 * time, place and parties as coded events do, but no type, mode or frame; a predicate that a frame coded is none.
 * TimeML (Pustejovsky and others 2003) draws the line between events and states likewise.
 */

#include "event/arguments.h"

/* Who does and who undergoes is all that grammar alone settles. */
static const td_frame_role bare_roles[] = {
    {{TD_SLOT_SUBJECT, 0}, TD_ROLE_ACTOR},
    {{TD_SLOT_OBJECT, 0}, TD_ROLE_TARGET | TD_ROLE_OBJECT},
    {{TD_SLOT_INDIRECT, 0}, TD_ROLE_TARGET},
};
static const td_frame bare_frame = {.type = TD_EVENT_COUNT,
                                    .aspect = TD_MODALITY_HAPPENED,
                                    .roles = bare_roles,
                                    .role_count = sizeof bare_roles / sizeof *bare_roles};

static bool is_state(const td_coder *coder, uint32_t verb) {
    return td_frames_classes(coder->frames, coder->tree.nodes[verb].token->lemma_key) & coder->state_class;
}

/* "is going to leave", "used to live there": the verb behind it tells what happens. */
static bool is_auxiliary(const td_coder *coder, uint32_t verb) {
    if (!(td_frames_classes(coder->frames, coder->tree.nodes[verb].token->lemma_key) & coder->auxiliary_class))
        return false;
    for (td_each_child(c, &coder->tree, verb))
        if (coder->tree.nodes[c].relation == TD_RELATION_XCOMP && td_has_mark(coder, c, coder->to_key)) return true;
    return false;
}

static bool is_coded(const td_coder *coder, uint32_t node) {
    const td_report *report = coder->report;
    for (uint32_t i = report->events.count; i-- > 0 && report->events.items[i].sentence == coder->tree.sentence;)
        if (td_span_overlaps(report->events.items[i].trigger, coder->tree.nodes[node].token->span)) return true;
    return false;
}

static bool tells_happening(const td_coder *coder, uint32_t node) {
    if (is_coded(coder, node)) return false;
    if (td_may_be_verb(coder, node)) return !is_state(coder, node) && !is_auxiliary(coder, node);
    bool noun = coder->tree.nodes[node].token->part_of_speech != TD_POS_PROPER_NOUN && td_may_be_noun(coder, node);
    return noun && td_node_classes(coder, node) & coder->happening_class;
}

/* "began the talks", "held a rally": what is borne tells what happens. */
static bool is_bearing(const td_coder *coder, uint32_t node) {
    for (td_each_child(c, &coder->tree, node)) {
        uint32_t above;
        td_slot link;
        if (!is_coded(coder, c) && !tells_happening(coder, c)) continue;
        const td_governor *word = td_governor_of(coder, c, &above, &link);
        if (word && above == node && (word->effect == TD_GOVERNOR_ASPECT || word->effect == TD_GOVERNOR_CARRY))
            return true;
    }
    return false;
}

/* What did not happen is no happening; of coded acts a denial is news, here it is noise. */
static bool is_said_not_to_be(const td_event *event) {
    return event->negated || event->modality == TD_MODALITY_REFUSED || event->modality == TD_MODALITY_DENIED;
}

static void code_happening(td_coder *coder, uint32_t node, bool all) {
    td_predicate predicate = {.node = node, .frame = &bare_frame, .nominal = !td_tree_is_verb(&coder->tree, node)};
    td_arguments_collect(coder, &predicate);
    td_arguments_assign(coder, &predicate);
    td_event event;
    td_event_describe(coder, &predicate, &event);
    event.bearing = is_bearing(coder, node);
    if (all || !is_said_not_to_be(&event)) *td_push(coder->arena, &coder->report->happenings) = event;
}

void td_happenings_code(td_coder *coder, bool all) {
    for (uint32_t node = 0; node < coder->tree.count; node++)
        if (tells_happening(coder, node)) code_happening(coder, node, all);
}
