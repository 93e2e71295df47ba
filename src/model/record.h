#ifndef TD_MODEL_RECORD_H
#define TD_MODEL_RECORD_H

/*
 * What a store's reports say together. Reports are named by their position in
 * the list that was compared, which is sorted by first possible day, then
 * identifier. Identifiers of what is made here are hashes of their members,
 * so the same reports give the same identifiers in whatever order they came.
 */

#include "base/arena.h"
#include "base/array.h"
#include "base/day.h"
#include "base/span.h"
#include "model/kinds.h"
#include "model/report.h"

/* Some characters of some report. */
typedef struct td_evidence {
    td_index report;
    td_span span;
} td_evidence;
typedef TD_ARRAY(td_evidence) td_evidence_array;

typedef TD_ARRAY(uint64_t) td_key_array;

/* A mention in one report. */
typedef struct td_entity_mention {
    td_index report;
    td_index mention; /* in that report's mentions */
} td_entity_mention;

/*
 * One entity of the store. Where several keys were found to be one entity
 * (spellings of one name), `key` is the one the record uses everywhere and
 * `keys` holds all of them.
 */
typedef struct td_store_entity {
    td_view id; /* "n" and 16 hexadecimal digits of `key` */
    uint64_t key;
    td_key_array keys; /* sorted; at least `key` */
    enum td_entity_kind kind;
    td_view name, knowledge;
    char country[3];
    td_index_array reports;
    /* Where it is mentioned; filled for an export, which reads every report, else empty. */
    TD_ARRAY(td_entity_mention) mentions;
} td_store_entity;

/* A key that some entity gathers beside its own. */
typedef struct td_entity_alias {
    uint64_t key;
    td_index entity; /* in td_record.entities */
} td_entity_alias;

typedef struct td_story {
    td_view id; /* "s" and 16 hexadecimal digits */
    td_view title;
    td_evidence title_evidence;
    td_interval interval;
    td_index_array reports;
} td_story;

/* An event of one report. */
typedef struct td_member {
    td_index report;
    td_index event; /* in that report's events */
} td_member;

/* A modality that some report gives an event. */
typedef struct td_modality_claim {
    enum td_modality modality;
    bool negated;
    td_interval published; /* of the report that says so */
    td_evidence evidence;
} td_modality_claim;

/* Why two look-alikes are two. */
typedef struct td_refusal {
    td_index event; /* in td_record.events */
    td_view why;
} td_refusal;

typedef struct td_participant {
    td_view role; /* "actor", "target", "object" */
    uint64_t entity;
} td_participant;

typedef struct td_record_event {
    td_view id;              /* "v", of a happening "h", and 16 hexadecimal digits */
    enum td_event_type type; /* TD_EVENT_COUNT of a happening, which has mentions but no members */
    td_view mode, cameo;
    td_view title;
    td_interval interval;
    uint64_t place; /* entity key, 0 none */
    TD_ARRAY(td_participant) participants;
    enum td_modality modality; /* the strongest that stands */
    bool negated;
    bool background;
    TD_ARRAY(td_modality_claim) history; /* by publication, then report */
    TD_ARRAY(td_member) members;
    TD_ARRAY(td_member) mentions; /* happenings that tell of it; `event` counts their report's happenings */
    td_view_array links;          /* one sentence for each member after the first: why it is the same event */
    uint32_t origins;
    TD_ARRAY(td_refusal) not_same_as;
    td_index story;   /* TD_NONE: in no story */
    uint32_t ledgers; /* bit 1 << td_ledger_kind */
} td_record_event;

typedef struct td_copy {
    enum td_copy_kind kind;
    td_evidence a, b; /* a is the earlier or, on the same day, the fuller */
    td_index origin;  /* the report that the family is named after */
} td_copy;

typedef struct td_mixed_sentence {
    td_span span;
    td_index story;
    td_view why;
} td_mixed_sentence;

typedef struct td_mixed {
    td_index report;
    td_index_array stories; /* the report's own first */
    TD_ARRAY(td_mixed_sentence) sentences;
    double confidence; /* 0 to 1 */
} td_mixed;

typedef struct td_recycled {
    td_evidence here, first;
    td_interval claimed, actual;
    uint64_t speaker;
} td_recycled;

typedef struct td_claim {
    td_evidence evidence;
    td_view value; /* in words: "21", "at least 50", "2016-03-14" */
    uint64_t attribution;
} td_claim;

typedef struct td_conflict {
    td_view id; /* "c" and 16 hexadecimal digits */
    enum td_conflict_kind kind;
    td_view about;
    td_index event; /* in td_record.events, or TD_NONE */
    TD_ARRAY(td_claim) claims;
    bool compatible;
} td_conflict;

/* A field of a ledger entry: text, a number, or null. */
typedef struct td_field {
    const char *name; /* of static life */
    enum { TD_FIELD_NULL, TD_FIELD_TEXT, TD_FIELD_NUMBER, TD_FIELD_FLAG } type;
    td_view text;
    double number;
} td_field;

typedef struct td_ledger_entry {
    td_view id; /* "l" and 16 hexadecimal digits */
    enum td_ledger_kind ledger;
    td_view entry; /* what kind of entry: "leaves", "stays", "truce", "round", "killed", ... */
    TD_ARRAY(td_field) fields;
    td_interval interval;
    enum td_modality modality;
    td_view status;             /* "in force", "claimed", "superseded", "disputed", ...; absent if none */
    td_index event;             /* in td_record.events, or TD_NONE */
    td_index story;             /* in td_record.stories, or TD_NONE */
    td_evidence_array evidence; /* at least one */
} td_ledger_entry;
typedef TD_ARRAY(td_ledger_entry) td_ledger_entry_array;

/* What an analyst decided; enduring. */
typedef struct td_decision {
    int64_t number;
    td_view kind; /* merge, split, correct, reject, undo */
    td_view subject, detail, who, made_at, why;
} td_decision;
typedef TD_ARRAY(td_decision) td_decision_array;

typedef struct td_record {
    TD_ARRAY(td_store_entity) entities;   /* by key */
    TD_ARRAY(td_entity_alias) aliases;    /* by key; made by td_record_index() */
    TD_ARRAY(td_story) stories;           /* by interval, then id */
    TD_ARRAY(td_record_event) events;     /* by interval, then id */
    TD_ARRAY(td_record_event) happenings; /* those told more than once and no event above; in the order of stories */
    TD_ARRAY(td_copy) copies;
    td_index_array origins; /* for each report: the report its family is named after */
    TD_ARRAY(td_mixed) mixed;
    TD_ARRAY(td_recycled) recycled;
    TD_ARRAY(td_conflict) conflicts;
    td_ledger_entry_array ledgers; /* by ledger, interval, id */
} td_record;

/*
 * Check what those who read a record rely on: indices in range, of `report_count` reports, and every entry with
 * evidence. TD_ERROR_INTERNAL with the first breach named.
 */
int td_record_check(const td_record *record, uint32_t report_count, td_error *error);

/* Make `aliases` from the keys that `entities`, sorted by key, gather. Whoever fills `entities` calls it. */
void td_record_index(td_record *record, td_arena *arena);
/* The entity that gathers `key`, or NULL. */
const td_store_entity *td_record_entity(const td_record *record, uint64_t key);

#endif
