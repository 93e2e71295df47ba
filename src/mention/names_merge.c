/*
 * Which names are one organisation, facility or piece of equipment.
 * Input: candidates that are no persons and no places of the gazetteer. Output: their entities.
 *
 * One entity for one actor of the lexicon, one body of one state, one sequence of words, and an abbreviation with
 * what it abbreviates: told in parentheses, or by its initials (Schwartz and Hearst 2003, simplified).
 */

#include <stdio.h>

#include "base/hash.h"
#include "mention/naming.h"

#define LONGEST_KNOWLEDGE 96

typedef struct td_merging {
    td_naming *naming;
    td_map by_initials; /* hash of initials to entity */
    td_map by_head;     /* head word of an organisation to the entity last named with it */
} td_merging;

/* ---- bodies of states ---- */

static td_index entity_of_body(td_naming *naming, const td_candidate *candidate) {
    td_state_body body = td_actors_body(naming->actors, candidate->body);
    uint32_t actor;
    if (td_view_equal(body.body, TD_VIEW("government")) &&
        td_actors_government(naming->actors, candidate->country, &actor))
        return td_entity_of_actor(naming, actor);
    char knowledge[LONGEST_KNOWLEDGE];
    int size = snprintf(knowledge, sizeof knowledge, "%.*s-%c%c", TD_VIEW_ARGUMENTS(body.body),
                        candidate->country[0] | 0x20, candidate->country[1] | 0x20);
    td_view name = {knowledge, size > 0 && size < LONGEST_KNOWLEDGE ? (size_t)size : 0};
    if (name.size && td_actors_find(naming->actors, name, &actor)) return td_entity_of_actor(naming, actor);
    bool added;
    td_index *slot = td_map_put(&naming->of_name, td_hash(name), naming->report->entities.count, &added);
    if (!added) return *slot;
    td_index index = *slot;
    td_entity_add(naming, TD_ENTITY_ORGANISATION, td_candidate_text(naming, candidate));
    naming->report->entities.items[index].knowledge = td_arena_copy(naming->arena, name);
    memcpy(naming->report->entities.items[index].country, candidate->country, 3);
    return index;
}

/* ---- abbreviations ---- */

/* The candidate before `number` whose abbreviation stands behind it in parentheses, or TD_NONE. */
static td_index told_in_parentheses(const td_naming *naming, td_index number) {
    const td_candidate *candidate = &naming->candidates.items[number];
    if (number == 0 || candidate->first == 0 || !td_token_is(naming, candidate->first - 1, "(")) return TD_NONE;
    const td_candidate *before = &naming->candidates.items[number - 1];
    bool adjacent = before->end + 1 == candidate->first && before->form == TD_FORM_NAME;
    bool longer = before->end - before->first > 1;
    return adjacent && longer && before->kind != TD_ENTITY_PERSON ? number - 1 : TD_NONE;
}

/* ---- names ---- */

static uint64_t head_of(const td_naming *naming, const td_candidate *candidate) {
    const td_token *tokens = naming->report->tokens.items;
    uint32_t bit = 1U << TD_NAME_ORGANISATION;
    const td_name_word *last = td_names_match_back(naming->names, tokens, candidate->first, candidate->end, bit);
    if (last) return tokens[candidate->end - 1].key;
    const td_name_word *first =
        td_names_match(naming->names, &tokens[candidate->first], candidate->end - candidate->first, bit);
    return first ? tokens[candidate->first].key : 0;
}

static void note_organisation(td_merging *merging, td_index number, td_index entity) {
    td_naming *naming = merging->naming;
    const td_candidate *candidate = &naming->candidates.items[number];
    if (!naming->notes.items[entity].head) naming->notes.items[entity].head = head_of(naming, candidate);
    uint64_t initials = td_name_initials(naming, candidate, false);
    if (initials) td_map_put(&merging->by_initials, initials, entity, NULL);
    uint64_t head = naming->notes.items[entity].head;
    if (head) *td_map_put(&merging->by_head, head, entity, NULL) = entity;
}

/* "the Observatory", "the Council": a head alone, with its capital, is the one last named with it. */
static td_index entity_of_head(const td_merging *merging, const td_candidate *candidate) {
    if (candidate->end - candidate->first != 1 || candidate->kind != TD_ENTITY_ORGANISATION) return TD_NONE;
    const td_index *entity = td_map_get(&merging->by_head, td_naming_token(merging->naming, candidate->first)->key);
    return entity ? *entity : TD_NONE;
}

static td_index entity_of_words(td_merging *merging, const td_candidate *candidate) {
    td_naming *naming = merging->naming;
    bool added;
    uint64_t key = td_candidate_key(naming, candidate);
    td_index *slot = td_map_put(&naming->of_name, key, naming->report->entities.count, &added);
    if (!added) return *slot;
    td_index index = *slot;
    td_entity_add(naming, candidate->kind, td_candidate_text(naming, candidate));
    memcpy(naming->report->entities.items[index].country, candidate->country, 3);
    return index;
}

static td_index entity_for(td_merging *merging, td_index number) {
    td_naming *naming = merging->naming;
    const td_candidate *candidate = &naming->candidates.items[number];
    const td_phrase *actor = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_ACTOR);
    if (actor) return td_entity_of_actor(naming, actor->id);
    if (candidate->body != TD_NONE && candidate->country[0]) return entity_of_body(naming, candidate);
    td_index long_form = told_in_parentheses(naming, number);
    if (long_form != TD_NONE && naming->candidates.items[long_form].entity != TD_NONE) {
        td_index entity = naming->candidates.items[long_form].entity;
        td_map_put(&naming->of_name, td_candidate_key(naming, candidate), entity, NULL);
        return entity;
    }
    uint64_t abbreviation = td_name_abbreviation(naming, candidate);
    const td_index *abbreviated = abbreviation ? td_map_get(&merging->by_initials, abbreviation) : NULL;
    if (abbreviated) return *abbreviated;
    td_index entity = entity_of_head(merging, candidate);
    return entity != TD_NONE ? entity : entity_of_words(merging, candidate);
}

static bool is_for_places(const td_candidate *candidate) {
    bool place = candidate->kind == TD_ENTITY_PLACE || candidate->kind == TD_ENTITY_FACILITY;
    return place && td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
}

void td_names_merge(td_naming *naming) {
    td_merging merging = {.naming = naming};
    td_map_init(&merging.by_initials, naming->arena);
    td_map_init(&merging.by_head, naming->arena);
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        bool named = (candidate->form == TD_FORM_NAME && !candidate->doubtful) || candidate->form == TD_FORM_NOMINAL;
        if (candidate->entity != TD_NONE || !named || candidate->kind == TD_ENTITY_PERSON || is_for_places(candidate))
            continue;
        td_index entity = entity_for(&merging, i);
        td_entity_mention(naming, i, entity);
        if (naming->report->entities.items[entity].kind == TD_ENTITY_ORGANISATION)
            note_organisation(&merging, i, entity);
    }
}
