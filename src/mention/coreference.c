/*
 * What the chains of a report tell of its entities.
 * Input: names and descriptions with their entities, phrases linked into chains. Output: the pronouns' entities as
 * candidates, and the chains' phrases for the record.
 *
 * A chain stands for the entity that a name in it brings, or for the members of a group ("the two leaders ... they").
 */

#include "mention/coreference.h"

/* "it is clear that", "it seems", "it took": an "it" that stands for nothing said before. */
static bool is_empty_it(const td_naming *naming, const td_referring *phrase) {
    static const char *const verbs[] = {"seems",   "seemed",   "appears", "appeared", "takes", "took",
                                        "remains", "remained", "is",      "was",      NULL};
    td_index next = phrase->end;
    if (next >= naming->report->sentences.items[phrase->sentence].token_end) return false;
    for (int k = 0; verbs[k]; k++)
        if (td_token_is(naming, next, verbs[k])) return true;
    return td_naming_token(naming, next)->part_of_speech == TD_POS_AUXILIARY;
}

static enum td_entity_kind kind_of_pronoun(const td_naming *naming, const td_candidate *pronoun,
                                           const td_referring *phrase) {
    if (phrase->form == TD_REFERS_HE || phrase->form == TD_REFERS_SHE) return TD_ENTITY_PERSON;
    td_index entity = pronoun->group.count ? pronoun->group.items[0] : pronoun->entity;
    return entity == TD_NONE ? TD_ENTITY_GROUP : naming->report->entities.items[entity].kind;
}

static void add_pronoun(const td_coreference *coreference, td_naming *naming, const td_referring *phrase) {
    const td_chain *chain = phrase->chain == TD_NONE ? NULL : &coreference->chains.items[phrase->chain];
    td_index entity = chain ? chain->entity : TD_NONE;
    if (!chain && phrase->form == TD_REFERS_IT && is_empty_it(naming, phrase)) return;
    td_candidate pronoun = td_candidate_over(phrase->sentence, phrase->first, phrase->end);
    pronoun.form = TD_FORM_PRONOUN;
    pronoun.entity = entity;
    if (entity == TD_NONE && chain) pronoun.group = chain->group;
    pronoun.kind = kind_of_pronoun(naming, &pronoun, phrase);
    *td_push(naming->arena, &naming->candidates) = pronoun;
    if (entity == TD_NONE) return;
    td_entity_mention(naming, naming->candidates.count - 1, entity);
    char *gender = &naming->notes.items[entity].gender;
    if (!*gender) *gender = phrase->gender;
}

void td_coreference_settle(const td_coreference *coreference, td_naming *naming) {
    for (td_each(phrase, &coreference->phrases))
        if (phrase->form <= TD_REFERS_THEY) add_pronoun(coreference, naming, phrase);
}

static td_coreferent coreferent_of(const td_coreference *coreference, const td_referring *phrase) {
    const td_report *report = coreference->naming->report;
    const td_chain *chain = phrase->chain == TD_NONE ? NULL : &coreference->chains.items[phrase->chain];
    const td_token *tokens = report->tokens.items;
    uint8_t kind = phrase->kind || !chain ? phrase->kind : chain->kind;
    uint32_t start = tokens[phrase->first].span.start, end = tokens[phrase->end - 1].span.end;
    return (td_coreferent){.span = {start, end},
                           .head = tokens[phrase->head].span,
                           .called = {start, phrase->joined ? end : tokens[phrase->head].span.end},
                           .name = phrase->name,
                           .kind = kind ? (enum td_entity_kind)(kind - 1) : TD_ENTITY_UNKNOWN,
                           .form = phrase->form <= TD_REFERS_PRONOUN ? TD_FORM_PRONOUN : TD_FORM_NOMINAL,
                           .entity = phrase->entity != TD_NONE || !chain ? phrase->entity : chain->entity,
                           .chain = phrase->chain};
}

void td_coreference_write(const td_coreference *coreference, td_report *report, const td_index *numbers) {
    for (td_each(phrase, &coreference->phrases)) {
        const td_index_array *group = &phrase->group;
        if (phrase->chain == TD_NONE && phrase->entity == TD_NONE) continue;
        td_coreferent *made = td_push(coreference->arena, &report->coreferents);
        *made = coreferent_of(coreference, phrase);
        if (made->entity != TD_NONE) made->entity = numbers[made->entity];
        if (phrase->chain != TD_NONE && group->count == 0) group = &coreference->chains.items[phrase->chain].group;
        if (made->entity != TD_NONE) continue;
        for (td_each(member, group)) *td_push(coreference->arena, &made->group) = numbers[*member];
    }
}
