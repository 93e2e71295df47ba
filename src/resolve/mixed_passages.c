/*
 * Passages of another story in a report.
 * Input: the sentences of a report, the words of its own story and of another.
 * Output: the sentences that the other story explains better.
 *
 * Two language models, smoothed by the words of all stories (Zhai and
 * Lafferty 2001, Dirichlet prior), give each sentence its odds; the division of
 * the report with the best odds is found by Viterbi's algorithm, where each
 * change to the other story has its price, so that neighbours are taken
 * together. Foreign sentences then no longer count in the own story, and the
 * division is made again until it stays.
 */

#include "resolve/mixed_passages.h"

#include <math.h>
#include <stdlib.h>

#define SMOOTHING 100.0     /* words by chance beside those of a story */
#define MOST_OF_A_WORD 8.0  /* odds */
#define SHARED_POWER 0.25   /* how much less a word says that more than two stories hold */
#define PRICE_OF_CHANGE 4.0 /* odds, for a passage */
#define PRICE_OF_STAY 1.0   /* for each sentence more */
#define QUOTED 6.0          /* odds of a quotation that the other story alone carries */
#define NEVER (-40.0)       /* odds of a sentence that cannot be foreign */
#define ROUNDS 3
#define MOST_FOREIGN_SHARE 0.6
#define BACKGROUND_DAYS 60 /* before publication: history that names its days */

static int compare_report_words(const void *left, const void *right) {
    uint64_t a = ((const td_report_word *)left)->term, b = ((const td_report_word *)right)->term;
    return (a > b) - (a < b);
}

static td_report_word *find_word(td_report_words *words, uint64_t term) {
    td_report_word key = {.term = term};
    return words->words.count ? bsearch(&key, words->words.items, words->words.count, sizeof key, compare_report_words)
                              : NULL;
}

/* History with its own day, long before the report: "in a first truce in February 2016". */
static bool is_background(const td_outline *outline, uint32_t sentence) {
    td_interval own = outline->sentences.items[sentence].interval;
    if (own.to == TD_DAY_UNKNOWN || outline->published.from == TD_DAY_UNKNOWN) return false;
    return outline->published.from - own.to > BACKGROUND_DAYS;
}

static bool may_be_foreign(const td_report_words *words, uint32_t sentence) {
    const td_outline *outline = &words->comparison->outlines[words->report];
    const td_outline_sentence *one = &outline->sentences.items[sentence];
    return one->body && one->terms_end > one->terms_start && !words->comparison->formulas[words->report][sentence] &&
           !is_background(outline, sentence);
}

/* For each sentence the other story that carried its quotation, where its own story did not. */
static void mark_quotations(td_report_words *words) {
    const td_comparison *comparison = words->comparison;
    const td_outline *outline = &comparison->outlines[words->report];
    td_index own = comparison->story_of[words->report];
    for (uint32_t s = 0; s < outline->sentences.count; s++) words->quoted[s] = TD_NONE;
    uint32_t stop = comparison->quote_matches_from[words->report + 1];
    for (uint32_t at = comparison->quote_matches_from[words->report]; at < stop; at++) {
        const td_quote_match *match = &comparison->quote_matches.items[at];
        uint32_t sentence = outline->quotes.items[match->quote].sentence;
        if (sentence >= outline->sentences.count) continue;
        td_index story = comparison->story_of[match->other];
        if (story == own || words->quoted[sentence] == TD_NONE) words->quoted[sentence] = story;
    }
}

static void make_room(td_report_words *words, uint32_t sentences) {
    if (sentences <= words->room) return;
    td_arena *scratch = words->comparison->scratch;
    words->room = 2 * sentences;
    words->quoted = TD_NEW_ARRAY(scratch, words->room, td_index);
    words->odds = TD_NEW_ARRAY(scratch, words->room, double);
    words->foreign = TD_NEW_ARRAY(scratch, words->room, bool);
    words->now = TD_NEW_ARRAY(scratch, words->room, bool);
    words->came_in = TD_NEW_ARRAY(scratch, words->room, bool);
    words->came_out = TD_NEW_ARRAY(scratch, words->room, bool);
}

