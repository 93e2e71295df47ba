/*
 * A trained second opinion on names.
 * Input: candidates with the kinds that the rules gave them, the block "names.model". Output: kinds told anew, and
 * candidates dropped that are no names.
 *
 * One linear choice a candidate; the other candidates of the same words in the report have half a voice in it, for one
 * name mostly has one sense in a report (Gale, Church and Yarowsky, "One sense per discourse", 1992). Where the lexicon
 * is sure, as of a country or a known head of state, the model is not asked.
 */

#include "mention/names_model.h"

#include <string.h>

#define ROW_BITS_MAXIMUM 22u

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

/* Does the lexicon know these words as one thing, whatever stands around them? */
static bool is_settled(const td_naming *naming, const td_candidate *candidate) {
    if (candidate->certainty != TD_SURE) return false;
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

bool td_name_is_open(const td_naming *naming, const td_candidate *candidate) {
    bool asked = candidate->kind == TD_ENTITY_PERSON || candidate->kind == TD_ENTITY_ORGANISATION ||
                 candidate->kind == TD_ENTITY_PLACE || candidate->kind == TD_ENTITY_FACILITY;
    return asked && candidate->form == TD_FORM_NAME && !is_settled(naming, candidate);
}

/* What the features of candidates of the same words come to. */
typedef struct td_votes {
    int32_t sums[TD_CHOICE_COUNT];
    int32_t voters;
} td_votes;

static td_votes votes_of(const td_names_model *model, const td_name_features *features) {
    td_votes votes = {.voters = 1};
    for (uint32_t i = 0; i < features->count; i++) {
        const int8_t *row = model->rows[features->items[i] >> model->row_shift];
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) votes.sums[c] += row[c];
    }
    return votes;
}

/* What the gazetteer knows under a name that is no common word is a name, of whatever kind. */
static bool is_known_place(const td_candidate *candidate) {
    const td_phrase *place = td_reading_of(candidate->phrases, candidate->phrase_count, TD_PHRASE_PLACE);
    return place && !(place->flags & TD_PHRASE_AMBIGUOUS);
}

/* Own votes, and the mean of the others' by half; the first of equal ones. */
static enum td_name_choice choose(const td_votes *own, const td_votes *all, bool is_name) {
    int64_t best = INT64_MIN;
    enum td_name_choice choice = TD_CHOICE_NONE;
    int64_t others = all->voters - 1;
    for (uint32_t c = 0; c < (is_name ? TD_CHOICE_NONE : TD_CHOICE_COUNT); c++) {
        int64_t sum = 2 * (int64_t)own->sums[c];
        if (others > 0) sum += (all->sums[c] - (int64_t)own->sums[c]) / others;
        if (sum > best) {
            best = sum;
            choice = (enum td_name_choice)c;
        }
    }
    return choice;
}

static void settle(td_naming *naming, td_candidate *candidate, enum td_name_choice choice) {
    static const enum td_entity_kind kinds[] = {TD_ENTITY_PERSON, TD_ENTITY_ORGANISATION, TD_ENTITY_PLACE};
    if (choice == TD_CHOICE_NONE) {
        for (td_index i = candidate->first; i < candidate->end; i++)
            naming->token_notes[i] = (uint8_t)(naming->token_notes[i] & ~TD_TOKEN_TAKEN);
        return;
    }
    bool same =
        kinds[choice] == candidate->kind || (choice == TD_CHOICE_PLACE && candidate->kind == TD_ENTITY_FACILITY);
    if (!same) candidate->kind = kinds[choice];
    if (!same || candidate->certainty == TD_GUESS) candidate->certainty = TD_LIKELY;
}

void td_names_model_ask(td_naming *naming) {
    td_names_model model;
    if (!td_names_model_open(naming->names_model, &model)) return;
    uint32_t count = naming->candidates.count;
    td_votes *own = TD_NEW_ARRAY(naming->arena, count + 1, td_votes);
    td_votes *all = TD_NEW_ARRAY(naming->arena, count + 1, td_votes);
    td_index *sum_of = TD_NEW_ARRAY(naming->arena, count + 1, td_index);
    td_name_company company = td_name_company_of(naming);
    td_name_features features;
    td_map same_words;
    td_map_init(&same_words, naming->arena);
    for (td_index i = 0; i < count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (!td_name_is_open(naming, candidate)) continue;
        td_name_features_of(naming, &company, i, &features);
        own[i] = votes_of(&model, &features);
        sum_of[i] = *td_map_put(&same_words, td_candidate_key(naming, candidate), i, NULL);
        all[sum_of[i]].voters++;
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) all[sum_of[i]].sums[c] += own[i].sums[c];
    }
    uint32_t kept = 0;
    for (td_index i = 0; i < count; i++) {
        td_candidate *candidate = &naming->candidates.items[i];
        enum td_name_choice choice =
            own[i].voters ? choose(&own[i], &all[sum_of[i]], is_known_place(candidate)) : TD_CHOICE_COUNT;
        if (choice != TD_CHOICE_COUNT) settle(naming, candidate, choice);
        if (choice != TD_CHOICE_NONE) naming->candidates.items[kept++] = *candidate;
    }
    naming->candidates.count = kept;
}
