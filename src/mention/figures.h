#ifndef TD_MENTION_FIGURES_H
#define TD_MENTION_FIGURES_H

/*
 * Figures in two steps: the words of the number with its bounds
 * (figures_read.c), then what it counts, as of when and where
 * (figures_meaning.c), of which kind (figures_governed.c) and according to
 * whom (figures_source.c).
 */

#include "mention/numbers.h"

/* A figure as its words say it; pieces of one sentence. */
typedef struct td_figure_reading {
    int64_t first, end; /* pieces of the number with its bound words */
    enum td_bound bound;
    double value, low, high;
    bool share; /* "half of", "40 per cent" */
    bool money;
    bool words_only;      /* no digit in it */
    bool bounded;         /* words of bound before or behind the number */
    bool weak;            /* a bare number: a figure only where something is counted */
    td_view unit;         /* of money and shares; absent otherwise */
    bool has_counted;     /* set where the words themselves name what is counted: */
    int64_t counted_from; /* first piece of what is counted */
} td_figure_reading;

/* Is there a figure at piece `i`? `*reading` is filled when so. Never inside a time: the caller sees to that. */
bool td_figure_read(const td_pieces *pieces, int64_t i, td_figure_reading *reading);

/* Everything else of a figure; false where the number counts nothing and is no figure. */
bool td_figure_understand(const td_pieces *pieces, const td_figure_reading *reading, const td_report *report,
                          td_arena *arena, td_figure *figure);

/* The category that the words around pieces `first` to `end` give (figures_governed.c). */
enum td_figure_category td_figure_governed(const td_pieces *pieces, int64_t first, int64_t end);
/* True where such a word stands right beside the figure: "killed 14", "14 were killed". */
bool td_figure_governed_closely(const td_pieces *pieces, int64_t first, int64_t end);
/* True where a time holds byte `offset`. */
bool td_figure_in_time(const td_report *report, uint32_t offset);
/* Killed, wounded, displaced, detained. */
bool td_figure_is_harm(enum td_figure_category category);
/* Who says so (figures_source.c). */
void td_figure_set_source(const td_report *report, const td_sentence *sentence, td_figure *figure);

/* The whole step with the table it needs. */
void td_figures_read(const td_units *units, td_report *report, td_arena *arena);

#endif
