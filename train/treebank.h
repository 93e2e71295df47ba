#ifndef TD_TRAIN_TREEBANK_H
#define TD_TRAIN_TREEBANK_H

/* Treebanks in the CoNLL-U format, as the trainers use them. */

#include "base/array.h"
#include "model/report.h"

typedef struct td_treebank_word {
    enum td_part_of_speech part_of_speech;
    td_view fine_tag;  /* the treebank's own (Penn) tag */
    uint32_t features; /* td_feature bits of the tagger */
    bool imperative;   /* its form is the infinitive's, its place in a sentence is
                          not */
    uint32_t head;     /* 1-based, 0 root */
    td_view relation;  /* with its subtype */
} td_treebank_word;

typedef struct td_treebank_sentence {
    td_view text; /* the words, parted by blanks */
    td_treebank_word *words;
    td_token *tokens; /* as many; spans into `text` are set */
    uint32_t count;
    bool edited; /* from edited prose, as news is */
} td_treebank_sentence;

typedef TD_ARRAY(td_treebank_sentence) td_treebank;

/* Append the sentences of a file; everything lives in `arena`. */
int td_treebank_read(const char *path, td_arena *arena, td_treebank *bank, td_error *error);

/* How to write a sentence anew, so that headlines and all-capital wires are learned too. */
enum td_casing_change { TREEBANK_AS_WRITTEN, TREEBANK_CAPITALS, TREEBANK_HEADLINE };

/* A copy with other capitals, its full stop dropped; words are shared with the original. */
td_treebank_sentence td_treebank_recase(const td_treebank_sentence *sentence, enum td_casing_change casing,
                                        td_arena *arena);

#define TD_CASING_CHANGES 3

/* One treebank, tagged: as it is written, in capitals and as headlines. */
typedef struct td_tagged_banks {
    td_treebank changes[TD_CASING_CHANGES];
} td_tagged_banks;

#endif
