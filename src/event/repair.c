/*
 * Repairs of trees that English cannot have.
 * Input: nodes with heads and relations, before they are linked. Output: the same, mended where a parser took the verb
 * of a clause for a description: "the government admitted inspectors" read as if inspectors had been admitted by
 * nobody. What is certain is mended and nothing else: a participle that describes a noun has no subject of its own and
 * no object, and a sentence whose only verb describes its only noun is a clause.
 */

#include "event/tree.h"

/* What hangs on each node, as far as the repairs ask. */
typedef struct td_held {
    bool subject, object, auxiliary;
    bool be; /* "be" or "get" among its auxiliaries, as a passive must have */
} td_held;

static bool is_be(const td_token *token) {
    return td_view_equal(token->lemma, TD_VIEW("be")) || td_view_equal(token->lemma, TD_VIEW("get"));
}

static void read_held(const td_tree *tree, td_held *held) {
    for (uint32_t i = 0; i < tree->count; i++) {
        uint32_t head = tree->nodes[i].head;
        if (head == TD_NONE) continue;
        switch (tree->nodes[i].relation) {
        case TD_RELATION_NSUBJ:
        case TD_RELATION_NSUBJ_PASS:
            held[head].subject = true;
            break;
        case TD_RELATION_OBJ:
        case TD_RELATION_CCOMP:
        case TD_RELATION_XCOMP:
            held[head].object = true;
            break;
        case TD_RELATION_AUX:
        case TD_RELATION_AUX_PASS:
        case TD_RELATION_COP:
            held[head].auxiliary = true;
            held[head].be |= is_be(tree->nodes[i].token);
            break;
        default:
            break;
        }
    }
}

/* The verb takes the place of the noun, which becomes its subject or object. */
static void put_above(td_tree *tree, uint32_t verb, uint32_t noun, enum td_relation relation) {
    tree->nodes[verb].head = tree->nodes[noun].head;
    tree->nodes[verb].relation = tree->nodes[noun].relation;
    tree->nodes[noun].head = verb;
    tree->nodes[noun].relation = relation;
    /* What stands behind the verb and hung on the noun in front of it belongs to the clause. */
    if (relation != TD_RELATION_NSUBJ) return;
    for (uint32_t i = verb + 1; i < tree->count; i++) {
        td_node *node = &tree->nodes[i];
        if (node->head != noun) continue;
        if (node->relation == TD_RELATION_NMOD) node->relation = TD_RELATION_OBL;
        node->head = verb;
    }
}

static bool may_be_past(const td_token *token) {
    bool other = token->features & (TD_FEATURE_GERUND | TD_FEATURE_INFINITIVE | TD_FEATURE_PRESENT);
    return token->part_of_speech == TD_POS_VERB && !other;
}

/* "The blast killed nine civilians": what stands between an article and the only verb is a noun, whatever its tag. */
static bool stands_as_noun(const td_tree *tree, uint32_t node, uint32_t verb) {
    return node + 1 == verb && node > 0 && tree->nodes[node].token->part_of_speech == TD_POS_ADJECTIVE &&
           tree->nodes[node - 1].token->part_of_speech == TD_POS_DETERMINER;
}

/* A noun in front of the verb that nothing but the verb's noun holds: the subject that went astray. */
static uint32_t noun_before(const td_tree *tree, uint32_t verb, uint32_t noun) {
    for (uint32_t i = verb; i-- > 0;) {
        enum td_part_of_speech part = tree->nodes[i].token->part_of_speech;
        bool nominal = part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN || part == TD_POS_PRONOUN ||
                       stands_as_noun(tree, i, verb);
        bool loose = tree->nodes[i].head == noun || tree->nodes[i].head == verb;
        if (nominal && loose) return i;
        if (part == TD_POS_PUNCTUATION || (loose && tree->nodes[i].relation == TD_RELATION_CASE)) break;
    }
    return TD_NONE;
}

static bool begins_sentence(const td_tree *tree, uint32_t verb) {
    for (uint32_t i = 0; i < verb; i++)
        if (tree->nodes[i].token->part_of_speech == TD_POS_VERB ||
            tree->nodes[i].token->part_of_speech == TD_POS_AUXILIARY)
            return false;
    return true;
}

