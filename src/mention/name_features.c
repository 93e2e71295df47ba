/*
 * What a span that may be a name looks like to the trained model.
 * Input: a span, its tokens with tags and parse, the lexicon, the candidates of the rules. Output: features as hashes.
 *
 * The templates are the usual ones of named entity recognition (Ratinov and Roth, "Design challenges and
 * misconceptions in named entity recognition", 2009), taken over a whole span: its words, where it is cut, how it hangs
 * together in the parse, and how it lies to what the rules found.
 */

#include "base/hash.h"
#include "lexicon/word_key.h"
#include "mention/names_model.h"

/* Names of templates; a number is part of each feature's hash. */
enum template {
    ALWAYS = 1,
    RULES,
    WORD,
    FIRST,
    LAST,
    WHOLE,
    PREFIX,
    SUFFIX,
    OUTLINE,
    LENGTH,
    TAGS,
    BEFORE,
    BEHIND,
    BEFORE_TAG,
    BEHIND_TAG,
    BEFORE_TWO,
    BEHIND_TWO,
    HEAD,
    RELATION,
    HEAD_RELATION,
    APPOSED,
    READINGS,
    CLASSES_FIRST,
    CLASSES_LAST,
    CLASSES_BEFORE,
    CLASSES_BEHIND,
    SIGNS,
    OFTEN,
    LONGER_END,
    LONGER_FRONT,
    NEIGHBOUR_BEFORE,
    NEIGHBOUR_BEHIND,
    LETTERS,
    CLASSES_ANY,
    AROUND,
    FIRST_PREFIX,
    LAST_SHAPE,
    RULES_LAST,
    RULES_BEFORE,
    RULES_BEHIND,
    INNER,
    RULE_OVER,
    EDGE_BEFORE,
    EDGE_BEHIND,
    CONSTITUENT,
    TORN,
    LONGER_READING,
    PART_READING,
    JOINTS,
    TAGS_AND_EDGES,
    SORTS,
    CAPITALS,
};

#define NOTHING 0x9E37u /* stands for a word past a sentence's edge */

static void add(td_name_features *features, enum template template, uint64_t value) {
    if (features->count == TD_NAME_FEATURES) return;
    features->items[features->count++] = td_name_feature_mix(td_name_feature_mix(template, value), 0x746E616DU);
}

static uint64_t pair(uint64_t a, uint64_t b) {
    return td_name_feature_mix(td_name_feature_mix(1, a), b);
}

/* The sentence around a candidate. */
typedef struct td_around {
    const td_naming *naming;
    const td_candidate *candidate;
    td_index start, end; /* of the sentence */
} td_around;

static const td_token *token_at(const td_around *around, td_index i) {
    return i >= around->start && i < around->end ? td_naming_token(around->naming, i) : NULL;
}

static uint64_t lemma_at(const td_around *around, td_index i) {
    const td_token *token = token_at(around, i);
    if (!token) return NOTHING;
    return token->lemma_key ? token->lemma_key : token->key;
}

static uint64_t tag_at(const td_around *around, td_index i) {
    const td_token *token = token_at(around, i);
    return token ? (uint64_t)token->part_of_speech + 1 : 0;
}

static uint32_t classes_of(const td_around *around, td_index i) {
    const td_token *token = token_at(around, i);
    if (!token) return 0;
    const td_name_word *word = td_names_find(around->naming->names, token->key);
    if (!word && token->lemma_key) word = td_names_find(around->naming->names, token->lemma_key);
    return word ? word->classes : 0;
}

static void add_classes(td_name_features *features, enum template template, uint32_t classes) {
    for (uint32_t class = 0; class < TD_NAME_COUNT; class ++)
        if (classes >> class & 1U) add(features, template, class);
}

static int outline_of(unsigned char c) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if ((c >= 'a' && c <= 'z') || c >= 0x80) return 'x';
    return c >= '0' && c <= '9' ? '0' : c;
}

/* "Xx-Xx" of "Al-Bab": runs of one sort of letter are one sign. */
static uint64_t outline(td_view text) {
    uint64_t hash = 7;
    int before = 0;
    size_t size = text.size < 60 ? text.size : 60;
    for (size_t i = 0; i < size; i++) {
        int sign = outline_of((unsigned char)text.bytes[i]);
        if (sign != before) hash = td_name_feature_mix(hash, (uint64_t)sign);
        before = sign;
    }
    return hash;
}

