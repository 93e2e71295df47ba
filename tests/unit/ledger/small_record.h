#ifndef TD_TESTS_LEDGER_SMALL_RECORD_H
#define TD_TESTS_LEDGER_SMALL_RECORD_H

/* Outlines and a record made by hand, as the comparison would leave them. */

#include "base/arena.h"
#include "ledger/ledger.h"
#include "model/outline.h"
#include "model/record.h"

typedef struct small_record {
    td_arena *arena;
    td_outline outlines[8];
    uint32_t count;
    td_record record;
} small_record;

td_day small_day(const char *day);
/* A report of story 0, published that day. */
td_index small_outline(small_record *made, const char *id, const char *published);
/* An entity of the record; its key. */
uint64_t small_name(small_record *made, const char *name);
/* An event of a report; `object` is the phrase of what is withdrawn, signed ... */
td_outline_event *small_outline_event(small_record *made, td_index report, const char *frame, enum td_event_type type,
                                      enum td_modality modality, const char *object);
/* The last event of a report as an event of the record, feeding `ledger`. */
td_record_event *small_record_event(small_record *made, td_index report, enum td_ledger_kind ledger, const char *from,
                                    const char *to);
/* One more report tells the record's last event. */
void small_member(small_record *made, td_index report);
/* A figure of people with an exact value, of the report's last event. */
td_outline_figure *small_outline_figure(small_record *made, td_index report, enum td_figure_category category,
                                        double value);
td_outline_quote *small_outline_quote(small_record *made, td_index report, uint64_t speaker, const char *content);

/* Keep all ledgers and find the nth entry of one; NULL when there are fewer. */
void small_keep(small_record *made);
const td_ledger_entry *small_entry(const small_record *made, enum td_ledger_kind ledger, uint32_t number);
uint32_t small_entries(const small_record *made, enum td_ledger_kind ledger);
const td_field *small_field(const td_ledger_entry *entry, const char *name);
td_view small_text(const td_ledger_entry *entry, const char *name);

#endif