/* "the cabinet today welcomed the plan": the first verb, which no comma or "and" parts from what stands in front. */
static bool is_run_on(const td_tree *tree, uint32_t verb, uint32_t noun) {
    enum td_part_of_speech before = verb > 0 ? tree->nodes[verb - 1].token->part_of_speech : TD_POS_PUNCTUATION;
    if (!begins_sentence(tree, verb) || before == TD_POS_PUNCTUATION || before == TD_POS_COORDINATOR) return false;
    for (uint32_t i = verb; i < noun; i++)
        if (tree->nodes[i].head == noun && tree->nodes[i].relation == TD_RELATION_CASE) return false;
    return before != TD_POS_ADPOSITION && before != TD_POS_DETERMINER;
}

/* "two states boosted trade", read as states with an object that is boosted trade: nouns have no objects. */
static bool takes_object_of_noun(const td_tree *tree, const td_held *held, uint32_t verb, uint32_t noun) {
    uint32_t root = tree->nodes[noun].head;
    enum td_relation relation = tree->nodes[noun].relation;
    bool apart = relation == TD_RELATION_APPOS || relation == TD_RELATION_CONJ; /* without a comma, without "and" */
    if (relation != TD_RELATION_OBJ && !(apart && is_run_on(tree, verb, noun))) return false;
    if (tree->nodes[root].relation != TD_RELATION_ROOT) return false;
    enum td_part_of_speech part = tree->nodes[root].token->part_of_speech;
    return (part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN) && !held[root].subject && !held[root].auxiliary;
}

static void give_subject(td_tree *tree, uint32_t verb, uint32_t noun, uint32_t subject) {
    tree->nodes[subject].head = verb;
    tree->nodes[subject].relation = TD_RELATION_NSUBJ;
    for (uint32_t i = 0; i < subject; i++) /* its own words: "the town" */
        if (tree->nodes[i].head == noun) tree->nodes[i].head = subject;
}

static void mend_description_before(td_tree *tree, const td_held *held, uint32_t verb) {
    uint32_t noun = tree->nodes[verb].head;
    if (noun < verb) return;
    /* "the militia supported government forces": hung on the first word of the object */
    for (int steps = 0; steps < 4 && tree->nodes[noun].relation == TD_RELATION_COMPOUND; steps++)
        if (tree->nodes[noun].head > noun && tree->nodes[noun].head != TD_NONE) noun = tree->nodes[noun].head;
    tree->nodes[verb].head = noun;
    if (takes_object_of_noun(tree, held, verb, noun) && tree->nodes[noun].head < verb) {
        uint32_t subject = tree->nodes[noun].head;
        put_above(tree, verb, noun, TD_RELATION_OBJ);
        put_above(tree, verb, subject, TD_RELATION_NSUBJ);
        return;
    }
    bool alone = tree->nodes[noun].relation == TD_RELATION_ROOT && !held[noun].auxiliary && begins_sentence(tree, verb);
    if (!held[verb].subject && !alone) return;
    uint32_t subject = held[verb].subject ? TD_NONE : noun_before(tree, verb, noun);
    if (!held[verb].subject && subject == TD_NONE) return;
    put_above(tree, verb, noun, TD_RELATION_OBJ);
    if (subject != TD_NONE) give_subject(tree, verb, noun, subject);
}

/* "the troops destroyed eleven houses", read as if the troops were houses: no noun says so without a form of "be". */
static bool mend_equation(td_tree *tree, const td_held *held, uint32_t verb, uint32_t noun) {
    uint32_t said = tree->nodes[noun].head;
    if (tree->nodes[noun].relation != TD_RELATION_NSUBJ || noun > verb || said < verb) return false;
    bool bare = tree->nodes[said].relation == TD_RELATION_ROOT && !held[said].auxiliary &&
                tree->nodes[said].token->part_of_speech == TD_POS_NOUN;
    if (!bare || !begins_sentence(tree, verb)) return false;
    put_above(tree, verb, said, TD_RELATION_OBJ);
    tree->nodes[noun].head = verb;
    return true;
}

/* "The envoys made progress", read as envoys who were made progress: the bare noun behind such a verb is its object. */
static void mend_bare_object(td_tree *tree, uint32_t verb) {
    td_node *behind = verb + 1 < tree->count ? &tree->nodes[verb + 1] : NULL;
    if (behind && behind->head == verb && behind->relation == TD_RELATION_XCOMP &&
        behind->token->part_of_speech == TD_POS_NOUN) {
        behind->relation = TD_RELATION_OBJ;
    }
}