static void add_ends(td_name_features *features, td_view text, bool last) {
    for (size_t length = 2; length <= 4 && length < text.size; length++) {
        uint64_t front = td_word_key(td_view_slice(text, 0, length));
        uint64_t back = td_word_key(td_view_slice(text, text.size - length, text.size));
        add(features, last ? PREFIX : FIRST_PREFIX, pair(length, front));
        if (last) add(features, SUFFIX, pair(length, back));
    }
}

#define WORDS_SEEN 8u /* of a long name: those behind tell nothing new */

static void add_words(td_name_features *features, const td_around *around) {
    const td_naming *naming = around->naming;
    const td_candidate *candidate = around->candidate;
    td_index last = candidate->end - 1, length = candidate->end - candidate->first;
    uint64_t tags = 0, shapes = 0, sorts = 0;
    uint32_t known = 0;
    uint32_t classes = 0;
    for (td_index i = candidate->first; i < candidate->end && i < candidate->first + WORDS_SEEN; i++) {
        const td_token *token = td_naming_token(naming, i);
        add(features, WORD, token->key);
        add(features, LETTERS, outline(td_naming_text(naming, i)));
        if (i > candidate->first && i < last) add(features, INNER, token->key);
        tags = td_name_feature_mix(tags, token->part_of_speech);
        shapes = td_name_feature_mix(shapes, outline(td_naming_text(naming, i)));
        uint32_t own = classes_of(around, i);
        classes |= own;
        uint32_t person = own & 1U << TD_NAME_GIVEN;
        uint32_t sort = token->features & TD_FEATURE_CAPITAL ? 1 : 2;
        if (person) sort += 8, known++;
        if (own >> TD_NAME_ORGANISATION & 1U) sort += 16;
        if (own >> TD_NAME_PLACE & 1U) sort += 32;
        if (own >> TD_NAME_TITLE & 1U) sort += 64;
        sorts = pair(sorts, sort);
        if (token->features & TD_FEATURE_ALL_CAPITALS && length < 4)
            add(features, CAPITALS, pair(length, token->span.end - token->span.start));
    }
    add(features, SORTS, sorts);
    add(features, SORTS, pair(length < 5 ? length : 5, 100 + known));
    add(features, FIRST, td_naming_token(naming, candidate->first)->key);
    add(features, LAST, td_naming_token(naming, last)->key);
    add(features, WHOLE, td_candidate_key(naming, candidate));
    add_ends(features, td_naming_text(naming, last), true);
    add_ends(features, td_naming_text(naming, candidate->first), false);
    add(features, OUTLINE, shapes);
    add(features, LAST_SHAPE, pair(outline(td_naming_text(naming, last)), length == 1));
    add(features, LENGTH, length < 6 ? length : 6);
    add(features, TAGS, tags);
    add_classes(features, CLASSES_ANY, classes);
    add_classes(features, CLASSES_FIRST, classes_of(around, candidate->first));
    add_classes(features, CLASSES_LAST, classes_of(around, last));
}

static void add_neighbours(td_name_features *features, const td_around *around, uint64_t rules) {
    td_index first = around->candidate->first, end = around->candidate->end;
    uint64_t before = lemma_at(around, first - 1), behind = lemma_at(around, end);
    add(features, BEFORE, pair(1, before));
    add(features, BEFORE, pair(2, lemma_at(around, first - 2)));
    add(features, BEHIND, pair(1, behind));
    add(features, BEHIND, pair(2, lemma_at(around, end + 1)));
    add(features, BEFORE_TWO, pair(lemma_at(around, first - 2), before));
    add(features, BEHIND_TWO, pair(behind, lemma_at(around, end + 1)));
    add(features, BEFORE_TAG, pair(tag_at(around, first - 2), tag_at(around, first - 1)));
    add(features, BEHIND_TAG, pair(tag_at(around, end), tag_at(around, end + 1)));
    add(features, AROUND, pair(before, behind));
    add(features, RULES_BEFORE, pair(rules, before));
    add(features, RULES_BEHIND, pair(rules, behind));
    add_classes(features, CLASSES_BEFORE, classes_of(around, first - 1));
    add_classes(features, CLASSES_BEHIND, classes_of(around, end));
}

