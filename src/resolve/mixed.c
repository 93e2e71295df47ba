/*
 * Reports of one story with sentences of another.
 * Input: ties of sentences to stories, quotations that are one. Output:
 * record->mixed.
 *
 * A report is mixed where a few of its sentences say what only another story
 * says, decisively more than they say what their own story or the rest of
 * their report says, while the rest of the report does not lean that way. A
 * report that leans there as a whole is of that story or between the two;
 * history that names its own days is background; and of two reports that
 * share a passage only the one that it fits worse is mixed. Weights are
 * counted in the rarity of a word that one report alone holds.
 */

#include <math.h>
#include <stdlib.h>

#include "resolve/comparison.h"
#include "resolve/sentence_ties.h"

#define LEAST_TIE 0.3      /* of a sentence to another story */
#define LEAST_EVIDENCE 1.8 /* of a report's foreign sentences together */
#define LEAST_SENTENCES 2
#define LEAST_WORDS 2          /* rare words in these */
#define REST_COUNTS 3.0        /* times the lean of a usual sentence of the rest, which says nothing */
#define QUOTE_WEIGHT 1.5       /* of a quotation that the other story carries and the own does not */
#define MOST_FOREIGN 64        /* sentences named */
#define MOST_FOREIGN_SHARE 0.6 /* of a report's sentences */
#define MIRROR_SHARE 0.9       /* of the evidence: two reports accuse each other alike */
#define CONTRAST 1.5           /* times the likeness of the rest to the other story */
#define REST_LOOKED_AT 48      /* sentences of the rest, for that */
#define BACKGROUND_DAYS 60     /* before publication: history that names its days */
#define SOME_LIKENESS 0.3      /* of the likest foreign sentence, where the own story has other reports */
#define SURE_LIKENESS 0.6      /* nearly the same sentence */
#define MOST_STORIES 32        /* that a report's sentences tie to */
#define WEIGHED_STORIES 4      /* of these, those it ties to most */

typedef struct foreign_sentence {
    uint32_t sentence;
    uint32_t words;
    bool quoted;
    td_evidence like; /* the likest sentence of the other story */
    double likeness;
} foreign_sentence;

typedef struct finding {
    td_index report, story; /* the other story */
    double evidence;
    TD_ARRAY(foreign_sentence) sentences;
} finding;

typedef struct search {
    td_comparison *comparison;
    td_term_index *index;
    double unit;                    /* rarity of a word that one report alone holds */
    td_sentence_ties *first, *ties; /* of the report at hand: on their own; without what is foreign */
    td_index *quoted_story;         /* for each sentence: the story whose quotation it holds, or TD_NONE */
    bool *foreign;
    uint32_t room;
    TD_ARRAY(finding) findings;
    td_map finding_of; /* report to its place in `findings` */
} search;

static void make_room(search *work, uint32_t sentences) {
    if (sentences <= work->room) return;
    work->room = 2 * sentences;
    td_arena *scratch = work->comparison->scratch;
    work->first = TD_NEW_ARRAY(scratch, work->room, td_sentence_ties);
    work->ties = TD_NEW_ARRAY(scratch, work->room, td_sentence_ties);
    work->quoted_story = TD_NEW_ARRAY(scratch, work->room, td_index);
    work->foreign = TD_NEW_ARRAY(scratch, work->room, bool);
}

static double tie_to(const td_sentence_ties *ties, td_index story, uint32_t *words) {
    for (uint32_t at = 0; at < ties->tie_count; at++) {
        if (ties->ties[at].story != story) continue;
        if (words) *words = ties->ties[at].words;
        return ties->ties[at].weight;
    }
    return 0;
}

/* History with its own day, long before the report: "in a first truce in February 2016". */
static bool is_background(const td_outline *outline, uint32_t sentence) {
    td_interval own = outline->sentences.items[sentence].interval;
    if (own.to == TD_DAY_UNKNOWN || outline->published.from == TD_DAY_UNKNOWN) return false;
    return outline->published.from - own.to > BACKGROUND_DAYS;
}

/* For each sentence the other story that carried its quotation, where its own story did not. */
static void mark_quotations(search *work, td_index report) {
    const td_comparison *comparison = work->comparison;
    const td_outline *outline = &comparison->outlines[report];
    for (uint32_t s = 0; s < outline->sentences.count; s++) work->quoted_story[s] = TD_NONE;
    uint32_t stop = comparison->quote_matches_from[report + 1];
    for (uint32_t at = comparison->quote_matches_from[report]; at < stop; at++) {
        const td_quote_match *match = &comparison->quote_matches.items[at];
        uint32_t sentence = outline->quotes.items[match->quote].sentence;
        if (sentence >= outline->sentences.count) continue;
        td_index story = comparison->story_of[match->other];
        td_index *marked = &work->quoted_story[sentence];
        bool own = story == comparison->story_of[report];
        if (own)
            *marked = comparison->story_of[report];
        else if (*marked == TD_NONE)
            *marked = story;
    }
}

