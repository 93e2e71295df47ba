/*
 * The last step of reading a report: its coreferent phrases become mentions.
 * Input: mentions and the phrases of each chain. Output: mentions of whole phrases; an unnamed entity for a chain that
 * no name belongs to.
 *
 * Earlier steps work on names, so that whole phrases come when all of them are done. A mention that is there already
 * stays; one of a description grows to its whole phrase.
 */

#include <stdlib.h>

#include "base/map.h"
#include "mention/mention.h"

typedef struct td_completing {
    td_report *report;
    td_arena *arena;
    td_index *entities; /* of each chain, TD_NONE */
    uint32_t chains;
    td_map by_span, nominals; /* mention of a span; description that begins at an offset */
} td_completing;

static uint64_t key_of(td_span span) {
    return (uint64_t)span.start << 32 | span.end;
}

static void index_mentions(td_completing *work) {
    td_map_init(&work->by_span, work->arena);
    td_map_init(&work->nominals, work->arena);
    for (td_index n = 0; n < work->report->mentions.count; n++) {
        const td_mention *mention = &work->report->mentions.items[n];
        td_map_put(&work->by_span, key_of(mention->span), n, NULL);
        if (mention->form == TD_FORM_NOMINAL) td_map_put(&work->nominals, mention->span.start, n, NULL);
    }
}

/* The entity of each chain: of its names, else of a mention that another step made ("I" in a quotation). */
static void find_entities(td_completing *work) {
    for (td_each(phrase, &work->report->coreferents))
        if (phrase->chain != TD_NONE && phrase->chain >= work->chains) work->chains = phrase->chain + 1;
    work->entities = TD_NEW_ARRAY(work->arena, work->chains + 1, td_index);
    for (uint32_t c = 0; c < work->chains; c++) work->entities[c] = TD_NONE;
    for (td_each(phrase, &work->report->coreferents)) {
        if (phrase->chain == TD_NONE || work->entities[phrase->chain] != TD_NONE) continue;
        const td_index *found = td_map_get(&work->by_span, key_of(phrase->span));
        td_index other = found ? work->report->mentions.items[*found].entity : TD_NONE;
        work->entities[phrase->chain] = phrase->entity != TD_NONE ? phrase->entity : other;
    }
}

/* A pronoun tells less than a description. */
static void add_unnamed(td_completing *work) {
    td_index *first = TD_NEW_ARRAY(work->arena, work->chains + 1, td_index);
    for (uint32_t c = 0; c < work->chains; c++) first[c] = TD_NONE;
    for (td_index n = 0; n < work->report->coreferents.count; n++) {
        const td_coreferent *phrase = &work->report->coreferents.items[n];
        if (phrase->chain == TD_NONE || work->entities[phrase->chain] != TD_NONE || phrase->group.count) continue;
        td_index *best = &first[phrase->chain];
        bool better = *best != TD_NONE && phrase->form == TD_FORM_NOMINAL &&
                      work->report->coreferents.items[*best].form == TD_FORM_PRONOUN;
        if (*best == TD_NONE || better) *best = n;
    }
    for (uint32_t c = 0; c < work->chains; c++) {
        if (first[c] == TD_NONE) continue;
        const td_coreferent *phrase = &work->report->coreferents.items[first[c]];
        work->entities[c] = work->report->entities.count;
        td_entity *entity = td_push(work->arena, &work->report->entities);
        *entity = (td_entity){
            .kind = phrase->kind, .name = td_span_text(work->report->text, phrase->called), .unnamed = true};
    }
}

/* The description at the same place that is a part of the phrase, or NULL. */
static td_mention *shorter(const td_completing *work, const td_coreferent *phrase) {
    const td_index *found = td_map_get(&work->nominals, phrase->span.start);
    td_mention *mention = found ? &work->report->mentions.items[*found] : NULL;
    bool part =
        mention && td_span_contains(phrase->span, mention->span) && td_span_contains(mention->span, phrase->head);
    return part ? mention : NULL;
}

/* Is there nothing but the article before the name and a possessive behind it? */
static bool is_bare(const td_report *report, const td_coreferent *phrase) {
    if (!td_span_contains(phrase->span, phrase->name)) return true;
    td_view before = td_span_text(report->text, (td_span){phrase->span.start, phrase->name.start});
    td_view behind = td_view_trim(td_span_text(report->text, (td_span){phrase->name.end, phrase->span.end}));
    bool possessive = td_view_equal(behind, TD_VIEW("'s")) || td_view_equal(behind, TD_VIEW("\xE2\x80\x99s"));
    bool article = before.size == 4 && td_view_equal_ascii_fold(before, TD_VIEW("the "));
    return (before.size == 0 || article) && (behind.size == 0 || possessive);
}

#define LONGEST_POSSESSIVE 4 /* bytes */

/*
 * Does the name's mention do for the phrase? It grows to it where that is hardly more. A title before a name makes a
 * description of its own ("Professor X"); what follows a name ("X, who ...") does not.
 */
static bool is_name(td_completing *work, const td_coreferent *phrase) {
    if (!td_span_present(phrase->name)) return false;
    const td_index *found = td_map_get(&work->by_span, key_of(phrase->name));
    if (!found) return false;
    if (is_bare(work->report, phrase)) {
        if (td_span_contains(phrase->span, phrase->name)) work->report->mentions.items[*found].span = phrase->span;
        return true;
    }
    return phrase->span.end > phrase->name.end + LONGEST_POSSESSIVE;
}

static void add_mention(td_completing *work, const td_coreferent *phrase) {
    td_index entity = phrase->entity;
    if (entity == TD_NONE && phrase->chain != TD_NONE) entity = work->entities[phrase->chain];
    if (is_name(work, phrase)) return;
    const td_index *same = td_map_get(&work->by_span, key_of(phrase->span));
    td_mention *known = same ? &work->report->mentions.items[*same] : shorter(work, phrase);
    if (known) {
        known->span = phrase->span;
        if (known->entity == TD_NONE && known->group.count == 0) known->entity = entity, known->group = phrase->group;
        return;
    }
    if (entity == TD_NONE && phrase->group.count == 0) return;
    td_index number = work->report->mentions.count;
    *td_push(work->arena, &work->report->mentions) = (td_mention){
        .span = phrase->span, .kind = phrase->kind, .form = phrase->form, .entity = entity, .group = phrase->group};
    td_map_put(&work->by_span, key_of(phrase->span), number, NULL);
}

static int compare_mentions(const void *a, const void *b) {
    const td_mention *left = a, *right = b;
    if (left->span.start != right->span.start) return left->span.start < right->span.start ? -1 : 1;
    if (left->span.end != right->span.end) return left->span.end > right->span.end ? -1 : 1;
    return (int)left->form - (int)right->form;
}

void td_mentions_sort(td_report *report) {
    if (report->mentions.count)
        qsort(report->mentions.items, report->mentions.count, sizeof *report->mentions.items, compare_mentions);
}

void td_mention_complete(td_report *report, td_arena *arena) {
    td_completing work = {.report = report, .arena = arena};
    index_mentions(&work);
    find_entities(&work);
    add_unnamed(&work);
    for (td_each(phrase, &report->coreferents)) add_mention(&work, phrase);
    td_mentions_sort(report);
}
