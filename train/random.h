#ifndef TD_TRAIN_RANDOM_H
#define TD_TRAIN_RANDOM_H

/* A generator of our own, so that training is the same everywhere: splitmix64.
 */

#include <stdint.h>

uint64_t td_random_next(uint64_t *state);
/* Uniform in 0 to 1. */
float td_random_share(uint64_t *state);
/* Put `count` numbers into a random order. */
void td_random_shuffle(uint32_t *items, uint32_t count, uint64_t *state);

#endif
