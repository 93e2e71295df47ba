/*
 * A rough tree where no parser ran, so that coding never depends on one.
 * Input: parts of speech. Output: heads and relations: noun phrases by their last noun, the nearest noun phrase
 * before a verb as its subject and behind it as its object, prepositional phrases on the nearest verb or, behind "of",
 * on the nearest noun. One pass from left to right, as in finite-state chunking (Abney 1996).
 */

#include "event/tree.h"

typedef struct td_shallow {
    td_tree *tree;
    uint32_t subject;     /* noun phrase that waits for a verb */
    uint32_t verb;        /* verb of the clause at hand */
    uint32_t last_noun;   /* head of the noun phrase read last */
    uint32_t preposition; /* waits for its noun phrase */
    uint32_t mark;        /* "that", "if", "to": waits for its verb */
    uint32_t relative;    /* noun that "who" or "which" stands for */
    uint32_t coordinator; /* "and" since the last verb or noun phrase */
    uint32_t auxiliary;   /* first auxiliary that waits for its verb */
    bool object_taken;
} td_shallow;

static enum td_part_of_speech part_at(const td_tree *tree, uint32_t i) {
    return i < tree->count ? tree->nodes[i].token->part_of_speech : TD_POS_PUNCTUATION;
}

static void attach(td_tree *tree, uint32_t node, uint32_t head, enum td_relation relation) {
    if (node == head || head == TD_NONE || tree->nodes[node].head != TD_NONE) return;
    tree->nodes[node].head = head;
    tree->nodes[node].relation = relation;
}

static bool in_noun_phrase(enum td_part_of_speech part) {
    return part == TD_POS_DETERMINER || part == TD_POS_ADJECTIVE || part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN ||
           part == TD_POS_NUMERAL || part == TD_POS_PRONOUN;
}

static bool text_is(const td_tree *tree, uint32_t i, const char *word) {
    return i < tree->count && td_view_equal_ascii_fold(td_tree_text(tree, i), td_view_of(word));
}

/* The end of the noun phrase that begins at `i`; `*head` is its last noun, pronoun or numeral. */
static uint32_t noun_phrase(const td_tree *tree, uint32_t i, uint32_t *head) {
    *head = TD_NONE;
    for (; i < tree->count; i++) {
        enum td_part_of_speech part = part_at(tree, i);
        bool possessive =
            part == TD_POS_PARTICLE && *head != TD_NONE && !text_is(tree, i, "to") && !text_is(tree, i, "not");
        if (!in_noun_phrase(part) && !possessive) break;
        if (td_tree_is_nominal(tree, i)) *head = i;
    }
    return i;
}

static void link_noun_phrase(td_tree *tree, uint32_t first, uint32_t end, uint32_t head) {
    for (uint32_t i = first; i < end; i++) {
        enum td_part_of_speech part = part_at(tree, i);
        if (part == TD_POS_PARTICLE && i > first) {
            attach(tree, i, i - 1, TD_RELATION_CASE);
            if (tree->nodes[i - 1].head == head) tree->nodes[i - 1].relation = TD_RELATION_NMOD_POSS;
            continue;
        }
        attach(tree, i, head,
               part == TD_POS_DETERMINER  ? TD_RELATION_DET
               : part == TD_POS_ADJECTIVE ? TD_RELATION_AMOD
               : part == TD_POS_NUMERAL   ? TD_RELATION_NUMMOD
               : part == TD_POS_PRONOUN   ? TD_RELATION_NMOD_POSS
                                          : TD_RELATION_COMPOUND);
    }
}

static bool is_relative(const td_tree *tree, uint32_t i) {
    return text_is(tree, i, "who") || text_is(tree, i, "which") || text_is(tree, i, "that");
}

/* A noun phrase takes its place: behind a preposition, as object, or to wait as subject. */
static void place_noun_phrase(td_shallow *state, uint32_t head) {
    td_tree *tree = state->tree;
    if (state->preposition != TD_NONE) {
        attach(tree, state->preposition, head, TD_RELATION_CASE);
        bool of_noun = text_is(tree, state->preposition, "of") && state->last_noun != TD_NONE;
        if (of_noun || state->verb == TD_NONE)
            attach(tree, head, state->last_noun, TD_RELATION_NMOD);
        else
            attach(tree, head, state->verb, TD_RELATION_OBL);
        state->preposition = TD_NONE;
    } else if (state->coordinator != TD_NONE && state->last_noun != TD_NONE &&
               state->last_noun + 2 >= state->coordinator) {
        attach(tree, state->coordinator, head, TD_RELATION_CC);
        attach(tree, head, state->last_noun, TD_RELATION_CONJ);
        if (state->subject == TD_NONE && tree->nodes[state->last_noun].head == TD_NONE)
            state->subject = state->last_noun;
    } else if (state->verb != TD_NONE && !state->object_taken && state->mark == TD_NONE) {
        attach(tree, head, state->verb, TD_RELATION_OBJ);
        state->object_taken = true;
    } else {
        state->subject = head;
    }
    state->coordinator = TD_NONE;
    state->last_noun = head;
}

