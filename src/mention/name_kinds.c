/*
 * The kind of a name, from its words and what stands around it.
 * Input: a candidate's tokens, its readings in the lexicon, the words before and behind. Output: its kind, form and
 * how firmly that is known.
 *
 * The evidence is asked in order of weight, the first that speaks decides: heads and designations inside the name,
 * titles before it, the lexicon, given names, then the company it keeps (McDonald 1996: internal before external
 * evidence).
 */

#include "mention/naming.h"

static const td_token *word_before(const td_naming *naming, const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    td_index i = candidate->first;
    if (i > sentence->token_start && td_token_is(naming, i - 1, "the")) i--;
    return i > sentence->token_start ? td_naming_token(naming, i - 1) : NULL;
}

static bool word_is(const td_naming *naming, const td_token *token, const char *const *words) {
    if (!token) return false;
    td_view text = td_span_text(naming->report->text, token->span);
    for (; *words; words++)
        if (td_view_equal_ascii_fold(text, td_view_of(*words))) return true;
    return false;
}

static bool behind_is(const td_naming *naming, const td_candidate *candidate, td_index offset,
                      const char *const *words) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    td_index i = candidate->end + offset;
    return i < sentence->token_end && word_is(naming, td_naming_token(naming, i), words);
}

static bool is_located(const td_naming *naming, const td_candidate *candidate) {
    static const char *const words[] = {"in",     "near",       "at",   "around", "outside", "inside",
                                        "across", "throughout", "into", "within", NULL};
    return word_is(naming, word_before(naming, candidate), words);
}

static bool is_moved_to(const td_naming *naming, const td_candidate *candidate) {
    static const char *const words[] = {"from", "to",    "toward", "towards", "via",     "through",
                                        "over", "leave", "left",   "reached", "entered", NULL};
    return word_is(naming, word_before(naming, candidate), words);
}

/* The subject of its clause: the parser's word where there is one, else what stands before and behind. */
static bool is_subject(const td_naming *naming, const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    bool parsed = td_naming_token(naming, candidate->first)->head != TD_NONE;
    for (td_index i = candidate->first; parsed && i < candidate->end; i++)
        if (td_view_starts_with(td_naming_token(naming, i)->relation, TD_VIEW("nsubj"))) return true;
    if (parsed) return false;
    const td_token *before = word_before(naming, candidate);
    if (before && before->part_of_speech == TD_POS_ADPOSITION) return false;
    if (before && td_token_is_verb(before)) return false;
    if (candidate->end >= sentence->token_end) return false;
    const td_token *next = td_naming_token(naming, candidate->end);
    if (next->part_of_speech == TD_POS_ADVERB && candidate->end + 1 < sentence->token_end) next++;
    return td_token_is_verb(next) || candidate->first <= sentence->token_start + 1;
}

/* "Oconee counties": the noun in the plural, behind the last name of a row; NULL. */
static const td_name_word *plural_place_noun(const td_naming *naming, const td_sentence *sentence, td_index i) {
    if (i >= sentence->token_end) return NULL;
    const td_token *token = td_naming_token(naming, i);
    const td_name_word *noun = td_names_find(naming->names, token->lemma_key);
    bool plural = (token->features & TD_FEATURE_PLURAL) && !(token->features & TD_FEATURE_CAPITAL);
    return plural && td_name_is(noun, TD_NAME_PLACE) ? noun : NULL;
}

/* "Latakia province", "the province of Latakia": the noun that says what sort of place it is, or NULL. */
static const td_name_word *place_noun_of(const td_naming *naming, const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    const td_token *tokens = naming->report->tokens.items;
    uint32_t class = 1U << TD_NAME_PLACE;
    const td_name_word *behind =
        td_names_match(naming->names, &tokens[candidate->end], sentence->token_end - candidate->end, class);
    if (!behind) behind = plural_place_noun(naming, sentence, candidate->end);
    if (behind || candidate->first < sentence->token_start + 2) return behind;
    td_index of = candidate->first - 1;
    if (!td_token_is(naming, of, "of")) return NULL;
    return td_names_match_back(naming->names, tokens, sentence->token_start, of, class);
}

