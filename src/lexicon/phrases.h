#ifndef TD_LEXICON_PHRASES_H
#define TD_LEXICON_PHRASES_H

/* The phrase dictionary: a trie over word keys, so that text is matched token by token. */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "model/report.h"

enum td_phrase_kind {
    TD_PHRASE_PLACE,   /* id: td_places */
    TD_PHRASE_ACTOR,   /* id: td_actors */
    TD_PHRASE_DEMONYM, /* id: country, two letters as a number; "Russian", "Syrians" */
    TD_PHRASE_METONYM, /* id: td_actors; "the Kremlin", "Moscow" as a government */
    TD_PHRASE_ROLE,    /* id: td_actors roles; "president", "defence minister", "spokesman" */
};

typedef struct td_phrase {
    uint8_t kind;
    uint8_t needs_capital; /* matches only where each word of letters begins upper case */
    uint16_t reserved;
    uint32_t id;
} td_phrase;

typedef struct td_phrase_match {
    uint32_t tokens;          /* how many tokens it takes; 0 = no match */
    const td_phrase *phrases; /* borrowed; all readings of these words */
    uint32_t count;
} td_phrase_match;

typedef struct td_phrases td_phrases;

/*
 * The longest phrase that begins at `tokens[0]`, looking at no more than
 * `count` tokens. Readings that need capitals the text lacks are not counted.
 */
td_phrase_match td_phrases_match(const td_phrases *phrases, const td_token *tokens, uint32_t count);

#endif
