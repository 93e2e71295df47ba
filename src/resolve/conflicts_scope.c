/*
 * Contradictions about how much: "some of its forces" against "its military".
 * Input: the phrases of what is withdrawn, delivered, agreed. Output: conflicts
 * of kind scope; a part and the main part can both hold, a part and the whole
 * cannot.
 */

#include <stdlib.h>

#include "resolve/conflicts.h"

#define PHRASE_BYTES 128 /* looked at */

enum scope { SCOPE_NONE, SCOPE_PART, SCOPE_MAIN, SCOPE_WHOLE };

/* Words that say how much; the first of a phrase decides. */
static const struct {
    const char *words;
    enum scope scope;
} quantifiers[] = {
    {"all but", SCOPE_MAIN},   {"all", SCOPE_WHOLE},      {"almost all", SCOPE_MAIN}, {"bulk", SCOPE_MAIN},
    {"complete", SCOPE_WHOLE}, {"entire", SCOPE_WHOLE},   {"every", SCOPE_WHOLE},     {"few", SCOPE_PART},
    {"full", SCOPE_WHOLE},     {"half", SCOPE_PART},      {"how many", SCOPE_NONE},   {"how much", SCOPE_NONE},
    {"main part", SCOPE_MAIN}, {"majority", SCOPE_MAIN},  {"many", SCOPE_PART},       {"most of", SCOPE_MAIN},
    {"not all", SCOPE_PART},   {"number of", SCOPE_PART}, {"part of", SCOPE_PART},    {"partial", SCOPE_PART},
    {"parts of", SCOPE_PART},  {"portion", SCOPE_PART},   {"several", SCOPE_PART},    {"some", SCOPE_PART},
    {"total", SCOPE_WHOLE},    {"whole", SCOPE_WHOLE},
};

static bool begins_word(td_view text, size_t at) {
    return at == 0 || text.bytes[at - 1] == ' ';
}

static bool ends_word(td_view text, size_t at) {
    return at == text.size || text.bytes[at] == ' ' || text.bytes[at] == ',';
}

/* "Its military", a body named as one: all of it. "Its forces" may be any of them. */
static bool is_whole_body(td_view phrase) {
    static const char *const owners[] = {"its ", "his ", "her ", "their ", "our ", "my "};
    static const char *const bodies[] = {" military", " army", " navy", " air force", " contingent", " garrison"};
    bool owned = false;
    for (size_t at = 0; at < sizeof owners / sizeof *owners; at++)
        owned = owned || td_view_starts_with(phrase, td_view_of(owners[at]));
    for (size_t at = 0; owned && at < sizeof bodies / sizeof *bodies; at++)
        if (td_view_ends_with(phrase, td_view_of(bodies[at]))) return true;
    return false;
}

/* The first quantifier of a phrase in small letters. */
static enum scope first_scope(td_view phrase) {
    size_t first = SIZE_MAX;
    enum scope scope = SCOPE_NONE;
    for (size_t k = 0; k < sizeof quantifiers / sizeof *quantifiers; k++) {
        td_view words = td_view_of(quantifiers[k].words);
        size_t at = td_view_find(phrase, words, 0);
        bool whole_words = at != SIZE_MAX && begins_word(phrase, at) && ends_word(phrase, at + words.size);
        if (!whole_words || at >= first) continue;
        first = at;
        scope = quantifiers[k].scope;
    }
    return scope == SCOPE_NONE && is_whole_body(phrase) ? SCOPE_WHOLE : scope;
}

static enum scope scope_of(td_view phrase) {
    char lower[PHRASE_BYTES];
    size_t size = phrase.size < sizeof lower ? phrase.size : sizeof lower;
    for (size_t at = 0; at < size; at++) {
        char letter = phrase.bytes[at];
        lower[at] = (char)(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter == '\n' ? ' ' : letter);
    }
    td_view words = {lower, size};
    /* "most modern" compares; "most troops" and "most of" count */
    if (td_view_starts_with(words, TD_VIEW("most "))) return SCOPE_MAIN;
    return first_scope(words);
}

typedef struct claim {
    enum scope scope;
    td_member member;
} claim;

static void compare_scopes(td_comparison *comparison, td_index at) {
    const td_record_event *event = &comparison->record->events.items[at];
    const td_index *origins = comparison->record->origins.items;
    claim claims[TD_MOST_CLAIMS];
    uint32_t count = 0;
    bool differ = false, whole = false, less = false;
    for (td_each(member, &event->members)) {
        const td_outline *outline = &comparison->outlines[member->report];
        enum scope scope = scope_of(td_outline_view(outline, td_member_event(comparison, member)->object_text));
        bool known = scope == SCOPE_NONE;
        for (uint32_t k = 0; k < count; k++)
            known = known || (claims[k].scope == scope && origins[claims[k].member.report] == origins[member->report]);
        if (known || count == TD_MOST_CLAIMS) continue;
        for (uint32_t k = 0; k < count; k++)
            differ =
                differ || (claims[k].scope != scope && origins[claims[k].member.report] != origins[member->report]);
        claims[count++] = (claim){scope, *member};
        whole = whole || scope == SCOPE_WHOLE;
        less = less || scope != SCOPE_WHOLE;
    }
    if (!differ) return;
    td_conflict *conflict = td_conflict_add(comparison, TD_CONFLICT_SCOPE, event->title, at, !(whole && less));
    for (uint32_t k = 0; k < count; k++) {
        const td_outline *outline = &comparison->outlines[claims[k].member.report];
        const td_outline_event *told = td_member_event(comparison, &claims[k].member);
        td_conflict_claim(comparison, conflict, (td_evidence){claims[k].member.report, told->object_span},
                          td_arena_copy(comparison->arena, td_outline_view(outline, told->object_text)), told->source);
    }
}

void td_conflicts_of_scope(td_comparison *comparison) {
    for (td_index at = 0; at < comparison->record->events.count; at++) {
        enum td_event_type type = comparison->record->events.items[at].type;
        if (type == TD_EVENT_RETREAT || type == TD_EVENT_MOBILIZE || type == TD_EVENT_AID)
            compare_scopes(comparison, at);
    }
}
