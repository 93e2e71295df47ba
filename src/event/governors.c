/*
 * What has a word in its grasp: the verbs, nouns and adjectives of data/frames/modality.tsv.
 * Input: a node. Output: the governor above it, by the relation between them.
 */

#include "event/coding.h"

bool td_has_mark(const td_coder *coder, uint32_t node, uint64_t key) {
    for (td_each_child(c, &coder->tree, node))
        if (coder->tree.nodes[c].relation == TD_RELATION_MARK && coder->tree.nodes[c].token->key == key) return true;
    return false;
}

static bool is_infinitive(const td_coder *coder, uint32_t node) {
    return td_has_mark(coder, node, coder->to_key);
}

static bool is_preposition(const td_coder *coder, uint32_t node) {
    enum td_relation relation = coder->tree.nodes[node].relation;
    return relation == TD_RELATION_CASE || relation == TD_RELATION_MARK;
}

bool td_is_ranked_act(const td_coder *coder, uint32_t node) {
    static const char *const ranks[] = {"first", "last", "next", "only", "latest", "second", "third"};
    uint32_t above = coder->tree.nodes[node].head;
    if (above == TD_NONE || !is_infinitive(coder, node)) return false;
    if (td_tree_child(&coder->tree, above, TD_RELATION_COP) == TD_NONE) return false;
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (td_node_is(coder, above, ranks[i])) return true;
    return false;
}

/* The preposition of a phrase: of several ("out of") the last that stands before its noun. */
static uint64_t preposition_of(const td_coder *coder, uint32_t node) {
    uint64_t key = 0;
    for (td_each_child(c, &coder->tree, node))
        if (c < node && is_preposition(coder, c)) key = coder->tree.nodes[c].token->key;
    return key;
}

/* "has not disclosed when exactly they will leave": the clause is what the verb is about, not when it is done. */
static bool is_asked_after(const td_coder *coder, uint32_t node) {
    uint32_t verb = coder->tree.nodes[node].head, first = coder->tree.nodes[node].left;
    bool asks = td_node_is(coder, first, "when") || td_node_is(coder, first, "where");
    return asks && first == verb + 1 && td_tree_child(&coder->tree, verb, TD_RELATION_OBJ) == TD_NONE;
}

/* "ordered it when they had signed": a finite clause that dates or grounds the one above is not in its grasp. */
static bool tells_when(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    if (here->relation != TD_RELATION_ADVCL || !td_tree_is_verb(&coder->tree, node)) return false;
    if (is_asked_after(coder, node)) return false;
    bool finite = td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ) != TD_NONE ||
                  td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ_PASS) != TD_NONE;
    static const char *const openers[] = {"when",  "as",   "after",    "before", "while", "because",
                                          "since", "once", "although", "though", "until", "where"};
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        if (!finite || (relation != TD_RELATION_MARK && relation != TD_RELATION_ADVMOD)) continue;
        for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
            if (td_node_is(coder, c, openers[i])) return true;
    }
    return false;
}

/* "ordered a raid on the camp, killing nine": a bare gerund apart from its verb tells what came of it. */
static bool tells_outcome(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    bool bare = here->relation == TD_RELATION_ADVCL && here->token->features & TD_FEATURE_GERUND &&
                td_tree_child(&coder->tree, node, TD_RELATION_MARK) == TD_NONE &&
                td_tree_child(&coder->tree, node, TD_RELATION_CASE) == TD_NONE;
    return bare && here->left > here->head + 1;
}

/* "Citing costs, it ordered a halt": a clause in front of its verb is not what the verb is about. */
static bool is_fronted(const td_coder *coder, uint32_t node) {
    return coder->tree.nodes[node].relation == TD_RELATION_ADVCL && node < coder->tree.nodes[node].head;
}

/* "the plan drawn up in May": a past participle tells what was done to the noun, not what the noun is about. */
static bool is_described_by(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    return here->relation == TD_RELATION_ACL && here->token->features & TD_FEATURE_PARTICIPLE &&
           !(here->token->features & TD_FEATURE_GERUND) && !is_infinitive(coder, node) &&
           td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ) == TD_NONE &&
           td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ_PASS) == TD_NONE;
}