static void note_place_noun(const td_naming *naming, td_candidate *candidate) {
    const td_name_word *noun = place_noun_of(naming, candidate);
    candidate->place_noun = noun != NULL;
    candidate->division_noun = noun && !td_view_equal(noun->values[TD_NAME_REFERENCE], TD_VIEW("settlement"));
}

/* "Su-24", "T-72", "Il-76": a few letters, a hyphen, digits. */
static bool is_designation(const td_naming *naming, const td_candidate *candidate) {
    static const char *const no_weapons[] = {"G-7", "G-8", "G-20", "G-77", "A-level", NULL};
    td_view text = td_candidate_text(naming, candidate);
    for (int i = 0; no_weapons[i]; i++)
        if (td_view_equal_ascii_fold(text, td_view_of(no_weapons[i]))) return false;
    size_t dash = td_view_find(text, TD_VIEW("-"), 0);
    while (dash != SIZE_MAX && dash + 1 < text.size) {
        size_t start = dash, digits = dash + 1;
        while (start > 0 && ((text.bytes[start - 1] | 0x20) >= 'a' && (text.bytes[start - 1] | 0x20) <= 'z')) start--;
        while (digits < text.size && text.bytes[digits] >= '0' && text.bytes[digits] <= '9') digits++;
        if (dash - start >= 1 && dash - start <= 4 && digits > dash + 1 && digits - dash <= 5) return true;
        dash = td_view_find(text, TD_VIEW("-"), dash + 1);
    }
    return false;
}

static bool decide(td_candidate *candidate, enum td_entity_kind kind, enum td_certainty certainty) {
    candidate->kind = kind;
    candidate->certainty = certainty;
    return true;
}

/* "Ostrava Institute of Marine Law": a head of the class with "of" or "for" behind it, anywhere in the name. */
static bool has_head_of(const td_naming *naming, const td_candidate *candidate, enum td_name_class class) {
    for (td_index i = candidate->first; i + 2 < candidate->end; i++) {
        if (!td_token_is(naming, i + 1, "of") && !td_token_is(naming, i + 1, "for")) continue;
        const td_name_word *word = td_names_find(naming->names, td_naming_token(naming, i)->key);
        if (td_name_is(word, class) && td_view_equal(word->values[class], TD_VIEW("of"))) return true;
    }
    return false;
}

/* What heads the name: its last words, or its first before "of" and in "Lake X". */
static bool tell_by_head(const td_naming *naming, td_candidate *candidate) {
    static const struct {
        enum td_name_class class;
        enum td_entity_kind kind;
    } classes[] = {{TD_NAME_FACILITY, TD_ENTITY_FACILITY},
                   {TD_NAME_EQUIPMENT, TD_ENTITY_EQUIPMENT},
                   {TD_NAME_ORGANISATION, TD_ENTITY_ORGANISATION},
                   {TD_NAME_PLACE, TD_ENTITY_PLACE}};
    const td_token *tokens = naming->report->tokens.items;
    bool alone = candidate->end - candidate->first == 1;
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        uint32_t bit = 1U << classes[c].class;
        const td_name_word *last = td_names_match_back(naming->names, tokens, candidate->first, candidate->end, bit);
        const td_name_word *first =
            td_names_match(naming->names, &tokens[candidate->first], candidate->end - candidate->first, bit);
        if (last && last->words < candidate->end - candidate->first) return decide(candidate, classes[c].kind, TD_SURE);
        if (has_head_of(naming, candidate, classes[c].class)) return decide(candidate, classes[c].kind, TD_SURE);
        td_view use = first ? first->values[classes[c].class] : TD_VIEW_ABSENT;
        bool front = td_view_equal(use, TD_VIEW("front")) && !alone;
        if (front) return decide(candidate, classes[c].kind, TD_LIKELY);
        if (alone && last && classes[c].class == TD_NAME_ORGANISATION)
            return decide(candidate, classes[c].kind, TD_LIKELY);
    }
    return false;
}

