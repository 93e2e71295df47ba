/*
 * Words that are deeds: who says that he will act, promises; who says that he will do harm, threatens; who says that
 * he will not, refuses.
 * Input: an event that is still to come, told by the one who is to act. Output: a second event, the promise, threat or
 * refusal itself, at the word that makes it ("said", "is willing"), as the PLOVER manual asks.
 */

#include "event/coding.h"

static bool is_harm(enum td_event_type type) {
    return type == TD_EVENT_SANCTION || type == TD_EVENT_COERCE || type == TD_EVENT_ASSAULT || type == TD_EVENT_PROTEST ||
           type == TD_EVENT_REJECT;
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
        bool says = governor->effect == TD_GOVERNOR_REPORT ||
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
static bool acts_himself(const td_coder *coder, const td_predicate *predicate, uint32_t word, uint32_t speaker, td_index_array *speakers) {
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

bool td_promise_of(const td_coder *coder, const td_predicate *predicate, const td_event *event, td_event *promise) {
    bool ahead = event->modality == TD_MODALITY_PLANNED || event->modality == TD_MODALITY_ANNOUNCED ||
                 event->modality == TD_MODALITY_POSSIBLE;
    bool help = is_help(event->type), harm = is_harm(event->type);
    uint32_t speaker = TD_NONE;
    if (!ahead || predicate->nominal || predicate->passive || !(help || harm)) return false;
    uint32_t word = promising_word(coder, predicate->node, &speaker);
    td_index_array speakers = {0};
    if (word == TD_NONE || coder->coded[word] || !acts_himself(coder, predicate, word, speaker, &speakers)) return false;
    td_standing standing = td_standing_alone(coder, word);
    if (standing.negated || (standing.modality != TD_MODALITY_COUNT && standing.modality != TD_MODALITY_HAPPENED)) return false;
    const char *id = help ? (event->negated ? "say.reject" : "agree.promise") : event->negated ? "agree.promise" : "say.threaten";
    const td_frame *frame = td_frames_find(coder->frames, td_view_of(id));
    if (!frame) return false;
    *promise = *event;
    promise->trigger = coder->tree.nodes[word].token->span;
    promise->type = frame->type;
    promise->mode = frame->mode;
    promise->cameo = frame->cameo;
    promise->frame = frame->id;
    promise->ledgers = frame->ledgers;
    promise->modality = TD_MODALITY_HAPPENED;
    promise->negated = false;
    if (event->actors.count == 0) promise->actors = speakers;
    promise->object_span = td_tree_span(&coder->tree, coder->tree.nodes[predicate->node].left, coder->tree.nodes[predicate->node].right);
    promise->reasons = (td_view_array){0};
    promise->source = TD_NONE;
    if (event->time == TD_NONE) promise->interval = coder->report->published.interval;
    td_reason(coder, promise, "Frame: \"%.*s\" of what the same party is to do is %.*s.",
              TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, word)), TD_VIEW_ARGUMENTS(frame->id));
    td_reason(coder, promise, "Actor: the one who speaks and is to act.");
    td_reason(coder, promise, "Modality: happened, the words themselves are the deed.");
    td_reason(coder, promise, "Time and place: those of what is promised, where it gives them.");
    return true;
}
