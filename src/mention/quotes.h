#ifndef TD_MENTION_QUOTES_H
#define TD_MENTION_QUOTES_H

/*
 * The finder of quotations in steps:
 *
 *   quotes_marks.c     what stands in quotation marks
 *   quotes_grammar.c   the extent of each word's phrase in a parsed sentence
 *   quotes_cues.c      verbs of attribution with speaker and hearer, as the grammar tells
 *   quotes_mood.c      whether they tell that something is said or thought at all
 *   quotes_source.c    the words that name who speaks
 *   quotes_content.c   what they say
 *   quotes_turned.c    passives
 *   quotes_nouns.c     nouns of attribution
 *   quotes_adjectives.c  adjectives and adverbs of attribution
 *   quotes_order.c     the same by the order of words, where the grammar is not known
 *   quotes_direct.c    which cue goes with which quotation marks
 *   quotes_speaker.c   who the speaker is
 *   quotes.c           the steps in order
 */

#include "base/array.h"
#include "base/map.h"
#include "lexicon/lexicon.h"
#include "lexicon/names.h"
#include "model/report.h"

/* Tokens `first` to before `end`; first TD_NONE where there are none. */
typedef struct td_token_range {
    td_index first, end;
} td_token_range;

#define TD_RANGE_NONE ((td_token_range){TD_NONE, TD_NONE})

static inline bool td_range_present(td_token_range range) {
    return range.first != TD_NONE && range.first < range.end;
}

/* Words between quotation marks. */
typedef struct td_stretch {
    td_token_range inside;
    bool opened, closed;  /* false where the mark itself is missing */
    bool goes_on;         /* the paragraph after it takes up the same quotation */
    td_index attribution; /* TD_NONE */
    bool inner;           /* part of what a cue's clause says: told with that */
} td_stretch;
typedef TD_ARRAY(td_stretch) td_stretch_array;

/* A cue with what belongs to it. */
typedef struct td_attribution {
    td_index cue; /* the verb, or "according" */
    td_index sentence;
    td_token_range words; /* of the cue with its auxiliaries */
    td_token_range speaker;
    td_token_range hearer;
    td_token_range relay;      /* who carried it: "Tass quoted him as saying"; absent (all zero) elsewhere */
    td_token_range content[2]; /* the second where the cue stands inside */
    enum td_stance stance;
    bool weak;       /* counts only with a quotation beside it */
    bool minor;      /* an act or a wish: inside what another says it is a part of that */
    bool used;       /* some quotation marks took it */
    td_index entity; /* of the speaker */
} td_attribution;
typedef TD_ARRAY(td_attribution) td_attribution_array;

/* The phrase of each token of one sentence: its first and last token. */
typedef struct td_phrase_extents {
    td_index token_start, token_end;
    td_index *first, *last;                                       /* by token number within the sentence */
    td_index *subject, *object, *indirect, *clause, *open_clause; /* dependents, TD_NONE */
    uint32_t *pending;                                            /* work space */
    uint32_t room;
} td_phrase_extents;

typedef struct td_quoting {
    const td_names *names;
    const td_actors *actors;
    td_report *report;
    td_arena *arena;
    td_stretch_array stretches;
    td_attribution_array attributions; /* of cues, in text order; then those that a name and a colon make */
    uint32_t cue_count;
    td_phrase_extents extents;
    td_map cue_at; /* token of a cue to its attribution */
} td_quoting;

static inline const td_token *td_quoting_token(const td_quoting *quoting, td_index i) {
    return &quoting->report->tokens.items[i];
}
static inline td_view td_quoting_text(const td_quoting *quoting, td_index i) {
    return td_span_text(quoting->report->text, td_quoting_token(quoting, i)->span);
}
static inline bool td_quoting_is(const td_quoting *quoting, td_index i, const char *word) {
    return td_view_equal_ascii_fold(td_quoting_text(quoting, i), td_view_of(word));
}
static inline bool td_quoting_is_any(const td_quoting *quoting, td_index i, const char *const *words) {
    for (; *words; words++)
        if (td_quoting_is(quoting, i, *words)) return true;
    return false;
}
static inline td_span td_range_span(const td_quoting *quoting, td_token_range range) {
    if (!td_range_present(range)) return TD_SPAN_NONE;
    return (td_span){td_quoting_token(quoting, range.first)->span.start,
                     td_quoting_token(quoting, range.end - 1)->span.end};
}
/* Without punctuation at its ends. */
td_token_range td_range_trim(const td_quoting *quoting, td_token_range range);

td_token_range td_quote_speaker_core(const td_quoting *quoting, td_token_range range);

/* What the table says of the cue at token `i` by its lemma, alone or with a particle behind; NULL where it is none. */
const td_name_word *td_cue_at(const td_quoting *quoting, td_index i, td_index sentence_end);
/* Does the cue's value hold this word ("clause", "weak")? */
bool td_cue_has(const td_name_word *cue, const char *use);

/* A verb or auxiliary; finite, in a tense. */
bool td_quote_is_verb(const td_token *token);
bool td_quote_is_finite(const td_token *token);
bool td_range_holds_verb(const td_quoting *quoting, td_token_range range);
/* Part of a noun phrase, by its part of speech. */
bool td_quote_in_nouns(const td_token *token);
/* Nouns and what joins them that end before `end`: where they begin. */
td_index td_quote_nouns_before(const td_quoting *quoting, td_index start, td_index end);
/* "..., X said": fill speaker and content where commas show that the cue follows or interrupts what is said. */
bool td_quote_read_postposed(const td_quoting *quoting, td_attribution *made);
/* The mark of a clause behind the cue with only circumstances between, TD_NONE. */
td_index td_quote_mark_behind(const td_quoting *quoting, td_index from, td_index end);
void td_quote_guess_speaker(const td_quoting *quoting, td_attribution *made);
void td_quote_guess_content(const td_quoting *quoting, td_attribution *made, bool hearer_first);

void td_quote_marks_find(td_quoting *quoting);
/* False where the sentence was not parsed. */
bool td_phrase_extents_read(td_quoting *quoting, td_index sentence);
void td_quote_cues_find(td_quoting *quoting);
void td_quotes_attribute(td_quoting *quoting);
void td_quote_speakers_tell(td_quoting *quoting);
/* The entity that tokens name, TD_NONE; a person or organisation before a place. */
td_index td_quote_entity_of(const td_quoting *quoting, td_token_range range);
/* The outlet or agency that `range` names, absent where it is none. */
td_view td_quote_relay_of(const td_quoting *quoting, td_token_range range);
/* "I" and "my" inside direct quotations are mentions of the speaker. */
void td_quote_first_persons(td_quoting *quoting);

#endif
