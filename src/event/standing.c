/*
 * What the words of one clause alone say of its verb, or of one phrase of its noun: tense, auxiliaries, negation,
 * hedges, conditions.
 * Input: a node. Output: its standing, without regard to what governs it (modality.c).
 */

#include "event/arguments.h"

static td_standing unsettled(void) {
    return (td_standing){
        .modality = TD_MODALITY_COUNT, .cause = TD_NONE, .negation = TD_NONE, .speaker = TD_NONE, .outermost = TD_NONE};
}

static void settle(td_standing *standing, enum td_modality modality, uint32_t cause) {
    standing->modality = modality;
    standing->cause = cause;
}

static void negate(td_standing *standing, uint32_t cause) {
    standing->negated = !standing->negated;
    standing->negation = cause;
}

/* A small word's governor: "will", "if", "not", "reportedly". */
static void apply_small_word(const td_coder *coder, td_standing *standing, uint32_t node, enum td_word_part part) {
    const td_governor *governor = td_governor_word(coder, node, part);
    if (!governor) return;
    switch (governor->effect) {
    case TD_GOVERNOR_NEGATE:
        negate(standing, node);
        break;
    case TD_GOVERNOR_EMBED:
        settle(standing, governor->modality, node);
        break;
    case TD_GOVERNOR_CLAIM:
        if (standing->modality == TD_MODALITY_COUNT ||
            td_modality_rank(standing->modality) > td_modality_rank(TD_MODALITY_ORDERED))
            settle(standing, governor->modality, node);
        break;
    case TD_GOVERNOR_QUESTION:
        settle(standing, TD_MODALITY_UNDISCLOSED, node);
        break;
    default:
        break;
    }
}

typedef struct td_verb_group {
    bool have, had, be, does, inverted;
    bool infinitive; /* "to be checked", "to have left" */
    uint32_t modal;
} td_verb_group;

static td_verb_group read_group(const td_coder *coder, uint32_t verb) {
    td_verb_group group = {.modal = TD_NONE};
    uint32_t subject = td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ);
    if (subject == TD_NONE) subject = td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ_PASS);
    for (td_each_child(c, &coder->tree, verb)) {
        const td_node *node = &coder->tree.nodes[c];
        bool names = coder->tree.nodes[verb].token->features & TD_FEATURE_INFINITIVE; /* "all he can do is leave" */
        if (node->relation == TD_RELATION_COP) *(names ? &group.infinitive : &group.be) = true;
        group.infinitive |= node->relation == TD_RELATION_MARK && td_node_is(coder, c, "to");
        if (node->relation != TD_RELATION_AUX && node->relation != TD_RELATION_AUX_PASS) continue;
        td_view lemma = node->token->lemma;
        if (td_view_equal(lemma, TD_VIEW("have"))) {
            group.have = true;
            group.had |= (node->token->features & TD_FEATURE_PAST) || td_node_is(coder, c, "had");
        } else if (td_view_equal(lemma, TD_VIEW("be"))) {
            group.be |= node->relation == TD_RELATION_AUX;
        } else if (td_view_equal(lemma, TD_VIEW("do"))) {
            group.does |= subject != TD_NONE; /* "do not leave" is an order */
        } else if (td_governor_word(coder, c, TD_PART_AUXILIARY)) {
            group.modal = c;
        }
        group.inverted |= subject != TD_NONE && c < coder->tree.nodes[subject].left;
    }
    return group;
}

/* A past tense that was taken for a participle: it has a subject and no auxiliary. */
static bool is_bare_past(const td_coder *coder, uint32_t verb) {
    enum td_relation relation = coder->tree.nodes[verb].relation;
    bool describes = relation == TD_RELATION_ACL || relation == TD_RELATION_AMOD;
    return coder->tree.nodes[verb].token->features & TD_FEATURE_PARTICIPLE && !describes &&
           td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ) != TD_NONE;
}

static bool stands_alone(const td_coder *coder, uint32_t verb) {
    enum td_relation relation = coder->tree.nodes[verb].relation;
    return relation == TD_RELATION_ROOT || relation == TD_RELATION_PARATAXIS;
}

