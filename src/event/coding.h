#ifndef TD_EVENT_CODING_H
#define TD_EVENT_CODING_H

/*
 * What the files of the event stage share while one sentence is coded: the
 * predicate at hand, who hangs on it and what governs it.
 */

#include "base/arena.h"
#include "event/event.h"
#include "event/tree.h"
#include "lexicon/frames.h"
#include "model/report.h"

#define TD_PREDICATE_ARGUMENTS 24

/* A dependent of a predicate, under the name that its frame would ask for. */
typedef struct td_argument {
    td_slot slot;
    uint32_t node;    /* head of the phrase */
    uint32_t roles;   /* td_role bits, once the frame gave them */
    const char *path; /* how it was found, for the reasons */
} td_argument;

typedef struct td_predicate {
    uint32_t node;
    const td_frame *frame;
    bool nominal;
    bool passive;
    td_argument arguments[TD_PREDICATE_ARGUMENTS];
    uint32_t argument_count;
} td_predicate;

#define TD_STANDING_PATH 6

/* How the text puts an event. */
typedef struct td_standing {
    enum td_modality modality; /* TD_MODALITY_COUNT while nothing settled it */
    bool negated;
    bool generic;                    /* "any talks of": nothing is said to be so */
    bool past_perfect;               /* "had left", outside reported speech */
    uint32_t cause;                  /* the node that settled the modality, TD_NONE: tense alone */
    uint32_t negation;               /* the node that negates, TD_NONE if none */
    uint32_t speaker;                /* subject of the verb of saying that reports it, TD_NONE if none */
    uint32_t outermost;              /* the highest node that governs it */
    uint32_t path[TD_STANDING_PATH]; /* the words that have it in their grasp, the innermost first */
    uint32_t path_count;
} td_standing;

typedef struct td_coder {
    const td_frames *frames;
    td_report *report;
    td_arena *arena;
    td_tree tree;
    uint64_t of_key, by_key, to_key, for_key, in_key; /* td_word_key() of these words */
    uint64_t kind_key;                                /* of "kind", the slot of a noun's adjectives */
    uint32_t *consumed; /* for each node: the predicate that it is a part of, TD_NONE if none; see match.c */
    uint8_t *coded;     /* for each node: 1 + the type of the event that was coded there, 0 if none */
    uint32_t consumed_capacity;
    td_index paragraph_place; /* entity of the place of the last event of the paragraph, TD_NONE if none */
    uint32_t paragraph;
    td_index place_sentence;  /* where that place was told */
    uint64_t place_class;     /* class of the prepositions that place things */
    uint64_t towards_class;   /* class of the prepositions before whom an act is meant for */
    uint64_t party_class;     /* classes of the nouns that act or are acted upon */
    uint64_t local_class;     /* class of the nouns for people who act at home: "student", "police" */
    uint64_t measure_class;   /* class of the nouns that measure another: "a number of" */
    uint64_t happening_class; /* class of the nouns that tell of a happening */
    uint64_t auxiliary_class; /* class of the verbs that make a tense of an infinitive: "going to" */
    uint64_t state_class;     /* class of the verbs that tell of a state */
} td_coder;

/* --- phrases.c: what a phrase names ------------------------------------- */

/*
 * Append to `list`, once each, the entities that the phrase of `node` stands for: its own mention and those it is
 * coordinated with; where it has none, its apposition or the owner it names ("Russian forces", "forces of Russia").
 * Only entities of the kinds in `kinds` (TD_CLASS bits).
 */
void td_phrase_entities(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list);
/* Append those that the phrase itself names, with its coordination and apposition but without any owner. */
void td_phrase_named(const td_coder *coder, uint32_t node, uint64_t kinds, td_index_array *list);
/* The first entity that td_phrase_entities() would give, or TD_NONE. */
td_index td_phrase_entity(const td_coder *coder, uint32_t node, uint64_t kinds);
/* TD_CLASS bits of an entity. */
uint64_t td_entity_classes(const td_entity *entity);
/* Word classes of a node's lemma, and of the hyphenated word that it heads. */
uint64_t td_node_classes(const td_coder *coder, uint32_t node);
/* True where the phrase of `node`, or one coordinated with it, holds a word or class of the need. */
bool td_phrase_meets(const td_coder *coder, uint32_t node, const td_frame_need *need);
bool td_node_is(const td_coder *coder, uint32_t node, const char *word);
/* True where the node is a word of a time expression: "March" of "in March 2011". */
bool td_node_is_time(const td_coder *coder, uint32_t node);

/* --- antecedents.c: what a pronoun stands for ------------------------------ */