bool td_link_of(const td_coder *coder, uint32_t node, td_slot *link) {
    *link = (td_slot){TD_SLOT_CLAUSE, 0};
    switch (coder->tree.nodes[node].relation) {
    case TD_RELATION_NSUBJ:
        link->kind = TD_SLOT_SUBJECT;
        return true;
    case TD_RELATION_CSUBJ:
    case TD_RELATION_CCOMP:
    case TD_RELATION_XCOMP:
    case TD_RELATION_CSUBJ_PASS:
        if (is_infinitive(coder, node)) link->preposition = coder->to_key;
        return true;
    case TD_RELATION_ACL:
    case TD_RELATION_ADVCL: {
        if (tells_when(coder, node) || tells_outcome(coder, node) || is_described_by(coder, node) ||
            is_fronted(coder, node))
            return false;
        /* "accused of shelling": a clause behind a preposition is that preposition's, one behind "to" is the verb's. */
        uint64_t key = preposition_of(coder, node);
        const td_token *token = coder->tree.nodes[node].token;
        if (key && (token->features & TD_FEATURE_GERUND))
            *link = (td_slot){TD_SLOT_PREPOSITION, key};
        else if (is_infinitive(coder, node))
            link->preposition = coder->to_key;
        return true;
    }
    case TD_RELATION_NSUBJ_PASS:
    case TD_RELATION_OBJ:
    case TD_RELATION_COMPOUND:
        link->kind = TD_SLOT_OBJECT;
        return true;
    case TD_RELATION_OBL:
    case TD_RELATION_OBL_AGENT:
    case TD_RELATION_NMOD:
        *link = (td_slot){TD_SLOT_PREPOSITION, preposition_of(coder, node)};
        return link->preposition != 0;
    default:
        return false;
    }
}

static bool particle_child(const td_coder *coder, uint32_t c, uint64_t particle) {
    const td_node *node = &coder->tree.nodes[c];
    bool small = node->relation == TD_RELATION_COMPOUND_PRT || node->relation == TD_RELATION_ADVMOD ||
                 node->relation == TD_RELATION_CASE || node->relation == TD_RELATION_MARK ||
                 node->relation == TD_RELATION_XCOMP || node->relation == TD_RELATION_OBJ;
    return small && node->token->key == particle;
}

bool td_has_particle(const td_coder *coder, uint32_t node, uint64_t particle) {
    if (!particle) return true;
    for (td_each_child(c, &coder->tree, node)) {
        if (particle_child(coder, c, particle)) return true;
        bool phrase =
            coder->tree.nodes[c].relation == TD_RELATION_OBL || coder->tree.nodes[c].relation == TD_RELATION_OBJ;
        if (!phrase || c < node) continue;
        for (td_each_child(d, &coder->tree, c)) /* "pulled out of the town" with "out" as part of the preposition */
            if (particle_child(coder, d, particle)) return true;
    }
    return false;
}

static bool part_fits(const td_coder *coder, uint32_t node, enum td_word_part part) {
    const td_token *token = coder->tree.nodes[node].token;
    switch (part) {
    case TD_PART_VERB:
        return token->part_of_speech == TD_POS_VERB || token->part_of_speech == TD_POS_AUXILIARY;
    case TD_PART_NOUN:
        return token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_PROPER_NOUN;
    case TD_PART_ADJECTIVE:
        return token->part_of_speech == TD_POS_ADJECTIVE || token->part_of_speech == TD_POS_ADVERB ||
               (token->part_of_speech == TD_POS_VERB && token->features & (TD_FEATURE_PARTICIPLE | TD_FEATURE_GERUND));
    default:
        return true; /* small words are known by where they hang */
    }
}

