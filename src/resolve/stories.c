/*
 * Reports into stories.
 * Input: what each report is about, and when it was published. Output: which
 * story each report belongs to.
 *
 * Agglomerative clustering by average link (Sokal and Michener 1958) over a
 * graph of likely pairs: an inverted index of each report's heaviest aspects
 * proposes a bounded number of neighbours near in time, so that the work grows
 * as n log n. The link of two clusters is the mean cosine of their reports
 * times how well their days go together; it comes from the clusters' summed
 * vectors, so clusters of any size cost the same. Days that cannot belong to
 * one story forbid a link, whatever the words say.
 *
 * Two events of one kind share most of their words, more than many two reports
 * of one event do; what parts them is that the reports of each are much more
 * like each other. So a link must also be strong beside what holds either
 * cluster together (relative closeness: Karypis, Han and Kumar 1999), and the
 * more so the larger they are: the first reports to be joined are those most
 * like each other, and say too much of how alike the rest will be.
 */

#include "resolve/stories.h"

#include <math.h>
#include <stdlib.h>

#include "resolve/months.h"
#include "resolve/vectors.h"

#define PROPOSING_ASPECTS 32  /* heaviest of a report, by which neighbours are looked for */
#define PROPOSED_BY_ASPECT 48 /* nearest earlier reports that one aspect proposes */
#define MOST_NEIGHBOURS 24    /* kept for a report */
#define LEAST_SHARED 0.01     /* likeness by these aspects of a neighbour */
#define CLUSTER_ASPECTS 320

#define LINK_LEAST 0.14
#define CLOSENESS 0.74      /* least, of a link beside what holds two large clusters together */
#define SMALL_CLUSTER 1.5   /* reports more, at which it counts half as much */
#define LONE_CLOSENESS 0.34 /* least, of a report's link to a cluster beside what holds that together */
#define MOST_ALIKE 0.5      /* that two reports of one event are which are no copies */
#define WINDOW_DAYS 120     /* between the publications of one story's neighbours */
#define STORY_DAYS 150      /* from the first report of a story to its last; what goes on is its next chapter */
#define HALF_DAYS 30.0      /* days apart at which a link counts half */
#define FAR_DAYS 0.4        /* what is left at most days: nearly the same words still follow a story up */
#define OPEN_DAYS 0.9       /* what a link counts where a day is unknown: words must agree more */
#define NEWS_DAYS 60        /* before publication: what is told of them may be what the report is about */
#define NEWS_SENTENCES 6    /* that say what is new */
#define LATER_NEWS 0.7 /* what a link counts where the later report tells of nothing as old as the earlier report */
/* The months that two reports name count where their days are unknown: from MONTHS_LEAST for others to the sum. */
#define MONTHS_LEAST 0.8
#define MONTHS_SPAN 0.3
#define MONTHS_APART 0.4 /* datelines of other months */
#define MONTHS_UNKNOWN 0.6
#define HOSTS_LOOKED_AT 64
#define HOST_ROUNDS 2
#define HOST_LEAST 0.08 /* likeness of a lone report to a story that it joins */
#define HOST_DATED 0.8  /* what likeness counts where its day is known: it had its chance */
#define HOST_LEAD 1.5   /* times the likeness to any other */

typedef struct cluster {
    td_vector sum;         /* of its reports' vectors */
    td_aspect *slot;       /* memory of `sum`, NULL while it is a single report's vector */
    td_interval published; /* of all its reports whose day is known; else what bounds it */
    double middle;         /* mean of these days */
    uint32_t dated;        /* how many they are */
    td_day news_from;      /* the earliest day of what they tell as news; unknown where they give none */
    td_months months;      /* that they name */
    double inside;         /* sum of the products of its reports with each other */
    uint32_t size;
    uint32_t version;     /* counts its changes */
    uint32_t merged_into; /* itself while it lives */
    TD_ARRAY(uint32_t) neighbours;
} cluster;

