/*
 * Happenings of an outline.
 * Input: the happenings of a report, but for verbs that only bear others. Output: one row of keys each, with the act
 * that its trigger names whichever part of speech it is: "arrested" and "arrest", "shot" and "shooting", "died" and
 * "death" do not stand far apart.
 */

#include "lexicon/word_key.h"
#include "resolve/outline_parts.h"

#define LABEL_BYTES 40
#define LEAST_STEM 3

/* What nouns made of verbs end in, the longer before the shorter. */
static const char *const noun_endings[] = {"ation", "ition", "ment", "tion", "sion", "ance", "ence",
                                           "ing",   "ion",   "ure",  "al",   "er",   "e"};

uint64_t td_outline_act(td_view lemma) {
    for (size_t k = 0; k < sizeof noun_endings / sizeof *noun_endings; k++) {
        td_view ending = td_view_of(noun_endings[k]);
        if (lemma.size < ending.size + LEAST_STEM || !td_view_ends_with(lemma, ending)) continue;
        td_view stem = td_view_slice(lemma, 0, lemma.size - ending.size);
        bool doubled = stem.size > LEAST_STEM && stem.bytes[stem.size - 1] == stem.bytes[stem.size - 2]; /* "running" */
        if (doubled && ending.size > 1) stem.size--;
        return td_word_key(stem);
    }
    return td_word_key(lemma);
}

static uint64_t first_key(const td_outline_work *work, const td_index_array *entities) {
    return entities->count ? td_outline_entity_key(work, entities->items[0]) : 0;
}

void td_outline_happenings(td_outline_work *work) {
    const td_report *report = work->report;
    for (td_index at = 0; at < report->happenings.count; at++) {
        const td_event *happening = &report->happenings.items[at];
        td_index token = td_report_token_at(report, happening->trigger.start);
        if (token >= report->tokens.count || happening->bearing) continue;
        const td_token *trigger = &report->tokens.items[token];
        td_outline_happening *made = td_push(work->arena, &work->outline->happenings);
        *made = (td_outline_happening){
            .index = at,
            .sentence = happening->sentence,
            .trigger = happening->trigger,
            .interval = happening->interval,
            .lemma = trigger->lemma_key,
            .act = td_outline_act(trigger->lemma),
            .actor = first_key(work, &happening->actors),
            .target = first_key(work, &happening->targets),
            .place = td_outline_entity_key(work, happening->place),
            .trigger_text = td_outline_keep(work, td_span_text(report->text, happening->trigger), LABEL_BYTES),
            .modality = (uint8_t)happening->modality,
            .negated = happening->negated,
            .dated = happening->time != TD_NONE};
    }
}
