/*
 * Lessons for the model of names.
 * Input: a text with marked names, the program's own spans over it. Output: lessons, each with its spans, their
 * features and what the marks allow.
 *
 * A marked name that no span has leaves its tokens free: whatever the model makes of them is neither right nor wrong.
 */

#include <string.h>

#include "names.h"

/* Without a leading article and a closing possessive. */
static td_span trimmed(td_view text, uint32_t start, uint32_t end) {
    td_view piece = td_view_slice(text, start, end);
    if (piece.size > 4 && td_view_equal_ascii_fold(td_view_slice(piece, 0, 4), TD_VIEW("the "))) start += 4;
    if (td_view_ends_with(piece, TD_VIEW("'s"))) end -= 2;
    if (td_view_ends_with(piece, TD_VIEW("\xE2\x80\x99s"))) end -= 4;
    return (td_span){start, end};
}

/* What the marked names say of one span: whether it has the bounds of one, and which names it meets. */
static void allow(td_view text, td_span span, const td_gold_names *names, bool allowed[TD_CHOICE_NONE]) {
    td_span own = trimmed(text, span.start, span.end);
    bool against = false, unreached = false;
    for (td_each(name, names)) {
        td_span gold = trimmed(text, name->start, name->end);
        if (gold.start == own.start && gold.end == own.end) {
            allowed[name->choice] = true;
            return;
        }
        bool meets = gold.start < own.end && own.start < gold.end;
        against |= meets && name->reached;
        unreached |= meets && !name->reached;
    }
    for (uint32_t c = 0; c < TD_CHOICE_NONE; c++) allowed[c] = unreached && !against;
}

static void note_reached(td_trainer *trainer, const td_naming *naming, const td_name_lattice *lattice,
                         td_gold_names *names) {
    td_view text = naming->report->text;
    for (td_each(name, names)) {
        td_span gold = trimmed(text, name->start, name->end);
        for (td_each(span, &lattice->spans)) {
            td_span bounds = td_candidate_span(naming, &span->candidate);
            if (bounds.start >= gold.end) break;
            td_span own = trimmed(text, bounds.start, bounds.end);
            if (own.start == gold.start && own.end == gold.end) name->reached = true;
        }
        trainer->names++;
        trainer->reached += name->reached;
    }
}

/* Which tokens may be none of a name: those of no marked name within reach. */
static bool *unnamed_tokens(const td_naming *naming, const td_gold_names *names, td_index first, td_index end,
                            td_arena *kept) {
    bool *unnamed = TD_NEW_ARRAY(kept, end - first, bool);
    for (td_index i = first; i < end; i++) {
        td_span token = td_naming_token(naming, i)->span;
        unnamed[i - first] = true;
        for (td_each(name, names)) {
            td_span gold = trimmed(naming->report->text, name->start, name->end);
            if (name->reached && gold.start < token.end && token.start < gold.end) unnamed[i - first] = false;
        }
    }
    return unnamed;
}

/* A lesson of the spans `from` to before `to`. */
static void take_lesson(td_trainer *trainer, const td_naming *naming, const td_name_lattice *lattice,
                        const td_name_company *company, const td_gold_names *names, uint32_t from, uint32_t to,
                        float weight) {
    const td_name_span *spans = lattice->spans.items;
    td_arena *kept = &trainer->kept;
    td_index first = spans[from].candidate.first, end = first;
    for (uint32_t i = from; i < to; i++) end = spans[i].candidate.end > end ? spans[i].candidate.end : end;
    td_lesson *lesson = td_push(kept, &trainer->lessons);
    *lesson = (td_lesson){.spans = TD_NEW_ARRAY(kept, to - from, td_lesson_span),
                          .count = to - from,
                          .tokens = end - first,
                          .unnamed = unnamed_tokens(naming, names, first, end, kept),
                          .weight = weight,
                          .part = trainer->reports % TD_NAMES_PARTS};
    td_name_features features;
    for (uint32_t i = from; i < to; i++) {
        td_lesson_span *span = &lesson->spans[i - from];
        td_name_features_of(naming, company, lattice, i, &features);
        span->features = TD_NEW_ARRAY(kept, features.count, uint64_t);
        span->own = span->count = features.count;
        memcpy(span->features, features.items, features.count * sizeof(uint64_t));
        span->first = spans[i].candidate.first - first;
        span->end = spans[i].candidate.end - first;
        allow(naming->report->text, td_candidate_span(naming, &spans[i].candidate), names, span->allowed);
    }
}

/* The second reading: what the first choice of a model that never saw this report says of its spans. */
static void add_echoes(td_trainer *trainer, const td_naming *naming, const td_name_lattice *lattice,
                       const td_name_company *company) {
    td_name_scores *scores = TD_NEW_ARRAY(naming->arena, lattice->spans.count + 1, td_name_scores);
    td_name_features features;
    for (uint32_t i = 0; i < lattice->spans.count; i++) {
        td_name_features_of(naming, company, lattice, i, &features);
        td_names_model_score(&trainer->models[trainer->reports % TD_NAMES_PARTS], &features, scores[i]);
    }
    td_name_echoes echoes =
        td_name_echoes_of(naming, lattice, td_name_spans_choose(naming, lattice, (const td_name_scores *)scores));
    uint32_t span = 0;
    while (span < lattice->spans.count) {
        td_lesson *lesson = &trainer->lessons.items[trainer->next_lesson++];
        for (uint32_t k = 0; k < lesson->count; k++, span++) {
            features.count = 0;
            td_name_echoes_add(&echoes, naming, span, &features);
            td_lesson_span *known = &lesson->spans[k];
            uint64_t *all = TD_NEW_ARRAY(&trainer->kept, known->own + features.count, uint64_t);
            memcpy(all, known->features, known->own * sizeof(uint64_t));
            memcpy(all + known->own, features.items, features.count * sizeof(uint64_t));
            known->features = all;
            known->count = known->own + features.count;
        }
    }
}

void td_lessons_take(td_trainer *trainer, td_report *report, td_gold_names *names, float weight) {
    td_naming naming = td_naming_begin(trainer->lexicon, report, &trainer->report_memory);
    td_letter_case_read(&naming);
    td_name_spans_find(&naming);
    td_candidates_sort(&naming);
    td_name_kinds_agree(&naming);
    td_name_company company = td_name_company_of(&naming);
    td_name_lattice lattice = td_name_lattice_of(&naming);
    trainer->reports++;
    if (trainer->models) {
        add_echoes(trainer, &naming, &lattice, &company);
        return;
    }
    note_reached(trainer, &naming, &lattice, names);
    for (uint32_t from = 0, to; from < lattice.spans.count; from = to) {
        td_index end = lattice.spans.items[from].candidate.end;
        for (to = from + 1; to < lattice.spans.count && lattice.spans.items[to].candidate.first < end; to++)
            if (lattice.spans.items[to].candidate.end > end) end = lattice.spans.items[to].candidate.end;
        take_lesson(trainer, &naming, &lattice, &company, names, from, to, weight);
    }
}
