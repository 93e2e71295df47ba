/*
 * Profiles of events.
 * Input: an event of an outline. Output: the keys and days by which it is
 * known again in other reports.
 */

#include "resolve/event_profile.h"

#include <math.h>

#include "base/hash.h"
#include "lexicon/word_key.h"

#define RARE_WORD 1.5 /* rarity: held by less than about a fifth of the families */

bool td_key_set_has(const td_key_set *set, uint64_t key) {
    for (uint32_t at = 0; at < set->count; at++)
        if (set->keys[at] == key) return true;
    return false;
}

void td_key_set_add(td_key_set *set, uint64_t key) {
    if (key && set->count < TD_PROFILE_KEYS && !td_key_set_has(set, key)) set->keys[set->count++] = key;
}

bool td_key_set_meets(const td_key_set *a, const td_key_set *b) {
    for (uint32_t at = 0; at < a->count; at++)
        if (td_key_set_has(b, a->keys[at])) return true;
    return false;
}

static void add_all(td_key_set *set, const td_key_set *more) {
    for (uint32_t at = 0; at < more->count; at++) td_key_set_add(set, more->keys[at]);
}

static void add_entities(const td_comparison *comparison, td_key_set *set, const uint64_t *keys) {
    for (uint32_t at = 0; at < TD_OUTLINE_ARGUMENTS; at++)
        td_key_set_add(set, td_comparison_entity(comparison, keys[at]));
}

/* The words of the object that few reports hold tell one withdrawal from another. */
static void add_object_words(const td_comparison *comparison, const td_outline *outline, const td_outline_event *event,
                             td_key_set *set) {
    td_view words = td_outline_view(outline, event->object_text), word;
    while (td_view_split(&words, ' ', &word)) {
        uint64_t key = word.size > 3 ? td_word_key(word) : 0;
        bool known = key && td_map_get(&comparison->frequency, key);
        if (known && td_comparison_rarity(comparison, key) >= RARE_WORD) td_key_set_add(set, key);
    }
}

static td_interval meet(td_interval a, td_interval b) {
    if (!td_interval_known(a)) return b;
    if (!td_interval_known(b)) return a;
    return td_interval_overlaps(a, b) ? td_interval_intersect(a, b) : td_interval_cover(a, b);
}

static td_interval span_of(td_interval a, td_interval b) {
    if (!td_interval_known(a)) return b;
    return td_interval_known(b) ? td_interval_cover(a, b) : a;
}

static void add_figures(const td_outline *outline, const td_outline_event *event, td_figure_range *toll) {
    for (uint32_t slot = 0; slot < TD_OUTLINE_FIGURES; slot++) {
        if (event->figures[slot] >= outline->figures.count) continue;
        const td_outline_figure *figure = &outline->figures.items[event->figures[slot]];
        if (figure->category < TD_FIGURE_COUNT && !td_figure_range_known(toll[figure->category]))
            toll[figure->category] = td_figure_range_of(figure);
    }
}

td_event_profile td_event_profile_of(const td_comparison *comparison, td_index report, uint32_t at) {
    const td_outline *outline = &comparison->outlines[report];
    const td_outline_event *event = &outline->events.items[at];
    td_event_profile profile = {.type = (enum td_event_type)event->type,
                                .mode = event->mode.size ? td_hash(td_outline_view(outline, event->mode)) : 0,
                                .dated = event->dated ? event->interval : TD_INTERVAL_OPEN,
                                .hard = TD_INTERVAL_OPEN,
                                .told = event->dated ? event->interval : outline->published,
                                .first_report = report,
                                .background = event->background,
                                .one_report = true,
                                .members = 1};
    if (event->dated && td_interval_exact(event->interval)) profile.hard = event->interval;
    td_key_set_add(&profile.lemmas, event->trigger_lemma);
    if (event->frame.size) td_key_set_add(&profile.frames, td_hash(td_outline_view(outline, event->frame)));
    add_entities(comparison, &profile.actors, event->actors);
    add_entities(comparison, &profile.targets, event->targets);
    add_entities(comparison, &profile.objects, event->objects);
    td_key_set_add(&profile.places, td_comparison_entity(comparison, event->place));
    td_key_set_add(&profile.ends, td_comparison_entity(comparison, event->place_from));
    td_key_set_add(&profile.ends, td_comparison_entity(comparison, event->place_to));
    add_object_words(comparison, outline, event, &profile.object_words);
    for (uint32_t category = 0; category < TD_FIGURE_COUNT; category++) profile.toll[category] = td_figure_range_none();
    add_figures(outline, event, profile.toll);
    return profile;
}

void td_event_profile_add(td_event_profile *profile, const td_event_profile *other) {
    if (!profile->mode) profile->mode = other->mode;
    add_all(&profile->lemmas, &other->lemmas);
    add_all(&profile->frames, &other->frames);
    add_all(&profile->actors, &other->actors);
    add_all(&profile->targets, &other->targets);
    add_all(&profile->objects, &other->objects);
    add_all(&profile->places, &other->places);
    add_all(&profile->ends, &other->ends);
    add_all(&profile->object_words, &other->object_words);
    profile->dated = meet(profile->dated, other->dated);
    profile->hard = span_of(profile->hard, other->hard);
    profile->told = span_of(profile->told, other->told);
    for (uint32_t category = 0; category < TD_FIGURE_COUNT; category++)
        if (!td_figure_range_known(profile->toll[category])) profile->toll[category] = other->toll[category];
    profile->one_report = profile->one_report && other->one_report && profile->first_report == other->first_report;
    profile->background = profile->background && other->background;
    if (other->first_report < profile->first_report) profile->first_report = other->first_report;
    profile->members += other->members;
}

uint32_t td_event_profile_detail(const td_event_profile *profile) {
    uint32_t detail = (td_interval_known(profile->hard) ? 3U : 0U) + (td_interval_known(profile->dated) ? 1U : 0U);
    detail += (profile->actors.count ? 2U : 0U) + (profile->targets.count ? 1U : 0U);
    return detail + (profile->places.count ? 2U : 0U) + (profile->ends.count ? 1U : 0U) + (profile->mode ? 1U : 0U);
}
