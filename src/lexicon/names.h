#ifndef TD_LEXICON_NAMES_H
#define TD_LEXICON_NAMES_H

/*
 * Words that shape names and references, from data/names/: what heads an
 * organisation, a facility or a place, titles, given names, particles, words
 * that refer back, and the cues of speech.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"
#include "lexicon/table.h"
#include "model/report.h"

#define TD_NAME_CLASSES(X)                                                                                    \
    X(ORGANISATION, "organisation") /* heads an organisation: "ministry"; value "of": may take "of", "for" */ \
    X(FACILITY, "facility")         /* "air base", "airport" */                                               \
    X(PLACE, "place")               /* "province", "river"; value "of" or "front": "Gulf of", "Lake X" */     \
    X(EQUIPMENT, "equipment")       /* "aircraft carrier", "fighter jet" */                                   \
    X(TITLE, "title")               /* "Mr", "General"; value m or f where it tells */                        \
    X(GIVEN, "given")               /* given names; value m, f or absent */                                   \
    X(PARTICLE, "particle")         /* "al", "bin", "de": inside names though lower case */                   \
    X(STATE_ACT, "state_act")       /* a country acts beside it; value: on, own, with, or no: it does not */  \
    X(CONNECTOR, "connector")       /* "of", "for": joins the words of a name */                              \
    X(SUFFIX, "suffix")             /* "Jr." */                                                               \
    X(MODIFIER, "modifier")         /* "defence", "air": between a people and its "ministry" */               \
    X(NOT_NAME, "not_name")         /* capitalised and no name: "Islam", "Christmas" */                       \
    X(REFERENCE, "reference")       /* "the group": value is the kind it refers to */                         \
    X(PLURAL, "plural")             /* "the two leaders": value is the kind of its members */                 \
    X(PRONOUN, "pronoun")           /* value: he she it they i we */                                          \
    X(PERSON_NOUN, "person_noun")   /* "spokesman", "woman": value m or f */                                  \
    X(CUE, "cue")                   /* a word of attribution; value is its stance, then its patterns */      \
    X(LIGHT, "light")               /* a verb that adds little to a noun of attribution: "made a promise" */

#define TD_X(name, label) TD_NAME_##name,
enum td_name_class { TD_NAME_CLASSES(TD_X) TD_NAME_COUNT };
#undef TD_X

/* Everything the tables say of one form, which may be of several words. */
typedef struct td_name_word {
    td_view form;     /* as in the table */
    uint32_t classes; /* bits 1 << td_name_class */
    td_view values[TD_NAME_COUNT];
    uint32_t words;
} td_name_word;

typedef struct td_names td_names;

#define TD_NAME_LONGEST 4 /* words of a form */

/*
 * Index tables with the columns form, class, value; their text and `arena` must outlive `*out`. TD_ERROR_INPUT names
 * table and line.
 */
int td_names_load(const td_named_text *tables, uint32_t count, td_arena *arena, td_names **out, td_error *error);

/* The word of one key (td_word_key), or NULL. Borrowed. */
const td_name_word *td_names_find(const td_names *names, uint64_t key);
/* The longest form that begins at `tokens[0]` and has one of `classes` (bits), looking at no more than `count`. */
const td_name_word *td_names_match(const td_names *names, const td_token *tokens, uint32_t count, uint32_t classes);
/* The longest form that ends just before `tokens[end]`, looking back no further than `tokens[first]`. */
const td_name_word *td_names_match_back(const td_names *names, const td_token *tokens, uint32_t first, uint32_t end,
                                        uint32_t classes);

static inline bool td_name_is(const td_name_word *word, enum td_name_class kind) {
    return word && (word->classes >> kind & 1U);
}

#endif
