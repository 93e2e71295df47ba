/*
 * Noun phrases with all that belongs to them.
 * Input: a parsed sentence. Output: for each noun, name and pronoun that may stand for something the tokens of its
 * whole phrase, and once more those of all that are joined to it.
 *
 * A phrase is what hangs on its head, relative clauses and appositions included, but for what joins the phrase to the
 * sentence: prepositions, conjunctions, other members of the enumeration; and where the noun is a predicate ("is the
 * capital") for the subject and what else belongs to the clause. A closing possessive belongs to the phrase. This is
 * how OntoNotes delimits mentions (Pradhan et al. 2007). Leaves are taken off first, so it is linear in the sentence.
 */

#include "mention/noun_phrases.h"

/* What a dependent of a noun is to the extent of its phrase. */
enum td_attachment {
    TD_PART,        /* belongs to the phrase */
    TD_OUTSIDE,     /* joins the phrase to the sentence, or is of the clause */
    TD_ADVERB,      /* belongs to the clause where the noun is its predicate, or where it leads the phrase */
    TD_CIRCUMSTANCE /* belongs to the clause where the noun is its predicate */
};

typedef struct td_phrase_node {
    uint32_t first, last; /* of all that hangs on the token */
    uint32_t left, right; /* of its noun phrase */
    uint32_t members_end; /* last token of what is joined to it; 0 where nothing is */
    uint32_t pending;     /* dependents not yet taken off */
    uint8_t attachment;   /* to its head */
    bool predicate;       /* of a clause with a subject or copula */
} td_phrase_node;

static bool relation_begins(const td_token *token, const char *label) {
    td_view wanted = td_view_of(label);
    if (!td_view_starts_with(token->relation, wanted)) return false;
    return token->relation.size == wanted.size || token->relation.bytes[wanted.size] == ':';
}

static bool relation_among(const td_token *token, const char *const *labels) {
    for (int k = 0; labels[k]; k++)
        if (relation_begins(token, labels[k])) return true;
    return false;
}

static bool is_possessive(const td_report *report, const td_token *token) {
    td_view text = td_span_text(report->text, token->span);
    return td_view_equal(text, TD_VIEW("'s")) || td_view_equal(text, TD_VIEW("\xE2\x80\x99s")) ||
           td_view_equal(text, TD_VIEW("'")) || td_view_equal(text, TD_VIEW("\xE2\x80\x99"));
}

static enum td_attachment attachment_of(const td_report *report, const td_token *token, bool behind) {
    static const char *const outside[] = {"cc",        "mark",  "parataxis", "conj",  "cop",        "aux",
                                          "discourse", "expl",  "csubj",     "nsubj", "dislocated", "vocative",
                                          "ccomp",     "punct", "advcl",     NULL};
    if (relation_begins(token, "case")) return behind && is_possessive(report, token) ? TD_PART : TD_OUTSIDE;
    if (relation_among(token, outside)) return TD_OUTSIDE;
    if (relation_begins(token, "advmod")) return TD_ADVERB;
    return relation_begins(token, "obl") ? TD_CIRCUMSTANCE : TD_PART;
}

/* May the token head a phrase that stands for something? */
static bool may_head(const td_token *token) {
    static const char *const of_names[] = {"flat", "fixed", NULL};
    static const char *const describing[] = {"compound", "amod", "nummod", "det", NULL};
    static const char *const arguments[] = {"nsubj", "obj", "iobj", "obl", "nmod", NULL};
    switch (token->part_of_speech) {
    case TD_POS_PROPER_NOUN:
    case TD_POS_PRONOUN:
        return !relation_among(token, of_names);
    case TD_POS_NOUN:
    case TD_POS_NUMERAL:
    case TD_POS_DETERMINER:
    case TD_POS_SYMBOL:
        return !relation_among(token, of_names) && !relation_among(token, describing);
    case TD_POS_ADJECTIVE:
        return relation_among(token, arguments);
    default:
        return false;
    }
}

static void make_room(td_noun_phrase_reader *reader, uint32_t count) {
    if (reader->room >= count) return;
    reader->room = count + count / 2;
    reader->nodes = TD_NEW_ARRAY(reader->arena, reader->room, td_phrase_node);
    reader->queue = TD_NEW_ARRAY(reader->arena, reader->room, uint32_t);
}

/* The head of token `i` of the sentence, or `count`. */
static uint32_t head_of(const td_token *tokens, uint32_t i, uint32_t count) {
    return tokens[i].head == 0 || tokens[i].head > count ? count : tokens[i].head - 1;
}

