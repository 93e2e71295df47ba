/*
 * Definite descriptions: "the president", "the two leaders", "the group", "the town".
 * Input: candidates in text order with their entities. Output: candidates of form nominal, each with the entity that
 * the text settles, or none.
 *
 * An office with its country and the days of publication names its holder; without them the person of that role told
 * of last. Other descriptions mean the entity of their kind told of last, within a few sentences (Lappin and Leass
 * 1994: recency).
 */

#include "mention/naming.h"

#define LOOK_BACK 60 /* candidates */
#define SENTENCES_BACK 3
#define MOST_MODIFIERS 3 /* between the article and the noun */
#define MOST_MEMBERS 4
#define MOST_COUNTRIES 8
#define MOST_ASKED 16     /* mentions of persons whose offices are looked up */
#define MOST_ENTITIES 256 /* of which a description ahead of its name is looked for */

/* A description as its words say it. */
typedef struct td_description {
    td_index sentence, first, end; /* tokens, the article included */
    td_view role;                  /* absent: a plain noun */
    td_view kind;                  /* of a plain noun: "organisation", "country" ... */
    uint64_t noun;                 /* key of the last word */
    char country[3];
    uint32_t members; /* of a plural: how many, 0 for one */
    td_index before;  /* candidates before this number stand before it */
} td_description;

static bool is_article(const td_naming *naming, td_index i) {
    static const char *const words[] = {"the", "this", "that", "these", "those", NULL};
    for (int k = 0; words[k]; k++)
        if (td_token_is(naming, i, words[k])) return true;
    return false;
}

/* A small number in words or digits, 0 where there is none. */
static uint32_t number_at(const td_naming *naming, td_index i) {
    const td_unit_reading *reading =
        td_unit_as(td_units_find(naming->units, td_naming_text(naming, i)), TD_UNIT_NUMBER);
    if (td_token_is(naming, i, "both")) return 2;
    return reading && reading->number >= 2 && reading->number <= MOST_MEMBERS ? (uint32_t)reading->number : 0;
}

static void country_at(const td_naming *naming, td_index i, char country[3]) {
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i), 1);
    const td_phrase *demonym = td_reading_of(match.phrases, match.count, TD_PHRASE_DEMONYM);
    const td_phrase *place = td_reading_of(match.phrases, match.count, TD_PHRASE_PLACE);
    if (demonym)
        td_country_of_id(demonym->id, country);
    else if (place && td_places_get(naming->places, place->id).precision == TD_PRECISION_COUNTRY)
        memcpy(country, td_places_get(naming->places, place->id).country, 3);
}

/* The noun at `i` that a description may end with. */
static bool read_noun(const td_naming *naming, td_index i, td_index end, td_description *description) {
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    const td_phrase *role = td_reading_of(match.phrases, match.count, TD_PHRASE_ROLE);
    uint32_t classes = 1U << TD_NAME_REFERENCE | 1U << TD_NAME_PLURAL;
    const td_name_word *word = td_names_match(naming->names, td_naming_token(naming, i), end - i, classes);
    uint32_t length = word ? word->words : 0;
    if (td_name_is(word, TD_NAME_PLURAL)) {
        if (!description->members) return false;
        description->kind = word->values[TD_NAME_PLURAL];
    } else if (role && match.tokens >= length &&
               !(td_naming_token(naming, i + match.tokens - 1)->features & TD_FEATURE_PLURAL)) {
        description->role = td_actors_role(naming->actors, role->id);
        length = match.tokens;
    } else if (word && !description->members) {
        description->kind = word->values[TD_NAME_REFERENCE];
    } else {
        return false;
    }
    description->end = i + length;
    description->noun = td_naming_token(naming, i + length - 1)->key;
    return true;
}

/* Does a noun or name follow, so that what was read only describes it? */
static bool goes_on(const td_naming *naming, td_index i, td_index end) {
    if (i >= end) return false;
    const td_token *token = td_naming_token(naming, i);
    bool noun = token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_PROPER_NOUN;
    return noun || td_token_noted(naming, i, TD_TOKEN_TAKEN) || td_token_is(naming, i, "-");
}

/* "Syrian" or "US" in "the Syrian president": a mention of its own that describes. */
static bool is_people(const td_naming *naming, td_index i) {
    char country[3] = "";
    country_at(naming, i, country);
    return country[0] != 0;
}

