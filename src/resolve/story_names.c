/*
 * Stories that go on with the same names.
 * Input: the story of each report. Output: the same, with stories joined that
 * share rare names: the trial months after the deed, told in other words and
 * beyond the days that words are trusted for.
 *
 * Persons count by their full names, and streets, schools and hospitals, where
 * few origin families hold them. Two of them, and a good part of those that the
 * lesser story holds, are not shared by chance; officials and envoys, who stand
 * in many stories, are never few. A small store cannot tell one from the other.
 */

#include <stdlib.h>

#include "resolve/stories.h"

#define RARE_FAMILIES 10  /* most that hold a rare name */
#define STORE_FAMILIES 50 /* of the store, for each family that may hold such a name */
#define SHARED_NAMES 2    /* least */
#define SHARED_PART 0.35  /* of the names of the story that holds fewer */
#define MOST_STORIES 16   /* that one name is looked for in */

/* A name in a report of a story. */
typedef struct naming {
    uint64_t name;
    td_index story, family;
} naming;
typedef TD_ARRAY(naming) naming_array;

/* Two stories that share a name. */
typedef struct sharing {
    td_index story, other; /* story < other */
} sharing;
typedef TD_ARRAY(sharing) sharing_array;

static int compare_namings(const void *left, const void *right) {
    const naming *a = left, *b = right;
    if (a->name != b->name) return a->name < b->name ? -1 : 1;
    if (a->story != b->story) return a->story < b->story ? -1 : 1;
    return (a->family > b->family) - (a->family < b->family);
}

static int compare_sharings(const void *left, const void *right) {
    const sharing *a = left, *b = right;
    if (a->story != b->story) return a->story < b->story ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

static int compare_families(const void *left, const void *right) {
    td_index a = *(const td_index *)left, b = *(const td_index *)right;
    return (a > b) - (a < b);
}

/* A person's full name, or a street, school or hospital: events of one kind in one town do not share them. */
static bool is_telling(const td_outline *outline, const td_outline_entity *entity) {
    if (entity->kind == TD_ENTITY_FACILITY) return true;
    td_view name = td_outline_view(outline, entity->name);
    return entity->surname && td_view_find(name, TD_VIEW(" "), 0) != SIZE_MAX;
}

/* Is this sentence told as one of another story? */
static bool is_foreign(const td_mixed *mixed, td_span sentence) {
    for (td_each(foreign, &mixed->sentences))
        if (foreign->span.start == sentence.start) return true;
    return false;
}

/* Is a person of the foreign sentences named in others too? Then what is foreign may be the story's own past. */
static bool goes_on(const td_outline *outline, const td_mixed *mixed) {
    for (td_each(entity, &outline->entities)) {
        if (!entity->mentions || !entity->surname || !is_telling(outline, entity)) continue;
        bool home = false, foreign = false;
        for (td_each(sentence, &outline->sentences))
            for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++)
                if (outline->terms.items[at] == entity->surname)
                    *(is_foreign(mixed, sentence->span) ? &foreign : &home) = true;
        if (home && foreign) return true;
    }
    return false;
}

static void collect(const td_comparison *comparison, const td_mixed *const *mixed, const td_index *leader,
                    naming_array *namings) {
    for (td_index report = 0; report < comparison->count; report++) {
        const td_outline *outline = &comparison->outlines[report];
        if (mixed[report] && !goes_on(outline, mixed[report])) continue;
        for (td_each(entity, &outline->entities)) {
            if (!entity->mentions || !is_telling(outline, entity)) continue;
            *td_push(comparison->scratch, namings) =
                (naming){td_comparison_entity(comparison, entity->key), leader[report],
                         comparison->record->origins.items[report]};
        }
    }
    if (namings->count) qsort(namings->items, namings->count, sizeof *namings->items, compare_namings);
}

/* Is the name of these namings in the reports of at most `most` families? */
static bool is_rare(const naming *namings, uint32_t count, uint32_t most, td_index *room) {
    for (uint32_t at = 0; at < count; at++) room[at] = namings[at].family;
    qsort(room, count, sizeof *room, compare_families);
    uint32_t families = 1;
    for (uint32_t at = 1; at < count && families <= most; at++) families += room[at] != room[at - 1];
    return families <= most;
}

/* Every pair of stories that share a rare name; and how many names each story names. */
static void find_sharings(const td_comparison *comparison, const naming_array *namings, uint32_t most, uint32_t *names,
                          sharing_array *sharings) {
    td_index *room = TD_NEW_ARRAY(comparison->scratch, namings->count, td_index);
    for (uint32_t start = 0, end; start < namings->count; start = end) {
        const naming *run = &namings->items[start];
        td_index stories[MOST_STORIES];
        uint32_t count = 0;
        for (end = start; end < namings->count && namings->items[end].name == run->name; end++) {
            td_index story = namings->items[end].story;
            if (end > start && namings->items[end - 1].story == story) continue;
            names[story]++;
            if (count < MOST_STORIES) stories[count++] = story;
        }
        if (count < 2 || !is_rare(run, end - start, most, room)) continue;
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t j = i + 1; j < count; j++)
                *td_push(comparison->scratch, sharings) = (sharing){stories[i], stories[j]};
    }
    if (sharings->count) qsort(sharings->items, sharings->count, sizeof *sharings->items, compare_sharings);
}

static td_index first_story(td_index *joined, td_index story) {
    while (joined[story] != story) story = joined[story] = joined[joined[story]];
    return story;
}

void td_stories_join_names(const td_comparison *comparison, const td_mixed *const *mixed, td_index *leader) {
    uint32_t most = comparison->families / STORE_FAMILIES;
    if (most < SHARED_NAMES) return;
    naming_array namings = {0};
    sharing_array sharings = {0};
    uint32_t *names = TD_NEW_ARRAY(comparison->scratch, comparison->count, uint32_t);
    td_index *joined = TD_NEW_ARRAY(comparison->scratch, comparison->count, td_index);
    for (td_index at = 0; at < comparison->count; at++) joined[at] = at;
    collect(comparison, mixed, leader, &namings);
    find_sharings(comparison, &namings, most < RARE_FAMILIES ? most : RARE_FAMILIES, names, &sharings);
    for (uint32_t start = 0, end; start < sharings.count; start = end) {
        const sharing *pair = &sharings.items[start];
        for (end = start; end < sharings.count && compare_sharings(pair, &sharings.items[end]) == 0;) end++;
        uint32_t shared = end - start;
        uint32_t fewer = names[pair->story] < names[pair->other] ? names[pair->story] : names[pair->other];
        if (shared < SHARED_NAMES || shared < SHARED_PART * fewer) continue;
        td_index a = first_story(joined, pair->story), b = first_story(joined, pair->other);
        joined[a < b ? b : a] = a < b ? a : b;
    }
    for (td_index at = 0; at < comparison->count; at++) leader[at] = first_story(joined, leader[at]);
}
