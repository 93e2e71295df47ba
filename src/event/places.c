/*
 * Where an event takes place.
 * Input: a predicate with its arguments. Output: place, place_from, place_to of the event. Precedence, the first that
 * gives a place: what the frame calls its place; a phrase of place ("in", "near") on the predicate; one inside its
 * object, target or actor phrase, or another of its phrases; one in the clause that tells how ("when shells hit"); one
 * on a clause above; where the event moves from or to; and, for acts on the ground alone, that of the event before it
 * in the same sentence or paragraph, or of the dateline in a report's lead.
 */

#include <string.h>

#include "event/coding.h"

#define PLACES (TD_CLASS_OF_KIND(TD_ENTITY_PLACE) | TD_CLASS_OF_KIND(TD_ENTITY_FACILITY))
#define MOST_LEVELS 8
#define LEAD_SENTENCES 3 /* a headline among them */
#define PLACE_REACH 3    /* sentences; further on, a paragraph may have moved elsewhere */

/* Larger is more exact. */
static int exactness(const td_entity *entity) {
    static const int ranks[TD_PRECISION_COUNT] = {
        [TD_PRECISION_NONE] = 1,     [TD_PRECISION_COUNTRY] = 2,    [TD_PRECISION_SEA] = 2,  [TD_PRECISION_REGION] = 3,
        [TD_PRECISION_DISTRICT] = 4, [TD_PRECISION_SETTLEMENT] = 5, [TD_PRECISION_POINT] = 6};
    if (entity->kind == TD_ENTITY_FACILITY) return 7;
    return entity->place.known ? ranks[entity->place.precision] : ranks[TD_PRECISION_NONE];
}

static bool is_placed(const td_coder *coder, const td_mention *mention) {
    if (mention->entity == TD_NONE || (!td_mention_is_named(mention) && mention->form != TD_FORM_NOMINAL)) return false;
    return td_entity_classes(&coder->report->entities.items[mention->entity]) & PLACES;
}

/* "the US ambassador", "Chad's envoy": whose he is, not where; "the Gao hospital" is in Gao. */
static bool is_whose(const td_coder *coder, uint32_t node, const td_mention *mention) {
    enum td_relation relation = coder->tree.nodes[node].relation;
    bool modifier =
        relation == TD_RELATION_COMPOUND || relation == TD_RELATION_NMOD_POSS || relation == TD_RELATION_AMOD;
    return modifier && td_entity_classes(&coder->report->entities.items[mention->entity]) & TD_CLASS_COUNTRY;
}

/* "in solidarity with Mali" is not in Mali: between the place and the head of the phrase stand only "of" and the like.
 */
static bool is_within(const td_coder *coder, uint32_t place, uint32_t node) {
    for (int steps = 0; steps < MOST_LEVELS && place != node; steps++) {
        uint32_t preposition = td_tree_child(&coder->tree, place, TD_RELATION_CASE);
        bool other =
            preposition != TD_NONE && coder->tree.nodes[place].relation != TD_RELATION_NMOD_POSS &&
            coder->tree.nodes[preposition].token->key != coder->of_key &&
            !(td_frames_classes(coder->frames, coder->tree.nodes[preposition].token->key) & coder->place_class);
        place = coder->tree.nodes[place].head;
        if (other || place == TD_NONE) return false;
    }
    return true;
}

/* The most exact place that the phrase of `node` names; the first of equals. */
static td_index place_in(const td_coder *coder, uint32_t node) {
    const td_tree *tree = &coder->tree;
    td_span phrase = td_tree_phrase(tree, node);
    td_index best = TD_NONE;
    for (uint32_t i = tree->nodes[node].left; i <= tree->nodes[node].right; i++) {
        if (tree->nodes[i].mention == TD_NONE || !td_span_contains(phrase, tree->nodes[i].token->span)) continue;
        const td_mention *mention = &coder->report->mentions.items[tree->nodes[i].mention];
        if (!is_placed(coder, mention)) continue;
        if (i != node && (is_whose(coder, i, mention) || !is_within(coder, i, node))) continue;
        bool better = best == TD_NONE || exactness(&coder->report->entities.items[mention->entity]) >
                                             exactness(&coder->report->entities.items[best]);
        if (better) best = mention->entity;
    }
    return best;
}

