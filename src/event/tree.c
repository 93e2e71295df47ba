/*
 * The dependency tree of one sentence.
 * Input: tokens with heads and relations. Output: nodes with children in text order, extents and mentions.
 */

#include "event/tree.h"

#include <stdlib.h>

#include "lexicon/word_key.h"

typedef struct td_relation_label {
    const char *label;
    enum td_relation relation;
} td_relation_label;

/* In byte order of the labels, for the search; "obl" and its like stand before their subtypes. */
static const td_relation_label labels[] = {
    {"acl", TD_RELATION_ACL},
    {"acl:relcl", TD_RELATION_ACL_RELCL},
    {"advcl", TD_RELATION_ADVCL},
    {"advmod", TD_RELATION_ADVMOD},
    {"amod", TD_RELATION_AMOD},
    {"appos", TD_RELATION_APPOS},
    {"aux", TD_RELATION_AUX},
    {"aux:pass", TD_RELATION_AUX_PASS},
    {"case", TD_RELATION_CASE},
    {"cc", TD_RELATION_CC},
    {"ccomp", TD_RELATION_CCOMP},
    {"compound", TD_RELATION_COMPOUND},
    {"compound:prt", TD_RELATION_COMPOUND_PRT},
    {"conj", TD_RELATION_CONJ},
    {"cop", TD_RELATION_COP},
    {"csubj", TD_RELATION_CSUBJ},
    {"csubj:pass", TD_RELATION_CSUBJ_PASS},
    {"det", TD_RELATION_DET},
    {"expl", TD_RELATION_EXPL},
    {"fixed", TD_RELATION_FIXED},
    {"flat", TD_RELATION_FLAT},
    {"goeswith", TD_RELATION_GOESWITH},
    {"iobj", TD_RELATION_IOBJ},
    {"list", TD_RELATION_LIST},
    {"mark", TD_RELATION_MARK},
    {"nmod", TD_RELATION_NMOD},
    {"nmod:poss", TD_RELATION_NMOD_POSS},
    {"nsubj", TD_RELATION_NSUBJ},
    {"nsubj:pass", TD_RELATION_NSUBJ_PASS},
    {"nummod", TD_RELATION_NUMMOD},
    {"obj", TD_RELATION_OBJ},
    {"obl", TD_RELATION_OBL},
    {"obl:agent", TD_RELATION_OBL_AGENT},
    {"orphan", TD_RELATION_ORPHAN},
    {"parataxis", TD_RELATION_PARATAXIS},
    {"punct", TD_RELATION_PUNCT},
    {"root", TD_RELATION_ROOT},
    {"xcomp", TD_RELATION_XCOMP},
};

