/*
 * Who says so.
 * Input: a predicate and how it stands. Output: the quotation it lies in and the entity that reports it.
 */

#include "event/coding.h"

/*
 * The innermost quotation around the trigger, as quotations of quotations are told by the inner speaker. What somebody
 * only thinks or wants, he does not say.
 */
static td_index quote_around(const td_coder *coder, td_span trigger) {
    const td_report *report = coder->report;
    td_index best = TD_NONE;
    for (uint32_t i = 0; i < report->quotes.count && report->quotes.items[i].content.start <= trigger.start; i++) {
        td_span content = report->quotes.items[i].content;
        if (!td_span_contains(content, trigger) || !td_stance_spoken(report->quotes.items[i].stance)) continue;
        td_span held = best == TD_NONE ? content : report->quotes.items[best].content;
        if (best == TD_NONE || content.end - content.start < held.end - held.start) best = i;
    }
    return best;
}

static bool is_according(const td_coder *coder, uint32_t node) {
    for (td_each_child(c, &coder->tree, node))
        if (td_node_is(coder, c, "according")) return true;
    return false;
}

static bool is_report(const td_governor *governor) {
    return governor && (governor->effect == TD_GOVERNOR_REPORT || governor->effect == TD_GOVERNOR_CLAIM);
}

/* "according to the army", ", the army said" on the clause or one above it. */
static uint32_t attributed(const td_coder *coder, uint32_t node) {
    for (int level = 0; level < 16 && node != TD_NONE; level++) {
        for (td_each_child(c, &coder->tree, node)) {
            enum td_relation relation = coder->tree.nodes[c].relation;
            if ((relation == TD_RELATION_OBL || relation == TD_RELATION_ADVCL || relation == TD_RELATION_NMOD) &&
                is_according(coder, c))
                return c;
            if (relation == TD_RELATION_PARATAXIS && is_report(td_governor_word(coder, c, TD_PART_VERB)))
                return td_tree_child(&coder->tree, c, TD_RELATION_NSUBJ);
        }
        node = coder->tree.nodes[node].head;
    }
    return TD_NONE;
}

void td_event_source(const td_coder *coder, const td_predicate *predicate, const td_standing *standing,
                     td_event *event) {
    event->quote = quote_around(coder, event->trigger);
    if (event->quote != TD_NONE) event->source = coder->report->quotes.items[event->quote].speaker;
    if (event->source != TD_NONE) {
        td_reason(coder, event, "Source: it stands in what %.*s is quoted as saying.",
                  TD_VIEW_ARGUMENTS(coder->report->entities.items[event->source].name));
        return;
    }
    uint32_t speaker = standing->speaker != TD_NONE ? standing->speaker : attributed(coder, predicate->node);
    if (speaker == TD_NONE) return;
    event->source = td_phrase_entity(coder, speaker, TD_CLASS_ACTOR);
    if (event->source != TD_NONE)
        td_reason(coder, event, "Source: \"%.*s\" says so.", TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, speaker)));
}