/* "rebel National Resistance Front": a body that the lexicon knows by several words is no person for what stands
 * before. */
static bool is_known_body(const td_naming *naming, const td_candidate *candidate) {
    const td_phrase *actor = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_ACTOR);
    return actor && candidate->end - candidate->first > 1 && !(actor->flags & TD_PHRASE_AMBIGUOUS) &&
           td_actors_get(naming->actors, actor->id).kind == TD_ENTITY_ORGANISATION;
}

static bool tell_by_title(const td_naming *naming, td_candidate *candidate) {
    if (is_known_body(naming, candidate)) return false;
    return candidate->role_first != TD_NONE && decide(candidate, TD_ENTITY_PERSON, TD_SURE);
}

/* The lexicon's word; a name that may be a common word or a person's needs more. */
static bool tell_by_lexicon(const td_naming *naming, td_candidate *candidate) {
    if (candidate->phrase_count == 0) return false;
    const td_phrase *actor = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_ACTOR);
    const td_phrase *demonym = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_DEMONYM);
    const td_phrase *place = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
    const td_phrase *metonym = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_METONYM);
    if (demonym && !place && !actor) {
        candidate->form = TD_FORM_DEMONYM;
        return decide(candidate, TD_ENTITY_PLACE, TD_SURE);
    }
    if (actor && !(place && candidate->located)) {
        td_actor known = td_actors_get(naming->actors, actor->id);
        bool weak = actor->flags & TD_PHRASE_AMBIGUOUS || place;
        bool small =
            !(td_naming_token(naming, candidate->end - 1)->features & (TD_FEATURE_CAPITAL | TD_FEATURE_DIGITS));
        if (small && known.kind == TD_ENTITY_ORGANISATION)
            candidate->form = TD_FORM_NOMINAL; /* "the Malian government" */
        return decide(candidate, known.kind, weak ? TD_LIKELY : TD_SURE);
    }
    if (place) {
        td_gazetteer_place known = td_places_get(naming->places, place->id);
        bool weak =
            place->flags & TD_PHRASE_AMBIGUOUS && !candidate->located && known.precision != TD_PRECISION_COUNTRY;
        return decide(candidate, known.kind, weak ? TD_GUESS : TD_SURE);
    }
    if (!metonym) return false;
    candidate->form = TD_FORM_METONYM;
    return decide(candidate, TD_ENTITY_ORGANISATION, TD_SURE);
}

static bool is_initial(td_view text) {
    if (text.size == 2) return text.bytes[1] == '.';
    return text.size == 1 && text.bytes[0] >= 'A' && text.bytes[0] <= 'Z';
}

/* Inside a name: "bin", "de", or an initial. */
static bool has_inner_sign(const td_naming *naming, const td_candidate *candidate) {
    for (td_index i = candidate->first + 1; i + 1 < candidate->end; i++) {
        if (td_name_is(td_names_find(naming->names, td_naming_token(naming, i)->key), TD_NAME_PARTICLE)) return true;
        if (is_initial(td_naming_text(naming, i))) return true;
    }
    return false;
}

static bool has_connector(const td_naming *naming, const td_candidate *candidate) {
    for (td_index i = candidate->first; i < candidate->end; i++)
        if (td_token_is(naming, i, "of") || td_token_is(naming, i, "for") || td_token_is(naming, i, "&")) return true;
    return false;
}

#define LONGEST_PERSON 7 /* tokens, hyphens among them */

