/*
 * When an event takes place, and whether it is history.
 * Input: a predicate and how it stands. Output: interval, time and background of the event. Precedence: a time
 * expression on the predicate or on a verb that bears it; for what was ordered, announced, denied the time of doing so;
 * a time on a clause above; for news the day of publication; history that gives no time lies before publication.
 */

#include "event/coding.h"

#define MOST_LEVELS 16
#define NEWS_DAYS 14 /* what ended longer than this before publication is history */

/* The node whose clause or phrase a time expression belongs to. */
static uint32_t host_of(const td_coder *coder, uint32_t node, const td_predicate *predicate) {
    for (int level = 0; level < MOST_LEVELS && node != TD_NONE; level++) {
        bool clause =
            td_tree_is_verb(&coder->tree, node) || td_tree_child(&coder->tree, node, TD_RELATION_COP) != TD_NONE;
        if (node == predicate->node || clause) return node;
        node = coder->tree.nodes[node].head;
    }
    return TD_NONE;
}

bool td_is_how_clause(const td_coder *coder, uint32_t node) {
    if (coder->tree.nodes[node].relation != TD_RELATION_ADVCL) return false;
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool opens = relation == TD_RELATION_MARK || relation == TD_RELATION_ADVMOD;
        if (opens && (td_node_is(coder, c, "when") || td_node_is(coder, c, "as"))) return true;
    }
    return false;
}

typedef struct td_chain {
    uint32_t nodes[MOST_LEVELS];
    uint32_t count;
    uint32_t own;    /* so many of them are the event's own clause */
    uint32_t spoken; /* so many are it or the order, announcement, denial of it */
} td_chain;

static bool bears(const td_governor *governor) {
    return governor->effect == TD_GOVERNOR_CARRY || governor->effect == TD_GOVERNOR_ASPECT ||
           governor->effect == TD_GOVERNOR_NEGATE;
}

/* True where the word above belongs to the event's own clause: "began to leave", "left and returned". */
static bool is_own_clause(const td_governor *governor, enum td_relation relation) {
    if (governor && governor->effect == TD_GOVERNOR_EMBED) return false;
    return (governor && bears(governor)) || relation == TD_RELATION_CONJ || relation == TD_RELATION_XCOMP;
}

/* "begins tomorrow and some will stay": a second clause with a subject of its own has days of its own. */
static bool stands_beside(const td_coder *coder, uint32_t node) {
    return coder->tree.nodes[node].relation == TD_RELATION_CONJ && td_tree_is_verb(&coder->tree, node) &&
           (td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ) != TD_NONE ||
            td_tree_child(&coder->tree, node, TD_RELATION_NSUBJ_PASS) != TD_NONE);
}

/* The predicate and the clauses above it. */
static td_chain read_chain(const td_coder *coder, const td_predicate *predicate) {
    td_chain chain = {.nodes = {predicate->node}, .count = 1, .own = 1, .spoken = 1};
    bool own = true, spoken = true;
    uint32_t node = predicate->node;
    while (chain.count < MOST_LEVELS) {
        uint32_t above;
        td_slot link;
        enum td_relation relation = coder->tree.nodes[node].relation;
        const td_governor *governor = td_governor_of(coder, node, &above, &link);
        if (above == TD_NONE || relation == TD_RELATION_ACL_RELCL) break;
        if (relation == TD_RELATION_CONJ) above = coder->tree.nodes[node].head;
        own = own && is_own_clause(governor, relation) && !stands_beside(coder, node);
        spoken = spoken && (own || (governor && governor->effect == TD_GOVERNOR_EMBED));
        chain.nodes[chain.count++] = above;
        if (own) chain.own = chain.count;
        if (spoken) chain.spoken = chain.count;
        node = above;
    }
    return chain;
}

static uint32_t level_of(const td_chain *chain, uint32_t node) {
    for (uint32_t i = 0; i < chain->count; i++)
        if (chain->nodes[i] == node) return i;
    return TD_NONE;
}

typedef struct td_found_time {
    td_index time;
    uint32_t level;
    uint32_t node;
} td_found_time;

