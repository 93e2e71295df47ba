/*
 * Building the phrase dictionary.
 * Input: names with what they stand for. Output: the block that lexicon/phrases_block.h describes.
 */

#include "phrase_builder.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/word_key.h"
#include "parts.h"

#define SHORT_ACRONYM 3 /* letters: "WHO", "US"; longer ones are also written "Nato", "Unicef" */
#define FILTER_BITS (1U << 20)

/* A word of a phrase as the trie has it. */
typedef struct phrase_word {
    uint64_t key;
    bool capital;
    bool article; /* the Arabic one, which texts write small though a table begins with it */
} phrase_word;

typedef struct phrase_words {
    phrase_word items[TD_PHRASE_WORDS];
    uint32_t count;
    bool too_many;
} phrase_words;

/* The ways to cut a word; one is chosen for the whole phrase at a time. */
enum cutting { CUT_NOTHING, CUT_APART, CUT_BARE, CUT_COUNT };

void td_phrase_builder_init(td_phrase_builder *builder, td_arena *arena) {
    *builder = (td_phrase_builder){.arena = arena};
    td_map_init(&builder->children, arena);
    td_map_init(&builder->common, arena);
}

void td_phrase_builder_common(td_phrase_builder *builder, td_view phrase, enum td_common_sort sort) {
    uint32_t *known = td_map_put(&builder->common, td_word_key(phrase), sort, NULL);
    if (*known < sort) *known = sort;
}

enum td_common_sort td_phrase_builder_common_sort(const td_phrase_builder *builder, td_view phrase) {
    const uint32_t *known = td_map_get(&builder->common, td_word_key(phrase));
    return known ? (enum td_common_sort) * known : TD_COMMON_NOT;
}

/* ---- words ---- */

static bool is_upper(uint32_t point) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

static bool begins_upper(td_view word) {
    size_t length;
    return word.size > 0 && is_upper(td_utf8_decode(word, 0, &length));
}

static void push_word(phrase_words *words, td_view word) {
    if (word.size == 0) return;
    if (words->count == TD_PHRASE_WORDS) {
        words->too_many = true;
        return;
    }
    char folded[8];
    td_view form = {folded, td_word_fold_into(word, folded, sizeof folded)};
    words->items[words->count++] = (phrase_word){td_word_key(word), begins_upper(word), td_is_article(form)};
}

/* A word without its hyphens, cut at a genitive and at its last full stop, or without that stop. */
static void push_part(phrase_words *words, td_view part, enum cutting cutting) {
    static const td_view genitives[] = {{"'s", 2}, {"\u2019s", 4}};
    for (size_t i = 0; i < 2; i++) {
        if (part.size <= genitives[i].size || !td_view_ends_with(part, genitives[i])) continue;
        push_word(words, td_view_slice(part, 0, part.size - genitives[i].size));
        push_word(words, TD_VIEW("'s"));
        return;
    }
    if (part.size > 1 && part.bytes[part.size - 1] == ',') {
        push_part(words, td_view_slice(part, 0, part.size - 1), cutting);
        push_word(words, TD_VIEW(","));
        return;
    }
    if (part.size > 1 && part.bytes[part.size - 1] == '.') {
        push_word(words, td_view_slice(part, 0, part.size - 1));
        if (cutting == CUT_APART) push_word(words, TD_VIEW("."));
        return;
    }
    push_word(words, part);
}

static void cut_word(phrase_words *words, td_view word, enum cutting cutting) {
    td_view part;
    if (cutting == CUT_NOTHING) {
        bool comma = word.size > 1 && word.bytes[word.size - 1] == ',';
        push_word(words, td_view_slice(word, 0, word.size - comma));
        if (comma) push_word(words, TD_VIEW(","));
        return;
    }
    while (td_view_split(&word, '-', &part)) push_part(words, part, cutting);
}

/* The words of a name in one of the ways to cut it. */
static phrase_words cut_name(td_view name, enum cutting cutting) {
    phrase_words words = {0};
    td_view word;
    while (td_view_split(&name, ' ', &word)) cut_word(&words, word, cutting);
    return words;
}