static void read_words(td_report_words *words, const td_outline *outline) {
    td_arena *scratch = words->comparison->scratch;
    words->words.count = words->at.count = 0;
    for (td_each(term, &outline->terms)) *td_push(scratch, &words->words) = (td_report_word){.term = *term};
    if (words->words.count)
        qsort(words->words.items, words->words.count, sizeof *words->words.items, compare_report_words);
    uint32_t kept = 0;
    for (uint32_t at = 0; at < words->words.count; at++)
        if (kept == 0 || words->words.items[kept - 1].term != words->words.items[at].term)
            words->words.items[kept++] = words->words.items[at];
    words->words.count = kept;
    td_index own = words->comparison->story_of[words->report];
    for (td_each(word, &words->words)) {
        word->holders = td_story_words_find(words->all, word->term);
        uint32_t stories = word->holders ? word->holders->end - word->holders->start : 1;
        word->own = word->holders ? td_story_words_in(words->all, word->holders, own) : 0;
        word->expected = SMOOTHING * ((word->holders ? word->holders->count : 0) + 0.5) / words->all->total;
        word->weight = stories > 2 ? pow(2.0 / stories, SHARED_POWER) : 1;
    }
    for (td_each(term, &outline->terms))
        *td_push(scratch, &words->at) = (uint32_t)(find_word(words, *term) - words->words.items);
}

void td_report_words_read(td_report_words *words, const td_comparison *comparison, const td_story_words *all,
                          td_index report) {
    words->comparison = comparison;
    words->all = all;
    words->report = report;
    const td_outline *outline = &comparison->outlines[report];
    make_room(words, outline->sentences.count);
    read_words(words, outline);
    mark_quotations(words);
}

/* Take the words of listed passages out of one story; returns how many. */
static uint32_t leave_out(td_report_words *words, const td_passage_list *list, bool own) {
    uint32_t left_out = 0;
    for (uint32_t k = 0; list && k < list->count; k++) {
        const td_passage *passage = list->items[k];
        const td_outline *outline = &words->comparison->outlines[passage->report];
        for (td_each(sentence, &passage->sentences)) {
            const td_outline_sentence *one = &outline->sentences.items[*sentence];
            left_out += one->terms_end - one->terms_start;
            for (uint32_t at = one->terms_start; at < one->terms_end; at++) {
                td_report_word *word = find_word(words, outline->terms.items[at]);
                if (word) *(own ? &word->not_own : &word->there) += own ? 1 : -1;
            }
        }
    }
    return left_out;
}

static double at_least_zero(double value) {
    return value > 0 ? value : 0;
}

/* The two stories' sizes, and each word's part in them. */
typedef struct sizes {
    double own, other;
} sizes;

static sizes look_up(td_report_words *words, const td_passage *found, const td_passage_list *there,
                     const td_passage_list *here) {
    for (td_each(word, &words->words)) {
        word->not_own = 0;
        word->there = word->holders ? td_story_words_in(words->all, word->holders, found->other) : 0;
    }
    sizes size = {words->all->sizes[found->own], words->all->sizes[found->other]};
    size.other = at_least_zero(size.other - leave_out(words, there, false));
    size.own = at_least_zero(size.own - leave_out(words, here, true));
    for (td_each(word, &words->words)) word->there = log(at_least_zero(word->there) + word->expected);
    return size;
}

