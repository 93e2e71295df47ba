/*
 * The trained choice of names.
 * Input: candidates of the rules, the block "names.model". Output: candidates as the model chooses them: kept, told
 * anew, cut anew, dropped.
 *
 * The model scores every span that may be a name, and the best sequence of names and other words is taken (Viterbi over
 * segments; Sarawagi and Cohen, "Semi-Markov conditional random fields", 2004). It does so twice: the second time each
 * span also has what echoes of it in the first choice. Where the lexicon is sure, as of a country or a known head of
 * state, a name stays even where the model takes none, unless it lies in one that is taken.
 */

#include "mention/names_model.h"

#include <stdlib.h>
#include <string.h>

#define ROW_BITS_MAXIMUM 22u
#define SHORTEST_DATELINE 4u /* letters: shorter ones are abbreviations too */

bool td_names_model_open(td_view block, td_names_model *model) {
    td_names_model_header header;
    if (!td_view_present(block) || block.size < sizeof header) return false;
    memcpy(&header, block.bytes, sizeof header);
    if (memcmp(header.magic, "tdnames", sizeof header.magic) != 0 || header.version != TD_NAMES_MODEL_VERSION)
        return false;
    if (header.row_bits < 1 || header.row_bits > ROW_BITS_MAXIMUM) return false;
    if (block.size < sizeof header + ((size_t)TD_CHOICE_COUNT << header.row_bits)) return false;
    model->rows = (const int8_t(*)[TD_CHOICE_COUNT])(block.bytes + sizeof header);
    model->row_shift = 64 - header.row_bits;
    return true;
}

/* What the gazetteer knows under a name that is no common word, or "county" calls a place, is a name of some kind. */
static bool is_known_place(const td_candidate *candidate) {
    const td_phrase *place = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
    return candidate->place_noun || (place && !(place->flags & TD_PHRASE_AMBIGUOUS));
}

/* "ADEN, Yemen (Agency) -": a place in capitals at a sentence's head is where the report was written. */
static bool is_dateline(const td_naming *naming, const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    uint32_t features = td_naming_token(naming, candidate->end - 1)->features;
    td_span span = td_candidate_span(naming, candidate);
    return candidate->first == sentence->token_start && (features & TD_FEATURE_ALL_CAPITALS) &&
           span.end - span.start >= SHORTEST_DATELINE && is_known_place(candidate);
}

/* Does the lexicon know these words as one thing, whatever stands around them? */
static bool is_settled(const td_naming *naming, const td_candidate *candidate) {
    if (candidate->certainty != TD_SURE) return false;
    if (is_dateline(naming, candidate)) return true;
    if (candidate->body != TD_NONE) return true;
    for (uint32_t i = 0; i < candidate->phrase_count; i++) {
        const td_phrase *phrase = &candidate->phrases[i];
        if (phrase->flags & TD_PHRASE_AMBIGUOUS) continue;
        if (phrase->kind == TD_PHRASE_ACTOR) return true;
        if (phrase->kind == TD_PHRASE_PLACE &&
            td_places_get(naming->places, phrase->id).precision == TD_PRECISION_COUNTRY)
            return true;
    }
    return false;
}

/* ---- choosing spans ---- */

void td_names_model_score(const td_names_model *model, const td_name_features *features, td_name_scores scores) {
    for (uint32_t i = 0; i < features->count; i++) {
        const int8_t *row = model->rows[features->items[i] >> model->row_shift];
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) scores[c] += row[c];
    }
}

/* The best way to a token from the text's start. */
typedef struct td_path {
    int64_t score;
    uint32_t span; /* that ends here; TD_NONE: the token before is no name */
    uint8_t choice;
} td_path;

static void extend(td_path *path, int64_t score, uint32_t span, uint8_t choice) {
    if (score > path->score) *path = (td_path){score, span, choice};
}

/* Viterbi's algorithm over segments. */
uint8_t *td_name_spans_choose(const td_naming *naming, const td_name_lattice *lattice, const td_name_scores *scores) {
    uint32_t tokens = naming->report->tokens.count, count = lattice->spans.count;
    td_path *paths = TD_NEW_ARRAY(naming->arena, tokens + 1, td_path);
    uint8_t *chosen = TD_NEW_ARRAY(naming->arena, count + 1, uint8_t);
    for (uint32_t i = 1; i <= tokens; i++) paths[i].score = INT64_MIN;
    for (uint32_t i = 0, next = 0; i < tokens; i++) {
        int64_t before = paths[i].score, none = before;
        for (; next < count && lattice->spans.items[next].candidate.first == i; next++) {
            td_index end = lattice->spans.items[next].candidate.end;
            for (uint8_t c = 0; c < TD_CHOICE_NONE; c++) extend(&paths[end], before + scores[next][c], next, c);
            if (end == i + 1) none += scores[next][TD_CHOICE_NONE];
        }
        if (none >= paths[i + 1].score) paths[i + 1] = (td_path){none, TD_NONE, TD_CHOICE_NONE};
    }
    memset(chosen, TD_CHOICE_COUNT, count);
    for (uint32_t i = tokens; i > 0;) {
        uint32_t span = paths[i].span;
        if (span != TD_NONE) chosen[span] = paths[i].choice;
        i = span != TD_NONE ? lattice->spans.items[span].candidate.first : i - 1;
    }
    return chosen;
}

/* ---- back to candidates ---- */

static void settle(td_candidate *candidate, enum td_name_choice choice) {
    static const enum td_entity_kind kinds[] = {TD_ENTITY_PERSON, TD_ENTITY_ORGANISATION, TD_ENTITY_PLACE};
    bool same =
        kinds[choice] == candidate->kind || (choice == TD_CHOICE_PLACE && candidate->kind == TD_ENTITY_FACILITY);
    if (!same) candidate->kind = kinds[choice];
    if (!same || candidate->certainty == TD_GUESS) candidate->certainty = TD_LIKELY;
}

