#ifndef TD_EVENT_TREE_H
#define TD_EVENT_TREE_H

/*
 * The dependency tree of one sentence, laid out for walking. Nodes are numbered
 * from 0 in their sentence. Where no parser ran, a rough tree takes its place.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/report.h"

/* The relations that coding tells apart; any other subtype counts as its base ("nmod:unmarked" as nmod). */
#define TD_RELATIONS(X)                                                                                               \
    X(OTHER, "dep")                                                                                                   \
    X(ROOT, "root")                                                                                                   \
    X(NSUBJ, "nsubj")                                                                                                 \
    X(NSUBJ_PASS, "nsubj:pass")                                                                                       \
    X(CSUBJ, "csubj")                                                                                                 \
    X(CSUBJ_PASS, "csubj:pass") X(OBJ, "obj") X(IOBJ, "iobj") X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(NMOD, "nmod") \
        X(NMOD_POSS, "nmod:poss") X(AMOD, "amod") X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt")             \
            X(CONJ, "conj") X(CC, "cc") X(CCOMP, "ccomp") X(XCOMP, "xcomp") X(ADVCL, "advcl") X(ACL, "acl")           \
                X(ACL_RELCL, "acl:relcl") X(AUX, "aux") X(AUX_PASS, "aux:pass") X(COP, "cop") X(MARK, "mark")         \
                    X(CASE, "case") X(ADVMOD, "advmod") X(APPOS, "appos") X(PARATAXIS, "parataxis") X(FLAT, "flat")   \
                        X(FIXED, "fixed") X(NUMMOD, "nummod") X(DET, "det") X(EXPL, "expl") X(PUNCT, "punct")         \
                            X(ORPHAN, "orphan") X(LIST, "list") X(GOESWITH, "goeswith")

#define TD_X(name, label) TD_RELATION_##name,
enum td_relation { TD_RELATIONS(TD_X) TD_RELATION_COUNT };
#undef TD_X

typedef struct td_node {
    const td_token *token;
    uint32_t head; /* TD_NONE at the root, and where a tree is broken */
    uint32_t child,
        sibling;          /* first dependent and next dependent of the same head, in text order; TD_NONE at the end */
    uint32_t left, right; /* first and last node of what hangs on it, itself included */
    uint32_t mention;     /* the mention whose head it is, TD_NONE if none */
    uint64_t joined;      /* key of the whole hyphenated word that it is the head of ("cease-fire"), 0 if none */
    uint32_t join_left, join_right; /* and the nodes of that word */
    enum td_relation relation;
} td_node;

/* "GAO, Mali (Meridian) - ": the sentence that it opens, the token behind it, the entity of its place; else TD_NONE. */
typedef struct td_dateline {
    td_index sentence, end, place;
} td_dateline;

typedef struct td_tree {
    const td_report *report;
    td_dateline dateline;
    td_index sentence;
    td_index first; /* token of node 0 */
    td_node *nodes;
    uint32_t count, capacity;
    td_index next_mention; /* mentions before it end before this sentence */
} td_tree;

/* `td_each_child(c, tree, node)`: the dependents of a node, in text order. */
#define td_each_child(c, tree, node)        \
    uint32_t c = (tree)->nodes[node].child; \
    c != TD_NONE;                           \
    c = (tree)->nodes[c].sibling

/* Lay out sentence number `sentence`, whose memory is used again; call in text order. */
void td_tree_read(td_tree *tree, const td_report *report, td_index sentence, td_arena *arena);

/* Fill head and relation by a shallow rule, where no parser ran. */
void td_tree_guess(td_tree *tree);

/* Mend heads and relations where a parser took the verb of a clause for a description. */
void td_tree_repair(td_tree *tree, td_arena *arena);

/* The dateline of a report, each part TD_NONE where it has none. */
td_dateline td_dateline_of(const td_report *report);
/* Take the first `end` nodes out of the clause that follows them. */
void td_dateline_cut(td_tree *tree, uint32_t end);

static inline bool td_tree_is_verb(const td_tree *tree, uint32_t node) {
    enum td_part_of_speech part = tree->nodes[node].token->part_of_speech;
    return part == TD_POS_VERB || part == TD_POS_AUXILIARY;
}
static inline bool td_tree_is_nominal(const td_tree *tree, uint32_t node) {
    enum td_part_of_speech part = tree->nodes[node].token->part_of_speech;
    return part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN || part == TD_POS_PRONOUN || part == TD_POS_NUMERAL;
}
/* The first dependent by this relation, or TD_NONE. */
uint32_t td_tree_child(const td_tree *tree, uint32_t node, enum td_relation relation);
/* True where `node` hangs on `above`, at whatever depth, or is it. */
static inline bool td_tree_below(const td_tree *tree, uint32_t node, uint32_t above) {
    uint32_t steps = 0;
    while (node != TD_NONE && node != above && steps++ < 256) node = tree->nodes[node].head;
    return node == above;
}
/* The text from node `from` to node `to`, both included. */
static inline td_span td_tree_span(const td_tree *tree, uint32_t from, uint32_t to) {
    return (td_span){tree->nodes[from].token->span.start, tree->nodes[to].token->span.end};
}
static inline td_view td_tree_text(const td_tree *tree, uint32_t node) {
    return td_span_text(tree->report->text, tree->nodes[node].token->span);
}
/* The word of a node, with its other parts where it is hyphenated. */
static inline td_span td_tree_word(const td_tree *tree, uint32_t node) {
    return tree->nodes[node].joined ? td_tree_span(tree, tree->nodes[node].join_left, tree->nodes[node].join_right)
                                    : tree->nodes[node].token->span;
}
/* The phrase of a nominal node without relative clauses and what trails behind them. */
td_span td_tree_phrase(const td_tree *tree, uint32_t node);
/* The node that starts at or after byte `offset`; the count when it is past the sentence. */
uint32_t td_tree_node_at(const td_tree *tree, uint32_t offset);
/* Of the nodes in `span` the one that the others hang on; TD_NONE when none lies in it. */
uint32_t td_tree_span_head(const td_tree *tree, td_span span);

#endif
