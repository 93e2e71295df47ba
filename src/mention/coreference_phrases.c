/*
 * The phrases of a report that may refer, and what each tells of itself.
 * Input: the parse, names with their entities. Output: phrases in text order with form, gender, number, kind, role and
 * the keys of their words; for each, those before it that it may be linked to.
 */

#include <stdlib.h>

#include "base/hash.h"
#include "mention/coreference.h"
#include "mention/noun_phrases.h"

#define NEAR_PHRASES 30 /* antecedents within these sentences, so many */
#define NEAR_SENTENCES 3
#define FAR_PHRASES 12 /* of one head, form or name, wherever they stand */
#define MOST_CLIMBS 8  /* from a noun to the verb of its clause */
#define WORDS_LOOKED_AT 16
#define MOST_MEMBERS 6 /* of a group */

/* ---- what a phrase tells ---- */

static const td_token *token_at(const td_coreference *coreference, td_index i) {
    return td_naming_token(coreference->naming, i);
}

/* The token that token `i` hangs on, or TD_NONE. */
static td_index head_of(const td_coreference *coreference, td_index i, td_index sentence) {
    const td_sentence *read = &coreference->naming->report->sentences.items[sentence];
    uint32_t head = token_at(coreference, i)->head;
    return head == 0 || head > read->token_end - read->token_start ? TD_NONE : read->token_start + head - 1;
}

static const char *const roles[] = {"nsubj:pass", "nsubj", "obj",        "iobj",     "obl",      "nmod:poss",
                                    "nmod",       "conj",  "compound",   "appos",    "vocative", "xcomp",
                                    "root",       "list",  "dislocated", "parataxis"};

/* The number of the first label above that the relation begins with, counted from 1. */
static uint8_t role_of(const td_token *token) {
    for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
        if (td_view_starts_with(token->relation, td_view_of(roles[k]))) return (uint8_t)(k + 1);
    return 0;
}

/* Families of pronouns: those of the third person as the tables name them, the others by their words. */
static const struct {
    const char *word;
    enum td_referring_form form;
} families[] = {{"he", TD_REFERS_HE},     {"she", TD_REFERS_SHE}, {"it", TD_REFERS_IT},
                {"they", TD_REFERS_THEY}, {"i", TD_REFERS_I},     {"we", TD_REFERS_WE}},
  other_pronouns[] = {{"you", TD_REFERS_YOU},      {"your", TD_REFERS_YOU},       {"yours", TD_REFERS_YOU},
                      {"yourself", TD_REFERS_YOU}, {"yourselves", TD_REFERS_YOU}, {"this", TD_REFERS_THIS},
                      {"that", TD_REFERS_THIS},    {"these", TD_REFERS_THESE},    {"those", TD_REFERS_THESE},
                      {"which", TD_REFERS_COUNT},  {"who", TD_REFERS_COUNT},      {"whom", TD_REFERS_COUNT},
                      {"whose", TD_REFERS_COUNT},  {"what", TD_REFERS_COUNT}};

/* TD_REFERS_COUNT for one that begins a clause or question: what it stands for stands beside it, if anywhere. */
static enum td_referring_form form_of_pronoun(const td_coreference *coreference, td_index i) {
    const td_name_word *word = td_names_find(coreference->naming->names, token_at(coreference, i)->key);
    if (td_name_is(word, TD_NAME_PRONOUN)) {
        for (size_t k = 0; k < sizeof families / sizeof *families; k++)
            if (td_view_equal(word->values[TD_NAME_PRONOUN], td_view_of(families[k].word))) return families[k].form;
    }
    for (size_t k = 0; k < sizeof other_pronouns / sizeof *other_pronouns; k++)
        if (td_token_is(coreference->naming, i, other_pronouns[k].word)) return other_pronouns[k].form;
    return TD_REFERS_PRONOUN;
}

static bool is_any(const td_coreference *coreference, td_index i, const char *const *words) {
    for (int k = 0; words[k]; k++)
        if (td_token_is(coreference->naming, i, words[k])) return true;
    return false;
}

