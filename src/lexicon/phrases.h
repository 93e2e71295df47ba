#ifndef TD_LEXICON_PHRASES_H
#define TD_LEXICON_PHRASES_H

/* The phrase dictionary: a trie over word keys, so that text is matched token by token. */

#include <stdbool.h>
#include <stdint.h>

#include "model/report.h"

enum td_phrase_kind {
    TD_PHRASE_PLACE,   /* id: td_places */
    TD_PHRASE_ACTOR,   /* id: td_actors */
    TD_PHRASE_DEMONYM, /* id: country, see td_phrase_country(); "Russian", "Syrians" */
    TD_PHRASE_METONYM, /* id: td_actors; "the Kremlin", "Moscow" as a government */
    TD_PHRASE_ROLE,    /* id: td_actors roles; "president", "defence minister", "spokesman" */
    TD_PHRASE_BODY,    /* id: td_actors bodies of a state; "Defence Ministry", "armed forces", "parliament" */
};

/* How the letters must stand for a reading to count. */
enum td_phrase_capitals {
    TD_CAPITALS_ANY,
    TD_CAPITALS_FIRST, /* each word that the table begins upper case begins so ("Gulf of Aden") */
    TD_CAPITALS_ALL,   /* each of its words is all upper case ("US", "WHO") */
};

enum td_phrase_flag {
    TD_PHRASE_AMBIGUOUS = 1 << 0,   /* also a common word or a person's name: wants evidence ("Reading", "Victoria") */
    TD_PHRASE_ALTERNATIVE = 1 << 1, /* not the name that the table gives first */
};

typedef struct td_phrase {
    uint8_t kind;
    uint8_t needs_capital; /* td_phrase_capitals */
    uint16_t flags;        /* td_phrase_flag bits */
    uint32_t id;
} td_phrase;

typedef struct td_phrase_match {
    uint32_t tokens;          /* how many tokens it takes; 0 = no match */
    const td_phrase *phrases; /* borrowed; all readings of these words, of each kind the weightiest first */
    uint32_t count;
} td_phrase_match;

/* The country code that a demonym's id stands for. */
static inline void td_phrase_country(uint32_t id, char country[3]) {
    country[0] = (char)(id >> 8 & 0xFF);
    country[1] = (char)(id & 0xFF);
    country[2] = 0;
}

typedef struct td_phrases td_phrases;

/*
 * The longest phrase that begins at `tokens[0]`, looking at no more than
 * `count` tokens (pass no further than the sentence's end). Readings that need
 * capitals the text lacks are not counted. Words joined by a hyphen match as
 * one token or as several, the hyphen a token of its own.
 */
td_phrase_match td_phrases_match(const td_phrases *phrases, const td_token *tokens, uint32_t count);

#endif
