/*
 * The ledger of statements: who said what to whom, in which stance, and who
 * carried it first.
 * Input: quotations with a speaker, and events that are words (accusing,
 * denying, warning). Output: one entry a statement; a quotation that several
 * reports carry word for word is one, first carried by the earliest.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "ledger/entry.h"
#include "ledger/ledgers.h"

static const td_frame_kind kinds[] = {
    {"say.accuse", "accusation", NULL},
    {"say.trade_blame", "accusation", NULL},
    {"say.condemn", "condemnation", NULL},
    {"say.complain", "complaint", NULL},
    {"say.regret", "regret", NULL},
    {"say.concern", "concern", NULL},
    {"say.deny", "denial", NULL},
    {"say.reject", "rejection", NULL},
    {"say.opposed", "rejection", NULL},
    {"say.defy", "rejection", NULL},
    {"say.veto", "veto", NULL},
    {"say.warn", "warning", NULL},
    {"say.threaten", "threat", NULL},
    {"say.threaten_force", "threat", NULL},
    {"say.vow_fight", "threat", NULL},
    {"say.ultimatum", "ultimatum", NULL},
    {"say.call_for", "call", NULL},
    {"say.call_on", "call", NULL},
    {"say.urge", "call", NULL},
    {"say.demand", "demand", NULL},
    {"agree.", "promise", NULL},
    {"rule.resign", "resignation", NULL},
    {"rule.leave_office", "resignation", NULL},
};

/* A quotation, under the key of speaker and words. */
typedef struct utterance {
    uint64_t key;
    td_index report;
    const td_outline_quote *quote;
} utterance;
typedef TD_ARRAY(utterance) utterance_array;

static uint64_t canonical(const td_ledger_input *input, uint64_t key) {
    const td_store_entity *entity = key ? td_record_entity(input->record, key) : NULL;
    return entity ? entity->key : key;
}

static uint64_t utterance_key(const td_ledger_input *input, td_index report, const td_outline_quote *quote) {
    const td_outline *outline = &input->outlines[report];
    uint64_t key = td_hash_mix(12, canonical(input, quote->speaker));
    /* too short to be known again elsewhere: a statement of its own report */
    if (quote->terms_end - quote->terms_start < 3)
        return td_hash_mix(td_hash_mix(key, td_hash(outline->report)), quote->content.start);
    for (uint32_t at = quote->terms_start; at < quote->terms_end; at++)
        key = td_hash_mix(key, outline->terms.items[at]);
    return key;
}

static int compare_utterances(const void *left, const void *right) {
    const utterance *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->report != b->report) return a->report < b->report ? -1 : 1;
    return (a->quote->content.start > b->quote->content.start) - (a->quote->content.start < b->quote->content.start);
}

static td_interval said_on(const td_ledger_input *input, const utterance *one) {
    return td_interval_known(one->quote->said) ? one->quote->said : input->outlines[one->report].published;
}

static enum td_modality modality_of(enum td_stance stance) {
    switch (stance) {
    case TD_STANCE_HOPE:
        return TD_MODALITY_HOPED;
    case TD_STANCE_ASK:
        return TD_MODALITY_CALLED_FOR;
    case TD_STANCE_PROMISE:
        return TD_MODALITY_PLANNED;
    case TD_STANCE_ORDER:
        return TD_MODALITY_ORDERED;
    case TD_STANCE_DENY:
        return TD_MODALITY_DENIED;
    case TD_STANCE_REJECT:
        return TD_MODALITY_REFUSED;
    case TD_STANCE_CLAIM:
    case TD_STANCE_ACCUSE:
        return TD_MODALITY_ALLEGED;
    default:
        return TD_MODALITY_HAPPENED;
    }
}

