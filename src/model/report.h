#ifndef TD_MODEL_REPORT_H
#define TD_MODEL_REPORT_H

/*
 * One report and everything read from it alone. All memory belongs to one
 * arena. Spans are byte offsets into `text`; code-point offsets are made when
 * JSON is written. An index into another list is TD_NONE where the text gives
 * nothing, never a guess.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "base/day.h"
#include "base/file.h"
#include "base/span.h"
#include "base/view.h"
#include "model/kinds.h"

typedef uint32_t td_index;
#define TD_NONE UINT32_MAX
typedef TD_ARRAY(td_index) td_index_array;

/* Where a publication day comes from; the earlier outranks the later. */
enum td_publication_origin { TD_PUBLISHED_UNKNOWN, TD_PUBLISHED_GIVEN, TD_PUBLISHED_METADATA, TD_PUBLISHED_INFERRED };

/* NULL for unknown; "given", "metadata", "inferred". */
const char *td_publication_origin_label(enum td_publication_origin origin);
/* An absent label is that of unknown. */
bool td_publication_origin_from_label(td_view label, enum td_publication_origin *origin);

typedef struct td_publication_evidence {
    td_span span;  /* TD_SPAN_NONE when it stands outside the text (metadata, the caller) */
    td_view says;  /* in words: what this evidence says */
} td_publication_evidence;

typedef struct td_publication {
    td_interval interval; /* open where unknown */
    enum td_publication_origin origin;
    TD_ARRAY(td_publication_evidence) evidence;
} td_publication;

typedef struct td_boilerplate {
    td_span span;
    enum td_boilerplate_kind kind;
} td_boilerplate;

typedef struct td_sentence {
    td_span span;
    bool body;          /* false in boilerplate and headline */
    uint32_t paragraph; /* from 0, in text order */
    td_index token_start, token_end; /* half-open range of report->tokens */
} td_sentence;

/* Morphology, as bits of td_token.features. */
enum td_feature {
    TD_FEATURE_PAST = 1 << 0,        /* Tense=Past, finite */
    TD_FEATURE_PRESENT = 1 << 1,     /* Tense=Pres, finite */
    TD_FEATURE_INFINITIVE = 1 << 2,  /* VerbForm=Inf (base form) */
    TD_FEATURE_GERUND = 1 << 3,      /* -ing form */
    TD_FEATURE_PARTICIPLE = 1 << 4,  /* past participle */
    TD_FEATURE_PLURAL = 1 << 5,
    TD_FEATURE_THIRD = 1 << 6,       /* third person singular */
    TD_FEATURE_CAPITAL = 1 << 7,     /* begins with an upper-case letter */
    TD_FEATURE_ALL_CAPITALS = 1 << 8,
    TD_FEATURE_DIGITS = 1 << 9,      /* holds a decimal digit */
    TD_FEATURE_SPACE_BEFORE = 1 << 10,
    TD_FEATURE_QUOTE_OPEN = 1 << 11, /* a quotation mark that opens */
    TD_FEATURE_QUOTE_CLOSE = 1 << 12,
    TD_FEATURE_SENTENCE_FIRST = 1 << 13,
    TD_FEATURE_PUNCTUATION = 1 << 14,
};

typedef struct td_token {
    td_span span;
    td_view lemma;   /* lower case, but for names */
    uint64_t key;    /* td_word_key() of the token as written */
    uint64_t lemma_key;
    enum td_part_of_speech part_of_speech;
    uint32_t features;  /* td_feature bits */
    uint32_t head;      /* 1-based in its sentence, 0 root; TD_NONE while no parser runs */
    td_view relation;   /* Universal Dependencies label, absent while no parser runs */
} td_token;

typedef struct td_place_candidate {
    td_view name; /* with its parents: "Damascus, Maryland, US" */
    double latitude, longitude; /* degrees, WGS 84 */
    td_view gazetteer_id;
} td_place_candidate;

typedef struct td_place {
    bool known;
    double latitude, longitude; /* degrees, WGS 84 */
    enum td_precision precision;
    td_view gazetteer, gazetteer_id;
    td_view region;  /* name of the first-level administrative parent, or absent */
    TD_ARRAY(td_place_candidate) alternatives;
} td_place;

typedef struct td_entity {
    enum td_entity_kind kind;
    td_view name;            /* fullest form in the text, or the lexicon's */
    td_view_array aliases;   /* other forms in the text */
    char country[3];         /* ISO 3166-1 alpha-2, "" unknown */
    td_view_array roles;     /* "president", "spokesman" ... as the text or lexicon says */
    td_place place;
    td_view knowledge;       /* identifier in the shipped lexicon, or absent */
    bool unnamed;            /* known by descriptions and pronouns alone: one of this report only, in no listing */
} td_entity;

typedef struct td_mention {
    td_span span;
    enum td_entity_kind kind;
    enum td_mention_form form;
    td_index entity;      /* TD_NONE: not resolved, or a group */
    td_index_array group; /* members when the mention is of several entities */
} td_mention;

/* Does the mention call its entity by a name: its own, or that of the country or seat that stands for it? */
static inline bool td_mention_is_named(const td_mention *mention) {
    return mention->form == TD_FORM_NAME || mention->form == TD_FORM_METONYM;
}