/* The word that the name hangs on, and what stands beside the name as its other name. */
static void add_parse(td_name_features *features, const td_around *around) {
    const td_candidate *candidate = around->candidate;
    for (td_index i = candidate->first; i < candidate->end && i < candidate->first + WORDS_SEEN; i++) {
        const td_token *token = td_naming_token(around->naming, i);
        if (token->head == TD_NONE) return;
        td_index head = around->start + token->head - 1;
        if (token->head && head >= candidate->first && head < candidate->end) continue;
        uint64_t relation = td_hash(token->relation);
        uint64_t lemma = token->head ? lemma_at(around, head) : NOTHING;
        add(features, RELATION, relation);
        add(features, HEAD, lemma);
        add(features, HEAD_RELATION, pair(relation, lemma));
        break;
    }
    for (td_index i = candidate->end; i < around->end && i < candidate->end + 8; i++) {
        const td_token *token = td_naming_token(around->naming, i);
        td_index head = around->start + token->head - 1;
        if (!td_view_starts_with(token->relation, TD_VIEW("appos"))) continue;
        if (head >= candidate->first && head < candidate->end) add(features, APPOSED, lemma_at(around, i));
    }
}

static void add_readings(td_name_features *features, const td_around *around) {
    const td_candidate *candidate = around->candidate;
    for (uint32_t i = 0; i < candidate->phrase_count; i++) {
        const td_phrase *phrase = &candidate->phrases[i];
        uint64_t sort = phrase->kind * 2U + (phrase->flags & TD_PHRASE_AMBIGUOUS ? 1U : 0U);
        if (phrase->kind == TD_PHRASE_ACTOR) sort = pair(sort, td_actors_get(around->naming->actors, phrase->id).kind);
        add(features, READINGS, sort);
    }
    if (candidate->phrase_count == 0) add(features, READINGS, NOTHING);
    if (td_towns_match(around->naming, candidate).count) add(features, READINGS, NOTHING + 1);
}

/* Small things that the rules noted. */
static void add_signs(td_name_features *features, const td_around *around) {
    const td_naming *naming = around->naming;
    const td_candidate *candidate = around->candidate;
    const td_token *first = td_naming_token(naming, candidate->first);
    bool head_of_sentence = candidate->first == around->start;
    bool small = td_map_get(&naming->small, first->key), large = td_map_get(&naming->large, first->key);
    bool alone = candidate->end - candidate->first == 1;
    const bool signs[] = {candidate->role_first != TD_NONE,
                          candidate->located,
                          candidate->subject,
                          candidate->place_noun,
                          candidate->doubtful,
                          candidate->gender != 0,
                          candidate->country[0] != 0,
                          candidate->body != TD_NONE,
                          head_of_sentence,
                          td_token_noted(naming, candidate->first, TD_TOKEN_SHOUTED),
                          td_token_noted(naming, candidate->first, TD_TOKEN_QUOTED),
                          !naming->report->sentences.items[candidate->sentence].body,
                          (td_naming_token(naming, candidate->end - 1)->features & TD_FEATURE_CAPITAL) == 0,
                          small,
                          large,
                          head_of_sentence && small && !large,
                          head_of_sentence && !small && !large};
    for (uint32_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i]) add(features, SIGNS, pair(i, alone));
}

/* Candidates of the rules close by: "Paris, France and Berlin", "World Food Programme (WFP)". */
static void add_listed(td_name_features *features, const td_around *around, const td_name_lattice *lattice) {
    const td_naming *naming = around->naming;
    td_index first = around->candidate->first, end = around->candidate->end;
    for (td_index gap = 0; gap <= 2 && first >= around->start + gap; gap++) {
        td_index before = lattice->rule_to[first - gap];
        if (before == TD_NONE) continue;
        const td_candidate *rule = &naming->candidates.items[before];
        uint64_t between = gap ? td_naming_token(naming, first - 1)->key : 0;
        add(features, NEIGHBOUR_BEFORE, pair(between, rule->kind * 8U + rule->form));
        break;
    }
    for (td_index gap = 0; gap <= 2 && end + gap < around->end; gap++) {
        td_index behind = lattice->rule_at[end + gap];
        if (behind == TD_NONE) continue;
        const td_candidate *rule = &naming->candidates.items[behind];
        uint64_t between = gap ? td_naming_token(naming, end)->key : 0;
        add(features, NEIGHBOUR_BEHIND, pair(between, rule->kind * 8U + rule->form));
        break;
    }
}