/* True where they make a passive. */
static bool place_auxiliaries(td_shallow *state, uint32_t verb) {
    td_tree *tree = state->tree;
    bool passive = false;
    bool participle = tree->nodes[verb].token->features & TD_FEATURE_PARTICIPLE;
    for (uint32_t i = state->auxiliary; i != TD_NONE && i < verb; i++) {
        if (part_at(tree, i) == TD_POS_ADVERB || part_at(tree, i) == TD_POS_PARTICLE)
            attach(tree, i, verb, TD_RELATION_ADVMOD);
        if (part_at(tree, i) != TD_POS_AUXILIARY) continue;
        bool be = td_view_equal(tree->nodes[i].token->lemma, TD_VIEW("be"));
        attach(tree, i, verb, be && participle ? TD_RELATION_AUX_PASS : TD_RELATION_AUX);
        passive |= be && participle;
    }
    return passive;
}

static void place_verb(td_shallow *state, uint32_t verb) {
    td_tree *tree = state->tree;
    bool passive = place_auxiliaries(state, verb);
    if (state->mark != TD_NONE) attach(tree, state->mark, verb, TD_RELATION_MARK);
    if (state->relative != TD_NONE) {
        attach(tree, verb, state->relative, TD_RELATION_ACL_RELCL);
    } else if (state->mark != TD_NONE && state->verb != TD_NONE) {
        bool infinitive = text_is(tree, state->mark, "to"), content = text_is(tree, state->mark, "that");
        bool of_noun = infinitive && state->last_noun != TD_NONE && state->last_noun + 2 == verb;
        attach(tree, verb, of_noun ? state->last_noun : state->verb,
               of_noun      ? TD_RELATION_ACL
               : infinitive ? TD_RELATION_XCOMP
               : content    ? TD_RELATION_CCOMP
                            : TD_RELATION_ADVCL);
    } else if (state->verb != TD_NONE) {
        bool joined = state->coordinator != TD_NONE;
        if (joined) attach(tree, state->coordinator, verb, TD_RELATION_CC);
        attach(tree, verb, state->verb,
               joined                      ? TD_RELATION_CONJ
               : state->subject == TD_NONE ? TD_RELATION_XCOMP
                                           : TD_RELATION_CCOMP);
    }
    if (state->subject != TD_NONE)
        attach(tree, state->subject, verb, passive ? TD_RELATION_NSUBJ_PASS : TD_RELATION_NSUBJ);
    state->verb = verb;
    state->subject = state->mark = state->coordinator = state->auxiliary = state->relative = TD_NONE;
    state->preposition = TD_NONE;
    state->object_taken = passive;
}

/* Words that are neither noun phrase nor verb. */
static void place_word(td_shallow *state, uint32_t i) {
    td_tree *tree = state->tree;
    enum td_part_of_speech part = part_at(tree, i);
    if (part == TD_POS_AUXILIARY) {
        if (state->auxiliary == TD_NONE) state->auxiliary = i;
    } else if (part == TD_POS_ADPOSITION) {
        bool particle = i > 0 && state->verb == i - 1 && part_at(tree, i + 1) == TD_POS_ADPOSITION;
        if (particle)
            attach(tree, i, state->verb, TD_RELATION_COMPOUND_PRT);
        else
            state->preposition = i;
    } else if (part == TD_POS_SUBORDINATOR || (part == TD_POS_PARTICLE && text_is(tree, i, "to"))) {
        state->mark = i;
    } else if (part == TD_POS_COORDINATOR) {
        state->coordinator = i;
    } else if (part == TD_POS_ADVERB && state->auxiliary == TD_NONE) {
        attach(tree, i, state->verb, TD_RELATION_ADVMOD);
    }
}

void td_tree_guess(td_tree *tree) {
    td_shallow state = {tree, TD_NONE, TD_NONE, TD_NONE, TD_NONE, TD_NONE, TD_NONE, TD_NONE, TD_NONE, false};
    for (uint32_t i = 0; i < tree->count;) {
        enum td_part_of_speech part = part_at(tree, i);
        if (is_relative(tree, i) && state.last_noun != TD_NONE && state.last_noun + 2 >= i && part == TD_POS_PRONOUN) {
            state.relative = state.last_noun;
            i++;
        } else if (in_noun_phrase(part)) {
            uint32_t head, end = noun_phrase(tree, i, &head);
            if (head != TD_NONE) {
                link_noun_phrase(tree, i, end, head);
                place_noun_phrase(&state, head);
            }
            i = end;
        } else if (part == TD_POS_VERB) {
            place_verb(&state, i++);
        } else {
            place_word(&state, i++);
        }
    }
}