/* A link that may be made, as good as it was when noted. */
typedef struct link {
    double strength;
    uint32_t a, b; /* a < b */
    uint32_t a_version, b_version;
} link;
typedef TD_ARRAY(link) link_array;

typedef struct clustering {
    const td_comparison *comparison;
    cluster *clusters; /* one for each report at first */
    link_array heap;   /* the strongest on top */
    TD_ARRAY(td_aspect *) free_slots;
    td_aspect *sum;  /* room for one sum */
    double *weights; /* and its weights */
} clustering;

/* ---- the heap of links */

static bool is_stronger(const link *a, const link *b) {
    if (a->strength != b->strength) return a->strength > b->strength;
    if (a->a != b->a) return a->a < b->a;
    return a->b < b->b;
}

static void heap_add(clustering *work, link added) {
    td_push(work->comparison->scratch, &work->heap);
    link *items = work->heap.items;
    uint32_t at = work->heap.count - 1;
    while (at > 0 && is_stronger(&added, &items[(at - 1) / 2])) {
        items[at] = items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    items[at] = added;
}

static link heap_take(clustering *work) {
    link *items = work->heap.items;
    link taken = items[0], moved = items[--work->heap.count];
    uint32_t at = 0, count = work->heap.count;
    while (2 * at + 1 < count) {
        uint32_t child = 2 * at + 1;
        if (child + 1 < count && is_stronger(&items[child + 1], &items[child])) child++;
        if (!is_stronger(&items[child], &moved)) break;
        items[at] = items[child];
        at = child;
    }
    if (count) items[at] = moved;
    return taken;
}

/* ---- how well two clusters go together */

static int32_t length_of(td_interval interval) {
    if (interval.from == TD_DAY_UNKNOWN || interval.to == TD_DAY_UNKNOWN) return 0;
    return interval.to - interval.from;
}

/* The months that two name, where their days are unknown. */
static double months_agree(const td_months *a, const td_months *b) {
    if (td_months_lead_apart(a, b)) return MONTHS_APART;
    return MONTHS_LEAST + MONTHS_SPAN * td_months_agree(a, b, MONTHS_UNKNOWN);
}

/* What the later one tells as news came after the earlier one was written: another event, if it is of the same kind. */
static bool tells_later_news(const cluster *a, const cluster *b) {
    const cluster *later = a->middle > b->middle ? a : b, *earlier = later == a ? b : a;
    return later->news_from != TD_DAY_UNKNOWN && later->news_from > earlier->published.to;
}

/*
 * 1 for days that agree, less the further apart, 0 where one story cannot reach. Open days forbid nothing, nor vouch.
 * Middles count, not ends: a story that moved with its ends would creep through the years.
 */
static double days_agree(const cluster *a, const cluster *b) {
    bool bounded = td_interval_known(a->published) && td_interval_known(b->published);
    if (bounded && td_interval_gap(a->published, b->published) > WINDOW_DAYS) return 0;
    if (!a->dated || !b->dated) return OPEN_DAYS * months_agree(&a->months, &b->months);
    if (length_of(td_interval_cover(a->published, b->published)) > STORY_DAYS) return 0;
    double agree = fmax(FAR_DAYS, pow(0.5, fabs(a->middle - b->middle) / HALF_DAYS));
    return tells_later_news(a, b) ? LATER_NEWS * agree : agree;
}

/* Mean likeness of two reports of a cluster of more than one; copies say no more than independent reports could. */
static double likeness_inside(const cluster *one) {
    return fmin(MOST_ALIKE, one->inside / (one->size * (one->size - 1.0) / 2));
}

/* Is the likeness of two clusters' reports enough beside that of each one's own? */
static bool is_close(const cluster *a, const cluster *b, double between) {
    uint32_t fewer = a->size < b->size ? a->size : b->size;
    if (a->size + b->size == 2) return true;
    if (fewer == 1) return between >= LONE_CLOSENESS * likeness_inside(a->size > 1 ? a : b);
    double least = CLOSENESS * (fewer - 1) / (fewer - 1 + SMALL_CLUSTER);
    return between >= least * sqrt(likeness_inside(a) * likeness_inside(b));
}

static double link_strength(const cluster *a, const cluster *b) {
    double days = days_agree(a, b);
    if (days == 0) return 0;
    double between = td_vector_product(a->sum, b->sum) / ((double)a->size * b->size);
    return is_close(a, b, between) ? days * between : 0;
}

static void note_link(clustering *work, uint32_t a, uint32_t b) {
    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    const cluster *one = &work->clusters[a], *other = &work->clusters[b];
    double strength = link_strength(one, other);
    if (strength >= LINK_LEAST) heap_add(work, (link){strength, a, b, one->version, other->version});
}

/* ---- likely pairs */

typedef struct posting {
    uint32_t aspect; /* numbered as they are met */
    td_index report;
    double weight;
} posting;

typedef struct posting_list {
    posting *items;
    uint32_t count;
} posting_list;

/* The heaviest aspects of every report, in the order of reports; returns how many different ones. */
static uint32_t collect_postings(const td_comparison *comparison, posting_list *postings) {
    td_arena *scratch = comparison->scratch;
    postings->items = TD_NEW_ARRAY(scratch, (size_t)comparison->count * PROPOSING_ASPECTS, posting);
    td_map numbers;
    td_map_init(&numbers, scratch);
    td_aspect *own = NULL;
    double *weights = NULL;
    uint32_t room = 0, aspects = 0;
    for (td_index report = 0; report < comparison->count; report++) {
        td_vector vector = comparison->vectors[report];
        if (vector.count == 0) continue;
        if (vector.count > room) {
            room = 2 * vector.count;
            own = TD_NEW_ARRAY(scratch, room, td_aspect);
            weights = TD_NEW_ARRAY(scratch, room, double);
        }
        memcpy(own, vector.items, vector.count * sizeof *own);
        uint32_t kept = td_aspects_heaviest(own, vector.count, PROPOSING_ASPECTS, weights);
        for (uint32_t at = 0; at < kept; at++) {
            uint32_t number = *td_map_put(&numbers, own[at].key, aspects, NULL);
            aspects += number == aspects;
            postings->items[postings->count++] = (posting){number, report, own[at].weight};
        }
    }
    return aspects;
}

/* By aspect, then report: counted, not compared, so that time grows as their number. */
static void sort_postings(td_arena *scratch, posting_list *postings, uint32_t aspects) {
    uint32_t *next = TD_NEW_ARRAY(scratch, aspects + 1, uint32_t);
    posting *sorted = TD_NEW_ARRAY(scratch, postings->count, posting);
    for (td_each(one, postings)) next[one->aspect + 1]++;
    for (uint32_t aspect = 0; aspect < aspects; aspect++) next[aspect + 1] += next[aspect];
    for (td_each(one, postings)) sorted[next[one->aspect]++] = *one;
    postings->items = sorted;
}

typedef struct proposing {
    const td_comparison *comparison;
    posting *postings;
    uint32_t *run_start; /* of each posting's key */
    uint32_t *next_of;   /* of each report: place in `by_report` */
    uint32_t *by_report; /* postings in the order of reports */
    double *shared;      /* by report */
    td_index *touched;
    td_aspect *found; /* reports as keys, by how heavy what they share is */
    double *weights;  /* of these */
} proposing;

/* Earlier reports that share heavy aspects with `report`; returns how many of the best are in `found`. */
static uint32_t propose(proposing *work, td_index report) {
    uint32_t touched = 0;
    for (uint32_t k = work->next_of[report]; k < work->next_of[report + 1]; k++) {
        uint32_t at = work->by_report[k], stop = work->run_start[at];
        if (at - stop > PROPOSED_BY_ASPECT) stop = at - PROPOSED_BY_ASPECT;
        for (uint32_t before = at; before-- > stop;) {
            td_index other = work->postings[before].report;
            if (work->shared[other] == 0) work->touched[touched++] = other;
            work->shared[other] += work->postings[before].weight * work->postings[at].weight;
        }
    }
    uint32_t found = 0;
    for (uint32_t at = 0; at < touched; at++) {
        td_index other = work->touched[at];
        if (work->shared[other] >= LEAST_SHARED) work->found[found++] = (td_aspect){other, work->shared[other]};
        work->shared[other] = 0;
    }
    return td_aspects_heaviest(work->found, found, MOST_NEIGHBOURS, work->weights);
}

static void index_postings(proposing *work, uint32_t count) {
    td_arena *scratch = work->comparison->scratch;
    td_index reports = work->comparison->count;
    work->run_start = TD_NEW_ARRAY(scratch, count, uint32_t);
    work->next_of = TD_NEW_ARRAY(scratch, reports + 1, uint32_t);
    work->by_report = TD_NEW_ARRAY(scratch, count, uint32_t);
    for (uint32_t at = 0; at < count; at++) {
        bool same = at > 0 && work->postings[at].aspect == work->postings[at - 1].aspect;
        work->run_start[at] = same ? work->run_start[at - 1] : at;
        work->next_of[work->postings[at].report + 1]++;
    }
    for (td_index report = 0; report < reports; report++) work->next_of[report + 1] += work->next_of[report];
    uint32_t *filled = TD_NEW_ARRAY(scratch, reports, uint32_t);
    for (uint32_t at = 0; at < count; at++) {
        td_index report = work->postings[at].report;
        work->by_report[work->next_of[report] + filled[report]++] = at;
    }
}

static void add_neighbour(const clustering *work, uint32_t of, uint32_t neighbour_cluster) {
    *td_push(work->comparison->scratch, &work->clusters[of].neighbours) = neighbour_cluster;
}

static void propose_links(clustering *work) {
    const td_comparison *comparison = work->comparison;
    posting_list postings = {0};
    uint32_t aspects = collect_postings(comparison, &postings);
    sort_postings(comparison->scratch, &postings, aspects);
    proposing by = {.comparison = comparison, .postings = postings.items};
    index_postings(&by, postings.count);
    by.shared = TD_NEW_ARRAY(comparison->scratch, comparison->count, double);
    by.touched = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    by.found = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_aspect);
    by.weights = TD_NEW_ARRAY(comparison->scratch, comparison->count, double);
    for (td_index report = 0; report < comparison->count; report++) {
        uint32_t found = propose(&by, report);
        for (uint32_t at = 0; at < found; at++) {
            td_index other = (td_index)by.found[at].key;
            if (days_agree(&work->clusters[report], &work->clusters[other]) == 0) continue;
            add_neighbour(work, report, other);
            add_neighbour(work, other, report);
            note_link(work, report, other);
        }
    }
}

