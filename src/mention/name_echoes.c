/*
 * What the rest of a report says of a span: features for a second choice.
 * Input: the spans and the first choice among them. Output: features as hashes, none where nothing echoes.
 *
 * One name mostly has one sense in a report (Gale, Church and Yarowsky, "One sense per discourse", 1992): a span hears
 * what the same words were taken for elsewhere, of which names its word is a part, which name it abbreviates, and what
 * the names beside it are.
 */

#include "base/hash.h"
#include "mention/names_model.h"

enum echo {
    WHOLE = 200,
    PASSED_OVER,
    PART_LAST,
    PART_FIRST,
    PART_INNER,
    INITIALS,
    BESIDE_BEFORE,
    BESIDE_BEHIND,
    ALONE
};

#define MOST_COUNTED 3u

static uint64_t pair(uint64_t a, uint64_t b) {
    return td_name_feature_mix(td_name_feature_mix(2, a), b);
}

static void add(td_name_features *features, enum echo echo, uint64_t value) {
    if (features->count == TD_NAME_FEATURES) return;
    features->items[features->count++] = td_name_feature_mix(td_name_feature_mix(echo, value), 0x6563686FU);
}

/* One more of `choice` under `key`. */
static void count(td_name_echoes *echoes, uint64_t sort, uint64_t key, uint32_t choice) {
    bool added;
    uint32_t *slot = td_map_put(&echoes->slot_of, pair(sort, key), echoes->counts.count, &added);
    if (added) td_push(echoes->arena, &echoes->counts);
    echoes->counts.items[*slot].of[choice]++;
}

static const td_name_counts *counted(const td_name_echoes *echoes, uint64_t sort, uint64_t key) {
    const uint32_t *slot = td_map_get(&echoes->slot_of, pair(sort, key));
    return slot ? &echoes->counts.items[*slot] : NULL;
}

static void note_chosen(td_name_echoes *echoes, const td_naming *naming, const td_candidate *candidate,
                        uint32_t choice) {
    count(echoes, WHOLE, td_candidate_key(naming, candidate), choice);
    if (candidate->end - candidate->first < 2) return;
    for (td_index i = candidate->first; i < candidate->end; i++) {
        const td_token *token = td_naming_token(naming, i);
        if (!(token->features & TD_FEATURE_CAPITAL)) continue;
        enum echo part = i == candidate->first ? PART_FIRST : i + 1 == candidate->end ? PART_LAST : PART_INNER;
        count(echoes, part, token->key, choice);
    }
    uint64_t initials = td_name_initials(naming, candidate, false), all = td_name_initials(naming, candidate, true);
    if (initials) count(echoes, INITIALS, initials, choice);
    if (all && all != initials) count(echoes, INITIALS, all, choice);
}

td_name_echoes td_name_echoes_of(const td_naming *naming, const td_name_lattice *lattice, const uint8_t *chosen) {
    td_name_echoes echoes = {.arena = naming->arena, .lattice = lattice, .chosen = chosen};
    uint32_t tokens = naming->report->tokens.count;
    td_map_init(&echoes.slot_of, naming->arena);
    echoes.from = TD_NEW_ARRAY(naming->arena, tokens + 1, uint8_t);
    echoes.to = TD_NEW_ARRAY(naming->arena, tokens + 1, uint8_t);
    memset(echoes.from, TD_CHOICE_COUNT, tokens + 1);
    memset(echoes.to, TD_CHOICE_COUNT, tokens + 1);
    for (uint32_t i = 0; i < lattice->spans.count; i++) {
        const td_candidate *candidate = &lattice->spans.items[i].candidate;
        if (chosen[i] != TD_CHOICE_COUNT) {
            note_chosen(&echoes, naming, candidate, chosen[i]);
            echoes.from[candidate->first] = echoes.to[candidate->end] = chosen[i];
        } else if (candidate->end == candidate->first + 1) {
            count(&echoes, WHOLE, td_candidate_key(naming, candidate), TD_CHOICE_NONE);
        }
    }
    return echoes;
}

/* Each choice made under a key, the span's own left out. */
static void add_counts(td_name_features *features, enum echo echo, const td_name_counts *counts, uint32_t own) {
    if (!counts) return;
    for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) {
        uint32_t others = counts->of[c] - (c == own);
        if (others) add(features, echo, pair(c, others < MOST_COUNTED ? others : MOST_COUNTED));
        if (others) add(features, echo, 100 + c);
    }
}

static void add_beside(td_name_features *features, const td_name_echoes *echoes, const td_naming *naming,
                       const td_candidate *candidate) {
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    for (td_index gap = 0; gap <= 2 && candidate->first >= sentence->token_start + gap; gap++) {
        uint8_t choice = echoes->to[candidate->first - gap];
        if (choice == TD_CHOICE_COUNT) continue;
        uint64_t between = gap ? td_naming_token(naming, candidate->first - 1)->key : 0;
        add(features, BESIDE_BEFORE, pair(choice, pair(gap, between)));
        break;
    }
    for (td_index gap = 0; gap <= 2 && candidate->end + gap < sentence->token_end; gap++) {
        uint8_t choice = echoes->from[candidate->end + gap];
        if (choice == TD_CHOICE_COUNT) continue;
        uint64_t between = gap ? td_naming_token(naming, candidate->end)->key : 0;
        add(features, BESIDE_BEHIND, pair(choice, pair(gap, between)));
        break;
    }
}

void td_name_echoes_add(const td_name_echoes *echoes, const td_naming *naming, uint32_t span,
                        td_name_features *features) {
    const td_candidate *candidate = &echoes->lattice->spans.items[span].candidate;
    bool alone = candidate->end == candidate->first + 1;
    uint32_t own = echoes->chosen[span];
    if (own == TD_CHOICE_COUNT && alone) own = TD_CHOICE_NONE;
    add(features, ALONE, alone);
    add_counts(features, WHOLE, counted(echoes, WHOLE, td_candidate_key(naming, candidate)), own);
    add_beside(features, echoes, naming, candidate);
    if (!alone) return;
    uint64_t key = td_naming_token(naming, candidate->first)->key;
    add_counts(features, PART_FIRST, counted(echoes, PART_FIRST, key), TD_CHOICE_COUNT);
    add_counts(features, PART_LAST, counted(echoes, PART_LAST, key), TD_CHOICE_COUNT);
    add_counts(features, PART_INNER, counted(echoes, PART_INNER, key), TD_CHOICE_COUNT);
    uint64_t abbreviation = td_name_abbreviation(naming, candidate);
    if (abbreviation) add_counts(features, INITIALS, counted(echoes, INITIALS, abbreviation), TD_CHOICE_COUNT);
}
