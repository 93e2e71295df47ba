#ifndef TD_MENTION_NAMING_H
#define TD_MENTION_NAMING_H

/*
 * The finder of entities in steps, each a file that adds to one list of
 * candidates, mentions in the making, and to the report's entities:
 *
 *   letter_case.c     which capitals mean a name
 *   name_runs.c       how far a sequence of capitalised words goes
 *   name_spans.c      names by lexicon and shape, with what stands before and behind them
 *   name_kinds.c      person, organisation, place ... of a name
 *   name_lattice.c    every stretch of tokens that may be a name
 *   name_features.c   what such a span looks like to the trained model
 *   name_echoes.c     what the rest of the report says of it
 *   names_model.c     the trained model's choice of spans and kinds
 *   metonyms.c        "Moscow" as a government, "Egypt" as a state that acts
 *   abbreviations.c   what short forms stand for
 *   persons_merge.c   which names are one person
 *   names_merge.c     which other names are one entity
 *   places_*.c        which place of the gazetteer a name means, see places_resolving.h
 *   roles.c           who is president, envoy, spokesman
 *   references.c      "the president", "the two leaders", "the group"
 *   coreference.c     what pronouns and noun phrases stand for (see coreference.h)
 *   entity_list.c     the list that they all add to
 *   entities.c        the steps in order
 */

#include "base/array.h"
#include "base/map.h"
#include "lexicon/lexicon.h"
#include "lexicon/names.h"
#include "model/report.h"

/* How firmly a name's kind is known. */
enum td_certainty { TD_GUESS, TD_LIKELY, TD_SURE };

/* A mention in the making; token numbers are the report's. */
typedef struct td_candidate {
    td_index first, end; /* tokens */
    td_index sentence;
    enum td_entity_kind kind;
    enum td_mention_form form;
    enum td_certainty certainty; /* of the kind */
    const td_phrase *phrases;    /* readings of the whole name in the lexicon */
    uint32_t phrase_count;
    uint32_t body;                 /* phrase of a body of the state, "defence ministry"; TD_NONE */
    td_index role_first, role_end; /* tokens of the role before or behind a person's name; TD_NONE */
    td_index container;            /* candidate that holds this place: "Aleppo" in "Azaz, Aleppo"; TD_NONE */
    char country[3];               /* told by the words around it */
    char gender;                   /* 'm', 'f' or 0 */
    bool subject;                  /* of its clause, as far as that can be told */
    bool located;                  /* "in", "near", "at" stands before it */
    bool place_noun;               /* "Latakia province": a noun that only places take */
    bool division_noun;            /* one that towns do not take */
    bool row;                      /* one of several that share the noun behind the last */
    uint32_t known_count;          /* of `phrases`, those of the names that show a place by themselves */
    bool doubtful;                 /* perhaps no name at all: kept only where another mention makes it one */
    td_index entity;
    td_index_array group;
} td_candidate;
typedef TD_ARRAY(td_candidate) td_candidate_array;

/* What is known of an entity while the report is read; beside report->entities. */
typedef struct td_entity_note {
    uint64_t surname; /* word key of a person's last name, 0 */
    uint64_t head;    /* word key of what an organisation is: "ministry", 0 */
    uint64_t given;   /* word key of a person's first name, 0 */
    uint32_t mentions;
    uint32_t actor; /* TD_NONE */
    uint32_t place; /* gazetteer id, TD_NONE */
    char gender;
} td_entity_note;

/* Bits for each token of the report. */
enum td_token_note {
    TD_TOKEN_NAMELIKE = 1 << 0, /* its capital means a name */
    TD_TOKEN_QUOTED = 1 << 1,   /* inside a direct quotation */
    TD_TOKEN_TAKEN = 1 << 2,    /* inside a candidate */
    TD_TOKEN_SHOUTED = 1 << 3,  /* its sentence is in capitals, or each word has one */
};

/* Everything the steps share. */
typedef struct td_naming {
    const td_phrases *phrases;
    const td_phrases *towns; /* names of places of any size, asked only where the text shows a place */
    const td_places *places;
    const td_actors *actors;
    const td_names *names;
    const td_units *units;
    td_view names_model; /* block of the trained model; absent where the pack has none */
    td_report *report;
    td_arena *arena;
    uint8_t *token_notes;
    td_map small;                   /* word keys that stand without a capital somewhere */
    td_map large;                   /* word keys with a capital where only a name has one, and how often */
    td_candidate_array candidates;  /* in text order once sorted */
    TD_ARRAY(td_entity_note) notes; /* as many as entities */
    td_map of_actor;                /* actor to entity */
    td_map of_place;                /* gazetteer id to entity */
    td_map of_name;                 /* key of a whole name to entity, persons apart */
    td_map seen_names;              /* entity and text of the aliases noted */
    uint16_t country_votes[26 * 26];
} td_naming;

