/*
 * Which names are one person.
 * Input: candidates of kind person, and single words that may be somebody's last name. Output: their entities.
 *
 * Names in full come first and make the persons; a last name (or a first one) alone then belongs to the one person of
 * the report who bears it. Where two bear it and neither title nor earlier use tells, it stays unresolved.
 */

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "mention/naming.h"

#define MOST_OF_ONE_NAME 16   /* persons of one last name that are told apart */
#define LEAST_FOR_SPELLINGS 5 /* letters of a last name whose spellings may differ */

typedef struct td_person {
    td_index entity;
    uint64_t given, surname; /* word keys; given 0 where only the last name is known */
    td_view given_text;
    td_index next;     /* of the same last name, TD_NONE at the end */
    bool called_short; /* has been meant by the last name alone */
} td_person;

typedef struct td_persons {
    td_naming *naming;
    TD_ARRAY(td_person) list;
    td_map by_surname;  /* head of the chain in `list` */
    td_map by_spelling; /* transliteration key of a last name to its word key */
    td_map by_given;    /* person, or TD_NONE where several */
} td_persons;

/* The first and last word of a person's name; particles, initials and "Jr." aside. */
typedef struct td_name_parts {
    td_index given, surname; /* tokens; equal in a name of one word */
} td_name_parts;

static td_name_parts parts_of(const td_naming *naming, const td_candidate *candidate) {
    td_name_parts parts = {candidate->first, candidate->end - 1};
    while (parts.surname > candidate->first) {
        const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, parts.surname)->key);
        td_view text = td_naming_text(naming, parts.surname);
        bool mark = td_naming_token(naming, parts.surname)->part_of_speech == TD_POS_PUNCTUATION;
        if (!td_name_is(word, TD_NAME_SUFFIX) && !mark && text.size > 1) break;
        parts.surname--;
    }
    while (parts.given < parts.surname) {
        const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, parts.given)->key);
        if (!td_name_is(word, TD_NAME_PARTICLE) && !td_token_is(naming, parts.given, "-")) break;
        parts.given++;
    }
    return parts;
}

static bool is_initial(td_view text) {
    return text.size == 1 || (text.size == 2 && text.bytes[1] == '.');
}

static bool given_agree(const td_person *person, uint64_t given, td_view text) {
    if (person->given == given || person->given == 0) return true;
    bool initial = is_initial(person->given_text) || is_initial(text);
    return initial && person->given_text.size && person->given_text.bytes[0] == text.bytes[0];
}

static const td_index *chain_of(const td_persons *persons, uint64_t surname) {
    return td_map_get(&persons->by_surname, surname);
}

/* Put a person under its last name, whose spelling is `text`. */
static td_person *enter(td_persons *persons, td_person entered, td_view text) {
    td_index number = persons->list.count;
    bool added;
    td_index *head = td_map_put(&persons->by_surname, entered.surname, number, &added);
    td_person *person = td_push(persons->naming->arena, &persons->list);
    *person = entered;
    person->next = added ? TD_NONE : *head;
    *head = number;
    if (text.size >= LEAST_FOR_SPELLINGS) td_map_put(&persons->by_spelling, td_transliteration_key(text), number, NULL);
    td_entity_note *note = &persons->naming->notes.items[entered.entity];
    note->surname = entered.surname;
    note->given = entered.given;
    if (entered.given) {
        td_index *of_given = td_map_put(&persons->by_given, entered.given, number, &added);
        if (!added && *of_given != TD_NONE && persons->list.items[*of_given].entity != entered.entity)
            *of_given = TD_NONE;
    }
    return person;
}

/* The last name under which a differently spelt one is known, or the name itself. */
static uint64_t known_spelling(td_persons *persons, uint64_t surname, td_view text) {
    if (chain_of(persons, surname) || text.size < LEAST_FOR_SPELLINGS) return surname;
    const td_index *number = td_map_get(&persons->by_spelling, td_transliteration_key(text));
    return number ? persons->list.items[*number].surname : surname;
}

static td_person *find_full(td_persons *persons, uint64_t surname, uint64_t given, td_view given_text) {
    const td_index *head = chain_of(persons, surname);
    td_index at = head ? *head : TD_NONE;
    for (int k = 0; at != TD_NONE && k < MOST_OF_ONE_NAME; k++, at = persons->list.items[at].next)
        if (given_agree(&persons->list.items[at], given, given_text)) return &persons->list.items[at];
    return NULL;
}

static const td_phrase *person_reading(const td_naming *naming, const td_candidate *candidate) {
    for (uint32_t i = 0; i < candidate->phrase_count; i++) {
        const td_phrase *phrase = &candidate->phrases[i];
        if (phrase->kind == TD_PHRASE_ACTOR && td_actors_get(naming->actors, phrase->id).kind == TD_ENTITY_PERSON)
            return phrase;
    }
    return NULL;
}

static void settle_country(td_naming *naming, const td_candidate *candidate, td_index entity) {
    td_entity *known = &naming->report->entities.items[entity];
    if (!known->country[0] && candidate->role_first != TD_NONE)
        memcpy(known->country, candidate->country, sizeof known->country);
}

