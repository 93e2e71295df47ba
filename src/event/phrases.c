/*
 * What a phrase names.
 * Input: the head of a phrase. Output: entities, by its own mention, its coordination, its apposition or its owner.
 */

#include <stdlib.h>

#include "event/coding.h"

#define OWNER_DEPTH 2    /* how far inside a phrase its owner may stand: "most of the troops of Chad" */
#define MOST_ENTITIES 64 /* of one list; a longer enumeration is a table, not an argument */

uint64_t td_entity_classes(const td_entity *entity) {
    uint64_t classes = TD_CLASS_OF_KIND(entity->kind);
    bool country = entity->kind == TD_ENTITY_PLACE && entity->country[0] &&
                   (!entity->place.known || entity->place.precision == TD_PRECISION_COUNTRY);
    if (country) classes |= TD_CLASS_COUNTRY;
    if (country || entity->kind == TD_ENTITY_PERSON || entity->kind == TD_ENTITY_ORGANISATION ||
        entity->kind == TD_ENTITY_GROUP)
        classes |= TD_CLASS_ACTOR;
    return classes;
}

static void add_entity(const td_coder *coder, td_index entity, uint64_t kinds, td_index_array *list) {
    if (entity == TD_NONE || list->count >= MOST_ENTITIES) return;
    if (!(td_entity_classes(&coder->report->entities.items[entity]) & kinds)) return;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == entity) return;
    *td_push(coder->arena, list) = entity;
}

/* "ethnic Chadians", "the Chadian minority" are people of another country. */
static bool is_minority(const td_coder *coder, const td_mention *mention) {
    static const char *const behind[] = {"minority", "population", "community", "diaspora"};
    const td_report *report = coder->report;
    if (mention->form != TD_FORM_DEMONYM) return false;
    td_index first = td_report_token_at(report, mention->span.start),
             end = td_report_token_at(report, mention->span.end);
    td_view before = first > 0 ? td_span_text(report->text, report->tokens.items[first - 1].span) : TD_VIEW("");
    if (td_view_equal_ascii_fold(before, TD_VIEW("ethnic"))) return true;
    for (size_t i = 0; i < sizeof behind / sizeof *behind && end < report->tokens.count; i++)
        if (td_view_equal(report->tokens.items[end].lemma, td_view_of(behind[i]))) return true;
    return false;
}

/* True where the mention at `node` gave at least one entity. */
static bool add_mention(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list) {
    if (coder->tree.nodes[node].mention == TD_NONE) return false;
    const td_mention *mention = &coder->report->mentions.items[coder->tree.nodes[node].mention];
    if (is_minority(coder, mention)) return false;
    uint32_t before = list->count;
    add_entity(coder, mention->entity, kinds, list);
    for (uint32_t i = 0; i < mention->group.count; i++) add_entity(coder, mention->group.items[i], kinds, list);
    return list->count > before || mention->entity != TD_NONE;
}

/* Modifiers that may say whose or which a noun is, the surest first. */
static const enum td_relation owners[] = {TD_RELATION_APPOS, TD_RELATION_FLAT,     TD_RELATION_NMOD_POSS,
                                          TD_RELATION_AMOD,  TD_RELATION_COMPOUND, TD_RELATION_NMOD};

/* "of", "by" and "from" name an owner ("the army of Chad", "calls by Chad"), "in" and "against" do not. */
static bool names_owner(const td_coder *coder, uint32_t node) {
    if (coder->tree.nodes[node].relation != TD_RELATION_NMOD) return true;
    uint32_t preposition = td_tree_child(&coder->tree, node, TD_RELATION_CASE);
    if (preposition == TD_NONE) return node < coder->tree.nodes[node].head; /* a title: "President Deby" */
    return (td_node_is(coder, preposition, "of") || td_node_is(coder, preposition, "from") ||
            td_node_is(coder, preposition, "by") || td_node_is(coder, preposition, "to"));
}

