/*
 * What a pronoun stands for, where no name does.
 * Input: a pronoun of a parsed sentence, the report's coreferent phrases. Output: the description before it in the
 * sentence: "rebels of the north said that they ...".
 */

#include "event/coding.h"

/* The phrase of exactly the word, or TD_NONE; phrases are in text order. */
static td_index phrase_of(const td_report *report, td_span word) {
    uint32_t low = 0, high = report->coreferents.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->coreferents.items[middle].span.start < word.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < report->coreferents.count && report->coreferents.items[low].span.start == word.start; low++)
        if (report->coreferents.items[low].span.end == word.end) return low;
    return TD_NONE;
}

uint32_t td_node_antecedent(const td_coder *coder, uint32_t node, td_span *phrase) {
    const td_report *report = coder->report;
    const td_token *token = coder->tree.nodes[node].token;
    if (token->part_of_speech != TD_POS_PRONOUN) return TD_NONE;
    td_index at = phrase_of(report, token->span);
    td_index chain = at == TD_NONE ? TD_NONE : report->coreferents.items[at].chain;
    if (chain == TD_NONE) return TD_NONE;
    td_span sentence = report->sentences.items[coder->tree.sentence].span;
    while (at-- > 0 && report->coreferents.items[at].span.start >= sentence.start) {
        const td_coreferent *before = &report->coreferents.items[at];
        if (before->chain != chain || before->form == TD_FORM_PRONOUN) continue;
        *phrase = before->span;
        uint32_t head = td_tree_node_at(&coder->tree, before->head.start);
        return head < node ? head : TD_NONE;
    }
    return TD_NONE;
}
