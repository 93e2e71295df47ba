/*
 * Words that are deeds: who says that he will act, promises; who says that he will do harm, threatens; who says that
 * he will not, refuses.
 * Input: an event that is still to come, told by the one who is to act. Output: a second event, the promise, threat or
 * refusal itself, as the PLOVER manual asks, at the word that makes it ("is willing"), or at what is promised where
 * that word only reports ("said it would leave").
 */

#include "event/arguments.h"

static bool is_harm(enum td_event_type type) {
    return type == TD_EVENT_SANCTION || type == TD_EVENT_COERCE || type == TD_EVENT_ASSAULT ||
           type == TD_EVENT_PROTEST || type == TD_EVENT_REJECT;
}

static bool is_help(enum td_event_type type) {
    return type == TD_EVENT_AGREE || type == TD_EVENT_CONSULT || type == TD_EVENT_SUPPORT || type == TD_EVENT_CONCEDE ||
           type == TD_EVENT_COOPERATE || type == TD_EVENT_AID || type == TD_EVENT_RETREAT;
}

/* The word above that makes a promise of the plan: a verb of saying or announcing, "willing", "ready". */
static uint32_t promising_word(const td_coder *coder, uint32_t node, uint32_t *speaker) {
    for (int level = 0; level < 4; level++) {
        uint32_t above;
        td_slot link;
        const td_governor *governor = td_governor_of(coder, node, &above, &link);
        if (!governor || link.kind != TD_SLOT_CLAUSE) return TD_NONE;
        *speaker = td_tree_child(&coder->tree, above, TD_RELATION_NSUBJ);
        if (*speaker == TD_NONE) *speaker = td_tree_child(&coder->tree, above, TD_RELATION_NSUBJ_PASS);
        bool says =
            governor->effect == TD_GOVERNOR_REPORT ||
            (governor->effect == TD_GOVERNOR_EMBED && governor->modality == TD_MODALITY_ANNOUNCED && governor->says);
        bool willing = governor->part == TD_PART_ADJECTIVE && governor->modality == TD_MODALITY_PLANNED;
        if (says || (willing && *speaker != TD_NONE)) return above;
        if (governor->effect == TD_GOVERNOR_EMBED && !willing) return TD_NONE;
        node = above;
    }
    return TD_NONE;
}

static bool is_pronoun(const td_coder *coder, uint32_t node) {
    return coder->tree.nodes[node].token->part_of_speech == TD_POS_PRONOUN;
}

/* The same entity speaks and is to act, or what is to act is a pronoun that nobody else is named for. */
static bool acts_himself(const td_coder *coder, const td_predicate *predicate, uint32_t word, uint32_t speaker,
                         td_index_array *speakers) {
    const td_argument *subject = td_argument_in(predicate, (td_slot){TD_SLOT_SUBJECT, 0});
    if (!subject) return false;
    if (speaker == TD_NONE) return false;
    td_phrase_entities(coder, speaker, TD_CLASS_ACTOR, speakers);
    if (subject->node == speaker) return true;
    td_index_array actors = {0};
    td_phrase_entities(coder, subject->node, TD_CLASS_ACTOR, &actors);
    for (uint32_t i = 0; i < actors.count; i++)
        for (uint32_t k = 0; k < speakers->count; k++)
            if (actors.items[i] == speakers->items[k]) return true;
    return actors.count == 0 && is_pronoun(coder, subject->node) && word < subject->node;
}

static bool is_ahead(enum td_modality modality) {
    return modality == TD_MODALITY_PLANNED || modality == TD_MODALITY_ANNOUNCED || modality == TD_MODALITY_POSSIBLE;
}

