/*
 * How sure the text is of an event.
 * Input: a predicate. Output: its modality and polarity, from its own clause outward through every word that has it in
 * its grasp, as factuality is built up in Saurí and Pustejovsky (2012): each governor turns the standing of what it
 * holds into a new one.
 */

#include "event/coding.h"

#define MOST_LEVELS 24

static bool is_real(enum td_modality modality) {
    return modality == TD_MODALITY_HAPPENED || modality == TD_MODALITY_ENDED || modality == TD_MODALITY_UNDER_WAY ||
           modality == TD_MODALITY_BEGUN;
}

static bool is_open(enum td_modality modality) {
    return modality == TD_MODALITY_COUNT;
}

typedef struct td_climb {
    const td_coder *coder;
    td_standing standing;
    bool outcome;            /* the event is what became of another: people killed, driven out */
    bool purpose;            /* it is what something else is done for */
    bool told;               /* a finite clause told by somebody: what becomes of the telling does not touch it */
    enum td_modality aspect; /* what an aspect verb adds once the event proves real; TD_MODALITY_COUNT if none */
} td_climb;

static void settle(td_climb *climb, enum td_modality modality, uint32_t cause) {
    climb->standing.modality = modality;
    climb->standing.cause = cause;
}

static void negate(td_climb *climb, uint32_t cause) {
    climb->standing.negated = !climb->standing.negated;
    climb->standing.negation = cause;
}

/* "called for an end to the shelling", "agreed to halt fighting": it goes on, whatever becomes of the end of it. */
static bool ends_unreally(const td_governor *governor, const td_standing *above) {
    return governor->modality == TD_MODALITY_ENDED && !is_real(above->modality);
}

/* The event is as real as the word above; `aspect` says how far it has come. */
static void carry(td_climb *climb, const td_governor *governor, const td_standing *above, uint32_t node) {
    td_standing *standing = &climb->standing;
    if (above->negated) negate(climb, above->negation);
    bool follows = is_open(standing->modality) || is_real(standing->modality);
    if (!follows) return;
    if (governor->modality != TD_MODALITY_COUNT) climb->aspect = governor->modality;
    if (is_real(above->modality) || is_open(above->modality)) {
        if (is_real(above->modality) || governor->modality != TD_MODALITY_COUNT)
            settle(climb, governor->modality != TD_MODALITY_COUNT ? governor->modality : above->modality, node);
        if (is_open(above->modality)) standing->modality = TD_MODALITY_COUNT;
    } else {
        settle(climb, above->modality, above->cause == TD_NONE ? node : above->cause);
    }
}

/* "declared an end to the raids" ends them; "called for an end to the raids" tells that they go on. */
static bool embed_end(td_climb *climb, const td_governor *governor, const td_standing *above, uint32_t node) {
    if (climb->aspect != TD_MODALITY_ENDED || !is_open(climb->standing.modality)) return false;
    bool done = governor->modality == TD_MODALITY_ANNOUNCED && (is_real(above->modality) || is_open(above->modality));
    settle(climb, done && !above->negated ? TD_MODALITY_ENDED : TD_MODALITY_UNDER_WAY, node);
    return true;
}

/* Ordered, announced, hoped for: the word's own modality, unless its clause is itself not real. */
static void embed(td_climb *climb, const td_governor *governor, const td_standing *above, uint32_t node, bool finite) {
    enum td_modality inner = climb->standing.modality;
    if (inner == TD_MODALITY_UNDISCLOSED) return; /* "asked whether they left" */
    if (embed_end(climb, governor, above, node)) return;
    if (governor->modality == TD_MODALITY_DENIED) {
        climb->standing.negated = false; /* "denied that it had not left": what is denied stands in doubt either way */
        climb->standing.negation = TD_NONE;
        settle(climb, above->negated ? TD_MODALITY_POSSIBLE : TD_MODALITY_DENIED, node);
        return;
    }
    if (above->negated) negate(climb, above->negation);
    if (governor->modality == TD_MODALITY_ANNOUNCED && finite && !is_open(inner) && inner != TD_MODALITY_PLANNED)
        return;
    if (!is_open(above->modality) && !is_real(above->modality) && governor->modality != TD_MODALITY_CALLED_FOR)
        settle(climb, above->modality, above->cause == TD_NONE ? node : above->cause);
    else
        settle(climb, governor->modality, node);
}