static void add_owner(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list, int depth) {
    uint32_t before = list->count;
    for (size_t k = 0; k < sizeof owners / sizeof *owners; k++)
        for (td_each_child(c, &coder->tree, node)) {
            if (coder->tree.nodes[c].relation != owners[k] || !names_owner(coder, c)) continue;
            bool pronoun = coder->tree.nodes[c].token->part_of_speech == TD_POS_PRONOUN;
            if (pronoun && depth < OWNER_DEPTH) continue; /* "the third of its kind" is nobody's */
            if (!add_mention(coder, c, kinds, list) && depth > 0) add_owner(coder, c, kinds, list, depth - 1);
            for (td_each_child(d, &coder->tree, c)) /* "Turkish and Qatari officials" */
                if (coder->tree.nodes[d].relation == TD_RELATION_CONJ) add_mention(coder, d, kinds, list);
            if (list->count > before) return;
        }
}

/* "the Chadian envoy Mahamat" acts for Chad, a secretary of the league for it, where nothing else tells his country. */
static bool lacks_country(const td_coder *coder, const td_index_array *list, uint32_t before) {
    if (list->count != before + 1) return false;
    const td_entity *entity = &coder->report->entities.items[list->items[before]];
    return entity->country[0] == 0 && (entity->kind == TD_ENTITY_PERSON || entity->kind == TD_ENTITY_GROUP);
}

/* "Chadian and Malian forces", where only "Malian forces" is a name. */
static void add_beside_name(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list) {
    td_span named = coder->report->mentions.items[coder->tree.nodes[node].mention].span;
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool describes = relation == TD_RELATION_AMOD || relation == TD_RELATION_COMPOUND;
        if (!describes || td_span_contains(named, coder->tree.nodes[c].token->span)) continue;
        bool joined = td_tree_child(&coder->tree, c, TD_RELATION_CONJ) != TD_NONE;
        if (joined) add_mention(coder, c, kinds, list);
    }
}

/* "Kidal rebels", "the administration of Gao": of the country in which the place lies. */
static bool add_country_of(const td_coder *coder, uint32_t node, td_index_array *list) {
    td_index_array places = {0};
    if (!add_mention(coder, node, TD_CLASS_OF_KIND(TD_ENTITY_PLACE), &places) || places.count == 0) return false;
    const char *country = coder->report->entities.items[places.items[0]].country;
    if (!country[0]) return false;
    td_index named = td_country_entity(coder, country);
    add_entity(coder, named == TD_NONE ? places.items[0] : named, UINT64_MAX, list);
    return true;
}

/* "opposition groups in Zimbabwe": who acts and is named no further is of the country he acts in. */
static void add_home(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list) {
    td_index mention = coder->tree.nodes[node].mention;
    bool minority = mention != TD_NONE && is_minority(coder, &coder->report->mentions.items[mention]);
    if (!(kinds & TD_CLASS_ACTOR) || !(minority || td_node_classes(coder, node) & coder->party_class)) return;
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool owns =
            relation == TD_RELATION_COMPOUND || relation == TD_RELATION_NMOD_POSS || relation == TD_RELATION_AMOD;
        if (owns && coder->tree.nodes[c].mention != TD_NONE && add_country_of(coder, c, list)) return;
    }
    for (td_each_child(c, &coder->tree, node)) {
        uint32_t preposition = td_tree_child(&coder->tree, c, TD_RELATION_CASE);
        bool inside = coder->tree.nodes[c].relation == TD_RELATION_NMOD && preposition != TD_NONE &&
                      td_node_is(coder, preposition, "in");
        if (inside && add_country_of(coder, c, list)) return;
    }
}

static void add_phrase(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list) {
    uint32_t before = list->count;
    if (add_mention(coder, node, kinds, list))
        add_beside_name(coder, node, kinds, list);
    else
        add_owner(coder, node, kinds, list, OWNER_DEPTH);
    if (list->count == before) add_home(coder, node, kinds, list);
    if (kinds & TD_CLASS_ACTOR && lacks_country(coder, list, before))
        add_owner(coder, node, TD_CLASS_COUNTRY | TD_CLASS_OF_KIND(TD_ENTITY_ORGANISATION), list, OWNER_DEPTH);
}

/* The phrase of `node` and, as far as they lie in `within`, those joined to it. */
static void add_phrases(const td_coder *coder, uint32_t node, td_span within, uint64_t kinds, td_index_array *list) {
    add_phrase(coder, node, kinds, list);
    for (td_each_child(c, &coder->tree, node)) {
        bool joined = coder->tree.nodes[c].relation == TD_RELATION_CONJ && !td_tree_is_verb(&coder->tree, c);
        if (joined && td_span_contains(within, coder->tree.nodes[c].token->span)) add_phrase(coder, c, kinds, list);
    }
}

