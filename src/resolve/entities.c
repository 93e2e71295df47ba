/*
 * One entity across reports.
 * Input: the entities of all outlines. Output: record->entities, sorted by
 * key, and the map that leads from any key to its entity. Equal keys are one
 * entity. Beyond that only spellings of one name are put together, and only
 * where nothing speaks against it: the same kind, no two lexicon identifiers,
 * no two countries, the same sound and nearly the same letters.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "resolve/comparison.h"

#define VARIANT_BYTES 64 /* longer names are not compared by letters */
#define VARIANT_SHORTEST 6

typedef struct occurrence {
    uint64_t key;
    td_index report;
    const td_outline_entity *entity;
} occurrence;

static int compare_occurrences(const void *left, const void *right) {
    const occurrence *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->report > b->report) - (a->report < b->report);
}

/* One key with all it says, before spellings are put together. */
typedef struct candidate {
    uint64_t key, variant;
    const occurrence *first;
    uint32_t occurrences;
    td_view name, knowledge;
    char country[3];
    uint8_t kind;
    uint32_t mentions;
    uint32_t leader; /* of the spellings that are one entity */
} candidate;
typedef TD_ARRAY(candidate) candidate_array;

static occurrence *collect(const td_comparison *comparison, uint32_t *count) {
    size_t total = 0;
    for (td_index at = 0; at < comparison->count; at++) total += comparison->outlines[at].entities.count;
    occurrence *all = TD_NEW_ARRAY(comparison->scratch, total, occurrence);
    uint32_t filled = 0;
    for (td_index at = 0; at < comparison->count; at++)
        for (td_each(entity, &comparison->outlines[at].entities)) all[filled++] = (occurrence){entity->key, at, entity};
    if (filled) qsort(all, filled, sizeof *all, compare_occurrences);
    *count = filled;
    return all;
}

static bool may_vary(const candidate *one) {
    if (one->name.size < VARIANT_SHORTEST || one->name.size > VARIANT_BYTES) return false;
    bool words = memchr(one->name.bytes, ' ', one->name.size) != NULL;
    return one->kind == TD_ENTITY_PERSON ? words : one->kind == TD_ENTITY_FACILITY || one->kind == TD_ENTITY_EQUIPMENT;
}

/* The occurrences of one key; the name most often met stands for it, then the first by bytes. */
static candidate read_candidate(const td_comparison *comparison, const occurrence *all, uint32_t count) {
    candidate made = {.key = all->key, .first = all, .occurrences = count, .kind = all->entity->kind};
    uint32_t most = 0;
    for (uint32_t at = 0; at < count; at++) {
        const td_outline *outline = &comparison->outlines[all[at].report];
        const td_outline_entity *entity = all[at].entity;
        td_view name = td_outline_view(outline, entity->name);
        made.mentions += entity->mentions;
        bool better = entity->mentions > most || !td_view_present(made.name) ||
                      (entity->mentions == most && td_view_compare(name, made.name) < 0);
        if (better) made.name = name;
        if (entity->mentions > most) most = entity->mentions;
        if (entity->knowledge.size) made.knowledge = td_outline_view(outline, entity->knowledge);
        if (entity->country[0] && !made.country[0]) memcpy(made.country, entity->country, sizeof made.country);
    }
    made.variant = may_vary(&made) ? td_hash_mix(made.kind, td_transliteration_key(made.name)) : 0;
    return made;
}

/* Letters to add, drop or change between two names (Levenshtein 1966). */
static uint32_t letters_apart(td_view a, td_view b) {
    uint32_t row[VARIANT_BYTES + 1];
    for (uint32_t j = 0; j <= b.size; j++) row[j] = j;
    for (uint32_t i = 1; i <= a.size; i++) {
        uint32_t diagonal = row[0];
        row[0] = i;
        for (uint32_t j = 1; j <= b.size; j++) {
            uint32_t change = diagonal + (a.bytes[i - 1] != b.bytes[j - 1]);
            diagonal = row[j];
            uint32_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            row[j] = least < change ? least : change;
        }
    }
    return row[b.size];
}

static bool same_entity(const candidate *a, const candidate *b) {
    if (a->kind != b->kind || (a->knowledge.size && b->knowledge.size)) return false;
    if (a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0) return false;
    size_t shorter = a->name.size < b->name.size ? a->name.size : b->name.size;
    return letters_apart(a->name, b->name) <= shorter / 5;
}

/* Known ones first, then the most mentioned, then by key: the first of a group of spellings leads it. */
static int compare_variants(const void *left, const void *right) {
    const candidate *a = *(const candidate *const *)left, *b = *(const candidate *const *)right;
    if (a->variant != b->variant) return a->variant < b->variant ? -1 : 1;
    bool a_known = a->knowledge.size > 0, b_known = b->knowledge.size > 0;
    if (a_known != b_known) return a_known ? -1 : 1;
    if (a->mentions != b->mentions) return a->mentions > b->mentions ? -1 : 1;
    return a->key < b->key ? -1 : 1;
}

