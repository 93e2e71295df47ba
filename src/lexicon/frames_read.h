#ifndef TD_LEXICON_FRAMES_READ_H
#define TD_LEXICON_FRAMES_READ_H

/* Reading the columns of data/frames: private to the frames. */

#include "base/array.h"
#include "base/map.h"
#include "lexicon/frames.h"
#include "lexicon/table.h"

struct td_frames {
    td_arena *arena;
    TD_ARRAY(td_frame) frames;
    TD_ARRAY(td_frame_trigger) triggers; /* by key, then most demanding first */
    TD_ARRAY(td_governor) governors;     /* by key, those with a particle first */
    TD_ARRAY(td_view) classes;           /* names; number + TD_CLASS_TABLE_FIRST is the bit */
    td_map class_by_word;                /* word key -> index in class_bits */
    TD_ARRAY(uint64_t) class_bits;
    td_map first_trigger, first_governor; /* lemma key -> first index */
    td_map frame_by_id;
};

/* The line at hand, and where to say what is wrong with it. */
typedef struct td_frames_line {
    td_table table;
    td_error *error;
} td_frames_line;

/* A kind of table: the names of its columns, and how to read one row. */
typedef struct td_frames_kind {
    const char *const *columns;
    uint32_t column_count;
    int (*read)(td_frames *frames, const td_frames_line *at, const td_view *cells);
} td_frames_kind;

extern const td_frames_kind td_frames_kind_classes, td_frames_kind_governors, td_frames_kind_frames;

/* TD_ERROR_INPUT that names table, line, column (from 0) and cell. */
int td_frames_wrong(const td_frames_line *at, const td_frames_kind *kind, uint32_t column, td_view cell,
                    const char *problem);
/* The slot of a name: "subject", "object", "indirect", "clause", else a preposition. */
td_slot td_frames_slot(td_view name);
/* The next part of `*rest` that is not empty, blanks taken off. */
bool td_frames_part(td_view *rest, char separator, td_view *part);

#endif
