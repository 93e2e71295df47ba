#ifndef TD_TESTS_SMALL_RECORD_H
#define TD_TESTS_SMALL_RECORD_H

/* A record of three reports with something in every list and every field. */

#include "base/arena.h"
#include "model/record.h"

/* Memory from `arena`. Its reports are numbers 0 to 2. */
td_record small_record(td_arena *arena);

#endif
