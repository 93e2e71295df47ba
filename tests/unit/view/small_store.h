#ifndef TD_TESTS_SMALL_STORE_H
#define TD_TESTS_SMALL_STORE_H

/*
 * Three reports and a record of them, written by hand: two stories, events, each kind of finding, entries of ledgers.
 * Texts hold what must be escaped, characters of several bytes, and passages that nest, cross and span paragraphs.
 */

#include "view/view.h"

enum { SMALL_REPORTS = 3 };

typedef struct small_store {
    td_report reports[SMALL_REPORTS];
    td_view ids[SMALL_REPORTS];
    td_record record;
    td_decision_array decisions;
    td_view_source source;
    uint32_t reads;  /* how often a report was asked for */
    bool unreadable; /* reports can no longer be read */
} small_store;

/* Memory from `arena`; `store` must stay where it is. */
void small_store_make(small_store *store, td_arena *arena);
/* No report and nothing recorded. */
void small_store_make_empty(small_store *store);
/* The first place of these words in a report. */
td_evidence small_store_at(const small_store *store, td_index report, const char *words);

#endif