/* The first phrase of place among the dependents of `node`. */
static td_index place_beside(const td_coder *coder, uint32_t node, uint32_t *found) {
    td_slot link;
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        if (relation != TD_RELATION_OBL && relation != TD_RELATION_NMOD) continue;
        if (!td_link_of(coder, c, &link) || !(td_frames_classes(coder->frames, link.preposition) & coder->place_class))
            continue;
        td_index place = place_in(coder, c);
        if (place == TD_NONE) continue;
        *found = c;
        return place;
    }
    return TD_NONE;
}

static td_index place_of_role(const td_coder *coder, const td_predicate *predicate, uint32_t role, uint32_t *found) {
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        if (!(predicate->arguments[i].roles & role)) continue;
        td_index place = place_in(coder, predicate->arguments[i].node);
        if (place == TD_NONE) continue;
        *found = predicate->arguments[i].node;
        return place;
    }
    return TD_NONE;
}

static td_index place_of_frame(const td_coder *coder, const td_predicate *predicate, uint32_t *found) {
    return place_of_role(coder, predicate, TD_ROLE_PLACE, found);
}

static td_index place_beside_it(const td_coder *coder, const td_predicate *predicate, uint32_t *found) {
    return place_beside(coder, predicate->node, found);
}

/* On the phrase or one coordinated with it: "its airbase and a port in the south". */
static td_index place_on_phrase(const td_coder *coder, uint32_t node, uint32_t *found) {
    td_index place = place_beside(coder, node, found);
    for (td_each_child(c, &coder->tree, node)) {
        if (place != TD_NONE) break;
        if (coder->tree.nodes[c].relation == TD_RELATION_CONJ) place = place_beside(coder, c, found);
    }
    return place;
}

static td_index place_in_arguments(const td_coder *coder, const td_predicate *predicate, uint32_t *found) {
    static const uint32_t order[] = {TD_ROLE_OBJECT, TD_ROLE_TARGET, TD_ROLE_ACTOR};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (uint32_t i = 0; i < predicate->argument_count; i++) {
            if (!(predicate->arguments[i].roles & order[k])) continue;
            td_index place = place_on_phrase(coder, predicate->arguments[i].node, found);
            if (place != TD_NONE) return place;
        }
    return TD_NONE;
}

/* A phrase of place on the verb that bears a noun, or on a clause above; where somebody speaks is no place of the act.
 */
static td_index place_above(const td_coder *coder, const td_predicate *predicate, uint32_t *found) {
    uint32_t node = predicate->node;
    for (int level = 0; level < MOST_LEVELS; level++) {
        uint32_t above;
        td_slot link;
        const td_governor *governor = td_governor_of(coder, node, &above, &link);
        if (above == TD_NONE) return TD_NONE;
        bool speech = governor && (governor->effect == TD_GOVERNOR_REPORT || governor->effect == TD_GOVERNOR_CLAIM ||
                                   governor->effect == TD_GOVERNOR_EMBED);
        enum td_relation relation = coder->tree.nodes[node].relation;
        if (speech || relation == TD_RELATION_ACL_RELCL || relation == TD_RELATION_PARATAXIS) return TD_NONE;
        td_index place = place_beside(coder, above, found);
        if (place != TD_NONE) return place;
        node = above;
    }
    return TD_NONE;
}

