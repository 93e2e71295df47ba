/*
 * Events, sentence by sentence.
 * Input: a report with everything the text and mention stages found. Output: report->events in text order.
 *
 * In each sentence verbs come first, then nouns, so that a noun which repeats what a verb of the same sentence tells
 * ("withdrew ... the withdrawal") is known for a mention of it. A noun that names no one and nothing, and a noun that
 * no verb says anything of, tells of no event of its own: engines that code every such word find three times too many
 * events (Halterman and others 2023 on automatic event data).
 */

#include "event/event.h"

#include <stdlib.h>

#include "event/arguments.h"
#include "lexicon/word_key.h"

#define LONGEST_SENTENCE 1000 /* words; longer ones are lists or ruined text, and trees of them mean nothing */

static bool is_coded(const td_report *report, const td_sentence *sentence) {
    if (!sentence->body) return false;
    for (uint32_t i = sentence->token_end; i-- > sentence->token_start;) {
        td_view text = td_span_text(report->text, report->tokens.items[i].span);
        if (td_view_equal(text, TD_VIEW("?"))) return false; /* a question tells nothing */
        if (!(report->tokens.items[i].features & TD_FEATURE_PUNCTUATION)) break;
    }
    return true;
}

static bool may_trigger(const td_coder *coder, const td_token *token) {
    uint32_t count;
    enum td_part_of_speech part = token->part_of_speech;
    if (part != TD_POS_VERB && part != TD_POS_NOUN && part != TD_POS_PROPER_NOUN && part != TD_POS_ADJECTIVE)
        return false;
    return td_frames_triggers(coder->frames, token->lemma_key, &count) ||
           (token->features & TD_FEATURE_GERUND && td_frames_triggers(coder->frames, token->key, &count));
}

static bool may_trigger_node(const td_coder *coder, uint32_t node) {
    uint32_t count;
    uint64_t joined = coder->tree.nodes[node].joined;
    return (joined && td_frames_triggers(coder->frames, joined, &count)) ||
           may_trigger(coder, coder->tree.nodes[node].token);
}

static bool has_trigger(const td_coder *coder, const td_sentence *sentence) {
    for (uint32_t i = sentence->token_start; i < sentence->token_end; i++)
        if (may_trigger(coder, &coder->report->tokens.items[i])) return true;
    return false;
}

/* The clause of a node: from its own words up to the clauses that it holds. */
static td_span clause_of(const td_coder *coder, uint32_t node) {
    const td_tree *tree = &coder->tree;
    for (int level = 0; level < 16 && !td_tree_is_verb(tree, node) && tree->nodes[node].head != TD_NONE; level++)
        node = tree->nodes[node].head;
    return td_tree_span(tree, tree->nodes[node].left, tree->nodes[node].right);
}

static bool shares_party(const td_event *a, const td_event *b) {
    if (a->actors.count == 0 || b->actors.count == 0) return true;
    for (uint32_t i = 0; i < a->actors.count; i++)
        for (uint32_t k = 0; k < b->actors.count; k++)
            if (a->actors.items[i] == b->actors.items[k]) return true;
    return false;
}

/* True where an event of this sentence (from `first` on) tells the same; "an attack killed ..." is of one event. */
static bool is_repeated(const td_coder *coder, const td_event *event, uint32_t node, uint32_t first) {
    td_span above = TD_SPAN_NONE;
    const td_node *here = &coder->tree.nodes[node];
    if (here->head != TD_NONE && here->relation == TD_RELATION_NSUBJ) above = coder->tree.nodes[here->head].token->span;
    /* "withdrew in May but halted the withdrawal in June": what became of it is news. */
    uint32_t governing;
    td_slot link;
    const td_governor *governor = td_governor_of(coder, node, &governing, &link);
    bool turned = governor && governor->effect == TD_GOVERNOR_ASPECT;
    for (uint32_t i = first; i < coder->report->events.count; i++) {
        const td_event *other = &coder->report->events.items[i];
        bool same_kind = other->type == event->type && td_view_equal(other->mode, event->mode);
        if (other->type == event->type && other->trigger.start == above.start) return true;
        if (same_kind && !turned && shares_party(event, other)) return true;
    }
    return false;
}

static bool names_party(const td_coder *coder, const td_predicate *predicate) {
    uint32_t parties = TD_ROLE_ACTOR | TD_ROLE_TARGET | TD_ROLE_OBJECT;
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        uint64_t classes = td_node_classes(coder, predicate->arguments[i].node);
        if (predicate->arguments[i].roles & parties && classes & coder->party_class) return true;
    }
    return false;
}

