/*
 * Why two events are one, or two, in plain words.
 * Input: what a comparison found. Output: one sentence.
 */

#include <stdio.h>

#include "resolve/event_compare.h"

#define SENTENCE_BYTES 480

typedef struct sentence {
    char bytes[SENTENCE_BYTES];
    size_t size;
    uint32_t parts;
} sentence;

static void add(sentence *to, const char *part) {
    int size = snprintf(to->bytes + to->size, sizeof to->bytes - to->size, "%s%s", to->parts++ ? ", " : "", part);
    if (size > 0) to->size += (size_t)size;
    if (to->size >= sizeof to->bytes) to->size = sizeof to->bytes - 1;
}

static void say_days(td_interval interval, char text[40]) {
    char from[11] = "", to[11] = "";
    if (interval.from != TD_DAY_UNKNOWN) td_day_format(interval.from, from);
    if (interval.to != TD_DAY_UNKNOWN) td_day_format(interval.to, to);
    if (interval.from == interval.to)
        snprintf(text, 40, "%s", from);
    else
        snprintf(text, 40, "%s to %s", from[0] ? from : "an open day", to[0] ? to : "an open day");
}

static void name_first(const td_comparison *comparison, const td_key_set *set, char text[100]) {
    td_view name = td_comparison_name(comparison, set->count ? set->keys[0] : 0, TD_VIEW("someone"));
    snprintf(text, 100, "%.*s", (int)(name.size < 96 ? name.size : 96), name.bytes);
}

static void say_two(const td_comparison *comparison, sentence *to, const char *what, const td_key_set *a,
                    const td_key_set *b) {
    char one[100], other[100], text[260];
    name_first(comparison, a, one);
    name_first(comparison, b, other);
    snprintf(text, sizeof text, "%s is %s here and %s there", what, one, other);
    add(to, text);
}

static void say_other_days(sentence *to, const td_event_profile *a, const td_event_profile *b) {
    bool exact = td_interval_known(a->hard) && td_interval_known(b->hard);
    char one[40], other[40], text[160];
    say_days(exact ? a->hard : a->dated, one);
    say_days(exact ? b->hard : b->dated, other);
    int32_t gap = exact ? td_interval_gap(a->hard, b->hard) : td_interval_gap(a->dated, b->dated);
    snprintf(text, sizeof text, "one is of %s, the other of %s, %d days apart", one, other, (int)gap);
    add(to, text);
}

static void say_agreement(const td_comparison *comparison, sentence *to, const char *what, uint64_t entity) {
    td_view name = td_comparison_name(comparison, entity, TD_VIEW_ABSENT);
    char text[160];
    if (td_view_present(name) && name.size)
        snprintf(text, sizeof text, "%s (%.*s)", what, (int)(name.size < 96 ? name.size : 96), name.bytes);
    else
        snprintf(text, sizeof text, "%s", what);
    add(to, text);
}

static void say_reason(const td_comparison *comparison, sentence *to, enum td_agreement reason, uint64_t detail,
                       const td_event_profile *a, const td_event_profile *b) {
    switch (reason) {
    case TD_AGREE_LEMMA:
        add(to, "the same word for the act");
        break;
    case TD_AGREE_FRAME:
        add(to, "another word for the same act");
        break;
    case TD_AGREE_MODE:
        add(to, "the same kind of act");
        break;
    case TD_AGREE_ACTOR:
        say_agreement(comparison, to, "the same actor", detail);
        break;
    case TD_AGREE_SIDE:
        add(to, "actors of one country");
        break;
    case TD_AGREE_TARGET:
        say_agreement(comparison, to, "the same target", detail);
        break;
    case TD_AGREE_OBJECT:
        say_agreement(comparison, to, "the same object", detail);
        break;
    case TD_AGREE_PLACE:
        say_agreement(comparison, to, "the same place", detail);
        break;
    case TD_AGREE_AREA:
        add(to, "places that lie in or near each other");
        break;
    case TD_AGREE_DAY:
        add(to, "days that agree");
        break;
    case TD_AGREE_FIGURE:
        add(to, "the same figure");
        break;
    case TD_REFUSE_MODE:
        add(to, "the acts are of two kinds");
        break;
    case TD_REFUSE_ACTOR:
        say_two(comparison, to, "the actor", &a->actors, &b->actors);
        break;
    case TD_REFUSE_TARGET:
        say_two(comparison, to, "the target", &a->targets, &b->targets);
        break;
    case TD_REFUSE_PLACE:
        if (a->places.count && b->places.count)
            say_two(comparison, to, "the place", &a->places, &b->places);
        else
            say_two(comparison, to, "the place left or reached", &a->ends, &b->ends);
        break;
    case TD_REFUSE_DAY:
        say_other_days(to, a, b);
        break;
    case TD_REFUSE_FIGURE:
        add(to, "their figures differ and nothing else ties them");
        break;
    case TD_REFUSE_STANDING:
        add(to, "one is told as history, the other as news");
        break;
    }
}

td_view td_event_comparison_say(const td_comparison *comparison, const td_event_comparison *found,
                                const td_event_profile *a, const td_event_profile *b, td_arena *arena) {
    sentence text = {.size = 0};
    for (uint32_t at = 0; at < found->count; at++)
        say_reason(comparison, &text, found->reasons[at], found->details[at], a, b);
    if (!text.parts) add(&text, "nothing speaks against it");
    return td_arena_format(arena, "%s: %s.", found->refused ? "Two events" : "One event", text.bytes);
}