static uint32_t distance(uint32_t a, uint32_t b) {
    return a < b ? b - a : a - b;
}

/* The time of the lowest level below `levels`, the nearest of equals. */
static td_found_time find_time(const td_coder *coder, const td_predicate *predicate, const td_chain *chain,
                               uint32_t levels) {
    const td_report *report = coder->report;
    td_span sentence = report->sentences.items[coder->tree.sentence].span;
    td_found_time best = {TD_NONE, TD_NONE, TD_NONE};
    uint32_t low = 0, high = report->times.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->times.items[middle].span.start < sentence.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < report->times.count && report->times.items[low].span.start < sentence.end; low++) {
        const td_time *time = &report->times.items[low];
        if (!td_interval_known(time->interval) || time->type == TD_TIME_SET) continue;
        uint32_t node = td_tree_span_head(&coder->tree, time->span);
        if (node == TD_NONE) continue;
        uint32_t host = host_of(coder, node, predicate);
        uint32_t level = host == TD_NONE ? TD_NONE : level_of(chain, host);
        if (level == TD_NONE || level >= levels) continue;
        bool better =
            best.time == TD_NONE || level < best.level ||
            (level == best.level && distance(node, chain->nodes[level]) < distance(best.node, chain->nodes[level]));
        if (better) best = (td_found_time){low, level, node};
    }
    return best;
}

static td_found_time find_time_below(const td_coder *coder, const td_predicate *predicate) {
    td_found_time found = {TD_NONE, TD_NONE, TD_NONE};
    for (td_each_child(c, &coder->tree, predicate->node)) {
        if (found.time != TD_NONE || !td_is_how_clause(coder, c)) continue;
        td_chain clause = {.nodes = {c}, .count = 1, .own = 1, .spoken = 1};
        found = find_time(coder, predicate, &clause, 1);
    }
    return found;
}

static bool is_speech_act(enum td_modality modality) {
    return modality == TD_MODALITY_ORDERED || modality == TD_MODALITY_ANNOUNCED || modality == TD_MODALITY_AGREED ||
           modality == TD_MODALITY_CALLED_FOR || modality == TD_MODALITY_DENIED || modality == TD_MODALITY_REFUSED;
}

static bool is_ahead(enum td_modality modality) {
    return modality == TD_MODALITY_PLANNED || modality == TD_MODALITY_EXPECTED || modality == TD_MODALITY_POSSIBLE ||
           modality == TD_MODALITY_HOPED;
}

static bool is_fact(enum td_modality modality) {
    return modality == TD_MODALITY_HAPPENED || modality == TD_MODALITY_ENDED || modality == TD_MODALITY_BEGUN ||
           modality == TD_MODALITY_UNDER_WAY;
}

/* "facilities captured by the sect": done by then, on a day that the text does not give. */
static bool is_described(const td_coder *coder, const td_predicate *predicate, const td_event *event) {
    const td_node *here = &coder->tree.nodes[predicate->node];
    uint32_t noun = here->head;
    bool participle = !predicate->nominal && here->relation == TD_RELATION_ACL &&
                      here->token->features & TD_FEATURE_PARTICIPLE && !(here->token->features & TD_FEATURE_GERUND);
    /* "20 people killed in the raid" is the news itself */
    if (!participle || noun == TD_NONE || event->ledgers & (1U << TD_LEDGER_TOLL)) return false;
    enum td_relation relation = coder->tree.nodes[noun].relation;
    return relation != TD_RELATION_ROOT && relation != TD_RELATION_OTHER;
}

/* "had left" in what somebody is reported to say is his past, not the reporter's; in "after he had left" the clause's.
 */
static bool is_told_as_past(const td_coder *coder, const td_predicate *predicate, const td_standing *standing,
                            const td_event *event) {
    if (is_described(coder, predicate, event)) return event->modality == TD_MODALITY_HAPPENED;
    bool reported = event->source != TD_NONE || event->quote != TD_NONE || standing->speaker != TD_NONE;
    return standing->past_perfect && !reported && coder->tree.nodes[predicate->node].relation != TD_RELATION_ADVCL;
}