/* How the span lies to what the rules found there: the same, part of it, more than it. */
static void add_rules_over(td_name_features *features, const td_around *around, const td_name_lattice *lattice) {
    const td_candidate *candidate = around->candidate;
    td_index last_told = TD_NONE, met = 0;
    for (td_index i = candidate->first; i < candidate->end; i++) {
        td_index number = lattice->rule_over[i];
        if (number == TD_NONE || number == last_told) continue;
        last_told = number;
        const td_candidate *rule = &around->naming->candidates.items[number];
        uint64_t left = rule->first < candidate->first ? 0 : rule->first == candidate->first ? 1 : 2;
        uint64_t right = rule->end < candidate->end ? 0 : rule->end == candidate->end ? 1 : 2;
        uint64_t relation = left * 4 + right;
        add(features, RULE_OVER, pair(relation, rule->kind * 32U + rule->form * 4U + rule->certainty));
        add(features, RULE_OVER, pair(relation, 1000 + rule->kind));
        add(features, RULE_OVER, pair(relation, 2000 + (rule->phrase_count > 0)));
        met++;
    }
    add(features, RULE_OVER, 3000 + (met < 4 ? met : 4));
}

static uint64_t edge_sort(const td_around *around, td_index i) {
    const td_token *token = token_at(around, i);
    if (!token) return NOTHING;
    bool capital = token->features & TD_FEATURE_CAPITAL;
    return (capital ? 1U : 0U) + (token->part_of_speech == TD_POS_PROPER_NOUN ? 2U : 0U) +
           (td_token_noted(around->naming, i, TD_TOKEN_NAMELIKE) ? 4U : 0U) +
           (td_token_joined(around->naming, i) ? 8U : 0U);
}

/* A small word beside the span, and whether a capital follows behind it: "X of | the", "X of | Y". */
static void add_bridge(td_name_features *features, const td_around *around, enum template template, td_index beside,
                       td_index over) {
    const td_token *word = token_at(around, beside), *far = token_at(around, over);
    if (!word || !far || word->features & TD_FEATURE_CAPITAL) return;
    add(features, template, pair(word->key, 50 + ((far->features & TD_FEATURE_CAPITAL) != 0)));
}

/* Where the span is cut: what it leaves out on both sides. */
static void add_edges(td_name_features *features, const td_around *around) {
    td_index first = around->candidate->first, end = around->candidate->end;
    const td_token *first_token = td_naming_token(around->naming, first);
    const td_token *last_token = td_naming_token(around->naming, end - 1);
    uint64_t before = pair(edge_sort(around, first - 1), td_token_joined(around->naming, first));
    uint64_t behind = edge_sort(around, end);
    add(features, EDGE_BEFORE, before);
    add(features, EDGE_BEFORE, pair(before, first_token->part_of_speech));
    add(features, EDGE_BEFORE, pair(lemma_at(around, first - 1), first_token->key));
    add(features, EDGE_BEHIND, behind);
    add(features, EDGE_BEHIND, pair(behind, last_token->part_of_speech));
    add(features, EDGE_BEHIND, pair(last_token->key, lemma_at(around, end)));
    add(features, TAGS_AND_EDGES, pair(pair(before, behind), end - first < 4 ? end - first : 4));
    add_bridge(features, around, EDGE_BEHIND, end, end + 1);
    add_bridge(features, around, EDGE_BEFORE, first - 1, first - 2);
}

/* The report's number of the token that the parse hangs `token` on; TD_NONE for the root and without a parse. */
static td_index head_of(const td_around *around, const td_token *token) {
    return token->head == TD_NONE || token->head == 0 ? TD_NONE : around->start + token->head - 1;
}

static bool holds(const td_candidate *candidate, td_index i) {
    return i != TD_NONE && i >= candidate->first && i < candidate->end;
}

/* How the span hangs together: in the parse, and by the small words inside. */
static void add_joints(td_name_features *features, const td_around *around) {
    const td_candidate *candidate = around->candidate;
    uint32_t leaving = 0, small = 0, large = 0;
    uint64_t joints = 0;
    for (td_index i = candidate->first; i < candidate->end; i++) {
        const td_token *token = td_naming_token(around->naming, i);
        leaving += !holds(candidate, head_of(around, token));
        if (token->features & TD_FEATURE_CAPITAL) {
            large++;
            continue;
        }
        small++;
        joints = pair(joints, token->key);
    }
    add(features, CONSTITUENT, leaving < 3 ? leaving : 3);
    if (small) add(features, JOINTS, joints);
    add(features, JOINTS, pair(small < 3 ? small : 3, large < 5 ? large : 5));
}

