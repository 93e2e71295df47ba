/*
 * Who hangs on a predicate.
 * Input: a verb or a noun in its tree. Output: its subject, object and prepositional phrases, its own or those that
 * coordination, control, relative clauses and governing verbs lend it (the "enhanced" relations of Schuster and
 * Manning 2016, found when asked for).
 */

#include "event/arguments.h"

const char td_lent_path[] = "the subject of the verb above";

#define MOST_STEPS 32 /* climbing further than this is no longer the same matter */

static void add_argument(td_predicate *predicate, td_slot slot, uint32_t node, const char *path) {
    if (node == TD_NONE || node == predicate->node || predicate->argument_count == TD_PREDICATE_ARGUMENTS) return;
    for (uint32_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].node == node) return;
    predicate->arguments[predicate->argument_count++] = (td_argument){slot, node, 0, path};
}

static void add_kind(td_predicate *predicate, enum td_slot_kind kind, uint32_t node, const char *path) {
    add_argument(predicate, (td_slot){kind, 0}, node, path);
}

const td_argument *td_argument_in(const td_predicate *predicate, td_slot slot) {
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        const td_argument *argument = &predicate->arguments[i];
        if (argument->slot.kind == slot.kind && argument->slot.preposition == slot.preposition) return argument;
    }
    return NULL;
}

/* --- verbs ----------------------------------------------------------------- */

static bool is_passive(const td_coder *coder, uint32_t verb) {
    const td_tree *tree = &coder->tree;
    if (td_tree_child(tree, verb, TD_RELATION_NSUBJ_PASS) != TD_NONE) return true;
    if (td_tree_child(tree, verb, TD_RELATION_AUX_PASS) != TD_NONE) return true;
    bool bare = td_tree_child(tree, verb, TD_RELATION_AUX) == TD_NONE;
    bool participle = tree->nodes[verb].token->features & TD_FEATURE_PARTICIPLE;
    enum td_relation relation = tree->nodes[verb].relation;
    return participle && bare && (relation == TD_RELATION_ACL || relation == TD_RELATION_ADVCL) &&
           td_tree_child(tree, verb, TD_RELATION_NSUBJ) == TD_NONE;
}

/* The noun that the relative clause of `verb` describes, TD_NONE where it stands in none. */
static uint32_t antecedent(const td_coder *coder, uint32_t verb) {
    const td_node *nodes = coder->tree.nodes;
    for (int steps = 0; steps < MOST_STEPS && verb != TD_NONE; steps++) {
        if (nodes[verb].relation == TD_RELATION_ACL_RELCL) return nodes[verb].head;
        if (nodes[verb].relation != TD_RELATION_CONJ && nodes[verb].relation != TD_RELATION_XCOMP) break;
        verb = nodes[verb].head;
    }
    return TD_NONE;
}

/* "who", "which", "that" give way to the noun they stand for. */
static uint32_t resolve_relative(const td_coder *coder, uint32_t node, uint32_t verb) {
    bool relative = td_node_is(coder, node, "who") || td_node_is(coder, node, "which") ||
                    td_node_is(coder, node, "that") || td_node_is(coder, node, "whom");
    if (!relative) return node;
    uint32_t noun = antecedent(coder, verb);
    return noun == TD_NONE ? node : noun;
}

uint32_t td_own_subject(const td_coder *coder, uint32_t verb) {
    uint32_t subject = td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ);
    if (subject == TD_NONE) subject = td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ_PASS);
    return subject == TD_NONE ? TD_NONE : resolve_relative(coder, subject, verb);
}

static uint32_t object_of(const td_coder *coder, uint32_t verb) {
    uint32_t object = td_tree_child(&coder->tree, verb, TD_RELATION_OBJ);
    if (object == TD_NONE) object = td_tree_child(&coder->tree, verb, TD_RELATION_IOBJ);
    return object != TD_NONE ? object : td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ_PASS);
}

static uint32_t subject_of(const td_coder *coder, uint32_t verb);

