#ifndef TD_TRAIN_RECORDS_H
#define TD_TRAIN_RECORDS_H

/* Marked texts as the trainers of names and of coreference read them: one JSON object a line, offsets in code points.
 */

#include <cjson/cJSON.h>

#include "text/text.h"

/* Say what is wrong with which input and leave. */
_Noreturn void td_training_stop(const char *what, const char *which);

/* Call `take(context, record, number)` for each line of the file. */
void td_records_each(const char *path, void (*take)(void *context, const cJSON *record, uint32_t number),
                     void *context);
/* A report with the record's text, its sentences and tokens read. */
td_report *td_record_report(const cJSON *record, td_text *text, td_arena *arena);

/* Byte offsets of every code point of a text, and of its end. */
typedef struct td_code_points {
    uint32_t *offsets;
    uint32_t count;
} td_code_points;

td_code_points td_code_points_of(td_view text, td_arena *arena);
/* The span in bytes of an object's `start` and `end`. */
td_span td_record_span(const td_code_points *points, const cJSON *object);

#endif