/* The name without the apostrophes inside its words, but for genitives; absent where it has none. */
static td_view drop_apostrophes(td_arena *arena, td_view name) {
    td_view folded = td_word_fold(arena, name);
    char *plain = td_arena_alloc(arena, name.size + 1);
    size_t size = 0;
    if (td_view_find(folded, TD_VIEW("'"), 0) == SIZE_MAX) return TD_VIEW_ABSENT;
    for (size_t at = 0; at < name.size;) {
        size_t length;
        char plain_point[8];
        td_utf8_decode(name, at, &length);
        td_view point = td_view_slice(name, at, at + length);
        bool genitive = td_view_equal(td_view_slice(name, at + length, at + length + 2), TD_VIEW("s ")) ||
                        td_view_equal(td_view_slice(name, at + length, name.size), TD_VIEW("s"));
        bool apostrophe = td_word_fold_into(point, plain_point, sizeof plain_point) == 1 && plain_point[0] == '\'';
        if (!apostrophe || genitive) {
            memcpy(plain + size, point.bytes, length);
            size += length;
        }
        at += length;
    }
    return size == name.size ? TD_VIEW_ABSENT : (td_view){plain, size};
}

/* ---- how the letters must stand ---- */

typedef struct letter_counts {
    uint32_t upper, other;
} letter_counts;

static letter_counts count_letters(td_view name) {
    letter_counts counts = {0, 0};
    for (size_t at = 0, length; at < name.size; at += length)
        if (is_upper(td_utf8_decode(name, at, &length)))
            counts.upper++;
        else
            counts.other++;
    return counts;
}

static enum td_phrase_capitals capitals_of(const td_phrase_builder *builder, td_view name) {
    letter_counts counts = count_letters(name);
    if (counts.upper == 0) return TD_CAPITALS_ANY;
    bool acronym = counts.upper > 1 && counts.other == 0;
    if (acronym && (counts.upper <= SHORT_ACRONYM || td_phrase_builder_common_sort(builder, name)))
        return TD_CAPITALS_ALL;
    return TD_CAPITALS_FIRST;
}

/* ---- the trie ---- */

static uint32_t child_of(td_phrase_builder *builder, uint32_t parent, uint64_t key) {
    bool added;
    uint32_t next = builder->edges.count + 1;
    uint32_t child = *td_map_put(&builder->children, td_hash_mix(key, parent), next, &added);
    if (added) *td_push(builder->arena, &builder->edges) = (td_phrase_edge){key, parent, child};
    return child;
}

static void add_words(td_phrase_builder *builder, const phrase_words *words, td_phrase phrase, uint32_t weight) {
    uint32_t node = 0;
    uint16_t capitals = 0;
    if (words->count == 0 || words->too_many) return;
    for (uint32_t i = 0; i < words->count; i++) {
        node = child_of(builder, node, words->items[i].key);
        bool needed = words->items[i].capital && !(words->items[i].article && words->count > 1);
        if (needed) capitals = (uint16_t)(capitals | 1U << i);
    }
    *td_push(builder->arena, &builder->entries) = (td_phrase_entry){node, weight, capitals, phrase};
}

/* One word with its full stop ("Ind.", "Gen."), which is another word without it. */
static bool is_abbreviation(td_view name) {
    return name.size > 1 && name.bytes[name.size - 1] == '.' && td_view_find(name, TD_VIEW(" "), 0) == SIZE_MAX &&
           td_view_find(name, TD_VIEW("."), 0) == name.size - 1;
}

/* Bodies of the state are written with and without capitals ("defence ministry"); their acronyms are not. */
static bool capitals_may_lack(enum td_phrase_kind kind, td_view name) {
    return kind == TD_PHRASE_BODY && td_view_find(name, TD_VIEW(" "), 0) != SIZE_MAX;
}