/* A phrase that stands for the same as others of its chain. */
typedef struct td_coreferent {
    td_span span, head;
    td_span called; /* without what hangs on the head behind it */
    td_span name;  /* within it, where the phrase is a name; TD_SPAN_NONE */
    enum td_entity_kind kind;
    enum td_mention_form form;
    td_index entity;      /* TD_NONE: of the chain's, or several */
    td_index_array group; /* members where it stands for several */
    td_index chain;       /* from 0 in the order in which they were found; TD_NONE: of a phrase that is alone */
} td_coreferent;

typedef struct td_time {
    td_span span;
    enum td_time_type type;
    td_view value; /* TIMEX3 */
    td_view mod;   /* TIMEX3 MOD, or absent */
    td_interval interval; /* the days it covers; open where not settled */
    enum td_time_anchor anchor;
} td_time;

/* A number that may be missing. */
typedef struct td_quantity {
    double number;
    bool known;
} td_quantity;

typedef struct td_figure {
    td_span span;    /* the number with its bound words */
    td_span phrase;  /* with what it counts */
    td_quantity value, low, high;
    enum td_bound bound;
    td_view unit;    /* "people", "aircraft", "days", "percent", "USD" ... */
    td_view counts;  /* what is counted, in the text's words; absent if none */
    enum td_figure_category category;
    bool cumulative; /* a total so far rather than new */
    td_interval as_of;
    td_index place;       /* entity */
    td_index attribution; /* entity */
    td_span attribution_span; /* the words that name who says so; TD_SPAN_NONE where the report itself does */
} td_figure;

typedef struct td_quote {
    enum td_quote_kind kind;
    td_span content;
    td_index speaker; /* entity */
    td_span speaker_span;
    td_span cue;
    enum td_stance stance;
    td_index addressee; /* entity */
    td_view relay;      /* outlet or agency that carried it, or absent */
} td_quote;

typedef struct td_event {
    td_span trigger;
    td_span clause;
    td_index sentence;
    enum td_event_type type; /* TD_EVENT_COUNT of a happening that no type fits */
    td_view mode;  /* PLOVER mode, or absent */
    td_view cameo; /* CAMEO root code, or absent */
    td_index_array actors, targets, objects; /* entities */
    td_span object_span; /* phrase of what is withdrawn, delivered, signed ...; TD_SPAN_NONE if none */
    td_index place, place_from, place_to; /* entities */
    td_interval interval;
    td_index time; /* the time expression it was taken from, TD_NONE: publication or nothing */
    enum td_modality modality;
    bool negated;
    bool bearing;    /* of a happening: a verb that only bears another, "began", "held"; not kept in JSON */
    bool background; /* history told for context: its own time, before the story's */
    td_index source; /* entity that says so; TD_NONE: the report itself */
    td_index quote;
    td_index_array figures;
    td_view frame;        /* the frame that matched, as in data/frames */
    uint32_t ledgers;     /* bit 1 << td_ledger_kind for each ledger the frame feeds */
    td_view_array reasons; /* why this modality, time, place, argument: one sentence each */
} td_event;

typedef struct td_report {
    td_view id;     /* "r" and 16 hexadecimal digits; see td_report_identify() */
    td_view source; /* path, address or record identifier, as given */
    td_view digest; /* of the bytes that arrived, 32 hexadecimal digits */
    td_view media_type;
    td_view title;
    td_view_array authors;
    td_view outlet, agency, language;
    td_view text;
    td_publication published;
    TD_ARRAY(td_boilerplate) boilerplate; /* in text order, none within another */
    TD_ARRAY(td_sentence) sentences;
    TD_ARRAY(td_token) tokens;
    TD_ARRAY(td_entity) entities;
    TD_ARRAY(td_mention) mentions;
    TD_ARRAY(td_coreferent) coreferents; /* in text order; td_mention_complete() turns them into mentions */
    TD_ARRAY(td_time) times;
    TD_ARRAY(td_figure) figures;
    TD_ARRAY(td_quote) quotes;
    TD_ARRAY(td_event) events;
    TD_ARRAY(td_event) happenings; /* what takes place besides, without type, mode, frame and ledgers */
} td_report;

/*
 * Set `report->id` from the last component of `source` (the whole of an
 * address) and `text`: the same report gets the same identifier on every run
 * and machine, wherever its folder lies.
 */
void td_report_identify(td_report *report, td_arena *arena);

/* The sentence that holds byte `offset`, or TD_NONE. Sentences are in text order. */
td_index td_report_sentence_at(const td_report *report, uint32_t offset);
/* The first token that starts at or after byte `offset` (may be the token count). */
td_index td_report_token_at(const td_report *report, uint32_t offset);
/* The first mention that begins at byte `offset` or behind it; the number of mentions where none does. */
td_index td_report_mention_from(const td_report *report, uint32_t offset);
/* True where `span` touches boilerplate. */
bool td_report_in_boilerplate(const td_report *report, td_span span);

/*
 * Check what every later stage relies on: spans inside the text and on
 * code-point borders, lists in text order, indices in range. TD_ERROR_INTERNAL
 * with the first breach named.
 */
int td_report_check(const td_report *report, td_error *error);

#endif
