#ifndef TD_RESOLVE_MONTHS_H
#define TD_RESOLVE_MONTHS_H

/* The months that a report names: what tells look-alike events apart where nothing says when it appeared. */

#include "model/outline.h"

typedef struct td_months {
    double counts[12];
    double total;
    uint32_t lead; /* those that first sentences name, a bit each: the dateline is there */
} td_months;

td_months td_months_of(const td_outline *outline);
void td_months_add(td_months *to, const td_months *more);
/* Cosine of what two name: 1 for the same months, 0 for none in common; `otherwise` where either names none. */
double td_months_agree(const td_months *a, const td_months *b, double otherwise);
/* True where the first sentences of both name months, and none next to another. */
bool td_months_lead_apart(const td_months *a, const td_months *b);

#endif