/* By the article or owner before the head. */
static enum td_referring_form form_of_noun(const td_coreference *coreference, const td_referring *phrase) {
    static const char *const the[] = {"the", NULL}, *const these[] = {"this", "that", "these", "those", NULL};
    for (td_index i = phrase->first; i < phrase->head; i++) {
        const td_token *token = token_at(coreference, i);
        if (head_of(coreference, i, phrase->sentence) != phrase->head) continue;
        if (td_view_equal(token->relation, TD_VIEW("nmod:poss"))) return TD_REFERS_POSSESSED;
        if (token->part_of_speech != TD_POS_DETERMINER) continue;
        return is_any(coreference, i, the)     ? TD_REFERS_DEFINITE
               : is_any(coreference, i, these) ? TD_REFERS_DEMONSTRATIVE
                                               : TD_REFERS_INDEFINITE;
    }
    return TD_REFERS_BARE;
}

static uint8_t kind_of_reference(td_view value) {
    static const struct {
        const char *label;
        enum td_entity_kind kind;
    } kinds[] = {{"organisation", TD_ENTITY_ORGANISATION},
                 {"group", TD_ENTITY_ORGANISATION},
                 {"country", TD_ENTITY_PLACE},
                 {"settlement", TD_ENTITY_PLACE},
                 {"region", TD_ENTITY_PLACE},
                 {"district", TD_ENTITY_PLACE},
                 {"area", TD_ENTITY_PLACE},
                 {"facility", TD_ENTITY_FACILITY},
                 {"equipment", TD_ENTITY_EQUIPMENT},
                 {"person", TD_ENTITY_PERSON}};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (td_view_equal(value, td_view_of(kinds[k].label))) return (uint8_t)(kinds[k].kind + 1);
    return 0;
}

/* Kind and gender that the head noun tells. */
static void read_noun(const td_coreference *coreference, td_referring *phrase) {
    const td_token *token = token_at(coreference, phrase->head);
    const td_name_word *word = td_names_find(coreference->naming->names, token->lemma_key);
    if (td_name_is(word, TD_NAME_PERSON_NOUN)) {
        phrase->kind = TD_ENTITY_PERSON + 1;
        if (word->values[TD_NAME_PERSON_NOUN].size) phrase->gender = word->values[TD_NAME_PERSON_NOUN].bytes[0];
        return;
    }
    if (td_name_is(word, TD_NAME_REFERENCE)) phrase->kind = kind_of_reference(word->values[TD_NAME_REFERENCE]);
    if (phrase->kind) return;
    td_phrase_match match = td_phrases_match(coreference->naming->phrases, token, 1);
    if (td_reading_of(match.phrases, match.count, TD_PHRASE_ROLE)) phrase->kind = TD_ENTITY_PERSON + 1;
}

static void read_words(const td_coreference *coreference, td_referring *phrase) {
    td_index end = phrase->end - phrase->first > WORDS_LOOKED_AT ? phrase->first + WORDS_LOOKED_AT : phrase->end;
    for (td_index i = phrase->first; i < end; i++) {
        const td_token *token = token_at(coreference, i);
        bool small = token->part_of_speech == TD_POS_DETERMINER || token->part_of_speech == TD_POS_PUNCTUATION ||
                     token->part_of_speech == TD_POS_PARTICLE;
        if (small && i != phrase->head) continue;
        phrase->text_key = td_hash_mix(phrase->text_key, token->key);
        bool content = token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_PROPER_NOUN ||
                       token->part_of_speech == TD_POS_ADJECTIVE || token->part_of_speech == TD_POS_NUMERAL ||
                       token->part_of_speech == TD_POS_VERB;
        if (content && token->lemma_key != phrase->head_key && phrase->word_count < TD_PHRASE_WORDS)
            phrase->words[phrase->word_count++] = token->lemma_key;
    }
}

static void read_number(const td_coreference *coreference, td_referring *phrase) {
    static const uint8_t numbers[TD_REFERS_COUNT] = {
        [TD_REFERS_HE] = TD_NUMBER_SINGULAR,   [TD_REFERS_SHE] = TD_NUMBER_SINGULAR,
        [TD_REFERS_IT] = TD_NUMBER_SINGULAR,   [TD_REFERS_THEY] = TD_NUMBER_PLURAL,
        [TD_REFERS_I] = TD_NUMBER_SINGULAR,    [TD_REFERS_WE] = TD_NUMBER_PLURAL,
        [TD_REFERS_THIS] = TD_NUMBER_SINGULAR, [TD_REFERS_THESE] = TD_NUMBER_PLURAL};
    phrase->number = numbers[phrase->form];
    if (phrase->form <= TD_REFERS_PRONOUN) return;
    bool plural = token_at(coreference, phrase->head)->features & TD_FEATURE_PLURAL;
    phrase->number = plural || phrase->joined ? TD_NUMBER_PLURAL : TD_NUMBER_SINGULAR;
}

