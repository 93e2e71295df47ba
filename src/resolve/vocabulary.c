/*
 * What each report is about.
 * Input: outlines, entities, origin families. Output: how many families hold
 * each term, and for every report a vector of unit length.
 *
 * It has two parts: words with days, and names. In each part what a report
 * holds is weighed by how often and how early it stands there and by how few
 * others have it (Salton and Buckley 1988, log tf times idf); each part then
 * has a fixed share of the whole, so that the product of two vectors is a
 * mixture of two likenesses. Look-alike events share their words; their
 * towns, ships and envoys differ.
 */

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "resolve/comparison.h"
#include "resolve/vectors.h"

#define MOST_WORDS 220 /* heaviest of a report that are kept */
#define MOST_NAMES 64
#define LEAST_LENGTH 2.0 /* below it a part tells too little to be given its whole share */
#define NAMES_SHARE 0.28 /* of the whole vector, by squared length */
#define NAMES_PRIOR 1.0  /* as TD_PRIOR_FAMILIES, for names: one that all reports have tells nothing */
#define HEADLINE_WEIGHT 2.5
#define LEAD_SENTENCES 3
#define LEAD_WEIGHT 2.0
#define DAY_WEIGHT 0.5

/* Keys of another sort than words must not meet them. */
static uint64_t name_term(uint64_t key) {
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

/* What is said more often than taken away. */
static void drop_spent(td_aspect_array *aspects) {
    uint32_t kept = 0;
    for (td_each(aspect, aspects))
        if (aspect->weight > 0) aspects->items[kept++] = *aspect;
    aspects->count = kept;
}

/*
 * How often a report holds each word and day, sorted by term. The name of a body that only speaks is taken away again,
 * as among the names.
 */
static void count_words(const td_comparison *comparison, td_index report, td_aspect_array *aspects) {
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
    for (td_each(quote, &outline->quotes)) {
        const td_store_entity *speaker = td_comparison_entity_of(comparison, quote->speaker);
        if (!speaker || speaker->kind != TD_ENTITY_ORGANISATION) continue;
        td_view rest = speaker->name, word;
        while (td_view_split(&rest, ' ', &word)) *td_push(scratch, aspects) = (td_aspect){td_word_key(word), -1};
    }
    merge_equal(aspects);
    drop_spent(aspects);
}

/* How often it names each entity; a body that only speaks is whom the news comes from, not what it is about. */
static void count_names(const td_comparison *comparison, td_index report, td_aspect_array *aspects) {
    const td_outline *outline = &comparison->outlines[report];
    aspects->count = 0;
    for (td_each(entity, &outline->entities))
        if (entity->mentions)
            *td_push(comparison->scratch, aspects) =
                (td_aspect){name_term(td_comparison_entity(comparison, entity->key)), entity->mentions};
    for (td_each(quote, &outline->quotes)) {
        const td_store_entity *speaker = td_comparison_entity_of(comparison, quote->speaker);
        if (speaker && speaker->kind == TD_ENTITY_ORGANISATION)
            *td_push(comparison->scratch, aspects) = (td_aspect){name_term(speaker->key), -1};
    }
    merge_equal(aspects);
    drop_spent(aspects);
}

static double rarity_of(const td_comparison *comparison, uint64_t term, double prior) {
    const uint32_t *holders = td_map_get(&comparison->frequency, term);
    double rarity = log((comparison->families + prior) / ((holders ? *holders : 0) + 0.5));
    return rarity > 0 ? rarity : 0;
}

double td_comparison_rarity(const td_comparison *comparison, uint64_t term) {
    const uint32_t *holders = td_map_get(&comparison->frequency, term);
    return comparison->rarities[holders ? *holders : 0];
}

/* Turn counts into weights; the heaviest `most` stay, with squared length `share` together. */
static void weigh(const td_comparison *comparison, td_aspect_array *aspects, double prior, uint32_t most,
                  double share) {
    for (td_each(aspect, aspects)) {
        double often = 1 + log(aspect->weight);
        aspect->weight = often > 0 ? often * rarity_of(comparison, aspect->key, prior) : 0;
    }
    if (aspects->count) qsort(aspects->items, aspects->count, sizeof *aspects->items, compare_weights);
    if (aspects->count > most) aspects->count = most;
    double length = 0;
    for (td_each(aspect, aspects)) length += aspect->weight * aspect->weight;
    length = sqrt(length);
    double scale = sqrt(share) / (length > LEAST_LENGTH ? length : LEAST_LENGTH);
    for (td_each(aspect, aspects)) aspect->weight *= scale;
}

static td_vector join_parts(const td_comparison *comparison, const td_aspect_array *words,
                            const td_aspect_array *names) {
    td_aspect *items = TD_NEW_ARRAY(comparison->scratch, words->count + names->count, td_aspect);
    uint32_t count = 0;
    for (uint32_t at = 0; at < words->count; at++) items[count++] = words->items[at];
    for (uint32_t at = 0; at < names->count; at++) items[count++] = names->items[at];
    if (count) qsort(items, count, sizeof *items, compare_aspects);
    return (td_vector){items, count};
}

static void count_holders(td_comparison *comparison, const td_aspect_array *aspects) {
    for (uint32_t at = 0; at < aspects->count; at++)
        ++*td_map_put(&comparison->frequency, aspects->items[at].key, 0, NULL);
}

void td_compare_vocabulary(td_comparison *comparison) {
    td_map_init(&comparison->frequency, comparison->scratch);
    td_aspect_array words = {0}, names = {0};
    for (td_index at = 0; at < comparison->count; at++) {
        if (comparison->record->origins.items[at] != at) continue;
        comparison->families++;
        count_words(comparison, at, &words);
        count_names(comparison, at, &names);
        count_holders(comparison, &words);
        count_holders(comparison, &names);
    }
    comparison->rarities = TD_NEW_ARRAY(comparison->scratch, comparison->families + 1, double);
    for (uint32_t held = 0; held <= comparison->families; held++)
        comparison->rarities[held] = log((comparison->families + TD_PRIOR_FAMILIES) / (held + 0.5));
    comparison->vectors = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_vector);
    for (td_index at = 0; at < comparison->count; at++) {
        count_words(comparison, at, &words);
        count_names(comparison, at, &names);
        weigh(comparison, &words, TD_PRIOR_FAMILIES, MOST_WORDS, names.count ? 1 - NAMES_SHARE : 1);
        weigh(comparison, &names, NAMES_PRIOR, MOST_NAMES, NAMES_SHARE);
        comparison->vectors[at] = join_parts(comparison, &words, &names);
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

/* The weight that stands at `rank` when the heaviest come first (FIND: Hoare 1961); moves the weights about. */
static double weight_at_rank(double *weights, uint32_t count, uint32_t rank) {
    int64_t low = 0, high = (int64_t)count - 1, place = rank;
    while (low < high) {
        double pivot = weights[place];
        int64_t left = low, right = high;
        while (left <= right) {
            while (weights[left] > pivot) left++;
            while (weights[right] < pivot) right--;
            if (left > right) break;
            double swap = weights[left];
            weights[left++] = weights[right];
            weights[right--] = swap;
        }
        if (right < place) low = left;
        if (place < left) high = right;
    }
    return weights[place];
}

uint32_t td_aspects_heaviest(td_aspect *aspects, uint32_t count, uint32_t most, double *room) {
    if (count <= most) return count;
    for (uint32_t at = 0; at < count; at++) room[at] = aspects[at].weight;
    double least = weight_at_rank(room, count, most - 1);
    uint32_t heavier = 0, kept = 0;
    for (uint32_t at = 0; at < count; at++) heavier += aspects[at].weight > least;
    uint32_t equal = most - heavier; /* of those that are just as heavy, the first ones */
    for (uint32_t at = 0; at < count; at++) {
        if (aspects[at].weight < least || (aspects[at].weight == least && equal == 0)) continue;
        equal -= aspects[at].weight == least;
        aspects[kept++] = aspects[at];
    }
    return kept;
}

uint32_t td_vector_sum(td_aspect *sum, td_vector a, td_vector b, uint32_t most, double *room) {
    uint32_t count = 0;
    for (uint32_t i = 0, j = 0; i < a.count || j < b.count; count++) {
        bool from_a = j == b.count || (i < a.count && a.items[i].key <= b.items[j].key);
        bool from_b = i == a.count || (j < b.count && b.items[j].key <= a.items[i].key);
        sum[count] = (td_aspect){from_a ? a.items[i].key : b.items[j].key, 0};
        if (from_a) sum[count].weight += a.items[i++].weight;
        if (from_b) sum[count].weight += b.items[j++].weight;
    }
    return td_aspects_heaviest(sum, count, most, room);
}