static bool tell_by_given_name(const td_naming *naming, td_candidate *candidate) {
    const td_token *tokens = naming->report->tokens.items;
    const td_name_word *given = td_names_match(naming->names, &tokens[candidate->first], 1, 1U << TD_NAME_GIVEN);
    uint32_t length = candidate->end - candidate->first;
    if (length > LONGEST_PERSON || has_connector(naming, candidate)) return false;
    td_view gender = given ? given->values[TD_NAME_GIVEN] : TD_VIEW_ABSENT;
    if (gender.size && !candidate->gender) candidate->gender = gender.bytes[0];
    if (given) return decide(candidate, TD_ENTITY_PERSON, length > 1 ? TD_SURE : TD_GUESS);
    bool suffix = length > 1 && td_names_match(naming->names, &tokens[candidate->end - 1], 1, 1U << TD_NAME_SUFFIX);
    return (suffix || has_inner_sign(naming, candidate)) && decide(candidate, TD_ENTITY_PERSON, TD_LIKELY);
}

static bool is_age(td_view text) {
    return text.size == 2 && text.bytes[0] >= '1' && text.bytes[0] <= '9' && text.bytes[1] >= '0' &&
           text.bytes[1] <= '9';
}

/* What stands around it: ", 42,", "who", "in X", "X said". */
static bool tell_by_company(const td_naming *naming, td_candidate *candidate) {
    static const char *const who[] = {"who", "whose", "himself", "herself", NULL}, *const comma[] = {",", NULL};
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    td_index end = candidate->end;
    uint32_t length = end - candidate->first;
    bool apposed = behind_is(naming, candidate, 0, comma);
    bool age = apposed && end + 2 < sentence->token_end && is_age(td_naming_text(naming, end + 1)) &&
               td_token_is(naming, end + 2, ",");
    if (age || behind_is(naming, candidate, 0, who) || (apposed && behind_is(naming, candidate, 1, who)))
        return decide(candidate, TD_ENTITY_PERSON, TD_LIKELY);
    if (candidate->located && length <= 3) return decide(candidate, TD_ENTITY_PLACE, TD_LIKELY);
    const td_name_word *cue = end < sentence->token_end
                                  ? td_names_match(naming->names, td_naming_token(naming, end), 1, 1U << TD_NAME_CUE)
                                  : NULL;
    if (!cue && end < sentence->token_end) cue = td_names_find(naming->names, td_naming_token(naming, end)->lemma_key);
    if (td_name_is(cue, TD_NAME_CUE) && length == 2) return decide(candidate, TD_ENTITY_PERSON, TD_LIKELY);
    return false;
}

/* Do its words also stand for things: by the tagger, in small letters elsewhere, or as no names at all? */
static bool is_made_of_words(const td_naming *naming, const td_candidate *candidate) {
    uint32_t plain = 0;
    for (td_index i = candidate->first; i < candidate->end; i++) {
        const td_token *token = td_naming_token(naming, i);
        const td_name_word *word = td_names_find(naming->names, token->key);
        if (token->part_of_speech == TD_POS_PUNCTUATION) continue;
        bool noun = token->part_of_speech != TD_POS_PROPER_NOUN && token->part_of_speech != TD_POS_OTHER;
        bool small = td_map_get(&naming->small, token->key) != NULL;
        plain += noun || small || td_name_is(word, TD_NAME_NOT_NAME);
    }
    return plain > 0;
}

/* Does it act, own or suffer, as persons do? */
static bool acts(const td_naming *naming, const td_candidate *candidate) {
    static const char *const owns[] = {"'s", "\xE2\x80\x99s", NULL};
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    if (candidate->subject || behind_is(naming, candidate, 0, owns)) return true;
    for (td_index i = candidate->first; i < candidate->end; i++)
        if (td_view_equal(td_naming_token(naming, i)->relation, TD_VIEW("obj"))) return true;
    return candidate->end < sentence->token_end && td_token_is_verb(td_naming_token(naming, candidate->end));
}