/* Extents of all that hangs on each token; predicates. Tokens in a cycle, which no parse has, keep their own extent. */
static void read_extents(td_noun_phrase_reader *reader, const td_token *tokens, uint32_t count) {
    static const char *const of_clauses[] = {"cop", "nsubj", "csubj", NULL};
    td_phrase_node *nodes = reader->nodes;
    uint32_t queued = 0;
    for (uint32_t i = 0; i < count; i++) nodes[i] = (td_phrase_node){.first = i, .last = i, .left = i, .right = i};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = head_of(tokens, i, count);
        if (head == count) continue;
        nodes[head].pending++;
        nodes[head].predicate |= relation_among(&tokens[i], of_clauses);
        nodes[i].attachment = (uint8_t)attachment_of(reader->report, &tokens[i], i > head);
    }
    for (uint32_t i = 0; i < count; i++)
        if (nodes[i].pending == 0) reader->queue[queued++] = i;
    for (uint32_t k = 0; k < queued; k++) {
        uint32_t i = reader->queue[k], head = head_of(tokens, i, count);
        if (head == count) continue;
        if (nodes[i].first < nodes[head].first) nodes[head].first = nodes[i].first;
        if (nodes[i].last > nodes[head].last) nodes[head].last = nodes[i].last;
        if (--nodes[head].pending == 0) reader->queue[queued++] = head;
    }
}

/* An adverb before any other word of the phrase: "only the ministry". */
static bool leads(const td_phrase_node *nodes, uint32_t i, uint32_t head) {
    return i < head && nodes[i].first <= nodes[head].left;
}

static void read_phrases(td_noun_phrase_reader *reader, const td_token *tokens, uint32_t count) {
    td_phrase_node *nodes = reader->nodes;
    for (uint32_t i = count; i-- > 0;) { /* backwards, so that a leading adverb is met last */
        uint32_t head = head_of(tokens, i, count);
        if (head == count) continue;
        td_phrase_node *above = &nodes[head];
        enum td_attachment attachment = nodes[i].attachment;
        if (relation_begins(&tokens[i], "conj") && nodes[i].last > above->members_end)
            above->members_end = nodes[i].last;
        if (attachment == TD_OUTSIDE || (attachment != TD_PART && above->predicate)) continue;
        if (attachment == TD_ADVERB && leads(nodes, i, head)) continue;
        if (nodes[i].first < above->left) above->left = nodes[i].first;
        if (nodes[i].last > above->right) above->right = nodes[i].last;
    }
}

/* A mark at the edge is cut unless it closes what the phrase opens. */
static bool is_cut(const td_report *report, const td_token *token, bool opening) {
    if (token->part_of_speech != TD_POS_PUNCTUATION) return false;
    td_view text = td_span_text(report->text, token->span);
    bool bracket = td_view_equal(text, opening ? TD_VIEW("(") : TD_VIEW(")")) ||
                   td_view_equal(text, opening ? TD_VIEW("[") : TD_VIEW("]"));
    bool quotes = token->features & (opening ? TD_FEATURE_QUOTE_OPEN : TD_FEATURE_QUOTE_CLOSE);
    return !bracket && !quotes;
}

static void add(td_noun_phrase_reader *reader, td_index sentence, uint32_t head, uint32_t last, bool joined,
                td_noun_phrase_array *phrases) {
    td_index start = reader->report->sentences.items[sentence].token_start;
    const td_token *tokens = &reader->report->tokens.items[start];
    uint32_t first = reader->nodes[head].left;
    while (first < head && is_cut(reader->report, &tokens[first], true)) first++;
    while (last > head && is_cut(reader->report, &tokens[last], false)) last--;
    *td_push(reader->arena, phrases) = (td_noun_phrase){
        .first = start + first, .end = start + last + 1, .head = start + head, .sentence = sentence, .joined = joined};
}

bool td_noun_phrases_read(td_noun_phrase_reader *reader, td_index sentence, td_noun_phrase_array *phrases) {
    const td_sentence *read = &reader->report->sentences.items[sentence];
    const td_token *tokens = &reader->report->tokens.items[read->token_start];
    uint32_t count = read->token_end - read->token_start;
    if (count == 0 || tokens[0].head == TD_NONE) return false;
    make_room(reader, count);
    read_extents(reader, tokens, count);
    read_phrases(reader, tokens, count);
    for (uint32_t i = 0; i < count; i++) {
        if (!may_head(&tokens[i])) continue;
        const td_phrase_node *node = &reader->nodes[i];
        add(reader, sentence, i, node->right, false, phrases);
        bool names = tokens[i].part_of_speech == TD_POS_NOUN || tokens[i].part_of_speech == TD_POS_PROPER_NOUN ||
                     tokens[i].part_of_speech == TD_POS_PRONOUN;
        if (names && node->members_end > node->right) add(reader, sentence, i, node->members_end, true, phrases);
    }
    return true;
}