/* "The second city", "the largest group", "the other side": another than the one told of. */
static bool is_new(const td_naming *naming, td_index i) {
    static const char *const words[] = {"other", "new", "next", "last", "former", "same", "main", NULL};
    td_view text = td_naming_text(naming, i);
    for (int k = 0; words[k]; k++)
        if (td_token_is(naming, i, words[k])) return true;
    return td_unit_as(td_units_find(naming->units, text), TD_UNIT_ORDINAL) || td_view_ends_with(text, TD_VIEW("est"));
}

static bool read_description(const td_naming *naming, td_index i, td_description *description) {
    td_index end = naming->report->sentences.items[description->sentence].token_end;
    bool both = td_token_is(naming, i, "both");
    if (!is_article(naming, i) && !both) return false;
    description->first = i;
    if (both) description->members = 2;
    td_index at = i + 1;
    for (int k = 0; k <= MOST_MODIFIERS && at < end; k++, at++) {
        if (td_token_noted(naming, at, TD_TOKEN_TAKEN) && !is_people(naming, at))
            return false; /* a name, not a description */
        if (read_noun(naming, at, end, description)) return !goes_on(naming, description->end, end);
        const td_token *token = td_naming_token(naming, at);
        uint32_t number = number_at(naming, at);
        if (number)
            description->members = number;
        else if (token->part_of_speech != TD_POS_ADJECTIVE && token->part_of_speech != TD_POS_PROPER_NOUN &&
                 token->part_of_speech != TD_POS_NOUN)
            return false;
        if (is_new(naming, at)) return false;
        if (!number) country_at(naming, at, description->country);
    }
    return false;
}

/* "the president of Mali", "the envoy for Yemen". */
static void country_behind(const td_naming *naming, td_description *description) {
    td_index end = naming->report->sentences.items[description->sentence].token_end, at = description->end;
    if (description->country[0] || at + 1 >= end || !td_token_is(naming, at, "of")) return;
    country_at(naming, td_token_is(naming, at + 1, "the") && at + 2 < end ? at + 2 : at + 1, description->country);
}

/* ---- what it means ---- */

/* Who held the office in the days of publication; TD_NONE where nobody or several did. */
static td_index holder_of(td_naming *naming, const td_description *description) {
    td_interval published = naming->report->published.interval;
    uint32_t holder = TD_NONE;
    if (!description->country[0] || !td_interval_known(published)) return TD_NONE;
    for (uint32_t n = 0; n < td_actors_office_count(naming->actors); n++) {
        td_office office = td_actors_office(naming->actors, n);
        if (!td_view_equal(office.role, description->role) ||
            !td_view_equal(office.country, td_view_of(description->country)))
            continue;
        if (!td_interval_overlaps(office.held, published) || holder == office.actor) continue;
        if (holder != TD_NONE) return TD_NONE;
        holder = office.actor;
    }
    return holder == TD_NONE ? TD_NONE : td_entity_of_actor(naming, holder);
}

static bool has_role(const td_entity *entity, td_view role) {
    for (td_each(known, &entity->roles))
        if (td_view_equal(*known, role)) return true;
    return false;
}

static bool held_role(const td_naming *naming, td_index entity, const td_description *description) {
    uint32_t actor = naming->notes.items[entity].actor;
    if (actor == TD_NONE) return false;
    for (uint32_t n = 0; n < td_actors_office_count(naming->actors); n++) {
        td_office office = td_actors_office(naming->actors, n);
        if (office.actor != actor || !td_view_equal(office.role, description->role)) continue;
        if (td_interval_overlaps(office.held, naming->report->published.interval)) return true;
    }
    return false;
}

/* The person told of last who has the role, of the country where one is told. */
static td_index person_with_role(const td_naming *naming, const td_description *description) {
    uint32_t asked = 0;
    for (td_index k = description->before; k-- > 0 && description->before - k <= LOOK_BACK;) {
        td_index entity = naming->candidates.items[k].entity;
        if (entity == TD_NONE) continue;
        const td_entity *person = &naming->report->entities.items[entity];
        if (person->kind != TD_ENTITY_PERSON) continue;
        if (++asked > MOST_ASKED) break;
        bool country =
            !description->country[0] || !person->country[0] || strcmp(person->country, description->country) == 0;
        if (country && (has_role(person, description->role) || held_role(naming, entity, description))) return entity;
    }
    return TD_NONE;
}