static bool is_foreign(const search *work, const td_outline *outline, uint32_t sentence, td_index story) {
    if (!outline->sentences.items[sentence].body || is_background(outline, sentence)) return false;
    if (work->comparison->formulas[outline - work->comparison->outlines][sentence]) return false;
    if (work->quoted_story[sentence] == story) return true;
    double tie = tie_to(&work->ties[sentence], story, NULL);
    return tie >= LEAST_TIE * work->unit && tie > work->ties[sentence].own;
}

static void mark_foreign(search *work, const td_outline *outline, td_index story) {
    for (uint32_t s = 0; s < outline->sentences.count; s++) work->foreign[s] = is_foreign(work, outline, s, story);
}

/* What speaks for one other story, and against it. */
typedef struct balance {
    double evidence;
    uint32_t sentences, words, body;
    bool quoted;
} balance;

/*
 * A word may stand in the other story and not in its own by chance: what a foreign sentence leans beyond several times
 * the lean of a usual sentence of the rest is evidence.
 */
static balance weigh(const search *work, const td_outline *outline, td_index story) {
    balance sum = {0};
    double rest = 0;
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        uint32_t words = 0;
        double tie = tie_to(&work->ties[s], story, &words);
        sum.body += outline->sentences.items[s].body;
        if (!work->foreign[s]) {
            if (tie > 0) rest += tie * tie / (tie + work->ties[s].own);
            continue;
        }
        bool quoted = work->quoted_story[s] == story;
        double lean = tie - work->ties[s].own;
        sum.evidence += (lean > 0 ? lean : 0) + (quoted ? QUOTE_WEIGHT * work->unit : 0);
        sum.words += words;
        sum.sentences++;
        sum.quoted = sum.quoted || quoted;
    }
    uint32_t others = sum.body > sum.sentences ? sum.body - sum.sentences : 1;
    sum.evidence -= REST_COUNTS * sum.sentences * rest / others;
    return sum;
}

static bool is_enough(const search *work, const balance *sum) {
    if (sum->sentences == 0 || sum->sentences > MOST_FOREIGN_SHARE * sum->body) return false;
    if (sum->evidence < LEAST_EVIDENCE * work->unit) return false;
    return sum->sentences >= LEAST_SENTENCES && (sum->quoted || sum->words >= LEAST_WORDS);
}

/* Sentences that lean to one story do not vouch for each other: ties are found again without them. */
static balance weigh_story(search *work, td_index report, td_index story) {
    const td_outline *outline = &work->comparison->outlines[report];
    memcpy(work->ties, work->first, outline->sentences.count * sizeof *work->ties);
    mark_foreign(work, outline, story);
    td_sentence_ties_find(work->index, report, work->foreign, work->ties);
    mark_foreign(work, outline, story);
    return weigh(work, outline, story);
}

/* A story that sentences of the report lean to. */
typedef struct leaning {
    td_index story;
    double weight;
} leaning;

typedef struct leanings {
    leaning items[MOST_STORIES];
    uint32_t count;
} leanings;

static void add_story(leanings *all, td_index story, double weight) {
    uint32_t at = 0;
    while (at < all->count && all->items[at].story != story) at++;
    if (at == MOST_STORIES) return;
    if (at == all->count) all->items[all->count++] = (leaning){story, 0};
    all->items[at].weight += weight;
}

static int compare_leanings(const void *left, const void *right) {
    const leaning *a = left, *b = right;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return (a->story > b->story) - (a->story < b->story);
}

static leanings find_leanings(const search *work, const td_outline *outline, td_index own) {
    leanings all = {.count = 0};
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        if (work->quoted_story[s] != TD_NONE && work->quoted_story[s] != own)
            add_story(&all, work->quoted_story[s], QUOTE_WEIGHT * work->unit);
        const td_sentence_ties *ties = &work->first[s];
        for (uint32_t at = 0; at < ties->tie_count; at++)
            if (ties->ties[at].weight >= LEAST_TIE * work->unit)
                add_story(&all, ties->ties[at].story, ties->ties[at].weight);
    }
    qsort(all.items, all.count, sizeof *all.items, compare_leanings);
    return all;
}

static void keep_finding(search *work, td_index report, td_index story, double evidence) {
    const td_comparison *comparison = work->comparison;
    const td_outline *outline = &comparison->outlines[report];
    weigh_story(work, report, story);
    td_map_put(&work->finding_of, report, work->findings.count, NULL);
    finding *found = td_push(comparison->scratch, &work->findings);
    *found = (finding){.report = report, .story = story, .evidence = evidence};
    for (uint32_t s = 0; s < outline->sentences.count; s++) {
        if (!work->foreign[s] || found->sentences.count == MOST_FOREIGN) continue;
        foreign_sentence *one = td_push(comparison->scratch, &found->sentences);
        one->sentence = s;
        one->quoted = work->quoted_story[s] == story;
        tie_to(&work->ties[s], story, &one->words);
        one->likeness = td_story_likest(comparison, story, report, report, s, &one->like);
    }
}