/* Told for context: over well before publication, or "had ..." outside reported speech. */
static bool is_history(const td_coder *coder, bool told_as_past, const td_event *event) {
    td_interval published = coder->report->published.interval;
    if (!is_fact(event->modality)) return false;
    bool known = published.from != TD_DAY_UNKNOWN;
    if (event->time != TD_NONE && event->interval.to != TD_DAY_UNKNOWN && known)
        return event->interval.to < published.from - NEWS_DAYS;
    if (event->time != TD_NONE && event->interval.to == TD_DAY_UNKNOWN && event->modality == TD_MODALITY_UNDER_WAY)
        return false;
    return told_as_past;
}

/* "has held": up to now, whenever it began. */
static bool has_lasted(const td_coder *coder, const td_predicate *predicate) {
    for (td_each_child(c, &coder->tree, predicate->node))
        if (coder->tree.nodes[c].relation == TD_RELATION_AUX &&
            (td_node_is(coder, c, "has") || td_node_is(coder, c, "have")))
            return true;
    return false;
}

static bool is_month(td_view value) {
    return value.size >= 7 && value.bytes[4] == '-' && value.bytes[5] >= '0' && value.bytes[5] <= '1';
}

static bool gives_year(td_view text) {
    for (size_t i = 0; i + 4 <= text.size; i++) {
        size_t digits = 0;
        while (digits < 4 && text.bytes[i + digits] >= '0' && text.bytes[i + digits] <= '9') digits++;
        if (digits == 4) return true;
    }
    return false;
}

/* "shot it down in November", told in March: the last November, whichever the date alone would mean. */
static bool lies_in_last_year(const td_coder *coder, const td_predicate *predicate, const td_time *time) {
    td_day published = coder->report->published.interval.to;
    bool past = coder->tree.nodes[predicate->node].token->features & (TD_FEATURE_PAST | TD_FEATURE_PARTICIPLE);
    bool future = published != TD_DAY_UNKNOWN && time->interval.from != TD_DAY_UNKNOWN &&
                  time->interval.to != TD_DAY_UNKNOWN && time->interval.from > published;
    return past && future && time->type == TD_TIME_DATE && is_month(time->value) &&
           !gives_year(td_span_text(coder->report->text, time->span));
}

/* "since Monday" runs on to publication, "until Monday" ends there. */
static td_interval interval_of(const td_coder *coder, const td_predicate *predicate, const td_event *event,
                               const td_found_time *found) {
    td_interval interval = coder->report->times.items[found->time].interval;
    if (event->modality == TD_MODALITY_UNDER_WAY && has_lasted(coder, predicate) &&
        interval.to < coder->report->published.interval.to)
        interval.to = coder->report->published.interval.to;
    uint32_t preposition = td_tree_child(&coder->tree, found->node, TD_RELATION_CASE);
    if (preposition == TD_NONE) preposition = td_tree_child(&coder->tree, found->node, TD_RELATION_MARK);
    if (preposition == TD_NONE) return interval;
    if (td_node_is(coder, preposition, "since") && event->modality == TD_MODALITY_UNDER_WAY)
        interval.to = coder->report->published.interval.to;
    bool until = td_node_is(coder, preposition, "until") || td_node_is(coder, preposition, "till");
    if (until) interval.from = TD_DAY_UNKNOWN;
    return interval;
}

static void take_time(const td_coder *coder, const td_predicate *predicate, td_event *event, const td_found_time *found,
                      const char *where) {
    td_index time = found->time;
    event->time = time;
    event->interval = interval_of(coder, predicate, event, found);
    if (lies_in_last_year(coder, predicate, &coder->report->times.items[time])) {
        event->interval.from = td_day_add_months(event->interval.from, -12);
        event->interval.to = td_day_add_months(event->interval.to, -12);
    }
    char from[11] = "?", to[11] = "?";
    if (event->interval.from != TD_DAY_UNKNOWN) td_day_format(event->interval.from, from);
    if (event->interval.to != TD_DAY_UNKNOWN) td_day_format(event->interval.to, to);
    bool day = td_interval_exact(event->interval);
    td_reason(coder, event, "Time: \"%.*s\", %s, is %s%s%s.",
              TD_VIEW_ARGUMENTS(td_span_text(coder->report->text, coder->report->times.items[time].span)), where, from,
              day ? "" : " to ", day ? "" : to);
}

