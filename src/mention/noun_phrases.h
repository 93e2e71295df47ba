#ifndef TD_MENTION_NOUN_PHRASES_H
#define TD_MENTION_NOUN_PHRASES_H

/* Noun phrases with all that belongs to them, by the parse: "the envoy of the Union, who left on Monday". */

#include "base/array.h"
#include "model/report.h"

/* Tokens `first` to before `end`, numbers of the report. */
typedef struct td_noun_phrase {
    td_index first, end, head, sentence;
    bool joined; /* several joined by "and": the head is that of the first */
} td_noun_phrase;
typedef TD_ARRAY(td_noun_phrase) td_noun_phrase_array;

/* Work space for one sentence after another. */
typedef struct td_noun_phrase_reader {
    const td_report *report;
    td_arena *arena;
    struct td_phrase_node *nodes;
    uint32_t *queue;
    uint32_t room;
} td_noun_phrase_reader;

/* Append the noun phrases of a sentence, in the order of their heads; false where the sentence was not parsed. */
bool td_noun_phrases_read(td_noun_phrase_reader *reader, td_index sentence, td_noun_phrase_array *phrases);

#endif
