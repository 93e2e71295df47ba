#ifndef TD_LEXICON_WORDS_H
#define TD_LEXICON_WORDS_H

/*
 * English words by form: irregular lemmas, abbreviations, contractions and the
 * closed classes, from data/words/. Forms are looked up by td_word_key(), so
 * case and the shape of apostrophes do not matter.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"
#include "lexicon/table.h"
#include "model/kinds.h"

typedef struct td_words td_words;

/* What a full stop behind an abbreviation may mean. */
enum td_abbreviation {
    TD_ABBREVIATION_NONE,
    TD_ABBREVIATION_TITLE,   /* stands before a name: never ends a sentence */
    TD_ABBREVIATION_COUNTED, /* stands before a number: ends one only where no number follows */
    TD_ABBREVIATION_INNER,   /* "e.g.": never ends a sentence */
    TD_ABBREVIATION_ANY,     /* "Inc.", "U.S.": ends one where a word that begins sentences follows */
    TD_ABBREVIATION_LAST,    /* "etc.", "p.m.": ends one where a capital follows */
    TD_ABBREVIATION_COUNT
};

/* The tables of data/words/, each with the columns that its own first line names. */
typedef struct td_words_tables {
    td_named_text lemmas;        /* words/lemmas.tsv: form, part_of_speech, lemma */
    td_named_text abbreviations; /* words/abbreviations.tsv: form without its last full stop, kind */
    td_named_text contractions;  /* words/contractions.tsv: form, its two parts joined by '+' */
    td_named_text closed;        /* words/closed.tsv: form, part_of_speech */
    td_named_text prefixes;      /* words/prefixes.tsv: form that keeps its hyphen inside one word ("anti") */
} td_words_tables;

/* Index the tables; their text and `arena` must outlive `*out`. TD_ERROR_INPUT names table and line. */
int td_words_load(const td_words_tables *tables, td_arena *arena, td_words **out, td_error *error);

/* The irregular lemma of a form as a part of speech; false where rules are to decide. */
bool td_words_lemma(const td_words *words, uint64_t key, enum td_part_of_speech part_of_speech, td_view *lemma);
/*
 * How an abbreviation behaves, TD_ABBREVIATION_NONE for any other word. One that the table writes with a capital is
 * none without it ("Sun." is, "sun." is not).
 */
enum td_abbreviation td_words_abbreviation(const td_words *words, uint64_t key, bool capital);
/* Bytes of the first part of a contraction without apostrophe ("can|not", "do|nt"), 0 for any other word. */
uint32_t td_words_contraction(const td_words *words, uint64_t key);
/* The usual part of speech of a closed-class word. */
bool td_words_closed(const td_words *words, uint64_t key, enum td_part_of_speech *part_of_speech);
bool td_words_prefix(const td_words *words, uint64_t key);

#endif
