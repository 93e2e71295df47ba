#ifndef TD_STORE_PASSAGES_H
#define TD_STORE_PASSAGES_H

/* What can be searched of a report: its running text and its statements. */

#include "store/store_handle.h"

/* Numbers of a report's passages: TD_PASSAGES_EACH times its own, running text first. */
#define TD_PASSAGES_EACH 4096

int td_store_put_passages(td_store *store, const td_report *report, int64_t number, td_error *error);
int td_store_drop_passages(td_store *store, int64_t number, td_error *error);

#endif
