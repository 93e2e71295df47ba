/*
 * The phrase dictionary.
 * Input: the pack's block "phrases" and the tokens of a report. Output: the longest phrase at a token.
 * A trie with hashed edges (Knuth, The Art of Computer Programming 3, section 6.3), after the manner of Aho and
 * Corasick's keyword trees but over words: a phrase can only begin at a token, so no failure links are needed.
 */

#include "lexicon/phrases.h"

#include "lexicon/phrases_block.h"
#include "lexicon/word_key.h"

static size_t block_size_of(const td_phrases_header *header) {
    return sizeof *header + (size_t)header->filter_bits / 8 + (size_t)header->edge_slots * sizeof(td_phrase_edge) +
           (size_t)header->node_count * sizeof(td_phrase_node) + (size_t)header->phrase_count * sizeof(td_phrase);
}

static bool power_of_two(uint32_t number) {
    return number != 0 && (number & (number - 1)) == 0;
}

int td_phrases_attach(td_view block, td_arena *arena, td_phrases **out, td_error *error) {
    td_phrases *phrases = TD_NEW(arena, td_phrases);
    const td_phrases_header *header = (const td_phrases_header *)(const void *)block.bytes;
    if (block.size < sizeof *header || header->magic != TD_PHRASES_MAGIC || !power_of_two(header->edge_slots) ||
        !power_of_two(header->filter_bits) || header->filter_bits < 64 || header->node_count == 0 ||
        header->edge_slots < header->node_count || block_size_of(header) != block.size)
        return td_error_set(error, TD_ERROR_INPUT, "the lexicon's phrases are not what they should be");
    phrases->header = header;
    phrases->filter = (const uint64_t *)(const void *)(header + 1);
    phrases->edges = (const td_phrase_edge *)(const void *)(phrases->filter + header->filter_bits / 64);
    phrases->nodes = (const td_phrase_node *)(const void *)(phrases->edges + header->edge_slots);
    phrases->phrases = (const td_phrase *)(const void *)(phrases->nodes + header->node_count);
    phrases->hyphen = td_word_key(TD_VIEW("-"));
    *out = phrases;
    return TD_OK;
}

/* The node that a word leads to, 0 when none. */
static uint32_t step(const td_phrases *phrases, uint32_t parent, uint64_t key) {
    uint32_t mask = phrases->header->edge_slots - 1;
    for (uint64_t slot = td_phrase_edge_hash(parent, key);; slot++) {
        const td_phrase_edge *edge = &phrases->edges[slot & mask];
        if (edge->child == 0 || (edge->key == key && edge->parent == parent)) return edge->child;
    }
}

static bool may_begin(const td_phrases *phrases, uint64_t key) {
    uint64_t bit = key & (phrases->header->filter_bits - 1);
    return phrases->filter[bit / 64] >> (bit % 64) & 1;
}

/* What the letters of the words taken so far are like, a bit for each word. */
typedef struct letters_seen {
    uint32_t first;
    uint32_t all;
    uint32_t words;
} letters_seen;

static void see_letters(letters_seen *seen, const td_token *token) {
    if (token->features & TD_FEATURE_CAPITAL) seen->first |= 1U << seen->words;
    if (token->features & TD_FEATURE_ALL_CAPITALS) seen->all |= 1U << seen->words;
    seen->words++;
}

/* How many of a node's readings the letters allow. */
static uint32_t allowed(const td_phrases *phrases, const td_phrase_node *node, const letters_seen *seen) {
    uint8_t most = TD_CAPITALS_ANY;
    if ((node->capitals & ~seen->first) == 0) most = TD_CAPITALS_FIRST;
    if ((node->capitals & ~seen->all) == 0) most = TD_CAPITALS_ALL;
    const td_phrase *readings = &phrases->phrases[node->first];
    uint32_t count = node->count;
    while (count > 0 && readings[count - 1].needs_capital > most) count--;
    return count;
}

/* True where token `i` is a hyphen that joins the words on both sides of it. */
static bool joins(const td_phrases *phrases, const td_token *tokens, uint32_t i, uint32_t count) {
    return i > 0 && i + 1 < count && tokens[i].key == phrases->hyphen &&
           !((tokens[i].features | tokens[i + 1].features) & TD_FEATURE_SPACE_BEFORE);
}

td_phrase_match td_phrases_match(const td_phrases *phrases, const td_token *tokens, uint32_t count) {
    td_phrase_match match = {0, NULL, 0};
    if (count == 0 || !may_begin(phrases, tokens[0].key)) return match;
    letters_seen seen = {0, 0, 0};
    uint32_t node = 0;
    for (uint32_t i = 0; i < count && seen.words < TD_PHRASE_WORDS; i++) {
        if (joins(phrases, tokens, i, count)) continue;
        node = step(phrases, node, tokens[i].key);
        if (node == 0) break;
        see_letters(&seen, &tokens[i]);
        const td_phrase_node *end = &phrases->nodes[node];
        uint32_t readings = end->count ? allowed(phrases, end, &seen) : 0;
        if (readings) match = (td_phrase_match){i + 1, &phrases->phrases[end->first], readings};
    }
    return match;
}