static inline const td_token *td_naming_token(const td_naming *naming, td_index i) {
    return &naming->report->tokens.items[i];
}
static inline td_view td_naming_text(const td_naming *naming, td_index i) {
    return td_span_text(naming->report->text, td_naming_token(naming, i)->span);
}
static inline td_span td_candidate_span(const td_naming *naming, const td_candidate *candidate) {
    return (td_span){td_naming_token(naming, candidate->first)->span.start,
                     td_naming_token(naming, candidate->end - 1)->span.end};
}
static inline td_view td_candidate_text(const td_naming *naming, const td_candidate *candidate) {
    return td_span_text(naming->report->text, td_candidate_span(naming, candidate));
}
static inline bool td_token_is(const td_naming *naming, td_index i, const char *word) {
    return td_view_equal_ascii_fold(td_naming_text(naming, i), td_view_of(word));
}
/* No space between token `i` and the one before it. */
static inline bool td_token_joined(const td_naming *naming, td_index i) {
    return i > 0 && td_naming_token(naming, i)->span.start == td_naming_token(naming, i - 1)->span.end;
}
static inline bool td_token_is_verb(const td_token *token) {
    return token->part_of_speech == TD_POS_VERB || token->part_of_speech == TD_POS_AUXILIARY;
}

/* Name-likeness and the other token notes. */
static inline bool td_token_noted(const td_naming *naming, td_index i, enum td_token_note note) {
    return naming->token_notes[i] & note;
}

/* A blank candidate over tokens `first` to before `end`. */
td_candidate td_candidate_over(td_index sentence, td_index first, td_index end);
/* The first reading of one kind, or NULL. */
const td_phrase *td_reading_of(const td_phrase *phrases, uint32_t count, enum td_phrase_kind kind);
/* The number of two letters, 0 to 26 * 26 - 1, or -1. */
int td_country_slot(const char country[3]);
void td_country_of_id(uint32_t id, char country[3]);

/* Nothing found yet in `report`. */
td_naming td_naming_begin(const td_lexicon *lexicon, td_report *report, td_arena *arena);

/* The steps from names to descriptions, in order. */
void td_naming_read_names(td_naming *naming);

/* The steps. */
void td_letter_case_read(td_naming *naming);
void td_name_spans_find(td_naming *naming);
void td_name_kinds_agree(td_naming *naming);
void td_names_model_ask(td_naming *naming);
void td_towns_read(td_naming *naming);
void td_metonyms_tell(td_naming *naming);
void td_states_tell(td_naming *naming);
void td_persons_merge(td_naming *naming);
void td_names_merge(td_naming *naming);
void td_places_resolve(td_naming *naming);
void td_roles_note(td_naming *naming);
void td_references_find(td_naming *naming);

/* The end of the sequence of name words that begins at token `i`; `i` where none does. */
td_index td_name_run(const td_naming *naming, td_index i, td_index sentence_end);
/* Readings of the whole of `candidate` as a place of any size; none where it is no such name. */
td_phrase_match td_towns_match(const td_naming *naming, const td_candidate *candidate);
/* The country that the candidate's first words name, noted in it: "Chadian Union of Farmers". */
void td_name_country_within(const td_naming *naming, td_candidate *candidate);
/* A title or role before the candidate, noted in it. */
void td_name_role_before(const td_naming *naming, td_candidate *candidate);
/* The kind of the name that `candidate` spans, with certainty, from its words and what stands around it. */
void td_name_kind_tell(const td_naming *naming, td_candidate *candidate);

/* A new entity with its note; its index. */
td_index td_entity_add(td_naming *naming, enum td_entity_kind kind, td_view name);
/* The entity of an actor of the lexicon, made when new. */
td_index td_entity_of_actor(td_naming *naming, uint32_t actor);
/* The entity of a place of the gazetteer, made when new. */
td_index td_entity_of_place(td_naming *naming, uint32_t place);
/* Note that `candidate` is of `entity`. */
void td_entity_mention(td_naming *naming, td_index candidate, td_index entity);
/* The key of a name: its words without "the", hyphens and particles, whatever their case. */
uint64_t td_candidate_key(const td_naming *naming, const td_candidate *candidate);
/*
 * Hash of the first letters of its capitalised words, of the small ones but "the" too where `small_too`; 0 where fewer
 * than two words have a capital, or too many.
 */
uint64_t td_name_initials(const td_naming *naming, const td_candidate *candidate, bool small_too);
/* Hash of the letters of an abbreviation, without full stops; 0 where the candidate is none. */
uint64_t td_name_abbreviation(const td_naming *naming, const td_candidate *candidate);
/* Candidates into text order, the longer first where two begin alike. */
void td_candidates_sort(td_naming *naming);

#endif