static void claim(td_climb *climb, const td_governor *governor, uint32_t node) {
    enum td_modality inner = climb->standing.modality;
    if (is_open(inner) || is_real(inner)) settle(climb, governor->modality, node);
}

/* "whether they left": the word that opens the clause asks. */
static bool is_asked(uint32_t cause, const td_coder *coder) {
    return cause != TD_NONE && (td_node_is(coder, cause, "whether") || td_node_is(coder, cause, "if"));
}

/* "did not say that they left" leaves it open, "did not know that they had left" takes it that they did. */
static void report(td_climb *climb, const td_governor *governor, const td_standing *above, uint32_t node) {
    bool factive = governor->modality == TD_MODALITY_HAPPENED && !is_asked(climb->standing.cause, climb->coder);
    if (above->negated && !factive) {
        settle(climb, TD_MODALITY_UNDISCLOSED, node); /* "did not say whether" */
        climb->standing.negated = false;
    }
}

static uint32_t subject_of_verb(const td_coder *coder, uint32_t node) {
    for (int steps = 0; steps < MOST_LEVELS && node != TD_NONE; steps++) {
        uint32_t subject = td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ);
        if (subject != TD_NONE) return subject;
        for (td_each_child(c, &coder->tree, node))
            if (coder->tree.nodes[c].relation == TD_RELATION_OBL_AGENT) return c;
        enum td_relation relation = coder->tree.nodes[node].relation;
        if (relation != TD_RELATION_CONJ && relation != TD_RELATION_XCOMP && relation != TD_RELATION_ADVCL) break;
        node = coder->tree.nodes[node].head;
    }
    return TD_NONE;
}

static uint32_t speaker_of(const td_coder *coder, uint32_t node) {
    if (td_tree_is_verb(&coder->tree, node)) return subject_of_verb(coder, node);
    uint32_t owner = td_tree_child(&coder->tree, node, TD_RELATION_NMOD_POSS);
    if (owner == TD_NONE) owner = td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ); /* "was sure that" */
    return owner;
}

/* "was expected to say that they had left": the telling is expected, not the leaving. */
static bool passes_over(const td_climb *climb, const td_governor *governor) {
    return climb->told && governor->effect != TD_GOVERNOR_REPORT && governor->effect != TD_GOVERNOR_CLAIM &&
           governor->modality != TD_MODALITY_DENIED;
}

/* False where words further out no longer bear on the event. */
static bool apply(td_climb *climb, const td_governor *governor, uint32_t node, bool finite) {
    td_standing above = td_standing_alone(climb->coder, node);
    bool noun = governor->part == TD_PART_NOUN && !above.negated; /* "the end of the war": real where it is */
    if (!noun && governor->effect == TD_GOVERNOR_ASPECT && ends_unreally(governor, &above)) {
        settle(climb, TD_MODALITY_UNDER_WAY, node);
        climb->standing.outermost = node;
        return false;
    }
    switch (governor->effect) {
    case TD_GOVERNOR_REPORT:
        report(climb, governor, &above, node);
        break;
    case TD_GOVERNOR_CLAIM:
        claim(climb, governor, node);
        break;
    case TD_GOVERNOR_EMBED:
        embed(climb, governor, &above, node, finite);
        break;
    case TD_GOVERNOR_ASPECT:
    case TD_GOVERNOR_CARRY:
        carry(climb, governor, &above, node);
        break;
    case TD_GOVERNOR_NEGATE:
        negate(climb, node);
        carry(climb, governor, &above, node);
        break;
    case TD_GOVERNOR_QUESTION:
        settle(climb, TD_MODALITY_UNDISCLOSED, node);
        break;
    case TD_GOVERNOR_COUNT:
        break;
    }
    if (climb->standing.path_count < TD_STANDING_PATH) climb->standing.path[climb->standing.path_count++] = node;
    if (governor->says && climb->standing.speaker == TD_NONE) climb->standing.speaker = speaker_of(climb->coder, node);
    climb->standing.outermost = node;
    return true;
}

static bool is_now(const td_coder *coder, uint32_t node) {
    const td_token *token = coder->tree.nodes[node].token;
    return token->features & TD_FEATURE_PRESENT && !td_view_equal(token->lemma, TD_VIEW("have"));
}

