#ifndef TD_PIPELINE_READER_H
#define TD_PIPELINE_READER_H

/*
 * A store opened for reading: its record in memory, its reports one at a time. What views, listings and exports
 * look through.
 */

#include "base/arena.h"
#include "base/error.h"
#include "model/record.h"
#include "model/report.h"
#include "store/store.h"

typedef struct td_reader td_reader;

/* Load the record of `store`, which is borrowed and must be up to date (td_pipeline_refresh()). */
int td_reader_new(td_store *store, td_reader **out, td_error *error);
void td_reader_free(td_reader *reader);

/* Borrowed from the reader. */
const td_record *td_reader_record(const td_reader *reader);
const td_view_array *td_reader_report_ids(const td_reader *reader);
const td_decision_array *td_reader_decisions(const td_reader *reader);
/* The position of a report, TD_NONE when the store has none of that identifier. */
td_index td_reader_find(const td_reader *reader, td_view id);
/* The report at a position, annotated; borrowed until the next call. NULL with `error` set when it cannot be read. */
const td_report *td_reader_report(td_reader *reader, td_index report, td_error *error);

#endif
