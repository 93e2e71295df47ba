/*
 * Ties of sentences.
 * Input: sentences and their words, and which report belongs to which story.
 * Output: for a sentence how much of what it says its own report and story say
 * too, and how much only another story says.
 *
 * Words that many reports hold tie nothing to anything and are not indexed, so
 * the work for a sentence is bounded.
 */

#include "resolve/sentence_ties.h"

#include <stdlib.h>

#define MOST_HOLDERS 24        /* reports that hold a word before it ties no longer */
#define MOST_STORIES 3         /* stories besides its own that may hold it */
#define MOST_SCANNED 64        /* reports looked at for one word: copies of few families may be many */
#define SENTENCES_SEARCHED 400 /* of a report */
#define REPORTS_SEARCHED 12    /* of a story, for the likest sentence */

typedef struct posting {
    uint64_t term;
    td_index report;
} posting;

/* A word of the report at hand: how many of its sentences hold it, and how many that are not foreign. */
typedef struct own_term {
    uint64_t term;
    uint32_t sentences;
} own_term;

struct td_term_index {
    const td_comparison *comparison;
    posting *postings; /* by term, report */
    td_map start;      /* term to its first posting */
    uint32_t count;
    TD_ARRAY(own_term) own; /* by term */
};

static int compare_postings(const void *left, const void *right) {
    const posting *a = left, *b = right;
    if (a->term != b->term) return a->term < b->term ? -1 : 1;
    return (a->report > b->report) - (a->report < b->report);
}

static bool may_tie(const td_comparison *comparison, uint64_t term) {
    const uint32_t *families = td_map_get(&comparison->frequency, term);
    return families && *families >= 1 && *families <= MOST_HOLDERS;
}

td_term_index *td_term_index_make(const td_comparison *comparison) {
    td_term_index *index = TD_NEW(comparison->scratch, td_term_index);
    index->comparison = comparison;
    size_t room = 0;
    for (td_index report = 0; report < comparison->count; report++) room += comparison->outlines[report].terms.count;
    index->postings = TD_NEW_ARRAY(comparison->scratch, room, posting);
    for (td_index report = 0; report < comparison->count; report++) {
        const td_outline *outline = &comparison->outlines[report];
        for (td_each(sentence, &outline->sentences))
            for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
                if (may_tie(comparison, outline->terms.items[at]))
                    index->postings[index->count++] = (posting){outline->terms.items[at], report};
    }
    if (index->count) qsort(index->postings, index->count, sizeof *index->postings, compare_postings);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < index->count; at++)
        if (kept == 0 || compare_postings(&index->postings[kept - 1], &index->postings[at]) != 0)
            index->postings[kept++] = index->postings[at];
    index->count = kept;
    td_map_init(&index->start, comparison->scratch);
    for (uint32_t at = 0; at < kept; at++) td_map_put(&index->start, index->postings[at].term, at, NULL);
    return index;
}

static int compare_own(const void *left, const void *right) {
    uint64_t a = ((const own_term *)left)->term, b = ((const own_term *)right)->term;
    return (a > b) - (a < b);
}

static void count_own(td_term_index *index, const td_outline *outline, const bool *foreign) {
    index->own.count = 0;
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        if (foreign && foreign[s]) continue;
        const td_outline_sentence *sentence = &outline->sentences.items[s];
        for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
            *td_push(index->comparison->scratch, &index->own) = (own_term){outline->terms.items[at], 1};
    }
    if (index->own.count) qsort(index->own.items, index->own.count, sizeof *index->own.items, compare_own);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < index->own.count; at++) {
        if (kept && index->own.items[kept - 1].term == index->own.items[at].term)
            index->own.items[kept - 1].sentences++;
        else
            index->own.items[kept++] = index->own.items[at];
    }
    index->own.count = kept;
}

static uint32_t own_sentences(const td_term_index *index, uint64_t term) {
    own_term key = {.term = term};
    const own_term *found =
        index->own.count ? bsearch(&key, index->own.items, index->own.count, sizeof key, compare_own) : NULL;
    return found ? found->sentences : 0;
}

/* Which stories hold a word besides the report itself. */
typedef struct holders {
    bool own;
    td_index stories[MOST_STORIES];
    uint32_t count; /* more than MOST_STORIES: too many to tell */
} holders;

