/*
 * Contradictions.
 * Input: events of the record and figures of outlines. Output:
 * record->conflicts, each with its claims side by side and whether all of them
 * can hold.
 */

#include "resolve/conflicts.h"

#include "base/hash.h"

td_conflict *td_conflict_add(td_comparison *comparison, enum td_conflict_kind kind, td_view about, td_index event,
                             bool compatible) {
    td_conflict *conflict = td_push(comparison->arena, &comparison->record->conflicts);
    conflict->kind = kind;
    conflict->about = about;
    conflict->event = event;
    conflict->compatible = compatible;
    return conflict;
}

void td_conflict_claim(td_comparison *comparison, td_conflict *conflict, td_evidence evidence, td_view value,
                       uint64_t attribution) {
    if (conflict->claims.count == TD_MOST_CLAIMS) return;
    *td_push(comparison->arena, &conflict->claims) =
        (td_claim){.evidence = evidence, .value = value, .attribution = td_comparison_entity(comparison, attribution)};
}

const td_outline_event *td_member_event(const td_comparison *comparison, const td_member *member) {
    return &comparison->outlines[member->report].events.items[member->event];
}

td_evidence td_member_evidence(const td_comparison *comparison, const td_member *member) {
    const td_outline_event *event = td_member_event(comparison, member);
    return (td_evidence){member->report, td_span_present(event->clause) ? event->clause : event->trigger};
}

static void identify(const td_comparison *comparison, td_conflict *conflict) {
    uint64_t hash = td_hash_mix(8, (uint64_t)conflict->kind);
    hash = td_hash_mix(hash, td_hash(conflict->about));
    for (td_each(claim, &conflict->claims)) {
        hash = td_hash_mix(hash, td_hash(comparison->outlines[claim->evidence.report].report));
        hash = td_hash_mix(hash, claim->evidence.span.start);
        hash = td_hash_mix(hash, td_hash(claim->value));
    }
    char hex[17];
    td_hash_hex(hash, hex);
    conflict->id = td_arena_format(comparison->arena, "c%s", hex);
}

void td_compare_conflicts(td_comparison *comparison) {
    td_conflicts_of_figures(comparison);
    td_conflicts_of_days(comparison);
    td_conflicts_of_actors(comparison);
    td_conflicts_of_scope(comparison);
    td_conflicts_of_denial(comparison);
    for (td_each(conflict, &comparison->record->conflicts)) identify(comparison, conflict);
}