/* Who does what `node` governs: by the table where the table says, else its object before its subject. */
static uint32_t controller_of(const td_coder *coder, uint32_t node, const td_governor *governor, bool clause) {
    bool object_taken = td_tree_child(&coder->tree, node, TD_RELATION_OBJ) != TD_NONE; /* "wants the army to leave" */
    bool by_object = governor ? governor->control == TD_SLOT_OBJECT ||
                                    (clause && object_taken && governor->control == TD_SLOT_SUBJECT && !governor->says)
                              : td_tree_is_verb(&coder->tree, node);
    if (by_object) {
        uint32_t object = object_of(coder, node);
        if (object != TD_NONE) return object;
        for (td_each_child(c, &coder->tree, node)) { /* "called on the rebels to leave" */
            uint32_t preposition = td_tree_child(&coder->tree, c, TD_RELATION_CASE);
            if (coder->tree.nodes[c].relation == TD_RELATION_OBL && preposition != TD_NONE &&
                (td_node_is(coder, preposition, "on") || td_node_is(coder, preposition, "to")))
                return c;
        }
        if (governor) return TD_NONE;
    }
    if (governor && governor->control == TD_SLOT_CLAUSE) return TD_NONE;
    return subject_of(coder, node);
}

/* "the resumption of aid to Chad": only "of" and "by" tell whose a noun is. */
static bool is_beside(const td_coder *coder, uint32_t node) {
    uint32_t preposition = td_tree_child(&coder->tree, node, TD_RELATION_CASE);
    bool phrase = coder->tree.nodes[node].relation == TD_RELATION_NMOD && preposition != TD_NONE;
    return phrase && !td_node_is(coder, preposition, "of") && !td_node_is(coder, preposition, "by");
}

/* The owner that a noun names by itself: "Chad's decision", "the Chadian decision", "the decision of Chad". */
static uint32_t owner_of(const td_coder *coder, uint32_t noun) {
    static const enum td_relation relations[] = {TD_RELATION_NMOD_POSS, TD_RELATION_AMOD, TD_RELATION_COMPOUND,
                                                 TD_RELATION_NMOD};
    for (size_t k = 0; k < sizeof relations / sizeof *relations; k++)
        for (td_each_child(c, &coder->tree, noun))
            if (coder->tree.nodes[c].relation == relations[k] && !is_beside(coder, c) &&
                coder->tree.nodes[c].mention != TD_NONE && td_phrase_entity(coder, c, TD_CLASS_ACTOR) != TD_NONE)
                return c;
    return TD_NONE;
}

/* One step of the search for a subject: the subject that the word above lends, or the verb to ask next. */
static uint32_t lent_subject(const td_coder *coder, uint32_t verb, uint32_t *next) {
    const td_node *node = &coder->tree.nodes[verb];
    uint32_t above;
    td_slot link;
    *next = TD_NONE;
    if (node->head == TD_NONE) return TD_NONE;
    bool finite = node->token->features & (TD_FEATURE_PAST | TD_FEATURE_PRESENT);
    if (td_is_ranked_act(coder, verb)) {
        *next = node->head;
        return TD_NONE;
    }
    switch (node->relation) {
    case TD_RELATION_CONJ:
        *next = td_tree_is_verb(&coder->tree, node->head) ||
                        coder->tree.nodes[node->head].token->part_of_speech == TD_POS_ADJECTIVE
                    ? node->head
                    : TD_NONE;
        return TD_NONE;
    case TD_RELATION_XCOMP:
    case TD_RELATION_CCOMP: {
        if (node->relation == TD_RELATION_CCOMP && finite) return TD_NONE;
        const td_governor *governor = td_governor_of(coder, verb, &above, &link);
        return controller_of(coder, node->head, governor, true);
    }
    case TD_RELATION_ADVCL: {
        const td_governor *governor = finite ? NULL : td_governor_of(coder, verb, &above, &link);
        if (governor) return controller_of(coder, above, governor, true); /* "accused the rebels of lying" */
        if (!finite) *next = node->head;
        return TD_NONE;
    }
    case TD_RELATION_ACL: {
        if (node->token->features & TD_FEATURE_GERUND) return node->head;
        const td_governor *governor = td_governor_of(coder, verb, &above, &link);
        if (!governor || governor->control != TD_SLOT_SUBJECT) return TD_NONE;
        uint32_t owner = owner_of(coder, above);
        *next = above;
        return owner;
    }
    default: {
        /* A governing noun or verb in an object's place: "announced the decision to leave". */
        const td_governor *governor = td_governor_of(coder, verb, &above, &link);
        return governor ? controller_of(coder, above, governor, false) : TD_NONE;
    }
    }
}