static void read_governors(const td_coreference *coreference, td_referring *phrase) {
    phrase->governor = head_of(coreference, phrase->head, phrase->sentence);
    td_index at = phrase->governor;
    for (int k = 0; k < MOST_CLIMBS && at != TD_NONE && !td_token_is_verb(token_at(coreference, at)); k++)
        at = head_of(coreference, at, phrase->sentence);
    phrase->clause = at;
}

/* ---- names ---- */

/* For each token the candidate that holds it, the longest first; TD_NONE. */
static td_index *candidates_of_tokens(const td_coreference *coreference) {
    const td_naming *naming = coreference->naming;
    td_index *holding = TD_NEW_ARRAY(coreference->arena, naming->report->tokens.count + 1, td_index);
    for (td_index i = 0; i < naming->report->tokens.count; i++) holding[i] = TD_NONE;
    for (td_index n = 0; n < naming->candidates.count; n++) {
        const td_candidate *candidate = &naming->candidates.items[n];
        for (td_index i = candidate->first; i < candidate->end; i++) {
            const td_candidate *other = holding[i] == TD_NONE ? NULL : &naming->candidates.items[holding[i]];
            bool named = candidate->form == TD_FORM_NAME && other && other->form != TD_FORM_NAME;
            if (!other || named) holding[i] = n;
        }
    }
    return holding;
}

/* The candidate that holds the token, or a name behind it that belongs to it, as in "President X"; TD_NONE. */
static td_index candidate_at(const td_coreference *coreference, td_index token, const td_referring *phrase,
                             const td_index *holding) {
    if (holding[token] != TD_NONE) return holding[token];
    for (td_index i = token + 1; i < phrase->end; i++) {
        bool flat = td_view_starts_with(token_at(coreference, i)->relation, TD_VIEW("flat"));
        if (!flat || head_of(coreference, i, phrase->sentence) != token) return TD_NONE;
        if (holding[i] != TD_NONE) return holding[i];
    }
    return TD_NONE;
}

/* The candidate that the phrase is, or the person of its apposition, as in "the envoy, X". */
static td_index candidate_of(const td_coreference *coreference, const td_referring *phrase, const td_index *holding) {
    td_index found = candidate_at(coreference, phrase->head, phrase, holding);
    for (td_index i = phrase->head + 1; i < phrase->end && found == TD_NONE; i++) {
        if (!td_view_equal(token_at(coreference, i)->relation, TD_VIEW("appos"))) continue;
        if (head_of(coreference, i, phrase->sentence) != phrase->head) continue;
        td_index apposed = candidate_at(coreference, i, phrase, holding);
        bool person = apposed != TD_NONE && coreference->naming->candidates.items[apposed].kind == TD_ENTITY_PERSON;
        if (person) found = apposed;
    }
    return found;
}

/* Those that are joined, where each is of an entity of its own. */
static void read_members(const td_coreference *coreference, td_referring *phrase, const td_index *holding) {
    const td_candidate *candidates = coreference->naming->candidates.items;
    td_index_array members = {0};
    for (td_index i = phrase->head; i < phrase->end; i++) {
        bool joined = td_view_equal(token_at(coreference, i)->relation, TD_VIEW("conj")) &&
                      head_of(coreference, i, phrase->sentence) == phrase->head;
        if (i != phrase->head && !joined) continue;
        td_index number = candidate_at(coreference, i, phrase, holding);
        td_index entity = number == TD_NONE ? TD_NONE : candidates[number].entity;
        if (entity == TD_NONE || members.count == MOST_MEMBERS) return;
        for (td_each(member, &members))
            if (*member == entity) return;
        *td_push(coreference->arena, &members) = entity;
    }
    if (members.count > 1) phrase->group = members;
}