/* ---- merging */

static uint32_t living(clustering *work, uint32_t at) {
    while (work->clusters[at].merged_into != at) {
        work->clusters[at].merged_into = work->clusters[work->clusters[at].merged_into].merged_into;
        at = work->clusters[at].merged_into;
    }
    return at;
}

static td_aspect *take_slot(clustering *work) {
    if (work->free_slots.count) return work->free_slots.items[--work->free_slots.count];
    return TD_NEW_ARRAY(work->comparison->scratch, CLUSTER_ASPECTS, td_aspect);
}

static void give_slot(clustering *work, td_aspect *slot) {
    if (slot) *td_push(work->comparison->scratch, &work->free_slots) = slot;
}

static int compare_clusters(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The living neighbours of both, each once. */
static void join_neighbours(clustering *work, uint32_t kept, uint32_t gone) {
    cluster *into = &work->clusters[kept];
    const cluster *from = &work->clusters[gone];
    for (td_each(other, &from->neighbours)) *td_push(work->comparison->scratch, &into->neighbours) = *other;
    for (td_each(other, &into->neighbours)) *other = living(work, *other);
    qsort(into->neighbours.items, into->neighbours.count, sizeof *into->neighbours.items, compare_clusters);
    uint32_t count = 0;
    for (uint32_t at = 0; at < into->neighbours.count; at++) {
        uint32_t other = into->neighbours.items[at];
        if (other != kept && (count == 0 || into->neighbours.items[count - 1] != other))
            into->neighbours.items[count++] = other;
    }
    into->neighbours.count = count;
}

/* Known days span the story; while there are none, what bounds its reports bounds it. */
static td_interval join_days(const cluster *a, const cluster *b) {
    if (a->dated && b->dated) return td_interval_cover(a->published, b->published);
    if (a->dated || !td_interval_known(b->published)) return a->published;
    if (b->dated || !td_interval_known(a->published)) return b->published;
    return td_interval_overlaps(a->published, b->published) ? td_interval_intersect(a->published, b->published)
                                                            : td_interval_cover(a->published, b->published);
}

static td_day earlier_day(td_day a, td_day b) {
    if (a == TD_DAY_UNKNOWN) return b;
    return b == TD_DAY_UNKNOWN || a < b ? a : b;
}

static void merge(clustering *work, uint32_t kept, uint32_t gone) {
    cluster *into = &work->clusters[kept], *from = &work->clusters[gone];
    into->inside += from->inside + td_vector_product(into->sum, from->sum);
    uint32_t count = td_vector_sum(work->sum, into->sum, from->sum, CLUSTER_ASPECTS, work->weights);
    td_aspect *slot = into->slot ? into->slot : from->slot ? from->slot : take_slot(work);
    if (into->slot) give_slot(work, from->slot);
    memcpy(slot, work->sum, count * sizeof *slot);
    into->slot = slot;
    into->sum = (td_vector){slot, count};
    into->size += from->size;
    into->version++;
    into->published = join_days(into, from);
    if (from->dated)
        into->middle = (into->middle * into->dated + from->middle * from->dated) / (into->dated + from->dated);
    into->dated += from->dated;
    into->news_from = earlier_day(into->news_from, from->news_from);
    td_months_add(&into->months, &from->months);
    from->merged_into = kept;
    from->slot = NULL;
    join_neighbours(work, kept, gone);
}

static void merge_all(clustering *work) {
    while (work->heap.count) {
        link best = heap_take(work);
        const cluster *a = &work->clusters[best.a], *b = &work->clusters[best.b];
        if (a->merged_into != best.a || b->merged_into != best.b) continue;
        if (a->version != best.a_version || b->version != best.b_version) continue;
        merge(work, best.a, best.b);
        const cluster *made = &work->clusters[best.a];
        for (uint32_t at = 0; at < made->neighbours.count; at++) note_link(work, best.a, made->neighbours.items[at]);
    }
}

/* ---- reports that stand alone */

/* A story that one report may join: its likeness to the two reports that are most like it. */
typedef struct host {
    uint32_t story;
    bool close; /* for what holds it together: else it is no rival to a story that the report is liker to */
    double first, second;
} host;

static double likeness(const host *one) {
    return (one->first + one->second) / 2;
}

/* How well a lone report goes into a story by its days. */
static double days_fit(const cluster *alone, const cluster *story) {
    if (!alone->dated) return months_agree(&alone->months, &story->months);
    return HOST_DATED * days_agree(alone, story);
}

/* The stories of a report's neighbours, each once; returns how many. */
static uint32_t find_hosts(const clustering *work, const td_index *home, uint32_t report, host hosts[HOSTS_LOOKED_AT]) {
    const cluster *alone = &work->clusters[report];
    uint32_t count = 0;
    for (uint32_t at = 0; at < alone->neighbours.count; at++) {
        td_index other = alone->neighbours.items[at];
        uint32_t story = home[other], place = 0;
        while (place < count && hosts[place].story != story) place++;
        if (place == HOSTS_LOOKED_AT || work->clusters[story].size == 1) continue;
        if (place == count) {
            const cluster *told = &work->clusters[story];
            bool close = is_close(alone, told, td_vector_product(alone->sum, told->sum) / told->size);
            hosts[count++] = (host){.story = story, .close = close};
        }
        host *found = &hosts[place];
        double fit = days_fit(alone, &work->clusters[story]);
        double like = fit * td_vector_product(alone->sum, work->comparison->vectors[other]);
        if (like > found->first) {
            found->second = found->first;
            found->first = like;
        } else if (like > found->second) {
            found->second = like;
        }
    }
    return count;
}

/* The story that a report is like as it is like no other, though not like all that is told there; else itself. */
static uint32_t host_of(const clustering *work, const td_index *home, uint32_t report) {
    host hosts[HOSTS_LOOKED_AT];
    uint32_t count = find_hosts(work, home, report, hosts);
    const host *best = NULL;
    double other = 0;
    for (uint32_t at = 0; at < count; at++)
        if (!best || likeness(&hosts[at]) > likeness(best)) best = &hosts[at];
    for (uint32_t at = 0; at < count; at++)
        if (&hosts[at] != best && hosts[at].close) other = fmax(other, likeness(&hosts[at]));
    bool decisive = best && likeness(best) >= HOST_LEAST && likeness(best) >= HOST_LEAD * other;
    return decisive ? best->story : report;
}

/* In each round all are judged before any moves; those that moved may draw others after them. */
static void place_alone(clustering *work, td_index *leader) {
    uint32_t count = work->comparison->count;
    td_index *home = TD_NEW_ARRAY(work->comparison->scratch, count, td_index);
    for (td_index at = 0; at < count; at++) leader[at] = living(work, at);
    for (uint32_t round = 0; round < HOST_ROUNDS; round++) {
        if (count) memcpy(home, leader, count * sizeof *home);
        for (td_index at = 0; at < count; at++)
            if (home[at] == at && work->clusters[at].size == 1) leader[at] = host_of(work, home, at);
    }
}

/* The earliest day, not long before publication, that the first sentences tell of. */
static td_day first_news(const td_outline *outline) {
    td_day first = TD_DAY_UNKNOWN;
    uint32_t body = 0;
    for (td_each(sentence, &outline->sentences)) {
        td_interval told = sentence->interval;
        body += sentence->body;
        if (body > NEWS_SENTENCES) break;
        if (!td_interval_known(told) || length_of(told) > 1 || told.from == TD_DAY_UNKNOWN) continue;
        if (told.from > outline->published.to || told.from < outline->published.from - NEWS_DAYS) continue;
        first = earlier_day(first, told.from);
    }
    return first;
}

static cluster single(const td_comparison *comparison, td_index report) {
    td_interval day = comparison->outlines[report].published;
    cluster made = {.sum = comparison->vectors[report],
                    .published = day,
                    .news_from = TD_DAY_UNKNOWN,
                    .months = td_months_of(&comparison->outlines[report]),
                    .size = 1,
                    .merged_into = report};
    /* an interval open at one end bounds the story, but has no middle to go by */
    if (day.from == TD_DAY_UNKNOWN || day.to == TD_DAY_UNKNOWN || length_of(day) > STORY_DAYS) return made;
    made.middle = (day.from + (double)day.to) / 2;
    made.dated = 1;
    made.news_from = first_news(&comparison->outlines[report]);
    return made;
}

void td_stories_cluster(const td_comparison *comparison, td_index *leader) {
    clustering work = {.comparison = comparison,
                       .clusters = TD_NEW_ARRAY(comparison->scratch, comparison->count, cluster),
                       .sum = TD_NEW_ARRAY(comparison->scratch, 2 * CLUSTER_ASPECTS, td_aspect),
                       .weights = TD_NEW_ARRAY(comparison->scratch, 2 * CLUSTER_ASPECTS, double)};
    for (td_index at = 0; at < comparison->count; at++) work.clusters[at] = single(comparison, at);
    propose_links(&work);
    merge_all(&work);
    place_alone(&work, leader);
}