static void mend_description_behind(td_tree *tree, const td_held *held, uint32_t verb) {
    uint32_t noun = tree->nodes[verb].head;
    if (mend_equation(tree, held, verb, noun)) return;
    bool alone = tree->nodes[noun].relation == TD_RELATION_ROOT && !held[noun].subject && !held[noun].auxiliary;
    if (noun > verb || held[verb].auxiliary || held[verb].subject) return;
    bool only = alone && begins_sentence(tree, verb);
    if (!held[verb].object && !only) return;
    put_above(tree, verb, noun, TD_RELATION_NSUBJ);
    if (only) mend_bare_object(tree, verb);
}

/* "a new round of talks opened": the verb hangs on a noun inside the phrase that is its subject. */
static void climb_phrase(td_tree *tree, uint32_t verb) {
    for (uint32_t noun = tree->nodes[verb].head; tree->nodes[noun].relation == TD_RELATION_NMOD && noun < verb;) {
        noun = tree->nodes[noun].head;
        if (noun == TD_NONE || noun > verb) return;
        if (tree->nodes[noun].relation == TD_RELATION_ROOT && begins_sentence(tree, verb))
            tree->nodes[verb].head = noun;
    }
}

static bool has_child(const td_tree *tree, uint32_t node, uint32_t from, uint32_t to, enum td_relation relation) {
    for (uint32_t i = from; i < to; i++)
        if (tree->nodes[i].head == node && tree->nodes[i].relation == relation) return true;
    return false;
}

/* "launched an offensive": a noun phrase behind a verb is its object, whatever its head was taken for. */
static void mend_object(td_tree *tree, uint32_t node) {
    enum td_part_of_speech part = tree->nodes[node].token->part_of_speech;
    uint32_t verb = tree->nodes[node].head, from = node > 8 ? node - 8 : 0;
    bool noun = part == TD_POS_NOUN || part == TD_POS_ADJECTIVE;
    if (!noun || verb > node ||
        has_child(tree, verb, verb, tree->count < node + 8 ? tree->count : node + 8, TD_RELATION_OBJ))
        return;
    bool phrase =
        has_child(tree, node, from, node, TD_RELATION_DET) || has_child(tree, node, from, node, TD_RELATION_NMOD_POSS);
    bool clause =
        has_child(tree, node, from, node, TD_RELATION_NSUBJ) || has_child(tree, node, from, node, TD_RELATION_COP) ||
        has_child(tree, node, from, node, TD_RELATION_MARK) || has_child(tree, node, from, node, TD_RELATION_CASE);
    if (phrase && !clause) tree->nodes[node].relation = TD_RELATION_OBJ;
}

/* "fighting broke out": no auxiliary. */
static void mend_subject(td_tree *tree, uint32_t node) {
    const td_token *token = tree->nodes[node].token;
    bool gerund = token->part_of_speech == TD_POS_VERB && td_view_ends_with(td_tree_text(tree, node), TD_VIEW("ing"));
    uint32_t verb = tree->nodes[node].head;
    if (gerund && verb == node + 1 && tree->nodes[verb].token->part_of_speech == TD_POS_VERB &&
        !has_child(tree, verb, 0, verb, TD_RELATION_NSUBJ))
        tree->nodes[node].relation = TD_RELATION_NSUBJ;
}

/* "a truce introduced in March has held": the participle describes the noun, which is the subject of the main verb. */
static void mend_reduced_relative(td_tree *tree, const td_held *held, uint32_t clause) {
    uint32_t verb = tree->nodes[clause].head, subject = TD_NONE;
    if (verb == TD_NONE) return;
    enum td_relation relation = tree->nodes[clause].relation;
    bool as_subject = relation == TD_RELATION_NSUBJ || relation == TD_RELATION_NSUBJ_PASS;
    bool certain = held[verb].auxiliary || relation == TD_RELATION_CSUBJ || as_subject; /* no "that" */
    bool describes = verb > clause && held[clause].subject && !held[clause].auxiliary &&
                     (as_subject || !held[verb].subject) && certain &&
                     tree->nodes[clause].token->part_of_speech == TD_POS_VERB;
    if (!describes || has_child(tree, clause, 0, clause, TD_RELATION_MARK)) return;
    for (uint32_t i = 0; i < clause; i++)
        if (tree->nodes[i].head == clause && tree->nodes[i].relation == TD_RELATION_NSUBJ) subject = i;
    if (subject == TD_NONE) return;
    tree->nodes[subject].head = verb;
    tree->nodes[clause].head = subject;
    tree->nodes[clause].relation = TD_RELATION_ACL;
}

