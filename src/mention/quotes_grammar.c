/*
 * The extent of each word's phrase in a parsed sentence, and who hangs on whom in it.
 * Input: heads and relations of one sentence. Output: first and last token of the phrase of each token, and the
 * dependents that matter to speech. Leaves are taken off first, so it is linear in the sentence.
 */

#include "mention/quotes_grammar.h"

#define LONGEST_REACH 48 /* tokens around a word in which its dependents are looked for */

static void make_room(td_quoting *quoting, uint32_t count) {
    td_phrase_extents *extents = &quoting->extents;
    if (extents->room >= count) return;
    td_index **const arrays[] = {&extents->first,    &extents->last,   &extents->subject,    &extents->object,
                                 &extents->indirect, &extents->clause, &extents->open_clause};
    extents->room = count + count / 2;
    for (size_t k = 0; k < sizeof arrays / sizeof *arrays; k++)
        *arrays[k] = TD_NEW_ARRAY(quoting->arena, extents->room, td_index);
    extents->pending = TD_NEW_ARRAY(quoting->arena, 2 * (size_t)extents->room, uint32_t);
}

static void note_dependent(td_phrase_extents *extents, uint32_t head, uint32_t dependent, td_view relation) {
    struct {
        const char *label;
        td_index *slots;
    } const slots[] = {{"nsubj", extents->subject},
                       {"obj", extents->object},
                       {"iobj", extents->indirect},
                       {"ccomp", extents->clause},
                       {"xcomp", extents->open_clause}};
    for (size_t k = 0; k < sizeof slots / sizeof *slots; k++)
        if (td_view_equal(relation, td_view_of(slots[k].label)) && slots[k].slots[head] == TD_NONE)
            slots[k].slots[head] = dependent;
}

bool td_phrase_extents_read(td_quoting *quoting, td_index sentence) {
    const td_sentence *read = &quoting->report->sentences.items[sentence];
    uint32_t count = read->token_end - read->token_start;
    if (count == 0 || td_quoting_token(quoting, read->token_start)->head == TD_NONE) return false;
    make_room(quoting, count);
    td_phrase_extents *extents = &quoting->extents;
    extents->token_start = read->token_start;
    extents->token_end = read->token_end;
    uint32_t *left = extents->pending, *queue = extents->pending + count, queued = 0;
    for (uint32_t i = 0; i < count; i++) {
        extents->first[i] = extents->last[i] = i;
        extents->subject[i] = extents->object[i] = extents->indirect[i] = extents->clause[i] = extents->open_clause[i] =
            TD_NONE;
        left[i] = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        const td_token *token = td_quoting_token(quoting, read->token_start + i);
        if (token->head == 0 || token->head > count) continue;
        left[token->head - 1]++;
        note_dependent(extents, token->head - 1, i, token->relation);
    }
    for (uint32_t i = 0; i < count; i++)
        if (left[i] == 0) queue[queued++] = i;
    for (uint32_t k = 0; k < queued; k++) {
        uint32_t i = queue[k], head = td_quoting_token(quoting, read->token_start + i)->head;
        if (head == 0 || head > count) continue;
        head--;
        if (extents->first[i] < extents->first[head]) extents->first[head] = extents->first[i];
        if (extents->last[i] > extents->last[head]) extents->last[head] = extents->last[i];
        if (--left[head] == 0) queue[queued++] = head;
    }
    return true;
}

td_token_range td_quote_phrase(const td_phrase_extents *extents, td_index word) {
    if (word == TD_NONE) return TD_RANGE_NONE;
    return (td_token_range){extents->token_start + extents->first[word],
                            extents->token_start + extents->last[word] + 1};
}

bool td_quote_related(const td_quoting *quoting, td_index word, const char *label) {
    return td_view_equal(td_quoting_token(quoting, quoting->extents.token_start + word)->relation, td_view_of(label));
}

/* The head of `word` within its sentence, TD_NONE for the root. */
td_index td_quote_head(const td_quoting *quoting, td_index word) {
    uint32_t head = td_quoting_token(quoting, quoting->extents.token_start + word)->head;
    return head == 0 || head == TD_NONE ? TD_NONE : head - 1;
}

td_index td_quote_dependent_behind(const td_quoting *quoting, td_index head, const char *const *labels) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index last = extents->last[head] < head + LONGEST_REACH ? extents->last[head] : head + LONGEST_REACH;
    for (td_index i = head + 1; i <= last; i++) {
        if (td_quote_head(quoting, i) != head) continue;
        for (const char *const *label = labels; *label; label++)
            if (td_quote_related(quoting, i, *label)) return i;
    }
    return TD_NONE;
}

td_index td_quote_dependent_before(const td_quoting *quoting, td_index head, const char *label) {
    td_index first = quoting->extents.first[head];
    if (head - first > LONGEST_REACH) first = head - LONGEST_REACH;
    for (td_index i = head; i-- > first;)
        if (td_quote_head(quoting, i) == head && td_quote_related(quoting, i, label)) return i;
    return TD_NONE;
}
