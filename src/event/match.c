/*
 * Which frame a word names.
 * Input: a node whose lemma is a trigger. Output: the predicate with the first frame, those with most demands first,
 * whose particle and demands its dependents meet.
 */

#include "event/arguments.h"

/* "so-called", "self-declared": a word of its own, unless somebody named stands in front ("US-brokered"). */
static bool is_inside_compound(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    uint32_t count;
    if (!here->joined || here->join_left == node || td_frames_triggers(coder->frames, here->joined, &count))
        return false;
    for (uint32_t i = here->join_left; i < node; i++)
        if (coder->tree.nodes[i].mention != TD_NONE) return false;
    return true;
}

/* "Ousted President X said": a participle that opens its sentence right before a title or a name describes it. */
static bool opens_as_description(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    return node == 0 && here->token->features & TD_FEATURE_PARTICIPLE && here->relation != TD_RELATION_ROOT &&
           coder->tree.count > 1 && coder->tree.nodes[1].token->part_of_speech == TD_POS_PROPER_NOUN;
}

/* Descriptions ("withdrawn troops") and parts of names name no event of their own. */
bool td_may_be_verb(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    if (here->token->part_of_speech != TD_POS_VERB || here->mention != TD_NONE) return false;
    if (is_inside_compound(coder, node) || opens_as_description(coder, node)) return false;
    switch (here->relation) {
    case TD_RELATION_AMOD:
    case TD_RELATION_COMPOUND:
    case TD_RELATION_AUX:
    case TD_RELATION_AUX_PASS:
    case TD_RELATION_CASE:
    case TD_RELATION_MARK:
    case TD_RELATION_FLAT:
    case TD_RELATION_FIXED:
        return false;
    default:
        return true;
    }
}

/* "under shelling", "engaged in ethnic cleansing": a gerund where only a noun can stand. */
static bool is_gerund_noun(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    bool place = here->relation == TD_RELATION_OBL || here->relation == TD_RELATION_NMOD ||
                 here->relation == TD_RELATION_NSUBJ || here->relation == TD_RELATION_OBJ;
    bool gerund = here->token->part_of_speech == TD_POS_VERB && here->token->features & TD_FEATURE_GERUND;
    return gerund && place && td_tree_child(&coder->tree, node, TD_RELATION_OBJ) == TD_NONE &&
           td_tree_child(&coder->tree, node, TD_RELATION_AUX) == TD_NONE;
}