/* "the truce has held": no passive without "be". */
static void mend_voice(td_tree *tree, const td_held *held, uint32_t subject) {
    uint32_t verb = tree->nodes[subject].head;
    if (held[verb].auxiliary && !held[verb].be) tree->nodes[subject].relation = TD_RELATION_NSUBJ;
}

static bool is_noun(const td_tree *tree, uint32_t node) {
    enum td_part_of_speech part = tree->nodes[node].token->part_of_speech;
    return part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN || part == TD_POS_NUMERAL;
}

static bool is_subject(enum td_relation relation) {
    return relation == TD_RELATION_NSUBJ || relation == TD_RELATION_NSUBJ_PASS;
}

/* The first word of a phrase, as far as eight words back. */
static uint32_t left_edge(const td_tree *tree, uint32_t node) {
    uint32_t left = node;
    while (left > 0 && left + 8 > node && tree->nodes[left - 1].head != TD_NONE && tree->nodes[left - 1].head >= left &&
           tree->nodes[left - 1].head <= node)
        left--;
    return left;
}

static bool has_subject_before(const td_tree *tree, uint32_t verb, uint32_t stop) {
    for (uint32_t i = stop > 8 ? stop - 8 : 0; i < stop; i++)
        if (tree->nodes[i].head == verb && is_subject(tree->nodes[i].relation)) return true;
    return false;
}

/*
 * A verb has one subject. Of two the second is the complement of the first ("a third of the villagers have
 * died", "sanctions by the union were lifted") or the object of the verb that describes it ("advisers who train the
 * army will stay").
 */
static void mend_second_subject(td_tree *tree, uint32_t node) {
    uint32_t verb = tree->nodes[node].head, left = left_edge(tree, node);
    if (verb < node || left == 0) return;
    td_node *mended = &tree->nodes[node];
    uint32_t before = left - 1;
    uint32_t described = tree->nodes[before].relation == TD_RELATION_ACL_RELCL ? tree->nodes[before].head : TD_NONE;
    if (described < before && left < node && tree->nodes[described].head == verb) {
        mended->head = before;
        mended->relation = TD_RELATION_OBJ;
        tree->nodes[described].relation = TD_RELATION_NSUBJ;
        return;
    }
    bool bound = td_view_equal_ascii_fold(td_tree_text(tree, left), TD_VIEW("of")) ||
                 td_view_equal_ascii_fold(td_tree_text(tree, left), TD_VIEW("by"));
    if (!bound || !is_noun(tree, before) || !has_subject_before(tree, verb, left)) return;
    mended->head = before;
    mended->relation = TD_RELATION_NMOD;
}

/* "freed up to 90 men": "up to" bounds the number and makes no phrase of its own. */
static void mend_bound(td_tree *tree, uint32_t node) {
    uint32_t verb = tree->nodes[node].head;
    if (verb > node || node < verb + 3) return;
    for (uint32_t to = verb + 2; to < node; to++) {
        bool bound = tree->nodes[to].head == node && tree->nodes[to].relation == TD_RELATION_CASE &&
                     td_view_equal_ascii_fold(td_tree_text(tree, to), TD_VIEW("to")) &&
                     td_view_equal_ascii_fold(td_tree_text(tree, to - 1), TD_VIEW("up")) &&
                     tree->nodes[to + 1].token->part_of_speech == TD_POS_NUMERAL;
        if (!bound) continue;
        tree->nodes[node].relation = TD_RELATION_OBJ;
        tree->nodes[to].relation = tree->nodes[to - 1].relation = TD_RELATION_FIXED;
        tree->nodes[to].head = tree->nodes[to - 1].head = to + 1;
        return;
    }
}