/* Tense and auxiliaries, without negation. */
static void read_tense(const td_coder *coder, td_standing *standing, uint32_t verb, const td_verb_group *group) {
    const td_token *token = coder->tree.nodes[verb].token;
    if (group->modal != TD_NONE) {
        apply_small_word(coder, standing, group->modal, TD_PART_AUXILIARY);
        if (group->inverted) settle(standing, TD_MODALITY_POSSIBLE, group->modal); /* "should the talks fail" */
    } else if (group->infinitive) {
        return; /* as real as what governs it makes it */
    } else if (token->features & TD_FEATURE_GERUND && group->be) {
        settle(standing, TD_MODALITY_UNDER_WAY, TD_NONE);
    } else if (group->have || group->be || group->does || token->features & (TD_FEATURE_PAST | TD_FEATURE_PRESENT) ||
               td_tree_child(&coder->tree, verb, TD_RELATION_AUX_PASS) != TD_NONE || is_bare_past(coder, verb)) {
        settle(standing, TD_MODALITY_HAPPENED, TD_NONE);
    } else if (stands_alone(coder, verb) && token->features & TD_FEATURE_INFINITIVE &&
               td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ) == TD_NONE) {
        settle(standing, TD_MODALITY_CALLED_FOR, TD_NONE); /* an imperative */
    }
    standing->past_perfect = group->had && group->modal == TD_NONE;
}

/* "not all troops left", "not every soldier": some did not. */
static bool not_all(const td_coder *coder, uint32_t node, uint32_t *cause) {
    uint32_t first = coder->tree.nodes[node].left;
    bool whole = first < node && (td_node_is(coder, first + 1, "all") || td_node_is(coder, first + 1, "every"));
    if (!whole || !td_node_is(coder, first, "not")) return false;
    *cause = first;
    return true;
}

/* "no troops left", "none of them", "neither side attacked". */
static bool negated_phrase(const td_coder *coder, uint32_t node, uint32_t *cause) {
    const td_governor *own = td_governor_word(coder, node, TD_PART_DETERMINER);
    if (own && own->effect == TD_GOVERNOR_NEGATE) return *cause = node, true;
    if (not_all(coder, node, cause)) return true;
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool pair = relation == TD_RELATION_CC && c < node; /* "neither Chad nor Mali" */
        if (relation != TD_RELATION_DET && relation != TD_RELATION_ADVMOD && !pair) continue;
        const td_governor *governor = td_governor_word(coder, c, TD_PART_DETERMINER);
        if (governor && governor->effect == TD_GOVERNOR_NEGATE) return *cause = c, true;
    }
    return false;
}

/* "asked if they left": the clause is what the verb above is about, not its condition. */
static bool is_content(const td_coder *coder, uint32_t verb) {
    const td_node *node = &coder->tree.nodes[verb];
    if (node->relation != TD_RELATION_CCOMP || node->head > verb) return false;
    const td_governor *above = td_governor_word(coder, node->head, TD_PART_VERB);
    return above && (above->effect == TD_GOVERNOR_REPORT || above->effect == TD_GOVERNOR_QUESTION ||
                     above->modality == TD_MODALITY_CALLED_FOR);
}

