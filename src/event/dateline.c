/*
 * The dateline of a report.
 * Input: a report with its mentions; the tree of its sentence. Output: the place that opens one of its first sentences
 * in front of a dash: "GAO, Mali (Meridian) - Gunmen ...". Nothing but a name, a day and an agency stands between the
 * place and the dash. In the tree, what a parser hung on the dateline takes its place: "Gunmen" and not "GAO" attacked.
 */

#include "event/coding.h"

#define FIRST_SENTENCES 4 /* a headline and a byline may come before */
#define LONGEST_DATELINE 16

static bool is_dash(const td_report *report, td_index token) {
    td_view text = td_span_text(report->text, report->tokens.items[token].span);
    bool dash = td_view_equal(text, TD_VIEW("-")) || td_view_equal(text, TD_VIEW("--")) ||
                td_view_equal(text, TD_VIEW("\xE2\x80\x93")) || td_view_equal(text, TD_VIEW("\xE2\x80\x94"));
    bool apart = report->tokens.items[token].features & TD_FEATURE_SPACE_BEFORE;
    return dash && (apart || text.size > 1);
}

/* The token behind a dash among the first words with no verb in front of it, TD_NONE where there is none. */
static td_index end_of_dateline(const td_report *report, const td_sentence *sentence, td_index from) {
    for (td_index i = from; i < sentence->token_end && i < from + LONGEST_DATELINE; i++) {
        enum td_part_of_speech part = report->tokens.items[i].part_of_speech;
        if (is_dash(report, i)) return i + 1;
        if (part == TD_POS_VERB || part == TD_POS_AUXILIARY) break;
    }
    return TD_NONE;
}

td_dateline td_dateline_of(const td_report *report) {
    const td_dateline none = {TD_NONE, TD_NONE, TD_NONE};
    td_index mention = 0;
    for (td_index s = 0, seen = 0; s < report->sentences.count && seen < FIRST_SENTENCES; s++) {
        const td_sentence *sentence = &report->sentences.items[s];
        if (!sentence->body) continue;
        seen++;
        while (mention < report->mentions.count && report->mentions.items[mention].span.start < sentence->span.start)
            mention++;
        if (mention == report->mentions.count) return none;
        const td_mention *first = &report->mentions.items[mention];
        bool opens = first->span.start == sentence->span.start && first->entity != TD_NONE &&
                     td_mention_is_named(first) && report->entities.items[first->entity].kind == TD_ENTITY_PLACE;
        td_index end = opens ? end_of_dateline(report, sentence, td_report_token_at(report, first->span.end)) : TD_NONE;
        if (end != TD_NONE) return (td_dateline){s, end, first->entity};
    }
    return none;
}

/* The first node of the text that hangs on the dateline by its own fault. */
static uint32_t first_hung(const td_tree *tree, uint32_t end) {
    for (uint32_t i = end; i < tree->count; i++)
        if (tree->nodes[i].head < end && td_tree_is_nominal(tree, i)) return i;
    return TD_NONE;
}

static bool has_subject(const td_tree *tree, uint32_t verb, uint32_t end) {
    for (uint32_t i = end; i < tree->count; i++)
        if (tree->nodes[i].head == verb &&
            (tree->nodes[i].relation == TD_RELATION_NSUBJ || tree->nodes[i].relation == TD_RELATION_NSUBJ_PASS))
            return true;
    return false;
}

void td_dateline_cut(td_tree *tree, uint32_t end) {
    uint32_t heir = first_hung(tree, end);
    for (uint32_t i = 0; i < end && i < tree->count; i++) {
        td_node *node = &tree->nodes[i];
        if (node->head == TD_NONE || node->head < end) continue;
        bool subject = node->relation == TD_RELATION_NSUBJ || node->relation == TD_RELATION_NSUBJ_PASS;
        if (subject && heir != TD_NONE && heir < node->head && !has_subject(tree, node->head, end)) {
            tree->nodes[heir].head = node->head;
            tree->nodes[heir].relation = node->relation;
        }
        node->head = TD_NONE; /* no part of the clause */
        node->relation = TD_RELATION_OTHER;
    }
}