/* "will stay until the line is drawn", "would not leave until all were freed": as far off as the clause it dates. */
static bool is_far_off(const td_coder *coder, uint32_t node) {
    if (coder->tree.nodes[node].relation != TD_RELATION_ADVCL) return false;
    if (is_now(coder, node)) return true;
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool auxiliary = relation == TD_RELATION_AUX || relation == TD_RELATION_AUX_PASS;
        if (auxiliary && is_now(coder, c)) return true;
        if (relation == TD_RELATION_MARK && (td_node_is(coder, c, "until") || td_node_is(coder, c, "till")))
            return true;
    }
    return false;
}

/* A clause without a governor, as real as the one it hangs on: "have to see it before we welcome it". */
static bool inherit_main(td_climb *climb, uint32_t node, uint32_t above) {
    const td_node *here = &climb->coder->tree.nodes[node];
    td_standing *standing = &climb->standing;
    td_standing main = td_standing_alone(climb->coder, above);
    if (is_far_off(climb->coder, node) && standing->modality == TD_MODALITY_HAPPENED) {
        if (!is_open(main.modality) && !is_real(main.modality)) settle(climb, main.modality, main.cause);
        if (is_open(main.modality)) standing->modality = TD_MODALITY_COUNT;
        return is_open(main.modality);
    }
    if (!is_open(standing->modality)) return false;
    if (here->relation == TD_RELATION_ADVCL && !(here->token->features & (TD_FEATURE_GERUND | TD_FEATURE_PARTICIPLE))) {
        climb->purpose = true; /* no surer than what is done for it: "asked for troops to guard the town" */
        if (is_real(main.modality))
            settle(climb, TD_MODALITY_PLANNED, node);
        else if (!is_open(main.modality))
            settle(climb, main.modality, main.cause);
        return !is_real(main.modality);
    }
    if (main.negated && here->relation == TD_RELATION_XCOMP) negate(climb, main.negation);
    if (!is_open(main.modality)) settle(climb, main.modality, main.cause);
    return true;
}

/* "the cost of rebuilding", "ways of leaving": of an act in general nothing is said to happen. */
static bool is_in_general(const td_coder *coder, uint32_t node) {
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool opens = relation == TD_RELATION_MARK || relation == TD_RELATION_CASE;
        if (opens && (td_node_is(coder, c, "of") || td_node_is(coder, c, "to") || td_node_is(coder, c, "in")))
            return true;
    }
    return false;
}

/* "Rebuilding costs billions" speaks of an act in general, "rebuilding cost billions" of one. */
static void settle_topic(td_climb *climb, uint32_t above) {
    const td_tree *tree = &climb->coder->tree;
    uint32_t copula = td_tree_child(tree, above, TD_RELATION_COP), tensed = copula != TD_NONE ? copula : above;
    bool past = tree->nodes[tensed].token->features & TD_FEATURE_PAST;
    settle(climb, past ? TD_MODALITY_HAPPENED : TD_MODALITY_POSSIBLE, TD_NONE);
}

/* Where no governor stands above: what a clause inherits from the clause it hangs on. False at the top. */
static bool inherit(td_climb *climb, uint32_t node, uint32_t above) {
    const td_coder *coder = climb->coder;
    const td_node *here = &coder->tree.nodes[node];
    td_standing *standing = &climb->standing;
    bool gerund = here->token->features & TD_FEATURE_GERUND;
    if (is_open(standing->modality) && td_is_ranked_act(coder, node)) {
        td_standing main = td_standing_alone(coder, above);
        if (main.negated) negate(climb, main.negation);
        if (!is_open(main.modality)) settle(climb, main.modality, main.cause);
        return true;
    }
    switch (here->relation) {
    case TD_RELATION_XCOMP:
    case TD_RELATION_ADVCL:
        return inherit_main(climb, node, above);
    case TD_RELATION_ACL:
        if (is_open(standing->modality))
            settle(climb,
                   gerund && climb->outcome                        ? TD_MODALITY_HAPPENED
                   : gerund && is_in_general(coder, node)          ? TD_MODALITY_POSSIBLE
                   : gerund                                        ? TD_MODALITY_UNDER_WAY
                   : here->token->features & TD_FEATURE_PARTICIPLE ? TD_MODALITY_HAPPENED
                                                                   : TD_MODALITY_PLANNED,
                   TD_NONE);
        return false;
    case TD_RELATION_CCOMP:
        return true;
    case TD_RELATION_CSUBJ:
        if (is_open(standing->modality)) settle_topic(climb, above);
        return false;
    default:
        return false;
    }
}

