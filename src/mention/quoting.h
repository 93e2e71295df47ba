#ifndef TD_MENTION_QUOTING_H
#define TD_MENTION_QUOTING_H

/*
 * The finder of quotations in steps:
 *
 *   quote_marks.c     what stands in quotation marks, over sentences and paragraphs
 *   quote_cues.c      verbs and phrases of speech, with who speaks and to whom
 *   quotes_direct.c   passages in marks, each tied to a cue or to the passage before it
 *   quotes_indirect.c what stands as the complement of a cue
 *   quotes.c          the steps in order
 */

#include "base/array.h"
#include "lexicon/lexicon.h"
#include "lexicon/names.h"
#include "model/report.h"

/* Words in one pair of marks. Token numbers are the report's. */
typedef struct td_passage {
    td_index first, end;   /* tokens inside the marks */
    td_index open, close;  /* the marks; TD_NONE where one is missing */
    bool continues;        /* goes on from the passage before, over a paragraph's end */
    bool used;             /* is a quotation already, or part of one */
} td_passage;
typedef TD_ARRAY(td_passage) td_passage_array;

/* How a cue is used, bits read from its table. */
enum td_cue_use {
    TD_CUE_CLAUSE = 1 << 0,
    TD_CUE_TELL = 1 << 1,
    TD_CUE_CALL = 1 << 2,
    TD_CUE_ACT = 1 << 3,
    TD_CUE_NOUN = 1 << 4,
    TD_CUE_WEAK = 1 << 5,
    TD_CUE_REPORT = 1 << 6,
    TD_CUE_SOURCE = 1 << 7, /* "according to" */
};

typedef struct td_cue {
    td_index first, end;    /* tokens of the cue */
    td_index sentence;
    enum td_stance stance;
    uint32_t uses;          /* td_cue_use bits */
    td_index subject;       /* token that heads who speaks; TD_NONE */
    td_index hearer;        /* token that heads who is spoken to; TD_NONE */
    td_index carrier;       /* token that heads who passes it on: "Tass quoted X as saying"; TD_NONE */
} td_cue;
typedef TD_ARRAY(td_cue) td_cue_array;

typedef struct td_quoting {
    const td_names *names;
    const td_actors *actors;
    td_report *report;
    td_arena *arena;
    td_passage_array passages; /* in text order */
    td_cue_array cues;         /* in text order */
    td_index *mention_at;      /* for each token the mention it lies in, the longest that is resolved first; TD_NONE */
} td_quoting;

static inline const td_token *td_quoting_token(const td_quoting *quoting, td_index i) {
    return &quoting->report->tokens.items[i];
}
static inline bool td_quoting_is(const td_quoting *quoting, td_index i, const char *word) {
    return td_view_equal_ascii_fold(td_span_text(quoting->report->text, td_quoting_token(quoting, i)->span), td_view_of(word));
}
/* The token that `i` hangs on; TD_NONE at the root or without a parse. */
td_index td_quoting_head(const td_quoting *quoting, const td_sentence *sentence, td_index i);
/* True where the relation of `i` is this one or a subtype of it. */
bool td_quoting_hangs_by(const td_quoting *quoting, td_index i, const char *relation);
/* The first dependent of `i` by this relation, TD_NONE where there is none. */
td_index td_quoting_child(const td_quoting *quoting, const td_sentence *sentence, td_index i, const char *relation);
/* The tokens below `i`, itself included: from the first to the one behind the last. */
void td_quoting_subtree(const td_quoting *quoting, const td_sentence *sentence, td_index i, td_index *first, td_index *end);

void td_passages_find(td_quoting *quoting);
void td_cues_find(td_quoting *quoting);
void td_direct_quotes_find(td_quoting *quoting);
void td_indirect_quotes_find(td_quoting *quoting);

/* A quotation of the cue (NULL: none) with its speaker, hearer and carrier; the caller sets kind and content. */
td_quote *td_quote_add(td_quoting *quoting, const td_cue *cue);

#endif