bool td_may_be_noun(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    enum td_part_of_speech part = here->token->part_of_speech;
    if (is_gerund_noun(coder, node)) return here->mention == TD_NONE;
    bool article = td_tree_child(&coder->tree, node, TD_RELATION_DET) != TD_NONE; /* "an offensive", "its offensive" */
    if (part == TD_POS_ADJECTIVE && here->relation != TD_RELATION_AMOD)
        return article || td_tree_child(&coder->tree, node, TD_RELATION_NMOD_POSS) != TD_NONE;
    if ((part != TD_POS_NOUN && part != TD_POS_PROPER_NOUN) || td_node_is_time(coder, node)) return false;
    if (here->mention != TD_NONE && td_mention_is_named(&coder->report->mentions.items[here->mention])) return false;
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

static const td_argument *meeting_any(const td_coder *coder, const td_predicate *predicate, const td_frame_need *need) {
    const td_slot of = {TD_SLOT_PREPOSITION, coder->of_key};
    for (uint32_t i = 0; i < need->slot_count; i++) {
        const td_argument *argument = meeting(coder, predicate, need, need->slots[i]);
        if (argument) return argument;
        bool of_too = need->slots[i].kind == TD_SLOT_OBJECT || need->slots[i].kind == TD_SLOT_SUBJECT;
        if (need->forbidden && need->any) of_too = false; /* no object at all; "of" may name the subject */
        if (predicate->nominal && of_too && (argument = meeting(coder, predicate, need, of))) return argument;
    }
    return NULL;
}

static bool meets(const td_coder *coder, const td_predicate *predicate, const td_frame *frame) {
    for (uint32_t i = 0; i < frame->need_count; i++)
        if (!meeting_any(coder, predicate, &frame->needs[i]) == !frame->needs[i].forbidden) return false;
    return true;
}

static bool word_asked_for(const td_coder *coder, uint32_t node, const td_frame_need *need) {
    return td_node_classes(coder, node) & need->classes;
}

/* Nouns that a verb's frame asks for are a part of its event: "the ceasefire" of "broke the ceasefire". */
static void consume(td_coder *coder, const td_predicate *predicate) {
    if (predicate->nominal) return;
    for (uint32_t i = 0; i < predicate->frame->need_count; i++) {
        const td_frame_need *need = &predicate->frame->needs[i];
        if (need->forbidden || need->any) continue;
        const td_argument *argument = meeting_any(coder, predicate, need);
        bool noun =
            argument && (argument->slot.kind == TD_SLOT_OBJECT || !td_tree_is_verb(&coder->tree, argument->node));
        if (!noun) continue;
        coder->consumed[argument->node] = predicate->node;
        for (td_each_child(c, &coder->tree, argument->node)) /* "a ceasefire agreement" is one thing that is signed */
            if (coder->tree.nodes[c].relation == TD_RELATION_COMPOUND && word_asked_for(coder, c, need))
                coder->consumed[c] = predicate->node;
    }
}

/*
 * "handed over the airfield": where the particle of a verb was read as a preposition, or the verb as one without
 * object, the phrase behind it is the object.
 */
static void restore_object(const td_coder *coder, td_predicate *predicate, uint64_t particle) {
    if (!particle || td_argument_in(predicate, (td_slot){TD_SLOT_OBJECT, 0})) return;
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        td_argument *argument = &predicate->arguments[i];
        bool swallowed = argument->slot.kind == TD_SLOT_PREPOSITION && argument->slot.preposition == particle;
        if (!swallowed || argument->node < predicate->node) continue;
        argument->slot = (td_slot){TD_SLOT_OBJECT, 0};
        argument->path = "its object";
        return;
    }
    for (td_each_child(c, &coder->tree, predicate->node)) {
        bool bare = coder->tree.nodes[c].relation == TD_RELATION_OBL && c > predicate->node &&
                    td_tree_is_nominal(&coder->tree, c) && td_tree_child(&coder->tree, c, TD_RELATION_CASE) == TD_NONE;
        if (!bare || predicate->argument_count == TD_PREDICATE_ARGUMENTS) continue;
        predicate->arguments[predicate->argument_count++] = (td_argument){{TD_SLOT_OBJECT, 0}, c, 0, "its object"};
        return;
    }
}

/* "took effect": the noun that makes one word with its verb is none of its arguments. */
static void drop_particle(const td_coder *coder, td_predicate *predicate, uint64_t particle) {
    uint32_t kept = 0;
    for (uint32_t i = 0; particle && i < predicate->argument_count; i++)
        if (coder->tree.nodes[predicate->arguments[i].node].token->key != particle)
            predicate->arguments[kept++] = predicate->arguments[i];
    if (kept == predicate->argument_count || !particle) return;
    predicate->argument_count = kept;
    td_arguments_describe(coder, predicate); /* "soldiers taken hostage" */
}

bool td_frame_match(td_coder *coder, uint32_t node, bool nominal, td_predicate *predicate) {
    uint32_t count;
    bool collected = false;
    if (nominal ? !td_may_be_noun(coder, node) : !td_may_be_verb(coder, node)) return false;
    const td_node *here = &coder->tree.nodes[node];
    const td_frame_trigger *triggers = here->joined ? td_frames_triggers(coder->frames, here->joined, &count) : NULL;
    bool form = nominal && is_gerund_noun(coder, node); /* "cleansing", not "cleanse" */
    if (!triggers)
        triggers = td_frames_triggers(coder->frames, form ? here->token->key : here->token->lemma_key, &count);
    for (uint32_t i = 0; i < count; i++) {
        const td_frame *frame = td_frames_get(coder->frames, triggers[i].frame);
        if ((triggers[i].part == TD_PART_NOUN) != nominal || !td_has_particle(coder, node, triggers[i].particle))
            continue;
        if (!collected) {
            *predicate = (td_predicate){.node = node, .nominal = nominal};
            td_arguments_collect(coder, predicate);
            collected = true;
        }
        restore_object(coder, predicate, triggers[i].particle);
        if (!meets(coder, predicate, frame)) continue;
        drop_particle(coder, predicate, triggers[i].particle);
        predicate->frame = frame;
        td_arguments_assign(coder, predicate);
        consume(coder, predicate);
        return true;
    }
    return false;
}