static uint32_t subject_of(const td_coder *coder, uint32_t verb) {
    for (int steps = 0; steps < MOST_STEPS && verb != TD_NONE; steps++) {
        uint32_t next, subject = td_own_subject(coder, verb);
        if (subject == TD_NONE)
            subject = lent_subject(coder, verb, &next);
        else
            return subject;
        if (subject != TD_NONE) return subject;
        verb = next;
    }
    return TD_NONE;
}

static void add_prepositions(const td_coder *coder, td_predicate *predicate, uint32_t node, const char *path) {
    for (td_each_child(c, &coder->tree, node)) {
        td_slot link;
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool phrase = relation == TD_RELATION_OBL || relation == TD_RELATION_NMOD || relation == TD_RELATION_OBL_AGENT;
        if (phrase && td_link_of(coder, c, &link))
            add_argument(predicate, link, resolve_relative(coder, c, node), path);
    }
}

/* Phrases that hang on the object though they belong to the act: "withdrew most of the troops from the south". */
static void add_from_object(const td_coder *coder, td_predicate *predicate, uint32_t object) {
    for (int depth = 0; depth < 3 && object != TD_NONE; depth++) {
        uint32_t within = TD_NONE;
        for (td_each_child(c, &coder->tree, object)) {
            td_slot link;
            enum td_relation relation = coder->tree.nodes[c].relation;
            bool phrase = relation == TD_RELATION_NMOD || relation == TD_RELATION_OBL;
            if (!phrase || !td_link_of(coder, c, &link)) continue;
            if (link.preposition == coder->of_key)
                within = c;
            else
                add_argument(predicate, link, c, "a phrase behind its object");
        }
        object = within;
    }
}

static void add_phrase_of(const td_coder *coder, td_predicate *predicate, uint32_t verb, uint32_t c) {
    td_slot link;
    uint32_t node = resolve_relative(coder, c, verb);
    if (td_link_of(coder, c, &link)) {
        if (predicate->passive && link.preposition == coder->by_key)
            add_kind(predicate, TD_SLOT_SUBJECT, node, "its agent");
        else
            add_argument(predicate, link, node, "its prepositional phrase");
        return;
    }
    /* Somebody named behind a verb without a preposition is its object. */
    bool named = c > verb && td_phrase_entity(coder, c, UINT64_MAX) != TD_NONE;
    if (named && td_tree_child(&coder->tree, verb, TD_RELATION_OBJ) == TD_NONE)
        add_kind(predicate, TD_SLOT_OBJECT, node, "its object");
}

/* "stopped shelling the town": a bare gerund is what the verb is about, as a noun would be. */
static void add_clause(const td_coder *coder, td_predicate *predicate, uint32_t clause) {
    const td_token *token = coder->tree.nodes[clause].token;
    bool bare = token->features & TD_FEATURE_GERUND &&
                td_tree_child(&coder->tree, clause, TD_RELATION_MARK) == TD_NONE &&
                td_tree_child(&coder->tree, clause, TD_RELATION_AUX) == TD_NONE;
    add_kind(predicate, bare ? TD_SLOT_OBJECT : TD_SLOT_CLAUSE, clause, bare ? "its object" : "its clause");
}