/* The frame of saying that one will, or will not, help or harm; NULL where saying so is no deed. */
static const td_frame *frame_of(const td_coder *coder, const td_predicate *predicate, const td_event *event) {
    bool help = is_help(event->type), harm = is_harm(event->type);
    if (!is_ahead(event->modality) || predicate->nominal || predicate->passive || !(help || harm)) return NULL;
    bool aid = event->type == TD_EVENT_AID && event->ledgers & (1U << TD_LEDGER_AID) && !event->negated;
    const char *id = aid                      ? "aid.pledge"
                     : help != event->negated ? "agree.promise"
                     : help                   ? "say.reject"
                                              : "say.threaten";
    return td_frames_find(coder->frames, td_view_of(id));
}

/* Said as a fact: "said", not "may say" or "did not say". */
static bool is_said(const td_coder *coder, uint32_t word) {
    td_standing standing = td_standing_alone(coder, word);
    bool fact = standing.modality == TD_MODALITY_COUNT || standing.modality == TD_MODALITY_HAPPENED;
    return fact && !standing.negated;
}

/* "would boycott all contact with Chad": whom the act would touch, where its frame names nobody. */
static void take_target(const td_coder *coder, const td_predicate *predicate, td_event *promise) {
    for (uint32_t i = 0; i < predicate->argument_count && promise->targets.count == 0; i++) {
        td_slot slot = predicate->arguments[i].slot;
        bool towards = slot.kind == TD_SLOT_PREPOSITION &&
                       td_frames_classes(coder->frames, slot.preposition) & coder->towards_class;
        if (!towards) continue;
        td_index_array found = {0};
        td_phrase_entities(coder, predicate->arguments[i].node, TD_CLASS_ACTOR, &found);
        for (uint32_t k = 0; k < found.count; k++) {
            bool acts = false;
            for (uint32_t a = 0; a < promise->actors.count; a++) acts |= promise->actors.items[a] == found.items[k];
            if (!acts) *td_push(coder->arena, &promise->targets) = found.items[k];
        }
    }
}

static bool is_mere_speech(const td_coder *coder, uint32_t word) {
    const td_governor *governor = td_governor_word(coder, word, TD_PART_VERB);
    return governor && governor->effect == TD_GOVERNOR_REPORT;
}

static void give_reasons(const td_coder *coder, uint32_t word, td_event *promise) {
    promise->reasons = (td_view_array){0};
    td_reason(coder, promise, "Frame: \"%.*s\" of what the same party is to do is %.*s.",
              TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, word)), TD_VIEW_ARGUMENTS(promise->frame));
    td_reason(coder, promise, "Actor: the one who speaks and is to act.");
    td_reason(coder, promise, "Modality: happened, the words themselves are the deed.");
    td_reason(coder, promise, "Time and place: those of what is promised, where it gives them.");
}

bool td_promise_of(const td_coder *coder, const td_predicate *predicate, const td_event *event, td_event *promise) {
    uint32_t speaker = TD_NONE;
    td_index_array speakers = {0};
    const td_frame *frame = frame_of(coder, predicate, event);
    uint32_t word = frame ? promising_word(coder, predicate->node, &speaker) : TD_NONE;
    if (word == TD_NONE || coder->coded[word] || !is_said(coder, word)) return false;
    if (!acts_himself(coder, predicate, word, speaker, &speakers)) return false;
    const td_node *act = &coder->tree.nodes[predicate->node];
    *promise = *event;
    promise->trigger = is_mere_speech(coder, word) ? td_tree_word(&coder->tree, predicate->node)
                                                   : coder->tree.nodes[word].token->span;
    promise->type = frame->type;
    promise->mode = frame->mode;
    promise->cameo = frame->cameo;
    promise->frame = frame->id;
    promise->ledgers = frame->ledgers;
    promise->modality = TD_MODALITY_HAPPENED;
    promise->negated = false;
    promise->source = TD_NONE;
    promise->object_span = td_tree_span(&coder->tree, act->left, act->right);
    if (event->actors.count == 0) promise->actors = speakers;
    if (event->time == TD_NONE) promise->interval = coder->report->published.interval;
    if (promise->targets.count == 0) take_target(coder, predicate, promise);
    give_reasons(coder, word, promise);
    return true;
}