/*
 * The head of the description before a pronoun in its sentence that the pronoun stands for, and the description's
 * `phrase`; TD_NONE where there is none.
 */
uint32_t td_node_antecedent(const td_coder *coder, uint32_t node, td_span *phrase);

/* --- affiliations.c, home.c: whose country they act for ------------------- */

/* Give persons and bodies without a country the one that the text tells of them. */
void td_affiliations_read(const td_coder *coder);
/* The one country that a sentence names where it names it for a matter at home ("Chad's elections"); TD_NONE else. */
td_index td_sentence_home(const td_coder *coder, td_index sentence);
/* The first entity that is the country of this code, or TD_NONE. */
td_index td_country_entity(const td_coder *coder, const char country[3]);
/*
 * Put countries for parties named no further: "police arrested students in Lagos". `placed`: the sentence tells
 * the event's place. */
void td_event_home(const td_coder *coder, const td_predicate *predicate, bool placed, td_event *event);

/* --- governors.c: what has a node in its grasp -------------------------- */

/*
 * The governor that holds `node` directly, and its node in `*above`; NULL where the node above is none, `*above`
 * then being the first node above it that is no mere coordination (TD_NONE at the root). `*link` is the slot.
 */
const td_governor *td_governor_of(const td_coder *coder, uint32_t node, uint32_t *above, td_slot *link);
/* The slot that `node` fills for its head, false where it fills none (a relative clause, a name's part). */
bool td_link_of(const td_coder *coder, uint32_t node, td_slot *link);
/* The governor reading of a word as such a part of speech, without regard to what it holds; NULL if none. */
const td_governor *td_governor_word(const td_coder *coder, uint32_t node, enum td_word_part part);
/* "was the first to leave": an infinitive that says in what its subject was first, last, the only one. */
bool td_is_ranked_act(const td_coder *coder, uint32_t node);
/* True where the clause of `node` is opened by this word. */
bool td_has_mark(const td_coder *coder, uint32_t node, uint64_t key);
/* True where the particle (a key, 0 for none) stands with the verb `node`. */
bool td_has_particle(const td_coder *coder, uint32_t node, uint64_t particle);

/* --- match.c: which frame ------------------------------------------------ */

/* Whether the word stands where a verb, or a noun, may name an act. */
bool td_may_be_verb(const td_coder *coder, uint32_t node);
bool td_may_be_noun(const td_coder *coder, uint32_t node);
/* Fill `predicate` with the frame that fits `node` best, as a noun or as a verb; false where none does. */
bool td_frame_match(td_coder *coder, uint32_t node, bool nominal, td_predicate *predicate);

/* --- modality.c, standing.c: how sure ------------------------------------ */

td_standing td_standing_of(const td_coder *coder, const td_predicate *predicate);
/* What tense, auxiliaries, negation and hedges of one clause alone say of its verb. */
td_standing td_standing_alone(const td_coder *coder, uint32_t node);

/* --- dateline.c, places.c, timing.c ------------------------------------------------------ */

/* True where the sentence itself tells the place. */
bool td_event_place(td_coder *coder, const td_predicate *predicate, td_event *event);
/* A clause that tells how its head came about: "when ...", "as ...", "in an attack that ...". */
bool td_is_how_clause(const td_coder *coder, uint32_t node);
/* Also decides event->background. */
void td_event_time(const td_coder *coder, const td_predicate *predicate, const td_standing *standing, td_event *event);

/* --- sources.c --------------------------------------------------------------- */

void td_event_source(const td_coder *coder, const td_predicate *predicate, const td_standing *standing,
                     td_event *event);

/* --- promises.c --------------------------------------------------------------- */

/* The promise, threat or refusal that telling of `event` is; false where it is none. */
bool td_promise_of(const td_coder *coder, const td_predicate *predicate, const td_event *event, td_event *promise);

/* --- reasons.c ------------------------------------------------------------- */

void td_reason(const td_coder *coder, td_event *event, const char *format, ...) __attribute__((format(printf, 3, 4)));
void td_reason_frame(const td_coder *coder, const td_predicate *predicate, td_event *event);
void td_reason_standing(const td_coder *coder, const td_standing *standing, td_event *event);

/* --- event.c, happenings.c -------------------------------------------------- */

/* Fill `event` with all that the predicate and its frame settle. */
td_standing td_event_describe(td_coder *coder, const td_predicate *predicate, td_event *event);
/* Append what takes place in the sentence at hand besides what was coded; `all`: also what is said not to. */
void td_happenings_code(td_coder *coder, bool all);

#endif