static void read_name(const td_coreference *coreference, td_referring *phrase, const td_index *holding) {
    const td_naming *naming = coreference->naming;
    td_index number = candidate_of(coreference, phrase, holding);
    const td_token *head = token_at(coreference, phrase->head);
    if (head->part_of_speech == TD_POS_PROPER_NOUN) phrase->form = TD_REFERS_NAME;
    if (number == TD_NONE) return;
    const td_candidate *candidate = &naming->candidates.items[number];
    if (candidate->form == TD_FORM_NAME || candidate->form == TD_FORM_METONYM) {
        phrase->form = TD_REFERS_NAME;
        phrase->head_key = token_at(coreference, candidate->end - 1)->key;
    }
    if (phrase->joined) {
        read_members(coreference, phrase, holding);
        return;
    }
    if (phrase->form == TD_REFERS_NAME) phrase->name = td_candidate_span(naming, candidate);
    phrase->group = candidate->group;
    if (candidate->entity == TD_NONE) return;
    phrase->entity = candidate->entity;
    phrase->kind = (uint8_t)(naming->report->entities.items[candidate->entity].kind + 1);
    phrase->gender = naming->notes.items[candidate->entity].gender;
}

/* A part of a name is no phrase of its own; a name that describes ("World Bank figures") is one as far as it goes. */
static bool narrow_to_name(const td_coreference *coreference, td_referring *phrase, const td_index *holding) {
    const td_token *token = token_at(coreference, phrase->head);
    if (token->part_of_speech != TD_POS_PROPER_NOUN || !td_view_starts_with(token->relation, TD_VIEW("compound")))
        return true;
    td_index name = holding[phrase->head], head = head_of(coreference, phrase->head, phrase->sentence);
    if (name == TD_NONE) return false;
    const td_candidate *candidate = &coreference->naming->candidates.items[name];
    if (phrase->joined || (head != TD_NONE && holding[head] == name)) return false;
    if (phrase->head + 1 != candidate->end) return false;
    phrase->first = candidate->first;
    phrase->end = candidate->end;
    return true;
}

/* ---- the list ---- */

/* "March", "the week": times have a list of their own. */
static bool is_time(const td_coreference *coreference, td_index i) {
    const uint32_t classes = 1U << TD_UNIT_MONTH | 1U << TD_UNIT_WEEKDAY | 1U << TD_UNIT_PERIOD | 1U << TD_UNIT_SEASON |
                             1U << TD_UNIT_DAY_PART | 1U << TD_UNIT_DEICTIC;
    const td_unit_word *word = td_units_find(coreference->naming->units, td_naming_text(coreference->naming, i));
    return word && word->classes & classes;
}

static void take(td_coreference *coreference, const td_noun_phrase *read, const td_index *holding) {
    td_referring phrase = {.first = read->first,
                           .end = read->end,
                           .head = read->head,
                           .sentence = read->sentence,
                           .joined = read->joined,
                           .entity = TD_NONE,
                           .name = TD_SPAN_NONE,
                           .same_head = TD_NONE,
                           .same_form = TD_NONE,
                           .same_name = TD_NONE,
                           .chain = TD_NONE};
    const td_token *head = token_at(coreference, phrase.head);
    bool pronoun = head->part_of_speech == TD_POS_PRONOUN || head->part_of_speech == TD_POS_DETERMINER;
    if (td_view_starts_with(head->relation, TD_VIEW("expl"))) return;
    phrase.role = role_of(head);
    phrase.head_key = head->lemma_key;
    phrase.quoted = td_token_noted(coreference->naming, phrase.head, TD_TOKEN_QUOTED);
    phrase.form = pronoun && !phrase.joined ? form_of_pronoun(coreference, phrase.head) : TD_REFERS_BARE;
    if (phrase.form == TD_REFERS_COUNT) return;
    if (phrase.form > TD_REFERS_PRONOUN) {
        if (is_time(coreference, phrase.head) || !narrow_to_name(coreference, &phrase, holding)) return;
        phrase.form = form_of_noun(coreference, &phrase);
        read_name(coreference, &phrase, holding);
        if (phrase.form != TD_REFERS_NAME) read_noun(coreference, &phrase);
    }
    if (phrase.form == TD_REFERS_HE || phrase.form == TD_REFERS_SHE) {
        phrase.gender = phrase.form == TD_REFERS_HE ? 'm' : 'f';
        phrase.kind = TD_ENTITY_PERSON + 1;
    }
    read_number(coreference, &phrase);
    read_governors(coreference, &phrase);
    read_words(coreference, &phrase);
    *td_push(coreference->arena, &coreference->phrases) = phrase;
}

