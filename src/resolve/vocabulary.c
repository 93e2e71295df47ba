/*
 * What each report is about.
 * Input: outlines, entities, origin families. Output: how many families hold
 * each term, and for every report a vector of its terms, entities and days,
 * weighted by how often and how early it names them and by how few others do
 * (Salton and Buckley 1988, log tf times idf, unit length).
 */

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "resolve/comparison.h"
#include "resolve/vectors.h"

#define MOST_ASPECTS 220 /* heaviest of a report that are kept */
#define HEADLINE_WEIGHT 4.0
#define LEAD_SENTENCES 3
#define LEAD_WEIGHT 2.0
#define ENTITY_WEIGHT 0.7
#define DAY_WEIGHT 0.7

/* Keys of another sort than words must not meet them. */
static uint64_t entity_term(uint64_t key) {
    return td_hash_mix(3, key);
}
static uint64_t day_term(td_day day) {
    return td_hash_mix(4, (uint64_t)(uint32_t)day);
}

/* Counts of one report, by term. */
typedef TD_ARRAY(td_aspect) td_aspect_array;

static int compare_aspects(const void *left, const void *right) {
    const td_aspect *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->weight > b->weight) - (a->weight < b->weight);
}

static int compare_weights(const void *left, const void *right) {
    const td_aspect *a = left, *b = right;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return (a->key > b->key) - (a->key < b->key);
}

static void merge_equal(td_aspect_array *aspects) {
    if (aspects->count) qsort(aspects->items, aspects->count, sizeof *aspects->items, compare_aspects);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < aspects->count; at++) {
        if (kept && aspects->items[kept - 1].key == aspects->items[at].key)
            aspects->items[kept - 1].weight += aspects->items[at].weight;
        else
            aspects->items[kept++] = aspects->items[at];
    }
    aspects->count = kept;
}

/* How often a report names each term, sorted by term. */
static void count_terms(const td_comparison *comparison, td_index report, td_aspect_array *aspects) {
    const td_outline *outline = &comparison->outlines[report];
    const bool *formulas = comparison->formulas[report];
    td_arena *scratch = comparison->scratch;
    aspects->count = 0;
    uint32_t body = 0;
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        if (formulas[s]) continue;
        const td_outline_sentence *sentence = &outline->sentences.items[s];
        double weight = !sentence->body ? HEADLINE_WEIGHT : body < LEAD_SENTENCES ? LEAD_WEIGHT : 1;
        body += sentence->body;
        for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
            *td_push(scratch, aspects) = (td_aspect){outline->terms.items[at], weight};
        if (td_interval_exact(sentence->interval))
            *td_push(scratch, aspects) = (td_aspect){day_term(sentence->interval.from), DAY_WEIGHT * weight};
    }
    for (td_each(entity, &outline->entities))
        if (entity->mentions)
            *td_push(scratch, aspects) = (td_aspect){entity_term(td_comparison_entity(comparison, entity->key)),
                                                     ENTITY_WEIGHT * entity->mentions};
    merge_equal(aspects);
}

double td_comparison_rarity(const td_comparison *comparison, uint64_t term) {
    const uint32_t *holders = td_map_get(&comparison->frequency, term);
    double held = holders ? *holders : 0;
    return log((comparison->families + TD_PRIOR_FAMILIES) / (held + 0.5));
}

static void weigh(const td_comparison *comparison, td_aspect_array *aspects) {
    for (td_each(aspect, aspects)) {
        double rarity = td_comparison_rarity(comparison, aspect->key);
        aspect->weight = rarity > 0 ? (1 + log(aspect->weight)) * rarity : 0;
        if (aspect->weight < 0) aspect->weight = 0;
    }
    if (aspects->count) qsort(aspects->items, aspects->count, sizeof *aspects->items, compare_weights);
    if (aspects->count > MOST_ASPECTS) aspects->count = MOST_ASPECTS;
}

static td_vector make_vector(const td_comparison *comparison, const td_aspect_array *aspects) {
    td_aspect *items = TD_NEW_ARRAY(comparison->scratch, aspects->count, td_aspect);
    double length = 0;
    for (uint32_t at = 0; at < aspects->count; at++) length += aspects->items[at].weight * aspects->items[at].weight;
    length = sqrt(length);
    for (uint32_t at = 0; at < aspects->count; at++)
        items[at] = (td_aspect){aspects->items[at].key, length > 0 ? aspects->items[at].weight / length : 0};
    if (aspects->count) qsort(items, aspects->count, sizeof *items, compare_aspects);
    return (td_vector){items, aspects->count};
}

void td_compare_vocabulary(td_comparison *comparison) {
    td_map_init(&comparison->frequency, comparison->scratch);
    td_aspect_array aspects = {0};
    for (td_index at = 0; at < comparison->count; at++) {
        if (comparison->record->origins.items[at] != at) continue;
        comparison->families++;
        count_terms(comparison, at, &aspects);
        for (td_each(aspect, &aspects)) ++*td_map_put(&comparison->frequency, aspect->key, 0, NULL);
    }
    comparison->vectors = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_vector);
    for (td_index at = 0; at < comparison->count; at++) {
        count_terms(comparison, at, &aspects);
        weigh(comparison, &aspects);
        comparison->vectors[at] = make_vector(comparison, &aspects);
    }
}

double td_vector_product(td_vector a, td_vector b) {
    double product = 0;
    for (uint32_t i = 0, j = 0; i < a.count && j < b.count;) {
        if (a.items[i].key < b.items[j].key)
            i++;
        else if (a.items[i].key > b.items[j].key)
            j++;
        else
            product += a.items[i++].weight * b.items[j++].weight;
    }
    return product;
}

uint32_t td_vector_sum(td_aspect *sum, td_vector a, td_vector b, uint32_t most) {
    uint32_t count = 0;
    for (uint32_t i = 0, j = 0; i < a.count || j < b.count; count++) {
        bool from_a = j == b.count || (i < a.count && a.items[i].key <= b.items[j].key);
        bool from_b = i == a.count || (j < b.count && b.items[j].key <= a.items[i].key);
        sum[count] = (td_aspect){from_a ? a.items[i].key : b.items[j].key, 0};
        if (from_a) sum[count].weight += a.items[i++].weight;
        if (from_b) sum[count].weight += b.items[j++].weight;
    }
    if (count <= most) return count;
    qsort(sum, count, sizeof *sum, compare_weights);
    qsort(sum, most, sizeof *sum, compare_aspects);
    return most;
}