static void add_own(const td_coder *coder, td_predicate *predicate, uint32_t verb) {
    static const struct {
        enum td_relation relation;
        enum td_slot_kind kind;
        const char *path;
    } own[] = {
        {TD_RELATION_NSUBJ, TD_SLOT_SUBJECT, "its subject"},
        {TD_RELATION_NSUBJ_PASS, TD_SLOT_OBJECT, "its passive subject"},
        {TD_RELATION_OBJ, TD_SLOT_OBJECT, "its object"},
        {TD_RELATION_IOBJ, TD_SLOT_INDIRECT, "its indirect object"},
        {TD_RELATION_OBL_AGENT, TD_SLOT_SUBJECT, "its agent"},
    };
    /* "allowed the opposition to campaign": who is given something needs something given beside him */
    bool lone = td_tree_child(&coder->tree, verb, TD_RELATION_OBJ) == TD_NONE &&
                td_tree_child(&coder->tree, verb, TD_RELATION_CCOMP) == TD_NONE;
    for (td_each_child(c, &coder->tree, verb)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        for (size_t i = 0; i < sizeof own / sizeof *own; i++)
            if (own[i].relation == relation)
                add_kind(predicate, own[i].kind == TD_SLOT_INDIRECT && lone ? TD_SLOT_OBJECT : own[i].kind,
                         resolve_relative(coder, c, verb), own[i].path);
        bool infinitive = relation == TD_RELATION_ADVCL && c > verb && td_has_mark(coder, c, coder->to_key);
        if (relation == TD_RELATION_CCOMP || relation == TD_RELATION_XCOMP || infinitive)
            add_clause(coder, predicate, c);
        if (relation == TD_RELATION_OBL || relation == TD_RELATION_NMOD) add_phrase_of(coder, predicate, verb, c);
    }
}

/* "called for sanctions against the junta", "agreed to talks with the union". */
static void add_from_phrases(const td_coder *coder, td_predicate *predicate) {
    uint32_t count = predicate->argument_count;
    for (uint32_t i = 0; i < count; i++) {
        td_slot slot = predicate->arguments[i].slot;
        if (slot.kind == TD_SLOT_PREPOSITION &&
            (slot.preposition == coder->for_key || slot.preposition == coder->to_key))
            add_from_object(coder, predicate, predicate->arguments[i].node);
    }
}

/* "a cessation of hostilities brokered by Chad": which of the two nouns it describes the frame must decide. */
static void add_described(const td_coder *coder, td_predicate *predicate, uint32_t noun) {
    add_kind(predicate, TD_SLOT_OBJECT, noun, "the noun it describes");
    uint32_t preposition = td_tree_child(&coder->tree, noun, TD_RELATION_CASE);
    bool part = coder->tree.nodes[noun].relation == TD_RELATION_NMOD && preposition != TD_NONE;
    if (part && td_node_is(coder, preposition, "of"))
        add_kind(predicate, TD_SLOT_OBJECT, coder->tree.nodes[noun].head, "the noun it describes a part of");
}

void td_arguments_describe(const td_coder *coder, td_predicate *predicate) {
    const td_node *verb = &coder->tree.nodes[predicate->node];
    if (predicate->nominal || td_has_argument(predicate, TD_SLOT_OBJECT)) return;
    if (verb->relation == TD_RELATION_ACL && predicate->passive)
        add_described(coder, predicate, verb->head);
    else if (verb->relation == TD_RELATION_ACL_RELCL && !predicate->passive)
        add_kind(predicate, TD_SLOT_OBJECT, verb->head, "the noun its relative clause describes");
}

/*
 * "a truce between Chad and Mali has held", "talks between them began", "Chad's attack on the port killed nine": the
 * parties hang on the subject.
 */
static void add_parties(const td_coder *coder, td_predicate *predicate, uint32_t subject) {
    static const char *const prepositions[] = {"between", "on", "against"};
    for (td_each_child(c, &coder->tree, subject)) {
        td_slot link;
        uint32_t preposition = td_tree_child(&coder->tree, c, TD_RELATION_CASE);
        if (coder->tree.nodes[c].relation != TD_RELATION_NMOD || preposition == TD_NONE || td_node_is_time(coder, c))
            continue;
        for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
            if (td_node_is(coder, preposition, prepositions[i]) && td_link_of(coder, c, &link))
                add_argument(predicate, link, c, "a phrase behind its subject");
    }
}

