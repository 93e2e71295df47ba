/*
 * Names by lexicon and shape.
 * Input: tokens with their notes, the phrase dictionary. Output: candidates of form name, demonym or metonym, and the
 * bodies of states that a people's or country's word stands before.
 *
 * A run of capitalised words is cut from left to right: what the lexicon knows as a whole stays whole; a people, a
 * country and a title before a name are cut off and told to the name behind them.
 */

#include "mention/naming.h"

#define MOST_MODIFIERS 3 /* "Syrian armed opposition forces" */

#define NAMING_KINDS (1U << TD_PHRASE_PLACE | 1U << TD_PHRASE_ACTOR | 1U << TD_PHRASE_DEMONYM | 1U << TD_PHRASE_METONYM)

/* What has been read of a run so far: it colours the name that follows. */
typedef struct td_run {
    td_index sentence, at, end, sentence_end;
    char country[3];
    td_index role_first, role_end;
    char gender;
} td_run;

static bool has_kind(td_phrase_match match, uint32_t kinds) {
    for (uint32_t i = 0; i < match.count; i++)
        if (kinds >> match.phrases[i].kind & 1U) return true;
    return false;
}

/* "Chadian troops" at a sentence's head: the word for a people has its capital for itself. */
static bool begins_with_people(const td_naming *naming, td_index i) {
    if (!(td_naming_token(naming, i)->features & TD_FEATURE_CAPITAL)) return false;
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i), 1);
    const td_phrase *people = td_reading_of(match.phrases, match.count, TD_PHRASE_DEMONYM);
    return people && !(people->flags & TD_PHRASE_AMBIGUOUS);
}

/* The longest phrase at `i` that can name something; no tokens where the words want evidence that they lack. */
static td_phrase_match naming_match(const td_naming *naming, td_index i, td_index end) {
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    if (match.tokens == 0 || !has_kind(match, NAMING_KINDS)) return (td_phrase_match){0};
    bool large = false;
    for (td_index k = i; k < i + match.tokens; k++)
        large |= td_token_noted(naming, k, TD_TOKEN_NAMELIKE) ||
                 (naming->report->tokens.items[k].features & TD_FEATURE_DIGITS);
    /* a known name at a sentence's head needs no other evidence unless it is a common word too */
    bool ambiguous = match.phrases[0].flags & TD_PHRASE_AMBIGUOUS;
    bool known = match.tokens > 1 || (!ambiguous && !td_map_get(&naming->small, td_naming_token(naming, i)->key));
    bool capital = td_naming_token(naming, i + match.tokens - 1)->features & TD_FEATURE_CAPITAL;
    bool people = match.tokens > 1 && begins_with_people(naming, i);
    return large || people || (known && capital) ? match : (td_phrase_match){0};
}

static td_phrase_match body_match(const td_naming *naming, td_index i, td_index end) {
    td_phrase_match match = {0};
    if (i < end) match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    return has_kind(match, 1U << TD_PHRASE_BODY) ? match : (td_phrase_match){0};
}

/* Tokens of a role or title at `i`; 0 where none. */
static uint32_t role_length(const td_naming *naming, td_index i, td_index end, char *gender) {
    *gender = 0;
    td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, i), end - i);
    const td_name_word *title = td_names_match(naming->names, td_naming_token(naming, i), end - i, 1U << TD_NAME_TITLE);
    uint32_t length = title ? title->words : 0;
    if (title && td_view_present(title->values[TD_NAME_TITLE])) *gender = title->values[TD_NAME_TITLE].bytes[0];
    bool role = has_kind(match, 1U << TD_PHRASE_ROLE);
    return role && match.tokens > length ? match.tokens : length;
}

static bool heads(const td_naming *naming, td_index first, td_index end, uint32_t classes) {
    return td_names_match_back(naming->names, naming->report->tokens.items, first, end, classes) != NULL;
}

static td_candidate *add(td_naming *naming, td_run *run, td_index end, td_phrase_match match) {
    td_candidate *candidate = td_push(naming->arena, &naming->candidates);
    *candidate = td_candidate_over(run->sentence, run->at, end);
    candidate->phrases = match.phrases;
    candidate->phrase_count = match.count;
    memcpy(candidate->country, run->country, sizeof candidate->country);
    candidate->role_first = run->role_first;
    candidate->role_end = run->role_end;
    candidate->gender = run->gender;
    for (td_index i = run->at; i < end; i++) naming->token_notes[i] |= TD_TOKEN_TAKEN;
    td_name_kind_tell(naming, candidate);
    run->at = end;
    run->country[0] = 0;
    run->role_first = run->role_end = TD_NONE;
    run->gender = 0;
    return candidate;
}