/* "remained on alert in the north": on another phrase of the predicate. */
static td_index place_in_phrases(const td_coder *coder, const td_predicate *predicate, uint32_t *found) {
    td_index place = TD_NONE;
    for (td_each_child(c, &coder->tree, predicate->node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool phrase = relation == TD_RELATION_OBL || relation == TD_RELATION_XCOMP || relation == TD_RELATION_OBJ;
        if (place == TD_NONE && phrase && !td_tree_is_verb(&coder->tree, c)) place = place_on_phrase(coder, c, found);
    }
    return place;
}

/* "were killed when shells hit the market in the north": the clause that tells how. */
static td_index place_below(const td_coder *coder, const td_predicate *predicate, uint32_t *found) {
    td_index place = TD_NONE;
    for (td_each_child(c, &coder->tree, predicate->node)) {
        if (place != TD_NONE) break;
        if (td_is_how_clause(coder, c)) place = place_on_phrase(coder, c, found);
        for (td_each_child(d, &coder->tree, c))
            if (place == TD_NONE && coder->tree.nodes[d].relation == TD_RELATION_OBJ && td_is_how_clause(coder, c))
                place = place_on_phrase(coder, d, found);
    }
    return place;
}

/* Acts on the ground follow one another in one place; words do not. */
static bool is_on_the_ground(enum td_event_type type) {
    return type == TD_EVENT_ASSAULT || type == TD_EVENT_COERCE || type == TD_EVENT_MOBILIZE ||
           type == TD_EVENT_PROTEST || type == TD_EVENT_RETREAT || type == TD_EVENT_AID;
}

static void remember_place(td_coder *coder, const td_event *event) {
    coder->paragraph_place = event->place;
    coder->paragraph = coder->report->sentences.items[event->sentence].paragraph;
    coder->place_sentence = event->sentence;
}

static bool is_of_paragraph(const td_coder *coder, const td_event *event) {
    return coder->paragraph_place != TD_NONE &&
           coder->paragraph == coder->report->sentences.items[event->sentence].paragraph &&
           event->sentence <= coder->place_sentence + PLACE_REACH;
}

/* Deeds that the lead of a report tells are done at its dateline, unless whoever acts is of another country. */
static bool is_of_dateline(const td_coder *coder, const td_event *event) {
    bool deed = event->type == TD_EVENT_ASSAULT || event->type == TD_EVENT_COERCE || event->type == TD_EVENT_PROTEST;
    if (coder->tree.dateline.place == TD_NONE || event->sentence >= LEAD_SENTENCES || !deed) return false;
    if (event->modality != TD_MODALITY_HAPPENED && event->modality != TD_MODALITY_UNDER_WAY) return false;
    const char *country = coder->report->entities.items[coder->tree.dateline.place].country;
    for (uint32_t i = 0; i < event->actors.count; i++) {
        const char *own = coder->report->entities.items[event->actors.items[i]].country;
        if (own[0] && strcmp(own, country) != 0) return false;
    }
    return true;
}

/* What the sentence does not tell: the place of what goes before, or of the whole report. */
static void inherit_place(const td_coder *coder, td_event *event) {
    if (is_on_the_ground(event->type) && is_of_paragraph(coder, event)) {
        event->place = coder->paragraph_place;
        td_reason(coder, event, "Place: that of the event before it in the paragraph.");
    } else if (is_of_dateline(coder, event)) {
        event->place = coder->tree.dateline.place;
        td_reason(coder, event, "Place: that of the dateline.");
    } else {
        td_reason(coder, event, "Place: the text names none for it.");
    }
}

/* What the sentence tells, by the precedence above; `*found` is the phrase that tells it, `*where` how it stands. */
static td_index place_told(const td_coder *coder, const td_predicate *predicate, uint32_t *found, const char **where) {
    static const struct {
        td_index (*find)(const td_coder *, const td_predicate *, uint32_t *);
        const char *where;
    } steps[] = {
        {place_of_frame, "which its frame takes for its place"}, {place_beside_it, "in a phrase of place beside it"},
        {place_in_arguments, "inside what it is done to or by"}, {place_in_phrases, "inside a phrase that hangs on it"},
        {place_below, "in the clause that tells how"},           {place_above, "on a clause above it"},
    };
    td_index place = TD_NONE;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && place == TD_NONE; i++) {
        place = steps[i].find(coder, predicate, found);
        *where = steps[i].where;
    }
    return place;
}

bool td_event_place(td_coder *coder, const td_predicate *predicate, td_event *event) {
    uint32_t found = TD_NONE;
    bool told = true;
    event->place_from = place_of_role(coder, predicate, TD_ROLE_PLACE_FROM, &found);
    event->place_to = place_of_role(coder, predicate, TD_ROLE_PLACE_TO, &found);
    const char *where = "";
    event->place = place_told(coder, predicate, &found, &where);
    if (event->place != TD_NONE) {
        td_reason(coder, event, "Place: \"%.*s\", %s.", TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, found)), where);
    } else if (event->place_from != TD_NONE || event->place_to != TD_NONE) {
        event->place = event->place_from != TD_NONE ? event->place_from : event->place_to;
        td_reason(coder, event, "Place: where it moves %s.", event->place_from != TD_NONE ? "from" : "to");
    } else {
        told = false;
        inherit_place(coder, event);
    }
    if (event->place != TD_NONE && is_on_the_ground(event->type)) remember_place(coder, event);
    return told;
}
