/*
 * Which frame a word names.
 * Input: a node whose lemma is a trigger. Output: the predicate with the first frame, those with most demands first,
 * whose particle and demands its dependents meet.
 */

#include "event/coding.h"

/* Descriptions ("withdrawn troops") and parts of names name no event of their own. */
static bool may_be_verb(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    if (here->token->part_of_speech != TD_POS_VERB || here->mention != TD_NONE) return false;
    switch (here->relation) {
    case TD_RELATION_AMOD: case TD_RELATION_COMPOUND: case TD_RELATION_AUX: case TD_RELATION_AUX_PASS:
    case TD_RELATION_CASE: case TD_RELATION_MARK: case TD_RELATION_FLAT: case TD_RELATION_FIXED:
        return false;
    default: return true;
    }
}

static bool may_be_noun(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    enum td_part_of_speech part = here->token->part_of_speech;
    if (part != TD_POS_NOUN && part != TD_POS_PROPER_NOUN && part != TD_POS_VERB) return false;
    if (part == TD_POS_VERB && !(here->token->features & TD_FEATURE_GERUND)) return false;
    if (here->mention != TD_NONE && coder->report->mentions.items[here->mention].form == TD_FORM_NAME) return false;
    if (here->relation == TD_RELATION_FLAT) return false;
    uint32_t above;
    td_slot link;
    /* "a ceasefire deal", "a withdrawal plan" tell of the act; "the ceasefire monitors" do not. */
    return here->relation != TD_RELATION_COMPOUND || td_governor_of(coder, node, &above, &link);
}

static const td_argument *filler_of(const td_predicate *predicate, td_slot slot, uint32_t *from) {
    for (; *from < predicate->argument_count; ++*from) {
        const td_argument *argument = &predicate->arguments[*from];
        if (argument->slot.kind == slot.kind && argument->slot.preposition == slot.preposition) {
            ++*from;
            return argument;
        }
    }
    return NULL;
}

/* The argument in the need's slot that meets it, or NULL. */
static const td_argument *meeting(const td_coder *coder, const td_predicate *predicate, const td_frame_need *need,
                                  td_slot slot) {
    const td_argument *argument;
    for (uint32_t from = 0; (argument = filler_of(predicate, slot, &from));)
        if (need->any || td_phrase_meets(coder, argument->node, need)) return argument;
    return NULL;
}

static bool meets(const td_coder *coder, td_predicate *predicate, const td_frame *frame) {
    td_slot of = {TD_SLOT_PREPOSITION, coder->of_key};
    for (uint32_t i = 0; i < frame->need_count; i++) {
        const td_frame_need *need = &frame->needs[i];
        const td_argument *argument = meeting(coder, predicate, need, need->slot);
        bool of_too = predicate->nominal && (need->slot.kind == TD_SLOT_OBJECT || need->slot.kind == TD_SLOT_SUBJECT);
        if (!argument && of_too) argument = meeting(coder, predicate, need, of);
        if (!argument == !need->forbidden) return false;
    }
    return true;
}

/* Nouns that a verb's frame asks for are a part of its event: "the ceasefire" of "broke the ceasefire". */
static void consume(td_coder *coder, const td_predicate *predicate) {
    if (predicate->nominal) return;
    for (uint32_t i = 0; i < predicate->frame->need_count; i++) {
        const td_frame_need *need = &predicate->frame->needs[i];
        if (need->forbidden || need->any) continue;
        const td_argument *argument = meeting(coder, predicate, need, need->slot);
        if (argument && !td_tree_is_verb(&coder->tree, argument->node)) coder->consumed[argument->node] = predicate->node;
    }
}

bool td_frame_match(td_coder *coder, uint32_t node, bool nominal, td_predicate *predicate) {
    uint32_t count;
    bool collected = false;
    if (nominal ? !may_be_noun(coder, node) : !may_be_verb(coder, node)) return false;
    const td_frame_trigger *triggers = td_frames_triggers(coder->frames, coder->tree.nodes[node].token->lemma_key, &count);
    for (uint32_t i = 0; i < count; i++) {
        const td_frame *frame = td_frames_get(coder->frames, triggers[i].frame);
        if ((triggers[i].part == TD_PART_NOUN) != nominal || !td_has_particle(coder, node, triggers[i].particle)) continue;
        if (!collected) {
            *predicate = (td_predicate){.node = node, .nominal = nominal};
            td_arguments_collect(coder, predicate);
            collected = true;
        }
        if (!meets(coder, predicate, frame)) continue;
        predicate->frame = frame;
        td_arguments_assign(coder, predicate);
        consume(coder, predicate);
        return true;
    }
    return false;
}