static bool meets_demand(const td_frame *frame) {
    for (uint32_t i = 0; i < frame->need_count; i++)
        if (!frame->needs[i].forbidden && !frame->needs[i].any && frame->needs[i].slots[0].kind != TD_SLOT_CLAUSE)
            return true;
    return false;
}

#define LEDGER(kind) (1U << TD_LEDGER_##kind)

/* "efforts to forge a settlement", "could lead to an agreement": nobody's, at no time, and perhaps never. */
static bool is_idle(const td_frame *frame, const td_event *event, bool somebody) {
    bool told = somebody || event->time != TD_NONE || event->source != TD_NONE || event->place_from != TD_NONE;
    bool open = event->modality == TD_MODALITY_POSSIBLE || event->modality == TD_MODALITY_PLANNED ||
                event->modality == TD_MODALITY_HOPED;
    return open && !told && event->modality != frame->aspect;
}

static bool is_argument(const td_coder *coder, uint32_t node) {
    enum td_relation relation = coder->tree.nodes[node].relation;
    return relation == TD_RELATION_NSUBJ || relation == TD_RELATION_NSUBJ_PASS || relation == TD_RELATION_OBJ;
}

/*
 * A verb tells of an event where somebody who may take part in one does, or where what it holds leaves no doubt ("sign
 * a truce"); a noun where it names somebody or something, or where a verb says what becomes of it.
 */
static bool is_told(const td_coder *coder, const td_predicate *predicate, const td_event *event,
                    const td_standing *standing) {
    if (standing->generic) return false;
    bool somebody = event->actors.count || event->targets.count || event->objects.count || event->figures.count;
    if (!td_has_argument(predicate, TD_SLOT_SUBJECT) && is_idle(predicate->frame, event, somebody)) return false;
    bool where = event->place != TD_NONE && !event->negated && td_has_argument(predicate, TD_SLOT_OBJECT);
    if (!predicate->nominal)
        return somebody || where || meets_demand(predicate->frame) || names_party(coder, predicate);
    uint32_t above;
    td_slot link;
    if (td_governor_of(coder, predicate->node, &above, &link)) return true;
    if (meets_demand(predicate->frame) && is_argument(coder, predicate->node))
        return true; /* "violations of the truce" */
    return somebody || names_party(coder, predicate) || (event->time != TD_NONE && event->place != TD_NONE);
}

/* What an analyst of a conflict must not lose, even where the sentence mentions it in passing. */
static bool is_kept(const td_event *event, bool describes) {
    if (event->ledgers & (LEDGER(FORCES) | LEDGER(CEASEFIRE) | LEDGER(AID) | LEDGER(TOLL))) return true;
    return event->ledgers & LEDGER(TALKS) && !describes && (event->time != TD_NONE || event->place != TD_NONE);
}

/*
 * True where the predicate is a part of an event that is coded: what was agreed, demanded or threatened, the purpose
 * or the reason. A clause that stands for itself (coordinated, reported, relative) is none.
 */
static bool hangs_on_coded(const td_coder *coder, uint32_t node, enum td_event_type *type) {
    for (int level = 0; level < 16; level++) {
        const td_node *here = &coder->tree.nodes[node];
        if (here->head == TD_NONE) return false;
        bool stands = here->relation == TD_RELATION_PARATAXIS || here->relation == TD_RELATION_CCOMP ||
                      (here->relation == TD_RELATION_CONJ && td_tree_is_verb(&coder->tree, node));
        if (stands && level == 0 && here->relation != TD_RELATION_CCOMP) return false;
        node = here->head;
        if (coder->coded[node]) {
            *type = (enum td_event_type)(coder->coded[node] - 1);
            return true;
        }
        if (stands) return false;
    }
    return false;
}

/* "the rebels who signed the treaty", "men accused of spying", "after the invasion": told to describe, not as news. */
static bool is_description(const td_coder *coder, const td_predicate *predicate, const td_event *event) {
    enum td_relation relation = coder->tree.nodes[predicate->node].relation;
    if (td_is_ranked_act(coder, predicate->node)) return false;
    if (!predicate->nominal) return relation == TD_RELATION_ACL || relation == TD_RELATION_ACL_RELCL;
    uint32_t above;
    td_slot link;
    bool aside = relation == TD_RELATION_OBL || relation == TD_RELATION_NMOD || relation == TD_RELATION_NMOD_POSS;
    return aside && event->time == TD_NONE && !td_governor_of(coder, predicate->node, &above, &link);
}

/* "talks to end the war": what a noun is for, not what is done. */
static bool is_aim_of_noun(const td_coder *coder, const td_predicate *predicate) {
    uint32_t above;
    td_slot link;
    return !predicate->nominal && coder->tree.nodes[predicate->node].relation == TD_RELATION_ACL &&
           td_has_mark(coder, predicate->node, coder->to_key) && !td_governor_of(coder, predicate->node, &above, &link);
}