/* "telephoned Chadian President Idriss Deby": the adjective describes the name and not the other way round. */
static void mend_title(td_tree *tree, uint32_t node) {
    if (tree->nodes[node].token->part_of_speech != TD_POS_ADJECTIVE) return;
    uint32_t stop = node + 4 < tree->count ? node + 4 : tree->count;
    for (uint32_t name = node + 1; name < stop; name++) {
        td_node *named = &tree->nodes[name];
        if (named->token->part_of_speech == TD_POS_PUNCTUATION) return;
        bool behind = named->head == node &&
                      (named->relation == TD_RELATION_APPOS || tree->nodes[node].relation == TD_RELATION_XCOMP);
        if (!behind || named->token->part_of_speech != TD_POS_PROPER_NOUN) continue;
        named->head = tree->nodes[node].head;
        bool complement = tree->nodes[node].relation == TD_RELATION_XCOMP; /* "telephoned Chadian President X" */
        named->relation = complement ? TD_RELATION_OBJ : tree->nodes[node].relation;
        tree->nodes[node].head = name;
        tree->nodes[node].relation = TD_RELATION_AMOD;
        for (uint32_t i = node > 4 ? node - 4 : 0; i < stop; i++) /* "with the Chadian President": its own words */
            if (tree->nodes[i].head == node) tree->nodes[i].head = name;
        return;
    }
}

/* Nothing hangs on an auxiliary: what does belongs to its verb. */
static void mend_auxiliary(td_tree *tree, uint32_t node) {
    const td_node *head = &tree->nodes[tree->nodes[node].head];
    bool auxiliary = head->relation == TD_RELATION_AUX || head->relation == TD_RELATION_AUX_PASS ||
                     head->relation == TD_RELATION_COP;
    if (auxiliary && head->head != TD_NONE && head->head != node) tree->nodes[node].head = head->head;
}

/* "ordered the envoys out of the country": what is out of a place describes no noun but tells where the act leads. */
static void mend_out_of(td_tree *tree, uint32_t node) {
    uint32_t noun = tree->nodes[node].head, verb = tree->nodes[noun].head;
    if (noun > node || verb == TD_NONE || verb > noun || tree->nodes[noun].relation != TD_RELATION_OBJ) return;
    for (uint32_t i = noun + 1; i < node; i++) {
        bool out = tree->nodes[i].head == node && tree->nodes[i].relation == TD_RELATION_CASE &&
                   td_view_equal_ascii_fold(td_tree_text(tree, i), TD_VIEW("out"));
        if (!out) continue;
        tree->nodes[node].head = verb;
        tree->nodes[node].relation = TD_RELATION_OBL;
        return;
    }
}

/* "by the crimes court", "between Chadian and Malian forces": a preposition belongs to the phrase and not to a word
 * inside it. */
static void mend_preposition(td_tree *tree, uint32_t node) {
    uint32_t head = tree->nodes[node].head;
    for (int steps = 0; steps < 4 && head > node; steps++) {
        enum td_relation relation = tree->nodes[head].relation;
        bool adjective = relation == TD_RELATION_AMOD && tree->nodes[head].token->part_of_speech == TD_POS_ADJECTIVE;
        if ((relation != TD_RELATION_COMPOUND && !adjective) || tree->nodes[head].head == TD_NONE ||
            tree->nodes[head].head < head)
            break;
        head = tree->nodes[head].head;
    }
    bool moved = head != tree->nodes[node].head;
    tree->nodes[node].head = head;
    if (moved && tree->nodes[head].relation == TD_RELATION_OBJ) tree->nodes[head].relation = TD_RELATION_OBL;
}

/* "Deby on Monday left": read as if Monday left; no finite clause is opened by "on". */
static bool mend_day_clause(td_tree *tree, const td_held *held, uint32_t verb) {
    uint32_t noun = tree->nodes[verb].head;
    if (noun > verb || held[noun].subject || held[noun].auxiliary || verb < 3) return false;
    enum td_part_of_speech part = tree->nodes[noun].token->part_of_speech;
    if (part != TD_POS_NOUN && part != TD_POS_PROPER_NOUN) return false;
    for (uint32_t day = verb - 1; day > noun + 1 && day + 4 > verb; day--) {
        const td_node *mark = &tree->nodes[day - 1];
        bool opens = mark->head == verb && mark->relation == TD_RELATION_MARK &&
                     td_view_equal_ascii_fold(td_tree_text(tree, day - 1), TD_VIEW("on"));
        if (!opens || tree->nodes[day].head != verb || !is_subject(tree->nodes[day].relation)) continue;
        tree->nodes[day].relation = TD_RELATION_OBL;
        tree->nodes[day - 1].head = day;
        tree->nodes[day - 1].relation = TD_RELATION_CASE;
        put_above(tree, verb, noun, TD_RELATION_NSUBJ);
        return true;
    }
    return false;
}