/* "The Malian president" before he is named: the only person of the report with that role and country. */
static td_index person_named_later(const td_naming *naming, const td_description *description) {
    td_index only = TD_NONE;
    if (!description->country[0]) return TD_NONE;
    for (td_index e = 0; e < naming->report->entities.count && e < MOST_ENTITIES; e++) {
        const td_entity *person = &naming->report->entities.items[e];
        bool fits = person->kind == TD_ENTITY_PERSON && strcmp(person->country, description->country) == 0 &&
                    has_role(person, description->role);
        if (fits && only != TD_NONE) return TD_NONE;
        if (fits) only = e;
    }
    return only;
}

static bool is_of_kind(const td_naming *naming, const td_candidate *candidate, const td_description *description) {
    static const struct {
        const char *kind;
        enum td_precision precision;
    } places[] = {{"country", TD_PRECISION_COUNTRY},
                  {"settlement", TD_PRECISION_SETTLEMENT},
                  {"region", TD_PRECISION_REGION},
                  {"district", TD_PRECISION_DISTRICT}};
    const td_entity *entity = &naming->report->entities.items[candidate->entity];
    td_view kind = description->kind;
    if (candidate->form == TD_FORM_DEMONYM || candidate->form == TD_FORM_METONYM) return false;
    if (entity->kind == TD_ENTITY_PERSON) return td_view_equal(kind, TD_VIEW("person"));
    if (entity->kind == TD_ENTITY_FACILITY) return td_view_equal(kind, TD_VIEW("facility"));
    if (entity->kind == TD_ENTITY_EQUIPMENT) return td_view_equal(kind, TD_VIEW("equipment"));
    if (entity->kind == TD_ENTITY_ORGANISATION)
        return td_view_equal(kind, TD_VIEW("organisation")) || td_view_equal(kind, TD_VIEW("group"));
    if (entity->kind != TD_ENTITY_PLACE) return false;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (td_view_equal(kind, td_view_of(places[i].kind))) return entity->place.precision == places[i].precision;
    return td_view_equal(kind, TD_VIEW("area")) && entity->place.precision != TD_PRECISION_COUNTRY;
}

/* Does the entity's name hold the noun? */
static bool is_called(const td_naming *naming, td_index entity, td_index noun) {
    td_view name = naming->report->entities.items[entity].name, word, wanted = td_naming_text(naming, noun);
    while (td_view_split(&name, ' ', &word))
        if (td_view_equal_ascii_fold(word, wanted)) return true;
    return false;
}

/* "the ministry" is the last that was called one; "the group" any organisation that has no such word of its own. */
static bool noun_fits(const td_naming *naming, td_index entity, const td_description *description) {
    uint64_t head = naming->notes.items[entity].head;
    if (td_view_equal(description->kind, TD_VIEW("group"))) return head == 0 || head == description->noun;
    if (!td_view_equal(description->kind, TD_VIEW("organisation"))) return true;
    return head == description->noun || is_called(naming, entity, description->end - 1);
}

/* Countries before a description, with how often each is named. */
typedef struct td_country_count {
    td_index found[MOST_COUNTRIES];
    uint32_t times[MOST_COUNTRIES], count;
    uint32_t here; /* changes of country in the description's own sentence */
    td_index only; /* the last of them */
} td_country_count;

static bool is_country(const td_naming *naming, td_index entity) {
    if (entity == TD_NONE) return false;
    const td_entity *known = &naming->report->entities.items[entity];
    return known->kind == TD_ENTITY_PLACE && known->place.precision == TD_PRECISION_COUNTRY;
}

static void count_country(td_country_count *countries, td_index entity, bool here) {
    if (here && entity != countries->only) countries->here++, countries->only = entity;
    uint32_t n = 0;
    while (n < countries->count && countries->found[n] != entity) n++;
    if (n == MOST_COUNTRIES) return;
    if (n == countries->count) countries->found[countries->count] = entity, countries->times[countries->count++] = 0;
    countries->times[n]++;
}

/* "The country" is not the one named last but the one spoken of: the only one of its sentence, or by far the most
 * named. */