static void read_dependents(const td_coder *coder, td_standing *standing, uint32_t verb) {
    uint32_t cause;
    for (td_each_child(c, &coder->tree, verb)) {
        switch (coder->tree.nodes[c].relation) {
        case TD_RELATION_ADVMOD:
            apply_small_word(coder, standing, c, TD_PART_ADVERB);
            for (td_each_child(d, &coder->tree, c)) /* "no longer", "not yet" */
                if (coder->tree.nodes[d].relation == TD_RELATION_ADVMOD ||
                    coder->tree.nodes[d].relation == TD_RELATION_DET)
                    apply_small_word(coder, standing, d, TD_PART_ADVERB);
            break;
        case TD_RELATION_MARK:
            apply_small_word(coder, standing, c, TD_PART_MARK);
            if (is_content(coder, verb) && td_node_is(coder, c, "if")) settle(standing, TD_MODALITY_UNDISCLOSED, c);
            break;
        case TD_RELATION_CC:
        case TD_RELATION_CASE:
            apply_small_word(coder, standing, c, TD_PART_MARK);
            break;
        case TD_RELATION_NSUBJ:
        case TD_RELATION_NSUBJ_PASS:
        case TD_RELATION_OBJ:
            if (negated_phrase(coder, c, &cause)) negate(standing, cause);
            break;
        case TD_RELATION_ADVCL: { /* "would leave if", "leave if", but not "left if" */
            uint32_t mark = td_tree_child(&coder->tree, c, TD_RELATION_MARK);
            const td_governor *governor = mark == TD_NONE ? NULL : td_governor_word(coder, mark, TD_PART_MARK);
            bool condition =
                governor && governor->effect == TD_GOVERNOR_EMBED && governor->modality == TD_MODALITY_POSSIBLE;
            bool open = standing->modality == TD_MODALITY_PLANNED ||
                        (standing->modality == TD_MODALITY_HAPPENED &&
                         coder->tree.nodes[verb].token->features & TD_FEATURE_PRESENT);
            if (condition && open) settle(standing, TD_MODALITY_POSSIBLE, mark);
            break;
        }
        default:
            break;
        }
    }
}

/* "leave" may be an infinitive or a present: with a subject of its own, or "-s", it has a tense of its own. */
static bool has_own_tense(const td_coder *coder, uint32_t verb, const td_verb_group *group) {
    uint32_t features = coder->tree.nodes[verb].token->features;
    if (group->modal != TD_NONE || group->have || group->be || group->does || group->infinitive) return true;
    if (features & (TD_FEATURE_PARTICIPLE | TD_FEATURE_INFINITIVE)) return false;
    bool bare_present = features & TD_FEATURE_PRESENT && !(features & TD_FEATURE_THIRD);
    if (bare_present) return td_own_subject(coder, verb) != TD_NONE;
    return features & (TD_FEATURE_PAST | TD_FEATURE_PRESENT);
}

static bool joins_by_or(const td_coder *coder, uint32_t verb) {
    uint32_t joint = td_tree_child(&coder->tree, verb, TD_RELATION_CC);
    return joint != TD_NONE && (td_node_is(coder, joint, "or") || td_node_is(coder, joint, "nor"));
}

/* "did not confirm or deny": one negation for both. */
static void share_negation(const td_coder *coder, td_standing *standing, uint32_t first) {
    for (td_each_child(c, &coder->tree, first)) {
        const td_governor *word =
            coder->tree.nodes[c].relation == TD_RELATION_ADVMOD ? td_governor_word(coder, c, TD_PART_ADVERB) : NULL;
        if (!word || word->effect != TD_GOVERNOR_NEGATE) continue;
        negate(standing, c);
        return;
    }
}

/* "may attack, seize and hold": later verbs share the auxiliaries of the first that has any, or its mood. */
static void share_tense(const td_coder *coder, td_standing *standing, uint32_t verb) {
    const td_node *nodes = coder->tree.nodes;
    bool or = joins_by_or(coder, verb);
    for (int steps = 0; steps < 16; steps++) {
        if (nodes[verb].relation != TD_RELATION_CONJ || !td_tree_is_verb(&coder->tree, nodes[verb].head)) return;
        verb = nodes[verb].head;
        td_verb_group group = read_group(coder, verb);
        read_tense(coder, standing, verb, &group);
        if (!has_own_tense(coder, verb, &group)) continue;
        if (or) share_negation(coder, standing, verb);
        return;
    }
}

/* "Do they leave?" asks whether; "why do they leave?" takes it that they do. */
static bool asks_whether(const td_coder *coder, uint32_t verb, const td_verb_group *group) {
    if (!group->inverted || coder->tree.nodes[verb].relation != TD_RELATION_ROOT) return false;
    if (!td_node_is(coder, coder->tree.count - 1, "?")) return false;
    for (uint32_t i = coder->tree.nodes[verb].left; i < verb; i++) {
        td_view text = td_tree_text(&coder->tree, i);
        bool asking = text.size > 2 && (text.bytes[0] == 'w' || text.bytes[0] == 'W') && text.bytes[1] == 'h';
        if (asking || td_node_is(coder, i, "how")) return false;
    }
    return true;
}