/* What is also a word or a person's name is flagged so; false where it is too common to be entered at all. */
static bool flag_common(const td_phrase_builder *builder, td_view name, td_phrase *phrase) {
    enum td_common_sort common = td_phrase_builder_common_sort(builder, name);
    bool sure = phrase->flags & TD_PHRASE_SURE;
    bool alternative = phrase->flags & TD_PHRASE_ALTERNATIVE;
    phrase->flags = (uint16_t)(phrase->flags & ~TD_PHRASE_SURE);
    if (common == TD_COMMON_NEVER && phrase->kind == TD_PHRASE_METONYM) return false;
    /* Acronyms are told from the words by their capitals. */
    if (phrase->kind > TD_PHRASE_ACTOR || phrase->needs_capital == TD_CAPITALS_ALL) return true;
    if (sure && common != TD_COMMON_NEVER) return true;
    bool place = phrase->kind == TD_PHRASE_PLACE;
    if (common >= TD_COMMON_WORD || (common == TD_COMMON_NAME && place)) phrase->flags |= TD_PHRASE_AMBIGUOUS;
    if (!place) return true;
    return common != TD_COMMON_NEVER && !(common == TD_COMMON_WORD && alternative);
}

/* An article before a name is not part of it: texts leave it out or put words behind it. */
static td_view without_article(td_view name) {
    bool article = td_view_starts_with(name, TD_VIEW("the ")) || td_view_starts_with(name, TD_VIEW("The "));
    return article ? td_view_slice(name, 4, name.size) : name;
}

void td_phrase_builder_add(td_phrase_builder *builder, td_view name, enum td_phrase_kind kind, uint32_t id,
                           uint16_t flags, uint32_t weight) {
    name = without_article(td_view_trim(name));
    if (name.size == 0) return;
    enum td_phrase_capitals capitals = capitals_may_lack(kind, name) ? TD_CAPITALS_ANY : capitals_of(builder, name);
    td_phrase phrase = {.kind = (uint8_t)kind, .needs_capital = (uint8_t)capitals, .flags = flags, .id = id};
    if (!flag_common(builder, name, &phrase)) return;
    td_view spellings[] = {name, drop_apostrophes(builder->arena, name)};
    for (size_t i = 0; i < 2 && td_view_present(spellings[i]); i++)
        for (enum cutting cutting = 0; cutting < CUT_COUNT; cutting++) {
            if (cutting == CUT_BARE && is_abbreviation(name)) continue;
            phrase_words words = cut_name(spellings[i], cutting);
            add_words(builder, &words, phrase, weight);
        }
}

void td_phrase_builder_add_list(td_phrase_builder *builder, td_view names, enum td_phrase_kind kind, uint32_t id,
                                uint16_t flags, uint32_t weight) {
    td_view name;
    while (td_view_split(&names, '|', &name)) td_phrase_builder_add(builder, name, kind, id, flags, weight);
}

/* ---- the block ---- */

/* A total order: what asks least of the letters first, then by kind, the weightiest first, names before alternatives.
 */
static int compare_entries(const void *first, const void *second) {
    const td_phrase_entry *a = first;
    const td_phrase_entry *b = second;
    if (a->node != b->node) return a->node < b->node ? -1 : 1;
    if (a->phrase.needs_capital != b->phrase.needs_capital)
        return a->phrase.needs_capital < b->phrase.needs_capital ? -1 : 1;
    if (a->phrase.kind != b->phrase.kind) return a->phrase.kind < b->phrase.kind ? -1 : 1;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    if (a->phrase.id != b->phrase.id) return a->phrase.id < b->phrase.id ? -1 : 1;
    if (a->phrase.flags != b->phrase.flags) return a->phrase.flags < b->phrase.flags ? -1 : 1;
    return 0;
}

/* Whether a reading says what one of its node's kept readings says already. */
static bool repeats(const td_phrase *kept, uint32_t count, const td_phrase *phrase) {
    for (uint32_t i = 0; i < count; i++)
        if (kept[i].kind == phrase->kind && kept[i].id == phrase->id) return true;
    return false;
}