static int compare_phrases(const void *a, const void *b) {
    const td_referring *left = a, *right = b;
    if (left->first != right->first) return left->first < right->first ? -1 : 1;
    if (left->end != right->end) return left->end > right->end ? -1 : 1;
    return left->head < right->head ? -1 : left->head > right->head;
}

/* Order, ranks, and the phrase before of the same head, form and name. */
static void connect(td_coreference *coreference) {
    td_map heads, names;
    td_index forms[TD_REFERS_COUNT];
    for (size_t k = 0; k < TD_REFERS_COUNT; k++) forms[k] = TD_NONE;
    td_map_init(&heads, coreference->arena);
    td_map_init(&names, coreference->arena);
    td_index reach = 0;
    for (td_index i = 0; i < coreference->phrases.count; i++) {
        td_referring *phrase = &coreference->phrases.items[i];
        const td_referring *before = i ? &coreference->phrases.items[i - 1] : NULL;
        phrase->inner = phrase->end <= reach;
        if (phrase->end > reach) reach = phrase->end;
        bool first = !before || before->sentence != phrase->sentence;
        phrase->rank = first ? 0 : before->rank < UINT8_MAX ? (uint8_t)(before->rank + 1) : before->rank;
        phrase->same_form = forms[phrase->form];
        forms[phrase->form] = i;
        if (phrase->form <= TD_REFERS_PRONOUN) continue;
        td_index *head = td_map_put(&heads, phrase->head_key, TD_NONE, NULL);
        phrase->same_head = *head;
        *head = i;
        if (phrase->entity == TD_NONE) continue;
        td_index *name = td_map_put(&names, phrase->entity, TD_NONE, NULL);
        phrase->same_name = *name;
        *name = i;
    }
}

/* Where no parser ran: names and pronouns. */
static void take_unparsed(td_coreference *coreference, td_index sentence, const td_index *holding) {
    const td_sentence *read = &coreference->naming->report->sentences.items[sentence];
    for (td_index i = read->token_start; i < read->token_end; i++) {
        const td_candidate *candidate =
            holding[i] == TD_NONE ? NULL : &coreference->naming->candidates.items[holding[i]];
        bool name = candidate && candidate->first == i && candidate->end <= read->token_end;
        if (!name && form_of_pronoun(coreference, i) >= TD_REFERS_PRONOUN) continue;
        td_noun_phrase phrase = {.first = i, .end = i + 1, .head = i, .sentence = sentence};
        if (name) phrase.end = candidate->end, phrase.head = candidate->end - 1;
        take(coreference, &phrase, holding);
    }
}

void td_coreference_begin(td_coreference *coreference, const td_naming *naming, td_arena *arena) {
    *coreference = (td_coreference){.naming = naming, .arena = arena};
    td_noun_phrase_reader reader = {.report = naming->report, .arena = arena};
    td_noun_phrase_array read = {0};
    td_index *holding = candidates_of_tokens(coreference);
    for (td_index s = 0; s < naming->report->sentences.count; s++) {
        read.count = 0;
        bool parsed = td_noun_phrases_read(&reader, s, &read);
        for (td_each(phrase, &read)) take(coreference, phrase, holding);
        if (!parsed) take_unparsed(coreference, s, holding);
    }
    if (coreference->phrases.count)
        qsort(coreference->phrases.items, coreference->phrases.count, sizeof *coreference->phrases.items,
              compare_phrases);
    connect(coreference);
}

/* ---- candidates ---- */

static bool differ(uint32_t one, uint32_t other) {
    return one && other && one != other;
}

/* Nothing that is known of the two speaks against their being one. */
static bool agree(const td_referring *phrase, const td_referring *before) {
    return !differ((uint8_t)phrase->gender, (uint8_t)before->gender) && !differ(phrase->number, before->number) &&
           !differ(phrase->kind, before->kind);
}