/* What the own story says of each word, once the foreign sentences no longer count in it; its size then. */
static double look_up_own(td_report_words *words, double size) {
    const td_outline *outline = &words->comparison->outlines[words->report];
    for (td_each(word, &words->words)) word->here = word->own - word->not_own;
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        if (!words->foreign[s]) continue;
        const td_outline_sentence *one = &outline->sentences.items[s];
        for (uint32_t at = one->terms_start; at < one->terms_end; at++)
            words->words.items[words->at.items[at]].here -= 1;
        size -= one->terms_end - one->terms_start;
    }
    for (td_each(word, &words->words)) {
        word->here_foreign = log(at_least_zero(word->here) + word->expected);
        word->here = log(at_least_zero(word->here - 1) + word->expected);
    }
    return at_least_zero(size);
}

/* The odds of one sentence, which itself counts in neither story. */
static double odds_of(const td_report_words *words, const td_passage *found, sizes size, uint32_t sentence) {
    const td_outline_sentence *one = &words->comparison->outlines[words->report].sentences.items[sentence];
    bool foreign = words->foreign[sentence];
    double itself = foreign ? 0 : one->terms_end - one->terms_start, sum = 0;
    double sizes_apart = log((at_least_zero(size.own - itself) + SMOOTHING) / (size.other + SMOOTHING));
    for (uint32_t at = one->terms_start; at < one->terms_end; at++) {
        const td_report_word *word = &words->words.items[words->at.items[at]];
        double odds = word->there - (foreign ? word->here_foreign : word->here) + sizes_apart;
        sum += word->weight * fmax(-MOST_OF_A_WORD, fmin(MOST_OF_A_WORD, odds));
    }
    if (words->quoted[sentence] == found->other) return at_least_zero(sum) + QUOTED;
    return words->quoted[sentence] == found->own ? fmin(sum, 0) : sum;
}

/* The odds of each sentence, given which ones are foreign. */
static void find_odds(td_report_words *words, const td_passage *found, sizes size) {
    size.own = look_up_own(words, size.own);
    for (uint32_t s = 0; s < words->comparison->outlines[words->report].sentences.count; s++)
        words->odds[s] = may_be_foreign(words, s) ? odds_of(words, found, size, s) : NEVER;
}

/* The best division of the body, into `now`; sentences that are no body are passed over. Returns its gain. */
static double divide(td_report_words *words) {
    const td_outline *outline = &words->comparison->outlines[words->report];
    double own = 0, other = -INFINITY;
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        words->now[s] = false;
        if (!outline->sentences.items[s].body) continue;
        double enter = own - PRICE_OF_CHANGE, stay = other - PRICE_OF_STAY;
        words->came_in[s] = other > own; /* from the other story to the own */
        words->came_out[s] = stay > enter;
        own = other > own ? other : own;
        other = (stay > enter ? stay : enter) + words->odds[s];
    }
    bool foreign = other > own;
    for (uint32_t s = outline->sentences.count; s-- > 0;) {
        if (!outline->sentences.items[s].body) continue;
        words->now[s] = foreign;
        foreign = foreign ? words->came_out[s] : words->came_in[s];
    }
    return other > own ? other : own;
}

bool td_passage_find(td_report_words *words, td_passage *found, const td_passage_list *there,
                     const td_passage_list *here) {
    const td_outline *outline = &words->comparison->outlines[words->report];
    uint32_t sentences = outline->sentences.count, foreign = 0, body = 0;
    memset(words->foreign, 0, sentences * sizeof *words->foreign);
    for (td_each(sentence, &found->sentences)) words->foreign[*sentence] = true;
    sizes size = look_up(words, found, there, here);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        find_odds(words, found, size);
        found->gain = divide(words);
        if (found->gain <= 0 || memcmp(words->foreign, words->now, sentences * sizeof *words->now) == 0) break;
        memcpy(words->foreign, words->now, sentences * sizeof *words->now);
    }
    found->sentences.count = 0;
    for (uint32_t s = 0; s < sentences; s++) {
        body += outline->sentences.items[s].body;
        if (!words->now[s]) continue;
        foreign++;
        *td_push(words->comparison->scratch, &found->sentences) = s;
    }
    return foreign > 0 && foreign <= MOST_FOREIGN_SHARE * body;
}