static void add_quotation(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries,
                          const utterance *first, const utterance *stop, const td_index *story_of) {
    const td_outline *outline = &input->outlines[first->report];
    td_ledger_entry *entry = td_entry_add(arena, entries, TD_LEDGER_STATEMENTS, "quotation");
    entry->interval = said_on(input, first);
    entry->story = story_of[first->report];
    entry->modality = modality_of((enum td_stance)first->quote->stance);
    td_entry_entity(input, arena, entry, "speaker", first->quote->speaker);
    td_entry_text(arena, entry, "stance", td_view_of(td_stance_label((enum td_stance)first->quote->stance)));
    td_entry_text(arena, entry, "content", td_outline_view(outline, first->quote->content_text));
    td_entry_entity(input, arena, entry, "addressee", first->quote->addressee);
    td_entry_text(arena, entry, "kind", td_view_of(td_quote_kind_label((enum td_quote_kind)first->quote->kind)));
    td_entry_text(arena, entry, "first_carried_by",
                  td_view_present(outline->outlet) && outline->outlet.size ? outline->outlet : outline->report);
    for (const utterance *one = first; one < stop; one++)
        td_entry_evidence(arena, entry, one->report, one->quote->content);
}

static void keep_quotations(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    td_index *story_of = td_story_of_reports(input, arena);
    utterance_array all = {0};
    for (td_index report = 0; report < input->count; report++)
        for (td_each(quote, &input->outlines[report].quotes))
            if (quote->speaker) *td_push(arena, &all) = (utterance){utterance_key(input, report, quote), report, quote};
    if (all.count) qsort(all.items, all.count, sizeof *all.items, compare_utterances);
    for (uint32_t start = 0, end; start < all.count; start = end) {
        for (end = start + 1; end < all.count && all.items[end].key == all.items[start].key;) end++;
        add_quotation(input, arena, entries, all.items + start, all.items + end, story_of);
    }
}

static const char *stance_of(const td_record_event *event) {
    switch (event->type) {
    case TD_EVENT_ACCUSE:
        return td_stance_label(TD_STANCE_ACCUSE);
    case TD_EVENT_REJECT:
        return td_stance_label(TD_STANCE_REJECT);
    case TD_EVENT_THREATEN:
        return td_stance_label(TD_STANCE_WARN);
    case TD_EVENT_REQUEST:
        return td_stance_label(TD_STANCE_ASK);
    case TD_EVENT_AGREE:
        return td_stance_label(TD_STANCE_PROMISE);
    case TD_EVENT_SUPPORT:
        return td_stance_label(TD_STANCE_WELCOME);
    default:
        return td_stance_label(TD_STANCE_STATE);
    }
}

static void keep_acts(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    static const char *const actors[] = {"actor", NULL}, *const targets[] = {"target", NULL};
    for (td_index at = 0; at < input->record->events.count; at++) {
        const td_record_event *event = &input->record->events.items[at];
        if (!(event->ledgers & (1U << TD_LEDGER_STATEMENTS))) continue;
        const td_frame_kind *kind = td_frame_kind_of(input, event, kinds, sizeof kinds / sizeof *kinds);
        td_ledger_entry *entry =
            td_entry_from_event(input, arena, entries, TD_LEDGER_STATEMENTS, kind ? kind->entry : "statement", at);
        td_telling first = td_telling_of(input, &event->members.items[0]), full = td_fullest_telling(input, event);
        td_view content = td_outline_view(full.outline, full.event->object_text);
        td_entry_participants(input, arena, entry, "speaker", event, actors);
        td_entry_text(arena, entry, "stance", td_view_of(stance_of(event)));
        td_entry_text(arena, entry, "content", content.size ? content : event->title);
        td_entry_participants(input, arena, entry, "addressee", event, targets);
        td_entry_text(arena, entry, "kind", TD_VIEW("act"));
        td_entry_text(arena, entry, "first_carried_by",
                      td_view_present(first.outline->outlet) && first.outline->outlet.size ? first.outline->outlet
                                                                                           : first.outline->report);
    }
}

static void keep(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries) {
    keep_quotations(input, arena, entries);
    keep_acts(input, arena, entries);
}

const td_ledger td_ledger_statements = {TD_LEDGER_STATEMENTS, keep};
