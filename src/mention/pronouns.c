/*
 * Pronouns of the third person.
 * Input: candidates in text order with their entities. Output: candidates of form pronoun, each with the entity that
 * stands out, or none.
 *
 * Salience after Lappin and Leass (1994), without its parse: each mention in reach adds weight, more as a subject, and
 * halves with every sentence between.
 */

#include "mention/naming.h"

#define LOOK_BACK 40 /* candidates */
#define SENTENCES_BACK 3
#define WEIGHT_MENTION 80
#define WEIGHT_SUBJECT 80
#define WEIGHT_SAME_CLAUSE 30
#define MOST_RIVALS 12

typedef struct td_rival {
    td_index entity;
    int weight;
} td_rival;

enum td_family { TD_FAMILY_NONE, TD_FAMILY_HE, TD_FAMILY_SHE, TD_FAMILY_IT, TD_FAMILY_THEY };

static enum td_family family_of(const td_naming *naming, td_index i) {
    static const char *const names[] = {"", "he", "she", "it", "they"};
    const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, i)->key);
    if (!td_name_is(word, TD_NAME_PRONOUN)) return TD_FAMILY_NONE;
    for (int k = TD_FAMILY_HE; k <= TD_FAMILY_THEY; k++)
        if (td_view_equal(word->values[TD_NAME_PRONOUN], td_view_of(names[k]))) return (enum td_family)k;
    return TD_FAMILY_NONE;
}

/* "it is clear that", "it seems", "it took": an "it" that stands for nothing said before. */
static bool is_empty_it(const td_naming *naming, td_index i, td_index end) {
    if (!td_token_is(naming, i, "it") || i + 1 >= end) return false;
    const td_token *next = td_naming_token(naming, i + 1);
    static const char *const verbs[] = {"seems", "seemed",  "appears",  "appeared", "takes",
                                        "took",  "remains", "remained", NULL};
    for (int k = 0; verbs[k]; k++)
        if (td_token_is(naming, i + 1, verbs[k])) return true;
    return next->part_of_speech == TD_POS_AUXILIARY || td_token_is(naming, i + 1, "is") ||
           td_token_is(naming, i + 1, "was");
}

static bool fits(const td_naming *naming, const td_candidate *candidate, enum td_family family) {
    const td_entity *entity = &naming->report->entities.items[candidate->entity];
    char gender = naming->notes.items[candidate->entity].gender;
    if (family == TD_FAMILY_HE || family == TD_FAMILY_SHE)
        return entity->kind == TD_ENTITY_PERSON && (!gender || gender == (family == TD_FAMILY_HE ? 'm' : 'f'));
    if (family == TD_FAMILY_THEY) return entity->kind == TD_ENTITY_GROUP || entity->kind == TD_ENTITY_ORGANISATION;
    bool country = entity->kind == TD_ENTITY_PLACE && entity->place.precision == TD_PRECISION_COUNTRY;
    bool named = candidate->form != TD_FORM_DEMONYM;
    return named && (country || entity->kind == TD_ENTITY_ORGANISATION || entity->kind == TD_ENTITY_EQUIPMENT);
}

static void weigh(td_rival rivals[MOST_RIVALS], uint32_t *count, td_index entity, int weight) {
    for (uint32_t n = 0; n < *count; n++)
        if (rivals[n].entity == entity) {
            rivals[n].weight += weight;
            return;
        }
    if (*count < MOST_RIVALS) rivals[(*count)++] = (td_rival){entity, weight};
}

/* The entity that outweighs the others; TD_NONE where none fits or two are even. */
static td_index heaviest(const td_rival *rivals, uint32_t count) {
    uint32_t best = 0;
    bool even = false;
    for (uint32_t n = 1; n < count; n++) {
        if (rivals[n].weight > rivals[best].weight)
            best = n, even = false;
        else if (rivals[n].weight == rivals[best].weight)
            even = true;
    }
    return count && !even ? rivals[best].entity : TD_NONE;
}

static td_index antecedent(const td_naming *naming, td_index i, td_index sentence, td_index before,
                           enum td_family family) {
    td_rival rivals[MOST_RIVALS];
    uint32_t count = 0;
    for (td_index k = before; k-- > 0 && before - k <= LOOK_BACK;) {
        const td_candidate *candidate = &naming->candidates.items[k];
        if (candidate->sentence + SENTENCES_BACK < sentence) break;
        if (candidate->entity == TD_NONE || !fits(naming, candidate, family)) continue;
        int weight = WEIGHT_MENTION + (candidate->subject ? WEIGHT_SUBJECT : 0);
        if (candidate->sentence == sentence && i - candidate->end < 12) weight += WEIGHT_SAME_CLAUSE;
        weigh(rivals, &count, candidate->entity, weight >> (sentence - candidate->sentence));
    }
    if (family == TD_FAMILY_THEY && count > 1) return TD_NONE;
    return heaviest(rivals, count);
}

static void add_pronoun(td_naming *naming, td_index i, td_index sentence, td_index before, enum td_family family) {
    td_candidate pronoun = td_candidate_over(sentence, i, i + 1);
    td_index entity = antecedent(naming, i, sentence, before, family);
    pronoun.form = TD_FORM_PRONOUN;
    pronoun.kind = family == TD_FAMILY_HE || family == TD_FAMILY_SHE ? TD_ENTITY_PERSON
                   : entity != TD_NONE                               ? naming->report->entities.items[entity].kind
                                                                     : TD_ENTITY_GROUP;
    *td_push(naming->arena, &naming->candidates) = pronoun;
    if (entity == TD_NONE) return;
    td_entity_mention(naming, naming->candidates.count - 1, entity);
    char *gender = &naming->notes.items[entity].gender;
    if (!*gender && family == TD_FAMILY_HE) *gender = 'm';
    if (!*gender && family == TD_FAMILY_SHE) *gender = 'f';
}

void td_pronouns_find(td_naming *naming) {
    td_index named = naming->candidates.count, before = 0;
    for (td_index s = 0; s < naming->report->sentences.count; s++) {
        const td_sentence *sentence = &naming->report->sentences.items[s];
        for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
            enum td_family family = family_of(naming, i);
            if (family == TD_FAMILY_NONE || is_empty_it(naming, i, sentence->token_end)) continue;
            while (before < named && naming->candidates.items[before].first < i) before++;
            add_pronoun(naming, i, s, before, family);
        }
    }
}