/* "gave the Ivory Coast five million dollars": a country in front of a number is who receives it. */
static void add_receiver_within(const td_coder *coder, td_predicate *predicate) {
    const td_argument *object = td_argument_in(predicate, (td_slot){TD_SLOT_OBJECT, 0});
    if (!object || predicate->passive || td_has_argument(predicate, TD_SLOT_INDIRECT)) return;
    uint32_t receiver = TD_NONE;
    for (td_each_child(c, &coder->tree, object->node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool before =
            relation == TD_RELATION_COMPOUND && c > predicate->node && coder->tree.nodes[c].mention != TD_NONE;
        if (before && td_phrase_entity(coder, c, TD_CLASS_COUNTRY) != TD_NONE) receiver = c;
        bool number = coder->tree.nodes[c].token->part_of_speech == TD_POS_NUMERAL;
        if (number && receiver != TD_NONE && c > receiver) {
            add_kind(predicate, TD_SLOT_INDIRECT, receiver, "its indirect object");
            return;
        }
    }
}

static void collect_verb(const td_coder *coder, td_predicate *predicate) {
    uint32_t verb = predicate->node, next;
    predicate->passive = is_passive(coder, verb);
    add_own(coder, predicate, verb);
    enum td_relation relation = coder->tree.nodes[verb].relation;
    if (predicate->passive && !td_has_argument(predicate, TD_SLOT_OBJECT)) {
        if (relation != TD_RELATION_ACL)
            add_kind(predicate, TD_SLOT_OBJECT, subject_of(coder, verb), "the subject of the clause above");
    } else if (!predicate->passive && !td_has_argument(predicate, TD_SLOT_SUBJECT)) {
        uint32_t subject = lent_subject(coder, verb, &next);
        if (subject == TD_NONE && next != TD_NONE) subject = subject_of(coder, next);
        add_kind(predicate, TD_SLOT_SUBJECT, subject, "the subject that the clause above lends");
    }
    td_arguments_describe(coder, predicate);
    add_receiver_within(coder, predicate);
    const td_argument *object = td_argument_in(predicate, (td_slot){TD_SLOT_OBJECT, 0});
    if (object) add_from_object(coder, predicate, object->node);
    add_from_phrases(coder, predicate);
    const td_argument *subject = td_argument_in(predicate, (td_slot){TD_SLOT_SUBJECT, 0});
    if (subject) add_parties(coder, predicate, subject->node);
}

/* --- nouns ----------------------------------------------------------------- */

/* "the Geneva talks": a place that is no country, and so no party. */
static bool names_venue(const td_coder *coder, uint32_t node) {
    td_index place = td_phrase_entity(coder, node, TD_CLASS_OF_KIND(TD_ENTITY_PLACE));
    return coder->tree.nodes[node].mention != TD_NONE && place != TD_NONE &&
           !(td_entity_classes(&coder->report->entities.items[place]) & TD_CLASS_COUNTRY);
}

static void add_noun_modifier(const td_coder *coder, td_predicate *predicate, uint32_t c) {
    bool actor = coder->tree.nodes[c].mention != TD_NONE && td_phrase_entity(coder, c, TD_CLASS_ACTOR) != TD_NONE;
    td_slot link;
    if (td_node_is_time(coder, c) && c < predicate->node) return; /* "Monday's raid" is nobody's */
    switch (coder->tree.nodes[c].relation) {
    case TD_RELATION_NMOD_POSS:
        add_kind(predicate, TD_SLOT_SUBJECT, c, "its possessor");
        break;
    case TD_RELATION_AMOD:
        if (actor)
            add_kind(predicate, TD_SLOT_SUBJECT, c, "the adjective before it");
        else
            add_argument(predicate, (td_slot){TD_SLOT_PREPOSITION, coder->kind_key}, c, "the adjective before it");
        break;
    case TD_RELATION_COMPOUND:
        if (names_venue(coder, c))
            add_argument(predicate, (td_slot){TD_SLOT_PREPOSITION, coder->in_key}, c, "the place before it");
        else
            add_kind(predicate, actor ? TD_SLOT_SUBJECT : TD_SLOT_OBJECT, c, "the noun before it");
        break;
    case TD_RELATION_NMOD:
    case TD_RELATION_OBL:
        if (!td_link_of(coder, c, &link)) break;
        if (link.preposition == coder->by_key)
            add_kind(predicate, TD_SLOT_SUBJECT, c, "its 'by' phrase");
        else
            add_argument(predicate, link, c, "its prepositional phrase");
        break;
    default:
        break;
    }
}

static uint32_t agent_of(const td_coder *coder, uint32_t verb) {
    return td_tree_child(&coder->tree, verb, TD_RELATION_OBL_AGENT);
}

/* Who a governing word says does, or undergoes, what the noun names. */
static uint32_t lent_party(const td_coder *coder, uint32_t above, const td_governor *governor) {
    if (!td_tree_is_verb(&coder->tree, above)) return owner_of(coder, above);
    if (governor->modality == TD_MODALITY_ORDERED && !is_passive(coder, above))
        return subject_of(coder, above); /* "the court ordered the arrest of": who orders an act does it by others */
    if (!is_passive(coder, above)) return controller_of(coder, above, governor, false);
    uint32_t agent = agent_of(coder, above); /* "were engaged in": those who are do it themselves */
    return agent == TD_NONE && governor->effect == TD_GOVERNOR_CARRY && governor->part == TD_PART_VERB
               ? td_tree_child(&coder->tree, above, TD_RELATION_NSUBJ_PASS)
               : agent;
}

/* "ordered the pullout of the troops from Mali": nobody orders from Mali. */
static void add_origin(const td_coder *coder, td_predicate *predicate, uint32_t verb) {
    for (td_each_child(c, &coder->tree, verb)) {
        td_slot link;
        uint32_t preposition = td_tree_child(&coder->tree, c, TD_RELATION_CASE);
        bool from = coder->tree.nodes[c].relation == TD_RELATION_OBL && c > predicate->node && preposition != TD_NONE &&
                    td_node_is(coder, preposition, "from");
        if (from && td_link_of(coder, c, &link)) add_argument(predicate, link, c, "a phrase behind it");
    }
}

/* "held talks", "came under fire", "a ceasefire deal between the two": what the governing word adds. */
static void add_from_governor(const td_coder *coder, td_predicate *predicate) {
    uint32_t above;
    td_slot link;
    const td_governor *governor = td_governor_of(coder, predicate->node, &above, &link);
    if (!governor) return;
    bool bearer = governor->effect == TD_GOVERNOR_CARRY || governor->effect == TD_GOVERNOR_ASPECT ||
                  governor->part == TD_PART_NOUN;
    enum td_slot_kind kind = governor->passive ? TD_SLOT_OBJECT : TD_SLOT_SUBJECT;
    bool lends = link.kind != TD_SLOT_SUBJECT && governor->control != TD_SLOT_CLAUSE;
    if (lends && !td_has_argument(predicate, kind))
        add_kind(predicate, kind, lent_party(coder, above, governor),
                 governor->passive ? "the one who undergoes it" : td_lent_path);
    if (bearer)
        add_prepositions(coder, predicate, above, "a phrase of the word above");
    else if (link.kind == TD_SLOT_OBJECT)
        add_origin(coder, predicate, above);
}

/* "an attack on the port by Chad": hung on the port. */
static void add_agent_within(const td_coder *coder, td_predicate *predicate) {
    if (td_has_argument(predicate, TD_SLOT_SUBJECT)) return;
    for (uint32_t i = 0, count = predicate->argument_count; i < count; i++) {
        if (predicate->arguments[i].slot.kind != TD_SLOT_PREPOSITION) continue;
        for (td_each_child(c, &coder->tree, predicate->arguments[i].node)) {
            td_slot link;
            bool phrase = coder->tree.nodes[c].relation == TD_RELATION_NMOD && td_link_of(coder, c, &link);
            if (phrase && link.preposition == coder->by_key)
                add_kind(predicate, TD_SLOT_SUBJECT, c, "the 'by' phrase within");
        }
    }
}

static void collect_noun(const td_coder *coder, td_predicate *predicate) {
    for (td_each_child(c, &coder->tree, predicate->node)) add_noun_modifier(coder, predicate, c);
    const td_argument *of = td_argument_in(predicate, (td_slot){TD_SLOT_PREPOSITION, coder->of_key});
    if (of) add_from_object(coder, predicate, of->node);
    add_agent_within(coder, predicate);
    add_from_governor(coder, predicate);
}

void td_arguments_collect(const td_coder *coder, td_predicate *predicate) {
    predicate->argument_count = 0;
    if (predicate->nominal)
        collect_noun(coder, predicate);
    else
        collect_verb(coder, predicate);
}
