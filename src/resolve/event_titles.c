/*
 * Names of events.
 * Input: the members of an event. Output: actor, verb, object and place of the
 * member that tells most of these, in its words; or, where no member has a
 * verb between an actor and an object, the clause that tells it, as it stands.
 * Nothing that no report says, and never a verb alone.
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

/* Words that stand for others, or ask: an object that begins with one names nothing. */
static bool is_nameless(td_view object) {
    static const char *const words[] = {"he",   "her",   "him",   "his",   "how",   "i",     "it",      "many",
                                        "me",   "none",  "one",   "other", "she",   "some",  "that",    "them",
                                        "then", "there", "they",  "this",  "those", "us",    "we",      "what",
                                        "when", "where", "which", "who",   "whom",  "whose", "whether", "you"};
    td_view rest = object, first = object;
    td_view_split(&rest, ' ', &first);
    bool alone = first.size == object.size;
    for (size_t at = 0; at < sizeof words / sizeof *words; at++) {
        if (!td_view_equal_ascii_fold(first, td_view_of(words[at]))) continue;
        bool asks = words[at][0] == 'w' || words[at][0] == 'h';
        bool owner = td_view_equal_ascii_fold(first, TD_VIEW("his")) || td_view_equal_ascii_fold(first, TD_VIEW("her"));
        return alone || (asks && !owner);
    }
    return false;
}

/* Can "actor: verb object" say it, or "actor: verb from place"? The act comes before its object; nothing is denied. */
static bool is_sayable(const td_outline *outline, const td_outline_event *event) {
    if (event->negated || !event->actors[0]) return false;
    td_view act = td_outline_view(outline, event->trigger_text), object = td_outline_view(outline, event->object_text);
    if (!object.size) return event->place_from || event->place_to;
    if (!event->verbal && td_view_find(act, TD_VIEW(" "), 0) == SIZE_MAX) return false;
    return event->object_span.start >= event->trigger.end && !is_nameless(object);
}

/* What a member can give a title. */
static uint32_t fullness(const td_outline *outline, const td_outline_event *event) {
    uint32_t full = (event->actors[0] ? 8U : 0U) + (event->object_text.size ? 4U : 0U);
    full += (event->place || event->place_from || event->place_to ? 2U : 0U) + (event->targets[0] ? 1U : 0U);
    if (is_sayable(outline, event)) full += 16;
    return event->negated ? full / 2 : full;
}

static const td_outline_event *fullest(const td_comparison *comparison, const td_event_cluster *cluster,
                                       const td_outline **outline) {
    const td_outline_event *best = NULL;
    uint32_t most = 0;
    for (uint32_t at = 0; at < cluster->members.count && at < MOST_MEMBERS; at++) {
        const td_member *member = &cluster->members.items[at];
        const td_outline *told_in = &comparison->outlines[member->report];
        const td_outline_event *event = &told_in->events.items[member->event];
        uint32_t full = fullness(told_in, event);
        if (best && full <= most) continue;
        best = event;
        most = full;
        *outline = told_in;
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

/* "Actor: verb object to place". */
static void say(title *to, const td_comparison *comparison, const td_outline *outline, const td_outline_event *event) {
    add_entity(to, comparison, "", event->actors[0]);
    add(to, to->size ? ": " : "", td_outline_view(outline, event->trigger_text));
    td_view object = without_article(td_outline_view(outline, event->object_text));
    if (object.size && !says(to, object)) add(to, " ", object);
    add_entity(to, comparison, " from ", event->place_from);
    add_entity(to, comparison, " to ", event->place_to);
    if (!event->place_from && !event->place_to) add_entity(to, comparison, " in ", event->place);
}

td_view td_event_title(const td_comparison *comparison, const td_event_cluster *cluster) {
    const td_outline *outline = NULL;
    const td_outline_event *event = fullest(comparison, cluster, &outline);
    title made = {.size = 0};
    if (is_sayable(outline, event))
        say(&made, comparison, outline, event);
    else
        add(&made, "", td_outline_view(outline, event->clause_text));
    if (!made.size) add(&made, "", td_outline_view(outline, event->trigger_text));
    return td_arena_copy(comparison->arena, (td_view){made.bytes, made.size});
}
