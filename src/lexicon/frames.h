#ifndef TD_LEXICON_FRAMES_H
#define TD_LEXICON_FRAMES_H

/*
 * The frames of events and the words that govern them, from data/frames/.
 * A frame says which verbs and nouns name a kind of event and which of their
 * dependents is who; a governor ("announce", "plan", "reportedly", "hold") says
 * what becomes of an event in its grasp. data/frames/README.md describes the columns.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/view.h"
#include "lexicon/table.h"
#include "model/kinds.h"

/* A dependent: the prepositional ones are told apart by the key of their preposition. */
enum td_slot_kind { TD_SLOT_SUBJECT, TD_SLOT_OBJECT, TD_SLOT_INDIRECT, TD_SLOT_CLAUSE, TD_SLOT_PREPOSITION };

typedef struct td_slot {
    enum td_slot_kind kind;
    uint64_t
        preposition; /* td_word_key(); 0 but for TD_SLOT_PREPOSITION, and for a clause that must be an infinitive */
} td_slot;

/* What a dependent is to the event; bits, as one dependent may be several things. */
enum td_role {
    TD_ROLE_ACTOR = 1 << 0,
    TD_ROLE_TARGET = 1 << 1,
    TD_ROLE_OBJECT = 1 << 2, /* what is withdrawn, delivered, signed */
    TD_ROLE_PLACE = 1 << 3,
    TD_ROLE_PLACE_FROM = 1 << 4,
    TD_ROLE_PLACE_TO = 1 << 5,
};

typedef struct td_frame_role {
    td_slot slot;
    uint32_t roles; /* td_role bits */
} td_frame_role;

/* Kinds of entity, tested like the word classes of data/frames/classes.tsv; classes of the table follow. */
#define TD_CLASS_OF_KIND(kind) (UINT64_C(1) << (kind))
#define TD_CLASS_COUNTRY (UINT64_C(1) << TD_ENTITY_COUNT)
#define TD_CLASS_ACTOR (UINT64_C(1) << (TD_ENTITY_COUNT + 1)) /* a person, organisation, group or country */
#define TD_CLASS_TABLE_FIRST (TD_ENTITY_COUNT + 2)

#define TD_NEED_SLOTS 4

/* What a dependent must hold, or must not: "to on:@truce". */
typedef struct td_frame_need {
    td_slot slots[TD_NEED_SLOTS]; /* any of them */
    uint32_t slot_count;
    bool forbidden;
    bool any;              /* "*": that there is one is enough */
    uint64_t classes;      /* any of these bits */
    const uint64_t *words; /* or any of these word keys, sorted */
    uint32_t word_count;
} td_frame_need;

typedef struct td_frame {
    td_view id;
    enum td_event_type type;
    td_view mode, cameo;     /* absent if none */
    enum td_modality aspect; /* of the event where it is told as a fact */
    uint32_t ledgers;        /* bit 1 << td_ledger_kind */
    const td_frame_role *roles;
    const td_frame_need *needs;
    uint32_t role_count, need_count;
    td_view example;
} td_frame;

enum td_word_part {
    TD_PART_VERB,
    TD_PART_NOUN,
    TD_PART_ADJECTIVE,
    TD_PART_ADVERB,
    TD_PART_AUXILIARY,
    TD_PART_DETERMINER,
    TD_PART_MARK, /* a word that opens a clause or phrase: "if", "without" */
    TD_PART_COUNT
};

/* A word that may name a frame's event. */
typedef struct td_frame_trigger {
    uint64_t key;      /* td_word_key() of the lemma */
    uint64_t particle; /* key of the particle of a verb, 0 if none */
    uint32_t frame;
    enum td_word_part part; /* verb or noun */
} td_frame_trigger;

#define TD_GOVERNOR_EFFECTS(X)                                                                            \
    X(REPORT, "report")     /* somebody says so; the event stays what it is */                            \
    X(CLAIM, "claim")       /* a fact becomes what somebody alleges */                                    \
    X(EMBED, "embed")       /* the event is ordered, planned, hoped for ... */                            \
    X(ASPECT, "aspect")     /* it begins, goes on, ends */                                                \
    X(NEGATE, "negate")     /* it does not happen */                                                      \
    X(CARRY, "carry")       /* the event is as real as the governor: "help", "force", and "hold" talks */ \
    X(QUESTION, "question") /* open: "whether" */

#define TD_X(name, label) TD_GOVERNOR_##name,
enum td_governor_effect { TD_GOVERNOR_EFFECTS(TD_X) TD_GOVERNOR_COUNT };
#undef TD_X

#define TD_GOVERNOR_LINKS 6

/* A word with an event in its grasp. */
typedef struct td_governor {
    uint64_t key;
    uint64_t particle; /* as in td_frame_trigger */
    enum td_word_part part;
    enum td_governor_effect effect;
    enum td_modality modality;        /* what it makes of a fact; TD_MODALITY_COUNT: no change */
    td_slot links[TD_GOVERNOR_LINKS]; /* the dependents that it governs */
    uint32_t link_count;
    /* Who does the governed act where the act does not say: its subject, its object, or nobody (TD_SLOT_CLAUSE). */
    enum td_slot_kind control;
    bool passive; /* the one who controls undergoes the act: "come under fire" */
    bool says;    /* its subject is the source of what it governs */
} td_governor;

typedef struct td_frames td_frames;

/*
 * Index the tables. "frames/classes.tsv" holds word classes, "frames/modality.tsv"
 * the governors, every other one frames. Texts and `arena` must outlive `*out`.
 * TD_ERROR_INPUT names the table, line and column.
 */
int td_frames_load(const td_named_text *tables, uint32_t count, td_arena *arena, td_frames **out, td_error *error);

/* A frame of a table that is checked, and the line it stands in. */
typedef struct td_frames_row {
    uint32_t frame;
    int line;
} td_frames_row;

/* Checking a table: who is told of what is wrong, and what is right with it. */
typedef struct td_frames_check {
    void *context;
    void (*wrong)(void *context, const char *message); /* names file, line and column */
    uint32_t faults;
    bool placed; /* it stood in for a table of its name */
    TD_ARRAY(td_frames_row) rows;
} td_frames_check;

/*
 * td_frames_load() with one more table, `own`, in which each line that cannot be read is told and passed over. A table
 * of `tables` whose name is that of `own` gives way to it. `own` is read as classes or governors where it is named
 * classes.tsv or modality.tsv. Only what is wrong with `tables` is an error.
 */
int td_frames_load_checked(const td_named_text *tables, uint32_t count, td_named_text own, td_frames_check *check,
                           td_arena *arena, td_frames **out, td_error *error);

uint32_t td_frames_count(const td_frames *frames);
const td_frame *td_frames_get(const td_frames *frames, uint32_t number);
/* The frame of a name, NULL when there is none. */
const td_frame *td_frames_find(const td_frames *frames, td_view id);
/* The triggers of a lemma, those with the most demands first; borrowed, NULL when there is none. */
const td_frame_trigger *td_frames_triggers(const td_frames *frames, uint64_t lemma_key, uint32_t *count);
/* The governors of a lemma, those with a particle first. */
const td_governor *td_frames_governors(const td_frames *frames, uint64_t lemma_key, uint32_t *count);
/* The word classes of a lemma, as bits from TD_CLASS_TABLE_FIRST up. */
uint64_t td_frames_classes(const td_frames *frames, uint64_t lemma_key);
/* The bit of a class by its name, 0 when the table has none of that name. */
uint64_t td_frames_class(const td_frames *frames, td_view name);

#endif
