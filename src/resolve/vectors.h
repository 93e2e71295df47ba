#ifndef TD_RESOLVE_VECTORS_H
#define TD_RESOLVE_VECTORS_H

/* Sums and products of what reports are about. */

#include "resolve/comparison.h"

double td_vector_product(td_vector a, td_vector b);
/* Into `sum`, which has room for both and is neither, as `room` has; returns how many of at most the `most` heaviest. */
uint32_t td_vector_sum(td_aspect *sum, td_vector a, td_vector b, uint32_t most, double *room);
/* Keep the `most` heaviest of `count` aspects, in their order; returns how many are left. `room` is for `count`. */
uint32_t td_aspects_heaviest(td_aspect *aspects, uint32_t count, uint32_t most, double *room);

#endif
