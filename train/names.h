#ifndef TD_TRAIN_NAMES_H
#define TD_TRAIN_NAMES_H

/*
 * The trainer of the model of names in steps:
 *
 *   names.c           the sets, the command line, the file
 *   names_lessons.c   reports with marked names into lessons
 *   names_learning.c  weights out of lessons
 */

#include "mention/names_model.h"
#include "text/text.h"

#define TD_NAMES_ROW_BITS 19u
#define TD_NAMES_PARTS 4u /* of the data, by report: what echoes in one is heard by a model of the others */

/* A span of a lesson, and whether the marked names allow it each choice. */
typedef struct td_lesson_span {
    uint64_t *features; /* its own, then what echoes of it */
    uint32_t own, count;
    uint32_t first, end; /* tokens, from the lesson's start */
    bool allowed[TD_CHOICE_NONE];
} td_lesson_span;

/* Tokens that spans hold together: nothing outside bears on the choice inside. */
typedef struct td_lesson {
    td_lesson_span *spans; /* in the order of their tokens */
    uint32_t count;
    uint32_t tokens;
    bool *unnamed; /* of each token: may it be none of a name? */
    float weight;
    uint32_t part;
} td_lesson;
typedef TD_ARRAY(td_lesson) td_lesson_array;

typedef struct td_gold_name {
    uint32_t start, end; /* bytes */
    enum td_name_choice choice;
    bool reached; /* some span has its bounds */
} td_gold_name;
typedef TD_ARRAY(td_gold_name) td_gold_names;

typedef struct td_trainer {
    const td_lexicon *lexicon;
    td_text *text;
    td_arena kept, report_memory;
    td_lesson_array lessons;
    uint32_t reports, next_lesson;
    td_names_model *models;  /* one for each part, that never saw it; NULL in the first reading */
    uint32_t names, reached; /* marked names, and those that some span has */
} td_trainer;

/* A report's lessons; in the second reading, when `models` are there, what echoes is added to those of the first. */
void td_lessons_take(td_trainer *trainer, td_report *report, td_gold_names *names, float weight);

typedef float td_choice_row[TD_CHOICE_COUNT];

/* Leave out the features that hardly occur. */
void td_lessons_drop_rare(td_trainer *trainer);
/* One row of weights for each row of the model, learnt from all lessons but those of part `left_out`. */
td_choice_row *td_lessons_learn(td_trainer *trainer, uint32_t left_out);

#endif