/* "anyone who leaves", "whatever they take": nobody is said to. */
static bool describes_any(const td_coder *coder, uint32_t verb) {
    const td_node *node = &coder->tree.nodes[verb];
    bool present = node->token->features & TD_FEATURE_PRESENT;
    if (!present || node->relation != TD_RELATION_ACL_RELCL || node->head == TD_NONE) return false;
    uint32_t determiner = td_tree_child(&coder->tree, node->head, TD_RELATION_DET);
    const td_governor *word =
        td_governor_word(coder, determiner != TD_NONE ? determiner : node->head, TD_PART_DETERMINER);
    return word && word->effect == TD_GOVERNOR_QUESTION;
}

static td_standing verb_alone(const td_coder *coder, uint32_t verb) {
    td_standing standing = unsettled();
    td_verb_group group = read_group(coder, verb);
    read_tense(coder, &standing, verb, &group);
    if (!has_own_tense(coder, verb, &group)) share_tense(coder, &standing, verb);
    read_dependents(coder, &standing, verb);
    if (standing.modality == TD_MODALITY_HAPPENED && describes_any(coder, verb))
        settle(&standing, TD_MODALITY_POSSIBLE, TD_NONE);
    if (asks_whether(coder, verb, &group)) {
        settle(&standing, TD_MODALITY_UNDISCLOSED, TD_NONE);
        standing.negated = false;
    }
    return standing;
}

/* "protests planned for Friday", "a vote expected in May" */
static bool is_still_to_come(const td_coder *coder, uint32_t clause) {
    const td_node *node = &coder->tree.nodes[clause];
    if (node->relation != TD_RELATION_ACL || !(node->token->features & TD_FEATURE_PARTICIPLE)) return false;
    const td_governor *governor = td_governor_word(coder, clause, TD_PART_VERB);
    return governor && governor->effect == TD_GOVERNOR_EMBED && !(node->token->features & TD_FEATURE_GERUND) &&
           (governor->modality == TD_MODALITY_PLANNED || governor->modality == TD_MODALITY_EXPECTED);
}

/* "no withdrawal", "any withdrawal", "a planned withdrawal", "alleged strikes", "the talks that may follow". */
static td_standing noun_alone(const td_coder *coder, uint32_t noun) {
    td_standing standing = unsettled();
    for (td_each_child(c, &coder->tree, noun)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        const td_governor *governor = NULL;
        if (relation == TD_RELATION_DET) {
            governor = td_governor_word(coder, c, TD_PART_DETERMINER);
            standing.generic |= governor && governor->effect == TD_GOVERNOR_QUESTION;
        } else if (relation == TD_RELATION_CASE || relation == TD_RELATION_MARK) {
            governor = td_governor_word(coder, c, TD_PART_MARK);
        } else if (relation == TD_RELATION_AMOD) {
            governor = td_governor_word(coder, c, TD_PART_ADJECTIVE);
            if (!governor && td_tree_is_verb(&coder->tree, c)) governor = td_governor_word(coder, c, TD_PART_VERB);
        }
        if (is_still_to_come(coder, c)) settle(&standing, td_governor_word(coder, c, TD_PART_VERB)->modality, c);
        if (!governor) continue;
        if (governor->effect == TD_GOVERNOR_NEGATE) negate(&standing, c);
        bool sets = governor->effect == TD_GOVERNOR_EMBED || governor->effect == TD_GOVERNOR_CLAIM ||
                    governor->effect == TD_GOVERNOR_ASPECT;
        if (sets && (relation == TD_RELATION_AMOD || relation == TD_RELATION_CASE))
            settle(&standing, governor->modality, c);
    }
    return standing;
}

td_standing td_standing_alone(const td_coder *coder, uint32_t node) {
    bool clause = td_tree_is_verb(&coder->tree, node) ||
                  td_tree_child(&coder->tree, node, TD_RELATION_COP) != TD_NONE ||
                  td_tree_child(&coder->tree, node, TD_RELATION_AUX) != TD_NONE;
    return clause ? verb_alone(coder, node) : noun_alone(coder, node);
}