/* "He" is no thing, "it" no person. */
static bool is_barred(const td_coreference *coreference, const td_referring *phrase, const td_referring *before) {
    const td_chain *chain = before->chain == TD_NONE ? NULL : &coreference->chains.items[before->chain];
    char gender = chain ? chain->gender : before->gender;
    uint32_t kind = chain && chain->kind ? chain->kind : before->kind;
    bool person = kind == TD_ENTITY_PERSON + 1 || gender;
    switch (phrase->form) {
    case TD_REFERS_HE:
    case TD_REFERS_SHE:
        return differ((uint8_t)phrase->gender, (uint8_t)gender) || (kind && !person);
    case TD_REFERS_IT:
        return person;
    case TD_REFERS_THEY:
        return kind == TD_ENTITY_PLACE + 1 && before->number == TD_NUMBER_SINGULAR;
    default:
        return differ((uint8_t)phrase->gender, (uint8_t)gender);
    }
}

/* What the phrase is known to stand for, by itself or by its chain; TD_NONE. */
static td_index entity_of(const td_coreference *coreference, const td_referring *phrase) {
    return phrase->chain == TD_NONE ? phrase->entity : coreference->chains.items[phrase->chain].entity;
}

typedef struct td_antecedent_list {
    const td_coreference *coreference;
    const td_referring *phrase;
    td_antecedent *items;
    uint32_t count, agreeing;
    td_index floor; /* the phrases from here to the phrase itself have been offered */
} td_antecedent_list;

/* Names of two things are not one. */
static void offer(td_antecedent_list *list, td_index number) {
    const td_referring *before = &list->coreference->phrases.items[number];
    td_index entity = entity_of(list->coreference, before);
    bool other = list->phrase->entity != TD_NONE && entity != TD_NONE && entity != list->phrase->entity;
    if (other || list->count == TD_MOST_ANTECEDENTS || is_barred(list->coreference, list->phrase, before)) return;
    list->items[list->count] = (td_antecedent){number, list->count, list->agreeing};
    list->count++;
    list->agreeing += agree(list->phrase, before);
}

static void offer_far(td_antecedent_list *list, td_index number) {
    if (number >= list->floor) return;
    for (uint32_t n = 0; n < list->count; n++)
        if (list->items[n].phrase == number) return;
    offer(list, number);
}

uint32_t td_coreference_antecedents(const td_coreference *coreference, td_index number,
                                    td_antecedent antecedents[TD_MOST_ANTECEDENTS]) {
    const td_referring *phrases = coreference->phrases.items, *phrase = &phrases[number];
    td_antecedent_list list = {coreference, phrase, antecedents, 0, 0, number};
    while (list.floor > 0 && list.count < NEAR_PHRASES &&
           phrases[list.floor - 1].sentence + NEAR_SENTENCES >= phrase->sentence)
        offer(&list, --list.floor);
    td_index at;
    int steps = 0;
    bool speaks = phrase->form >= TD_REFERS_I && phrase->form <= TD_REFERS_WE;
    for (at = phrase->same_name; at != TD_NONE && steps < FAR_PHRASES; at = phrases[at].same_name, steps++)
        offer_far(&list, at);
    for (at = phrase->same_head, steps = 0; at != TD_NONE && steps < FAR_PHRASES; at = phrases[at].same_head, steps++)
        offer_far(&list, at);
    for (at = phrase->same_form, steps = 0; speaks && at != TD_NONE && steps < 2; at = phrases[at].same_form, steps++)
        offer_far(&list, at);
    return list.count;
}

/* ---- chains ---- */

static void join(const td_coreference *coreference, td_chain *chain, td_index number) {
    const td_referring *phrase = &coreference->phrases.items[number];
    if (chain->group.count == 0) chain->group = phrase->group;
    chain->last = number;
    chain->count++;
    if (chain->entity == TD_NONE && phrase->entity != TD_NONE) chain->entity = phrase->entity;
    if (!chain->gender) chain->gender = phrase->gender;
    if (!chain->number) chain->number = phrase->number;
    if (!chain->kind) chain->kind = phrase->kind;
    chain->named |= phrase->form == TD_REFERS_NAME;
}

void td_coreference_link(td_coreference *coreference, td_index number, td_index antecedent) {
    td_referring *phrase = &coreference->phrases.items[number], *before = &coreference->phrases.items[antecedent];
    if (before->chain == TD_NONE) {
        before->chain = coreference->chains.count;
        td_chain *chain = td_push(coreference->arena, &coreference->chains);
        *chain = (td_chain){.first = antecedent, .entity = TD_NONE};
        join(coreference, chain, antecedent);
    }
    phrase->chain = before->chain;
    join(coreference, &coreference->chains.items[phrase->chain], number);
}