static td_index country_spoken_of(const td_naming *naming, const td_description *description) {
    td_country_count countries = {.only = TD_NONE};
    for (td_index k = description->before; k-- > 0 && description->before - k <= LOOK_BACK;) {
        const td_candidate *candidate = &naming->candidates.items[k];
        if (is_country(naming, candidate->entity))
            count_country(&countries, candidate->entity, candidate->sentence == description->sentence);
    }
    if (countries.here == 1) return countries.only;
    uint32_t best = 0, second = 0;
    for (uint32_t n = 1; n < countries.count; n++)
        if (countries.times[n] > countries.times[best]) best = n;
    for (uint32_t n = 0; n < countries.count; n++)
        if (n != best && countries.times[n] > second) second = countries.times[n];
    return countries.count && 2 * countries.times[best] > 3 * second ? countries.found[best] : TD_NONE;
}

static td_index last_of_kind(const td_naming *naming, const td_description *description) {
    for (td_index k = description->before; k-- > 0 && description->before - k <= LOOK_BACK;) {
        const td_candidate *candidate = &naming->candidates.items[k];
        if (candidate->sentence + SENTENCES_BACK < description->sentence) break;
        if (candidate->entity == TD_NONE || !is_of_kind(naming, candidate, description)) continue;
        const td_entity *entity = &naming->report->entities.items[candidate->entity];
        bool country = !description->country[0] || strcmp(entity->country, description->country) == 0;
        if (country && noun_fits(naming, candidate->entity, description)) return candidate->entity;
    }
    return TD_NONE;
}

/* Who only speaks for others is not one of "the two leaders". */
static bool is_spokesman(const td_naming *naming, td_index entity) {
    for (td_each(role, &naming->report->entities.items[entity].roles))
        if (td_view_starts_with(*role, TD_VIEW("spokes"))) return true;
    return false;
}

/* The different entities of the kind in one sentence where they are just so many: this one or that before it. */
static void gather_members(td_naming *naming, const td_description *description, td_index_array *group) {
    td_index found[MOST_MEMBERS + 1];
    for (td_index back = 0; back < 2 && back <= description->sentence && group->count == 0; back++) {
        uint32_t count = 0;
        for (td_index k = description->before;
             k-- > 0 && description->before - k <= LOOK_BACK && count <= MOST_MEMBERS;) {
            const td_candidate *candidate = &naming->candidates.items[k];
            if (candidate->sentence + back < description->sentence) break;
            if (candidate->sentence + back != description->sentence || candidate->entity == TD_NONE) continue;
            if (!is_of_kind(naming, candidate, description) || is_spokesman(naming, candidate->entity)) continue;
            bool known = false;
            for (uint32_t n = 0; n < count; n++) known |= found[n] == candidate->entity;
            if (!known) found[count++] = candidate->entity;
        }
        if (count != description->members) continue;
        while (count > 0) *td_push(naming->arena, group) = found[--count];
    }
}

static void add_description(td_naming *naming, const td_description *description) {
    td_candidate nominal = td_candidate_over(description->sentence, description->first, description->end);
    td_index entity = TD_NONE;
    nominal.form = TD_FORM_NOMINAL;
    nominal.kind = TD_ENTITY_PERSON;
    if (description->members) {
        gather_members(naming, description, &nominal.group);
        if (nominal.group.count == 0) return;
        nominal.kind = naming->report->entities.items[nominal.group.items[0]].kind;
    } else if (td_view_present(description->role)) {
        entity = person_with_role(naming, description);
        if (entity == TD_NONE) entity = person_named_later(naming, description);
        if (entity == TD_NONE) entity = holder_of(naming, description);
    } else {
        bool country = td_view_equal(description->kind, TD_VIEW("country"));
        entity = country ? country_spoken_of(naming, description) : last_of_kind(naming, description);
        if (entity == TD_NONE) return;
        nominal.kind = naming->report->entities.items[entity].kind;
    }
    *td_push(naming->arena, &naming->candidates) = nominal;
    if (entity != TD_NONE) td_entity_mention(naming, naming->candidates.count - 1, entity);
}

void td_references_find(td_naming *naming) {
    td_index named = naming->candidates.count, before = 0;
    for (td_index s = 0; s < naming->report->sentences.count; s++) {
        const td_sentence *sentence = &naming->report->sentences.items[s];
        for (td_index i = sentence->token_start; i + 1 < sentence->token_end; i++) {
            while (before < named && naming->candidates.items[before].first < i) before++;
            td_description description = {.sentence = s, .before = before};
            if (!read_description(naming, i, &description)) continue;
            country_behind(naming, &description);
            add_description(naming, &description);
            i = description.end - 1;
        }
    }
}