static bool asks_how_many(const td_coder *coder, uint32_t node) {
    if (node == TD_NONE) return false;
    for (uint32_t i = coder->tree.nodes[node].left; i + 1 <= coder->tree.nodes[node].right; i++)
        if (td_node_is(coder, i, "how") && (td_node_is(coder, i + 1, "many") || td_node_is(coder, i + 1, "much")))
            return true;
    return false;
}

/* "declined to say how many would stay", "gave no details on how many": the number is kept back, not the act denied. */
static bool is_left_open(const td_coder *coder, uint32_t node, const td_standing *standing) {
    bool asked = asks_how_many(coder, td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ)) ||
                 asks_how_many(coder, td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ_PASS)) ||
                 asks_how_many(coder, td_tree_child(&coder->tree, node, TD_RELATION_OBJ));
    enum td_relation relation = coder->tree.nodes[node].relation;
    return asked && relation != TD_RELATION_ROOT && standing->modality != TD_MODALITY_ALLEGED;
}

/* "to strike and withdraw": both, though one "to" does for them. */
static bool is_infinitive(const td_coder *coder, uint32_t verb) {
    const td_node *nodes = coder->tree.nodes;
    for (int steps = 0; steps < MOST_LEVELS && !td_has_mark(coder, verb, coder->to_key); steps++) {
        bool bare = nodes[verb].relation == TD_RELATION_CONJ && nodes[verb].token->features & TD_FEATURE_INFINITIVE;
        if (!bare || td_tree_child(&coder->tree, verb, TD_RELATION_AUX) != TD_NONE) return false;
        verb = nodes[verb].head;
    }
    return td_has_mark(coder, verb, coder->to_key);
}

/* One step up from `*node`; false where nothing further out bears on the event. */
static bool climb_on(td_climb *climb, uint32_t *node) {
    const td_coder *coder = climb->coder;
    uint32_t above;
    td_slot link;
    for (int steps = 0; coder->tree.nodes[*node].relation == TD_RELATION_CONJ && steps < MOST_LEVELS; steps++)
        *node = coder->tree.nodes[*node].head;
    const td_governor *governor = td_governor_of(coder, *node, &above, &link);
    if (above == TD_NONE) return false;
    bool finite = coder->tree.nodes[*node].relation == TD_RELATION_CCOMP && td_tree_is_verb(&coder->tree, *node);
    bool settled = finite && !is_open(climb->standing.modality);
    if (governor && passes_over(climb, governor))
        climb->standing.outermost = above;
    else if (governor ? !apply(climb, governor, above, finite) : !inherit(climb, *node, above))
        return false;
    climb->told |= settled && (!governor || governor->effect == TD_GOVERNOR_REPORT);
    *node = above;
    return true;
}

/* What is still open, the form of the word and its frame decide. */
static enum td_modality closed(const td_climb *climb, const td_predicate *predicate) {
    enum td_modality modality = climb->standing.modality;
    if (modality == TD_MODALITY_HAPPENED) return predicate->frame->aspect;
    if (!is_open(modality)) return modality;
    bool infinitive = !predicate->nominal && is_infinitive(climb->coder, predicate->node);
    if (infinitive) return TD_MODALITY_PLANNED; /* "the aim is to leave" */
    return climb->aspect != TD_MODALITY_COUNT ? climb->aspect : predicate->frame->aspect;
}

td_standing td_standing_of(const td_coder *coder, const td_predicate *predicate) {
    bool outcome =
        predicate->frame->ledgers & (1U << TD_LEDGER_TOLL) && predicate->frame->aspect == TD_MODALITY_HAPPENED;
    td_climb climb = {.coder = coder,
                      .standing = td_standing_alone(coder, predicate->node),
                      .outcome = outcome,
                      .aspect = TD_MODALITY_COUNT};
    climb.standing.outermost = predicate->node;
    uint32_t node = predicate->node;
    for (int level = 0; level < MOST_LEVELS && climb_on(&climb, &node); level++) {
    }
    td_standing *standing = &climb.standing;
    if (climb.purpose && is_real(standing->modality)) settle(&climb, TD_MODALITY_PLANNED, predicate->node);
    if (is_left_open(coder, predicate->node, standing)) {
        standing->modality = TD_MODALITY_UNDISCLOSED;
        standing->negated = false;
    }
    standing->modality = closed(&climb, predicate);
    return *standing;
}