/* A word beside the span that hangs in it, as a part of a compound does. */
static void add_torn(td_name_features *features, const td_around *around) {
    for (uint32_t side = 0; side < 2; side++) {
        td_index i = side ? around->candidate->end : around->candidate->first - 1;
        const td_token *token = token_at(around, i);
        if (!token || !holds(around->candidate, head_of(around, token))) continue;
        uint64_t relation = td_hash(token->relation);
        add(features, TORN, pair(side, relation));
        add(features, TORN, pair(side + 10, pair(relation, edge_sort(around, i))));
    }
}

/* What the lexicon knows from the span's first word on, longer or shorter than the span. */
static void add_other_readings(td_name_features *features, const td_around *around) {
    const td_naming *naming = around->naming;
    const td_candidate *candidate = around->candidate;
    td_phrase_match match =
        td_phrases_match(naming->phrases, td_naming_token(naming, candidate->first), around->end - candidate->first);
    td_index length = candidate->end - candidate->first;
    if (match.tokens == 0 || match.tokens == length) return;
    for (uint32_t i = 0; i < match.count; i++) {
        uint64_t sort = match.phrases[i].kind * 2U + (match.phrases[i].flags & TD_PHRASE_AMBIGUOUS ? 1U : 0U);
        add(features, match.tokens > length ? LONGER_READING : PART_READING, pair(sort, match.tokens > 1));
    }
}

td_name_company td_name_company_of(const td_naming *naming) {
    td_name_company company;
    td_map_init(&company.whole, naming->arena);
    td_map_init(&company.part_of, naming->arena);
    td_map_init(&company.begins, naming->arena);
    for (td_index i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->form != TD_FORM_NAME) continue;
        (*td_map_put(&company.whole, td_candidate_key(naming, candidate), 0, NULL))++;
        if (candidate->end - candidate->first < 2) continue;
        td_map_put(&company.part_of, td_naming_token(naming, candidate->end - 1)->key, i, NULL);
        td_map_put(&company.begins, td_naming_token(naming, candidate->first)->key, i, NULL);
    }
    return company;
}

static void add_company(td_name_features *features, const td_naming *naming, const td_name_company *company,
                        const td_candidate *candidate) {
    const uint32_t *often = td_map_get(&company->whole, td_candidate_key(naming, candidate));
    uint32_t count = often ? *often : 1;
    add(features, OFTEN, count < 4 ? count : 4);
    if (candidate->end - candidate->first > 1) return;
    uint64_t key = td_naming_token(naming, candidate->first)->key;
    const uint32_t *longer = td_map_get(&company->part_of, key), *front = td_map_get(&company->begins, key);
    const td_candidate *const items = naming->candidates.items;
    if (longer) add(features, LONGER_END, items[*longer].kind * 4U + items[*longer].certainty);
    if (front) add(features, LONGER_FRONT, items[*front].kind * 4U + items[*front].certainty);
}

void td_name_features_of(const td_naming *naming, const td_name_company *company, const td_name_lattice *lattice,
                         uint32_t number, td_name_features *features) {
    const td_candidate *candidate = &lattice->spans.items[number].candidate;
    const td_sentence *sentence = &naming->report->sentences.items[candidate->sentence];
    td_around around = {naming, candidate, sentence->token_start, sentence->token_end};
    uint64_t exact = lattice->spans.items[number].rule != TD_NONE;
    uint64_t rules = pair(candidate->kind * 4U + candidate->certainty, exact);
    td_index length = candidate->end - candidate->first;
    features->count = 0;
    add(features, ALWAYS, 0);
    add(features, RULES, pair(1, pair(exact, candidate->kind)));
    add(features, RULES, pair(2, rules));
    add(features, RULES, pair(3, pair(rules, length < 4 ? length : 4)));
    add(features, RULES, pair(4, pair(rules, candidate->phrase_count > 0)));
    add(features, RULES, pair(5, pair(rules, candidate->doubtful)));
    add(features, RULES, pair(6, pair(rules, candidate->form)));
    add(features, RULES_LAST, pair(rules, td_naming_token(naming, candidate->end - 1)->part_of_speech));
    add_words(features, &around);
    add_neighbours(features, &around, candidate->kind);
    add_parse(features, &around);
    add_readings(features, &around);
    add_signs(features, &around);
    add_listed(features, &around, lattice);
    add_rules_over(features, &around, lattice);
    add_edges(features, &around);
    add_joints(features, &around);
    add_torn(features, &around);
    add_other_readings(features, &around);
    add_company(features, naming, company, candidate);
}