/* Of an actor's name that is also a foreign or lesser name of a place, the actor is meant ("Hamas" is Hamm in Latvian).
 */
static bool gives_way(const td_phrase_entry *entry, bool names_actor) {
    return names_actor && entry->phrase.kind == TD_PHRASE_PLACE && entry->phrase.flags & TD_PHRASE_ALTERNATIVE;
}

/* Whether the entries from `i` that share its node hold an actor. */
static bool node_names_actor(const td_phrase_builder *builder, uint32_t i) {
    uint32_t node = builder->entries.items[i].node;
    for (; i < builder->entries.count && builder->entries.items[i].node == node; i++)
        if (builder->entries.items[i].phrase.kind == TD_PHRASE_ACTOR) return true;
    return false;
}

/* Fill nodes and phrases from the sorted entries; returns how many phrases are kept. */
static uint32_t fill_nodes(const td_phrase_builder *builder, td_phrase_node *nodes, td_phrase *phrases) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < builder->entries.count;) {
        uint32_t id = builder->entries.items[i].node;
        td_phrase_node *node = &nodes[id];
        node->first = kept;
        node->capitals = UINT16_MAX;
        bool any = false;
        bool names_actor = node_names_actor(builder, i);
        for (; i < builder->entries.count && builder->entries.items[i].node == id; i++) {
            const td_phrase_entry *entry = &builder->entries.items[i];
            if (gives_way(entry, names_actor)) continue;
            if (entry->phrase.needs_capital != TD_CAPITALS_ANY) {
                node->capitals &= entry->capitals;
                any = true;
            }
            if (!repeats(phrases + node->first, kept - node->first, &entry->phrase)) phrases[kept++] = entry->phrase;
        }
        node->count = (uint16_t)(kept - node->first);
        if (!any) node->capitals = 0;
    }
    return kept;
}

static void fill_edges(const td_phrase_builder *builder, td_phrase_edge *slots, uint32_t slot_count, uint64_t *filter) {
    for (uint32_t i = 0; i < builder->edges.count; i++) {
        const td_phrase_edge *edge = &builder->edges.items[i];
        uint64_t slot = td_phrase_edge_hash(edge->parent, edge->key);
        while (slots[slot & (slot_count - 1)].child != 0) slot++;
        slots[slot & (slot_count - 1)] = *edge;
        uint64_t bit = edge->key & (FILTER_BITS - 1);
        if (edge->parent == 0) filter[bit / 64] |= 1ULL << (bit % 64);
    }
}

td_view td_phrase_builder_finish(td_phrase_builder *builder) {
    td_arena *arena = builder->arena;
    uint32_t node_count = builder->edges.count + 1;
    uint32_t slot_count = 64;
    while (slot_count < node_count + node_count / 2) slot_count *= 2;
    if (builder->entries.count)
        qsort(builder->entries.items, builder->entries.count, sizeof *builder->entries.items, compare_entries);
    td_phrase_node *nodes = TD_NEW_ARRAY(arena, node_count, td_phrase_node);
    td_phrase *phrases = TD_NEW_ARRAY(arena, builder->entries.count, td_phrase);
    td_phrase_edge *slots = TD_NEW_ARRAY(arena, slot_count, td_phrase_edge);
    uint64_t *filter = TD_NEW_ARRAY(arena, FILTER_BITS / 64, uint64_t);
    uint32_t phrase_count = fill_nodes(builder, nodes, phrases);
    fill_edges(builder, slots, slot_count, filter);

    td_phrases_header header = {TD_PHRASES_MAGIC, node_count, slot_count, FILTER_BITS, phrase_count, {0}};
    const td_view parts[] = {
        {(const char *)&header, sizeof header},
        {(const char *)filter, FILTER_BITS / 8},
        {(const char *)slots, slot_count * sizeof *slots},
        {(const char *)nodes, node_count * sizeof *nodes},
        {(const char *)phrases, phrase_count * sizeof *phrases},
    };
    return td_join(arena, parts, sizeof parts / sizeof parts[0]);
}
