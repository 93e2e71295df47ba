/*
 * All ledgers.
 * Input: outlines and the record. Output: record->ledgers, each entry with an
 * identifier made of what it says and where, in the order of ledger, days and
 * identifier.
 */

#include "ledger/ledgers.h"

#include <stdlib.h>

#include "base/hash.h"

static const td_ledger *const ledgers[] = {
    &td_ledger_forces, &td_ledger_ceasefire, &td_ledger_talks,      &td_ledger_aid,
    &td_ledger_toll,   &td_ledger_timetable, &td_ledger_statements,
};

static void identify(const td_outline *outlines, td_arena *arena, td_ledger_entry *entry) {
    uint64_t hash = td_hash_mix(td_hash_mix(10, (uint64_t)entry->ledger), td_hash(entry->entry));
    for (td_each(field, &entry->fields)) {
        hash = td_hash_mix(hash, (uint64_t)field->type);
        hash = td_hash_mix(hash, field->type == TD_FIELD_TEXT ? td_hash(field->text) : 0);
        uint64_t bits = 0;
        if (field->type == TD_FIELD_NUMBER) memcpy(&bits, &field->number, sizeof bits);
        hash = td_hash_mix(hash, bits);
    }
    for (td_each(evidence, &entry->evidence)) {
        hash = td_hash_mix(hash, td_hash(outlines[evidence->report].report));
        hash = td_hash_mix(hash, evidence->span.start);
        hash = td_hash_mix(hash, evidence->span.end);
    }
    char hex[17];
    td_hash_hex(hash, hex);
    entry->id = td_arena_format(arena, "l%s", hex);
}

/* Open days come last. */
static int compare_entries(const void *left, const void *right) {
    const td_ledger_entry *a = left, *b = right;
    if (a->ledger != b->ledger) return a->ledger < b->ledger ? -1 : 1;
    bool a_open = a->interval.from == TD_DAY_UNKNOWN, b_open = b->interval.from == TD_DAY_UNKNOWN;
    if (a_open != b_open) return a_open ? 1 : -1;
    if (a->interval.from != b->interval.from) return a->interval.from < b->interval.from ? -1 : 1;
    return td_view_compare(a->id, b->id);
}

void td_ledgers_keep(const td_outline *outlines, uint32_t count, td_arena *arena, td_record *record) {
    td_ledger_input input = {outlines, count, record};
    td_ledger_entry_array entries = {0};
    for (size_t at = 0; at < sizeof ledgers / sizeof *ledgers; at++) ledgers[at]->keep(&input, arena, &entries);
    for (td_each(entry, &entries)) identify(outlines, arena, entry);
    if (entries.count) qsort(entries.items, entries.count, sizeof *entries.items, compare_entries);
    record->ledgers = entries;
}
