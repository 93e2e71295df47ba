#ifndef TD_MENTION_COREFERENCE_H
#define TD_MENTION_COREFERENCE_H

/*
 * Which phrases of a report stand for one thing, in steps:
 *
 *   noun_phrases.c            the noun phrases of a sentence
 *   coreference_phrases.c     the phrases that may refer, and what each tells of itself
 *   coreference_features.c    what a phrase and one before it look like to the trained model
 *   coreference_model.c       the trained model
 *   coreference.c             chains, each phrase linked to the one before it that suits best, or to none
 */

#include "base/map.h"
#include "mention/naming.h"

/* What a phrase is by its words. Of pronouns, the family. */
enum td_referring_form {
    TD_REFERS_HE,
    TD_REFERS_SHE,
    TD_REFERS_IT,
    TD_REFERS_THEY,
    TD_REFERS_I,
    TD_REFERS_YOU,
    TD_REFERS_WE,
    TD_REFERS_THIS,
    TD_REFERS_THESE,
    TD_REFERS_PRONOUN, /* another */
    TD_REFERS_NAME,
    TD_REFERS_DEFINITE,      /* "the talks" */
    TD_REFERS_DEMONSTRATIVE, /* "these talks" */
    TD_REFERS_POSSESSED,     /* "their talks" */
    TD_REFERS_INDEFINITE,    /* "a round of talks" */
    TD_REFERS_BARE,          /* "talks" */
    TD_REFERS_COUNT
};

/* Number of a phrase. */
enum td_grammatical_number { TD_NUMBER_UNKNOWN, TD_NUMBER_SINGULAR, TD_NUMBER_PLURAL };

#define TD_PHRASE_WORDS 8 /* content words of a phrase that are compared */

/* A phrase that may refer ("markable" in the literature). */
typedef struct td_referring {
    td_index first, end, head, sentence; /* tokens of the report */
    enum td_referring_form form;
    char gender;                     /* 'm', 'f' or 0 */
    uint8_t number;                  /* td_grammatical_number */
    uint8_t kind;                    /* of the entity: its kind + 1, 0 unknown */
    uint8_t rank;                    /* of the phrases of its sentence */
    uint8_t role;                    /* in its clause, see coreference_phrases.c */
    bool quoted, joined, inner;      /* inside a quotation; several joined by "and"; inside another phrase */
    td_index entity;                 /* that the name finder gave it; TD_NONE */
    td_index_array group;            /* entities, where it stands for several: "the two leaders", "Mali and Chad" */
    td_span name;                    /* the name that the phrase is one of; TD_SPAN_NONE */
    td_index governor;               /* token that the head hangs on; TD_NONE */
    td_index clause;                 /* token of the verb above it; TD_NONE */
    uint64_t head_key;               /* of its lemma; of a name that of its last word */
    uint64_t text_key;               /* of all content words, in order */
    uint64_t words[TD_PHRASE_WORDS]; /* content words apart from the head */
    uint8_t word_count;
    td_index same_head; /* the phrase before of that head; TD_NONE */
    td_index same_form; /* the phrase before of that form; TD_NONE */
    td_index same_name; /* the phrase before of that entity; TD_NONE */
    td_index chain;     /* TD_NONE while alone */
} td_referring;

/* Phrases that stand for one thing. */
typedef struct td_chain {
    td_index first, last; /* phrases */
    uint32_t count;
    td_index entity;      /* the first that a name in it brings; TD_NONE */
    td_index_array group; /* the first that a phrase in it brings */
    char gender;
    uint8_t number, kind;
    bool named; /* holds a name */
} td_chain;

typedef struct td_coreference {
    const td_naming *naming;
    td_arena *arena;
    TD_ARRAY(td_referring) phrases; /* in text order, the longer first */
    TD_ARRAY(td_chain) chains;
} td_coreference;

#define TD_MOST_ANTECEDENTS 48

/* A phrase that another may be linked to, and how many nearer ones there are: of all, and of those that agree with it.
 */
typedef struct td_antecedent {
    td_index phrase;
    uint32_t nearer, agreeing;
} td_antecedent;

/* Collect the phrases of the report whose names are found. */
void td_coreference_begin(td_coreference *coreference, const td_naming *naming, td_arena *arena);
/* The phrases before `phrase` that it may be linked to, the nearest first; how many. */
uint32_t td_coreference_antecedents(const td_coreference *coreference, td_index phrase,
                                    td_antecedent antecedents[TD_MOST_ANTECEDENTS]);
/* Phrase `phrase` stands for what `antecedent` stands for. */
void td_coreference_link(td_coreference *coreference, td_index phrase, td_index antecedent);
/* Link every phrase as the trained model says; false where there is no model. */
bool td_coreference_decide(td_coreference *coreference, td_view model);
/* Add the pronouns of the third person to the candidates, each with what its chain stands for. */
void td_coreference_settle(const td_coreference *coreference, td_naming *naming);
/* Fill report->coreferents; `numbers` are those of the entities in the record. */
void td_coreference_write(const td_coreference *coreference, td_report *report, const td_index *numbers);

#endif
