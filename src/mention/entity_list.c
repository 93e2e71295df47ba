/*
 * The list of entities while a report is read.
 * Input: candidates as the steps settle them. Output: report->entities with names, aliases and notes.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "mention/naming.h"

#define MOST_ALIASES 12

td_candidate td_candidate_over(td_index sentence, td_index first, td_index end) {
    return (td_candidate){.first = first,
                          .end = end,
                          .sentence = sentence,
                          .form = TD_FORM_NAME,
                          .body = TD_NONE,
                          .role_first = TD_NONE,
                          .role_end = TD_NONE,
                          .container = TD_NONE,
                          .entity = TD_NONE};
}

const td_phrase *td_reading_of(const td_phrase *phrases, uint32_t count, enum td_phrase_kind kind) {
    for (uint32_t i = 0; i < count; i++)
        if (phrases[i].kind == kind) return &phrases[i];
    return NULL;
}

int td_country_slot(const char country[3]) {
    if (country[0] < 'A' || country[0] > 'Z' || country[1] < 'A' || country[1] > 'Z') return -1;
    return (country[0] - 'A') * 26 + (country[1] - 'A');
}

void td_country_of_id(uint32_t id, char country[3]) {
    country[0] = (char)(id >> 8 & 0xFF);
    country[1] = (char)(id & 0xFF);
    country[2] = 0;
}

td_index td_entity_add(td_naming *naming, enum td_entity_kind kind, td_view name) {
    td_entity *entity = td_push(naming->arena, &naming->report->entities);
    entity->kind = kind;
    entity->name = name;
    *td_push(naming->arena, &naming->notes) = (td_entity_note){.actor = TD_NONE, .place = TD_NONE};
    return naming->report->entities.count - 1;
}

/* The gender that a given name tells, 0 where none. */
static char gender_of_name(const td_naming *naming, td_view name) {
    td_view first;
    if (!td_view_split(&name, ' ', &first)) return 0;
    const td_name_word *word = td_names_find(naming->names, td_word_key(first));
    td_view value = td_name_is(word, TD_NAME_GIVEN) ? word->values[TD_NAME_GIVEN] : TD_VIEW_ABSENT;
    return value.size ? value.bytes[0] : 0;
}

td_index td_entity_of_actor(td_naming *naming, uint32_t actor) {
    bool added;
    td_index *slot = td_map_put(&naming->of_actor, actor, naming->report->entities.count, &added);
    if (!added) return *slot;
    td_index index = *slot;
    td_actor known = td_actors_get(naming->actors, actor);
    td_entity_add(naming, known.kind, known.name);
    td_entity *entity = &naming->report->entities.items[index];
    entity->knowledge = known.knowledge;
    memcpy(entity->country, known.country, sizeof entity->country);
    td_entity_note *note = &naming->notes.items[index];
    note->actor = actor;
    if (known.kind == TD_ENTITY_PERSON) note->gender = gender_of_name(naming, known.name);
    return index;
}

td_index td_entity_of_place(td_naming *naming, uint32_t place) {
    bool added;
    td_index *slot = td_map_put(&naming->of_place, place, naming->report->entities.count, &added);
    if (!added) return *slot;
    td_index index = *slot;
    td_gazetteer_place known = td_places_get(naming->places, place);
    td_entity_add(naming, known.kind, known.name);
    td_entity *entity = &naming->report->entities.items[index];
    memcpy(entity->country, known.country, sizeof entity->country);
    entity->place = (td_place){.latitude = known.latitude,
                               .longitude = known.longitude,
                               .precision = known.precision,
                               .gazetteer = known.gazetteer,
                               .gazetteer_id = known.gazetteer_id,
                               .region = known.region};
    entity->place.known = known.latitude == known.latitude && known.longitude == known.longitude; /* not NAN */
    naming->notes.items[index].place = place;
    return index;
}

static void note_alias(td_naming *naming, td_entity *entity, td_index index, td_view text) {
    if (td_view_equal(text, entity->name) || entity->aliases.count >= MOST_ALIASES) return;
    bool added;
    td_map_put(&naming->seen_names, td_hash_mix(td_hash(text), index), 1, &added);
    if (added) *td_push(naming->arena, &entity->aliases) = text;
}

static bool is_ascii(td_view text) {
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.bytes[i] >= 0x80) return false;
    return true;
}

void td_entity_mention(td_naming *naming, td_index candidate, td_index entity) {
    td_candidate *mention = &naming->candidates.items[candidate];
    td_entity *known = &naming->report->entities.items[entity];
    td_entity_note *note = &naming->notes.items[entity];
    mention->entity = entity;
    note->mentions++;
    if (mention->form != TD_FORM_NAME) return;
    mention->kind = known->kind;
    if (!note->gender) note->gender = mention->gender;
    td_view text = td_candidate_text(naming, mention);
    /* English text calls Genève Geneva: a place goes by the plainer of both */
    if (note->place != TD_NONE && is_ascii(text) && !is_ascii(known->name)) known->name = text;
    bool longer = note->actor == TD_NONE && note->place == TD_NONE && text.size > known->name.size;
    if (longer) {
        td_view shorter = known->name;
        known->name = text;
        note_alias(naming, known, entity, shorter);
    } else {
        note_alias(naming, known, entity, text);
    }
}

uint64_t td_candidate_key(const td_naming *naming, const td_candidate *candidate) {
    uint64_t key = 0;
    for (td_index i = candidate->first; i < candidate->end; i++) {
        const td_token *token = td_naming_token(naming, i);
        bool skipped =
            token->part_of_speech == TD_POS_PUNCTUATION || td_token_is(naming, i, "-") || td_token_is(naming, i, "the");
        bool particle =
            td_name_is(td_names_find(naming->names, token->key), TD_NAME_PARTICLE) && i + 1 < candidate->end;
        if (!skipped && !particle) key = td_hash_mix(key, token->key);
    }
    return key;
}

static int compare_candidates(const void *a, const void *b) {
    const td_candidate *left = a, *right = b;
    if (left->first != right->first) return left->first < right->first ? -1 : 1;
    if (left->end != right->end) return left->end > right->end ? -1 : 1;
    return (int)left->form - (int)right->form;
}

void td_candidates_sort(td_naming *naming) {
    if (naming->candidates.count)
        qsort(naming->candidates.items, naming->candidates.count, sizeof *naming->candidates.items, compare_candidates);
}