static const td_governor *word_reading(const td_coder *coder, uint64_t key, enum td_word_part part) {
    uint32_t count;
    const td_governor *governors = td_frames_governors(coder->frames, key, &count);
    for (uint32_t i = 0; i < count; i++)
        if (governors[i].part == part && !governors[i].particle) return &governors[i];
    return NULL;
}

/* The form comes before the lemma: "had to" tells of a fact, "has to" of a need. */
const td_governor *td_governor_word(const td_coder *coder, uint32_t node, enum td_word_part part) {
    const td_token *token = coder->tree.nodes[node].token;
    const td_governor *governor = word_reading(coder, token->key, part);
    return governor || token->key == token->lemma_key ? governor : word_reading(coder, token->lemma_key, part);
}

static bool holds(const td_governor *governor, td_slot link) {
    for (uint32_t i = 0; i < governor->link_count; i++)
        if (governor->links[i].kind == link.kind && governor->links[i].preposition == link.preposition) return true;
    return false;
}

static const td_governor *reading_with(const td_coder *coder, uint32_t above, td_slot link,
                                       const td_governor *governors, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        const td_governor *governor = &governors[i];
        bool clausal_part =
            governor->part == TD_PART_VERB || governor->part == TD_PART_NOUN || governor->part == TD_PART_ADJECTIVE;
        if (clausal_part && holds(governor, link) && part_fits(coder, above, governor->part) &&
            td_has_particle(coder, above, governor->particle))
            return governor;
    }
    return NULL;
}

/* An infinitive is first asked for as one ("told him to leave"), then as any clause. */
static const td_governor *reading_of(const td_coder *coder, uint32_t above, td_slot link, uint64_t key) {
    uint32_t count;
    const td_governor *governors = td_frames_governors(coder->frames, key, &count);
    const td_governor *governor = reading_with(coder, above, link, governors, count);
    if (governor || link.kind != TD_SLOT_CLAUSE || !link.preposition) return governor;
    return reading_with(coder, above, (td_slot){TD_SLOT_CLAUSE, 0}, governors, count);
}

/* The reading of the word `above` that holds such a link; its form comes before its lemma. */
static const td_governor *governor_at(const td_coder *coder, uint32_t above, td_slot link) {
    const td_token *token = coder->tree.nodes[above].token;
    const td_governor *governor = reading_of(coder, above, link, token->key);
    return governor || token->key == token->lemma_key ? governor : reading_of(coder, above, link, token->lemma_key);
}

/* "accused the rebels of lying": where the phrase was hung on the object, the verb above that takes such a phrase. */
static uint32_t verb_over_object(const td_coder *coder, uint32_t node, td_slot link) {
    const td_node *nodes = coder->tree.nodes;
    const td_node *noun = &nodes[nodes[node].head];
    bool behind = nodes[node].relation == TD_RELATION_ACL || nodes[node].relation == TD_RELATION_NMOD;
    bool object = noun->relation == TD_RELATION_OBJ || noun->relation == TD_RELATION_NSUBJ_PASS;
    return behind && object && link.kind == TD_SLOT_PREPOSITION ? noun->head : TD_NONE;
}

const td_governor *td_governor_of(const td_coder *coder, uint32_t node, uint32_t *above, td_slot *link) {
    const td_node *nodes = coder->tree.nodes;
    for (uint32_t steps = 0; nodes[node].relation == TD_RELATION_CONJ && nodes[node].head != TD_NONE && steps < 64;
         steps++)
        node = nodes[node].head;
    *above = nodes[node].head;
    if (*above == TD_NONE || !td_link_of(coder, node, link)) return NULL;
    const td_governor *governor = governor_at(coder, *above, *link);
    if (governor) return governor;
    uint32_t verb = verb_over_object(coder, node, *link);
    if (verb != TD_NONE) governor = governor_at(coder, verb, *link);
    bool accuses = governor && governor->part == TD_PART_VERB && governor->effect == TD_GOVERNOR_CLAIM;
    if (!accuses) return NULL;
    *above = verb;
    return governor;
}