/* "failed to reach agreement", "threatened to attack": the refusal, the threat is the news. */
static bool is_only_refused_or_threatened(const td_event *event, enum td_event_type above) {
    bool real = event->modality == TD_MODALITY_HAPPENED || event->modality == TD_MODALITY_BEGUN ||
                event->modality == TD_MODALITY_UNDER_WAY || event->modality == TD_MODALITY_ENDED;
    return (above == TD_EVENT_REJECT && event->negated) || (above == TD_EVENT_THREATEN && !real);
}

static bool is_part_of_another(const td_coder *coder, const td_predicate *predicate, const td_event *event) {
    if (is_aim_of_noun(coder, predicate) && !td_is_ranked_act(coder, predicate->node)) return true;
    bool describes = is_description(coder, predicate, event);
    bool participle = describes && coder->tree.nodes[predicate->node].relation != TD_RELATION_ACL_RELCL;
    bool kept = is_kept(event, participle);
    bool named = event->actors.count || event->place_from != TD_NONE || event->figures.count;
    if (predicate->nominal && describes && !(kept && named)) return true;
    enum td_event_type type;
    bool hangs = hangs_on_coded(coder, predicate->node, &type);
    if (hangs && is_only_refused_or_threatened(event, type)) return true;
    bool purpose = predicate->nominal || td_has_mark(coder, predicate->node, coder->to_key);
    if (hangs && purpose && type == event->type) return true; /* "visited Oslo for talks", "met to discuss" */
    return !kept && (describes || hangs);
}

static void add_event(td_coder *coder, const td_event *event) {
    *td_push(coder->arena, &coder->report->events) = *event;
}

td_standing td_event_describe(td_coder *coder, const td_predicate *predicate, td_event *event) {
    const td_frame *frame = predicate->frame;
    *event = (td_event){
        .trigger = td_tree_word(&coder->tree, predicate->node),
        .clause = clause_of(coder, predicate->node),
        .sentence = coder->tree.sentence,
        .type = frame->type,
        .mode = frame->mode,
        .cameo = frame->cameo,
        .frame = frame->id,
        .ledgers = frame->ledgers,
        .object_span = TD_SPAN_NONE,
        .place = TD_NONE,
        .place_from = TD_NONE,
        .place_to = TD_NONE,
        .time = TD_NONE,
        .source = TD_NONE,
        .quote = TD_NONE,
    };
    td_standing standing = td_standing_of(coder, predicate);
    event->modality = standing.modality;
    event->negated = standing.negated;
    td_reason_frame(coder, predicate, event);
    td_arguments_record(coder, predicate, event);
    td_reason_standing(coder, &standing, event);
    uint32_t reasons = event->reasons.count;
    td_event_source(coder, predicate, &standing, event);
    td_event_time(coder, predicate, &standing, event);
    bool placed = td_event_place(coder, predicate, event);
    if (frame->type != TD_EVENT_COUNT) td_event_home(coder, predicate, placed, event);
    /* of a happening its fields say as much, and there are many */
    if (frame->type == TD_EVENT_COUNT) event->reasons.count = reasons;
    return standing;
}

static void code_predicate(td_coder *coder, const td_predicate *predicate, uint32_t first) {
    td_event event;
    td_standing standing = td_event_describe(coder, predicate, &event);
    if (!is_told(coder, predicate, &event, &standing)) return;
    if (predicate->nominal && is_repeated(coder, &event, predicate->node, first)) return;
    td_event promise;
    bool promised = td_promise_of(coder, predicate, &event, &promise);
    if (promised) add_event(coder, &promise);
    if (promised) coder->coded[predicate->node] = (uint8_t)(promise.type + 1);
    bool threat = promised && promise.type == TD_EVENT_THREATEN;
    bool pledge = promised && promise.ledgers & LEDGER(AID);
    if (promised && (threat || pledge || !is_kept(&event, false))) return;
    if (!is_part_of_another(coder, predicate, &event)) add_event(coder, &event);
    coder->coded[predicate->node] = (uint8_t)(event.type + 1); /* also what is a part has parts of its own */
}

static int compare_events(const void *left, const void *right) {
    const td_event *a = left, *b = right;
    if (a->trigger.start != b->trigger.start) return a->trigger.start < b->trigger.start ? -1 : 1;
    if (a->trigger.end != b->trigger.end) return a->trigger.end < b->trigger.end ? -1 : 1;
    return (a->type > b->type) - (a->type < b->type); /* a promise and what is promised stand at one verb */
}