/* The code of the country that a reading of `match` is of, "" where it is none. */
static void country_of_match(const td_naming *naming, td_phrase_match match, char country[3]) {
    country[0] = 0;
    for (uint32_t i = 0; i < match.count && !country[0]; i++) {
        const td_phrase *phrase = &match.phrases[i];
        if (phrase->kind == TD_PHRASE_DEMONYM) td_country_of_id(phrase->id, country);
        if (phrase->kind == TD_PHRASE_METONYM) memcpy(country, td_actors_get(naming->actors, phrase->id).country, 3);
        if (phrase->kind != TD_PHRASE_PLACE) continue;
        td_gazetteer_place place = td_places_get(naming->places, phrase->id);
        if (place.precision == TD_PRECISION_COUNTRY) memcpy(country, place.country, 3);
    }
}

/*
 * "Russian defence ministry", "Syria government forces": the end of the body of state behind tokens that end at `i`,
 * and its phrase; `i` where there is none.
 */
static td_index body_end(const td_naming *naming, td_index i, td_index end, uint32_t *body) {
    *body = TD_NONE;
    td_phrase_match match = body_match(naming, i, end);
    if (match.tokens) {
        *body = td_reading_of(match.phrases, match.count, TD_PHRASE_BODY)->id;
        return i + match.tokens;
    }
    td_index at = i;
    for (int k = 0; k < MOST_MODIFIERS && at < end; k++) {
        const td_name_word *word =
            td_names_match(naming->names, td_naming_token(naming, at), end - at, 1U << TD_NAME_MODIFIER);
        if (!word) break;
        at += word->words;
    }
    for (td_index from = at + 1; from-- > i;) { /* a modifier may itself be the head: "Syrian opposition" */
        const td_name_word *head = from < end ? td_names_match(naming->names, td_naming_token(naming, from), end - from,
                                                               1U << TD_NAME_ORGANISATION)
                                              : NULL;
        if (head) return from + head->words;
    }
    return i;
}

/* A phrase of the lexicon; in "U.S. military" the country is a mention of its own inside. */
static void add_whole(td_naming *naming, td_run *run, td_phrase_match match) {
    td_index first = run->at, end = run->at + match.tokens;
    char country[3] = "";
    if (!(td_naming_token(naming, end - 1)->features & TD_FEATURE_CAPITAL)) {
        td_phrase_match inner = naming_match(naming, first, end - 1);
        country_of_match(naming, inner, country);
        td_run part = *run;
        if (country[0]) add(naming, &part, first + inner.tokens, inner);
    }
    add(naming, run, end, match);
}

/* A people or country at the run's start with a body of state behind it, as one organisation. */
static bool add_body(td_naming *naming, td_run *run, td_phrase_match match) {
    uint32_t body;
    td_index from = run->at + match.tokens, end = body_end(naming, from, run->sentence_end, &body);
    char country[3];
    country_of_match(naming, match, country);
    if (end == from || !country[0] || end < run->end) return false;
    td_index first = run->at;
    bool large = td_naming_token(naming, end - 1)->features & TD_FEATURE_CAPITAL;
    if (!large && has_kind(match, 1U << TD_PHRASE_PLACE) && body == TD_NONE) return false; /* "Aleppo rebel group" */
    if (!large) { /* "the Russian army": the people is a mention of its own inside */
        add(naming, run, from, match);
        run->at = first;
    }
    td_candidate *candidate = add(naming, run, end, (td_phrase_match){0});
    candidate->kind = TD_ENTITY_ORGANISATION;
    candidate->certainty = TD_SURE;
    candidate->form = large ? TD_FORM_NAME : TD_FORM_NOMINAL;
    candidate->body = body;
    memcpy(candidate->country, country, sizeof country);
    return true;
}

/* A title or role at the run's start with a name behind it: keep it for that name. */
static bool take_role(td_naming *naming, td_run *run) {
    char gender;
    uint32_t length = role_length(naming, run->at, run->end, &gender);
    if (length == 0) return false;
    uint32_t organisation = 1U << TD_NAME_ORGANISATION | 1U << TD_NAME_FACILITY;
    if (run->at + length < run->end && heads(naming, run->at + 1, run->end, organisation) && !gender) return false;
    if (run->role_first == TD_NONE) run->role_first = run->at;
    run->at += length;
    run->role_end = run->at;
    if (gender) run->gender = gender;
    return true;
}

