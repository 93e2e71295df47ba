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

/* The argument that meets a demand of the frame, the first there is; NULL for what must not be there. */
static const td_argument *met_by(const td_coder *coder, const td_predicate *predicate, const td_frame_need *need) {
    for (uint32_t i = 0; i < predicate->argument_count && !need->forbidden; i++) {
        const td_argument *argument = &predicate->arguments[i];
        for (uint32_t k = 0; k < need->slot_count; k++) {
            bool there =
                argument->slot.kind == need->slots[k].kind && argument->slot.preposition == need->slots[k].preposition;
            if (there && (need->any || td_phrase_meets(coder, argument->node, need))) return argument;
        }
    }
    return NULL;
}

#define BESIDE_BYTES 160

void td_reason_frame(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    td_view lemma = coder->tree.nodes[predicate->node].token->lemma;
    if (predicate->frame->type == TD_EVENT_COUNT) {
        td_reason(coder, event, "Happening: the %s \"%.*s\"; no frame says what kind of act it is.",
                  predicate->nominal ? "noun" : "verb", TD_VIEW_ARGUMENTS(lemma));
        return;
    }
    char beside[BESIDE_BYTES] = "";
    size_t size = 0;
    for (uint32_t i = 0; i < predicate->frame->need_count; i++) {
        const td_argument *argument = met_by(coder, predicate, &predicate->frame->needs[i]);
        if (!argument) continue;
        int written = snprintf(beside + size, sizeof beside - size, "%s\"%.*s\", %s", size ? " and " : " with ",
                               TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, argument->node)), argument->path);
        if (written < 0 || (size_t)written >= sizeof beside - size) break;
        size += (size_t)written;
    }
    beside[size] = 0; /* what found no room is left out whole */
    td_reason(coder, event, "Frame: the %s \"%.*s\"%s%s is %.*s.",
              predicate->nominal   ? "noun"
              : predicate->passive ? "passive verb"
                                   : "verb",
              TD_VIEW_ARGUMENTS(lemma), beside, size ? "," : "", TD_VIEW_ARGUMENTS(predicate->frame->id));
}

/* ', read outward through "begin" and "order"': where more than one word has the event in its grasp. */
static void add_path(const td_coder *coder, const td_standing *standing, char *text, size_t most) {
    size_t size = 0;
    for (uint32_t i = 0; i < standing->path_count && standing->path_count > 1; i++) {
        const char *before = i == 0 ? ", read outward through" : i + 1 == standing->path_count ? " and" : ",";
        int written = snprintf(text + size, most - size, "%s \"%.*s\"", before,
                               TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, standing->path[i])));
        if (written < 0 || (size_t)written >= most - size) break;
        size += (size_t)written;
    }
    text[size] = 0;
}

void td_reason_standing(const td_coder *coder, const td_standing *standing, td_event *event) {
    const char *label = td_modality_label(standing->modality);
    char path[BESIDE_BYTES] = "";
    add_path(coder, standing, path, sizeof path);
    if (standing->cause == TD_NONE)
        td_reason(coder, event, "Modality: %s, by %s%s.", label,
                  event->modality == TD_MODALITY_HAPPENED ? "tense" : "its frame and tense", path);
    else
        td_reason(coder, event, "Modality: %s, by \"%.*s\"%s.", label,
                  TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, standing->cause)), path);
    if (standing->negated && standing->negation != TD_NONE)
        td_reason(coder, event, "Negated by \"%.*s\".",
                  TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, standing->negation)));
}
