/*
 * Why an event was coded as it was, in short sentences for `tidings why`.
 * Input: what the other files decided. Output: event->reasons.
 */

#include <stdarg.h>
#include <stdio.h>

#include "event/coding.h"

void td_reason(const td_coder *coder, td_event *event, const char *format, ...) {
    char text[320];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size <= 0) return;
    td_view view = {text, (size_t)size < sizeof text ? (size_t)size : sizeof text - 1};
    /* A name that was cut may end inside a character. */
    while (view.size == sizeof text - 1 && view.size > 0 && ((unsigned char)view.bytes[view.size - 1] & 0x80))
        view.size--;
    *td_push(coder->arena, &event->reasons) = td_arena_copy(coder->arena, view);
}

void td_reason_frame(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    td_view lemma = coder->tree.nodes[predicate->node].token->lemma;
    if (predicate->frame->type == TD_EVENT_COUNT) {
        td_reason(coder, event, "Happening: the %s \"%.*s\"; no frame says what kind of act it is.",
                  predicate->nominal ? "noun" : "verb", TD_VIEW_ARGUMENTS(lemma));
        return;
    }
    td_reason(coder, event, "Frame: the %s \"%.*s\"%s is %.*s.",
              predicate->nominal   ? "noun"
              : predicate->passive ? "passive verb"
                                   : "verb",
              TD_VIEW_ARGUMENTS(lemma), predicate->frame->need_count ? " with what stands beside it" : "",
              TD_VIEW_ARGUMENTS(predicate->frame->id));
}

void td_reason_standing(const td_coder *coder, const td_standing *standing, td_event *event) {
    const char *label = td_modality_label(standing->modality);
    if (standing->cause == TD_NONE)
        td_reason(coder, event, "Modality: %s, by %s.", label,
                  event->modality == TD_MODALITY_HAPPENED ? "tense" : "its frame and tense");
    else
        td_reason(coder, event, "Modality: %s, by \"%.*s\".", label,
                  TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, standing->cause)));
    if (standing->negated && standing->negation != TD_NONE)
        td_reason(coder, event, "Negated by \"%.*s\".",
                  TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, standing->negation)));
}