/* "from neighbouring Chad": read as a clause; the word describes the name. */
static bool mend_neighbour(td_tree *tree, uint32_t node) {
    td_view lemma = tree->nodes[node].token->lemma;
    bool neighbour = td_view_equal(lemma, TD_VIEW("neighbor")) || td_view_equal(lemma, TD_VIEW("neighbour"));
    uint32_t name = node + 1;
    if (!neighbour || name >= tree->count || tree->nodes[name].head != node || node == 0) return false;
    td_node *mark = &tree->nodes[node - 1];
    bool preposition = mark->head == node && (mark->relation == TD_RELATION_MARK || mark->relation == TD_RELATION_CASE);
    tree->nodes[name].head = tree->nodes[node].head;
    tree->nodes[name].relation = preposition ? TD_RELATION_OBL : TD_RELATION_OBJ;
    tree->nodes[node].head = name;
    tree->nodes[node].relation = TD_RELATION_AMOD;
    if (!preposition) return true;
    mark->head = name;
    mark->relation = TD_RELATION_CASE;
    return true;
}

static void mend_subjects(td_tree *tree, const td_held *held, uint32_t node, bool past) {
    if (past)
        mend_reduced_relative(tree, held, node);
    else
        mend_second_subject(tree, node);
    mend_title(tree, node);
}

static void mend_node(td_tree *tree, const td_held *held, uint32_t node) {
    bool past = may_be_past(tree->nodes[node].token);
    switch (tree->nodes[node].relation) {
    case TD_RELATION_OBL:
        mend_bound(tree, node);
        mend_title(tree, node);
        break;
    case TD_RELATION_OBJ:
        mend_title(tree, node);
        break;
    case TD_RELATION_NMOD:
        mend_out_of(tree, node);
        break;
    case TD_RELATION_NSUBJ_PASS:
        mend_voice(tree, held, node);
        mend_subjects(tree, held, node, past);
        break;
    case TD_RELATION_NSUBJ:
        mend_subjects(tree, held, node, past);
        break;
    case TD_RELATION_CCOMP:
    case TD_RELATION_XCOMP:
        mend_object(tree, node);
        if (tree->nodes[node].relation == TD_RELATION_XCOMP) mend_title(tree, node);
        break;
    case TD_RELATION_AUX:
    case TD_RELATION_AUX_PASS:
        mend_subject(tree, node);
        break;
    case TD_RELATION_ADVCL:
        if (mend_neighbour(tree, node)) break;
        if (past && !mend_day_clause(tree, held, node)) mend_reduced_relative(tree, held, node);
        break;
    case TD_RELATION_CSUBJ:
        mend_subject(tree, node);
        if (past) mend_reduced_relative(tree, held, node);
        break;
    case TD_RELATION_CASE:
        mend_preposition(tree, node);
        break;
    case TD_RELATION_ACL:
        /* "hours after the envoy had reconvened talks": a clause of its own describes no noun */
        if (held[node].subject && held[node].auxiliary) tree->nodes[node].relation = TD_RELATION_ADVCL;
        if (!past || tree->nodes[node].relation != TD_RELATION_ACL) break;
        climb_phrase(tree, node);
        mend_description_behind(tree, held, node);
        break;
    case TD_RELATION_COMPOUND:
        mend_subject(tree, node);
        if (past) mend_description_before(tree, held, node);
        break;
    case TD_RELATION_AMOD:
        if (past) mend_description_before(tree, held, node);
        break;
    default:
        break;
    }
}

void td_tree_repair(td_tree *tree, td_arena *arena) {
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].head != TD_NONE) mend_auxiliary(tree, i);
    td_held *held = TD_NEW_ARRAY(arena, tree->count, td_held);
    read_held(tree, held);
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].head != TD_NONE) mend_node(tree, held, i);
}