static holders find_holders(const td_term_index *index, uint64_t term, td_index report) {
    const td_comparison *comparison = index->comparison;
    holders found = {0};
    const uint32_t *start = td_map_get(&index->start, term);
    uint32_t scanned = 0;
    for (uint32_t at = start ? *start : index->count; at < index->count && index->postings[at].term == term; at++) {
        if (scanned++ == MOST_SCANNED) break;
        td_index other = index->postings[at].report, story = comparison->story_of[other];
        if (other == report) continue;
        if (story == comparison->story_of[report]) {
            found.own = true;
            continue;
        }
        bool known = false;
        for (uint32_t k = 0; k < found.count && k < MOST_STORIES; k++) known = known || found.stories[k] == story;
        if (known) continue;
        if (found.count < MOST_STORIES) found.stories[found.count] = story;
        found.count++;
    }
    return found;
}

static void add_tie(td_sentence_ties *ties, td_index story, double weight) {
    uint32_t at = 0;
    while (at < ties->tie_count && ties->ties[at].story != story) at++;
    if (at == TD_TIES_KEPT) return;
    if (at == ties->tie_count) ties->ties[ties->tie_count++] = (td_tie){.story = story};
    ties->ties[at].weight += weight;
    ties->ties[at].words++;
    for (; at > 0 && ties->ties[at].weight > ties->ties[at - 1].weight; at--) {
        td_tie swap = ties->ties[at];
        ties->ties[at] = ties->ties[at - 1];
        ties->ties[at - 1] = swap;
    }
}

static void tie_word(const td_term_index *index, td_index report, uint64_t term, bool is_foreign,
                     td_sentence_ties *ties) {
    double rarity = td_comparison_rarity(index->comparison, term);
    /* a word that many reports hold speaks for no story */
    if (rarity <= 0 || !may_tie(index->comparison, term)) return;
    ties->whole += rarity;
    bool elsewhere = own_sentences(index, term) > (is_foreign ? 0 : 1);
    holders found = find_holders(index, term, report);
    if (found.own || elsewhere) {
        ties->own += rarity;
        if (!found.own) ties->inside += rarity;
        return;
    }
    if (found.count > MOST_STORIES) return;
    for (uint32_t k = 0; k < found.count; k++) add_tie(ties, found.stories[k], rarity);
}

void td_sentence_ties_find(td_term_index *index, td_index report, const bool *foreign, td_sentence_ties *ties) {
    const td_outline *outline = &index->comparison->outlines[report];
    count_own(index, outline, foreign);
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        const td_outline_sentence *sentence = &outline->sentences.items[s];
        ties[s] = (td_sentence_ties){0};
        for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
            tie_word(index, report, outline->terms.items[at], foreign && foreign[s], &ties[s]);
    }
}

static double weight_of(const td_comparison *comparison, const td_outline *outline,
                        const td_outline_sentence *sentence) {
    double weight = 0;
    for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
        weight += td_comparison_rarity(comparison, outline->terms.items[at]);
    return weight;
}

double td_sentence_likeness(const td_comparison *comparison, const td_outline *a, const td_outline_sentence *one,
                            const td_outline *b, const td_outline_sentence *other) {
    double shared = 0;
    uint32_t i = one->terms_start, j = other->terms_start;
    while (i < one->terms_end && j < other->terms_end) {
        uint64_t x = a->terms.items[i], y = b->terms.items[j];
        if (x == y) shared += td_comparison_rarity(comparison, x);
        i += x <= y;
        j += y <= x;
    }
    if (shared <= 0) return 0;
    return 2 * shared / (weight_of(comparison, a, one) + weight_of(comparison, b, other));
}

double td_story_likest(const td_comparison *comparison, td_index story, td_index except, td_index report,
                       uint32_t sentence, td_evidence *where) {
    const td_outline *outline = &comparison->outlines[report];
    double best = 0;
    uint32_t searched = 0;
    for (td_each(other, &comparison->record->stories.items[story].reports)) {
        if (*other == except) continue;
        if (searched++ == REPORTS_SEARCHED) break;
        const td_outline *there = &comparison->outlines[*other];
        for (uint32_t at = 0; at < there->sentences.count && at < SENTENCES_SEARCHED; at++) {
            const td_outline_sentence *candidate = &there->sentences.items[at];
            double like =
                td_sentence_likeness(comparison, outline, &outline->sentences.items[sentence], there, candidate);
            if (like <= best) continue;
            best = like;
            *where = (td_evidence){*other, candidate->span};
        }
    }
    return best;
}