/* Candidates of the rules: kept where chosen, where no name of the model's meets them, or where no name is meant. */
static void keep_candidates(td_naming *naming, const td_name_lattice *lattice, const uint8_t *chosen,
                            const bool *taken) {
    uint8_t *choice_of = TD_NEW_ARRAY(naming->arena, naming->candidates.count + 1, uint8_t);
    memset(choice_of, TD_CHOICE_COUNT, naming->candidates.count + 1);
    for (uint32_t i = 0; i < lattice->spans.count; i++)
        if (lattice->spans.items[i].rule != TD_NONE) choice_of[lattice->spans.items[i].rule] = chosen[i];
    uint32_t kept = 0;
    for (td_index i = 0; i < naming->candidates.count; i++) {
        td_candidate candidate = naming->candidates.items[i];
        bool met = false;
        for (td_index k = candidate.first; k < candidate.end; k++) met |= taken[k];
        bool asked = candidate.form == TD_FORM_NAME && candidate.kind != TD_ENTITY_EQUIPMENT;
        if (candidate.form == TD_FORM_NOMINAL) {
            naming->candidates.items[kept++] = candidate;
        } else if (choice_of[i] != TD_CHOICE_COUNT) {
            bool open = asked && !is_settled(naming, &candidate);
            if (open) settle(&candidate, (enum td_name_choice)choice_of[i]);
            candidate.doubtful = false;
            naming->candidates.items[kept++] = candidate;
        } else if (!met && (!asked || is_settled(naming, &candidate) || is_known_place(&candidate))) {
            naming->candidates.items[kept++] = candidate;
        } else {
            for (td_index k = candidate.first; k < candidate.end; k++)
                naming->token_notes[k] = (uint8_t)(naming->token_notes[k] & ~TD_TOKEN_TAKEN);
        }
    }
    naming->candidates.count = kept;
}

/* A person of the rules' whose title the span took in, "Sultan Tarek Amrani": its number, else TD_NONE. */
static td_index person_without_title(const td_naming *naming, const td_name_lattice *lattice,
                                     const td_candidate *candidate) {
    td_index number = lattice->rule_to[candidate->end];
    if (number == TD_NONE) return TD_NONE;
    const td_candidate *rule = &naming->candidates.items[number];
    bool titled = rule->role_first != TD_NONE && rule->role_first >= candidate->first;
    return rule->kind == TD_ENTITY_PERSON && rule->first > candidate->first && titled ? number : TD_NONE;
}

/* A span of the model's own as a candidate. */
static td_candidate candidate_of(const td_naming *naming, const td_name_lattice *lattice, const td_name_span *span,
                                 enum td_name_choice choice) {
    td_candidate candidate = span->candidate;
    td_index titled = choice == TD_CHOICE_PERSON ? person_without_title(naming, lattice, &candidate) : TD_NONE;
    if (titled != TD_NONE) candidate = naming->candidates.items[titled];
    candidate.form = TD_FORM_NAME;
    candidate.doubtful = false;
    settle(&candidate, choice);
    return candidate;
}

static void apply(td_naming *naming, const td_name_lattice *lattice, const uint8_t *chosen) {
    bool *taken = TD_NEW_ARRAY(naming->arena, naming->report->tokens.count + 1, bool);
    for (uint32_t i = 0; i < lattice->spans.count; i++) {
        const td_candidate *candidate = &lattice->spans.items[i].candidate;
        for (td_index k = candidate->first; chosen[i] != TD_CHOICE_COUNT && k < candidate->end; k++) taken[k] = true;
    }
    td_candidate_array own = {0};
    for (uint32_t i = 0; i < lattice->spans.count; i++)
        if (chosen[i] != TD_CHOICE_COUNT && lattice->spans.items[i].rule == TD_NONE)
            *td_push(naming->arena, &own) =
                candidate_of(naming, lattice, &lattice->spans.items[i], (enum td_name_choice)chosen[i]);
    keep_candidates(naming, lattice, chosen, taken);
    for (td_each(candidate, &own)) {
        for (td_index k = candidate->first; k < candidate->end; k++) naming->token_notes[k] |= TD_TOKEN_TAKEN;
        *td_push(naming->arena, &naming->candidates) = *candidate;
    }
    td_candidates_sort(naming);
}

void td_names_model_ask(td_naming *naming) {
    td_names_model model;
    if (!td_names_model_open(naming->names_model, &model)) return;
    td_name_lattice lattice = td_name_lattice_of(naming);
    td_name_company company = td_name_company_of(naming);
    uint32_t count = lattice.spans.count;
    td_name_scores *scores = TD_NEW_ARRAY(naming->arena, count + 1, td_name_scores);
    td_name_features features;
    for (uint32_t i = 0; i < count; i++) {
        td_name_features_of(naming, &company, &lattice, i, &features);
        td_names_model_score(&model, &features, scores[i]);
    }
    uint8_t *chosen = td_name_spans_choose(naming, &lattice, (const td_name_scores *)scores);
    td_name_echoes echoes = td_name_echoes_of(naming, &lattice, chosen);
    for (uint32_t i = 0; i < count; i++) {
        features.count = 0;
        td_name_echoes_add(&echoes, naming, i, &features);
        td_names_model_score(&model, &features, scores[i]);
    }
    apply(naming, &lattice, td_name_spans_choose(naming, &lattice, (const td_name_scores *)scores));
}