void td_phrase_entities(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list) {
    uint32_t before = list->count;
    td_span phrase;
    add_phrases(coder, node, coder->report->sentences.items[coder->tree.sentence].span, kinds, list);
    if (list->count > before) return;
    uint32_t described = td_node_antecedent(coder, node, &phrase);
    if (described != TD_NONE) add_phrases(coder, described, phrase, kinds, list);
}

void td_phrase_named(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list) {
    add_mention(coder, node, kinds, list);
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        if (relation == TD_RELATION_CONJ || relation == TD_RELATION_APPOS) add_mention(coder, c, kinds, list);
    }
}

td_index td_phrase_entity(const td_coder *coder, uint32_t node, uint64_t kinds) {
    td_index_array list = {0};
    td_phrase_entities(coder, node, kinds, &list);
    return list.count ? list.items[0] : TD_NONE;
}

uint64_t td_node_classes(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    uint64_t classes = td_frames_classes(coder->frames, here->token->lemma_key);
    return here->joined ? classes | td_frames_classes(coder->frames, here->joined) : classes;
}

static int compare_keys(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

static bool word_meets(const td_coder *coder, uint32_t node, const td_frame_need *need) {
    const td_node *here = &coder->tree.nodes[node];
    const uint64_t keys[] = {here->token->lemma_key, here->joined, here->token->key}; /* the form: "under shelling" */
    for (int i = 0; i < 3 && need->word_count; i++)
        if (bsearch(&keys[i], need->words, need->word_count, sizeof keys[i], compare_keys)) return true;
    if (td_node_classes(coder, node) & need->classes) return true;
    if (here->mention == TD_NONE) return false;
    const td_mention *mention = &coder->report->mentions.items[here->mention];
    if (TD_CLASS_OF_KIND(mention->kind) & need->classes) return true;
    td_index entity = mention->entity != TD_NONE ? mention->entity
                      : mention->group.count     ? mention->group.items[0]
                                                 : TD_NONE;
    return entity != TD_NONE && (td_entity_classes(&coder->report->entities.items[entity]) & need->classes);
}

static bool measures(const td_coder *coder, uint32_t node) {
    const td_token *token = coder->tree.nodes[node].token;
    return token->part_of_speech == TD_POS_NUMERAL || token->part_of_speech == TD_POS_DETERMINER ||
           (td_frames_classes(coder->frames, token->lemma_key) & coder->measure_class);
}

/* The noun itself, those beside it, and what it measures: "part of a military aid programme" is aid. */
static bool meets_within(const td_coder *coder, uint32_t node, const td_frame_need *need, int depth) {
    if (word_meets(coder, node, need)) return true;
    bool clause = td_tree_is_verb(&coder->tree, node);
    for (td_each_child(c, &coder->tree, node)) {
        enum td_relation relation = coder->tree.nodes[c].relation;
        bool part = relation == TD_RELATION_CONJ || relation == TD_RELATION_APPOS || relation == TD_RELATION_FLAT ||
                    relation == TD_RELATION_COMPOUND || (clause && relation == TD_RELATION_AUX) ||
                    (relation == TD_RELATION_AMOD && c > node); /* "held him responsible" */
        bool measured = relation == TD_RELATION_NMOD && measures(coder, node) && names_owner(coder, c);
        if (part && word_meets(coder, c, need)) return true;
        if (measured && depth > 0 && meets_within(coder, c, need, depth - 1)) return true;
    }
    return false;
}

bool td_phrase_meets(const td_coder *coder, uint32_t node, const td_frame_need *need) {
    return meets_within(coder, node, need, 2);
}

bool td_node_is(const td_coder *coder, uint32_t node, const char *word) {
    return td_view_equal_ascii_fold(td_tree_text(&coder->tree, node), td_view_of(word));
}

bool td_node_is_time(const td_coder *coder, uint32_t node) {
    td_span word = coder->tree.nodes[node].token->span;
    uint32_t low = 0, high = coder->report->times.count;
    while (low < high) { /* the last that begins no later than the word */
        uint32_t middle = low + (high - low) / 2;
        if (coder->report->times.items[middle].span.start <= word.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && td_span_contains(coder->report->times.items[low - 1].span, word);
}
