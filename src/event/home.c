/*
 * Countries of parties that a text names no further.
 * Input: an event with its arguments and its place. Output: actors and targets by country. People who act at home
 * ("police", "students") are of the country in which they act, or else of the only one that the sentence names for a
 * matter at home, or of the dateline's; an act in another's country concerns that country, or the place there where
 * none names the country.
 */

#include <string.h>

#include "event/coding.h"

#define MOST_LOOKED_AT 1000 /* entities; who is named later than so many is no party to this */

td_index td_country_entity(const td_coder *coder, const char country[3]) {
    for (td_index i = 0; i < coder->report->entities.count && i < MOST_LOOKED_AT; i++) {
        const td_entity *entity = &coder->report->entities.items[i];
        if (td_entity_classes(entity) & TD_CLASS_COUNTRY && strcmp(entity->country, country) == 0) return i;
    }
    return TD_NONE;
}

static const td_entity *entity_at(const td_coder *coder, td_index index) {
    return &coder->report->entities.items[index];
}

/* --- at home ----------------------------------------------------------------------- */

/* The noun of a party that acts at home and is not named: TD_NONE where there is none. */
static uint32_t unnamed_actor(const td_coder *coder, const td_predicate *predicate) {
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        uint32_t node = predicate->arguments[i].node;
        const td_frame_need local = {.classes = coder->local_class}; /* also "hundreds of students" */
        if (predicate->arguments[i].roles & TD_ROLE_ACTOR && td_phrase_meets(coder, node, &local)) return node;
    }
    return TD_NONE;
}

/* The country entity that the event's place lies in, TD_NONE where none is named. */
static td_index country_of_place(const td_coder *coder, const td_event *event) {
    if (event->place == TD_NONE) return TD_NONE;
    return td_country_entity(coder, entity_at(coder, event->place)->country);
}

static void take_home(const td_coder *coder, const td_predicate *predicate, bool placed, td_event *event) {
    uint32_t node = event->actors.count ? TD_NONE : unnamed_actor(coder, predicate);
    if (node == TD_NONE) return;
    td_index home = placed ? country_of_place(coder, event) : TD_NONE;
    const char *why = "the country of its place";
    if (home == TD_NONE) {
        td_index told = td_sentence_home(coder, event->sentence);
        home = told == TD_NONE ? TD_NONE : td_country_entity(coder, entity_at(coder, told)->country);
        why = "the one country that the sentence names";
    }
    if (home == TD_NONE && coder->tree.dateline.place != TD_NONE) {
        home = td_country_entity(coder, entity_at(coder, coder->tree.dateline.place)->country);
        why = "the country of the dateline";
    }
    if (home == TD_NONE) return;
    *td_push(coder->arena, &event->actors) = home;
    td_reason(coder, event, "Actor: \"%.*s\", named no further, of %s.",
              TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, node)), why);
}

/* --- abroad ------------------------------------------------------------------------ */

static bool is_abroad(const td_coder *coder, const td_index_array *actors, const char *country) {
    bool known = false;
    for (uint32_t i = 0; i < actors->count; i++) {
        const td_entity *actor = entity_at(coder, actors->items[i]);
        if (actor->country[0] && strcmp(actor->country, country) == 0) return false;
        /* a body that the lexicon knows without a country is of none: the United Nations */
        known |= actor->country[0] || (actor->kind == TD_ENTITY_ORGANISATION && td_view_present(actor->knowledge));
    }
    return known;
}

/* Acts whose country is a party to them: a raid, aid, an embargo, troops that come or go. */
static bool touches_country(const td_event *event) {
    bool moves = event->type == TD_EVENT_MOBILIZE ||
                 (event->type == TD_EVENT_RETREAT && td_view_equal(event->mode, TD_VIEW("withdraw")));
    return moves || event->type == TD_EVENT_ASSAULT || event->type == TD_EVENT_AID ||
           event->type == TD_EVENT_SANCTION || event->type == TD_EVENT_COERCE;
}

/* "raided camps in Mali", "withdrew its troops from Mali", "suspended aid in Bamako". */
static void take_country_as_target(const td_coder *coder, td_event *event) {
    if (!touches_country(event) || event->targets.count || event->actors.count == 0) return;
    const td_index places[] = {event->place_from, event->place_to, event->place};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i] == TD_NONE) continue;
        const char *country = entity_at(coder, places[i])->country;
        if (!country[0] || !is_abroad(coder, &event->actors, country)) continue;
        td_index target = td_country_entity(coder, country);
        bool place = target == TD_NONE && entity_at(coder, places[i])->kind == TD_ENTITY_PLACE;
        if (target == TD_NONE && !place) continue;
        *td_push(coder->arena, &event->targets) = place ? places[i] : target;
        td_reason(coder, event, "Target: %s in which it is done.", place ? "the place" : "the country");
        return;
    }
}

void td_event_home(const td_coder *coder, const td_predicate *predicate, bool placed, td_event *event) {
    take_home(coder, predicate, placed, event);
    if (placed) take_country_as_target(coder, event);
}