/* "has killed 4,000 people": a total so far, not the toll of the day. */
static bool is_running_total(const td_coder *coder, const td_event *event) {
    for (uint32_t i = 0; i < event->figures.count; i++)
        if (coder->report->figures.items[event->figures.items[i]].cumulative) return true;
    return false;
}

static void take_publication(const td_coder *coder, bool told_as_past, td_event *event) {
    td_interval published = coder->report->published.interval;
    if (is_running_total(coder, event)) {
        event->interval = (td_interval){TD_DAY_UNKNOWN, published.to};
        td_reason(coder, event, "Time: none is given; its figure is a total up to publication.");
    } else if (told_as_past) {
        event->interval = (td_interval){TD_DAY_UNKNOWN, published.to};
        td_reason(coder, event, "Time: none is given; told as history, so before publication.");
    } else if (is_ahead(event->modality)) {
        event->interval = (td_interval){published.from, TD_DAY_UNKNOWN};
        td_reason(coder, event, "Time: none is given; still to come at publication.");
    } else {
        event->interval = published;
        td_reason(coder, event,
                  td_interval_known(published) ? "Time: none is given; the day of publication."
                                               : "Time: none is given, nor is the day of publication known.");
    }
}

/* "anticipates a meeting in Niamey in late March": days to come, told behind what is to come, are its own. */
static td_found_time find_time_ahead(const td_coder *coder, const td_predicate *predicate, const td_chain *chain,
                                     const td_event *event) {
    const td_found_time none = {TD_NONE, TD_NONE, TD_NONE};
    bool unreal = is_ahead(event->modality) || is_speech_act(event->modality);
    td_day published = coder->report->published.interval.to;
    if (!predicate->nominal || !unreal || chain->count < 2 || published == TD_DAY_UNKNOWN) return none;
    td_found_time found = find_time(coder, predicate, chain, 2);
    if (found.time == TD_NONE || found.node < predicate->node) return none;
    td_day from = coder->report->times.items[found.time].interval.from;
    return from != TD_DAY_UNKNOWN && from > published ? found : none;
}

void td_event_time(const td_coder *coder, const td_predicate *predicate, const td_standing *standing, td_event *event) {
    td_chain chain = read_chain(coder, predicate);
    bool told_as_past = is_told_as_past(coder, predicate, standing, event);
    td_found_time found = find_time(coder, predicate, &chain, chain.own);
    if (found.time != TD_NONE) {
        take_time(coder, predicate, event, &found, "in its clause");
    } else if ((found = find_time_below(coder, predicate)).time != TD_NONE) {
        take_time(coder, predicate, event, &found, "in the clause that tells how");
        found.level = 0;
    } else if ((found = find_time_ahead(coder, predicate, &chain, event)).time != TD_NONE) {
        take_time(coder, predicate, event, &found, "behind it, and still to come");
    } else if (is_speech_act(event->modality) &&
               (found = find_time(coder, predicate, &chain, chain.spoken)).time != TD_NONE) {
        take_time(coder, predicate, event, &found, "when that was said");
    } else if (!predicate->nominal && !is_ahead(event->modality) && !told_as_past &&
               (found = find_time(coder, predicate, &chain, chain.count)).time != TD_NONE) {
        take_time(coder, predicate, event, &found, "in the clause above");
    } else {
        take_publication(coder, told_as_past, event);
    }
    td_interval published = coder->report->published.interval;
    bool to_come = event->time != TD_NONE && event->interval.from != TD_DAY_UNKNOWN && published.to != TD_DAY_UNKNOWN &&
                   event->interval.from > published.to;
    if (to_come && is_fact(event->modality) && (found.level < chain.own || (predicate->nominal && found.level == 1))) {
        event->modality = TD_MODALITY_PLANNED;
        td_reason(coder, event, "Modality: planned, as its time is after publication.");
    }
    event->background = is_history(coder, told_as_past && !is_described(coder, predicate, event), event);
}
