#ifndef TD_RESOLVE_VECTORS_H
#define TD_RESOLVE_VECTORS_H

/* Sums and products of what reports are about. */

#include "resolve/comparison.h"

double td_vector_product(td_vector a, td_vector b);
/* Into `sum`, which has room for both and is neither; returns how many of at most the `most` heaviest aspects it holds.
 */
uint32_t td_vector_sum(td_aspect *sum, td_vector a, td_vector b, uint32_t most);

#endif
