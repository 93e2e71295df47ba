#ifndef TD_INTAKE_PARAGRAPHS_H
#define TD_INTAKE_PARAGRAPHS_H

/* The paragraphs of plain text, with what their shape tells. */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/span.h"

typedef struct td_paragraph {
    td_span span; /* without white space around it */
    td_view text;
    td_view plain;     /* lower case, one space between words, ASCII quotes and dashes, nothing at the ends but letters,
                          digits and '(' '[' '@' '#' in front; absent when the paragraph is too long for any furniture */
    uint32_t words;    /* runs without white space that hold a letter or digit */
    uint32_t capitals; /* of those, beginning with an upper-case letter */
    uint32_t small;    /* beginning with a lower-case ASCII letter */
    uint32_t numbers;  /* beginning with a digit */
    bool stopped;      /* ends as a sentence does, closing quotes and brackets aside */
    bool quoted;       /* holds a double quotation mark */
} td_paragraph;
typedef TD_ARRAY(td_paragraph) td_paragraph_array;

/* Longest paragraph in bytes that may be page furniture. */
#define TD_FURNITURE_LIMIT 800u

/*
 * A paragraph is a line that is not blank; in text wrapped at a column it is a run of lines up to a blank one.
 * `text` must be well-formed UTF-8.
 */
void td_paragraphs_cut(td_arena *arena, td_view text, td_paragraph_array *paragraphs);

/* True where `plain` begins with `phrase` and the phrase ends on a word's end. */
bool td_phrase_begins(td_view plain, td_view phrase);
/* True where `phrase` stands in `plain` as whole words. */
bool td_phrase_within(td_view plain, td_view phrase);

#endif
