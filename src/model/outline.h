#ifndef TD_MODEL_OUTLINE_H
#define TD_MODEL_OUTLINE_H

/*
 * What the comparison across reports needs of one report: plain numbers, no
 * pointers, about 3 KB. It is made once when a report is read, kept in the
 * store as one block of bytes, and all outlines of a store fit in memory.
 *
 * Keys are 64-bit hashes. The key of an entity is that of its lexicon
 * identifier where it has one, else of kind and folded name, so that it is the
 * same in every report; 0 means none.
 */

#include "base/arena.h"
#include "model/report.h"

#define TD_OUTLINE_ARGUMENTS 4
#define TD_OUTLINE_FIGURES 4

/* A range of outline->strings. */
typedef struct td_outline_text {
    uint32_t start, size;
} td_outline_text;

typedef struct td_outline_entity {
    uint64_t key;
    uint64_t surname; /* key of a person's last name word, else 0 */
    td_outline_text name, knowledge;
    double latitude, longitude;
    uint32_t mentions; /* how often the body names it */
    uint8_t kind, precision, has_place;
    char country[3];
    uint8_t reserved[2];
} td_outline_entity;

typedef struct td_outline_sentence {
    td_span span;
    uint32_t terms_start, terms_end; /* range of outline->terms, each term once */
    td_interval interval;            /* of its own times; open if none */
    uint8_t body, quoted;            /* quoted: holds a direct quotation */
    uint8_t reserved[2];
} td_outline_sentence;

typedef struct td_outline_event {
    uint32_t index;    /* in the report's events */
    uint32_t sentence; /* in the report's sentences */
    td_span trigger, clause, object_span;
    td_interval interval;
    uint64_t trigger_lemma, trigger_act; /* as in td_outline_happening */
    uint64_t actors[TD_OUTLINE_ARGUMENTS], targets[TD_OUTLINE_ARGUMENTS], objects[TD_OUTLINE_ARGUMENTS];
    uint64_t place, place_from, place_to, source;
    uint32_t quote;                       /* TD_NONE if none */
    uint32_t figures[TD_OUTLINE_FIGURES]; /* TD_NONE-filled */
    td_outline_text mode, cameo, frame;
    td_outline_text trigger_text, object_text; /* "withdraw", "pullout of"; phrase of what is withdrawn ... */
    td_outline_text clause_text;               /* the words around the trigger that tell it, cut at words */
    uint32_t ledgers;
    uint8_t type, modality, negated, background, dated; /* dated: its interval is from a time expression */
    uint8_t verbal;                                     /* its trigger is a verb */
    uint8_t reserved[6];
} td_outline_event;

/* What happens besides; see td_report.happenings. */
typedef struct td_outline_happening {
    uint32_t index, sentence; /* in the report's happenings and sentences */
    td_span trigger;
    td_interval interval;
    uint64_t lemma, act;           /* of its trigger: as it is, and without what a noun adds to a verb */
    uint64_t actor, target, place; /* the first of each */
    td_outline_text trigger_text;
    uint8_t modality, negated, dated; /* dated: its interval is from a time expression */
    uint8_t reserved[5];
} td_outline_happening;

typedef struct td_outline_figure {
    uint32_t index, sentence;
    td_span span, phrase;
    double value, low, high;
    uint64_t unit, counts, place, attribution; /* counts: key of the head noun's lemma */
    td_interval as_of;
    uint32_t event; /* position in outline->events, TD_NONE if none */
    td_outline_text unit_text, counts_text;
    uint8_t value_known, low_known, high_known, bound, category, cumulative;
    uint8_t reserved[2];
} td_outline_figure;

typedef struct td_outline_quote {
    uint32_t index, sentence;
    td_span content, cue;
    uint64_t speaker, addressee;
    td_outline_text content_text;    /* its beginning, cut at a word */
    uint32_t terms_start, terms_end; /* content words of the quotation, in order */
    td_interval said;                /* the day the report gives it */
    uint8_t kind, stance;
    uint8_t reserved[6];
} td_outline_quote;

/* A passage of consecutive words: winnowed shingle (Schleimer, Wilkerson, Aiken 2003). */
typedef struct td_outline_shingle {
    uint64_t key;
    td_span span;
} td_outline_shingle;

typedef struct td_outline {
    td_view report;         /* its id */
    td_view outlet, agency; /* absent where unknown */
    td_interval published;
    uint32_t text_size, body_words;
    uint32_t title_start, title_end; /* the title, or first body sentence, in the text */
    td_outline_text title;           /* its words */
    TD_ARRAY(td_outline_entity) entities;
    TD_ARRAY(td_outline_sentence) sentences;
    TD_ARRAY(td_outline_event) events;
    TD_ARRAY(td_outline_happening) happenings;
    TD_ARRAY(td_outline_figure) figures;
    TD_ARRAY(td_outline_quote) quotes;
    TD_ARRAY(td_outline_shingle) shingles;
    TD_ARRAY(uint64_t) terms; /* keys of content-word lemmas */
    td_view strings;
} td_outline;
typedef TD_ARRAY(td_outline) td_outline_array;

static inline td_view td_outline_view(const td_outline *outline, td_outline_text text) {
    return td_view_slice(outline->strings, text.start, text.start + text.size);
}

/* As one block of bytes, in `arena`. The layout is this machine's; blocks are derived data. */
td_view td_outline_pack(const td_outline *outline, td_arena *arena);
/* Copy out of a block. TD_ERROR_INPUT when it is not one of this layout and version. */
int td_outline_unpack(td_view block, td_arena *arena, td_outline *outline, td_error *error);

#endif