static void look_at(search *work, td_index report) {
    const td_outline *outline = &work->comparison->outlines[report];
    make_room(work, outline->sentences.count);
    mark_quotations(work, report);
    td_sentence_ties_find(work->index, report, NULL, work->first);
    leanings all = find_leanings(work, outline, work->comparison->story_of[report]);
    td_index best = TD_NONE;
    double most = 0;
    for (uint32_t at = 0; at < all.count && at < WEIGHED_STORIES; at++) {
        /* what all sentences together lean is the most that can be found */
        if (all.items[at].weight < LEAST_EVIDENCE * work->unit) break;
        balance sum = weigh_story(work, report, all.items[at].story);
        if (!is_enough(work, &sum) || sum.evidence <= most) continue;
        most = sum.evidence;
        best = all.items[at].story;
    }
    if (best != TD_NONE) keep_finding(work, report, best, most);
}

/* Does a report that this one shares its passage with hold it with better right? */
static bool is_mirrored(const search *work, const finding *found) {
    td_index own = work->comparison->story_of[found->report];
    for (td_each(sentence, &found->sentences)) {
        const uint32_t *at = sentence->likeness > 0 ? td_map_get(&work->finding_of, sentence->like.report) : NULL;
        if (!at) continue;
        const finding *other = &work->findings.items[*at];
        if (other->story == own && other->evidence >= MIRROR_SHARE * found->evidence) return true;
    }
    return false;
}

/* How like the other story the rest of the report is, sentence by sentence. */
static double likeness_of_rest(const td_comparison *comparison, const finding *found) {
    const td_outline *outline = &comparison->outlines[found->report];
    double sum = 0;
    uint32_t looked_at = 0, next = 0;
    for (uint32_t s = 0; s < outline->sentences.count && looked_at < REST_LOOKED_AT; s++) {
        if (next < found->sentences.count && found->sentences.items[next].sentence == s) {
            next++;
            continue;
        }
        if (!outline->sentences.items[s].body) continue;
        td_evidence ignored;
        sum += td_story_likest(comparison, found->story, found->report, found->report, s, &ignored);
        looked_at++;
    }
    return looked_at ? sum / looked_at : 0;
}

/*
 * Foreign sentences must stand out: nearly said so in the other story, and more like it than the rest is. A report
 * that stands alone has no story to hold its own sentences, so more is asked of it.
 */
static bool stands_out(const td_comparison *comparison, const finding *found) {
    double sum = 0, most = 0;
    bool quoted = false;
    for (td_each(sentence, &found->sentences)) {
        sum += sentence->likeness;
        if (sentence->likeness > most) most = sentence->likeness;
        quoted = quoted || sentence->quoted;
    }
    bool alone = comparison->record->stories.items[comparison->story_of[found->report]].reports.count == 1;
    if (most < (alone && !quoted ? SURE_LIKENESS : SOME_LIKENESS)) return false;
    return sum / found->sentences.count >= CONTRAST * likeness_of_rest(comparison, found);
}

static td_view say_why(const td_comparison *comparison, const foreign_sentence *sentence) {
    td_view there = sentence->likeness > 0 ? comparison->outlines[sentence->like.report].report : TD_VIEW("");
    if (sentence->quoted)
        return td_arena_format(comparison->arena, "Its quotation was carried by the other story and not by its own.");
    if (sentence->likeness >= SURE_LIKENESS)
        return td_arena_format(
            comparison->arena,
            "Report %.*s of the other story says nearly the same; nothing in this report's own story does.",
            TD_VIEW_ARGUMENTS(there));
    return td_arena_format(
        comparison->arena,
        "It shares %u rare word%s with the other story (likest in report %.*s) that neither the rest of "
        "this report nor its own story has.",
        sentence->words, sentence->words == 1 ? "" : "s", TD_VIEW_ARGUMENTS(there));
}

static void add_mixed(const search *work, const finding *found) {
    td_comparison *comparison = work->comparison;
    td_mixed *mixed = td_push(comparison->arena, &comparison->record->mixed);
    mixed->report = found->report;
    *td_push(comparison->arena, &mixed->stories) = comparison->story_of[found->report];
    *td_push(comparison->arena, &mixed->stories) = found->story;
    for (td_each(sentence, &found->sentences))
        *td_push(comparison->arena, &mixed->sentences) =
            (td_mixed_sentence){comparison->outlines[found->report].sentences.items[sentence->sentence].span,
                                found->story, say_why(comparison, sentence)};
    /* half at the least evidence that is enough, nearer to 1 with every word beyond it */
    double surplus = found->evidence / (LEAST_EVIDENCE * work->unit);
    mixed->confidence = 1 - 0.5 / surplus;
}

void td_compare_mixed(td_comparison *comparison) {
    if (comparison->record->stories.count < 2) return;
    search work = {.comparison = comparison,
                   .index = td_term_index_make(comparison),
                   .unit = log((comparison->families + TD_PRIOR_FAMILIES) / 1.5)};
    td_map_init(&work.finding_of, comparison->scratch);
    for (td_index report = 0; report < comparison->count; report++) look_at(&work, report);
    for (td_each(found, &work.findings))
        if (!is_mirrored(&work, found) && stands_out(comparison, found)) add_mixed(&work, found);
}