/* Where a title inside the run begins: "BBC Correspondent X"; the run's end where there is none. */
static td_index inner_role(const td_naming *naming, const td_run *run) {
    for (td_index i = run->at + 1; i + 1 < run->end; i++) {
        char gender;
        uint32_t length = role_length(naming, i, run->end, &gender);
        bool inside =
            td_token_is(naming, i - 1, "of") || td_token_is(naming, i - 1, "for") || td_token_joined(naming, i);
        if (length && i + length < run->end && !inside) return i;
    }
    return run->end;
}

/* Is what begins here and stands in the lexicon only the first part of a longer name? */
static bool is_part_of_longer(const td_naming *naming, const td_run *run, td_phrase_match match) {
    td_index rest = run->at + match.tokens;
    char gender;
    if (role_length(naming, rest, run->end, &gender)) return false;
    if (has_kind(match, 1U << TD_PHRASE_DEMONYM)) return false;
    uint32_t classes = 1U << TD_NAME_ORGANISATION | 1U << TD_NAME_FACILITY | 1U << TD_NAME_PLACE;
    if (heads(naming, rest, run->end, classes)) return true;
    const td_name_word *front = td_names_match(naming->names, td_naming_token(naming, rest), run->end - rest, classes);
    if (front && rest + front->words < run->end && td_token_is(naming, rest + front->words, "of")) return true;
    bool given = td_names_match(naming->names, td_naming_token(naming, run->at), 1, 1U << TD_NAME_GIVEN) != NULL;
    bool hyphen = td_token_is(naming, rest, "-");
    td_phrase_match behind = naming_match(naming, rest, run->sentence_end);
    if (behind.tokens && rest + behind.tokens >= run->end && !hyphen)
        return given && !has_kind(match, 1U << TD_PHRASE_ACTOR);
    char country[3];
    country_of_match(naming, match, country);
    bool short_country = td_naming_token(naming, run->at)->features & TD_FEATURE_ALL_CAPITALS;
    return !(country[0] && short_country) && !has_kind(match, 1U << TD_PHRASE_ACTOR);
}

/* A people before a name: "Russian Foreign Minister Sergei Lavrov", "Libyan National Army". */
static bool take_demonym(td_naming *naming, td_run *run, td_phrase_match match) {
    if (!has_kind(match, 1U << TD_PHRASE_DEMONYM)) return false;
    td_index rest = run->at + match.tokens;
    if (rest < run->end && heads(naming, rest, run->end, 1U << TD_NAME_ORGANISATION)) {
        char gender;
        td_phrase_match behind = naming_match(naming, rest, run->sentence_end);
        bool known_behind = behind.tokens && rest + behind.tokens >= run->end;
        if (!known_behind && !role_length(naming, rest, run->end, &gender)) {
            char country[3];
            country_of_match(naming, match, country);
            td_candidate *candidate = add(naming, run, run->end, (td_phrase_match){0});
            memcpy(candidate->country, country, sizeof country);
            return true;
        }
    }
    char country[3];
    country_of_match(naming, match, country);
    add(naming, run, rest, match);
    memcpy(run->country, country, sizeof country);
    return true;
}

/* "Capital Lomé": a noun with a capital before what the lexicon knows by itself. */
static bool is_apposed_noun(const td_naming *naming, const td_run *run) {
    const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, run->at)->key);
    if (run->end - run->at < 2 || !td_name_is(word, TD_NAME_REFERENCE)) return false;
    td_phrase_match behind = naming_match(naming, run->at + 1, run->sentence_end);
    return behind.tokens && run->at + 1 + behind.tokens >= run->end;
}

static void cut_run(td_naming *naming, td_run *run) {
    while (run->at < run->end) {
        td_phrase_match match = naming_match(naming, run->at, run->sentence_end);
        bool whole = match.tokens && run->at + match.tokens >= run->end;
        if (match.tokens && add_body(naming, run, match)) continue;
        if (!whole && take_role(naming, run)) continue;
        if (whole) {
            add_whole(naming, run, match);
            continue;
        }
        if (match.tokens && take_demonym(naming, run, match)) continue;
        if (match.tokens && !is_part_of_longer(naming, run, match)) {
            char country[3];
            country_of_match(naming, match, country);
            add(naming, run, run->at + match.tokens, match);
            memcpy(run->country, country, sizeof country);
            while (run->at < run->end && td_token_is(naming, run->at, "-")) run->at++;
            continue;
        }
        if (is_apposed_noun(naming, run)) {
            run->at++;
            continue;
        }
        td_index end = inner_role(naming, run);
        add(naming, run, end, (td_phrase_match){0});
    }
}

