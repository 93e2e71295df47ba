/*
 * Names of events.
 * Input: the members of an event. Output: actor, verb, object and place of the
 * member that tells most of these, in its words; nothing that no report says.
 */

#include "resolve/event_titles.h"

#include <stdio.h>

#define TITLE_BYTES 240
#define MOST_MEMBERS 64 /* looked at for the fullest */

static td_view without_article(td_view words) {
    static const char *const articles[] = {"the ", "a ", "an ", "The ", "A ", "An "};
    for (size_t at = 0; at < sizeof articles / sizeof *articles; at++) {
        td_view article = td_view_of(articles[at]);
        if (td_view_starts_with(words, article)) return td_view_slice(words, article.size, words.size);
    }
    return words;
}

/* What a member can give a title; a noun for a trigger needs no object. */
static uint32_t fullness(const td_outline_event *event) {
    uint32_t full = (event->actors[0] ? 8U : 0U) + (event->object_text.size ? 4U : 0U);
    full += (event->place || event->place_from || event->place_to ? 2U : 0U) + (event->targets[0] ? 1U : 0U);
    return event->negated ? full / 2 : full;
}

static const td_outline_event *fullest(const td_comparison *comparison, const td_event_cluster *cluster,
                                       const td_outline **outline) {
    const td_outline_event *best = NULL;
    for (uint32_t at = 0; at < cluster->members.count && at < MOST_MEMBERS; at++) {
        const td_member *member = &cluster->members.items[at];
        const td_outline_event *event = &comparison->outlines[member->report].events.items[member->event];
        if (best && fullness(event) <= fullness(best)) continue;
        best = event;
        *outline = &comparison->outlines[member->report];
    }
    return best;
}

typedef struct title {
    char bytes[TITLE_BYTES];
    size_t size;
} title;

static void add(title *to, const char *before, td_view words) {
    size_t space = strlen(before);
    if (words.size == 0 || to->size + space + words.size >= sizeof to->bytes) return;
    memcpy(to->bytes + to->size, before, space);
    memcpy(to->bytes + to->size + space, words.bytes, words.size);
    to->size += space + words.size;
    /* white space of the text, line ends too, is a blank here */
    for (size_t at = 0; at < to->size; at++)
        if ((unsigned char)to->bytes[at] < ' ') to->bytes[at] = ' ';
}

/* True where the title speaks of it already: "its forces in Syria" needs no "in Syria". */
static bool says(const title *so_far, td_view name) {
    return td_view_find((td_view){so_far->bytes, so_far->size}, name, 0) != SIZE_MAX;
}

static void add_entity(title *to, const td_comparison *comparison, const char *before, uint64_t key) {
    td_view name = td_comparison_name(comparison, key, TD_VIEW_ABSENT);
    if (key && td_view_present(name) && !says(to, name)) add(to, before, name);
}

td_view td_event_title(const td_comparison *comparison, const td_event_cluster *cluster) {
    const td_outline *outline = NULL;
    const td_outline_event *event = fullest(comparison, cluster, &outline);
    title made = {.size = 0};
    add_entity(&made, comparison, "", event->actors[0]);
    add(&made, made.size ? ": " : "", td_outline_view(outline, event->trigger_text));
    td_view object = without_article(td_outline_view(outline, event->object_text));
    if (object.size && !says(&made, object)) add(&made, " ", object);
    add_entity(&made, comparison, event->object_text.size ? ", " : " ", event->targets[0]);
    add_entity(&made, comparison, " from ", event->place_from);
    add_entity(&made, comparison, " to ", event->place_to);
    if (!event->place_from && !event->place_to) add_entity(&made, comparison, " in ", event->place);
    return td_arena_copy(comparison->arena, (td_view){made.bytes, made.size});
}