/* A name of two words or more, or one that the lexicon knows as somebody's. */
static void settle_full(td_persons *persons, td_index number) {
    td_naming *naming = persons->naming;
    td_candidate *candidate = &naming->candidates.items[number];
    td_name_parts parts = parts_of(naming, candidate);
    const td_phrase *reading = person_reading(naming, candidate);
    if (parts.given == parts.surname && !reading) return;
    uint64_t given = parts.given == parts.surname ? 0 : td_naming_token(naming, parts.given)->key;
    td_view given_text = td_naming_text(naming, parts.given);
    uint64_t surname =
        known_spelling(persons, td_naming_token(naming, parts.surname)->key, td_naming_text(naming, parts.surname));
    td_person *person = find_full(persons, surname, given, given_text);
    bool short_known = given == 0 && person && reading; /* "Assad" where Asma Assad was named */
    td_index entity = reading  ? td_entity_of_actor(naming, reading->id)
                      : person ? person->entity
                               : td_entity_add(naming, TD_ENTITY_PERSON, td_candidate_text(naming, candidate));
    if (short_known && person->entity != entity && !naming->notes.items[entity].mentions)
        return; /* as a short name, later */
    td_person entered = {.entity = entity, .given = given, .surname = surname, .given_text = given_text};
    if (!person || person->entity != entity)
        enter(persons, entered, td_naming_text(naming, parts.surname));
    else if (!person->given && given)
        person->given = given, person->given_text = given_text;
    settle_country(naming, candidate, entity);
    td_entity_mention(naming, number, entity);
}

/* Of the persons of one last name the one meant by it alone, or NULL. */
static td_person *find_short(td_persons *persons, const td_candidate *candidate, uint64_t surname, bool *several) {
    const td_index *head = chain_of(persons, surname);
    td_person *only = NULL, *called = NULL;
    uint32_t fitting = 0;
    td_index at = head ? *head : TD_NONE;
    for (int k = 0; at != TD_NONE && k < MOST_OF_ONE_NAME; k++, at = persons->list.items[at].next) {
        td_person *person = &persons->list.items[at];
        char gender = persons->naming->notes.items[person->entity].gender;
        if (candidate->gender && gender && gender != candidate->gender) continue;
        if (only && only->entity == person->entity) continue;
        fitting++;
        only = person;
        if (person->called_short) called = person;
    }
    *several = fitting > 1;
    return fitting == 1 ? only : called;
}

static td_person *find_given(td_persons *persons, const td_candidate *candidate, uint64_t key) {
    td_index *number = candidate->role_first == TD_NONE ? td_map_get(&persons->by_given, key) : NULL;
    return number && *number != TD_NONE ? &persons->list.items[*number] : NULL;
}

/* May a name of one word that is not known to be a person's be one? */
static bool may_be_person(const td_naming *naming, const td_candidate *candidate) {
    if (candidate->form != TD_FORM_NAME || candidate->body != TD_NONE) return false;
    if (candidate->kind == TD_ENTITY_PERSON) return true;
    if (candidate->located || candidate->place_noun) return false;
    const td_phrase *place = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
    bool country = place && td_places_get(naming->places, place->id).precision == TD_PRECISION_COUNTRY;
    bool actor = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_ACTOR) != NULL;
    return !country && !actor && candidate->kind != TD_ENTITY_EQUIPMENT && candidate->kind != TD_ENTITY_FACILITY;
}

/* A name of one word. */
static void settle_short(td_persons *persons, td_index number) {
    td_naming *naming = persons->naming;
    td_candidate *candidate = &naming->candidates.items[number];
    td_name_parts parts = parts_of(naming, candidate);
    if (parts.given != parts.surname || !may_be_person(naming, candidate)) return;
    const td_token *token = td_naming_token(naming, parts.surname);
    bool several = false, person_like = candidate->kind == TD_ENTITY_PERSON;
    uint64_t surname =
        person_like ? known_spelling(persons, token->key, td_naming_text(naming, parts.surname)) : token->key;
    td_person *person = find_short(persons, candidate, surname, &several);
    if (!person && !several) person = find_given(persons, candidate, token->key);
    if (!person && (!person_like || candidate->doubtful)) return;
    candidate->kind = TD_ENTITY_PERSON;
    if (!person && several) return;
    if (!person) {
        td_index entity = td_entity_add(naming, TD_ENTITY_PERSON, td_candidate_text(naming, candidate));
        person =
            enter(persons, (td_person){.entity = entity, .surname = surname}, td_naming_text(naming, parts.surname));
    }
    person->called_short = true;
    settle_country(naming, candidate, person->entity);
    td_entity_mention(naming, number, person->entity);
}

void td_persons_merge(td_naming *naming) {
    td_persons persons = {.naming = naming};
    td_map_init(&persons.by_surname, naming->arena);
    td_map_init(&persons.by_spelling, naming->arena);
    td_map_init(&persons.by_given, naming->arena);
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form == TD_FORM_NAME && candidate->kind == TD_ENTITY_PERSON && !candidate->doubtful)
            settle_full(&persons, i);
    }
    for (td_index i = 0; i < naming->candidates.count; i++)
        if (naming->candidates.items[i].entity == TD_NONE) settle_short(&persons, i);
}