/* "Hmeimim air base", "Admiral Kuznetsov aircraft carrier": lower-case heads of a name that ends at `end`. */
static td_index behind_head(const td_naming *naming, td_index end, td_index sentence_end) {
    uint32_t classes = 1U << TD_NAME_FACILITY | 1U << TD_NAME_EQUIPMENT;
    const td_name_word *head = td_names_match(naming->names, td_naming_token(naming, end), sentence_end - end, classes);
    return head ? end + head->words : end;
}

static void extend_last(td_naming *naming, uint32_t before, td_index sentence_end) {
    if (naming->candidates.count == before) return;
    td_candidate *last = &naming->candidates.items[naming->candidates.count - 1];
    if (last->form != TD_FORM_NAME || last->end >= sentence_end || last->kind == TD_ENTITY_PERSON) return;
    if (last->kind == TD_ENTITY_ORGANISATION && last->certainty == TD_SURE) return;
    const td_phrase *place = td_reading_of(last->phrases, last->phrase_count, TD_PHRASE_PLACE);
    bool settled = place && td_places_get(naming->places, place->id).precision == TD_PRECISION_COUNTRY;
    td_index end = behind_head(naming, last->end, sentence_end);
    if (settled || end == last->end) return;
    last->end = end;
    last->phrases = NULL;
    last->phrase_count = 0;
    td_name_kind_tell(naming, last);
}

void td_name_country_within(const td_naming *naming, td_candidate *candidate) {
    td_index length = candidate->end - candidate->first;
    td_phrase_match match = naming_match(naming, candidate->first, candidate->end);
    if (match.tokens && match.tokens < length) country_of_match(naming, match, candidate->country);
}

void td_name_role_before(const td_naming *naming, td_candidate *candidate) {
    td_index start = naming->report->sentences.items[candidate->sentence].token_start, at = candidate->first;
    const td_name_word *title = td_names_match_back(naming->names, naming->report->tokens.items, start, at,
                                                    1U << TD_NAME_TITLE | 1U << TD_NAME_PERSON_NOUN);
    uint32_t longest = 0;
    for (uint32_t back = 1; back <= 4 && at >= start + back; back++) {
        td_phrase_match match = td_phrases_match(naming->phrases, td_naming_token(naming, at - back), back);
        if (match.tokens == back && has_kind(match, 1U << TD_PHRASE_ROLE)) longest = back;
    }
    if (title && title->words > longest) longest = title->words;
    if (longest == 0) return;
    candidate->role_first = at - longest;
    candidate->role_end = at;
    const td_view gender = title ? title->values[TD_NAME_PERSON_NOUN] : TD_VIEW_ABSENT;
    if (gender.size) candidate->gender = gender.bytes[0];
}

/* A role in small letters before a name: "Kremlin spokesman X", "foreign minister X". */
static void note_small_role(const td_naming *naming, td_run *run) {
    td_candidate behind = td_candidate_over(run->sentence, run->at, run->at + 1);
    td_name_role_before(naming, &behind);
    if (behind.role_first == TD_NONE) return;
    run->role_first = behind.role_first;
    run->role_end = behind.role_end;
    if (behind.gender) run->gender = behind.gender;
}

static void find_in_sentence(td_naming *naming, td_index s) {
    const td_sentence *sentence = &naming->report->sentences.items[s];
    for (td_index i = sentence->token_start; i < sentence->token_end;) {
        td_index end = td_name_run(naming, i, sentence->token_end);
        td_phrase_match match = naming_match(naming, i, sentence->token_end);
        if (i + match.tokens > end) end = i + match.tokens;
        if (end == i) {
            i++;
            continue;
        }
        td_run run = {.sentence = s,
                      .at = i,
                      .end = end,
                      .sentence_end = sentence->token_end,
                      .role_first = TD_NONE,
                      .role_end = TD_NONE};
        if (match.tokens > 1 && td_token_is(naming, i, "the")) run.at++; /* "the Kremlin": the name is what follows */
        note_small_role(naming, &run);
        uint32_t before = naming->candidates.count;
        if (run.at > i && i + match.tokens == end)
            add(naming, &run, end, match);
        else
            cut_run(naming, &run);
        extend_last(naming, before, sentence->token_end);
        i = run.at > end ? run.at : end;
        if (naming->candidates.count > before && naming->candidates.items[naming->candidates.count - 1].end > i)
            i = naming->candidates.items[naming->candidates.count - 1].end;
    }
}

void td_name_spans_find(td_naming *naming) {
    for (td_index s = 0; s < naming->report->sentences.count; s++) find_in_sentence(naming, s);
}
