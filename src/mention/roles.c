/*
 * What persons are: "President X", "X, the UN envoy for Syria,".
 * Input: candidates with their entities. Output: the roles of persons, and the country that a role tells.
 */

#include "mention/naming.h"

#define LONGEST_APPOSITION 8 /* tokens behind the comma within which a role must begin */
#define MOST_ROLES 6

static void note_role(td_naming *naming, td_index entity, td_view role) {
    td_view_array *roles = &naming->report->entities.items[entity].roles;
    if (roles->count >= MOST_ROLES) return;
    for (td_each(known, roles))
        if (td_view_equal(*known, role)) return;
    *td_push(naming->arena, roles) = role;
}

/* The role of the lexicon that begins at token `i`, absent where none does. */
static td_view role_at(const td_naming *naming, td_index i, td_index end) {
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    const td_phrase *role = td_reading_of(match.phrases, match.count, TD_PHRASE_ROLE);
    return role ? td_actors_role(naming->actors, role->id) : TD_VIEW_ABSENT;
}

static void note_before(td_naming *naming, const td_candidate *candidate) {
    for (td_index i = candidate->role_first; i < candidate->role_end; i++) {
        td_view role = role_at(naming, i, candidate->role_end);
        if (!td_view_present(role)) continue;
        note_role(naming, candidate->entity, role);
        return;
    }
}

/* The apposition is over: another clause or enumeration begins. */
static bool ends_apposition(const td_naming *naming, td_index i) {
    const td_token *token = td_naming_token(naming, i);
    return td_token_is_verb(token) || td_token_is(naming, i, ",") || td_token_is(naming, i, "and") ||
           td_token_is(naming, i, "who");
}

static void note_behind(td_naming *naming, td_index number) {
    const td_candidate *candidate = &naming->candidates.items[number];
    td_index end = naming->report->sentences.items[candidate->sentence].token_end;
    if (candidate->end >= end || !td_token_is(naming, candidate->end, ",")) return;
    td_index stop = candidate->end + 1 + LONGEST_APPOSITION < end ? candidate->end + 1 + LONGEST_APPOSITION : end;
    for (td_index i = candidate->end + 1; i < stop && !ends_apposition(naming, i); i++) {
        td_view role = role_at(naming, i, end);
        if (!td_view_present(role)) continue;
        note_role(naming, candidate->entity, role);
        td_entity *person = &naming->report->entities.items[candidate->entity];
        const td_candidate *next = number + 1 < naming->candidates.count ? &naming->candidates.items[number + 1] : NULL;
        bool owner = next && next->first > candidate->end && next->first < i && next->entity != TD_NONE;
        if (owner && !person->country[0])
            memcpy(person->country, naming->report->entities.items[next->entity].country, sizeof person->country);
        return;
    }
}

void td_roles_note(td_naming *naming) {
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->entity == TD_NONE || candidate->form != TD_FORM_NAME || candidate->kind != TD_ENTITY_PERSON)
            continue;
        if (candidate->role_first != TD_NONE) note_before(naming, candidate);
        note_behind(naming, i);
    }
}