static void prepare(td_coder *coder) {
    if (coder->tree.count > coder->consumed_capacity) {
        coder->consumed_capacity = coder->tree.count * 2;
        coder->consumed = TD_NEW_ARRAY(coder->arena, coder->consumed_capacity, uint32_t);
        coder->coded = TD_NEW_ARRAY(coder->arena, coder->consumed_capacity, uint8_t);
    }
    for (uint32_t i = 0; i < coder->tree.count; i++) {
        coder->consumed[i] = TD_NONE;
        coder->coded[i] = 0;
    }
}

/* Acts that frames know, verbs before nouns. */
static void code_acts(td_coder *coder) {
    uint32_t first = coder->report->events.count;
    for (int nominal = 0; nominal <= 1; nominal++)
        for (uint32_t node = 0; node < coder->tree.count; node++) {
            td_predicate predicate;
            if (coder->consumed[node] != TD_NONE || !may_trigger_node(coder, node)) continue;
            if (!td_frame_match(coder, node, nominal, &predicate)) continue;
            coder->consumed[node] = node;
            code_predicate(coder, &predicate, first);
        }
    uint32_t count = coder->report->events.count - first;
    if (count > 1) qsort(coder->report->events.items + first, count, sizeof(td_event), compare_events);
}

#define LEAD_SENTENCES 6 /* in which news tells what is new */

/* What a reader is told first: the headline, and the first sentences of the body. */
static bool is_lead(const td_report *report, const td_sentence *sentence, uint32_t body_sentences) {
    if (sentence->body) return body_sentences < LEAD_SENTENCES;
    for (td_each(part, &report->boilerplate)) {
        if (part->span.start >= sentence->span.end) break;
        if (part->kind == TD_BOILERPLATE_HEADLINE && td_span_overlaps(part->span, sentence->span)) return true;
    }
    return false;
}

static bool has_words(const td_sentence *sentence) {
    uint32_t count = sentence->token_end - sentence->token_start;
    return count > 0 && count <= LONGEST_SENTENCE;
}

static void code_sentences(td_coder *coder, enum td_happenings happenings) {
    uint32_t body_sentences = 0;
    for (td_index i = 0; i < coder->report->sentences.count; i++) {
        const td_sentence *sentence = &coder->report->sentences.items[i];
        if (!has_words(sentence)) continue;
        bool acts = is_coded(coder->report, sentence) && has_trigger(coder, sentence);
        bool others =
            (happenings == TD_HAPPENINGS_ALL && sentence->body) || is_lead(coder->report, sentence, body_sentences);
        body_sentences += sentence->body;
        if (!acts && !others) continue;
        td_tree_read(&coder->tree, coder->report, i, coder->arena);
        prepare(coder);
        if (acts) code_acts(coder);
        if (others) td_happenings_code(coder, happenings == TD_HAPPENINGS_ALL);
    }
}

void td_event_code_frames(const td_frames *frames, enum td_happenings happenings, td_report *report, td_arena *arena) {
    td_coder coder = {
        .frames = frames,
        .report = report,
        .arena = arena,
        .tree.dateline = td_dateline_of(report),
        .paragraph_place = TD_NONE,
        .of_key = td_word_key(TD_VIEW("of")),
        .by_key = td_word_key(TD_VIEW("by")),
        .to_key = td_word_key(TD_VIEW("to")),
        .for_key = td_word_key(TD_VIEW("for")),
        .in_key = td_word_key(TD_VIEW("in")),
        .kind_key = td_word_key(TD_VIEW("kind")),
        .place_class = td_frames_class(frames, TD_VIEW("place_preposition")),
        .towards_class = td_frames_class(frames, TD_VIEW("towards_preposition")),
        .party_class = td_frames_class(frames, TD_VIEW("party")) | td_frames_class(frames, TD_VIEW("forces")) |
                       td_frames_class(frames, TD_VIEW("people")) | td_frames_class(frames, TD_VIEW("captive")),
        .local_class = td_frames_class(frames, TD_VIEW("local")),
        .measure_class = td_frames_class(frames, TD_VIEW("measure")),
        .happening_class = td_frames_class(frames, TD_VIEW("happening")),
        .auxiliary_class = td_frames_class(frames, TD_VIEW("auxiliary")),
        .state_class = td_frames_class(frames, TD_VIEW("state")),
    };
    td_affiliations_read(&coder);
    code_sentences(&coder, happenings);
}

void td_event_code(const td_lexicon *lexicon, enum td_happenings happenings, td_report *report, td_arena *arena) {
    td_event_code_frames(td_lexicon_frames(lexicon), happenings, report, arena);
}