/* "(NRDO)": it stands alone between brackets, as short forms of names do. */
static bool is_bracketed(const td_naming *naming, const td_candidate *candidate) {
    static const char *const closing[] = {")", NULL};
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    if (is_initial(td_naming_text(naming, candidate->first))) return false; /* "(D)", a party's letter */
    return candidate->first > sentence->token_start && td_token_is(naming, candidate->first - 1, "(") &&
           behind_is(naming, candidate, 0, closing);
}

/* A name of one word that nothing tells about: things have articles and stand before nouns, persons do not. */
static enum td_entity_kind guess_single(const td_naming *naming, const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    bool article = candidate->first > sentence->token_start && td_token_is(naming, candidate->first - 1, "the");
    bool noun =
        candidate->end < sentence->token_end && td_naming_token(naming, candidate->end)->part_of_speech == TD_POS_NOUN;
    bool thing = article || noun || is_bracketed(naming, candidate);
    return thing ? TD_ENTITY_ORGANISATION : TD_ENTITY_PERSON;
}

/* Nothing speaks: what such names are mostly. */
static void guess(const td_naming *naming, td_candidate *candidate) {
    uint32_t length = candidate->end - candidate->first;
    bool capitals = true;
    for (td_index i = candidate->first; i < candidate->end; i++)
        capitals &= (td_naming_token(naming, i)->features & TD_FEATURE_ALL_CAPITALS) != 0;
    bool shouted = td_token_noted(naming, candidate->first, TD_TOKEN_SHOUTED);
    td_span span = td_candidate_span(naming, candidate);
    if (capitals && !shouted && length == 1 && span.end - span.start > 1) {
        decide(candidate, TD_ENTITY_ORGANISATION, TD_LIKELY);
    } else if (length == 2 || length == 3) {
        decide(candidate, TD_ENTITY_PERSON, TD_GUESS);
    } else if (length == 1 && is_moved_to(naming, candidate)) {
        decide(candidate, TD_ENTITY_PLACE, TD_GUESS);
    } else {
        decide(candidate, length == 1 ? guess_single(naming, candidate) : TD_ENTITY_ORGANISATION, TD_GUESS);
    }
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    bool label = length == 1 && sentence->token_end - sentence->token_start <= 2; /* a line of one word */
    bool idle = length == 1 && candidate->kind == TD_ENTITY_PERSON && !acts(naming, candidate);
    candidate->doubtful = label || idle || is_made_of_words(naming, candidate);
}

void td_name_kind_tell(const td_naming *naming, td_candidate *candidate) {
    static bool (*const evidence[])(const td_naming *, td_candidate *) = {
        tell_by_title, tell_by_lexicon, tell_by_head, tell_by_given_name, tell_by_company,
    };
    candidate->located = is_located(naming, candidate);
    candidate->subject = is_subject(naming, candidate);
    note_place_noun(naming, candidate);
    if (is_designation(naming, candidate)) {
        decide(candidate, TD_ENTITY_EQUIPMENT, TD_SURE);
        return;
    }
    for (size_t i = 0; i < sizeof evidence / sizeof *evidence; i++)
        if (evidence[i](naming, candidate)) return;
    guess(naming, candidate);
}

/* Where the same words are told firmly in one place and guessed in another, the firm telling counts. */
void td_name_kinds_agree(td_naming *naming) {
    td_map best; /* key of a name to the candidate that knows its kind best */
    td_map_init(&best, naming->arena);
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form != TD_FORM_NAME) continue;
        td_index *known = td_map_put(&best, td_candidate_key(naming, candidate), i, NULL);
        if (candidate->certainty > naming->candidates.items[*known].certainty) *known = i;
    }
    for (td_index i = 0; i < naming->candidates.count; i++) {
        td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form != TD_FORM_NAME || candidate->certainty == TD_SURE) continue;
        const td_candidate *known = &naming->candidates.items[*td_map_get(&best, td_candidate_key(naming, candidate))];
        if (known->certainty <= candidate->certainty) continue;
        candidate->kind = known->kind;
        candidate->certainty = known->certainty;
        candidate->doubtful = known->doubtful;
    }
}