static bool find_label(td_view label, enum td_relation *relation) {
    size_t low = 0, high = sizeof labels / sizeof *labels;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = td_view_compare(label, td_view_of(labels[middle].label));
        if (order == 0) {
            *relation = labels[middle].relation;
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static enum td_relation relation_of(td_view label) {
    enum td_relation relation = TD_RELATION_OTHER;
    if (find_label(label, &relation)) return relation;
    size_t colon = td_view_find(label, TD_VIEW(":"), 0);
    if (colon != SIZE_MAX) find_label(td_view_slice(label, 0, colon), &relation);
    return relation;
}

/* Heads from the tokens; false where no parser ran. */
static bool read_heads(td_tree *tree) {
    if (tree->count && tree->nodes[0].token->head == TD_NONE) return false;
    for (uint32_t i = 0; i < tree->count; i++) {
        td_node *node = &tree->nodes[i];
        uint32_t head = node->token->head;
        node->head = head >= 1 && head <= tree->count && head - 1 != i ? head - 1 : TD_NONE;
        node->relation = node->head == TD_NONE ? TD_RELATION_ROOT : relation_of(node->token->relation);
    }
    return true;
}

/*
 * Extents, leaves first (Kahn 1962). A node that is never a leaf stands in a
 * loop, which no parser should make: it is cut off, so that climbing ends.
 */
static void link_nodes(td_tree *tree, td_arena *arena) {
    uint32_t *waiting = TD_NEW_ARRAY(arena, tree->count, uint32_t), *queue = TD_NEW_ARRAY(arena, tree->count, uint32_t);
    uint32_t ready = 0;
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->nodes[i].head != TD_NONE) waiting[tree->nodes[i].head]++;
    for (uint32_t i = 0; i < tree->count; i++)
        if (waiting[i] == 0) queue[ready++] = i;
    for (uint32_t done = 0; done < ready; done++) {
        const td_node *node = &tree->nodes[queue[done]];
        if (node->head == TD_NONE) continue;
        td_node *head = &tree->nodes[node->head];
        if (node->left < head->left) head->left = node->left;
        if (node->right > head->right) head->right = node->right;
        if (--waiting[node->head] == 0) queue[ready++] = node->head;
    }
    for (uint32_t i = 0; i < tree->count; i++) {
        if (!waiting[i]) continue;
        tree->nodes[i].head = TD_NONE;
        tree->nodes[i].relation = TD_RELATION_ROOT;
    }
    for (uint32_t i = tree->count; i-- > 0;) {
        td_node *node = &tree->nodes[i];
        if (node->head == TD_NONE) continue;
        node->sibling = tree->nodes[node->head].child;
        tree->nodes[node->head].child = i;
    }
}

uint32_t td_tree_node_at(const td_tree *tree, uint32_t offset) {
    uint32_t low = 0, high = tree->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tree->nodes[middle].token->span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t td_tree_span_head(const td_tree *tree, td_span span) {
    uint32_t first = td_tree_node_at(tree, span.start), end = td_tree_node_at(tree, span.end);
    if (first >= end) return TD_NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t head = tree->nodes[i].head;
        bool outside = head == TD_NONE || head < first || head >= end;
        if (outside && tree->nodes[i].relation != TD_RELATION_CASE && tree->nodes[i].relation != TD_RELATION_PUNCT)
            return i;
    }
    return end - 1;
}

/* Of two mentions with one head the resolved one stands, then the longer. */
static bool outranks(const td_mention *a, const td_mention *b) {
    bool a_resolved = a->entity != TD_NONE || a->group.count, b_resolved = b->entity != TD_NONE || b->group.count;
    if (a_resolved != b_resolved) return a_resolved;
    return a->span.end - a->span.start > b->span.end - b->span.start;
}

/* On each word of it that hangs outside: the one head, or the parts of a name that the parser did not join. */
static void place_mention(td_tree *tree, td_index number) {
    const td_mention *mention = &tree->report->mentions.items[number];
    uint32_t first = td_tree_node_at(tree, mention->span.start), end = td_tree_node_at(tree, mention->span.end);
    for (uint32_t i = first; i < end; i++) {
        td_node *node = &tree->nodes[i];
        bool inside = node->head != TD_NONE && node->head >= first && node->head < end;
        bool small = node->relation == TD_RELATION_CASE || node->relation == TD_RELATION_PUNCT ||
                     node->relation == TD_RELATION_DET;
        if ((inside || small) && end - first > 1) continue;
        if (node->mention == TD_NONE || outranks(mention, &tree->report->mentions.items[node->mention]))
            node->mention = number;
    }
}

static void place_mentions(td_tree *tree) {
    td_span span = tree->report->sentences.items[tree->sentence].span;
    td_index i = tree->next_mention;
    while (i < tree->report->mentions.count && tree->report->mentions.items[i].span.start < span.start) i++;
    for (tree->next_mention = i; i < tree->report->mentions.count; i++) {
        const td_mention *mention = &tree->report->mentions.items[i];
        if (mention->span.start >= span.end) break;
        place_mention(tree, i);
    }
}

static bool is_glued(const td_tree *tree, uint32_t node) {
    return node > 0 && node < tree->count &&
           tree->nodes[node - 1].token->span.end == tree->nodes[node].token->span.start;
}

static bool is_hyphen(const td_tree *tree, uint32_t node) {
    td_view text = td_tree_text(tree, node);
    return td_view_equal(text, TD_VIEW("-")) || td_view_equal(text, TD_VIEW("\xE2\x80\x90")) ||
           td_view_equal(text, TD_VIEW("\xE2\x80\x91"));
}

#define LONGEST_JOINED 48

/* The word whose parts lie from `left` to `right`: its key goes to the part that the others hang on. */
static void join_word(td_tree *tree, uint32_t left, uint32_t right) {
    char letters[LONGEST_JOINED];
    td_view lemma = tree->nodes[right].token->lemma;
    td_span front = {tree->nodes[left].token->span.start, tree->nodes[right].token->span.start};
    td_view text = td_span_text(tree->report->text, front);
    if (text.size + lemma.size > sizeof letters) return;
    memcpy(letters, text.bytes, text.size);
    memcpy(letters + text.size, lemma.bytes, lemma.size);
    uint64_t key = td_word_key((td_view){letters, text.size + lemma.size});
    for (uint32_t i = left; i <= right; i++) {
        uint32_t head = tree->nodes[i].head;
        if ((head != TD_NONE && head >= left && head <= right) || is_hyphen(tree, i)) continue;
        tree->nodes[i].joined = key;
        tree->nodes[i].join_left = left;
        tree->nodes[i].join_right = right;
        return;
    }
}

/* Tokens are parted at hyphens; tables are not. */
static void join_words(td_tree *tree) {
    for (uint32_t i = 1; i + 1 < tree->count; i++) {
        if (!is_hyphen(tree, i) || !is_glued(tree, i) || !is_glued(tree, i + 1)) continue;
        uint32_t left = i - 1, right = i + 1;
        while (right + 2 < tree->count && is_hyphen(tree, right + 1) && is_glued(tree, right + 1) &&
               is_glued(tree, right + 2))
            right += 2;
        join_word(tree, left, right);
        i = right;
    }
}

void td_tree_read(td_tree *tree, const td_report *report, td_index sentence, td_arena *arena) {
    const td_sentence *s = &report->sentences.items[sentence];
    tree->report = report;
    tree->sentence = sentence;
    tree->first = s->token_start;
    tree->count = s->token_end - s->token_start;
    if (tree->count > tree->capacity) {
        tree->capacity = tree->count * 2;
        tree->nodes = TD_NEW_ARRAY(arena, tree->capacity, td_node);
    }
    for (uint32_t i = 0; i < tree->count; i++)
        tree->nodes[i] = (td_node){.token = &report->tokens.items[s->token_start + i],
                                   .head = TD_NONE,
                                   .child = TD_NONE,
                                   .sibling = TD_NONE,
                                   .left = i,
                                   .right = i,
                                   .mention = TD_NONE};
    if (read_heads(tree)) {
        bool dateline = tree->dateline.sentence == sentence && tree->dateline.end > tree->first;
        if (dateline) td_dateline_cut(tree, tree->dateline.end - tree->first);
        td_tree_repair(tree, arena);
    } else {
        td_tree_guess(tree);
    }
    link_nodes(tree, arena);
    join_words(tree);
    place_mentions(tree);
}

uint32_t td_tree_child(const td_tree *tree, uint32_t node, enum td_relation relation) {
    for (td_each_child(c, tree, node))
        if (tree->nodes[c].relation == relation) return c;
    return TD_NONE;
}

/* What stands behind a noun and tells more of it than its phrase: a relative clause, an apposition. */
static bool trails(enum td_relation relation) {
    return relation == TD_RELATION_ACL_RELCL || relation == TD_RELATION_PARATAXIS || relation == TD_RELATION_APPOS ||
           relation == TD_RELATION_ACL || relation == TD_RELATION_PUNCT;
}

static bool is_mark(const td_tree *tree, uint32_t node) {
    return tree->nodes[node].token->part_of_speech == TD_POS_PUNCTUATION;
}

td_span td_tree_phrase(const td_tree *tree, uint32_t node) {
    uint32_t left = tree->nodes[node].left, right = tree->nodes[node].right;
    for (td_each_child(c, tree, node)) {
        const td_node *child = &tree->nodes[c];
        if (child->relation == TD_RELATION_CASE && c < node && c == left) left = c + 1; /* the preposition in front */
        if (trails(child->relation) && child->left > node && child->left <= right) right = child->left - 1;
    }
    while (left < node && is_mark(tree, left)) left++;
    while (right > node && is_mark(tree, right)) right--;
    return td_tree_span(tree, left, right);
}
