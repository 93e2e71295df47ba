#ifndef TD_MENTION_PIECES_H
#define TD_MENTION_PIECES_H

/*
 * A sentence cut finer than into tokens, as the grammars of times and figures
 * need it: runs of letters, numbers, and single marks. "mid-2016", "$4bn" and
 * "8pm" become mid - 2016, $ 4 bn, 8 pm, however they were tokenised.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "lexicon/units.h"
#include "model/report.h"

enum td_piece_kind { TD_PIECE_END, TD_PIECE_WORD, TD_PIECE_NUMBER, TD_PIECE_MARK };

typedef struct td_piece {
    td_span span;
    const td_unit_word *word; /* NULL for a word that the table of units lacks, and for numbers */
    double number;
    uint16_t lead;  /* its first two letters as td_pieces_match() compares them, so that most words differ at once */
    uint8_t kind;   /* td_piece_kind */
    uint8_t digits; /* digits before any decimal point */
    char mark;      /* ASCII likeness: ' for any apostrophe, - for any dash, " < > for quotation marks;
                       of money $, L pound, E euro, Y yen, R rouble, I rupee, S shekel, H hryvnia, T Turkish lira */
    bool space_before;
    bool capital;
    bool plain;  /* a number without separators and decimals */
    bool quoted; /* inside a direct quotation */
} td_piece;

/* The pieces of one sentence, and whether a quotation is open at its end. */
typedef struct td_pieces {
    td_view text; /* of the whole report */
    const td_units *units;
    TD_ARRAY(td_piece) list;
    td_index sentence;
    uint32_t paragraph;
    bool quoted;
} td_pieces;

/* Read sentence number `sentence` into `pieces`, whose memory is used again; call in text order. */
void td_pieces_read(td_pieces *pieces, const td_units *units, const td_report *report, td_index sentence,
                    td_arena *arena);

/* The piece at `i`; one of kind TD_PIECE_END outside the sentence. */
const td_piece *td_piece_at(const td_pieces *pieces, int64_t i);
/* True where the piece is this word (lower case given), whatever its case. */
bool td_piece_is(const td_pieces *pieces, int64_t i, const char *word);
bool td_piece_is_mark(const td_pieces *pieces, int64_t i, char mark);
/* The reading of the word at `i` as `class`, or NULL. */
const td_unit_reading *td_piece_as(const td_pieces *pieces, int64_t i, enum td_unit_class class);
/* How many pieces from `i` the words take (single spaces between; "-" stands for a dash); 0 = they are not there. */
uint32_t td_pieces_match(const td_pieces *pieces, int64_t i, const char *words);
/* What the table of units says of the two words from `i` together ("Syrian pounds"); NULL where it lacks them. */
const td_unit_word *td_pieces_pair(const td_pieces *pieces, int64_t i);
/* The span from piece `first` to before piece `end`. */
td_span td_pieces_span(const td_pieces *pieces, int64_t first, int64_t end);
/* Of `count` NULL-ended phrases the number of the first that matches at `i` (its length in `*length`), or -1. */
int td_pieces_match_any(const td_pieces *pieces, int64_t i, const char *const *phrases, uint32_t *length);

#endif