#define VARIANTS_COMPARED 16

static void join_spellings(const td_comparison *comparison, candidate_array *candidates) {
    candidate **varying = TD_NEW_ARRAY(comparison->scratch, candidates->count, candidate *);
    uint32_t count = 0;
    for (td_each(one, candidates))
        if (one->variant) varying[count++] = one;
    if (count) qsort(varying, count, sizeof *varying, compare_variants);
    for (uint32_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && varying[end]->variant == varying[start]->variant;) end++;
        for (uint32_t at = start + 1; at < end; at++) {
            for (uint32_t to = start; to < at && to < start + VARIANTS_COMPARED; to++) {
                bool leads = &candidates->items[varying[to]->leader] == varying[to];
                if (!leads || !same_entity(varying[to], varying[at])) continue;
                varying[at]->leader = varying[to]->leader;
                break;
            }
        }
    }
}

static int compare_keys(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

static int compare_indices(const void *left, const void *right) {
    td_index a = *(const td_index *)left, b = *(const td_index *)right;
    return (a > b) - (a < b);
}

static td_store_entity *add_entity(td_comparison *comparison, const candidate *leader) {
    char hex[17];
    td_hash_hex(leader->key, hex);
    td_store_entity *entity = td_push(comparison->arena, &comparison->record->entities);
    entity->id = td_arena_format(comparison->arena, "n%s", hex);
    entity->key = leader->key;
    entity->kind = (enum td_entity_kind)leader->kind;
    entity->name = td_arena_copy(comparison->arena, leader->name);
    if (leader->knowledge.size) entity->knowledge = td_arena_copy(comparison->arena, leader->knowledge);
    memcpy(entity->country, leader->country, sizeof entity->country);
    return entity;
}

static void gather(const td_comparison *comparison, td_store_entity *entity, const candidate *one) {
    *td_push(comparison->arena, &entity->keys) = one->key;
    if (!entity->country[0]) memcpy(entity->country, one->country, sizeof entity->country);
    for (uint32_t at = 0; at < one->occurrences; at++)
        *td_push(comparison->arena, &entity->reports) = one->first[at].report;
}

static void tidy(td_store_entity *entity) {
    qsort(entity->keys.items, entity->keys.count, sizeof *entity->keys.items, compare_keys);
    qsort(entity->reports.items, entity->reports.count, sizeof *entity->reports.items, compare_indices);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < entity->reports.count; at++)
        if (kept == 0 || entity->reports.items[kept - 1] != entity->reports.items[at])
            entity->reports.items[kept++] = entity->reports.items[at];
    entity->reports.count = kept;
}

void td_compare_entities(td_comparison *comparison) {
    uint32_t count;
    const occurrence *all = collect(comparison, &count);
    candidate_array candidates = {0};
    for (uint32_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && all[end].key == all[start].key;) end++;
        candidate *one = td_push(comparison->scratch, &candidates);
        *one = read_candidate(comparison, all + start, end - start);
        one->leader = candidates.count - 1;
    }
    join_spellings(comparison, &candidates);

    /* candidates stand by key, so leaders, and with them the entities, come sorted by key */
    td_map_init(&comparison->entity_at, comparison->scratch);
    for (uint32_t at = 0; at < candidates.count; at++) {
        if (candidates.items[at].leader != at) continue;
        td_map_put(&comparison->entity_at, candidates.items[at].key, comparison->record->entities.count, NULL);
        add_entity(comparison, &candidates.items[at]);
    }
    for (td_each(one, &candidates)) {
        uint32_t at = *td_map_get(&comparison->entity_at, candidates.items[one->leader].key);
        gather(comparison, &comparison->record->entities.items[at], one);
        td_map_put(&comparison->entity_at, one->key, at, NULL);
    }
    for (td_each(entity, &comparison->record->entities)) tidy(entity);
    td_record_index(comparison->record, comparison->arena);
}

const td_store_entity *td_comparison_entity_of(const td_comparison *comparison, uint64_t key) {
    const uint32_t *at = key ? td_map_get(&comparison->entity_at, key) : NULL;
    return at ? &comparison->record->entities.items[*at] : NULL;
}

uint64_t td_comparison_entity(const td_comparison *comparison, uint64_t key) {
    const td_store_entity *entity = td_comparison_entity_of(comparison, key);
    return entity ? entity->key : key;
}

td_view td_comparison_name(const td_comparison *comparison, uint64_t key, td_view otherwise) {
    const td_store_entity *entity = td_comparison_entity_of(comparison, key);
    return entity ? entity->name : otherwise;
}
